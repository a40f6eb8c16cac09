import { Secret } from '../../domain/secret.ts';
import { encodeQuery } from '../../http/encode.ts';

/** A parameter's value; an absent one is not sent. */
export type ParameterValue =
  | string
  | number
  | boolean
  | Secret
  | readonly Readonly<Record<string, string>>[]
  | null
  | undefined;

export type Parameters = Readonly<Record<string, ParameterValue>>;

/**
 * The form body of a request. A list becomes `Tags.1.Key=…&Tags.1.Value=…`, counted from 1.
 *
 * All parameters travel here and none in the address: addresses end up in logs, and a password may be among them.
 */
export function toFormBody(parameters: Parameters): string {
  return encodeQuery(Object.fromEntries(Object.entries(parameters).flatMap(flatten)));
}

function flatten([name, value]: readonly [string, ParameterValue]): [
  string,
  string | number | boolean,
][] {
  if (value === null || value === undefined) return [];
  if (value instanceof Secret) return [[name, value.reveal()]];
  if (typeof value !== 'object') return [[name, value]];
  return value.flatMap((entry, index) =>
    Object.entries(entry).map(([field, text]): [string, string] => [
      `${name}.${index + 1}.${field}`,
      text,
    ]),
  );
}
