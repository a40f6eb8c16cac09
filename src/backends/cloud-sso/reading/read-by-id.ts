import type { Answers } from '../../../domain/answers.ts';
import { GatewayError } from '../../../domain/errors.ts';
import { readEach, readRest, settle } from '../../../http/read-each.ts';
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
 * @returns the things found, by id. Those that a page of the list would have shown fail together, others alone
 */
export async function readById<W>(request: ReadById<W>): Promise<Answers<W>> {
  const { found, missing } = await readFromList(request);
  // Half a surrogate pair cannot be sent, so no id holds one.
  const sendable = missing.filter((id) => id.isWellFormed());
  return readRest(found, sendable, () =>
    readEach(CALLS_AT_ONCE, sendable, (id) => getOne(id, request)),
  );
}

interface ListedRows<W> {
  readonly found: Answers<W>;
  /** What the list did not show although it may be there. */
  readonly missing: readonly string[];
}

async function readFromList<W>(request: ReadById<W>): Promise<ListedRows<W>> {
  const { idOf, pageWeight } = request;
  const found = new Map<string, W | GatewayError>();
  const missing = new Set(request.ids);
  let pagesLeft = request.total === null ? 1 : pagesOf(request.total);
  let token: string | null = null;
  for (let pagesRead = 1; pagesLeft * pageWeight <= missing.size; pagesRead += 1) {
    const page: CloudSsoPage<W> | GatewayError = await settle(request.list(token));
    if (page instanceof GatewayError) return unlisted(found, missing, page);
    for (const row of page.rows) if (missing.delete(idOf(row))) found.set(idOf(row), row);
    token = page.nextToken;
    if (missing.size === 0 || (token === null && pagesRead === 1)) return { found, missing: [] };
    if (token === null) break;
    pagesLeft = Math.max(pagesOf(page.total ?? 0) - pagesRead, 1);
  }
  return { found, missing: [...missing] };
}

/** @throws GatewayError the error, when it came before anything was found */
function unlisted<W>(
  found: Answers<W>,
  missing: ReadonlySet<string>,
  error: GatewayError,
): ListedRows<W> {
  if (found.size === 0) throw error;
  const failed = [...missing].map((id) => [id, error] as const);
  return { found: new Map([...found, ...failed]), missing: [] };
}

async function getOne<W>(id: string, { get, idOf }: ReadById<W>): Promise<W | null> {
  try {
    const row = await get(id);
    return idOf(row) === id ? row : null;
  } catch (error) {
    // An id that CloudSSO finds malformed names nothing.
    if (isNotFound(error) || isRefusedParameter(error)) return null;
    throw error;
  }
}

function pagesOf(total: number): number {
  return Math.max(Math.ceil(total / MAX_RESULTS), 1);
}
