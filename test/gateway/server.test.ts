import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import type { Environment } from '../../src/environment.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { startTap, type Tap } from '../contract/tap.ts';
import { lighthouse } from '../support/fourth-backend/index.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { withProgram, type Program } from '../support/program.ts';
import { startTokenIssuer } from '../support/token-issuer.ts';

const NAMES = backendDefinitions.map(({ name }) => name);
const USERS = '{ users(first: 30) { nodes { backend { name } } failures { code } } }';
const PATIENCE = { timeout: 120_000 };

/** A free port of loopback. */
const ANY_PORT = { PORT: '0' };

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  readonly body: any;
}

async function post(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.json() };
}

async function get(url: string): Promise<Answer> {
  const response = await fetch(url);
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

function backendsOf({ body }: Answer): ReadonlySet<string> {
  return new Set(
    body.data.users.nodes.map((user: { backend: { name: string } }) => user.backend.name),
  );
}

/** Every simulator, and the variables that point a gateway at all of them. */
async function withSimulators<T>(
  work: (environment: Environment, simulators: readonly RunningSimulator[]) => Promise<T>,
): Promise<T> {
  const simulators = await Promise.all(backendDefinitions.map((one) => one.startSimulator()));
  try {
    const environments = simulators.map(({ environment }) => environment);
    return await work(Object.assign({ ...ANY_PORT }, ...environments) as Environment, simulators);
  } finally {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  }
}

/** What a program that cannot start says and ends with. */
function refusalOf(environment: Environment): Promise<{ code: number | null; says: string }> {
  return withProgram(['serve'], environment, async (program) => {
    const code = await program.exitCode();
    expect(program.lines).toEqual([]);
    return { code, says: program.errors };
  });
}

describe('the program', PATIENCE, () => {
  it('serves the demo, and says that it is one before anything else', () =>
    withProgram(['serve'], ANY_PORT, async (program) => {
      const url = await program.url();
      const first = program.lines.slice(0, 2).map((line) => JSON.parse(line) as { msg: string });
      expect(first[0]?.msg).toMatch(/^demo: simulators answer/);
      expect(first[1]?.msg).toMatch(/^authentication is off/);

      expect(await get(`${url}/livez`)).toEqual({ status: 200, body: 'ok\n' });
      expect(await get(`${url}/readyz`)).toEqual({ status: 200, body: { ready: true } });
      expect((await get(`${url}/readyz?detail`)).body.backends).toEqual(
        NAMES.map((name) => ({ name, status: 'UNKNOWN', problem: null })),
      );

      expect(backendsOf(await post(url, USERS))).toEqual(new Set(NAMES));
      expect((await get(`${url}/readyz?detail`)).body.backends).toEqual(
        NAMES.map((name) => ({ name, status: 'UP', problem: null })),
      );

      expect((await get(`${url}/readyz?detail=true`)).body.backends).toHaveLength(NAMES.length);

      await refusesWhatIsNoRequest(url);
      program.signal('SIGTERM');
      expect(await program.exitCode()).toBe(0);
    }));

  it('drains on SIGTERM: not ready at once, what is under way is finished, exit code 0', () =>
    withSimulators((environment, [simulator]) =>
      withProgram(['serve'], { ...environment, AUTH_DISABLED: 'true' }, async (program) => {
        const url = await program.url();
        expect((await get(`${url}/readyz`)).status).toBe(200);
        simulator!.faults.add({ kind: 'delay', delayMs: 1500 });
        const underWay = post(
          url,
          `{ users(first: 3, filter: { backends: ["${NAMES[0] ?? ''}"] }) { nodes { id } } }`,
        );
        await expect.poll(() => simulator!.calls.count(), { timeout: 10_000 }).toBeGreaterThan(0);

        program.signal('SIGTERM');
        await expect
          .poll(async () => (await get(`${url}/readyz`)).status, { timeout: 1400 })
          .toBe(503);
        expect((await get(`${url}/readyz`)).body).toMatchObject({
          ready: false,
          reason: 'shutting down',
        });
        expect((await get(`${url}/livez`)).status).toBe(200);

        const { status, body } = await underWay;
        expect([status, body.data.users.nodes.length]).toEqual([200, 3]);
        expect(await program.exitCode()).toBe(0);
        await expect(get(`${url}/livez`)).rejects.toThrow();
      }),
    ));

  it('says everything that is wrong with its settings at once, without a single value', async () => {
    const environment = {
      PORT: 'c4n4ry-port',
      LOG_LEVEL: 'c4n4ry-level',
      MAX_BODY_BYTES: '-47114711',
      CPQ_BASE_URL: 'http://c4n4ry.example/rest',
      CPQ_PASSWORD: 'c4n4ry-password',
      CLOUD_ADMINISTRATION_TOKEN: 'c4n4ry token',
      CLOUD_SSO_ACCESS_KEY_SECRET: 'c4n4ry-secret',
      AUTH_ALGORITHMS: 'HS256,c4n4ry',
    };
    const { code, says } = await refusalOf(environment);
    expect(code).toBe(1);
    for (const name of Object.keys(environment)) {
      if (name === 'CLOUD_SSO_ACCESS_KEY_SECRET') continue;
      expect(says).toContain(name);
    }
    expect(says).toContain('CLOUD_SSO_ENDPOINT');
    expect(says).toContain('CPQ_USERNAME');
    expect(says.match(/The configuration has problems/g)).toHaveLength(1);
    expect(says).not.toMatch(/c4n4ry|47114711/);
  });

  it('says that its port is in use', async () => {
    const occupant = http.createServer().listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => occupant.once('listening', resolve));
      const port = String((occupant.address() as AddressInfo).port);
      const { code, says } = await withProgram(
        ['serve'],
        { PORT: port, LOG_LEVEL: 'silent' },
        async (program) => ({
          code: await program.exitCode(),
          says: program.errors,
        }),
      );
      expect(code).toBe(1);
      expect(says).toBe(`Cannot listen on 127.0.0.1:${port}: it is in use; set PORT to another.\n`);

      await withProgram(['simulators', port], {}, async (program) => {
        expect(await program.exitCode()).toBe(1);
        expect(program.errors).toMatch(/^Cannot listen on 127\.0\.0\.1:\d+: it is in use/);
        expect(program.lines).toEqual([]);
      });
    } finally {
      occupant.close();
    }
  });

  it('prints from its simulators what makes another process answer from them', () =>
    withProgram(['simulators', '0'], {}, async (simulators) => {
      await simulators.until(isForEveryBackend);
      for (const line of simulators.lines) expect(line).toMatch(/^[A-Z_]+=[^\s'"$`\\]+$/);
      const environment = Object.fromEntries(
        simulators.lines.map((line) => [
          line.slice(0, line.indexOf('=')),
          line.slice(line.indexOf('=') + 1),
        ]),
      );
      await withProgram(['serve'], { ...ANY_PORT, ...environment }, async (gateway) => {
        const answer = await post(await gateway.url(), USERS);
        expect(backendsOf(answer)).toEqual(new Set(NAMES));
        expect(answer.body.data.users.failures).toEqual([]);
        const { body } = await post(await gateway.url(), '{ backends { simulated } }');
        expect(body.data.backends).toEqual(NAMES.map(() => ({ simulated: false })));
      });
      simulators.signal('SIGTERM');
      expect(await simulators.exitCode()).toBe(0);
    }));

  it('refuses to answer from simulators in production unless it is told to', async () => {
    const { code, says } = await refusalOf({ ...ANY_PORT, NODE_ENV: 'production' });
    expect([code, says]).toEqual([1, expect.stringContaining('DEMO=true')]);
    await withProgram(
      ['serve'],
      { ...ANY_PORT, NODE_ENV: 'production', DEMO: 'true' },
      async (program) => {
        expect(backendsOf(await post(await program.url(), USERS))).toEqual(new Set(NAMES));
      },
    );
  });

  it('serves a backend to nobody whom it does not know, unless it is told to on loopback', () =>
    withSimulators(async (environment) => {
      const open = await refusalOf(environment);
      expect(open.code).toBe(1);
      for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL', 'AUTH_DISABLED']) {
        expect(open.says).toContain(name);
      }
      const reachable = await refusalOf({ ...environment, AUTH_DISABLED: 'true', HOST: '0.0.0.0' });
      expect([reachable.code, reachable.says]).toEqual([1, expect.stringContaining('HOST')]);
      const issuer = await startTokenIssuer();
      try {
        const known = { ...environment, ...issuer.environment };
        await withProgram(['serve'], known, (program) => knowsItsCallers(program, issuer.headers));
      } finally {
        await issuer.close();
      }
    }));
});

