import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError } from '../../domain/errors.ts';

/** Keeps the calls of one account within what CloudSSO allows for each operation. */
export interface CallQuota {
  /**
   * Waits until one more call of the operation fits.
   *
   * @throws GatewayError BACKEND_THROTTLED when the signal ends first
   */
  take(operation: string, signal: AbortSignal): Promise<void>;
}

/**
 * Calls a second, per account and operation. ListUsers: the API portal (100 in older pages); the assignments: the
 * published list of limits, of which the name `ListAccess…` was cut off; all others: its general rule.
 */
const CALLS_PER_SECOND: Readonly<Record<string, number>> = {
  ListUsers: 20,
  ListAccessAssignments: 20,
  CreateAccessAssignment: 20,
};
const DEFAULT_CALLS_PER_SECOND = 100;

/** A second and a margin, for calls do not arrive in the distance in which they left. */
const WINDOW_MS = 1_050;

export interface CallQuotaOptions {
  /** A clock in milliseconds. */
  readonly now?: () => number;
  /** Hears of every call that has to wait. */
  readonly onWait?: (operation: string, waitMs: number) => void;
}

/**
 * Counts this process's calls. No second, wherever it begins, sees more than the quota: fixed windows would let twice
 * as many through around their edges.
 */
export function createCallQuota({
  now = () => performance.now(),
  onWait = () => {},
}: CallQuotaOptions = {}): CallQuota {
  // Per operation, when its last calls may leave, oldest first: as many as fit into one window.
  const departures = new Map<string, number[]>();

  function reserve(operation: string): number {
    const limit = CALLS_PER_SECOND[operation] ?? DEFAULT_CALLS_PER_SECOND;
    const recent = departures.get(operation) ?? [];
    const oldest = recent.length < limit ? undefined : recent.shift();
    const departure = oldest === undefined ? now() : Math.max(now(), oldest + WINDOW_MS);
    recent.push(departure);
    departures.set(operation, recent);
    return departure - now();
  }

  return {
    take: async (operation, signal) => {
      const waitMs = reserve(operation);
      if (waitMs <= 0) return;
      onWait(operation, waitMs);
      try {
        await sleep(waitMs, undefined, { signal });
      } catch {
        throw new GatewayError(
          'BACKEND_THROTTLED',
          `The request ended while ${operation} waited for its quota.`,
          { operation },
        );
      }
    },
  };
}
