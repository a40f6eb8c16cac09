import { setTimeout as sleep } from 'node:timers/promises';
import Keyv from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startCloudSsoSimulator,
  type CloudSsoSimulator,
} from '../../src/backends/cloud-sso/simulator.ts';
import { createCloudSsoClient } from '../../src/backends/cloud-sso/client.ts';
import { createCloudSsoCredential } from '../../src/backends/cloud-sso/credential.ts';
import { createCloudSsoDataSource } from '../../src/backends/cloud-sso/data-source.ts';
import { createCallQuota } from '../../src/backends/cloud-sso/quota.ts';
import { readCloudSsoSettings } from '../../src/backends/cloud-sso/settings.ts';
import { allOrThrow } from '../../src/domain/answers.ts';
import { createEnvironmentReader } from '../../src/environment.ts';
import { createKeyvCache } from '../../src/storage/cache.ts';
import { createReadThrough } from '../../src/storage/read-through.ts';
import type { Page, PageRequest, ReadContext } from '../../src/domain/backend.ts';
import type { RoleGrant, User } from '../../src/domain/model.ts';
import { NO_FILTER, type UserFilter } from '../../src/domain/user-filter.ts';
import { createBackend, readContext, startUpstream, type Answer } from './upstream.ts';

const READ_ARGUMENTS = [{}, { read: readContext() }] as const;

// Both anew for every test: the simulator throttles, and a backend keeps what it read.
let simulator: CloudSsoSimulator;
let backend: ReturnType<typeof createBackend>;
const closers: (() => Promise<void>)[] = [];
beforeEach(async () => {
  simulator = await startCloudSsoSimulator();
  closers.push(() => simulator.close());
  backend = createBackend(simulator.environment);
});
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function upstream(...args: Parameters<typeof startUpstream>) {
  const started = await startUpstream(...args);
  closers.push(() => started.close());
  return started;
}

function listUsers(filter: Partial<UserFilter> = {}, limit = 100, position: string | null = null) {
  const request = { limit, position, filter: { ...NO_FILTER, ...filter } };
  return backend.users.list!(request, readContext());
}

/** Reads a list to its end, with the limits in turn, always from behind the last row. */
async function readInSteps<T>(
  list: (request: PageRequest, context: ReadContext) => Promise<Page<T>>,
  limits: readonly number[],
): Promise<T[]> {
  const values: T[] = [];
  let position: string | null = null;
  for (let step = 0; ; step += 1) {
    const limit = limits[step % limits.length]!;
    const page: Page<T> = await list({ limit, position }, readContext());
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    values.push(...page.rows.map(({ value }) => value));
    if (page.nextPosition === null) return values;
    position = page.nextPosition;
  }
}

const listRoles = (roles: typeof backend.roles) => (request: PageRequest, context: ReadContext) =>
  roles.list(request, context);

const refusal = (Code: string, status = 400): Answer => ({ status, body: { Code, Message: 'x' } });
const loginsOf = (page: Page<User>) => page.rows.map(({ value }) => value.login);
const idOf = (user: User) => user.ref.nativeId;

