import type { CallBudget } from '../domain/backend.ts';
import { GatewayError } from '../domain/errors.ts';

/** A budget that also tells what was spent, for the log and the metrics. */
export interface CountingBudget extends CallBudget {
  readonly spent: number;
}

/** Allows `limit` upstream calls; the next one is BUDGET_EXCEEDED. */
export function createCallBudget(limit: number): CountingBudget {
  let spent = 0;
  return {
    get spent() {
      return spent;
    },
    take: () => {
      if (spent >= limit) {
        throw new GatewayError(
          'BUDGET_EXCEEDED',
          `The operation needs more than ${limit} upstream calls. Ask for fewer objects or fewer joined fields at once.`,
        );
      }
      spent += 1;
    },
  };
}
