import { spawn } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import type { JwtConfig } from '../../src/config/authentication.ts';
import { ConfigurationError, readConfig } from '../../src/config/config.ts';
import { ALL_PERMISSIONS } from '../../src/domain/caller.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { createAuthentication, type Authenticate } from '../../src/security/authentication.ts';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../support/gateway.ts';
import { AUDIENCE, ISSUER, startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let issuer: TokenIssuer;

beforeAll(async () => {
  issuer = await startTokenIssuer();
});

afterEach(() => {
  issuer.answer = null;
});

afterAll(async () => {
  await issuer.close();
});

function configOf(changes: Partial<JwtConfig> = {}): JwtConfig {
  return {
    kind: 'jwt',
    issuer: ISSUER,
    audience: AUDIENCE,
    jwksUrl: issuer.url,
    algorithms: ['RS256', 'ES256', 'EdDSA'],
    permissionsClaim: 'permissions',
    companiesClaim: 'companies',
    ...changes,
  };
}

/** Authenticates with a clock of its own and counts the fetches of keys since it was made. */
function atTheDoor(changes: Partial<JwtConfig> = {}) {
  const before = issuer.fetches;
  let passedMs = 0;
  const authenticate = createAuthentication(configOf(changes), {
    now: () => Date.now() + passedMs,
  });
  return {
    authenticate: (token: string) => authenticate(`Bearer ${token}`),
    fetches: () => issuer.fetches - before,
    wait: (ms: number) => void (passedMs += ms),
  };
}

async function refusalOf(answer: ReturnType<Authenticate>): Promise<GatewayError> {
  const error: unknown = await answer.then(
    () => null,
    (raised: unknown) => raised,
  );
  if (error instanceof GatewayError) return error;
  throw new Error('It was not refused.', { cause: error });
}

describe('a token', () => {
  it.each(['ES256', 'RS256', 'EdDSA'])(
    'signed by the issuer with %s tells the caller',
    async (algorithm) => {
      const signer = await startTokenIssuer(algorithm);
      try {
        const authenticate = createAuthentication(configOf({ jwksUrl: signer.url }));
        const claims = { email: 'ann@example.com', permissions: ['USERS_READ'] };
        expect(await authenticate(`Bearer ${await signer.token({ claims })}`)).toEqual({
          subject: 'ann',
          identities: ['ann', 'ann@example.com'],
          permissions: new Set(['USERS_READ']),
          scope: null,
        });
      } finally {
        await signer.close();
      }
    },
  );

  it.each([
    ['of another issuer', { claims: { iss: 'https://other.example' } }],
    ['for another audience', { claims: { aud: 'another-service' } }],
    ['without an audience', { claims: { aud: undefined } }],
    ['that has expired', { expiresIn: -10 }],
    ['that never expires', { claims: { exp: undefined } }],
    ['whose expiry is text', { claims: { exp: '99999999999' } }],
    ['that is not valid yet', { notBefore: 60 }],
    ['without a subject', { claims: { sub: undefined } }],
    ['whose subject is no text', { claims: { sub: 7 } }],
    ['whose subject is empty', { claims: { sub: '' } }],
    ['of another kind, such as one that signs out', { header: { typ: 'logout+jwt' } }],
    ['with an extension that it calls critical', { header: { crit: ['exotic'], exotic: true } }],
  ])('%s is refused', async (_what, options) => {
    const { authenticate } = atTheDoor();
    expect(await authenticate(await issuer.token())).not.toBeNull();
    const token = await issuer.token(options);
    expect(await refusalOf(authenticate(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([undefined, 'JWT', 'at+jwt', 'application/at+jwt'])(
    'of the type %s is an access token',
    async (typ) => {
      const { authenticate } = atTheDoor();
      const header = typ === undefined ? {} : { typ };
      expect(await authenticate(await issuer.token({ header }))).toMatchObject({ subject: 'ann' });
    },
  );

  it('signed by somebody else with the issuer’s key id is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const { authenticate } = atTheDoor();
    const refusal = await refusalOf(authenticate(await issuer.token({ key: privateKey })));
    expect(refusal).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is not valid for this gateway.',
    });
  });

  it('without a signature, or with a secret for a key, is refused', async () => {
    const { authenticate, fetches } = atTheDoor();
    const claims = { sub: 'ann', exp: Math.floor(Date.now() / 1000) + 300 };
    const unsigned = new UnsecuredJWT(claims).setIssuer(ISSUER).setAudience(AUDIENCE).encode();
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .sign(new TextEncoder().encode('a secret that is long enough for it'));
    for (const token of [unsigned, shared]) {
      expect(await refusalOf(authenticate(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(fetches()).toBe(0);
  });

  it('of an algorithm that is not listed is refused', async () => {
    const { authenticate } = atTheDoor({ algorithms: ['RS256'] });
    expect(await refusalOf(authenticate(await issuer.token()))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each(['', 'Basic YTpi', 'Bearer', 'Bearer  two  parts', 'Bearer a b', 'Bearer a\tb', 'x.y.z'])(
    'in a header such as "%s" is refused without asking the issuer',
    async (header) => {
      const before = issuer.fetches;
      const refusal = await refusalOf(createAuthentication(configOf())(header));
      expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(issuer.fetches).toBe(before);
    },
  );

  it('is never quoted in a refusal', async () => {
    const { authenticate } = atTheDoor();
    const token = await issuer.token({ claims: { aud: 'another-service' } });
    const { message } = await refusalOf(authenticate(token));
    expect(message).not.toContain(token.slice(0, 20));
    expect(message).not.toContain('another-service');
  });

  it('that is missing is nobody, and no refusal', async () => {
    expect(await createAuthentication(configOf())(undefined)).toBeNull();
  });
});

describe('the claims of a token', () => {
  const callerOf = async (claims: Readonly<Record<string, unknown>>, config?: Partial<JwtConfig>) =>
    (await atTheDoor(config).authenticate(await issuer.token({ claims })))!;

  it.each([
    [['USERS_READ', 'ROOT', 7, null], ['USERS_READ']],
    ['USERS_READ  USERS_WRITE openid', ['USERS_READ', 'USERS_WRITE']],
    [{ USERS_READ: true }, []],
    [true, []],
    [undefined, []],
  ])('with the permissions %j give %j', async (permissions, expected) => {
    expect([...(await callerOf({ permissions })).permissions]).toEqual(expected);
  });

  it('without companies let the caller see every company', async () => {
    expect((await callerOf({})).scope).toBeNull();
  });

  it.each([
    [
      ['cpq/acme', 'cloud-sso/*'],
      ['cpq/acme', 'cloud-sso/*'],
    ],
    ['cpq/acme', ['cpq/acme']],
    [[], []],
    ['', []],
    [null, []],
    [{ 'cpq/acme': true }, []],
    [42, []],
  ])('with the companies %j let the caller see %j and no other', async (companies, expected) => {
    expect((await callerOf({ companies })).scope).toEqual(new Set(expected));
  });

  it('are found under the configured names, at the top or inside an object', async () => {
    const claims = {
      'https://example.com/companies': ['cpq/acme'],
      realm_access: { roles: ['USERS_READ'] },
    };
    const caller = await callerOf(claims, {
      permissionsClaim: 'realm_access.roles',
      companiesClaim: 'https://example.com/companies',
    });
    expect([...caller.permissions]).toEqual(['USERS_READ']);
    expect(caller.scope).toEqual(new Set(['cpq/acme']));
  });

  it.each(['constructor', '__proto__', 'constructor.name', 'permissions.length'])(
    'are the token’s own: "%s" gives nothing',
    async (permissionsClaim) => {
      const caller = await callerOf({ permissions: ['USERS_READ'] }, { permissionsClaim });
      expect(caller.permissions.size).toBe(0);
      const another = await callerOf({}, { companiesClaim: permissionsClaim });
      expect(another.scope).toBeNull();
    },
  );
});

describe('the issuer’s keys', () => {
  it('are fetched once for many tokens at once', async () => {
    const { authenticate, fetches } = atTheDoor();
    const token = await issuer.token();
    await Promise.all(Array.from({ length: 50 }, () => authenticate(token)));
    expect(fetches()).toBe(1);
  });

  it('are fetched again for a new key id, at once and for all who wait', async () => {
    const { authenticate, fetches } = atTheDoor();
    await authenticate(await issuer.token());
    await issuer.rotate();
    const token = await issuer.token();
    const callers = await Promise.all(Array.from({ length: 20 }, () => authenticate(token)));
    expect(callers.every((caller) => caller?.subject === 'ann')).toBe(true);
    expect(fetches()).toBe(2);
  });

  it('are not fetched for every invented key id: once, then not again for half a minute', async () => {
    const { authenticate, fetches, wait } = atTheDoor();
    await authenticate(await issuer.token());
    const invented = async (kid: string) =>
      refusalOf(authenticate(await issuer.token({ header: { kid } })));
    for (let index = 0; index < 40; index += 1) {
      expect(await invented(`invented-${index}`)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(fetches()).toBe(2);
    await Promise.all(Array.from({ length: 40 }, (_, index) => invented(`more-${index}`)));
    expect(fetches()).toBe(2);
    expect(await authenticate(await issuer.token())).toMatchObject({ subject: 'ann' });
    wait(31 * SECOND);
    await Promise.all(Array.from({ length: 40 }, (_, index) => invented(`later-${index}`)));
    expect(fetches()).toBe(3);
  });

  it('that were changed while invented key ids hold off look-ups are known half a minute later', async () => {
    const { authenticate, wait } = atTheDoor();
    await refusalOf(authenticate(await issuer.token({ header: { kid: 'invented' } })));
    await issuer.rotate();
    const token = await issuer.token();
    expect(await refusalOf(authenticate(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
    wait(31 * SECOND);
    expect(await authenticate(token)).toMatchObject({ subject: 'ann' });
  });

  it('that cannot be had are our trouble, not the token’s, and the issuer is left alone for seconds', async () => {
    const { authenticate, fetches, wait } = atTheDoor();
    issuer.answer = (response) => response.writeHead(500).end('no');
    const tokens = await Promise.all(Array.from({ length: 30 }, () => issuer.token()));
    for (const token of tokens) {
      expect(await refusalOf(authenticate(token))).toMatchObject({
        code: 'INTERNAL_SERVER_ERROR',
        retryable: true,
      });
    }
    expect(fetches()).toBe(1);
    issuer.answer = null;
    wait(6 * SECOND);
    expect(await authenticate(tokens[0]!)).toMatchObject({ subject: 'ann' });
    expect(fetches()).toBe(2);
  });

  it('that were known serve on while the issuer is down, for an hour', async () => {
    const { authenticate, fetches, wait } = atTheDoor();
    await authenticate(await issuer.token());
    issuer.answer = (response) => response.writeHead(500).end('no');
    const token = await issuer.token({ expiresIn: 3 * 3600 });
    wait(11 * MINUTE);
    expect(await authenticate(token)).toMatchObject({ subject: 'ann' });
    expect(fetches()).toBe(2);
    wait(50 * MINUTE);
    expect(await refusalOf(authenticate(token))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('that the issuer took back are forgotten within ten minutes', async () => {
    const { authenticate, wait } = atTheDoor();
    const token = await issuer.token({ expiresIn: 3600 });
    await authenticate(token);
    await issuer.rotate();
    expect(await authenticate(token)).toMatchObject({ subject: 'ann' });
    wait(11 * MINUTE);
    expect(await refusalOf(authenticate(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['a page', '<html>'],
    ['no list', '{"keys":{}}'],
    ['more than a megabyte', JSON.stringify({ keys: [], filler: 'x'.repeat(2 ** 20) })],
  ])('that come as %s are none', async (_what, body) => {
    const { authenticate } = atTheDoor();
    issuer.answer = (response) => response.writeHead(200).end(body);
    expect(await refusalOf(authenticate(await issuer.token()))).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
  });

  it('are not looked for where a redirect points', async () => {
    const elsewhere = await startTokenIssuer();
    try {
      const { authenticate } = atTheDoor();
      issuer.answer = (response) => response.writeHead(302, { location: elsewhere.url.href }).end();
      const refusal = await refusalOf(authenticate(await elsewhere.token()));
      expect(refusal).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      expect(elsewhere.fetches).toBe(0);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('a gateway that knows its callers', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ environment: issuer.environment });
  });

  afterAll(async () => {
    await gateway.close();
  });

  const DOCUMENT = /* GraphQL */ `
    mutation Everything($id: ID!) {
      read: updateUser(input: { userId: $id, attributes: { firstName: "Ann" } }) {
        status
      }
    }
  `;
  const QUERY = /* GraphQL */ `
    query Everything($id: ID!) {
      users(first: 1) {
        nodes {
          id
        }
      }
      companies(first: 1) {
        nodes {
          id
        }
      }
      planPasswordReset(input: { userId: $id }) {
        executable
      }
      currencies {
        code
      }
      viewer {
        subject
        permissions
        companies
      }
    }
  `;
  const ABSENT_USER = Buffer.from('1:User:cpq:0000').toString('base64url');

  const askWith = async (
    permissions: readonly string[],
    document: string,
  ): Promise<GraphqlAnswer> =>
    gateway.query(
      document,
      { id: ABSENT_USER },
      await issuer.headers({ claims: { permissions, companies: ['cpq/nordhaug'] } }),
    );

  it.each([...ALL_PERMISSIONS])(
    'lets a caller with %s alone do that and nothing else',
    async (permission) => {
      const query = await askWith([permission], QUERY);
      const mutation = await askWith([permission], DOCUMENT);
      const refused = [...query.errors, ...mutation.errors]
        .filter(({ extensions }) => extensions['code'] === 'FORBIDDEN')
        .map(({ path }) => path?.join('.'));
      const readers = ['users', 'companies'];
      const resetters = ['planPasswordReset'];
      const expected = [
        ...(permission === 'USERS_READ' ? [] : readers),
        ...(permission.startsWith('PASSWORDS_') ? [] : resetters),
        ...(permission === 'USERS_WRITE' ? [] : ['read']),
      ];
      expect(refused).toEqual(expected);
      for (const name of expected) expect({ ...query.data, ...mutation.data }[name]).toBeNull();
      expect(query.data.currencies.length).toBeGreaterThan(100);
      expect(query.data.viewer).toEqual({
        subject: 'ann',
        permissions: [permission],
        companies: ['cpq/nordhaug'],
      });
    },
  );

  it('gives a caller without permissions only what every caller gets, with status 200', async () => {
    const { status, data, errors } = await askWith([], QUERY);
    expect(status).toBe(200);
    expect(data).toMatchObject({ users: null, companies: null, viewer: { permissions: [] } });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(errors[0]!.extensions['requiredPermissions']).toEqual(['USERS_READ']);
  });

  it('gives nobody anything, and says why at each field', async () => {
    const { data, errors } = await gateway.query(
      '{ users { nodes { id } } backend(name: "cpq") { name } }',
    );
    expect(data).toEqual({ users: null, backend: null });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  it('does not let a caller who may write users read all others through the one that was written', async () => {
    const everyone = await gateway.query(
      '{ users(first: 20, filter: { backends: ["cpq"], statuses: [ACTIVE] }) { nodes { id roles { id } } } }',
      {},
      await issuer.headers({ claims: { permissions: ['USERS_READ'] } }),
    );
    const write = /* GraphQL */ `
      mutation ($id: ID!) {
        updateUser(input: { userId: $id, attributes: { jobTitle: "Clerk" } }) {
          status
          user {
            company {
              users {
                nodes {
                  id
                }
              }
            }
            roles {
              users {
                nodes {
                  id
                }
              }
            }
          }
        }
      }
    `;
    const headers = await issuer.headers({ claims: { permissions: ['USERS_WRITE'] } });
    const { id } = everyone.data.users.nodes.find(
      (user: { readonly roles: readonly unknown[] }) => user.roles.length > 0,
    );
    const { data, errors } = await gateway.query(write, { id }, headers);
    expect(data.updateUser.status).toBe('DONE');
    expect(data.updateUser.user.company.users).toBeNull();
    for (const role of data.updateUser.user.roles) expect(role.users).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map(({ extensions }) => extensions['code']))).toEqual(
      new Set(['FORBIDDEN']),
    );
  });

  it.each([
    ['expired', { expiresIn: -60 }],
    ['wrong audience', { claims: { aud: 'another-service' } }],
  ])(
    'answers a token that is not good (%s) with 401 and asks for another',
    async (_why, options) => {
      const before = gateway.simulator('cpq').calls.count();
      const { status, headers, data, errors } = await gateway.query(
        '{ users { nodes { id } } viewer { subject } }',
        {},
        await issuer.headers(options),
      );
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(gateway.simulator('cpq').calls.count()).toBe(before);
    },
  );

  it('answers with 503 when it cannot tell who asks, and logs that the issuer failed', async () => {
    const isolated = await startTestGateway({ environment: issuer.environment });
    try {
      issuer.answer = (response) => response.writeHead(500).end('c4n4ry');
      const { status, errors } = await isolated.query(
        '{ viewer { subject } }',
        {},
        await issuer.headers(),
      );
      expect(status).toBe(503);
      expect(errors).toMatchObject([
        { extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: true } },
      ]);
      const log = isolated.logLines.join('');
      expect(log).toContain('"backend":"token-issuer"');
      expect(log).not.toContain('c4n4ry');
    } finally {
      await isolated.close();
    }
  });

  it('refuses a header that is longer than any token', async () => {
    const response = await fetch(`${gateway.url}/graphql?query={viewer{subject}}`, {
      headers: { authorization: `Bearer ${'x'.repeat(20_000)}` },
    });
    expect(response.status).toBe(431);
  });

  it('writes no token to its log', async () => {
    const headers = await issuer.headers();
    await gateway.query('{ viewer { subject } }', {}, headers);
    await gateway.query(
      '{ viewer { subject } }',
      {},
      { authorization: `${headers['authorization']}x` },
    );
    const token = headers['authorization']!.slice('Bearer '.length);
    const log = gateway.logLines.join('');
    for (const part of token.split('.')) expect(log).not.toContain(part);
  });
});

describe('a gateway that does not know its callers', () => {
  it('says in one line of its log, as a warning, that everyone may do everything', async () => {
    const open = await logOf({});
    const warnings = open.filter(({ msg }) => /everyone/.test(msg));
    expect(warnings).toMatchObject([
      { level: 40, msg: expect.stringContaining('may do everything') },
    ]);
    const closed = await logOf(issuer.environment);
    expect(closed.filter(({ msg }) => /everyone/.test(msg))).toEqual([]);
  });

  /** What the program logs until it listens. */
  async function logOf(
    environment: Readonly<Record<string, string>>,
  ): Promise<readonly { readonly level: number; readonly msg: string }[]> {
    const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const child = spawn(process.execPath, [program], { env: { PORT: '0', ...environment } });
    let log = '';
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.stdout.on('data', (chunk) => {
        log += String(chunk);
        if (log.includes('"msg":"listening"')) child.kill();
      });
    });
    return log
      .split('\n')
      .filter((line) => line.includes('"msg"'))
      .map((line) => JSON.parse(line) as { level: number; msg: string });
  }

  it('answers for a real backend only under a name of this machine, so that no page can have its own resolve to it', async () => {
    const simulator = await backendDefinitions[0]!.startSimulator();
    const gateway = await startTestGateway({
      environment: { ...simulator.environment, AUTH_DISABLED: 'true' },
    });
    try {
      const { port } = new URL(gateway.url);
      expect(await statusAs(gateway, `127.0.0.1:${port}`)).toBe(200);
      expect(await statusAs(gateway, `localhost:${port}`)).toBe(200);
      expect(await statusAs(gateway, '[::1]')).toBe(200);
      for (const host of [
        `rebound.example:${port}`,
        'localhost.example',
        'rebound.example#127.0.0.1',
        '127.0.0.1@rebound.example',
      ]) {
        expect(await statusAs(gateway, host), host).toBe(403);
      }
      expect(simulator.calls.count()).toBe(0);
    } finally {
      await gateway.close();
      await simulator.close();
    }
  });

  it('answers for simulators under any name', async () => {
    const gateway = await startTestGateway();
    try {
      expect(await statusAs(gateway, 'gateway.example')).toBe(200);
    } finally {
      await gateway.close();
    }
  });

  /** `fetch` sends no `Host` of our choice. */
  async function statusAs({ url }: TestGateway, host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const request = http.get(`${url}/graphql?query={viewer{subject}}`, { headers: { host } });
      request.once('error', reject);
      request.once('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
  }
});

describe('the settings of authentication', () => {
  const CPQ = { CPQ_BASE_URL: 'https://cpq.example/rest', CPQ_USERNAME: 'u', CPQ_PASSWORD: 'p' };
  const JWT = {
    AUTH_ISSUER: ISSUER,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URL: 'https://issuer.example/keys',
  };
  const read = (environment: Readonly<Record<string, string>>) =>
    readConfig(environment, backendDefinitions).authentication;
  const problemsOf = (environment: Readonly<Record<string, string>>): string => {
    try {
      read(environment);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems.join('\n');
      throw error;
    }
    return '';
  };

  it('are needed beside a configured backend; the refusal names both ways', () => {
    expect(problemsOf(CPQ)).toMatch(/AUTH_ISSUER.*AUTH_DISABLED/);
    expect(read({ ...CPQ, ...JWT })).toMatchObject({ kind: 'jwt', issuer: ISSUER });
    expect(read({ ...CPQ, AUTH_DISABLED: 'true' })).toEqual({
      kind: 'disabled',
      onlyAsLoopback: true,
    });
  });

  it.each([
    '0.0.0.0',
    '::',
    '10.0.0.7',
    'gateway.example',
    'localhost.example',
    '127.0.0.1.example',
  ])('can be switched off for a configured backend on a loopback HOST alone, not on %s', (HOST) => {
    expect(problemsOf({ ...CPQ, AUTH_DISABLED: 'true', HOST })).toContain('AUTH_DISABLED');
    expect(read({ AUTH_DISABLED: 'true', HOST })).toEqual({
      kind: 'disabled',
      onlyAsLoopback: false,
    });
  });

  it('are implied by the demo, unless one of them is given', () => {
    expect(read({})).toEqual({ kind: 'disabled', onlyAsLoopback: false });
    expect(read({ DEMO: 'true', NODE_ENV: 'production' })).toEqual({
      kind: 'disabled',
      onlyAsLoopback: false,
    });
    expect(read(JWT)).toMatchObject({ kind: 'jwt' });
    expect(problemsOf({ AUTH_DISABLED: 'false' })).toContain('Callers must be known');
    expect(problemsOf({ AUTH_COMPANIES_CLAIM: 'companies' })).toContain('AUTH_ISSUER');
  });

  it.each(['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'])(
    'refuse to start without %s alone',
    (name) => {
      const others = Object.fromEntries(Object.entries(JWT).filter(([key]) => key !== name));
      expect(problemsOf({ ...CPQ, ...others })).toContain(`${name} must be set beside`);
    },
  );

  it('contradict themselves when callers are to be known and not', () => {
    expect(problemsOf({ ...JWT, AUTH_DISABLED: 'true' })).toContain('contradicts');
  });

  it.each(['none', 'HS256', 'RS256,HS512', 'RS256,none', 'rs256', ','])(
    'refuse the algorithms "%s"',
    (AUTH_ALGORITHMS) => {
      expect(problemsOf({ ...JWT, AUTH_ALGORITHMS })).toContain('AUTH_ALGORITHMS');
    },
  );

  it.each(['http://issuer.example/keys', 'file:///etc/passwd', 'https://u:p@issuer.example/keys'])(
    'refuse to fetch keys from %s',
    (AUTH_JWKS_URL) => {
      const problems = problemsOf({ ...JWT, AUTH_JWKS_URL });
      expect(problems).toContain('AUTH_JWKS_URL');
      expect(problems).not.toContain(AUTH_JWKS_URL);
    },
  );
});
