import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerUnavailableError, type Ledger } from '../../storage/ledger.ts';

/** A claim of a ledger key for a request of one or more entries. */
export interface LedgerClaim {
  readonly ledger: Ledger;
  readonly key: string;
  readonly requestHash: string;
  readonly positions: readonly number[];
  /** A run that began longer ago than this has died. */
  readonly longestRunMs: number;
  readonly now: () => number;
}

/**
 * What the ledger holds under a key. Nobody but the run that claimed it writes it.
 *
 * A run after the first, for entries without an outcome, is claimed under `<key>/<id>/<run>`: the ledger can claim what
 * is not there, and cannot compare and swap.
 */
export interface LedgerRecord {
  readonly id: string;
  readonly requestHash: string;
  readonly run: number;
  /** `null`: the run has ended. */
  readonly startedAt: number | null;
  readonly expiresAt: number;
  /** What was recorded, by position. */
  readonly entries: Readonly<Record<string, unknown>>;
}

/**
 * OURS: to be run and then settled. ENDED: every entry has its outcome, or died with its process. OTHER_REQUEST: the
 * key was used for something else. RUNNING: still, after the signal ended.
 */
export type LedgerHold =
  | { readonly kind: 'OURS' | 'ENDED'; readonly record: LedgerRecord }
  | { readonly kind: 'OTHER_REQUEST' | 'RUNNING' };

const KEPT_MS = 24 * 60 * 60_000;
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 250;

/**
 * Claims the key, or waits for who holds it, until the signal ends.
 *
 * @throws LedgerUnavailableError
 */
export async function obtainClaim(claim: LedgerClaim, signal: AbortSignal): Promise<LedgerHold> {
  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 1.5, LONGEST_POLL_MS)) {
    const hold = await tryToObtain(claim);
    if (hold !== null) return hold;
    const waited = await sleep(pollMs, true, { signal }).catch(() => false);
    if (!waited) return { kind: 'RUNNING' };
  }
}

/**
 * Ends a run of ours: what was recorded stays for 24 hours from the first claim; a key without records is free again.
 *
 * @throws LedgerUnavailableError; then the claim stays as it is, and nobody repeats the run
 */
export async function settleClaim(
  { ledger, key, now }: LedgerClaim,
  record: LedgerRecord,
  recorded: ReadonlyMap<number, unknown>,
): Promise<void> {
  const entries = { ...record.entries, ...Object.fromEntries(recorded) };
  if (Object.keys(entries).length === 0) return ledger.release(key);
  return write(ledger, key, { ...record, startedAt: null, entries }, now());
}

/** @returns `null` while another run is under way */
async function tryToObtain(claim: LedgerClaim): Promise<LedgerHold | null> {
  const { ledger, key, requestHash, now } = claim;
  const first: LedgerRecord = {
    id: randomUUID(),
    requestHash,
    run: 1,
    startedAt: now(),
    expiresAt: now() + KEPT_MS,
    entries: {},
  };
  const holder = await ledger.claim(key, JSON.stringify(first), KEPT_MS);
  if (holder === null) return { kind: 'OURS', record: first };
  const record = parseRecord(holder);
  if (record.requestHash !== requestHash) return { kind: 'OTHER_REQUEST' };
  if (record.startedAt !== null) return endedIfDead(claim, record, record.startedAt);
  const isComplete = claim.positions.every((position) => position in record.entries);
  return isComplete ? { kind: 'ENDED', record } : obtainNextRun(claim, record);
}

/** Claims the run after one that left entries without an outcome. */
async function obtainNextRun(claim: LedgerClaim, record: LedgerRecord): Promise<LedgerHold | null> {
  const { ledger, key, now } = claim;
  const next = { ...record, run: record.run + 1, startedAt: now() };
  const runKey = `${key}/${record.id}/${next.run}`;
  const holder = await ledger.claim(runKey, String(next.startedAt), KEPT_MS);
  if (holder !== null) return endedIfDead(claim, record, Number(holder));
  try {
    await write(ledger, key, next, now());
  } catch (error) {
    // Nothing was begun, so the run may be claimed again.
    await ledger.release(runKey).catch(() => {});
    throw error;
  }
  return { kind: 'OURS', record: next };
}

function endedIfDead(
  { now, longestRunMs }: LedgerClaim,
  record: LedgerRecord,
  startedAt: number,
): LedgerHold | null {
  return now() - startedAt > longestRunMs ? { kind: 'ENDED', record } : null;
}

async function write(
  ledger: Ledger,
  key: string,
  record: LedgerRecord,
  now: number,
): Promise<void> {
  await ledger.settle(key, JSON.stringify(record), Math.max(1, record.expiresAt - now));
}

/** Records are written by this module alone; one that cannot be read is as good as no ledger. */
function parseRecord(text: string): LedgerRecord {
  try {
    return JSON.parse(text) as LedgerRecord;
  } catch {
    throw new LedgerUnavailableError('A record of the ledger cannot be read.');
  }
}
