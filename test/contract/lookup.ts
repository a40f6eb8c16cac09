import { describe, expect, it } from 'vitest';
import { allOrThrow } from '../../src/domain/answers.ts';
import type { Backend } from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { RoleGrant, User } from '../../src/domain/model.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import type { Contract } from './contract-suite.ts';
import { allRead, know, toPlain } from './reads.ts';
import { contextOf, follow, withSession, type Session } from './session.ts';

/** Ids and logins that nobody has; some no address can carry, some mean something to one backend or another. */
const NOBODY = [
  '',
  ' ',
  '.',
  '..',
  '/',
  '//',
  '%',
  '%2F',
  '+',
  '&',
  '?',
  '#',
  '"',
  "'",
  '\\',
  '\n',
  '*',
  '$',
].concat(
  [
    'no-such-one',
    'a/b',
    '/a',
    'a/',
    'a%2Fb',
    'ü',
    '太',
    '\u0000',
    '\ud800',
    'x'.repeat(3000),
    'null',
    '[]',
  ],
  ['{"$ne":null}', '-1', 'UserName eq a', 'a,b', 'a;b', '__proto__', 'constructor', 'toString'],
);

export function describeLookup(contract: Contract): void {
  const { definition, dialect } = contract;
  const using = <T>(test: (session: Session) => Promise<T>) =>
    withSession(definition, dialect, test);

  describe('look-ups', () => {
    it('find users by id, as they stand in lists, odd characters or not', () =>
      using(async (session) => {
        const known = (await know(session.connect(), dialect)).users;
        const listed = await everyUser(session);
        const users = [...known, ...listed];
        const ids = users.map(({ ref }) => ref.nativeId);
        const found = await session.connect().users.getMany(ids, contextOf());
        expect([...found.keys()].toSorted()).toEqual([...new Set(ids)].toSorted());
        for (const user of users) {
          const { nativeId } = user.ref;
          expect(toPlain(found.get(nativeId)), nativeId).toEqual(toPlain(user));
        }
      }));

    it('find a single user by id', () =>
      using(async (session) => {
        const backend = session.connect();
        const { users } = await know(backend, dialect);
        for (const { ref, login } of users) {
          const found = allOrThrow(await backend.users.getMany([ref.nativeId], contextOf()));
          expect([...found.keys()]).toEqual([ref.nativeId]);
          expect(found.get(ref.nativeId)?.login).toBe(login);
        }
      }));

    it('leave out ids that do not exist, which hurts no other', () =>
      using(async (session) => {
        const { users } = await know(session.connect(), dialect);
        const ids = users.map(({ ref }) => ref.nativeId);
        const all = [...NOBODY, ...ids, 'no-such-one', ids[0]!];
        const found = await session.connect().users.getMany(all, contextOf());
        expect([...found.keys()].toSorted()).toEqual(ids.toSorted());
        for (const id of ids) {
          const one = await session.connect().users.getMany(['no-such-one', id], contextOf());
          expect([...one.keys()]).toEqual([id]);
        }
        for (const id of NOBODY) {
          expect(
            [...(await session.connect().users.getMany([id], contextOf())).keys()],
            id,
          ).toEqual([]);
        }
      }));

    it('leave out companies and roles that do not exist', () =>
      using(async (session) => {
        const { companyId, role } = await know(session.connect(), dialect);
        const { companies, roles } = session.connect();
        if (companies !== undefined && companyId !== null) {
          const found = await companies.getMany([...NOBODY, companyId], contextOf());
          expect([...found.keys()]).toEqual([companyId]);
        }
        if (roles !== undefined && role !== null) {
          const found = await roles.getMany([...NOBODY, role.ref.nativeId], contextOf());
          expect([...found.keys()]).toEqual([role.ref.nativeId]);
        }
      }));

    it('ask for nothing when no id is given', () =>
      using(async (session) => {
        const { users, companies, roles } = session.connect();
        const calls = await session.callsOf(async () => {
          expect((await users.getMany([], contextOf())).size).toBe(0);
        });
        expect(calls).toBe(0);
        expect((await companies?.getMany([], contextOf()))?.size ?? 0).toBe(0);
        expect((await roles?.getMany([], contextOf()))?.size ?? 0).toBe(0);
        expect((await roles?.grantsOf([], contextOf()))?.size ?? 0).toBe(0);
      }));

    it('find users by login', () =>
      using(async (session) => {
        const backend = session.connect();
        const { users } = await know(backend, dialect);
        expect(users.map(({ login }) => login)).toEqual(dialect.accounts.map(({ login }) => login));
        const listed = await everyUser(session);
        for (const user of listed.filter((_user, index) => index % 13 === 0)) {
          const company = user.companyRef?.nativeId ?? null;
          const found = await session.connect().users.findByLogin(user.login, company, contextOf());
          expect(found?.ref).toEqual(user.ref);
        }
      }));

    it('find nobody by a login that nobody has, or call it the caller’s mistake', () =>
      using(async (session) => {
        const backend = session.connect();
        const company = dialect.accounts[0]?.company ?? null;
        for (const login of NOBODY) {
          const outcome = await backend.users
            .findByLogin(login, company, contextOf())
            .catch((error: unknown) => (error instanceof GatewayError ? error.code : error));
          if (outcome !== 'BAD_USER_INPUT') expect(outcome, JSON.stringify(login)).toBeNull();
        }
      }));
  });

  describe('companies and roles', () => {
    it('are the same in lists and look-ups', () =>
      using(async (session) => {
        for (const port of ['companies', 'roles'] as const) {
          const directory = session.connect()[port];
          if (directory === undefined) continue;
          const listed = await follow<{ ref: { nativeId: string } }>(
            (limit, position) => directory.list({ limit, position }, contextOf()),
            [50],
          );
          expect(listed.length, port).toBeGreaterThan(1);
          const ids = listed.map(({ ref }) => ref.nativeId);
          const found = await session.connect()[port]!.getMany(ids, contextOf());
          expect(toPlain(found)).toEqual(
            toPlain(new Map(listed.map((one) => [one.ref.nativeId, one]))),
          );
        }
      }));

    it('are there for every user who refers to one', () =>
      using(async (session) => {
        const users = await everyUser(session);
        const { companies, roles } = session.connect();
        const companyIds = new Set(users.flatMap(({ companyRef }) => companyRef?.nativeId ?? []));
        const found = await companies?.getMany([...companyIds], contextOf());
        if (companies !== undefined) expect(new Set(found?.keys())).toEqual(companyIds);
        const granted = await allRead(roles?.grantsOf(users, contextOf()));
        const grants = [...(granted?.values() ?? [])].flat();
        const held = new Map(grants.map(({ role }) => [role.ref.nativeId, role]));
        const known = await allRead(roles?.getMany([...held.keys()], contextOf()));
        for (const [id, { name, displayName, description, kind }] of held) {
          expect(known?.get(id)).toMatchObject({ name, displayName, description, kind });
        }
      }));

    it('have as direct members exactly those whom they are granted to', () =>
      using(async (session) => {
        const users = await everyUser(session);
        const { roles } = session.connect();
        if (roles === undefined) return;
        const granted = pairsOf(users, allOrThrow(await roles.grantsOf(users, contextOf())));
        const ids = new Set([...(await roleIds(session)), ...granted.map(([, role]) => role)]);
        const members: (readonly [string, string])[] = [];
        for (const id of ids) {
          const page = await follow(
            (limit, position) => roles.listMembers(id, { limit, position }, contextOf()),
            [40],
          );
          members.push(...page.map(({ ref }) => [ref.nativeId, id] as const));
        }
        expect(granted.length).toBeGreaterThan(0);
        expect(members.toSorted(byText)).toEqual(granted.toSorted(byText));
      }));

    it('are granted to a user alone as to a user among many', () =>
      using(async (session) => {
        const users = await everyUser(session);
        const { roles } = session.connect();
        if (roles === undefined) return;
        const together = allOrThrow(await roles.grantsOf(users, contextOf()));
        expect([...together.keys()].toSorted()).toEqual(
          users.map(({ ref }) => ref.nativeId).toSorted(),
        );
        for (const user of users.filter((_user, index) => index % 9 === 0)) {
          const alone = allOrThrow(await session.connect().roles!.grantsOf([user], contextOf()));
          const [one, many] = [alone, together].map((grants) =>
            keysOf(grants.get(user.ref.nativeId)),
          );
          expect(one, user.login).toEqual(many);
        }
      }));
  });
}

