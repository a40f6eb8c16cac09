import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { examine } from '../../src/cli/doctor.ts';
import type { Environment } from '../../src/environment.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';

const SECRETS = [/PASSWORD$/, /SECRET$/, /TOKEN$/];

/** An address of this machine at which nobody listens. */
const NOBODY = 'http://127.0.0.1:9';

function definitionOf(name: string): BackendDefinition {
  const found = backendDefinitions.find((definition) => definition.name === name);
  if (found === undefined) throw new Error(`no backend ${name}`);
  return found;
}

async function simulate(
  name: string,
  switches: Readonly<Record<string, unknown>> = {},
): Promise<RunningSimulator> {
  const simulator = await definitionOf(name).startSimulator({ switches });
  onTestFinished(() => simulator.close());
  return simulator;
}

async function ask(environment: Environment, contract = false) {
  const { lines, healthy } = await examine(environment, backendDefinitions, { contract });
  return { healthy, text: lines.join('\n') };
}

/** Answers every request with status 200 and what `answer` makes of it, on a free port. */
async function serveAnswers(
  answer: (request: IncomingMessage) => Promise<string>,
  headers: Readonly<Record<string, string>> = {},
): Promise<URL> {
  const server = createServer((request, response) => {
    void answer(request).then((body) => response.writeHead(200, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('the doctor', () => {
  it('says what to set when no backend is configured', async () => {
    const { healthy, text } = await ask({});
    expect(healthy).toBe(false);
    expect(text).toContain('No backend is configured');
    for (const name of ['CPQ_BASE_URL', 'CLOUD_ADMINISTRATION_BASE_URL', 'CLOUD_SSO_ENDPOINT']) {
      expect(text).toContain(name);
    }
  });

  it('lists the problems of a half-configured backend and asks nobody', async () => {
    const { healthy, text } = await ask({ CPQ_BASE_URL: NOBODY });
    expect(healthy).toBe(false);
    expect(text).toMatch(/^The settings have problems:\n {2}CPQ has no credential: set /);
  });

  it.each(backendDefinitions.map(({ name }) => name))(
    'tells address, credential, version and clock of %s after one read, and no secret',
    async (name) => {
      const { url, environment, calls } = await simulate(name);
      const { healthy, text } = await ask(environment);
      expect(text).toContain(`  address     ${url}`);
      expect(text).toMatch(
        /\n {2}credential {2}\S.+\n {2}version {5}\S+\n {2}ok {10}Read: .+\n {2}ok {10}Clock: \d s /,
      );
      expect(healthy).toBe(true);
      expect(calls.all.filter(({ operation }) => operation !== 'GetToken')).toHaveLength(1);
      expect(calls.writes).toEqual([]);
      for (const [variable, value] of Object.entries(environment)) {
        if (SECRETS.some((secret) => secret.test(variable))) expect(text).not.toContain(value);
      }
    },
  );

  it.each([5, 7, 16, 18])('asks version %d of CPQ for something it has', async (version) => {
    const { environment } = await simulate('cpq', { version });
    const { healthy, text } = await ask(environment);
    expect(text).toContain(`version     ${version}\n  ok          Read: `);
    expect(healthy).toBe(true);
  });

  it.each([
    ['an account of its own', 'basic', 'GetCompanyUser'],
    ['a token', 'token', 'ListMetadataCatalog'],
  ] as const)(
    'reads in version 7 of CPQ, which has no list, with %s',
    async (_how, credential, operation) => {
      const { environment, calls } = await simulate('cpq', { version: 7, credential });
      expect((await ask(environment)).healthy).toBe(true);
      expect(calls.all.map((call) => call.operation)).toEqual([operation]);
    },
  );

  it.each([
    ['cpq', 'CPQ_PASSWORD', 'HTTP 401'],
    ['cloud-administration', 'CLOUD_ADMINISTRATION_PASSWORD', 'HTTP 401'],
    ['cloud-sso', 'CLOUD_SSO_ACCESS_KEY_SECRET', 'SignatureDoesNotMatch'],
  ])(
    'says that %s refuses the credential, and not which one it was',
    async (name, variable, cause) => {
      const { environment } = await simulate(name);
      const { healthy, text } = await ask({ ...environment, [variable]: 'canary-9f3a71' });
      expect(healthy).toBe(false);
      expect(text).toMatch(
        new RegExp(`FAILED {6}.+BACKEND_CREDENTIAL_REJECTED, ${cause}.+Look at the variables`),
      );
      expect(text).not.toContain('canary-9f3a71');
    },
  );

  it('goes on to the other backends when one cannot be reached', async () => {
    const cpq = { CPQ_BASE_URL: `${NOBODY}/rest`, CPQ_TOKEN: 'invented' };
    const { environment } = await simulate('cloud-sso');
    const { healthy, text } = await ask({ ...cpq, ...environment });
    expect(healthy).toBe(false);
    expect(text).toMatch(/cpq \(.+\n(.+\n)+ {2}FAILED {6}.+\(BACKEND_UNAVAILABLE, ECONNREFUSED\)/);
    expect(text).toMatch(/cloud-sso \(.+\n(.+\n)+ {2}ok {10}Read: ListUsers/);
  });

  it.each([
    ['{"items":"none"}', 'something else than its contract says'],
    ['{"items":[{"login":"ann"}]}', 'lists users without partyNumber'],
    ['<html>Sign in</html>', 'something else than its contract says'],
  ])('finds that %s is not what the contract says', async (body, problem) => {
    const { origin: url } = await serveAnswers(async () => body);
    const { healthy, text } = await ask({ CPQ_BASE_URL: `${url}/rest`, CPQ_TOKEN: 'invented' });
    expect(healthy).toBe(false);
    expect(text).toContain(problem);
    expect(text).toContain('BACKEND_CONTRACT_VIOLATION');
  });

  it('warns of a clock that is minutes away', async () => {
    const date = new Date(Date.now() + 5 * 60_000).toUTCString();
    const { origin: url } = await serveAnswers(async () => '{"items":[]}', { date });
    const { healthy, text } = await ask({ CPQ_BASE_URL: `${url}/rest`, CPQ_TOKEN: 'invented' });
    expect(text).toMatch(
      /warning {5}Clock: (299|300|301) s ahead of ours\. .+Set this machine's clock\./,
    );
    expect(healthy).toBe(true);
  });

  it('fails for a clock that CloudSSO does not accept', async () => {
    const { environment } = await simulate('cloud-sso');
    const date = new Date(Date.now() - 20 * 60_000).toUTCString();
    const body = '{"RequestId":"1","Users":[],"IsTruncated":false}';
    const { origin: url } = await serveAnswers(async () => body, { date });
    const { healthy, text } = await ask({ ...environment, CLOUD_SSO_ENDPOINT: url });
    expect(text).toMatch(/FAILED {6}Clock: \d+ s behind ours\. From 900 s on it refuses\./);
    expect(healthy).toBe(false);
  });
});

describe('the doctor, asked for contracts', () => {
  it.each([7, 17, 19])(
    'finds nothing that differs in version %d of the simulated CPQ',
    async (version) => {
      const { environment } = await simulate('cpq', { version });
      const { healthy, text } = await ask(environment, true);
      expect(text).toContain('Contract: nothing that the gateway uses differs.');
      expect(text).not.toContain('warning');
      expect(healthy).toBe(true);
    },
  );

  it('tells what is missing or of another type in the catalog of a CPQ site', async () => {
    const catalog = await simulate('cpq');
    const { origin } = await serveAnswers(async ({ url = '', headers }) => {
      const authorization = headers.authorization ?? '';
      const answer = await fetch(new URL(url, catalog.url), { headers: { authorization } });
      const text = await answer.text();
      return url.endsWith('/users') ? withoutSome(text) : text;
    });
    const url = `${origin}/rest`;
    const { healthy, text } = await ask({ ...catalog.environment, CPQ_BASE_URL: url }, true);
    expect(text).toContain(
      'warning     Contract: GetUser (GET /users/{partyNumber}) is not among its operations.',
    );
    expect(text).toMatch(/Contract: Answers of ListUsers, .+: items\[\]\.jobTitle is missing\./);
    expect(text).toMatch(/Contract: Answers of .+: isNotifyFax is string, and not boolean\./);
    expect(healthy).toBe(true);
  });

  it('names what an answer holds beside its contract, but not what is called like data', async () => {
    const site = await simulate('cpq');
    const { origin } = await serveAnswers(async ({ url = '', headers }) => {
      const authorization = headers.authorization ?? '';
      const answer = await fetch(new URL(url, site.url), { headers: { authorization } });
      const body = await answer.json();
      if (!url.includes('/users?')) return JSON.stringify(body);
      const [user] = body.items;
      return JSON.stringify({ items: [{ ...user, fax: 5, nickname: 'x', 'ann@example.com': 1 }] });
    });
    const { healthy, text } = await ask(
      { ...site.environment, CPQ_BASE_URL: `${origin}/rest` },
      true,
    );
    expect(text).toContain(
      'Answer: items[].nickname of ListUsers is not in the contract: the gateway reads past it.',
    );
    expect(text).toContain('Answer: items[].* of ListUsers is not in the contract');
    expect(text).toContain(
      'Answer: items[].fax of ListUsers is of another type than the contract says.',
    );
    expect(text).not.toContain('ann@example.com');
    expect(healthy).toBe(true);
  });

  it('compares the OpenAPI document of Cloud Administration without showing its credential there', async () => {
    const { environment } = await simulate('cloud-administration');
    const seen: (string | undefined)[] = [];
    const role = { type: 'object', properties: { name: { type: 'integer' } } };
    const answer = { content: { 'application/json': { schema: { type: 'array', items: role } } } };
    const document = {
      openapi: '3.0.1',
      paths: { '/v3/roles': { get: { responses: { 200: answer } } } },
    };
    const { origin } = await serveAnswers(async ({ headers }) => {
      seen.push(headers.authorization);
      return JSON.stringify(document);
    });
    const url = `${origin}/openapi.json`;
    const { text } = await ask({ ...environment, CLOUD_ADMINISTRATION_OPENAPI_URL: url }, true);
    expect(text).toContain('Contract: ListUsers (GET /user) is not among its operations.');
    expect(text).toContain('Contract: Answers of ListRoles: [].name is number, and not string.');
    expect(text).not.toContain('ListRoles (GET /roles) is not among');
    expect(seen).toEqual([undefined]);
  });

  it('does not hold it against a backend that nothing is published', async () => {
    const { environment } = await simulate('cloud-administration');
    const openapi = { CLOUD_ADMINISTRATION_OPENAPI_URL: `${NOBODY}/openapi.json` };
    const { healthy, text } = await ask({ ...environment, ...openapi }, true);
    expect(text).toMatch(
      /unchecked {3}Contract: \S+ \(CLOUD_ADMINISTRATION_OPENAPI_URL\) cannot be read\. .+ECONNREFUSED/,
    );
    expect(healthy).toBe(true);
  });
});

/** The document without one operation and one property, and with another property of another type. */
function withoutSome(text: string): string {
  const document = JSON.parse(text);
  delete document.paths['/users/{partyNumber}'].get;
  delete document.definitions.user.properties.jobTitle;
  document.definitions.user.properties.isNotifyFax = { type: 'string' };
  return JSON.stringify(document);
}
