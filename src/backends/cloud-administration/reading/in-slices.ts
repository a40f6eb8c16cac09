import { setImmediate as nextTurn } from 'node:timers/promises';

/** Items done before other requests get their turn. */
const SLICE = 500;

/** Maps a long list without holding up the event loop: a list may have as many users as the company has. */
export async function mapInSlices<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    if (results.length > 0 && results.length % SLICE === 0) await nextTurn();
    results.push(map(item));
  }
  return results;
}
