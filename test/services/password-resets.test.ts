import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../src/domain/caller.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { toGlobalId } from '../../src/domain/global-id.ts';
import type { PasswordPolicy, ResetOutcome } from '../../src/domain/password-port.ts';
import type { Guarantee, PasswordResetRisk } from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import { userError, type UserErrorCode } from '../../src/domain/user-write.ts';
import type { ResetPasswordInput } from '../../src/services/password-resets/reset-password.ts';
import { createMemoryBackend, memoryUser, memoryUsers } from '../support/memory-backend.ts';
import { createMemoryPasswordReset } from '../support/memory-password-reset.ts';
import { RESET_PROFILES } from '../support/reset-profiles.ts';
import {
  codesOf,
  createResetSession,
  idOf,
  passwordsOf,
  type ResetSession,
  type ResetSessionOptions,
} from '../support/reset-session.ts';

const GIVEN = 'Given-Password-1';
const DOWN = new GatewayError('BACKEND_UNAVAILABLE', 'It does not answer.');
const DISABLED = userError('ACCOUNT_NOT_ACTIVE', 'The account is disabled.');

describe('a reset', () => {
  it('sets the password that was given by one write, and tells no password', async () => {
    const session = createResetSession();
    const result = await session.reset({ userId: idOf(0), password: new Secret(GIVEN) });
    expect(result).toMatchObject({
      userId: idOf(0),
      status: 'DONE',
      option: { code: 'SET', changeAtNextLogin: 'REQUIRED' },
      generatedPassword: null,
      userErrors: [],
    });
    expect(passwordsOf(session.port)).toEqual([GIVEN]);
  });

  it('takes the delivery that is recommended for the account when none is asked for', async () => {
    const generate = createResetSession();
    expect((await generate.reset({ userId: idOf(0) })).option?.code).toBe('GENERATE');
    const mail = createResetSession({ profile: RESET_PROFILES.CPQ_INTERACTIVE_V18 });
    expect((await mail.reset({ userId: idOf(0) })).option?.code).toBe('MAIL_TEMPORARY');
    expect(passwordsOf(mail.port)).toEqual([null]);
  });

  it('returns a password that the gateway made, which is the one it set', async () => {
    const session = createResetSession({ profile: RESET_PROFILES.CLOUD_ADMINISTRATION });
    const result = await session.reset({ userId: idOf(0), delivery: 'RETURN' });
    expect(result.option).toMatchObject({ code: 'SET_GENERATED', mode: 'EMULATED' });
    expect(result.generatedPassword?.length).toBe(24);
    expect(passwordsOf(session.port)).toEqual([result.generatedPassword?.reveal()]);
  });

  it('returns a password that the backend made', async () => {
    const session = createResetSession({
      outcome: () => ({ generatedPassword: new Secret('made there') }),
    });
    const result = await session.reset({ userId: idOf(0) });
    expect(result.generatedPassword?.reveal()).toBe('made there');
    expect(passwordsOf(session.port)).toEqual([null]);
  });

  it('forgets the password of a scramble, whoever made it', async () => {
    for (const profile of [RESET_PROFILES.CLOUD_SSO, RESET_PROFILES.CPQ_SERVICE_V18]) {
      const session = createResetSession({
        profile,
        outcome: () => ({ generatedPassword: new Secret('made there') }),
      });
      const result = await session.reset({ userId: idOf(0), delivery: 'NONE' });
      expect(result).toMatchObject({ option: { code: 'SCRAMBLE' }, generatedPassword: null });
    }
  });

  it('makes no password that the policy does not take', async () => {
    const profile = RESET_PROFILES.CPQ_SERVICE_V18;
    const session = createResetSession({ profile, policy: policyOf({ maxLength: 10 }) });
    const result = await session.reset({ userId: idOf(0) });
    expect(result.generatedPassword?.length).toBe(10);
    const hopeless = createResetSession({
      profile,
      policy: policyOf({ violations: () => ['No.'] }),
    });
    expect(codesOf(await hopeless.reset({ userId: idOf(0) }))).toEqual([
      'PASSWORD_POLICY_VIOLATION',
    ]);
    expect(hopeless.port.writes).toEqual([]);
  });

  it('shows the user as it stands afterwards', async () => {
    const session = createResetSession();
    const result = await session.reset({ userId: idOf(0) });
    expect(result.user).toBe(session.backend.everyUser[0]);
    expect(session.backend.calls).toEqual(['users.getMany', 'users.getMany']);
  });

  it('reads the user again only for who wants to see it', async () => {
    const session = createResetSession();
    Object.defineProperty(session, 'context', {
      value: { ...session.context, wantsUser: false },
    });
    expect(await session.reset({ userId: idOf(0) })).toMatchObject({ status: 'DONE', user: null });
    expect(session.backend.calls).toEqual(['users.getMany']);
  });

  it('stays DONE when the user cannot be read afterwards', async () => {
    const session = createResetSession();
    session.backend.failAfter(1, DOWN);
    expect(await session.reset({ userId: idOf(0) })).toMatchObject({ status: 'DONE', user: null });
  });

  it('has failed, and may be tried again, when the account cannot be read before', async () => {
    const session = createResetSession();
    session.backend.fail(DOWN);
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    expect(await session.reset(input)).toMatchObject({
      status: 'FAILED',
      userErrors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
      guarantees: [],
    });
    expect(session.port.writes).toEqual([]);
    session.backend.recover();
    expect(await session.reset(input)).toMatchObject({ status: 'DONE' });
  });

  it('throws a defect of ours, and leaves the key free', async () => {
    const session = createResetSession();
    const input = { userId: idOf(0), password: new Secret(GIVEN), idempotencyKey: 'k' };
    const { policyOf: policy } = session.port;
    session.port.policyOf = () => Promise.reject(new TypeError('a defect'));
    await expect(session.reset(input)).rejects.toThrow('a defect');
    session.port.policyOf = policy;
    expect(await session.reset(input)).toMatchObject({ status: 'DONE' });
  });

  it('does not reset passwords of a backend that cannot', async () => {
    const other = createMemoryBackend('other', { users: memoryUsers('other', 1) });
    const session = createResetSession({ others: [other] });
    expect(codesOf(await session.reset({ userId: idOf(0, 'other') }))).toEqual([
      'UNSUPPORTED_BY_BACKEND',
    ]);
    expect(session.optionsOf(other.everyUser[0]!, other)).toBeNull();
  });
});

