import type { BackendDefinition } from '../backends/definition.ts';
import type { BackendDescription } from '../backends/description.ts';
import { CAPABILITIES, capabilitiesOf, type Capability } from '../domain/capability.ts';
import { createExampleBackend } from './example-backend.ts';
import { markdownTable } from './markdown-table.ts';

/** One table of all backends: which of their versions have which capability, told by their ports. */
export function capabilitiesOverview(definitions: readonly BackendDefinition[]): string {
  const columns = definitions.flatMap((definition) => {
    const description = definition.describe?.();
    return description === undefined ? [] : [{ definition, description }];
  });
  const able = columns.map(({ definition, description }) =>
    versionsByCapability(definition, description),
  );
  return markdownTable(
    ['Capability', ...columns.map(({ definition }) => definition.displayName)],
    CAPABILITIES.map((capability) => [
      `\`${capability}\``,
      ...columns.map(({ description }, index) =>
        toCell(able[index]?.get(capability) ?? [], description),
      ),
    ]),
  ).join('\n');
}

function versionsByCapability(
  definition: BackendDefinition,
  { versions }: BackendDescription,
): ReadonlyMap<Capability, readonly string[]> {
  const present = versions.map((version) => ({
    name: version.name,
    capabilities: capabilitiesOf(createExampleBackend(definition, version)),
  }));
  return new Map(
    CAPABILITIES.map((capability) => [
      capability,
      present
        .filter(({ capabilities }) => capabilities.includes(capability))
        .map(({ name }) => name),
    ]),
  );
}

function toCell(able: readonly string[], { versions }: BackendDescription): string {
  if (able.length === 0) return '–';
  return able.length === versions.length ? 'yes' : `versions ${able.join(', ')}`;
}
