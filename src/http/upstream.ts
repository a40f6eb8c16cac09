import type { GatewayError, SafeCause } from '../domain/errors.ts';

/** One request to a backend, before credentials are added. */
export interface UpstreamRequest {
  /** The backend's name of the operation, e.g. `ListUsers`: for logs, metrics, errors. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Appended to the base URL; made by `encodePath`. */
  readonly path: string;
  /** Already encoded, without the question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole time of this call, retries included; the client's default when absent. */
  readonly timeoutMs?: number;
  /** Bytes of the answer, decompressed; the client's default when absent. */
  readonly maxResponseBytes?: number;
}

/** A request with its full address, as a credential sees it when it signs. */
export interface AddressedRequest extends UpstreamRequest {
  readonly url: URL;
}

export interface UpstreamResponse {
  readonly status: number;
  /** Names in lower case; of a repeated header the first value. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Adds what proves who we are. Called anew for every attempt, so that nonces and clocks are fresh. */
export interface Credential {
  /** Who this credential is, safe to print and to use in cache keys: an account name or a hash, never the secret. */
  readonly identity: string;
  /**
   * Headers that authenticate this request.
   *
   * @throws GatewayError BACKEND_CREDENTIAL_REJECTED, BACKEND_UNAVAILABLE when a token cannot be had
   */
  headersFor(request: AddressedRequest): Promise<Readonly<Record<string, string>>>;
  /**
   * Forgets a cached token after a 401, or a 403 to a write; absent where there is nothing to renew.
   *
   * @param rejected the headers that were refused: a token that another call has renewed since is not forgotten
   */
  renew?(rejected: Readonly<Record<string, string>>): void;
  /** Sees every answer, so that a clock can be set by it; absent where there is nothing to learn. */
  learn?(response: UpstreamResponse): void;
}

/** What is known after a write that was sent at most once. */
export type WriteAnswer =
  | { readonly kind: 'response'; readonly response: UpstreamResponse }
  /** The backend cannot have seen it: no connection, no TLS, no token. */
  | { readonly kind: 'not-sent'; readonly error: GatewayError }
  /** It left us and no whole answer came. */
  | { readonly kind: 'unknown'; readonly error: GatewayError };

/** One attempt of one call, or one that was not let through, for logs, metrics and traces. Holds no URL, header or body. */
export interface UpstreamCallEvent {
  readonly backend: string;
  readonly operation: string;
  readonly method: string;
  /** `null` when no answer came. */
  readonly status: number | null;
  /**
   * `OK`, `ABORTED` when the caller left first, or the code of the failure. `CIRCUIT_OPEN` and `QUEUE_FULL`: the gateway
   * itself kept the call from leaving.
   */
  readonly outcome: string;
  /** What is known of a failure; `null`: nothing, or there was none. */
  readonly cause?: SafeCause | null;
  readonly durationMs: number;
  /** 1 for the first try; 0 when the call was refused before it. */
  readonly attempt: number;
}

export type UpstreamObserver = (event: UpstreamCallEvent) => void;

/** A call had to wait until its backend's quota let it leave. */
export interface QuotaWaitEvent {
  readonly backend: string;
  readonly operation: string;
  readonly waitMs: number;
}

export type QuotaWaitObserver = (event: QuotaWaitEvent) => void;
