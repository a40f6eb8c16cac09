import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { generateDocuments, writeDocuments } from '../../src/documents/generated-documents.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { checkSchema, type SchemaCheckResult } from '../../src/schema-check/check.ts';

const OWN_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of what the check reads of this project, as the first commit of a git repository. */
export interface Project {
  readonly root: string;
  /** @throws Error when the file does not hold `before` */
  replaceIn(file: string, before: string, after: string): void;
  write(file: string, text: string): void;
  /** Makes the documents anew, as `npm run documents` does. */
  writeDocuments(definitions: readonly BackendDefinition[]): void;
  check(options?: {
    readonly base?: string | null;
    readonly definitions?: readonly BackendDefinition[];
    readonly today?: string;
  }): Promise<SchemaCheckResult>;
  /** Makes everything as it was committed. */
  restore(): void;
  remove(): void;
}

export function createProject(): Project {
  const root = `${mkdtempSync(`${tmpdir()}/schema-check-`)}/`;
  for (const path of sdlFolders()) copySdl(path, root);
  writeAll(root, backendDefinitions);
  git(root, 'init', '--quiet');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'As it is');
  const write = (file: string, text: string): void => writeFileSync(`${root}${file}`, text);
  return {
    root,
    write,
    replaceIn: (file, before, after) => {
      const text = readFileSync(`${root}${file}`, 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not hold: ${before}`);
      write(file, text.replace(before, after));
    },
    writeDocuments: (definitions) => writeAll(root, definitions),
    check: ({ base = 'HEAD', definitions = backendDefinitions, today = '2026-06-01' } = {}) =>
      checkSchema({ root, definitions, base, nowMs: Date.parse(today) }),
    restore: () => {
      git(root, 'reset', '--quiet', '--hard');
      git(root, 'clean', '--quiet', '--force', '-d');
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** A definition whose table tells something else in one row, as a changed mapping would. */
export function withMeaning(
  definition: BackendDefinition,
  {
    table,
    row,
    meaning,
  }: { readonly table: string; readonly row: string; readonly meaning: string },
): BackendDefinition {
  const description = definition.describe?.();
  if (description === undefined) throw new Error(`${definition.name} is not described`);
  const tables = description.tables.map((known) =>
    known.name === table ? { ...known, rows: { ...known.rows, [row]: meaning } } : known,
  );
  return { ...definition, describe: () => ({ ...description, tables }) };
}

function writeAll(root: string, definitions: readonly BackendDefinition[]): void {
  writeDocuments(root, generateDocuments(definitions, createGatewaySchema()));
}

function sdlFolders(): readonly string[] {
  const backends = readdirSync(`${OWN_ROOT}src/backends`, { withFileTypes: true });
  return [
    'schema/',
    'operations/',
    ...backends.filter((entry) => entry.isDirectory()).map(({ name }) => `src/backends/${name}/`),
  ];
}

function copySdl(folder: string, root: string): void {
  mkdirSync(`${root}${folder}`, { recursive: true });
  for (const name of readdirSync(`${OWN_ROOT}${folder}`)) {
    if (name.endsWith('.graphql')) cpSync(`${OWN_ROOT}${folder}${name}`, `${root}${folder}${name}`);
  }
}

function git(root: string, ...args: readonly string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', ['-C', root, ...author, '-c', 'commit.gpgsign=false', ...args]);
}
