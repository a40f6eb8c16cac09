import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { OperationEvent } from '../observability/events.ts';
import type { Logger } from '../observability/logger.ts';
import type { DocumentGuards } from '../security/document-guards.ts';
import type { GatewayContext } from './context.ts';
import { createErrorReporting } from './error-plugin.ts';
import { createErrorFormatter } from './format-error.ts';
import { jsonStatus } from './json-status.ts';
import { oneResetRule } from './one-reset-rule.ts';
import { createOperationReport } from './operation-report.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  /** What a document must pass before it is executed. */
  readonly guards: DocumentGuards;
  readonly observe: (event: OperationEvent) => void;
  readonly log: Logger;
}

/** Creates the Apollo Server over a schema; it has still to be started. */
export function createApollo({
  schema,
  production,
  guards,
  observe,
  log,
}: ApolloOptions): ApolloServer<GatewayContext> {
  const reporting = createErrorReporting(
    createErrorFormatter({ log, hideSuggestions: production }),
  );
  const options: ApolloServerOptions<GatewayContext> = {
    schema,
    formatError: reporting.formatError,
    plugins: [
      reporting.plugin,
      ...guards.plugins,
      // It wraps every resolver of the schema, which makes lists cost three quarters more.
      ApolloServerPluginCacheControlDisabled(),
      // The server has pages of its own.
      ApolloServerPluginLandingPageDisabled(),
      // These two come last, because they look at the answer and the status that the others leave.
      createOperationReport(observe),
      jsonStatus,
    ],
    parseOptions: { maxLexicalTokens: guards.maxTokens },
    validationRules: [...guards.validationRules, oneResetRule],
    ...(guards.persistedQueries && { persistedQueries: guards.persistedQueries }),
    // A guard decides it for each caller.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Signals are the command's business: the server drains first.
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    logger: apolloLogger(log),
  };
  return new ApolloServer(options);
}

/** Apollo Server's own lines may quote a request, so only that there was one is kept. */
function apolloLogger(log: Logger) {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.warn('Apollo Server gave a warning'),
    error: () => log.error('Apollo Server reported an error'),
  };
}
