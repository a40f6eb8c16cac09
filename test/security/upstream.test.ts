import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http, { type IncomingMessage, type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Backend, ReadContext } from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { User } from '../../src/domain/model.ts';
import { resetOptions } from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import { createUpstreamClient, type UpstreamClient } from '../../src/http/upstream-client.ts';
import type {
  Credential,
  UpstreamObserver,
  UpstreamRequest,
  UpstreamResponse,
} from '../../src/http/upstream.ts';
import { createLogger } from '../../src/observability/logger.ts';
import type { RecordedCall } from '../../src/simulation/simulator.ts';
import type { Dialect } from '../contract/dialect.ts';
import { readDialects } from '../contract/dialects.ts';
import { know, readsOf, toPlain } from '../contract/reads.ts';
import { contextOf, withSession, type Session } from '../contract/session.ts';
import { startTap, type Tap, type TappedAnswer } from '../contract/tap.ts';
import { startTestGateway } from '../support/gateway.ts';
import { makeSelfSigned } from '../support/self-signed.ts';

const CREDENTIAL = 'Bearer c4n4ry-credential';
const READ: UpstreamRequest = { operation: 'ReadIt', method: 'GET', path: '/it' };
const WRITE: UpstreamRequest = { operation: 'WriteIt', method: 'POST', path: '/it', body: '{}' };
/** As many calls of one backend may wait for others to end. */
const WAITING_CALLS = 2_000;

interface SmallServer {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
}

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map(async (close) => close()));
});

/** A server for the length of a test. */
async function serve(
  listener: RequestListener,
  secure?: { readonly key: string; readonly cert: string },
): Promise<SmallServer> {
  const requests: IncomingMessage[] = [];
  const onRequest: RequestListener = (request, response) => {
    requests.push(request);
    listener(request, response);
  };
  const server = secure ? https.createServer(secure, onRequest) : http.createServer(onRequest);
  // What a client that gives up leaves behind.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { url: secure ? `https://localhost:${port}` : `http://127.0.0.1:${port}`, requests };
}

function connect(
  url: string,
  options: {
    readonly timeoutMs?: number;
    readonly maxResponseBytes?: number;
    readonly credential?: Credential;
    readonly maxConcurrentCalls?: number;
    readonly failureOf?: () => GatewayError;
    readonly observe?: UpstreamObserver;
  } = {},
): UpstreamClient {
  const client = createUpstreamClient({
    backend: 'somewhere',
    baseUrl: new URL(url),
    credential: { identity: 'ann', headersFor: async () => ({ authorization: CREDENTIAL }) },
    timeoutMs: options.timeoutMs ?? 2000,
    failureOf: ({ status }, { operation }) =>
      status < 300 ? null : new GatewayError('BACKEND_REJECTED', `It refused ${operation}.`),
    ...options,
  });
  closing.push(() => client.close());
  return client;
}

/** Reads an answer as it came. */
const whole = (response: UpstreamResponse): UpstreamResponse => response;

async function failureOf(work: Promise<unknown>): Promise<GatewayError> {
  const error: unknown = await work.then(
    (answer) => new Error(`It was answered with ${JSON.stringify([answer]).slice(0, 100)}.`),
    (raised: unknown) => raised,
  );
  if (error instanceof GatewayError) return error;
  throw error;
}

async function withTrust<T>(cert: string, work: () => Promise<T>): Promise<T> {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, cert]);
  try {
    return await work();
  } finally {
    tls.setDefaultCACertificates(before);
  }
}

