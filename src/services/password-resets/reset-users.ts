import type { User } from '../../domain/model.ts';
import { readUsers } from '../reading/read-nodes.ts';
import type { ResetEnding } from './reset-result.ts';
import type { WriteContext } from '../write-context.ts';

/**
 * The users for the answer, as they stand after the resets: read again where one may have changed.
 *
 * @returns a user per ending, in their order; `null` where it is unknown or not wanted. A read that fails changes no outcome.
 */
export async function readResultUsers(
  endings: readonly ResetEnding[],
  { backends, read, wantsUser = true }: WriteContext,
): Promise<readonly (User | null)[]> {
  if (!wantsUser) return endings.map(() => null);
  const changed = endings.flatMap((ending) =>
    mayHaveChanged(ending) && ending.user !== null ? [ending.user.ref] : [],
  );
  const answers = read.signal.aborted
    ? []
    : await readUsers(backends, changed, { ...read, fresh: true });
  const users = answers.values();
  return endings.map((ending) => {
    if (!mayHaveChanged(ending)) return ending.user;
    const user = users.next().value ?? null;
    return user instanceof Error ? null : user;
  });
}

function mayHaveChanged({ how, record: { status } }: ResetEnding): boolean {
  return how === 'SENT' && status !== 'FAILED';
}
