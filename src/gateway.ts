import type { DocumentNode } from 'graphql';
import type { BackendDefinition } from './backends/definition.ts';
import type { BackendSelection, GatewayConfig } from './config/config.ts';
import { startDemo, type Demo } from './demo.ts';
import type { Backend } from './domain/backend.ts';
import { createApollo } from './graphql/apollo.ts';
import { createContext } from './graphql/context.ts';
import { createGatewaySchema } from './graphql/schema.ts';
import type { UpstreamObserver } from './http/upstream.ts';
import type { Logger } from './observability/logger.ts';
import { createAuthentication } from './security/authentication.ts';
import { createDocumentGuards } from './security/document-guards.ts';
import { createGraphqlHandler, type GraphqlHandler } from './server/graphql-handler.ts';
import type { AuditStream } from './services/audit.ts';
import { createCallBudget } from './services/call-budget.ts';
import { createMemoryCaches } from './storage/cache.ts';
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
  /** The simulators that run in this process; `null` when backends are configured. */
  readonly demo: Demo | null;
  close(): Promise<void>;
}

/** Puts the program together: configuration, backends, schema, Apollo Server. */
export async function createGateway({
  config,
  definitions,
  documents,
  log,
  auditStream = process.stdout,
}: GatewayOptions): Promise<Gateway> {
  const demo = config.backends.length === 0 ? await startDemo(definitions) : null;
  const backends = createBackends(demo?.backends ?? config.backends, {
    config,
    simulated: demo !== null,
    observe: observerOf(log),
  });
  const services = await createWriteServices(config, { log, auditStream });
  const apollo = createApollo({
    schema: createGatewaySchema(documents),
    production: config.production,
    guards: createDocumentGuards({ ...config, log }),
    log,
  });
  await apollo.start();
  const authenticate = createAuthentication(config.authentication, { observe: observerOf(log) });
  return {
    backends,
    demo,
    graphql: createGraphqlHandler({
      apollo,
      maxBodyBytes: config.maxBodyBytes,
      createContext: async ({ requestId, signal, timeout, authorization }) =>
        createContext({
          requestId,
          signal,
          timeout,
          services,
          caller: await authenticate(authorization),
          backends,
          budget: createCallBudget(config.maxUpstreamCallsPerOperation),
        }),
    }),
    close: async () => {
      await apollo.stop();
      await services.close();
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
