import type { ContractSample } from '../../src/backends/contract-drift.ts';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import type { Backend, Page, ReadContext } from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import type { UpstreamCallEvent } from '../../src/http/upstream.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { createCallBudget, type CountingBudget } from '../../src/services/call-budget.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';
import type { Dialect } from './dialect.ts';

export interface ConnectOptions {
  readonly environment?: Environment;
  readonly usersTtlSeconds?: number;
  readonly timeoutMs?: number;
}

/** A running simulator, and gateways' backends that are connected to it. */
export interface Session {
  readonly simulator: RunningSimulator;
  /** Variables that point a gateway at the simulator. */
  readonly environment: Environment;
  /** Every upstream call that any of the connected backends reported. */
  readonly events: readonly UpstreamCallEvent[];
  /** Every answer to them that was compared with the backend's contract. */
  readonly samples: ContractSample[];
  /** A backend as a process of its own would have it: nothing cached, no token, no connection. */
  connect(options?: ConnectOptions): Backend;
  /** Requests that arrive while the work is done. */
  callsOf(work: () => Promise<unknown>): Promise<number>;
}

/** Starts the dialect's simulator for the length of a test. */
export async function withSession<T>(
  definition: BackendDefinition,
  dialect: Dialect,
  test: (session: Session) => Promise<T>,
): Promise<T> {
  const simulator = await definition.startSimulator({ switches: dialect.switches });
  const environment = { ...simulator.environment, ...dialect.environment };
  const heard: Heard = { events: [], samples: [] };
  try {
    return await test({
      simulator,
      environment,
      ...heard,
      connect: (options = {}) =>
        connect(
          definition,
          { ...options, environment: { ...environment, ...options.environment } },
          heard,
        ),
      callsOf: async (work) => {
        const before = simulator.calls.count();
        await work();
        return simulator.calls.count() - before;
      },
    });
  } finally {
    await simulator.close();
  }
}

interface Heard {
  readonly events: UpstreamCallEvent[];
  readonly samples: ContractSample[];
}

function connect(
  definition: BackendDefinition,
  options: ConnectOptions & { readonly environment: Environment },
  { events, samples }: Heard,
): Backend {
  const { environment, usersTtlSeconds = 0, timeoutMs = 20_000 } = options;
  const reader = createEnvironmentReader(environment);
  const configured = definition.configure(reader);
  if (configured === null || reader.problems.length > 0) {
    throw new Error(`${definition.name} is not configured: ${reader.problems.join(' ')}`);
  }
  return configured.create({
    name: definition.name,
    displayName: definition.displayName,
    kind: definition.kind,
    simulated: true,
    caches: createMemoryCaches(),
    usersTtlSeconds,
    timeoutMs,
    observe: (event) => events.push(event),
    observeContract: (sample) => samples.push(sample),
    now: Date.now,
  });
}

/** Does something when it is first asked for, and never again: simulators hold the same at every start. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => (done ??= work());
}

/** What a request brings to its reads; it may last 30 seconds, for a machine that has much else to do. */
export function contextOf(
  overrides: Partial<ReadContext> & { readonly calls?: number } = {},
): ReadContext & { readonly budget: CountingBudget } {
  const { calls = 10_000, signal = AbortSignal.timeout(30_000), fresh = false } = overrides;
  return { signal, fresh, budget: createCallBudget(calls) };
}

/** The error that a read ends with; whatever is no expected one is thrown on. */
export async function failureOf(read: Promise<unknown>): Promise<GatewayError> {
  try {
    const answer = await read;
    throw new Error(`The read was answered: ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

/** Reads a page of a list. */
export type ReadPage<T> = (limit: number, position: string | null) => Promise<Page<T>>;

/** Follows a list to its end, page sizes in turn. Positions that lead in a circle end it too. */
export async function follow<T>(
  readPage: ReadPage<T>,
  limits: readonly number[],
  from: string | null = null,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let position = from;
  for (let turn = 0; turn < 2000; turn += 1) {
    const limit = limits[turn % limits.length] ?? 1;
    const page = await readPage(limit, position);
    if (page.rows.length > limit)
      throw new Error(`A page of ${limit} has ${page.rows.length} rows.`);
    rows.push(...page.rows.map(({ value }) => value));
    if (page.nextPosition === null) return rows;
    position = page.nextPosition;
  }
  throw new Error('The list does not end.');
}
