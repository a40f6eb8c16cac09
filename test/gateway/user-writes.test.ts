import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

/** Long enough that nothing read before a write would still be read after it, were it not dropped. */
const CACHES = { CACHE_USERS_TTL_SECONDS: '600' };

const USER = `
  id login displayName emails status locked firstName middleName lastName jobTitle phone employeeNumber description type
  company { name } currency { code } language { tag } roles { name }
`;

interface Dialect {
  readonly name: string;
  readonly backend: string;
  readonly switches?: Readonly<Record<string, unknown>>;
  /** Where a user is created; `null` where there are no companies. */
  readonly company: string | null;
  readonly created: Readonly<Record<string, unknown>>;
  /** What the new user shows. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** An attribute to change, one to clear, and one to leave alone. */
  readonly updated: Readonly<Record<string, unknown>>;
  readonly shownThen: Readonly<Record<string, unknown>>;
  /** By name: held in the end, and taken away again. */
  readonly roles: readonly [stays: string, goes: string];
}

const CPQ = {
  backend: 'cpq',
  company: '_host',
  created: {
    firstName: 'Ada',
    lastName: 'Byron',
    emails: ['ada@veloria.example', 'countess@veloria.example'],
    type: 'SALES_AGENT',
    jobTitle: 'Analyst',
    phone: '5550142',
    currencyCode: 'EUR',
    languageTag: 'he-IL',
  },
  shown: {
    emails: ['ada@veloria.example', 'countess@veloria.example'],
    type: 'SALES_AGENT',
    jobTitle: 'Analyst',
    currency: { code: 'EUR' },
    language: { tag: 'he-IL' },
    company: { name: 'Veloria Pumps' },
  },
  updated: { lastName: 'Lovelace', jobTitle: null, languageTag: 'nb-NO' },
  shownThen: {
    lastName: 'Lovelace',
    jobTitle: null,
    phone: '5550142',
    currency: { code: 'EUR' },
    language: { tag: 'nb-NO' },
  },
  roles: ['emeaSellers', 'apacSellers'],
} as const;

const DIALECTS: readonly Dialect[] = [
  { ...CPQ, name: 'Oracle CPQ 16', switches: { version: 16 } },
  { ...CPQ, name: 'Oracle CPQ 19' },
  {
    ...CPQ,
    name: 'Oracle CPQ 19 with short answers',
    switches: { putAnswers: 'three-fields', patchAnswers: 'no-body', groupsPutAnswers: 'no-body' },
  },
  {
    name: 'Oracle Cloud Administration',
    backend: 'cloud-administration',
    company: 'KESTREL',
    created: {
      firstName: 'Ada',
      middleName: 'King',
      lastName: 'Byron',
      emails: ['ada@kestrel-steel.example'],
      type: 'EMP',
      employeeNumber: '4711',
    },
    shown: {
      emails: ['ada@kestrel-steel.example'],
      middleName: 'King',
      employeeNumber: '4711',
      company: { name: 'KESTREL' },
      currency: null,
    },
    updated: { lastName: 'Lovelace', middleName: null },
    shownThen: { lastName: 'Lovelace', middleName: null, employeeNumber: '4711', firstName: 'Ada' },
    roles: ['PrimaveraP6Production', 'PrimaveraUnifierProduction'],
  },
  {
    name: 'Alibaba CloudSSO',
    backend: 'cloud-sso',
    switches: { throttle: false },
    company: null,
    created: {
      firstName: 'Ada',
      lastName: 'Byron',
      displayName: 'Ada Byron',
      emails: ['ada@corp.example'],
      description: 'A countess',
      cloudSso: { tags: [{ key: 'department', value: 'engines' }] },
    },
    shown: { displayName: 'Ada Byron', description: 'A countess', company: null },
    updated: { lastName: 'Lovelace', description: '', displayName: 'Ada Lovelace' },
    shownThen: {
      lastName: 'Lovelace',
      description: null,
      displayName: 'Ada Lovelace',
      emails: ['ada@corp.example'],
    },
    roles: ['on-call', 'platform-engineering'],
  },
];

