import type { Backend } from '../../domain/backend.ts';
import type { Caller } from '../../domain/caller.ts';
import { GatewayError, isBackendFailure } from '../../domain/errors.ts';
import type { User } from '../../domain/model.ts';
import { fold } from '../../domain/user-filter.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import { readUsers } from '../reading/read-nodes.ts';
import type { ResetWish } from './reset-request.ts';
import { isEnding, refusedReset, unsentReset, type ResetEnding } from './reset-result.ts';
import type { WriteContext } from '../write-context.ts';
import type { InputPath } from '../write-target.ts';

/** An account that may be reset by this caller, as far as who they are decides it. */
export interface ResetAccount {
  readonly wish: ResetWish;
  /** As just read from the backend. */
  readonly user: User;
  readonly backend: Backend;
  /** Where the reset stands in the mutation's input. */
  readonly path: InputPath;
}

/**
 * Reads the accounts anew, those of one backend together, and checks who they are.
 *
 * @param pathOf where the reset at a position stands in the input
 * @returns an account or an ending for each wish, in their order; what has ended already stays as it is
 */
export async function readResetAccounts(
  wishes: readonly (ResetWish | ResetEnding)[],
  pathOf: (position: number) => InputPath,
  context: WriteContext,
): Promise<readonly (ResetAccount | ResetEnding)[]> {
  const refs = wishes.flatMap((wish) => (isEnding(wish) ? [] : [wish.ref]));
  const answers = await readUsers(context.backends, refs, { ...context.read, fresh: true });
  const users = answers.values();
  return wishes.map((wish, position) => {
    if (isEnding(wish)) return wish;
    const user = users.next().value ?? null;
    const path = pathOf(position);
    if (user instanceof Error) return unsentReset(toUserError(user), null);
    const backend = context.backends.find(({ name }) => name === wish.ref.backend);
    if (user === null || backend === undefined) return refusedReset([notFound(path)]);
    const problem = selfResetProblem(context.caller, user, path);
    return problem === null ? { wish, user, backend, path } : refusedReset([problem], { user });
  });
}

/** A caller changes the own password where it knows the old one, not here. */
export function selfResetProblem(caller: Caller, user: User, path: InputPath): UserError | null {
  const login = fold(user.login);
  if (!caller.identities.some((identity) => fold(identity) === login)) return null;
  return userError(
    'SELF_RESET_REFUSED',
    'This is your own account. Change your password at the backend itself, or ask another administrator.',
    { path: [...path, 'userId'] },
  );
}

/**
 * The failure of a read that had to succeed before anything could be sent, in the words of a payload.
 *
 * @throws the error itself when it is a defect
 */
export function toUserError(error: unknown): UserError {
  if (error instanceof GatewayError && error.code === 'NOT_FOUND') {
    return userError('NOT_FOUND', error.message);
  }
  if (!isBackendFailure(error)) throw error;
  const { code, message, retryable } = error;
  // A mutation's reads have no budget that could be exceeded; were it so, the reset may be tried again.
  return code === 'BUDGET_EXCEEDED'
    ? userError('BACKEND_UNAVAILABLE', message, { retryable: true })
    : userError(code, message, { retryable });
}

/** Absent, outside the caller's scope, of a backend that is not configured: one answer. */
function notFound(path: InputPath): UserError {
  return userError('NOT_FOUND', 'There is no user with this id.', { path: [...path, 'userId'] });
}
