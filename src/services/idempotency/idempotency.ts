import { createHmac, randomBytes } from 'node:crypto';
import { Secret } from '../../domain/secret.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import type { Logger } from '../../observability/logger.ts';
import { LedgerUnavailableError, type Ledger } from '../../storage/ledger.ts';
import { canonicalJson } from '../canonical-json.ts';
import { obtainClaim, settleClaim, type LedgerClaim, type LedgerHold } from './ledger-claim.ts';

/** A write that its caller may send again under the same key, and that is done once. */
export interface KeyedRequest {
  readonly subject: string;
  readonly requestId: string;
  /** The mutation's field: a key of one mutation means nothing to another. */
  readonly mutation: string;
  /** `null`: none was given, and the work is simply done. */
  readonly key: string | null;
  /** All that was asked for, as JSON. A `Secret` in it enters the keyed hash and nothing else. */
  readonly content: unknown;
  /** How long a duplicate waits for the one that runs. */
  readonly signal: AbortSignal;
}

/** The work under one key: one entry, or those of a bulk by their positions. */
export interface KeyedWork<Outcome, Recorded> {
  readonly positions: readonly number[];
  /** Does the entries at these positions, once. @returns an outcome for each of them */
  run(positions: readonly number[]): Promise<ReadonlyMap<number, Outcome>>;
  /** What to keep of an outcome, as JSON without secrets; `null`: it changed nothing, and may run again under its key. */
  toRecord(outcome: Outcome): Recorded | null;
}

/** NEW: done just now. REPLAYED: done before. LOST: begun before by a process that died, so nobody knows. */
export type KeyedOutcome<Outcome, Recorded> =
  | { readonly kind: 'NEW'; readonly outcome: Outcome }
  | { readonly kind: 'REPLAYED'; readonly recorded: Recorded }
  | { readonly kind: 'LOST' };

export type KeyedAnswer<Outcome, Recorded> =
  /** Nothing was done. */
  | { readonly refused: UserError }
  /** By position, with one for each of the work's. */
  | { readonly outcomes: ReadonlyMap<number, KeyedOutcome<Outcome, Recorded>> };

/** Sees to it that a request with a key is done once, whatever its caller sends again, over all replicas. */
export interface Idempotency {
  run<Outcome, Recorded>(
    request: KeyedRequest,
    work: KeyedWork<Outcome, Recorded>,
  ): Promise<KeyedAnswer<Outcome, Recorded>>;
  /** What may be written down of a key: the same for the same key of the same caller and mutation. */
  hashOf(request: Pick<KeyedRequest, 'subject' | 'mutation'>, key: string): string;
}

export interface IdempotencyOptions {
  readonly ledger: Ledger;
  /** Key of the hashes; the same in all replicas. `null`: made at random, for a ledger in memory. */
  readonly ledgerKey: Secret | null;
  /** A run that began longer ago than this has died: longer than any request takes, writes under way included. */
  readonly longestRunMs: number;
  readonly log: Pick<Logger, 'error'>;
  readonly now: () => number;
}

const MAX_KEY_LENGTH = 255;
const KEY_PATH = ['idempotencyKey'];

export function createIdempotency(options: IdempotencyOptions): Idempotency {
  const secret = options.ledgerKey?.reveal() ?? randomBytes(32);
  const hmac = (purpose: string, content: unknown): string =>
    createHmac('sha256', secret)
      .update(canonicalJson([purpose, content], revealed))
      .digest('hex');
  const hashOf: Idempotency['hashOf'] = ({ subject, mutation }, key) =>
    hmac('key', [subject, mutation, key]);

  return {
    hashOf,
    run: async (request, work) => {
      if (request.key === null || work.positions.length === 0) {
        return { outcomes: await runNew(work, work.positions) };
      }
      const invalid = idempotencyKeyProblem(request.key);
      if (invalid !== null) return { refused: invalid };
      const claim: LedgerClaim = {
        ...options,
        key: `idempotency:${hashOf(request, request.key)}`,
        requestHash: hmac('request', request.content),
        positions: work.positions,
      };
      return runClaimed(claim, work, { ...request, log: options.log });
    },
  };
}

