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
 * Reads every document of `operations/`: first those that `examples.json` names, in its order, for they show most and fit
 * beside each other in GraphiQL; then the others, with the variables for which `upstream-calls.json` counts their calls.
 */
export function readExamples(): readonly [Example, ...Example[]] {
  const [first, ...next] = readList('examples.json');
  if (first === undefined) throw new Error('operations/examples.json names no operation.');
  const named = new Set([first, ...next].map(({ operation }) => operation));
  const others = readList('upstream-calls.json').filter(({ operation }) => !named.has(operation));
  return [readExample(first), ...[...next, ...others].map(readExample)];
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

function readList(name: string): readonly ListedExample[] {
  const list: unknown = JSON.parse(readFileSync(`${OPERATIONS_FOLDER}${name}`, 'utf8'));
  if (!Array.isArray(list) || !list.every(isListed)) {
    throw new Error(`operations/${name} is not a list of operations.`);
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
