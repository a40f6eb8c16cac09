import type { SimulatorRequest } from '../../../../simulation/server.ts';
import { isRecord } from './json.ts';
import { badRequest, Problem } from './problem.ts';

/** A JSON object as it was sent. */
export type RequestBody = Readonly<Record<string, unknown>>;

/** @throws Problem 415 for another media type, 400 for what is no JSON object */
export function readObjectBody(request: SimulatorRequest): RequestBody {
  const value = readJson(request);
  if (!isRecord(value)) throw badRequest('The body is not a JSON object.');
  return value;
}

/** As `readObjectBody`, but no body at all reads as an empty object. */
export function readOptionalBody(request: SimulatorRequest): RequestBody {
  return request.body.toString('utf8').trim() === '' ? {} : readObjectBody(request);
}

/** @throws Problem 415, 400 */
export function readListBody(request: SimulatorRequest): readonly RequestBody[] {
  const value = readJson(request);
  if (!Array.isArray(value) || !value.every(isRecord))
    throw badRequest('The body is not a list of JSON objects.');
  return value;
}

/**
 * The `items` of a body such as `{"items":[{"variableName":"…"}]}`.
 *
 * @throws Problem 400
 */
export function readItems(value: unknown, property?: string): readonly RequestBody[] {
  const items = isRecord(value) ? value['items'] : undefined;
  if (!Array.isArray(items) || !items.every(isRecord))
    throw badRequest('items is not a list of objects.', property);
  return items;
}

function readJson({ headers, body }: SimulatorRequest): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(headers['content-type'] ?? ''))
    throw new Problem(415, 'The body is not declared as JSON.');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('The body is not JSON.');
  }
}
