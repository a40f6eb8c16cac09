import { GraphQLError, type ASTNode } from 'graphql';
import type { GatewayError } from '../domain/errors.ts';

export interface RefusalDetails {
  /** HTTP status where the caller understands one; a caller who accepts only `application/json` gets 200. */
  readonly status?: number;
  /** Where in the document. */
  readonly node?: ASTNode | null | undefined;
}

/**
 * What ends a request before it is executed, in the form that Apollo Server and graphql-js report. Our own error stays
 * inside of it, so that its code and message leave as they are, whatever the document holds.
 */
export function refusal(
  error: GatewayError,
  { status = 400, node = null }: RefusalDetails = {},
): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: node,
    originalError: error,
    extensions: { code: error.code, http: { status } },
  });
}
