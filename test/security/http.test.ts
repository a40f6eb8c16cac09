import { gzipSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/gateway.ts';
import { readConfig } from '../../src/config/config.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { createLogger } from '../../src/observability/logger.ts';
import { startServer } from '../../src/server/server.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import { JSON_HEADERS, sendBytes, sendRaw, sendThenRead, type RawRequest } from './raw-http.ts';

const VIEWER = JSON.stringify({ query: '{ viewer { subject } }' });
const VIEWER_BY_GET = `/graphql?query=${encodeURIComponent('{ viewer { subject } }')}`;
const ANONYMOUS = { data: { viewer: { subject: 'anonymous' } } };
const STUDIO = 'https://studio.apollographql.com';
const APP = 'https://app.example';

let development: TestGateway;
let production: TestGateway;
let issuer: TokenIssuer;

beforeAll(async () => {
  issuer = await startTokenIssuer();
  [development, production] = await Promise.all([
    startTestGateway(),
    startTestGateway({
      environment: {
        NODE_ENV: 'production',
        DEMO: 'true',
        CORS_ORIGINS: APP,
        ...issuer.environment,
      },
    }),
  ]);
});

afterAll(async () => {
  await Promise.all([development.close(), production.close(), issuer.close()]);
});

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: 'http://replaced.invalid/graphql' });

  it('has all audits of its working group', () => expect(audits).toHaveLength(61));

  it.each(audits.map(({ id, name }) => ({ id, name })))('$id: $name', async ({ id }) => {
    const audit = serverAudits({ url: `${development.url}/graphql` }).find(
      (each) => each.id === id,
    );
    const result = await audit!.fn();
    expect(result.status === 'ok' ? null : result.reason).toBeNull();
  });
});

