import { isJsonObject } from '../../http/json.ts';

/** Thrown by a decoder; `path` leads to the value, in names of the contract and indexes alone. */
export class WrongShape extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** Reads one value that is there; `undefined`: it holds nothing. @throws WrongShape */
export type Decoder<T> = (value: unknown, path: string) => T | undefined;

/** What a table of decoders makes of an object: every property may be missing. */
export type Decoded<T> = {
  readonly [K in keyof T]?: T[K] extends Decoder<infer V> ? V : never;
};

/** A choice of CPQ in one shape, whether it came bare or with its text; numbers are decimal text. */
export interface CpqLookup {
  readonly value: string | null;
  readonly displayValue: string | null;
}

/** Text; a number counts as its digits, and `""` as nothing, as CPQ leaves out what is not set. */
export const text: Decoder<string> = (value, path) => {
  if (typeof value !== 'string' && typeof value !== 'number') throw new WrongShape(path);
  return String(value) || undefined;
};

export const flag: Decoder<boolean> = (value, path) => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new WrongShape(path);
};

export const count: Decoder<number> = (value, path) => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new WrongShape(path);
  return number;
};

/** A bare value or `{ value, displayValue }`: versions 5 to 7 send the one, later ones the other, user's groups either. */
export const lookup: Decoder<CpqLookup> = (value, path) => {
  const whole = isJsonObject(value) ? value : { value };
  const code = scalar(whole['value'], `${path}.value`);
  const displayValue = scalar(whole['displayValue'], `${path}.displayValue`);
  return code === null && displayValue === null ? undefined : { value: code, displayValue };
};

/** The items of a collection, which may also come as a bare array; `undefined` for one that was not expanded. */
export function items<T>(decodeItem: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) => {
    const list = isJsonObject(value) ? value['items'] : value;
    if (list === undefined || list === null) return undefined;
    if (!Array.isArray(list)) throw new WrongShape(path);
    // What an expansion cut off is read by its own call.
    if (isJsonObject(value) && value['hasMore'] === true) return undefined;
    return list.flatMap((item, index) => decodeItem(item, `${path}.${index}`) ?? []);
  };
}

/**
 * A decoder of objects by a table. Properties that the table does not name are ignored, `null` is absence.
 *
 * @param aliases other spellings: they count where the right one is absent
 */
export function object<T extends Readonly<Record<string, Decoder<unknown>>>>(
  table: T,
  aliases: Readonly<Record<string, keyof T & string>> = {},
): Decoder<Decoded<T>> {
  const fields = new Map(Object.entries(table).map(([name, decode]) => [name, { name, decode }]));
  const otherNames = Object.entries(aliases);
  return (value, path) => {
    if (!isJsonObject(value)) throw new WrongShape(path);
    const decoded: Record<string, unknown> = {};
    for (const name in value) {
      const field = fields.get(name);
      if (field !== undefined) put(decoded, field, value[name], path);
    }
    for (const [alias, name] of otherNames) {
      const field = fields.get(name);
      if (field !== undefined && decoded[name] === undefined)
        put(decoded, field, value[alias], path);
    }
    return decoded as Decoded<T>;
  };
}

function put(
  decoded: Record<string, unknown>,
  { name, decode }: { readonly name: string; readonly decode: Decoder<unknown> },
  value: unknown,
  path: string,
): void {
  if (value === undefined || value === null) return;
  const result = decode(value, `${path}.${name}`);
  if (result !== undefined) decoded[name] = result;
}

function scalar(value: unknown, path: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new WrongShape(path);
}

/** An object of which one property must be there. */
export function requiring<T extends object>(
  decode: Decoder<Partial<T>>,
  name: keyof T & string,
): Decoder<T> {
  return (value, path) => {
    const decoded = decode(value, path);
    if (decoded?.[name] === undefined) throw new WrongShape(`${path}.${name}`);
    return decoded as T;
  };
}
