import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulation/simulator.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import {
  CELLS,
  UNLIMITED,
  accountByLogin,
  activeAccounts,
  alternativesOf,
  byKind,
  inWordsOfCells,
  optionWords,
  passwordOf,
  plan,
  reset,
  toPlannedCalls,
  type Account,
  type Cell,
} from './resetting.ts';

const SWITCHES = { 'cloud-sso': { throttle: false } };

/** CPQ answers in version 17 or 19; the others are the same in both. */
const gateways = new Map<17 | 19, TestGateway>();

beforeAll(async () => {
  for (const version of [17, 19] as const) {
    gateways.set(
      version,
      await startTestGateway({
        environment: UNLIMITED,
        switches: { ...SWITCHES, cpq: { version } },
      }),
    );
  }
});

afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.close();
});

function gatewayOf(version: 17 | 19): TestGateway {
  const gateway = gateways.get(version);
  if (gateway === undefined) throw new Error('no gateway');
  return gateway;
}

let passwords = 0;

/** Meets every policy, and is no password that any account ever had. */
function newPassword(): string {
  passwords += 1;
  return `Qw7+%&"é ${passwords}#zK`;
}

interface AccountClass {
  readonly accountClass: string;
  readonly version: 17 | 19;
  readonly backend: string;
  /** `null`: anyone who can sign in. */
  readonly login: string | null;
}

const CLASSES: readonly AccountClass[] = [
  {
    accountClass: 'CPQ_INTERACTIVE_BEFORE_V18',
    version: 17,
    backend: 'cpq',
    login: 'amara.osei',
  },
  { accountClass: 'CPQ_SERVICE_BEFORE_V18', version: 17, backend: 'cpq', login: 'svc_support' },
  { accountClass: 'CPQ_INTERACTIVE_V18', version: 19, backend: 'cpq', login: 'amara.osei' },
  { accountClass: 'CPQ_SERVICE_V18', version: 19, backend: 'cpq', login: 'svc_dev' },
  {
    accountClass: 'CLOUD_ADMINISTRATION',
    version: 19,
    backend: 'cloud-administration',
    login: 'zoë.müller',
  },
  { accountClass: 'CLOUD_SSO', version: 19, backend: 'cloud-sso', login: null },
];

it('six classes of accounts have 18 ways to be asked for a reset', () => {
  expect(CELLS).toHaveLength(CLASSES.length * 18);
});