describe('a request that is not acceptable', () => {
  const ask = (request: RawRequest) => sendRaw(development.url, request);

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonx',
    'application/json; charset=latin1',
    'application/json, application/json',
    'json',
    '',
  ])('is 415 with a body of the type "%s"', async (type) => {
    const answer = await ask({ headers: { 'content-type': type }, body: VIEWER });
    expect(answer.status).toBe(415);
    expect(answer.json.errors[0].extensions.code).toBe('BAD_REQUEST');
    expect(answer.headers['accept-post']).toBe('application/json');
  });

  it('is 415 with a body of no type, also with the headers that pass the CSRF prevention of Apollo Server', async () => {
    const headers = { 'apollo-require-preflight': 'true', 'x-apollo-operation-name': 'x' };
    expect((await ask({ headers, body: VIEWER })).status).toBe(415);
    const text = { ...headers, 'content-type': 'text/plain' };
    expect((await ask({ headers: text, body: VIEWER })).status).toBe(415);
  });

  it.each(['gzip', 'deflate', 'br', 'GZIP', 'identity, gzip'])(
    'is 415 with a body that is encoded as %s',
    async (encoding) => {
      const headers = { ...JSON_HEADERS, 'content-encoding': encoding };
      const answer = await ask({ headers, body: gzipSync(VIEWER) });
      expect(answer.status).toBe(415);
      expect(answer.headers['accept-encoding']).toBe('identity');
    },
  );

  it.each([
    'application/json',
    'application/json;charset=utf-8',
    'Application/JSON; Charset="UTF-8"',
  ])('is not one of the type %s', async (type) => {
    expect((await ask({ headers: { 'content-type': type }, body: VIEWER })).json).toEqual(
      ANONYMOUS,
    );
  });

  it.each([
    ['text/html', null],
    ['image/png', null],
    ['application/json;q=0', null],
    ['application/xml, text/*', null],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    [
      'application/json;q=0.5, application/graphql-response+json',
      'application/graphql-response+json',
    ],
    ['text/html, application/json;q=0.1', 'application/json'],
    ['application/graphql-response+json;q=0, */*', 'application/json'],
    ['', 'application/json'],
    [';;,,', 'application/json'],
  ])('accepting "%s" gets %s', async (accept, type) => {
    const answer = await ask({ headers: { ...JSON_HEADERS, accept }, body: VIEWER });
    expect(answer.status).toBe(type === null ? 406 : 200);
    if (type !== null) expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
  });

  it('does not run a mutation whose answer its caller would not accept', async () => {
    const query = 'mutation { deleteUser(input: { userId: "x" }) { status } }';
    const headers = { ...JSON_HEADERS, accept: 'text/html' };
    const answer = await ask({ headers, body: JSON.stringify({ query }) });
    expect(answer.status).toBe(406);
    expect(answer.text).not.toContain('deleteUser');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'PROPFIND', 'QUERY'])(
    'is 405 by %s, and says which methods there are',
    async (method) => {
      const answer = await ask({ method, headers: {} });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, POST, OPTIONS');
    },
  );

  it('is 405 when it is a mutation by GET', async () => {
    const query = encodeURIComponent('mutation { deleteUser(input: { userId: "x" }) { status } }');
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await ask({
        method: 'GET',
        path: `/graphql?query=${query}`,
        headers: { accept },
      });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('POST');
      expect(answer.json.data).toBeUndefined();
    }
  });

  it('is 404 elsewhere', async () => {
    for (const path of ['/graphq', '/graphql/', '//graphql', '/favicon.ico', '/../graphql', '*']) {
      expect((await ask({ method: 'GET', path, headers: {} })).status).toBe(404);
    }
    expect((await sendRaw(production.url, { method: 'GET', path: '/', headers: {} })).status).toBe(
      404,
    );
  });

  it('is 413 when its body is too large, announced or not', async () => {
    const body = JSON.stringify({
      query: '{ viewer { subject } }',
      variables: { x: 'x'.repeat(1_100_000) },
    });
    expect((await ask({ body })).status).toBe(413);
    const chunked = { ...JSON_HEADERS, 'transfer-encoding': 'chunked' };
    expect((await ask({ headers: chunked, body })).status).toBe(413);
  });

  it('is answered with 413 also where its sender reads nothing before everything is sent', async () => {
    const size = 20_000_000;
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${size}\r\n\r\n`;
    expect(await sendThenRead(development.url, head + 'x'.repeat(size))).toMatch(/^HTTP\/1.1 413 /);
  });

  it('is answered with 413 while a body without end is still being sent', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99999999999\r\n\r\n`;
    expect(await sendBytes(development.url, head)).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '1',
    '"x"',
    '{}',
    '[{"query":"{__typename}"}]',
    '{"query":[]}',
    '{"query":null}',
  ])('is 400 with the body %s', async (body) => {
    const answer = await ask({ body });
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  it('is 400 when its body is not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ viewer { subject } } #'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    expect((await ask({ body })).status).toBe(400);
  });

  it('is refused as an array of operations', async () => {
    const answer = await ask({ body: `[${VIEWER},${VIEWER}]` });
    expect(answer.status).toBe(400);
    expect(answer.json.data).toBeUndefined();
  });

  it('is 431 when its head is too large, 400 when it is not HTTP, each with the headers of every answer', async () => {
    const large = await sendBytes(
      development.url,
      `GET /graphql HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(large).toMatch(/^HTTP\/1.1 431 /);
    const garbage = await sendBytes(development.url, '\u0000\u0001 garbage\r\n\r\n');
    expect(garbage).toMatch(/^HTTP\/1.1 400 /);
    for (const answer of [large, garbage]) {
      expect(answer).toContain('x-content-type-options: nosniff');
      expect(answer).toContain('connection: close');
    }
  });

  it('takes a query by GET whole, also with question marks in it', async () => {
    const query = '{viewer{subject}}%23?x=?';
    const answer = await ask({ method: 'GET', path: `/graphql?query=${query}`, headers: {} });
    expect(answer.json).toEqual(ANONYMOUS);
  });
});

describe('callers who are slow', () => {
  const HALF_A_HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\n';
  const HALF_A_BODY = `${HALF_A_HEAD}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"`;

  it.each([
    ['head', HALF_A_HEAD, { headersTimeoutMs: 300, receiveTimeoutMs: 30_000 }],
    ['body', HALF_A_BODY, { headersTimeoutMs: 300, receiveTimeoutMs: 600 }],
  ])(
    'are cut off while sending the %s, and everybody else is served',
    async (_part, bytes, limits) => {
      const log: string[] = [];
      const config = readConfig({ PORT: '0' }, backendDefinitions);
      const logger = createLogger('debug', { write: (line) => log.push(line) });
      const gateway = await createGateway({ config, definitions: backendDefinitions, log: logger });
      const server = await startServer({
        ...config,
        ...limits,
        graphql: gateway.graphql,
        metrics: gateway.metrics,
        readiness: () => ({ ready: true }),
        log: logger,
      });
      try {
        const [slow, quick] = await Promise.all([
          sendBytes(server.url, bytes),
          sendRaw(server.url, { body: VIEWER }),
        ]);
        expect(slow).toMatch(/^HTTP\/1.1 408 /);
        expect(quick.json).toEqual(ANONYMOUS);
      } finally {
        await server.stop();
        await gateway.close();
      }
      expect(log.join('')).not.toContain('failed outside GraphQL');
    },
  );
});

describe('every answer', () => {
  it.each<RawRequest>([
    { body: VIEWER },
    { method: 'GET', path: VIEWER_BY_GET },
    { body: '{' },
    { body: JSON.stringify({ query: '{ nothing }' }) },
    { body: JSON.stringify({ query: '{' }) },
    { method: 'PUT' },
    { method: 'OPTIONS' },
    { method: 'GET', path: '/nothing' },
    { method: 'GET', path: '/livez' },
    { method: 'GET', path: '/readyz' },
    { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }) },
  ])('has the headers that browsers heed: %o', async (request) => {
    for (const { url } of [development, production]) {
      const { headers } = await sendRaw(url, request);
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
      });
      expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });

  it('says HSTS in production to who came by https', async () => {
    const headers = { ...JSON_HEADERS, 'x-forwarded-proto': 'https' };
    const secure = await sendRaw(production.url, { headers, body: VIEWER });
    expect(secure.headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
    const local = await sendRaw(development.url, { headers, body: VIEWER });
    expect(local.headers['strict-transport-security']).toBeUndefined();
  });

  it('has the request id of its caller only when that is harmless', async () => {
    const idOf = async (id: string) => {
      const answer = await sendRaw(development.url, {
        headers: { ...JSON_HEADERS, 'x-request-id': id },
        body: VIEWER,
      });
      return answer.headers['x-request-id'];
    };
    expect(await idOf('abc-1')).toBe('abc-1');
    expect(await idOf('a b')).not.toBe('a b');
    expect(await idOf('x'.repeat(200))).toHaveLength(36);
  });
});

