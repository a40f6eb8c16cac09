import type { Handler } from './exchange.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { dateObject } from './wire.ts';
import type { WireRecord } from './wire.ts';

interface BackgroundJob {
  readonly id: number;
  readonly type: string;
  readonly status: 'NEW' | 'RUNNING' | 'COMPLETED';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly lastRunUser: string | null;
}

/** The service's own jobs: started, they are found running once and completed after that. */
export function createBackgroundOperations(state: State) {
  const createdAt = Date.UTC(2025, 0, 15, 3);
  const jobs = new Map<string, BackgroundJob>(
    ['PVD', 'DATASYNC', 'BIDDER'].map((type, index) => [
      type,
      { id: index + 1, type, status: 'NEW', startedAt: null, endedAt: null, lastRunUser: null },
    ]),
  );

  /** Older documents write the names in lower case. */
  function jobOf(name: string | undefined): BackgroundJob {
    const job = jobs.get((name ?? '').toUpperCase());
    if (job === undefined) throw new Refusal(400, 'Invalid job name.');
    return job;
  }

  function toWireJob(job: BackgroundJob): WireRecord {
    return {
      id: job.id,
      type: job.type,
      status: job.status,
      created: dateObject(createdAt, state.settings),
      ...(job.startedAt !== null && { start: dateObject(job.startedAt, state.settings) }),
      ...(job.endedAt !== null && { end: dateObject(job.endedAt, state.settings) }),
      updated: dateObject(job.endedAt ?? job.startedAt ?? createdAt, state.settings),
      isLocked: job.status === 'RUNNING',
      ...(job.lastRunUser !== null && { lastRunUser: job.lastRunUser }),
    };
  }

  return {
    GetBackgroundJob: ({ parameters }) => {
      const job = jobOf(parameters['bgJobName']);
      if (job.status === 'RUNNING')
        jobs.set(job.type, { ...job, status: 'COMPLETED', endedAt: state.settings.now() });
      return { status: 200, body: toWireJob(job) };
    },
    StartBackgroundJob: ({ parameters, caller }) => {
      const job: BackgroundJob = {
        ...jobOf(parameters['bgJobName']),
        status: 'RUNNING',
        startedAt: state.settings.now(),
        endedAt: null,
        lastRunUser: caller.loginId,
      };
      jobs.set(job.type, job);
      return { status: 200, body: toWireJob(job) };
    },
  } as const satisfies Readonly<Record<string, Handler>>;
}
