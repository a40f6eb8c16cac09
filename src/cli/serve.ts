import { backendDefinitions } from '../backends/registry.ts';
import { ConfigurationError, readConfig, type GatewayConfig } from '../config/config.ts';
import { createGateway } from '../gateway.ts';
import { logCrashes } from '../observability/crash-log.ts';
import { createLogger, type Logger } from '../observability/logger.ts';
import { readinessOf } from '../server/probes.ts';
import { startServer } from '../server/server.ts';
import { AuditFileError } from '../services/audit/audit-file.ts';
import { readOptions } from './usage.ts';

/** How long nothing new has to come before the port closes: a load balancer sees the 503 of `/readyz` meanwhile. */
const DRAIN_GRACE_MS = 300;

/** Serves the gateway until SIGTERM or SIGINT. */
export async function serve(args: readonly string[]): Promise<number> {
  if (readOptions('serve', args, {}) === null) return 2;
  const config = readConfigOrExplain();
  if (config === null) return 1;
  const log = createLogger(config.observability.logLevel);
  logCrashes(log);
  const gateway = await createGateway({ config, definitions: backendDefinitions, log }).catch(
    explainStartError,
  );
  if (gateway === null) return 1;
  const server = await startServer({
    ...config,
    graphql: gateway.graphql,
    metrics: gateway.metrics,
    readiness: (detailed) => readinessOf(gateway.backends, detailed),
    log,
  }).catch((error: unknown) => explainListenError(error, config));
  if (server === null) {
    await gateway.close();
    return 1;
  }
  announce(log, server.url, config);
  const signal = await firstSignal();
  log.info('shutting down: requests under way finish first', { signal });
  await server.stop(DRAIN_GRACE_MS);
  await gateway.close();
  log.info('stopped');
  return 0;
}

function readConfigOrExplain(): GatewayConfig | null {
  try {
    return readConfig(process.env, backendDefinitions);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    return null;
  }
}

function explainStartError(error: unknown): null {
  if (!(error instanceof AuditFileError)) throw error;
  console.error(error.message);
  return null;
}

function explainListenError(error: unknown, { host, port }: GatewayConfig): null {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const why =
    error.code === 'EADDRINUSE' ? 'it is in use; set PORT to another' : String(error.code);
  console.error(`Cannot listen on ${host}:${port}: ${why}.`);
  return null;
}

function announce(log: Logger, url: string, config: GatewayConfig): void {
  if (config.backends.length === 0) {
    log.warn('demo: simulators answer for every backend, with invented users');
  }
  if (config.authentication.kind === 'disabled') {
    log.warn('authentication is off: everyone who reaches this address may do everything');
  }
  log.info('listening', { url: `${url}/graphql` });
}

/** Waits for the first signal; a second one ends the process at once. */
async function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      process.once('SIGTERM', () => process.exit(1));
      process.once('SIGINT', () => process.exit(1));
      resolve(signal);
    };
    process.once('SIGTERM', onSignal);
    process.once('SIGINT', onSignal);
  });
}
