import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { cpq } from '../../src/backends/cpq/index.ts';
import { startCpqSimulator, type CpqSimulatorSwitches } from '../../src/backends/cpq/simulator.ts';
import { allOrThrow } from '../../src/domain/answers.ts';
import type { Backend, ReadContext, UserDirectory } from '../../src/domain/backend.ts';
import type { User } from '../../src/domain/model.ts';
import { NO_FILTER, type UserFilter } from '../../src/domain/user-filter.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';

/** A site that a test answers for: `null` is a 404, text is sent as it is, anything else as JSON. */
export interface Site {
  readonly backend: Backend;
  /** Every request as `path?query`, the query decoded. */
  readonly calls: string[];
}

export type Answer = (url: URL) => unknown;

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Options {
  readonly version?: number;
  readonly environment?: Environment;
  readonly usersTtlSeconds?: number;
  readonly timeoutMs?: number;
}

/** Connects the backend to a server whose every answer the test decides. */
export async function siteThat(answer: Answer, options: Options = {}): Promise<Site> {
  const { url, calls } = await serve(answer);
  const environment = { CPQ_BASE_URL: `${url}/rest`, CPQ_TOKEN: 'token', ...options.environment };
  return { backend: connect(environment, options), calls };
}

/** A server on a free port that lives as long as the test. */
export async function serve(answer: Answer): Promise<{ url: string; calls: string[] }> {
  const calls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site.example');
    calls.push(url.pathname + decodeURIComponent(url.search));
    const result = answer(url);
    const { status, headers, body } = isReply(result) ? result : toReply(result);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

/** Connects the backend to a simulated site. */
export async function simulated(
  switches: Partial<CpqSimulatorSwitches> = {},
  options: Options = {},
) {
  const simulator = await startCpqSimulator({ switches });
  onTestFinished(() => simulator.close());
  const backend = connect({ ...simulator.environment, ...options.environment }, options);
  return { simulator, backend, users: backend.users };
}

export function connect(environment: Environment, options: Options = {}): Backend {
  const { version, usersTtlSeconds = 0, timeoutMs = 4000 } = options;
  const reader = createEnvironmentReader({
    ...environment,
    ...(version === undefined ? {} : { CPQ_API_VERSION: String(version) }),
  });
  const configured = cpq.configure(reader);
  if (configured === null || reader.problems.length > 0) throw new Error(reader.problems.join(' '));
  return configured.create({
    name: 'cpq',
    displayName: 'Oracle CPQ',
    kind: 'oracle-cpq',
    simulated: true,
    caches: createMemoryCaches(),
    usersTtlSeconds,
    timeoutMs,
    observe: () => {},
    now: Date.now,
  });
}

/** The context of one read that may take 10 seconds. */
export function reading(fresh = false): ReadContext {
  return { signal: AbortSignal.timeout(10_000), budget: { take: () => {} }, fresh };
}

/** Every user of a list, read page by page. */
export async function listAll(
  users: UserDirectory,
  { limit = 50, ...filter }: Partial<UserFilter> & { readonly limit?: number } = {},
): Promise<readonly User[]> {
  const all: User[] = [];
  let position: string | null = null;
  do {
    const page = await listOf(users)(
      { limit, position, filter: { ...NO_FILTER, ...filter } },
      reading(),
    );
    all.push(...page.rows.map((row) => row.value));
    position = page.nextPosition;
  } while (position !== null);
  return all;
}

export function listOf(users: UserDirectory): NonNullable<UserDirectory['list']> {
  if (users.list === undefined) throw new Error('The backend cannot list users.');
  return users.list;
}

/** The user with this native id. */
export async function userOf(backend: Backend, nativeId: string): Promise<User | undefined> {
  return allOrThrow(await backend.users.getMany([nativeId], reading())).get(nativeId);
}

/** What a details attribute gives, called as a resolver calls it. */
export async function detail(user: User | null | undefined, attribute: string): Promise<unknown> {
  const value = user?.details?.[attribute];
  return typeof value === 'function' ? value({}, { read: reading() }) : value;
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value;
}

function toReply(value: unknown): Reply {
  if (value === null) return { status: 404, body: '' };
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}
