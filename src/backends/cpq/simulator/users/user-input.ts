import { readItems } from '../http/body.ts';
import type { RequestBody } from '../http/body.ts';
import type { Exchange } from '../http/exchange.ts';
import { badRequest } from '../http/problem.ts';
import { createPropertyReader } from '../http/property-reader.ts';
import type { PropertyReader } from '../http/property-reader.ts';
import { currencies, languages } from '../site/codes.ts';
import type { CodeList } from '../site/codes.ts';
import { FLAGS, FLAT_FLAGS, FLAT_TEXTS, PREFERENCES, TEXTS } from '../site/model.ts';
import type { Flag, Preference } from '../site/model.ts';
import { FIRST_PARTY_VERSION } from './render-user.ts';

/** What a body says about a user. A property that is absent was not sent; `null` asks for its default. */
export interface UserChanges {
  readonly login?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly status?: number | null | undefined;
  readonly currency?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly enabledForSso?: string | null | undefined;
  readonly preferences: Readonly<Partial<Record<Preference, number | null>>>;
  readonly texts: Readonly<Partial<Record<string, string | null>>>;
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>;
  readonly groups?: readonly string[] | undefined;
  readonly accessPermissions?: readonly RequestBody[] | undefined;
  readonly password?: string | null | undefined;
  readonly emailPassword: boolean;
}

const MISSPELT_ACCESS_ADMIN = 'isAccessAdminPremEnabled';
const RESPONSE_ONLY = ['links', 'partyId', 'partyNumber', 'company'];
const RESPONSE_DATES = ['dateAdded', 'dateModified', 'lastLogin'];
const MAIN = ['login', 'firstName', 'email', 'type', 'status', 'currency', 'language'];
const LOOKUP_NAMES: ReadonlySet<string> = new Set([
  ...[...MAIN, 'enabledForSso', 'password', 'emailPassword', 'groups', 'accessPermissions'],
  ...[...PREFERENCES, ...TEXTS, ...FLAGS, MISSPELT_ACCESS_ADMIN],
  ...[...RESPONSE_ONLY, ...RESPONSE_DATES],
]);
const FLAT_NAMES: ReadonlySet<string> = new Set([
  ...[...MAIN, 'currencyCode', 'languageCode', 'enabledForSso', 'id', 'companyId'],
  ...['timeZone', 'units', 'numberFormatId', 'datePreId', 'isSuperUserPermEnabled'],
  ...[...FLAT_TEXTS, ...FLAT_FLAGS, MISSPELT_ACCESS_ADMIN],
]);

/**
 * Reads a user in the shape of the request's version.
 *
 * @throws Problem 400 for a value of the wrong kind, and for an unknown property where the site rejects them
 */
export function readUserChanges(body: RequestBody, exchange: Exchange): UserChanges {
  const reader = createPropertyReader(body);
  const known = exchange.shape === 'flat' ? FLAT_NAMES : LOOKUP_NAMES;
  if (exchange.site.switches.unknownProperties === 'reject') assertKnown(reader, known);
  return exchange.shape === 'flat' ? readFlat(reader) : readLookups(reader, exchange.version);
}

function assertKnown(reader: PropertyReader, known: ReadonlySet<string>): void {
  if (reader.names.some((name) => !known.has(name)))
    throw badRequest('The body has a property that a user does not have.');
}

function readLookups(reader: PropertyReader, version: number): UserChanges {
  return {
    ...readMain(reader),
    type: reader.textLookup('type'),
    status: reader.integerLookup('status'),
    currency: reader.textLookup('currency'),
    language: reader.textLookup('language'),
    enabledForSso: reader.textLookup('enabledForSso'),
    preferences: present(PREFERENCES, (name) => reader.integerLookup(name)),
    texts: present(TEXTS, (name) => reader.text(name)),
    flags: readFlags(reader, FLAGS),
    groups: reader.has('groups') ? readVariableNames(reader.raw('groups'), 'groups') : undefined,
    accessPermissions: reader.has('accessPermissions')
      ? readItems(reader.raw('accessPermissions'), 'accessPermissions')
      : undefined,
    ...readPassword(reader, version),
  };
}

/** Codes win over the ids that stand beside them. */
function readFlat(reader: PropertyReader): UserChanges {
  const preferences = {
    dateFormat: reader.integer('datePreId'),
    numberFormat: reader.integer('numberFormatId'),
    timeZone: reader.integer('timeZone'),
    units: reader.integer('units'),
  };
  const isSuperUser = reader.flag('isSuperUserPermEnabled');
  return {
    ...readMain(reader),
    type: reader.text('type'),
    status: reader.integer('status'),
    currency: reader.text('currencyCode') ?? codeOfId(reader, 'currency', currencies),
    language: reader.text('languageCode') ?? codeOfId(reader, 'language', languages),
    enabledForSso: reader.text('enabledForSso'),
    preferences: present(PREFERENCES, (name) => preferences[name]),
    texts: present(FLAT_TEXTS, (name) => reader.text(name)),
    flags: {
      ...readFlags(reader, FLAT_FLAGS),
      ...(isSuperUser === undefined ? {} : { isUserAdminPermEnabled: isSuperUser }),
    },
    emailPassword: false,
  };
}

function readMain(reader: PropertyReader) {
  return {
    login: reader.text('login'),
    firstName: reader.text('firstName'),
    email: reader.text('email'),
  };
}

function readFlags(reader: PropertyReader, names: readonly Flag[]): UserChanges['flags'] {
  const misspelt = reader.flag(MISSPELT_ACCESS_ADMIN);
  return {
    ...(misspelt === undefined ? {} : { isAccessAdminPermEnabled: misspelt }),
    ...present(names, (name) => reader.flag(name)),
  };
}

/**
 * `password` and `emailPassword` are properties of version 19's user; that version 18 has them follows from its being
 * the same resource. For 16 and 17, whose pages print another request, they are unknown here.
 */
function readPassword(
  reader: PropertyReader,
  version: number,
): Pick<UserChanges, 'password' | 'emailPassword'> {
  if (version < FIRST_PARTY_VERSION) return { emailPassword: false };
  return {
    password: reader.text('password'),
    emailPassword: reader.flag('emailPassword') ?? false,
  };
}

/** The variable names of `{"items":[{"variableName":"…"}]}`, each once. @throws Problem 400 */
export function readVariableNames(value: unknown, property?: string): readonly string[] {
  const names = readItems(value, property).map((item) => {
    const name = item['variableName'];
    if (typeof name !== 'string') throw badRequest('An item has no variableName.', property);
    return name;
  });
  return [...new Set(names)];
}

function codeOfId(reader: PropertyReader, name: string, list: CodeList): string | undefined {
  const id = reader.integer(name);
  if (id === undefined || id === null) return undefined;
  const code = list.codeOf(id);
  if (code === null) throw badRequest(`${name} is not an id of the site.`, name);
  return code;
}

function present<K extends string, V>(
  names: readonly K[],
  read: (name: K) => V | undefined,
): Partial<Record<K, V>> {
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<
    Record<K, V>
  >;
}
