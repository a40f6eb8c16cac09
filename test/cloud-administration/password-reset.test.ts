import { describe, expect, it } from 'vitest';
import type { ResponseShape } from '../../src/backends/cloud-administration/simulator.ts';
import type { ResetCommand, ResetOutcome } from '../../src/domain/password-port.ts';
import {
  decideReset,
  resetOptions,
  type ResetCode,
  type ResetOption,
  type ResetPoint,
} from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { Fault } from '../../src/simulation/simulator.ts';
import { contextOf, startStandIn, type StandInAnswer } from './backend-session.ts';
import plans from './password-reset-plans.json' with { type: 'json' };
import { openForWriting, send, sessionOf, type WriteSession } from './write-session.ts';

const CANARY = 'Tidal-Lantern-88';
const CONTEXT = contextOf();
const MANUAL_CODES: readonly ResetCode[] = ['SET', 'SET_AND_NOTIFY', 'SET_GENERATED', 'SCRAMBLE'];
const CODES: readonly ResetCode[] = [...MANUAL_CODES, 'AUTO_RESET'];

type Resetting = Pick<WriteSession, 'resets' | 'read'>;

function optionOf({ resets }: Pick<WriteSession, 'resets'>, code: ResetCode): ResetOption {
  const profile = resets.profileOf({} as never);
  const option = resetOptions(profile).find((candidate) => candidate.code === code);
  if (option === undefined) throw new Error(`no option ${code}`);
  return option;
}

async function commandFor(
  session: Resetting,
  login: string,
  code: ResetCode,
): Promise<ResetCommand> {
  return {
    user: await session.read(login),
    option: optionOf(session, code),
    password: code === 'AUTO_RESET' ? null : new Secret(CANARY),
    signal: new AbortController().signal,
  };
}

async function reset(session: Resetting, login: string, code: ResetCode): Promise<ResetOutcome> {
  return session.resets.reset(await commandFor(session, login, code));
}

function operationOf(code: ResetCode): string {
  return code === 'AUTO_RESET' ? 'AutoResetPassword' : 'ManualResetPassword';
}

describe('every cell of the plan', () => {
  const riskNames = (option: ResetOption): readonly string[] => option.requiredAcknowledgements;

  it.each(plans.cells)('$source, $delivery, change $change: $outcome', async (cell) => {
    const session = await openForWriting();
    const user = await session.read('zoë.müller');
    const point = {
      source: cell.source,
      delivery: cell.delivery,
      changeAtNextLogin: cell.change,
    } as ResetPoint;
    const decision = decideReset(
      session.resets.profileOf(user),
      point,
      session.resets.risksOf(user),
    );
    expect(decision.executable).toBe(cell.outcome === 'EXECUTE');
    if (!decision.executable) {
      expect(decision.reasons).toEqual(cell.reasons);
      expect(new Set(decision.alternatives.map(({ code }) => code))).toEqual(
        new Set(cell.alternatives?.map(({ code }) => code)),
      );
      return;
    }
    const { option, guarantees } = decision;
    expect({ code: option.code, mode: option.mode, permission: option.requiredPermission }).toEqual(
      { code: cell.code, mode: cell.mode, permission: cell.requiredPermission },
    );
    expect(riskNames(option)).toEqual(cell.requiredAcknowledgements);
    expect(
      Object.fromEntries(
        guarantees.map(({ kind, level, evidence }) => [kind, { level, evidence }]),
      ),
    ).toEqual(cell.guarantees);
    const planned = session.resets.plannedCall(user, option);
    await session.resets.reset({
      user,
      option,
      password: option.code === 'AUTO_RESET' ? null : new Secret(CANARY),
      signal: CONTEXT.signal,
    });
    const [sent, ...more] = session.simulator.calls.writes;
    expect(more).toEqual([]);
    expect(`${sent?.method} ${sent?.path}`).toBe(
      `${planned.method} /cloudapi/restapi${planned.path}`,
    );
    expect(
      `${planned.method} /cloudapi/restapi${planned.path}`.replace(
        'zo%C3%AB.m%C3%BCller',
        '{userId}',
      ),
    ).toBe(cell.calls[0]);
    expect(sent?.operation).toBe(planned.operation);
  });

  it('recommends what the plan recommends', async () => {
    const { resets } = await openForWriting();
    expect(resets.profileOf({} as never)).toMatchObject({
      accountClass: 'CLOUD_ADMINISTRATION',
      recommended: plans.recommended,
    });
  });
});