describe.each(CLASSES)('an account of the class $accountClass', (row) => {
  let gateway: TestGateway;
  let account: Account;

  beforeAll(async () => {
    gateway = gatewayOf(row.version);
    account = await findAccount(gateway, row);
  });

  beforeEach(() => gateway.simulator(row.backend).calls.clear());

  const cells = CELLS.filter(({ accountClass }) => accountClass === row.accountClass);
  const named = (all: readonly Cell[]) =>
    all.map((cell) => [`${cell.source} ${cell.delivery} ${cell.change}`, cell] as const);

  it.each(named(cells.filter(({ outcome }) => outcome === 'EXECUTE')))(
    'is reset as planned by %s, with one write',
    async (_name, cell) => {
      const simulator = gateway.simulator(row.backend);
      const mailsBefore = simulator.outbox.length;
      const planned = await plan(gateway, pointOf(cell, account));
      expect(simulator.calls.writes).toEqual([]);
      const input = inputOf(cell, account);
      const result = await reset(gateway, {
        ...input,
        acknowledge: planned.requiredAcknowledgements,
      });

      expect(result).toMatchObject({ status: 'DONE', userErrors: [], alternatives: [] });
      expect(simulator.calls.writes.map(inWordsOfCells)).toEqual(cell.calls);
      expect(planned.calls).toEqual(toPlannedCalls(simulator));
      expect(planned.calls).toHaveLength(1);

      const { code, source, delivery, mode, requiredPermission, requiredAcknowledgements } = cell;
      const option = { code, source, delivery, mode, requiredPermission, requiredAcknowledgements };
      expect(planned).toMatchObject({ executable: true, refusals: [], option });
      expect(result.option).toEqual(planned.option);
      expect(planned.requiredAcknowledgements).toEqual(requiredAcknowledgements);
      expect(byKind(planned.guarantees)).toEqual(cell.guarantees);
      expect(byKind(result.guarantees)).toEqual({
        ...cell.guarantees,
        PASSWORD_REPLACED: { level: 'MET', evidence: 'BACKEND_RESPONSE' },
      });

      const now = passwordOf(gateway, account);
      if (source === 'PROVIDED') expect(now).toBe(input.password);
      expect(result.generatedPassword).toBe(delivery === 'RETURN' ? now : null);
      const mails = simulator.outbox.slice(mailsBefore).map(({ login }) => login);
      expect(mails).toEqual(delivery === 'EMAIL' ? [account.login] : []);
    },
  );

  it.each(named(cells.filter(({ outcome }) => outcome === 'REFUSE')))(
    'is not reset by %s, and every reason and the nearest ways are told',
    async (_name, cell) => {
      const simulator = gateway.simulator(row.backend);
      const mailsBefore = simulator.outbox.length;
      const planned = await plan(gateway, pointOf(cell, account));
      const acknowledge = ['PASSWORD_IN_EMAIL', 'MULTIPLE_RECIPIENTS', 'SHARED_ACCOUNT'];
      const result = await reset(gateway, { ...inputOf(cell, account), acknowledge });

      const reasons = result.userErrors.map(({ code }) => code);
      expect(result).toMatchObject({ status: 'REFUSED', option: null, guarantees: [] });
      expect(result.generatedPassword).toBeNull();
      expect(reasons).toEqual(cell.reasons);
      expect(planned).toMatchObject({ executable: false, option: null, calls: [] });
      expect(planned.refusals.map(({ code }) => code)).toEqual(reasons);
      expect(new Set(result.alternatives.map(optionWords))).toEqual(alternativesOf(cell));
      expect(planned.alternatives).toEqual(result.alternatives);
      expect(simulator.calls.writes).toEqual([]);
      expect(simulator.outbox).toHaveLength(mailsBefore);
    },
  );

  const risky = cells.filter(({ requiredAcknowledgements = [] }) => requiredAcknowledgements[0]);
  it.each(named(risky))(
    'is not reset by %s unless its risk is acknowledged',
    async (_name, cell) => {
      const result = await reset(gateway, inputOf(cell, account));
      expect(result).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'ACKNOWLEDGEMENT_REQUIRED', path: ['acknowledge'] }],
      });
      expect(gateway.simulator(row.backend).calls.writes).toEqual([]);
    },
  );
});

async function findAccount(
  gateway: TestGateway,
  { backend, login }: Pick<AccountClass, 'backend' | 'login'>,
): Promise<Account> {
  if (login !== null) return accountByLogin(gateway, backend, login);
  const [first] = await activeAccounts(gateway, backend, 1);
  if (first === undefined) throw new Error('nobody is active');
  return first;
}

function pointOf({ source, delivery, change }: Cell, { id }: Account) {
  return { userId: id, source, delivery, changeAtNextLogin: change };
}

function inputOf(cell: Cell, account: Account) {
  const password = cell.source === 'PROVIDED' ? newPassword() : undefined;
  return { ...pointOf(cell, account), password };
}

