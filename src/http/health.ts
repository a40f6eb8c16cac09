import type { BackendHealth } from '../domain/backend.ts';
import { CALLER_LEFT } from './failure.ts';
import type { UpstreamCallEvent } from './upstream.ts';

/** Failures that say the backend is down, rather than that one call of it failed. */
const DOWN_CODES: ReadonlySet<string> = new Set([
  'BACKEND_UNAVAILABLE',
  'BACKEND_CREDENTIAL_REJECTED',
]);

export interface HealthMonitor {
  observe(event: UpstreamCallEvent): void;
  health(): BackendHealth;
}

/** Remembers what the last call of a backend told about it. */
export function createHealthMonitor(now: () => number = Date.now): HealthMonitor {
  let last: { event: UpstreamCallEvent; at: number } | null = null;
  return {
    observe: (event) => {
      // That a caller left says nothing of the backend.
      if (event.outcome === CALLER_LEFT) return;
      last = { event, at: now() };
    },
    health: () => {
      if (last === null)
        return { status: 'UNKNOWN', latencyMs: null, checkedAt: null, problem: null };
      const { event, at } = last;
      const problem = isFailureCode(event.outcome) ? event.outcome : null;
      return {
        status: problem === null ? 'UP' : DOWN_CODES.has(problem) ? 'DOWN' : 'DEGRADED',
        latencyMs: event.durationMs,
        checkedAt: new Date(at).toISOString(),
        problem,
      };
    },
  };
}

function isFailureCode(outcome: string): outcome is NonNullable<BackendHealth['problem']> {
  return outcome.startsWith('BACKEND_');
}
