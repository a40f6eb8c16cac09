import type { DocumentNode } from 'graphql';
import type { BackendDefinition } from './backends/definition.ts';
import type { BackendSelection, GatewayConfig } from './config/config.ts';
import { startDemo, type Demo } from './demo.ts';
import type { Backend } from './domain/backend.ts';
import { GatewayError } from './domain/errors.ts';
import { createApollo } from './graphql/apollo.ts';
import { createContext, type GatewayServices } from './graphql/context.ts';
import { createGatewaySchema } from './graphql/schema.ts';
import type { Logger } from './observability/logger.ts';
import { startObservability, type Observers } from './observability/observers.ts';
import { createAuthentication } from './security/authentication.ts';
import { createDocumentGuards } from './security/document-guards.ts';
import { createGraphqlHandler, type GraphqlHandler } from './server/graphql-handler.ts';
import type { MetricsPage } from './server/metrics.ts';
import { scopeRequests } from './server/scoped-handler.ts';
import { traceRequests } from './server/traced-handler.ts';
import type { AuditStream } from './services/audit/audit.ts';
import { createCallBudget } from './services/call-budget.ts';
import { createMemoryCaches, observeLookups } from './storage/cache.ts';
import { createWriteServices } from './write-services.ts';

export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** Every backend of the program; the demo simulates them all. */
  readonly definitions: readonly BackendDefinition[];
  /** The SDL to serve; absent: the program's own and what the folders of its backends add. */
  readonly documents?: readonly DocumentNode[];
  readonly log: Logger;
  /** Where audit records go when no file is configured; standard output by default. */
  readonly auditStream?: AuditStream;
}

/** Everything behind the HTTP server. */
export interface Gateway {
  readonly backends: readonly Backend[];
  readonly graphql: GraphqlHandler;
  readonly metrics: MetricsPage;
  /** The simulators that run in this process; `null` when backends are configured. */
  readonly demo: Demo | null;
  close(): Promise<void>;
}

/**
 * Puts the program together: configuration, backends, schema, Apollo Server.
 *
 * @throws AuditFileError
 */
export async function createGateway({
  config,
  definitions,
  documents,
  log,
  auditStream = process.stdout,
}: GatewayOptions): Promise<Gateway> {
  const names = definitions.map(({ name }) => name);
  const { observability } = config;
  const { observers, metrics, tracing } = await startObservability(observability, names, log);
  // First, as it can fail: nothing is left running then.
  const services = await createWriteServices(config, {
    log,
    auditStream,
    observeWrite: observers.write,
  });
  const demo = config.backends.length === 0 ? await startDemo(definitions) : null;
  const backends = createBackends(demo?.backends ?? config.backends, {
    config,
    simulated: demo !== null,
    observers,
  });
  metrics.watch(backends);
  const apollo = createApollo({
    schema: createGatewaySchema(documents),
    production: config.production,
    guards: createDocumentGuards({ ...config, log }),
    observe: observers.operation,
    log,
  });
  await apollo.start();
  const handler = createHandler({ config, apollo, services, backends, observers });
  return {
    backends,
    demo,
    graphql: traceRequests(scopeRequests(handler), tracing),
    metrics: { token: observability.metricsToken, render: () => metrics.render() },
    close: async () => {
      await apollo.stop();
      await services.close();
      await demo?.close();
      await tracing?.close();
    },
  };
}

interface HandlerParts {
  readonly config: GatewayConfig;
  readonly apollo: ReturnType<typeof createApollo>;
  readonly services: GatewayServices;
  readonly backends: readonly Backend[];
  readonly observers: Observers;
}

function createHandler(parts: HandlerParts): GraphqlHandler {
  const { config, apollo, services, backends, observers } = parts;
  const authenticate = createAuthentication(config.authentication, {
    observe: observers.upstreamCall,
  });
  return createGraphqlHandler({
    apollo,
    maxBodyBytes: config.maxBodyBytes,
    createContext: async ({ requestId, signal, timeout, authorization, host }) =>
      createContext({
        requestId,
        signal,
        timeout,
        services,
        caller: await authenticate(authorization, host).catch((error: unknown) =>
          reportRefusal(error, requestId, observers),
        ),
        backends,
        budget: createCallBudget(config.maxUpstreamCallsPerOperation),
      }),
  });
}

/** A caller who is turned away gets no further than this, so here it is counted and logged. */
function reportRefusal(error: unknown, requestId: string, { operation }: Observers): never {
  const errorCodes = [error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR'];
  const nothing = { operationName: null, subject: null, durationMs: 0, upstreamCalls: 0 };
  operation({ ...nothing, requestId, type: 'unknown', errorCodes });
  throw error;
}

function createBackends(
  selections: readonly BackendSelection[],
  lent: { config: GatewayConfig; simulated: boolean; observers: Observers },
): Backend[] {
  const { upstreamCall, quotaWait, contractSample, cacheLookup } = lent.observers;
  const caches = observeLookups(createMemoryCaches(), cacheLookup);
  return selections.map(({ definition: { name, displayName, kind }, configured }) =>
    configured.create({
      name,
      displayName,
      kind,
      simulated: lent.simulated,
      caches,
      usersTtlSeconds: lent.config.usersTtlSeconds,
      timeoutMs: lent.config.upstreamTimeoutMs,
      observe: upstreamCall,
      observeQuotaWait: quotaWait,
      observeContract: contractSample,
      now: Date.now,
    }),
  );
}
