import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { BackendDefinition } from '../backends/definition.ts';
import { capabilitiesPage } from './capabilities-page.ts';
import { semanticsOf } from './semantics.ts';

/** A committed file that is made from the code. */
export interface GeneratedDocument {
  /** Below the project's folder. */
  readonly path: string;
  readonly text: string;
}

export const SEMANTICS_FILE = 'docs/semantics.json';

/** Every committed document that is made from the code. */
export function generateDocuments(
  definitions: readonly BackendDefinition[],
  schema: GraphQLSchema,
): readonly GeneratedDocument[] {
  return [
    {
      path: SEMANTICS_FILE,
      text: `${JSON.stringify(semanticsOf(definitions, schema), null, 2)}\n`,
    },
    { path: 'docs/backends/capabilities.md', text: capabilitiesPage(definitions) },
  ];
}

/** Paths of the documents that are not committed as they would be made now. */
export function findStale(
  root: string,
  documents: readonly GeneratedDocument[],
): readonly string[] {
  return documents
    .filter(({ path, text }) => readIfThere(`${root}${path}`) !== text)
    .map(({ path }) => path);
}

export function writeDocuments(root: string, documents: readonly GeneratedDocument[]): void {
  for (const { path, text } of documents) {
    mkdirSync(dirname(`${root}${path}`), { recursive: true });
    writeFileSync(`${root}${path}`, text);
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
