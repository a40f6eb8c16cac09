import { isJsonObject, type JsonObject } from '../http/json.ts';

/** A schema of an OpenAPI or Swagger document, with its references followed and its parts put together. */
export interface Shape {
  /** `integer` counts as `number`; empty: the schema does not say. */
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, unknown>;
  /** Whether it says outright that properties may have any name. */
  readonly isOpen: boolean;
  /** Schema of an array's elements; `null`: none is given. */
  readonly items: unknown;
}

/** The forms that a schema allows: one, or those of its `oneOf` or `anyOf`. */
export function shapesOf(document: JsonObject, schema: unknown): readonly Shape[] {
  const resolved = resolve(document, schema);
  if (resolved === null) return [];
  const choices = listOf(resolved['oneOf'] ?? resolved['anyOf']);
  if (choices.length > 0) return choices.flatMap((choice) => shapesOf(document, choice));
  return [shapeOf(document, resolved)];
}

/** Follows local references. @returns `null` when there is no such thing, or no end */
export function resolve(document: JsonObject, node: unknown): JsonObject | null {
  let current = node;
  for (let step = 0; step < MAX_REFERENCES; step += 1) {
    if (!isJsonObject(current)) return null;
    const reference = current['$ref'];
    if (typeof reference !== 'string') return current;
    current = find(document, reference);
  }
  return null;
}

const MAX_REFERENCES = 32;

function shapeOf(document: JsonObject, schema: JsonObject): Shape {
  const parts = listOf(schema['allOf']).flatMap((part) => shapesOf(document, part));
  const own = isJsonObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  const properties = new Map([...parts.flatMap((part) => [...part.properties]), ...own]);
  const named = listOf(schema['type'] ?? []).filter((type) => typeof type === 'string');
  const types = new Set([
    ...parts.flatMap((part) => [...part.types]),
    ...named.map((type) => (type === 'integer' ? 'number' : type)),
    ...(properties.size > 0 ? ['object'] : []),
  ]);
  types.delete('null');
  const isOpen =
    parts.some((part) => part.isOpen) || (schema['additionalProperties'] ?? false) !== false;
  return { types, properties, isOpen, items: schema['items'] ?? null };
}

/** @param reference e.g. `#/components/schemas/User` */
function find(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith('#/')) return null;
  return reference
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isJsonObject(node) ? node[part] : null), document);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
