import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cpq } from '../../src/backends/cpq/index.ts';
import type { Backend } from '../../src/domain/backend.ts';
import type { User } from '../../src/domain/model.ts';
import type { PasswordReset, ResetCommand } from '../../src/domain/password-port.ts';
import {
  RESET_POINTS,
  decideReset,
  type ResetOption,
  type ResetPoint,
} from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import { createEnvironmentReader } from '../../src/environment.ts';
import type { UpstreamCallEvent } from '../../src/http/upstream.ts';
import type { RecordedCall } from '../../src/simulation/simulator.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';
import { connect, reading, siteThat, userOf } from './session.ts';
import {
  DIALECTS,
  FAULTS,
  SHORT_MS,
  startWriteSession,
  type WriteSession,
} from './write-session.ts';

interface Cell {
  readonly accountClass: string;
  readonly source: ResetPoint['source'];
  readonly delivery: ResetPoint['delivery'];
  readonly change: ResetPoint['changeAtNextLogin'];
  readonly outcome: 'EXECUTE' | 'REFUSE';
  readonly code?: string;
  readonly mode?: string;
  /** e.g. `PATCH /rest/{version}/users/{partyNumber} {password, emailPassword: false}` */
  readonly calls: readonly string[];
  readonly reasons?: readonly string[];
  readonly requiredPermission?: string;
  readonly requiredAcknowledgements?: readonly string[];
  readonly guarantees?: Readonly<Record<string, unknown>>;
  readonly alternatives?: readonly {
    readonly code: string;
    readonly source: string;
    readonly delivery: string;
    readonly change: ResetPoint['changeAtNextLogin'];
  }[];
}

const PLANS = JSON.parse(readFileSync(new URL('./reset-plans.json', import.meta.url), 'utf8')) as {
  readonly recommended: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
};

const CANARY = 'Ca+nary 7&%"é!';
const WORKING = DIALECTS.filter(({ version }) => version > 5);

function resetOf({ passwordReset }: Backend): PasswordReset {
  if (passwordReset === undefined) throw new Error('the version resets no passwords');
  return passwordReset;
}

function optionOf(reset: PasswordReset, user: User, point: Partial<ResetPoint>): ResetOption {
  const whole = { ...MAILED, ...point };
  const decision = decideReset(reset.profileOf(user), whole, reset.risksOf(user));
  if (!decision.executable) throw new Error('it cannot be done');
  return decision.option;
}

const MAILED = {
  source: 'GENERATED',
  delivery: 'EMAIL',
  changeAtNextLogin: 'REQUIRED_IF_SUPPORTED',
} as const;
const SET = { source: 'PROVIDED', delivery: 'NONE' } as const;
const SET_AND_MAIL = { source: 'PROVIDED', delivery: 'EMAIL' } as const;

function command(user: User, option: ResetOption, password: string | null = null): ResetCommand {
  return {
    user,
    option,
    password: password === null ? null : new Secret(password),
    signal: AbortSignal.timeout(10_000),
  };
}

