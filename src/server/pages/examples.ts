import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A document to begin with, and variables that fit the users of the demo. */
export interface Example {
  readonly query: string;
  /** JSON, laid out for people. */
  readonly variables: string;
}

// Holds for src/ and for a compiled package alike: operations/ lies beside the folder of the code.
const OPERATIONS_FOLDER = fileURLToPath(new URL('../../../operations/', import.meta.url));

/**
 * Reads the documents that `operations/examples.json` names, in its order; the first one shows most. More than these
 * tabs do not fit beside each other in GraphiQL.
 */
export function readExamples(): readonly [Example, ...Example[]] {
  const [first, ...others] = parseList(readFileSync(`${OPERATIONS_FOLDER}examples.json`, 'utf8'));
  if (first === undefined) throw new Error('operations/examples.json names no operation.');
  return [readExample(first), ...others.map(readExample)];
}

interface ListedExample {
  /** Name of the file without its ending. */
  readonly operation: string;
  readonly variables?: unknown;
}

function readExample({ operation, variables = {} }: ListedExample): Example {
  return {
    query: readFileSync(`${OPERATIONS_FOLDER}${operation}.graphql`, 'utf8'),
    variables: JSON.stringify(variables, null, 2),
  };
}

function parseList(text: string): readonly ListedExample[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list) || !list.every(isListed)) {
    throw new Error('operations/examples.json is not a list of operations.');
  }
  return list;
}

function isListed(entry: unknown): entry is ListedExample {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'operation' in entry &&
    typeof entry.operation === 'string'
  );
}
