import type { Ref, User, UserStatus } from './model.ts';

/** One condition on a text; every operator ignores case. */
export type StringFilter =
  | { readonly equals: string }
  | { readonly startsWith: string }
  | { readonly contains: string }
  | { readonly in: readonly string[] };

/** Conditions on users, all of which must hold. `null`: no condition. */
export interface UserFilter {
  readonly statuses: readonly UserStatus[] | null;
  readonly locked: boolean | null;
  readonly types: readonly string[] | null;
  readonly login: StringFilter | null;
  /** Holds when any of the user's addresses meets it. */
  readonly email: StringFilter | null;
  /** Login, a name or an e-mail address contains it. */
  readonly search: string | null;
  readonly companyRef: Ref | null;
  /** Direct holders of the role; served by `RoleDirectory.listMembers`. */
  readonly roleRef: Ref | null;
  readonly currencyCode: string | null;
  /** In the backend's own spelling (`iw_IL`): the gateway translates a BCP 47 tag before it asks a backend. */
  readonly languageCode: string | null;
}

export const NO_FILTER: UserFilter = {
  statuses: null,
  locked: null,
  types: null,
  login: null,
  email: null,
  search: null,
  companyRef: null,
  roleRef: null,
  currencyCode: null,
  languageCode: null,
};

/**
 * Whether a user meets every condition of the filter but `roleRef`, which no row can answer.
 *
 * The gateway applies it to every row that a backend lists: a backend may narrow its list by some conditions
 * (its match must be a superset of this one), and this completes the rest.
 */
export function matchesUserFilter(user: User, filter: UserFilter): boolean {
  return (
    (filter.statuses === null || filter.statuses.includes(user.status)) &&
    (filter.locked === null || user.locked === filter.locked) &&
    (filter.types === null || includesIgnoringCase(filter.types, user.type)) &&
    (filter.login === null || matchesText(user.login, filter.login)) &&
    (filter.email === null || matchesAny(user.emails, filter.email)) &&
    (filter.search === null || matchesSearch(user, fold(filter.search))) &&
    (filter.companyRef === null || isSameRef(user.companyRef, filter.companyRef)) &&
    (filter.currencyCode === null || equalsIgnoringCase(user.currencyCode, filter.currencyCode)) &&
    (filter.languageCode === null || equalsIgnoringCase(user.languageCode, filter.languageCode))
  );
}

/** Case folding of every filter: the default Unicode lower case, so that no locale of the machine matters. */
export function fold(text: string): string {
  return text.toLowerCase();
}

function matchesText(text: string, filter: StringFilter): boolean {
  const folded = fold(text);
  if ('equals' in filter) return folded === fold(filter.equals);
  if ('startsWith' in filter) return folded.startsWith(fold(filter.startsWith));
  if ('contains' in filter) return folded.includes(fold(filter.contains));
  return filter.in.some((candidate) => fold(candidate) === folded);
}

function matchesAny(texts: readonly string[], filter: StringFilter): boolean {
  return texts.some((text) => matchesText(text, filter));
}

function matchesSearch(user: User, needle: string): boolean {
  const haystacks = [
    user.login,
    user.displayName,
    user.firstName,
    user.middleName,
    user.lastName,
    [user.firstName, user.lastName].filter(Boolean).join(' '),
    ...user.emails,
  ];
  return haystacks.some((text) => text !== null && fold(text).includes(needle));
}

function isSameRef(left: Ref | null, right: Ref): boolean {
  return left !== null && left.backend === right.backend && left.nativeId === right.nativeId;
}

function equalsIgnoringCase(left: string | null, right: string): boolean {
  return left !== null && fold(left) === fold(right);
}

function includesIgnoringCase(candidates: readonly string[], text: string | null): boolean {
  return text !== null && candidates.some((candidate) => fold(candidate) === fold(text));
}
