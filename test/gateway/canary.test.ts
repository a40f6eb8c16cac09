import type { IncomingMessage } from 'node:http';
import Keyv from 'keyv';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { startTap, type Tap } from '../contract/tap.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { redisIsMissing, startRedis, type RunningRedis } from '../support/redis.ts';
import {
  RESET,
  RESET_MANY,
  UNLIMITED,
  accountByLogin,
  activeAccounts,
  passwordOf,
  reset,
  type Account,
} from './resetting.ts';

/** Meets every policy, and no encoding of a URL, of JSON or of a form changes it. */
const CANARY = 'Kanarie-4711-Zx';
/** Breaks the policy of CloudSSO. */
const WEAK = 'kanarie-4711-weak';
/** Any part of either, in any case, and in base64 wherever it may begin. */
const TRACES = [/kanarie/i, ...[0, 1, 2].map((shift) => base64Of('Kanarie-4711', shift))];

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'] as const;

const missingRedis = redisIsMissing();
if (missingRedis !== null)
  process.stdout.write(`skipped: canaries in the ledger, ${missingRedis}\n`);

let redis: RunningRedis | null = null;
let gateway: TestGateway;
const taps = new Map<string, Tap>();
/** Keys and values that any cache was given. */
const cached: string[] = [];
const answers: Answer[] = [];

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

beforeAll(async () => {
  const { set } = Keyv.prototype;
  vi.spyOn(Keyv.prototype, 'set').mockImplementation(function (this: Keyv, ...given) {
    cached.push(JSON.stringify(given));
    return set.apply(this, given);
  });
  redis = missingRedis === null ? await startRedis() : null;
  gateway = await startTestGateway({
    environment: {
      ...UNLIMITED,
      CACHE_USERS_TTL_SECONDS: '60',
      ...(redis && { REDIS_URL: redis.url, LEDGER_KEY: 'the key of the ledger' }),
    },
    definitions: backendDefinitions.map(tapped),
    switches: {
      cpq: { credential: 'client-credentials' },
      'cloud-sso': { sts: true, throttle: false },
    },
  });
});

afterEach(() => {
  for (const tap of taps.values()) tap.alter = (answer) => answer;
});

afterAll(async () => {
  vi.restoreAllMocks();
  await gateway.close();
  await redis?.stop();
});

/** The backend behind a tap, which can make it answer with anything. */
function tapped(definition: BackendDefinition): BackendDefinition {
  return {
    ...definition,
    startSimulator: async (options) => {
      const simulator = await definition.startSimulator(options);
      const tap = await startTap(simulator.url, simulator.environment);
      taps.set(definition.name, tap);
      return {
        ...simulator,
        environment: tap.environment as Readonly<Record<string, string>>,
        close: async () => {
          await tap.close();
          await simulator.close();
        },
      };
    },
  };
}

function base64Of(text: string, shift: number): RegExp {
  const inside = Buffer.from('x'.repeat(shift) + text).toString('base64');
  // The first and last characters depend on what stands around it.
  return new RegExp(inside.slice(shift === 0 ? 0 : 4, -4).replace(/[+/]/g, '.'));
}

interface Sending {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | null;
}

async function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sending) {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  const answer: Answer = {
    status: response.status,
    headers: JSON.stringify([...response.headers]),
    body: await response.text(),
  };
  answers.push(answer);
  return answer;
}

function sendDocument(query: string, variables?: unknown, more: object = {}): Promise<Answer> {
  return send({ body: JSON.stringify({ query, variables, ...more }) });
}

function isReset({ method = '', headers, url = '' }: IncomingMessage): boolean {
  if (headers['x-acs-action'] === 'ResetUserPassword') return true;
  return ['PATCH', 'PUT'].includes(method) || url.endsWith('/actions/resetPassword');
}