interface Scenario {
  readonly session: ResetSession;
  readonly options: Writable<ResetSessionOptions>;
  readonly input: Writable<Omit<ResetPasswordInput, 'changeAtNextLogin'>>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The checks in their order, each with what makes it fail; `before` shapes the backend. */
const CHECKS: readonly {
  readonly name: string;
  readonly code: UserErrorCode;
  readonly before?: (options: Scenario['options']) => void;
  readonly apply?: (scenario: Scenario) => void | Promise<void>;
}[] = [
  {
    name: 'the permission to reset at all',
    code: 'FORBIDDEN',
    apply: ({ session }) => permit(session, ['USERS_READ', 'USERS_WRITE']),
  },
  {
    name: 'the input alone',
    code: 'INVALID',
    apply: ({ input }) => void (input.password = new Secret('')),
  },
  {
    name: 'that the account exists',
    code: 'NOT_FOUND',
    apply: ({ input }) => void (input.userId = idOf(99)),
  },
  {
    name: "that it is not the caller's own",
    code: 'SELF_RESET_REFUSED',
    apply: ({ session }) => {
      session.caller = { ...session.caller, identities: ['MAIN-000', 'main-099'] };
    },
  },
  {
    name: 'the idempotency key',
    code: 'CONFLICT',
    apply: async ({ session, input }) => {
      input.idempotencyKey = 'k';
      await holdForAnotherRequest(session, 'k');
    },
  },
  {
    name: 'the budgets',
    code: 'RATE_LIMITED',
    before: (options) => void (options.limits = { perTargetPerHour: 1 }),
    apply: async ({ session }) => {
      const { caller } = session;
      session.caller = { ...caller, identities: [], permissions: new Set(['PASSWORDS_SET']) };
      await session.reset({ userId: idOf(0) });
      session.caller = caller;
    },
  },
  {
    name: 'the decision',
    code: 'DELIVERY_NOT_SUPPORTED',
    apply: ({ input }) => void (input.delivery = 'EMAIL'),
  },
  {
    name: "the option's permission",
    code: 'FORBIDDEN',
    apply: ({ session }) => permit(session, ['PASSWORDS_RESET']),
  },
  {
    name: 'the acknowledgements',
    code: 'ACKNOWLEDGEMENT_REQUIRED',
    before: (options) => {
      options.risks = { everyPlan: ['SHARED_ACCOUNT'], mailedPlans: [] };
    },
  },
  {
    name: "the account's state",
    code: 'ACCOUNT_NOT_ACTIVE',
    before: (options) => void (options.obstacles = [DISABLED]),
  },
  {
    name: "the backend's policy",
    code: 'PASSWORD_POLICY_VIOLATION',
    before: (options) => {
      options.policy = policyOf({ violations: () => ['It is too plain.'] });
    },
  },
  {
    name: 'the record of the intent',
    code: 'AUDIT_UNAVAILABLE',
    apply: ({ session }) => void (session.audit.failing = ['INTENT']),
  },
];

describe('the order of checks', () => {
  it.each(CHECKS.map((check, index) => [check.name, check.code, index] as const))(
    '%s answers %s before whatever comes after it, and nothing is sent',
    async (_name, code, index) => {
      const { result, sent } = await resetAgainst(CHECKS.slice(index));
      expect([...new Set(codesOf(result))]).toEqual([code]);
      expect(result).toMatchObject({ status: 'REFUSED', guarantees: [], generatedPassword: null });
      expect(sent).toBe(0);
    },
  );

  it.each(
    CHECKS.slice(1).map((later, index) => {
      const earlier = CHECKS[index]!;
      return [earlier.name, later.name, earlier, later] as const;
    }),
  )('%s comes before %s', async (_earlier, _later, earlier, later) => {
    const { result } = await resetAgainst([earlier, later]);
    expect([...new Set(codesOf(result))]).toEqual([earlier.code]);
  });

  it('reads nothing for who may not reset at all, and no state or policy before the decision', async () => {
    const session = createResetSession();
    permit(session, ['USERS_WRITE']);
    await session.reset({ userId: idOf(0) });
    expect(session.backend.calls).toEqual([]);
    permit(session, ['PASSWORDS_RESET', 'PASSWORDS_SET']);
    await session.reset({ userId: idOf(0), delivery: 'EMAIL' });
    expect(session.backend.calls).toEqual(['users.getMany']);
    expect(session.port.reads).toEqual([]);
  });
});

describe('the input', () => {
  it.each([
    ['an empty password', { password: new Secret('') }, ['password']],
    ['a null password', { password: null }, ['password']],
    ['the source PROVIDED without a password', { source: 'PROVIDED' }, ['password']],
    ['GENERATED with a password', { source: 'GENERATED', password: new Secret('x') }, ['source']],
    ['a password of 1025 characters', { password: new Secret('x'.repeat(1025)) }, ['password']],
    ['half a surrogate pair', { password: new Secret('abc\ud83d') }, ['password']],
    ['an id of nothing', { userId: 'nothing' }, ['userId']],
    [
      'the id of a company',
      { userId: toGlobalId('Company', { backend: 'main', nativeId: 'main-000' }) },
      ['userId'],
    ],
    ['a reason of 1001 characters', { reason: 'x'.repeat(1001) }, ['reason']],
    ['an empty key', { idempotencyKey: '' }, ['idempotencyKey']],
  ] as const)('is INVALID with %s', async (_case, input, path) => {
    const session = createResetSession();
    const result = await session.reset({ userId: idOf(0), ...input });
    expect(result).toMatchObject({ status: 'REFUSED', userErrors: [{ code: 'INVALID', path }] });
    expect(session.backend.calls).toEqual([]);
  });

  it('names every field that is wrong', async () => {
    const result = await createResetSession().reset({ userId: 'nothing', password: null });
    expect(result.userErrors.map(({ path }) => path)).toEqual([['userId'], ['password']]);
  });
});

describe('an account', () => {
  it('is NOT_FOUND alike when it is absent, out of scope, and of no backend', async () => {
    const session = createResetSession();
    session.caller = { ...session.caller, scope: new Set(['main/one']) };
    const outOfScope = await session.reset({ userId: idOf(0) });
    const absent = await session.reset({ userId: idOf(99) });
    const elsewhere = await session.reset({ userId: idOf(0, 'nowhere') });
    for (const result of [absent, elsewhere]) {
      expect({ ...result, userId: outOfScope.userId }).toEqual(outOfScope);
    }
    expect(outOfScope).toMatchObject({ user: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it.each(['main-000', 'MAIN-000'])(
    "is the caller's own when a name of theirs is %s",
    async (name) => {
      const session = createResetSession();
      session.caller = { ...session.caller, identities: ['someone', name] };
      expect(codesOf(await session.reset({ userId: idOf(0) }))).toEqual(['SELF_RESET_REFUSED']);
      expect((await session.reset({ userId: idOf(1) })).status).toBe('DONE');
    },
  );

  it('has one budget and one key under all its ids', async () => {
    const session = createResetSession({ limits: { perTargetPerHour: 1 } });
    const { getMany } = session.backend.users;
    session.backend.users.getMany = async (ids, context) => {
      const asked = ids.map((id) => (id === 'alias' ? 'main-000' : id));
      const found = await getMany(asked, context);
      return new Map(ids.map((id, index) => [id, found.get(asked[index]!)!] as const));
    };
    const alias = toGlobalId('User', { backend: 'main', nativeId: 'alias' });
    await session.reset({ userId: idOf(0), idempotencyKey: 'k' });
    const replay = await session.reset({ userId: alias, idempotencyKey: 'k' });
    expect(replay).toMatchObject({ userId: alias, status: 'DONE' });
    expect(codesOf(await session.reset({ userId: alias }))).toEqual(['RATE_LIMITED']);
    expect(session.port.writes).toHaveLength(1);
    const both = { resets: [{ userId: idOf(0) }, { userId: alias }] };
    expect(await session.resetMany(both)).toMatchObject({
      results: [],
      userErrors: [{ code: 'INVALID', path: ['resets', '1', 'userId'] }],
    });
  });
});

describe('permissions and acknowledgements', () => {
  it('lets those reset who let nobody but the user learn the password', async () => {
    const session = createResetSession({ profile: RESET_PROFILES.CPQ_INTERACTIVE_V18 });
    permit(session, ['PASSWORDS_RESET']);
    expect((await session.reset({ userId: idOf(0) })).status).toBe('DONE');
    const set = await session.reset({ userId: idOf(0), password: new Secret(GIVEN) });
    expect(codesOf(set)).toEqual(['FORBIDDEN']);
    permit(session, ['PASSWORDS_SET']);
    expect(codesOf(await session.reset({ userId: idOf(0) }))).toEqual(['FORBIDDEN']);
  });

  it('asks for each acknowledgement that is missing', async () => {
    const session = createResetSession({
      profile: RESET_PROFILES.CPQ_INTERACTIVE_V18,
      risks: { everyPlan: [], mailedPlans: ['MULTIPLE_RECIPIENTS'] },
    });
    const ask = (acknowledge: PasswordResetRisk[]) =>
      session.reset({
        userId: idOf(0),
        password: new Secret(GIVEN),
        delivery: 'EMAIL',
        acknowledge,
      });
    const refused = await ask([]);
    expect(refused).toMatchObject({ status: 'REFUSED', option: { code: 'SET_AND_MAIL' } });
    expect(codesOf(refused)).toEqual(Array(2).fill('ACKNOWLEDGEMENT_REQUIRED'));
    expect(codesOf(await ask(['PASSWORD_IN_EMAIL']))).toHaveLength(1);
    expect((await ask(['PASSWORD_IN_EMAIL', 'MULTIPLE_RECIPIENTS'])).status).toBe('DONE');
  });

  it('names every reason of a refused decision, and what is nearest to it', async () => {
    const session = createResetSession({ profile: RESET_PROFILES.CPQ_INTERACTIVE_BEFORE_V18 });
    const result = await session.reset({
      userId: idOf(0),
      password: new Secret(GIVEN),
      delivery: 'EMAIL',
      changeAtNextLogin: 'REQUIRED',
    });
    expect(codesOf(result)).toEqual([
      'DELIVERY_NOT_SUPPORTED',
      'PASSWORD_SOURCE_NOT_SUPPORTED',
      'CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED',
    ]);
    expect(result.userErrors.map(({ path }) => path)).toEqual([
      ['delivery'],
      ['source'],
      ['changeAtNextLogin'],
    ]);
    expect(result.alternatives.map(({ code }) => code)).toEqual(['MAIL_TEMPORARY']);
  });

  it('names the rules that a password breaks, and not the password', async () => {
    const policy = policyOf({ violations: () => ['At least one digit.', 'Not the login.'] });
    const session = createResetSession({ policy });
    const { userErrors } = await session.reset({ userId: idOf(0), password: new Secret(GIVEN) });
    expect(userErrors).toMatchObject([
      { code: 'PASSWORD_POLICY_VIOLATION', path: ['password'], retryable: false },
    ]);
    expect(userErrors[0]!.message).toContain('At least one digit. Not the login.');
    expect(userErrors[0]!.message).not.toContain(GIVEN);
  });
});

describe('budgets', () => {
  it.each([
    ['caller', { perCallerPerMinute: 2 }, [0, 1, 2]],
    ['account', { perTargetPerHour: 2 }, [0, 0, 0]],
    ['backend', { perBackendPerMinute: 2 }, [0, 1, 2]],
  ] as const)('of a %s are enforced, and say how long to wait', async (_whose, limits, users) => {
    const session = createResetSession({ limits });
    const results = [];
    for (const index of users) results.push(await session.reset({ userId: idOf(index) }));
    expect(results.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'REFUSED']);
    expect(results[2]!.userErrors).toMatchObject([{ code: 'RATE_LIMITED', retryable: true }]);
    expect(results[2]!.userErrors[0]!.message).toMatch(/Try again in \d+ seconds/);
  });

  it('are of each caller and each account alone, and a replay costs nothing', async () => {
    const session = createResetSession({ limits: { perCallerPerMinute: 1, perTargetPerHour: 2 } });
    await session.reset({ userId: idOf(0), idempotencyKey: 'k' });
    const replay = await session.reset({ userId: idOf(0), idempotencyKey: 'k' });
    expect(replay.status).toBe('DONE');
    session.caller = { ...session.caller, subject: 'another administrator' };
    expect((await session.reset({ userId: idOf(0) })).status).toBe('DONE');
  });

  it('count each entry of a bulk', async () => {
    const session = createResetSession({ limits: { perCallerPerMinute: 2 } });
    const { results } = await session.resetMany({
      resets: [0, 1, 2].map((index) => ({ userId: idOf(index) })),
    });
    expect(results.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'REFUSED']);
  });
});

describe('what is known afterwards', () => {
  it.each<[string, Partial<ResetOutcome>, Record<string, string>]>([
    [
      'DONE by the answer',
      { status: 'DONE', evidence: 'BACKEND_RESPONSE' },
      {
        PASSWORD_REPLACED: 'MET BACKEND_RESPONSE',
        PASSWORD_DELIVERED: 'IMPLIED BACKEND_DOCUMENTATION',
      },
    ],
    [
      'DONE as the account shows',
      { status: 'DONE', evidence: 'READ_BACK' },
      { PASSWORD_REPLACED: 'MET READ_BACK', USER_NOTIFIED: 'IMPLIED BACKEND_DOCUMENTATION' },
    ],
    [
      'UNKNOWN',
      failed('UNKNOWN', 'OUTCOME_UNKNOWN'),
      { PASSWORD_REPLACED: 'UNKNOWN NONE', PASSWORD_DELIVERED: 'UNKNOWN NONE' },
    ],
    [
      'ACCEPTED',
      { status: 'ACCEPTED', evidence: null, pendingJobId: 'job-1' },
      { PASSWORD_REPLACED: 'UNKNOWN NONE', CHANGE_REQUIRED_AT_NEXT_LOGIN: 'UNKNOWN NONE' },
    ],
    [
      'FAILED by the answer',
      { ...failed('FAILED', 'BACKEND_REJECTED'), evidence: 'BACKEND_RESPONSE' },
      { PASSWORD_REPLACED: 'NOT_MET BACKEND_RESPONSE', USER_NOTIFIED: 'NOT_MET BACKEND_RESPONSE' },
    ],
    [
      'FAILED before it was sent',
      failed('FAILED', 'BACKEND_UNAVAILABLE', true),
      { PASSWORD_REPLACED: 'NOT_MET GATEWAY_ACTION' },
    ],
  ])(
    'of a mailed password is told by its evidence when it is %s',
    async (_case, outcome, known) => {
      const session = createResetSession({
        profile: RESET_PROFILES.CPQ_INTERACTIVE_V18,
        outcome: () => outcome,
      });
      const result = await session.reset({ userId: idOf(0) });
      expect(result.status).toBe(outcome.status);
      expect(result.pendingJobId).toBe(outcome.pendingJobId ?? null);
      expect(result.guarantees).toHaveLength(6);
      expect(toTexts(result.guarantees)).toMatchObject(known);
    },
  );

  it.each([
    ['DONE', {}, true],
    ['ACCEPTED', { status: 'ACCEPTED', evidence: null }, true],
    ['UNKNOWN', failed('UNKNOWN', 'OUTCOME_UNKNOWN'), true],
    ['FAILED', failed('FAILED', 'BACKEND_REJECTED'), false],
  ] as const)(
    'of a password that we made is told with it when it is %s: it may be in force',
    async (_case, outcome, isTold) => {
      const session = createResetSession({
        profile: RESET_PROFILES.CPQ_SERVICE_V18,
        outcome: () => outcome,
      });
      const { generatedPassword, guarantees } = await session.reset({ userId: idOf(0) });
      expect(generatedPassword !== null).toBe(isTold);
      expect(toTexts(guarantees)['PASSWORD_DELIVERED']?.startsWith('MET')).toBe(isTold);
    },
  );

  it('of a password that the backend made and did not tell is that nobody got it', async () => {
    const session = createResetSession({ outcome: () => failed('UNKNOWN', 'OUTCOME_UNKNOWN') });
    const { generatedPassword, guarantees } = await session.reset({ userId: idOf(0) });
    expect(generatedPassword).toBeNull();
    expect(toTexts(guarantees)).toMatchObject({
      PASSWORD_DELIVERED: 'NOT_MET GATEWAY_ACTION',
      PASSWORD_REPLACED: 'UNKNOWN NONE',
      PASSWORD_UNIQUE: 'UNKNOWN NONE',
    });
  });

  it('is UNKNOWN, and stays so, when the port breaks instead of telling', async () => {
    const session = createResetSession({
      outcome: () => {
        throw new Error('torn');
      },
    });
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    for (let time = 0; time < 2; time += 1) {
      expect(await session.reset(input)).toMatchObject({
        status: 'UNKNOWN',
        userErrors: [{ code: 'OUTCOME_UNKNOWN', retryable: false }],
      });
    }
    expect(session.port.writes).toHaveLength(1);
    expect(session.logged).toHaveLength(1);
  });
});

describe('an idempotency key', () => {
  it('makes one write of a hundred requests at the same time, one of which gets the password', async () => {
    const session = createResetSession({
      profile: RESET_PROFILES.CPQ_SERVICE_V18,
      outcome: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return {};
      },
    });
    const results = await Promise.all(
      Array.from({ length: 100 }, () => session.reset({ userId: idOf(0), idempotencyKey: 'k' })),
    );
    expect(session.port.writes).toHaveLength(1);
    expect(results.every(({ status }) => status === 'DONE')).toBe(true);
    expect(results.filter(({ generatedPassword }) => generatedPassword !== null)).toHaveLength(1);
  });

  it('answers the same again, but for the password', async () => {
    const session = createResetSession({ profile: RESET_PROFILES.CPQ_SERVICE_V18 });
    const input = { userId: idOf(0), idempotencyKey: 'k', acknowledge: [] };
    const first = await session.reset(input);
    const second = await session.reset(input);
    expect(second).toEqual({ ...first, generatedPassword: null });
    expect(session.port.writes).toHaveLength(1);
  });

  it.each([
    ['another account', { userId: idOf(1) }],
    ['another password', { password: new Secret('Another-Password-1') }],
    ['another delivery', { delivery: 'EMAIL' }],
    ['another reason', { reason: 'another' }],
  ] as const)('is a CONFLICT with %s', async (_case, other) => {
    const session = createResetSession();
    const input = { userId: idOf(0), password: new Secret(GIVEN), idempotencyKey: 'k' };
    await session.reset(input);
    expect(codesOf(await session.reset({ ...input, ...other }))).toEqual(['CONFLICT']);
    expect(session.port.writes).toHaveLength(1);
  });

  it.each([
    ['FAILED, retryable', failed('FAILED', 'BACKEND_THROTTLED', true), 2],
    ['FAILED for good', failed('FAILED', 'BACKEND_REJECTED'), 1],
    ['UNKNOWN', failed('UNKNOWN', 'OUTCOME_UNKNOWN'), 1],
    ['ACCEPTED', { status: 'ACCEPTED', pendingJobId: 'job-1' }, 1],
  ] as const)(
    'is free again only when nothing can have happened: %s',
    async (_case, outcome, writes) => {
      const session = createResetSession({ outcome: () => outcome });
      const input = { userId: idOf(0), idempotencyKey: 'k' };
      const first = await session.reset(input);
      const second = await session.reset(input);
      expect(second).toEqual(first);
      expect(session.port.writes).toHaveLength(writes);
    },
  );

  it('is UNKNOWN when the process that began it died', async () => {
    const session = createResetSession({ outcome: () => new Promise(() => {}) });
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    void session.reset(input);
    await expect.poll(() => session.port.writes.length).toBe(1);
    session.clock.now += 60_001;
    expect(await session.reset(input)).toMatchObject({
      status: 'UNKNOWN',
      userErrors: [{ code: 'OUTCOME_UNKNOWN' }],
      guarantees: [{ kind: 'PASSWORD_REPLACED', level: 'UNKNOWN', evidence: 'NONE' }],
    });
    expect(session.port.writes).toHaveLength(1);
  });

  it('sends nothing while the ledger is down, and tells the truth when it fails afterwards', async () => {
    const session = createResetSession();
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    session.ledger.fail('claim');
    expect(await session.reset(input)).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'LEDGER_UNAVAILABLE', retryable: true }],
    });
    expect(session.port.writes).toEqual([]);
    session.ledger.fail('settle');
    expect(await session.reset(input)).toMatchObject({ status: 'DONE' });
    session.ledger.recover();
    session.clock.now += 60_001;
    expect(await session.reset(input)).toMatchObject({ status: 'UNKNOWN' });
    expect(session.port.writes).toHaveLength(1);
  });
});

