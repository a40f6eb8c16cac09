import type { BackendDefinition } from '../backends/definition.ts';
import { backendDefinitions } from '../backends/registry.ts';
import type { RunningSimulator } from '../simulation/simulator.ts';
import { explainWrongCall } from './usage.ts';

/** The first simulator's port unless another is given; the others follow in the order of the registry. */
const FIRST_PORT = 4101;

/**
 * Serves the simulators alone on fixed ports and prints `NAME=value` lines that point a gateway at them, and nothing
 * else, so that a shell can read them: `env $(npm run --silent simulators …)`.
 *
 * @param args the first port, 0 for free ones
 */
export async function serveSimulators(args: readonly string[]): Promise<number> {
  const [port = String(FIRST_PORT), ...rest] = args;
  if (rest.length > 0) return explainWrongCall('simulators', 'It takes one port at most.');
  const firstPort = parseFirstPort(port);
  if (firstPort === null) {
    return explainWrongCall('simulators', `"${port}" is no port that leaves room for all of them.`);
  }
  const simulators = await startOrExplain(firstPort);
  if (simulators === null) return 1;
  const environment = Object.assign(
    { AUTH_DISABLED: 'true' },
    ...simulators.map((simulator) => simulator.environment),
  ) as Record<string, string>;
  // At once: who reads the lines as they come must not take a part for all of them.
  console.log(
    Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  );
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await closeAll(simulators);
  return 0;
}

function parseFirstPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return port + backendDefinitions.length <= 65_536 ? port : null;
}

async function startOrExplain(firstPort: number): Promise<readonly RunningSimulator[] | null> {
  const started: RunningSimulator[] = [];
  for (const [index, definition] of backendDefinitions.entries()) {
    const port = firstPort === 0 ? 0 : firstPort + index;
    const simulator = await start(definition, port);
    if (simulator === null) {
      await closeAll(started);
      return null;
    }
    started.push(simulator);
  }
  return started;
}

async function start(
  definition: BackendDefinition,
  port: number,
): Promise<RunningSimulator | null> {
  try {
    return await definition.startSimulator({ port });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const why =
      error.code === 'EADDRINUSE' ? 'it is in use; give another first port' : String(error.code);
    console.error(`Cannot listen on 127.0.0.1:${port}: ${why}.`);
    return null;
  }
}

async function closeAll(simulators: readonly RunningSimulator[]): Promise<void> {
  await Promise.all(simulators.map((simulator) => simulator.close()));
}