describe('the page for browsers', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  it('is shown while developing and cannot be framed', async () => {
    for (const path of ['/', '/graphql']) {
      const { status, headers, text } = await sendRaw(development.url, {
        method: 'GET',
        path,
        headers: browser,
      });
      expect(status).toBe(200);
      expect(headers['content-type']).toContain('text/html');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(text).toContain('<html');
    }
  });

  it('is not there in production', async () => {
    const { headers, text } = await sendRaw(production.url, { method: 'GET', headers: browser });
    expect(headers['content-type']).toContain('application/json');
    expect(text).not.toContain('<html');
    expect(text).toContain('There are no pages for browsers in production.');
  });
});

describe('pages of other origins', () => {
  const preflight = (url: string, origin: string) =>
    sendRaw(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });

  it.each([
    ['development', STUDIO, true],
    ['development', APP, false],
    ['development', 'null', false],
    ['production', STUDIO, false],
    ['production', APP, true],
    ['production', `${APP}.evil.example`, false],
    ['production', 'http://app.example', false],
    ['production', 'null', false],
  ])('in %s, %s may ask: %s', async (mode, origin, allowed) => {
    const { url } = mode === 'production' ? production : development;
    const { status, headers } = await preflight(url, origin);
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe(allowed ? origin : undefined);
    expect(headers['access-control-allow-headers']).toBe(
      allowed ? 'content-type,authorization' : undefined,
    );
    expect(headers.vary).toBe('origin');
    const answer = await sendRaw(url, { headers: { ...JSON_HEADERS, origin }, body: VIEWER });
    expect(answer.headers['access-control-allow-origin']).toBe(allowed ? origin : undefined);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('can send no mutation without a preflight', async () => {
    const body = JSON.stringify({
      query: 'mutation { deleteUser(input: { userId: "x" }) { status } }',
    });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await sendRaw(development.url, {
        headers: { 'content-type': type, origin: 'https://evil.example' },
        body,
      });
      expect(answer.status).toBe(415);
    }
  });
});