/** The body's size, its form, and what may come by GET. */
async function refusesWhatIsNoRequest(url: string): Promise<void> {
  const sent = async (body: string, type = 'application/json'): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    return { status: response.status, body: await response.json() };
  };
  expect(
    (await sent(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(1_048_576)}` }))).status,
  ).toBe(413);
  expect((await sent('{ "query": ')).status).toBe(400);
  expect((await sent('not JSON')).body.errors).toHaveLength(1);
  expect((await sent('{ "query": "{ __typename }" }')).status).toBe(200);

  const byGet = (query: string): Promise<Answer> =>
    get(`${url}/graphql?query=${encodeURIComponent(query)}`);
  expect(await byGet('{ __typename }')).toEqual({
    status: 200,
    body: { data: { __typename: 'Query' } },
  });
  expect((await byGet('mutation { __typename }')).status).toBe(405);
}

async function knowsItsCallers(
  program: Program,
  headersOf: (options?: {
    claims?: Readonly<Record<string, unknown>>;
    expiresIn?: number;
  }) => Promise<Readonly<Record<string, string>>>,
): Promise<void> {
  const url = await program.url();
  expect(program.lines.join('\n')).not.toContain('authentication is off');
  const ask = async (options?: Parameters<typeof headersOf>[0]): Promise<Answer> =>
    post(url, USERS, options && (await headersOf(options)));
  const codeOf = ({ body }: Answer): unknown => body.errors?.[0]?.extensions.code;

  expect(codeOf(await ask())).toBe('UNAUTHENTICATED');
  expect(codeOf(await ask({ claims: {} }))).toBe('FORBIDDEN');
  const expired = await ask({ claims: { permissions: ['USERS_READ'] }, expiresIn: -3600 });
  expect([expired.status, codeOf(expired)]).toEqual([401, 'UNAUTHENTICATED']);
  expect(backendsOf(await ask({ claims: { permissions: ['USERS_READ'] } }))).toEqual(
    new Set(NAMES),
  );
  const [name = ''] = NAMES;
  const one = await ask({ claims: { permissions: ['USERS_READ'], companies: [`${name}/*`] } });
  expect(backendsOf(one)).toEqual(new Set([name]));
  // Probes need no token.
  expect((await get(`${url}/readyz`)).status).toBe(200);
}

function isForEveryBackend(lines: readonly string[]): boolean {
  return backendDefinitions.every(({ variables }) =>
    variables.some(({ name }) => lines.some((line) => line.startsWith(`${name}=`))),
  );
}

describe('a request', PATIENCE, () => {
  /** A gateway before a backend that never answers once it hangs. */
  async function withHanging(
    settings: Environment,
    work: (gateway: TestGateway, tap: Tap) => Promise<void>,
  ): Promise<void> {
    const simulator = await lighthouse.startSimulator();
    const tap = await startTap(simulator.url, simulator.environment);
    simulator.faults.add({ kind: 'hang' });
    const gateway = await startTestGateway({
      definitions: [lighthouse],
      environment: {
        ...tap.environment,
        AUTH_DISABLED: 'true',
        UPSTREAM_TIMEOUT_MS: '60000',
        ...settings,
      },
    });
    try {
      await work(gateway, tap);
    } finally {
      await gateway.close();
      await tap.close();
      await simulator.close();
    }
  }

  it('whose caller leaves ends its upstream reads', () =>
    withHanging({ REQUEST_DEADLINE_MS: '60000' }, async (gateway, tap) => {
      const leaving = new AbortController();
      const left = fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: USERS }),
        signal: leaving.signal,
      });
      await expect.poll(() => tap.requests.length, { timeout: 10_000 }).toBe(1);
      expect(tap.abandoned).toBe(0);
      leaving.abort();
      await expect(left).rejects.toThrow();
      await expect.poll(() => tap.abandoned, { timeout: 10_000 }).toBe(1);
      // Nothing to tell of the backend's health.
      const { body } = await get(`${gateway.url}/readyz?detail`);
      expect(body.backends).toEqual([{ name: 'lighthouse', status: 'UNKNOWN', problem: null }]);
    }));

  it('ends at its deadline, however long its upstream reads may take', () =>
    withHanging({ REQUEST_DEADLINE_MS: '400' }, async (gateway, tap) => {
      const startedAt = performance.now();
      const { data, errors } = await gateway.query(USERS);
      expect(performance.now() - startedAt).toBeLessThan(20_000);
      expect(data.users).toBeNull();
      expect(errors).toMatchObject([
        { path: ['users'], extensions: { code: 'BACKEND_UNAVAILABLE' } },
      ]);
      await expect.poll(() => tap.abandoned, { timeout: 10_000 }).toBe(1);
    }));
});
