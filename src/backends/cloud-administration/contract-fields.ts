import { isJsonObject } from '../../http/json.ts';

/** Reads one attribute of an answer. @throws WrongShapeError when no tolerance makes it what it should be */
export type FieldReader<T> = (value: unknown, field: string) => T;

/** The readers of an object's attributes, by their names on the wire. */
export type FieldReaders = Readonly<Record<string, FieldReader<unknown>>>;

/** What a table of readers makes of an object. */
export type FieldsOf<Readers extends FieldReaders> = {
  readonly [Field in keyof Readers]: ReturnType<Readers[Field]>;
};

/** An answer is not what the contract says. Its message names the attribute and never quotes a value. */
export class WrongShapeError extends Error {}

/** Text; numbers and booleans become text, since documented types and published examples disagree. Blank is `null`. */
export function text(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new WrongShapeError(`${field} is not text`);
}

/** Text that must be there. */
export function requiredText(value: unknown, field: string): string {
  const found = text(value, field);
  if (found === null) throw new WrongShapeError(`${field} is missing`);
  return found;
}

/** A boolean, or the word for one. */
export function flag(value: unknown, field: string): boolean | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  throw new WrongShapeError(`${field} is not a boolean`);
}

/** A date as it came: which of its many forms it has is found out where the time zone is known. */
export function date(value: unknown): unknown {
  return value ?? null;
}

/** A list, of which a single element may stand for itself. Absent is empty. */
export function listOf<T>(element: FieldReader<T>): FieldReader<readonly T[]> {
  return (value, field) => {
    if (value === undefined || value === null) return [];
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return elements.map((one) => element(one, field));
  };
}

/** An object that may be absent or wrapped in an array of one. */
export function optional<T>(element: FieldReader<T>): FieldReader<T | null> {
  return (value, field) => {
    const wrapped: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (wrapped.length > 1) throw new WrongShapeError(`${field} is a list`);
    return wrapped[0] === undefined || wrapped[0] === null ? null : element(wrapped[0], field);
  };
}

/** An object with these attributes; any other is left behind. */
export function objectOf<Readers extends FieldReaders>(
  type: string,
  readers: Readers,
): FieldReader<FieldsOf<Readers>> {
  const fields = Object.entries(readers).map(
    ([name, read]) => [name, read, `${type}.${name}`] as const,
  );
  return (value, field) => {
    if (!isJsonObject(value)) throw new WrongShapeError(`${field} is not an object`);
    const found: Record<string, unknown> = {};
    for (const [name, read, label] of fields) found[name] = read(value[name], label);
    return found as FieldsOf<Readers>;
  };
}
