import type { User } from '../../domain/model.ts';
import type { ResetOutcome } from '../../domain/password-port.ts';
import type { Evidence, Guarantee, ResetOption } from '../../domain/password-reset.ts';
import type { Secret } from '../../domain/secret.ts';
import { userError, type UserError, type WriteStatus } from '../../domain/user-write.ts';

/** What became of a reset, without the password: what a ledger may keep and give again. */
export interface ResetRecord {
  readonly status: WriteStatus;
  /** `null` when it was refused before one was chosen. */
  readonly option: ResetOption | null;
  readonly guarantees: readonly Guarantee[];
  readonly alternatives: readonly ResetOption[];
  readonly userErrors: readonly UserError[];
  readonly pendingJobId: string | null;
  readonly backendRequestId: string | null;
}

/** The answer to one reset. */
export interface ResetResult extends ResetRecord {
  /** As in the input. */
  readonly userId: string;
  /** As it stands now; `null` when it is not visible, could not be read after the reset, or is not wanted. */
  readonly user: User | null;
  /** Only for the delivery RETURN, and only in the first answer. */
  readonly generatedPassword: Secret | null;
}

/** How a reset ended. NOT_SENT: it was kept from being sent. REPLAYED: the answer of an earlier request. */
export interface ResetEnding {
  readonly how: 'NOT_SENT' | 'SENT' | 'REPLAYED';
  /** As read before the reset; `null`: it was not read, or the caller does not see it. */
  readonly user: User | null;
  readonly record: ResetRecord;
  readonly generatedPassword: Secret | null;
}

const NOTHING: ResetRecord = {
  status: 'REFUSED',
  option: null,
  guarantees: [],
  alternatives: [],
  userErrors: [],
  pendingJobId: null,
  backendRequestId: null,
};

/** Whether an entry has ended, and goes through no further check. */
export function isEnding(step: object): step is ResetEnding {
  return 'how' in step;
}

/** Nothing was sent, because the request may not be done as it is. */
export function refusedReset(
  userErrors: readonly UserError[],
  {
    user = null,
    option = null,
    alternatives = [],
  }: { readonly user?: User | null } & Partial<Pick<ResetRecord, 'option' | 'alternatives'>> = {},
): ResetEnding {
  const record: ResetRecord = { ...NOTHING, option, alternatives, userErrors };
  return { how: 'NOT_SENT', user, record, generatedPassword: null };
}

/** Nothing was sent, because something that had to be known or done before could not be. */
export function unsentReset(error: UserError, user: User | null): ResetEnding {
  const record: ResetRecord = { ...NOTHING, status: 'FAILED', userErrors: [error] };
  return { how: 'NOT_SENT', user, record, generatedPassword: null };
}

export function replayedReset(record: ResetRecord, user: User): ResetEnding {
  return { how: 'REPLAYED', user, record, generatedPassword: null };
}

/** An earlier request with the same key began it, and died before it could tell what became of it. */
export function lostReset(user: User): ResetEnding {
  const record: ResetRecord = {
    ...NOTHING,
    status: 'UNKNOWN',
    guarantees: [{ kind: 'PASSWORD_REPLACED', level: 'UNKNOWN', evidence: 'NONE' }],
    userErrors: [outcomeUnknown()],
  };
  return replayedReset(record, user);
}

/** For a write of which nobody can tell what became. */
export function outcomeUnknown(): UserError {
  return userError(
    'OUTCOME_UNKNOWN',
    'Nobody can tell whether the password was reset. Read the account before trying again.',
  );
}

/** What was promised for an option that is then sent. */
export interface ResetPromise {
  readonly user: User;
  readonly option: ResetOption;
  readonly guarantees: readonly Guarantee[];
}

/**
 * A reset that was sent.
 *
 * @param password what was sent, or what the backend made; given to the caller only for RETURN. It is given for ACCEPTED and
 *   UNKNOWN too: the account may have it by now, and then nobody else could tell.
 */
export function sentReset(
  { user, option, guarantees }: ResetPromise,
  outcome: ResetOutcome,
  password: Secret | null,
): ResetEnding {
  const { status, error, pendingJobId, backendRequestId } = outcome;
  const isReturned = option.delivery === 'RETURN' && status !== 'FAILED';
  const generatedPassword = isReturned ? password : null;
  return {
    how: 'SENT',
    user,
    generatedPassword,
    record: {
      status,
      option,
      guarantees: guaranteesAfter(guarantees, outcome, {
        isWithheld: option.delivery === 'RETURN' && generatedPassword === null,
      }),
      alternatives: [],
      userErrors: error === null ? [] : [error],
      pendingJobId,
      backendRequestId,
    },
  };
}

/**
 * What is known to hold of the promises after the fact.
 *
 * - DONE: the password is replaced, as the answer or the account read again showed; the rest as promised
 * - FAILED: nothing of it holds
 * - ACCEPTED, UNKNOWN: what would follow from a reset is not known yet; what the gateway did itself holds
 */
function guaranteesAfter(
  promised: readonly Guarantee[],
  { status, evidence }: ResetOutcome,
  { isWithheld }: { readonly isWithheld: boolean },
): readonly Guarantee[] {
  return promised.map((guarantee): Guarantee => {
    const { kind, level } = guarantee;
    if (status === 'FAILED')
      return { kind, level: 'NOT_MET', evidence: evidence ?? 'GATEWAY_ACTION' };
    if (kind === 'PASSWORD_DELIVERED' && isWithheld) {
      return { kind, level: 'NOT_MET', evidence: 'GATEWAY_ACTION' };
    }
    if (status === 'DONE') {
      const shown: Evidence = evidence ?? 'BACKEND_RESPONSE';
      return kind === 'PASSWORD_REPLACED' ? { kind, level: 'MET', evidence: shown } : guarantee;
    }
    const isOurs = level === 'NOT_MET' || guarantee.evidence === 'GATEWAY_ACTION';
    return isOurs ? guarantee : { kind, level: 'UNKNOWN', evidence: 'NONE' };
  });
}
