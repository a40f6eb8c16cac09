import type { StringFilter, UserFilter } from '../../domain/user-filter.ts';
import type { CpqSettings } from './settings.ts';

/** A condition of CPQ's query language, which is written as JSON text in the parameter `q`. */
export type CpqCondition = Readonly<Record<string, unknown>>;

export function equalTo(property: string, value: string): CpqCondition {
  return { [property]: value };
}

/** @param conditions one or more */
export function anyOf(conditions: readonly CpqCondition[]): CpqCondition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { $or: conditions };
}

export function toQ(condition: CpqCondition): string {
  return JSON.stringify(condition);
}

/** How far CPQ can narrow a list by a filter. */
export interface Narrowing {
  /** Meets every user that the filter meets; `null`: CPQ cannot narrow it. */
  readonly q: string | null;
  /** Whether `q` and the filter meet the same users, so that CPQ's total is the filter's. */
  readonly isExact: boolean;
}

/**
 * The part of a filter that CPQ can express, `companyRef` left out (it chooses the path) and `roleRef` (it is served by
 * the group's members).
 *
 * Status is sent always. Text is sent only where the site's `$like` ignores case, as our operators do: a case-sensitive
 * match would leave users out. Currency, language, type are not sent: which fields a query covers is not documented.
 *
 * @returns `null` when no user of CPQ can meet the filter
 */
export function narrow(
  filter: UserFilter,
  { likeIgnoresCase, orQueries }: Pick<CpqSettings, 'likeIgnoresCase' | 'orQueries'>,
): Narrowing | null {
  // CPQ tells of no lock: every user's `locked` is null.
  if (filter.locked !== null) return null;
  const status = statusCondition(filter.statuses, orQueries);
  if (status === null) return null;
  const texts = [
    filter.login && textCondition('login', filter.login),
    filter.email && anyAddressCondition(filter.email),
    filter.search && searchCondition(filter.search),
  ].filter((condition) => condition !== null && condition !== '');
  const usable = texts.filter(
    (condition) =>
      condition !== undefined && likeIgnoresCase && (orQueries || !('$or' in condition)),
  );
  const conditions = [status.condition, ...usable].filter((condition) => condition !== undefined);
  return {
    q: conditions.length === 0 ? null : toQ(allOf(conditions)),
    isExact: status.isExact && texts.length === 0 && !hasOtherConditions(filter),
  };
}

function allOf(conditions: readonly CpqCondition[]): CpqCondition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { $and: conditions };
}

function hasOtherConditions(filter: UserFilter): boolean {
  return (
    filter.types !== null ||
    filter.roleRef !== null ||
    filter.currencyCode !== null ||
    filter.languageCode !== null
  );
}

const STATUS_NUMBERS: Readonly<Record<string, number>> = { ACTIVE: 1, DISABLED: 0 };

/** @returns `null` when CPQ has none of these statuses */
function statusCondition(
  statuses: UserFilter['statuses'],
  orQueries: boolean,
): { condition: CpqCondition | undefined; isExact: boolean } | null {
  if (statuses === null) return { condition: undefined, isExact: true };
  // Whatever is neither 1 nor 0 reads as UNKNOWN; no query says that.
  if (statuses.includes('UNKNOWN')) return { condition: undefined, isExact: false };
  const numbers = [...new Set(statuses)].flatMap((status) => STATUS_NUMBERS[status] ?? []);
  if (numbers.length === 0) return null;
  if (numbers.length > 1 && !orQueries) return { condition: undefined, isExact: false };
  const conditions = numbers.map((number) => ({ 'status.value': { $eq: number } }));
  return { condition: anyOf(conditions), isExact: true };
}

/** @returns `undefined` when the filter cannot be sent */
function textCondition(property: string, filter: StringFilter): CpqCondition | undefined {
  if ('in' in filter) {
    const conditions = filter.in.map((value) => like(property, [value]));
    const isUsable = conditions.length > 0 && conditions.length <= MAX_ALTERNATIVES;
    return isUsable && conditions.every((one) => one !== undefined) ? anyOf(conditions) : undefined;
  }
  if ('equals' in filter) return like(property, [filter.equals]);
  if ('startsWith' in filter) return like(property, [filter.startsWith, '%']);
  return like(property, ['%', filter.contains, '%']);
}

/** One property holds all addresses, so that each operator becomes "contains", which is wider. */
function anyAddressCondition(filter: StringFilter): CpqCondition | undefined {
  if ('in' in filter) {
    const conditions = filter.in.map((value) => textCondition('email', { contains: value }));
    const isUsable = conditions.length > 0 && conditions.length <= MAX_ALTERNATIVES;
    return isUsable && conditions.every((one) => one !== undefined) ? anyOf(conditions) : undefined;
  }
  if ('equals' in filter) return textCondition('email', { contains: filter.equals });
  if ('startsWith' in filter) return textCondition('email', { contains: filter.startsWith });
  return textCondition('email', filter);
}

/** A text with a space may stretch over first and last name, which no single property holds. */
function searchCondition(search: string): CpqCondition | undefined {
  if (/\s/.test(search)) return undefined;
  const conditions = ['login', 'firstName', 'lastName', 'email'].map((property) =>
    textCondition(property, { contains: search }),
  );
  return conditions.every((one) => one !== undefined) ? anyOf(conditions) : undefined;
}

const MAX_ALTERNATIVES = 50;

/**
 * A `%` in the text is a wildcard to CPQ, which only widens the match. Text beyond plain ASCII is not sent (its case is
 * folded in more than one way), nor are quotation mark and backslash (how CPQ escapes them is not documented).
 */
function like(property: string, parts: readonly string[]): CpqCondition | undefined {
  const pattern = parts.join('');
  return /^[ !#-[\]-~]+$/.test(pattern) ? { [property]: { $like: pattern } } : undefined;
}
