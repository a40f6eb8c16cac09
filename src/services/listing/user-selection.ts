import { orThrow } from '../../domain/answers.ts';
import type { Backend, ReadContext } from '../../domain/backend.ts';
import { isInScope } from '../../domain/caller.ts';
import { isBackendFailure } from '../../domain/errors.ts';
import type { GatewayError } from '../../domain/errors.ts';
import type { BackendName, Ref } from '../../domain/model.ts';
import { NO_FILTER } from '../../domain/user-filter.ts';
import type { StringFilter, UserFilter } from '../../domain/user-filter.ts';
import { findCurrencyCode, findLanguageCode } from '../reading/reference-data.ts';
import { chooseBackends, onlyCompanyOf, seesAllOf, seesRole } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

/** The conditions of a list of users, as a caller gives them. `null`: no condition. */
export interface UserListFilter {
  readonly backends: readonly BackendName[] | null;
  /** In BCP 47 or a backend's own spelling; each backend is asked in its own. */
  readonly languageTag: string | null;
  readonly conditions: UserFilter;
}

export const NO_USER_LIST_FILTER: UserListFilter = {
  backends: null,
  languageTag: null,
  conditions: NO_FILTER,
};

/** What one backend is asked for. */
export interface UserSelection {
  readonly backend: Backend;
  /** The conditions in the backend's own spelling, narrowed to the one company that the caller may see, where it is one. */
  readonly filter: UserFilter;
  /** Whether every user whom the backend lists for this filter's role, if any, belongs to the list. */
  readonly isWhole: boolean;
  /** Why the conditions could not be made ready for this backend; it then counts as failed. */
  readonly failure: GatewayError | null;
}

/** The same conditions, the same JSON: keys in one order, lists that stand for sets sorted and freed of repetition. */
export function normaliseUserListFilter(filter: UserListFilter): UserListFilter {
  const { conditions } = filter;
  return {
    ...NO_USER_LIST_FILTER,
    ...filter,
    backends: normaliseSet(filter.backends),
    conditions: {
      ...NO_FILTER,
      ...conditions,
      statuses: normaliseSet(conditions.statuses),
      types: normaliseSet(conditions.types),
      login: normaliseText(conditions.login),
      email: normaliseText(conditions.email),
    },
  };
}

/** The filter, narrowed to one company; to nobody when it names another one. */
export function withCompany(filter: UserListFilter, company: Ref): UserListFilter {
  const { companyRef, statuses } = filter.conditions;
  const isOther = companyRef !== null && !isSameRef(companyRef, company);
  // No status at all is a condition that nobody meets.
  const conditions = { companyRef: company, statuses: isOther ? [] : statuses };
  return { ...filter, conditions: { ...filter.conditions, ...conditions } };
}

/**
 * The backends that may hold a user whom the filter and the caller's scope allow, in registry order.
 *
 * A company or role that the caller may not see and one that does not exist choose nothing alike.
 *
 * @throws GatewayError BAD_USER_INPUT when a backend that the filter names is not configured
 */
export async function selectUsers(
  backends: readonly Backend[],
  filter: UserListFilter,
  context: ListContext,
): Promise<readonly UserSelection[]> {
  const chosen = chooseBackends(backends, filter.backends, context.scope);
  if (isUnmeetable(filter.conditions)) return [];
  const selections = chosen
    .filter((backend) => canHold(backend, filter, context))
    .map((backend) => select(backend, filter, context));
  return (await Promise.all(selections)).filter((selection) => selection !== null);
}

function normaliseSet<T extends string>(values: readonly T[] | null): readonly T[] | null {
  return values === null ? null : [...new Set(values)].sort();
}

function normaliseText(filter: StringFilter | null): StringFilter | null {
  return filter !== null && 'in' in filter ? { in: [...new Set(filter.in)].sort() } : filter;
}

function isSameRef(left: Ref, right: Ref): boolean {
  return left.backend === right.backend && left.nativeId === right.nativeId;
}

/** One of an empty list of values: nobody can be it. */
function isUnmeetable({ statuses, types, login, email }: UserFilter): boolean {
  const texts = [login, email].map((text) => (text !== null && 'in' in text ? text.in : null));
  return [statuses, types, ...texts].some((values) => values?.length === 0);
}

function canHold(
  backend: Backend,
  { conditions, languageTag }: UserListFilter,
  { scope }: ListContext,
): boolean {
  const { companyRef, roleRef, currencyCode } = conditions;
  if (companyRef !== null && companyRef.backend !== backend.name) return false;
  if (companyRef !== null && !isInScope(scope, backend.name, companyRef)) return false;
  if (roleRef !== null && roleRef.backend !== backend.name) return false;
  return (currencyCode ?? languageTag) === null || backend.referenceData !== undefined;
}

async function select(
  backend: Backend,
  { conditions, languageTag }: UserListFilter,
  context: ListContext,
): Promise<UserSelection | null> {
  const companyRef = conditions.companyRef ?? onlyCompanyOf(context.scope, backend.name);
  const filter = { ...conditions, companyRef };
  try {
    if (!(await seesRoleOf(backend, conditions.roleRef, context))) return null;
    const languageCode =
      languageTag === null
        ? conditions.languageCode
        : await findLanguageCode(backend, languageTag, context);
    if (languageTag !== null && languageCode === null) return null;
    const currencyCode = await toOwnCurrency(backend, conditions.currencyCode, context);
    const whole = { ...filter, languageCode, currencyCode };
    const isWhole = isUnconditional(whole, context, backend.name);
    return { backend, filter: whole, isWhole, failure: null };
  } catch (error) {
    if (!isBackendFailure(error)) throw error;
    return { backend, filter, isWhole: false, failure: error };
  }
}

/** A code that the reference data does not hold stays as it is: an account may have it all the same. */
async function toOwnCurrency(
  backend: Backend,
  code: string | null,
  context: ReadContext,
): Promise<string | null> {
  return code === null ? null : ((await findCurrencyCode(backend, code, context)) ?? code);
}

/** Its members would tell of a role that the caller does not see. */
async function seesRoleOf(
  { name, roles }: Backend,
  roleRef: Ref | null,
  context: ListContext,
): Promise<boolean> {
  if (roleRef === null || roles === undefined || seesAllOf(context.scope, name)) return true;
  const role = orThrow((await roles.getMany([roleRef.nativeId], context)).get(roleRef.nativeId));
  return role !== undefined && seesRole(context.scope, role);
}

function isUnconditional(
  filter: UserFilter,
  { scope }: ListContext,
  backend: BackendName,
): boolean {
  const conditions = Object.values({ ...filter, roleRef: null });
  return seesAllOf(scope, backend) && conditions.every((condition) => condition === null);
}
