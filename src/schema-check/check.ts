import { existsSync, readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import type { BackendDefinition } from '../backends/definition.ts';
import { findStale, generateDocuments } from '../documents/generated-documents.ts';
import { semanticsOf } from '../documents/semantics.ts';
import { readBase, type Base } from './base.ts';
import { compareSchemas } from './compare-schemas.ts';
import { compareSemantics } from './compare-semantics.ts';
import type { Finding } from './finding.ts';
import { lintSchema } from './lint.ts';
import { findInvalid, readOperations } from './operations.ts';
import { findUsages } from './usages.ts';
import { WAIVERS_FILE, applyWaivers, readWaivers } from './waivers.ts';
import { readWorkingSchema } from './working-schema.ts';

export interface SchemaCheckOptions {
  /** The project's folder, with a slash at its end. */
  readonly root: string;
  readonly definitions: readonly BackendDefinition[];
  /** A git revision or a file of SDL; `null`: nothing is compared. */
  readonly base: string | null;
  readonly nowMs: number;
}

export interface SchemaCheckResult {
  /** Whether nothing is an error. */
  readonly ok: boolean;
  readonly base: string | null;
  /** What was compared with the base, and what was not. */
  readonly compared: readonly string[];
  /** Errors first. */
  readonly findings: readonly Finding[];
}

/**
 * Checks the schema of a working tree: its lint rules, the documents of known clients, the documents made from the
 * code, the waivers; and with a base, what changed for clients since, in the schema and in what its answers mean.
 *
 * @throws BaseError when the base cannot be had
 */
export async function checkSchema(options: SchemaCheckOptions): Promise<SchemaCheckResult> {
  const { root, definitions } = options;
  const working = readWorkingSchema(root);
  if ('problems' in working) {
    return { ok: false, base: options.base, compared: [], findings: working.problems };
  }
  const { schema } = working;
  const waived = readWaivers(readIfThere(`${root}${WAIVERS_FILE}`), options.nowMs);
  const operations = readOperations(root);
  const base = options.base === null ? null : readBase(root, options.base);
  const findings: readonly Finding[] = [
    ...(await lintSchema(root)),
    ...operations.findings,
    ...findInvalid(operations.documents, schema),
    ...findStale(root, generateDocuments(definitions, schema)).map(toStale),
    ...waived.findings,
  ];
  const compared = base === null ? [] : await compare(base, schema, options);
  const all = [
    ...findings,
    ...(base === null ? [] : applyWaivers(compared, waived.waivers)),
  ].toSorted((left, right) => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level));
  return {
    ok: !all.some(({ level }) => level === 'ERROR'),
    base: options.base,
    compared: base === null ? [] : describeComparison(base, compared),
    findings: all,
  };
}

const LEVELS: readonly Finding['level'][] = ['ERROR', 'WARNING', 'WAIVED'];

async function compare(
  base: Base,
  schema: GraphQLSchema,
  { root, definitions }: SchemaCheckOptions,
): Promise<readonly Finding[]> {
  // A file of SDL brings no documents: today's are the best that is known of its clients.
  const documents = base.documents ?? readOperations(root).documents;
  const usages = findUsages(documents, base.schema);
  return [
    ...(await compareSchemas(base.schema, schema, usages)),
    ...(base.semantics === null
      ? []
      : compareSemantics(base.semantics, semanticsOf(definitions, schema))),
  ];
}

function describeComparison(
  { kind, semantics }: Base,
  found: readonly Finding[],
): readonly string[] {
  const isEqual = !found.some(({ about }) => about === 'SCHEMA');
  const meanings =
    semantics !== null
      ? 'Meanings: compared (docs/semantics.json).'
      : kind === 'SDL'
        ? 'Meanings: NOT compared, as a file of SDL tells nothing of them. Give a git revision to compare them.'
        : 'Meanings: NOT compared, as the base has no docs/semantics.json.';
  return [
    `Schema: compared by graphql-js and GraphQL Inspector${isEqual ? '; nothing breaking or dangerous' : ''}.`,
    meanings,
  ];
}

function toStale(path: string): Finding {
  return {
    id: `STALE ${path}`,
    level: 'ERROR',
    about: 'DOCUMENT',
    message: `${path} is not what the code says now.`,
    advice: 'Run `npm run documents`, look at what changed, and commit it.',
    files: [path],
    waivable: false,
  };
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