describe.each(DIALECTS)('a user of $name', (dialect) => {
  const { backend, company, created, shown, updated, shownThen, roles } = dialect;
  const login = 'ada.byron';
  let gateway: TestGateway;
  let userId: string;

  beforeAll(async () => {
    gateway = await startTestGateway({
      environment: CACHES,
      switches: { [backend]: dialect.switches ?? {} },
    });
  });

  // What is seen before a write is cached, and would be seen after it.
  beforeEach(async () => {
    if (userId) await lookEverywhere();
    gateway.simulator(backend).calls.clear();
  });

  afterAll(() => gateway.close());

  /** The user in every way in which a user can be read; all of them show the same. */
  async function lookEverywhere() {
    const { data, errors } = await gateway.query(
      `query ($id: ID!, $backend: String!, $login: String!, $company: String) {
        user(id: $id) { ${USER} }
        node(id: $id) { ... on User { ${USER} } }
        userByLogin(backend: $backend, login: $login, company: $company) { ${USER} }
        users(first: 5, filter: { backends: [$backend], login: { equals: $login } }) { nodes { ${USER} } }
      }`,
      { id: userId, backend, login, company },
    );
    expect(errors).toEqual([]);
    expect(data.node).toEqual(data.user);
    expect(data.userByLogin).toEqual(data.user);
    expect(data.users.nodes).toEqual(data.user === null ? [] : [data.user]);
    return data.user;
  }

  async function write(field: string, type: string, input: Readonly<Record<string, unknown>>) {
    const { data, errors } = await gateway.query(
      `mutation ($input: ${type}!) { ${field}(input: $input) {
        status userErrors { code path message } user { ${USER} }
      } }`,
      { input },
    );
    expect(errors).toEqual([]);
    return data[field];
  }

  /** The write is done, its payload shows what is expected, and so does everything that is read afterwards. */
  async function expectDone(payload: { readonly user: unknown }, expected: object) {
    expect(payload).toMatchObject({ status: 'DONE', userErrors: [], user: expected });
    expect(await lookEverywhere()).toEqual(payload.user);
  }

  it('is created once, however often the request comes', async () => {
    const input = {
      backend,
      login,
      attributes: created,
      idempotencyKey: 'ada',
      ...(company !== null && { company: { nativeId: company } }),
    };
    const payloads = await Promise.all(
      Array.from({ length: 10 }, () => write('createUser', 'CreateUserInput', input)),
    );
    userId = payloads[0].user.id;
    for (const payload of payloads) expect(payload).toEqual(payloads[0]);
    expect(gateway.simulator(backend).calls.writes).toHaveLength(1);
    await expectDone(payloads[0], {
      login,
      status: 'ACTIVE',
      firstName: 'Ada',
      lastName: 'Byron',
      ...shown,
    });
  });

  it('is not created a second time under another key', async () => {
    const payload = await write('createUser', 'CreateUserInput', {
      backend,
      login,
      attributes: created,
      ...(company !== null && { company: { nativeId: company } }),
    });
    expect(payload.userErrors).toMatchObject([{ code: 'TAKEN', path: ['login'] }]);
    expect(['REFUSED', 'FAILED']).toContain(payload.status);
  });

  it('gets what is given, loses what is null or empty, and keeps what is absent', async () => {
    const payload = await write('updateUser', 'UpdateUserInput', { userId, attributes: updated });
    expect(gateway.simulator(backend).calls.writes).toHaveLength(1);
    await expectDone(payload, { login, ...shownThen });
  });

  it.each(['DISABLED', 'ACTIVE'])('becomes %s', async (status) => {
    const payload = await write('setUserStatus', 'SetUserStatusInput', { userId, status });
    expect(gateway.simulator(backend).calls.writes).toHaveLength(1);
    await expectDone(payload, { status, ...shownThen });
  });

  it('gets roles and loses them, and is among their users or not', async () => {
    const [stays, goes] = await Promise.all(roles.map(roleId));
    expect(await logins(stays!)).not.toContain(login);
    const add = [{ roleId: stays }, { roleId: goes }];
    const added = await write('changeUserRoles', 'ChangeUserRolesInput', { userId, add });
    await expectDone(added, shownThen);
    const names = (user: { roles: readonly { name: string }[] }) =>
      user.roles.map(({ name }) => name);
    expect(names(added.user)).toEqual(expect.arrayContaining([...roles]));
    expect([await logins(stays!), await logins(goes!)]).toEqual([
      expect.arrayContaining([login]),
      expect.arrayContaining([login]),
    ]);

    const remove = [{ roleId: goes }];
    const removed = await write('changeUserRoles', 'ChangeUserRolesInput', { userId, remove });
    await expectDone(removed, shownThen);
    expect(names(removed.user)).toContain(roles[0]);
    expect(names(removed.user)).not.toContain(roles[1]);
    expect(await logins(stays!)).toContain(login);
    expect(await logins(goes!)).not.toContain(login);
  });

  async function roleId(name: string): Promise<string> {
    const { data } = await gateway.query(
      `query ($backends: [String!]) { roles(first: 100, backends: $backends) { nodes { id name } } }`,
      { backends: [backend] },
    );
    return data.roles.nodes.find((role: { name: string }) => role.name === name)?.id;
  }

  async function logins(id: string): Promise<readonly string[]> {
    const { data } = await gateway.query(
      'query ($id: ID!) { role(id: $id) { users(first: 100) { nodes { login } } } }',
      { id },
    );
    return data.role.users.nodes.map((user: { login: string }) => user.login);
  }

  it('is deleted where the backend can, and is then nowhere', async () => {
    if (backend === 'cloud-sso') {
      const kept = await deleteUser();
      // Who still is in a group cannot go.
      expect(kept).toMatchObject({ status: 'REFUSED', userErrors: [{ code: 'CONFLICT' }] });
      const remove = [{ roleId: await roleId(roles[0]) }];
      await write('changeUserRoles', 'ChangeUserRolesInput', { userId, remove });
      gateway.simulator(backend).calls.clear();
    }
    const payload = await deleteUser();
    const { writes } = gateway.simulator(backend).calls;
    if (backend === 'cpq') {
      expect(payload).toMatchObject({
        status: 'REFUSED',
        deletedUserId: null,
        userErrors: [
          { code: 'UNSUPPORTED_BY_BACKEND', message: expect.stringContaining('setUserStatus') },
        ],
      });
      expect(writes).toEqual([]);
      expect(await lookEverywhere()).not.toBeNull();
      return;
    }
    expect(payload).toEqual({ status: 'DONE', deletedUserId: userId, userErrors: [] });
    expect(writes).toHaveLength(1);
    expect(await lookEverywhere()).toBeNull();
  });

  async function deleteUser() {
    const { data } = await gateway.query(
      `mutation ($input: DeleteUserInput!) {
        deleteUser(input: $input) { status deletedUserId userErrors { code message } }
      }`,
      { input: { userId } },
    );
    return data.deleteUser;
  }
});