describe('a reset', () => {
  const MAILED = { source: 'GENERATED', delivery: 'EMAIL' };
  const SCRAMBLED = { delivery: 'NONE' };

  it.each([
    ['several addresses', 'cpq', 'sales.desk', MAILED, 'ACKNOWLEDGEMENT_REQUIRED'],
    ['no owner of its own', 'cpq', 'guest', SCRAMBLED, 'ACKNOWLEDGEMENT_REQUIRED'],
    ['been switched off', 'cpq', 'klaus.weber', MAILED, 'ACCOUNT_NOT_ACTIVE'],
    ['been switched off', 'cloud-administration', 't.disabled', MAILED, 'ACCOUNT_NOT_ACTIVE'],
    [
      'a fixed password',
      'cloud-administration',
      'kiosk.gate-4',
      MAILED,
      'PASSWORD_MANAGED_EXTERNALLY',
    ],
  ])(
    'of an account that has %s (%s, %s) is refused before any write',
    async (_why, backend, login, point, code) => {
      const gateway = gatewayOf(19);
      const { calls } = gateway.simulator(backend);
      const { id } = await accountByLogin(
        gateway,
        backend,
        login,
        login === 'guest' ? 'guest' : undefined,
      );
      calls.clear();
      const result = await reset(gateway, { userId: id, ...point });
      expect(result).toMatchObject({ status: 'REFUSED', userErrors: [{ code }] });
      expect(calls.writes).toEqual([]);
    },
  );

  it('is refused, also in its plan, while CloudSSO signs users in over another provider', async () => {
    const gateway = await startTestGateway({ switches: { 'cloud-sso': { ssoEnabled: true } } });
    try {
      const [account] = await activeAccounts(gateway, 'cloud-sso', 1);
      const input = { userId: account?.id };
      const codes = [{ code: 'PASSWORD_MANAGED_EXTERNALLY' }];
      expect(await reset(gateway, input)).toMatchObject({ status: 'REFUSED', userErrors: codes });
      expect(await plan(gateway, input)).toMatchObject({ executable: false, refusals: codes });
      expect(gateway.simulator('cloud-sso').calls.writes).toEqual([]);
    } finally {
      await gateway.close();
    }
  });

  it('to a password that breaks the policy is refused with the rules, and not with the password', async () => {
    const gateway = gatewayOf(19);
    const [account] = await activeAccounts(gateway, 'cloud-sso', 1);
    gateway.simulator('cloud-sso').calls.clear();
    const { status, userErrors } = await reset(gateway, {
      userId: account?.id,
      password: 'weak-canary',
    });
    expect(status).toBe('REFUSED');
    expect(userErrors).toMatchObject([{ code: 'PASSWORD_POLICY_VIOLATION', path: ['password'] }]);
    expect(userErrors[0]?.message).toMatch(/must hold a capital letter/);
    expect(userErrors[0]?.message).not.toContain('weak-canary');
    expect(gateway.simulator('cloud-sso').calls.writes).toEqual([]);
  });
});

/** One write of each kind that a backend has for resets, and how to ask for it. */
const WRITES = [
  {
    version: 17,
    backend: 'cpq',
    login: 'amara.osei',
    operation: 'ResetPassword',
    code: 'MAIL_TEMPORARY',
  },
  { version: 17, backend: 'cpq', login: 'svc_support', operation: 'ResetPassword', code: 'SET' },
  {
    version: 19,
    backend: 'cpq',
    login: 'amara.osei',
    operation: 'UpdateUser',
    code: 'SET_GENERATED',
  },
  {
    version: 19,
    backend: 'cpq',
    login: 'amara.osei',
    operation: 'UpdateUser',
    code: 'SET_AND_MAIL',
  },
  {
    version: 19,
    backend: 'cloud-administration',
    login: 'zoë.müller',
    operation: 'ManualResetPassword',
    code: 'SCRAMBLE',
  },
  {
    version: 19,
    backend: 'cloud-administration',
    login: 'zoë.müller',
    operation: 'ManualResetPassword',
    code: 'SET_AND_NOTIFY',
  },
  {
    version: 19,
    backend: 'cloud-administration',
    login: 'zoë.müller',
    operation: 'AutoResetPassword',
    code: 'AUTO_RESET',
  },
  { version: 19, backend: 'cloud-sso', login: null, operation: 'ResetUserPassword', code: 'SET' },
  {
    version: 19,
    backend: 'cloud-sso',
    login: null,
    operation: 'ResetUserPassword',
    code: 'GENERATE',
  },
] as const;

interface Asking {
  readonly source?: string;
  readonly delivery?: string;
  readonly acknowledge?: readonly string[];
}

const ASKING: Readonly<Record<(typeof WRITES)[number]['code'], Asking>> = {
  MAIL_TEMPORARY: { delivery: 'EMAIL' },
  AUTO_RESET: { delivery: 'EMAIL' },
  SET: { source: 'PROVIDED' },
  SET_AND_MAIL: { source: 'PROVIDED', delivery: 'EMAIL', acknowledge: ['PASSWORD_IN_EMAIL'] },
  SET_AND_NOTIFY: { source: 'PROVIDED', delivery: 'EMAIL', acknowledge: ['PASSWORD_IN_EMAIL'] },
  SET_GENERATED: { delivery: 'RETURN' },
  GENERATE: { delivery: 'RETURN' },
  SCRAMBLE: { delivery: 'NONE' },
};

type Known = readonly [status: string, code: string | null, evidence: string];

const DONE = ['DONE', null, 'BACKEND_RESPONSE'] as const;
const UNKNOWN = ['UNKNOWN', 'OUTCOME_UNKNOWN', 'NONE'] as const;
/** Read again, the account shows it: only Cloud Administration tells when a password was last reset. */
const SHOWN = ['DONE', null, 'READ_BACK'] as const;
const NOT_SHOWN = ['FAILED', 'BACKEND_UNAVAILABLE', 'READ_BACK'] as const;

