import type { Page, PageRow } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { CloudSsoPage } from '../contract.ts';
import { isRefusedParameter } from '../failure.ts';

/**
 * A place in a list of CloudSSO.
 *
 * CloudSSO's token names a page and holds only for the page size it was issued for; so a place is the page, by token and
 * size, and how many of its rows were taken. From there a list goes on with any limit: the page is read again and its
 * first rows are skipped.
 */
export interface Place {
  /** `null`: the first page. */
  readonly token: string | null;
  readonly size: number;
  readonly taken: number;
}

/** Rows of one page of a list at most, but for assignments. */
export const MAX_RESULTS = 100;
/** Rows of one page of ListAccessAssignments at most. */
export const MAX_ASSIGNMENTS = 20;

/** Where a list begins that wants this many rows at first. */
export function startOf(limit: number): Place {
  return { token: null, size: Math.min(limit, MAX_RESULTS), taken: 0 };
}

export function toPosition({ token, size, taken }: Place): string {
  return `${size}.${taken}.${token ?? ''}`;
}

/** @throws GatewayError BAD_USER_INPUT for a text that `toPosition` cannot have made */
export function parsePosition(position: string): Place {
  const [, size = '', taken = '', token = ''] =
    /^(\d{1,3})\.(\d{1,6})\.(.*)$/s.exec(position) ?? [];
  const place = { token: token === '' ? null : token, size: Number(size), taken: Number(taken) };
  if (place.size < 1 || place.size > MAX_RESULTS) throw foreignPosition();
  return place;
}

export function foreignPosition(): GatewayError {
  return new GatewayError(
    'BAD_USER_INPUT',
    'This is not a position in this list. Use one that an earlier answer gave, or start without one.',
  );
}

/** The rows of a page from a place on, each with the position behind it. */
export function sliceFrom<W, T>(
  page: CloudSsoPage<W>,
  { place, limit }: { readonly place: Place; readonly limit: number },
  map: (wire: W) => T,
): Page<T> {
  const end = Math.min(place.taken + limit, page.rows.length);
  const rows = page.rows.slice(place.taken, end).map((wire, index): PageRow<T> => ({
    value: map(wire),
    position: toPosition({ ...place, taken: place.taken + index + 1 }),
  }));
  return { rows, nextPosition: positionBehind(page, { ...place, taken: end }) };
}

/** Every row of a list, page by page. `read` gets the token of the page; `null`: the first. */
export async function readAllPages<W>(
  read: (token: string | null) => Promise<CloudSsoPage<W>>,
): Promise<readonly W[]> {
  const rows: W[] = [];
  let token: string | null = null;
  do {
    const page: CloudSsoPage<W> = await read(token);
    rows.push(...page.rows);
    token = page.nextToken;
  } while (token !== null);
  return rows;
}

/**
 * Reads the page of a place that came from outside.
 *
 * @throws GatewayError BAD_USER_INPUT when CloudSSO refuses the place's token; its code for that is not documented
 */
export async function readPlace<W>(
  place: Place,
  read: (place: Place) => Promise<CloudSsoPage<W>>,
): Promise<CloudSsoPage<W>> {
  try {
    return await read(place);
  } catch (error) {
    throw place.token !== null && isRefusedParameter(error) ? foreignPosition() : error;
  }
}

function positionBehind({ rows, nextToken }: CloudSsoPage<unknown>, place: Place): string | null {
  if (place.taken < rows.length) return toPosition(place);
  return nextToken === null ? null : toPosition({ ...place, token: nextToken, taken: 0 });
}
