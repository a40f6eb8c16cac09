import { GatewayError, type BackendFailureCode } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import type { UpstreamRequest, UpstreamResponse } from '../../http/upstream.ts';

/** The operation that reads one user, which answers 400 or 404 when there is none. */
export const GET_USER = 'GetUser';

/** Tells a failed answer of this backend from a good one, for its upstream client. */
export type FailureOf = (
  response: UpstreamResponse,
  request: UpstreamRequest,
) => GatewayError | null;

/**
 * Makes the judge of this backend's answers. It documents no body for errors, so only the status counts; a good status
 * with a page of a proxy, or with nothing where a read must bring something, is no good answer.
 *
 * @param now the clock, in milliseconds since 1970, against which a `Retry-After` date is measured
 */
export function createFailureOf(backend: BackendName, now: () => number): FailureOf {
  return (response, request) => {
    const code = codeOf(response, request);
    if (code === null) return null;
    const retryAfterMs = retryAfterOf(response, now);
    return new GatewayError(code, `${backend} ${WORDS[code]} ${request.operation}.`, {
      backend,
      operation: request.operation,
      cause: { status: response.status },
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
    });
  };
}

type AnsweredFailureCode = Exclude<
  BackendFailureCode,
  'UNSUPPORTED_BY_BACKEND' | 'BUDGET_EXCEEDED'
>;

const WORDS: Readonly<Record<AnsweredFailureCode, string>> = {
  BACKEND_CREDENTIAL_REJECTED: "rejected the gateway's credential for",
  BACKEND_THROTTLED: 'is throttling',
  BACKEND_UNAVAILABLE: 'could not do',
  BACKEND_CONTRACT_VIOLATION: 'gave an unreadable answer to',
  BACKEND_REJECTED: 'refused',
};

function codeOf(response: UpstreamResponse, request: UpstreamRequest): AnsweredFailureCode | null {
  const { status } = response;
  if (status >= 200 && status < 300)
    return isReadable(response, request) ? null : 'BACKEND_CONTRACT_VIOLATION';
  if (status === 401 || status === 403) return 'BACKEND_CREDENTIAL_REJECTED';
  if (status === 429) return 'BACKEND_THROTTLED';
  if (status >= 500) return 'BACKEND_UNAVAILABLE';
  // No operation redirects; whoever does is a sign-in page before it.
  if (status < 400) return 'BACKEND_CONTRACT_VIOLATION';
  const tellsAbsence = request.operation === GET_USER && (status === 400 || status === 404);
  return tellsAbsence ? null : 'BACKEND_REJECTED';
}

/** Content types may be wrong or missing, so the content decides. What writes answer is judged where they are sent. */
function isReadable({ status, body }: UpstreamResponse, { method }: UpstreamRequest): boolean {
  // A job that still runs need say no more than its status.
  if (method !== 'GET' || status === 202) return true;
  const start = body.slice(0, 1_000).trimStart();
  return start !== '' && !start.startsWith('<');
}

function retryAfterOf(response: UpstreamResponse, now: () => number): number | null {
  const value = response.headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now());
}
