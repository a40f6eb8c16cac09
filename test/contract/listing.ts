import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/domain/backend.ts';
import type { Ref, User } from '../../src/domain/model.ts';
import { NO_FILTER, matchesUserFilter, type UserFilter } from '../../src/domain/user-filter.ts';
import type { Contract } from './contract-suite.ts';
import { know } from './reads.ts';
import {
  contextOf,
  failureOf,
  follow,
  withSession,
  type ReadPage,
  type Session,
} from './session.ts';

/** Every list of a backend, by name; one that it does not have is missing. */
async function listsOf(
  session: Session,
  { dialect }: Contract,
): Promise<ReadonlyMap<string, ReadPage<{ readonly ref: Ref }>>> {
  const replica = createReplicas(session);
  const { role } = await know(replica(), dialect);
  const { users, companies, roles } = replica();
  const lists = new Map<string, ReadPage<{ readonly ref: Ref }>>();
  if (users.list !== undefined) lists.set('users', listUsers(replica, NO_FILTER));
  if (companies !== undefined) {
    lists.set('companies', async (limit, position) =>
      replica().companies!.list({ limit, position }, contextOf()),
    );
  }
  if (roles !== undefined && role !== null) {
    lists.set('roles', async (limit, position) =>
      replica().roles!.list({ limit, position }, contextOf()),
    );
    lists.set('members', async (limit, position) =>
      replica().roles!.listMembers(role.ref.nativeId, { limit, position }, contextOf()),
    );
  }
  return lists;
}

function listUsers(replica: () => Backend, filter: UserFilter): ReadPage<User> {
  return async (limit, position) => replica().users.list!({ limit, position, filter }, contextOf());
}

const PAGES_PER_REPLICA = 12;

/** Another process of the gateway every few pages: a list goes on in whichever is asked. */
function createReplicas(session: Session): () => Backend {
  let replica = session.connect();
  let asked = 0;
  return () => {
    asked += 1;
    if (asked % PAGES_PER_REPLICA === 0) replica = session.connect();
    return replica;
  };
}

const FORGED = [
  '',
  ' ',
  'x',
  '-1',
  '+1',
  '01',
  '1.5',
  '1e3',
  ' 1',
  '0x10',
  'null',
  '{}',
  '[]',
  '"',
  '%',
].concat(
  [
    '%00',
    '\u0000',
    '\ud800',
    'é',
    '../..',
    '/',
    '*',
    '0.0.',
    '101.0.',
    '1.-1.',
    '99999999999999999999',
  ],
  ["' or 1=1", '{"offset":5}', '!'.repeat(5000), '====', 'g.', 'a.', 'after.'],
);

