import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../domain/model.ts';
import type { ResetCommand, ResetOutcome } from '../../../domain/password-port.ts';
import { userError, type UserError } from '../../../domain/user-write.ts';
import type { DateParser } from '../reading/dates.ts';
import { readBack, type RecordReader } from '../writing/record-reader.ts';

const NOTHING_KNOWN: ResetOutcome = {
  status: 'UNKNOWN',
  error: null,
  evidence: null,
  generatedPassword: null,
  pendingJobId: null,
  // This backend gives its answers no ids.
  backendRequestId: null,
};

export function done(evidence: 'BACKEND_RESPONSE' | 'READ_BACK'): ResetOutcome {
  return { ...NOTHING_KNOWN, status: 'DONE', evidence };
}

export function accepted(pendingJobId: string | null): ResetOutcome {
  return { ...NOTHING_KNOWN, status: 'ACCEPTED', evidence: 'BACKEND_RESPONSE', pendingJobId };
}

/** @param evidence `null`: the backend never saw it */
export function failed(error: UserError, evidence: ResetOutcome['evidence']): ResetOutcome {
  return { ...NOTHING_KNOWN, status: 'FAILED', error, evidence };
}

/** The backend's own words stay behind: they may hold anything. */
export const REPORTED_FAILURE = failed(
  userError('BACKEND_REJECTED', 'The backend reports that it did not reset this password.'),
  'BACKEND_RESPONSE',
);

/** Not retryable: a backend that is merely late would then reset twice. */
const NOT_SHOWN = failed(
  userError(
    'BACKEND_UNAVAILABLE',
    'The backend did not confirm the reset, and the account shows none since.',
  ),
  'READ_BACK',
);

const UNKNOWN: ResetOutcome = {
  ...NOTHING_KNOWN,
  error: userError(
    'OUTCOME_UNKNOWN',
    'The backend gave no trustworthy answer and the account does not settle it, so the password may or may not have been reset.',
  ),
};

export interface Settlement {
  readonly readRecord: RecordReader;
  readonly parseDate: DateParser;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** How long a write is waited for, in milliseconds. */
  readonly timeoutMs: number;
}

/** How long a date to the second may be the date of the reset before as well as of this one. */
const COARSE_MS = 2_000;

/** How often the account of a late reset is looked at again. */
const LATE_LOOKS = 4;

/**
 * Settles a reset whose answer says nothing: the account, read again, shows by `lastPasswordResetDate`, which newer
 * releases keep, whether it took place.
 *
 * @param isLate whether the backend may still be at it: it is then given the same time again
 */
export async function settle(
  command: Pick<ResetCommand, 'user' | 'signal'>,
  settlement: Settlement,
  isLate: boolean,
): Promise<ResetOutcome> {
  const pauseMs = settlement.timeoutMs / LATE_LOOKS;
  let outcome = await look(command, settlement);
  for (let looks = 0; isLate && looks < LATE_LOOKS && outcome === NOT_SHOWN; looks += 1) {
    await sleep(pauseMs, undefined, { signal: command.signal }).catch(() => {});
    outcome = await look(command, settlement);
  }
  return outcome;
}

async function look(
  { user, signal }: Pick<ResetCommand, 'user' | 'signal'>,
  { readRecord, parseDate, now }: Settlement,
): Promise<ResetOutcome> {
  const before = user.password?.lastResetAt ?? null;
  const record = await readBack(readRecord, user.login, signal);
  const after = parseDate(record?.lastPasswordResetDate ?? null)?.instant ?? null;
  if (after === null) return UNKNOWN;
  if (before === null || Date.parse(after) > Date.parse(before)) return done('READ_BACK');
  return after === before && !isTooCoarse(before, now()) ? NOT_SHOWN : UNKNOWN;
}

function isTooCoarse(instant: Instant, nowMs: number): boolean {
  return instant.endsWith('.000Z') && nowMs - Date.parse(instant) < COARSE_MS;
}
