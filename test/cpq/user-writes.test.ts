import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orThrow } from '../../src/domain/answers.ts';
import type { User } from '../../src/domain/model.ts';
import type {
  CreateUserCommand,
  PreparedWrite,
  ReplaceUserCommand,
} from '../../src/domain/user-write.ts';
import { reading, siteThat, userOf } from './session.ts';
import {
  DIALECTS,
  FAULTS,
  REQUIRED,
  SHORT_MS,
  attributes,
  own,
  refusalsOf,
  send,
  startWriteSession,
  writesOf,
  type WriteSession,
} from './write-session.ts';

let logins = 0;
function freshLogin(): string {
  logins += 1;
  return `writer.${logins}`;
}

function creation(given: Partial<CreateUserCommand> = {}): CreateUserCommand {
  return {
    login: freshLogin(),
    companyId: '_host',
    attributes: attributes(REQUIRED),
    status: 'ACTIVE',
    ...given,
  };
}

function replacementById(user: User, given: Partial<ReplaceUserCommand> = {}): ReplaceUserCommand {
  return {
    user,
    by: 'id',
    companyId: null,
    keyLogin: null,
    login: user.login,
    attributes: attributes(REQUIRED),
    status: 'ACTIVE',
    ...given,
  };
}

function replacementByKey(
  login: string,
  user: User | null,
  given: Partial<ReplaceUserCommand> = {},
): ReplaceUserCommand {
  return {
    user,
    by: 'key',
    companyId: '_host',
    keyLogin: login,
    login,
    attributes: attributes(REQUIRED),
    status: 'ACTIVE',
    ...given,
  };
}

function roleChange(add: readonly string[], remove: readonly string[]) {
  const grants = (roles: readonly string[], list: string) =>
    roles.map((roleId, index) => ({ roleId, scope: null, path: [list, String(index)] }));
  return { add: grants(add, 'add'), remove: grants(remove, 'remove') };
}