export function describeListing(contract: Contract): void {
  const { definition, dialect } = contract;
  const using = <T>(test: (session: Session) => Promise<T>) =>
    withSession(definition, dialect, test);

  describe('lists', () => {
    it('yield every row exactly once and in one order, whatever the page size, in any process', () =>
      using(async (session) => {
        for (const [name, readPage] of await listsOf(session, contract)) {
          const all = idsOf(await follow(readPage, [200]));
          expect(all.length, name).toBeGreaterThan(0);
          expect(new Set(all).size, name).toBe(all.length);
          for (const limits of [[1], [7], [50], [3, 200, 1, 17]]) {
            expect(idsOf(await follow(readPage, limits)), `${name} by ${limits.join()}`).toEqual(
              all,
            );
          }
        }
      }));

    it('go on behind any row, with any page size', () =>
      using(async (session) => {
        for (const [name, readPage] of await listsOf(session, contract)) {
          const all = idsOf(await follow(readPage, [200]));
          let [page, seen] = [await readPage(9, null), 0];
          for (;;) {
            for (const { value, position } of page.rows) {
              seen += 1;
              expect(all[seen - 1], name).toBe(value.ref.nativeId);
              const next = idsOf((await readPage(13, position)).rows.map((row) => row.value));
              expect(next, `${name} behind row ${seen}`).toEqual(
                all.slice(seen, seen + next.length),
              );
              if (seen < all.length && next.length === 0) {
                expect(idsOf(await follow(readPage, [40], position))).toEqual(all.slice(seen));
              }
            }
            if (page.nextPosition === null) break;
            page = await readPage(9, page.nextPosition);
          }
          expect(seen, name).toBe(all.length);
        }
      }));

    it('refuse a position that they never gave out as the caller’s mistake', () =>
      using(async (session) => {
        for (const [name, readPage] of await listsOf(session, contract)) {
          const all = new Set(idsOf(await follow(readPage, [200])));
          for (const position of FORGED) {
            const outcome = await readPage(10, position).then(
              ({ rows }) => rows.map(({ value }) => value),
              (error: unknown) => codeOf(error),
            );
            if (outcome === 'BAD_USER_INPUT') continue;
            // Only where a position is a key behind which the list goes on, and the text is one that could have been.
            expect(name, JSON.stringify(position)).not.toBe('users');
            expect(outcome, `${name} from ${JSON.stringify(position)}`).toBeInstanceOf(Array);
            for (const { ref } of outcome as { ref: Ref }[]) expect(all).toContain(ref.nativeId);
          }
        }
      }));

    it('hold as many rows as they count', () =>
      using(async (session) => {
        const lists = await listsOf(session, contract);
        const { users, companies, roles } = session.connect();
        const counts = {
          users: await users.count?.(NO_FILTER, contextOf()),
          companies: await companies?.count?.(contextOf()),
          roles: await roles?.count?.(contextOf()),
        };
        for (const [name, count] of Object.entries(counts)) {
          const readPage = lists.get(name);
          if (count === undefined || count === null || readPage === undefined) continue;
          expect(await follow(readPage, [50]), name).toHaveLength(count);
        }
      }));

    it('narrow by a filter without losing anyone who meets it', () =>
      using(async (session) => {
        const replica = createReplicas(session);
        if (replica().users.list === undefined) return;
        const all = await follow(listUsers(replica, NO_FILTER), [100]);
        for (const filter of filtersFor(all)) {
          const listed = await follow(listUsers(replica, filter), [100, 7]);
          const wanted = idsOf(all.filter((user) => matchesUserFilter(user, filter)));
          const title = JSON.stringify(filter);
          expect(wanted.length, title).toBeGreaterThan(0);
          expect(idsOf(listed.filter((user) => matchesUserFilter(user, filter))), title).toEqual(
            wanted,
          );
          const count = await replica().users.count?.(filter, contextOf());
          if (count !== undefined && count !== null) expect(count, title).toBe(wanted.length);
        }
      }));

    it('know nobody of another backend’s company', () =>
      using(async (session) => {
        const { users } = session.connect();
        if (users.list === undefined) return;
        const filter = { ...NO_FILTER, companyRef: { backend: 'another', nativeId: '1' } };
        const { rows } = await users.list({ limit: 5, position: null, filter }, contextOf());
        expect(rows.filter(({ value }) => matchesUserFilter(value, filter))).toEqual([]);
        expect((await users.count?.(filter, contextOf())) ?? 0).toBe(0);
      }));

    it('have no members of a role that does not exist', () =>
      using(async (session) => {
        const { roles } = session.connect();
        for (const id of roles === undefined ? [] : ['no-such-role', 'a/b/c', '..', 'é', '%']) {
          const page = { limit: 5, position: null };
          expect((await failureOf(roles!.listMembers(id, page, contextOf()))).code).toBe(
            'NOT_FOUND',
          );
        }
      }));
  });
}

/** Conditions that somebody meets, spelt in another case than the backend's. */
function filtersFor(users: readonly User[]): readonly UserFilter[] {
  const filters: Partial<UserFilter>[] = [];
  for (const user of [users[0]!, users[Math.floor(users.length / 2)]!, users.at(-1)!]) {
    const { login, emails, lastName, companyRef, status, type, currencyCode, languageCode } = user;
    filters.push(
      { login: { equals: login.toUpperCase() } },
      { login: { startsWith: login.slice(0, 3).toUpperCase() } },
      { login: { contains: login.slice(1, 4).toUpperCase() } },
      { login: { in: users.slice(0, 3).map((other) => other.login) } },
      { statuses: [status] },
      ...(emails[0] === undefined ? [] : [{ email: { equals: emails[0].toUpperCase() } }]),
      ...(lastName === null ? [] : [{ search: lastName.toUpperCase() }]),
      ...(type === null ? [] : [{ types: [type] }]),
      ...(companyRef === null ? [] : [{ companyRef, statuses: [status] }]),
      ...(currencyCode === null ? [] : [{ currencyCode }]),
      ...(languageCode === null ? [] : [{ languageCode }]),
    );
  }
  return filters.map((filter) => ({ ...NO_FILTER, ...filter }));
}

function idsOf(values: readonly { readonly ref: Ref }[]): readonly string[] {
  return values.map(({ ref }) => ref.nativeId);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}
