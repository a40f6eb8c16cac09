import type { BackendDefinition } from '../backends/definition.ts';
import type { BackendVersion } from '../backends/description.ts';
import type { Backend } from '../domain/backend.ts';
import { createEnvironmentReader } from '../environment.ts';
import { createMemoryCaches } from '../storage/cache.ts';

/**
 * A backend configured for one version with invented values, to look at its ports. It is never asked anything.
 *
 * @throws Error when the version's own environment does not configure it
 */
export function createExampleBackend(
  { name, displayName, kind, configure }: BackendDefinition,
  version: BackendVersion,
): Backend {
  const reader = createEnvironmentReader(version.environment);
  const configured = configure(reader);
  if (configured === null || reader.problems.length > 0) {
    throw new Error(
      `The environment that describes version ${version.name} of ${name} does not configure it: ${reader.problems.join(' ')}`,
    );
  }
  return configured.create({
    name,
    displayName,
    kind,
    simulated: false,
    caches: createMemoryCaches(),
    usersTtlSeconds: 0,
    timeoutMs: 1000,
    observe: () => {},
    now: Date.now,
  });
}
