import { createHash, randomUUID } from 'node:crypto';
import type { AddressedRequest, Credential, UpstreamResponse } from '../../http/upstream.ts';
import { errorCodeOf } from './answer.ts';
import { acsHeaders, authorizationOf } from './signature.ts';
import type { CloudSsoSettings } from './settings.ts';

export const API_VERSION = '2021-05-15';

/** The code of a request that CloudSSO refused for its time: more than 15 minutes from CloudSSO's own. */
export const EXPIRED_TIME_STAMP = 'InvalidTimeStamp.Expired';

/**
 * Signs every attempt with a fresh nonce and date.
 *
 * A request refused for its time says what CloudSSO's clock shows; the difference is added to every later date. An
 * accepted request teaches nothing: it proves that the clock is good enough.
 *
 * @param now the machine's clock, in milliseconds since 1970
 */
export function createCloudSsoCredential(
  { accessKey, endpoint, directoryId }: CloudSsoSettings,
  now: () => number,
): Credential {
  let offsetMs = 0;
  return {
    identity: createHash('sha256')
      .update([endpoint.origin, directoryId, accessKey.id].join('\n'))
      .digest('hex')
      .slice(0, 16),
    headersFor: async (request) => {
      const attempt = { date: new Date(now() + offsetMs), nonce: randomUUID() };
      const call = { action: request.operation, version: API_VERSION, body: request.body ?? '' };
      const acs = acsHeaders(call, attempt, accessKey);
      return { ...acs, authorization: authorizationOf(toSignable(request, acs), accessKey) };
    },
    learn: (response) => {
      offsetMs = clockOffset(response, now()) ?? offsetMs;
    },
  };
}

function toSignable(request: AddressedRequest, acs: Readonly<Record<string, string>>) {
  return {
    method: request.method,
    path: request.url.pathname,
    query: Object.fromEntries(request.url.searchParams),
    headers: { ...request.headers, ...acs, host: request.url.host },
    body: request.body ?? '',
  };
}

function clockOffset(response: UpstreamResponse, nowMs: number): number | null {
  if (errorCodeOf(response) !== EXPIRED_TIME_STAMP) return null;
  const theirs = Date.parse(response.headers['date'] ?? '');
  return Number.isNaN(theirs) ? null : theirs - nowMs;
}
