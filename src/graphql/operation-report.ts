import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { OperationEvent } from '../observability/events.ts';
import type { GatewayContext } from './context.ts';

/** A name is the caller's, and may be as long as a document. */
const MAX_NAME_LENGTH = 100;

/** Reports every operation when its answer is made, also of documents that were refused. It looks at no single field. */
export function createOperationReport(
  report: (event: OperationEvent) => void,
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const { requestId, caller } = contextValue;
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ operation, response: { body } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          report({
            requestId,
            type: operation?.operation ?? 'unknown',
            operationName: operation?.name?.value.slice(0, MAX_NAME_LENGTH) ?? null,
            subject: caller?.subject ?? null,
            errorCodes: errors.map(codeOf),
            durationMs: performance.now() - startedAt,
            upstreamCalls: contextValue.upstreamCalls,
          });
        },
      };
    },
  };
}

/** Every error that leaves bears a code of a closed list. */
function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
