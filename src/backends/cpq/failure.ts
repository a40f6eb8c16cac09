import { GatewayError, type GatewayErrorCode } from '../../domain/errors.ts';
import type { UpstreamRequest, UpstreamResponse } from '../../http/upstream.ts';

/**
 * Tells a failed answer of CPQ from a good one. The body of an error is not documented, and it may repeat what was
 * sent: only the status is used, and nothing of the body goes on.
 *
 * A 404 to a read is an answer (there is no such thing), which each call of the client explains.
 */
export function failureOf(
  backend: string,
  response: UpstreamResponse,
  request: Pick<UpstreamRequest, 'method' | 'operation' | 'path'>,
): GatewayError | null {
  const { status } = response;
  const isRead = request.method === 'GET';
  if (isRead && status === 404) return null;
  if (status >= 200 && status < 300 && (!isRead || isJsonObjectText(response.body))) return null;
  const code = codeOf(status, isRead && request.path.startsWith('/companies/'));
  const retryAfterMs = retryAfterMsOf(response);
  return new GatewayError(code, messageOf(code, backend, request.operation), {
    backend,
    operation: request.operation,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    cause: { status },
  });
}

/** Whether the error is CPQ's refusal of what a request says, e.g. of a query that it does not cover. */
export function isRefusedAs(error: unknown, status: 400 | 403): boolean {
  return (
    error instanceof GatewayError &&
    error.code === 'BACKEND_REJECTED' &&
    error.safeCause?.status === status
  );
}

/** Below a company a 403 means that the gateway's account may not see it. */
export async function unlessForbidden<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isRefusedAs(error, 403)) return otherwise;
    throw error;
  }
}

function codeOf(status: number, readsCompany: boolean): GatewayErrorCode {
  if (status === 401) return 'BACKEND_CREDENTIAL_REJECTED';
  // To a read below a company 403 means: this account may not see that company (documented for the sales companies).
  if (status === 403 && !readsCompany) return 'BACKEND_CREDENTIAL_REJECTED';
  if (status === 429) return 'BACKEND_THROTTLED';
  if (status >= 500) return 'BACKEND_UNAVAILABLE';
  if (status >= 400) return 'BACKEND_REJECTED';
  return 'BACKEND_CONTRACT_VIOLATION';
}

function messageOf(code: GatewayErrorCode, backend: string, operation: string): string {
  switch (code) {
    case 'BACKEND_CREDENTIAL_REJECTED':
      return `${backend} does not accept the gateway's credential for ${operation}.`;
    case 'BACKEND_THROTTLED':
      return `${backend} asks to wait before ${operation} is tried again.`;
    case 'BACKEND_UNAVAILABLE':
      return `${backend} failed at ${operation}.`;
    case 'BACKEND_REJECTED':
      return `${backend} refused ${operation}.`;
    default:
      return `${backend} answered ${operation} with something else than its contract says.`;
  }
}

/** A login page or a proxy's page arrives with status 200 too; every answer of CPQ that we read is a JSON object. */
function isJsonObjectText(body: string): boolean {
  return /^\s*\{/.test(body);
}

/** Seconds or an HTTP date; CPQ documents no limit of its own, so this is the general rule. */
function retryAfterMsOf({ headers }: UpstreamResponse): number | null {
  const text = headers['retry-after'];
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