describe('a caller who leaves', () => {
  it('has nothing sent when the time is up before', async () => {
    const session = createResetSession();
    session.signal = AbortSignal.abort();
    const result = await session.reset({ userId: idOf(0) });
    expect(result).toMatchObject({
      status: 'FAILED',
      userErrors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
    });
    expect(session.port.writes).toEqual([]);
  });

  it('does not stop a write under way, whose outcome is kept', async () => {
    const answer = Promise.withResolvers<Partial<ResetOutcome>>();
    const session = createResetSession({ outcome: () => answer.promise });
    const leaving = new AbortController();
    session.signal = leaving.signal;
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    const running = session.reset(input);
    await expect.poll(() => session.port.writes.length).toBe(1);
    leaving.abort();
    answer.resolve({ backendRequestId: 'there-1' });
    expect(await running).toMatchObject({ status: 'DONE', user: null });
    session.signal = new AbortController().signal;
    expect(await session.reset(input)).toMatchObject({ backendRequestId: 'there-1' });
    expect(session.audit.entries.map(({ phase }) => phase)).toEqual(['INTENT', 'OUTCOME']);
  });
});

describe('a bulk', () => {
  it('answers in the order asked for, with each end and their counts', async () => {
    const endings: Record<string, Partial<ResetOutcome>> = {
      'main-001': failed('FAILED', 'BACKEND_REJECTED'),
      'main-002': failed('UNKNOWN', 'OUTCOME_UNKNOWN'),
      'main-003': { status: 'ACCEPTED' },
    };
    const session = createResetSession({
      users: 5,
      outcome: ({ user }) => endings[user.ref.nativeId] ?? {},
    });
    const order = [3, 99, 1, 0, 2];
    const answer = await session.resetMany({
      resets: order.map((index) => ({ userId: idOf(index) })),
    });
    expect(answer.results.map(({ userId }) => userId)).toEqual(order.map((index) => idOf(index)));
    expect(answer.results.map(({ status }) => status)).toEqual([
      'ACCEPTED',
      'REFUSED',
      'FAILED',
      'DONE',
      'UNKNOWN',
    ]);
    expect(answer).toMatchObject({ done: 1, accepted: 1, refused: 1, failed: 1, unknown: 1 });
    expect(answer.userErrors).toEqual([]);
  });

  it('reads all accounts of a backend with one call, and again afterwards', async () => {
    const other = createMemoryBackend('other', {
      users: memoryUsers('other', 2),
      passwordReset: createMemoryPasswordReset(),
    });
    const session = createResetSession({ others: [other] });
    const { done } = await session.resetMany({
      resets: [idOf(0), idOf(0, 'other'), idOf(1), idOf(1, 'other')].map((userId) => ({ userId })),
    });
    expect(done).toBe(4);
    expect(session.backend.calls).toEqual(['users.getMany', 'users.getMany']);
    expect(other.calls).toEqual(['users.getMany', 'users.getMany']);
  });

  it('uses the call for many where the backend has one, and keeps each outcome with its account', async () => {
    const session = createResetSession({
      users: 20,
      bulk: true,
      outcome: ({ user }) => ({ backendRequestId: user.ref.nativeId }),
    });
    const { results } = await session.resetMany({
      resets: Array.from({ length: 20 }, (_reset, index) => ({ userId: idOf(19 - index) })),
    });
    expect(session.port.writes).toHaveLength(1);
    for (const { user, backendRequestId } of results) {
      expect(backendRequestId).toBe(user?.ref.nativeId);
    }
  });

  it('sends at most ten at the same time where the backend has none', async () => {
    const session = createResetSession({
      users: 100,
      outcome: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        return {};
      },
    });
    const { done } = await session.resetMany({
      resets: Array.from({ length: 100 }, (_reset, index) => ({ userId: idOf(index) })),
    });
    expect(done).toBe(100);
    expect(session.port.writes).toHaveLength(100);
    expect(session.port.mostAtOnce).toBe(10);
  });

  it('sends nothing before every entry has passed its checks or been refused', async () => {
    const session = createResetSession({ users: 3 });
    const obstacles = Promise.withResolvers<readonly []>();
    session.port.obstaclesOf = async (user) =>
      user.ref.nativeId === 'main-002' ? obstacles.promise : [];
    const running = session.resetMany({
      resets: [0, 1, 2, 99].map((index) => ({ userId: idOf(index) })),
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.port.writes).toEqual([]);
    obstacles.resolve([]);
    expect(await running).toMatchObject({ done: 3, refused: 1 });
  });

  it('fails only the entries of a backend that cannot be read', async () => {
    const other = createMemoryBackend('other', {
      users: memoryUsers('other', 1),
      passwordReset: createMemoryPasswordReset(),
    });
    other.fail(DOWN);
    const session = createResetSession({ others: [other] });
    const { results } = await session.resetMany({
      resets: [{ userId: idOf(0, 'other') }, { userId: idOf(0) }],
    });
    expect(results.map(({ status }) => status)).toEqual(['FAILED', 'DONE']);
  });

  it.each([
    ['a user twice', [0, 1, 0].map((index) => idOf(index)), ['resets', '2', 'userId']],
    ['nobody', [], ['resets']],
    ['101 users', Array.from({ length: 101 }, (_id, index) => idOf(index)), ['resets']],
  ])('is refused as a whole with %s', async (_case, ids, path) => {
    const session = createResetSession();
    const answer = await session.resetMany({ resets: ids.map((userId) => ({ userId })) });
    expect(answer).toEqual({
      results: [],
      userErrors: [expect.objectContaining({ code: 'INVALID', path })],
      done: 0,
      accepted: 0,
      refused: 0,
      failed: 0,
      unknown: 0,
    });
    expect(session.backend.calls).toEqual([]);
  });

  it('is refused as a whole without a permission, with a key of another request, and without a ledger', async () => {
    const session = createResetSession();
    const bulk = { resets: [{ userId: idOf(0) }], idempotencyKey: 'k' };
    permit(session, []);
    expect(await session.resetMany(bulk)).toMatchObject({
      results: [],
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    permit(session, ['PASSWORDS_SET']);
    session.ledger.fail('claim');
    expect(await session.resetMany(bulk)).toMatchObject({
      results: [],
      userErrors: [{ code: 'LEDGER_UNAVAILABLE' }],
    });
    session.ledger.recover();
    await session.resetMany(bulk);
    expect(await session.resetMany({ ...bulk, reason: 'another' })).toMatchObject({
      results: [],
      userErrors: [{ code: 'CONFLICT' }],
    });
    expect(session.port.writes).toHaveLength(1);
  });

  it('names where in the bulk an entry is wrong', async () => {
    const { results } = await createResetSession().resetMany({
      resets: [{ userId: idOf(0) }, { userId: idOf(1), password: null }],
    });
    expect(results[1]!.userErrors).toMatchObject([{ path: ['resets', '1', 'password'] }]);
  });

  it('runs again only the entries that have no outcome yet, and tells no password twice', async () => {
    let isThrottled = true;
    const session = createResetSession({
      profile: RESET_PROFILES.CPQ_SERVICE_V18,
      outcome: ({ user }) =>
        isThrottled && user.ref.nativeId === 'main-001'
          ? failed('FAILED', 'BACKEND_THROTTLED', true)
          : {},
    });
    const bulk = {
      resets: [0, 1, 99].map((index) => ({ userId: idOf(index) })),
      idempotencyKey: 'k',
    };
    const first = await session.resetMany(bulk);
    expect(first.results.map(({ status }) => status)).toEqual(['DONE', 'FAILED', 'REFUSED']);
    isThrottled = false;
    const second = await session.resetMany(bulk);
    expect(second.results.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'REFUSED']);
    expect(second.results.map(({ generatedPassword }) => generatedPassword !== null)).toEqual([
      false,
      true,
      false,
    ]);
    const written = session.port.writes.flat().map(({ user }) => user.ref.nativeId);
    expect(written).toEqual(['main-000', 'main-001', 'main-001']);
  });

  it('goes on under its key when an account cannot be read the second time', async () => {
    const session = createResetSession({ outcome: () => ({ backendRequestId: 'there' }) });
    const bulk = { resets: [{ userId: idOf(0) }, { userId: idOf(1) }], idempotencyKey: 'k' };
    await session.resetMany(bulk);
    const { getMany } = session.backend.users;
    session.backend.users.getMany = async (ids, context) => {
      const found = new Map(await getMany(ids, context));
      found.delete('main-001');
      return found;
    };
    const again = await session.resetMany(bulk);
    expect(again.results.map(({ status }) => status)).toEqual(['DONE', 'REFUSED']);
    expect(session.port.writes).toHaveLength(2);
  });

  it('does not send what is left when the time is up', async () => {
    const leaving = new AbortController();
    const session = createResetSession({
      users: 15,
      outcome: () => {
        leaving.abort();
        return {};
      },
    });
    session.signal = leaving.signal;
    const {
      results,
      done,
      failed: late,
    } = await session.resetMany({
      resets: Array.from({ length: 15 }, (_reset, index) => ({ userId: idOf(index) })),
    });
    expect(session.port.writes.length).toBe(done);
    expect(late).toBe(15 - done);
    expect(late).toBeGreaterThanOrEqual(5);
    expect(results.at(-1)).toMatchObject({
      status: 'FAILED',
      userErrors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }],
    });
  });

  it('sends nothing for the entries whose intent cannot be recorded', async () => {
    for (const bulk of [true, false]) {
      const session = createResetSession({ bulk });
      session.audit.failing = ['INTENT'];
      const { results } = await session.resetMany({
        resets: [{ userId: idOf(0) }, { userId: idOf(1) }],
      });
      expect(results.flatMap(codesOf)).toEqual(['AUDIT_UNAVAILABLE', 'AUDIT_UNAVAILABLE']);
      expect(session.port.writes).toEqual([]);
    }
  });
});