describe('a connection', () => {
  const answer: RequestListener = (_request, response) => response.end('{}');

  async function withoutVerification<T>(work: () => Promise<T>): Promise<T> {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      return await work();
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  }

  it('is made to a server whose certificate is trusted', async () => {
    const own = makeSelfSigned();
    const server = await serve(answer, own);
    const { status } = await withTrust(own.cert, () =>
      connect(server.url).read(READ, contextOf(), whole),
    );
    expect(status).toBe(200);
  });

  it.each(['as it is', 'switched off by the environment'])(
    'is not made to a server that vouches for itself, with verification %s: nothing is sent',
    async (how) => {
      const server = await serve(answer, makeSelfSigned());
      const work = async () => {
        const failure = await failureOf(connect(server.url).read(READ, contextOf(), whole));
        const written = await connect(server.url).write(WRITE);
        return { failure, written };
      };
      const { failure, written } =
        how === 'as it is' ? await work() : await withoutVerification(work);
      expect(failure).toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
      expect(failure.safeCause?.code).toMatch(/SELF_SIGNED/);
      expect(written).toMatchObject({ kind: 'not-sent' });
      expect(server.requests).toEqual([]);
    },
  );

  it.each([
    ['of another host', { host: 'somewhere.example' }],
    ['that has ended', { days: -1 }],
  ])('is not made to a server with a trusted certificate %s', async (_what, options) => {
    const own = makeSelfSigned(options);
    const server = await serve(answer, own);
    const failure = await withTrust(own.cert, () =>
      failureOf(connect(server.url).read(READ, contextOf(), whole)),
    );
    expect(failure).toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    expect(server.requests).toEqual([]);
  });

  const urls = backendDefinitions.flatMap(({ variables }) =>
    variables.filter(({ name }) => /_(URL|ENDPOINT)$/.test(name)),
  );

  it.each([...urls.map(({ name }) => name), 'AUTH_JWKS_URL'])(
    'to %s must be encrypted unless it stays on this machine, and its address holds no secret',
    (name) => {
      const problemsWith = (value: string): string => {
        try {
          readConfig({ [name]: value }, backendDefinitions);
          return '';
        } catch (error) {
          return String(error);
        }
      };
      for (const value of [
        'http://somewhere.example/rest',
        'http://127.0.0.1.somewhere.example/rest',
        'http://localhost.somewhere.example/rest',
        'http://10.0.0.8/rest',
        'ftp://127.0.0.1/rest',
        'https://ann:c4n4ry@somewhere.example/rest',
        'https://somewhere.example/rest?key=c4n4ry',
        'no url',
      ]) {
        expect(problemsWith(value), value).toContain(`${name} `);
        expect(problemsWith(value)).not.toContain('c4n4ry');
      }
      for (const value of [
        'http://127.0.0.1:9/',
        'http://localhost:9/',
        'http://[::1]:9/',
        'https://somewhere.example/',
      ]) {
        expect(problemsWith(value), value).not.toMatch(new RegExp(`- ${name} (is|must)`));
      }
    },
  );
});

describe('a write', () => {
  /** A record of TLS that nobody can decrypt. */
  const GARBAGE = Buffer.concat([Buffer.from('17030300ff', 'hex'), Buffer.alloc(255, 'A')]);

  /** Stands between a client and a server that speaks TLS, and can speak out of turn. */
  async function standBetween(
    url: string,
  ): Promise<{ readonly url: string; readonly sockets: Set<net.Socket> }> {
    const sockets = new Set<net.Socket>();
    const proxy = net.createServer((socket) => {
      const onward = net.connect(Number(new URL(url).port), '127.0.0.1');
      for (const end of [socket, onward]) end.on('error', () => {});
      sockets.add(socket);
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    });
    return { url: `https://localhost:${(proxy.address() as AddressInfo).port}`, sockets };
  }

  it('is of unknown outcome when the encryption breaks after the request has left', async () => {
    const own = makeSelfSigned();
    let speak = (): void => {};
    const server = await serve(() => speak(), own);
    const between = await standBetween(server.url);
    speak = () => between.sockets.forEach((socket) => socket.write(GARBAGE));
    const answer = await withTrust(own.cert, () => connect(between.url).write(WRITE));
    expect(answer).toMatchObject({ kind: 'unknown' });
    expect(server.requests).toHaveLength(1);
  });

  it('has not been sent when the peer hangs up in the handshake', async () => {
    const peer = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
    closing.push(() => void peer.close());
    const url = `https://localhost:${(peer.address() as AddressInfo).port}`;
    expect(await connect(url).write(WRITE)).toMatchObject({ kind: 'not-sent' });
  });

  it('has not been sent when its time is up before its credential is there', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const headersFor = async () => ({ authorization: await sleep(60, CREDENTIAL) });
    const client = connect(server.url, {
      timeoutMs: 20,
      credential: { identity: 'ann', headersFor },
    });
    expect(await client.write(WRITE)).toMatchObject({ kind: 'not-sent' });
    expect(server.requests).toEqual([]);
  });

  it.each([401, 403])(
    'that is answered with %i is not sent again, and drops the token',
    async (status) => {
      const server = await serve((_request, response) => response.writeHead(status).end());
      const dropped: unknown[] = [];
      const credential = {
        identity: 'ann',
        headersFor: async () => ({ authorization: CREDENTIAL }),
        renew: (headers: unknown) => void dropped.push(headers),
      };
      await connect(server.url, { credential }).write(WRITE);
      expect(server.requests).toHaveLength(1);
      expect(dropped).toEqual([{ authorization: CREDENTIAL }]);
    },
  );
});

describe('a credential that cannot be had', () => {
  it('is asked for once by a read, since whoever fetches it tries again by itself', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const asked: string[] = [];
    const credential = {
      identity: 'ann',
      headersFor: async ({ operation }: UpstreamRequest) => {
        asked.push(operation);
        throw new GatewayError('BACKEND_UNAVAILABLE', 'No token can be had.');
      },
    };
    const failure = await failureOf(
      connect(server.url, { credential }).read(READ, contextOf(), whole),
    );
    expect(failure).toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
    expect(asked).toEqual(['ReadIt']);
    expect(server.requests).toEqual([]);
  });
});

