import { invalidParameter, missing } from './refusal.ts';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The business parameters of a call: text on the wire, checked here as they are read. */
export interface Parameters {
  /** null when it was not sent; a text that was sent empty is `''`. */
  text(name: string): string | null;
  /** @throws Refusal when it was not sent or is empty */
  required(name: string): string;
  flag(name: string): boolean | null;
  integer(name: string, limits: { readonly min: number; readonly max: number }): number | null;
  choice<T extends string>(name: string, values: readonly T[]): T | null;
  requiredChoice<T extends string>(name: string, values: readonly T[]): T;
  /** `Tags.1.Key`, `Tags.1.Value` and so on. */
  tags(): readonly Tag[];
  /** Equal for two calls that differ in nothing but the names left out. */
  fingerprint(leftOut: readonly string[]): string;
}

const COMMON_PARAMETERS = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'RegionId',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);
const MAX_TAGS = 21;

export function createParameters(sent: Iterable<readonly [string, string]>): Parameters {
  const values = new Map([...sent].filter(([name]) => !COMMON_PARAMETERS.has(name)));
  const text = (name: string): string | null => values.get(name) ?? null;
  const required = (name: string): string => {
    const value = text(name);
    if (!value) throw missing(name);
    return value;
  };
  const choice = <T extends string>(name: string, choices: readonly T[]): T | null => {
    const value = text(name);
    if (!value) return null;
    const chosen = choices.find((candidate) => candidate === value);
    if (chosen === undefined) throw invalidParameter(name);
    return chosen;
  };
  return {
    text,
    required,
    choice,
    requiredChoice: (name, choices) => {
      const chosen = choice(name, choices);
      if (chosen === null) throw missing(name);
      return chosen;
    },
    flag: (name) => {
      const value = text(name)?.toLowerCase();
      if (!value) return null;
      if (value !== 'true' && value !== 'false') throw invalidParameter(name);
      return value === 'true';
    },
    integer: (name, { min, max }) => {
      const value = text(name);
      if (!value) return null;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
      if (!(number >= min && number <= max)) throw invalidParameter(name);
      return number;
    },
    tags: () => readTags(values),
    fingerprint: (leftOut) =>
      JSON.stringify([...values].filter(([name]) => !leftOut.includes(name)).toSorted()),
  };
}

function readTags(values: ReadonlyMap<string, string>): readonly Tag[] {
  const numbers = new Set<number>();
  for (const name of values.keys()) {
    const number = /^Tags\.([1-9]\d{0,3})\.(?:Key|Value)$/.exec(name)?.[1];
    if (number !== undefined) numbers.add(Number(number));
  }
  if (numbers.size > MAX_TAGS) throw invalidParameter('Tags');
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => {
      const Key = values.get(`Tags.${number}.Key`);
      if (!Key) throw invalidParameter('Tags');
      return { Key, Value: values.get(`Tags.${number}.Value`) ?? '' };
    });
}
