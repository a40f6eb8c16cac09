import type { ReadContext } from '../../../domain/backend.ts';
import type { Ref } from '../../../domain/model.ts';
import type { UserError, WriteOutcome } from '../../../domain/user-write.ts';
import { userError } from '../../../http/write-outcome.ts';
import { parseTask } from '../contract.ts';
import type { RoleStep } from './role-changes.ts';
import { awaitTask } from './task.ts';
import { readFrom, sendCall, unreadableAnswer, type WriteSender } from './write-call.ts';

interface StepOutcome extends Pick<WriteOutcome, 'status' | 'pendingJobId' | 'backendRequestId'> {
  /** `null`: done, or under way. */
  readonly error: UserError | null;
}

/**
 * Sends each call once, in order, and stops at the first that is not done; those behind it are named as not sent.
 *
 * An assignment is a task at CloudSSO: the next call waits for its end, and a task that is still running when the
 * request's time is up makes the whole ACCEPTED.
 */
export async function sendRoleSteps(
  sender: WriteSender,
  { ref, steps }: { readonly ref: Ref; readonly steps: readonly RoleStep[] },
  context: ReadContext,
): Promise<WriteOutcome> {
  let backendRequestId: string | null = null;
  for (const [index, step] of steps.entries()) {
    const outcome = await sendStep(sender, step, context);
    backendRequestId = outcome.backendRequestId;
    if (outcome.status === 'DONE') continue;
    const { status, error, pendingJobId } = outcome;
    const errors = [
      ...(error === null ? [] : [told(error, step, index)]),
      ...steps.slice(index + 1).map(notSent),
    ];
    return { status, errors, pendingJobId, backendRequestId, ref, created: null };
  }
  return { status: 'DONE', errors: [], pendingJobId: null, backendRequestId, ref, created: null };
}

async function sendStep(
  sender: WriteSender,
  step: RoleStep,
  context: ReadContext,
): Promise<StepOutcome> {
  const outcome = await sendCall(sender, step, context.signal);
  if ('failure' in outcome) return { ...outcome.failure, pendingJobId: null };
  const { answer, backendRequestId } = outcome;
  const done: StepOutcome = { status: 'DONE', error: null, pendingJobId: null, backendRequestId };
  if (step.configurationId === null) return done;
  const task = readFrom(answer, parseTask);
  if (task === null) return { ...unreadableAnswer(backendRequestId), pendingJobId: null };
  switch (await awaitTask(sender.client, task, context)) {
    case 'SUCCESS':
      return done;
    case 'FAILED':
      return { ...done, status: 'FAILED', error: taskFailed() };
    case 'RUNNING':
      return { ...done, status: 'ACCEPTED', pendingJobId: task.TaskId };
  }
}

/** A change that failed says what was done before it: the status tells of this step alone. */
function told(error: UserError, { path }: RoleStep, doneBefore: number): UserError {
  const done =
    doneBefore === 0 ? '' : ` Changes of this request that were done before: ${doneBefore}.`;
  return { ...error, message: `${error.message}${done}`, path: error.path ?? path };
}

/** Why is in the task's own words, which are not passed on. */
function taskFailed(): UserError {
  return userError(
    'BACKEND_REJECTED',
    'CloudSSO took the change, but could not carry it out on the account.',
  );
}

function notSent({ path }: RoleStep): UserError {
  return userError(
    'CONFLICT',
    'This was not sent, because an earlier change of the same request is not done. Send it again when that is settled.',
    { path, retryable: true },
  );
}
