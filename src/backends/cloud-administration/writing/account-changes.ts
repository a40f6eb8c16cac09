import type { User } from '../../../domain/model.ts';
import type { WriteOutcome } from '../../../domain/user-write.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import { marksOn, parseChangeReport, verdictOn } from './change-report.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import { readBack, type RecordReader } from './record-reader.ts';
import type { WriteCall } from './write-calls.ts';
import type { WriteClient } from './write-client.ts';
import type { OutgoingUser } from './outgoing-user.ts';
import { UNREADABLE, confirmed, failed, unknown } from './results.ts';

/** A change of status or lock, which takes effect at once and whose answer is not documented. */
export interface AccountChange {
  readonly user: User;
  readonly call: WriteCall;
  readonly record: OutgoingUser;
  /** Whether the account, read again, shows the change. */
  isShownBy(record: CloudAdministrationUser): boolean;
}

export interface AccountChangeSources {
  readonly client: WriteClient;
  readonly readRecord: RecordReader;
  readonly changes: ChangeCount;
}

/** Sends the change and, unless the backend says that it failed, believes what the account shows. */
export async function sendAccountChange(
  { user, call, record, isShownBy }: AccountChange,
  { client, readRecord, changes }: AccountChangeSources,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  const { ref } = user;
  const reply = await client.write(call, [record]).finally(changes.add);
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
