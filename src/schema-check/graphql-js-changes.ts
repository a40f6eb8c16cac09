import { findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';
import { SEVERITIES, type ChangeKind, type SchemaChange } from './change.ts';

/** The breaking and dangerous changes that graphql-js finds. */
export function findGraphqlJsChanges(base: GraphQLSchema, now: GraphQLSchema): SchemaChange[] {
  const found = [...findBreakingChanges(base, now), ...findDangerousChanges(base, now)];
  return found
    .filter(({ description }) => !description.startsWith('Standard scalar '))
    .map(({ type, description }) => ({
      kind: toKind(type),
      at: coordinateIn(description),
      words: description,
    }));
}

function toKind(type: string): ChangeKind {
  if (isKind(type)) return type;
  throw new Error(
    `graphql-js tells of ${type}, which the check does not know: add it to SEVERITIES.`,
  );
}

function isKind(type: string): type is ChangeKind {
  return type in SEVERITIES;
}

/** graphql-js tells where a change is only in its sentence. The first pattern that fits counts. */
const SENTENCES: readonly (readonly [sentence: RegExp, coordinate: string])[] = [
  [/^(\w+) was removed from union type (\w+)\./, '$2 -> $1'],
  [/^(\w+) was added to union type (\w+)\./, '$2 -> $1'],
  [/^(\w+) was removed from enum type (\w+)\./, '$2.$1'],
  [/^(\w+) was added to enum type (\w+)\./, '$2.$1'],
  [/^(?:A required|An optional) field (\w+) on input type (\w+) was added\./, '$2.$1'],
  [/^(\w+) no longer implements interface (\w+)\./, '$1 -> $2'],
  [/^(\w+) added to interfaces implemented by (\w+)\./, '$2 -> $1'],
  [/^(?:A required|An optional) arg (\w+) on directive (\w+) was added\./, '@$2($1:)'],
  [/^(?:A required|An optional) arg (\w+) on (\w+\.\w+) was added\./, '$2($1:)'],
  [/^(\w+\.\w+) arg (\w+) /, '$1($2:)'],
  [/^(\w+\.\w+) (?:was removed|changed type)/, '$1'],
  [/^Repeatable flag was removed from (\w+)\./, '@$1'],
  [/^([A-Z_]+) was removed from (\w+)\./, '@$2 -> $1'],
  [/^(\w+) was removed from (\w+)\./, '@$2($1:)'],
  [/^([a-z]\w*) was removed\./, '@$1'],
  [/^(\w+) (?:was removed\.|changed from)/, '$1'],
];

/** @returns the sentence itself when none fits, which then shows as a disagreement of the differs */
function coordinateIn(description: string): string {
  for (const [sentence, coordinate] of SENTENCES) {
    const match = sentence.exec(description);
    if (match !== null) return match[0].replace(sentence, coordinate);
  }
  return description;
}