describe.each(DIALECTS)('writing users in $name', ({ name: _name, ...switches }) => {
  const { version } = switches;
  const isFlat = version < 16;
  const base = 'fusion' in switches ? '/cpq/rest/v19' : `/rest/v${version}`;
  const choice = (value: unknown): unknown => (isFlat ? value : { value });
  const pathOf = (user: User): string =>
    version >= 18
      ? `${base}/users/${user.ref.nativeId}`
      : `${base}/companies/_host/users/${user.login}`;

  let session: WriteSession;
  beforeAll(async () => {
    session = await startWriteSession({ switches });
  });
  beforeEach(() => session.simulator.calls.clear());
  afterAll(() => session.close());

  it('creates a user below its company, and knows it afterwards', async () => {
    const command = creation({
      companyId: 'nordhaug',
      status: 'DISABLED',
      attributes: {
        firstName: 'Nia',
        lastName: 'Berg',
        jobTitle: 'Selger',
        phone: '5550199',
        emails: ['nia@nordhaug.example', 'n.berg@nordhaug.example'],
        type: 'SALES_AGENT',
        currencyCode: 'nok',
        languageTag: 'nb-NO',
        own: { cpq: { isWebServicesOnly: true, externalSsoId: 'nia', timeZoneId: 12 } },
      },
    });
    const outcome = await send(session.writes.create(command, reading()));
    expect(session.sent()).toEqual([`POST ${base}/companies/nordhaug/users`]);
    expect(session.bodies()).toEqual([
      {
        login: command.login,
        firstName: 'Nia',
        lastName: 'Berg',
        jobTitle: 'Selger',
        phone: '5550199',
        email: 'nia@nordhaug.example,n.berg@nordhaug.example',
        type: choice('SALES_AGENT'),
        [isFlat ? 'currencyCode' : 'currency']: choice('NOK'),
        [isFlat ? 'languageCode' : 'language']: choice('no_NO'),
        isWebServicesOnly: true,
        externalSsoId: 'nia',
        timeZone: choice(12),
        status: choice(0),
      },
    ]);
    expect(outcome).toMatchObject({ status: 'DONE', errors: [], created: null });
    const id = outcome.ref?.nativeId ?? '';
    expect(id).toMatch(version >= 18 ? /^BM_/ : /^nordhaug\/writer/);
    expect(await userOf(session.backend, id)).toMatchObject({
      login: command.login,
      companyRef: { nativeId: 'nordhaug' },
      emails: ['nia@nordhaug.example', 'n.berg@nordhaug.example'],
      status: 'DISABLED',
      currencyCode: 'NOK',
      languageCode: 'no_NO',
      sso: { externalId: 'nia' },
    });
  });

  it('changes what is given by PATCH, and nothing else', async () => {
    const user = await session.newUser({ jobTitle: 'Clerk', lastName: 'Berg', phone: '1' });
    const change: Parameters<typeof session.writes.update>[1] = {
      firstName: 'Ana',
      jobTitle: null,
      phone: '',
      type: 'SALES_AGENT',
      currencyCode: 'FIM',
      languageTag: 'he-IL',
      own: {
        cpq: {
          isUserAdminPermEnabled: true,
          isAccessAdminPermEnabled: true,
          enabledForSso: 'ENABLED',
          externalSsoId: null,
          dateFormatId: 3,
          numberFormatId: 2,
          unitsId: 2,
          billing: { city: 'Accra', zip: null },
          shipping: null,
        },
      },
    };
    const outcome = await send(session.writes.update(user, change, reading()));
    expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref, created: null });
    expect(session.sent()).toEqual([`PATCH ${pathOf(user)}`]);
    const [body] = session.bodies() as [Readonly<Record<string, unknown>>];
    expect(body).toMatchObject({
      firstName: 'Ana',
      jobTitle: '',
      phone: '',
      type: choice('SALES_AGENT'),
      [isFlat ? 'currencyCode' : 'currency']: choice('FM'),
      [isFlat ? 'languageCode' : 'language']: choice('iw_IL'),
      [isFlat ? 'isSuperUserPermEnabled' : 'isUserAdminPermEnabled']: true,
      isAccessAdminPermEnabled: true,
      enabledForSso: choice('ENABLED'),
      externalSsoId: '',
      [isFlat ? 'datePreId' : 'dateFormat']: choice(3),
      [isFlat ? 'numberFormatId' : 'numberFormat']: choice(2),
      units: choice(2),
      billCity: 'Accra',
      billZip: '',
      shipCity: '',
    });
    const shipping = Object.keys(body).filter((name) => name.startsWith('ship'));
    expect(shipping).toHaveLength(13);
    expect(Object.keys(body)).toHaveLength(13 + 15);
    const after = await session.wire(user.login);
    expect(after.at('firstName')).toBe('Ana');
    expect(after.at('lastName')).toBe('Berg');
    expect(after.at('jobTitle')).toBeUndefined();
    expect(after.at('isAccessAdminPermEnabled')).toBe(true);
    expect(after.at('billCity')).toBe('Accra');
    expect(after.at('language.value')).toBe('iw_IL');
  });

  it('switches a user off and on by PATCH of the status alone', async () => {
    const user = await session.newUser();
    for (const [status, number] of [
      ['DISABLED', 0],
      ['ACTIVE', 1],
    ] as const) {
      session.simulator.calls.clear();
      const outcome = await send(session.writes.setStatus(user, status, reading()));
      expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref });
      expect(session.sent()).toEqual([`PATCH ${pathOf(user)}`]);
      expect(session.bodies()).toEqual([{ status: choice(number) }]);
      expect((await session.wire(user.login)).at('status.value')).toBe(number);
    }
  });

  it('replaces by id what exists', async () => {
    const user = await session.newUser({ jobTitle: 'Clerk', isWebServicesOnly: true });
    const command = replacementById(user, { status: 'DISABLED' });
    const outcome = await send(session.writes.replace(command, reading()));
    expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref, created: false });
    const path = version === 19 ? pathOf(user) : `${base}/companies/_host/users/${user.login}`;
    expect(session.sent()).toEqual([`PUT ${path}`]);
    expect(session.bodies()).toEqual([
      {
        login: user.login,
        firstName: 'Nia',
        email: 'nia@veloria.example',
        type: choice('FULL_ACCESS'),
        status: choice(0),
      },
    ]);
    const after = await session.wire(user.login);
    expect(after.at('status.value')).toBe(0);
    if (!isFlat) {
      expect(after.at('jobTitle')).toBeUndefined();
      expect(after.at('isWebServicesOnly')).toBe(false);
    }
  });

  it('replaces by key what exists, and creates what does not, saying which', async () => {
    const existing = await session.newUser();
    const missing = freshLogin();
    for (const [login, user, created] of [
      [existing.login, existing, false],
      [missing, null, true],
    ] as const) {
      session.simulator.calls.clear();
      const command = replacementByKey(login, user);
      const outcome = await send(session.writes.replace(command, reading()));
      expect(outcome).toMatchObject({ status: 'DONE', created });
      expect(session.sent()).toEqual([`PUT ${base}/companies/_host/users/${login}`]);
      const after = await session.readUser(login);
      expect(outcome.ref).toEqual(after.ref);
      expect(after.firstName).toBe('Nia');
    }
  });

  it('deletes and unlocks nobody, and says what to do instead', () => {
    expect(session.writes).not.toHaveProperty('delete');
    expect(session.writes).not.toHaveProperty('unlock');
    expect(session.writes.hints?.['delete']).toContain('setUserStatus');
  });

  if (isFlat) {
    it('has neither groups nor what came with version 16', async () => {
      const user = await session.newUser();
      expect(session.writes).not.toHaveProperty('changeRoles');
      const later = {
        isApplicationAdminPermEnabled: true,
        isMobileEnabled: true,
        partnerLogin: 'a',
        sfdcOrgId: 'b',
        oauthClientId: 'c',
      };
      expect(await refusalsOf(session.writes.update(user, own(later), reading()))).toEqual(
        Object.keys(later).map((name) => `INVALID attributes.cpq.${name}`),
      );
      expect(session.simulator.calls.writes).toEqual([]);
    });
  }

  if (!isFlat) {
    it('sends the whole membership as it is now, with the change', async () => {
      const user = await session.newUser({
        groups: { items: ['emeaSellers', 'pricingDesk'].map((variableName) => ({ variableName })) },
      });
      const change = roleChange(
        ['_host/apacSellers', '_host/emeaSellers'],
        ['_host/pricingDesk', '_host/legacyChannel'],
      );
      const outcome = await send(session.writes.changeRoles?.(user, change, reading()));
      expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref });
      expect(session.sent()).toEqual([`PUT ${pathOf(user)}/groups`]);
      expect(session.bodies()).toEqual([
        { items: [{ variableName: 'emeaSellers' }, { variableName: 'apacSellers' }] },
      ]);
      const after = await session.wire(user.login);
      expect(after.at('groups.items')).toMatchObject([
        { variableName: 'emeaSellers' },
        { variableName: 'apacSellers' },
      ]);
    });
  }

  it('sends what it planned', async () => {
    const user = await session.newUser();
    const prepared = await Promise.all([
      session.writes.create(creation(), reading()),
      session.writes.update(user, attributes({ phone: '7' }), reading()),
      session.writes.replace(replacementById(user), reading()),
      session.writes.replace(replacementByKey(freshLogin(), null), reading()),
      session.writes.changeRoles?.(user, roleChange(['_host/pricingDesk'], []), reading()),
    ]);
    for (const write of prepared) {
      if (write === undefined) continue;
      session.simulator.calls.clear();
      expect((await send(Promise.resolve(write))).status).toBe('DONE');
      const planned = 'calls' in write ? write.calls : [];
      expect(session.simulator.calls.writes).toHaveLength(1);
      expect(
        session.simulator.calls.writes.map(({ method, path, operation }) => ({
          method,
          operation,
          path: path.slice(path.indexOf('/v')),
        })),
      ).toEqual(planned);
    }
  });
});

