/**
 * Measures the gateway beside the limit, in one run with interleaved rounds, as CPU microseconds per request of the
 * server's process. Only the ratios mean anything on another machine. Linux only: it reads scheduler statistics.
 */
import { parseGlobalId } from '../src/domain/global-id.ts';
import { startCpqSimulator } from '../src/backends/cpq/simulator.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { workloads, type Workload } from './workloads.ts';

const ROUNDS = 7;
const REQUESTS_PER_ROUND = 150;
const CONCURRENCY = 8;

interface Contender {
  readonly name: string;
  readonly server: ServerProcess;
  readonly send: (workload: Workload) => Promise<void>;
}

const simulator = await startCpqSimulator({ switches: { users: 260 } });
const running: ServerProcess[] = [];
try {
  const userId = await firstUserId();
  for (const workload of workloads(userId)) {
    console.log(await measure(workload, userId));
  }
} finally {
  await Promise.all(running.map((server) => server.stop()));
  await simulator.close();
}

async function firstUserId(): Promise<string> {
  const gateway = await startGateway(0);
  const { users } = await ask<{ users: { nodes: { id: string }[] } }>(
    gateway,
    '{ users(first: 1) { nodes { id } } }',
  );
  await gateway.stop();
  return users.nodes[0]?.id ?? '';
}

async function measure(workload: Workload, userId: string): Promise<string> {
  const gateway = await startGateway(workload.usersTtlSeconds);
  const limit = await start(['bench/limit-server.ts'], {
    BENCH_PARTY_NUMBER: parseGlobalId(userId)?.ref.nativeId ?? '',
  });
  const contenders: readonly Contender[] = [
    {
      name: 'limit',
      server: limit,
      send: async ({ limitPath }) => drain(await fetch(limit.url + limitPath, { method: 'POST' })),
    },
    {
      name: 'gateway',
      server: gateway,
      send: async ({ document, variables }) => drain(await post(gateway, document, variables)),
    },
  ];
  const costs = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const contender of contenders) {
      const cost = await cpuPerRequest(contender, workload);
      // The first round warms both up.
      if (round >= 0) costs.get(contender.name)?.push(cost);
    }
  }
  await Promise.all([gateway.stop(), limit.stop()]);
  return toLine(workload, costs.get('limit') ?? [], costs.get('gateway') ?? []);
}

async function cpuPerRequest({ server, send }: Contender, workload: Workload): Promise<number> {
  const before = await server.cpuMicroseconds();
  let left = REQUESTS_PER_ROUND;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) await send(workload);
    }),
  );
  return ((await server.cpuMicroseconds()) - before) / REQUESTS_PER_ROUND;
}

function toLine(
  { name, title }: Workload,
  limit: readonly number[],
  gateway: readonly number[],
): string {
  const ratios = gateway.map((cost, round) => cost / (limit[round] ?? NaN));
  const show = (values: readonly number[], digits: number): string =>
    `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
  return `${name} ${title}: limit ${show(limit, 0)} µs, gateway ${show(gateway, 0)} µs, ratio ${show(ratios, 2)}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}

async function startGateway(usersTtlSeconds: number): Promise<ServerProcess> {
  return start(['src/cli/main.ts', 'serve'], {
    AUTH_DISABLED: 'true',
    PORT: '0',
    CACHE_USERS_TTL_SECONDS: String(usersTtlSeconds),
  });
}

async function start(
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const server = await startServerProcess(script, { ...simulator.environment, ...environment });
  running.push(server);
  return server;
}

async function post(server: ServerProcess, query: string, variables: object): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
}

async function ask<T>(server: ServerProcess, query: string): Promise<T> {
  const answer = (await (await post(server, query, {})).json()) as { data: T };
  return answer.data;
}

async function drain(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok || text.includes('"errors"'))
    throw new Error(`a measured request failed: ${text.slice(0, 300)}`);
}
