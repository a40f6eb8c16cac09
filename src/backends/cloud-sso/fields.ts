import { isJsonObject } from '../../http/json.ts';

/**
 * A wire type after parsing: what CloudSSO may leave out is `null` then.
 *
 * Whether CloudSSO leaves out what is unset, or sends it as null or an empty string, is not documented; its XML samples
 * show empty elements. All three are read as "no value".
 */
export type Parsed<T> = T extends readonly (infer Item)[]
  ? readonly Parsed<Item>[]
  : T extends object
    ? { readonly [K in keyof T]-?: ParsedMember<T[K]> }
    : T;

type ParsedMember<M> = undefined extends M ? Parsed<Exclude<M, undefined>> | null : Parsed<M>;

/** Reads a value of an answer. @throws ContractViolation when it is of another type */
export type FieldReader<T> = (value: unknown, field: string) => T;

/** An answer is not what the contract says. Holds the field's name, never its value. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
  readonly field: string;

  constructor(field: string) {
    super(`The answer's ${field} is not what the contract says.`);
    this.field = field;
  }
}

/** An object with these fields; others are ignored, for CloudSSO may add some. */
export function object<T extends object>(fields: {
  readonly [K in keyof T]-?: FieldReader<ParsedMember<T[K]>>;
}): FieldReader<Parsed<T>> {
  const readers = Object.entries<FieldReader<unknown>>(fields);
  return (value, field) => {
    if (!isJsonObject(value)) throw new ContractViolation(field);
    const parsed: Record<string, unknown> = {};
    for (const [name, read] of readers) parsed[name] = read(value[name], name);
    return parsed as Parsed<T>;
  };
}

/** A list; absent is wrong. */
export function listOf<T>(item: FieldReader<T>): FieldReader<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) throw new ContractViolation(field);
    return value.map((entry) => item(entry, field));
  };
}

/** What `read` reads, or `null` for an absent value. */
export function optional<T>(read: FieldReader<T>): FieldReader<T | null> {
  return (value, field) => (isAbsent(value) ? null : read(value, field));
}

/** A text that is not empty. */
export const text: FieldReader<string> = (value, field) => {
  if (typeof value !== 'string' || value === '') throw new ContractViolation(field);
  return value;
};

export const optionalText = optional(text);

export const optionalInteger: FieldReader<number | null> = optional((value, field) => {
  if (!Number.isSafeInteger(value)) throw new ContractViolation(field);
  return value as number;
});

export const optionalFlag: FieldReader<boolean | null> = optional((value, field) => {
  if (typeof value !== 'boolean') throw new ContractViolation(field);
  return value;
});

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
