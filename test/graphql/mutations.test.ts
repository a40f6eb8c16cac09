import { beforeEach, describe, expect, it } from 'vitest';
import { AuditUnavailableError, type AuditEntry } from '../../src/domain/audit.ts';
import type { Caller, Permission } from '../../src/domain/caller.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { toGlobalId } from '../../src/domain/global-id.ts';
import type { User } from '../../src/domain/model.ts';
import { Secret } from '../../src/domain/secret.ts';
import { userError, type WriteOutcome } from '../../src/domain/user-write.ts';
import { parseUserAttributes } from '../../src/graphql/user-attributes.ts';
import { ANN, createAsker, type Answer, type Asker } from '../support/ask.ts';
import {
  createMemoryBackend,
  memoryCompany,
  memoryRole,
  memoryUser,
  type MemoryBackend,
} from '../support/memory-backend.ts';
import {
  createMemoryPasswordReset,
  type MemoryPasswordReset,
} from '../support/memory-password-reset.ts';
import {
  createMemoryUserWrites,
  plannedCall,
  type MemoryUserWrites,
} from '../support/memory-user-writes.ts';

const EVA = toGlobalId('User', { backend: 'sales', nativeId: 'eva' });
const TOM = toGlobalId('User', { backend: 'sales', nativeId: 'tom' });
const APPROVERS = toGlobalId('Role', { backend: 'sales', nativeId: 'approvers' });
const WRITERS = toGlobalId('Role', { backend: 'sales', nativeId: 'writers' });

/** What every payload of a write is asked for. */
const PAYLOAD = 'status pendingJobId backendRequestId userErrors { code message path retryable }';
const NO_PROBLEM = { pendingJobId: null, backendRequestId: null, userErrors: [] };

/** Sees the users of acme, which are those of `sales` but for Tom, who is of initech. */
const OF_ACME: Caller = { ...ANN, scope: new Set(['sales/acme']) };

let users: User[];
let members: Record<string, string[]>;
let writes: MemoryUserWrites;
let resets: MemoryPasswordReset;
let sales: MemoryBackend;
/** Reads users and nothing else; has no companies. */
let directory: MemoryBackend;
let recorded: (entry: AuditEntry) => void;
let asker: Asker;

beforeEach(() => {
  users = [
    memoryUser('sales', 'eva', { companyRef: { backend: 'sales', nativeId: 'acme' } }),
    memoryUser('sales', 'tom', { companyRef: { backend: 'sales', nativeId: 'initech' } }),
  ];
  members = { approvers: ['eva'], writers: [] };
  writes = createMemoryUserWrites('sales', users);
  resets = createMemoryPasswordReset();
  sales = createMemoryBackend('sales', {
    users,
    members,
    companies: [memoryCompany('sales', 'acme'), memoryCompany('sales', 'initech')],
    roles: [memoryRole('sales', 'approvers'), memoryRole('sales', 'writers', 'initech')],
    userWrites: writes.port,
    passwordReset: resets,
  });
  directory = createMemoryBackend('directory', {
    users: [memoryUser('directory', 'kim')],
    without: ['companies', 'referenceData'],
  });
  recorded = () => {};
  asker = createAsker([sales, directory], { onAudit: (entry) => recorded(entry) });
});

/** Sends one mutation with its input in a variable, and gives its payload. */
async function send(
  field: string,
  input: object,
  { caller = ANN, select = '' }: { caller?: Caller; select?: string } = {},
) {
  const answer = await mutate(field, input, { caller, select });
  expect(answer.errors).toBeUndefined();
  return answer.data[field];
}

