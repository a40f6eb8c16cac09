import type { Access } from './access.ts';
import type { Handler } from './exchange.ts';
import { createReadOperations } from './read-operations.ts';
import { Refusal } from './refusal.ts';
import type { Operation } from './routes.ts';
import type { State } from './state.ts';

/** Every operation of the service. */
export function createOperations(
  state: State,
  access: Access,
): Readonly<Record<Operation, Handler>> {
  const later: Handler = () => {
    throw new Refusal(503);
  };
  return {
    ...createReadOperations(state, access),
    SubmitUsers: later,
    ChangeStatus: later,
    ChangeLock: later,
    AutoResetPasswords: later,
    AutoResetPassword: later,
    AddCompanies: later,
    ManualResetPassword: later,
    GetJobStatus: later,
    GetJobDraft: later,
    GetJobLog: later,
    GetBackgroundJob: later,
    StartBackgroundJob: later,
  };
}