describe('the audit', () => {
  it('records the intent before the write, and the outcome after it', async () => {
    const before: string[] = [];
    const session: ResetSession = createResetSession({
      outcome: () => {
        before.push(...session.audit.entries.map(({ phase }) => phase));
        return { backendRequestId: 'there-1' };
      },
    });
    await session.reset({ userId: idOf(0), idempotencyKey: 'k', reason: 'ticket 7' });
    expect(before).toEqual(['INTENT']);
    const common = {
      mutation: 'resetPassword',
      subject: 'an administrator',
      requestId: 'request-1',
      backend: 'main',
      target: { nativeId: 'main-000', login: 'main-000' },
      calls: [{ method: 'POST', path: '/users/main-000', operation: 'GENERATE' }],
      resetCode: 'GENERATE',
      reason: 'ticket 7',
      keyHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    };
    expect(session.audit.entries).toEqual([
      { ...common, phase: 'INTENT' },
      {
        ...common,
        phase: 'OUTCOME',
        status: 'DONE',
        errorCodes: [],
        backendRequestId: 'there-1',
        guarantees: expect.any(Array) as unknown[],
      },
    ]);
  });

  it('records what was refused, with the account as far as it is known', async () => {
    const session = createResetSession();
    await session.reset({ userId: 'nothing' });
    await session.reset({ userId: idOf(99) });
    await session.reset({ userId: idOf(0), delivery: 'EMAIL' });
    expect(session.audit.entries).toMatchObject([
      { phase: 'REFUSAL', backend: null, target: null, errorCodes: ['INVALID'] },
      { phase: 'REFUSAL', backend: 'main', target: { nativeId: 'main-099', login: null } },
      { phase: 'REFUSAL', target: { login: 'main-000' }, errorCodes: ['DELIVERY_NOT_SUPPORTED'] },
    ]);
  });

  it('records nothing new for a replay', async () => {
    const session = createResetSession();
    await session.reset({ userId: idOf(0), idempotencyKey: 'k' });
    await session.reset({ userId: idOf(0), idempotencyKey: 'k' });
    expect(session.audit.entries).toHaveLength(2);
  });

  it('keeps nothing from the caller, nor the reverse, when only the end cannot be recorded', async () => {
    const session = createResetSession();
    session.audit.failing = ['OUTCOME', 'REFUSAL'];
    expect(await session.reset({ userId: idOf(0) })).toMatchObject({ status: 'DONE' });
    expect(codesOf(await session.reset({ userId: idOf(99) }))).toEqual(['NOT_FOUND']);
    expect(session.logged).toHaveLength(2);
  });

  it('is not met by a reset that it refuses, and its key is free again', async () => {
    const session = createResetSession();
    const input = { userId: idOf(0), idempotencyKey: 'k' };
    session.audit.failing = ['INTENT'];
    expect(await session.reset(input)).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'AUDIT_UNAVAILABLE', retryable: true }],
    });
    session.audit.failing = [];
    expect(await session.reset(input)).toMatchObject({ status: 'DONE' });
  });
});

