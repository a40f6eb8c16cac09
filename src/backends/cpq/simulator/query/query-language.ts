import type { JsonObject } from '../http/json.ts';
import { badRequest } from '../http/problem.ts';
import type { CpqSimulatorSwitches } from '../site/switches.ts';
import { compareValues, equalsValue, valueAt } from './property-path.ts';
import type { Comparable } from './property-path.ts';
import { parseQuery } from './query-syntax.ts';
import type { QueryObject, QueryValue } from './query-syntax.ts';

export type Predicate = (row: JsonObject) => boolean;

/** What a site's query language can do, and the names that a resource has. */
export interface QueryRules {
  readonly switches: Pick<
    CpqSimulatorSwitches,
    'likeIgnoresCase' | 'orSupported' | 'inSupported' | 'queryableFields'
  >;
  /** Whether the resource has this property, as a dotted path. */
  readonly knows: (path: string) => boolean;
}

/**
 * Compiles the Mongo-like filter of `q`: shorthand equality, `$eq $ne $gt $gte $lt $lte $like $exists $in`, joined by
 * `$and` and `$or`, with lookups addressed by path (`status.value`).
 *
 * @throws Problem 400 for a bad text, an operator that does not exist, or a property that the resource has not
 */
export function compileQuery(text: string, rules: QueryRules): Predicate {
  return compileObject(parseQuery(text), rules);
}

function compileObject(query: QueryObject, rules: QueryRules): Predicate {
  const predicates = [...query].map(([key, value]) => compileEntry(key, value, rules));
  return (row) => predicates.every((predicate) => predicate(row));
}

function compileEntry(key: string, value: QueryValue, rules: QueryRules): Predicate {
  if (key === '$and' || key === '$or') return compileLogic(key, value, rules);
  if (key.startsWith('$')) throw badRequest('q uses a conjunction that does not exist.');
  assertField(key, rules);
  const tests = compileTests(value, rules);
  return (row) => {
    const actual = valueAt(row, key);
    return tests.every((test) => test(actual));
  };
}

function compileLogic(key: '$and' | '$or', value: QueryValue, rules: QueryRules): Predicate {
  if (key === '$or' && !rules.switches.orSupported)
    throw badRequest('$or is not supported for this resource.');
  if (!Array.isArray(value) || value.length === 0)
    throw badRequest(`${key} needs a list of conditions.`);
  const predicates = value.map((item) => {
    if (!(item instanceof Map)) throw badRequest(`${key} needs a list of conditions.`);
    return compileObject(item, rules);
  });
  return key === '$and'
    ? (row) => predicates.every((predicate) => predicate(row))
    : (row) => predicates.some((predicate) => predicate(row));
}

/** @throws Problem 400 when `q` or `orderby` may not name this property */
export function assertField(path: string, { switches, knows }: QueryRules): void {
  const { queryableFields } = switches;
  const allowed = queryableFields.length === 0 || queryableFields.includes(path);
  if (!allowed || !knows(path)) throw badRequest('A field is named that cannot be searched.');
}

type Test = (actual: Comparable | undefined) => boolean;

function compileTests(value: QueryValue, rules: QueryRules): readonly Test[] {
  if (!(value instanceof Map)) return [equality(value)];
  return [...value].map(([operator, operand]) => compileTest(operator, operand, rules));
}

function compileTest(operator: string, operand: QueryValue, rules: QueryRules): Test {
  switch (operator) {
    case '$eq':
      return equality(operand);
    case '$ne': {
      const equal = equality(operand);
      return (actual) => !equal(actual);
    }
    case '$gt':
      return comparison(operand, (order) => order > 0);
    case '$gte':
      return comparison(operand, (order) => order >= 0);
    case '$lt':
      return comparison(operand, (order) => order < 0);
    case '$lte':
      return comparison(operand, (order) => order <= 0);
    case '$like':
      return like(operand, rules.switches.likeIgnoresCase);
    case '$exists':
      if (typeof operand !== 'boolean') throw badRequest('$exists needs true or false.');
      return (actual) => (actual !== undefined) === operand;
    case '$in':
      return membership(operand, rules);
    default:
      throw badRequest('q uses an operator that does not exist.');
  }
}

function equality(operand: QueryValue): Test {
  const expected = scalar(operand);
  if (expected === null) return (actual) => actual === undefined;
  return (actual) => actual !== undefined && equalsValue(actual, expected);
}

function comparison(operand: QueryValue, accepts: (order: number) => boolean): Test {
  const bound = scalar(operand);
  if (bound === null) throw badRequest('A comparison needs a value.');
  return (actual) => {
    const order = actual === undefined ? null : compareValues(actual, bound);
    return order !== null && accepts(order);
  };
}

function membership(operand: QueryValue, rules: QueryRules): Test {
  if (!rules.switches.inSupported) throw badRequest('$in is not supported for this resource.');
  if (!Array.isArray(operand)) throw badRequest('$in needs a list.');
  const tests = operand.map(equality);
  return (actual) => tests.some((test) => test(actual));
}

/** `%` stands for any text, nothing included; every other character for itself. */
function like(operand: QueryValue, ignoresCase: boolean): Test {
  if (typeof operand !== 'string') throw badRequest('$like needs a text.');
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  const parts = fold(operand).split('%');
  return (actual) => typeof actual === 'string' && matchesParts(fold(actual), parts);
}

function matchesParts(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return text.endsWith(last);
}

function scalar(value: QueryValue): Comparable | null {
  if (value instanceof Map || Array.isArray(value))
    throw badRequest('q compares with something that is not a plain value.');
  return value;
}