describe('a slow backend', () => {
  it('has a bounded line: what finds it full is refused at once and never leaves', async () => {
    const waiting: (() => void)[] = [];
    const server = await serve((_request, response) => waiting.push(() => response.end('{}')));
    const outcomes: string[] = [];
    const client = connect(server.url, {
      maxConcurrentCalls: 1,
      timeoutMs: 30_000,
      observe: ({ outcome }) => outcomes.push(outcome),
    });
    const left = new AbortController();
    const inLine = Array.from({ length: 1 + WAITING_CALLS }, () =>
      failureOf(client.read(READ, contextOf({ signal: left.signal }), whole)),
    );
    await expect.poll(() => waiting.length).toBe(1);
    expect(await failureOf(client.read(READ, contextOf(), whole))).toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      retryable: true,
      safeCause: { code: 'QUEUE_FULL' },
    });
    expect(outcomes).toEqual(['QUEUE_FULL']);
    left.abort();
    await Promise.all(inLine);
    expect(server.requests).toHaveLength(1);
  });
});

describe('who has little time', () => {
  const SHORT_MS = 100;
  /** Far longer than anybody here has, and shorter than a test may take. */
  const LONG_MS = 3000;
  const failsWith = (code: 'BACKEND_THROTTLED' | 'BACKEND_UNAVAILABLE', retryAfterMs?: number) =>
    new GatewayError(code, 'Not now.', retryAfterMs === undefined ? {} : { retryAfterMs });

  async function expectInTime(client: UpstreamClient): Promise<void> {
    const startedAt = performance.now();
    const context = contextOf({ signal: AbortSignal.timeout(SHORT_MS) });
    expect(await failureOf(client.read(READ, context, whole))).toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      safeCause: { code: 'ETIMEDOUT' },
    });
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2);
  }

  it('does not wait as long as the backend asks for before another try', async () => {
    const server = await serve((_request, response) => response.writeHead(429).end());
    const outcomes: string[] = [];
    const client = connect(server.url, {
      timeoutMs: 2 * LONG_MS,
      failureOf: () => failsWith('BACKEND_THROTTLED', LONG_MS),
      observe: ({ outcome }) => outcomes.push(outcome),
    });
    await expectInTime(client);
    expect(outcomes).toEqual(['BACKEND_THROTTLED', 'BACKEND_UNAVAILABLE']);
  });

  it('does not wait in line behind those who have more', async () => {
    const server = await serve(() => {});
    const client = connect(server.url, { timeoutMs: LONG_MS, maxConcurrentCalls: 1 });
    const others = new AbortController();
    const other = failureOf(client.read(READ, contextOf({ signal: others.signal }), whole));
    await expectInTime(client);
    expect(server.requests).toHaveLength(1);
    others.abort();
    await other;
  });

  it('does not wait for another who tries whether a dead backend lives again', async () => {
    let isDead = true;
    const server = await serve((_request, response) => {
      if (isDead) response.writeHead(503).end();
    });
    const client = connect(server.url, {
      timeoutMs: LONG_MS,
      failureOf: () => failsWith('BACKEND_UNAVAILABLE', 0),
    });
    while (client.health().circuitOpen !== true) {
      await failureOf(client.read(READ, contextOf(), whole));
    }
    isDead = false;
    // As long as it is left alone.
    await sleep(300);
    const others = new AbortController();
    const other = failureOf(client.read(READ, contextOf({ signal: others.signal }), whole));
    await expectInTime(client);
    others.abort();
    await other;
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'with %i is not followed by reads or writes',
    async (status) => {
      const elsewhere = await serve((_request, response) => response.end('{}'));
      const server = await serve((_request, response) =>
        response.writeHead(status, { location: `${elsewhere.url}/it` }).end(),
      );
      const client = connect(server.url);
      expect(await failureOf(client.read(READ, contextOf(), whole))).toMatchObject({
        code: 'BACKEND_REJECTED',
      });
      expect(await client.write(WRITE)).toMatchObject({ kind: 'response', response: { status } });
      expect(server.requests).toHaveLength(2);
      expect(elsewhere.requests).toEqual([]);
    },
  );
});

