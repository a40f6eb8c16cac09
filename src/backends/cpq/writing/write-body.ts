import { userError, type UserAttributes, type UserError } from '../../../domain/user-write.ts';
import { isJsonObject } from '../../../http/json.ts';
import type { CpqSettings } from '../settings.ts';
import type { Codes } from './codes.ts';
import {
  ADDRESSES,
  COMMON_FIELDS,
  OWN_FIELDS,
  addressFields,
  type WireField,
} from './wire-fields.ts';

/** Properties of a user as they go onto the wire. */
export type WireUser = Readonly<Record<string, unknown>>;

/** Every reason against a write; nothing is sent. */
export interface Refused {
  readonly refused: readonly UserError[];
}

export interface BodyOptions {
  readonly version: CpqSettings['version'];
  readonly clearedText: CpqSettings['clearedText'];
  readonly codes: Codes;
  /** Whether the user is created: there is nothing to clear then. */
  readonly isNew: boolean;
}

/** What CPQ requires of a new user, and of one that is replaced, beside the login. */
export const REQUIRED = ['firstName', 'emails', 'type'] as const;

/**
 * The properties to send for the attributes that are given, and no others: CPQ leaves alone what a PATCH does not hold.
 *
 * How CPQ clears a text is not documented: `clearedText` is sent. A choice or a flag cannot be cleared.
 */
export function toWireUser(
  { own, ...common }: UserAttributes,
  options: BodyOptions,
): { readonly properties: WireUser } | Refused {
  const parts = [
    ...given(common).flatMap(([name, value]) => toCommonParts(name, value, options)),
    ...given(own).flatMap(([part, values]) => toOwnParts(part, values, options)),
  ];
  const refused = parts.flatMap((part) => ('error' in part ? [part.error] : []));
  if (refused.length > 0) return { refused };
  return {
    properties: Object.fromEntries(
      parts.flatMap((part) => ('name' in part ? [entryOf(part)] : [])),
    ),
  };
}

/** INVALID for each attribute that CPQ requires and that is not given; one that is given without a value is refused by itself. */
export function missingAttributes(attributes: UserAttributes): readonly UserError[] {
  return REQUIRED.filter((name) => attributes[name] === undefined).map((name) =>
    invalid(['attributes', name], `Oracle CPQ requires ${name}.`),
  );
}

/** A status as it is written. */
export function toWireStatus(
  status: 'ACTIVE' | 'DISABLED',
  version: CpqSettings['version'],
): WireUser {
  const value = status === 'ACTIVE' ? 1 : 0;
  return { status: version < 16 ? value : { value } };
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value;
}

export function invalid(path: readonly string[], message: string): UserError {
  return userError('INVALID', message, { path });
}

type Part = { readonly name: string; readonly value: unknown } | { readonly error: UserError };

function toCommonParts(name: string, value: unknown, options: BodyOptions): readonly Part[] {
  const path = ['attributes', name];
  const field = COMMON_FIELDS[name];
  if (field === undefined) return [unstorable(path)];
  if (isBlank(value)) return [toPart(path, null, { field, options })];
  switch (name) {
    case 'emails':
      return toEmailParts(path, value, { field, options });
    case 'currencyCode':
      return [toCodePart(path, options.codes.currencyOf(String(value)), { field, options })];
    case 'languageTag':
      return [toCodePart(path, options.codes.languageOf(String(value)), { field, options })];
    default:
      return [toPart(path, value, { field, options })];
  }
}

interface Target {
  readonly field: WireField;
  readonly options: BodyOptions;
}

/** All addresses go into one text, with commas between them. */
function toEmailParts(path: readonly string[], value: unknown, target: Target): readonly Part[] {
  const addresses = Array.isArray(value) ? value.map((address) => String(address).trim()) : [];
  const wrong = addresses.flatMap((address, index) =>
    address === '' || address.includes(',') ? [[...path, String(index)]] : [],
  );
  if (wrong.length === 0) return [toPart(path, addresses.join(','), target)];
  return wrong.map((own) => ({
    error: invalid(own, 'Write one address here: it must not be empty or hold a comma.'),
  }));
}

function toCodePart(path: readonly string[], code: string | null, target: Target): Part {
  if (code !== null) return toPart(path, code, target);
  return { error: invalid(path, `Oracle CPQ does not know this ${path.at(-1)}.`) };
}

function toOwnParts(part: string, values: unknown, options: BodyOptions): readonly Part[] {
  return given(values).flatMap(([name, value]) => {
    const path = ['attributes', part, name];
    if (part !== 'cpq') return [unstorable(path)];
    const prefix = ADDRESSES[name];
    if (prefix !== undefined) return toAddressParts(path, value, { prefix, options });
    const field = OWN_FIELDS[name];
    return [field === undefined ? unstorable(path) : toPart(path, value, { field, options })];
  });
}

/** `null` in place of an address clears every part of it. */
function toAddressParts(
  path: readonly string[],
  address: unknown,
  { prefix, options }: { readonly prefix: string; readonly options: BodyOptions },
): readonly Part[] {
  const fields = addressFields(prefix);
  const parts = address === null ? [...fields.keys()].map((part) => [part, null]) : given(address);
  return parts.map(([part, value]) => {
    const field = fields.get(String(part));
    const own = [...path, String(part)];
    return field === undefined ? unstorable(own) : toPart(own, value, { field, options });
  });
}

function toPart(path: readonly string[], value: unknown, { field, options }: Target): Part {
  const { version, clearedText, isNew } = options;
  const name = version < 16 ? field.flat : field.name;
  if (name === null) {
    const message = `Version ${version} of Oracle CPQ has no such attribute; version 16 has.`;
    return { error: invalid(path, message) };
  }
  if (isBlank(value)) {
    if (!field.clearable) return { error: invalid(path, 'Oracle CPQ cannot clear this.') };
    return { name, value: isNew ? undefined : clearedText };
  }
  return { name, value: field.isChoice && version >= 16 ? { value } : value };
}

function entryOf({ name, value }: Extract<Part, { readonly name: string }>) {
  return [name, value] as const;
}

function unstorable(path: readonly string[]): Part {
  return { error: invalid(path, 'Oracle CPQ does not keep this attribute.') };
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function given(object: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (!isJsonObject(object)) return [];
  return Object.entries(object).filter(([, value]) => value !== undefined);
}
