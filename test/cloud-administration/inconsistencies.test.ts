import { describe, expect, it } from 'vitest';
import type { CloudAdministrationUser } from '../../src/backends/cloud-administration/contract.ts';
import { parseUser } from '../../src/backends/cloud-administration/contract.ts';
import { createDateParser } from '../../src/backends/cloud-administration/reading/dates.ts';
import { toUser } from '../../src/backends/cloud-administration/mapping.ts';
import { allOrThrow } from '../../src/domain/answers.ts';
import type { User } from '../../src/domain/model.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import {
  contextOf,
  createBackend,
  failureOf,
  startDirectory,
  startStandIn,
} from './backend-session.ts';

const NOW = Date.parse('2026-02-03T12:00:00Z');

/** A user as the schema of release 26 describes it, every attribute given. */
const DOCUMENTED = {
  admin: false,
  changePwdAtNextLogin: true,
  createdBy: 'cloudadmin',
  createdDate: { millis: NOW, wrappedDateTime: '2026-02-03T12:00:00Z' },
  deprovisionedDate: '2026-02-03T12:00:01Z',
  deprovisioningDate: '2026-02-03T12:00:02Z',
  disabled: false,
  emailAddress: 'ana@example.test',
  employeeNumber: 'E-7',
  endDate: '2027-02-03T12:00:00Z',
  firstName: 'Ana',
  id: '3475',
  lastName: 'Rivera',
  lastPasswordResetDate: { millis: NOW + 1, wrappedDateTime: '2026-02-03T12:00:00Z' },
  locked: false,
  loginAttemptsCtr: '0',
  loginId: 'a.rivera',
  manager: 'boss',
  middleName: 'M.',
  organization: {
    associations: ['P6'],
    bidderCompany: false,
    createdBy: 'cloudadmin',
    createdDate: '2020-01-01T00:00:00',
    displayName: 'Acme Ltd',
    id: '11',
    inheritedPolicy: true,
    isDeletable: true,
    name: 'acme',
    parentId: '1',
    parentName: 'owner',
    processed: true,
    pwdPolicy: { id: '5', name: 'Default' },
    status: 'Active',
    statusInfo: 'fine',
    type: 'Company',
    updatedBy: 'cloudadmin',
    updatedDate: '2021-01-01T00:00:00',
  },
  password: 'canary-5150',
  processed: true,
  provisionedDate: '2026-02-03T12:00:03Z',
  provisioningDate: '2026-02-03T12:00:04Z',
  pwdCantChange: true,
  pwdExpired: false,
  pwdExpireDate: '2026-08-03T12:00:00Z',
  pwdWarnDate: '2026-07-03T12:00:00Z',
  pwdWarned: false,
  roles: [
    {
      companyAccessType: false,
      displayName: 'Primavera Unifier Production',
      id: '77',
      name: 'PrimaveraUnifierProduction',
      userAccessType: 'FULL',
    },
  ],
  startDate: '2025-02-03T12:00:00Z',
  status: 'Active',
  statusInfo: 'done',
  statusInfoOK: true,
  updatedDate: { millis: NOW + 2, wrappedDateTime: '2026-02-03T12:00:00Z' },
  userType: 'EMP',
};

function read(row: Readonly<Record<string, unknown>>, timeZone = 'UTC'): User {
  const wire: CloudAdministrationUser = parseUser({ loginId: 'a.rivera', ...row });
  return toUser(wire, {
    backend: 'cloud-administration',
    parseDate: createDateParser(timeZone),
    nowMs: NOW,
    companyIds: new Map(),
  });
}

