import type { GraphQLSchema } from 'graphql';
import { SEVERITIES, idOf, type ChangeKind, type SchemaChange } from './change.ts';
import { adviceFor } from './advice.ts';
import type { Finding } from './finding.ts';
import { findGraphqlJsChanges } from './graphql-js-changes.ts';
import { findInspectorChanges } from './inspector-changes.ts';
import type { Usages } from './usages.ts';

/**
 * Compares two schemas by two differs that know nothing of each other. What both tell is told once; what only one of them
 * tells, though the other could see it, is an error of its own, with both voices.
 */
export async function compareSchemas(
  base: GraphQLSchema,
  now: GraphQLSchema,
  usages: Usages,
): Promise<readonly Finding[]> {
  const graphqlJs = findGraphqlJsChanges(base, now);
  const inspector = await findInspectorChanges(base, now);
  return compareVoices({ graphqlJs, inspector }, usages);
}

/** What two differs tell of the same two schemas, as one. */
export function compareVoices(
  told: {
    readonly graphqlJs: readonly SchemaChange[];
    readonly inspector: readonly SchemaChange[];
  },
  usages: Usages,
): readonly Finding[] {
  const graphqlJs = byId(told.graphqlJs);
  const inspector = byId(withoutDoubles(told.inspector));
  const ids = [...new Set([...graphqlJs.keys(), ...inspector.keys()])].toSorted();
  return ids.flatMap((id) => {
    const voices = { graphqlJs: graphqlJs.get(id), inspector: inspector.get(id) };
    const change = voices.graphqlJs ?? voices.inspector;
    if (change === undefined) return [];
    const told = toFinding(id, change, usages.filesOf(change));
    return isAgreed(change.kind, voices) ? [told] : [told, toDisagreement(id, voices)];
  });
}

/**
 * Kinds that graphql-js does not look at: defaults of input fields and of directives' arguments, a default that comes where
 * there was none, the types of directives' arguments, the names of the root types, `@oneOf`. GraphQL Inspector is
 * believed alone. Severities differ too (a new optional input field is harmless to GraphQL Inspector, a directive that
 * is no longer repeatable only dangerous), which is why ours stand in one table.
 */
const SEEN_BY_INSPECTOR_ALONE: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'ROOT_TYPE_CHANGED',
  'ONE_OF_ADDED',
  'ONE_OF_REMOVED',
  'DIRECTIVE_ARG_CHANGED_KIND',
  'DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE',
  'ARG_DEFAULT_VALUE_ADDED',
  'INPUT_FIELD_DEFAULT_VALUE_CHANGE',
]);

interface Voices {
  readonly graphqlJs: SchemaChange | undefined;
  readonly inspector: SchemaChange | undefined;
}

function isAgreed(kind: ChangeKind, { graphqlJs, inspector }: Voices): boolean {
  if (inspector === undefined) return false;
  return graphqlJs !== undefined || SEEN_BY_INSPECTOR_ALONE.has(kind);
}

/** Of an argument whose type changes, graphql-js does not look at the default any more. */
function withoutDoubles(changes: readonly SchemaChange[]): readonly SchemaChange[] {
  const retyped = new Set(
    changes.filter(({ kind }) => kind === 'ARG_CHANGED_KIND').map(({ at }) => at),
  );
  return changes.filter(
    ({ kind, at }) => !(kind === 'ARG_DEFAULT_VALUE_CHANGE' && retyped.has(at)),
  );
}

function byId(changes: readonly SchemaChange[]): ReadonlyMap<string, SchemaChange> {
  return new Map(changes.map((change) => [idOf(change), change]));
}

function toFinding(id: string, change: SchemaChange, files: readonly string[]): Finding {
  const isBreaking = SEVERITIES[change.kind] === 'BREAKING';
  const users =
    files.length === 0 ? 'No document in operations/ uses it.' : `Used by ${files.join(', ')}.`;
  return {
    id,
    level: isBreaking ? 'ERROR' : 'WARNING',
    about: 'SCHEMA',
    message: `${change.words.replace(/\.?$/, '.')} ${users}`,
    advice: adviceFor(change.kind),
    files,
    waivable: true,
  };
}

function toDisagreement(id: string, { graphqlJs, inspector }: Voices): Finding {
  return {
    id: `DIFFERS_DISAGREE ${id}`,
    level: 'ERROR',
    about: 'SCHEMA',
    message: `graphql-js says: ${graphqlJs?.words ?? 'nothing'} GraphQL Inspector says: ${inspector?.words ?? 'nothing'}`,
    advice:
      'Find out which of them is right. If they differ in a systematic way, teach src/schema-check/ that way, with a test; else waive it, saying who is right.',
    files: [],
    waivable: true,
  };
}
