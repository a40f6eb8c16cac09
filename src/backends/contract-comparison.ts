import { isJsonObject, type JsonObject } from '../http/json.ts';
import { answerSchema, keyOf, operationsIn, requestSchema } from './contract-operations.ts';
import { shapesOf, type Shape } from './contract-schema.ts';

export interface PublishedContract {
  /** Swagger 2.0 or OpenAPI 3, as the vendor publishes it. */
  readonly document: JsonObject;
  /** The version in use, against the `x-since` of ours; `null`: ours knows no versions. */
  readonly version: number | null;
  /** Where an operation of ours stands there; `null`: this document would not tell of it. */
  readonly publishedPath: (path: string) => string | null;
}

/**
 * Compares our contract with one that the vendor publishes, for what would be felt: operations of ours that are not there,
 * and properties of ours that are not there or have another type. What is there and not used by us is nobody's concern.
 *
 * @param own an OpenAPI document; `x-since` at an operation or a property names its first version
 * @returns sentences; empty when nothing differs
 */
export function compareContracts(own: JsonObject, published: PublishedContract): readonly string[] {
  const { document } = published;
  const there = new Map(operationsIn(document).map((operation) => [operation.key, operation]));
  const missing: string[] = [];
  const differences = new Map<string, Difference>();
  for (const { id, method, path, operation } of operationsIn(own)) {
    const place = isInVersion(operation, published.version) ? published.publishedPath(path) : null;
    if (place === null) continue;
    const counterpart = there.get(keyOf(method, place));
    if (counterpart === undefined) {
      missing.push(`${id} (${method} ${path}) is not among its operations.`);
      continue;
    }
    for (const [part, schemaOf] of PARTS) {
      const pair = {
        own: { document: own, schema: schemaOf(own, operation) },
        published: { document, schema: schemaOf(document, counterpart.operation) },
      };
      for (const text of compareSchemas(pair, published.version)) {
        const known = differences.get(`${part} ${text}`);
        differences.set(`${part} ${text}`, { part, text, ids: [...(known?.ids ?? []), id] });
      }
    }
  }
  return [
    ...missing,
    ...[...differences.values()].map(
      ({ part, text, ids }) => `${part} of ${ids.join(', ')}: ${text}.`,
    ),
  ];
}

/** One difference, and the operations of ours that show it. */
interface Difference {
  readonly part: string;
  readonly text: string;
  readonly ids: readonly string[];
}

function isInVersion(node: unknown, version: number | null): boolean {
  const since = isJsonObject(node) ? node['x-since'] : undefined;
  return typeof since !== 'number' || version === null || version >= since;
}

type SchemaOf = (document: JsonObject, operation: JsonObject) => unknown;

const PARTS: readonly (readonly [part: string, schemaOf: SchemaOf])[] = [
  ['Requests', requestSchema],
  ['Answers', answerSchema],
];

interface SchemaIn {
  readonly document: JsonObject;
  readonly schema: unknown;
}

interface Pair {
  readonly own: SchemaIn;
  readonly published: SchemaIn;
}

/** Deep enough for the elements of a collection and their parts. */
const MAX_DEPTH = 5;

/** Of the forms that a schema allows, the two that are most alike are compared. */
function compareSchemas(
  { own, published }: Pair,
  version: number | null,
  path: readonly string[] = [],
): readonly string[] {
  if (path.length > MAX_DEPTH) return [];
  const mine = shapesOf(own.document, own.schema);
  const theirs = shapesOf(published.document, published.schema).filter(saysSomething);
  const pairs = mine.flatMap((form) => theirs.map((other) => [form, other] as const));
  const alike = pairs.filter(([form, other]) => isOfType(form, other));
  const [pair] = pairs;
  if (alike.length === 0) return pair === undefined ? [] : [describeTypes(pair, path)];
  const compareParts = (schema: unknown, counterpart: unknown, name: string): readonly string[] =>
    compareSchemas(
      { own: { ...own, schema }, published: { ...published, schema: counterpart } },
      version,
      [...path, name],
    );
  const differences = alike.map(([form, other]) => [
    ...compareItems(form, other, compareParts),
    ...missingProperties(form, other, version).map(
      (name) => `${toPath([...path, name])} is missing`,
    ),
    ...compareProperties(form, other, compareParts),
  ]);
  return differences.toSorted((left, right) => left.length - right.length)[0] ?? [];
}

type FormPair = readonly [mine: Shape, theirs: Shape];
type CompareParts = (own: unknown, published: unknown, name: string) => readonly string[];

function saysSomething({ types, properties }: Shape): boolean {
  return types.size > 0 || properties.size > 0;
}

function isOfType(mine: Shape, theirs: Shape): boolean {
  const isSilent = mine.types.size === 0 || theirs.types.size === 0;
  return isSilent || !mine.types.isDisjointFrom(theirs.types);
}

function describeTypes([mine, theirs]: FormPair, path: readonly string[]): string {
  const [here, there] = [mine.types, theirs.types].map((types) => [...types].join(' or '));
  return `${toPath(path) || 'the whole'} is ${there}, and not ${here}`;
}

/** E.g. `items[].company.name`. */
function toPath(names: readonly string[]): string {
  return names.join('.').replaceAll('.[]', '[]');
}

function compareItems(mine: Shape, theirs: Shape, compareParts: CompareParts): readonly string[] {
  if (mine.items === null || theirs.items === null) return [];
  return compareParts(mine.items, theirs.items, '[]');
}

/** Properties that may be missing, such as paging keys and links, are marked so in our contract. */
function missingProperties(mine: Shape, theirs: Shape, version: number | null): readonly string[] {
  // An object without properties is one of which nothing is told.
  if (theirs.properties.size === 0) return [];
  return [...mine.properties]
    .filter(([name, schema]) => {
      const isExpected = isInVersion(schema, version) && !isDispensable(schema);
      return isExpected && !theirs.properties.has(name);
    })
    .map(([name]) => name);
}

function compareProperties(
  mine: Shape,
  theirs: Shape,
  compareParts: CompareParts,
): readonly string[] {
  return [...mine.properties].flatMap(([name, schema]) => {
    const counterpart = theirs.properties.get(name);
    return counterpart === undefined ? [] : compareParts(schema, counterpart, name);
  });
}

function isDispensable(schema: unknown): boolean {
  return isJsonObject(schema) && schema['x-dispensable'] === true;
}
