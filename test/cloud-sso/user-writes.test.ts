import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allOrThrow } from '../../src/domain/answers.ts';
import type { ReadContext } from '../../src/domain/backend.ts';
import type { User } from '../../src/domain/model.ts';
import type {
  CreateUserCommand,
  PreparedWrite,
  RoleGrantChange,
  UserAttributes,
} from '../../src/domain/user-write.ts';
import {
  attributes,
  FAULTS,
  formOf,
  patienceFor,
  refusalsOf,
  send,
  startWriteSession,
  writableBackend,
  type WritableBackend,
  type WriteSession,
} from './write-session.ts';
import { createBackend, readContext, startUpstream } from './upstream.ts';

let session: WriteSession;
let backend: WritableBackend;
beforeAll(async () => {
  session = await startWriteSession();
  backend = session.backend();
});
beforeEach(() => {
  session.simulator.faults.clear();
  session.simulator.calls.clear();
});
afterAll(() => session.close());

const DONE = { status: 'DONE', errors: [], pendingJobId: null, created: null };

async function newUser(parameters: Readonly<Record<string, unknown>> = {}): Promise<User> {
  const user = await backend.readUser(await session.createUser(parameters));
  session.simulator.calls.clear();
  return user;
}

const idOf = ({ ref }: User) => ref.nativeId;
const writes = () => session.simulator.calls.writes;
const writtenOperations = () => writes().map(({ operation }) => operation);

async function plannedOperations(prepared: Promise<PreparedWrite>): Promise<readonly string[]> {
  const write = await prepared;
  if ('refused' in write) throw new Error(JSON.stringify(write.refused));
  for (const { method, path } of write.calls) expect([method, path]).toEqual(['POST', '/']);
  return write.calls.map(({ operation }) => operation);
}

describe('creating a user', () => {
  let number = 0;
  const commandOf = (given: Partial<CreateUserCommand> = {}): CreateUserCommand => ({
    login: `new-user.${(number += 1)}`,
    companyId: null,
    attributes: attributes(),
    status: 'ACTIVE',
    ...given,
  });
  const create = (given: Partial<CreateUserCommand>, by = backend) =>
    by.userWrites.create(commandOf(given), readContext());

  it('writes every attribute that CloudSSO keeps, in one call', async () => {
    const prepared = create({
      login: 'Ada_L@corp.example',
      status: 'DISABLED',
      attributes: attributes({
        emails: ['ada@corp.example'],
        firstName: 'Ada',
        lastName: 'Lovelace',
        displayName: 'Ada & co + "ü"',
        description: 'first\nsecond',
        own: {
          cloudSso: {
            tags: [
              { key: 'team', value: 'engine' },
              { key: 'k', value: '' },
            ],
          },
        },
      }),
    });
    expect(await plannedOperations(prepared)).toEqual(['CreateUser']);
    expect(writes()).toEqual([]);
    const outcome = await send(prepared);
    expect(outcome).toMatchObject(DONE);
    expect(outcome.backendRequestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(writtenOperations()).toEqual(['CreateUser']);
    expect(await session.wire(outcome.ref!.nativeId)).toMatchObject({
      UserName: 'Ada_L@corp.example',
      Email: 'ada@corp.example',
      FirstName: 'Ada',
      LastName: 'Lovelace',
      DisplayName: 'Ada & co + "ü"',
      Description: 'first\nsecond',
      Status: 'Disabled',
      Tags: [
        { Key: 'team', Value: 'engine' },
        { Key: 'k', Value: '' },
      ],
    });
  });

  it('sends nothing of what is absent or cleared', async () => {
    await send(
      create({ attributes: attributes({ emails: [], firstName: null, description: '' }) }),
    );
    expect(Object.keys(formOf(writes()[0]!))).toEqual(['DirectoryId', 'UserName', 'Status']);
  });

  it.each([
    ['an empty login', { login: '' }, ['login']],
    ['a login of 65 characters', { login: 'x'.repeat(65) }, ['login']],
    ['a login with a space', { login: 'ada lovelace' }, ['login']],
    ['a login with an umlaut', { login: 'adä' }, ['login']],
    ['a company', { companyId: 'visionCorp' }, ['company']],
    ['two addresses', attributesOf({ emails: ['a@x.y', 'b@x.y'] }), ['attributes.emails']],
    ['a long address', attributesOf({ emails: ['a'.repeat(129)] }), ['attributes.emails']],
    ['a long name', attributesOf({ firstName: 'ü'.repeat(65) }), ['attributes.firstName']],
    ['a long text', attributesOf({ description: 'x'.repeat(1025) }), ['attributes.description']],
    [
      'what CloudSSO does not keep',
      attributesOf({
        middleName: 'x',
        jobTitle: 'x',
        phone: 'x',
        employeeNumber: 'x',
        type: 'x',
        currencyCode: 'EUR',
        languageTag: null,
      }),
      [
        'middleName',
        'jobTitle',
        'phone',
        'employeeNumber',
        'type',
        'currencyCode',
        'languageTag',
      ].map((name) => `attributes.${name}`),
    ],
    [
      "other backends' parts",
      attributesOf({ own: { cpq: { fax: '1' }, cloudAdministration: { admin: true } } }),
      ['attributes.cpq.fax', 'attributes.cloudAdministration.admin'],
    ],
    [
      'a part of its own that it does not know',
      attributesOf({ own: { cloudSso: { shoeSize: 43 } } }),
      ['attributes.cloudSso.shoeSize'],
    ],
    [
      '22 tags',
      tagsOf(Array.from({ length: 22 }, (_, index) => ({ key: `k${index}`, value: '' }))),
      ['attributes.cloudSso.tags'],
    ],
    ['a tag without a key', tagsOf([{ key: '', value: 'x' }]), ['attributes.cloudSso.tags.0.key']],
  ])('is refused by name for %s, before anything is sent', async (_name, given, paths) => {
    expect(await refusalsOf(create(given))).toEqual(paths.map((path) => ['INVALID', path]));
    expect(session.simulator.calls.count()).toBe(0);
  });

  function attributesOf(given: Partial<UserAttributes>): Partial<CreateUserCommand> {
    return { attributes: attributes(given) };
  }

  function tagsOf(tags: readonly unknown[]): Partial<CreateUserCommand> {
    return attributesOf({ own: { cloudSso: { tags } } });
  }

  it('accepts the longest values', async () => {
    const longest = attributes({
      firstName: '😀'.repeat(64),
      displayName: 'x'.repeat(256),
      description: 'x'.repeat(1024),
      own: {
        cloudSso: { tags: Array.from({ length: 21 }, (_, i) => ({ key: `k${i}`, value: '' })) },
      },
    });
    const outcome = await send(create({ login: 'y'.repeat(64), attributes: longest }));
    expect(outcome.status).toBe('DONE');
  });

  it('tells a login from an address that is taken', async () => {
    const user = await newUser({ Email: 'taken@corp.example' });
    expect(await send(create({ login: user.login.toUpperCase() }))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'TAKEN', path: ['login'], retryable: false }],
      ref: null,
    });
    const sameAddress = attributes({ emails: ['taken@corp.example'] });
    expect(await send(create({ attributes: sameAddress }))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'TAKEN', path: ['attributes', 'emails'], retryable: false }],
    });
  });

  it('is not sent again when its answer was lost, nor settled by a guess', async () => {
    session.simulator.faults.add({ kind: 'reset-after', operation: 'CreateUser' });
    const outcome = await send(create({ login: 'lost.answer' }));
    expect(outcome).toMatchObject({ status: 'UNKNOWN', ref: null });
    expect(session.simulator.calls.all.map(({ operation }) => operation)).toEqual(['CreateUser']);
    expect(await backend.users.findByLogin('lost.answer', null, readContext())).not.toBeNull();
  });

  it('is of unknown outcome when the answer does not name the user', async () => {
    const server = await startUpstream(() => ({
      body: { RequestId: '5F1C9F0E-1D0B-5C43-9B0E-7C3A5B1D2E4F', User: {} },
    }));
    try {
      const vague = writableBackend(createBackend(server.environment));
      expect(await send(create({}, vague))).toMatchObject({
        status: 'UNKNOWN',
        errors: [{ code: 'OUTCOME_UNKNOWN' }],
        backendRequestId: '5F1C9F0E-1D0B-5C43-9B0E-7C3A5B1D2E4F',
        ref: null,
      });
      expect(server.calls).toHaveLength(1);
    } finally {
      await server.close();
    }
  });
});

