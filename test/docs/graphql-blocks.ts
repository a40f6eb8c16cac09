import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { documents, type Block } from './documents.ts';

/** A document of GraphQL in a page, with the JSON that stands behind it. */
export interface GraphqlExample {
  readonly block: Block;
  readonly document: DocumentNode;
  /** `null`: it is no operation, but SDL. */
  readonly operation: OperationDefinitionNode | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The answer that the page shows; `null`: it shows none. */
  readonly answer: Answer | null;
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Every block of GraphQL: the JSON block right behind it holds its variables, if it has any; one more its answer. */
export function graphqlExamplesOf(file: string): readonly GraphqlExample[] {
  const { blocks = [] } = documents.find((document) => document.file === file) ?? {};
  return blocks.flatMap((block, index) =>
    block.language === 'graphql' ? [toExample(block, blocks.slice(index + 1))] : [],
  );
}

/** Where an answer is not the one shown; `null`: it is. A shown text may have `…` for any text; objects may show a part. */
export function differenceOf(shown: unknown, actual: unknown, path = ''): string | null {
  if (typeof shown === 'string' && shown.includes('…')) {
    const parts = shown.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const fits =
      typeof actual === 'string' && new RegExp(`^${parts.join('.*')}$`, 's').test(actual);
    return fits ? null : `${path} is ${JSON.stringify(actual)}`;
  }
  if (typeof shown !== 'object' || shown === null) {
    return shown === actual ? null : `${path} is ${JSON.stringify(actual)}`;
  }
  const [wanted, found] = [Object.entries(shown), toRecord(actual)];
  if (found === null || Array.isArray(shown) !== Array.isArray(actual)) return `${path} is missing`;
  if (Array.isArray(actual) && actual.length !== wanted.length) {
    return `${path} has ${actual.length} entries`;
  }
  for (const [key, value] of wanted) {
    const difference = differenceOf(value, found[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function toExample(block: Block, following: readonly Block[]): GraphqlExample {
  const document = parse(block.text);
  const operation =
    document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION) ??
    null;
  const json = following
    .slice(0, following.findIndex(({ language }) => language !== 'json') >>> 0)
    .map(({ text }) => JSON.parse(text) as Readonly<Record<string, unknown>>);
  const variables = json.find((value) => !isAnswer(value));
  const needsVariables = (operation?.variableDefinitions ?? []).length > 0;
  return {
    block,
    document,
    operation,
    variables: needsVariables ? (variables ?? {}) : {},
    answer: json.find(isAnswer) ?? null,
  };
}

function isAnswer(value: Readonly<Record<string, unknown>>): boolean {
  return 'data' in value || 'errors' in value;
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}
