import { mapAnswers } from '../../../domain/answers.ts';
import type {
  Page,
  PageRequest,
  PageRow,
  ReadContext,
  UserDirectory,
} from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import { fold } from '../../../domain/user-filter.ts';
import type { CloudSsoPage, CloudSsoUser } from '../contract.ts';
import {
  MAX_RESULTS,
  foreignPosition,
  parsePosition,
  readPlace,
  sliceFrom,
  startOf,
} from './paging.ts';
import type { Rows } from './rows.ts';
import { loginEquals, toUserQuery, type UserConditions } from './user-query.ts';

export interface UserDirectoryOptions {
  readonly users: Rows<CloudSsoUser>;
  readonly toUser: (wire: CloudSsoUser) => User;
  readonly filterIgnoresCase: boolean;
}

/**
 * Users of the directory. A list is read with `ListUsers`, single users with `GetUser`; there is no bulk read.
 *
 * `list` sends down a status, and a login that is given in full or by its beginning. It keeps CloudSSO's order, which is
 * not documented. CloudSSO has no companies: `findByLogin` has no use for one.
 */
export function createUserDirectory(options: UserDirectoryOptions): Required<UserDirectory> {
  const { users, toUser, filterIgnoresCase } = options;
  return {
    getMany: async (ids, context) => mapAnswers(await users.getMany(ids, context), toUser),

    findByLogin: (login, _companyId, context) => findByLogin(options, login, context),

    list: async ({ filter, ...request }, context) => {
      const query = toUserQuery(filter, filterIgnoresCase);
      if (query.kind === 'nobody') return { rows: [], nextPosition: null };
      return query.kind === 'logins'
        ? listLogins(options, { ...request, logins: query.logins }, context)
        : list(options, { ...request, conditions: query.conditions }, context);
    },

    count: async (filter, context) => {
      const query = toUserQuery(filter, filterIgnoresCase);
      if (query.kind === 'nobody') return 0;
      if (!query.isComplete) return null;
      const each = query.kind === 'logins' ? query.logins : [query.conditions];
      return sum(await firstRows(users, each, context));
    },
  };
}

async function findByLogin(
  { users, toUser, filterIgnoresCase }: UserDirectoryOptions,
  login: string,
  context: ReadContext,
): Promise<User | null> {
  const filter = loginEquals(login);
  if (filter === null) return null;
  const conditions = filterIgnoresCase ? { Filter: filter } : {};
  let token: string | null = null;
  do {
    const place = { size: MAX_RESULTS, token };
    const page: CloudSsoPage<CloudSsoUser> = await users.readPage(conditions, place, context);
    const wire = page.rows.find(({ UserName }) => fold(UserName) === fold(login));
    if (wire !== undefined) return toUser(wire);
    token = page.nextToken;
  } while (token !== null);
  return null;
}

async function list(
  { users, toUser }: UserDirectoryOptions,
  { limit, position, conditions }: PageRequest & { readonly conditions: UserConditions },
  context: ReadContext,
): Promise<Page<User>> {
  const place = position === null ? startOf(limit) : parsePosition(position);
  const page = await readPlace(place, () => users.readPage(conditions, place, context));
  return sliceFrom(page, { place, limit }, toUser);
}

/** One call for each login. A position is the number of logins that were looked up. */
async function listLogins(
  { users, toUser }: UserDirectoryOptions,
  { limit, position, logins }: PageRequest & { readonly logins: readonly UserConditions[] },
  context: ReadContext,
): Promise<Page<User>> {
  const start = position === null ? 0 : parseIndex(position, logins.length);
  const end = Math.min(start + limit, logins.length);
  const found = await firstRows(users, logins.slice(start, end), context);
  const rows = found.flatMap((page, index) =>
    page.rows.map((wire): PageRow<User> => ({
      value: toUser(wire),
      position: String(start + index + 1),
    })),
  );
  return { rows, nextPosition: end < logins.length ? String(end) : null };
}

/** For each of a few conditions its first row and its total. */
function firstRows(
  users: Rows<CloudSsoUser>,
  each: readonly UserConditions[],
  context: ReadContext,
): Promise<readonly CloudSsoPage<CloudSsoUser>[]> {
  const place = { size: 1, token: null };
  return Promise.all(each.map((conditions) => users.readPage(conditions, place, context)));
}

/** `null` when CloudSSO did not tell one of them. */
function sum(pages: readonly CloudSsoPage<unknown>[]): number | null {
  const totals = pages.map(({ total }) => total).filter((total) => total !== null);
  return totals.length < pages.length ? null : totals.reduce((left, right) => left + right, 0);
}

function parseIndex(position: string, end: number): number {
  const index = /^\d{1,3}$/.test(position) ? Number(position) : 0;
  if (index < 1 || index > end) throw foreignPosition();
  return index;
}