describe('probes', () => {
  it('answer GET and HEAD, and nothing else', async () => {
    for (const path of ['/livez', '/readyz', '/readyz?detail']) {
      expect((await sendRaw(production.url, { method: 'GET', path })).status).toBe(200);
      const head = await sendRaw(production.url, { method: 'HEAD', path });
      expect([head.status, head.text]).toEqual([200, '']);
      const post = await sendRaw(production.url, { path, body: '{}' });
      expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });
});

describe('what is said of the inside', () => {
  const INTROSPECTIONS = [
    '{ __schema { queryType { name } } }',
    '{ __type(name: "User") { name } }',
    '{ ... @include(if: true) { a: __schema { queryType { name } } } }',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { __type(name: "User") { name } }',
    '{ __schema @skip(if: true) { queryType { name } } viewer { subject } }',
  ];

  it.each(INTROSPECTIONS)(
    'in production only readers of the schema are answered: %s',
    async (query) => {
      const withPermission = (permissions: string[]) => issuer.headers({ claims: { permissions } });
      const nobody = await production.query(query);
      expect(nobody.errors[0]!.extensions['code']).toBe('UNAUTHENTICATED');
      const reader = await production.query(query, {}, await withPermission(['USERS_READ']));
      expect(reader.data).toBeNull();
      expect(reader.errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN', requiredPermissions: ['SCHEMA_READ'] } },
      ]);
      const entitled = await production.query(query, {}, await withPermission(['SCHEMA_READ']));
      expect(entitled.errors).toEqual([]);
      expect((await development.query(query)).errors).toEqual([]);
    },
  );

  it('__typename is no introspection', async () => {
    const { data } = await production.query('{ __typename }', {}, await issuer.headers());
    expect(data).toEqual({ __typename: 'Query' });
  });

  it.each([
    '{ view { subject } }',
    '{ viewer { subjec } }',
    '{ users(firs: 1) { nodes { id } } }',
    '{ users(filter: { statuses: [ACTIV] }) { nodes { id } } }',
    '{ users(filter: { statu: [ACTIVE] }) { nodes { id } } }',
    '{ ... on Usr { id } }',
    'query ($x: Usr) { viewer { subject } }',
  ])('production suggests nothing, development does: %s', async (query) => {
    const hidden = await production.query(query, {}, await issuer.headers());
    expect(hidden.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(hidden.errors)).not.toMatch(/did you mean/i);
    expect(JSON.stringify((await development.query(query)).errors)).toMatch(/did you mean/i);
  });

  it('no suggestion stands in what is said of a variable', async () => {
    const query =
      'query ($s: [UserStatus!], $f: UserFilter) { users(filter: { statuses: $s }) { nodes { id } } a: users(filter: $f) { nodes { id } } }';
    const { errors } = await production.query(
      query,
      { s: ['ACTIV'], f: { statu: [] } },
      await issuer.headers(),
    );
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });

  it('no answer holds a stack', async () => {
    for (const query of [
      '{',
      '{ x }',
      '{ user(id: "x") { id } }',
      '{ users(first: 0) { nodes { id } } }',
    ]) {
      for (const gateway of [development, production]) {
        const answer = await gateway.query(query);
        expect(answer.errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(answer.errors)).not.toMatch(/stack|node_modules|\.ts:|\.js:|file:/);
      }
    }
  });
});
