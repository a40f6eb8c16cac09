import type { StringFilter, UserFilter } from '../../../domain/user-filter.ts';
import type { CpqSettings } from '../settings.ts';

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
  const texts = likeIgnoresCase ? textConditions(filter) : [];
  const usable = texts.filter((condition) => orQueries || !('$or' in condition));
  const conditions = status.condition === undefined ? usable : [status.condition, ...usable];
  return {
    q: conditions.length === 0 ? null : toQ(allOf(conditions)),
    isExact: status.isExact && !hasOtherConditions(filter),
  };
}

function allOf(conditions: readonly CpqCondition[]): CpqCondition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { $and: conditions };
}

/** Whether anything but status and company is asked for. */
function hasOtherConditions(filter: UserFilter): boolean {
  const { types, login, email, search, roleRef, currencyCode, languageCode } = filter;
  return [types, login, email, search, roleRef, currencyCode, languageCode].some(
    (condition) => condition !== null,
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

function textConditions({ login, email, search }: UserFilter): readonly CpqCondition[] {
  return [
    login === null ? undefined : textCondition('login', login, toLoginPattern),
    email === null ? undefined : textCondition('email', email, toAddressPattern),
    search === null ? undefined : searchCondition(search),
  ].filter((condition) => condition !== undefined);
}

/** @returns `undefined` when the filter cannot be sent */
function textCondition(
  property: string,
  filter: StringFilter,
  toPattern: (text: string, operator: TextOperator) => string,
): CpqCondition | undefined {
  if ('in' in filter) {
    return anyLike(filter.in.map((text) => [property, toPattern(text, 'equals')]));
  }
  if ('equals' in filter) return like(property, toPattern(filter.equals, 'equals'));
  if ('startsWith' in filter) return like(property, toPattern(filter.startsWith, 'startsWith'));
  return like(property, toPattern(filter.contains, 'contains'));
}

type TextOperator = 'equals' | 'startsWith' | 'contains';

function toLoginPattern(text: string, operator: TextOperator): string {
  if (operator === 'equals') return text;
  return operator === 'startsWith' ? `${text}%` : `%${text}%`;
}

/** One property holds all addresses, so that each operator becomes "contains", which is wider. */
function toAddressPattern(text: string): string {
  return `%${text}%`;
}

/** A text with a space may stretch over first and last name, which no single property holds. */
function searchCondition(search: string): CpqCondition | undefined {
  if (/\s/.test(search)) return undefined;
  const properties = ['login', 'firstName', 'lastName', 'email'];
  return anyLike(properties.map((property) => [property, `%${search}%`]));
}

const MAX_ALTERNATIVES = 50;

function anyLike(
  patterns: readonly (readonly [property: string, pattern: string])[],
): CpqCondition | undefined {
  if (patterns.length === 0 || patterns.length > MAX_ALTERNATIVES) return undefined;
  const conditions = patterns.map(([property, pattern]) => like(property, pattern));
  return conditions.every((condition) => condition !== undefined) ? anyOf(conditions) : undefined;
}

/**
 * A `%` in the text is a wildcard to CPQ, which only widens the match. Text beyond plain ASCII is not sent (its case is
 * folded in more than one way), nor are quotation mark and backslash (how CPQ escapes them is not documented).
 */
function like(property: string, pattern: string): CpqCondition | undefined {
  return /^[ !#-[\]-~]+$/.test(pattern) ? { [property]: { $like: pattern } } : undefined;
}