/** Everything that the gateway has told, kept or sent since it started, but the bodies of what it sent. */
async function traces(): Promise<Readonly<Record<string, string>>> {
  const metrics = await fetch(`${gateway.url}/metrics`);
  expect(metrics.status).toBe(200);
  const calls = BACKENDS.flatMap((backend) => gateway.simulator(backend).calls.all);
  return {
    answers: JSON.stringify(answers),
    metrics: await metrics.text(),
    log: gateway.logLines.join(''),
    audit: gateway.auditLines.join(''),
    cache: cached.join('\n'),
    ledger: await readLedger(),
    'addresses and headers of upstream calls': JSON.stringify(
      calls.map(({ method, path, query, headers }) => ({ method, path, query, headers })),
    ),
  };
}

async function readLedger(): Promise<string> {
  if (redis === null) return '';
  const client = await createClient({ url: redis.url }).connect();
  try {
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map((key) => client.get(key)));
    return JSON.stringify([keys, values]);
  } finally {
    client.destroy();
  }
}

async function expectNoTrace(patterns: readonly RegExp[] = TRACES): Promise<void> {
  for (const [place, text] of Object.entries(await traces())) {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      const around = found && text.slice(Math.max(0, found.index - 150), found.index + 150);
      expect(around, `found in: ${place}`).toBeNull();
    }
  }
}

function upstreamBodiesWith(text: string) {
  return BACKENDS.flatMap((backend) =>
    gateway
      .simulator(backend)
      .calls.all.filter(({ body }) => decodeURIComponent(body.replaceAll('+', ' ')).includes(text))
      .map(({ operation }) => operation),
  );
}

