import type { BackendDefinition } from './backends/definition.ts';
import type { BackendSelection } from './config/config.ts';
import { createEnvironmentReader } from './environment.ts';
import type { RunningSimulator } from './simulation/simulator.ts';

/** Simulators that run in this process, and the backends that point at them. */
export interface Demo {
  readonly backends: readonly BackendSelection[];
  readonly simulators: readonly RunningSimulator[];
  close(): Promise<void>;
}

/** Starts a simulator of every backend on free loopback ports. */
export async function startDemo(definitions: readonly BackendDefinition[]): Promise<Demo> {
  const simulators = await Promise.all(
    definitions.map((definition) => definition.startSimulator()),
  );
  const backends = definitions.map((definition, index) =>
    selectSimulated(definition, simulators[index]?.environment ?? {}),
  );
  return {
    backends,
    simulators,
    close: async () => {
      await Promise.all(simulators.map((simulator) => simulator.close()));
    },
  };
}

/** Configures a backend from its simulator's own variables, as an operator would with `npm run simulators`. */
function selectSimulated(
  definition: BackendDefinition,
  environment: Readonly<Record<string, string>>,
): BackendSelection {
  const reader = createEnvironmentReader(environment);
  const configured = definition.configure(reader);
  if (configured === null || reader.problems.length > 0) {
    throw new Error(
      `The simulator of ${definition.name} does not configure its backend: ${reader.problems.join(' ')}`,
    );
  }
  return { definition, configured };
}