describe('a write that CPQ could not do as asked', () => {
  let session: WriteSession;
  let user: User;
  beforeAll(async () => {
    session = await startWriteSession();
    user = await session.newUser({
      groups: { items: [{ variableName: 'pricingDesk' }] },
    });
  });
  beforeEach(() => session.simulator.calls.clear());
  afterAll(() => session.close());

  const noWrites = () => expect(session.simulator.calls.writes).toEqual([]);

  it('is refused without the company and what CPQ requires, each by name', async () => {
    const bare = creation({ login: ' ', companyId: null, attributes: attributes() });
    expect(await refusalsOf(session.writes.create(bare, reading()))).toEqual([
      'INVALID company',
      'INVALID login',
      'INVALID attributes.firstName',
      'INVALID attributes.emails',
      'INVALID attributes.type',
    ]);
    const blank = attributes({ firstName: '', emails: [], type: null });
    expect(
      await refusalsOf(session.writes.create(creation({ attributes: blank }), reading())),
    ).toEqual([
      'INVALID attributes.firstName',
      'INVALID attributes.emails',
      'INVALID attributes.type',
    ]);
    const replacement = replacementById(user, { attributes: attributes({ firstName: 'A' }) });
    expect(await refusalsOf(session.writes.replace(replacement, reading()))).toEqual([
      'INVALID attributes.emails',
      'INVALID attributes.type',
    ]);
    expect(session.simulator.calls.count()).toBe(0);
  });

  it.each([
    ['middleName', 'X'],
    ['displayName', 'X'],
    ['employeeNumber', 'X'],
    ['description', null],
  ])('is refused for %s, which CPQ does not keep', async (name, value) => {
    const prepared = session.writes.update(user, attributes({ [name]: value }), reading());
    expect(await refusalsOf(prepared)).toEqual([`INVALID attributes.${name}`]);
    noWrites();
  });

  it('is refused for the parts of other backends', async () => {
    const change = { own: { cloudSso: { tags: [] } }, phone: '1' };
    expect(await refusalsOf(session.writes.update(user, change, reading()))).toEqual([
      'INVALID attributes.cloudSso.tags',
    ]);
    noWrites();
  });

  it.each([
    ['attributes.firstName', attributes({ firstName: null })],
    ['attributes.emails', attributes({ emails: null })],
    ['attributes.type', attributes({ type: '' })],
    ['attributes.currencyCode', attributes({ currencyCode: null })],
    ['attributes.languageTag', attributes({ languageTag: null })],
    ['attributes.cpq.isWebServicesOnly', own({ isWebServicesOnly: null })],
    ['attributes.cpq.timeZoneId', own({ timeZoneId: null })],
    ['attributes.cpq.enabledForSso', own({ enabledForSso: null })],
  ])('is refused when it clears %s, which is always there', async (path, change) => {
    expect(await refusalsOf(session.writes.update(user, change, reading()))).toEqual([
      `INVALID ${path}`,
    ]);
    noWrites();
  });

  it('is refused for a currency or language that CPQ does not know', async () => {
    const change = attributes({ currencyCode: 'XXX', languageTag: 'tlh-Latn' });
    expect(await refusalsOf(session.writes.update(user, change, reading()))).toEqual([
      'INVALID attributes.currencyCode',
      'INVALID attributes.languageTag',
    ]);
    noWrites();
  });

  it('is refused for an address that would read as two', async () => {
    const change = attributes({ emails: ['a@x.example', 'b@x.example,c@x.example', ' '] });
    expect(await refusalsOf(session.writes.update(user, change, reading()))).toEqual([
      'INVALID attributes.emails.1',
      'INVALID attributes.emails.2',
    ]);
    noWrites();
  });

  it.each(['..', '.', '\ud800'])(
    'is refused for the login %j, which no address can carry',
    async (login) => {
      expect(await refusalsOf(session.writes.create(creation({ login }), reading()))).toEqual([
        'INVALID login',
      ]);
      expect(
        await refusalsOf(session.writes.create(creation({ companyId: '..' }), reading())),
      ).toEqual(['INVALID company']);
      noWrites();
    },
  );

  it('is refused when another user has the login, in whatever company', async () => {
    const taken = creation({ login: 'amara.osei', companyId: 'nordhaug' });
    expect(await refusalsOf(session.writes.create(taken, reading()))).toEqual(['TAKEN login']);
    const byKey = replacementByKey('amara.osei', null, { companyId: 'nordhaug' });
    expect(await refusalsOf(session.writes.replace(byKey, reading()))).toEqual(['TAKEN login']);
    const renamed = replacementById(user, { login: 'amara.osei' });
    expect(await refusalsOf(session.writes.replace(renamed, reading()))).toEqual(['TAKEN login']);
    noWrites();
  });

  it('is refused when it needs a company and has none, or would rename below the company', async () => {
    const nowhere = replacementByKey('nobody', null, { companyId: null });
    expect(await refusalsOf(session.writes.replace(nowhere, reading()))).toEqual([
      'INVALID user.key.company',
    ]);
    const renamed = replacementByKey(user.login, user, { login: 'other' });
    expect(await refusalsOf(session.writes.replace(renamed, reading()))).toEqual(['INVALID login']);
    noWrites();
  });

  it.each([
    ['of another company', ['nordhaug/sellers'], [], ['INVALID add.0.roleId']],
    ['of another company, taken away', [], ['nordhaug/sellers'], ['INVALID remove.0.roleId']],
    ['that is none', ['sellers', '/'], [], ['INVALID add.0.roleId', 'INVALID add.1.roleId']],
  ] as const)('is refused for a group %s', async (_what, add, remove, expected) => {
    const prepared = session.writes.changeRoles?.(user, roleChange(add, remove), reading());
    expect(await refusalsOf(prepared)).toEqual(expected);
    noWrites();
  });

  it('is refused for a group with a scope', async () => {
    const grant = { roleId: '_host/pricingDesk', scope: 'account', path: ['add', '0'] };
    const change = { add: [grant], remove: [] };
    expect(await refusalsOf(session.writes.changeRoles?.(user, change, reading()))).toEqual([
      'INVALID add.0.scope',
    ]);
    noWrites();
  });

  it('is done without a call when it changes nothing', async () => {
    const change = roleChange(['_host/pricingDesk'], ['_host/apacSellers']);
    const nothing: readonly (Promise<PreparedWrite> | undefined)[] = [
      session.writes.changeRoles?.(user, change, reading()),
      session.writes.update(user, attributes(), reading()),
    ];
    for (const prepared of nothing) {
      expect(await send(prepared)).toMatchObject({ status: 'DONE', ref: user.ref, errors: [] });
    }
    noWrites();
  });

  it('fails when CPQ does not know the company or the user', async () => {
    const nowhere = creation({ companyId: 'nowhere' });
    expect(await send(session.writes.create(nowhere, reading()))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'NOT_FOUND', path: ['company'], retryable: false }],
      ref: null,
    });
    const gone = { ...user, ref: { backend: 'cpq', nativeId: 'BM_gone' } };
    const change = session.writes.update(gone, attributes({ phone: '1' }), reading());
    expect(await send(change)).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'NOT_FOUND' }],
    });
    const roles = session.writes.changeRoles?.(gone, roleChange([], ['_host/a']), reading());
    expect(await refusalsOf(roles)).toEqual(['NOT_FOUND userId']);
  });

  it('fails as rejected when CPQ refuses a value', async () => {
    const change = attributes({ type: 'NO_SUCH_TYPE' });
    expect(await send(session.writes.update(user, change, reading()))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_REJECTED', retryable: false }],
    });
  });

  it('fails as taken when somebody takes the login between look and write', async () => {
    const racing = await startWriteSession({ switches: { duplicateLoginStatus: 409 } });
    try {
      const command = creation();
      const late = await racing.writes.create(command, reading());
      expect(await send(racing.writes.create(command, reading()))).toMatchObject({
        status: 'DONE',
      });
      expect(await send(Promise.resolve(late))).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'TAKEN', path: ['login'] }],
        ref: null,
      });
    } finally {
      await racing.close();
    }
  });
});

