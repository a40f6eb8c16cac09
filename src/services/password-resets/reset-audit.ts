import type { AuditEntry, AuditLog } from '../../domain/audit.ts';
import { parseGlobalId } from '../../domain/global-id.ts';
import type { User } from '../../domain/model.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import type { Logger } from '../../observability/logger.ts';
import type { PreparedReset } from './prepare-reset.ts';
import type { ResetEnding } from './reset-result.ts';

/** What all records of one mutation have in common. */
export type AuditOrigin = Pick<
  AuditEntry,
  'mutation' | 'subject' | 'requestId' | 'keyHash' | 'reason'
>;

/** Accounts for the resets of one mutation. */
export interface ResetAudit {
  /** Before a reset is sent. @returns why it must not be sent; `null`: it is on record */
  announce(reset: PreparedReset): Promise<UserError | null>;
  /** After it was sent. That this could not be recorded changes nothing for the caller; the log tells the operator. */
  conclude(reset: PreparedReset, ending: ResetEnding): Promise<void>;
  /** For what was not sent. @param userId as in the input; `null`: the bulk as a whole */
  refuse(userId: string | null, ending: ResetEnding): Promise<void>;
}

export function createResetAudit(
  audit: AuditLog,
  origin: AuditOrigin,
  log: Pick<Logger, 'error'>,
): ResetAudit {
  const recordAfterwards = async (entry: AuditEntry): Promise<void> => {
    await audit.record(entry).catch(() =>
      log.error('the end of a password reset could not be recorded for the audit', {
        requestId: origin.requestId,
        backend: entry.backend,
        code: entry.status,
      }),
    );
  };
  return {
    announce: async (reset) => {
      try {
        await audit.record({
          ...origin,
          ...targetOf(reset.user),
          phase: 'INTENT',
          ...sentBy(reset),
        });
        return null;
      } catch {
        return auditUnavailable();
      }
    },
    conclude: (reset, ending) =>
      recordAfterwards({
        ...origin,
        ...targetOf(reset.user),
        phase: 'OUTCOME',
        ...sentBy(reset),
        ...outcomeOf(ending),
      }),
    refuse: (userId, ending) =>
      recordAfterwards({
        ...origin,
        ...(ending.user === null ? namedBy(userId) : targetOf(ending.user)),
        phase: 'REFUSAL',
        calls: [],
        ...outcomeOf(ending),
      }),
  };
}

type Target = Pick<AuditEntry, 'backend' | 'target'>;

function targetOf({ ref: { backend, nativeId }, login }: User): Target {
  return { backend, target: { nativeId, login } };
}

function namedBy(userId: string | null): Target {
  const ref = parseGlobalId(userId ?? '')?.ref;
  if (ref === undefined) return { backend: null, target: null };
  return { backend: ref.backend, target: { nativeId: ref.nativeId, login: null } };
}

function sentBy({ call, option }: PreparedReset): Pick<AuditEntry, 'calls' | 'resetCode'> {
  return { calls: [call], resetCode: option.code };
}

function outcomeOf({ record }: ResetEnding): Partial<AuditEntry> {
  const { status, userErrors, guarantees, backendRequestId } = record;
  return { status, errorCodes: userErrors.map(({ code }) => code), guarantees, backendRequestId };
}

function auditUnavailable(): UserError {
  return userError(
    'AUDIT_UNAVAILABLE',
    'Nothing was sent, because it could not be recorded for the audit. Try again later.',
    { retryable: true },
  );
}
