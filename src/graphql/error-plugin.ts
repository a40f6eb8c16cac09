import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context.ts';
import { mayQuoteSecret } from './echo-guard.ts';
import type { ErrorFormatter, ErrorOrigin } from './format-error.ts';

/** The two halves of error formatting that Apollo Server wants apart. */
export interface ErrorReporting {
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  readonly formatError: NonNullable<ApolloServerOptions<GatewayContext>['formatError']>;
}

/**
 * Lets every formatted error know its request: Apollo Server calls `formatError` without the context, so a plugin
 * notes which request an error belongs to when it occurs.
 */
export function createErrorReporting(format: ErrorFormatter): ErrorReporting {
  const origins = new WeakMap<object, ErrorOrigin>();
  return {
    plugin: {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, contextValue, request, source, document }) => {
          const { operationName, variables } = request;
          const origin: ErrorOrigin = {
            requestId: contextValue.requestId,
            mayQuoteSecret: mayQuoteSecret({ source, document, operationName, variables }),
          };
          for (const error of errors) origins.set(error, origin);
        },
      }),
    },
    formatError: (_formatted, error) =>
      format(error, (isObject(error) && origins.get(error)) || UNKNOWN_ORIGIN),
  };
}

/** Errors before a request was made out; their messages are constants of Apollo Server. */
const UNKNOWN_ORIGIN: ErrorOrigin = { requestId: 'unknown', mayQuoteSecret: false };

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
