import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** Answers are data: no page may be built of them, and none may show them in a frame. Pages bring a policy of their own. */
const ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'";

const ONE_YEAR_SECONDS = 31_536_000;

/** Headers of every answer, also of those that Node gives before a request can be read. */
export const SECURITY_HEADERS = {
  'content-security-policy': ANSWER_POLICY,
  // Pages of other origins read answers through CORS or not at all.
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // What is answered depends on the caller.
  'cache-control': 'no-store',
} as const;

/**
 * @param production then HSTS is said to callers who came by https; browsers ignore it over http, and on a developer's
 *   loopback address it would lock out everything else that is served there
 */
export function securityHeaders(
  incoming: IncomingMessage,
  production: boolean,
): OutgoingHttpHeaders {
  if (!production || !cameByHttps(incoming)) return SECURITY_HEADERS;
  return { ...SECURITY_HEADERS, 'strict-transport-security': `max-age=${ONE_YEAR_SECONDS}` };
}

/** TLS ends at a proxy in front, which says so. A caller who lies harms nobody else. */
function cameByHttps({ headers }: IncomingMessage): boolean {
  return /^\s*https\s*(,|$)/i.test(String(headers['x-forwarded-proto'] ?? ''));
}