describe('a user', () => {
  const SAMPLE = {
    UserId: 'u-00q8wbq42wiltcrkabcd',
    UserName: 'alice',
    DisplayName: 'Alice',
    FirstName: 'Alice',
    LastName: 'Lee',
    Email: 'alice@example.com',
    Description: '',
    Status: 'Enabled',
    ProvisionType: 'Manual',
    CreateTime: '2021-10-26T03:03:42Z',
    UpdateTime: '2021-10-26T06:43:55Z',
    Tags: [],
  };

  async function read(wire: Record<string, unknown> & { UserId: string }): Promise<User> {
    const server = await upstream(() => ({ body: { RequestId: 'x', User: wire } }));
    const { users } = createBackend(server.environment);
    return allOrThrow(await users.getMany([wire.UserId], readContext())).get(wire.UserId)!;
  }

  it('of the documented sample reads as documented', async () => {
    const { details, ...user } = await read(SAMPLE);
    expect(user).toEqual({
      ref: { backend: 'cloud-sso', nativeId: 'u-00q8wbq42wiltcrkabcd' },
      login: 'alice',
      displayName: 'Alice',
      firstName: 'Alice',
      middleName: null,
      lastName: 'Lee',
      emails: ['alice@example.com'],
      description: null,
      status: 'ACTIVE',
      nativeStatus: 'Enabled',
      locked: null,
      type: null,
      jobTitle: null,
      phone: null,
      employeeNumber: null,
      companyRef: null,
      roleGrants: null,
      currencyCode: null,
      languageCode: null,
      timeZone: null,
      password: null,
      sso: { enabled: null, externalId: null, provisionedBy: 'Manual', nativeMode: null },
      createdAt: '2021-10-26T03:03:42.000Z',
      updatedAt: '2021-10-26T06:43:55.000Z',
      lastLoginAt: null,
    });
    expect(details).toMatchObject({
      __typename: 'CloudSsoUserDetails',
      description: null,
      provisionType: 'Manual',
      externalId: null,
      externalIdIssuer: null,
      tags: [],
    });
  });

  it.each([
    ['absent', {}],
    ['null', { ExternalId: null, Tags: null, Email: null, DisplayName: null, Status: null }],
    ['empty', { ExternalId: {}, Tags: [], Email: '', DisplayName: '', Status: '' }],
  ])('without a value reads the same when it is %s', async (_how, unset) => {
    const user = await read({ UserId: 'u-1', UserName: 'bob', ...unset });
    expect(user).toMatchObject({
      displayName: 'bob',
      emails: [],
      status: 'UNKNOWN',
      nativeStatus: null,
      sso: { externalId: null, provisionedBy: null },
      details: { externalId: null, tags: [] },
    });
  });

  it('of an identity provider has its id there, and keeps its tags', async () => {
    const user = await read({
      ...SAMPLE,
      Status: 'Disabled',
      ProvisionType: 'Synchronized',
      ExternalId: { Id: 'idp-7', Issuer: 'SCIM' },
      Tags: [{ Key: 'team', Value: 'a' }, { Key: 'vip' }],
    });
    expect(user.status).toBe('DISABLED');
    expect(user.sso).toMatchObject({ externalId: 'idp-7', provisionedBy: 'Synchronized' });
    expect(user.details).toMatchObject({
      externalIdIssuer: 'SCIM',
      tags: [
        { key: 'team', value: 'a' },
        { key: 'vip', value: '' },
      ],
    });
  });

  it('has attributes that are read when they are asked for', async () => {
    const { users } = backend;
    const page = await users.list!({ limit: 1, position: null, filter: NO_FILTER }, readContext());
    const attribute = (name: string) =>
      (page.rows[0]!.value.details![name] as (...args: unknown[]) => Promise<unknown>)(
        ...READ_ARGUMENTS,
      );
    expect(simulator.calls.count()).toBe(1);
    expect(await attribute('mfaDevices')).toBeInstanceOf(Array);
    expect(await attribute('userProvisionings')).toBeInstanceOf(Array);
    expect(await attribute('mfaAuthenticationSettings')).toMatch(/^(Enabled|Disabled)$/);
    expect(await attribute('ssoEnabled')).toBe(false);
    expect(await attribute('ssoEnabled')).toBe(false);
    expect(simulator.calls.count('GetExternalSAMLIdentityProvider')).toBe(1);
    const again = await users.list!({ limit: 1, position: null, filter: NO_FILTER }, readContext());
    expect(again.rows[0]!.value.sso!.enabled).toBe(false);
  });
});

