import type { DocumentNode } from 'graphql';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Environment } from '../../src/environment.ts';
import { createGateway } from '../../src/gateway.ts';
import { createLogger } from '../../src/observability/logger.ts';
import { readinessOf } from '../../src/server/probes.ts';
import { startServer } from '../../src/server/server.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';

export interface TestGatewayOptions {
  /** Settings beside the defaults; a free port and a silent log unless they say otherwise. */
  readonly environment?: Environment;
  readonly definitions?: readonly BackendDefinition[];
  /** The SDL, where definitions bring along what no folder of the program holds. */
  readonly documents?: readonly DocumentNode[];
  /** Switches of simulators, by backend name. */
  readonly switches?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** A whole gateway over HTTP on a free loopback port, with simulators of its backends. */
export interface TestGateway {
  readonly url: string;
  readonly logLines: readonly string[];
  /** What was written to the audit trail, a line or several at once. */
  readonly auditLines: readonly string[];
  simulator(name: string): RunningSimulator;
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<GraphqlAnswer>;
  close(): Promise<void>;
}

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const logLines: string[] = [];
  const auditLines: string[] = [];
  const simulators = new Map<string, RunningSimulator>();
  const definitions = (options.definitions ?? backendDefinitions).map((definition) =>
    observed(definition, simulators, options.switches?.[definition.name]),
  );
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'debug', ...options.environment }, definitions);
  const log = createLogger(config.observability.logLevel, { write: (line) => logLines.push(line) });
  const gateway = await createGateway({
    config,
    definitions,
    log,
    auditStream: {
      write: (lines, done) => {
        auditLines.push(lines);
        done();
      },
    },
    ...(options.documents && { documents: options.documents }),
  });
  const server = await startServer({
    ...config,
    graphql: gateway.graphql,
    metrics: gateway.metrics,
    readiness: (detailed) => readinessOf(gateway.backends, detailed),
    log,
  });
  return {
    url: server.url,
    logLines,
    auditLines,
    simulator: (name) => {
      const simulator = simulators.get(name);
      if (simulator === undefined) throw new Error(`no simulator of ${name}`);
      return simulator;
    },
    query: (document, variables, headers) =>
      postQuery(server.url, { document, variables, headers }),
    close: async () => {
      await server.stop();
      await gateway.close();
    },
  };
}

function observed(
  definition: BackendDefinition,
  simulators: Map<string, RunningSimulator>,
  switches: Readonly<Record<string, unknown>> | undefined,
): BackendDefinition {
  return {
    ...definition,
    startSimulator: async (options) => {
      const simulator = await definition.startSimulator({
        ...options,
        ...(switches && { switches }),
      });
      simulators.set(definition.name, simulator);
      return simulator;
    },
  };
}

async function postQuery(
  url: string,
  request: {
    document: string;
    variables: Readonly<Record<string, unknown>> | undefined;
    headers: Readonly<Record<string, string>> | undefined;
  },
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...request.headers },
    body: JSON.stringify({ query: request.document, variables: request.variables }),
  });
  const body = (await response.json()) as { data?: unknown; errors?: GraphqlAnswer['errors'] };
  return {
    status: response.status,
    headers: response.headers,
    data: body.data ?? null,
    errors: body.errors ?? [],
  };
}
