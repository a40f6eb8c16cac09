import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../src/domain/model.ts';
import type { ResetCommand } from '../../src/domain/password-port.ts';
import {
  decideReset,
  RESET_POINTS,
  type ResetOption,
  type ResetPoint,
} from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { UpstreamCallEvent } from '../../src/http/upstream.ts';
import {
  FAULTS,
  formOf,
  patienceFor,
  startWriteSession,
  writableBackend,
  type WritableBackend,
  type WriteSession,
} from './write-session.ts';
import { createBackend, readContext, startUpstream } from './upstream.ts';

interface Cell {
  readonly source: ResetPoint['source'];
  readonly delivery: ResetPoint['delivery'];
  readonly change: ResetPoint['changeAtNextLogin'];
  readonly outcome: 'EXECUTE' | 'REFUSE';
  readonly code?: string;
  readonly mode?: string;
  /** e.g. `POST / Action=ResetUserPassword Password, GenerateRandomPassword=false` */
  readonly calls: readonly string[];
  readonly reasons?: readonly string[];
  readonly requiredPermission?: string;
  readonly guarantees?: Readonly<Record<string, unknown>>;
  readonly alternatives?: readonly {
    readonly code: string;
    readonly source: string;
    readonly delivery: string;
    readonly change: ResetPoint['changeAtNextLogin'];
  }[];
}

const PLANS = JSON.parse(readFileSync(new URL('./reset-plans.json', import.meta.url), 'utf8')) as {
  readonly recommended: string;
  readonly cells: readonly Cell[];
};

const CANARY = 'Ca+nary 7&%"é!';
const userSample = { ref: { backend: 'cloud-sso', nativeId: 'u-1' }, login: 'alice' } as User;

let session: WriteSession;
let backend: WritableBackend;
beforeAll(async () => {
  session = await startWriteSession();
  backend = session.backend();
});
beforeEach(() => {
  session.simulator.faults.clear();
});
afterAll(() => session.close());

function optionOf(point: Partial<ResetPoint> = {}): ResetOption {
  const decision = decideReset(backend.passwordReset.profileOf(userSample), {
    source: 'GENERATED',
    delivery: 'RETURN',
    changeAtNextLogin: 'REQUIRED_IF_SUPPORTED',
    ...point,
  });
  if (!decision.executable) throw new Error('it cannot be done');
  return decision.option;
}

const SET = { source: 'PROVIDED', delivery: 'NONE' } as const;
const SCRAMBLE = { source: 'GENERATED', delivery: 'NONE' } as const;

function command(user: User, option: ResetOption, password: string | null = null): ResetCommand {
  return {
    user,
    option,
    password: password === null ? null : new Secret(password),
    signal: AbortSignal.timeout(10_000),
  };
}

async function newUser(parameters: Readonly<Record<string, unknown>> = {}): Promise<User> {
  const user = await backend.readUser(await session.createUser(parameters));
  session.simulator.calls.clear();
  return user;
}

const idOf = ({ ref }: User) => ref.nativeId;

