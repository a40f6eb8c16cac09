import type { SimulatorAnswer } from '../../../simulation/server.ts';
import type { Exchange, Handler } from './exchange.ts';
import type { DraftRow, Job, Jobs } from './jobs.ts';

/** What can be asked about a job. */
export function createJobOperations(jobs: Jobs) {
  return {
    GetJobStatus: (exchange) => {
      const job = jobs.poll(exchange.parameters['jobId'] ?? '');
      return job.finished === null
        ? toAcceptedAnswer(job, exchange)
        : { status: 200, body: job.finished.result.store };
    },
    GetJobDraft: ({ parameters }) => {
      const job = jobs.get(parameters['jobId'] ?? '');
      return toFileAnswer(`${job.id}.csv`, toDraft(job.finished?.result.failed ?? []));
    },
    GetJobLog: ({ parameters }) => {
      const job = jobs.get(parameters['jobId'] ?? '');
      return toFileAnswer(`${job.id}.log`, toLog(job));
    },
  } as const satisfies Readonly<Record<string, Handler>>;
}

/** A job that was taken or still runs: the reference puts its address in a header, the tutorial its number in the body. */
export function toAcceptedAnswer(job: Job, exchange: Exchange): SimulatorAnswer {
  return {
    status: 202,
    headers: {
      location: exchange.address(`user/status/${job.id}`),
      'content-type': 'application/json',
    },
    body: job.id,
  };
}

const DRAFT_HEAD = 'Last Name,First Name,Email,Username,Company,User Type,Locked,Active';

function toDraft(rows: readonly DraftRow[]): string {
  const lines = rows.map((row) =>
    [
      row.lastName,
      row.firstName,
      row.email,
      row.username,
      row.company,
      // The file shows labels; the only published code is this one.
      row.userType === 'EMP' ? 'Employee' : row.userType,
      row.locked ? 'YES' : 'NO',
      row.active ? 'YES' : 'NO',
    ]
      .map(quoted)
      .join(','),
  );
  return [DRAFT_HEAD, ...lines, ''].join('\r\n');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function toLog({ id, startedAt, finished }: Job): string {
  const line = (at: number, text: string): string => {
    const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    return `${time} +0000 [UserJob] - ${text}\n`;
  };
  const start = line(startedAt, `Job ${id} started`);
  if (finished === null) return start;
  const steps = finished.result.steps.map((step) => line(finished.at, step));
  return [start, ...steps, line(finished.at, `Job ${id} finished`)].join('');
}

function toFileAnswer(name: string, body: string): SimulatorAnswer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    },
    body,
  };
}
