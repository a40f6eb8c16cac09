import { relative } from 'node:path';
import {
  GraphQLError,
  buildASTSchema,
  concatAST,
  validateSchema,
  type GraphQLSchema,
} from 'graphql';
import { readSchemaFiles, type SchemaFolders } from '../graphql/schema-files.ts';
import type { Finding } from './finding.ts';

/** The schema of a working tree, or why there is none. */
export type WorkingSchema =
  | { readonly schema: GraphQLSchema }
  /** At least one. */
  | { readonly problems: readonly Finding[] };

/** @param root the project's folder, with a slash at its end */
export function readWorkingSchema(root: string): WorkingSchema {
  try {
    const schema = buildASTSchema(concatAST([...readSchemaFiles(foldersOf(root))]));
    const errors = validateSchema(schema);
    return errors.length === 0 ? { schema } : { problems: errors.map((error) => of(root, error)) };
  } catch (error) {
    if (error instanceof GraphQLError) return { problems: [of(root, error)] };
    // How graphql-js tells several at once: by an error whose message holds theirs, and no places.
    const message = error instanceof Error ? error.message : String(error);
    return { problems: message.split('\n\n').map((one) => toProblem(one, null)) };
  }
}

function foldersOf(root: string): SchemaFolders {
  return { schema: `${root}schema/`, backends: `${root}src/backends/` };
}

function of(root: string, { message, locations, source, nodes }: GraphQLError): Finding {
  const file = source?.name ?? nodes?.[0]?.loc?.source.name;
  if (file === undefined) return toProblem(message, null);
  return toProblem(message, { file: relative(root, file), line: locations?.[0]?.line ?? 1 });
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function toProblem(message: string, place: Place | null): Finding {
  const where = place === null ? '' : `${place.file}:${place.line}: `;
  return {
    id: `SDL_INVALID${place === null ? '' : ` ${place.file}`}`,
    level: 'ERROR',
    about: 'SCHEMA',
    message: `${where}${message}`,
    advice: 'Mend the SDL. Nothing else was checked: all of it needs a valid schema.',
    files: place === null ? [] : [place.file],
    waivable: false,
  };
}
