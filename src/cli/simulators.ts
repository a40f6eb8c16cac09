import { backendDefinitions } from '../backends/registry.ts';

/** The first simulator's port; the others follow in the order of the registry. */
const FIRST_PORT = 4101;

/**
 * Serves the simulators alone on fixed ports and prints `NAME=value` lines that point a gateway at them, and nothing
 * else, so that a shell can read them: `env $(npm run --silent simulators …)`.
 */
export async function serveSimulators(): Promise<number> {
  const simulators = await Promise.all(
    backendDefinitions.map((definition, index) =>
      definition.startSimulator({ port: FIRST_PORT + index }),
    ),
  );
  const environment = Object.assign(
    { AUTH_DISABLED: 'true' },
    ...simulators.map((simulator) => simulator.environment),
  ) as Record<string, string>;
  for (const [name, value] of Object.entries(environment)) console.log(`${name}=${value}`);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await Promise.all(simulators.map((simulator) => simulator.close()));
  return 0;
}
