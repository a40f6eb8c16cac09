import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadContext } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { CloudSsoClient } from '../client.ts';
import type { CloudSsoTask } from '../contract.ts';
import { isNotFound } from '../failure.ts';

/** How a task stands when it is no longer waited for. */
export type TaskState = 'SUCCESS' | 'FAILED' | 'RUNNING';

const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 2_000;

/**
 * Asks about a task, at growing intervals, until it has ended or the request's time is up.
 *
 * @returns RUNNING when it had not ended by then, or when CloudSSO would not tell
 */
export async function awaitTask(
  client: CloudSsoClient,
  { TaskId, Status }: CloudSsoTask,
  context: ReadContext,
): Promise<TaskState> {
  let state = toTaskState(Status);
  for (let pauseMs = FIRST_PAUSE_MS; state === 'RUNNING'; pauseMs = nextPause(pauseMs)) {
    if (!(await pause(pauseMs, context.signal))) return 'RUNNING';
    try {
      const task = await client.read('GetTask', { TaskId }, context);
      state = toTaskState(task.Status);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      // A task that was just made may not be known everywhere yet.
      if (!error.retryable && !isNotFound(error)) return 'RUNNING';
    }
  }
  return state;
}

function toTaskState(status: string): TaskState {
  if (status === 'Success') return 'SUCCESS';
  return status === 'Failed' ? 'FAILED' : 'RUNNING';
}

function nextPause(pauseMs: number): number {
  return Math.min(2 * pauseMs, MAX_PAUSE_MS);
}

/** @returns whether the time was not up before */
async function pause(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(pauseMs, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
