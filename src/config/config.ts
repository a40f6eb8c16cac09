import type { BackendDefinition, ConfiguredBackend } from '../backends/definition.ts';
import {
  createEnvironmentReader,
  type Environment,
  type EnvironmentReader,
} from '../environment.ts';
import { readAuthentication, type AuthenticationConfig } from './authentication.ts';
import { readLimits, type LimitsConfig } from './limits.ts';
import { readList } from './list.ts';
import { readObservability, type ObservabilityConfig } from './observability.ts';
import { readWriteGuards, type WriteGuardsConfig } from './write-guards.ts';

/** The gateway's settings, read once. */
export interface GatewayConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly production: boolean;
  /** Empty: the demo, in which this process runs a simulator of every backend. */
  readonly backends: readonly BackendSelection[];
  readonly authentication: AuthenticationConfig;
  /** How long a user is kept; 0: not at all. */
  readonly usersTtlSeconds: number;
  /** The whole time of one upstream read, retries included. */
  readonly upstreamTimeoutMs: number;
  /** The whole time of one request. */
  readonly requestDeadlineMs: number;
  readonly maxUpstreamCallsPerOperation: number;
  readonly maxBodyBytes: number;
  readonly limits: LimitsConfig;
  readonly writeGuards: WriteGuardsConfig;
  readonly corsOrigins: readonly string[];
  readonly observability: ObservabilityConfig;
}

export interface BackendSelection {
  readonly definition: BackendDefinition;
  readonly configured: ConfiguredBackend;
}

/** Says everything that is wrong with the settings, naming variables and never their values. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      [
        'The configuration has problems:',
        ...problems.map((problem) => `  - ${problem}`),
        'README.md describes every variable, under Configuration.',
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/** A misspelt `production` would show pages and start the demo. */
const MODES = ['development', 'test', 'production'] as const;
const STUDIO_ORIGIN = 'https://studio.apollographql.com';

/**
 * Reads the settings of the gateway and of every backend.
 *
 * @throws ConfigurationError with every problem at once
 */
export function readConfig(
  environment: Environment,
  definitions: readonly BackendDefinition[],
): GatewayConfig {
  const reader = createEnvironmentReader(environment);
  const production = reader.choice('NODE_ENV', MODES, 'development') === 'production';
  const host = reader.text('HOST') ?? '127.0.0.1';
  const backends = readBackends(reader, definitions, production);
  const config: GatewayConfig = {
    host,
    port: reader.integer('PORT', { min: 0, max: 65_535, default: 4000 }),
    production,
    backends,
    authentication: readAuthentication(reader, { host, simulatorsOnly: backends.length === 0 }),
    usersTtlSeconds: reader.integer('CACHE_USERS_TTL_SECONDS', { min: 0, max: 86_400, default: 5 }),
    upstreamTimeoutMs: reader.integer('UPSTREAM_TIMEOUT_MS', {
      min: 10,
      max: 600_000,
      default: 5000,
    }),
    requestDeadlineMs: reader.integer('REQUEST_DEADLINE_MS', {
      min: 10,
      max: 600_000,
      default: 15_000,
    }),
    maxUpstreamCallsPerOperation: reader.integer('MAX_UPSTREAM_CALLS_PER_OPERATION', {
      min: 1,
      max: 1_000_000,
      default: 500,
    }),
    maxBodyBytes: reader.integer('MAX_BODY_BYTES', {
      min: 1024,
      max: 1_073_741_824,
      default: 1_048_576,
    }),
    limits: readLimits(reader),
    writeGuards: readWriteGuards(reader),
    corsOrigins: readCorsOrigins(reader, production),
    observability: readObservability(reader),
  };
  refuseWorkers(reader);
  if (reader.problems.length > 0) throw new ConfigurationError(reader.problems);
  return Object.freeze(config);
}

function readBackends(
  reader: EnvironmentReader,
  definitions: readonly BackendDefinition[],
  production: boolean,
): BackendSelection[] {
  const backends: BackendSelection[] = [];
  const before = reader.problems.length;
  for (const definition of definitions) {
    const configured = definition.configure(reader);
    if (configured !== null) backends.push({ definition, configured });
  }
  const demo = reader.flag('DEMO', false);
  if (backends.length > 0 && demo) {
    reader.problem(
      'DEMO=true answers from simulators, but backends are configured. Unset DEMO, or the variables of the backends.',
    );
  }
  const none = backends.length === 0 && reader.problems.length === before;
  if (none && production && !demo) {
    reader.problem(
      'No backend is configured. Set the variables of at least one, or DEMO=true to answer from simulators.',
    );
  }
  return backends;
}

/** Says so at once, where a setting without effect would be noticed under load. */
function refuseWorkers(reader: EnvironmentReader): void {
  const workers = reader.integer('WORKERS', { min: 1, max: 1024, default: 1 });
  if (workers > 1) {
    reader.problem(
      'WORKERS must be 1: the gateway runs as one process. Start it several times behind a load balancer, with REDIS_URL.',
    );
  }
}

function readCorsOrigins(reader: EnvironmentReader, production: boolean): string[] {
  const origins = readList(reader.text('CORS_ORIGINS') ?? '');
  for (const origin of origins) {
    if (URL.parse(origin)?.origin !== origin) {
      reader.problem(
        'CORS_ORIGINS must list origins such as https://app.example, separated by commas.',
      );
    }
  }
  return production ? origins : [...origins, STUDIO_ORIGIN];
}