describe('a password that a caller supplies', () => {
  const PROVIDED = { password: CANARY };
  const MAILED = { ...PROVIDED, delivery: 'EMAIL', acknowledge: ['PASSWORD_IN_EMAIL'] };

  it.each([
    ['cpq', 'amara.osei', PROVIDED, 'UpdateUser'],
    ['cpq', 'theo.lindqvist', MAILED, 'UpdateUser'],
    ['cpq', 'svc_support', PROVIDED, 'ResetPassword'],
    ['cloud-administration', 'zoë.müller', PROVIDED, 'ManualResetPassword'],
    ['cloud-administration', 'l.locked', MAILED, 'ManualResetPassword'],
    ['cloud-sso', null, PROVIDED, 'ResetUserPassword'],
  ])('of %s for %s is in the one upstream body alone', async (backend, login, input, operation) => {
    const account = await someAccount(backend, login);
    const before = upstreamBodiesWith(CANARY);
    const { body } = await sendDocument(RESET, {
      input: { userId: account.id, reason: 'They called.', idempotencyKey: account.id, ...input },
    });
    expect(body).toContain('"status":"DONE"');
    expect(passwordOf(gateway, account)).toBe(CANARY);
    expect(upstreamBodiesWith(CANARY).toSorted()).toEqual([...before, operation].toSorted());
    await expectNoTrace();
  });

  it.each([
    ['cpq', 'ingrid.nordhaug', 'nordhaug'],
    ['cloud-administration', 'łukasz.żak', null],
    ['cloud-sso', null, null],
  ])('is not repeated when %s answers with it', async (backend, login, company) => {
    const account = await someAccount(backend, login, company);
    const echo = JSON.stringify({
      Code: CANARY,
      Message: CANARY,
      title: CANARY,
      RequestId: CANARY,
    });
    const before = upstreamBodiesWith(CANARY).length;
    for (const body of [echo, CANARY, `{"${account.login}":"${CANARY}"}`, `<html>${CANARY}`]) {
      for (const status of [200, 202, 302, 400, 401, 404, 409, 429, 500]) {
        const told = { location: `/${CANARY}`, 'retry-after': CANARY, 'x-request-id': CANARY };
        const headers = { 'content-type': 'application/json', ...told };
        taps.get(backend)!.alter = (answer, request) =>
          isReset(request) ? { status, headers, body } : answer;
        const input = { userId: account.id, password: `${CANARY}${status}` };
        expect((await sendDocument(RESET, { input })).body).toContain('"code":"SET"');
      }
    }
    expect(upstreamBodiesWith(CANARY)).toHaveLength(before + 4 * 9);
    await expectNoTrace();
  });

  describe('is not repeated by a request that', () => {
    const ONE =
      'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { status } }';
    const MANY =
      'mutation ($input: ResetPasswordsInput!) { resetPasswords(input: $input) { done } }';
    const PLAN =
      'query ($input: PlanPasswordResetInput!) { planPasswordReset(input: $input) { executable } }';
    const literal = (text: string) => `mutation { resetPassword(input: ${text}) { status } }`;
    const given = (value: object) => JSON.stringify({ query: ONE, variables: { input: value } });
    const text = (query: string, variables?: unknown, more: object = {}): Sending => ({
      body: JSON.stringify({ query, variables, ...more }),
    });
    const inUrl = (parameters: Record<string, string>) =>
      `/graphql?${new URLSearchParams(parameters)}`;

    const SENDINGS: readonly (readonly [what: string, sending: (id: string) => Sending])[] = [
      // What the services refuse.
      ['breaks the policy', (userId) => text(ONE, { input: { userId, password: WEAK } })],
      [
        'wants it back',
        (userId) => text(ONE, { input: { userId, password: CANARY, delivery: 'RETURN' } }),
      ],
      [
        'wants it mailed',
        (userId) => text(ONE, { input: { userId, password: CANARY, delivery: 'EMAIL' } }),
      ],
      [
        'says GENERATED',
        (userId) => text(ONE, { input: { userId, password: CANARY, source: 'GENERATED' } }),
      ],
      [
        'is far too long',
        (userId) => text(ONE, { input: { userId, password: CANARY.repeat(100) } }),
      ],
      [
        'holds half a character',
        (userId) => text(ONE, { input: { userId, password: `${CANARY}\ud800` } }),
      ],
      [
        'names nobody',
        () => text(ONE, { input: { userId: 'MTpVc2VyOmNwcTp4', password: CANARY } }),
      ],
      ['has a bad id', () => text(ONE, { input: { userId: '%%', password: CANARY } })],
      [
        'has a bad key',
        (userId) => text(ONE, { input: { userId, password: CANARY, idempotencyKey: '' } }),
      ],
      [
        'names one user twice',
        (userId) =>
          text(MANY, {
            input: {
              resets: [
                { userId, password: CANARY },
                { userId, password: CANARY },
              ],
            },
          }),
      ],
      ['resets nobody', () => text(MANY, { input: { resets: [], password: CANARY } })],
      [
        'resets 101',
        (userId) =>
          text(MANY, {
            input: { resets: Array.from({ length: 101 }, () => ({ userId, password: CANARY })) },
          }),
      ],
      // What the schema refuses.
      ['gives a list', (userId) => text(ONE, { input: { userId, password: [CANARY] } })],
      [
        'gives an object',
        (userId) => text(ONE, { input: { userId, password: { value: CANARY } } }),
      ],
      ['misspells the field', (userId) => text(ONE, { input: { userId, passwort: CANARY } })],
      ['gives it as the source', (userId) => text(ONE, { input: { userId, source: CANARY } })],
      ['gives it as a risk', (userId) => text(ONE, { input: { userId, acknowledge: [CANARY] } })],
      ['gives it as the input', () => text(ONE, { input: CANARY })],
      ['gives it as a list of inputs', () => text(ONE, { input: [CANARY] })],
      [
        'wants a number beside it',
        (userId) => text(ONE, { input: { userId, password: CANARY, reason: 7 } }),
      ],
      ['does without a user', () => text(ONE, { input: { password: CANARY } })],
      ['gives it to a plan', (userId) => text(PLAN, { input: { userId, password: CANARY } })],
      [
        'has a bad entry among many',
        (userId) => text(MANY, { input: { resets: [{ userId, password: [CANARY] }] } }),
      ],
      [
        'has it in a variable that is not used',
        () => text('{ viewer { subject } }', { password: CANARY }),
      ],
      [
        'has it in a variable of another type',
        () =>
          text('query ($first: Int!) { users(first: $first) { nodes { id } } resetPassword }', {
            first: CANARY,
          }),
      ],
      [
        'has it in a literal',
        (userId) => text(literal(`{ userId: "${userId}", password: "${CANARY}" }`)),
      ],
      [
        'has it in a block literal',
        (userId) => text(literal(`{ userId: "${userId}", password: """${CANARY}""" }`)),
      ],
      [
        'has it in an enum literal',
        (userId) =>
          text(literal(`{ userId: "${userId}", source: ${CANARY.replaceAll('-', '_')} }`)),
      ],
      [
        'has it in a literal without an end',
        () => text(literal(`{ userId: "x", password: "${CANARY}`)),
      ],
      ['has it without quotes', () => text(literal(`{ userId: "x", password: ${CANARY} }`))],
      [
        'has it in a default',
        () =>
          text(
            `mutation ($p: Secret = "${CANARY}") { resetPassword(input: { userId: "x", password: $p }) { status } }`,
          ),
      ],
      [
        'has it in an unknown argument',
        () => text(`mutation { resetPassword(password: "${CANARY}") { status } }`),
      ],
      ['has it in the name of a field', () => text('mutation { Kanarie_4711 }')],
      [
        'has it in a comment',
        () => text(`mutation { unlockUser(input: { userId: "x" }) { status } } # ${CANARY}\n }`),
      ],
      [
        'has it in a directive',
        () =>
          text(`mutation { unlockUser(input: { userId: "x" }) { status @skip(if: "${CANARY}") } }`),
      ],
      [
        'resets twice in a document',
        (userId) =>
          text(
            `mutation ($i: ResetPasswordInput!) { a: resetPassword(input: $i) { status } b: resetPassword(input: $i) { status } }`,
            { i: { userId, password: CANARY } },
          ),
      ],
      [
        'has it as the name of the operation',
        (userId) => text(ONE, { input: { userId: `${userId}x` } }, { operationName: CANARY }),
      ],
      [
        'has the name of no operation',
        (userId) => text(ONE, { input: { userId, password: CANARY } }, { operationName: 'Nobody' }),
      ],
      [
        'has it in extensions',
        () => text(ONE, { input: null }, { extensions: { password: CANARY } }),
      ],
      [
        'has it as a persisted document',
        () =>
          text(
            ONE,
            { input: null },
            { extensions: { persistedQuery: { version: 1, sha256Hash: CANARY } } },
          ),
      ],
      ['has it in an unknown part', () => text('{ viewer { subject } }', {}, { password: CANARY })],
      ['has it as the document', () => ({ body: JSON.stringify({ query: CANARY }) })],
      [
        'has it instead of the variables',
        () => ({ body: JSON.stringify({ query: ONE, variables: CANARY }) }),
      ],
      ['has a list for a document', () => ({ body: JSON.stringify({ query: [CANARY] }) })],
      // What the HTTP server refuses.
      ['is a batch', (userId) => ({ body: `[${given({ userId, password: CANARY })}]` })],
      ['is cut off', (userId) => ({ body: given({ userId, password: CANARY }).slice(0, -4) })],
      ['is no JSON', (userId) => ({ body: `password=${CANARY}&user=${userId}` })],
      [
        'is not UTF-8',
        () => ({ body: new Uint8Array([...Buffer.from(`{"password":"${CANARY}`), 0xff]) }),
      ],
      [
        'is plain text',
        (userId) => ({
          headers: { 'content-type': 'text/plain' },
          body: given({ userId, password: CANARY }),
        }),
      ],
      [
        'is a form',
        () => ({
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `password=${CANARY}`,
        }),
      ],
      [
        'has it as the content type',
        () => ({ headers: { 'content-type': `application/${CANARY}` }, body: '{}' }),
      ],
      [
        'accepts nothing but it',
        () => ({ headers: { accept: `application/${CANARY}` }, body: '{}' }),
      ],
      [
        'says that it is compressed',
        (userId) => ({
          headers: { 'content-encoding': 'gzip' },
          body: given({ userId, password: CANARY }),
        }),
      ],
      [
        'is far too large',
        (userId) => ({ body: given({ userId, password: CANARY, reason: 'x'.repeat(2_000_000) }) }),
      ],
      [
        'is a GET of a mutation',
        (userId) => ({
          method: 'GET',
          path: inUrl({
            query: ONE,
            variables: JSON.stringify({ input: { userId, password: CANARY } }),
          }),
        }),
      ],
      [
        'is a GET with bad variables',
        () => ({
          method: 'GET',
          path: inUrl({ query: '{ viewer { subject } }', variables: `{"password":"${CANARY}` }),
        }),
      ],
      [
        'is a GET with it beside',
        () => ({
          method: 'GET',
          path: inUrl({ query: '{ viewer { subject } }', password: CANARY }),
        }),
      ],
      ['is a PUT', (userId) => ({ method: 'PUT', body: given({ userId, password: CANARY }) })],
      [
        'has it in headers',
        () => ({
          headers: {
            'x-password': CANARY,
            cookie: `password=${CANARY}`,
            'apollographql-client-name': CANARY,
            'user-agent': CANARY,
            traceparent: CANARY,
          },
          body: '{}',
        }),
      ],
      [
        'has it as the credential',
        () => ({
          headers: { authorization: `Basic ${Buffer.from(`ann:${CANARY}`).toString('base64')}` },
          body: '{"query":"{ viewer { subject } }"}',
        }),
      ],
    ];

    it.each(SENDINGS)('%s', async (_what, sending) => {
      const { id } = await someAccount('cloud-sso', null);
      const writesBefore = upstreamBodiesWith('anarie').length;
      const answer = await send(sending(id));
      expect(answer.status).toBeGreaterThanOrEqual(200);
      expect(upstreamBodiesWith('anarie')).toHaveLength(writesBefore);
      await expectNoTrace();
    });
  });

  async function someAccount(
    backend: string,
    login: string | null,
    company?: string | null,
  ): Promise<Account> {
    if (login !== null) return accountByLogin(gateway, backend, login, company ?? undefined);
    return (await activeAccounts(gateway, backend, 1))[0]!;
  }
});