/** A recorded call as the plans write it: what is of one account in braces, no value of the body but flags. */
function toPlan({ method, path, body }: RecordedCall): string {
  const template = path
    .replace(/^\/cpq/, '')
    .replace(/\/v\d+\//, '/{version}/')
    .replace(/\/companies\/[^/]+\/users\/[^/]+/, '/companies/{company}/users/{login}')
    .replace(/\/users\/BM_[^/]+$/, '/users/{partyNumber}');
  if (body === '') return `${method} ${template} (blank body)`;
  const properties = Object.entries(JSON.parse(body) as object).map(([name, value]) =>
    name === 'password' ? name : `${name}: ${value}`,
  );
  return `${method} ${template} {${properties.join(', ')}}`;
}

function toPlannedCall({ method, path, operation }: RecordedCall) {
  return { method, path: path.slice(path.indexOf('/v')), operation };
}

describe('the ways to reset', () => {
  it('are planned for every point of four classes of accounts', () => {
    expect(Object.keys(PLANS.recommended)).toHaveLength(4);
    expect(PLANS.cells).toHaveLength(4 * RESET_POINTS.length);
  });

  it('are none in version 5, which has no such action', async () => {
    const { backend } = await siteThat(() => null, { version: 5 });
    expect(backend.passwordReset).toBeUndefined();
  });

  describe.each(WORKING)('in $name', ({ name: _name, ...switches }) => {
    const age = switches.version < 18 ? 'BEFORE_V18' : 'V18';
    const classes = [`CPQ_INTERACTIVE_${age}`, `CPQ_SERVICE_${age}`];
    const cells = PLANS.cells.filter(({ accountClass }) => classes.includes(accountClass));
    const users = new Map<string, User>();
    let session: WriteSession;
    let reset: PasswordReset;
    beforeAll(async () => {
      session = await startWriteSession({ switches });
      reset = resetOf(session.backend);
      users.set(`CPQ_INTERACTIVE_${age}`, await session.newUser());
      users.set(`CPQ_SERVICE_${age}`, await session.newUser({ type: { value: 'BM_SUPPORT' } }));
    });
    beforeEach(() => session.simulator.calls.clear());
    afterAll(() => session.close());

    const userOfClass = (accountClass: string): User => {
      const user = users.get(accountClass);
      if (user === undefined) throw new Error('no user of this class');
      return user;
    };

    it('depend on the kind of account, and one is recommended', () => {
      for (const [accountClass, user] of users) {
        const recommended = PLANS.recommended[accountClass];
        expect(reset.profileOf(user)).toMatchObject({ accountClass, recommended });
      }
    });

    it.each(
      cells.map((cell) => {
        const { accountClass, source, delivery, change } = cell;
        return [`${accountClass} ${source} ${delivery} ${change}`, cell] as const;
      }),
    )('decides %s as planned, and does what it decided', async (_cell, cell) => {
      const user = userOfClass(cell.accountClass);
      const point = { ...cell, changeAtNextLogin: cell.change };
      const decision = decideReset(reset.profileOf(user), point, reset.risksOf(user));
      if (!decision.executable) {
        expect(cell.outcome).toBe('REFUSE');
        expect(decision.reasons).toEqual(cell.reasons);
        expect(decision.alternatives.map(toEffect)).toEqual(effectsOf(cell));
        return;
      }
      const { option, guarantees } = decision;
      expect(cell.outcome).toBe('EXECUTE');
      expect(option).toMatchObject({
        code: cell.code,
        mode: cell.mode,
        requiredPermission: cell.requiredPermission,
        requiredAcknowledgements: cell.requiredAcknowledgements,
      });
      expect(Object.fromEntries(guarantees.map(({ kind, ...pledge }) => [kind, pledge]))).toEqual(
        cell.guarantees,
      );

      const { simulator } = session;
      const mails = simulator.outbox.length;
      const password = cell.code === 'MAIL_TEMPORARY' ? null : `Sound-Horse-${mails}`;
      expect(await reset.obstaclesOf(user, option, reading())).toEqual([]);
      const outcome = await reset.reset(command(user, option, password));
      expect(outcome).toEqual({
        status: 'DONE',
        error: null,
        evidence: 'BACKEND_RESPONSE',
        generatedPassword: null,
        pendingJobId: null,
        backendRequestId: null,
      });
      expect(simulator.calls.writes.map(toPlan)).toEqual(cell.calls);
      expect(simulator.calls.all.map(toPlannedCall)).toEqual([reset.plannedCall(user, option)]);
      expect(simulator.calls.writes[0]?.headers['content-type']).toBe('application/json');
      expect(simulator.hasTemporaryPassword(user.login)).toBe(password === null);
      if (password !== null) expect(simulator.passwordOf(user.login)).toBe(password);
      const kind = password === null ? 'temporary-password' : 'password';
      expect(simulator.outbox.slice(mails)).toEqual(
        option.delivery === 'EMAIL' ? [{ to: user.emails, kind, login: user.login }] : [],
      );
    });
  });

  /** Alternatives are told by their effect: without a choice, the strongest is REQUIRED where the route requires it. */
  const effectsOf = ({ alternatives = [] }: Cell) => [
    ...new Map(
      alternatives.map(({ code, source, delivery }) => {
        const change = code === 'MAIL_TEMPORARY' ? 'REQUIRED' : 'NOT_REQUIRED';
        return [`${code} ${change}`, { code, source, delivery, change }] as const;
      }),
    ).values(),
  ];

  const toEffect = ({ code, source, delivery, changeAtNextLogin }: ResetOption) => ({
    code,
    source,
    delivery,
    change: changeAtNextLogin,
  });
});

describe('the account', () => {
  let session: WriteSession;
  let reset: PasswordReset;
  beforeAll(async () => {
    session = await startWriteSession();
    reset = resetOf(session.backend);
  });
  beforeEach(() => session.simulator.calls.clear());
  afterAll(() => session.close());

  it('is one of a service by its type or by the guest company, not by being for programs alone', async () => {
    const classOf = (user: User) => reset.profileOf(user).accountClass;
    expect(classOf(await session.readUser('svc_support'))).toBe('CPQ_SERVICE_V18');
    expect(classOf(await session.readUser('svc_dev'))).toBe('CPQ_SERVICE_V18');
    expect(classOf(await session.readUser('guest', 'guest'))).toBe('CPQ_SERVICE_V18');
    expect(classOf(await session.readUser('reporting'))).toBe('CPQ_INTERACTIVE_V18');
  });

  it('of the guest company needs an acknowledgement of that for every plan', async () => {
    const guest = await session.readUser('guest', 'guest');
    const options = RESET_POINTS.map((point) =>
      decideReset(reset.profileOf(guest), point, reset.risksOf(guest)),
    ).flatMap((decision) => (decision.executable ? [decision.option] : []));
    expect(options.length).toBeGreaterThan(4);
    for (const option of options) {
      expect(option.requiredAcknowledgements).toContain('SHARED_ACCOUNT');
    }
    const other = session.connect({ environment: { CPQ_GUEST_COMPANY: 'nordhaug' } });
    expect(resetOf(other).risksOf(guest).everyPlan).toEqual([]);
  });

  it('of several addresses needs an acknowledgement of that where a mail is sent', async () => {
    const desk = await session.readUser('sales.desk');
    const acknowledged = (point: Partial<ResetPoint>) =>
      optionOf(reset, desk, point).requiredAcknowledgements;
    expect(acknowledged({})).toEqual(['MULTIPLE_RECIPIENTS']);
    expect(acknowledged(SET_AND_MAIL)).toEqual(['PASSWORD_IN_EMAIL', 'MULTIPLE_RECIPIENTS']);
    expect(acknowledged(SET)).toEqual([]);
    await reset.reset(command(desk, optionOf(reset, desk, {})));
    expect(session.simulator.outbox.at(-1)?.to).toHaveLength(3);
  });

  it('must be active, and have an address where a mail is sent', async () => {
    const codes = async (user: User, point: Partial<ResetPoint>) =>
      (await reset.obstaclesOf(user, optionOf(reset, user, point), reading())).map(
        ({ code }) => code,
      );
    const inactive = await session.readUser('klaus.weber');
    expect(await codes(inactive, SET)).toEqual(['ACCOUNT_NOT_ACTIVE']);
    const active = await session.readUser('minimal');
    expect(await codes(active, {})).toEqual([]);
    const unreachable = { ...active, emails: [] };
    expect(await codes(unreachable, {})).toEqual(['NO_DELIVERY_ADDRESS']);
    expect(await codes(unreachable, SET)).toEqual([]);
    expect(await codes({ ...unreachable, status: 'UNKNOWN' }, {})).toEqual([
      'ACCOUNT_NOT_ACTIVE',
      'NO_DELIVERY_ADDRESS',
    ]);
    expect(session.simulator.calls.writes).toEqual([]);
  });

  it('has no published rules for passwords', async () => {
    const user = await session.readUser('minimal');
    expect(await reset.policyOf(user, reading())).toBeNull();
  });

  it.each(['a+b@x.test', 'søren/brøgger'])(
    'with the login %s is addressed by it',
    async (login) => {
      const user = await session.readUser(login, 'nordhaug');
      session.simulator.calls.clear();
      const outcome = await reset.reset(command(user, optionOf(reset, user, {})));
      expect(outcome.status).toBe('DONE');
      expect(session.simulator.outbox.at(-1)).toMatchObject({ login });
    },
  );

  it('without a party number is reset as before version 18', async () => {
    const { backend, calls } = await siteThat(({ search }) =>
      search === '' ? { login: 'short', status: { value: 1 } } : { items: [] },
    );
    const user = await userOf(backend, 'acme/short');
    if (user === undefined) throw new Error('no such user');
    const own = resetOf(backend);
    expect(own.profileOf(user).accountClass).toBe('CPQ_INTERACTIVE_BEFORE_V18');
    await own.reset(command(user, optionOf(own, user, {})));
    expect(calls.at(-1)).toBe('/rest/v19/companies/acme/users/short/actions/resetPassword');
  });
});

describe('a reset that goes wrong', () => {
  let session: WriteSession;
  let reset: PasswordReset;
  let impatient: PasswordReset;
  beforeAll(async () => {
    session = await startWriteSession();
    reset = resetOf(session.backend);
    impatient = resetOf(session.connect({ timeoutMs: SHORT_MS }));
  });
  beforeEach(() => session.simulator.faults.clear());
  afterAll(() => session.close());

  it.each(FAULTS)(
    'sends one call and tells what is known after %s',
    async (_name, fault, known) => {
      const person = await session.newUser();
      const service = await session.newUser({ type: { value: 'BM_ADMIN' } });
      const { status, code, retryable } = known;
      for (const [operation, user, point, password] of [
        ['ResetPassword', person, {}, null],
        ['UpdateUser', person, SET, CANARY],
        ['ResetPassword', service, SET, CANARY],
      ] as const) {
        session.simulator.calls.clear();
        session.simulator.faults.add({ ...fault, operation });
        const option = optionOf(reset, user, point);
        const { reset: send } = fault.kind === 'hang' ? impatient : reset;
        expect(await send(command(user, option, password))).toMatchObject({
          status,
          error: { code, retryable },
          evidence: status === 'FAILED' ? 'BACKEND_RESPONSE' : null,
          generatedPassword: null,
        });
        expect(session.simulator.calls.count()).toBe(1);
      }
    },
  );

  it.each(['empty', 'html', 'malformed', 'truncated'] as const)(
    'is none when the body of a good answer is %s: its status counts',
    async (kind) => {
      const user = await session.newUser();
      session.simulator.faults.add({ kind });
      for (const point of [{}, SET]) {
        const option = optionOf(reset, user, point);
        const outcome = await reset.reset(command(user, option, CANARY));
        expect(outcome).toMatchObject({ status: 'DONE', evidence: 'BACKEND_RESPONSE' });
      }
    },
  );

  it.each([200, 202, 204])(
    'is none with status %i (row 17 of the inconsistencies)',
    async (status) => {
      const { backend } = await siteThat(() => ({ status, body: '' }));
      const own = resetOf(backend);
      const user = await session.readUser('amara.osei');
      expect(await own.reset(command(user, optionOf(own, user, {})))).toMatchObject({
        status: 'DONE',
      });
    },
  );

  it('says that nothing was sent when CPQ cannot be reached', async () => {
    const user = await session.readUser('amara.osei');
    const unreachable = resetOf(
      connect({ CPQ_BASE_URL: 'http://127.0.0.1:1/rest', CPQ_TOKEN: 'token' }),
    );
    expect(await unreachable.reset(command(user, optionOf(unreachable, user, {})))).toMatchObject({
      status: 'FAILED',
      error: { code: 'BACKEND_UNAVAILABLE', retryable: true },
      evidence: null,
    });
  });

  it('sends nothing when the time for the answer is up', async () => {
    const user = await session.newUser();
    const late = {
      ...command(user, optionOf(reset, user, {})),
      signal: AbortSignal.abort(),
    };
    expect(await reset.reset(late)).toMatchObject({
      status: 'FAILED',
      error: { code: 'BACKEND_UNAVAILABLE', retryable: true },
    });
    expect(session.simulator.calls.count()).toBe(0);
  });
});

describe('the blank body', () => {
  it.each([
    [{}, ''],
    [{ CPQ_BLANK_RESET_BODY: 'object' }, '{}'],
  ])('with %j is sent as %j', async (environment, body) => {
    const session = await startWriteSession({ environment });
    try {
      const reset = resetOf(session.backend);
      const user = await session.newUser();
      await reset.reset(command(user, optionOf(reset, user, {})));
      const [call] = session.simulator.calls.writes;
      expect(call?.body).toBe(body);
      expect(call?.headers['content-length']).toBe(String(body.length));
      expect(session.simulator.outbox).toHaveLength(1);
    } finally {
      await session.close();
    }
  });

  it('is sent for a temporary password even if one is given', async () => {
    const session = await startWriteSession();
    try {
      const reset = resetOf(session.backend);
      const user = await session.newUser();
      await reset.reset(command(user, optionOf(reset, user, {}), CANARY));
      expect(session.simulator.calls.writes.map(({ body }) => body)).toEqual(['']);
    } finally {
      await session.close();
    }
  });
});

describe('many resets', () => {
  it('go out 10 at a time, each once, and are answered in their order', async () => {
    const session = await startWriteSession();
    try {
      const reset = resetOf(session.backend);
      const users: User[] = [];
      for (let count = 0; count < 12; count += 1) users.push(await session.newUser());
      const { faults, calls } = session.simulator;
      const commands = users.map((user) => command(user, optionOf(reset, user, {})));
      faults.add({ kind: 'delay', delayMs: 200, operation: 'ResetPassword' });
      const answer = reset.resetMany?.(commands);
      await sleep(100);
      expect(calls.count()).toBe(10);
      faults.clear();
      expect((await answer)?.map(({ status }) => status)).toEqual(users.map(() => 'DONE'));
      expect(session.simulator.outbox).toHaveLength(users.length);
      const [first] = commands;
      if (first === undefined) throw new Error('no users');
      const gone = { ...first.user, companyRef: { backend: 'cpq', nativeId: 'nowhere' } };
      const mixed = reset.resetMany?.([command(gone, first.option), first]);
      expect((await mixed)?.map(({ status }) => status)).toEqual(['FAILED', 'DONE']);
    } finally {
      await session.close();
    }
  });
});

describe('a password', () => {
  it('is in the body of its one call, and nowhere else', async () => {
    const session = await startWriteSession();
    const events: UpstreamCallEvent[] = [];
    const environment = createEnvironmentReader(session.environment);
    const backend = cpq.configure(environment)?.create({
      name: 'cpq',
      displayName: 'Oracle CPQ',
      kind: 'oracle-cpq',
      simulated: true,
      caches: createMemoryCaches(),
      usersTtlSeconds: 60,
      timeoutMs: SHORT_MS,
      observe: (event) => events.push(event),
      now: Date.now,
    });
    if (backend === undefined) throw new Error('it is configured');
    try {
      const reset = resetOf(backend);
      const user = await session.newUser();
      const told: unknown[] = [];
      for (const fault of [null, ...FAULTS.map(([, kind]) => kind)]) {
        session.simulator.faults.clear();
        if (fault !== null) session.simulator.faults.add({ ...fault });
        for (const point of [SET, SET_AND_MAIL]) {
          const option = optionOf(reset, user, point);
          const given = command(user, option, CANARY);
          told.push(reset.plannedCall(user, option), await reset.reset(given), given);
        }
      }
      const { calls, outbox } = session.simulator;
      const addresses = calls.all.map(({ path, query, headers }) => ({ path, query, headers }));
      const visible = inspect([told, events, backend.health(), addresses, outbox], { depth: 20 });
      const written = JSON.stringify([told, events, addresses, outbox]);
      for (const spelling of [CANARY, 'Ca+nary', encodeURIComponent(CANARY)]) {
        expect(visible + written).not.toContain(spelling);
      }
      expect(calls.writes.every(({ body }) => body.includes('Ca+nary'))).toBe(true);
      expect(events).toHaveLength(2 * (FAULTS.length + 1));
    } finally {
      await session.close();
    }
  });
});
