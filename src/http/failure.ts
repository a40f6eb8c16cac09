import { RequestError, TimeoutError, ReadError } from 'got';
import { GatewayError } from '../domain/errors.ts';
import type { BackendName } from '../domain/model.ts';

/** Raised by our own code to end a call; `code` of the resulting error's cause. */
export const CALLER_LEFT = 'ABORTED';

/** Thrown through a call when an answer grew past its limit. */
export class ResponseTooLargeError extends Error {}

/** Failures before the first byte of the request left: the backend cannot have acted. */
const NOT_SENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
]);

/** Ways in which a handshake ends. All of them can end an exchange later too, when its request has left. */
const HANDSHAKE_CODES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|ECONNRESET)/;

/** Whether the failure came before anything of the request could reach the backend. */
export function isNotSent(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  if (NOT_SENT_CODES.has(error.code)) return true;
  return HANDSHAKE_CODES.test(error.code) && endedInHandshake(error);
}

/** Over TLS nothing of a request leaves before the peer is known. */
function endedInHandshake({ options, timings }: RequestError): boolean {
  const isTls = String(options.url).startsWith('https:');
  return isTls && timings?.secureConnect === undefined && timings?.upload === undefined;
}

/** Turns whatever a failed HTTP exchange threw into an error that is safe to log and to answer with. */
export function toUpstreamError(
  error: unknown,
  { backend, operation, signal }: { backend: BackendName; operation: string; signal: AbortSignal },
): GatewayError {
  if (error instanceof GatewayError) return error;
  const details = { backend, operation };
  if (error instanceof ResponseTooLargeError) {
    return new GatewayError(
      'BACKEND_CONTRACT_VIOLATION',
      `${backend} answered ${operation} with more than the gateway accepts.`,
      {
        ...details,
        cause: { name: 'ResponseTooLargeError' },
      },
    );
  }
  if (signal.aborted) return toAbortError(signal, details);
  const cause = { name: nameOf(error), code: codeOf(error) };
  if (error instanceof TimeoutError) {
    return new GatewayError(
      'BACKEND_UNAVAILABLE',
      `${backend} did not answer ${operation} in time.`,
      { ...details, cause },
    );
  }
  if (error instanceof ReadError) {
    return new GatewayError(
      'BACKEND_CONTRACT_VIOLATION',
      `${backend} broke off its answer to ${operation}.`,
      {
        ...details,
        retryable: true,
        cause,
      },
    );
  }
  if (error instanceof RequestError) {
    return new GatewayError(
      'BACKEND_UNAVAILABLE',
      `${backend} could not be reached for ${operation}.`,
      { ...details, cause },
    );
  }
  throw error;
}

function toAbortError(
  signal: AbortSignal,
  details: { backend: BackendName; operation: string },
): GatewayError {
  const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  return timedOut
    ? new GatewayError(
        'BACKEND_UNAVAILABLE',
        `${details.backend} did not answer ${details.operation} in time.`,
        {
          ...details,
          cause: { name: 'TimeoutError', code: 'ETIMEDOUT' },
        },
      )
    : new GatewayError(
        'BACKEND_UNAVAILABLE',
        `The request ended before ${details.backend} answered ${details.operation}.`,
        {
          ...details,
          cause: { name: 'AbortError', code: CALLER_LEFT },
        },
      );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function codeOf(error: unknown): string {
  return error instanceof RequestError ? error.code : 'UNKNOWN';
}
