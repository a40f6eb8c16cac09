import { Registry, collectDefaultMetrics } from 'prom-client';
import type { ContractSample } from '../backends/contract-drift.ts';
import type { Backend } from '../domain/backend.ts';
import type { QuotaWaitEvent, UpstreamCallEvent } from '../http/upstream.ts';
import type { OperationEvent, WriteEvent } from './events.ts';
import { createInstruments } from './instruments.ts';

/** What the gateway counts. Labels come from closed sets of our own: no login, id, URL or message is ever one. */
export interface Metrics {
  operation(event: OperationEvent): void;
  /** One attempt of one upstream call ended, or was not let through. */
  upstreamCall(event: UpstreamCallEvent): void;
  quotaWait(event: QuotaWaitEvent): void;
  contractSample(sample: ContractSample): void;
  cacheLookup(backend: string, hit: boolean): void;
  write(event: WriteEvent): void;
  /** Shows the health of these backends whenever the metrics are rendered. */
  watch(backends: readonly Pick<Backend, 'name' | 'health'>[]): void;
  /** Prometheus text. */
  render(): Promise<RenderedMetrics>;
}

export interface RenderedMetrics {
  readonly contentType: string;
  readonly text: string;
}

/** Outcomes of calls that never left. */
const NOT_LET_THROUGH: ReadonlySet<string> = new Set(['CIRCUIT_OPEN', 'QUEUE_FULL']);

/** Label of a write for which the caller named no backend that there is. */
const NO_BACKEND = 'none';

/** @param backendNames every backend of the program: no other name becomes a label */
export function createMetrics(backendNames: readonly string[]): Metrics {
  const registry = new Registry();
  let watched: readonly Pick<Backend, 'name' | 'health'>[] = [];
  const instruments = createInstruments(registry, () => watched);
  const backendLabel = (name: string | null): string =>
    name !== null && backendNames.includes(name) ? name : NO_BACKEND;
  return {
    operation: ({ type, errorCodes, durationMs, upstreamCalls }) => {
      instruments.operations.inc({ type, outcome: errorCodes.length === 0 ? 'ok' : 'errors' });
      instruments.operationSeconds.observe({ type }, durationMs / 1000);
      instruments.callsPerOperation.observe({ type }, upstreamCalls);
      for (const code of errorCodes) instruments.errors.inc({ code });
    },
    upstreamCall: ({ backend, operation, outcome, durationMs }) => {
      instruments.upstreamCalls.inc({ backend, operation, outcome });
      if (NOT_LET_THROUGH.has(outcome)) return;
      instruments.upstreamSeconds.observe({ backend, operation }, durationMs / 1000);
    },
    quotaWait: ({ backend, operation, waitMs }) =>
      instruments.quotaWaitSeconds.observe({ backend, operation }, waitMs / 1000),
    contractSample: ({ backend, operation, differences }) => {
      instruments.contractSamples.inc({ backend, operation });
      for (const { kind, field } of differences) {
        instruments.contractDifferences.inc({ backend, operation, kind, field });
      }
    },
    cacheLookup: (backend, hit) =>
      instruments.cacheLookups.inc({ backend, result: hit ? 'hit' : 'miss' }),
    write: ({ mutation, backend, status }) =>
      instruments.writes.inc({ mutation, backend: backendLabel(backend), status }),
    watch: (backends) => {
      watched = backends;
    },
    render: async () => ({
      contentType: registry.contentType,
      text: (await registry.metrics()) + (await processMetrics().metrics()),
    }),
  };
}

let processRegistry: Registry | null = null;

/** Memory, event loop and the like: of the process, however many gateways run in it. */
function processMetrics(): Registry {
  if (processRegistry === null) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}