describe('a user', () => {
  it('keeps every documented attribute but the password', () => {
    const user = read(DOCUMENTED);
    expect(user).toMatchObject({
      ref: { backend: 'cloud-administration', nativeId: 'a.rivera' },
      login: 'a.rivera',
      emails: ['ana@example.test'],
      displayName: 'Ana Rivera',
      firstName: 'Ana',
      middleName: 'M.',
      lastName: 'Rivera',
      employeeNumber: 'E-7',
      status: 'ACTIVE',
      nativeStatus: 'Active',
      locked: false,
      type: 'EMP',
      companyRef: { backend: 'cloud-administration', nativeId: '11' },
      password: {
        changeRequiredAtNextLogin: true,
        expired: false,
        expiresAt: '2026-08-03T12:00:00.000Z',
        lastResetAt: '2026-02-03T12:00:00.001Z',
        userCanChange: false,
      },
      createdAt: '2026-02-03T12:00:00.000Z',
      updatedAt: '2026-02-03T12:00:00.002Z',
    });
    expect(user.details).toEqual({
      __typename: 'CloudAdministrationUserDetails',
      id: '3475',
      admin: false,
      createdBy: 'cloudadmin',
      deprovisionedDate: '2026-02-03T12:00:01.000Z',
      deprovisioningDate: '2026-02-03T12:00:02.000Z',
      disabled: false,
      endDate: '2027-02-03T12:00:00.000Z',
      lastPasswordResetDate: '2026-02-03T12:00:00.001Z',
      loginAttemptsCtr: '0',
      manager: 'boss',
      processed: true,
      provisionedDate: '2026-02-03T12:00:03.000Z',
      provisioningDate: '2026-02-03T12:00:04.000Z',
      pwdCantChange: true,
      pwdWarnDate: '2026-07-03T12:00:00.000Z',
      pwdWarned: false,
      startDate: '2025-02-03T12:00:00.000Z',
      statusInfo: 'done',
      statusInfoOK: true,
      zoneAssumedDates: [],
      unreadableDates: [],
    });
    expect(user.roleGrants).toEqual([
      {
        role: {
          ref: { backend: 'cloud-administration', nativeId: 'PrimaveraUnifierProduction' },
          name: 'PrimaveraUnifierProduction',
          displayName: 'Primavera Unifier Production',
          description: null,
          kind: 'ROLE',
          companyRef: null,
          details: {
            __typename: 'CloudAdministrationRoleDetails',
            id: '77',
            companyAccessType: false,
            userAccessType: 'FULL',
          },
        },
        scope: null,
        scopeName: null,
        via: null,
      },
    ]);
    expect(JSON.stringify(user)).not.toContain('canary');
  });

  it.each([
    [{ disabled: true, status: 'Active' }, 'DISABLED'],
    [{ disabled: false, status: 'Inactive' }, 'ACTIVE'],
    [{ status: 'ACTIVE' }, 'ACTIVE'],
    [{ status: 'Inactive' }, 'DISABLED'],
    [{}, 'UNKNOWN'],
    [{ endDate: '2026-02-03T11:59:59Z' }, 'EXPIRED'],
    [{ disabled: false, endDate: '2026-02-03T12:00:01Z' }, 'ACTIVE'],
    [{ disabled: false, startDate: '2026-02-03T12:00:01Z' }, 'PENDING'],
    [
      { disabled: false, startDate: '2027-01-01T00:00:00Z', endDate: '2025-01-01T00:00:00Z' },
      'EXPIRED',
    ],
    [{ disabled: true, endDate: '2025-01-01T00:00:00Z' }, 'DISABLED'],
    [{ disabled: false, locked: true }, 'ACTIVE'],
  ])('with %j is %s', (row, status) => {
    expect(read(row).status).toBe(status);
  });
});

