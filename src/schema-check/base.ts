import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
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
export function readBase(root: string, base: string): Base {
  const path = resolve(base);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const schema = toSchema(base, [{ file: base, text: readFileSync(path, 'utf8') }]);
    return { kind: 'SDL', schema, documents: null, semantics: null };
  }
  return readRevision(root, resolveRevision(root, base));
}

const MAX_BUFFER_BYTES = 64 * 1024 * 1024;

interface File {
  readonly file: string;
  readonly text: string;
}

/** @param input given to git, for what would be too many arguments */
function git(root: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', root, ...args], {
    maxBuffer: MAX_BUFFER_BYTES,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });
}

function resolveRevision(root: string, base: string): string {
  try {
    const name = `${base}^{commit}`;
    const found = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
    return found.toString().trim();
  } catch {
    throw new BaseError(
      `"${base}" is neither a file nor a revision that git knows here. Give the path of an SDL file or a revision; where the clone is shallow, fetch the history first (git fetch --unshallow, or fetch-depth: 0 of actions/checkout).`,
    );
  }
}

function readRevision(root: string, revision: string): Base {
  const files = readFiles(root, revision);
  const matching = (pattern: RegExp) => files.filter(({ file }) => pattern.test(file));
  const sdl = matching(/^(schema\/.*|src\/backends\/[^/]+\/[^/]+)\.graphql$/);
  if (sdl.length === 0) {
    throw new BaseError(`Revision ${revision} holds no SDL: choose one that has schema/.`);
  }
  const semantics = files.find(({ file }) => file === SEMANTICS_FILE);
  return {
    kind: 'GIT',
    schema: toSchema(revision, sdl),
    documents: parseOperations(matching(/^operations\/[^/]+\.graphql$/)).documents,
    semantics: semantics === undefined ? null : parseSemantics(semantics.text),
  };
}

/** What the check reads, as it was at the revision. */
function readFiles(root: string, revision: string): readonly File[] {
  const folders = ['schema', 'src/backends', OPERATIONS_FOLDER, SEMANTICS_FILE];
  const tree = git(root, ['ls-tree', '-r', '-z', '--name-only', revision, '--', ...folders]);
  const paths = tree
    .toString()
    .split('\0')
    .filter((path) => path.endsWith('.graphql') || path === SEMANTICS_FILE);
  const names = paths.map((path) => `${revision}:./${path}\n`).join('');
  return splitBatch(git(root, ['cat-file', '--batch'], names), paths);
}

/** The answer of `git cat-file --batch`: for each file a line that ends with its length, the file, and a line feed. */
function splitBatch(batch: Buffer, paths: readonly string[]): readonly File[] {
  let position = 0;
  return paths.map((file) => {
    const start = batch.indexOf('\n', position) + 1;
    const length = Number(batch.toString('utf8', position, start).trim().split(' ').at(-1));
    position = start + length + 1;
    return { file, text: batch.toString('utf8', start, start + length) };
  });
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
