import { GatewayError, type GatewayErrorCode } from '../../domain/errors.ts';
import type { UpstreamRequest, UpstreamResponse } from '../../http/upstream.ts';
import { bodyOf, errorCodeOf, requestIdOf } from './answer.ts';

/**
 * Tells a failed answer of CloudSSO from a good one: by the body's code, then by the status.
 *
 * CloudSSO publishes no list of its codes, so they are known by their beginnings. Throttling comes with status 400.
 * The body's `Message` goes nowhere: for a rejected signature it echoes what was signed.
 *
 * @returns `null` for a good answer: status 2xx and a JSON object without a code
 */
export function failureOf(
  backend: string,
  response: UpstreamResponse,
  { operation }: Pick<UpstreamRequest, 'operation'>,
): GatewayError | null {
  const nativeCode = errorCodeOf(response);
  const isSuccess = response.status >= 200 && response.status < 300;
  if (isSuccess && nativeCode === null && bodyOf(response) !== null) return null;
  const code = nativeCode === null ? classifyStatus(response) : classifyCode(nativeCode, response);
  const retryAfterMs = retryAfter(response) ?? (code === 'BACKEND_THROTTLED' ? pauseMs() : null);
  const requestId = requestIdOf(response);
  return new GatewayError(code, `${backend} ${MEANINGS[code] ?? 'refused'} ${operation}.`, {
    backend,
    operation,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    cause: {
      status: response.status,
      ...(nativeCode === null ? {} : { code: nativeCode }),
      ...(requestId === null ? {} : { requestId }),
    },
  });
}

/** Whether CloudSSO said that what was asked for is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'NOT_FOUND';
}

/**
 * Whether CloudSSO found fault with a value that came from the caller: a token, an id. Its codes for that are not
 * documented; the operation and the directory, which are the gateway's own, are told apart by their names.
 */
export function isRefusedParameter(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.code === 'BACKEND_REJECTED' &&
    /^(Invalid|Missing)(?!Action|Api|Version|Product|Protocol|.*Directory)/.test(
      error.safeCause?.code ?? '',
    )
  );
}

const MEANINGS: Partial<Record<GatewayErrorCode, string>> = {
  NOT_FOUND: 'does not know what was asked for in',
  BACKEND_THROTTLED: 'asks to wait with',
  BACKEND_UNAVAILABLE: 'could not serve',
  BACKEND_CREDENTIAL_REJECTED: 'rejected the credential of the gateway in',
  BACKEND_CONTRACT_VIOLATION: 'gave an unreadable answer to',
};

/** A copy of the request has come before it: of a read another is made, of a write nobody knows what came of the copy. */
export const NONCE_USED = 'SignatureNonceUsed';

/** The first that matches counts. */
const CODES: readonly (readonly [pattern: RegExp, code: GatewayErrorCode])[] = [
  [/Throttling/, 'BACKEND_THROTTLED'],
  [new RegExp(`^${NONCE_USED}$`), 'BACKEND_UNAVAILABLE'],
  [/^(ServiceUnavailable|InternalError)/, 'BACKEND_UNAVAILABLE'],
  [/^(Signature|IncompleteSignature|InvalidSignature)/, 'BACKEND_CREDENTIAL_REJECTED'],
  [/^(Invalid|Missing)(TimeStamp|AccessKey|SecurityToken)/, 'BACKEND_CREDENTIAL_REJECTED'],
  [/^(NoPermission|Forbidden)/, 'BACKEND_CREDENTIAL_REJECTED'],
  // The directory is the gateway's own setting: without it nothing that a caller asks for is "not found".
  [/^EntityNotExists\.Directory$/, 'BACKEND_REJECTED'],
  [/^EntityNotExists\./, 'NOT_FOUND'],
];

function classifyCode(nativeCode: string, { status }: UpstreamResponse): GatewayErrorCode {
  const known = CODES.find(([pattern]) => pattern.test(nativeCode));
  if (known !== undefined) return known[1];
  if (status === 429) return 'BACKEND_THROTTLED';
  return status >= 500 ? 'BACKEND_UNAVAILABLE' : 'BACKEND_REJECTED';
}

function classifyStatus(response: UpstreamResponse): GatewayErrorCode {
  const { status } = response;
  if (status === 429) return 'BACKEND_THROTTLED';
  if (status >= 500) return 'BACKEND_UNAVAILABLE';
  if (status === 401 || status === 403) return 'BACKEND_CREDENTIAL_REJECTED';
  const isReadable = bodyOf(response) !== null;
  return status >= 400 && isReadable ? 'BACKEND_REJECTED' : 'BACKEND_CONTRACT_VIOLATION';
}

/**
 * Quotas are counted by the second, and other users of the account draw on them too: two such pauses outlast a second,
 * and they differ from one caller to the next.
 */
function pauseMs(): number {
  return 550 + Math.round(Math.random() * 200);
}

/** `x-acs-retry-after` is in milliseconds, `Retry-After` in seconds. Whether CloudSSO sends either is unknown. */
function retryAfter({ headers }: UpstreamResponse): number | null {
  const milliseconds = wholeNumber(headers['x-acs-retry-after']);
  if (milliseconds !== null) return milliseconds;
  const seconds = wholeNumber(headers['retry-after']);
  return seconds === null ? null : seconds * 1000;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
