import { GatewayError } from '../../../domain/errors.ts';
import { untilAborted } from '../../../http/until-aborted.ts';

/** Lets work begin when all that came before it is over. @returns `null` when the signal ended first */
export type Turns = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T | null>;

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return async (signal, work) => {
    const before = last;
    const { promise: own, resolve: pass } = Promise.withResolvers<null>();
    last = before.then(() => own);
    try {
      await untilAborted(before, signal);
    } catch (error) {
      pass(null);
      if (error instanceof GatewayError) return null;
      throw error;
    }
    return work().finally(() => pass(null));
  };
}
