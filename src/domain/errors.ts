import type { BackendName } from './model.ts';

/**
 * Codes of `BackendFailure` and of errors that a backend caused. A code says who must act:
 *
 * - UNSUPPORTED_BY_BACKEND: nobody can; this backend or version has no such operation
 * - BUDGET_EXCEEDED: the caller asks for less, or the operator raises the budget
 * - BACKEND_UNAVAILABLE: the operator of the backend; trying again later may help
 * - BACKEND_THROTTLED: wait, then try again
 * - BACKEND_CREDENTIAL_REJECTED: the operator of the gateway; it is the gateway's credential, never the caller's
 * - BACKEND_REJECTED: the backend understood and refused
 * - BACKEND_CONTRACT_VIOLATION: a developer; the backend's answer is not what its contract says
 */
export type BackendFailureCode =
  | 'UNSUPPORTED_BY_BACKEND'
  | 'BUDGET_EXCEEDED'
  | 'BACKEND_UNAVAILABLE'
  | 'BACKEND_THROTTLED'
  | 'BACKEND_CREDENTIAL_REJECTED'
  | 'BACKEND_REJECTED'
  | 'BACKEND_CONTRACT_VIOLATION';

/** Every code this gateway puts into `extensions.code`, beside Apollo's own protocol codes. */
export type GatewayErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR'
  | BackendFailureCode;

/** What is known of the cause and safe to log: never a body, a header, a URL or an options object. */
export interface SafeCause {
  readonly name?: string;
  /** The system's or the backend's own code, e.g. `ECONNREFUSED`, `Throttling.User`. */
  readonly code?: string;
  readonly status?: number;
  /** The backend's id of the request, for its operators. */
  readonly requestId?: string;
}

export interface GatewayErrorDetails {
  readonly backend?: BackendName;
  /** The backend's operation, e.g. `ListUsers`. */
  readonly operation?: string;
  /** Whether the same call may succeed later; the default follows from the code. */
  readonly retryable?: boolean;
  /** How long the backend asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly cause?: SafeCause;
  /** More to put beside `code` into `extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const RETRYABLE: ReadonlySet<GatewayErrorCode> = new Set([
  'BACKEND_UNAVAILABLE',
  'BACKEND_THROTTLED',
  'RATE_LIMITED',
]);

/** An expected problem. Its message may reach the caller: it holds nothing that came from a backend. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;
  readonly backend: BackendName | null;
  readonly operation: string | null;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly safeCause: SafeCause | null;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: GatewayErrorCode, message: string, details: GatewayErrorDetails = {}) {
    super(message);
    this.code = code;
    this.backend = details.backend ?? null;
    this.operation = details.operation ?? null;
    this.retryable = details.retryable ?? RETRYABLE.has(code);
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.safeCause = details.cause ?? null;
    this.extensions = details.extensions ?? {};
  }
}

const FAILURE_CODES: ReadonlySet<string> = new Set<BackendFailureCode>([
  'UNSUPPORTED_BY_BACKEND',
  'BUDGET_EXCEEDED',
  'BACKEND_UNAVAILABLE',
  'BACKEND_THROTTLED',
  'BACKEND_CREDENTIAL_REJECTED',
  'BACKEND_REJECTED',
  'BACKEND_CONTRACT_VIOLATION',
]);

/** Whether the error is a backend's failure, which a list survives; anything else is the caller's mistake or our defect. */
export function isBackendFailure(
  error: unknown,
): error is GatewayError & { readonly code: BackendFailureCode } {
  return error instanceof GatewayError && FAILURE_CODES.has(error.code);
}