describe('updating a user', () => {
  const update = (user: User, given: Partial<UserAttributes>, by = backend) =>
    by.userWrites.update(user, attributes(given), readContext());

  it('sends the attributes that are given and no other', async () => {
    const user = await newUser({
      FirstName: 'Ada',
      LastName: 'Byron',
      Email: 'ada.b@corp.example',
    });
    const outcome = await send(update(user, { lastName: 'Lovelace', emails: ['al@corp.example'] }));
    expect(outcome).toMatchObject({ ...DONE, ref: user.ref });
    expect(writes().map(formOf)).toEqual([
      {
        DirectoryId: session.simulator.environment['CLOUD_SSO_DIRECTORY_ID'],
        UserId: idOf(user),
        NewLastName: 'Lovelace',
        NewEmail: 'al@corp.example',
      },
    ]);
    expect(await session.wire(idOf(user))).toMatchObject({
      FirstName: 'Ada',
      LastName: 'Lovelace',
      Email: 'al@corp.example',
    });
  });

  it('clears with an empty value what is null or empty', async () => {
    const user = await newUser({
      Email: 'clear@corp.example',
      Description: 'x',
      FirstName: 'Ada',
      LastName: 'Byron',
    });
    const given = { emails: [], description: null, firstName: '' };
    expect((await send(update(user, given))).status).toBe('DONE');
    expect(await backend.readUser(idOf(user))).toMatchObject({
      emails: [],
      description: null,
      firstName: null,
      lastName: 'Byron',
    });
  });

  it('refuses to clear where CloudSSO is said to ignore empty values', async () => {
    const user = await newUser({ Description: 'x' });
    const strict = session.backend({ emptyValueClears: false });
    session.simulator.calls.clear();
    const given = { description: null, emails: [], firstName: 'Ada' };
    expect(await refusalsOf(update(user, given, strict))).toEqual([
      ['INVALID', 'attributes.description'],
      ['INVALID', 'attributes.emails'],
    ]);
    expect(session.simulator.calls.count()).toBe(0);
  });

  it('refuses tags, which CloudSSO sets only at creation, and what it does not keep', async () => {
    const user = await newUser();
    const given = { jobTitle: 'Countess', own: { cloudSso: { tags: [] }, cpq: { fax: null } } };
    expect(await refusalsOf(update(user, given))).toEqual([
      ['INVALID', 'attributes.jobTitle'],
      ['INVALID', 'attributes.cpq.fax'],
      ['INVALID', 'attributes.cloudSso.tags'],
    ]);
  });

  it('is done without a call when nothing is given', async () => {
    const user = await newUser();
    expect(await plannedOperations(update(user, {}))).toEqual([]);
    expect(await send(update(user, {}))).toMatchObject({ ...DONE, ref: user.ref });
    expect(session.simulator.calls.count()).toBe(0);
  });

  it('tells that an address is taken', async () => {
    await newUser({ Email: 'mine@corp.example' });
    const user = await newUser();
    expect(await send(update(user, { emails: ['MINE@corp.example'] }))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'TAKEN', path: ['attributes', 'emails'] }],
      ref: user.ref,
    });
  });
});

