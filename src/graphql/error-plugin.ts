import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context.ts';
import type { ErrorFormatter } from './format-error.ts';

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
  const requestIds = new WeakMap<object, string>();
  return {
    plugin: {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) requestIds.set(error, contextValue.requestId);
        },
      }),
    },
    formatError: (_formatted, error) =>
      format(error, isObject(error) ? (requestIds.get(error) ?? 'unknown') : 'unknown'),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
