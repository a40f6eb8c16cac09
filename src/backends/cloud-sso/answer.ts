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
  return code === undefined || code === null ? null : (textLike(CODE, code) ?? 'UNREADABLE_CODE');
}

/** CloudSSO's id of the request, documented as a UUID: callers and the audit get it, so nothing else passes for one. */
export function requestIdOf(response: UpstreamResponse): string | null {
  const body = bodyOf(response);
  return textLike(UUID, body?.['RequestId'] ?? body?.['requestId']);
}

/** Whether the answer to a write is CloudSSO's: it holds the id of the request, as all do, or what the write made. */
export function isOwnAnswer(response: UpstreamResponse): boolean {
  const body = bodyOf(response) ?? {};
  return OWN_MEMBERS.some((name) => Boolean(body[name]));
}

const OWN_MEMBERS = ['RequestId', 'requestId', 'User', 'Task', 'NewPassword'];

const CODE = /^[\w.-]{1,128}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function textLike(pattern: RegExp, value: unknown): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
