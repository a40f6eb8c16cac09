import { accessPermissionsOf, groupsOfUser } from '../companies/render-group.ts';
import type { Exchange } from '../http/exchange.ts';
import { toBareNumber } from '../http/json.ts';
import type { JsonObject, JsonValue } from '../http/json.ts';
import { companyUserHref, loginNameOf, partyHref } from '../http/links.ts';
import type { Link } from '../http/links.ts';
import { present } from '../query/presentation.ts';
import type { Presentation } from '../query/presentation.ts';
import { currencies, languages } from '../site/codes.ts';
import { FLAGS, FLAT_FLAGS, FLAT_TEXTS, PREFERENCES, STATUSES, TEXTS } from '../site/model.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import { preferenceLists, ssoDisplay, userTypes } from '../site/site-lists.ts';

/** From which side a user is looked at: over all companies, or in one of them. */
export type UserScope = 'everywhere' | 'company';

/** First version whose users have a party number. */
export const FIRST_PARTY_VERSION = 18;

const LOOKUPS = ['type', 'status', 'currency', 'language', 'enabledForSso', ...PREFERENCES];
const SEARCHABLE: ReadonlySet<string> = new Set([
  ...['login', 'firstName', 'email', 'partyId', 'partyNumber'],
  ...['dateAdded', 'dateModified', 'lastLogin', 'company.name', 'company.loginName'],
  ...TEXTS,
  ...FLAGS,
  ...LOOKUPS.flatMap((name) => [`${name}.value`, `${name}.displayValue`]),
]);

/** Whether `q` and `orderby` may name this path of a user. */
export function isUserPath(path: string): boolean {
  return SEARCHABLE.has(path);
}

/** All of a user in the shape of versions 16 to 19, before any switch or selection bends it. */
export function viewOfUser(user: StoredUser, company: StoredCompany): JsonObject {
  const known = views.get(user);
  if (known?.company === company) return known.view;
  const view = buildView(user, company);
  views.set(user, { company, view });
  return view;
}

/** A user as the request's version and scope show it. */
export function renderUser(
  user: StoredUser,
  scope: UserScope,
  exchange: Exchange,
  presentation: Presentation,
): JsonObject {
  const company = companyOf(user, exchange);
  if (exchange.shape === 'flat') return flatUser(user, company, exchange);
  const { company: shownCompany, partyId, partyNumber, ...rest } = viewOfUser(user, company);
  const resource = {
    ...rest,
    ...(exchange.version >= FIRST_PARTY_VERSION ? { partyId, partyNumber } : {}),
    ...(scope === 'everywhere' ? { company: shownCompany } : {}),
    ...expanded(user, exchange, presentation),
  };
  return present(
    bend(resource, exchange),
    userLinks(user, scope, exchange, presentation),
    presentation,
  );
}

export function companyOf(user: StoredUser, { site }: Pick<Exchange, 'site'>): StoredCompany {
  const company = site.store.company(user.company);
  if (company === null) throw new Error('A user of no company.');
  return company;
}

/** The address of a user: by party number where the version knows it, else in the company. */
export function userHref(user: StoredUser, scope: UserScope, exchange: Exchange): string {
  return scope === 'everywhere' && exchange.version >= FIRST_PARTY_VERSION
    ? partyHref(exchange.base, user)
    : companyUserHref(exchange.base, user);
}

const views = new WeakMap<StoredUser, { company: StoredCompany; view: JsonObject }>();

function buildView(user: StoredUser, company: StoredCompany): JsonObject {
  return {
    login: user.login,
    firstName: user.firstName,
    email: user.email,
    ...textsOf(user, TEXTS),
    ...user.flags,
    partyId: toBareNumber(user.partyId),
    partyNumber: user.partyNumber,
    dateModified: user.dateModified,
    dateAdded: user.dateAdded,
    lastLogin: user.lastLogin ?? undefined,
    type: lookup(user.type, userTypes.get(user.type)),
    language: lookup(user.language, languages.displayOf(user.language)),
    currency: lookup(user.currency, currencies.displayOf(user.currency)),
    status: lookup(user.status, STATUSES[user.status]),
    enabledForSso: lookup(user.enabledForSso, ssoDisplay(user.enabledForSso)),
    ...preferencesOf(user),
    company: { name: company.name, loginName: loginNameOf(company) },
  };
}

