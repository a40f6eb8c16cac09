import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { UpstreamCallEvent } from '../http/upstream.ts';

/** What the gateway counts. Labels come from closed sets of our own: no login, id, URL or message is ever one. */
export interface Metrics {
  /** One GraphQL operation was answered. */
  operation(event: OperationEvent): void;
  /** One attempt of one upstream call ended. */
  upstreamCall(event: UpstreamCallEvent): void;
  cacheLookup(backend: string, hit: boolean): void;
  /** One write or password reset came to its end. */
  write(event: WriteEvent): void;
  /** Prometheus text. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface OperationEvent {
  readonly type: 'query' | 'mutation' | 'subscription' | 'unknown';
  /** Codes of the answer's errors, each as often as it occurs. */
  readonly errorCodes: readonly string[];
  readonly durationMs: number;
  readonly upstreamCalls: number;
}

export interface WriteEvent {
  /** The mutation's field. */
  readonly mutation: string;
  readonly backend: string;
  readonly status: string;
}

const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const CALL_BUCKETS = [0, 1, 2, 5, 10, 25, 50, 100, 250, 500];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const instruments = createInstruments(registry);
  return {
    operation: ({ type, errorCodes, durationMs, upstreamCalls }) => {
      instruments.operations.inc({ type, outcome: errorCodes.length === 0 ? 'ok' : 'errors' });
      instruments.operationSeconds.observe({ type }, durationMs / 1000);
      instruments.callsPerOperation.observe({ type }, upstreamCalls);
      for (const code of errorCodes) instruments.errors.inc({ code });
    },
    upstreamCall: ({ backend, operation, outcome, durationMs }) => {
      instruments.upstreamCalls.inc({ backend, operation, outcome });
      instruments.upstreamSeconds.observe({ backend, operation }, durationMs / 1000);
    },
    cacheLookup: (backend, hit) =>
      instruments.cacheLookups.inc({ backend, result: hit ? 'hit' : 'miss' }),
    write: (event) => instruments.writes.inc({ ...event }),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function createInstruments(registry: Registry) {
  const registers = [registry];
  return {
    operations: new Counter({
      name: 'gateway_operations_total',
      help: 'GraphQL operations answered, by type and whether the answer held errors.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'gateway_operation_duration_seconds',
      help: 'Time from a parsed request to its answer.',
      labelNames: ['type'],
      buckets: DURATION_BUCKETS_SECONDS,
      registers,
    }),
    callsPerOperation: new Histogram({
      name: 'gateway_operation_upstream_calls',
      help: 'Upstream calls that one operation paid for.',
      labelNames: ['type'],
      buckets: CALL_BUCKETS,
      registers,
    }),
    errors: new Counter({
      name: 'gateway_errors_total',
      help: 'Entries of the errors array, by extensions.code.',
      labelNames: ['code'],
      registers,
    }),
    upstreamCalls: new Counter({
      name: 'gateway_upstream_calls_total',
      help: 'Attempts of upstream calls, by backend, operation and outcome (OK, ABORTED, CIRCUIT_OPEN, QUEUE_FULL or a failure code).',
      labelNames: ['backend', 'operation', 'outcome'],
      registers,
    }),
    upstreamSeconds: new Histogram({
      name: 'gateway_upstream_call_duration_seconds',
      help: 'Time of one attempt of an upstream call.',
      labelNames: ['backend', 'operation'],
      buckets: DURATION_BUCKETS_SECONDS,
      registers,
    }),
    cacheLookups: new Counter({
      name: 'gateway_cache_lookups_total',
      help: 'Look-ups in the cache, by backend and result.',
      labelNames: ['backend', 'result'],
      registers,
    }),
    writes: new Counter({
      name: 'gateway_writes_total',
      help: 'User writes and password resets, by mutation, backend and status.',
      labelNames: ['mutation', 'backend', 'status'],
      registers,
    }),
  };
}
