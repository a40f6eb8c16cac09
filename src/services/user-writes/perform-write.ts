import { AuditUnavailableError, type AuditEntry, type AuditLog } from '../../domain/audit.ts';
import type { Backend } from '../../domain/backend.ts';
import type { User } from '../../domain/model.ts';
import {
  userError,
  type PreparedWrite,
  type UserError,
  type UserWrites,
  type WriteOutcome,
  type WriteStatus,
} from '../../domain/user-write.ts';
import type { Logger } from '../../observability/logger.ts';
import type { WriteContext } from '../write-context.ts';
import { isRefusal, type Checked, type NamedUser } from '../write-target.ts';

/** What became of a write, sent or not. */
export interface WriteResult extends Omit<WriteOutcome, 'status'> {
  readonly status: WriteStatus;
}

/** What a write is done to; `user` is as just read, `null` where the write makes it. */
export interface WriteTarget {
  readonly backend: Backend;
  readonly user: User | null;
}

/** What is put on record of a write before anything is known. */
export interface NamedWrite {
  /** The mutation's field, e.g. `updateUser`. */
  readonly mutation: string;
  /** The user as the caller names it. */
  readonly named: NamedUser;
  /** Keyed hash of the idempotency key; `null`: none was given. */
  readonly keyHash: string | null;
}

/** One of the mutations that write users. */
export interface UserWrite<Target extends WriteTarget = WriteTarget> extends NamedWrite {
  /** The method of the port; the backend can do the write when it is there. */
  readonly method: Exclude<keyof UserWrites, 'hints'>;
  /** Finds what the write is done to. */
  locate(): Promise<Checked<Target>>;
  /** Checks the rest and makes the write ready. @returns nothing when the port has no such method */
  prepare(writes: UserWrites, target: Target): Promise<PreparedWrite | undefined>;
}

/** Where writes are accounted for. */
export interface WriteRecords {
  readonly audit: AuditLog;
  readonly log: Pick<Logger, 'error'>;
}

/** What a backend without the method cannot do. */
const DEEDS: Readonly<Record<UserWrite['method'], string>> = {
  create: 'create users',
  update: 'change attributes of users',
  replace: 'replace users',
  setStatus: 'switch users on or off',
  unlock: 'unlock users',
  changeRoles: 'change roles of users',
  delete: 'delete users',
};

/**
 * Does a write, in the one order that holds for all of them: find the target, check that the backend can, prepare, record
 * the intent, send once, record the outcome. What is refused on the way is recorded too, and nothing is sent.
 *
 * @throws GatewayError when something could not be read that had to be known before sending
 */
export async function performWrite<Target extends WriteTarget>(
  write: UserWrite<Target>,
  records: WriteRecords,
  context: WriteContext,
): Promise<WriteResult> {
  const target = await write.locate();
  if (isRefusal(target)) return refuseWrite(write, target.refused, { records, context });
  const account = accountOf(write, target, context);
  const prepared = await prepare(write, target);
  if (isRefusal(prepared)) return refuseOnRecord(prepared.refused, account, records);
  const announced = { ...account, calls: prepared.calls };
  try {
    await records.audit.record({ ...announced, phase: 'INTENT' });
  } catch (error) {
    if (!(error instanceof AuditUnavailableError)) throw error;
    return refuseOnRecord([auditUnavailable()], account, records);
  }
  const outcome = await sendOnce(prepared, account, records);
  await recordResult(outcome, { ...announced, phase: 'OUTCOME' }, records);
  return { ...outcome, ref: outcome.ref ?? target.user?.ref ?? null };
}

/** Refuses a write before its target was found, and puts that on record. */
export async function refuseWrite(
  write: NamedWrite,
  errors: readonly UserError[],
  { records, context }: { readonly records: WriteRecords; readonly context: WriteContext },
): Promise<WriteResult> {
  return refuseOnRecord(errors, accountOf(write, null, context), records);
}

/** It may have been done, and nobody knows. */
export function unknownWrite(): WriteResult {
  return { ...NOTHING_KNOWN, status: 'UNKNOWN', errors: [outcomeUnknown()] };
}

type Account = Omit<AuditEntry, 'phase' | 'calls'>;
type ReadyWrite = Exclude<PreparedWrite, { readonly refused: unknown }>;

const NOTHING_KNOWN = { ref: null, pendingJobId: null, backendRequestId: null, created: null };

function accountOf(
  { mutation, named, keyHash }: NamedWrite,
  target: WriteTarget | null,
  { caller, requestId }: WriteContext,
): Account {
  const user = target?.user ?? null;
  return {
    mutation,
    subject: caller.subject,
    requestId,
    backend: target?.backend.name ?? named.backend,
    target: user === null ? named.target : { nativeId: user.ref.nativeId, login: user.login },
    ...(keyHash !== null && { keyHash }),
  };
}

async function prepare<Target extends WriteTarget>(
  write: UserWrite<Target>,
  target: Target,
): Promise<PreparedWrite> {
  const { userWrites, displayName } = target.backend;
  const prepared = userWrites?.[write.method] && (await write.prepare(userWrites, target));
  if (prepared) return prepared;
  const hint = userWrites?.hints?.[write.method] ?? '';
  const message = `${displayName} cannot ${DEEDS[write.method]}. ${hint}`.trimEnd();
  return { refused: [userError('UNSUPPORTED_BY_BACKEND', message)] };
}

/** A port promises to throw nothing; if one does, the write may have been sent, and that must be told. */
async function sendOnce(
  prepared: ReadyWrite,
  { requestId }: Account,
  { log }: WriteRecords,
): Promise<WriteResult> {
  try {
    return await prepared.send();
  } catch (error) {
    const errorName = error instanceof Error ? error.name : typeof error;
    log.error('a write threw instead of telling its outcome', { requestId, errorName });
    return unknownWrite();
  }
}

async function refuseOnRecord(
  errors: readonly UserError[],
  account: Account,
  records: WriteRecords,
): Promise<WriteResult> {
  const result = refusedWrite(errors);
  await recordResult(result, { ...account, phase: 'REFUSAL', calls: [] }, records);
  return result;
}

/** What came of a write is told, on record or not: it cannot be taken back. */
async function recordResult(
  { status, errors, backendRequestId }: WriteResult,
  entry: AuditEntry,
  { audit, log }: WriteRecords,
): Promise<void> {
  const errorCodes = errors.map(({ code }) => code);
  await audit.record({ ...entry, status, errorCodes, backendRequestId }).catch(() => {
    log.error('what came of a write could not be put on record', { requestId: entry.requestId });
  });
}

function refusedWrite(errors: readonly UserError[]): WriteResult {
  return { ...NOTHING_KNOWN, status: 'REFUSED', errors };
}

function auditUnavailable(): UserError {
  return userError(
    'AUDIT_UNAVAILABLE',
    'Nothing was sent, because it could not be put on record. Try again later.',
    { retryable: true },
  );
}

function outcomeUnknown(): UserError {
  return userError(
    'OUTCOME_UNKNOWN',
    'Nobody knows whether the write was done. Read the user before trying again.',
  );
}