describe('a write that meets a failure', () => {
  const writes: readonly (readonly [
    name: string,
    operation: string,
    prepare: (session: WriteSession, user: User) => Promise<PreparedWrite> | undefined,
  ])[] = [
    ['create', 'CreateCompanyUser', ({ writes }) => writes.create(creation(), reading())],
    [
      'update',
      'UpdateUser',
      ({ writes }, user) => writes.update(user, attributes({ phone: '5' }), reading()),
    ],
    [
      'setStatus',
      'UpdateUser',
      ({ writes }, user) => writes.setStatus(user, 'DISABLED', reading()),
    ],
    [
      'replace by id',
      'ReplaceUser',
      ({ writes }, user) => writes.replace(replacementById(user), reading()),
    ],
    [
      'replace by key',
      'ReplaceCompanyUser',
      ({ writes }) => writes.replace(replacementByKey(freshLogin(), null), reading()),
    ],
    [
      'changeRoles',
      'ReplaceUserGroups',
      ({ writes }, user) =>
        writes.changeRoles?.(user, roleChange(['_host/pricingDesk'], []), reading()),
    ],
  ];

  let session: WriteSession;
  let impatient: WriteSession;
  beforeAll(async () => {
    session = await startWriteSession();
    const backend = session.connect({ timeoutMs: SHORT_MS });
    impatient = { ...session, backend, writes: writesOf(backend.userWrites) };
  });
  beforeEach(() => {
    session.simulator.faults.clear();
    session.simulator.calls.clear();
  });
  afterAll(() => session.close());

  describe.each(writes)('%s', (_name, operation, prepare) => {
    it.each([
      ...FAULTS,
      ['a malformed answer', { kind: 'malformed' }, OUTCOME_UNKNOWN],
      ['a page of HTML', { kind: 'html' }, OUTCOME_UNKNOWN],
    ] as const)('sends one call and tells what is known after %s', async (_fault, fault, known) => {
      const user = await session.newUser();
      session.simulator.faults.add({ ...fault, operation });
      const outcome = await send(prepare(fault.kind === 'hang' ? impatient : session, user));
      const { status, code, retryable } = known;
      expect(outcome).toMatchObject({ status, errors: [{ code, retryable }], created: null });
      expect(session.simulator.calls.writes).toHaveLength(1);
    });

    it('is accepted, not done, when CPQ says that it has not finished', async () => {
      const user = await session.newUser();
      session.simulator.faults.add({ kind: 'status', status: 202, operation });
      const outcome = await send(prepare(session, user));
      expect(outcome).toMatchObject({ status: 'ACCEPTED', errors: [], pendingJobId: null });
      expect(outcome.ref).not.toBeNull();
    });

    it('is done when the answer is empty', async () => {
      const user = await session.newUser();
      session.simulator.faults.add({ kind: 'empty', operation });
      expect(await send(prepare(session, user))).toMatchObject({ status: 'DONE', errors: [] });
    });
  });

  const OUTCOME_UNKNOWN = { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN', retryable: false };

  it('names the user who may have been made', async () => {
    session.simulator.faults.add({ kind: 'reset-after', operation: 'CreateCompanyUser' });
    const command = creation();
    const { status, ref } = await send(session.writes.create(command, reading()));
    expect(status).toBe('UNKNOWN');
    const found = await userOf(session.backend, ref?.nativeId ?? '');
    expect(found?.login).toBe(command.login);
  });

  it('is not sent when the site cannot be reached', async () => {
    const short = await startWriteSession();
    const someone = await short.newUser();
    const prepared = await short.writes.setStatus(someone, 'DISABLED', reading());
    await short.close();
    expect(await send(Promise.resolve(prepared))).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
    });
  });

  it('is not sent again with a new token, which the next write has', async () => {
    const short = await startWriteSession({ switches: { credential: 'client-credentials' } });
    try {
      const someone = await short.newUser();
      short.simulator.expireTokens();
      const change = () => send(short.writes.setStatus(someone, 'DISABLED', reading()));
      expect(await change()).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'BACKEND_CREDENTIAL_REJECTED', retryable: false }],
      });
      expect(short.simulator.calls.count('UpdateUser')).toBe(1);
      expect(await change()).toMatchObject({ status: 'DONE' });
    } finally {
      await short.close();
    }
  });
});

