import { backendDefinitions } from '../../src/backends/registry.ts';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import type { Dialect } from './dialect.ts';

/**
 * Every backend of the registry with its dialects. A backend's tests lie in a folder of its name; without `dialects.ts`
 * in there the suite does not start.
 */
export async function readDialects(): Promise<
  readonly (readonly [BackendDefinition, readonly Dialect[]])[]
> {
  return Promise.all(
    backendDefinitions.map(async (definition) => {
      const { dialects } = (await import(`../${definition.name}/dialects.ts`)) as {
        readonly dialects: readonly Dialect[];
      };
      return [definition, dialects] as const;
    }),
  );
}
