import { userError, type UserError } from '../../domain/user-write.ts';
import type { KeyedRequest } from '../idempotency/idempotency.ts';
import type { ResetAccount } from './reset-account.ts';
import type { ResetRequest } from './reset-request.ts';
import { isEnding, type ResetEnding } from './reset-result.ts';
import type { WriteContext } from '../write-context.ts';
import type { InputPath } from '../write-target.ts';

/** One mutation: a single reset, or a bulk. */
export interface ResetBatch {
  readonly mutation: 'resetPassword' | 'resetPasswords';
  readonly resets: readonly ResetRequest[];
  /** The caller's own words, for the audit. */
  readonly reason: string | null;
  readonly idempotencyKey: string | null;
}

/** Where a reset of the batch stands in the mutation's input. */
export function pathOf({ mutation }: ResetBatch, position: number): InputPath {
  return mutation === 'resetPassword' ? [] : ['resets', String(position)];
}

/**
 * What the batch's key stands for. A single reset is known by its account, which may have several ids; the entries of a
 * bulk by the ids as given, so that an account that cannot be read this time does not make it another request.
 */
export function toKeyedRequest(
  { mutation, resets, reason, idempotencyKey }: ResetBatch,
  accounts: readonly (ResetAccount | ResetEnding)[],
  { caller: { subject }, requestId, read: { signal } }: WriteContext,
): KeyedRequest {
  const entries = resets.map(({ userId, acknowledge, ...rest }, position) => {
    const step = accounts[position];
    const isKnown = mutation === 'resetPassword' && step !== undefined && !isEnding(step);
    return {
      ...rest,
      user: isKnown ? step.user.ref : userId,
      acknowledge: [...new Set(acknowledge)].sort(),
    };
  });
  const content = { entries, reason };
  return { subject, requestId, mutation, key: idempotencyKey, content, signal };
}

/** An account may stand in a bulk once, under whichever of its ids; `null` when none is repeated. */
export function repeatedAccount(
  accounts: readonly (ResetAccount | ResetEnding)[],
): UserError | null {
  const seen = new Set<string>();
  for (const step of accounts) {
    if (isEnding(step)) continue;
    const { backend, nativeId } = step.user.ref;
    const key = `${backend}/${nativeId}`;
    if (seen.has(key)) return repeatedUser([...step.path, 'userId']);
    seen.add(key);
  }
  return null;
}

export function repeatedUser(path: InputPath): UserError {
  return userError('INVALID', 'This account stands in the bulk twice. Name each account once.', {
    path,
  });
}
