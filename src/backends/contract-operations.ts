import { isJsonObject, type JsonObject } from '../http/json.ts';
import { resolve } from './contract-schema.ts';

/** An operation of an OpenAPI or Swagger document. */
export interface Operation {
  /** Its `operationId`, else its path. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The same for every spelling of the parameters. */
  readonly key: string;
  readonly operation: JsonObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a document. */
export function operationsIn(document: JsonObject): readonly Operation[] {
  const paths = isJsonObject(document['paths']) ? Object.entries(document['paths']) : [];
  return paths.flatMap(([path, item]) =>
    METHODS.flatMap((name) => {
      const operation = isJsonObject(item) ? item[name] : undefined;
      if (!isJsonObject(operation)) return [];
      const method = name.toUpperCase();
      const id = typeof operation['operationId'] === 'string' ? operation['operationId'] : path;
      return [{ id, method, path, key: keyOf(method, path), operation }];
    }),
  );
}

/** Tells operations of two documents for the same, whatever they call their parameters. */
export function keyOf(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '')}`;
}

/** @returns `undefined` when the operation takes no body */
export function requestSchema(document: JsonObject, operation: JsonObject): unknown {
  const body = contentSchema(resolve(document, operation['requestBody']));
  if (body !== undefined) return body;
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  return parameters
    .map((parameter) => resolve(document, parameter))
    .find((parameter) => parameter?.['in'] === 'body')?.['schema'];
}

/** Schema of the answer that brings something; `undefined`: none is told. */
export function answerSchema(document: JsonObject, operation: JsonObject): unknown {
  const responses = operation['responses'];
  if (!isJsonObject(responses)) return undefined;
  const status = Object.keys(responses).find((key) => /^2/.test(key) && key !== '204') ?? 'default';
  const response = resolve(document, responses[status]);
  return contentSchema(response) ?? response?.['schema'];
}

/** OpenAPI 3 has one schema for each media type; they are taken for the same. */
function contentSchema(holder: JsonObject | null): unknown {
  const content = holder?.['content'];
  const [first] = isJsonObject(content) ? Object.values(content) : [];
  return isJsonObject(first) ? first['schema'] : undefined;
}
