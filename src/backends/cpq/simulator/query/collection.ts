import type { Exchange } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Link } from '../http/links.ts';
import { badRequest } from '../http/problem.ts';
import { linksOf, readPresentation } from './presentation.ts';
import type { Presentation } from './presentation.ts';
import { compareValues, valueAt } from './property-path.ts';
import { assertField, compileQuery } from './query-language.ts';
import type { QueryRules } from './query-language.ts';

/** A collection before it is searched, sorted and cut. */
export interface Collection<T> {
  readonly rows: readonly T[];
  /** What `q` and `orderby` look at. */
  readonly view: (row: T) => JsonObject;
  readonly knows: (path: string) => boolean;
  readonly render: (row: T, presentation: Presentation) => JsonObject;
  /** Address of the collection, without a query. */
  readonly href: string;
  readonly parentHref?: string;
  /** Parameter that holds the filter: `q`, but `filter` on the groups of a user. */
  readonly filterParameter?: 'q' | 'filter';
}

const MAX_LIMIT = 1000;

/** Rows that meet the request's filter, in the order it asks for. */
export function searchRows<T>(collection: Collection<T>, exchange: Exchange): readonly T[] {
  const { query } = exchange.request;
  const rules: QueryRules = { switches: exchange.site.switches, knows: collection.knows };
  const text = query.get(collection.filterParameter ?? 'q');
  const found = text === null ? collection.rows : filterRows(collection, compileQuery(text, rules));
  return sortRows(found, collection, readOrder(query.get('orderby'), rules));
}

/**
 * The envelope of a collection. The paging keys come only when `limit` or `offset` was sent; a `limit` out of 1 to
 * 1000 is cut to it, and 1000 holds without one.
 */
export function toCollection<T>(collection: Collection<T>, exchange: Exchange): JsonObject {
  const { query } = exchange.request;
  const presentation = readPresentation(query);
  const rows = searchRows(collection, exchange);
  const limit = Math.min(MAX_LIMIT, Math.max(1, readInteger(query, 'limit') ?? MAX_LIMIT));
  const offset = Math.max(0, readInteger(query, 'offset') ?? 0);
  const items = rows.slice(offset, offset + limit);
  const hasMore = offset + items.length < rows.length;
  const isPaged = query.has('limit') || query.has('offset');
  const paging = { offset, limit, count: items.length, hasMore, total: rows.length };
  return {
    items: items.map((row) => collection.render(row, presentation)),
    ...(isPaged ? pagingKeys(paging, exchange) : {}),
    ...linksOf(collectionLinks(collection, query, isPaged ? paging : null), presentation),
  };
}

interface Paging {
  readonly offset: number;
  readonly limit: number;
  readonly count: number;
  readonly hasMore: boolean;
  readonly total: number;
}

function pagingKeys(paging: Paging, { request, site }: Exchange): JsonObject {
  const { offset, limit, count, hasMore, total } = paging;
  return {
    offset,
    limit,
    count,
    ...(site.switches.omitHasMore ? {} : { hasMore }),
    ...(request.query.get('totalResults') === 'true' ? { totalResults: total } : {}),
  };
}

function collectionLinks<T>(
  { href, parentHref }: Collection<T>,
  query: URLSearchParams,
  paging: Paging | null,
): readonly Link[] {
  const parent: Link[] = parentHref === undefined ? [] : [{ rel: 'parent', href: parentHref }];
  if (paging === null) return [{ rel: 'self', href }, ...parent];
  const { offset, limit, hasMore } = paging;
  const at = (rel: Link['rel'], start: number): Link => {
    const rest = [...query].filter(([name]) => name !== 'limit' && name !== 'offset');
    const text = new URLSearchParams([['limit', `${limit}`], ['offset', `${start}`], ...rest]);
    return { rel, href: `${href}?${text.toString()}` };
  };
  return [
    at('self', offset),
    ...parent,
    ...(hasMore ? [at('next', offset + limit)] : []),
    ...(offset > 0 ? [at('prev', Math.max(0, offset - limit))] : []),
  ];
}

function filterRows<T>(
  { rows, view }: Collection<T>,
  predicate: (row: JsonObject) => boolean,
): readonly T[] {
  return rows.filter((row) => predicate(view(row)));
}

interface OrderTerm {
  readonly path: string;
  readonly sign: 1 | -1;
}

/** `field[:asc|desc],…` */
function readOrder(text: string | null, rules: QueryRules): readonly OrderTerm[] {
  if (text === null) return [];
  return text.split(',').map((term) => {
    const [path = '', direction = 'asc', ...rest] = term.trim().split(':');
    if (rest.length > 0 || (direction !== 'asc' && direction !== 'desc'))
      throw badRequest('orderby has a direction other than asc and desc.');
    assertField(path, rules);
    return { path, sign: direction === 'asc' ? 1 : -1 };
  });
}

/** Rows without the field come first. */
function sortRows<T>(
  rows: readonly T[],
  { view }: Collection<T>,
  terms: readonly OrderTerm[],
): readonly T[] {
  if (terms.length === 0) return rows;
  return rows.toSorted((left, right) => {
    for (const { path, sign } of terms) {
      const order = compareAt(view(left), view(right), path);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

function compareAt(left: JsonObject, right: JsonObject, path: string): number {
  const a = valueAt(left, path);
  const b = valueAt(right, path);
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b) ?? 0;
}

function readInteger(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^-?\d{1,9}$/.test(text)) throw badRequest(`${name} is not a whole number.`);
  return Number(text);
}
