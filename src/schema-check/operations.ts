import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { GraphQLError, Source, parse, validate, type GraphQLSchema } from 'graphql';
import type { Finding } from './finding.ts';
import type { OperationDocument } from './usages.ts';

export const OPERATIONS_FOLDER = 'operations/';

/** What can be read of the folder of known clients' documents. */
export interface ReadDocuments {
  readonly documents: readonly OperationDocument[];
  /** Files that are no GraphQL. */
  readonly findings: readonly Finding[];
}

/** Reads the documents of known clients. */
export function readOperations(root: string): ReadDocuments {
  const folder = `${root}${OPERATIONS_FOLDER}`;
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return parseOperations(
    names
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => ({
        file: `${OPERATIONS_FOLDER}${name}`,
        text: readFileSync(`${folder}${name}`, 'utf8'),
      })),
  );
}

export function parseOperations(
  files: readonly { readonly file: string; readonly text: string }[],
): ReadDocuments {
  const documents: OperationDocument[] = [];
  const findings: Finding[] = [];
  for (const { file, text } of files) {
    try {
      documents.push({ file, document: parse(new Source(text, file)) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      findings.push(toFinding(file, error, 'Mend the document.'));
    }
  }
  return { documents, findings };
}

/** Tells every document that is not valid (any more). */
export function findInvalid(
  documents: readonly OperationDocument[],
  schema: GraphQLSchema,
): readonly Finding[] {
  return documents.flatMap(({ file, document }) =>
    validate(schema, document).map((error) =>
      toFinding(
        file,
        error,
        'Put back what the document uses. If its client is changed with the schema, change the document too.',
      ),
    ),
  );
}

function toFinding(file: string, { message, locations }: GraphQLError, advice: string): Finding {
  const line = locations?.[0]?.line;
  return {
    id: `OPERATION_INVALID ${file}`,
    level: 'ERROR',
    about: 'OPERATION',
    message: `${file}${line === undefined ? '' : `:${line}`}: ${message}`,
    advice,
    files: [file],
    waivable: false,
  };
}
