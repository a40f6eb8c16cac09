import type { Ref } from '../../../domain/model.ts';
import { userError, type UserError, type WriteOutcome } from '../../../domain/user-write.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import type { verdictOn } from './change-report.ts';

/** What is known of the write beside its status. */
export interface Known {
  readonly ref: Ref | null;
  readonly pendingJobId?: string | null;
}

export function done({ ref, pendingJobId = null }: Known): WriteOutcome {
  return outcome('DONE', [], { ref, pendingJobId });
}

export function accepted({ ref, pendingJobId = null }: Known): WriteOutcome {
  return outcome('ACCEPTED', [], { ref, pendingJobId });
}

export function failed(error: UserError, known: Known): WriteOutcome {
  return outcome('FAILED', [error], known);
}

export function unknown(error: UserError, known: Known): WriteOutcome {
  return outcome('UNKNOWN', [error], known);
}

/** The backend's own words stay behind: they may hold anything. */
export const REPORTED_FAILURE = userError(
  'BACKEND_REJECTED',
  'The backend reports that it could not write this account, or not all of it. Read the account again; the log of the job says why.',
);

export const NOT_SHOWN = userError(
  'BACKEND_REJECTED',
  'The backend took the write, but the account, read again, does not show it.',
);

export const UNREADABLE = userError(
  'OUTCOME_UNKNOWN',
  'The backend took the write, but what became of it could not be read. Read the account before trying again.',
);

/** What the account, read after the write, says of it; `undefined`: it could not be read. */
export type ReadBackRecord = CloudAdministrationUser | null | undefined;

/** A write that the account itself must confirm, since its answer is not documented. */
export function confirmed(
  verdict: ReturnType<typeof verdictOn>,
  { shown, known }: { readonly shown: boolean | undefined; readonly known: Known },
): WriteOutcome {
  if (verdict === 'FAILED') return failed(REPORTED_FAILURE, known);
  if (shown === undefined) return unknown(UNREADABLE, known);
  if (shown) return done({ ref: known.ref });
  return verdict === 'PENDING' ? accepted(known) : failed(NOT_SHOWN, known);
}

function outcome(
  status: WriteOutcome['status'],
  errors: readonly UserError[],
  { ref, pendingJobId = null }: Known,
): WriteOutcome {
  // This backend gives its answers no ids, and has no replacement that could tell whether it created.
  return { status, errors, pendingJobId, backendRequestId: null, ref, created: null };
}