describe('the ways to reset', () => {
  it('recommends that CloudSSO makes the password', () => {
    expect(backend.passwordReset.profileOf(userSample)).toMatchObject({
      accountClass: 'CLOUD_SSO',
      recommended: PLANS.recommended,
    });
    expect(PLANS.cells).toHaveLength(RESET_POINTS.length);
  });

  it.each(
    PLANS.cells.map((cell) => [`${cell.source} ${cell.delivery} ${cell.change}`, cell] as const),
  )('decides %s as documented, and does what it decided', async (_name, cell) => {
    const point = { ...cell, changeAtNextLogin: cell.change };
    const decision = decideReset(backend.passwordReset.profileOf(userSample), point);
    expect(decision.executable).toBe(cell.outcome === 'EXECUTE');
    if (!decision.executable) {
      expect(decision.reasons).toEqual(cell.reasons);
      expect(decision.alternatives.map(toPlainOption)).toEqual(
        cell.alternatives?.map(({ code, source, delivery, change }) => ({
          code,
          source,
          delivery,
          change: change === 'NOT_REQUIRED' ? change : 'REQUIRED',
        })),
      );
      return;
    }
    const { option, guarantees } = decision;
    expect(option).toMatchObject({
      code: cell.code,
      mode: cell.mode,
      requiredPermission: cell.requiredPermission,
      requiredAcknowledgements: [],
    });
    expect(Object.fromEntries(guarantees.map(({ kind, ...pledge }) => [kind, pledge]))).toEqual(
      cell.guarantees,
    );

    const user = await newUser();
    const password = cell.source === 'PROVIDED' ? 'Correct-Horse 7' : null;
    const outcome = await backend.passwordReset.reset(command(user, option, password));
    expect(outcome).toMatchObject({
      status: 'DONE',
      error: null,
      evidence: 'BACKEND_RESPONSE',
      pendingJobId: null,
    });
    expect(outcome.backendRequestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(session.simulator.calls.writes.map(toPlan)).toEqual(cell.calls);
    expect(session.simulator.calls.writes.map(toPlannedCall)).toEqual([
      backend.passwordReset.plannedCall(user, option),
    ]);
    expect(session.simulator.mustResetPassword(idOf(user))).toBe(cell.change !== 'NOT_REQUIRED');
    const known = password ?? outcome.generatedPassword?.reveal();
    if (cell.code === 'SCRAMBLE') expect(outcome.generatedPassword).toBeNull();
    else expect(session.simulator.passwordOf(idOf(user))).toBe(known);
    if (cell.code === 'SET') expect(outcome.generatedPassword).toBeNull();
  });

  type Recorded = WriteSession['simulator']['calls']['writes'][number];

  const toPlannedCall = ({ method, path, operation }: Recorded) => ({ method, path, operation });

  function toPlan(call: Recorded): string {
    const parameters = Object.entries(formOf(call))
      .filter(([name]) => name !== 'DirectoryId' && name !== 'UserId')
      .map(([name, value]) => (name === 'Password' ? name : `${name}=${value}`));
    return `${call.method} ${call.path} Action=${call.operation} ${parameters.join(', ')}`;
  }

  const toPlainOption = ({ code, source, delivery, changeAtNextLogin }: ResetOption) => ({
    code,
    source,
    delivery,
    change: changeAtNextLogin,
  });
});

describe('a generated password', () => {
  it("is CloudSSO's own: no other goes along", async () => {
    const user = await newUser();
    await backend.passwordReset.reset(command(user, optionOf(), CANARY));
    expect(Object.keys(formOf(session.simulator.calls.writes[0]!))).not.toContain('Password');
  });
});

describe('a reset that goes wrong', () => {
  it.each(FAULTS)(
    'sends one write and tells what is known after %s',
    async (_name, fault, expected) => {
      const user = await newUser();
      const impatient = session.backend(patienceFor(fault));
      session.simulator.faults.add({ ...fault, operation: 'ResetUserPassword' });
      for (const [option, password] of [
        [optionOf(SET), CANARY],
        [optionOf(), null],
      ] as const) {
        session.simulator.calls.clear();
        const outcome = await impatient.passwordReset.reset(command(user, option, password));
        expect(outcome).toMatchObject({
          status: expected.status,
          error: { code: expected.code, retryable: expected.retryable },
          evidence: expected.status === 'FAILED' ? 'BACKEND_RESPONSE' : null,
          generatedPassword: null,
        });
        expect(session.simulator.calls.writes).toHaveLength(1);
        expect(session.simulator.calls.count()).toBe(1);
      }
    },
  );

  it('says that nothing was sent when CloudSSO cannot be reached', async () => {
    const server = await startUpstream(() => ({ body: {} }));
    const unreachable = writableBackend(createBackend(server.environment));
    await server.close();
    const outcome = await unreachable.passwordReset.reset(command(userSample, optionOf()));
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: { code: 'BACKEND_UNAVAILABLE', retryable: true },
      evidence: null,
    });
  });

  it('sends nothing when the time for the answer is up', async () => {
    const user = await newUser();
    const late = { ...command(user, optionOf()), signal: AbortSignal.abort() };
    expect(await backend.passwordReset.reset(late)).toMatchObject({
      status: 'FAILED',
      error: { code: 'BACKEND_UNAVAILABLE', retryable: true },
    });
    expect(session.simulator.calls.count()).toBe(0);
  });

  it.each([
    ['RETURN', optionOf],
    ['NONE', () => optionOf(SCRAMBLE)],
  ])(
    'does not know what it did when a generated password is not returned (%s)',
    async (_d, option) => {
      const server = await startUpstream(() => ({
        body: { RequestId: '5F1C9F0E-1D0B-5C43-9B0E-7C3A5B1D2E4F' },
      }));
      try {
        const silent = writableBackend(createBackend(server.environment));
        expect(await silent.passwordReset.reset(command(userSample, option()))).toMatchObject({
          status: 'UNKNOWN',
          error: { code: 'OUTCOME_UNKNOWN', retryable: false },
          evidence: null,
          backendRequestId: '5F1C9F0E-1D0B-5C43-9B0E-7C3A5B1D2E4F',
        });
        expect(server.calls).toHaveLength(1);
      } finally {
        await server.close();
      }
    },
  );

  it('names the policy when CloudSSO finds the password used before', async () => {
    const user = await newUser();
    const again = () =>
      backend.passwordReset.reset(command(user, optionOf(SET), 'Correct-Horse 7'));
    expect((await again()).status).toBe('DONE');
    expect(await again()).toMatchObject({
      status: 'FAILED',
      error: { code: 'PASSWORD_POLICY_VIOLATION', path: ['password'], retryable: false },
    });
  });

  it('names the identity provider when SSO logon was enabled a moment ago', async () => {
    const external = await startWriteSession({ ssoEnabled: true });
    try {
      const { passwordReset, readUser } = external.backend();
      const user = await readUser(await external.createUser());
      expect(await passwordReset.reset(command(user, optionOf()))).toMatchObject({
        status: 'FAILED',
        error: { code: 'PASSWORD_MANAGED_EXTERNALLY' },
      });
    } finally {
      await external.close();
    }
  });

  it.each([
    ['InvalidAccessKeyId.NotFound', false],
    ['SignatureDoesNotMatch', false],
    ['InvalidTimeStamp.Expired', true],
  ])(
    'is a matter of our credential when CloudSSO says %s, with whatever status; to be tried again: %s',
    async (Code, retryable) => {
      const server = await startUpstream(() => ({ status: 404, body: { Code, Message: 'x' } }));
      try {
        const refused = writableBackend(createBackend(server.environment));
        expect(await refused.passwordReset.reset(command(userSample, optionOf()))).toMatchObject({
          status: 'FAILED',
          error: { code: 'BACKEND_CREDENTIAL_REJECTED', retryable },
        });
        expect(server.calls).toHaveLength(1);
      } finally {
        await server.close();
      }
    },
  );
});

