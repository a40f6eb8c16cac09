import { mapAtMost } from '../../../http/at-most.ts';
import type { CloudSsoPage } from '../contract.ts';
import { isNotFound, isRefusedParameter } from '../failure.ts';
import { MAX_RESULTS } from './paging.ts';

/** Calls under way at once for one read of many things. */
export const CALLS_AT_ONCE = 10;

export interface ReadById<W> {
  readonly ids: readonly string[];
  readonly idOf: (row: W) => string;
  readonly get: (id: string) => Promise<W>;
  /** A page of 100 rows; `null`: the first. */
  readonly list: (token: string | null) => Promise<CloudSsoPage<W>>;
  /** How many single reads one page is worth, by quota and size. */
  readonly pageWeight: number;
  /** Rows of the whole list, when it was last told; `null`: never. */
  readonly total: number | null;
}

/**
 * Reads things by id, of which CloudSSO has no bulk read: one by one, or by paging through their list where that is
 * cheaper: n single reads against `pageWeight` × ceil(total / 100). A first page is tried where the total is unknown.
 *
 * A list of several pages may move while it is read, and pass over a row; what it did not show is asked for by its id.
 *
 * @returns the things found, by id
 */
export async function readById<W>(request: ReadById<W>): Promise<ReadonlyMap<string, W>> {
  const { idOf, pageWeight } = request;
  const found = new Map<string, W>();
  const missing = new Set(request.ids);
  let pagesLeft = request.total === null ? 1 : pagesOf(request.total);
  let token: string | null = null;
  for (let pagesRead = 1; pagesLeft * pageWeight <= missing.size; pagesRead += 1) {
    const page: CloudSsoPage<W> = await request.list(token);
    for (const row of page.rows) if (missing.delete(idOf(row))) found.set(idOf(row), row);
    token = page.nextToken;
    if (missing.size === 0 || (token === null && pagesRead === 1)) return found;
    if (token === null) break;
    pagesLeft = Math.max(pagesOf(page.total ?? 0) - pagesRead, 1);
  }
  // Half a surrogate pair cannot be sent, so no id holds one.
  const sendable = [...missing].filter((id) => id.isWellFormed());
  for (const row of await getEach(sendable, request)) found.set(idOf(row), row);
  return found;
}

async function getEach<W>(
  ids: readonly string[],
  { get }: Pick<ReadById<W>, 'get'>,
): Promise<readonly W[]> {
  const rows = await mapAtMost(CALLS_AT_ONCE, ids, async (id) => {
    try {
      return await get(id);
    } catch (error) {
      // An id that CloudSSO finds malformed names nothing, and must not fail the others.
      if (isNotFound(error) || isRefusedParameter(error)) return null;
      throw error;
    }
  });
  return rows.filter((row) => row !== null);
}

function pagesOf(total: number): number {
  return Math.max(Math.ceil(total / MAX_RESULTS), 1);
}