describe('a plan', () => {
  it('tells what would be sent and guaranteed, and sends nothing', async () => {
    const session = createResetSession({ profile: RESET_PROFILES.CPQ_INTERACTIVE_V18 });
    const plan = await session.plan({ userId: idOf(0), source: 'PROVIDED', delivery: 'EMAIL' });
    expect(plan).toMatchObject({
      executable: true,
      option: { code: 'SET_AND_MAIL' },
      requiredAcknowledgements: ['PASSWORD_IN_EMAIL'],
      calls: [{ operation: 'SET_AND_MAIL' }],
      refusals: [],
      alternatives: [],
    });
    expect(toTexts(plan.guarantees)).toMatchObject({
      PASSWORD_REPLACED: 'IMPLIED BACKEND_DOCUMENTATION',
    });
    expect(session.port.writes).toEqual([]);
    expect(session.audit.entries).toEqual([]);
  });

  it('takes a provided password for one of which nobody is told', async () => {
    const session = createResetSession();
    const plan = await session.plan({ userId: idOf(0), source: 'PROVIDED' });
    expect(plan.option).toMatchObject({ code: 'SET', delivery: 'NONE' });
  });

  it('shows the policy, and says why it would be refused and what is nearest', async () => {
    const policy = policyOf({ minLength: 8 });
    const session = createResetSession({ profile: RESET_PROFILES.CPQ_SERVICE_V18, policy });
    const plan = await session.plan({ userId: idOf(0), delivery: 'EMAIL' });
    expect(plan).toMatchObject({ executable: false, option: null, calls: [], guarantees: [] });
    expect(plan.refusals.map(({ code }) => code)).toEqual(['DELIVERY_NOT_SUPPORTED']);
    expect(plan.alternatives.map(({ code }) => code).sort()).toEqual([
      'SCRAMBLE',
      'SET_AND_MAIL',
      'SET_GENERATED',
    ]);
    expect(plan.passwordPolicy).toBe(policy);
  });

  it('is refused by the state of the account', async () => {
    const session = createResetSession({ obstacles: [DISABLED] });
    expect(await session.plan({ userId: idOf(0) })).toMatchObject({
      executable: false,
      calls: [],
      refusals: [DISABLED],
    });
  });

  it('is executable for a caller who lacks only its permission', async () => {
    const session = createResetSession();
    permit(session, ['PASSWORDS_RESET']);
    const plan = await session.plan({ userId: idOf(0) });
    expect(plan).toMatchObject({
      executable: true,
      option: { requiredPermission: 'PASSWORDS_SET' },
    });
  });

  it.each<[UserErrorCode, string, (session: ResetSession) => void]>([
    ['FORBIDDEN', idOf(0), (session) => permit(session, ['USERS_READ'])],
    ['INVALID', 'nothing', () => {}],
    ['NOT_FOUND', idOf(99), () => {}],
    [
      'SELF_RESET_REFUSED',
      idOf(0),
      (session) => void (session.caller = { ...session.caller, identities: ['main-000'] }),
    ],
  ])('is refused with %s as the reset would be', async (code, userId, apply) => {
    const session = createResetSession();
    apply(session);
    const plan = await session.plan({ userId });
    expect(plan).toMatchObject({ executable: false, option: null });
    expect(plan.refusals.map((refusal) => refusal.code)).toEqual([code]);
  });

  it('throws when the account cannot be read', async () => {
    const session = createResetSession();
    session.backend.fail(DOWN);
    await expect(session.plan({ userId: idOf(0) })).rejects.toBe(DOWN);
  });

  it('offers the options of an account without a call', () => {
    const session = createResetSession({ profile: RESET_PROFILES.CLOUD_ADMINISTRATION });
    const options = session.optionsOf(memoryUser('main', 'someone'), session.backend);
    expect(options?.map(({ code }) => code)).toEqual([
      'SET_AND_NOTIFY',
      'SET',
      'AUTO_RESET',
      'SET_GENERATED',
      'SCRAMBLE',
    ]);
    expect(session.backend.calls).toEqual([]);
    expect(session.port.reads).toEqual([]);
  });
});