describe('obstacles', () => {
  it('are none for an active user', async () => {
    const user = await newUser();
    expect(await backend.passwordReset.obstaclesOf(user, optionOf(), readContext())).toEqual([]);
  });

  it('are that the user is disabled', async () => {
    const user = await newUser({ Status: 'Disabled' });
    const obstacles = await backend.passwordReset.obstaclesOf(user, optionOf(), readContext());
    expect(obstacles.map(({ code }) => code)).toEqual(['ACCOUNT_NOT_ACTIVE']);
  });

  it('are that SSO logon is enabled, which one call tells for all users of a bulk', async () => {
    const external = await startWriteSession({ ssoEnabled: true });
    try {
      const { passwordReset, readUser } = external.backend();
      const user = await readUser(await external.createUser());
      for (const fresh of [false, true, true]) {
        const obstacles = await passwordReset.obstaclesOf(user, optionOf(), readContext(fresh));
        expect(obstacles.map(({ code }) => code)).toEqual(['PASSWORD_MANAGED_EXTERNALLY']);
      }
      expect(external.simulator.calls.count('GetExternalSAMLIdentityProvider')).toBe(1);
    } finally {
      await external.close();
    }
  });

  it('are none where the directory has no identity provider to show', async () => {
    const body = { Code: 'EntityNotExists.SAMLIdentityProvider', Message: 'x' };
    const server = await startUpstream(() => ({ status: 404, body }));
    try {
      const { passwordReset } = writableBackend(createBackend(server.environment));
      expect(await passwordReset.obstaclesOf(userSample, optionOf(), readContext())).toEqual([]);
      expect(server.calls).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  it('are not invented when the credential may not read the setting, and an outage is told', async () => {
    const user = await newUser();
    const { faults } = session.simulator;
    const obstacles = () =>
      session.backend().passwordReset.obstaclesOf(user, optionOf(), readContext());
    faults.add({ kind: 'status', status: 403 });
    expect(await obstacles()).toEqual([]);
    faults.clear();
    faults.add({ kind: 'status', status: 503 });
    await expect(obstacles()).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
  });
});

describe('the policy', () => {
  const policyOf = () => backend.passwordReset.policyOf(userSample, readContext(true));
  const violations = async (password: string, login = 'alice') =>
    (await policyOf())?.violations(new Secret(password), { ...userSample, login });

  it('is what CloudSSO demands everywhere and the directory on top, read once', async () => {
    session.simulator.calls.clear();
    const fresh = session.backend().passwordReset;
    const policy = await fresh.policyOf(userSample, readContext(true));
    await fresh.policyOf(userSample, readContext(true));
    expect(policy).toMatchObject({ minLength: 8, maxLength: 32 });
    expect(policy?.rules).toEqual([
      'It must have 8 to 32 characters.',
      'It must hold a capital letter A to Z.',
      'It must hold a small letter a to z.',
      'It must hold a digit.',
      'It must hold a special character of ASCII, such as ! or ?.',
      'It must hold at least 3 different characters.',
      'It must not contain the login.',
      'It must differ from the last 1 passwords of the user, which only CloudSSO can check.',
    ]);
    expect(session.simulator.calls.count('GetPasswordPolicy')).toBe(1);
  });

  it.each([
    ['Ab1!ab1', ['It must have 8 to 32 characters.']],
    [`Ab1!${'x'.repeat(28)}`, []],
    [`Ab1!${'x'.repeat(29)}`, ['It must have 8 to 32 characters.']],
    ['ab1!ab1!', ['It must hold a capital letter A to Z.']],
    ['AB1!AB1!', ['It must hold a small letter a to z.']],
    ['Abc!Abc!', ['It must hold a digit.']],
    ['Abc1Abc1', ['It must hold a special character of ASCII, such as ! or ?.']],
    [
      'Äbc1 Äbc1',
      [
        'It must hold a capital letter A to Z.',
        'It must hold a special character of ASCII, such as ! or ?.',
      ],
    ],
    ['xALICEx1!', ['It must not contain the login.']],
    ['Ab1!Ab1!', []],
  ])('says of %s: %j', async (password, expected) => {
    expect(await violations(password)).toEqual(expected);
  });

  it('takes each printable ASCII character that is no letter or digit for special', async () => {
    for (let code = 0x21; code <= 0x7e; code += 1) {
      const character = String.fromCharCode(code);
      const isSpecial = !/[A-Za-z0-9]/.test(character);
      expect(await violations(`Abcdefg1${character}`)).toHaveLength(isSpecial ? 0 : 1);
    }
  });

  it('follows what the directory sets', async () => {
    const strict = await startWriteSession();
    try {
      await strict.call('SetPasswordPolicy', {
        MinPasswordLength: 14,
        MinPasswordDifferentChars: 10,
        PasswordNotContainUsername: false,
        PasswordReusePrevention: 0,
      });
      const policy = await strict.backend().passwordReset.policyOf(userSample, readContext());
      expect(policy?.minLength).toBe(14);
      expect(policy?.violations(new Secret('Alice1!Alice1!'), userSample)).toEqual([
        'It must hold at least 10 different characters.',
      ]);
      expect(policy?.rules).toHaveLength(6);
    } finally {
      await strict.close();
    }
  });

  it('never demands less than CloudSSO does everywhere', async () => {
    const PasswordPolicy = { MinPasswordLength: 4, MaxPasswordLength: 64 };
    const server = await startUpstream(() => ({ body: { PasswordPolicy } }));
    try {
      const lax = createBackend(server.environment).passwordReset;
      const policy = await lax?.policyOf(userSample, readContext());
      expect(policy).toMatchObject({ minLength: 8, maxLength: 32 });
      expect(policy?.rules).toHaveLength(5);
    } finally {
      await server.close();
    }
  });

  it('falls back to what CloudSSO demands everywhere when the directory does not show its own', async () => {
    session.simulator.faults.add({ kind: 'status', status: 403, operation: 'GetPasswordPolicy' });
    const policy = await session.backend().passwordReset.policyOf(userSample, readContext());
    expect(policy).toMatchObject({ minLength: 8, maxLength: 32 });
    expect(policy?.rules).toHaveLength(5);
  });
});

describe('many resets', () => {
  it('send each account once and answer in order', async () => {
    const users = await Promise.all(Array.from({ length: 25 }, () => session.createUser()));
    const commands = await Promise.all(
      users.map(async (id, index) =>
        index % 2 === 0
          ? command(await backend.readUser(id), optionOf())
          : command(await backend.readUser(id), optionOf(SET), `Correct-Horse ${index}`),
      ),
    );
    session.simulator.calls.clear();
    const outcomes = await backend.passwordReset.resetMany!(commands);
    expect(outcomes.map(({ status }) => status)).toEqual(users.map(() => 'DONE'));
    const sent = session.simulator.calls.writes.map((call) => formOf(call)['UserId']);
    expect(sent.toSorted()).toEqual(users.toSorted());
    for (const [index, userId] of users.entries()) {
      const known = outcomes[index]!.generatedPassword?.reveal() ?? `Correct-Horse ${index}`;
      expect(session.simulator.passwordOf(userId)).toBe(known);
    }
  });

  it('are under way 10 at a time', async () => {
    let underWay = 0;
    let most = 0;
    const server = http.createServer((request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      request.resume().on('end', () => {
        void sleep(20).then(() => {
          underWay -= 1;
          response.end(
            JSON.stringify({
              RequestId: '5F1C9F0E-1D0B-5C43-9B0E-7C3A5B1D2E4F',
              NewPassword: 'Abc1!xyz',
            }),
          );
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { passwordReset } = session.backend();
      const elsewhere = writableBackend(
        createBackend({
          ...session.simulator.environment,
          CLOUD_SSO_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        }),
      );
      expect(passwordReset.resetMany).toBeDefined();
      await elsewhere.passwordReset.resetMany!(
        Array.from({ length: 30 }, () => command(userSample, optionOf())),
      );
      expect(most).toBe(10);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('leave out those for which the time was up', async () => {
    const user = await newUser();
    const other = await newUser();
    const outcomes = await backend.passwordReset.resetMany!([
      { ...command(user, optionOf()), signal: AbortSignal.abort() },
      command(other, optionOf()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['FAILED', 'DONE']);
    expect(session.simulator.calls.writes.map((call) => formOf(call)['UserId'])).toEqual([
      idOf(other),
    ]);
  });
});

describe('the password', () => {
  it('travels in the body alone and stands in no outcome, error or event', async () => {
    const events: UpstreamCallEvent[] = [];
    const seen: unknown[] = [];
    const user = await newUser();
    for (const fault of [null, ...FAULTS.map(([, kind]) => kind)]) {
      session.simulator.faults.clear();
      if (fault !== null)
        session.simulator.faults.add({ ...fault, operation: 'ResetUserPassword' });
      const observed = session.backend({
        ...(fault !== null && patienceFor(fault)),
        observe: (event) => events.push(event),
      });
      seen.push(await observed.passwordReset.reset(command(user, optionOf(SET), CANARY)));
    }
    expect(session.simulator.passwordOf(idOf(user))).toBe(CANARY);
    for (const { path, query, headers } of session.simulator.calls.all) {
      seen.push(path, query, headers);
    }
    const policy = await backend.passwordReset.policyOf(user, readContext());
    seen.push(policy?.violations(new Secret(CANARY), { ...user, login: CANARY }));
    expect(events.length).toBeGreaterThan(FAULTS.length);
    expectNoTrace([seen, events], CANARY);
  });

  it('is not learnt from an answer that echoes it', async () => {
    const events: UpstreamCallEvent[] = [];
    const server = await startUpstream(({ body }) => ({
      status: 400,
      body: { Code: CANARY, RequestId: CANARY, Message: `string to sign: ${body} ${CANARY}` },
    }));
    try {
      const echoed = writableBackend(
        createBackend(server.environment, { observe: (event) => events.push(event) }),
      );
      const outcome = await echoed.passwordReset.reset(command(userSample, optionOf(SET), CANARY));
      expect(outcome.status).toBe('FAILED');
      expectNoTrace([outcome, events, server.calls.map(({ url }) => url)], CANARY);
    } finally {
      await server.close();
    }
  });

  it('that CloudSSO made is a secret too', async () => {
    const user = await newUser();
    const outcome = await backend.passwordReset.reset(command(user, optionOf()));
    const made = outcome.generatedPassword!.reveal();
    expect(made).toBe(session.simulator.passwordOf(idOf(user)));
    expectNoTrace(outcome, made);
  });

  function expectNoTrace(value: unknown, secret: string): void {
    const texts = [
      inspect(value, { depth: 20, showHidden: true, maxStringLength: null }),
      JSON.stringify(value),
    ];
    const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    for (const text of texts) {
      for (const spelling of spellings) expect(text).not.toContain(spelling);
    }
  }
});
