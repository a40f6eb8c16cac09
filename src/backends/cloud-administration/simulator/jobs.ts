import { Refusal } from './refusal.ts';
import type { Settings } from './switches.ts';
import type { WireRecord } from './wire.ts';

/** What a job leaves behind. */
export interface JobResult {
  readonly store: WireRecord;
  readonly failed: readonly DraftRow[];
  /** Lines of its log, without time and component. */
  readonly steps: readonly string[];
}

/** A user that a job failed on, in the words of its draft file. */
export interface DraftRow {
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
  readonly username: string;
  readonly company: string;
  readonly userType: string;
  readonly locked: boolean;
  readonly active: boolean;
}

export interface Job {
  /** A number in text. */
  readonly id: string;
  readonly kind: JobKind;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly finished: { readonly at: number; readonly result: JobResult } | null;
}

export type JobKind = 'users' | 'companies' | 'passwords';

export interface Jobs {
  /** @param run takes effect when the job finishes, not before */
  submit(kind: JobKind, run: () => JobResult): Job;
  /** Whether a user job runs: there can be one at a time. */
  isBusy(): boolean;
  /** Looks at a job as a poll of its status does, which brings its end nearer. @throws Refusal 400 for an unknown job */
  poll(id: string): Job;
  /** Looks at a job. @throws Refusal 400 for an unknown job */
  get(id: string): Job;
}

interface RunningJob extends Job {
  readonly run: () => JobResult;
  readonly polls: number;
  readonly lastSeenAt: number;
}

const FIRST_JOB_ID = 48_211;

/** A job that nobody asks about for this long ends by itself: an abandoned one blocks nobody for ever. */
const UNATTENDED_MS = 5000;

export function createJobs(settings: Settings): Jobs {
  const jobs = new Map<string, RunningJob>();

  function finish(job: RunningJob): RunningJob {
    const done = { ...job, finished: { at: settings.now(), result: job.run() } };
    jobs.set(job.id, done);
    return done;
  }

  function isBusy(): boolean {
    return [...jobs.values()].some((job) => job.kind === 'users' && settle(job).finished === null);
  }

  function settle(job: RunningJob): RunningJob {
    const isAbandoned = settings.now() - job.lastSeenAt >= UNATTENDED_MS;
    return job.finished === null && isAbandoned ? finish(job) : job;
  }

  function get(id: string): RunningJob {
    const job = jobs.get(id);
    if (job === undefined) throw new Refusal(400);
    return settle(job);
  }

  return {
    isBusy,
    get,
    submit: (kind, run) => {
      const id = String(FIRST_JOB_ID + jobs.size);
      const now = settings.now();
      const job = { id, kind, startedAt: now, lastSeenAt: now, finished: null, run, polls: 0 };
      jobs.set(id, job);
      return job;
    },
    poll: (id) => {
      const job = get(id);
      if (job.finished !== null) return job;
      // A company job waits for a running user job.
      const mayFinish = job.polls >= settings.jobPolls && (job.kind !== 'companies' || !isBusy());
      if (mayFinish) return finish(job);
      const polled = { ...job, polls: job.polls + 1, lastSeenAt: settings.now() };
      jobs.set(id, polled);
      return polled;
    },
  };
}