describe('a password', () => {
  const CANARY = 'Canary-0f-a-Passw0rd';

  it('stands in no record, result or log, whatever becomes of it', async () => {
    const outcomes: (Partial<ResetOutcome> | Error)[] = [
      {},
      failed('UNKNOWN', 'OUTCOME_UNKNOWN'),
      failed('FAILED', 'BACKEND_REJECTED'),
      new Error(`an upstream echoed ${CANARY}`),
    ];
    for (const outcome of outcomes) {
      const session = createResetSession({
        outcome: () => {
          if (outcome instanceof Error) throw outcome;
          return { ...outcome, generatedPassword: new Secret(CANARY) };
        },
      });
      const results = [
        await session.reset({ userId: idOf(0), password: new Secret(CANARY), idempotencyKey: 'k' }),
        await session.reset({ userId: idOf(1), idempotencyKey: 'l' }),
        await session.resetMany({
          resets: [{ userId: idOf(2), password: new Secret(CANARY) }],
          idempotencyKey: 'm',
        }),
      ];
      const traces = [results, session.audit.entries, session.ledger.written, session.logged];
      expect(session.ledger.written.length).toBeGreaterThan(5);
      expect(session.port.writes).toHaveLength(3);
      expect(JSON.stringify(traces)).not.toContain(CANARY);
      expect(inspect(traces, { depth: 20 })).not.toContain(CANARY);
    }
  });

  it('stands in no refusal and no error that is thrown', async () => {
    const policy = policyOf({ violations: () => ['It is too plain.'] });
    const session = createResetSession({ policy });
    const refused = await session.reset({ userId: idOf(0), password: new Secret(CANARY) });
    session.port.policyOf = () => Promise.reject(new TypeError('a defect'));
    const thrown = await session
      .reset({ userId: idOf(0), password: new Secret(CANARY) })
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TypeError);
    expect(inspect([refused, thrown, session.audit.entries], { depth: 20 })).not.toContain(CANARY);
  });
});

