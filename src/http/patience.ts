/** The time of a call was up, or its caller had left, while it stood in line or paused before another try. */
export class WaitEndedError extends Error {}

/**
 * Bounds the waits around calls: a line, a pause, the trial of a backend that was left alone know nothing of the signal.
 * A call that is under way ends by itself when its signal does, and tells how.
 */
export interface Patience {
  /** Makes a call, unless nobody waits for it any more. @throws WaitEndedError; whatever the call throws */
  call<T>(call: () => Promise<T>): Promise<T>;
  /** Waits for work that consists of calls and waits. @throws WaitEndedError when the signal ends during a wait; whatever the work throws */
  waitFor<T>(work: Promise<T>): Promise<T>;
}

export function createPatience(signal: AbortSignal): Patience {
  let isUnderWay = false;
  return {
    call: async (call) => {
      if (signal.aborted) throw new WaitEndedError();
      isUnderWay = true;
      try {
        return await call();
      } finally {
        isUnderWay = false;
      }
    },
    waitFor: async (work) => {
      const { promise: ended, reject } = Promise.withResolvers<never>();
      const onAbort = (): void => {
        if (!isUnderWay) reject(new WaitEndedError());
      };
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort, { once: true });
      try {
        return await Promise.race([work, ended]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
