import type { Ref } from '../../../domain/model.ts';
import type { WriteOutcome } from '../../../domain/user-write.ts';
import { verdictOn, type RecordMarks } from './change-report.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import type { JobOrder } from './job-order.ts';
import type { JobEnd, UserJobs } from './jobs.ts';
import { readBack, type RecordReader } from './record-reader.ts';
import {
  REPORTED_FAILURE,
  UNREADABLE,
  accepted,
  done,
  failed,
  NOT_SHOWN,
  unknown,
} from './results.ts';

/** A write of one user that goes through a job. */
export interface JobWrite extends JobOrder {
  /** Of the account as last read before the write, which a remake does anew; `null`: there was none. */
  marksBefore(): RecordMarks | null;
  /** The user while the write is not done; `null`: there is none yet. */
  readonly refBefore: Ref | null;
  /** The user once the write is done; `null`: gone. */
  readonly refAfter: Ref | null;
  /** Whether the account, read again, shows that it was done. @param record `null`: there is no such user */
  isShownBy(record: CloudAdministrationUser | null): boolean;
  /** Whether the job's own word is not enough. */
  readonly needsProof: boolean;
}

export interface JobWriteSources {
  readonly jobs: UserJobs;
  readonly readRecord: RecordReader;
}

/** Runs the job and tells what became of it. */
export async function sendJobWrite(
  write: JobWrite,
  { jobs, readRecord }: JobWriteSources,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  const end = await jobs.run(write, signal);
  if (end.kind !== 'FINISHED') return unfinished(end, write);
  const known = { ref: write.refAfter, pendingJobId: end.jobId };
  const verdict = verdictOn(end.report, write.login, write.marksBefore());
  // The job is over: a record that it has not dealt with will not be dealt with.
  if (verdict === 'FAILED' || verdict === 'PENDING')
    return failed(REPORTED_FAILURE, { ref: known.ref });
  if (verdict === 'DONE' && !write.needsProof) return done({ ref: known.ref });
  const record = await readBack(readRecord, write.login, signal);
  if (record !== undefined && write.isShownBy(record)) return done({ ref: known.ref });
  // An answer that names nobody may come before the job that it stands for has run.
  if (record === undefined || verdict === null) return unknown(UNREADABLE, known);
  return failed(verdict === 'REPEATED' ? REPORTED_FAILURE : NOT_SHOWN, { ref: known.ref });
}

function unfinished(
  end: Exclude<JobEnd, { kind: 'FINISHED' }>,
  { refBefore, refAfter }: JobWrite,
): WriteOutcome {
  switch (end.kind) {
    case 'RUNNING':
      return accepted({ ref: refAfter, pendingJobId: end.jobId });
    case 'UNCLEAR':
      return unknown(UNREADABLE, { ref: refAfter, pendingJobId: end.jobId });
    case 'NOT_TAKEN':
      return end.status === 'FAILED'
        ? failed(end.error, { ref: refBefore })
        : unknown(end.error, { ref: refAfter });
  }
}