describe('where the documents contradict themselves', () => {
  it('row 3: dates that share one description are told apart by their names', () => {
    const user = read({
      createdDate: { millis: NOW },
      updatedDate: { millis: NOW + 1 },
      lastPasswordResetDate: { millis: NOW + 2 },
    });
    expect([user.createdAt, user.updatedAt, user.password?.lastResetAt]).toEqual([
      '2026-02-03T12:00:00.000Z',
      '2026-02-03T12:00:00.001Z',
      '2026-02-03T12:00:00.002Z',
    ]);
  });

  it('row 4: a date is an object or text, a zone that is missing is the configured one and said so, and garbage is null', () => {
    const user = read(
      {
        createdDate: '2026-02-03T13:00:00',
        updatedDate: { millis: NOW, wrappedDateTime: '2026-02-03T13:00:00' },
        lastPasswordResetDate: 'yesterday',
      },
      'Europe/Paris',
    );
    expect([user.createdAt, user.updatedAt, user.password?.lastResetAt]).toEqual([
      '2026-02-03T12:00:00.000Z',
      '2026-02-03T12:00:00.000Z',
      null,
    ]);
    expect(user.details).toMatchObject({
      zoneAssumedDates: ['createdDate'],
      unreadableDates: ['lastPasswordResetDate'],
    });
  });

  it('row 5: every date of a user or company may have every form', async () => {
    const date = { millis: NOW, wrappedDateTime: '2026-02-03T12:00:00Z' };
    const user = read({ endDate: date, pwdExpireDate: NOW, pwdWarnDate: String(NOW) });
    expect(user.password?.expiresAt).toBe('2026-02-03T12:00:00.000Z');
    expect(user.details).toMatchObject({
      endDate: '2026-02-03T12:00:00.000Z',
      pwdWarnDate: '2026-02-03T12:00:00.000Z',
    });
    const { companies } = await backendWith([
      { loginId: 'a', organization: { id: '1', createdDate: date, updatedDate: 'never' } },
    ]);
    expect(allOrThrow(await companies.getMany(['1'], contextOf())).get('1')?.details).toMatchObject(
      {
        createdDate: '2026-02-03T12:00:00.000Z',
        updatedDate: null,
        unreadableDates: ['updatedDate'],
      },
    );
  });

  it('row 6: a password is dropped whether it is text or a list', () => {
    for (const password of ['canary-5150', ['c', 'canary-5150'], { value: 'canary-5150' }]) {
      expect(JSON.stringify(read({ password }))).not.toContain('canary');
    }
  });

  it('row 7: a company without an id is the one of that name, if there is just one', async () => {
    const { users, companies } = await backendWith([
      { loginId: 'a', organization: { name: 'acme' } },
      { loginId: 'b', organization: { id: '11', name: 'acme', displayName: 'Acme Ltd' } },
      { loginId: 'c', organization: { name: 'twin' } },
      { loginId: 'd', organization: { id: '21', name: 'twin' } },
      { loginId: 'e', organization: { id: '22', name: 'twin' } },
      { loginId: 'f', organization: { name: 'nameless', parentName: 'acme' } },
    ]);
    const page = await users.list({ limit: 9, position: null, filter: NO_FILTER }, contextOf());
    expect(page.rows.map(({ value }) => value.companyRef?.nativeId)).toEqual([
      '11',
      '11',
      'twin',
      '21',
      '22',
      'nameless',
    ]);
    const found = allOrThrow(await companies.getMany(['11', 'acme', 'nameless'], contextOf()));
    expect(found.get('11')).toMatchObject({ name: 'acme', displayName: 'Acme Ltd' });
    expect(found.get('acme')?.ref.nativeId).toBe('11');
    expect(found.get('nameless')).toMatchObject({
      displayName: 'nameless',
      parentRef: { nativeId: '11' },
    });
    expect(await companies.count(contextOf())).toBe(5);
  });

  it('row 7: a parent that nobody belongs to is known by what its child says, and is not listed', async () => {
    const { companies } = await backendWith([
      {
        loginId: 'a',
        organization: { id: '11', name: 'acme', parentId: '1', parentName: 'owner' },
      },
    ]);
    expect(await companies.count(contextOf())).toBe(1);
    const parent = (await companies.getMany(['1'], contextOf())).get('1');
    expect(parent).toMatchObject({
      name: 'owner',
      displayName: 'owner',
      parentRef: null,
      details: null,
    });
  });

  it('row 7: the records of a company complete each other', async () => {
    const { companies } = await backendWith([
      { loginId: 'a', organization: { id: '11', name: 'acme' } },
      {
        loginId: 'b',
        organization: { id: '11', name: 'other', displayName: 'Acme Ltd', type: 'Company' },
      },
    ]);
    const company = (await companies.list({ limit: 1, position: null }, contextOf())).rows[0]
      ?.value;
    expect(company).toMatchObject({ name: 'acme', displayName: 'Acme Ltd', type: 'Company' });
  });

  it('row 8: a user with nothing but a login is a user', () => {
    expect(read({})).toMatchObject({
      login: 'a.rivera',
      displayName: 'a.rivera',
      emails: [],
      companyRef: null,
      roleGrants: [],
      locked: null,
      password: { changeRequiredAtNextLogin: null, expired: null, userCanChange: null },
    });
  });

  it('row 9: statusInfoOK is there or not', () => {
    expect(read({ statusInfoOK: false }).details?.statusInfoOK).toBe(false);
    expect(read({}).details?.statusInfoOK).toBeNull();
  });

  it('row 10: changePwdAtNextLogin is read as it stands', () => {
    expect(read({ changePwdAtNextLogin: true }).password?.changeRequiredAtNextLogin).toBe(true);
    expect(read({ changePwdAtNextLogin: false }).password?.changeRequiredAtNextLogin).toBe(false);
  });

  it('row 11: a path may match an internal id, whose user is not the one with that login', async () => {
    const standIn = await startStandIn((request) =>
      request === 'GET /v3/user'
        ? { body: [{ loginId: 'a.rivera', id: '3475' }] }
        : { body: { loginId: 'a.rivera', id: '3475' } },
    );
    const { users } = createBackend(standIn.environment);
    expect(await users.getMany(['3475'], contextOf())).toEqual(new Map());
    expect(await users.findByLogin('3475', null, contextOf())).toBeNull();
    expect(await users.findByLogin('A.Rivera', null, contextOf())).not.toBeNull();
  });

  it.each([
    ['an array', [{ name: 'R' }]],
    ['an object around an array', { total: 1, roles: [{ name: 'R' }] }],
  ])('row 15: roles are %s', async (_form, answer) => {
    const { roles } = await backendWith([], answer);
    expect((await roles.getMany(['R'], contextOf())).get('R')?.name).toBe('R');
  });

  it.each([
    ['no array', {}],
    ['two arrays', { roles: [], others: [] }],
    ['text', '"R"'],
    ['a list of names', ['R']],
  ])('row 15: roles are not %s', async (_form, answer) => {
    const { roles } = await backendWith([], answer);
    expect((await failureOf(roles.count(contextOf()))).code).toBe('BACKEND_CONTRACT_VIOLATION');
  });

  it('row 16: 404 for a user says absent, and so does 400 when the list does not know the user either', async () => {
    for (const status of [400, 404]) {
      const standIn = await startStandIn((request) =>
        request === 'GET /v3/user' ? { body: [{ loginId: 'a' }] } : { status },
      );
      const { users } = createBackend(standIn.environment);
      expect(await users.getMany(['nobody'], contextOf({ fresh: true }))).toEqual(new Map());
      expect(await users.findByLogin('nobody', null, contextOf())).toBeNull();
      expect((await users.getMany(['a'], contextOf({ fresh: true }))).has('a')).toBe(
        status === 400,
      );
    }
  });

  it('row 16: many unknown users cost one look at the list, however fresh they must be', async () => {
    const standIn = await startStandIn((request) =>
      request === 'GET /v3/user' ? { body: [{ loginId: 'a' }] } : { status: 400 },
    );
    const { users } = createBackend(standIn.environment);
    const logins = Array.from({ length: 12 }, (_, index) => `nobody${index}`);
    await users.getMany(logins, contextOf({ fresh: true }));
    await users.getMany(logins, contextOf({ fresh: true }));
    await users.findByLogin('nobody', null, contextOf({ fresh: true }));
    expect(standIn.requests.filter((request) => request === 'GET /v3/user')).toHaveLength(1);
  });

  it('row 18: numbers, booleans and text stand for each other', () => {
    const user = read({
      loginId: 4711,
      id: 3475,
      loginAttemptsCtr: 3,
      disabled: 'FALSE',
      employeeNumber: 7,
      roles: [{ name: 'R', companyAccessType: 'true', userAccessType: true }],
    });
    expect(user).toMatchObject({ login: '4711', employeeNumber: '7', status: 'ACTIVE' });
    expect(user.details).toMatchObject({ id: '3475', loginAttemptsCtr: '3' });
    expect(user.roleGrants?.[0]?.role.details).toMatchObject({
      companyAccessType: true,
      userAccessType: 'true',
    });
  });

  it('row 19: an attribute that nobody documented is ignored, and one of newer releases may be missing', () => {
    const user = read({ lastAction: 'Created' });
    expect(user.details).not.toHaveProperty('lastAction');
    expect(user.password?.lastResetAt).toBeNull();
  });

  it('row 20: words of open sets pass through as they are', () => {
    expect(read({ status: 'Suspended?', userType: 'Employee' })).toMatchObject({
      nativeStatus: 'Suspended?',
      type: 'Employee',
    });
  });

  it('row 22: the header Version is sent where it is configured', async () => {
    const standIn = await startDirectory([]);
    const environment = { ...standIn.environment, CLOUD_ADMINISTRATION_VERSION_HEADER: '2' };
    await createBackend(environment).users.count(NO_FILTER, contextOf());
    expect(standIn.headers[0]?.version).toBe('2');
  });

  it('row 23: the password policy of a company is there or not', async () => {
    const { companies } = await backendWith([
      { loginId: 'a', organization: { id: '1', pwdPolicy: { name: 'Default' } } },
      { loginId: 'b', organization: { id: '2' } },
    ]);
    const found = allOrThrow(await companies.getMany(['1', '2'], contextOf()));
    expect(found.get('1')?.details?.pwdPolicy).toEqual({ id: null, name: 'Default' });
    expect(found.get('2')?.details?.pwdPolicy).toBeNull();
  });
});