describe('an answer', () => {
  const MEBIBYTE = 1024 * 1024;
  const LIMIT = { maxResponseBytes: MEBIBYTE };

  it('that is larger than allowed is cut off', async () => {
    let sent = 0;
    const server = await serve((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const pump = (): void => {
        while (!response.destroyed && sent < 200 * MEBIBYTE) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', pump);
        }
        response.end();
      };
      pump();
    });
    const failure = await failureOf(connect(server.url, LIMIT).read(READ, contextOf(), whole));
    expect(failure).toMatchObject({ code: 'BACKEND_CONTRACT_VIOLATION' });
    expect(sent).toBeLessThan(20 * MEBIBYTE);
  });

  it.each([
    ['gzip', gzipSync],
    [
      'br',
      (data: Buffer) =>
        brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ],
  ])('that grows beyond bounds as it is unpacked (%s) is cut off', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(100 * MEBIBYTE));
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    );
    const before = process.memoryUsage().arrayBuffers;
    const failure = await failureOf(connect(server.url, LIMIT).read(READ, contextOf(), whole));
    expect(failure).toMatchObject({ code: 'BACKEND_CONTRACT_VIOLATION' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * MEBIBYTE);
    expect(await connect(server.url, LIMIT).write(WRITE)).toMatchObject({ kind: 'unknown' });
  });

  it('that fits its bounds, packed or not, is read', async () => {
    const body = JSON.stringify('x'.repeat(MEBIBYTE / 2));
    const server = await serve((request, response) =>
      request.url === '/packed'
        ? response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body))
        : response.end(body),
    );
    const client = connect(server.url, LIMIT);
    for (const path of ['/packed', '/plain']) {
      expect((await client.read({ ...READ, path }, contextOf(), whole)).body).toBe(body);
    }
  });

  it.each([
    ['body', true],
    ['head', false],
  ])('whose %s comes drop by drop has no more time than any other', async (_part, hasHead) => {
    const server = await serve((request, response) => {
      if (hasHead) response.writeHead(200);
      const timer = setInterval(() => {
        if (hasHead) response.write(' ');
        else request.socket.write('H');
      }, 20);
      request.socket.once('close', () => clearInterval(timer));
    });
    const client = connect(server.url, { timeoutMs: 300 });
    const startedAt = performance.now();
    const failure = await failureOf(client.read(READ, contextOf(), whole));
    expect(['BACKEND_UNAVAILABLE', 'BACKEND_CONTRACT_VIOLATION']).toContain(failure.code);
    expect(await client.write(WRITE)).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('with headers beyond all bounds is refused', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { filler: 'c4n4ry'.repeat(20_000) }).end('{}'),
    );
    const failure = await failureOf(connect(server.url).read(READ, contextOf(), whole));
    expect(JSON.stringify(failure)).not.toContain('c4n4ry');
  });
});

const everyDialect = (await readDialects()).flatMap(([definition, dialects]) =>
  dialects.map((dialect) => [`${definition.name}, ${dialect.name}`, definition, dialect] as const),
);
/** One of each way in which a backend builds addresses and proves who it is. */
const ADDRESSING = new Set([
  'cpq, version 7',
  'cpq, version 17',
  'cpq, version 19',
  'cpq, {"credential":"client-credentials"}',
  'cloud-administration, {"apiVersion":3}',
  'cloud-administration, {"apiVersion":1}',
  'cloud-sso, {}',
]);
const backends = everyDialect.filter(([name]) => ADDRESSING.has(name));

describe.each(backends)('%s', (_name, definition, dialect) => {
  it('takes a redirect for no answer, sends nothing where it points, and changes nothing', () =>
    withTap(definition, dialect, async ({ session, tap }) => {
      const elsewhere = await serve((_request, response) => response.end('{}'));
      const redirected = (): TappedAnswer => ({
        status: 307,
        headers: { location: `${elsewhere.url}/cloudapi/restapi/v3/user/status/5` },
        body: '',
      });
      const known = await know(session.connect(), dialect);
      const fresh = session.connect({ environment: tap.environment });
      const signedIn = session.connect({ environment: tap.environment });
      for (const read of readsOf(signedIn, known)) await read.run(signedIn, contextOf());
      tap.alter = redirected;
      for (const backend of [fresh, signedIn]) {
        const failures: GatewayError[] = [];
        for (const read of readsOf(backend, known)) {
          await expectedOnly(() => read.run(backend, contextOf({ fresh: true })), failures);
        }
        expect(failures.length).toBeGreaterThanOrEqual(2);
        for (const { code } of failures) expect(code).toMatch(/^BACKEND_/);
        for (const outcome of await tryWrites(backend, known.users[0]!, 'plain')) {
          expect(outcome).not.toBe('DONE');
        }
      }
      expect(elsewhere.requests).toEqual([]);
    }));

  it(
    'puts whatever a login or id holds into one segment or one value of an address, or into none',
    () =>
      withSession(definition, dialect, async (session) => {
        const { users } = await know(session.connect(), dialect);
        const callsWith = async (texts: readonly string[]): Promise<readonly RecordedCall[]> => {
          session.simulator.calls.clear();
          await Promise.all(
            texts.map(async (text) => {
              const backend = session.connect();
              await tryReads(backend, users[0]!, text);
              await tryWrites(backend, users[0]!, text);
            }),
          );
          return [...session.simulator.calls.all];
        };
        const usual = new Map<string, Shape>();
        for (const word of ['plain', 'other-word', 'two/words']) {
          for (const call of await callsWith([word])) learn(usual, call);
        }
        for (const call of await callsWith(HOSTILE)) {
          const where = `${call.operation} ${call.path}?${call.query}`;
          const shape = usual.get(call.operation);
          expect(shape?.segments, where).toContain(call.path.split('/').length);
          for (const name of namesIn(call)) expect(shape?.names, where).toContain(name);
          expect(call.path.split('/').map(decodeURIComponent), where).not.toContain('..');
          expect(call.path.split('/').map(decodeURIComponent), where).not.toContain('.');
          expect(Object.keys(call.headers), where).not.toContain('x-injected');
        }
      }),
    60_000,
  );

  it('takes properties that reach for a prototype for what they are: unknown', () =>
    withTap(definition, dialect, async ({ session, tap }) => {
      const known = await know(session.connect(), dialect);
      let altered = 0;
      tap.alter = (answer) => {
        const body = withPrototypeTricks(answer.body);
        if (body !== answer.body) altered += 1;
        return { ...answer, body };
      };
      for (const read of readsOf(session.connect(), known)) {
        const plain = await read.run(session.connect(), contextOf());
        const tricked = await read.run(
          session.connect({ environment: tap.environment }),
          contextOf(),
        );
        expect(toPlain(tricked), read.name).toEqual(toPlain(plain));
      }
      expect(altered).toBeGreaterThan(0);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }));
});