describe('what is kept of a user', () => {
  it.each(DIALECTS)(
    'is forgotten after every write in $name',
    async ({ name: _name, ...switches }) => {
      const session = await startWriteSession({ switches, usersTtlSeconds: 60 });
      try {
        const user = await session.newUser();
        const id = user.ref.nativeId;
        const now = async () => {
          const kept = await userOf(session.backend, id);
          const grants = await session.backend.roles?.grantsOf([user], reading());
          return { kept, groups: orThrow(grants?.get(id))?.map(({ role }) => role.name) };
        };
        expect((await now()).groups ?? []).toEqual([]);
        await send(session.writes.update(user, attributes({ phone: '42' }), reading()));
        expect((await now()).kept?.phone).toBe('42');
        await send(session.writes.setStatus(user, 'DISABLED', reading()));
        expect((await now()).kept?.status).toBe('DISABLED');
        await send(session.writes.replace(replacementById(user), reading()));
        expect((await now()).kept).toMatchObject({ status: 'ACTIVE', firstName: 'Nia' });
        if (session.writes.changeRoles === undefined) return;
        const change = roleChange(['_host/pricingDesk'], []);
        await send(session.writes.changeRoles(user, change, reading()));
        expect((await now()).groups).toEqual(['pricingDesk']);
      } finally {
        await session.close();
      }
    },
  );

  it('is forgotten under the other name of the host company too, and after an unknown outcome', async () => {
    const environment = { CPQ_HOST_COMPANY_LOGIN: 'veloria' };
    const switches = { version: 17 };
    const session = await startWriteSession({ switches, environment, usersTtlSeconds: 60 });
    try {
      const user = await session.newUser();
      const ids = [`_host/${user.login}`, `veloria/${user.login}`];
      for (const id of ids) await userOf(session.backend, id);
      session.simulator.faults.add({ kind: 'reset-after', operation: 'UpdateCompanyUser' });
      const outcome = await send(session.writes.setStatus(user, 'DISABLED', reading()));
      expect(outcome.status).toBe('UNKNOWN');
      for (const id of ids) expect((await userOf(session.backend, id))?.status).toBe('DISABLED');
    } finally {
      await session.close();
    }
  });
});

