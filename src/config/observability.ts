import type { Secret } from '../domain/secret.ts';
import type { EnvironmentReader } from '../environment.ts';
import type { LogLevel } from '../observability/logger.ts';

/** What operators see, and where it goes. */
export interface ObservabilityConfig {
  /** Wanted as a bearer token by `/metrics`; `null`: everyone who reaches it may read. */
  readonly metricsToken: Secret | null;
  /** Base address of an OTLP/HTTP collector; `null`: nothing is traced. */
  readonly traceCollector: URL | null;
  readonly logLevel: LogLevel;
}

export function readObservability(reader: EnvironmentReader): ObservabilityConfig {
  return {
    metricsToken: reader.secret('METRICS_TOKEN'),
    traceCollector: readCollector(reader),
    logLevel: reader.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  };
}

/** Plain http is taken: a collector stands beside the gateway, and spans hold nothing secret. */
function readCollector(reader: EnvironmentReader): URL | null {
  const name = 'OTEL_EXPORTER_OTLP_ENDPOINT';
  const text = reader.text(name);
  const url = URL.parse(text ?? '');
  const isPlain = url !== null && url.username === '' && url.password === '' && url.search === '';
  if (isPlain && /^https?:$/.test(url.protocol)) return url;
  if (text !== null) {
    reader.problem(`${name} must be an http or https address without user, password and query.`);
  }
  return null;
}