describe('the address of a job of Cloud Administration', () => {
  const [, definition, dialect] = backends.find(([name]) => name.includes('"apiVersion":3'))!;

  it.each([
    ['another origin', (base: URL, other: string) => `${other}${base.pathname}/v3/user/status/77`],
    [
      'another origin without a scheme',
      (base: URL, other: string) => `//${new URL(other).host}${base.pathname}/v3/user/status/77`,
    ],
    [
      'another origin behind a user name',
      (base: URL, other: string) =>
        `http://${base.host}@${new URL(other).host}${base.pathname}/v3/user/status/77`,
    ],
    [
      'another path of another origin',
      (base: URL, other: string) => `${other}${base.pathname}/v3/users/status/77`,
    ],
    [
      'another part of the same origin',
      (base: URL) => `${base.origin}/elsewhere-of-it/user/status/77`,
    ],
    ['out of the interface by dots', (base: URL) => `${base.href}/../../elsewhere/user/status/77`],
  ])(
    'is not followed to %s; the job is asked for below the configured address',
    async (_where, locationOf) =>
      withTap(definition, dialect, async ({ session, tap }) => {
        const elsewhere = await serve((_request, response) => response.end('{}'));
        const base = new URL(tap.environment['CLOUD_ADMINISTRATION_BASE_URL']!);
        const asked: string[] = [];
        const backend = session.connect({ environment: tap.environment });
        const { users } = await know(backend, dialect);
        tap.alter = (answer, { method, url }) => {
          if (method !== 'POST') {
            asked.push(url ?? '');
            return url?.includes('/status/') ? { ...answer, status: 200, body: '{}' } : answer;
          }
          return { status: 202, headers: { location: locationOf(base, elsewhere.url) }, body: '' };
        };
        const prepared = await backend.userWrites!.update!(
          users[0]!,
          { firstName: 'Ada', own: {} },
          contextOf(),
        );
        if ('refused' in prepared) throw new Error('The write was refused.');
        await prepared.send();
        const polls = asked.filter((url) => url.includes('77'));
        expect(polls.length).toBeGreaterThan(0);
        for (const url of polls) expect(url).toBe(`${base.pathname}/v3/user/status/77`);
        expect(elsewhere.requests).toEqual([]);
      }),
  );

  it('is followed on the same origin', async () =>
    withTap(definition, dialect, async ({ session, tap }) => {
      const base = new URL(tap.environment['CLOUD_ADMINISTRATION_BASE_URL']!);
      const asked: string[] = [];
      const backend = session.connect({ environment: tap.environment });
      const { users } = await know(backend, dialect);
      tap.alter = (answer, { method, url }) => {
        asked.push(url ?? '');
        if (method !== 'POST')
          return url?.includes('/status/') ? { ...answer, status: 200, body: '{}' } : answer;
        return { status: 202, headers: { location: `${base.href}/v3/users/status/77` }, body: '' };
      };
      const prepared = await backend.userWrites!.update!(
        users[0]!,
        { firstName: 'Ada', own: {} },
        contextOf(),
      );
      if ('refused' in prepared) throw new Error('The write was refused.');
      await prepared.send();
      expect(asked).toContain(`${base.pathname}/v3/users/status/77`);
    }));
});

