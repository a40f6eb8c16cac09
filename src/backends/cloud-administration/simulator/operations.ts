import type { Access } from './access.ts';
import { createAccountOperations } from './account-operations.ts';
import { createBackgroundOperations } from './background-operations.ts';
import type { Handler } from './exchange.ts';
import { createJobOperations } from './job-operations.ts';
import { createJobs } from './jobs.ts';
import { createPasswordOperations } from './password-operations.ts';
import { createReadOperations } from './read-operations.ts';
import type { Operation } from './routes.ts';
import type { State } from './state.ts';
import { createSubmissionOperations } from './submission-operations.ts';

/** Every operation of the service. */
export function createOperations(
  state: State,
  access: Access,
): Readonly<Record<Operation, Handler>> {
  const jobs = createJobs(state.settings);
  return {
    ...createReadOperations(state, access),
    ...createAccountOperations(state),
    ...createPasswordOperations(state, jobs),
    ...createSubmissionOperations(state, jobs),
    ...createJobOperations(jobs),
    ...createBackgroundOperations(state),
  };
}
