import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError } from '../../../domain/errors.ts';
import { userError, type UserError } from '../../../domain/user-write.ts';
import { fold } from '../../../domain/user-filter.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import { parseChangeReport, type ChangeReport } from './change-report.ts';
import type { JobAddress } from './job-address.ts';
import { bringUpToDate, type JobOrder, type UserSubmission } from './job-order.ts';
import { afterWrite } from './record-reader.ts';
import { createTurns, type Turns } from '../../../http/turns.ts';
import type { WriteCalls } from './write-calls.ts';
import type { FailedReply, WriteClient } from './write-client.ts';

/** How far a job had come when its time was up, or sooner. */
export type JobEnd =
  | { readonly kind: 'FINISHED'; readonly report: ChangeReport; readonly jobId: string | null }
  /** Taken and not done yet; `null`: the backend told no id. */
  | { readonly kind: 'RUNNING'; readonly jobId: string | null }
  /** Taken, and nothing readable was heard of it since. */
  | { readonly kind: 'UNCLEAR'; readonly jobId: string | null }
  /** FAILED: it never started. UNKNOWN: nobody knows whether it did. */
  | {
      readonly kind: 'NOT_TAKEN';
      readonly status: 'FAILED' | 'UNKNOWN';
      readonly error: UserError;
    };

/**
 * The jobs that write users. The backend runs one at a time, so those of this process wait for each other, and for one
 * that was left running.
 */
export interface UserJobs {
  /** Starts a job, at most once, and waits for its end until the signal or the configured time ends. */
  run(order: JobOrder, signal: AbortSignal): Promise<JobEnd>;
  /**
   * Waits until no job of this process writes the account, and keeps the next one from it: a job sends back what it read
   * of the account, and would undo what is changed beside it.
   *
   * @returns what lets the next one go on; `null` when the signal ended first
   */
  turnOf(login: string, signal: AbortSignal): Promise<(() => void) | null>;
}

export interface JobSources {
  readonly client: WriteClient;
  readonly calls: Pick<WriteCalls, 'writeUsers'>;
  readonly changes: ChangeCount;
  /** Of waiting for a turn and for the job together, in milliseconds. */
  readonly timeoutMs: number;
}

const FIRST_POLL_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export function createUserJobs({ client, calls, changes, timeoutMs }: JobSources): UserJobs {
  const turns = createTurns();
  const accounts = createTurns();
  const turnOf: UserJobs['turnOf'] = (login, signal) => waitForTurn(accounts, fold(login), signal);
  let leftRunning: JobAddress | null = null;

  async function start(submission: UserSubmission, signal: AbortSignal): Promise<JobEnd> {
    if (signal.aborted) return TOO_LATE;
    const reply = await client.write(calls.writeUsers, submission);
    if (reply.kind === 'failed') return toRefusal(reply);
    const address = client.jobOf(reply.response);
    const isTaken = reply.response.status === 202;
    const report = isTaken ? null : parseChangeReport(reply.response.body);
    // A result that names nobody and tells of a job is an announcement.
    if (address !== null && (report === null || report.users.size === 0)) {
      return watch(address, signal);
    }
    if (report !== null) return { kind: 'FINISHED', report, jobId: null };
    return { kind: isTaken ? 'RUNNING' : 'UNCLEAR', jobId: null };
  }

  async function watch(address: JobAddress, signal: AbortSignal): Promise<JobEnd> {
    const end = await watchJob(client, address, signal);
    leftRunning = end.kind === 'RUNNING' ? address : null;
    changes.add();
    return end;
  }

  async function startCurrent(order: JobOrder, signal: AbortSignal): Promise<JobEnd> {
    const pass = await turnOf(order.login, signal);
    if (pass === null) return BUSY;
    try {
      const current = await bringUpToDate(order, changes, signal);
      if ('refused' in current)
        return { kind: 'NOT_TAKEN', status: 'FAILED', error: current.refused };
      return await start(current.submission, signal).finally(changes.add);
    } finally {
      pass();
    }
  }

  return {
    turnOf,
    run: async (order, callerSignal) => {
      const signal = AbortSignal.any([callerSignal, AbortSignal.timeout(timeoutMs)]);
      const pass = await waitForTurn(turns, 'the one job', signal);
      if (pass === null) return BUSY;
      try {
        const before = leftRunning === null ? null : await watch(leftRunning, signal);
        return before?.kind === 'RUNNING' ? BUSY : await startCurrent(order, signal);
      } finally {
        pass();
      }
    },
  };
}

/** @returns `null` when the signal ended first */
async function waitForTurn(
  turns: Turns,
  key: string,
  signal: AbortSignal,
): Promise<(() => void) | null> {
  try {
    return await turns.wait(key, signal);
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}

/** Asks for a job's state, ever more rarely, until it ends. These are reads: the client repeats them as it may. */
async function watchJob(
  client: WriteClient,
  { id: jobId, paths }: JobAddress,
  signal: AbortSignal,
): Promise<JobEnd> {
  const untried = [...paths];
  let path = untried.shift() ?? '';
  let pauseMs = FIRST_POLL_MS;
  for (;;) {
    if (!(await pause(pauseMs, signal))) return { kind: 'RUNNING', jobId };
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    try {
      const { status, body } = await client.getJob(path, afterWrite(signal));
      if (status === 202) continue;
      const report = parseChangeReport(body);
      return report === null ? { kind: 'UNCLEAR', jobId } : { kind: 'FINISHED', report, jobId };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (signal.aborted) return { kind: 'RUNNING', jobId };
      const next = SAYS_NOT_HERE.has(error.code) ? untried.shift() : undefined;
      if (next === undefined) return { kind: 'UNCLEAR', jobId };
      path = next;
    }
  }
}

/** How an address that is none answers; before some it is a sign-in, or a version that takes another credential. */
const SAYS_NOT_HERE: ReadonlySet<string> = new Set([
  'BACKEND_REJECTED',
  'BACKEND_CREDENTIAL_REJECTED',
  'BACKEND_CONTRACT_VIOLATION',
]);

const BUSY: JobEnd = {
  kind: 'NOT_TAKEN',
  status: 'FAILED',
  error: userError(
    'CONFLICT',
    'The backend writes users in one job at a time, and another one is still running. Try again later.',
    { retryable: true },
  ),
};

const TOO_LATE: JobEnd = {
  kind: 'NOT_TAKEN',
  status: 'FAILED',
  error: userError('BACKEND_UNAVAILABLE', 'The time was up before the write could be sent.', {
    retryable: true,
  }),
};

/** Which status refuses a second job is not documented; a 400 for one can only be told by what its text is about. */
function toRefusal({ failure, refusal }: FailedReply): JobEnd {
  const { httpStatus, status, error } = failure;
  const isBusy = httpStatus === 409 || (httpStatus === 400 && /\bjob\b/i.test(refusal));
  return isBusy ? BUSY : { kind: 'NOT_TAKEN', status, error };
}

/** @returns `false` when the signal ended first */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
