import type { GatewayError } from '../domain/errors.ts';
import { userError, type UserError, type UserErrorCode } from '../domain/user-write.ts';
import type { UpstreamRequest, UpstreamResponse, WriteAnswer } from './upstream.ts';

export { userError } from '../domain/user-write.ts';

/** A write that did not succeed, or of which nobody knows. */
export interface WriteFailure {
  readonly status: 'FAILED' | 'UNKNOWN';
  readonly error: UserError;
  /** The HTTP status; `null` when no answer came. */
  readonly httpStatus: number | null;
  readonly backendRequestId: string | null;
}

export interface WriteReading {
  readonly request: UpstreamRequest;
  /** The backend's own reading of an answer, as for reads. */
  readonly failureOf: (response: UpstreamResponse, request: UpstreamRequest) => GatewayError | null;
}

const FAILED_CODES: ReadonlySet<string> = new Set<UserErrorCode>([
  'NOT_FOUND',
  'BACKEND_REJECTED',
  'BACKEND_CREDENTIAL_REJECTED',
  'BACKEND_THROTTLED',
]);

/**
 * What is known after a write, told the same way for every backend:
 *
 * - it never left: FAILED, BACKEND_UNAVAILABLE, retryable
 * - no whole answer, a redirect, a 5xx, or a 2xx that `failureOf` cannot read: UNKNOWN, because it may have been done
 * - throttled, credential refused, absent, refused: FAILED with that code
 *
 * @returns `null` for an answer that `failureOf` finds good, whose body the caller interprets
 */
export function toWriteFailure(
  answer: WriteAnswer,
  { request, failureOf }: WriteReading,
): WriteFailure | null {
  if (answer.kind === 'not-sent') return notSent(answer.error);
  if (answer.kind === 'unknown') return unknown(null, null);
  const { response } = answer;
  const failure = failureOf(response, request);
  if (failure === null) return null;
  const backendRequestId = failure.safeCause?.requestId ?? null;
  const ambiguous = response.status < 400 || response.status >= 500;
  // A backend may throttle with any status; that is the one answer which says for certain that nothing was done.
  if (ambiguous && failure.code !== 'BACKEND_THROTTLED')
    return unknown(response.status, backendRequestId);
  return {
    status: 'FAILED',
    error: toUserError(failure, response.status),
    httpStatus: response.status,
    backendRequestId,
  };
}

function notSent(error: GatewayError): WriteFailure {
  const code: UserErrorCode =
    error.code === 'BACKEND_CREDENTIAL_REJECTED'
      ? 'BACKEND_CREDENTIAL_REJECTED'
      : 'BACKEND_UNAVAILABLE';
  return {
    status: 'FAILED',
    error: userError(code, error.message, { retryable: code === 'BACKEND_UNAVAILABLE' }),
    httpStatus: null,
    backendRequestId: null,
  };
}

function unknown(httpStatus: number | null, backendRequestId: string | null): WriteFailure {
  return {
    status: 'UNKNOWN',
    error: userError(
      'OUTCOME_UNKNOWN',
      'The backend gave no trustworthy answer, so the write may or may not have been done. Read the account before trying again.',
    ),
    httpStatus,
    backendRequestId,
  };
}

function toUserError(failure: GatewayError, status: number): UserError {
  const { code } = failure;
  // A backend may answer 404 for a credential that it does not know.
  if (code === 'NOT_FOUND' || (status === 404 && code !== 'BACKEND_CREDENTIAL_REJECTED')) {
    return userError(
      'NOT_FOUND',
      'The backend does not know this account, or something the write refers to.',
    );
  }
  const known: UserErrorCode = isFailedCode(code) ? code : 'BACKEND_REJECTED';
  return userError(known, failure.message, { retryable: known === 'BACKEND_THROTTLED' });
}

function isFailedCode(code: string): code is UserErrorCode {
  return FAILED_CODES.has(code);
}
