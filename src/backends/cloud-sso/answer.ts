import { isJsonObject, parseJson, type JsonObject } from '../../http/json.ts';
import type { UpstreamResponse } from '../../http/upstream.ts';

/** Bodies already parsed: an answer is judged, learned from and read, each by a different hand. */
const bodies = new WeakMap<UpstreamResponse, JsonObject | null>();

/** The answer's body; `null` when it is not a JSON object. */
export function bodyOf(response: UpstreamResponse): JsonObject | null {
  const known = bodies.get(response);
  if (known !== undefined) return known;
  const parsed = parseJson(response.body);
  const body = isJsonObject(parsed) ? parsed : null;
  bodies.set(response, body);
  return body;
}

/** CloudSSO's code of a failure; `null` when the body holds none. A code of unexpected characters is not repeated. */
export function errorCodeOf(response: UpstreamResponse): string | null {
  const body = bodyOf(response);
  // Official clients accept both spellings.
  const code = body?.['Code'] ?? body?.['code'];
  return code === undefined || code === null ? null : (safeText(code) ?? 'UNREADABLE_CODE');
}

/** CloudSSO's id of the request. */
export function requestIdOf(response: UpstreamResponse): string | null {
  const body = bodyOf(response);
  return safeText(body?.['RequestId'] ?? body?.['requestId']);
}

/** A code or id as it may be logged; other text could hold more than that. */
function safeText(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]{1,128}$/.test(value) ? value : null;
}