const failed = (code: string): Known => ['FAILED', code, 'BACKEND_RESPONSE'];

interface Trouble {
  readonly name: string;
  readonly fault: Fault;
  readonly known: Known;
  /** Where a backend's own facts say more. */
  readonly of?: Readonly<Record<string, Known>>;
}

const TROUBLES: readonly Trouble[] = [
  {
    name: 'a status 504',
    fault: { kind: 'status', status: 504 },
    known: UNKNOWN,
    of: { 'cloud-administration': NOT_SHOWN },
  },
  {
    name: 'a status 500',
    fault: { kind: 'status', status: 500 },
    known: UNKNOWN,
    of: { 'cloud-administration': NOT_SHOWN },
  },
  {
    name: 'a redirect',
    fault: { kind: 'status', status: 302 },
    known: UNKNOWN,
    of: { 'cloud-administration': NOT_SHOWN },
  },
  {
    name: 'a connection that ends before it is done',
    fault: { kind: 'reset-before' },
    known: UNKNOWN,
    of: { 'cloud-administration': NOT_SHOWN },
  },
  {
    name: 'a connection that ends when it is done',
    fault: { kind: 'reset-after' },
    known: UNKNOWN,
    of: { 'cloud-administration': SHOWN },
  },
  {
    name: 'no answer',
    fault: { kind: 'hang' },
    known: UNKNOWN,
    of: { 'cloud-administration': NOT_SHOWN },
  },
  {
    name: 'an unreadable answer',
    fault: { kind: 'malformed' },
    known: UNKNOWN,
    of: { 'cloud-administration': SHOWN, cpq: DONE },
  },
  { name: 'throttling', fault: { kind: 'throttle' }, known: failed('BACKEND_THROTTLED') },
  {
    name: 'a status 401',
    fault: { kind: 'status', status: 401 },
    known: failed('BACKEND_CREDENTIAL_REJECTED'),
  },
  {
    name: 'a status 403',
    fault: { kind: 'status', status: 403 },
    known: failed('BACKEND_CREDENTIAL_REJECTED'),
  },
  { name: 'a status 404', fault: { kind: 'status', status: 404 }, known: failed('NOT_FOUND') },
  {
    name: 'a status 400',
    fault: { kind: 'status', status: 400 },
    known: failed('BACKEND_REJECTED'),
  },
];

describe.each(WRITES)('$code by $operation of $backend $version', (row) => {
  const { backend, operation, code } = row;
  let gateway: TestGateway;
  let userId: string;

  beforeAll(async () => {
    gateway = await startTestGateway({
      environment: { ...UNLIMITED, UPSTREAM_TIMEOUT_MS: '250' },
      switches: { ...SWITCHES, cpq: { version: row.version } },
    });
    ({ id: userId } = await findAccount(gateway, row));
  });

  afterEach(() => gateway.simulator(backend).faults.clear());
  afterAll(() => gateway.close());

  it.each(TROUBLES.map((trouble) => [trouble.name, trouble] as const))(
    'is sent once, and told as it is known, after %s',
    async (_name, { fault, known, of = {} }) => {
      const { calls, faults } = gateway.simulator(backend);
      const asking = ASKING[code];
      const password = asking.source === undefined ? undefined : newPassword();
      calls.clear();
      faults.add({ ...fault, operation });
      const result = await reset(gateway, { userId, ...asking, password });

      expect(calls.writes.map((call) => call.operation)).toEqual([operation]);
      const [status, errorCode, evidence] = of[backend] ?? known;
      expect(result).toMatchObject({ status, option: { code }, alternatives: [] });
      expect(result.userErrors).toMatchObject(
        errorCode === null
          ? []
          : [{ code: errorCode, retryable: errorCode === 'BACKEND_THROTTLED' }],
      );
      const level = { DONE: 'MET', FAILED: 'NOT_MET' }[status] ?? 'UNKNOWN';
      expect(byKind(result.guarantees)['PASSWORD_REPLACED']).toEqual({ level, evidence });
      const isTold = asking.delivery === 'RETURN' && status !== 'FAILED';
      // What the backend made and could not tell, nobody has.
      const has = isTold && (code === 'SET_GENERATED' || status === 'DONE');
      expect(result.generatedPassword !== null).toBe(has);
    },
  );
});
