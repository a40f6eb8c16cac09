import type { ReadContext } from '../../../domain/backend.ts';
import { assertNotAborted, untilAborted } from '../../../http/until-aborted.ts';
import type { UserSnapshot } from './snapshot.ts';

/**
 * The list of all users, held for a while: this backend has no pages, so every list, filter and count is answered
 * from one load. Readers share a load that is under way; it belongs to none of them and goes on when they leave.
 */
export interface SnapshotSource {
  /** What is held, while it is young enough; never a call. */
  held(): UserSnapshot | null;
  /** What was loaded last, however old, for what hardly ever changes; `null` before the first load. */
  last(): UserSnapshot | null;
  /**
   * What is held, or else a load. A reader that wants it fresh gets a load that began after it asked.
   *
   * @throws GatewayError BACKEND_UNAVAILABLE when the reader's time is up before the load is done (it goes on, and serves
   *   a later reader), else as `load` throws
   */
  read(context: ReadContext): Promise<UserSnapshot>;
  /** After a write: what is held is dropped, and what is being loaded is neither held nor joined any more. */
  forget(): void;
}

/** How long a load is held, in milliseconds, from its end. */
const HELD_FOR_MS = 30_000;

interface Held {
  readonly snapshot: UserSnapshot;
  readonly load: number;
  readonly until: number;
}

export interface SnapshotTiming {
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** How long one reader waits for a load, so that a slow list does not use up the reader's whole request. */
  readonly waitMs: number;
}

export function createSnapshotSource(
  load: () => Promise<UserSnapshot>,
  { now, waitMs }: SnapshotTiming,
): SnapshotSource {
  let held: Held | null = null;
  let last: UserSnapshot | null = null;
  let underWay: Promise<UserSnapshot> | null = null;
  let loads = 0;
  // Loads up to this number began before the last write.
  let outdated = 0;

  async function run(number: number): Promise<UserSnapshot> {
    const snapshot = await load();
    const isNewest = held === null || number > held.load;
    if (number > outdated && isNewest) {
      held = { snapshot, load: number, until: now() + HELD_FOR_MS };
    }
    last = snapshot;
    return snapshot;
  }

  function start({ budget, signal }: ReadContext): Promise<UserSnapshot> {
    assertNotAborted(signal);
    budget.take();
    loads += 1;
    const flight = run(loads).finally(() => {
      if (underWay === flight) underWay = null;
    });
    // Whoever waits hears of a failure; when nobody does any more, nobody needs to.
    flight.catch(() => {});
    underWay = flight;
    return flight;
  }

  const source: SnapshotSource = {
    held: () => (held !== null && now() < held.until ? held.snapshot : null),
    last: () => last,
    read: async (context) => {
      const usable = context.fresh ? null : source.held();
      if (usable !== null) return usable;
      const joined = context.fresh ? null : underWay;
      const patience = AbortSignal.any([context.signal, AbortSignal.timeout(waitMs)]);
      return untilAborted(joined ?? start(context), patience);
    },
    forget: () => {
      held = null;
      underWay = null;
      outdated = loads;
    },
  };
  return source;
}