describe('what a gateway tells of its backends', () => {
  it('holds nothing of their failures and nothing of its credentials, in answers, headers, log or audit', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'upstream-'));
    const simulators = await Promise.all(
      backendDefinitions.map((definition) =>
        definition.startSimulator({ switches: SMALL[definition.name] ?? {} }),
      ),
    );
    const taps = await Promise.all(
      simulators.map(({ url, environment }) => startTap(url, environment)),
    );
    const environment = Object.assign({}, ...taps.map((tap) => tap.environment)) as Readonly<
      Record<string, string>
    >;
    const gateway = await startTestGateway({
      environment: {
        ...environment,
        ...UNHURRIED,
        AUTH_DISABLED: 'true',
        AUDIT_FILE: join(folder, 'audit'),
      },
    });
    try {
      const nodes = (await gateway.query(USERS)).data.users.nodes as readonly {
        readonly id: string;
        readonly backend: { readonly name: string };
      }[];
      const ids = [...Map.groupBy(nodes, ({ backend }) => backend.name).values()].map(
        ([user]) => user!.id,
      );
      expect(ids).toHaveLength(backendDefinitions.length);
      const traces: string[] = [];
      for (const answer of LEAKY_ANSWERS) {
        for (const failing of ['reads', 'writes'] as const) {
          for (const tap of taps) {
            tap.alter = (original, request) =>
              failing === 'reads' || isWrite(request) ? answer : original;
          }
          const documents = failing === 'reads' ? [USERS, EVERYTHING] : [WRITES];
          const questions = documents.flatMap((document) => ids.map((id) => ({ document, id })));
          const answers = await Promise.all(
            questions.map(({ document, id }) =>
              gateway.query(document, { id, password: 'c4n4ry-Passw0rd' }),
            ),
          );
          for (const { status, headers, data, errors } of answers) {
            traces.push(JSON.stringify([status, [...headers], data, errors]));
          }
        }
      }
      traces.push(...gateway.logLines, await readFile(join(folder, 'audit'), 'utf8'));
      const secrets = backendDefinitions.flatMap(({ variables }) =>
        variables.filter(({ secret }) => secret).flatMap(({ name }) => environment[name] ?? []),
      );
      const sent = taps.flatMap(({ requests }) =>
        requests.flatMap(({ authorization = '' }) => authorization.replace(/^\S+ /, '')),
      );
      expect(secrets.length).toBeGreaterThanOrEqual(3);
      for (const trace of traces) {
        expect(trace).not.toContain('c4n4ry');
        for (const secret of new Set([...secrets, ...sent]))
          expect(trace.includes(secret), trace.slice(0, 500)).toBe(false);
      }
      expect(traces.join('')).toContain('BACKEND_');
      expect(traces.join('')).toContain('OUTCOME_UNKNOWN');
      for (const line of gateway.logLines)
        expect(Object.keys(JSON.parse(line) as object).filter((key) => !LOGGED.has(key))).toEqual(
          [],
        );
    } finally {
      await gateway.close();
      await Promise.all([...taps, ...simulators].map((one) => one.close()));
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});

describe('a log line', () => {
  const linesOf = (write: (log: ReturnType<typeof createLogger>) => void): readonly string[] => {
    const lines: string[] = [];
    write(createLogger('debug', { write: (line) => lines.push(line) }));
    return lines;
  };

  it('is one line of JSON with allowed fields, whatever is passed', () => {
    const careless = {
      requestId: 'r\n{"level":60}',
      headers: { authorization: 'c4n4ry' },
      body: 'c4n4ry',
      error: new Error('c4n4ry'),
      err: new Error('c4n4ry'),
      code: { nested: 'c4n4ry' },
      stack: ['c4n4ry'],
    };
    const lines = linesOf((log) => {
      log.error('it failed', careless as object);
      log.debug('it is', careless as object);
    });
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line.trimEnd()).not.toContain('\n');
      expect(line).not.toContain('c4n4ry');
      expect(Object.keys(JSON.parse(line) as object)).toEqual([
        'level',
        'time',
        'requestId',
        'msg',
      ]);
    }
  });

  it('is all that is left of an error that nobody caught', async () => {
    const { code, output } = await runScript(`
      import { createLogger } from './src/observability/logger.ts';
      import { logCrashes } from './src/observability/crash-log.ts';
      logCrashes(createLogger('info'));
      const error = Object.assign(new Error('c4n4ry in the message\\n    at c4n4ry'), { options: { headers: { authorization: 'c4n4ry' } } });
      Promise.reject(error);
      setTimeout(() => {}, 10_000);
    `);
    expect(code).toBe(1);
    expect(output).not.toContain('c4n4ry');
    expect(JSON.parse(output)).toMatchObject({ level: 50, errorName: 'Error' });
  });
});