/** Looks up the display texts of the preferences of a user or a company. */
export function preferencesOf({ preferences }: Pick<StoredUser, 'preferences'>): JsonObject {
  const entries = PREFERENCES.map((name) => {
    const value = preferences[name];
    return [name, lookup(value, preferenceLists[name].get(value))];
  });
  return Object.fromEntries(entries) as JsonObject;
}

export function lookup(value: string | number, displayValue: string | undefined): JsonObject {
  return { value, displayValue: displayValue ?? String(value) };
}

function expanded(user: StoredUser, exchange: Exchange, { expand }: Presentation): JsonObject {
  return {
    ...(expand.has('groups') ? { groups: { items: groupsOfUser(user, exchange) } } : {}),
    ...(expand.has('accessPermissions') && !exchange.site.switches.administratorGroups
      ? { accessPermissions: { items: accessPermissionsOf(user) } }
      : {}),
  };
}

function userLinks(
  user: StoredUser,
  scope: UserScope,
  exchange: Exchange,
  { expand }: Presentation,
): readonly Link[] {
  const self = userHref(user, scope, exchange);
  const hasPermissions = scope === 'company' && !exchange.site.switches.administratorGroups;
  const children = hasPermissions ? ['groups', 'accessPermissions'] : ['groups'];
  return [
    { rel: 'self', href: self },
    ...children
      .filter((name) => !expand.has(name))
      .map((name): Link => ({ rel: 'child', href: `${self}/${name}` })),
  ];
}

/** Gives a user the oddities that the site's switches ask for. */
function bend(resource: JsonObject, { site }: Exchange): JsonObject {
  const { lookupAsScalar, misspeltAccessAdmin, unsetAsNull } = site.switches;
  let bent = resource;
  if (lookupAsScalar) bent = { ...bent, ...scalars(bent) };
  if (misspeltAccessAdmin) {
    const { isAccessAdminPermEnabled, ...rest } = bent;
    bent = { ...rest, isAccessAdminPremEnabled: isAccessAdminPermEnabled };
  }
  if (unsetAsNull) bent = { ...Object.fromEntries(TEXTS.map((name) => [name, null])), ...bent };
  return bent;
}

function scalars(resource: JsonObject): JsonObject {
  const entries = LOOKUPS.map((name): [string, JsonValue | undefined] => {
    const value = resource[name] as JsonObject | undefined;
    return [name, value?.['value']];
  });
  return Object.fromEntries(entries);
}

function textsOf(user: StoredUser, names: readonly string[]): JsonObject {
  const entries = names.map((name) => [name, user.texts[name]] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
}

/** The shape of versions 5 to 7: bare values, ids beside codes, and the flag's older name. */
function flatUser(user: StoredUser, company: StoredCompany, { site }: Exchange): JsonObject {
  const { isUserAdminPermEnabled, ...flags } = Object.fromEntries(
    FLAT_FLAGS.map((name) => [name, user.flags[name]]),
  );
  const { dateFormat, numberFormat, timeZone, units } = user.preferences;
  const resource = {
    id: user.id,
    companyId: company.id,
    login: user.login,
    firstName: user.firstName,
    email: user.email,
    type: user.type,
    status: user.status,
    enabledForSso: user.enabledForSso,
    language: languages.idOf(user.language),
    languageCode: user.language,
    currency: currencies.idOf(user.currency),
    currencyCode: user.currency,
    timeZone,
    units,
    numberFormatId: numberFormat,
    datePreId: dateFormat,
    ...flags,
    isSuperUserPermEnabled: isUserAdminPermEnabled,
    ...textsOf(user, FLAT_TEXTS),
  };
  return site.switches.unsetAsNull
    ? { ...Object.fromEntries(FLAT_TEXTS.map((name) => [name, null])), ...resource }
    : resource;
}
