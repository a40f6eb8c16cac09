import type { RequestBody } from './body.ts';
import { isRecord } from './json.ts';
import { badRequest } from './problem.ts';

/** Reads the properties of a body by kind. Absent reads as `undefined`, `null` as "back to the default". */
export interface PropertyReader {
  readonly names: readonly string[];
  /** `null` for "" as well. */
  text(name: string): string | null | undefined;
  flag(name: string): boolean | undefined;
  integer(name: string): number | null | undefined;
  /** The value of `{"value":"…"}`; the display text is of no account. */
  textLookup(name: string): string | null | undefined;
  integerLookup(name: string): number | null | undefined;
  has(name: string): boolean;
  raw(name: string): unknown;
}

/** Every method of the reader throws a Problem 400 that names the property, never its value. */
export function createPropertyReader(body: RequestBody): PropertyReader {
  const reader: PropertyReader = {
    names: Object.keys(body),
    has: (name) => Object.hasOwn(body, name),
    raw: (name) => (Object.hasOwn(body, name) ? body[name] : undefined),
    text: (name) => toText(reader.raw(name), name),
    integer: (name) => toInteger(reader.raw(name), name),
    textLookup: (name) => toText(lookupValue(reader.raw(name), name), name),
    integerLookup: (name) => toInteger(lookupValue(reader.raw(name), name), name),
    flag: (name) => {
      const value = reader.raw(name);
      if (value === undefined || typeof value === 'boolean') return value;
      throw badRequest(`${name} is not true or false.`, name);
    },
  };
  return reader;
}

function toText(value: unknown, name: string): string | null | undefined {
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string') throw badRequest(`${name} is not a text.`, name);
  return value.trim() === '' ? null : value;
}

function toInteger(value: unknown, name: string): number | null | undefined {
  if (value === undefined || value === null) return value;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw badRequest(`${name} is not a whole number.`, name);
}

function lookupValue(value: unknown, name: string): unknown {
  if (value === undefined || value === null) return value;
  if (isRecord(value) && 'value' in value) return value['value'];
  throw badRequest(`${name} is not an object with a value.`, name);
}
