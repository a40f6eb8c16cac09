import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { BackendDefinition } from './backends/definition.ts';
import type { BackendSelection, GatewayConfig } from './config.ts';
import { startDemo, type Demo } from './demo.ts';
import type { Backend } from './domain/backend.ts';
import type { GatewayContext } from './graphql/context.ts';
import { createContext } from './graphql/context.ts';
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
  readonly definitions: readonly BackendDefinition[];
  readonly log: Logger;
}

/** Everything behind the HTTP server. */
export interface Gateway {
  readonly backends: readonly Backend[];
  readonly graphql: GraphqlHandler;
  /** The demo's simulators, when this process runs them. */
  readonly demo: Demo | null;
  close(): Promise<void>;
}
