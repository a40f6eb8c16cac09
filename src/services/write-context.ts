import type { Backend } from '../domain/backend.ts';
import type { Caller } from '../domain/caller.ts';
import type { ListContext } from './reading/visibility.ts';

/** What every write knows of the request that asks for it. */
export interface WriteContext {
  readonly requestId: string;
  readonly caller: Caller;
  readonly backends: readonly Backend[];
  /**
   * For the reads that a write needs. They are fresh, have a budget of their own, and end with the request's deadline but
   * not when the caller leaves: a write under way is seen through.
   */
  readonly read: ListContext;
  /** Whether the answer's `user` is asked for; else no read is spent on it. Default: it is. */
  readonly wantsUser?: boolean;
}
