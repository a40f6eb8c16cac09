import { untilAborted } from './until-aborted.ts';

/** Lets works that would undo one another happen one after the other. It holds for this process alone. */
export interface Turns {
  /**
   * Waits until all who waited before for the same key have passed their turn on.
   *
   * @returns what passes the turn on; to be called once, whatever became of the work
   * @throws GatewayError BACKEND_UNAVAILABLE when the signal ends first; the turn is passed on then
   */
  wait(key: string, signal: AbortSignal): Promise<() => void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    wait: async (key, signal) => {
      const before = last.get(key) ?? Promise.resolve();
      const { promise: over, resolve } = Promise.withResolvers<null>();
      const pass = (): void => resolve(null);
      const own = before.then(() => over);
      last.set(key, own);
      void own.then(() => {
        if (last.get(key) === own) last.delete(key);
      });
      try {
        await untilAborted(before, signal);
        return pass;
      } catch (error) {
        pass();
        throw error;
      }
    },
  };
}
