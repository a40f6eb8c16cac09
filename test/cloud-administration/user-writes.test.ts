import { describe, expect, it } from 'vitest';
import type { CloudAdministrationSimulatorSwitches } from '../../src/backends/cloud-administration/simulator.ts';
import type { CreateUserCommand, UserAttributes } from '../../src/domain/user-write.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import type { Fault } from '../../src/simulation/simulator.ts';
import { contextOf, startStandIn, type StandInAnswer } from './backend-session.ts';
import { openForWriting, refusalOf, send, sessionOf, type WriteSession } from './write-session.ts';

const CONTEXT = contextOf();

function attributes(changes: Omit<UserAttributes, 'own'>, own = {}): UserAttributes {
  return { ...changes, own: { cloudAdministration: own } };
}

const NEW_USER: CreateUserCommand = {
  login: 'new.user',
  companyId: '11',
  attributes: attributes({ firstName: 'New', lastName: 'User', emails: ['new@example.test'] }),
  status: 'ACTIVE',
};

/** Every write of the port, as a service would order it. */
const WRITES: Readonly<Record<string, (session: WriteSession) => ReturnType<typeof send>>> = {
  create: ({ writes }) => send(writes.create(NEW_USER, CONTEXT)),
  update: async ({ writes, read }) =>
    send(writes.update(await read('zoë.müller'), attributes({ firstName: 'Zoe' }), CONTEXT)),
  changeRoles: async ({ writes, read }) =>
    send(
      writes.changeRoles(
        await read('a.norole'),
        { add: [grant('PrimaveraCloudAdmin')], remove: [] },
        CONTEXT,
      ),
    ),
  delete: async ({ writes, read }) => send(writes.delete(await read('t.disabled'), CONTEXT)),
  setStatus: async ({ writes, read }) =>
    send(writes.setStatus(await read('t.disabled'), 'ACTIVE', CONTEXT)),
  unlock: async ({ writes, read }) => send(writes.unlock(await read('l.locked'), CONTEXT)),
};
const NAMES = Object.keys(WRITES);
const JOB_WRITES = ['create', 'update', 'changeRoles', 'delete'];
const IMMEDIATE_WRITES = ['setStatus', 'unlock'];

function write(name: string, session: WriteSession): ReturnType<typeof send> {
  const run = WRITES[name];
  if (run === undefined) throw new Error(`no write ${name}`);
  return run(session);
}

function grant(roleId: string, scope: string | null = null) {
  return { roleId, scope, path: ['add', '0'] };
}

/** The only record of the only write. */
function sentRecord({ simulator }: WriteSession): Readonly<Record<string, unknown>> {
  expect(simulator.calls.writes).toHaveLength(1);
  const body = JSON.parse(simulator.calls.writes[0]!.body);
  return Array.isArray(body) ? body[0] : (body.added ?? body.modified)[0];
}

