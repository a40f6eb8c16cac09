import type { User } from '../../../domain/model.ts';
import { isBackendFailure } from '../../../domain/errors.ts';
import { userError, type WriteOutcome } from '../../../domain/user-write.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import { marksOn, parseChangeReport, verdictOn } from './change-report.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import type { UserJobs } from './jobs.ts';
import { afterWrite, readBack, type RecordReader } from './record-reader.ts';
import type { WriteCall } from './write-calls.ts';
import type { WriteClient } from './write-client.ts';
import type { OutgoingUser } from './outgoing-user.ts';
import { UNREAD } from './job-order.ts';
import { UNREADABLE, confirmed, failed, unknown } from './results.ts';

/** A change of status or lock, which takes effect at once and whose answer is not documented. */
export interface AccountChange {
  readonly user: User;
  readonly call: WriteCall;
  /** The account as read when the change was prepared. */
  readonly record: CloudAdministrationUser;
  /** Changes that had ended before that, as `ChangeCount` counts them. */
  readonly asOf: number;
  toOutgoing(record: CloudAdministrationUser): OutgoingUser;
  /** Whether the account, read again, shows the change. */
  isShownBy(record: CloudAdministrationUser): boolean;
}

export interface AccountChangeSources {
  readonly client: WriteClient;
  readonly readRecord: RecordReader;
  readonly changes: ChangeCount;
  readonly jobs: Pick<UserJobs, 'turnOf'>;
}

/** Sends the change when no job writes the account, made anew if another change has ended since it was prepared. */
export async function sendAccountChange(
  change: AccountChange,
  sources: AccountChangeSources,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  const { user, asOf, record } = change;
  const pass = await sources.jobs.turnOf(user.login, signal);
  if (pass === null) return failed(BUSY, { ref: user.ref });
  try {
    const isSame = sources.changes.soFar() === asOf;
    const current = isSame ? record : await sources.readRecord(user.login, afterWrite(signal));
    if (current === null) return failed(GONE, { ref: null });
    return await sendNow({ ...change, record: current }, sources, signal);
  } catch (error) {
    // Sending throws nothing of the kind: the account could not be read again.
    if (isBackendFailure(error)) return failed(UNREAD, { ref: user.ref });
    throw error;
  } finally {
    pass();
  }
}

const BUSY = userError(
  'CONFLICT',
  'A job that writes this account is still running, and could undo the change. Try again later.',
  { retryable: true },
);
const GONE = userError('NOT_FOUND', 'This user does not exist any more.');

/** Sends the change and, unless the backend says that it failed, believes what the account shows. */
async function sendNow(
  { user, call, record, toOutgoing, isShownBy }: AccountChange,
  { client, readRecord, changes }: AccountChangeSources,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  const { ref } = user;
  const reply = await client.write(call, [toOutgoing(record)]).finally(changes.add);
  if (reply.kind === 'failed') {
    const { status, error } = reply.failure;
    return status === 'FAILED' ? failed(error, { ref }) : unknown(error, { ref });
  }
  const report = parseChangeReport(reply.response.body);
  const jobId = client.jobOf(reply.response)?.id ?? null;
  const isTaken = reply.response.status === 202;
  if (report === null && !isTaken) return unknown(UNREADABLE, { ref });
  const verdict = report === null ? null : verdictOn(report, user.login, marksOn(user));
  const after = await readBack(readRecord, user.login, signal);
  return confirmed(isTaken && verdict !== 'FAILED' ? 'PENDING' : verdict, {
    shown: after === undefined ? undefined : after !== null && isShownBy(after),
    known: { ref, pendingJobId: jobId },
  });
}
