import {
  LedgerUnavailableError,
  createMemoryLedger,
  type Ledger,
} from '../../src/storage/ledger.ts';

export type LedgerOperation = 'claim' | 'read' | 'settle' | 'release';

/** A ledger in memory whose operations can be made to fail, and whose records can be looked at. */
export interface BreakableLedger extends Ledger {
  /** Everything that it was ever given: keys and records. */
  readonly written: readonly string[];
  fail(...operations: readonly LedgerOperation[]): void;
  recover(): void;
}

export function createBreakableLedger(now: () => number = Date.now): BreakableLedger {
  const ledger = createMemoryLedger(now);
  const written: string[] = [];
  let failing: readonly LedgerOperation[] = [];
  const guard = async <T>(operation: LedgerOperation, texts: string[], call: () => Promise<T>) => {
    if (failing.includes(operation)) throw new LedgerUnavailableError('It does not answer.');
    written.push(...texts);
    return call();
  };
  return {
    written,
    fail: (...operations) => void (failing = operations),
    recover: () => void (failing = []),
    claim: (key, record, ttlMs) =>
      guard('claim', [key, record], () => ledger.claim(key, record, ttlMs)),
    read: (key) => guard('read', [], () => ledger.read(key)),
    settle: (key, record, ttlMs) =>
      guard('settle', [key, record], () => ledger.settle(key, record, ttlMs)),
    release: (key) => guard('release', [], () => ledger.release(key)),
    close: () => ledger.close(),
  };
}