describe('the status of a user', () => {
  it('is changed by a call of its own', async () => {
    const user = await newUser();
    for (const [status, native] of [
      ['DISABLED', 'Disabled'],
      ['ACTIVE', 'Enabled'],
    ] as const) {
      session.simulator.calls.clear();
      const outcome = await send(backend.userWrites.setStatus(user, status, readContext()));
      expect(outcome).toMatchObject({ ...DONE, ref: user.ref });
      expect(writes().map(formOf)).toMatchObject([{ UserId: idOf(user), NewStatus: native }]);
      expect((await session.wire(idOf(user)))['Status']).toBe(native);
    }
  });
});

describe('deleting a user', () => {
  const remove = (user: User) => backend.userWrites.delete(user, readContext());

  it('is one call when nothing is in the way', async () => {
    const user = await newUser();
    expect(await plannedOperations(remove(user))).toEqual(['DeleteUser']);
    expect(await send(remove(user))).toMatchObject({ ...DONE, ref: null });
    await expect(backend.readUser(idOf(user))).rejects.toThrow('no such user');
  });

  it('is refused with every obstacle and what to do about it', async () => {
    const user = await newUser();
    const { groups, assignment } = await grantEverything(idOf(user));
    session.simulator.calls.clear();
    const prepared = await remove(user);
    expect(prepared).toMatchObject({
      refused: [...groups.map(({ GroupName }) => GroupName), assignment.TargetId].map((name) => ({
        code: 'CONFLICT',
        path: ['userId'],
        message: expect.stringMatching(new RegExp(`${name}.*first`)),
      })),
    });
    expect(writes()).toEqual([]);
  });

  it('is refused for a user with MFA devices', async () => {
    const prepared = await remove(await userWithDevice());
    expect('refused' in prepared && prepared.refused.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/MFA device mfa-.*first/),
    );
    expect(writes()).toEqual([]);
  });

  it('says that something is left when CloudSSO finds it after all', async () => {
    const user = await newUser();
    const prepared = remove(user);
    await prepared;
    await session.call('AddUserToGroup', {
      GroupId: (await manualGroups())[0]!.GroupId,
      UserId: idOf(user),
    });
    expect(await send(prepared)).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'CONFLICT', retryable: true }],
      ref: user.ref,
    });
  });
});

/** Devices are seeded: no operation of the API makes one. */
async function userWithDevice(): Promise<User> {
  const { Users } = await session.call('ListUsers', { MaxResults: 20 });
  for (const { UserId } of Users as readonly { readonly UserId: string }[]) {
    const { TotalCounts } = await session.call('ListMFADevicesForUser', { UserId });
    if (TotalCounts !== 0) return backend.readUser(UserId);
  }
  throw new Error('nobody has a device');
}

interface GroupRow {
  readonly GroupId: string;
  readonly GroupName: string;
  readonly ProvisionType: string;
}

async function allGroups(): Promise<readonly GroupRow[]> {
  const { Groups } = await session.call('ListGroups', { MaxResults: 100 });
  return Groups as readonly GroupRow[];
}

async function manualGroups(): Promise<readonly GroupRow[]> {
  return (await allGroups()).filter(({ ProvisionType }) => ProvisionType === 'Manual');
}

async function configurationIds(): Promise<readonly string[]> {
  const { AccessConfigurations } = await session.call('ListAccessConfigurations', {
    MaxResults: 100,
  });
  return (AccessConfigurations as readonly { readonly AccessConfigurationId: string }[]).map(
    ({ AccessConfigurationId }) => AccessConfigurationId,
  );
}

async function accountIds(): Promise<readonly string[]> {
  const { AccessAssignments } = await session.call('ListAccessAssignments', { MaxResults: 20 });
  const rows = AccessAssignments as readonly { readonly TargetId: string }[];
  return [...new Set(rows.map(({ TargetId }) => TargetId))];
}

/** Assigns, and waits for the task. */
async function assign(principal: Readonly<Record<string, unknown>>, roleId: string, scope: string) {
  const { Task } = await session.call('CreateAccessAssignment', {
    AccessConfigurationId: roleId,
    TargetType: 'RD-Account',
    TargetId: scope,
    ...principal,
  });
  const { TaskId } = Task as { readonly TaskId: string };
  for (;;) {
    const { Task: task } = await session.call('GetTask', { TaskId });
    if ((task as { readonly Status: string }).Status !== 'InProgress') return;
  }
}