/** A reset that fails all these checks and no other. */
async function resetAgainst(checks: typeof CHECKS) {
  const options: Scenario['options'] = {};
  for (const { before } of checks) before?.(options);
  const session = createResetSession(options);
  const input: Scenario['input'] = { userId: idOf(0), password: new Secret(GIVEN) };
  // From the last to the first: what an earlier one takes away, a later one may still need.
  for (const { apply } of checks.toReversed()) await apply?.({ session, options, input });
  const before = session.port.writes.length;
  const result = await session.reset(input);
  return { result, sent: session.port.writes.length - before };
}

/** Leaves in the ledger what an earlier request with the key would have left. */
async function holdForAnotherRequest(session: ResetSession, key: string): Promise<void> {
  const { subject } = session.caller;
  const hash = session.idempotency.hashOf({ subject, mutation: 'resetPassword' }, key);
  const record = { id: 'i', requestHash: 'other', run: 1, startedAt: null, entries: { 0: {} } };
  await session.ledger.claim(`idempotency:${hash}`, JSON.stringify(record), 1_000_000);
}

function permit(session: ResetSession, permissions: readonly Permission[]): void {
  session.caller = { ...session.caller, permissions: new Set(permissions) };
}

function failed(
  status: 'FAILED' | 'UNKNOWN',
  code: UserErrorCode,
  retryable = false,
): Partial<ResetOutcome> & { readonly status: 'FAILED' | 'UNKNOWN' } {
  return { status, evidence: null, error: userError(code, 'As the test says.', { retryable }) };
}

function policyOf(given: Partial<PasswordPolicy>): PasswordPolicy {
  return { minLength: null, maxLength: null, rules: [], violations: () => [], ...given };
}

function toTexts(guarantees: readonly Guarantee[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    guarantees.map(({ kind, level, evidence }) => [kind, `${level} ${evidence}`]),
  );
}
