import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Backend, BackendHealth } from '../domain/backend.ts';

/** Backends whose health is shown. */
export type WatchedBackends = () => readonly Pick<Backend, 'name' | 'health'>[];

const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const CALL_BUCKETS = [0, 1, 2, 5, 10, 25, 50, 100, 250, 500];

/** Makes the gateway's own metrics; their names, labels and meaning are those of docs/operations.md. */
export function createInstruments(registry: Registry, watched: WatchedBackends) {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const seconds = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: DURATION_BUCKETS_SECONDS, registers });
  createHealthGauges(registry, watched);
  return {
    operations: counter(
      'gateway_operations_total',
      'GraphQL operations answered, by type and whether the answer held errors.',
      ['type', 'outcome'],
    ),
    operationSeconds: seconds(
      'gateway_operation_duration_seconds',
      'Time from an authenticated request to its answer.',
      ['type'],
    ),
    callsPerOperation: new Histogram({
      name: 'gateway_operation_upstream_calls',
      help: 'Reads of backends that one operation paid for, retries included.',
      labelNames: ['type'],
      buckets: CALL_BUCKETS,
      registers,
    }),
    errors: counter('gateway_errors_total', 'Entries of the errors array, by extensions.code.', [
      'code',
    ]),
    upstreamCalls: counter(
      'gateway_upstream_calls_total',
      'Attempts of upstream calls; outcome is OK, ABORTED, CIRCUIT_OPEN, QUEUE_FULL or the code of a failure.',
      ['backend', 'operation', 'outcome'],
    ),
    upstreamSeconds: seconds(
      'gateway_upstream_call_duration_seconds',
      'Time of one attempt of an upstream call.',
      ['backend', 'operation'],
    ),
    contractSamples: counter(
      'gateway_contract_samples_total',
      "Answers that were compared with their backend's contract: at most one of each operation in a second.",
      ['backend', 'operation'],
    ),
    contractDifferences: counter(
      'gateway_contract_differences_total',
      'Compared answers in which a field is unknown or of another type, by field; the contract names the fields.',
      ['backend', 'operation', 'kind', 'field'],
    ),
    quotaWaitSeconds: seconds(
      'gateway_quota_wait_seconds',
      "Time that an upstream call waited for its backend's quota; calls that did not wait are not counted.",
      ['backend', 'operation'],
    ),
    cacheLookups: counter(
      'gateway_cache_lookups_total',
      'Look-ups in the cache, by backend and result.',
      ['backend', 'result'],
    ),
    writes: counter(
      'gateway_writes_total',
      'User writes and password resets, by mutation, backend and status; refused ones were not sent.',
      ['mutation', 'backend', 'status'],
    ),
  };
}

const HEALTH_STATUSES = [
  'UP',
  'DEGRADED',
  'DOWN',
  'UNKNOWN',
] as const satisfies BackendHealth['status'][];

/** Read when they are asked for, from what the backends last told of themselves. */
function createHealthGauges(registry: Registry, watched: WatchedBackends): void {
  const registers = [registry];
  new Gauge({
    name: 'gateway_backend_health',
    help: '1 for the status that the last call of a backend showed, 0 for the others.',
    labelNames: ['backend', 'status'],
    registers,
    collect() {
      for (const { name: backend, health } of watched()) {
        const current = health().status;
        for (const status of HEALTH_STATUSES) {
          this.set({ backend, status }, status === current ? 1 : 0);
        }
      }
    },
  });
  new Gauge({
    name: 'gateway_backend_circuit_open',
    help: '1 while reads of a backend are refused, because its last ones all failed.',
    labelNames: ['backend'],
    registers,
    collect() {
      for (const { name: backend, health } of watched()) {
        this.set({ backend }, health().circuitOpen === true ? 1 : 0);
      }
    },
  });
}