async function grantEverything(userId: string) {
  const groups = (await manualGroups()).slice(0, 2);
  for (const { GroupId } of groups)
    await session.call('AddUserToGroup', { GroupId, UserId: userId });
  const assignment = {
    roleId: (await configurationIds())[0]!,
    TargetId: (await accountIds())[0]!,
  };
  await assign(
    { PrincipalType: 'User', PrincipalId: userId },
    assignment.roleId,
    assignment.TargetId,
  );
  return { groups, assignment };
}

describe('users that an identity provider sent', () => {
  const isRefused = [['CONFLICT', 'userId']];

  async function synchronizedUser(by: WriteSession): Promise<User> {
    const { Users } = await by.call('ListUsers', {
      ProvisionType: 'Synchronized',
      MaxResults: 100,
    });
    const [first] = Users as readonly { readonly UserId: string }[];
    return by.backend().readUser(first!.UserId);
  }

  it('cannot be changed or deleted while they are kept in step, but disabled', async () => {
    const user = await synchronizedUser(session);
    session.simulator.calls.clear();
    const { update, setStatus, delete: remove } = session.backend().userWrites;
    expect(await refusalsOf(update(user, attributes({ firstName: 'x' }), readContext()))).toEqual(
      isRefused,
    );
    const prepared = await remove(user, readContext());
    expect(prepared).toMatchObject({
      refused: expect.arrayContaining([expect.objectContaining({ code: 'CONFLICT' })]),
    });
    expect(JSON.stringify(prepared)).toContain('identity provider');
    expect(writes()).toEqual([]);
    expect(session.simulator.calls.count('GetSCIMSynchronizationStatus')).toBe(1);
    expect((await send(setStatus(user, 'DISABLED', readContext()))).status).toBe('DONE');
  });

  it('can be changed when that is switched off', async () => {
    const off = await startWriteSession({ scimEnabled: false });
    try {
      const user = await synchronizedUser(off);
      const { update } = off.backend().userWrites;
      const outcome = await send(update(user, attributes({ firstName: 'x' }), readContext()));
      expect(outcome.status).toBe('DONE');
      expect((await off.wire(idOf(user)))['FirstName']).toBe('x');
    } finally {
      await off.close();
    }
  });

  it('are refused by CloudSSO where the credential may not read whether they are', async () => {
    const user = await synchronizedUser(session);
    session.simulator.faults.add({
      kind: 'status',
      status: 403,
      operation: 'GetSCIMSynchronizationStatus',
    });
    const { update } = session.backend().userWrites;
    const outcome = await send(update(user, attributes({ firstName: 'x' }), readContext()));
    expect(outcome).toMatchObject({ status: 'FAILED', errors: [{ code: 'BACKEND_REJECTED' }] });
  });
});

