import { GatewayError } from '../domain/errors.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Shares work that is under way: callers with the same key get one result.
 *
 * Each caller waits no longer than its own signal; the work is aborted when nobody waits any more.
 */
export interface SingleFlight {
  run<T>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Lets later callers start anew instead of joining what is under way. */
  detach(): void;
}

interface Flight {
  readonly result: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
}

export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Flight>();

  function start(key: string, work: (signal: AbortSignal) => Promise<unknown>): Flight {
    const abort = new AbortController();
    const result = work(abort.signal).finally(() => forget(key, flight));
    const flight: Flight = { result, abort, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  function forget(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  /** What is aborted may take a while to end, and who comes meanwhile must not share that end. */
  function end(key: string, flight: Flight): void {
    forget(key, flight);
    flight.abort.abort();
  }

  async function run<T>(
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const joined = flights.get(key);
    const flight = joined ?? start(key, work);
    try {
      return (await waitFor(flight, signal, () => end(key, flight))) as T;
    } catch (error) {
      // The budget that ran out belongs to the operation that started the work, not to this one.
      if (joined !== undefined && isOutOfBudget(error) && !signal.aborted)
        return run(key, signal, work);
      throw error;
    }
  }

  return { run, detach: () => flights.clear() };
}

/** Who joined the work of another may try again: a budget is its operation's own. */
export function isOutOfBudget(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'BUDGET_EXCEEDED';
}

async function waitFor(
  flight: Flight,
  signal: AbortSignal,
  nobodyWaits: () => void,
): Promise<unknown> {
  flight.waiting += 1;
  try {
    return await untilAborted(flight.result, signal);
  } finally {
    flight.waiting -= 1;
    if (flight.waiting === 0) nobodyWaits();
  }
}
