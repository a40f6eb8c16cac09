import { Refusal } from './refusal.ts';
import type { Switches } from './switches.ts';

/** Calls per second and account, per operation. The newer of the two published figures for `ListUsers`. */
const CALLS_PER_SECOND = 100;
const SLOW_OPERATIONS = new Set(['ListUsers', 'ListAccessAssignments', 'CreateAccessAssignment']);
const SLOW_CALLS_PER_SECOND = 20;
const WINDOW_MS = 1000;

/**
 * Counts calls in fixed windows of one second.
 *
 * @returns a function that throws a Refusal for a call beyond the limit
 */
export function createThrottle(switches: Switches, now: () => number): (operation: string) => void {
  const windows = new Map<string, { readonly startMs: number; calls: number }>();
  return (operation) => {
    if (!switches.throttle) return;
    const startMs = Math.floor(now() / WINDOW_MS) * WINDOW_MS;
    const known = windows.get(operation);
    const window = known?.startMs === startMs ? known : { startMs, calls: 0 };
    windows.set(operation, window);
    window.calls += 1;
    if (window.calls <= (switches.callsPerSecond ?? limitOf(operation))) return;
    throw throttled(switches.retryAfterHeader ? startMs + WINDOW_MS - now() : null);
  };
}

/** Throttling is HTTP 400 here; only the code tells it. */
export function throttled(retryAfterMs: number | null): Refusal {
  return new Refusal(400, 'Throttling.User', {
    message: 'Request was denied due to user flow control.',
    ...(retryAfterMs !== null && {
      headers: { 'x-acs-retry-after': String(Math.ceil(retryAfterMs)) },
    }),
  });
}

function limitOf(operation: string): number {
  return SLOW_OPERATIONS.has(operation) ? SLOW_CALLS_PER_SECOND : CALLS_PER_SECOND;
}
