import { badRequest } from '../http/problem.ts';
import { defaultsOf } from '../seed/user-defaults.ts';
import { currencies, languages } from '../site/codes.ts';
import { PREFERENCES } from '../site/model.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import { accessPermissions, preferenceLists, userTypes } from '../site/site-lists.ts';
import type { Store } from '../site/store.ts';
import type { UserChanges } from './user-input.ts';

const REQUIRED = ['login', 'firstName', 'email', 'type'] as const;

/** @throws Problem 400 naming the first of login, firstName, email and type that is missing */
export function assertComplete(changes: UserChanges): void {
  for (const name of REQUIRED)
    if ((changes[name] ?? null) === null) throw badRequest(`${name} is required`, name);
}

/**
 * The user with the changes made. Properties that were not sent stay as they are in `base`.
 *
 * @throws Problem 400 for a code, id, group or permission that the site does not have
 */
export function applyChanges(
  base: StoredUser,
  changes: UserChanges,
  { store, company }: { readonly store: Store; readonly company: StoredCompany },
): StoredUser {
  const defaults = defaultsOf(company);
  for (const name of REQUIRED)
    if (changes[name] === null) throw badRequest(`${name} is required`, name);
  const user: StoredUser = {
    ...base,
    login: changes.login ?? base.login,
    firstName: changes.firstName ?? base.firstName,
    email: changes.email ?? base.email,
    type: changes.type ?? base.type,
    status: changed(changes.status, base.status, defaults.status),
    currency: changed(changes.currency, base.currency, defaults.currency),
    language: changed(changes.language, base.language, defaults.language),
    enabledForSso: changed(changes.enabledForSso, base.enabledForSso, defaults.enabledForSso),
    preferences: changedPreferences(base, changes, company),
    texts: changedTexts(base, changes),
    flags: { ...base.flags, ...changes.flags },
    groups: changes.groups ?? base.groups,
    accessPermissions: changedPermissions(base, changes),
    dateModified: new Date().toISOString(),
  };
  assertKnownCodes(user);
  assertGroups(user, store);
  return user;
}

/** @throws Problem 400 when the user's company lacks one of the groups */
export function assertGroups(user: StoredUser, store: Store): void {
  if (user.groups.some((name) => store.group(user.company, name) === null))
    throw badRequest('A group does not exist in the company.', 'groups');
}

function changed<T>(sent: T | null | undefined, before: T, byDefault: T): T {
  if (sent === undefined) return before;
  return sent ?? byDefault;
}

function changedPreferences(
  base: StoredUser,
  { preferences }: UserChanges,
  company: StoredCompany,
): StoredUser['preferences'] {
  const value = (name: (typeof PREFERENCES)[number]): number =>
    changed(preferences[name], base.preferences[name], company.preferences[name]);
  return {
    dateFormat: value('dateFormat'),
    numberFormat: value('numberFormat'),
    timeZone: value('timeZone'),
    units: value('units'),
  };
}

function changedTexts(base: StoredUser, { texts }: UserChanges): Readonly<Record<string, string>> {
  const entries = Object.entries({ ...base.texts, ...texts });
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function changedPermissions(base: StoredUser, changes: UserChanges): readonly string[] {
  const held = new Set(base.accessPermissions);
  for (const item of changes.accessPermissions ?? []) {
    const known = accessPermissions.find(
      ({ variableName }) => variableName === item['variableName'],
    );
    if (known === undefined || typeof item['hasAccess'] !== 'boolean')
      throw badRequest('An access permission is not one of the site.', 'accessPermissions');
    if (item['hasAccess']) held.add(known.variableName);
    else held.delete(known.variableName);
  }
  return [...held];
}

function assertKnownCodes(user: StoredUser): void {
  const checks: readonly (readonly [string, boolean])[] = [
    ['type', userTypes.has(user.type)],
    ['status', user.status === 0 || user.status === 1],
    ['currency', currencies.has(user.currency)],
    ['language', languages.has(user.language)],
    ...PREFERENCES.map(
      (name) => [name, preferenceLists[name].has(user.preferences[name])] as const,
    ),
  ];
  const wrong = checks.find(([, isKnown]) => !isKnown);
  if (wrong !== undefined) throw badRequest(`${wrong[0]} is not one of the site.`, wrong[0]);
}