/** Every user of a backend that can list, with the ways of its rows; none of another. */
async function everyUser(session: Session): Promise<readonly User[]> {
  const { users }: Backend = session.connect();
  if (users.list === undefined) return [];
  return follow(
    (limit, position) => users.list!({ limit, position, filter: NO_FILTER }, contextOf()),
    [100],
  );
}

async function roleIds(session: Session): Promise<readonly string[]> {
  const { roles } = session.connect();
  const all = await follow(
    (limit, position) => roles!.list({ limit, position }, contextOf()),
    [100],
  );
  return all.map(({ ref }) => ref.nativeId);
}

/** Who holds which role directly, each pair once however many scopes it is held in. */
function pairsOf(
  users: readonly User[],
  grants: ReadonlyMap<string, readonly RoleGrant[]>,
): readonly (readonly [string, string])[] {
  return users.flatMap(({ ref }) => {
    const direct = (grants.get(ref.nativeId) ?? []).filter(({ via }) => via === null);
    const ids = new Set(direct.map(({ role }) => role.ref.nativeId));
    return [...ids].map((id) => [ref.nativeId, id] as const);
  });
}

function keysOf(grants: readonly RoleGrant[] | undefined): readonly string[] {
  return (grants ?? [])
    .map(({ role, scope, via }) =>
      JSON.stringify([role.ref.nativeId, role.name, role.description, scope, via?.ref.nativeId]),
    )
    .toSorted();
}

function byText(left: readonly string[], right: readonly string[]): number {
  return left.join('\n') < right.join('\n') ? -1 : 1;
}
