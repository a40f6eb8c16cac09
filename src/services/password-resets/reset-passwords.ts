import { userError, type UserError } from '../../domain/user-write.ts';
import { batchProblems } from './reset-password.ts';
import { pathOf, repeatedUser, type ResetBatch } from './reset-batch.ts';
import type { ResetRequest } from './reset-request.ts';
import { refusedReset, type ResetResult } from './reset-result.ts';
import { auditOf, runResets, type ResetTools } from './run-resets.ts';
import type { WriteContext } from '../write-context.ts';

export interface ResetPasswordsInput {
  /** 1 to 100, each account once. */
  readonly resets: readonly ResetRequest[];
  /** The caller's own words for the audit records. */
  readonly reason?: string | null | undefined;
  /** Covers all entries: sent again, only those without a recorded outcome run. */
  readonly idempotencyKey?: string | null | undefined;
}

export interface ResetPasswordsResult {
  /** In the order of the input; empty when the bulk was refused as a whole. */
  readonly results: readonly ResetResult[];
  /** Why it was refused as a whole. */
  readonly userErrors: readonly UserError[];
  readonly done: number;
  readonly accepted: number;
  readonly refused: number;
  readonly failed: number;
  readonly unknown: number;
}

const MAX_RESETS = 100;

/** Resets the passwords of many accounts of any backends; each ends by itself. */
export async function resetPasswords(
  { resets, reason = null, idempotencyKey = null }: ResetPasswordsInput,
  tools: ResetTools,
  context: WriteContext,
): Promise<ResetPasswordsResult> {
  const batch: ResetBatch = { mutation: 'resetPasswords', resets, reason, idempotencyKey };
  const problems = bulkProblems(batch, context);
  if (problems.length > 0) {
    await auditOf(batch, tools, context).refuse(null, refusedReset(problems));
    return toResult([], problems);
  }
  const { results, refused } = await runResets(batch, tools, context);
  return refused === null ? toResult(results, []) : toResult([], [refused]);
}

function bulkProblems(batch: ResetBatch, { caller }: WriteContext): readonly UserError[] {
  const problems = batchProblems(batch, caller);
  if (problems.length > 0) return problems;
  const { length } = batch.resets;
  if (length < 1 || length > MAX_RESETS) {
    const message = `A bulk has 1 to ${MAX_RESETS} resets. Send several bulks for more.`;
    return [userError('INVALID', message, { path: ['resets'] })];
  }
  const ids = batch.resets.map(({ userId }) => userId);
  const repeated = ids.findIndex((id, position) => ids.indexOf(id) < position);
  return repeated < 0 ? [] : [repeatedUser([...pathOf(batch, repeated), 'userId'])];
}

function toResult(
  results: readonly ResetResult[],
  userErrors: readonly UserError[],
): ResetPasswordsResult {
  const count = (status: ResetResult['status']): number =>
    results.filter((result) => result.status === status).length;
  return {
    results,
    userErrors,
    done: count('DONE'),
    accepted: count('ACCEPTED'),
    refused: count('REFUSED'),
    failed: count('FAILED'),
    unknown: count('UNKNOWN'),
  };
}