describe('a write', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ environment: CACHES });
  });

  afterAll(() => gateway.close());

  async function idOf(
    backend: string,
    login: string,
    company: string | null = null,
  ): Promise<string> {
    const { data } = await gateway.query(
      `query ($backend: String!, $login: String!, $company: String) {
        userByLogin(backend: $backend, login: $login, company: $company) { id }
      }`,
      { backend, login, company },
    );
    return data.userByLogin.id;
  }

  async function anyOfCloudSso(): Promise<string> {
    const { data } = await gateway.query(
      '{ users(first: 30, filter: { backends: ["cloud-sso"] }) { nodes { id sso { provisionedBy } } } }',
    );
    return data.users.nodes.find(
      ({ sso }: { sso: { provisionedBy: string } }) => sso.provisionedBy === 'Manual',
    ).id;
  }

  const USERS: Readonly<Record<string, () => Promise<string>>> = {
    cpq: () => idOf('cpq', 'amara.osei', '_host'),
    'cloud-administration': () => idOf('cloud-administration', 'zoë.müller'),
    'cloud-sso': anyOfCloudSso,
  };

  it.each<
    readonly [
      backend: string,
      attributes: Readonly<Record<string, unknown>>,
      paths: readonly string[],
    ]
  >([
    ['cpq', { middleName: 'M.' }, ['middleName']],
    [
      'cpq',
      { displayName: 'A', description: 'B', employeeNumber: '1' },
      ['displayName', 'description', 'employeeNumber'],
    ],
    ['cpq', { firstName: null }, ['firstName']],
    ['cpq', { firstName: ' ' }, ['firstName']],
    ['cpq', { emails: [] }, ['emails']],
    ['cpq', { emails: ['a@x.example,b@x.example'] }, ['emails.0']],
    ['cpq', { currencyCode: 'XXQ' }, ['currencyCode']],
    ['cpq', { languageTag: 'tlh' }, ['languageTag']],
    ['cpq', { currencyCode: null }, ['currencyCode']],
    ['cpq', { cloudSso: { tags: [] } }, ['cloudSso.tags']],
    ['cloud-administration', { currencyCode: 'EUR' }, ['currencyCode']],
    ['cloud-administration', { jobTitle: 'Boss', languageTag: 'en' }, ['jobTitle', 'languageTag']],
    ['cloud-administration', { emails: ['a@x.example', 'b@x.example'] }, ['emails']],
    ['cloud-administration', { cpq: { fax: '1' } }, ['cpq.fax']],
    [
      'cloud-sso',
      { type: 'A', phone: '1', currencyCode: 'EUR' },
      ['type', 'phone', 'currencyCode'],
    ],
    ['cloud-sso', { emails: ['a@x.example', 'b@x.example'] }, ['emails']],
    ['cloud-sso', { cloudAdministration: { admin: true } }, ['cloudAdministration.admin']],
    ['cloud-sso', { firstName: 'x'.repeat(65) }, ['firstName']],
  ])(
    'to a user of %s of %j is refused by name, before anything is sent',
    async (backend, attributes, paths) => {
      const userId = await USERS[backend]!();
      const { calls } = gateway.simulator(backend);
      calls.clear();
      const { data } = await gateway.query(
        `mutation ($input: UpdateUserInput!) {
        updateUser(input: $input) { status user { id } userErrors { code path } }
      }`,
        { input: { userId, attributes } },
      );
      const { status, user, userErrors } = data.updateUser;
      expect({ status, user }).toEqual({ status: 'REFUSED', user: null });
      expect(userErrors.map(({ path }: { path: string[] }) => path.join('.')).toSorted()).toEqual(
        paths.map((path) => `attributes.${path}`).toSorted(),
      );
      expect(new Set(userErrors.map(({ code }: { code: string }) => code))).toEqual(
        new Set(['INVALID']),
      );
      expect(calls.writes).toEqual([]);
    },
  );

  it.each([
    ['he-IL', 'iw_IL'],
    ['iw_IL', 'iw_IL'],
    ['HE-il', 'iw_IL'],
    ['nb-NO', 'no_NO'],
    ['en-US', 'en_US'],
  ])(
    'of the language %s arrives at CPQ as %s, and is shown as a tag',
    async (languageTag, code) => {
      const userId = await USERS['cpq']!();
      const { calls } = gateway.simulator('cpq');
      calls.clear();
      const { data } = await gateway.query(
        `mutation ($input: UpdateUserInput!) {
        updateUser(input: $input) { status user { language { code tag } } }
      }`,
        { input: { userId, attributes: { languageTag } } },
      );
      expect(data.updateUser).toMatchObject({ status: 'DONE', user: { language: { code } } });
      expect(JSON.parse(calls.writes[0]?.body ?? '')).toEqual({ language: { value: code } });
    },
  );

  it('unlocks a user of Cloud Administration, and of no other backend', async () => {
    const unlock = async (userId: string) => {
      const { data } = await gateway.query(
        `mutation ($input: UnlockUserInput!) {
          unlockUser(input: $input) { status user { locked } userErrors { code } }
        }`,
        { input: { userId } },
      );
      return data.unlockUser;
    };
    const locked = await idOf('cloud-administration', 'l.locked');
    const see = async () =>
      (await gateway.query('query ($id: ID!) { user(id: $id) { locked } }', { id: locked })).data
        .user;
    expect(await see()).toEqual({ locked: true });
    expect(await unlock(locked)).toEqual({
      status: 'DONE',
      user: { locked: false },
      userErrors: [],
    });
    expect(await see()).toEqual({ locked: false });
    for (const backend of ['cpq', 'cloud-sso']) {
      gateway.simulator(backend).calls.clear();
      expect(await unlock(await USERS[backend]!())).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'UNSUPPORTED_BY_BACKEND' }],
      });
      expect(gateway.simulator(backend).calls.writes).toEqual([]);
    }
  });

  it('replaces a user of CPQ by id, and creates one by key, and tells which', async () => {
    const replace = async (user: object, lastName: string) => {
      const attributes = {
        firstName: 'Rosa',
        lastName,
        emails: ['rosa@nordhaug.example'],
        type: 'SALES_AGENT',
      };
      const { data } = await gateway.query(
        `mutation ($input: ReplaceUserInput!) {
          replaceUser(input: $input) {
            status created userErrors { code message } user { id login lastName jobTitle status }
          }
        }`,
        { input: { user, login: 'rosa', attributes, status: 'ACTIVE' } },
      );
      return data.replaceUser;
    };
    const key = { backend: 'cpq', login: 'rosa', company: 'nordhaug' };
    const created = await replace({ key }, 'Parks');
    expect(created).toMatchObject({ status: 'DONE', created: true, user: { lastName: 'Parks' } });
    const { id } = created.user;
    await gateway.query(
      'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { status } }',
      { input: { userId: id, attributes: { jobTitle: 'Seamstress' } } },
    );
    // What is left out falls back to the default.
    const replaced = await replace({ id }, 'Luxemburg');
    expect(replaced).toMatchObject({
      status: 'DONE',
      created: false,
      user: { id, lastName: 'Luxemburg', jobTitle: null },
    });
    const again = await replace({ key }, 'Bonheur');
    expect(again).toMatchObject({
      status: 'DONE',
      created: false,
      user: { id, lastName: 'Bonheur' },
    });
    const { data } = await gateway.query('query ($id: ID!) { user(id: $id) { lastName } }', { id });
    expect(data.user).toEqual({ lastName: 'Bonheur' });
  });

  it('gives a CloudSSO user an access configuration on one account, and takes it away', async () => {
    const userId = await anyOfCloudSso();
    const see = async () => {
      const { data } = await gateway.query(
        `query ($id: ID!) { user(id: $id) { roleGrants { scope via { id } role { id kind } } } }`,
        { id: userId },
      );
      return data.user.roleGrants as readonly Grant[];
    };
    const change = async (input: object) => {
      const { data } = await gateway.query(
        `mutation ($input: ChangeUserRolesInput!) {
          changeUserRoles(input: $input) {
            status userErrors { code message } user { roleGrants { scope via { id } role { id kind } } }
          }
        }`,
        { input: { userId, ...input } },
      );
      return data.changeUserRoles;
    };
    const grant = await freeGrant(await see());
    const added = await change({ add: [grant] });
    expect(added).toMatchObject({ status: 'DONE', userErrors: [] });
    expect(held(added.user.roleGrants)).toContain(`${grant.roleId} ${grant.scope}`);
    expect(await see()).toEqual(added.user.roleGrants);
    const removed = await change({ remove: [grant] });
    expect(removed).toMatchObject({ status: 'DONE', userErrors: [] });
    expect(held(await see())).not.toContain(`${grant.roleId} ${grant.scope}`);
    gateway.simulator('cloud-sso').calls.clear();
    const unscoped = await change({ add: [{ roleId: grant.roleId }] });
    expect(unscoped).toMatchObject({ status: 'REFUSED', userErrors: [{ code: 'INVALID' }] });
    expect(gateway.simulator('cloud-sso').calls.writes).toEqual([]);
  });

  interface Grant {
    readonly scope: string | null;
    readonly via: { readonly id: string } | null;
    readonly role: { readonly id: string; readonly kind: string };
  }

  function held(grants: readonly Grant[]): readonly string[] {
    return grants.map(({ role, scope }) => `${role.id} ${scope}`);
  }

  /** An access configuration on an account that others have and this user does not. */
  async function freeGrant(own: readonly Grant[]) {
    const { data } = await gateway.query(
      `{ users(first: 60, filter: { backends: ["cloud-sso"] }) {
        nodes { roleGrants { scope via { id } role { id kind } } }
      } }`,
    );
    const others = data.users.nodes.flatMap(
      (user: { roleGrants: readonly Grant[] }) => user.roleGrants,
    ) as readonly Grant[];
    const free = others.find(
      ({ scope, role }) => scope !== null && !held(own).includes(`${role.id} ${scope}`),
    );
    if (free === undefined) throw new Error('nobody has a grant on an account');
    return { roleId: free.role.id, scope: free.scope };
  }
});
