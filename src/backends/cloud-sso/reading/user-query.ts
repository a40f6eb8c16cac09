import type { StringFilter, UserFilter } from '../../../domain/user-filter.ts';
import { fold } from '../../../domain/user-filter.ts';
import type { UserStatus } from '../../../domain/model.ts';

/** Conditions of ListUsers; all must hold. */
export type UserConditions = {
  readonly Status?: 'Enabled' | 'Disabled';
  readonly Filter?: string;
};

/**
 * A filter in terms of ListUsers.
 *
 * - `nobody`: no user of CloudSSO can meet it
 * - `conditions`: a list with these conditions holds everyone who meets it, and nobody else where `isComplete`
 * - `logins`: one list for each login; together they hold everyone who meets it, and nobody else where `isComplete`
 */
export type UserQuery =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'conditions';
      readonly conditions: UserConditions;
      readonly isComplete: boolean;
    }
  | {
      readonly kind: 'logins';
      readonly logins: readonly UserConditions[];
      readonly isComplete: boolean;
    };

/** Above this many a login at a time costs more than reading pages of 100: a directory holds 1000 users by default. */
const MAX_LOGINS = 10;

/**
 * @param filterIgnoresCase whether CloudSSO's `Filter` ignores case, as the gateway's filters do and as it documents;
 *   if not, its match could leave out users that belong into the answer
 */
export function toUserQuery(filter: UserFilter, filterIgnoresCase: boolean): UserQuery {
  const status = statusCondition(filter.statuses);
  if (status === null || asksForWhatNobodyHas(filter)) return { kind: 'nobody' };
  const isRestComplete = filter.email === null && filter.search === null && filter.roleRef === null;
  const { conditions } = status;
  const isComplete = status.isComplete && isRestComplete;
  if (filter.login === null) return { kind: 'conditions', conditions, isComplete };
  const logins = filterIgnoresCase ? loginFilters(filter.login) : null;
  if (logins === null) return { kind: 'conditions', conditions, isComplete: false };
  const [only] = logins;
  if (only === undefined) return { kind: 'nobody' };
  if (logins.length === 1) {
    return { kind: 'conditions', conditions: { ...conditions, Filter: only }, isComplete };
  }
  const all = logins.map((Filter) => ({ ...conditions, Filter }));
  return { kind: 'logins', logins: all, isComplete };
}

/** The condition that holds for the user with this login alone; `null` for a text that no login can be. */
export function loginEquals(login: string): string | null {
  return isLogin(login) ? `UserName eq ${login}` : null;
}

/** Attributes that CloudSSO does not keep, so that no condition on them can hold. */
function asksForWhatNobodyHas(filter: UserFilter): boolean {
  return (
    filter.locked !== null ||
    filter.types !== null ||
    filter.companyRef !== null ||
    filter.currencyCode !== null ||
    filter.languageCode !== null
  );
}

/** @returns `null` when no user has one of these statuses */
function statusCondition(
  statuses: readonly UserStatus[] | null,
): { readonly conditions: UserConditions; readonly isComplete: boolean } | null {
  if (statuses === null) return { conditions: {}, isComplete: true };
  // A status that CloudSSO does not document becomes UNKNOWN here, and it cannot be asked for.
  const isUnknownWanted = statuses.includes('UNKNOWN');
  const active = statuses.includes('ACTIVE');
  const disabled = statuses.includes('DISABLED');
  if (active && disabled) return { conditions: {}, isComplete: true };
  if (isUnknownWanted) return { conditions: {}, isComplete: false };
  if (active) return { conditions: { Status: 'Enabled' }, isComplete: true };
  return disabled ? { conditions: { Status: 'Disabled' }, isComplete: true } : null;
}

/** `Filter` for each login that the condition names; `null` where CloudSSO cannot tell. */
function loginFilters(login: StringFilter): readonly string[] | null {
  if ('contains' in login) return null;
  if ('startsWith' in login) {
    return isLogin(login.startsWith) ? [`UserName sw ${login.startsWith}`] : null;
  }
  const wanted = 'equals' in login ? [login.equals] : login.in;
  const distinct = [...new Map(wanted.map((each) => [fold(each), each])).values()];
  if (distinct.length > MAX_LOGINS) return null;
  const filters = distinct.map(loginEquals);
  return filters.every((each) => each !== null) ? filters : null;
}

/** The characters of a UserName, as documented. A filter has no quoting, and with these it needs none. */
function isLogin(text: string): boolean {
  return /^[A-Za-z0-9@_.-]{1,64}$/.test(text);
}
