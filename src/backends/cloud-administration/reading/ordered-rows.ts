import type { Page, PageRequest } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import { fold } from '../../../domain/user-filter.ts';

/**
 * Rows in a fixed order: by their key in lower case, then as it is written, both by code units, so that no locale of
 * the machine matters. A position in them is the key of the last row taken, which need not exist any more: a list that
 * was loaded anew goes on exactly behind it, losing and repeating nobody.
 */
export interface OrderedRows<T> {
  readonly rows: readonly OrderedRow<T>[];
}

interface OrderedRow<T> {
  readonly key: string;
  readonly folded: string;
  readonly value: T;
}

/** Puts values in order; of several with the same key the first counts. */
export function createOrderedRows<T>(
  values: Iterable<T>,
  keyOf: (value: T) => string,
): OrderedRows<T> {
  const byKey = new Map<string, OrderedRow<T>>();
  for (const value of values) {
    const key = keyOf(value);
    if (!byKey.has(key)) byKey.set(key, { key, folded: fold(key), value });
  }
  return { rows: [...byKey.values()].sort(compare) };
}

/**
 * Takes the next page of the rows that match.
 *
 * @throws GatewayError BAD_USER_INPUT when the position is none that `pageOf` could have made
 */
export function pageOf<T>(
  { rows }: OrderedRows<T>,
  { limit, position }: PageRequest,
  matches: (value: T) => boolean = () => true,
): Page<T> {
  const taken: OrderedRow<T>[] = [];
  let more = false;
  for (
    let index = position === null ? 0 : firstBehind(rows, parsePosition(position));
    ;
    index += 1
  ) {
    const row = rows[index];
    if (row === undefined) break;
    if (!matches(row.value)) continue;
    more = taken.length === limit;
    if (more) break;
    taken.push(row);
  }
  const page = taken.map(({ key, value }) => ({ value, position: toPosition(key) }));
  return { rows: page, nextPosition: more ? (page.at(-1)?.position ?? null) : null };
}

function toPosition(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

function parsePosition(position: string): string {
  const key = Buffer.from(position, 'base64url').toString('utf8');
  if (key !== '' && toPosition(key) === position) return key;
  throw new GatewayError('BAD_USER_INPUT', 'This is not a position of a list of this gateway.');
}

/** Index of the first row behind a key, found by halving. */
function firstBehind<T>(rows: readonly OrderedRow<T>[], key: string): number {
  const last = { key, folded: fold(key) };
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compare(row, last) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

type OrderKey = Pick<OrderedRow<unknown>, 'key' | 'folded'>;

function compare(left: OrderKey, right: OrderKey): number {
  return compareText(left.folded, right.folded) || compareText(left.key, right.key);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