async function runScript(
  script: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: new URL('../../', import.meta.url),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

const CANARY = 'c4n4ry';

const LEAKY_ANSWERS: readonly TappedAnswer[] = [200, 302, 400, 401, 404, 409, 429, 500].flatMap(
  (status) => [
    {
      status,
      headers: {
        'content-type': 'application/json',
        'retry-after': CANARY,
        'www-authenticate': CANARY,
        location: `/${CANARY}`,
        'set-cookie': CANARY,
        'x-request-id': CANARY,
      },
      body: JSON.stringify({
        Code: `InvalidParameter.${CANARY}!`,
        Message: CANARY,
        RequestId: `${CANARY} and more`,
        title: CANARY,
        detail: CANARY,
        error: { message: CANARY },
      }),
    },
    { status, headers: { 'content-type': 'text/html' }, body: `<html>${CANARY}</html>` },
  ],
);

const SMALL: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  cpq: { users: 26 },
  'cloud-administration': { userCount: 40 },
  'cloud-sso': { userCount: 4, throttle: false },
};

/** Many failing calls one after the other, none of which waits for long. */
const UNHURRIED = {
  UPSTREAM_TIMEOUT_MS: '400',
  CACHE_USERS_TTL_SECONDS: '0',
  RESETS_PER_TARGET_PER_HOUR: '0',
  RESETS_PER_CALLER_PER_MINUTE: '0',
  RESETS_PER_BACKEND_PER_MINUTE: '0',
};

const USERS =
  '{ users(first: 6) { nodes { id login backend { name } roles { name } company { name } } failures { code message } } }';

const EVERYTHING = /* GraphQL */ `
  query ($id: ID!) {
    user(id: $id) {
      login
      passwordResetOptions {
        code
      }
    }
    companies {
      nodes {
        name
      }
      failures {
        message
      }
    }
    roles {
      nodes {
        name
      }
      failures {
        message
      }
    }
    planPasswordReset(input: { userId: $id }) {
      executable
    }
    backends {
      health {
        status
        problem
      }
    }
  }
`;

const WRITES = /* GraphQL */ `
  mutation ($id: ID!, $password: Secret) {
    updateUser(input: { userId: $id, attributes: { firstName: "Ada" } }) {
      status
      userErrors {
        code
        message
      }
      backendRequestId
    }
    setUserStatus(input: { userId: $id, status: DISABLED }) {
      status
      userErrors {
        code
        message
      }
    }
    resetPassword(input: { userId: $id, password: $password, acknowledge: [SHARED_ACCOUNT] }) {
      status
      generatedPassword
      userErrors {
        code
        message
      }
    }
  }
`;

const LOGGED = new Set([
  'level',
  'time',
  'msg',
  'requestId',
  'operationName',
  'operationType',
  'subject',
  'backend',
  'upstreamOperation',
  'upstreamRequestId',
  'upstreamCode',
  'upstreamCalls',
  'upstreamFailures',
  'status',
  'code',
  'path',
  'durationMs',
  'attempt',
  'url',
  'signal',
  'errorName',
  'stack',
  'reason',
]);

function isWrite({ method, headers }: IncomingMessage): boolean {
  const action = headers['x-acs-action'];
  return typeof action === 'string' ? !/^(Get|List)/.test(action) : method !== 'GET';
}

interface Tapped {
  readonly session: Session;
  readonly tap: Tap;
}

async function withTap(
  definition: BackendDefinition,
  dialect: Dialect,
  test: (tapped: Tapped) => Promise<void>,
): Promise<void> {
  await withSession(definition, dialect, async (session) => {
    const tap = await startTap(session.simulator.url, session.environment);
    try {
      await test({ session, tap });
    } finally {
      await tap.close();
    }
  });
}

const HOSTILE: readonly string[] = [
  '',
  '.',
  '..',
  '../..',
  '../../admin',
  '%2e%2e',
  '%2e%2e%2f%2e%2e',
  '.%2e',
  '..;',
  'a/../../b',
  'a/b',
  'a%2Fb',
  'a%252Fb',
  'a\\..\\b',
  '/',
  '//elsewhere.example/x',
  'https://elsewhere.example/',
  'a?limit=1000&q={}',
  'a#b',
  'a&b=c',
  'a;b=c',
  'a b',
  'a+b',
  'a%00b',
  'a\u0000b',
  'a\r\nX-Injected: 1',
  '\ud800',
  'ü',
  '"}],"$or":[{}',
  "' or 1=1",
  '$ne',
  '*',
  '_host',
  'a/..',
  '%',
  '%zz',
  'x'.repeat(3000),
];

/** The parts of an operation's requests that no value fills. */
interface Shape {
  /** How many segments its addresses have. */
  readonly segments: Set<number>;
  /** Of the parameters in query or form. */
  readonly names: Set<string>;
}

function learn(usual: Map<string, Shape>, call: RecordedCall): void {
  const known = usual.get(call.operation);
  usual.set(call.operation, {
    segments: new Set(known?.segments).add(call.path.split('/').length),
    names: new Set([...(known?.names ?? []), ...namesIn(call)]),
  });
}

function namesIn({ query, body, headers }: RecordedCall): readonly string[] {
  const isForm = headers['content-type']?.includes('form') ?? false;
  const form = isForm ? new URLSearchParams(body).keys() : [];
  return [...new URLSearchParams(query).keys(), ...form];
}