describe('a reset', () => {
  it('sets the password and, when asked to, notifies the user', async () => {
    const session = await openForWriting();
    expect(await reset(session, 'zoë.müller', 'SET')).toEqual({
      status: 'DONE',
      error: null,
      evidence: 'BACKEND_RESPONSE',
      generatedPassword: null,
      pendingJobId: null,
      backendRequestId: null,
    });
    expect(session.simulator.passwordOf('zoë.müller')).toBe(CANARY);
    expect(session.simulator.outbox).toEqual([]);
    await reset(session, 'zoë.müller', 'SET_AND_NOTIFY');
    expect(session.simulator.outbox).toHaveLength(1);
  });

  it.each(['Mary Ann Whitfield', "s.o'brien", 'j.ortiz+unifier@ostrava-eng.example', '山田.太郎'])(
    'lets the backend make the password of %s up',
    async (login) => {
      const session = await openForWriting();
      const before = session.simulator.passwordOf(login);
      expect(await reset(session, login, 'AUTO_RESET')).toMatchObject({
        status: 'DONE',
        generatedPassword: null,
      });
      expect(session.simulator.passwordOf(login)).not.toBe(before);
      expect(session.simulator.outbox.map((mail) => mail.login)).toEqual([login]);
    },
  );

  it('sends exactly the required attributes as read now, and the password', async () => {
    const session = await openForWriting();
    await reset(session, 'p.lindqvist', 'SET');
    const [record] = JSON.parse(session.simulator.calls.writes[0]!.body);
    expect(Object.keys(record).sort()).toEqual([
      'disabled',
      'emailAddress',
      'firstName',
      'lastName',
      'loginId',
      'organization',
      'password',
    ]);
    expect(Object.keys(record.organization).sort()).toEqual(['displayName', 'id', 'name']);
    expect(record).toMatchObject({ loginId: 'p.lindqvist', disabled: false, password: CANARY });
  });

  it('on version 1 is planned and sent without a version', async () => {
    const session = await openForWriting({ switches: { apiVersion: 1 } });
    const user = await session.read('w.stale');
    for (const [code, path] of [
      ['SET', '/user/manual-reset-pwd/false'],
      ['AUTO_RESET', '/user/w.stale/auto-reset-pwd'],
    ] as const) {
      expect(session.resets.plannedCall(user, optionOf(session, code)).path).toBe(path);
      expect(await reset(session, 'w.stale', code)).toMatchObject({ status: 'DONE' });
      expect(session.simulator.calls.writes.at(-1)?.path).toBe(`/cloudapi/restapi${path}`);
    }
  });

  it('of a login that no address can carry goes out as a list of one', async () => {
    const { resets } = await openForWriting();
    const planned = resets.plannedCall(
      { login: '..' } as never,
      optionOf({ resets }, 'AUTO_RESET'),
    );
    expect(planned.path).toBe('/v3/user/auto-reset-pwd');
  });

  it('shows in the next read', async () => {
    const session = await openForWriting({ usersTtlSeconds: 60 });
    const find = () => session.backend.users.findByLogin('f.neverreset', null, CONTEXT);
    expect((await find())?.password?.lastResetAt).toBeNull();
    await reset(session, 'f.neverreset', 'SET');
    expect((await find())?.password?.lastResetAt).not.toBeNull();
  });

  it('sends what was read for the checks before it, and reads nothing again', async () => {
    const session = await openForWriting();
    const command = await commandFor(session, 'zoë.müller', 'SET');
    session.simulator.calls.clear();
    expect(await session.resets.reset(command)).toMatchObject({ status: 'DONE' });
    expect(session.simulator.calls.count('GetUser')).toBe(0);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('of a user that came from elsewhere and is gone by now is FAILED, and nothing is sent', async () => {
    const session = await openForWriting();
    const command = await commandFor(session, 'zoë.müller', 'SET');
    await send(session.writes.delete(command.user, CONTEXT));
    session.simulator.calls.clear();
    const elsewhere = { ...command, user: { ...command.user } };
    expect(await session.resets.reset(elsewhere)).toMatchObject({
      status: 'FAILED',
      error: { code: 'NOT_FOUND' },
    });
    expect(session.simulator.calls.writes).toEqual([]);
  });

  it.each(CODES)(
    'that cannot be sent in time is FAILED, retryable, and not sent: %s',
    async (code) => {
      const session = await openForWriting();
      const command = await commandFor(session, 'zoë.müller', code);
      expect(await session.resets.reset({ ...command, signal: AbortSignal.abort() })).toMatchObject(
        {
          status: 'FAILED',
          error: { code: 'BACKEND_UNAVAILABLE', retryable: true },
          evidence: null,
        },
      );
      expect(session.simulator.calls.writes).toEqual([]);
    },
  );
});

describe('an account', () => {
  it.each([
    ['t.disabled', 'AUTO_RESET', ['ACCOUNT_NOT_ACTIVE']],
    ['kiosk.gate-4', 'SET', ['PASSWORD_MANAGED_EXTERNALLY']],
    ['e.expired', 'AUTO_RESET', []],
    ['n.pending', 'SET', []],
    ['l.locked', 'SET', []],
  ] as const)('%s is in the way of %s for the reasons %j', async (login, code, reasons) => {
    const session = await openForWriting();
    const { resets, read } = session;
    const obstacles = await resets.obstaclesOf(await read(login), optionOf(session, code), CONTEXT);
    expect(obstacles.map((obstacle) => obstacle.code)).toEqual(reasons);
  });

  it('without an address is in the way of a mail alone; no policy is published', async () => {
    const session = await openForWriting();
    const user = { ...(await session.read('zoë.müller')), emails: [] };
    const obstaclesOf = async (code: ResetCode) =>
      (await session.resets.obstaclesOf(user, optionOf(session, code), CONTEXT)).map(
        (obstacle) => obstacle.code,
      );
    expect(await obstaclesOf('SET_AND_NOTIFY')).toEqual(['NO_DELIVERY_ADDRESS']);
    expect(await obstaclesOf('AUTO_RESET')).toEqual(['NO_DELIVERY_ADDRESS']);
    expect(await obstaclesOf('SET')).toEqual([]);
    expect(await session.resets.policyOf(user, CONTEXT)).toBeNull();
  });
});

describe('the answer to a manual reset, row 1 of the contradictions', () => {
  it.each([
    ['first-object', 'DONE'],
    ['array', 'DONE'],
    ['map', 'DONE'],
    ['data-store', 'DONE'],
    ['empty', 'DONE'],
    ['null', 'DONE'],
    ['no-content-204', 'DONE'],
    ['accepted-202', 'ACCEPTED'],
  ] as const)('may be %s: %s', async (responseShape, status) => {
    const session = await openForWriting({ switches: { responseShape } });
    const outcome = await reset(session, 'zoë.müller', 'SET');
    expect(outcome).toMatchObject({ status, error: null, evidence: 'BACKEND_RESPONSE' });
    expect(outcome.pendingJobId === null).toBe(status === 'DONE');
  });

  it.each(['first-object', 'array', 'map', 'data-store'] as const)(
    'may tell of a failure: %s',
    async (responseShape) => {
      for (const failureMark of ['status-info-ok', 'status-info'] as const) {
        const session = await openForWriting({
          switches: { responseShape, failureMark, failingLogins: ['zoë.müller'] },
        });
        const outcome = await reset(session, 'zoë.müller', 'SET');
        expect(outcome).toMatchObject({ status: 'FAILED', error: { code: 'BACKEND_REJECTED' } });
        expect(JSON.stringify(outcome)).not.toContain('identity system');
      }
    },
  );

  it.each([
    [
      'statusInfoOK false beats all, row 9',
      { loginId: 'a', statusInfoOK: false, processed: true },
      'FAILED',
    ],
    [
      'statusInfoOK true beats a text',
      { loginId: 'a', statusInfoOK: true, statusInfo: 'x' },
      'DONE',
    ],
    ['a text alone is a failure', { loginId: 'a', statusInfo: 'x', processed: true }, 'FAILED'],
    ['processed false is pending', { loginId: 'a', processed: false }, 'ACCEPTED'],
    ['another case is the same user', { loginId: 'A' }, 'DONE'],
    ['flags in text', { loginId: 'a', statusInfoOK: 'false' }, 'FAILED'],
    ['a map with the word', { a: 'Success' }, 'DONE'],
    ['a map with another text', { a: 'canary' }, 'FAILED'],
    ['a map with null', { a: null }, 'DONE'],
    ['an empty map', {}, 'DONE'],
    ['the word alone', 'Success', 'DONE'],
    ['a store with an exception', { modified: [], exception: 'canary' }, 'FAILED'],
    ['a list of texts', ['a'], 'UNKNOWN'],
    ['a number', 17, 'UNKNOWN'],
    ['somebody else', [{ loginId: 'b' }], 'UNKNOWN'],
    [
      'two verdicts, of which the worse',
      [{ loginId: 'a', statusInfoOK: false }, { loginId: 'a' }],
      'FAILED',
    ],
    [
      'two that are almost the user',
      [{ loginId: 'A' }, { loginId: 'A', statusInfo: 'x' }, { loginId: 'á' }],
      'FAILED',
    ],
  ])('reads %s', async (_what, body, status) => {
    const session = await openWith({ body: JSON.stringify(body) });
    const outcome = await reset(session, 'a', 'SET');
    expect(outcome).toMatchObject({ status });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });
});

/** One user, never reset so far as is shown, and one answer to every write. */
async function openWith(answer: StandInAnswer): Promise<Resetting> {
  const { environment } = await startStandIn((request) => {
    if (!request.startsWith('GET')) return answer;
    return { body: { loginId: 'a', emailAddress: 'a@b.test', disabled: false } };
  });
  return sessionOf(environment, { timeoutMs: 1000 });
}

describe('the answer to an automatic reset', () => {
  it.each([
    ['Success', 'DONE'],
    ['"Success"', 'DONE'],
    ['success.', 'DONE'],
    ['', 'DONE'],
    ['{"a":""}', 'DONE'],
    ['{"a":"no such user"}', 'FAILED'],
    ['Failed', 'UNKNOWN'],
    ['<html>Sign in</html>', 'UNKNOWN'],
  ])('%j is %s, rows 2 and 13', async (body, status) => {
    const session = await openWith({ headers: { 'content-type': 'text/plain' }, body });
    expect(await reset(session, 'a', 'AUTO_RESET')).toMatchObject({ status });
  });
});

describe('a fault', () => {
  const FAULTS: readonly (readonly [Fault, string, string | null])[] = [
    [{ kind: 'status', status: 504 }, 'FAILED', 'READ_BACK'],
    [{ kind: 'status', status: 500 }, 'FAILED', 'READ_BACK'],
    [{ kind: 'status', status: 302 }, 'FAILED', 'READ_BACK'],
    [{ kind: 'reset-before' }, 'FAILED', 'READ_BACK'],
    [{ kind: 'hang' }, 'FAILED', 'READ_BACK'],
    [{ kind: 'reset-after' }, 'DONE', 'READ_BACK'],
    [{ kind: 'malformed' }, 'DONE', 'READ_BACK'],
    [{ kind: 'truncated' }, 'DONE', 'READ_BACK'],
    [{ kind: 'html' }, 'DONE', 'READ_BACK'],
    [{ kind: 'empty' }, 'DONE', 'BACKEND_RESPONSE'],
    [{ kind: 'throttle' }, 'FAILED', 'BACKEND_RESPONSE'],
    [{ kind: 'status', status: 401 }, 'FAILED', 'BACKEND_RESPONSE'],
    [{ kind: 'status', status: 403 }, 'FAILED', 'BACKEND_RESPONSE'],
    [{ kind: 'status', status: 404 }, 'FAILED', 'BACKEND_RESPONSE'],
    [{ kind: 'status', status: 400 }, 'FAILED', 'BACKEND_RESPONSE'],
  ];
  const CASES = (['SET', 'AUTO_RESET'] as const).flatMap((code) =>
    FAULTS.map(([fault, status, evidence]) => [code, fault, status, evidence] as const),
  );

  it.each(CASES)(
    '%s through %o is %s by %s, after one write',
    async (code, fault, status, evidence) => {
      const session = await openForWriting({ timeoutMs: fault.kind === 'hang' ? 150 : 5000 });
      session.simulator.faults.add({ operation: operationOf(code), ...fault });
      expect(await reset(session, 'zoë.müller', code)).toMatchObject({ status, evidence });
      expect(session.simulator.calls.writes).toHaveLength(1);
    },
  );

  it.each([
    [{ kind: 'throttle' }, 'BACKEND_THROTTLED', true],
    [{ kind: 'status', status: 401 }, 'BACKEND_CREDENTIAL_REJECTED', false],
    [{ kind: 'status', status: 403 }, 'BACKEND_CREDENTIAL_REJECTED', false],
    [{ kind: 'status', status: 404 }, 'NOT_FOUND', false],
    [{ kind: 'status', status: 400 }, 'BACKEND_REJECTED', false],
    [{ kind: 'status', status: 504 }, 'BACKEND_UNAVAILABLE', false],
  ] as const)('%o is told as %s', async (fault, code, retryable) => {
    const session = await openForWriting();
    session.simulator.faults.add({ operation: 'ManualResetPassword', ...fault });
    expect((await reset(session, 'zoë.müller', 'SET')).error).toMatchObject({ code, retryable });
  });

  it('leaves the outcome UNKNOWN when the account shows no date, row 19', async () => {
    const session = await openForWriting({ switches: { showsLastReset: false } });
    session.simulator.faults.add({ operation: 'ManualResetPassword', kind: 'reset-after' });
    expect(await reset(session, 'zoë.müller', 'SET')).toMatchObject({
      status: 'UNKNOWN',
      error: { code: 'OUTCOME_UNKNOWN', retryable: false },
      evidence: null,
    });
  });

  it('leaves the outcome UNKNOWN when the account cannot be read', async () => {
    const session = await openForWriting();
    const command = await commandFor(session, 'zoë.müller', 'AUTO_RESET');
    session.simulator.faults.add({ operation: 'AutoResetPassword', kind: 'reset-after' });
    session.simulator.faults.add({ operation: 'GetUser', kind: 'status', status: 500 });
    expect(await session.resets.reset(command)).toMatchObject({ status: 'UNKNOWN' });
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('is settled by a read that may be repeated', async () => {
    const session = await openForWriting();
    const command = await commandFor(session, 'zoë.müller', 'AUTO_RESET');
    session.simulator.faults.add({ operation: 'AutoResetPassword', kind: 'reset-after' });
    session.simulator.faults.add({ operation: 'GetUser', kind: 'status', status: 503, times: 1 });
    expect(await session.resets.reset(command)).toMatchObject({ status: 'DONE' });
  });

  it('leaves UNKNOWN what a date to the second cannot settle, row 4', async () => {
    let now = Date.parse('2026-03-01T10:00:00.200Z');
    const session = await openForWriting({
      switches: { dateStyle: 'string', now: () => now },
      now: () => now,
    });
    expect(await reset(session, 'zoë.müller', 'SET')).toMatchObject({ status: 'DONE' });
    now += 600;
    session.simulator.faults.add({ operation: 'ManualResetPassword', kind: 'reset-after' });
    expect(await reset(session, 'zoë.müller', 'SET')).toMatchObject({ status: 'UNKNOWN' });
    now += 60_000;
    expect(await reset(session, 'zoë.müller', 'SET')).toMatchObject({ status: 'DONE' });
  });
});

describe('many resets', () => {
  const LOGINS = ['zoë.müller', 'w.stale', 'l.locked', 'f.neverreset'];
  const SHAPES: readonly ResponseShape[] = ['first-object', 'array', 'map', 'data-store', 'empty'];

  const commandsFor = (session: Resetting, logins: readonly string[], code: ResetCode) =>
    Promise.all(logins.map((login) => commandFor(session, login, code)));
  const statusesOf = (outcomes: readonly ResetOutcome[]) => outcomes.map(({ status }) => status);

  it('make up passwords in one call, each outcome paired by its login', async () => {
    const session = await openForWriting({ switches: { failingLogins: ['w.stale'] } });
    const commands = await commandsFor(session, LOGINS, 'AUTO_RESET');
    const outcomes = await session.resets.resetMany(commands);
    expect(statusesOf(outcomes)).toEqual(['DONE', 'FAILED', 'DONE', 'DONE']);
    expect(session.simulator.calls.writes.map(({ path }) => path)).toEqual([
      '/cloudapi/restapi/v3/user/auto-reset-pwd',
    ]);
    expect(JSON.parse(session.simulator.calls.writes[0]!.body)).toEqual(LOGINS);
    expect(session.simulator.outbox).toHaveLength(3);
  });

  it('settle each user when the one call tells nothing', async () => {
    const session = await openForWriting({ switches: { failingLogins: ['w.stale'] } });
    session.simulator.faults.add({ operation: 'AutoResetPasswords', kind: 'reset-after' });
    const commands = await commandsFor(session, LOGINS, 'AUTO_RESET');
    const outcomes = await session.resets.resetMany(commands);
    expect(outcomes.map(({ status, evidence }) => [status, evidence])).toEqual([
      ['DONE', 'READ_BACK'],
      ['FAILED', 'READ_BACK'],
      ['DONE', 'READ_BACK'],
      ['DONE', 'READ_BACK'],
    ]);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('set passwords one by one by default', async () => {
    const session = await openForWriting({ switches: { failingLogins: ['l.locked'] } });
    const commands = await commandsFor(session, LOGINS, 'SET');
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual([
      'DONE',
      'DONE',
      'FAILED',
      'DONE',
    ]);
    expect(session.simulator.calls.writes).toHaveLength(4);
  });

  it.each(SHAPES)('set passwords in batches whatever the answer: %s', async (responseShape) => {
    const session = await openForWriting({
      switches: { responseShape, failingLogins: ['l.locked'] },
      environment: { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '3' },
    });
    const commands = await commandsFor(session, LOGINS, 'SET');
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual([
      'DONE',
      'DONE',
      'FAILED',
      'DONE',
    ]);
    const sizes = session.simulator.calls.writes.map(({ body }) => JSON.parse(body).length);
    expect(sizes.toSorted()).toEqual([1, 3]);
  });

  it('stay UNKNOWN where a batch answers with one user and no date is shown', async () => {
    const session = await openForWriting({
      switches: { showsLastReset: false },
      environment: { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '10' },
    });
    const commands = await commandsFor(session, LOGINS, 'SET');
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual([
      'DONE',
      'UNKNOWN',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });

  it('read each user back when a batch reports an exception, which does not say how far it came', async () => {
    const { environment } = await startStandIn((request) => {
      if (!request.startsWith('GET'))
        return { body: { modified: [{ loginId: 'a' }, { loginId: 'b' }], exception: 'some.key' } };
      const name = { firstName: 'F', lastName: 'L', emailAddress: 'f@example.test' };
      const organization = { id: '11', name: 'acme', displayName: 'Acme Ltd' };
      return { body: { loginId: request.slice(-1), disabled: false, ...name, organization } };
    });
    const session = sessionOf({ ...environment, CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '2' });
    const commands = await commandsFor(session, ['a', 'b'], 'SET');
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  it('never put users who are notified and users who are not into one batch', async () => {
    const session = await openForWriting({
      environment: { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '10' },
    });
    const codes: readonly ResetCode[] = ['SET', 'SET_AND_NOTIFY', 'AUTO_RESET', 'SCRAMBLE'];
    const commands = await Promise.all(
      LOGINS.map((login, index) => commandFor(session, login, codes[index] ?? 'SET')),
    );
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual(Array(4).fill('DONE'));
    expect(session.simulator.outbox.map(({ login }) => login).toSorted()).toEqual([
      'l.locked',
      'w.stale',
    ]);
    expect(session.simulator.calls.writes).toHaveLength(3);
  });

  it('leave out of a batch who cannot be read, and reset the others', async () => {
    const session = await openForWriting({
      switches: { responseShape: 'map' },
      environment: { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '10' },
    });
    const commands = await commandsFor(session, LOGINS, 'SET');
    const user = commands[1]!.user;
    const gone = { ...commands[1]!, user: { ...user, login: 'nobody' } };
    const outcomes = await session.resets.resetMany(commands.with(1, gone));
    expect(statusesOf(outcomes)).toEqual(['DONE', 'FAILED', 'DONE', 'DONE']);
    expect(outcomes[1]?.error?.code).toBe('NOT_FOUND');
    expect(JSON.parse(session.simulator.calls.writes[0]!.body)).toHaveLength(3);
  });

  it('are refused together, with nothing set, when a batch is', async () => {
    const session = await openForWriting({
      environment: { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '10' },
    });
    session.simulator.faults.add({ operation: 'ManualResetPassword', kind: 'status', status: 400 });
    const commands = await commandsFor(session, LOGINS, 'SET');
    expect(statusesOf(await session.resets.resetMany(commands))).toEqual(Array(4).fill('FAILED'));
    expect(await session.resets.resetMany([])).toEqual([]);
  });

  it('say that they were too late when they are', async () => {
    const session = await openForWriting();
    const commands = (await commandsFor(session, LOGINS, 'SET')).map((command) => ({
      ...command,
      signal: AbortSignal.abort(),
    }));
    const outcomes = await session.resets.resetMany(commands);
    expect(outcomes.map(({ error }) => [error?.code, error?.retryable])).toEqual(
      Array(4).fill(['BACKEND_UNAVAILABLE', true]),
    );
    expect(session.simulator.calls.writes).toEqual([]);
  });
});

describe('the password', () => {
  it('is in the body of the one write and nowhere else', async () => {
    const faults: readonly Fault[] = [
      { kind: 'status', status: 400 },
      { kind: 'status', status: 500 },
      { kind: 'reset-before' },
      { kind: 'reset-after' },
      { kind: 'malformed' },
    ];
    for (const fault of [null, ...faults]) {
      const session = await openForWriting();
      if (fault !== null)
        session.simulator.faults.add({ operation: 'ManualResetPassword', ...fault });
      const outcome = await reset(session, 'zoë.müller', 'SET');
      const seen = [outcome, session.events, session.backend.health()].map((part) =>
        JSON.stringify(part),
      );
      expect(seen.join()).not.toContain(CANARY);
      const { calls } = session.simulator;
      const [sent] = calls.writes;
      expect(sent?.body).toContain(CANARY);
      for (const call of calls.all) {
        const rest = call === sent ? { ...call, body: '' } : call;
        expect(JSON.stringify(rest)).not.toContain(CANARY);
      }
    }
  });

  it('gets no further when the backend repeats it', async () => {
    const session = await openWith({
      body: [{ loginId: 'a', password: CANARY, statusInfo: `refused ${CANARY}` }],
    });
    const outcome = await reset(session, 'a', 'SET');
    expect(outcome.status).toBe('FAILED');
    expect(JSON.stringify(outcome)).not.toContain(CANARY);
  });

  it.each(MANUAL_CODES)('must be there for %s', async (code) => {
    const session = await openForWriting();
    const command = { ...(await commandFor(session, 'zoë.müller', code)), password: null };
    await expect(session.resets.reset(command)).rejects.toThrow('none was given');
    expect(session.simulator.calls.writes).toEqual([]);
  });
});