describe('a generated password', () => {
  it.each(BACKENDS)('of %s that is returned stands in one answer, once', async (backend) => {
    const [account] = await activeAccounts(gateway, backend, 3);
    const input = {
      userId: account!.id,
      source: 'GENERATED',
      delivery: 'RETURN',
      idempotencyKey: `returned ${backend}`,
      acknowledge: ['SHARED_ACCOUNT'],
    };
    const { body } = await sendDocument(RESET, { input });
    const { generatedPassword } = JSON.parse(body).data.resetPassword as {
      generatedPassword: string;
    };
    expect(generatedPassword).toBe(passwordOf(gateway, account!));
    // The same again, another one, and a look at the account.
    await sendDocument(RESET, { input });
    await sendDocument(RESET_MANY, { input: { resets: [{ userId: account!.id }] } });
    await sendDocument(
      'query ($id: ID!) { user(id: $id) { login passwordResetOptions { code } } }',
      {
        id: account!.id,
      },
    );
    const pattern = asPattern(generatedPassword);
    const { answers: told, ...elsewhere } = await traces();
    // An answer is JSON, and here it is JSON in JSON.
    expect(answers.filter((answer) => pattern.test(answer.body))).toHaveLength(1);
    expect(answers.filter(({ body: text }) => text.includes(generatedPassword))).toHaveLength(1);
    expect(told).not.toBe('');
    for (const [place, text] of Object.entries(elsewhere))
      expect(pattern.test(text), place).toBe(false);
    // What the gateway made is sent once; what CloudSSO made is only answered.
    expect(upstreamBodiesWith(generatedPassword)).toHaveLength(backend === 'cloud-sso' ? 0 : 1);
  });

  it.each(BACKENDS)('of %s that nobody shall know stands nowhere', async (backend) => {
    const [, account] = await activeAccounts(gateway, backend, 3);
    const { status, generatedPassword } = await reset(gateway, {
      userId: account!.id,
      delivery: 'NONE',
      acknowledge: ['SHARED_ACCOUNT'],
      idempotencyKey: `scrambled ${backend}`,
    });
    expect({ status, generatedPassword }).toEqual({ status: 'DONE', generatedPassword: null });
    await expectNoTrace([asPattern(passwordOf(gateway, account!) ?? '')]);
  });

  function asPattern(password: string): RegExp {
    if (password.length < 8) throw new Error('no password');
    const json = JSON.stringify(password).slice(1, -1);
    return new RegExp([password, json].map((text) => RegExp.escape(text)).join('|'));
  }
});