describe('changing roles', () => {
  interface Grant {
    readonly roleId: string;
    readonly scope?: string | null;
  }

  const toChanges = (name: string, grants: readonly Grant[]): readonly RoleGrantChange[] =>
    grants.map(({ roleId, scope = null }, index) => ({
      roleId,
      scope,
      path: [name, String(index)],
    }));

  function change(
    user: User,
    {
      add = [],
      remove = [],
    }: { readonly add?: readonly Grant[]; readonly remove?: readonly Grant[] },
    {
      by = backend,
      context = readContext(),
    }: { readonly by?: WritableBackend; readonly context?: ReadContext } = {},
  ) {
    const changes = { add: toChanges('add', add), remove: toChanges('remove', remove) };
    return by.userWrites.changeRoles(user, changes, context);
  }

  async function grantsOf(user: User): Promise<readonly string[]> {
    const grants = allOrThrow(await backend.roles.grantsOf([user], readContext(true)));
    return (grants.get(idOf(user)) ?? [])
      .filter(({ via }) => via === null)
      .map(({ role, scope }) => `${role.ref.nativeId} ${scope}`)
      .toSorted();
  }

  const asGroups = (groups: readonly GroupRow[]) =>
    groups.map(({ GroupId }) => ({ roleId: GroupId }));

  it('sends what is missing and takes what is there, groups first, and waits for the tasks', async () => {
    const user = await newUser();
    const { groups, assignment } = await grantEverything(idOf(user));
    const [joined, leaving] = asGroups(groups);
    const [, , entered] = asGroups(await manualGroups());
    const scope = assignment.TargetId;
    const [kept, assigned, never] = await configurationIds();
    const asked = {
      add: [
        { roleId: assigned!, scope },
        { roleId: kept!, scope },
        entered!,
        joined!,
        { roleId: assigned!, scope },
      ],
      remove: [{ roleId: never!, scope }, leaving!, { roleId: never!, scope: 'elsewhere' }],
    };
    session.simulator.calls.clear();
    const prepared = change(user, asked);
    expect(await plannedOperations(prepared)).toEqual([
      'AddUserToGroup',
      'RemoveUserFromGroup',
      'CreateAccessAssignment',
    ]);
    expect(writes()).toEqual([]);
    expect(await send(prepared)).toMatchObject({ ...DONE, ref: user.ref });
    expect(writes().map((call) => [call.operation, formOf(call)])).toMatchObject([
      ['AddUserToGroup', { UserId: idOf(user), GroupId: entered!.roleId }],
      ['RemoveUserFromGroup', { UserId: idOf(user), GroupId: leaving!.roleId }],
      [
        'CreateAccessAssignment',
        {
          AccessConfigurationId: assigned,
          PrincipalType: 'User',
          PrincipalId: idOf(user),
          TargetType: 'RD-Account',
          TargetId: scope,
        },
      ],
    ]);
    expect(await grantsOf(user)).toEqual(
      [
        `${joined!.roleId} null`,
        `${entered!.roleId} null`,
        `${kept} ${scope}`,
        `${assigned} ${scope}`,
      ].toSorted(),
    );
  });

  it('takes an assignment away on the one account', async () => {
    const user = await newUser();
    const [roleId] = await configurationIds();
    const [here, there] = await accountIds();
    const principal = { PrincipalType: 'User', PrincipalId: idOf(user) };
    await assign(principal, roleId!, here!);
    await assign(principal, roleId!, there!);
    session.simulator.calls.clear();
    const outcome = await send(change(user, { remove: [{ roleId: roleId!, scope: here! }] }));
    expect(outcome).toMatchObject(DONE);
    expect(writtenOperations()).toEqual(['DeleteAccessAssignment']);
    expect(session.simulator.calls.count('GetTask')).toBeGreaterThan(0);
    expect(await grantsOf(user)).toEqual([`${roleId} ${there}`]);
  });

  it('is done without a call when there is nothing to do', async () => {
    const user = await newUser();
    const [group] = asGroups(await manualGroups());
    const prepared = change(user, { remove: [group!] });
    expect(await plannedOperations(prepared)).toEqual([]);
    expect(await send(prepared)).toMatchObject({ ...DONE, ref: user.ref });
    expect(await send(change(user, {}))).toMatchObject(DONE);
    expect(writes()).toEqual([]);
  });

  it('wants an account for an access configuration and none for a group', async () => {
    const user = await newUser();
    const [group] = asGroups(await manualGroups());
    const [roleId] = await configurationIds();
    session.simulator.calls.clear();
    const asked = {
      add: [{ roleId: roleId! }, { ...group!, scope: '123' }],
      remove: [{ roleId: roleId!, scope: '' }],
    };
    expect(await refusalsOf(change(user, asked))).toEqual([
      ['INVALID', 'add.0.scope'],
      ['INVALID', 'add.1.scope'],
      ['INVALID', 'remove.0.scope'],
    ]);
    expect(session.simulator.calls.count()).toBe(0);
  });

  it('refuses roles that do not exist and one that is added and removed at once', async () => {
    const user = await newUser();
    const [group] = asGroups(await manualGroups());
    const asked = {
      add: [{ roleId: 'g-nowhere' }, { roleId: 'ac-nowhere', scope: '1' }, group!],
      remove: [group!],
    };
    expect(await refusalsOf(change(user, asked))).toEqual([
      ['INVALID', 'remove.0'],
      ['NOT_FOUND', 'add.0.roleId'],
      ['NOT_FOUND', 'add.1.roleId'],
    ]);
    expect(writes()).toEqual([]);
  });

  it('looks at what the user holds now, whatever was read before', async () => {
    const user = await newUser();
    const keeping = session.backend({ usersTtlSeconds: 300 });
    await keeping.roles.grantsOf([user], readContext());
    const { groups } = await grantEverything(idOf(user));
    const asked = { add: asGroups(groups) };
    expect(await plannedOperations(change(user, asked, { by: keeping }))).toEqual([]);
    const removal = await keeping.userWrites.delete(user, readContext());
    expect('refused' in removal && removal.refused).toHaveLength(3);
  });

  it('leaves alone what comes from a group, and names the group', async () => {
    const user = await newUser();
    const group = (await manualGroups())[0]!;
    const roleId = (await configurationIds()).at(-1)!;
    const [scope] = await accountIds();
    await assign({ PrincipalType: 'Group', PrincipalId: group.GroupId }, roleId, scope!);
    await session.call('AddUserToGroup', { GroupId: group.GroupId, UserId: idOf(user) });
    session.simulator.calls.clear();
    const inherited = change(user, { remove: [{ roleId, scope: scope! }] });
    expect(await refusalsOf(inherited)).toEqual([['INVALID', 'remove.0']]);
    expect(JSON.stringify(await inherited)).toContain(group.GroupName);
    expect(writes()).toEqual([]);

    await assign({ PrincipalType: 'User', PrincipalId: idOf(user) }, roleId, scope!);
    session.simulator.calls.clear();
    expect((await send(change(user, { remove: [{ roleId, scope: scope! }] }))).status).toBe('DONE');
    expect(writtenOperations()).toEqual(['DeleteAccessAssignment']);
  });

  it('leaves the members of a group to the identity provider that keeps them', async () => {
    const user = await newUser();
    const group = (await allGroups()).find(
      ({ ProvisionType }) => ProvisionType === 'Synchronized',
    )!;
    const asked = { add: asGroups([group]) };
    expect(await refusalsOf(change(user, asked))).toEqual([['CONFLICT', 'add.0.roleId']]);
    expect(writes()).toEqual([]);

    const off = await startWriteSession({ scimEnabled: false });
    try {
      const by = off.backend();
      const theirs = await by.readUser(await off.createUser());
      expect((await send(change(theirs, asked, { by }))).status).toBe('DONE');
    } finally {
      await off.close();
    }
  });

  describe('over several steps', () => {
    async function severalSteps() {
      const user = await newUser();
      const { groups, assignment } = await grantEverything(idOf(user));
      const [, leaving] = asGroups(groups);
      const [, , entered] = asGroups(await manualGroups());
      const [removed, added] = await configurationIds();
      const scope = assignment.TargetId;
      session.simulator.calls.clear();
      const asked = {
        add: [{ roleId: added!, scope }, entered!],
        remove: [{ roleId: removed!, scope }, leaving!],
      };
      return { user, asked };
    }
    const ORDER = [
      'AddUserToGroup',
      'RemoveUserFromGroup',
      'CreateAccessAssignment',
      'DeleteAccessAssignment',
    ];
    const PATHS = [
      ['add', '1'],
      ['remove', '1'],
      ['add', '0'],
      ['remove', '0'],
    ];

    it.each(ORDER.map((operation, index) => [operation, index] as const))(
      'stops when %s gets no answer, and says what was done before and what was not sent',
      async (operation, index) => {
        const { user, asked } = await severalSteps();
        session.simulator.faults.add({ kind: 'reset-after', operation });
        const outcome = await send(change(user, asked));
        expect(outcome.status).toBe('UNKNOWN');
        expect(outcome.errors.map(({ code, path }) => [code, path])).toEqual([
          ['OUTCOME_UNKNOWN', PATHS[index]],
          ...PATHS.slice(index + 1).map((path) => ['CONFLICT', path]),
        ]);
        const done = index === 0 ? 'trying again.' : `that were done before: ${index}.`;
        expect(outcome.errors[0]?.message).toMatch(new RegExp(`${done}$`));
        expect(writtenOperations()).toEqual(ORDER.slice(0, index + 1));
      },
    );

    it('sends nothing more when the time is up', async () => {
      const { user, asked } = await severalSteps();
      const left = new AbortController();
      const context = { ...readContext(), signal: left.signal };
      const prepared = await change(user, asked, { context });
      left.abort();
      expect(await send(prepared)).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }, {}, {}, {}],
      });
      expect(writes()).toEqual([]);
    });

    it('is ACCEPTED with the task when it outlasts the time, and the rest is not sent', async () => {
      const slow = await startWriteSession({ taskPolls: 1000, taskSeconds: 1000 });
      try {
        const by = slow.backend();
        const user = await by.readUser(await slow.createUser());
        const [first, second] = await configurationIds();
        const [scope] = await accountIds();
        const timeIsUp = new AbortController();
        const context = { ...readContext(), signal: timeIsUp.signal };
        const add = [
          { roleId: first!, scope: scope! },
          { roleId: second!, scope: scope! },
        ];
        const prepared = await change(user, { add }, { by, context });
        slow.simulator.calls.clear();
        setTimeout(() => timeIsUp.abort(), 400);
        const outcome = await send(prepared);
        expect(outcome).toMatchObject({
          status: 'ACCEPTED',
          errors: [{ code: 'CONFLICT', path: ['add', '1'], retryable: true }],
          ref: user.ref,
        });
        expect(outcome.pendingJobId).toMatch(/^t-/);
        expect(slow.simulator.calls.count('GetTask')).toBeGreaterThan(0);
        expect(slow.simulator.calls.writes).toHaveLength(1);
      } finally {
        await slow.close();
      }
    });

    it('is FAILED when the task fails', async () => {
      const failing = await startWriteSession({ tasksFail: true });
      try {
        const by = failing.backend();
        const user = await by.readUser(await failing.createUser());
        const add = [{ roleId: (await configurationIds())[0]!, scope: (await accountIds())[0]! }];
        const outcome = await send(change(user, { add }, { by }));
        expect(outcome).toMatchObject({
          status: 'FAILED',
          errors: [{ code: 'BACKEND_REJECTED', path: ['add', '0'] }],
          pendingJobId: null,
        });
        expect(JSON.stringify(outcome)).not.toContain('target account');
      } finally {
        await failing.close();
      }
    });

    it.each([
      ['DONE', { Status: 'Success' }, [{ Status: 'InProgress' }]],
      ['DONE', { Status: 'InProgress' }, [{ Code: 'EntityNotExists.Task' }, { Status: 'Success' }]],
      ['FAILED', { Status: 'InProgress' }, [{ Status: 'Waiting' }, { Status: 'Failed' }]],
      ['UNKNOWN', { Status: null }, []],
    ])('is %s after the task %j and the answers %j', async (status, task, polls) => {
      const left = [...polls];
      const server = await startUpstream(({ operation }) => {
        if (operation === 'CreateAccessAssignment')
          return { body: { Task: { TaskId: 't-1', ...task } } };
        if (operation === 'GetAccessConfiguration') {
          return {
            body: {
              AccessConfiguration: { AccessConfigurationId: 'ac-1', AccessConfigurationName: 'x' },
            },
          };
        }
        if (operation !== 'GetTask') return { body: { JoinedGroups: [], AccessAssignments: [] } };
        const answer = left.shift() ?? {};
        return 'Code' in answer
          ? { status: 404, body: { ...answer, Message: 'x' } }
          : { body: { Task: { TaskId: 't-1', ...answer } } };
      });
      try {
        const by = writableBackend(createBackend(server.environment));
        const user = { ref: { backend: 'cloud-sso', nativeId: 'u-1' }, login: 'x' } as User;
        const add = [{ roleId: 'ac-1', scope: '1' }];
        const outcome = await send(change(user, { add }, { by }));
        expect(outcome).toMatchObject({ status, pendingJobId: null });
        const polled = server.calls.filter(({ operation }) => operation === 'GetTask');
        expect(polled).toHaveLength(task.Status === 'InProgress' ? polls.length : 0);
      } finally {
        await server.close();
      }
    });

    it('asks about the task again when that fails, and not when it is refused', async () => {
      const roleId = (await configurationIds()).at(-2)!;
      const [scope] = await accountIds();
      const assignTo = async (user: User) =>
        send(change(user, { add: [{ roleId, scope: scope! }] }));

      const patient = await newUser();
      session.simulator.faults.add({ kind: 'status', status: 503, operation: 'GetTask', times: 4 });
      expect((await assignTo(patient)).status).toBe('DONE');

      const refused = await newUser();
      session.simulator.faults.add({ kind: 'status', status: 403, operation: 'GetTask' });
      const outcome = await assignTo(refused);
      expect(outcome.status).toBe('ACCEPTED');
      expect(outcome.pendingJobId).toMatch(/^t-/);
      expect(session.simulator.calls.count('GetTask')).toBe(1);
      expect(writtenOperations()).toEqual(['CreateAccessAssignment']);
    });
  });
});