describe('what the documentation leaves open', () => {
  const withSession = async (
    options: Parameters<typeof startWriteSession>[0],
    use: (session: WriteSession) => Promise<void>,
  ): Promise<void> => {
    const session = await startWriteSession(options);
    try {
      await use(session);
    } finally {
      await session.close();
    }
  };

  it.each([18, 19])('creates by POST /users in version %i where the operator says so', (version) =>
    withSession(
      {
        switches: { version, unknownProperties: 'ignore' },
        environment: { CPQ_CREATE_PATH: 'users' },
      },
      async (session) => {
        const command = creation({ companyId: 'nordhaug' });
        const { ref } = await send(session.writes.create(command, reading()));
        expect(session.sent()).toEqual([`POST /rest/v${version}/users`]);
        expect(session.bodies()).toMatchObject([{ company: { loginName: 'nordhaug' } }]);
        const created = await userOf(session.backend, ref?.nativeId ?? '');
        expect(created).toMatchObject({
          login: command.login,
          companyRef: { nativeId: 'nordhaug' },
        });
      },
    ),
  );

  it('creates below the company in version 17 whatever the operator says', () =>
    withSession(
      { switches: { version: 17 }, environment: { CPQ_CREATE_PATH: 'users' } },
      async (session) => {
        await send(session.writes.create(creation(), reading()));
        expect(session.sent()).toEqual(['POST /rest/v17/companies/_host/users']);
      },
    ));

  it('clears a text with null where the operator says so', () =>
    withSession({ environment: { CPQ_CLEARED_TEXT: 'null' } }, async (session) => {
      const user = await session.newUser({ jobTitle: 'Clerk' });
      await send(session.writes.update(user, attributes({ jobTitle: null }), reading()));
      expect(session.bodies()).toEqual([{ jobTitle: null }]);
    }));

  it.each([200, 201] as const)('knows a new user after status %i', (createStatus) =>
    withSession({ switches: { createStatus, locationHeader: false } }, async (session) => {
      const { ref } = await send(session.writes.create(creation(), reading()));
      expect(ref?.nativeId).toMatch(/^BM_/);
      const login = freshLogin();
      const replaced = await send(session.writes.replace(replacementByKey(login, null), reading()));
      expect(replaced.created).toBe(true);
      expect(replaced.ref).toEqual((await session.readUser(login)).ref);
    }),
  );

  it('does not look for the login everywhere where CPQ does not take the query', () =>
    withSession({ switches: { queryableFields: ['status.value'] } }, async (session) => {
      const elsewhere = creation({ login: 'amara.osei', companyId: 'nordhaug' });
      expect(await send(session.writes.create(elsewhere, reading()))).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'BACKEND_REJECTED' }],
      });
      const same = creation({ login: 'amara.osei' });
      expect(await refusalsOf(session.writes.create(same, reading()))).toEqual(['TAKEN login']);
    }));

  it('finds out who a new user is when the answer has no body', async () => {
    const rows = new Map<string, object>();
    const site = await siteThat((url) => {
      if (url.search !== '') return { items: [] };
      const row = rows.get(url.pathname);
      if (row !== undefined) return row;
      rows.set('/rest/v19/companies/_host/users/nia', { login: 'nia', partyNumber: 'BM_7' });
      return { status: 204, body: '' };
    });
    const { create } = writesOf(site.backend.userWrites);
    const outcome = await send(create(creation({ login: 'nia' }), reading()));
    expect(outcome).toMatchObject({ status: 'DONE', ref: { nativeId: 'BM_7' } });
  });

  it('keeps to company and login when the new user cannot be read', async () => {
    const site = await siteThat((url) =>
      url.search !== ''
        ? { items: [] }
        : { status: url.pathname.endsWith('/users') ? 204 : 400, body: '' },
    );
    const { create } = writesOf(site.backend.userWrites);
    const outcome = await send(create(creation({ login: 'nia' }), reading()));
    expect(outcome).toMatchObject({ status: 'DONE', ref: { nativeId: '_host/nia' } });
  });

  it('says that a user is new, and who it is, when the replaced one was gone by then', async () => {
    let partyNumber = 'BM_old';
    const { backend } = await siteThat(({ search }) => {
      if (search !== '') return { items: [] };
      const body = JSON.stringify({ login: 'nia', partyNumber });
      return { status: partyNumber === 'BM_new' ? 201 : 200, body };
    });
    const user = await userOf(backend, '_host/nia');
    if (user === undefined) throw new Error('no such user');
    partyNumber = 'BM_new';
    const { replace } = writesOf(backend.userWrites);
    expect(await send(replace(replacementByKey('nia', user), reading()))).toMatchObject({
      status: 'DONE',
      created: true,
      ref: { nativeId: 'BM_new' },
    });
  });

  describe('in the documentation’s inconsistencies', () => {
    it('row 1: sends isAccessAdminPermEnabled in this spelling, and reads the other one', () =>
      withSession({ switches: { misspeltAccessAdmin: true } }, async (session) => {
        const user = await session.newUser();
        await send(session.writes.update(user, own({ isAccessAdminPermEnabled: true }), reading()));
        expect(session.bodies()).toEqual([{ isAccessAdminPermEnabled: true }]);
        const after = await session.readUser(user.login);
        expect(after.details?.['isAccessAdminPermEnabled']).toBe(true);
      }));

    it('rows 2, 3 and 4: sends datePreId, firstName and isSuperUserPermEnabled in versions 5 to 7', () =>
      withSession({ switches: { version: 5 } }, async (session) => {
        const cpq = { dateFormatId: 1, isUserAdminPermEnabled: true };
        const command = creation({ attributes: { ...REQUIRED, own: { cpq } } });
        await send(session.writes.create(command, reading()));
        expect(session.bodies()).toMatchObject([
          { firstName: 'Nia', datePreId: 1, isSuperUserPermEnabled: true },
        ]);
      }));

    it('rows 6 and 7: names the company by its login name, and the host _host', () =>
      withSession(
        { switches: { version: 17 }, environment: { CPQ_HOST_COMPANY_LOGIN: 'veloria' } },
        async (session) => {
          await send(session.writes.create(creation({ companyId: 'veloria' }), reading()));
          expect(session.sent()).toEqual(['POST /rest/v17/companies/_host/users']);
        },
      ));

    it('row 8: reads the user again after a PUT that answers with three fields', () =>
      withSession({ switches: { putAnswers: 'three-fields' } }, async (session) => {
        const user = await session.newUser();
        const byId = await send(session.writes.replace(replacementById(user), reading()));
        expect(byId).toMatchObject({ status: 'DONE', ref: user.ref, created: false });
        const byKey = await send(
          session.writes.replace(replacementByKey(user.login, user), reading()),
        );
        expect(byKey).toMatchObject({ status: 'DONE', ref: user.ref, created: false });
        // It was taken for missing, but was made meanwhile.
        const login = freshLogin();
        const late = await session.writes.replace(replacementByKey(login, null), reading());
        await session.newUser({ login });
        const { ref } = await send(Promise.resolve(late));
        expect(ref).toEqual((await session.readUser(login)).ref);
        expect(ref?.nativeId).toMatch(/^BM_/);
      }));

    it('rows 12 and 13: addresses by an opaque party number, percent-encoded', async () => {
      const { backend, calls } = await siteThat(() => ({ login: 'odd', partyNumber: 'a/b c%' }));
      const user = await userOf(backend, 'a%2Fb c%25');
      if (user === undefined) throw new Error('no such user');
      const { setStatus } = writesOf(backend.userWrites);
      expect(await send(setStatus(user, 'ACTIVE', reading()))).toMatchObject({ status: 'DONE' });
      expect(calls.at(-1)).toBe('/rest/v19/users/a%2Fb%20c%25');
    });

    it.each([
      ['user', 19],
      ['no-body', 19],
      ['no-body', 16],
    ] as const)(
      'row 18: takes a PATCH answered with %s in version %i as done',
      (patchAnswers, version) =>
        withSession({ switches: { patchAnswers, version } }, async (session) => {
          const user = await session.newUser();
          const outcome = await send(session.writes.setStatus(user, 'DISABLED', reading()));
          expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref });
        }),
    );

    it('row 23: gives a renamed user its new login by PUT of the party number', () =>
      withSession({}, async (session) => {
        const user = await session.newUser({ isWebServicesOnly: true });
        const login = freshLogin();
        const outcome = await send(
          session.writes.replace(replacementById(user, { login }), reading()),
        );
        expect(outcome).toMatchObject({ status: 'DONE', ref: user.ref, created: false });
        expect((await session.readUser(login)).ref).toEqual(user.ref);
        expect((await session.wire(login)).at('isWebServicesOnly')).toBe(false);
        expect((await session.wire(user.login)).status).toBe(404);
      }));

    it.each([17, 18])(
      'row 23: refuses to rename in version %i, where PUT stands below the company',
      (version) =>
        withSession({ switches: { version } }, async (session) => {
          const user = await session.newUser();
          const renamed = replacementById(user, { login: freshLogin() });
          expect(await refusalsOf(session.writes.replace(renamed, reading()))).toEqual([
            'INVALID login',
          ]);
          expect(session.simulator.calls.writes).toEqual([]);
        }),
    );

    it('row 25: sends currencies and languages as CPQ spells them', () =>
      withSession({}, async (session) => {
        const user = await session.newUser();
        for (const [currencyCode, languageTag, sent] of [
          ['cfaf', 'ja-JP-u-ca-japanese', ['CFAF', 'ja_JP_JP']],
          ['XAF', 'nn_NO', ['XAF', 'no_NO_NY']],
          ['FM', 'fi-FI', ['FM', 'fi_FL']],
          ['dem', 'iw-IL', ['DEM', 'iw_IL']],
          ['EUR', 'no-NO', ['EUR', 'no_NO']],
        ] as const) {
          session.simulator.calls.clear();
          const change = attributes({ currencyCode, languageTag });
          await send(session.writes.update(user, change, reading()));
          const [currency, language] = sent;
          expect(session.bodies()).toEqual([
            { currency: { value: currency }, language: { value: language } },
          ]);
        }
      }));
  });

  it('addresses a user of whom CPQ told no party number below its company', async () => {
    const { backend, calls } = await siteThat(({ search }) =>
      search === '' ? { login: 'short', firstName: 'S' } : { items: [] },
    );
    const user = await userOf(backend, 'acme/short');
    if (user === undefined) throw new Error('no such user');
    const { setStatus, update } = writesOf(backend.userWrites);
    await send(setStatus(user, 'ACTIVE', reading()));
    expect(calls.at(-1)).toBe('/rest/v19/companies/acme/users/short');
    const nowhere = { ...user, companyRef: null };
    await expect(update(nowhere, attributes({ phone: '1' }), reading())).rejects.toMatchObject({
      code: 'BACKEND_CONTRACT_VIOLATION',
    });
  });
});
