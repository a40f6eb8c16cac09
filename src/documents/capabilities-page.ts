import type { BackendDefinition } from '../backends/definition.ts';
import type { BackendDescription, CapabilityFact } from '../backends/description.ts';
import { CAPABILITIES, capabilitiesOf, type Capability } from '../domain/capability.ts';
import { createExampleBackend } from './example-backend.ts';
import { markdownTable } from './markdown-table.ts';

/**
 * A page that tells for every backend, version and capability whether it is there (by its ports), by which operations it
 * is had and how sure that is (by the backend's facts).
 *
 * @throws Error when a capability that is there has not exactly one fact, or one that is not there has any
 */
export function capabilitiesPage(definitions: readonly BackendDefinition[]): string {
  return [
    '<!-- Made by `npm run documents`. -->',
    '',
    '# What can be done with which backend',
    '',
    'Whether a capability is there follows from the code: a port that is there. How sure it is that the backend works that',
    'way is a matter of what its vendor says: **documented**; **inferred** from what is documented elsewhere; **unknown**,',
    'where a switch or a safe default stands in. A dash: this version cannot, or the gateway does not.',
    ...definitions.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf(definition: BackendDefinition): string[] {
  const description = definition.describe?.();
  if (description === undefined) return [];
  const versions = description.versions.map(({ name }) => name);
  const known = readConfidences(definition, description);
  const rows = CAPABILITIES.map((capability) => [
    capability,
    ...versions.map((version) => known.get(`${version} ${capability}`)?.confidence ?? '–'),
  ]);
  const facts = description.facts.map((fact) => [
    fact.capability,
    fact.versions.length === versions.length ? 'all' : fact.versions.join(', '),
    toCode(fact.operation),
    fact.confidence,
    fact.note,
  ]);
  return [
    '',
    `## ${definition.displayName}`,
    '',
    ...markdownTable(['Capability', ...versions.map((version) => `Version ${version}`)], rows),
    '',
    ...markdownTable(['Capability', 'Versions', 'Operations', 'Confidence', 'To know'], facts),
  ];
}

/** The fact of every capability of every version, by version and capability. */
function readConfidences(
  definition: BackendDefinition,
  { versions, facts }: BackendDescription,
): ReadonlyMap<string, CapabilityFact> {
  const known = new Map<string, CapabilityFact>();
  for (const version of versions) {
    const present = capabilitiesOf(createExampleBackend(definition, version));
    for (const capability of CAPABILITIES) {
      const about = facts.filter((fact) => tellsOf(fact, version.name, capability));
      const expected = present.includes(capability) ? 1 : 0;
      if (about.length !== expected) {
        throw new Error(
          `${definition.name}, version ${version.name}: ${capability} has ${about.length} facts and needs ${expected}.`,
        );
      }
      for (const fact of about) known.set(`${version.name} ${capability}`, fact);
    }
  }
  return known;
}

function tellsOf(fact: CapabilityFact, version: string, capability: Capability): boolean {
  return fact.capability === capability && fact.versions.includes(version);
}

/** Operations as code, but for a remark that there is none. */
function toCode(operations: string): string {
  if (operations.startsWith('none')) return operations;
  return operations
    .split(', ')
    .map((operation) => `\`${operation}\``)
    .join(', ');
}
