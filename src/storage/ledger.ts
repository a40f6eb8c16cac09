/**
 * A record of what must not happen twice, shared by all replicas. Unlike a cache it never forgets early, and when it
 * cannot answer it throws: what depends on it is then not done.
 */
export interface Ledger {
  /**
   * Claims a key for a record, atomically: of any number of claimants, one gets it.
   *
   * @returns `null` when the key is now ours, else the record that holds it
   * @throws LedgerUnavailableError
   */
  claim(key: string, record: string, ttlMs: number): Promise<string | null>;
  /** The record under a key; `null` when there is none. @throws LedgerUnavailableError */
  read(key: string): Promise<string | null>;
  /** Replaces the record under a key that we claimed. @throws LedgerUnavailableError */
  settle(key: string, record: string, ttlMs: number): Promise<void>;
  /** Gives up a key that we claimed. @throws LedgerUnavailableError */
  release(key: string): Promise<void>;
  close(): Promise<void>;
}

export class LedgerUnavailableError extends Error {
  override readonly name = 'LedgerUnavailableError';
}

interface Entry {
  readonly record: string;
  readonly expiresAt: number;
}

/** From this many records on, expired ones are swept out whenever the ledger has doubled. */
const FIRST_SWEEP = 10_000;
/** A ledger never forgets early, so one that is full refuses. */
const MAX_ENTRIES = 1_000_000;

/** A ledger for one process; it forgets everything at its end. */
export function createMemoryLedger(now: () => number = Date.now): Ledger {
  const entries = new Map<string, Entry>();
  let sweepAt = FIRST_SWEEP;

  function current(key: string): Entry | null {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > now()) return entry;
    entries.delete(key);
    return null;
  }

  function put(key: string, record: string, ttlMs: number): void {
    if (entries.size >= sweepAt) {
      for (const other of [...entries.keys()]) current(other);
      sweepAt = Math.max(FIRST_SWEEP, entries.size * 2);
    }
    if (entries.size >= MAX_ENTRIES) throw new LedgerUnavailableError('The ledger is full.');
    entries.set(key, { record, expiresAt: now() + ttlMs });
  }

  return {
    claim: async (key, record, ttlMs) => {
      const holder = current(key);
      if (holder !== null) return holder.record;
      put(key, record, ttlMs);
      return null;
    },
    read: async (key) => current(key)?.record ?? null,
    settle: async (key, record, ttlMs) => put(key, record, ttlMs),
    release: async (key) => {
      entries.delete(key);
    },
    close: async () => {},
  };
}