describe('a credential of the gateway', () => {
  const ASK = `{
    backends { name health { status problem } }
    users(first: 40) { nodes { login roles { name } } failures { code message } }
    currencies { code }
  }`;

  /** The secrets of the configuration, and what was made of them: tokens, and names and passwords in base64. */
  function credentialsOf(of: TestGateway): readonly string[] {
    return backendDefinitions.flatMap(({ name, variables }) => {
      const { environment, calls } = of.simulator(name);
      const configured = variables.flatMap((one) => (one.secret && environment[one.name]) || []);
      const sent = calls.all.flatMap(({ headers: { authorization = '' } }) => {
        const [, scheme, value = ''] = /^(Basic|Bearer) (.+)$/.exec(authorization) ?? [];
        return scheme === undefined ? [] : [value];
      });
      return [...configured, ...sent];
    });
  }

  it.each([
    ['Basic', { cpq: { credential: 'basic' } }, 4],
    ['a token', { cpq: { credential: 'token' }, 'cloud-sso': { sts: true } }, 5],
    ['OAuth', { cpq: { credential: 'client-credentials' } }, 5],
  ])('by %s is told nobody, whatever the backends answer', async (_how, switches, atLeast) => {
    const told: string[] = [];
    const other = await startTestGateway({
      switches,
      environment: { ...UNLIMITED, UPSTREAM_TIMEOUT_MS: '300' },
    });
    try {
      const ask = async (query: string, variables?: Readonly<Record<string, unknown>>) => {
        const { data, errors, headers } = await other.query(query, variables);
        told.push(JSON.stringify([data, errors, [...headers]]));
      };
      await ask(ASK);
      const accounts = await Promise.all(
        BACKENDS.map(async (backend) => (await activeAccounts(other, backend, 2))[1]!),
      );
      for (const status of [200, 401, 403, 404, 500]) {
        for (const backend of BACKENDS) {
          other
            .simulator(backend)
            .faults.add(status === 200 ? { kind: 'html' } : { kind: 'status', status });
        }
        await ask(ASK);
        for (const { id } of accounts) await ask(RESET, { input: { userId: id } });
        for (const backend of BACKENDS) other.simulator(backend).faults.clear();
      }
      for (const { id } of accounts) await ask(RESET, { input: { userId: id } });

      const secrets = new Set(credentialsOf(other));
      expect(secrets.size).toBeGreaterThanOrEqual(atLeast);
      const metrics = await (await fetch(`${other.url}/metrics`)).text();
      const ready = await (await fetch(`${other.url}/readyz?detail`)).text();
      const places = [...told, ...other.logLines, ...other.auditLines, ...cached, metrics, ready];
      for (const secret of secrets) {
        expect(places.filter((text) => text.includes(secret))).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });
});

it('all these places were looked at', async () => {
  const empty = Object.entries(await traces()).filter(([, text]) => text.length < 100);
  expect(empty.map(([place]) => place)).toEqual(redis === null ? ['ledger'] : []);
});
