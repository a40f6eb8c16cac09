import { untilAborted } from '../../../http/until-aborted.ts';

/**
 * Lets changes of one user's groups happen one after the other: CPQ takes the whole membership and knows no condition on
 * what it was, so of two changes side by side the later would undo the earlier. It holds for this process alone.
 */
export interface MembershipTurns {
  /** Changes that are over, of whatever user: what was read before one of them may be outdated. */
  readonly changes: number;
  /**
   * Waits for the changes of this user that came before, then works.
   *
   * @throws GatewayError BACKEND_UNAVAILABLE when the signal ends before the turn comes; whatever the work throws
   */
  take<T>(userId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export function createMembershipTurns(): MembershipTurns {
  const last = new Map<string, Promise<unknown>>();
  let changes = 0;
  return {
    get changes() {
      return changes;
    },
    take: async (userId, signal, work) => {
      const before = last.get(userId) ?? Promise.resolve();
      const { promise: over, resolve: pass } = Promise.withResolvers<null>();
      const own = before.then(() => over);
      last.set(userId, own);
      void own.then(() => {
        if (last.get(userId) === own) last.delete(userId);
      });
      try {
        await untilAborted(before, signal);
        return await work();
      } finally {
        changes += 1;
        pass(null);
      }
    },
  };
}
