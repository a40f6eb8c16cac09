import { isBackendFailure } from '../../domain/errors.ts';

/** Counts the rows of one backend exactly; `null` when counting would mean reading them all. */
export type RowCounter = () => Promise<number | null>;

/**
 * Adds up the rows of several backends.
 *
 * @param counters one per backend; `null`: the backend cannot count
 * @returns `null` as soon as one backend cannot count, or fails: a sum that misses a part is no total
 */
export async function countRows(counters: readonly (RowCounter | null)[]): Promise<number | null> {
  const able = counters.filter((counter) => counter !== null);
  if (able.length < counters.length) return null;
  const counts = await Promise.all(able.map((count) => count().catch(toUnknown)));
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function toUnknown(error: unknown): null {
  if (isBackendFailure(error)) return null;
  throw error;
}
