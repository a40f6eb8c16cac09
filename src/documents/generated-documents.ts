import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { BackendDefinition } from '../backends/definition.ts';
import { capabilitiesOverview } from './capabilities-overview.ts';
import { capabilitiesPage } from './capabilities-page.ts';
import { configurationTables, environmentExample } from './configuration.ts';
import { resetTables } from './reset-tables.ts';
import { semanticsOf } from './semantics.ts';

/** A committed file that is made from the code, or a part of one. */
export interface GeneratedDocument {
  /** Below the project's folder. */
  readonly path: string;
  /** The part between `<!-- section: begin -->` and `<!-- section: end -->`; absent: the whole file. */
  readonly section?: string;
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
    { path: '.env.example', text: environmentExample(definitions) },
    { path: 'docs/password-reset.md', section: 'ways', text: resetTables(definitions) },
    { path: 'README.md', section: 'configuration', text: configurationTables(definitions) },
    { path: 'README.md', section: 'capabilities', text: capabilitiesOverview(definitions) },
  ];
}

/** Paths of the documents that are not committed as they would be made now. */
export function findStale(
  root: string,
  documents: readonly GeneratedDocument[],
): readonly string[] {
  const stale = documents.filter((document) => {
    const committed = readIfThere(`${root}${document.path}`);
    return renew(document, committed ?? '') !== committed;
  });
  return [...new Set(stale.map(({ path }) => path))];
}

export function writeDocuments(root: string, documents: readonly GeneratedDocument[]): void {
  for (const document of documents) {
    const path = `${root}${document.path}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renew(document, readIfThere(path) ?? ''));
  }
}

/** The file with the document in its place; a section that is not in the file yet comes at its end. */
function renew({ section, text }: GeneratedDocument, committed: string): string {
  if (section === undefined) return text;
  const [begin, end] = [`<!-- ${section}: begin -->\n`, `\n<!-- ${section}: end -->\n`];
  const [start, stop] = [committed.indexOf(begin), committed.indexOf(end)];
  const isThere = start !== -1 && stop > start;
  const before = isThere ? committed.slice(0, start) : committed;
  const after = isThere ? committed.slice(stop + end.length) : '';
  return `${before}${begin}\n${text}\n${end}${after}`;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
