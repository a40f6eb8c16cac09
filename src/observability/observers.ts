import type { ContractSampleObserver } from '../backends/contract-drift.ts';
import type { QuotaWaitObserver, UpstreamCallEvent, UpstreamObserver } from '../http/upstream.ts';
import type { ObservabilityConfig } from '../config/observability.ts';
import type { OperationEvent, WriteEvent } from './events.ts';
import type { Logger } from './logger.ts';
import { currentRequest } from './request-scope.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** Where the parts of the gateway tell what happens. */
export interface Observers {
  readonly operation: (event: OperationEvent) => void;
  readonly upstreamCall: UpstreamObserver;
  readonly quotaWait: QuotaWaitObserver;
  readonly contractSample: ContractSampleObserver;
  readonly cacheLookup: (backend: string, hit: boolean) => void;
  readonly write: (event: WriteEvent) => void;
}

export interface Observability {
  readonly observers: Observers;
  readonly metrics: Metrics;
  /** `null`: nothing is traced. */
  readonly tracing: Tracing | null;
}

/** @param backendNames every backend of the program */
export async function startObservability(
  { traceCollector }: ObservabilityConfig,
  backendNames: readonly string[],
  log: Logger,
): Promise<Observability> {
  const metrics = createMetrics(backendNames);
  const tracing = traceCollector === null ? null : await startTracing(traceCollector, log);
  return { metrics, tracing, observers: createObservers(log, metrics, tracing) };
}

/** Loads what tracing needs here and only here, so that it costs nothing when it is off. */
async function startTracing(collector: URL, log: Logger): Promise<Tracing> {
  const { createOtlpTracing } = await import('./otlp-tracing.ts');
  return createOtlpTracing(collector, log);
}

/** Passes on what happens to the log, the metrics and, where there are any, the traces. */
function createObservers(log: Logger, metrics: Metrics, tracing: Tracing | null): Observers {
  return {
    operation: (event) => {
      logOperation(log, event, tracing?.traceId());
      metrics.operation(event);
      tracing?.operation(event);
    },
    upstreamCall: (event) => {
      logUpstreamCall(log, event);
      metrics.upstreamCall(event);
      tracing?.upstreamCall(event);
    },
    quotaWait: (event) => metrics.quotaWait(event),
    contractSample: (sample) => metrics.contractSample(sample),
    cacheLookup: (backend, hit) => metrics.cacheLookup(backend, hit),
    write: (event) => metrics.write(event),
  };
}

/** One line per operation. */
function logOperation(log: Logger, event: OperationEvent, traceId: string | undefined): void {
  const { requestId, operationName, type, subject, errorCodes, durationMs, upstreamCalls } = event;
  const upstreamFailures = [...(currentRequest()?.upstreamFailures ?? [])].join(', ');
  log.info('operation', {
    requestId,
    traceId,
    operationName,
    operationType: type,
    subject: subject ?? undefined,
    durationMs: Math.round(durationMs),
    upstreamCalls,
    // A list that lacks a backend, and a write that failed, answer without an error.
    upstreamFailures: upstreamFailures || undefined,
    code: errorCodes.length === 0 ? 'OK' : [...new Set(errorCodes)].join(','),
  });
}

function logUpstreamCall(
  log: Logger,
  { backend, operation, status, outcome, cause, durationMs, attempt }: UpstreamCallEvent,
): void {
  const request = currentRequest();
  if (outcome !== 'OK') request?.upstreamFailures.add(`${backend} ${outcome}`);
  const fields = {
    requestId: request?.requestId,
    backend,
    upstreamOperation: operation,
    status,
    code: outcome,
    upstreamCode: codeWorthTelling(cause?.code),
    upstreamRequestId: cause?.requestId,
    durationMs: Math.round(durationMs),
    attempt,
  };
  // A backend that is left alone was reported when its calls failed; one query may try it hundreds of times more.
  const isNoise = outcome === 'OK' || outcome === 'CIRCUIT_OPEN';
  if (isNoise) log.debug('upstream call', fields);
  else log.warn('upstream call failed', fields);
}

/** Names and indexes, as in `ECONNREFUSED`, `Throttling.User`, `items.0.login`: a backend writes its codes itself. */
function codeWorthTelling(code: string | undefined): string | undefined {
  const isName = code !== undefined && /^[A-Za-z_]+(\.([A-Za-z_]+|\d{1,6}))*$/.test(code);
  return isName && code.length <= 100 ? code : undefined;
}