describe('every write', () => {
  it.each(NAMES)('%s is done once, as planned, and shows in the next read', async (name) => {
    const session = await openForWriting({ usersTtlSeconds: 60 });
    await session.backend.users.list({ limit: 1, position: null, filter: NO_FILTER }, CONTEXT);
    const outcome = await write(name, session);
    expect(outcome).toMatchObject({ status: 'DONE', errors: [], pendingJobId: null });
    expect(session.simulator.calls.writes).toHaveLength(1);
    const find = (login: string) => session.backend.users.findByLogin(login, null, CONTEXT);
    expect(
      {
        create: (await find('new.user'))?.emails,
        update: (await find('zoë.müller'))?.firstName,
        changeRoles: (await find('a.norole'))?.roleGrants?.map(({ role }) => role.name),
        delete: (await find('t.disabled')) === null,
        setStatus: (await find('t.disabled'))?.status,
        unlock: (await find('l.locked'))?.locked,
      }[name],
    ).toEqual(
      {
        create: ['new@example.test'],
        update: 'Zoe',
        changeRoles: ['PrimaveraCloudAdmin'],
        delete: true,
        setStatus: 'ACTIVE',
        unlock: false,
      }[name],
    );
  });

  it.each(NAMES)('%s on version 1 is sent to the path without a version', async (name) => {
    const session = await openForWriting({ switches: { apiVersion: 1 } });
    expect(await write(name, session)).toMatchObject({ status: 'DONE' });
    expect(session.simulator.calls.writes[0]?.path).toMatch(/^\/cloudapi\/restapi\/user(\/|$)/);
  });

  const FAULTS: readonly (readonly [Fault, object])[] = [
    [
      { kind: 'status', status: 504 },
      { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' },
    ],
    [
      { kind: 'status', status: 500 },
      { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' },
    ],
    [
      { kind: 'status', status: 302 },
      { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' },
    ],
    [{ kind: 'reset-before' }, { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' }],
    [{ kind: 'reset-after' }, { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' }],
    [{ kind: 'hang' }, { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' }],
    [{ kind: 'html' }, { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN' }],
    [{ kind: 'throttle' }, { status: 'FAILED', code: 'BACKEND_THROTTLED', retryable: true }],
    [
      { kind: 'status', status: 401 },
      { status: 'FAILED', code: 'BACKEND_CREDENTIAL_REJECTED' },
    ],
    [
      { kind: 'status', status: 403 },
      { status: 'FAILED', code: 'BACKEND_CREDENTIAL_REJECTED' },
    ],
    [
      { kind: 'status', status: 404 },
      { status: 'FAILED', code: 'NOT_FOUND' },
    ],
    [
      { kind: 'status', status: 400 },
      { status: 'FAILED', code: 'BACKEND_REJECTED' },
    ],
  ];
  const OPERATIONS: Readonly<Record<string, string>> = {
    setStatus: 'ChangeStatus',
    unlock: 'ChangeLock',
  };

  it.each(NAMES.flatMap((name) => FAULTS.map(([fault, end]) => [name, fault, end] as const)))(
    '%s through %o ends as %o after one write',
    async (name, fault, { status, ...error }: { status?: string }) => {
      const session = await openForWriting({ timeoutMs: fault.kind === 'hang' ? 150 : 5000 });
      session.simulator.faults.add({ operation: OPERATIONS[name] ?? 'SubmitUsers', ...fault });
      const outcome = await write(name, session);
      expect(outcome).toMatchObject({ status, errors: [{ retryable: false, ...error }] });
      expect(session.simulator.calls.writes).toHaveLength(1);
    },
  );

  it.each(IMMEDIATE_WRITES)('%s whose answer is unreadable is UNKNOWN', async (name) => {
    const session = await openForWriting();
    session.simulator.faults.add({ operation: OPERATIONS[name]!, kind: 'malformed' });
    expect(await write(name, session)).toMatchObject({ status: 'UNKNOWN' });
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it.each(JOB_WRITES)(
    '%s whose answer is unreadable but for the Location is followed',
    async (name) => {
      const session = await openForWriting();
      session.simulator.faults.add({ operation: 'SubmitUsers', kind: 'malformed' });
      expect(await write(name, session)).toMatchObject({ status: 'DONE' });
      expect(session.simulator.calls.writes).toHaveLength(1);
    },
  );

  it.each(NAMES)('%s that cannot be sent is FAILED and may be tried again', async (name) => {
    const session = await openForWriting();
    const user = await session.read(name === 'unlock' ? 'l.locked' : 't.disabled');
    const prepared = await {
      create: () => session.writes.create(NEW_USER, CONTEXT),
      update: () => session.writes.update(user, attributes({ lastName: 'E' }), CONTEXT),
      changeRoles: () => session.writes.changeRoles(user, { add: [], remove: [] }, CONTEXT),
      delete: () => session.writes.delete(user, CONTEXT),
      setStatus: () => session.writes.setStatus(user, 'ACTIVE', CONTEXT),
      unlock: () => session.writes.unlock(user, CONTEXT),
    }[name]!();
    if ('refused' in prepared) throw new Error('refused');
    await session.simulator.close();
    expect(await prepared.send()).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
    });
  });

  it.each(NAMES)('%s of an account that the backend fails on is FAILED', async (name) => {
    for (const failureMark of ['status-info-ok', 'status-info'] as const) {
      const failingLogins = ['new.user', 'zoë.müller', 'a.norole', 't.disabled', 'l.locked'];
      const session = await openForWriting({
        switches: { failingLogins, failureMark, changeAnswer: 'array' },
      });
      const outcome = await write(name, session);
      expect(outcome).toMatchObject({ status: 'FAILED', errors: [{ code: 'BACKEND_REJECTED' }] });
      expect(JSON.stringify(outcome)).not.toContain('identity system');
    }
  });
});

describe('a job', () => {
  it.each(JOB_WRITES)('is polled until it ends: %s', async (name) => {
    const session = await openForWriting({ switches: { jobPolls: 3 } });
    expect(await write(name, session)).toMatchObject({ status: 'DONE' });
    expect(session.simulator.calls.count('GetJobStatus')).toBe(4);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it.each(JOB_WRITES)(
    'that still runs at the deadline is ACCEPTED with its id: %s',
    async (name) => {
      const session = await openForWriting({
        switches: { jobPolls: 1000 },
        environment: { CLOUD_ADMINISTRATION_JOB_TIMEOUT_MS: '200' },
      });
      const outcome = await write(name, session);
      expect(outcome).toMatchObject({ status: 'ACCEPTED', errors: [], pendingJobId: '48211' });
    },
  );

  it('that still runs when the caller leaves is ACCEPTED', async () => {
    const { writes, read } = await openForWriting({ switches: { jobPolls: 1000 } });
    const context = contextOf({ signal: AbortSignal.timeout(300) });
    const user = await read('zoë.müller');
    const outcome = await send(writes.update(user, attributes({ firstName: 'Zoe' }), context));
    expect(outcome).toMatchObject({ status: 'ACCEPTED', pendingJobId: '48211' });
  });

  it('with an exception is FAILED, without its text', async () => {
    const session = await openForWriting({ switches: { jobException: 'canary.key' } });
    for (const name of JOB_WRITES) {
      const outcome = await write(name, session);
      expect(outcome).toMatchObject({ status: 'FAILED', errors: [{ code: 'BACKEND_REJECTED' }] });
      expect(JSON.stringify(outcome)).not.toContain('canary');
    }
  });

  it('whose state is unreadable or refused is UNKNOWN, with its id', async () => {
    for (const fault of [
      { kind: 'malformed' },
      { kind: 'html' },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 400 },
    ] satisfies Fault[]) {
      const session = await openForWriting();
      session.simulator.faults.add({ operation: 'GetJobStatus', ...fault });
      expect(await write('update', session)).toMatchObject({
        status: 'UNKNOWN',
        errors: [{ code: 'OUTCOME_UNKNOWN', retryable: false }],
        pendingJobId: '48211',
      });
      expect(session.simulator.calls.writes).toHaveLength(1);
    }
  });

  it('is followed through failures that pass: polls are reads', async () => {
    const session = await openForWriting();
    session.simulator.faults.add({
      operation: 'GetJobStatus',
      kind: 'status',
      status: 503,
      times: 1,
    });
    session.simulator.faults.add({ operation: 'GetJobStatus', kind: 'reset-before', times: 1 });
    expect(await write('update', session)).toMatchObject({ status: 'DONE' });
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('waits for the others of this process', async () => {
    const session = await openForWriting({ switches: { jobPolls: 1 } });
    const outcomes = await Promise.all(JOB_WRITES.map((name) => write(name, session)));
    expect(outcomes.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    expect(session.simulator.calls.writes).toHaveLength(4);
  });

  it('that cannot begin in time because another one of ours runs is a CONFLICT, and is not sent', async () => {
    const session = await openForWriting({
      switches: { jobPolls: 1000 },
      environment: { CLOUD_ADMINISTRATION_JOB_TIMEOUT_MS: '200' },
    });
    const outcomes = await Promise.all([write('update', session), write('delete', session)]);
    const [first, second] = outcomes.toSorted((one, other) => (one.status < other.status ? -1 : 1));
    expect(first?.status).toBe('ACCEPTED');
    expect(second).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'CONFLICT', retryable: true }],
    });
    expect(session.simulator.calls.writes).toHaveLength(1);
    // The job that was left running counts as well.
    expect(await write('create', session)).toMatchObject({ errors: [{ code: 'CONFLICT' }] });
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it.each([400, 409] as const)(
    'that the backend refuses with %i while somebody else’s runs is a CONFLICT',
    async (busyStatus) => {
      const session = await openForWriting({ switches: { busyStatus, jobPolls: 1000 } });
      const other = sessionOf(session.simulator.environment);
      const user = await other.read('w.stale');
      const leave = contextOf({ signal: AbortSignal.timeout(100) });
      await send(other.writes.update(user, attributes({ lastName: 'S' }), leave));
      expect(await write('update', session)).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'CONFLICT', retryable: true }],
      });
      expect(session.simulator.calls.writes).toHaveLength(2);
    },
  );

  it('is not started when the time is up already', async () => {
    const { writes, read, simulator } = await openForWriting();
    const user = await read('zoë.müller');
    const time = new AbortController();
    const context = contextOf({ signal: time.signal });
    const prepared = await writes.update(user, attributes({ firstName: 'Zoe' }), context);
    time.abort();
    expect('send' in prepared && (await prepared.send())).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
    });
    expect(simulator.calls.writes).toEqual([]);
  });
});

const WIRE_USER = {
  loginId: 'a.rivera',
  firstName: 'Ana',
  lastName: 'Rivera',
  emailAddress: 'ana@example.test',
  disabled: false,
  organization: { id: '11', name: 'acme', displayName: 'Acme Ltd' },
};

/** One user and whatever the backend answers to a job and its polls. */
async function openWith(
  answers: Readonly<Record<string, StandInAnswer>>,
  path = '',
): Promise<Omit<WriteSession, 'simulator'> & { readonly requests: readonly string[] }> {
  let record: object = WIRE_USER;
  const { environment, requests } = await startStandIn((request) => {
    const answer = answers[request];
    if (answer !== undefined) {
      if (request.includes('status/')) record = { ...WIRE_USER, firstName: 'Anne' };
      return answer;
    }
    return request === 'GET /v3/user' ? { body: [record] } : { body: record };
  });
  const base = `${environment.CLOUD_ADMINISTRATION_BASE_URL ?? ''}${path}`;
  return {
    ...sessionOf({ ...environment, CLOUD_ADMINISTRATION_BASE_URL: base }, { timeoutMs: 1000 }),
    requests,
  };
}

const renameAna = async ({ writes, read }: Pick<WriteSession, 'writes' | 'read'>) =>
  send(writes.update(await read('a.rivera'), attributes({ firstName: 'Anne' }), CONTEXT));

const FINISHED = { body: { modified: [{ ...WIRE_USER, firstName: 'Anne', statusInfo: '' }] } };

describe('the answer to a job, rows of the documents that contradict each other', () => {
  const POST = 'POST /v3/user';

  it.each([
    ['relative', '/cloudapi/restapi/v3/user/status/7', 'GET /v3/user/status/7'],
    ['relative to the base', 'v3/user/status/7', 'GET /v3/user/status/7'],
    ['relative to the request', 'user/status/7', 'GET /v3/user/status/7'],
    ['spelt with users, row 12', '/cloudapi/restapi/v3/users/status/7', 'GET /v3/users/status/7'],
  ])('has a Location that is %s', async (_how, location, poll) => {
    const session = await openWith({
      [POST]: { status: 202, headers: { location }, body: '' },
      [poll]: FINISHED,
    });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
    expect(session.requests.filter((request) => request.includes('status/'))).toEqual([poll]);
  });

  it('has a Location spelt with users where only user is served, row 12', async () => {
    const session = await openWith({
      [POST]: { status: 202, headers: { location: '/cloudapi/restapi/v3/users/status/7' } },
      'GET /v3/users/status/7': { status: 404, body: '' },
      'GET /v3/user/status/7': FINISHED,
    });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
  });

  it.each([
    ['another credential', { status: 401, body: '' }],
    ['a person to sign in', { body: '<html>Sign in</html>' }],
  ])('has a Location at the other version, which wants %s', async (_what, refusal) => {
    const session = await openWith({
      [POST]: { status: 202, headers: { location: '/cloudapi/restapi/user/status/7' } },
      'GET /user/status/7': refusal,
      'GET /v3/user/status/7': FINISHED,
    });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
  });

  it.each([
    'http://169.254.169.254/cloudapi/restapi/v3/users/status/7',
    '//elsewhere.example/cloudapi/restapi/v3/user/status/7',
    '/elsewhere/v3/user/status/7',
  ])('has a Location outside the base URL, which is not followed: %s', async (location) => {
    const session = await openWith({
      [POST]: { status: 202, headers: { location }, body: '' },
      'GET /v3/user/status/7': FINISHED,
    });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
    expect(session.requests.at(-1)).toBe('GET /v3/user/status/7');
  });

  it.each([
    [202, '12345'],
    [202, '"12345"'],
    [200, '12345'],
  ])('has the id of the job as its body, with status %i: %s', async (status, body) => {
    const session = await openWith({
      [POST]: { status, body },
      'GET /v3/user/status/12345': FINISHED,
    });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
  });

  it('announces a job without saying which: ACCEPTED', async () => {
    const session = await openWith({ [POST]: { status: 202, body: '' } });
    expect(await renameAna(session)).toMatchObject({ status: 'ACCEPTED', pendingJobId: null });
  });

  it('is the result itself, with status 200', async () => {
    const session = await openWith({ [POST]: FINISHED });
    expect(await renameAna(session)).toMatchObject({ status: 'DONE' });
    expect(session.requests.filter((request) => request.includes('status/'))).toEqual([]);
  });

  it('polls a running job that answers 202 with nothing but a Location', async () => {
    let polls = 0;
    const { environment } = await startStandIn((request) => {
      if (request === POST) return { status: 202, body: '7' };
      if (request !== 'GET /v3/user/status/7') return { body: WIRE_USER };
      polls += 1;
      return polls < 3 ? { status: 202, headers: { location: 'x' }, body: '' } : FINISHED;
    });
    expect(await renameAna(sessionOf(environment))).toMatchObject({ status: 'DONE' });
  });

  it.each([
    ['fails on the record', { modified: [{ ...WIRE_USER, statusInfoOK: false }] }, 'FAILED'],
    ['has a text on the record', { modified: [{ ...WIRE_USER, statusInfo: 'no' }] }, 'FAILED'],
    ['has not dealt with it', { modified: [{ ...WIRE_USER, processed: false }] }, 'FAILED'],
    [
      'says it is good, row 9',
      { added: [{ ...WIRE_USER, statusInfo: 'x', statusInfoOK: true }] },
      'DONE',
    ],
    [
      'spells the login otherwise',
      { modified: [{ loginId: 'A.RIVERA', processed: true }] },
      'DONE',
    ],
    ['has an exception', { modified: [], exception: 'some.key' }, 'FAILED'],
    [
      'has a blank exception, localized or not',
      { ...FINISHED.body, exception: ' ', localizedException: true },
      'DONE',
    ],
    ['names somebody else', { modified: [{ loginId: 'b.other' }] }, 'DONE'],
    ['is a list', [{ loginId: 'a.rivera' }], 'DONE'],
    ['is a map', { 'a.rivera': '' }, 'DONE'],
    ['is a number', 17, 'UNKNOWN'],
    ['holds no users', { modified: ['a.rivera'] }, 'UNKNOWN'],
  ])('is a result that %s', async (_what, body, status) => {
    const session = await openWith({
      [POST]: { status: 202, body: '7' },
      'GET /v3/user/status/7': { body: JSON.stringify(body) },
    });
    expect(await renameAna(session)).toMatchObject({ status });
  });

  it('is a result that names nobody while the account shows no change: UNKNOWN', async () => {
    const session = await openWith({ [POST]: { body: { modified: [] } } });
    expect(await renameAna(session)).toMatchObject({ status: 'UNKNOWN' });
  });
});

describe('an update', () => {
  it('sends back everything that it does not change, roles included', async () => {
    const session = await openForWriting();
    const user = await session.read('p.lindqvist');
    const roles = user.roleGrants?.map(({ role }) => role.name);
    expect(roles).toHaveLength(3);
    await send(session.writes.update(user, attributes({ emails: ['p@example.test'] }), CONTEXT));
    expect(sentRecord(session)).toMatchObject({
      loginId: 'p.lindqvist',
      firstName: 'Pernilla',
      lastName: 'Lindqvist',
      emailAddress: 'p@example.test',
      disabled: false,
      admin: true,
      organization: { id: '11' },
      roles: roles?.map((name) => ({ name })),
    });
    const after = await session.read('p.lindqvist');
    expect(after.roleGrants?.map(({ role }) => role.name)).toEqual(roles);
    expect(after.emails).toEqual(['p@example.test']);
  });

  it('sends no read-only attribute, no password, and no roles for a user that shows none', async () => {
    const session = await openForWriting();
    await send(
      session.writes.update(await session.read('a.norole'), attributes({ lastName: 'D' }), CONTEXT),
    );
    const sent = Object.keys(sentRecord(session));
    for (const name of ['id', 'password', 'status', 'statusInfoOK', 'createdDate', 'processed'])
      expect(sent).not.toContain(name);
    expect(sent).not.toContain('roles');
  });

  it.each(['object', 'string'] as const)('keeps dates letter for letter: %s', async (dateStyle) => {
    const session = await openForWriting({
      switches: { dateStyle },
      environment: { CLOUD_ADMINISTRATION_TIME_ZONE: 'Pacific/Auckland' },
    });
    const user = await session.read('e.expired');
    await send(session.writes.update(user, attributes({ lastName: 'R' }), CONTEXT));
    expect(sentRecord(session)).toMatchObject({
      startDate: dateStyle === 'object' ? '2021-01-04T00:00:00.000Z' : '2021-01-04T00:00:00',
    });
  });

  it('writes every attribute that the backend keeps', async () => {
    const { writes, read } = await openForWriting();
    const changes = attributes(
      {
        firstName: 'A',
        middleName: 'B',
        lastName: 'C',
        emails: ['d@e.test'],
        employeeNumber: '7',
        type: 'Generic',
      },
      {
        admin: true,
        manager: 'boss',
        pwdCantChange: true,
        startDate: new Date('2030-01-02T03:04:05Z'),
        endDate: '2031-01-02T03:04:05.000Z',
      },
    );
    await send(writes.update(await read('zoë.müller'), changes, CONTEXT));
    expect(await read('zoë.müller')).toMatchObject({
      firstName: 'A',
      middleName: 'B',
      lastName: 'C',
      emails: ['d@e.test'],
      employeeNumber: '7',
      type: 'Generic',
      details: {
        admin: true,
        manager: 'boss',
        pwdCantChange: true,
        startDate: '2030-01-02T03:04:05.000Z',
        endDate: '2031-01-02T03:04:05.000Z',
      },
    });
  });

  it.each([
    [attributes({ phone: '1' }), 'attributes.phone'],
    [attributes({ jobTitle: 'x' }), 'attributes.jobTitle'],
    [attributes({ displayName: 'x' }), 'attributes.displayName'],
    [attributes({ description: null }), 'attributes.description'],
    [attributes({ currencyCode: 'EUR' }), 'attributes.currencyCode'],
    [attributes({ languageTag: 'de' }), 'attributes.languageTag'],
    [attributes({ emails: ['a@b.test', 'c@d.test'] }), 'attributes.emails'],
    [attributes({ emails: [] }), 'attributes.emails'],
    [attributes({ emails: null }), 'attributes.emails'],
    [attributes({ firstName: null }), 'attributes.firstName'],
    [attributes({ lastName: ' ' }), 'attributes.lastName'],
    [attributes({ type: null }), 'attributes.type'],
    [attributes({}, { admin: null }), 'attributes.cloudAdministration.admin'],
    [attributes({}), 'attributes'],
    [{ own: { cpq: { fax: '1' } } }, 'attributes.cpq.fax'],
    [{ own: { cloudSso: { tags: [] } } }, 'attributes.cloudSso.tags'],
  ])('refuses %j, naming %s, and sends nothing', async (changes, path) => {
    const { writes, read, simulator } = await openForWriting();
    const user = await read('zoë.müller');
    const refused = await refusalOf(writes.update(user, changes, CONTEXT));
    expect(refused).toEqual([['INVALID', path]]);
    expect(simulator.calls.writes).toEqual([]);
  });

  it.each([
    [{}, null],
    [{ CLOUD_ADMINISTRATION_CLEAR_AS: 'empty' }, ''],
  ])('clears what can be cleared, as %j says', async (switches, cleared) => {
    let record: object = { ...WIRE_USER, middleName: 'M.', manager: 'boss', endDate: '2030-01-01' };
    const bodies: unknown[] = [];
    const { environment } = await startStandIn((request, body) => {
      if (request !== 'POST /v3/user') return { body: record };
      bodies.push(body);
      record = WIRE_USER;
      return FINISHED;
    });
    const session = sessionOf({ ...environment, ...switches });
    const changes = attributes({ middleName: null }, { manager: '', endDate: null });
    const user = await session.read('a.rivera');
    expect(await send(session.writes.update(user, changes, CONTEXT))).toMatchObject({
      status: 'DONE',
    });
    expect(JSON.parse(String(bodies[0]))).toMatchObject({
      modified: [{ middleName: cleared, manager: cleared, endDate: null }],
    });
  });

  it('does not claim to have cleared what the backend has kept', async () => {
    const { writes, read } = await openForWriting({ switches: { nullClears: false } });
    const user = await read('Mary Ann Whitfield');
    expect(user.middleName).toBe('J.');
    expect(
      await send(writes.update(user, attributes({ middleName: null }), CONTEXT)),
    ).toMatchObject({
      status: 'FAILED',
      errors: [{ code: 'BACKEND_REJECTED' }],
    });
  });

  it('of a user that is gone by now is refused', async () => {
    const { writes, read, simulator } = await openForWriting();
    const user = await read('zoë.müller');
    await send(writes.delete(user, CONTEXT));
    const before = simulator.calls.writes.length;
    expect(await refusalOf(writes.update(user, attributes({ lastName: 'x' }), CONTEXT))).toEqual([
      ['NOT_FOUND', undefined],
    ]);
    expect(simulator.calls.writes).toHaveLength(before);
  });
});

describe('a creation', () => {
  it('sends the company as it is known, and the status', async () => {
    const session = await openForWriting();
    const command: CreateUserCommand = { ...NEW_USER, status: 'DISABLED' };
    const outcome = await send(session.writes.create(command, CONTEXT));
    expect(outcome.ref).toEqual({ backend: 'cloud-administration', nativeId: 'new.user' });
    expect(sentRecord(session)).toMatchObject({
      loginId: 'new.user',
      disabled: true,
      organization: { id: '11', type: expect.any(String) },
    });
    expect(sentRecord(session)).not.toHaveProperty('password');
    expect(await session.read('new.user')).toMatchObject({
      status: 'DISABLED',
      companyRef: { nativeId: '11' },
    });
  });

  it.each([
    [{ login: ' ' }, [['INVALID', 'login']]],
    [{ companyId: null }, [['INVALID', 'company']]],
    [{ companyId: 'nowhere' }, [['NOT_FOUND', 'company']]],
    [{ login: 'zoë.müller' }, [['TAKEN', 'login']]],
    [{ login: 'ZOË.MÜLLER' }, [['TAKEN', 'login']]],
    [
      { attributes: attributes({ phone: '1', emails: null }) },
      [
        ['INVALID', 'attributes.phone'],
        ['INVALID', 'attributes.emails'],
        ['INVALID', 'attributes.firstName'],
        ['INVALID', 'attributes.lastName'],
      ],
    ],
  ] as const)('with %j is refused, and nothing is sent', async (changes, reasons) => {
    const { writes, simulator } = await openForWriting();
    const command: CreateUserCommand = { ...NEW_USER, ...changes };
    expect(await refusalOf(writes.create(command, CONTEXT))).toEqual(reasons);
    expect(simulator.calls.writes).toEqual([]);
  });
});

it('names no user after a creation that the backend did not take', async () => {
  const session = await openForWriting();
  session.simulator.faults.add({ operation: 'SubmitUsers', kind: 'throttle' });
  expect((await write('create', session)).ref).toBeNull();
});

describe('a change of roles', () => {
  it('sends the roles as read with the change applied', async () => {
    const session = await openForWriting();
    const user = await session.read('p.lindqvist');
    const [first, ...others] = user.roleGrants?.map(({ role }) => role.ref.nativeId) ?? [];
    const roles = await session.backend.roles.list({ limit: 50, position: null }, CONTEXT);
    const added = roles.rows
      .map(({ value }) => value.name)
      .find((name) => ![first, ...others].includes(name));
    const change = { add: [grant(added!)], remove: [grant(first!)] };
    expect(await send(session.writes.changeRoles(user, change, CONTEXT))).toMatchObject({
      status: 'DONE',
      ref: user.ref,
    });
    expect(sentRecord(session).roles).toEqual([...others, added].map((name) => ({ name })));
    const after = await session.read('p.lindqvist');
    expect(after.roleGrants?.map(({ role }) => role.name)).toEqual([...others, added]);
  });

  it('can take the last role: an empty list revokes all', async () => {
    const session = await openForWriting();
    const user = await session.read('zoë.müller');
    const remove = user.roleGrants?.map(({ role }) => grant(role.ref.nativeId)) ?? [];
    expect(
      await send(session.writes.changeRoles(user, { add: [], remove }, CONTEXT)),
    ).toMatchObject({
      status: 'DONE',
    });
    expect((await session.read('zoë.müller')).roleGrants).toEqual([]);
  });

  it('refuses a scope, and a role that does not exist', async () => {
    const { writes, read, simulator } = await openForWriting();
    const user = await read('zoë.müller');
    const scoped = { add: [grant('PrimaveraCloudAdmin', 'account')], remove: [] };
    expect(await refusalOf(writes.changeRoles(user, scoped, CONTEXT))).toEqual([
      ['INVALID', 'add.0.scope'],
    ]);
    const absent = { add: [grant('Nothing')], remove: [] };
    expect(await refusalOf(writes.changeRoles(user, absent, CONTEXT))).toEqual([
      ['NOT_FOUND', 'add.0'],
    ]);
    expect(simulator.calls.writes).toEqual([]);
  });
});

describe('status and lock, whose answers are not documented', () => {
  const SHAPES = ['map', 'array', 'empty'] as const;

  it.each(
    IMMEDIATE_WRITES.flatMap((name) => SHAPES.map((changeAnswer) => [name, changeAnswer] as const)),
  )('%s believes the account after an answer that is %s', async (name, changeAnswer) => {
    const switches: CloudAdministrationSimulatorSwitches = { changeAnswer, strictChanges: true };
    const session = await openForWriting({ switches });
    expect(await write(name, session)).toMatchObject({ status: 'DONE' });
  });

  it('fails when the account does not show the change', async () => {
    const failingLogins = ['t.disabled', 'l.locked'];
    const session = await openForWriting({ switches: { failingLogins, changeAnswer: 'empty' } });
    for (const name of IMMEDIATE_WRITES)
      expect(await write(name, session)).toMatchObject({
        status: 'FAILED',
        errors: [{ code: 'BACKEND_REJECTED' }],
      });
  });

  it('is UNKNOWN when the account cannot be read afterwards', async () => {
    const session = await openForWriting({ timeoutMs: 1000 });
    const user = await session.read('t.disabled');
    const prepared = await session.writes.setStatus(user, 'ACTIVE', CONTEXT);
    session.simulator.faults.add({ operation: 'GetUser', kind: 'status', status: 500 });
    expect('send' in prepared && (await prepared.send())).toMatchObject({
      status: 'UNKNOWN',
      errors: [{ code: 'OUTCOME_UNKNOWN' }],
    });
  });

  it('is ACCEPTED while a 202 is not shown by the account yet', async () => {
    const session = await openWith({
      'PUT /v3/user/change-status': { status: 202, body: '99' },
    });
    const user = await session.read('a.rivera');
    expect(await send(session.writes.setStatus(user, 'DISABLED', CONTEXT))).toMatchObject({
      status: 'ACCEPTED',
      pendingJobId: '99',
    });
  });

  it('sends the required attributes as read, and the status in words only where that is set', async () => {
    const required = [
      'disabled',
      'emailAddress',
      'firstName',
      'lastName',
      'loginId',
      'organization',
    ];
    const session = await openForWriting();
    await write('setStatus', session);
    expect(Object.keys(sentRecord(session)).sort()).toEqual(required);
    const worded = await openForWriting({
      environment: { CLOUD_ADMINISTRATION_SEND_STATUS: 'true' },
    });
    await write('setStatus', worded);
    expect(sentRecord(worded)).toMatchObject({ disabled: false, status: 'Active' });
  });
});

it('says what to do instead of a replacement', async () => {
  const { writes } = await openForWriting();
  expect('replace' in writes).toBe(false);
  expect(writes.hints.replace).toContain('Update');
});
