import type { Answers, ReadContext } from '../../../domain/backend.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import type { CloudSsoPage } from '../contract.ts';
import type { Parameters } from '../parameters.ts';
import { MAX_RESULTS, type Place } from './paging.ts';
import { readById } from './read-by-id.ts';

/** What CloudSSO lists and reads by id: its users, groups, access configurations. */
export interface Rows<W> {
  /**
   * One page, shared with equal reads under way; its rows are kept as if they had been read one by one. The page itself
   * is not kept: how long its token lives is not documented.
   */
  readPage(
    conditions: Parameters,
    place: Pick<Place, 'size' | 'token'>,
    context: ReadContext,
  ): Promise<CloudSsoPage<W>>;
  /** @returns the rows found, by id */
  getMany(ids: readonly string[], context: ReadContext): Promise<Answers<W>>;
  /** How many rows the list has, kept as long as a row; `null`: CloudSSO did not tell. */
  count(context: ReadContext): Promise<number | null>;
}

export interface RowsOptions<W> {
  readonly reader: ReadThrough;
  /** Where rows are kept: `kind:id` is the key of one for `ReadThrough.drop`. */
  readonly kind: string;
  readonly list: (parameters: Parameters, context: ReadContext) => Promise<CloudSsoPage<W>>;
  readonly get: (id: string, context: ReadContext) => Promise<W>;
  readonly idOf: (row: W) => string;
  /** How long a row is kept; 0: not at all. */
  readonly ttlSeconds: number;
  /** How many single reads one page is worth, by quota and size. */
  readonly pageWeight: number;
}

export function createRows<W>(options: RowsOptions<W>): Rows<W> {
  const { reader, kind, list, get, idOf, ttlSeconds } = options;
  /** Of the whole list, as the last unconditional page told it. */
  let total: number | null = null;

  const readPage: Rows<W>['readPage'] = (conditions, { size, token }, context) => {
    const parameters = { ...conditions, MaxResults: size, NextToken: token };
    return reader.read(`${kind} page ${JSON.stringify(parameters)}`, 0, context, async (inner) => {
      const since = reader.mark();
      const page = await list(parameters, inner);
      await reader.put(kind, new Map(page.rows.map((row) => [idOf(row), row])), ttlSeconds, since);
      if (Object.keys(conditions).length === 0) total = page.total;
      return page;
    });
  };

  return {
    readPage,
    getMany: (ids, context) =>
      reader.readMany<W>(kind, ids, ttlSeconds, context, (missing, inner) =>
        readById({
          ids: missing,
          idOf,
          get: (id) => get(id, inner),
          list: (token) => readPage({}, { size: MAX_RESULTS, token }, inner),
          pageWeight: options.pageWeight,
          total,
        }),
      ),
    count: (context) =>
      reader.read(`${kind} count`, ttlSeconds, context, async (inner) => {
        const page = await readPage({}, { size: 1, token: null }, inner);
        return page.total;
      }),
  };
}
