import { userError, type UserError } from '../../domain/user-write.ts';
import type { Caller } from '../../domain/caller.ts';
import { idempotencyKeyProblem } from '../idempotency/idempotency.ts';
import type { ResetBatch } from './reset-batch.ts';
import { reasonProblem, type ResetRequest } from './reset-request.ts';
import { refusedReset, type ResetResult } from './reset-result.ts';
import { auditOf, runResets, type ResetTools } from './run-resets.ts';
import type { WriteContext } from '../write-context.ts';

export interface ResetPasswordInput extends ResetRequest {
  /** The caller's own words for the audit record. */
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Resets the password of one account by exactly one upstream write, or by none.
 *
 * @throws nothing that is expected: every problem is in the result
 */
export async function resetPassword(
  { reason = null, idempotencyKey = null, ...request }: ResetPasswordInput,
  tools: ResetTools,
  context: WriteContext,
): Promise<ResetResult> {
  const batch: ResetBatch = {
    mutation: 'resetPassword',
    resets: [request],
    reason,
    idempotencyKey,
  };
  const problems = batchProblems(batch, context.caller);
  if (problems.length === 0) {
    const { results } = await runResets(batch, tools, context);
    if (results[0] !== undefined) return results[0];
  }
  const ending = refusedReset(problems);
  await auditOf(batch, tools, context).refuse(request.userId, ending);
  return { userId: request.userId, user: null, generatedPassword: null, ...ending.record };
}

/** The first check, and then those of the batch's own input; empty when it may go on. */
export function batchProblems(
  { reason, idempotencyKey }: ResetBatch,
  caller: Caller,
): readonly UserError[] {
  const forbidden = forbiddenToReset(caller);
  if (forbidden !== null) return [forbidden];
  return [reasonProblem(reason), idempotencyKeyProblem(idempotencyKey)].filter(
    (problem) => problem !== null,
  );
}

/** Who may reset no password at all learns nothing about any account. */
export function forbiddenToReset({ permissions }: Caller): UserError | null {
  if (permissions.has('PASSWORDS_RESET') || permissions.has('PASSWORDS_SET')) return null;
  return userError(
    'FORBIDDEN',
    'Resetting passwords needs the permission PASSWORDS_RESET or PASSWORDS_SET.',
  );
}
