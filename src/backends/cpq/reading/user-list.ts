import type { Page, ReadContext } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import type { UserFilter } from '../../../domain/user-filter.ts';
import { MAX_LIMIT, hasMoreAfter } from '../connection.ts';
import type { CpqUserQuery } from '../client.ts';
import type { CpqPage, CpqUser } from '../contract.ts';
import { isRefusedAs } from '../failure.ts';
import { toPosition, type ListPosition } from './position.ts';
import type { CpqReading } from './reading.ts';

export const NO_USERS: Page<User> = { rows: [], nextPosition: null };

/** Lists users of one company or of all; `null`: no such company. */
export type ListUsers = (
  query: CpqUserQuery,
  context: ReadContext,
) => Promise<CpqPage<CpqUser> | null>;

/** @param company native id; `null`: all companies, from version 18. Equal reads under way share one call. */
export function listUsersOf({ client, cache }: CpqReading, company: string | null): ListUsers {
  return (query, context) =>
    cache.read(`users?${JSON.stringify([company, query])}`, 0, context, (inner) =>
      company === null
        ? client.listUsers(query, inner)
        : client.company.listUsers(company, query, inner),
    );
}

export interface Slice {
  readonly q: string | null;
  readonly limit: number;
  readonly start: ListPosition;
}

/**
 * Reads one part of a list.
 *
 * A query that is refused with 400 is left out: the filter is then met by reading all users. That is decided on the first
 * page and stands in the position, as offsets with and without the query count different rows.
 */
export async function readSlice(
  list: ListUsers,
  { q, limit, start }: Slice,
  context: ReadContext,
): Promise<{ page: CpqPage<CpqUser> | null; isNarrowed: boolean }> {
  const query = { limit, offset: start.offset, q: start.isNarrowed ? q : null };
  try {
    return { page: await list(query, context), isNarrowed: start.isNarrowed };
  } catch (error) {
    const mayWiden = query.q !== null && start.offset === 0 && isRefusedAs(error, 400);
    if (!mayWiden) throw error;
    return { page: await list({ ...query, q: null }, context), isNarrowed: false };
  }
}

/**
 * A part of a list as a page of the domain.
 *
 * @param start the position that the part began at, as it was really read
 */
export function toUserPage(
  page: CpqPage<CpqUser>,
  { limit, start }: Omit<Slice, 'q'>,
  toUser: (row: CpqUser) => User,
): Page<User> {
  const positionAfter = (count: number): string =>
    toPosition({ ...start, offset: start.offset + count });
  const isWhole = isWholeList(page, limit);
  const items = isWhole ? page.items.slice(start.offset) : page.items;
  const rows = items
    .slice(0, limit)
    .map((row, index) => ({ value: toUser(row), position: positionAfter(index + 1) }));
  const hasMore =
    rows.length < items.length ||
    (!isWhole && hasMoreAfter(page, start.offset + page.items.length));
  return { rows, nextPosition: hasMore ? positionAfter(rows.length) : null };
}

/**
 * Whether the answer is the whole list, whatever part was asked for: it holds more than that, and no total says otherwise.
 * Some samples show answers without paging, and which collections know `limit` and `offset` is not documented for all.
 */
function isWholeList({ items, totalResults }: CpqPage<CpqUser>, limit: number): boolean {
  return items.length > Math.min(limit, MAX_LIMIT) && items.length >= (totalResults ?? 0);
}

/** The total of a list that CPQ can count by itself. @returns `null` when it cannot */
export async function countUsers(
  list: ListUsers,
  { q, isExact }: { readonly q: string | null; readonly isExact: boolean },
  context: ReadContext,
): Promise<number | null> {
  if (!isExact) return null;
  try {
    const page = await list({ limit: 1, q }, context);
    return page === null ? 0 : page.totalResults;
  } catch (error) {
    if (isRefusedAs(error, 400)) return null;
    throw error;
  }
}

/** The company that a filter asks for. @returns `undefined` when it asks for another backend's */
export function companyOfFilter(
  { companyRef }: UserFilter,
  { site }: CpqReading,
): string | null | undefined {
  if (companyRef === null) return null;
  return companyRef.backend === site.backend ? companyRef.nativeId : undefined;
}