describe('a single user', () => {
  it.each([
    ['an object', { loginId: 'a' }, 1],
    ['an array of one', [{ loginId: 'a' }], 1],
    ['an empty array', [], 0],
  ])('is %s', async (_form, body, found) => {
    const standIn = await startStandIn(() => ({ body }));
    const { users } = createBackend(standIn.environment);
    expect((await users.getMany(['a'], contextOf())).size).toBe(found);
  });

  it.each([
    ['two', [{ loginId: 'a' }, { loginId: 'b' }]],
    ['null', null],
    ['a word', '"a"'],
  ])('is not %s', async (_form, body) => {
    const standIn = await startStandIn(() => ({ body }));
    const read = createBackend(standIn.environment).users.getMany(['a'], contextOf());
    expect((await failureOf(read)).code).toBe('BACKEND_CONTRACT_VIOLATION');
  });

  it('may be the whole list, and one role all roles of a user', async () => {
    const { users } = await backendWith({ loginId: 'a', roles: { name: 'R' } });
    const page = await users.list({ limit: 2, position: null, filter: NO_FILTER }, contextOf());
    expect(page.rows[0]?.value.roleGrants?.[0]?.role.name).toBe('R');
  });
});

describe('a role', () => {
  it('keeps the tenant prefix in its name, and resolves even when only a user bears it', async () => {
    const { roles } = await backendWith(
      [{ loginId: 'a', roles: [{ name: 'T42_Unifier', displayName: 'Unifier' }] }],
      [{ name: 'Unifier' }],
    );
    const found = await roles.getMany(['T42_Unifier', 'Unifier', 'None'], contextOf());
    expect([...found.keys()]).toEqual(['T42_Unifier', 'Unifier']);
    const members = await roles.listMembers(
      'T42_Unifier',
      { limit: 1, position: null },
      contextOf(),
    );
    expect(members.rows.map(({ value }) => value.login)).toEqual(['a']);
    const none = await roles.listMembers('Unifier', { limit: 1, position: null }, contextOf());
    expect(none).toEqual({ rows: [], nextPosition: null });
  });
});

async function backendWith(users: unknown, roles: unknown = []) {
  const standIn = await startStandIn((request) => ({
    body: request === 'GET /v3/roles' ? roles : users,
  }));
  return createBackend(standIn.environment);
}