function mutate(
  field: string,
  input: object,
  { caller = ANN, select = '' }: { caller?: Caller; select?: string } = {},
): Promise<Answer> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${PAYLOAD} ${select} } }`;
  return asker.ask(query, { variables: { input }, caller });
}

describe('a write of a user', () => {
  const ADA = { backend: 'sales', login: 'ada', attributes: { firstName: 'Ada' } };

  it.each([
    ['createUser', ADA, { user: { login: 'ada', firstName: 'Ada', status: 'ACTIVE' } }],
    ['createUser', { ...ADA, status: 'DISABLED' }, { user: { status: 'DISABLED' } }],
    [
      'updateUser',
      { userId: EVA, attributes: { firstName: 'Eve' } },
      { user: { firstName: 'Eve' } },
    ],
    [
      'replaceUser',
      { user: { id: EVA }, login: 'eva2', attributes: {}, status: 'ACTIVE' },
      { user: { login: 'eva2' }, created: false },
    ],
    [
      'replaceUser',
      {
        user: { key: { backend: 'sales', login: 'new', company: 'acme' } },
        login: 'new',
        attributes: {},
        status: 'ACTIVE',
      },
      { user: { login: 'new' }, created: true },
    ],
    ['setUserStatus', { userId: EVA, status: 'DISABLED' }, { user: { status: 'DISABLED' } }],
    ['unlockUser', { userId: EVA }, { user: { locked: false } }],
    ['changeUserRoles', { userId: EVA, add: [{ roleId: WRITERS }] }, { user: { login: 'eva' } }],
  ])('%s is done and answers with the user as it is afterwards', async (field, input, shown) => {
    const select = `user { login firstName status locked } ${field === 'replaceUser' ? 'created' : ''}`;
    expect(await send(field, input, { select })).toMatchObject({
      status: 'DONE',
      ...NO_PROBLEM,
      ...shown,
    });
    expect(writes.sent).toHaveLength(1);
  });

  it('deleteUser is done and answers with the id of who is gone', async () => {
    const payload = await send('deleteUser', { userId: TOM }, { select: 'deletedUserId' });
    expect(payload).toEqual({ status: 'DONE', ...NO_PROBLEM, deletedUserId: TOM });
    expect(users.map(({ login }) => login)).toEqual(['eva']);
  });

  it.each<[WriteOutcome['status'], Partial<WriteOutcome>]>([
    ['ACCEPTED', { pendingJobId: 'job-7', backendRequestId: 'r-1' }],
    ['FAILED', { errors: [userError('TAKEN', 'Another one has it.', { path: ['login'] })] }],
    ['UNKNOWN', { errors: [userError('OUTCOME_UNKNOWN', 'No answer.')], backendRequestId: 'r-2' }],
  ])('answers %s as the backend told it, and claims no more', async (status, outcome) => {
    writes.endWith({ status, ...outcome });
    const payload = await send('deleteUser', { userId: TOM }, { select: 'deletedUserId' });
    expect(payload).toEqual({
      status,
      deletedUserId: null,
      pendingJobId: outcome.pendingJobId ?? null,
      backendRequestId: outcome.backendRequestId ?? null,
      userErrors: outcome.errors ?? [],
    });
  });

  it('is UNKNOWN when the port throws while sending, because it may have been done', async () => {
    writes.onSend = () => {
      throw new Error('a defect');
    };
    const payload = await send('unlockUser', { userId: EVA });
    expect(payload).toMatchObject({ status: 'UNKNOWN', userErrors: [{ code: 'OUTCOME_UNKNOWN' }] });
    expect(asker.audited.at(-1)).toMatchObject({ phase: 'OUTCOME', status: 'UNKNOWN' });
  });

  it('is REFUSED with every reason of the backend, and nothing is sent', async () => {
    const reasons = [
      userError('INVALID', 'Too long.', { path: ['attributes', 'firstName'] }),
      userError('INVALID', 'Not kept here.', { path: ['attributes', 'phone'] }),
    ];
    writes.refuseWith(reasons);
    const payload = await send('updateUser', { userId: EVA, attributes: { phone: '1' } });
    expect(payload).toEqual({ ...NO_PROBLEM, status: 'REFUSED', userErrors: reasons });
    expect(writes.sent).toEqual([]);
  });

  it('stays DONE without the user when the user cannot be read afterwards', async () => {
    writes.onSend = () => sales.fail(new GatewayError('BACKEND_UNAVAILABLE', 'down'));
    const payload = await send('unlockUser', { userId: EVA }, { select: 'user { login }' });
    expect(payload).toEqual({ status: 'DONE', ...NO_PROBLEM, user: null });
  });

  it('reads the user before it, and again afterwards only when the user is asked for', async () => {
    await send('unlockUser', { userId: EVA });
    expect(sales.calls).toEqual(['users.getMany']);
    const query = `mutation ($id: ID!) { unlockUser(input: { userId: $id }) { ...Unlocked } }
      fragment Unlocked on UnlockUserPayload { ... { user { login } } }`;
    await asker.ask(query, { variables: { id: EVA } });
    expect(sales.calls).toEqual(['users.getMany', 'users.getMany', 'users.getMany']);
  });

  it('shows the new state to the fields behind it in the same document', async () => {
    const query = `mutation ($eva: ID!, $writers: ID!) {
      before: unlockUser(input: { userId: $eva }) { user { roles { name } } }
      change: changeUserRoles(input: { userId: $eva, add: [{ roleId: $writers }] }) {
        user { roles { name } }
      }
    }`;
    writes.onSend = () => {
      if (writes.sent.length === 1) members['writers']!.push('eva');
    };
    const { data } = await asker.ask(query, { variables: { eva: EVA, writers: WRITERS } });
    expect(data.before.user.roles).toEqual([{ name: 'approvers' }]);
    expect(data.change.user.roles).toEqual([{ name: 'approvers' }, { name: 'writers' }]);
  });

  it('is an error, and on no record, when what it must know before cannot be read', async () => {
    sales.fail(new GatewayError('BACKEND_UNAVAILABLE', 'down', { backend: 'sales' }));
    const { data, errors } = await mutate('unlockUser', { userId: EVA });
    expect(data).toEqual({ unlockUser: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BACKEND_UNAVAILABLE' } }]);
    expect(asker.audited).toEqual([]);
    expect(writes.sent).toEqual([]);
  });

  it('is forbidden to a caller who may only read', async () => {
    const reader: Caller = { ...ANN, permissions: new Set<Permission>(['USERS_READ']) };
    const { data, errors } = await mutate('unlockUser', { userId: EVA }, { caller: reader });
    expect(data).toEqual({ unlockUser: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(sales.calls).toEqual([]);
  });
});

describe('the record of writes', () => {
  it('holds the intent before anything is sent, and the outcome after it', async () => {
    const events: string[] = [];
    recorded = ({ phase }) => void events.push(phase);
    writes.onSend = () => void events.push('sent');
    await send('setUserStatus', { userId: EVA, status: 'DISABLED' });
    expect(events).toEqual(['INTENT', 'sent', 'OUTCOME']);
    const account = {
      mutation: 'setUserStatus',
      subject: 'ann',
      requestId: 'request-1',
      backend: 'sales',
      target: { nativeId: 'eva', login: 'eva' },
      calls: [plannedCall('setStatus')],
    };
    expect(asker.audited).toEqual([
      { ...account, phase: 'INTENT' },
      { ...account, phase: 'OUTCOME', status: 'DONE', errorCodes: [], backendRequestId: null },
    ]);
  });

  it('holds what was refused, under the name that the caller gave', async () => {
    await send('createUser', { backend: 'directory', login: 'ada', attributes: {} });
    await send('unlockUser', { userId: 'nonsense' });
    expect(asker.audited).toMatchObject([
      {
        phase: 'REFUSAL',
        backend: 'directory',
        target: { nativeId: null, login: 'ada' },
        errorCodes: ['UNSUPPORTED_BY_BACKEND'],
      },
      { phase: 'REFUSAL', backend: null, target: null, errorCodes: ['INVALID'] },
    ]);
  });

  it('comes first: what cannot be recorded is not sent', async () => {
    recorded = () => {
      throw new AuditUnavailableError();
    };
    const payload = await send('unlockUser', { userId: EVA });
    expect(payload).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'AUDIT_UNAVAILABLE', retryable: true }],
    });
    expect(writes.sent).toEqual([]);
  });

  it('changes no outcome when it fails after the write', async () => {
    recorded = ({ phase }) => {
      if (phase === 'OUTCOME') throw new AuditUnavailableError();
    };
    expect(await send('unlockUser', { userId: EVA })).toMatchObject({ status: 'DONE' });
  });
});

describe('the user of a write', () => {
  const notFound = { code: 'NOT_FOUND', path: ['userId'], retryable: false };

  it('is NOT_FOUND alike when absent, out of scope, or of a backend that is not configured', async () => {
    const ids = [
      toGlobalId('User', { backend: 'sales', nativeId: 'nobody' }),
      TOM,
      toGlobalId('User', { backend: 'gone', nativeId: 'eva' }),
      toGlobalId('User', { backend: 'directory', nativeId: 'kim' }),
    ];
    const payloads = await Promise.all(
      ids.map((userId) => send('unlockUser', { userId }, { caller: OF_ACME })),
    );
    expect(payloads[0]).toMatchObject({ status: 'REFUSED', userErrors: [notFound] });
    for (const payload of payloads) expect(payload).toEqual(payloads[0]);
    expect(writes.prepared).toEqual([]);
  });

  it.each([
    ['nonsense', 'This is not an id of this gateway.'],
    [APPROVERS, 'This is the id of a Role;'],
    ['', 'This is not an id of this gateway.'],
  ])('is INVALID when %j is given as its id', async (userId, message) => {
    const payload = await send('unlockUser', { userId });
    expect(payload).toMatchObject({
      status: 'REFUSED',
      userErrors: [
        { code: 'INVALID', path: ['userId'], message: expect.stringContaining(message) },
      ],
    });
    expect(sales.calls).toEqual([]);
  });

  it('is refused as UNSUPPORTED_BY_BACKEND where the backend has no such write, with what to do instead', async () => {
    const lame = createMemoryUserWrites('sales', users, {
      without: ['delete'],
      hints: { delete: 'Switch the user off instead.' },
    });
    sales = createMemoryBackend('sales', { users, userWrites: lame.port });
    asker = createAsker([sales, directory]);
    expect((await send('deleteUser', { userId: EVA })).userErrors).toEqual([
      userError(
        'UNSUPPORTED_BY_BACKEND',
        'sales cannot delete users. Switch the user off instead.',
      ),
    ]);
    const kim = toGlobalId('User', { backend: 'directory', nativeId: 'kim' });
    expect((await send('unlockUser', { userId: kim })).userErrors).toEqual([
      userError('UNSUPPORTED_BY_BACKEND', 'directory cannot unlock users.'),
    ]);
  });

  it('tells by the capabilities of its backend what can be written', async () => {
    const { data } = await asker.ask('{ backends { capabilities } }');
    const [all, none] = data.backends.map((backend: { capabilities: string[] }) =>
      backend.capabilities.filter((name) => /^(USERS_[^RL]|USERS_REP|ROLES_A|PASS)/.test(name)),
    );
    expect(new Set(all)).toEqual(
      new Set([
        'USERS_CREATE',
        'USERS_UPDATE',
        'USERS_REPLACE',
        'USERS_ACTIVATE',
        'USERS_UNLOCK',
        'USERS_DELETE',
        'ROLES_ASSIGN',
        'PASSWORDS_RESET',
      ]),
    );
    expect(none).toEqual([]);
  });
});

describe('attributes to write', () => {
  it('tell absent from null, and count an empty text or list as null', async () => {
    await send('updateUser', {
      userId: EVA,
      attributes: {
        firstName: null,
        lastName: '',
        phone: '+49 30 1',
        emails: [],
        languageTag: 'he-IL',
        cpq: { fax: '', timeZoneId: 0 },
        cloudSso: { tags: [{ key: 'team', value: '' }] },
        cloudAdministration: null,
      },
    });
    expect(writes.prepared[0]?.command).toEqual({
      firstName: null,
      lastName: null,
      phone: '+49 30 1',
      emails: null,
      languageTag: 'he-IL',
      own: {
        cpq: { fax: null, timeZoneId: 0 },
        cloudSso: { tags: [{ key: 'team', value: '' }] },
      },
    });
  });

  it('leave out the blank entries of a list, as a form sends them', () => {
    expect(parseUserAttributes({ emails: ['', 'eva@example.com'] }).emails).toEqual([
      'eva@example.com',
    ]);
    expect(parseUserAttributes({ emails: [''] }).emails).toBeNull();
  });

  it.each([[{}], [{ cpq: {} }], [{ cpq: null }]])(
    'are INVALID as %j when a user is updated: there is nothing to change',
    async (attributes) => {
      const payload = await send('updateUser', { userId: EVA, attributes });
      expect(payload).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'INVALID', path: ['attributes'] }],
      });
      expect(sales.calls).toEqual([]);
    },
  );
});

describe('a new user', () => {
  const ada = (given: object) => ({ backend: 'sales', login: 'ada', attributes: {}, ...given });
  const companyId = (nativeId: string, backend = 'sales') =>
    toGlobalId('Company', { backend, nativeId });
  const problem = async (given: object, caller = ANN) => {
    const { status, userErrors } = await send('createUser', ada(given), { caller });
    expect(status).toBe('REFUSED');
    expect(writes.sent).toEqual([]);
    return userErrors;
  };

  it('is put into the company that is named by either key', async () => {
    await send('createUser', ada({ company: { id: companyId('acme') } }));
    await send('createUser', ada({ login: 'bob', company: { nativeId: 'initech' } }));
    expect(users.slice(2).map(({ companyRef }) => companyRef?.nativeId)).toEqual([
      'acme',
      'initech',
    ]);
  });

  it('is INVALID on a backend that is not configured, which are named', async () => {
    expect(await problem({ backend: 'sale' })).toEqual([
      userError('INVALID', 'No backend has this name. Configured are: sales, directory.', {
        path: ['backend'],
      }),
    ]);
  });

  it('is INVALID without a login', async () => {
    expect(await problem({ login: ' ' })).toMatchObject([{ code: 'INVALID', path: ['login'] }]);
  });

  it('is NOT_FOUND alike for a company that is absent and one that is out of scope', async () => {
    const hidden = await problem({ company: { id: companyId('initech') } }, OF_ACME);
    const byName = await problem({ company: { nativeId: 'initech' } }, OF_ACME);
    expect(sales.calls).toEqual([]);
    const seen: Caller = { ...ANN, scope: new Set(['sales/acme', 'sales/nowhere']) };
    const absent = await problem({ company: { id: companyId('nowhere') } }, seen);
    expect(absent).toMatchObject([{ code: 'NOT_FOUND', path: ['company', 'id'] }]);
    expect(hidden).toEqual(absent);
    expect(byName).toMatchObject([{ code: 'NOT_FOUND', path: ['company', 'nativeId'] }]);
  });

  it('is INVALID in a company of another backend, or by an id that is none', async () => {
    const other = await problem({ company: { id: companyId('acme', 'directory') } });
    const none = await problem({ company: { id: 'nonsense' } });
    const role = await problem({ company: { id: APPROVERS } });
    for (const errors of [other, none, role]) {
      expect(errors).toMatchObject([{ code: 'INVALID', path: ['company', 'id'] }]);
    }
  });

  it('needs a company when its creator sees only some, and none when its creator sees the backend', async () => {
    expect(await problem({}, OF_ACME)).toMatchObject([{ code: 'FORBIDDEN', path: ['company'] }]);
    const whole: Caller = { ...ANN, scope: new Set(['sales/*']) };
    expect(await send('createUser', ada({}), { caller: whole })).toMatchObject({ status: 'DONE' });
    const acme = ada({ login: 'bob', company: { nativeId: 'acme' } });
    expect(await send('createUser', acme, { caller: OF_ACME })).toMatchObject({ status: 'DONE' });
  });

  it('leaves it to a backend without a directory of companies whether there is such a company', async () => {
    const own = createMemoryUserWrites('directory', []);
    directory = createMemoryBackend('directory', { without: ['companies'], userWrites: own.port });
    asker = createAsker([sales, directory]);
    const given = ada({ backend: 'directory', company: { nativeId: 'acme' } });
    const blind: Caller = { ...ANN, scope: new Set(['directory/initech']) };
    expect(await send('createUser', given)).toMatchObject({ status: 'DONE' });
    expect(own.prepared[0]?.command).toMatchObject({ companyId: 'acme' });
    expect(await send('createUser', given, { caller: blind })).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'NOT_FOUND', path: ['company', 'nativeId'] }],
    });
  });

  describe('with an idempotency key', () => {
    const keyed = (given: object = {}) => ada({ idempotencyKey: 'click-1', ...given });

    it('is created once, whatever its creator sends again', async () => {
      const first = await send('createUser', keyed(), { select: 'user { id login }' });
      const second = await send('createUser', keyed(), { select: 'user { id login }' });
      expect(second).toEqual(first);
      expect(writes.sent).toEqual(['create']);
      expect(asker.audited[0]?.keyHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('is a CONFLICT when the key stands for another one', async () => {
      await send('createUser', keyed());
      const payload = await send('createUser', keyed({ login: 'bob' }));
      expect(payload).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'CONFLICT', path: ['idempotencyKey'] }],
      });
      expect(writes.sent).toEqual(['create']);
    });

    it('is tried again after a refusal, a passing failure, and an outage before anything was sent', async () => {
      const refused = await send('createUser', keyed({ company: { nativeId: 'later' } }));
      expect(refused.status).toBe('REFUSED');
      sales.fail(new GatewayError('BACKEND_UNAVAILABLE', 'down'), 'companies.getMany');
      const down = await mutate('createUser', keyed({ company: { nativeId: 'acme' } }));
      expect(down.errors).toMatchObject([{ extensions: { code: 'BACKEND_UNAVAILABLE' } }]);
      sales.recover();
      writes.endWith({
        status: 'FAILED',
        errors: [userError('BACKEND_THROTTLED', 'Wait.', { retryable: true })],
      });
      await send('createUser', keyed({ company: { nativeId: 'acme' } }));
      writes.endWith({});
      const done = await send('createUser', keyed({ company: { nativeId: 'acme' } }));
      expect(done.status).toBe('DONE');
      expect(writes.sent).toEqual(['create', 'create']);
    });

    it('is not tried again after a failure for good or an unknown outcome', async () => {
      for (const status of ['FAILED', 'UNKNOWN'] as const) {
        writes.endWith({ status, errors: [userError('BACKEND_REJECTED', 'No.')] });
        const again = keyed({ idempotencyKey: status });
        const first = await send('createUser', again);
        expect(first).toMatchObject({ status, userErrors: [{ code: 'BACKEND_REJECTED' }] });
        expect(await send('createUser', again)).toEqual(first);
      }
      expect(writes.sent).toEqual(['create', 'create']);
    });
  });
});

describe('a replacement', () => {
  const replacing = (user: object, login = 'eva') => ({
    user,
    login,
    attributes: {},
    status: 'ACTIVE',
  });
  const key = (given: object) => ({ key: { backend: 'sales', login: 'eva', ...given } });

  it('tells the backend how the user was named', async () => {
    await send('replaceUser', replacing(key({ company: 'acme' })));
    await send('replaceUser', replacing({ id: EVA }));
    await send('replaceUser', replacing(key({ login: 'zoe', company: '' }), 'zoe'));
    expect(writes.prepared.map(({ command }) => command)).toMatchObject([
      { by: 'key', companyId: 'acme', keyLogin: 'eva' },
      { by: 'id', companyId: null, keyLogin: null },
      { by: 'key', companyId: null, keyLogin: 'zoe' },
    ]);
  });

  it.each([
    [{ id: TOM }, 'NOT_FOUND', ['user', 'id']],
    [{ id: 'nonsense' }, 'INVALID', ['user', 'id']],
    [key({ backend: 'nowhere' }), 'INVALID', ['user', 'key', 'backend']],
    [key({ login: 'tom', company: 'initech' }), 'NOT_FOUND', ['user', 'key', 'company']],
    [key({ login: 'zoe', company: 'initech' }), 'NOT_FOUND', ['user', 'key', 'company']],
    [key({ login: 'tom' }), 'FORBIDDEN', ['user', 'key', 'company']],
    [key({ login: 'zoe' }), 'FORBIDDEN', ['user', 'key', 'company']],
  ])('of %j is refused to a caller of one company', async (user, code, path) => {
    const payload = await send('replaceUser', replacing(user), { caller: OF_ACME });
    expect(payload).toMatchObject({ status: 'REFUSED', userErrors: [{ code, path }] });
    expect(writes.sent).toEqual([]);
  });

  it('is INVALID by a key that the backend cannot read without a company', async () => {
    sales.fail(new GatewayError('BAD_USER_INPUT', 'Name the company.'), 'users.findByLogin');
    expect((await send('replaceUser', replacing(key({})))).userErrors).toEqual([
      userError('INVALID', 'Name the company.', { path: ['user', 'key', 'company'] }),
    ]);
  });
});

describe('a change of roles', () => {
  const change = (given: object, caller = ANN) =>
    send('changeUserRoles', { userId: EVA, ...given }, { caller });

  it('reaches the backend in its own ids, each grant once', async () => {
    await change({
      add: [{ roleId: WRITERS }, { roleId: WRITERS, scope: '' }, { roleId: WRITERS, scope: '42' }],
      remove: [{ roleId: APPROVERS }],
    });
    expect(writes.prepared[0]?.command).toEqual({
      add: [
        { roleId: 'writers', scope: null, path: ['add', '1'] },
        { roleId: 'writers', scope: '42', path: ['add', '2'] },
      ],
      remove: [{ roleId: 'approvers', scope: null, path: ['remove', '0'] }],
    });
  });

  it.each([
    [{}, null],
    [{ add: [], remove: null }, null],
    [{ add: Array.from({ length: 101 }, () => ({ roleId: WRITERS })) }, null],
    [{ add: [{ roleId: WRITERS }, { roleId: 'nonsense' }] }, ['add', '1', 'roleId']],
    [{ remove: [{ roleId: EVA }] }, ['remove', '0', 'roleId']],
    [
      { add: [{ roleId: toGlobalId('Role', { backend: 'directory', nativeId: 'writers' }) }] },
      ['add', '0', 'roleId'],
    ],
    [{ add: [{ roleId: WRITERS }], remove: [{ roleId: WRITERS }] }, ['remove', '0']],
  ])('is INVALID as %j', async (given, path) => {
    expect(await change(given)).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'INVALID', path }],
    });
    expect(writes.prepared).toEqual([]);
  });

  it('is NOT_FOUND for a role that the caller may not see', async () => {
    const given = { add: [{ roleId: APPROVERS }, { roleId: WRITERS }] };
    expect(await change(given, OF_ACME)).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'NOT_FOUND', path: ['add', '1', 'roleId'] }],
    });
    expect(await change({ add: [{ roleId: APPROVERS }] }, OF_ACME)).toMatchObject({
      status: 'DONE',
    });
  });
});

describe('a password', () => {
  const RESET = `mutation ($id: ID!, $password: Secret) {
    resetPassword(input: { userId: $id, password: $password }) {
      userId ${PAYLOAD} user { login } option { code } generatedPassword
      guarantees { kind level evidence } alternatives { code }
    }
  }`;
  const PASSWORD = 'Correct-Horse-7';

  it('reaches the backend as a secret from a variable, and no answer or record', async () => {
    const { data, errors } = await asker.ask(RESET, {
      variables: { id: EVA, password: PASSWORD },
    });
    expect(errors).toBeUndefined();
    expect(data.resetPassword).toMatchObject({
      userId: EVA,
      status: 'DONE',
      user: { login: 'eva' },
      option: { code: 'SET' },
      generatedPassword: null,
    });
    expect(resets.writes[0]?.[0]?.password?.reveal()).toBe(PASSWORD);
    expect(JSON.stringify([data, asker.audited])).not.toContain(PASSWORD);
  });

  it('is INVALID when it is null or empty, and absent means that one is generated', async () => {
    for (const password of [null, '']) {
      const { data } = await asker.ask(RESET, { variables: { id: EVA, password } });
      expect(data.resetPassword).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'INVALID', path: ['password'] }],
      });
    }
    expect(resets.writes).toEqual([]);
    const { data } = await asker.ask(RESET, { variables: { id: EVA } });
    expect(data.resetPassword.status).toBe('DONE');
    expect(resets.writes[0]?.[0]?.option.source).toBe('GENERATED');
  });

  it('is refused as a literal in the document, with a constant message', async () => {
    const documents = [
      `mutation { resetPassword(input: { userId: "x", password: "${PASSWORD}" }) { status } }`,
      `mutation ($p: Secret = "${PASSWORD}") { resetPassword(input: { userId: "x", password: $p }) { status } }`,
      `mutation { resetPasswords(input: { resets: [{ userId: "x", password: "${PASSWORD}" }] }) { done } }`,
    ];
    for (const document of documents) {
      const { data, errors } = await asker.ask(document);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        {
          message: 'A Secret must be given as a variable, never in the document.',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    }
  });

  it('that was generated to be returned is in the first answer only', async () => {
    const document = `mutation ($input: ResetPasswordInput!) {
      resetPassword(input: $input) { status generatedPassword }
    }`;
    const input = { userId: EVA, delivery: 'RETURN', idempotencyKey: 'k' };
    resets = createMemoryPasswordReset({
      outcome: () => ({ generatedPassword: new Secret(PASSWORD) }),
    });
    sales = createMemoryBackend('sales', { users, passwordReset: resets });
    asker = createAsker([sales]);
    const first = await asker.ask(document, { variables: { input } });
    const second = await asker.ask(document, { variables: { input } });
    expect(first.data.resetPassword).toEqual({ status: 'DONE', generatedPassword: PASSWORD });
    expect(second.data.resetPassword).toEqual({ status: 'DONE', generatedPassword: null });
  });
});

describe('password resets', () => {
  it('are planned without a write, and listed for a user without a call', async () => {
    const { data } = await asker.ask(
      `query ($id: ID!) {
        planPasswordReset(input: { userId: $id, delivery: RETURN }) {
          executable option { code } calls { method path operation } guarantees { kind }
          refusals { code } requiredAcknowledgements
        }
        user(id: $id) { passwordResetOptions { code recommended } }
      }`,
      { variables: { id: EVA } },
    );
    expect(data.planPasswordReset).toMatchObject({
      executable: true,
      option: { code: 'GENERATE' },
      calls: [{ operation: 'GENERATE' }],
      refusals: [],
    });
    expect(data.user.passwordResetOptions.length).toBeGreaterThan(2);
    expect(resets.writes).toEqual([]);
    const kim = toGlobalId('User', { backend: 'directory', nativeId: 'kim' });
    const none = await asker.ask(
      'query ($id: ID!) { user(id: $id) { passwordResetOptions { code } } }',
      {
        variables: { id: kim },
      },
    );
    expect(none.data).toEqual({ user: { passwordResetOptions: null } });
  });

  it('of many users have an outcome each, in the order of the input', async () => {
    const nobody = toGlobalId('User', { backend: 'sales', nativeId: 'nobody' });
    const { data } = await asker.ask(
      `mutation ($resets: [PasswordResetRequest!]!) {
        resetPasswords(input: { resets: $resets }) {
          results { userId status user { login } userErrors { code path } }
          userErrors { code } done refused
        }
      }`,
      { variables: { resets: [EVA, nobody, TOM].map((userId) => ({ userId })) } },
    );
    expect(data.resetPasswords).toMatchObject({
      results: [
        { userId: EVA, status: 'DONE', user: { login: 'eva' } },
        { userId: nobody, status: 'REFUSED', user: null, userErrors: [{ code: 'NOT_FOUND' }] },
        { userId: TOM, status: 'DONE', user: { login: 'tom' } },
      ],
      userErrors: [],
      done: 2,
      refused: 1,
    });
  });

  it.each([
    'mutation ($i: ResetPasswordInput!) { a: resetPassword(input: $i) { status } b: resetPassword(input: $i) { status } }',
    `mutation ($i: ResetPasswordInput!) { resetPassword(input: $i) { status } ...More }
     fragment More on Mutation { again: resetPassword(input: $i) { status } }`,
    `mutation A($i: ResetPasswordInput!) { ... { resetPassword(input: $i) { status } } }
     mutation B($i: ResetPasswordInput!) { resetPassword(input: $i) { status } }`,
  ])('stand in a document once, or it is told what to use instead: %j', async (document) => {
    const { data, errors } = await asker.ask(document, {
      variables: { i: { userId: EVA } },
      operationName: document.includes('mutation A') ? 'A' : '',
    });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('Use resetPasswords for several users.'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(resets.writes).toEqual([]);
  });
});

describe('a malformed request that could hold a password', () => {
  const CANARY = 'cAnary-4711';
  const ONE = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { status } }';
  const MANY = 'mutation ($input: ResetPasswordsInput!) { resetPasswords(input: $input) { done } }';
  const PLAN =
    'query ($input: PlanPasswordResetInput!) { planPasswordReset(input: $input) { executable } }';
  const input = (given: object) => ({ input: { userId: EVA, ...given } });
  const literal = (text: string) => `mutation { resetPassword(input: ${text}) { status } }`;

  const MALFORMED: [document: string, variables?: Record<string, unknown>, name?: string][] = [
    [ONE, input({ password: [CANARY, CANARY] })],
    [ONE, input({ password: { value: CANARY } })],
    [ONE, input({ passwort: CANARY })],
    [ONE, input({ source: CANARY })],
    [ONE, input({ password: CANARY, delivery: 'FAX' })],
    [ONE, input({ password: CANARY, acknowledge: 'NOTHING' })],
    [ONE, input({ password: CANARY, userId: null })],
    [ONE, input({ password: CANARY, reason: 7 })],
    [ONE, { input: CANARY }],
    [ONE, { input: [CANARY] }],
    [ONE, { password: CANARY }],
    [MANY, { input: { resets: [{ userId: EVA, password: [CANARY] }] } }],
    [MANY, { input: { resets: [{ password: CANARY }] } }],
    [MANY, { input: { resets: { userId: EVA, password: CANARY, oops: 1 } } }],
    [MANY, { input: { resets: Array.from({ length: 60 }, () => ({ password: CANARY })) } }],
    [PLAN, input({ password: CANARY })],
    [PLAN, input({ source: CANARY })],
    [literal(`{ userId: "x", password: "${CANARY}" }`)],
    [literal(`{ userId: "x", password: 4711, passwort: "${CANARY}" }`)],
    [literal(`{ userId: "x", source: "${CANARY}" }`)],
    [literal(`{ userId: "x", source: ${CANARY.replace('-', '_')} }`)],
    [literal(`"${CANARY}"`)],
    [literal(`{ userId: "x", password: "${CANARY}`)],
    [literal(`{ userId: "x", password: ${CANARY} }`)],
    [`{ resetPassword(password: "${CANARY}" { status } }`],
    [`{ resetPassword(password "${CANARY}") { status } }`],
    [`mutation { createUser(secret "${CANARY}") { status } }`],
    [`mutation { createUser(${CANARY.replace('-', '$')}) { status } }`],
    [`mutation { resetPasword(password: "${CANARY}") { status } }`],
    [`mutation { resetPassword(input: { userId: "x" }, password: "${CANARY}") { status } }`],
    [
      `mutation ($p: Secret = "${CANARY}") { resetPassword(input: { userId: "x", password: $p }) { status } }`,
    ],
    [
      `mutation ($p: String = "${CANARY}") { resetPassword(input: { userId: "x", password: $p }) { status } }`,
    ],
    [`mutation A { unlockUser(input: { userId: "x" }) { status } } # ${CANARY}`, {}, CANARY],
    ['{ viewer { subject }', { password: CANARY }],
    ['query A { viewer { subject } } query B { viewer { subject } }', { password: CANARY }, CANARY],
    [
      'mutation ($r: String!, $id: ID) { resetPassword(input: { userId: $id, reason: $r }) { status } }',
      { r: CANARY, id: null },
    ],
    [
      `mutation ($skip: Boolean) { unlockUser(input: { userId: "${CANARY}" }) { status @skip(if: $skip) } }`,
      { skip: CANARY },
    ],
  ];

  it.each(MALFORMED)(
    'is refused without quoting it: %j %j',
    async (document: string, variables?: Record<string, unknown>, name?: string) => {
      const answer = await asker.ask(document, {
        ...(variables && { variables }),
        ...(name && { operationName: name }),
      });
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify([answer, asker.defects, asker.audited])).not.toMatch(/canary/i);
      expect(asker.defects).toEqual([]);
      for (const { extensions } of answer.errors ?? []) {
        expect(Object.keys(extensions ?? {})).toEqual(['code']);
      }
      expect(resets.writes).toEqual([]);
    },
  );

  it('is told the kind of its mistake, and where in the document it is', async () => {
    const { errors } = await asker.ask(ONE, { variables: input({ passwort: CANARY }) });
    expect(errors).toEqual([
      {
        message:
          'Variables or arguments are not of the types that the schema asks for. Details are left out, because they could quote a password.',
        locations: [{ line: 1, column: 11 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('does not take the details from requests that hold none', async () => {
    const query = 'query ($first: Int!) { users(first: $first) { totalCount } }';
    const wrong = await asker.ask(query, { variables: { first: 'ten' } });
    const unknown = await asker.ask('query ($id: ID!) { user(id: $id) { shoeSize } }', {
      variables: { id: EVA },
    });
    const cut = await asker.ask('{ users { nodes { id }');
    const odd = await asker.ask('Kanarienvogel');
    expect(cut.errors?.[0]?.message).toBe('Syntax Error: Expected Name, found <EOF>.');
    expect(odd.errors?.[0]?.message).toBe('Syntax Error: Unexpected Name.');
    expect(wrong.errors?.[0]?.message).toContain('got invalid value "ten"');
    expect(unknown.errors?.[0]?.message).toContain('shoeSize');
  });
});
