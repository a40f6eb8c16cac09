import { parseCompanySubmission, runCompanyJob } from './company-job.ts';
import type { Exchange, Handler } from './exchange.ts';
import { toAcceptedAnswer } from './job-operations.ts';
import type { Jobs } from './jobs.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { parseSubmission, runUserJob } from './user-job.ts';

/** Operations that take an envelope of users or companies. */
export function createSubmissionOperations(state: State, jobs: Jobs) {
  return {
    SubmitUsers: (exchange) => {
      const submission = parseSubmission(exchange.body);
      if (jobs.isBusy()) throw new Refusal(state.settings.busyStatus, BUSY);
      const job = jobs.submit('users', () => runUserJob(submission, exchange.caller, state));
      return toAcceptedAnswer(job, exchange);
    },
    AddCompanies: (exchange: Exchange) => {
      const submission = parseCompanySubmission(exchange.body);
      const run = () => runCompanyJob(submission, exchange.caller, state);
      return state.settings.companiesAnswer === 'job'
        ? toAcceptedAnswer(jobs.submit('companies', run), exchange)
        : { status: 200, body: run().store };
    },
  } as const satisfies Readonly<Record<string, Handler>>;
}

const BUSY = 'Another user job is still running.';
