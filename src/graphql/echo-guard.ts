import {
  BREAK,
  GraphQLError,
  OperationTypeNode,
  getOperationAST,
  visit,
  type ASTNode,
  type DocumentNode,
} from 'graphql';

/** An error whose message is a constant, so that it may be shown where others could quote a password. */
export class PlainError extends GraphQLError {
  override readonly name = 'PlainError';

  /** @param node where in the document; its text is not in the message */
  constructor(message: string, node?: ASTNode) {
    super(message, node && { nodes: node });
  }
}

/** What is known of a request in which an error occurred. */
export interface FailedRequest {
  /** Text of the document; absent when it was not found. */
  readonly source?: string | undefined;
  /** Absent when the text cannot be parsed. */
  readonly document?: DocumentNode | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Whether a message of graphql-js about this request could quote a password. It quotes the document's text, its literals
 * and the values of variables, so that is the case
 *
 * - for a document with a mutation, or about the planning of a reset, whose input is easily taken for that of the reset
 * - for one that cannot be parsed and holds the words
 * - for variables of an operation that cannot be made out
 */
export function mayQuoteSecret(request: FailedRequest): boolean {
  const { source = '', document, operationName, variables = {} } = request;
  const operation = document && getOperationAST(document, operationName);
  if (!operation && Object.keys(variables).length > 0) return true;
  return document === undefined ? SUSPECT_TEXT.test(source) : writesOrPlans(document);
}

/**
 * What may be said, whatever the request holds, of an error that graphql-js or Apollo Server raised before a field ran.
 *
 * @returns the message as it is where it is known to be a constant
 */
export function plainMessageOf({ message, originalError }: GraphQLError, code: unknown): string {
  if (originalError instanceof PlainError) return originalError.message;
  const reason = REASONS.get(code);
  return reason === undefined ? message : `${reason} ${SILENCE}`;
}

/**
 * A syntax error without the word of the document that it quotes: text that nobody can parse may be anything, and the
 * error's location tells where it stands.
 */
export function withoutToken(message: string): string {
  return message.replace(/(Name|Int|Float|String|Comment) ".*"/s, '$1');
}

const SUSPECT_TEXT = /mutation|password/i;
const PLANNING = 'planPasswordReset';

const SILENCE = 'Details are left out, because they could quote a password.';

/** By the codes of Apollo Server whose messages quote the request; all its other messages are constants. */
const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'The document is not valid GraphQL.'],
  ['GRAPHQL_VALIDATION_FAILED', 'The document does not fit the schema.'],
  ['BAD_USER_INPUT', 'Variables or arguments are not of the types that the schema asks for.'],
  ['OPERATION_RESOLUTION_FAILURE', 'It cannot be made out which operation is meant.'],
]);

function writesOrPlans(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    OperationDefinition: ({ operation }) => {
      if (operation !== OperationTypeNode.MUTATION) return undefined;
      found = true;
      return BREAK;
    },
    Field: ({ name }) => {
      if (name.value !== PLANNING) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
