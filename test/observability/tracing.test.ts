import { AsyncLocalStorage } from 'node:async_hooks';
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.ts';
import { createUpstreamClient } from '../../src/http/upstream-client.ts';
import { startCollector, type Collector, type ReceivedSpan } from '../support/collector.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';
const SERVER = 2;
const CLIENT = 3;
const ERROR = 2;

const LIST =
  'query ($backend: String!, $first: Int = 5) { users(first: $first, filter: { backends: [$backend] }) { nodes { id login roles { id } } failures { code } } }';

/** What the collector got by the time that the gateway has stopped. */
async function traced(
  work: (gateway: TestGateway) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Collector> {
  const collector = await startCollector();
  try {
    const gateway = await startTestGateway({
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...environment },
    });
    try {
      await work(gateway);
    } finally {
      await gateway.close();
    }
    return collector;
  } finally {
    await collector.close();
  }
}

function attributesOf({ attributes }: ReceivedSpan): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

describe('tracing', () => {
  it('tells a collector of every request and of every upstream call in it', async () => {
    const { spans, paths } = await traced(async (gateway) => {
      await gateway.query(LIST, { backend: 'cpq' });
    });
    const [request, ...others] = spans().filter(({ kind }) => kind === SERVER);
    expect(others).toEqual([]);
    expect(request?.name).toBe('graphql query');
    expect(attributesOf(request!)).toMatchObject({
      'graphql.operation.type': 'query',
      'gateway.outcome': 'ok',
      'gateway.upstream_calls': expect.anything(),
    });
    const calls = spans().filter(({ kind }) => kind === CLIENT);
    expect(calls.map(({ name }) => name)).toContain('cpq ListUsers');
    for (const call of calls) {
      expect(call).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
      expect(BigInt(call.endTimeUnixNano)).toBeGreaterThan(BigInt(call.startTimeUnixNano));
      expect(Object.keys(attributesOf(call)).toSorted()).toEqual([
        'gateway.attempt',
        'gateway.backend',
        'gateway.operation',
        'gateway.outcome',
        'http.request.method',
        'http.response.status_code',
      ]);
    }
    expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
  });

  it('takes up the trace of the caller, names it in the log, and does not tell it to backends', async () => {
    const traceparent = `00-${TRACE_ID}-${SPAN_ID}-01`;
    const { spans } = await traced(async (gateway) => {
      await gateway.query(LIST, { backend: 'cloud-sso' }, { traceparent });
      const { all } = gateway.simulator('cloud-sso').calls;
      expect(all.length).toBeGreaterThan(0);
      for (const { headers } of all) {
        expect(Object.keys(headers)).not.toContain('traceparent');
        expect(JSON.stringify(headers)).not.toContain(TRACE_ID);
      }
      const line = gateway.logLines.find((each) => each.includes('"msg":"operation"'));
      expect(JSON.parse(line ?? '{}')).toMatchObject({ traceId: TRACE_ID });
    });
    const request = spans().find(({ kind }) => kind === SERVER);
    expect(request).toMatchObject({ traceId: TRACE_ID, parentSpanId: SPAN_ID });
    expect(new Set(spans().map(({ traceId }) => traceId))).toEqual(new Set([TRACE_ID]));
  });

  it.each([
    'nonsense',
    `00-${'0'.repeat(32)}-${SPAN_ID}-01`,
    `00-${TRACE_ID}-${'0'.repeat(16)}-01`,
    `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`,
    `ff-${TRACE_ID}-${SPAN_ID}-01`,
  ])('begins a trace of its own where the caller sends %s', async (traceparent) => {
    const { spans } = await traced(async (gateway) => {
      await gateway.query('{ currencies { code } }', {}, { traceparent });
    });
    expect(spans()).toHaveLength(1);
    expect(spans()[0]).not.toHaveProperty('traceId', TRACE_ID);
    expect(spans()[0]?.parentSpanId ?? '').toBe('');
  });

  it('leaves out a request that its caller does not sample', async () => {
    const { spans } = await traced(async (gateway) => {
      await gateway.query(
        LIST,
        { backend: 'cpq' },
        { traceparent: `00-${TRACE_ID}-${SPAN_ID}-00` },
      );
    });
    expect(spans()).toEqual([]);
  });

  it('gives each of many requests at once the calls that it paid for', async () => {
    const requests = 12;
    const { spans } = await traced(
      async (gateway) => {
        await Promise.all(
          Array.from({ length: requests }, (_, index) =>
            gateway.query(LIST, { backend: 'cpq', first: index + 1 }),
          ),
        );
      },
      { CACHE_USERS_TTL_SECONDS: '0' },
    );
    const answered = spans().filter(({ kind }) => kind === SERVER);
    expect(answered).toHaveLength(requests);
    for (const request of answered) {
      const calls = spans().filter(({ parentSpanId }) => parentSpanId === request.spanId);
      expect(calls).toHaveLength(Number(attributesOf(request)['gateway.upstream_calls']));
    }
  });

  it('keeps a call that waited in line with the request that it belongs to', async () => {
    const server = http.createServer((_request, response) => {
      setTimeout(() => response.end('{}'), 10);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const asking = new AsyncLocalStorage<number>();
    const observed: unknown[] = [];
    const client = createUpstreamClient({
      backend: 'cpq',
      baseUrl: new URL(`http://127.0.0.1:${port}`),
      credential: { identity: 'nobody', headersFor: async () => ({}) },
      timeoutMs: 5000,
      maxConcurrentCalls: 1,
      failureOf: () => null,
      observe: () => observed.push(asking.getStore()),
    });
    try {
      const context = { signal: new AbortController().signal, budget: { take: () => {} } };
      const read = { operation: 'ReadIt', method: 'GET', path: '/it' } as const;
      await Promise.all(
        [1, 2, 3].map((request) =>
          asking.run(request, () => client.read(read, context, ({ status }) => status)),
        ),
      );
      expect(observed).toEqual([1, 2, 3]);
    } finally {
      client.close();
      server.close();
    }
  });

  it('shows what failed, and by which attempt', async () => {
    const { spans } = await traced(
      async (gateway) => {
        gateway.simulator('cpq').faults.add({ kind: 'status', status: 503 });
        await gateway.query(LIST, { backend: 'cpq' });
        await gateway.query('{ nothing }');
      },
      { UPSTREAM_TIMEOUT_MS: '1000' },
    );
    const calls = spans().filter(({ kind }) => kind === CLIENT);
    expect(calls.length).toBeGreaterThan(1);
    expect(calls[1]?.status).toEqual({ code: ERROR });
    expect(attributesOf(calls[1]!)).toMatchObject({
      'gateway.outcome': 'BACKEND_UNAVAILABLE',
      'gateway.attempt': 2,
    });
    const refused = spans().find(({ name }) => name === 'graphql unknown');
    expect(JSON.stringify(attributesOf(refused!))).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('holds nothing that a caller sent, no login and no secret', async () => {
    const canary = 'c4n4ry';
    const id = toGlobalId('User', { backend: 'cloud-sso', nativeId: canary });
    const logins: string[] = [];
    const secrets: string[] = [];
    const { bodies } = await traced(async (gateway) => {
      for (const backend of ['cpq', 'cloud-administration', 'cloud-sso']) {
        const { data } = await gateway.query(LIST, { backend });
        logins.push(...data.users.nodes.map(({ login }: { login: string }) => login));
        const { environment } = gateway.simulator(backend);
        secrets.push(
          ...Object.entries(environment).flatMap(([name, value]) =>
            /SECRET|PASSWORD|TOKEN$|KEY/.test(name) ? [value] : [],
          ),
        );
      }
      const headers = { authorization: `Bearer ${canary}`, 'x-request-id': canary };
      const variables = { id, text: canary, password: canary };
      for (const document of [
        'query c4n4ry($text: String!) { c4n4ry: userByLogin(backend: "cloud-sso", login: $text) { id } }',
        'query ($id: ID!) { node(id: $id) { id } }',
        '{ c4n4ry }',
        'mutation c4n4ry($id: ID!, $password: Secret!) { resetPassword(input: { userId: $id, source: PROVIDED, password: $password }) { status } }',
      ]) {
        await gateway.query(document, variables, headers);
      }
    });
    const sent = bodies.join('\n');
    expect(logins.length).toBeGreaterThan(10);
    expect(secrets.length).toBeGreaterThan(2);
    expect([canary, ...logins, ...secrets].filter((text) => sent.includes(`"${text}`))).toEqual([]);
    expect(sent).not.toContain(canary);
    expect(sent).not.toMatch(/127\.0\.0\.1/);
  });

  it('costs spans, not answers, where the collector refuses them, and says so in the log', async () => {
    const collector = await startCollector(400);
    try {
      const gateway = await startTestGateway({
        environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
      });
      const { errors } = await gateway.query('{ currencies { code } }');
      await gateway.close();
      expect(errors).toEqual([]);
      expect(gateway.logLines.join('')).toContain('spans could not be sent to the collector');
    } finally {
      await collector.close();
    }
  });

  it('is not even loaded when it is off', () => {
    const program = `
      const { registerHooks } = await import('node:module');
      const loaded = [];
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      const { createGateway } = await import('./src/gateway.ts');
      const { readConfig } = await import('./src/config/config.ts');
      const { backendDefinitions } = await import('./src/backends/registry.ts');
      const { createLogger } = await import('./src/observability/logger.ts');
      const config = readConfig(process.env, backendDefinitions);
      const gateway = await createGateway({ config, definitions: backendDefinitions, log: createLogger('silent') });
      await gateway.close();
      console.log(loaded.filter((url) => /@opentelemetry\\/(sdk|exporter)/.test(url)).length, loaded.length > 100);
      process.exit(0);
    `;
    const run = (environment: Record<string, string>) =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
        env: environment,
        encoding: 'utf8',
      }).stdout.trim();
    expect(run({})).toBe('0 true');
    expect(run({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).toMatch(/^[1-9]\d* true$/);
  });
});
