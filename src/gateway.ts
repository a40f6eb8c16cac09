import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { BackendDefinition } from './backends/definition.ts';
import type { BackendSelection, GatewayConfig } from './config/config.ts';
import { startDemo, type Demo } from './demo.ts';
import type { Backend } from './domain/backend.ts';
import { createContext, type GatewayContext } from './graphql/context.ts';
import { createErrorReporting } from './graphql/error-plugin.ts';
import { createErrorFormatter } from './graphql/format-error.ts';
import { createGatewaySchema } from './graphql/schema.ts';
import type { UpstreamObserver } from './http/upstream.ts';
import type { Logger } from './observability/logger.ts';
import { createAuthentication } from './security/authentication.ts';
import { createGraphqlHandler, type GraphqlHandler } from './server/graphql-handler.ts';
import { createCallBudget } from './services/call-budget.ts';
import { createMemoryCaches } from './storage/cache.ts';

export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** Every backend of the program; the demo simulates them all. */
  readonly definitions: readonly BackendDefinition[];
  readonly log: Logger;
}

/** Everything behind the HTTP server. */
export interface Gateway {
  readonly backends: readonly Backend[];
  readonly graphql: GraphqlHandler;
  /** The simulators that run in this process; `null` when backends are configured. */
  readonly demo: Demo | null;
  close(): Promise<void>;
}

/** Puts the program together: configuration, backends, schema, Apollo Server. */
export async function createGateway({
  config,
  definitions,
  log,
}: GatewayOptions): Promise<Gateway> {
  const demo = config.backends.length === 0 ? await startDemo(definitions) : null;
  const backends = createBackends(demo?.backends ?? config.backends, {
    config,
    simulated: demo !== null,
    observe: observerOf(log),
  });
  const apollo = createApollo(config, log);
  await apollo.start();
  const authenticate = createAuthentication(config.authentication);
  return {
    backends,
    demo,
    graphql: createGraphqlHandler({
      apollo,
      maxBodyBytes: config.maxBodyBytes,
      createContext: async ({ requestId, signal, authorization }) =>
        createContext({
          requestId,
          signal,
          caller: await authenticate(authorization),
          backends,
          budget: createCallBudget(config.maxUpstreamCallsPerOperation),
        }),
    }),
    close: async () => {
      await apollo.stop();
      await demo?.close();
    },
  };
}

function createBackends(
  selections: readonly BackendSelection[],
  lent: { config: GatewayConfig; simulated: boolean; observe: UpstreamObserver },
): Backend[] {
  const caches = createMemoryCaches();
  return selections.map(({ definition: { name, displayName, kind }, configured }) =>
    configured.create({
      name,
      displayName,
      kind,
      simulated: lent.simulated,
      caches,
      usersTtlSeconds: lent.config.usersTtlSeconds,
      timeoutMs: lent.config.upstreamTimeoutMs,
      observe: lent.observe,
      now: Date.now,
    }),
  );
}

function createApollo(config: GatewayConfig, log: Logger): ApolloServer<GatewayContext> {
  const reporting = createErrorReporting(
    createErrorFormatter({ log, hideSuggestions: config.production }),
  );
  return new ApolloServer<GatewayContext>({
    schema: createGatewaySchema(),
    formatError: reporting.formatError,
    plugins: [
      reporting.plugin,
      // It wraps every resolver of the schema, which makes lists cost three quarters more.
      ApolloServerPluginCacheControlDisabled(),
      landingPage(config),
    ],
    introspection: !config.production,
    includeStacktraceInErrorResponses: false,
    // Signals are the command's business: the server drains first.
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    logger: apolloLogger(log),
  });
}

function landingPage({ production }: GatewayConfig): ApolloServerPlugin<GatewayContext> {
  return production
    ? ApolloServerPluginLandingPageDisabled()
    : ApolloServerPluginLandingPageLocalDefault({ embed: true, footer: false });
}

function observerOf(log: Logger): UpstreamObserver {
  return ({ backend, operation, status, outcome, durationMs, attempt }) => {
    const fields = {
      backend,
      upstreamOperation: operation,
      status,
      code: outcome,
      durationMs,
      attempt,
    };
    if (outcome === 'OK') log.debug('upstream call', fields);
    else log.warn('upstream call failed', fields);
  };
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
