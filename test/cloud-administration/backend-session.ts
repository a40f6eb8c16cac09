import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterEach } from 'vitest';
import { cloudAdministration } from '../../src/backends/cloud-administration/index.ts';
import type {
  Backend,
  CompanyDirectory,
  Page,
  ReadContext,
  RoleDirectory,
  UserDirectory,
} from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import type { UpstreamCallEvent } from '../../src/http/upstream.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';

/** The backend with every port that it must have. */
export interface FullBackend extends Backend {
  readonly users: Required<UserDirectory>;
  readonly companies: Required<CompanyDirectory>;
  readonly roles: Required<RoleDirectory>;
}

export interface BackendOptions {
  readonly now?: () => number;
  readonly timeoutMs?: number;
  readonly usersTtlSeconds?: number;
  readonly observe?: (event: UpstreamCallEvent) => void;
}

/** Builds the backend as the gateway does, from the environment. */
export function createBackend(environment: Environment, options: BackendOptions = {}): FullBackend {
  const reader = createEnvironmentReader(environment);
  const configured = cloudAdministration.configure(reader);
  if (configured === null) throw new Error(`not configured: ${reader.problems.join(' ')}`);
  return configured.create({
    name: cloudAdministration.name,
    displayName: cloudAdministration.displayName,
    kind: cloudAdministration.kind,
    simulated: true,
    caches: createMemoryCaches(),
    usersTtlSeconds: options.usersTtlSeconds ?? 0,
    timeoutMs: options.timeoutMs ?? 5_000,
    observe: options.observe ?? (() => {}),
    now: options.now ?? Date.now,
  }) as FullBackend;
}

/** What a request brings along to its reads. */
export function contextOf(overrides: Partial<ReadContext> = {}): ReadContext {
  return {
    signal: new AbortController().signal,
    budget: { take: () => {} },
    fresh: false,
    ...overrides,
  };
}

/** A context that may make so many calls. */
export function contextWithCalls(calls: number): ReadContext {
  let left = calls;
  const take = (): void => {
    if (left === 0) throw new GatewayError('BUDGET_EXCEEDED', 'No call is left.');
    left -= 1;
  };
  return contextOf({ budget: { take } });
}

/** Follows the pages to the end. */
export async function readAll<T>(
  page: (position: string | null) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const values: T[] = [];
  let position: string | null = null;
  do {
    const next: Page<T> = await page(position);
    values.push(...next.rows.map(({ value }) => value));
    position = next.nextPosition;
  } while (position !== null);
  return values;
}

/** The error that a read ends with. */
export async function failureOf(read: Promise<unknown>): Promise<GatewayError> {
  const error: unknown = await read.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof GatewayError) return error;
  throw new Error(`expected a GatewayError, got ${String(error)}`);
}

export interface StandInAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface StandIn {
  /** Settings that point a backend at it. */
  readonly environment: Environment;
  /** Method and path with query of every request, in order. */
  readonly requests: readonly string[];
  readonly headers: readonly http.IncomingHttpHeaders[];
}

type Handler = (request: string, body: string) => StandInAnswer | Promise<StandInAnswer>;

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Closes it when the test ends. */
export function closedAfterwards<T extends { close(): Promise<void> }>(server: T): T {
  closers.push(() => server.close());
  return server;
}

/** Serves answers that no well-behaved backend would give, until the test ends. */
export async function startStandIn(handle: Handler): Promise<StandIn> {
  const requests: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const server = http.createServer((incoming, outgoing) => {
    const request = `${incoming.method ?? ''} ${(incoming.url ?? '').replace('/cloudapi/restapi', '')}`;
    requests.push(request);
    headers.push(incoming.headers);
    void textOf(incoming).then(async (body) => {
      const answer = await handle(request, body);
      outgoing.writeHead(answer.status ?? 200, answer.headers);
      outgoing.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closedAfterwards({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      CLOUD_ADMINISTRATION_BASE_URL: `http://127.0.0.1:${port}/cloudapi/restapi`,
      CLOUD_ADMINISTRATION_TOKEN: 'static-token',
    },
    requests,
    headers,
  };
}

/** Serves these users, roles and nothing else. The lists may be changed while it runs. */
export function startDirectory(
  users: readonly Readonly<Record<string, unknown>>[],
  roles: unknown = [],
): Promise<StandIn> {
  return startStandIn((request) => {
    if (request === 'GET /v3/user') return { body: users };
    if (request === 'GET /v3/roles') return { body: roles };
    const login = decodeURIComponent(request.replace('GET /v3/user/', ''));
    const user = users.find(({ loginId }) => loginId === login);
    return user === undefined ? { status: 404, body: '' } : { body: user };
  });
}