describe('a write that goes wrong', () => {
  const groupOf = async () => (await manualGroups()).at(-1)!.GroupId;
  const grant = (path: string, roleId: string, scope: string | null = null) => ({
    roleId,
    scope,
    path: [path, '0'],
  });

  /** Each prepares one write of one call. */
  const PREPARE: Readonly<
    Record<string, (by: WritableBackend, user: User) => Promise<PreparedWrite>>
  > = {
    CreateUser: (by, user) =>
      by.userWrites.create(
        { login: `${user.login}.2`, companyId: null, attributes: attributes(), status: 'ACTIVE' },
        readContext(),
      ),
    UpdateUser: (by, user) =>
      by.userWrites.update(user, attributes({ firstName: 'x' }), readContext()),
    UpdateUserStatus: (by, user) => by.userWrites.setStatus(user, 'DISABLED', readContext()),
    DeleteUser: (by, user) => by.userWrites.delete(user, readContext()),
    AddUserToGroup: async (by, user) =>
      by.userWrites.changeRoles(
        user,
        { add: [grant('add', await groupOf())], remove: [] },
        readContext(),
      ),
    RemoveUserFromGroup: async (by, user) => {
      const GroupId = await groupOf();
      await session.call('AddUserToGroup', { GroupId, UserId: idOf(user) });
      const change = { add: [], remove: [grant('remove', GroupId)] };
      return by.userWrites.changeRoles(user, change, readContext());
    },
    CreateAccessAssignment: async (by, user) => {
      const add = [grant('add', (await configurationIds())[3]!, (await accountIds())[0])];
      return by.userWrites.changeRoles(user, { add, remove: [] }, readContext());
    },
    DeleteAccessAssignment: async (by, user) => {
      const removed = grant('remove', (await configurationIds())[3]!, (await accountIds())[0]);
      const principal = { PrincipalType: 'User', PrincipalId: idOf(user) };
      await assign(principal, removed.roleId, removed.scope!);
      return by.userWrites.changeRoles(user, { add: [], remove: [removed] }, readContext());
    },
  };

  describe.each(Object.entries(PREPARE))('%s', (operation, prepare) => {
    it.each(FAULTS)(
      'is sent once and tells what is known after %s',
      async (_name, fault, expected) => {
        const user = await newUser();
        const prepared = await prepare(session.backend(patienceFor(fault)), user);
        session.simulator.calls.clear();
        session.simulator.faults.add({ ...fault, operation });
        const outcome = await send(prepared);
        expect(outcome).toMatchObject({
          status: expected.status,
          errors: [{ code: expected.code, retryable: expected.retryable }],
          pendingJobId: null,
        });
        expect(session.simulator.calls.all.map((call) => call.operation)).toEqual([operation]);
      },
    );
  });

  it.each([{}, { status: 'ok' }, { RequestId: '' }])(
    'is of unknown outcome after %j, which is no answer of CloudSSO',
    async (body) => {
      const server = await startUpstream(() => ({ body }));
      try {
        const { userWrites } = writableBackend(createBackend(server.environment));
        const prepared = userWrites.setStatus(await newUser(), 'DISABLED', readContext());
        expect(await send(prepared)).toMatchObject({
          status: 'UNKNOWN',
          errors: [{ code: 'OUTCOME_UNKNOWN', retryable: false }],
        });
        expect(server.calls).toHaveLength(1);
      } finally {
        await server.close();
      }
    },
  );

  it('is of unknown outcome when a copy of it came to CloudSSO before', async () => {
    const body = { Code: 'SignatureNonceUsed', Message: 'x' };
    const server = await startUpstream(() => ({ status: 400, body }));
    try {
      const { userWrites } = writableBackend(createBackend(server.environment));
      const prepared = userWrites.setStatus(await newUser(), 'DISABLED', readContext());
      expect(await send(prepared)).toMatchObject({
        status: 'UNKNOWN',
        errors: [{ code: 'OUTCOME_UNKNOWN', retryable: false }],
      });
      expect(server.calls).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  it('is refused, not for want of what the caller named, where the directory is unknown', async () => {
    const environment = { ...session.simulator.environment, CLOUD_SSO_DIRECTORY_ID: 'd-elsewhere' };
    const { userWrites } = writableBackend(createBackend(environment));
    const command = { login: 'x', companyId: null, attributes: attributes() };
    const prepared = userWrites.create({ ...command, status: 'ACTIVE' }, readContext());
    expect(await send(prepared)).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_REJECTED', retryable: false }],
    });
  });

  it('can be tried again when its time was refused, since the clock is set by that', async () => {
    const ahead = await startWriteSession({ clockOffsetSeconds: 3_600 });
    try {
      const { userWrites } = ahead.backend();
      const command = { login: 'late.clock', companyId: null, attributes: attributes() };
      const create = () => userWrites.create({ ...command, status: 'ACTIVE' }, readContext());
      expect(await send(create())).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'BACKEND_CREDENTIAL_REJECTED', retryable: true }],
      });
      expect(ahead.simulator.calls.count('CreateUser')).toBe(1);
      expect(await send(create())).toMatchObject({ status: 'DONE' });
    } finally {
      await ahead.close();
    }
  });

  it('was not done when CloudSSO cannot be reached', async () => {
    const going = await startWriteSession();
    const by = going.backend();
    const user = await by.readUser(await going.createUser());
    const groups = (await manualGroups()).slice(0, 2);
    const add = groups.map(({ GroupId }, index) => ({
      roleId: GroupId,
      scope: null,
      path: ['add', String(index)],
    }));
    const prepared = await Promise.all([
      by.userWrites.changeRoles(user, { add, remove: [] }, readContext()),
      by.userWrites.setStatus(user, 'DISABLED', readContext()),
    ]);
    await going.close();
    const [roles, status] = await Promise.all(prepared.map(send));
    const notReached = { code: 'BACKEND_UNAVAILABLE', retryable: true };
    expect(status).toMatchObject({ status: 'FAILED', errors: [notReached], ref: user.ref });
    expect(roles).toMatchObject({
      status: 'FAILED',
      errors: [
        { ...notReached, path: ['add', '0'] },
        { code: 'CONFLICT', path: ['add', '1'], retryable: true },
      ],
    });
  });
});