/** Everything that can be asked with a text for a name or id; what the text forbids is refused by an expected error. */
async function tryReads(backend: Backend, user: User, text: string): Promise<void> {
  const own = user.companyRef?.nativeId ?? null;
  const both = `${encodeURIComponent(text.toWellFormed())}/${encodeURIComponent(text.toWellFormed())}`;
  const page = { limit: 5, position: null };
  const attempts: ((context: ReadContext) => unknown)[] = [
    (context) => backend.users.findByLogin(text, own, context),
    (context) => backend.users.findByLogin(user.login, text, context),
    ...[text, both, `/${text}`, `${text}/x`, `x/${text}`].flatMap((id) => [
      (context: ReadContext) => backend.users.getMany([id], context),
      (context: ReadContext) => backend.users.getMany([id], { ...context, fresh: true }),
      (context: ReadContext) => backend.companies?.getMany([id], context),
      (context: ReadContext) => backend.roles?.getMany([id], context),
      (context: ReadContext) => backend.roles?.listMembers(id, page, context),
    ]),
    (context) =>
      backend.users.list?.({ ...page, filter: { ...NO_FILTER, login: { equals: text } } }, context),
    (context) => backend.users.list?.({ limit: 5, position: text, filter: NO_FILTER }, context),
    (context) => backend.roles?.grantsOf([forged(user, text)], context),
  ];
  for (const attempt of attempts) {
    await expectedOnly(async () => attempt(contextOf()));
  }
}

/** Every write of a user who is named by the text. @returns what became of those that were sent */
async function tryWrites(backend: Backend, user: User, text: string): Promise<readonly string[]> {
  const { userWrites: writes, passwordReset } = backend;
  const attributes = {
    firstName: 'Ada',
    lastName: 'Byron',
    emails: ['ada@example.com'],
    type: user.type,
    own: {},
  };
  const named = forged(user, text);
  const status = 'ACTIVE' as const;
  const grant = { roleId: text, scope: null, path: [] };
  const preparations: ((
    context: ReadContext,
  ) => ReturnType<NonNullable<NonNullable<Backend['userWrites']>['unlock']>> | undefined)[] = [
    (context) => writes?.create?.({ login: text, companyId: text, attributes, status }, context),
    (context) => writes?.update?.(named, { firstName: 'Ada', own: {} }, context),
    (context) =>
      writes?.replace?.(
        { user: named, by: 'id', companyId: null, keyLogin: null, login: text, attributes, status },
        context,
      ),
    (context) =>
      writes?.replace?.(
        { user: null, by: 'key', companyId: text, keyLogin: text, login: text, attributes, status },
        context,
      ),
    (context) => writes?.setStatus?.(named, 'DISABLED', context),
    (context) => writes?.unlock?.(named, context),
    (context) => writes?.changeRoles?.(named, { add: [grant], remove: [] }, context),
    (context) => writes?.delete?.(named, context),
  ];
  const outcomes: string[] = [];
  const options =
    passwordReset && resetOptions(passwordReset.profileOf(named), passwordReset.risksOf(named));
  for (const option of options ?? []) {
    const isGiven = option.source === 'PROVIDED' || option.mode === 'EMULATED';
    const password = isGiven ? new Secret('Str0ng-enough-Passw0rd') : null;
    const { signal } = contextOf();
    const command = { user: named, option, password, signal };
    const another = { ...command, user: forged(user, 'somebody.else') };
    await expectedOnly(async () => {
      const { status } = await passwordReset!.reset(command);
      const many = (await passwordReset!.resetMany?.([command, another])) ?? [];
      outcomes.push(status, ...many.map((outcome) => outcome.status));
    });
  }
  for (const prepare of preparations) {
    await expectedOnly(async () => {
      const prepared = await prepare(contextOf());
      if (prepared !== undefined && !('refused' in prepared))
        outcomes.push((await prepared.send()).status);
    });
  }
  return outcomes;
}

function forged(user: User, text: string): User {
  return text === 'plain'
    ? user
    : {
        ...user,
        login: text,
        ref: { ...user.ref, nativeId: text },
        companyRef: user.companyRef && { ...user.companyRef, nativeId: text },
      };
}

async function expectedOnly(
  work: () => Promise<unknown>,
  failures: GatewayError[] = [],
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    failures.push(error);
  }
}

const POISON =
  '"__proto__":{"polluted":true,"login":"evil","loginId":"evil","UserId":"evil","length":9},' +
  '"constructor":{"prototype":{"polluted":true}},"prototype":{},"hasOwnProperty":"evil","then":"evil",';

/** JSON with properties in every object that mean something to JavaScript and nothing to the contract. */
function withPrototypeTricks(body: string): string {
  return body.replace(/"(?:[^"\\]|\\.)*"|\{(?=\s*")/g, (token) =>
    token === '{' ? `{${POISON}` : token,
  );
}