describe('a list of users', () => {
  it('is the same whatever the limits, and loses and repeats nobody', async () => {
    const { users } = backend;
    const list = (request: PageRequest, context: ReadContext) =>
      users.list!({ ...request, filter: NO_FILTER }, context);
    const whole = (await readInSteps(list, [100])).map(idOf);
    expect(new Set(whole).size).toBe(whole.length);
    expect((await readInSteps(list, [60, 7, 40, 33])).map(idOf)).toEqual(whole);
    expect(whole).toHaveLength((await users.count!(NO_FILTER, readContext()))!);
  });

  it('goes on from behind any row', async () => {
    const whole = loginsOf(await listUsers({}, 12));
    const page = await listUsers({}, 5);
    for (const [index, { position }] of page.rows.entries()) {
      const rest = loginsOf(await listUsers({}, 3, position));
      expect(rest).toEqual(whole.slice(index + 1, Math.min(index + 4, 5)));
    }
  });

  it.each(['', 'x', '3.1', '0.0.', '101.0.', 'g.3.1.', '-1.0.', '3.x.'])(
    'refuses the position %o, which it never gave out',
    async (position) => {
      await expect(listUsers({}, 3, position)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(simulator.calls.count()).toBe(0);
    },
  );

  it('fails when CloudSSO gives out the token that it was sent, and would never end', async () => {
    const server = await upstream(() => ({
      body: { Users: [{ UserId: 'u-1', UserName: 'a' }], IsTruncated: true, NextToken: 'same' },
    }));
    const list = createBackend(server.environment).users.list!(
      { limit: 1, position: '1.0.same', filter: NO_FILTER },
      readContext(),
    );
    await expect(list).rejects.toMatchObject({ code: 'BACKEND_CONTRACT_VIOLATION' });
  });

  it('goes on while there is a token, even where CloudSSO says that the list is whole', async () => {
    const pages = [
      { Users: [{ UserId: 'u-1', UserName: 'ann' }], IsTruncated: false, NextToken: 'more' },
      { Users: [{ UserId: 'u-2', UserName: 'bob' }], IsTruncated: false, NextToken: '' },
    ];
    const server = await upstream(() => ({ body: pages.shift() ?? {} }));
    const { users } = createBackend(server.environment);
    const read = (position: string | null) =>
      users.list!({ limit: 1, position, filter: NO_FILTER }, readContext());
    const first = await read(null);
    const second = await read(first.nextPosition);
    expect([...first.rows, ...second.rows].map(({ value }) => value.login)).toEqual(['ann', 'bob']);
    expect(second.nextPosition).toBeNull();
  });

  it('refuses a token that CloudSSO refuses', async () => {
    await expect(listUsers({}, 3, '3.0.forged')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each<[Partial<UserFilter>, Record<string, string>]>([
    [{ statuses: ['ACTIVE'] }, { Status: 'Enabled' }],
    [{ statuses: ['DISABLED', 'EXPIRED'] }, { Status: 'Disabled' }],
    [{ login: { startsWith: 'Ah' } }, { Filter: 'UserName sw Ah' }],
    [{ login: { equals: 'AHMET.chen' } }, { Filter: 'UserName eq AHMET.chen' }],
    [
      { login: { in: ['Ahmet.Chen'] }, statuses: ['ACTIVE'] },
      { Filter: 'UserName eq Ahmet.Chen', Status: 'Enabled' },
    ],
    [{ login: { contains: 'e' } }, {}],
    [{ login: { equals: 'a b' } }, {}],
    [{ statuses: ['ACTIVE', 'DISABLED'] }, {}],
    [{ email: { contains: 'x' }, search: 'y' }, {}],
  ])('sends %o down as %o', async (filter, conditions) => {
    await listUsers(filter, 2);
    const { body } = simulator.calls.all[0]!;
    const sent = Object.fromEntries(new URLSearchParams(body));
    const { DirectoryId, MaxResults, ...rest } = sent;
    expect({ DirectoryId, MaxResults }).toEqual({
      DirectoryId: simulator.environment['CLOUD_SSO_DIRECTORY_ID'],
      MaxResults: '2',
    });
    expect(rest).toEqual(conditions);
  });

  it.each<Partial<UserFilter>>([
    { statuses: ['EXPIRED', 'PENDING'] },
    { statuses: [] },
    { locked: false },
    { types: ['FULL'] },
    { companyRef: { backend: 'cloud-sso', nativeId: 'x' } },
    { currencyCode: 'USD' },
    { languageCode: 'en' },
    { login: { in: [] } },
  ])('is empty without a call for %o, which no user can meet', async (filter) => {
    expect(await listUsers(filter)).toEqual({ rows: [], nextPosition: null });
    expect(await backend.users.count!({ ...NO_FILTER, ...filter }, readContext())).toBe(0);
    expect(simulator.calls.count()).toBe(0);
  });

  it('looks up a few logins one by one, ignoring case, and goes on from behind each', async () => {
    const logins = loginsOf(await listUsers({}, 4));
    const filter = {
      login: { in: [...logins.map((login) => login.toUpperCase()), 'nobody', logins[0]!] },
    };
    const { users } = backend;
    const list = (request: PageRequest, context: ReadContext) =>
      users.list!({ ...request, filter: { ...NO_FILTER, ...filter } }, context);
    simulator.calls.clear();
    expect((await readInSteps(list, [2, 1])).map(({ login }) => login)).toEqual(logins);
    expect(simulator.calls.count('ListUsers')).toBe(5);
    const page = await listUsers(filter, 100);
    expect(loginsOf(page)).toEqual(logins);
    expect(loginsOf(await listUsers(filter, 9, page.rows[1]!.position))).toEqual(logins.slice(2));
    await expect(listUsers(filter, 9, '6')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await users.count!({ ...NO_FILTER, ...filter }, readContext())).toBe(4);
  });

  it('is counted with one row, and not counted where CloudSSO cannot tell', async () => {
    const count = (filter: Partial<UserFilter>) =>
      backend.users.count!({ ...NO_FILTER, ...filter }, readContext());
    const [all, active, disabled] = await Promise.all([
      count({}),
      count({ statuses: ['ACTIVE'] }),
      count({ statuses: ['DISABLED'] }),
    ]);
    expect(all).toBe(active! + disabled!);
    expect(disabled).toBeGreaterThan(0);
    for (const { body } of simulator.calls.all) expect(body).toContain('MaxResults=1');
    expect(await count({ search: 'a' })).toBeNull();
    expect(await count({ statuses: ['ACTIVE', 'UNKNOWN'] })).toBeNull();
  });

  it('reads the whole directory for a login where the filter minds case', async () => {
    const users = createBackend({
      ...simulator.environment,
      CLOUD_SSO_FILTER_IGNORES_CASE: 'false',
    }).users;
    const user = await users.findByLogin('AHMET.CHEN', null, readContext());
    expect(user?.login).toBe('Ahmet.Chen');
    const filter = { ...NO_FILTER, login: { equals: 'AHMET.CHEN' } };
    const page = await users.list!({ limit: 100, position: null, filter }, readContext());
    expect(loginsOf(page)).toContain('Ahmet.Chen');
    expect(simulator.calls.all.every(({ body }) => !body.includes('Filter'))).toBe(true);
  });
});

describe('single users', () => {
  it('are found by id, and an id that names nobody has no entry', async () => {
    const [user] = (await listUsers({}, 1)).rows;
    const id = idOf(user!.value);
    const found = await backend.users.getMany([id, 'u-nobody', 'not an id'], readContext());
    expect([...found.keys()]).toEqual([id]);
    expect(simulator.calls.count('GetUser')).toBe(3);
  });

  it('are missing, not failed, when CloudSSO finds fault with an id', async () => {
    const server = await upstream(({ parameters }) =>
      parameters.get('UserId') === 'bad'
        ? refusal('InvalidParameter.UserId')
        : { body: { User: { UserId: 'u-1', UserName: 'a' } } },
    );
    const { users } = createBackend(server.environment);
    expect([...(await users.getMany(['bad', 'u-1'], readContext())).keys()]).toEqual(['u-1']);
  });

  it('fail when their directory is unknown', async () => {
    const environment = { ...simulator.environment, CLOUD_SSO_DIRECTORY_ID: 'd-elsewhere' };
    const { users } = createBackend(environment);
    await expect(users.getMany(['u-1'], readContext())).rejects.toMatchObject({
      code: 'BACKEND_REJECTED',
    });
  });

  it('are read through pages when that is cheaper', async () => {
    const ids = (
      await readInSteps(
        (request, context) => backend.users.list!({ ...request, filter: NO_FILTER }, context),
        [100],
      )
    ).map(idOf);
    simulator.calls.clear();
    const { users } = backend;
    const found = await users.getMany(ids, readContext());
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    expect(simulator.calls.count('ListUsers')).toBe(Math.ceil(ids.length / 100));
    expect(simulator.calls.count('GetUser')).toBe(0);
    await users.getMany(ids.slice(0, 4), readContext());
    expect(simulator.calls.count('GetUser')).toBe(4);
  });

  it('are asked for by id when a list of several pages passed over them', async () => {
    const row = (index: number) => ({ UserId: `u-${index}`, UserName: `user-${index}` });
    // Between the pages the first user goes, and all others move up by one.
    const server = await upstream(({ operation, parameters }) => {
      const id = parameters.get('UserId');
      if (operation === 'GetUser') return { body: { User: { UserId: id, UserName: id } } };
      const isFirst = parameters.get('NextToken') === null;
      const Users = Array.from({ length: isFirst ? 100 : 99 }, (_, index) =>
        row(isFirst ? index : index + 101),
      );
      return { body: { Users, IsTruncated: isFirst, ...(isFirst && { NextToken: 'x' }) } };
    });
    const ids = Array.from({ length: 199 }, (_, index) => `u-${index + 1}`);
    const found = await createBackend(server.environment).users.getMany(ids, readContext());
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    expect(server.calls.map(({ operation }) => operation)).toEqual([
      'ListUsers',
      'ListUsers',
      'GetUser',
    ]);
  });

  it('are kept for their time, those of a list too, unless a fresh read is wanted', async () => {
    const { users } = createBackend(simulator.environment, { usersTtlSeconds: 60 });
    const page = await users.list!({ limit: 3, position: null, filter: NO_FILTER }, readContext());
    const ids = page.rows.map(({ value }) => idOf(value));
    await users.getMany(ids, readContext());
    expect(simulator.calls.count()).toBe(1);
    await users.getMany(ids, readContext(true));
    expect(simulator.calls.count('GetUser')).toBe(3);
  });

  it('are asked for 10 at a time', async () => {
    let underWay = 0;
    let most = 0;
    const server = await upstream(async ({ parameters }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await sleep(5);
      underWay -= 1;
      const id = parameters.get('UserId');
      // A directory so large that no list is worth its pages.
      return id === null
        ? { body: { Users: [], TotalCounts: 100_000, IsTruncated: true, NextToken: 'x' } }
        : { body: { User: { UserId: id, UserName: id } } };
    });
    const ids = Array.from({ length: 40 }, (_, index) => `u-${index}`);
    const found = await createBackend(server.environment).users.getMany(ids, readContext());
    expect([...found.keys()]).toEqual(ids);
    expect(most).toBe(10);
    expect(server.calls.filter(({ operation }) => operation === 'ListUsers')).toHaveLength(1);
  });

  it('are found by login, ignoring case, with one call, and none for what is no login', async () => {
    const { users } = backend;
    expect((await users.findByLogin('AHMET.chen', null, readContext()))?.login).toBe('Ahmet.Chen');
    expect(await users.findByLogin('Ahmet', null, readContext())).toBeNull();
    expect(simulator.calls.count()).toBe(2);
    expect(await users.findByLogin('a" or b', null, readContext())).toBeNull();
    expect(simulator.calls.count()).toBe(2);
  });
});

describe('roles', () => {
  it('are all groups, then all access configurations, whatever the limits', async () => {
    const { roles } = backend;
    const whole = await readInSteps(listRoles(roles), [100]);
    const kinds = whole.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort().reverse());
    expect(new Set(kinds)).toEqual(new Set(['GROUP', 'ACCESS_CONFIGURATION']));
    expect((await readInSteps(listRoles(roles), [4, 7])).map(({ ref }) => ref)).toEqual(
      whole.map(({ ref }) => ref),
    );
    expect(await roles.count!(readContext())).toBe(whole.length);
    const ids = whole.map(({ ref }) => ref.nativeId);
    simulator.calls.clear();
    const found = allOrThrow(await roles.getMany([...ids, 'g-nobody', 'ac-nobody'], readContext()));
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    for (const role of whole) {
      expect(found.get(role.ref.nativeId)?.details).toEqual(role.details);
    }
  });

  it.each(['x.3.1.', 'g.', 'g.0.0.', 'a.3.0.forged', '3.0.'])(
    'refuse the position %o',
    async (position) => {
      const list = backend.roles.list({ limit: 3, position }, readContext());
      await expect(list).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  it('have members that are whole users, each once', async () => {
    const { roles, users } = createBackend(simulator.environment, { usersTtlSeconds: 60 });
    const [group, configuration] = ['GROUP', 'ACCESS_CONFIGURATION'].map(async (kind) => {
      const all = await readInSteps(listRoles(roles), [100]);
      return all.find((role) => role.kind === kind)!.ref.nativeId;
    });
    for (const roleId of await Promise.all([group!, configuration!])) {
      const list = (request: PageRequest, context: ReadContext) =>
        roles.listMembers(roleId, request, context);
      const members = await readInSteps(list, [50, 3]);
      const ids = members.map(idOf);
      expect(new Set(ids).size).toBe(ids.length);
      const read = allOrThrow(await users.getMany(ids, readContext()));
      for (const member of members) {
        expect(member.lastName).toBe(read.get(idOf(member))!.lastName);
        expect(member.createdAt).not.toBeNull();
      }
    }
  });

  it('that are assigned on accounts have each user once, and no group', async () => {
    const assignment = (PrincipalType: string, PrincipalId: string, TargetId: string) => ({
      AccessConfigurationId: 'ac-1',
      PrincipalType,
      PrincipalId,
      TargetId,
    });
    const server = await upstream(({ operation, parameters }) =>
      operation === 'GetUser'
        ? { body: { User: { UserId: parameters.get('UserId'), UserName: 'a' } } }
        : {
            body: {
              AccessAssignments: [
                assignment('User', 'u-2', '1'),
                assignment('Group', 'g-1', '1'),
                assignment('User', 'u-1', '1'),
                assignment('User', 'u-2', '2'),
              ],
            },
          },
    );
    const { roles } = createBackend(server.environment);
    const list = (request: PageRequest, context: ReadContext) =>
      roles.listMembers('ac-1', request, context);
    for (const limit of [1, 5]) {
      expect((await readInSteps(list, [limit])).map(idOf)).toEqual(['u-1', 'u-2']);
    }
  });

  it.each(['g-nobody', 'ac-nobody'])('that do not exist have no members: %s', async (roleId) => {
    const list = backend.roles.listMembers(roleId, { limit: 1, position: null }, readContext());
    await expect(list).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('grants', () => {
  const groupsIn = (grants: readonly RoleGrant[]) =>
    grants.filter(({ role }) => role.kind === 'GROUP').length;

  /** A group that was found through its member has times that are read on demand. */
  const withoutTimes = (grants: readonly RoleGrant[]) =>
    JSON.stringify(grants, (key, value: unknown) =>
      key === 'createTime' || key === 'updateTime' ? undefined : value,
    );

  it('are the same from the principals and from the directory, which takes fewer calls for many', async () => {
    const users = (await listUsers({}, 100)).rows.map(({ value }) => value);
    simulator.calls.clear();
    const { roles } = backend;
    const fromDirectory = allOrThrow(await roles.grantsOf(users, readContext()));
    const callsFromDirectory = simulator.calls.count();
    expect(simulator.calls.count('ListJoinedGroupsForUser')).toBe(0);
    expect(callsFromDirectory).toBeLessThan(users.length);
    expect([...fromDirectory.keys()].sort()).toEqual(users.map(idOf).sort());

    const another = await startCloudSsoSimulator();
    closers.push(() => another.close());
    const { roles: otherRoles } = createBackend(another.environment);
    // Up to three principals are read one by one: the user and two groups.
    const few = users.filter((user) => groupsIn(fromDirectory.get(idOf(user))!) <= 2).slice(0, 8);
    expect(few).toHaveLength(8);
    for (const user of few) {
      const own = allOrThrow(await otherRoles.grantsOf([user], readContext()));
      expect(withoutTimes(own.get(idOf(user))!)).toEqual(
        withoutTimes(fromDirectory.get(idOf(user))!),
      );
    }
    expect(another.calls.count('ListGroupMembers')).toBe(0);
    expect(another.calls.count('ListJoinedGroupsForUser')).toBe(8);
    const assigned = another.calls.all.filter((call) => call.operation === 'ListAccessAssignments');
    expect(assigned.every(({ body }) => body.includes('PrincipalId='))).toBe(true);
    expect([...fromDirectory.values()].flat().some(({ via }) => via !== null)).toBe(true);
    expect([...fromDirectory.values()].flat().some(({ scope, via }) => scope && !via)).toBe(true);
  });

  it('are kept when they were read from the directory, and serve single users from then on', async () => {
    const users = (await listUsers({}, 100)).rows.map(({ value }) => value);
    const { roles } = backend;
    await roles.grantsOf(users, readContext());
    simulator.calls.clear();
    await roles.grantsOf(users.slice(0, 1), readContext());
    expect(simulator.calls.count()).toBe(0);
    await roles.grantsOf(users.slice(0, 1), readContext(true));
    expect(simulator.calls.count()).toBeGreaterThan(0);
  });

  it('are read once for all who ask at the same time', async () => {
    const users = (await listUsers({}, 50)).rows.map(({ value }) => value);
    simulator.calls.clear();
    const { roles } = backend;
    await Promise.all([1, 2, 3].map(() => roles.grantsOf(users, readContext())));
    expect(simulator.calls.count('ListGroups')).toBe(2); // how many, and which
  });

  it('are read anew after a write, also from a cache that keeps text', async () => {
    const settings = readCloudSsoSettings(createEnvironmentReader(simulator.environment))!;
    const now = Date.now;
    const source = createCloudSsoDataSource({
      backend: 'cloud-sso',
      client: createCloudSsoClient({
        ...settings,
        backend: 'cloud-sso',
        credential: createCloudSsoCredential(settings, now),
        quota: createCallQuota(),
        timeoutMs: 5_000,
      }),
      reader: createReadThrough(createKeyvCache(new Keyv()), 'x'),
      filterIgnoresCase: true,
      usersTtlSeconds: 60,
      now,
    });
    const users = (await listUsers({}, 100)).rows.map(({ value }) => value);
    const grants = await source.roles.grantsOf(users, readContext());
    const ids = users.map(idOf);
    const found = await source.users.getMany(ids, readContext());
    simulator.calls.clear();
    expect(await source.roles.grantsOf(users, readContext())).toEqual(grants);
    expect([...(await source.users.getMany(ids, readContext())).keys()]).toEqual([...found.keys()]);
    expect(simulator.calls.count()).toBe(0);

    await source.forget(ids[0]!);
    await source.users.getMany(ids.slice(0, 2), readContext());
    expect(simulator.calls.count()).toBe(1);
    await source.roles.grantsOf(users.slice(0, 1), readContext());
    expect(simulator.calls.count('ListJoinedGroupsForUser')).toBe(1);
    expect(simulator.calls.count('ListAccessAssignments')).toBeGreaterThan(0);
    await source.roles.grantsOf(users, readContext());
    expect(simulator.calls.count('ListGroupMembers')).toBeGreaterThan(0);
  });

  it('of a user who is gone are none', async () => {
    const user = (await listUsers({}, 1)).rows[0]!.value;
    const gone = { ...user, ref: { ...user.ref, nativeId: 'u-gone' } };
    const grants = await backend.roles.grantsOf([gone], readContext());
    expect(grants.get('u-gone')).toEqual([]);
  });

  it('bring the times of a group on demand', async () => {
    const users = (await listUsers({}, 20)).rows.map(({ value }) => value);
    for (const user of users) {
      const grants = allOrThrow(await backend.roles.grantsOf([user], readContext()));
      const group = grants.get(idOf(user))!.find(({ role }) => role.kind === 'GROUP')?.role;
      if (group === undefined) continue;
      const createTime = group.details!['createTime'] as (...args: unknown[]) => Promise<unknown>;
      expect(await createTime(...READ_ARGUMENTS)).toMatch(/^20\d\d-.*Z$/);
      return;
    }
    expect.unreachable('no user is in a group');
  });
});
