import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { toGlobalId } from '../../src/domain/global-id.ts';
import { createLogger } from '../../src/observability/logger.ts';
import { createMetrics } from '../../src/observability/metrics.ts';
import { startObservability } from '../../src/observability/observers.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { parseMetrics, type Sample } from '../support/metrics.ts';

const NAMES = backendDefinitions.map(({ name }) => name);

const LIST =
  'query L($backend: String!) { users(first: 5, filter: { backends: [$backend] }) { nodes { id login } failures { code } } }';

async function samplesOf({ url }: TestGateway): Promise<readonly Sample[]> {
  return parseMetrics(await (await fetch(`${url}/metrics`)).text());
}

/** The value of the one sample with these labels, and maybe others; 0: there is none. */
async function valueOf(
  gateway: TestGateway,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number> {
  const wanted = Object.entries(labels);
  return (await samplesOf(gateway))
    .filter((sample) => sample.name === name)
    .filter((sample) => wanted.every(([label, value]) => sample.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

async function withGateway(
  environment: Readonly<Record<string, string>>,
  work: (gateway: TestGateway) => Promise<void>,
): Promise<void> {
  const gateway = await startTestGateway({ environment });
  try {
    await work(gateway);
  } finally {
    await gateway.close();
  }
}

async function firstUser(gateway: TestGateway, backend: string): Promise<string> {
  const { data } = await gateway.query(LIST, { backend });
  return data.users.nodes[0].id as string;
}

describe('the metrics of a gateway', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway();
  });

  afterAll(async () => {
    await gateway.close();
  });

  it('count an operation with its time and its calls', async () => {
    const before = await valueOf(gateway, 'gateway_operations_total');
    await gateway.query('{ currencies { code } backends { name } }');
    await gateway.query('{ nothing }');
    await gateway.query('query {');
    const count = (labels: Record<string, string>) =>
      valueOf(gateway, 'gateway_operations_total', labels);
    expect(await count({})).toBe(before + 3);
    expect(await count({ type: 'query', outcome: 'ok' })).toBe(1);
    expect(await count({ type: 'unknown', outcome: 'errors' })).toBe(2);
    for (const code of ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']) {
      expect(await valueOf(gateway, 'gateway_errors_total', { code })).toBe(1);
    }
    const times = { type: 'query' };
    expect(await valueOf(gateway, 'gateway_operation_duration_seconds_count', times)).toBe(1);
    expect(await valueOf(gateway, 'gateway_operation_upstream_calls_count', times)).toBe(1);
  });

  it('count upstream calls as the backend saw them, and look-ups that spared one', async () => {
    const { calls } = gateway.simulator('cloud-administration');
    calls.clear();
    await gateway.query(LIST, { backend: 'cpq' });
    const userId = await firstUser(gateway, 'cloud-administration');
    for (let reads = 0; reads < 2; reads += 1) {
      await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id: userId });
    }
    const backend = 'cloud-administration';
    expect(calls.count('ListUsers')).toBe(1);
    for (const operation of ['ListUsers', 'GetToken']) {
      expect(
        await valueOf(gateway, 'gateway_upstream_calls_total', {
          backend,
          operation,
          outcome: 'OK',
        }),
      ).toBe(calls.count(operation));
    }
    const cpq = { backend: 'cpq', operation: 'ListUsers' };
    expect(await valueOf(gateway, 'gateway_upstream_call_duration_seconds_count', cpq)).toBe(1);
    const id = await firstUser(gateway, 'cpq');
    const lookups = (result: string) =>
      valueOf(gateway, 'gateway_cache_lookups_total', { backend: 'cpq', result });
    const [hits, misses] = [await lookups('hit'), await lookups('miss')];
    for (let reads = 0; reads < 2; reads += 1) {
      await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
    }
    expect(await lookups('miss')).toBe(misses + 1);
    expect(await lookups('hit')).toBe(hits + 1);
  });

  it('count how writes and resets ended, each once', async () => {
    const userId = await firstUser(gateway, 'cloud-sso');
    const setStatus =
      'mutation ($userId: ID!) { setUserStatus(input: { userId: $userId, status: DISABLED }) { status } }';
    const { data } = await gateway.query(setStatus, { userId });
    const writes = (labels: Record<string, string>) =>
      valueOf(gateway, 'gateway_writes_total', labels);
    expect(data.setUserStatus.status).toBe('DONE');
    expect(await writes({})).toBe(1);
    expect(await writes({ mutation: 'setUserStatus', backend: 'cloud-sso', status: 'DONE' })).toBe(
      1,
    );

    const reset =
      'mutation ($userId: ID!, $password: Secret!) { resetPassword(input: { userId: $userId, source: PROVIDED, password: $password }) { status } }';
    await gateway.query(reset, { userId, password: 'x' });
    expect(await writes({})).toBe(2);
    expect(
      await writes({ mutation: 'resetPassword', backend: 'cloud-sso', status: 'REFUSED' }),
    ).toBe(1);

    const nowhere = toGlobalId('User', { backend: 'c4n4ry', nativeId: 'c4n4ry' });
    await gateway.query(setStatus, { userId: nowhere });
    expect(await writes({ mutation: 'setUserStatus', backend: 'none' })).toBe(1);
  });

  it('show the health of every backend', async () => {
    for (const backend of NAMES) {
      expect(await valueOf(gateway, 'gateway_backend_health', { backend })).toBe(1);
      expect(await valueOf(gateway, 'gateway_backend_health', { backend, status: 'UP' })).toBe(1);
      expect(await valueOf(gateway, 'gateway_backend_circuit_open', { backend })).toBe(0);
    }
    expect(await valueOf(gateway, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  });
});

describe('a caller who is turned away', () => {
  const AUTH = {
    AUTH_ISSUER: 'https://login.example',
    AUTH_AUDIENCE: 'user-gateway',
    AUTH_JWKS_URL: 'http://127.0.0.1:1/jwks',
  };

  it('is counted and logged, without the token', () =>
    withGateway(AUTH, async (gateway) => {
      const headers = { authorization: 'Bearer c4n4ry' };
      expect((await gateway.query('{ currencies { code } }', {}, headers)).status).toBe(401);
      const labels = { code: 'UNAUTHENTICATED' };
      expect(await valueOf(gateway, 'gateway_errors_total', labels)).toBe(1);
      const log = gateway.logLines.join('');
      expect(log).toMatch(/"code":"UNAUTHENTICATED","msg":"operation"/);
      expect(log).not.toContain('c4n4ry');
    }));
});

describe('a backend that is down', () => {
  it('is shown as down, and its calls as not let through until it answers again', () =>
    withGateway({ CACHE_USERS_TTL_SECONDS: '0', UPSTREAM_TIMEOUT_MS: '300' }, async (gateway) => {
      const { faults } = gateway.simulator('cpq');
      faults.add({ kind: 'status', status: 500 });
      for (let reads = 0; reads < 12; reads += 1) await gateway.query(LIST, { backend: 'cpq' });
      const backend = 'cpq';
      const refused = { backend, outcome: 'CIRCUIT_OPEN' };
      expect(await valueOf(gateway, 'gateway_upstream_calls_total', refused)).toBeGreaterThan(0);
      expect(await valueOf(gateway, 'gateway_backend_circuit_open', { backend })).toBe(1);
      expect(await valueOf(gateway, 'gateway_backend_health', { backend, status: 'DOWN' })).toBe(1);
      expect(
        await valueOf(gateway, 'gateway_upstream_call_duration_seconds_count', { backend }),
      ).toBe(
        await valueOf(gateway, 'gateway_upstream_calls_total', {
          backend,
          outcome: 'BACKEND_UNAVAILABLE',
        }),
      );
      // One warning for each call that failed, none for those that never left.
      const warnings = gateway.logLines.filter((line) => line.includes('upstream call failed'));
      expect(warnings).not.toHaveLength(0);
      expect(warnings.filter((line) => line.includes('CIRCUIT_OPEN'))).toEqual([]);

      faults.clear();
      await expect
        .poll(async () => {
          await gateway.query(LIST, { backend });
          return valueOf(gateway, 'gateway_backend_circuit_open', { backend });
        })
        .toBe(0);
      expect(await valueOf(gateway, 'gateway_backend_health', { backend, status: 'UP' })).toBe(1);
    }));
});

describe('a backend with a quota', () => {
  it('shows the calls that waited for it', () =>
    withGateway({ CACHE_USERS_TTL_SECONDS: '0' }, async (gateway) => {
      // Twice as many as CloudSSO takes in a second, each another page.
      const lists = Array.from(
        { length: 40 },
        (_, n) =>
          `a${n}: users(first: ${n + 1}, filter: { backends: ["cloud-sso"] }) { nodes { id } }`,
      );
      await Promise.all(
        [lists.slice(0, 20), lists.slice(20)].map((some) => gateway.query(`{ ${some.join(' ')} }`)),
      );
      const labels = { backend: 'cloud-sso', operation: 'ListUsers' };
      expect(await valueOf(gateway, 'gateway_quota_wait_seconds_count', labels)).toBeGreaterThan(0);
      expect(await valueOf(gateway, 'gateway_quota_wait_seconds_sum', labels)).toBeGreaterThan(0.2);
    }));
});

describe('GET /metrics', () => {
  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${url}/metrics`, { method, headers });

  it('answers with Prometheus text that nobody keeps, and to nothing but GET', () =>
    withGateway({}, async ({ url }) => {
      const answer = await ask(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await ask(url, {}, 'POST')).status).toBe(405);
    }));

  it('wants the token where one is set', () =>
    withGateway({ METRICS_TOKEN: 'm3trics-token' }, async ({ url }) => {
      const wrong = ['', 'Bearer', 'Bearer m3trics', 'Bearer m3trics-tokeN', 'Basic m3trics-token'];
      for (const authorization of wrong) {
        const answer = await ask(url, authorization === '' ? {} : { authorization });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        expect(await answer.text()).not.toMatch(/gateway_|m3trics/);
      }
      const answer = await ask(url, { authorization: 'Bearer m3trics-token' });
      expect(answer.status).toBe(200);
    }));
});

describe('what a caller sends', () => {
  it('is never a label, and in the log nothing but the name of the operation', () =>
    withGateway({ LOG_LEVEL: 'info' }, async (gateway) => {
      const canary = 'c4n4ry';
      const id = toGlobalId('User', { backend: canary, nativeId: canary });
      const variables = { text: canary, id, backend: 'cloud-sso' };
      const documents = [
        'query c4n4ryName($text: String!) { userByLogin(backend: $text, login: $text) { id } }',
        'query c4n4ryName($text: String!, $backend: String!) { userByLogin(backend: $backend, login: $text) { id } }',
        'query c4n4ryName($text: String!) { users(first: 5, filter: { search: $text, backends: [$text] }) { nodes { id } } }',
        'query c4n4ryName($id: ID!) { c4n4ry: node(id: $id) { id } }',
        'query c4n4ryName { c4n4ry }',
        'query { users(first: "c4n4ry") { c4n4ry } }',
        'mutation c4n4ryName($id: ID!, $text: String!) { updateUser(input: { userId: $id, attributes: { displayName: $text } }) { status } }',
        'mutation c4n4ryName($text: String!) { createUser(input: { backend: $text, login: $text, attributes: { displayName: $text } }) { status } }',
        'mutation c4n4ryName($text: Secret!, $id: ID!) { resetPassword(input: { userId: $id, source: PROVIDED, password: $text }) { status } }',
      ];
      for (const document of documents) {
        await gateway.query(document, variables, { authorization: 'Bearer c4n4ry' });
      }
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      expect(text).not.toContain(canary);
      expect(await valueOf(gateway, 'gateway_operations_total')).toBe(documents.length);
      const lines = gateway.logLines.filter((line) => line.includes(canary));
      for (const line of lines) {
        expect(line.replace('"operationName":"c4n4ryName"', '')).not.toContain(canary);
      }
    }));

  it('meets labels of closed sets only', () =>
    withGateway({}, async (gateway) => {
      for (const backend of NAMES) await gateway.query(LIST, { backend });
      const id = await firstUser(gateway, 'cpq');
      await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
      const own = (await samplesOf(gateway)).filter(({ name }) => name.startsWith('gateway_'));
      const values = (label: string) => new Set(own.flatMap(({ labels }) => labels[label] ?? []));
      expect(new Set(own.flatMap(({ labels }) => Object.keys(labels)))).toEqual(
        new Set(['type', 'outcome', 'le', 'backend', 'operation', 'result', 'status']),
      );
      expect(own.some(({ name }) => name === 'gateway_contract_samples_total')).toBe(true);
      expect(values('backend')).toEqual(new Set(NAMES));
      for (const operation of values('operation')) expect(operation).toMatch(/^[A-Z][A-Za-z]+$/);
    }));
});

describe('the log', () => {
  it('has one line for each operation, with who asked, how long it took and what it cost', () =>
    withGateway({ LOG_LEVEL: 'info' }, async (gateway) => {
      await gateway.query('query Codes { currencies { code } }');
      await gateway.query(LIST, { backend: 'cpq' }, { 'x-request-id': 'request-7' });
      await gateway.query('query A { a } query B { b }');
      const lines = gateway.logLines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ msg }) => msg === 'operation');
      expect(lines).toEqual([
        expect.objectContaining({ operationName: 'Codes', upstreamCalls: 0, code: 'OK' }),
        {
          level: 30,
          time: expect.any(String),
          msg: 'operation',
          requestId: 'request-7',
          operationName: 'L',
          operationType: 'query',
          subject: 'anonymous',
          durationMs: expect.any(Number),
          upstreamCalls: 1,
          code: 'OK',
        },
        expect.objectContaining({ operationType: 'unknown', code: 'GRAPHQL_VALIDATION_FAILED' }),
      ]);
    }));

  it('tells by the id of a request which calls of backends failed for it, although its answer has no error', () =>
    withGateway({ LOG_LEVEL: 'info' }, async (gateway) => {
      gateway.simulator('cpq').faults.add({ kind: 'status', status: 503, times: 100 });
      const all = '{ users(first: 3) { nodes { id } failures { code } } }';
      const [broken] = await Promise.all([
        gateway.query(all, {}, { 'x-request-id': 'broken-1' }),
        gateway.query(LIST, { backend: 'cloud-sso' }, { 'x-request-id': 'whole-1' }),
      ]);
      expect(broken.data.users.failures).toEqual([{ code: 'BACKEND_UNAVAILABLE' }]);
      const lines = gateway.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const of = (requestId: string) => lines.filter((line) => line['requestId'] === requestId);
      expect(of('broken-1')).toContainEqual(
        expect.objectContaining({
          msg: 'upstream call failed',
          backend: 'cpq',
          status: 503,
          code: 'BACKEND_UNAVAILABLE',
        }),
      );
      expect(of('broken-1').at(-1)).toMatchObject({
        msg: 'operation',
        code: 'OK',
        upstreamFailures: 'cpq BACKEND_UNAVAILABLE',
      });
      expect(of('whole-1')).toEqual([
        expect.not.objectContaining({ upstreamFailures: expect.anything() }),
      ]);
    }));

  it('has the code and the id that CloudSSO gave a call that failed', () =>
    withGateway({ LOG_LEVEL: 'info' }, async (gateway) => {
      gateway.simulator('cloud-sso').faults.add({ kind: 'status', status: 404, times: 1 });
      await gateway.query(LIST, { backend: 'cloud-sso' });
      const failed = gateway.logLines.find((line) => line.includes('upstream call failed'));
      expect(JSON.parse(failed ?? '{}')).toMatchObject({
        upstreamCode: expect.stringMatching(/^\w+\.NotFound$/),
        upstreamRequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
      });
    }));

  it('has no code that is more than a name, as a backend writes its codes itself', async () => {
    const lines: string[] = [];
    const log = createLogger('warn', { write: (line) => lines.push(line) });
    const config = { logLevel: 'warn', metricsToken: null, traceCollector: null } as const;
    const { observers } = await startObservability(config, NAMES, log);
    for (const code of [
      'Throttling.User',
      'items.0.login',
      'c4n4ry7',
      'c4n4ry!',
      'A'.repeat(101),
    ]) {
      observers.upstreamCall({
        ...{ backend: 'cpq', operation: 'ListUsers', method: 'GET', status: 400 },
        ...{ outcome: 'BACKEND_REJECTED', durationMs: 1, attempt: 1, cause: { code } },
      });
    }
    const told = lines.map((line) => (JSON.parse(line) as { upstreamCode?: string }).upstreamCode);
    expect(told).toEqual(['Throttling.User', 'items.0.login', undefined, undefined, undefined]);
  });

  it('counts the reads that prepare a write as calls of its operation', () =>
    withGateway({ LOG_LEVEL: 'info' }, async (gateway) => {
      const userId = await firstUser(gateway, 'cloud-sso');
      await gateway.query(
        'mutation M($userId: ID!) { deleteUser(input: { userId: $userId }) { status } }',
        { userId },
      );
      const line = gateway.logLines.find((each) => each.includes('"operationName":"M"'));
      expect(JSON.parse(line ?? '{}').upstreamCalls).toBeGreaterThan(0);
    }));
});

describe('the dashboard and the table in the handbook', () => {
  const exposed = async (): Promise<ReadonlySet<string>> => {
    const { text } = await createMetrics(NAMES).render();
    return new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name));
  };

  it('ask for metrics that exist', async () => {
    const names = await exposed();
    const dashboard: unknown = JSON.parse(await readFile('ops/grafana/dashboard.json', 'utf8'));
    const queries = JSON.stringify(dashboard).matchAll(/"expr":"((?:[^"\\]|\\.)*)"/g);
    const asked = [...queries].flatMap(([, query = '']) => [
      ...query.matchAll(/\b(?:gateway|process|nodejs)_\w+/g),
    ]);
    expect(asked.length).toBeGreaterThan(9);
    const base = (name: string) => name.replace(/_(bucket|sum|count)$/, '');
    expect(asked.map(([name]) => base(name)).filter((name) => !names.has(name))).toEqual([]);
  });

  it('name every metric of our own', async () => {
    const handbook = await readFile('docs/operations.md', 'utf8');
    const own = [...(await exposed())].filter((name) => name.startsWith('gateway_'));
    expect(own.length).toBeGreaterThan(9);
    expect(own.filter((name) => !handbook.includes(`\`${name}\``))).toEqual([]);
  });
});
