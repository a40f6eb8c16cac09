import type { IncomingMessage, ServerResponse } from 'node:http';

const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of the listed origins call this server. Callers authenticate by header, never by cookie, so credentials
 * are not allowed.
 *
 * @returns whether the request was a preflight and is answered
 */
export function applyCors(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origins: readonly string[],
): boolean {
  const { origin } = incoming.headers;
  if (origins.length > 0) outgoing.appendHeader('vary', 'origin');
  const allowed = origin !== undefined && origins.includes(origin);
  if (allowed) {
    outgoing.setHeader('access-control-allow-origin', origin);
    outgoing.setHeader('access-control-expose-headers', 'x-request-id');
  }
  const isPreflight =
    incoming.method === 'OPTIONS' &&
    incoming.headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return false;
  if (allowed) {
    outgoing.setHeader('access-control-allow-methods', 'GET, POST');
    outgoing.setHeader(
      'access-control-allow-headers',
      incoming.headers['access-control-request-headers'] ?? 'content-type, authorization',
    );
    outgoing.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  }
  outgoing.writeHead(204).end();
  return true;
}