/** What is wrong with the key; `null`: nothing, or there is none. */
export function idempotencyKeyProblem(key: string | null): UserError | null {
  if (key === null || (key.length >= 1 && key.length <= MAX_KEY_LENGTH)) return null;
  return userError(
    'INVALID',
    `An idempotency key has 1 to ${MAX_KEY_LENGTH} characters. Leave it out to send none.`,
    { path: KEY_PATH },
  );
}

/** For whatever cannot be done safely without the record that all replicas share. */
export function ledgerUnavailable(): UserError {
  return userError(
    'LEDGER_UNAVAILABLE',
    'Nothing was sent, because the record of what was sent before cannot be reached. Try again later.',
    { retryable: true },
  );
}

async function runClaimed<Outcome, Recorded>(
  claim: LedgerClaim,
  work: KeyedWork<Outcome, Recorded>,
  { signal, requestId, log }: KeyedRequest & Pick<IdempotencyOptions, 'log'>,
): Promise<KeyedAnswer<Outcome, Recorded>> {
  const hold = await obtainUnlessDown(claim, signal);
  if (!('record' in hold)) return { refused: refusalOf(hold.kind) };
  const { entries } = hold.record;
  const missing = work.positions.filter((position) => !(position in entries));
  const replayed = work.positions
    .filter((position) => position in entries)
    .map((position) => [position, toReplayed<Recorded>(entries[position])] as const);
  if (hold.kind === 'ENDED') {
    const lost = missing.map((position) => [position, { kind: 'LOST' }] as const);
    return { outcomes: new Map<number, KeyedOutcome<Outcome, Recorded>>([...replayed, ...lost]) };
  }
  const added = await runNew(work, missing);
  await settleClaim(claim, hold.record, recordsOf(work, added)).catch(() =>
    // What was done is done and told; the ledger keeps a run without an end, which nobody repeats.
    log.error('the outcome of a write could not be kept in the ledger', { requestId }),
  );
  return { outcomes: new Map<number, KeyedOutcome<Outcome, Recorded>>([...replayed, ...added]) };
}

async function runNew<Outcome, Recorded>(
  work: KeyedWork<Outcome, Recorded>,
  positions: readonly number[],
): Promise<ReadonlyMap<number, { readonly kind: 'NEW'; readonly outcome: Outcome }>> {
  const outcomes = await work.run(positions);
  return new Map([...outcomes].map(([position, outcome]) => [position, { kind: 'NEW', outcome }]));
}

async function obtainUnlessDown(
  claim: LedgerClaim,
  signal: AbortSignal,
): Promise<LedgerHold | { readonly kind: 'DOWN' }> {
  try {
    return await obtainClaim(claim, signal);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return { kind: 'DOWN' };
    throw error;
  }
}

/** The ledger keeps JSON of what `toRecord` gave under this very key. */
function toReplayed<Recorded>(entry: unknown): { kind: 'REPLAYED'; recorded: Recorded } {
  return { kind: 'REPLAYED', recorded: entry as Recorded };
}

function recordsOf<Outcome, Recorded>(
  work: KeyedWork<Outcome, Recorded>,
  added: ReadonlyMap<number, { readonly outcome: Outcome }>,
): ReadonlyMap<number, Recorded> {
  const records = new Map<number, Recorded>();
  for (const [position, { outcome }] of added) {
    const recorded = work.toRecord(outcome);
    if (recorded !== null) records.set(position, recorded);
  }
  return records;
}

function refusalOf(kind: 'OTHER_REQUEST' | 'RUNNING' | 'DOWN'): UserError {
  if (kind === 'DOWN') return ledgerUnavailable();
  if (kind === 'OTHER_REQUEST') {
    return userError(
      'CONFLICT',
      'This idempotency key was used for another request. Use a new key for a new request.',
      { path: KEY_PATH },
    );
  }
  return userError(
    'CONFLICT',
    'The first request with this idempotency key is still under way. Send the same request again to get its outcome.',
    { path: KEY_PATH, retryable: true },
  );
}

function revealed(value: unknown): unknown {
  return value instanceof Secret ? { secret: value.reveal() } : value;
}