describe('what is kept of a user', () => {
  it('is forgotten by every write, done or not', async () => {
    const user = await newUser({ FirstName: 'old' });
    const keeping = session.backend({ usersTtlSeconds: 300 });
    const cached = async () =>
      allOrThrow(await keeping.users.getMany([idOf(user)], readContext())).get(idOf(user))!;
    expect((await cached()).firstName).toBe('old');
    const update = (firstName: string) =>
      keeping.userWrites.update(user, attributes({ firstName }), readContext());
    await send(update('new'));
    expect((await cached()).firstName).toBe('new');
    session.simulator.faults.add({ kind: 'reset-after', operation: 'UpdateUser', times: 1 });
    expect((await send(update('newer'))).status).toBe('UNKNOWN');
    expect((await cached()).firstName).toBe('newer');
    await send(keeping.userWrites.setStatus(user, 'DISABLED', readContext()));
    expect((await cached()).status).toBe('DISABLED');
    await send(keeping.userWrites.delete(user, readContext()));
    expect((await keeping.users.getMany([idOf(user)], readContext())).size).toBe(0);
  });

  it('includes its roles', async () => {
    const user = await newUser();
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => newUser()));
    const keeping = session.backend({ usersTtlSeconds: 300 });
    const rolesOf = async (users: readonly User[]) =>
      (allOrThrow(await keeping.roles.grantsOf(users, readContext())).get(idOf(user)) ?? []).map(
        ({ role }) => role.ref.nativeId,
      );
    const [roleId] = await configurationIds();
    const [scope] = await accountIds();
    const groupId = (await manualGroups())[1]!.GroupId;
    const holdersOf = async () =>
      (
        await keeping.roles.listMembers(roleId!, { limit: 100, position: null }, readContext())
      ).rows.map(({ value }) => idOf(value));
    expect(await rolesOf([user])).toEqual([]);
    expect(await rolesOf([user, ...others])).toEqual([]);
    expect(await holdersOf()).not.toContain(idOf(user));
    const add = [
      { roleId: groupId, scope: null, path: ['add', '0'] },
      { roleId: roleId!, scope: scope!, path: ['add', '1'] },
    ];
    await send(keeping.userWrites.changeRoles(user, { add, remove: [] }, readContext()));
    for (const users of [[user], [user, ...others]]) {
      expect(await rolesOf(users)).toEqual(expect.arrayContaining([groupId, roleId]));
    }
    expect(await holdersOf()).toContain(idOf(user));
  });
});

describe('what CloudSSO cannot do', () => {
  it('is absent, with a hint', () => {
    expect(backend.userWrites.replace).toBeUndefined();
    expect(backend.userWrites.unlock).toBeUndefined();
    expect(backend.userWrites.hints).toMatchObject({
      replace: expect.stringContaining('Update'),
      unlock: expect.stringContaining('one hour'),
    });
  });
});
