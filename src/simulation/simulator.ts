/** How a simulator is started. */
export interface SimulatorOptions {
  /** A fixed port; absent or 0: a free one. Always on 127.0.0.1. */
  readonly port?: number;
  /** Switches of the backend's own, as its simulator documents them. */
  readonly switches?: Readonly<Record<string, unknown>>;
}

/** A stand-in for a backend that speaks HTTP. */
export interface RunningSimulator {
  /** Origin, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Variables that point a gateway at it, credential included. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every request since the start or the last `clear`, in the order of arrival. */
  readonly calls: RecordedCalls;
  /** Mails that the backend would have sent. */
  readonly outbox: readonly Mail[];
  readonly faults: Faults;
  close(): Promise<void>;
}

export interface RecordedCall {
  /** The backend's name of the operation, e.g. `ListUsers`. */
  readonly operation: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Whether the operation changes something. */
  readonly write: boolean;
}

export interface RecordedCalls {
  readonly all: readonly RecordedCall[];
  readonly writes: readonly RecordedCall[];
  count(operation?: string): number;
  clear(): void;
}

/** A mail without its secret: who got it and why. */
export interface Mail {
  readonly to: readonly string[];
  readonly kind: string;
  readonly login: string;
}

/**
 * A fault to inject.
 *
 * - `delay`: answers after `delayMs`; `hang`: never answers
 * - `reset-before`: drops the connection before the request is acted on; `reset-after`: acts, then drops it
 * - `status`: answers with `status` and the backend's error body; `throttle`: answers as the backend throttles
 * - `html`, `empty`, `malformed`, `truncated`: acts, then sends such a body with status 200
 */
export interface Fault {
  readonly kind:
    | 'delay'
    | 'hang'
    | 'reset-before'
    | 'reset-after'
    | 'status'
    | 'throttle'
    | 'html'
    | 'empty'
    | 'malformed'
    | 'truncated';
  /** Only this operation; absent: every one. */
  readonly operation?: string;
  /** How often; absent: until removed. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

export interface Faults {
  /** @returns a function that removes the fault */
  add(fault: Fault): () => void;
  clear(): void;
}
