import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Source, buildASTSchema, concatAST, parse, type GraphQLSchema } from 'graphql';
import { SEMANTICS_FILE } from '../documents/generated-documents.ts';
import type { Semantics } from '../documents/semantics.ts';
import { isJsonObject, parseJson } from '../http/json.ts';
import { OPERATIONS_FOLDER, parseOperations } from './operations.ts';
import type { OperationDocument } from './usages.ts';

/** What the schema is compared with. */
export interface Base {
  readonly kind: 'GIT' | 'SDL';
  readonly schema: GraphQLSchema;
  /** The documents of known clients back then; `null`: a file of SDL tells of none. */
  readonly documents: readonly OperationDocument[] | null;
  /** `null`: a file of SDL tells of none, and neither does a revision from before they were written down. */
  readonly semantics: Semantics | null;
}

/** The base that was asked for cannot be had. Its message says what to do. */
export class BaseError extends Error {
  override readonly name = 'BaseError';
}

/**
 * Reads a base: a file of SDL, or a git revision, from which everything is read without touching the working tree.
 *
 * @throws BaseError
 */
export async function readBase(root: string, base: string): Promise<Base> {
  const path = resolve(base);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const schema = toSchema(base, [{ file: base, text: readFileSync(path, 'utf8') }]);
    return { kind: 'SDL', schema, documents: null, semantics: null };
  }
  return readRevision(root, await resolveRevision(root, base));
}

interface File {
  readonly file: string;
  readonly text: string;
}

const run = promisify(execFile);
const MAX_BUFFER_BYTES = 64 * 1024 * 1024;

async function git(root: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', root, ...args], { maxBuffer: MAX_BUFFER_BYTES });
  return stdout;
}

async function resolveRevision(root: string, base: string): Promise<string> {
  try {
    const name = `${base}^{commit}`;
    return (await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', name)).trim();
  } catch {
    throw new BaseError(
      `"${base}" is neither a file nor a revision that git knows here. Give the path of an SDL file or a revision; where the clone is shallow, fetch the history first (git fetch --unshallow, or fetch-depth: 0 of actions/checkout).`,
    );
  }
}

async function readRevision(root: string, revision: string): Promise<Base> {
  const tree = ['schema', 'src/backends', OPERATIONS_FOLDER, SEMANTICS_FILE];
  const listed = await git(root, 'ls-tree', '-r', '-z', '--name-only', revision, '--', ...tree);
  const paths = listed.split('\0').filter((path) => path !== '');
  const readAll = (pattern: RegExp): Promise<File[]> =>
    Promise.all(
      paths
        .filter((path) => pattern.test(path))
        .map(async (file) => ({ file, text: await git(root, 'show', `${revision}:./${file}`) })),
    );
  const sdl = await readAll(/^(schema\/.*|src\/backends\/[^/]+\/[^/]+)\.graphql$/);
  if (sdl.length === 0) {
    throw new BaseError(`Revision ${revision} holds no SDL: choose one that has schema/.`);
  }
  const operations = await readAll(/^operations\/[^/]+\.graphql$/);
  const [semantics] = await readAll(new RegExp(`^${SEMANTICS_FILE}$`));
  return {
    kind: 'GIT',
    schema: toSchema(revision, sdl),
    documents: parseOperations(operations).documents,
    semantics: semantics === undefined ? null : parseSemantics(semantics.text),
  };
}

function toSchema(name: string, files: readonly File[]): GraphQLSchema {
  try {
    return buildASTSchema(concatAST(files.map(({ file, text }) => parse(new Source(text, file)))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BaseError(
      `The SDL of ${name} is not valid, so nothing can be compared with it: ${why}`,
    );
  }
}

function parseSemantics(text: string): Semantics | null {
  const entries = parseJson(text);
  if (!isJsonObject(entries)) return null;
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
