import type { Page, PageRow, ReadContext, UserDirectory } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { User } from '../../domain/model.ts';
import { mapAtMost } from '../../http/at-most.ts';
import type { CpqUser } from './contract.ts';
import { readCompanies } from './company-directory.ts';
import { isRefusedAs } from './failure.ts';
import { toCompanyId } from './mapping.ts';
import { parseUserId } from './native-id.ts';
import { parsePosition, parseWalkPosition, toWalkPosition } from './position.ts';
import type { CpqReading } from './reading.ts';
import { MAX_PARALLEL_CALLS } from './user-batches.ts';
import {
  NO_USERS,
  companyOfFilter,
  countUsers,
  listUsersOf,
  readSlice,
  toUserPage,
  type Slice,
} from './user-list.ts';
import { narrow } from './user-query.ts';

/** Companies whose users are counted for one total; with more, counting costs too many calls. */
const MAX_COUNTED_COMPANIES = 50;

/** Users below their companies: versions 5 to 17. Versions 5 to 7 cannot list. */
export function createCompanyUserDirectory(reading: CpqReading): UserDirectory {
  const single = createSingleReads(reading);
  if (reading.site.version < 16) return single;
  const { switches, toUser } = reading;

  return {
    ...single,
    list: async ({ filter, limit, position }, context) => {
      const narrowing = narrow(filter, switches);
      const company = companyOfFilter(filter, reading);
      if (narrowing === null || company === undefined) return NO_USERS;
      if (company === null) return walk(reading, { q: narrowing.q, limit, position }, context);
      const slice = { q: narrowing.q, limit, start: parsePosition(position) };
      const { page, isNarrowed } = await readSlice(listUsersOf(reading, company), slice, context);
      if (page === null) return NO_USERS;
      return toUserPage(page, { limit, start: { ...slice.start, isNarrowed } }, toUser);
    },

    count: async (filter, context) => {
      const narrowing = narrow(filter, switches);
      const company = companyOfFilter(filter, reading);
      if (narrowing === null || company === undefined) return 0;
      if (company !== null) return countUsers(listUsersOf(reading, company), narrowing, context);
      if (!narrowing.isExact) return null;
      const companies = await companyIds(reading, context);
      if (companies.length > MAX_COUNTED_COMPANIES) return null;
      const counts = await mapAtMost(MAX_PARALLEL_CALLS, companies, (id) =>
        unlessForbidden(countUsers(listUsersOf(reading, id), narrowing, context), 0),
      );
      return counts.reduce((sum, own) => (sum === null || own === null ? null : sum + own), 0);
    },
  };
}

function createSingleReads({
  reader,
  cache,
  site,
  usersTtlSeconds,
  toUser,
}: CpqReading): UserDirectory {
  async function readOne(nativeId: string, context: ReadContext): Promise<CpqUser | null> {
    const key = parseUserId(nativeId);
    if (key?.kind !== 'login' || key.company === null) return null;
    return reader.inCompany(toCompanyId(key.company, site), key.login, context);
  }

  return {
    getMany: async (nativeIds, context) => {
      const rows = await cache.readMany('user', nativeIds, usersTtlSeconds, context, readEach);
      return new Map([...rows].map(([id, row]) => [id, toUser(row)]));
    },
    findByLogin: async (login, companyId, context) => {
      if (companyId === null) {
        throw new GatewayError(
          'BAD_USER_INPUT',
          `${site.backend} reads logins per company before version 18. Name the company too.`,
        );
      }
      const row = await reader.inCompany(toCompanyId(companyId, site), login, context);
      return row && toUser(row);
    },
  };

  async function readEach(
    nativeIds: readonly string[],
    context: ReadContext,
  ): Promise<ReadonlyMap<string, CpqUser>> {
    const rows = await mapAtMost(MAX_PARALLEL_CALLS, nativeIds, (id) => readOne(id, context));
    const found = nativeIds.map((id, index) => [id, rows[index] ?? null] as const);
    return new Map(found.flatMap(([id, row]) => (row === null ? [] : [[id, row] as const])));
  }
}

/** In their order, with the guest company, which the list of companies is not documented to hold. */
async function companyIds(reading: CpqReading, context: ReadContext): Promise<readonly string[]> {
  const { sorted } = await readCompanies(reading, context);
  const ids = sorted.map(({ ref }) => ref.nativeId);
  return [...new Set([...ids, reading.site.guestCompanyLogin])].sort();
}

interface WalkRequest {
  readonly q: string | null;
  readonly limit: number;
  readonly position: string | null;
}

/** Companies read for one page, so that a filter that few users meet does not read them all in one go. */
const MAX_COMPANIES_PER_PAGE = 10;

/**
 * Lists the users of all companies, one company after the other in the order of their native ids, until the page is full.
 *
 * A company that may not be seen is passed over. When the first page meets nothing else, it is the credential that is wrong.
 */
async function walk(
  reading: CpqReading,
  { q, limit, position }: WalkRequest,
  context: ReadContext,
): Promise<Page<User>> {
  const from = parseWalkPosition(position);
  const companies = await companyIds(reading, context);
  const ahead = companies.filter((company) => from === null || company >= from.company);
  const rows: PageRow<User>[] = [];
  let isNarrowed = from?.isNarrowed ?? true;
  let refusal: unknown = null;
  let read = 0;
  for (const company of ahead.slice(0, MAX_COMPANIES_PER_PAGE)) {
    const offset = company === from?.company ? from.offset : 0;
    const slice = { q, limit: limit - rows.length, start: { offset, isNarrowed } };
    try {
      const part = await readCompany(reading, company, slice, context);
      rows.push(...part.rows);
      isNarrowed &&= part.isNarrowed;
      if (part.nextPosition !== null) return { rows, nextPosition: part.nextPosition };
      refusal = undefined;
    } catch (error) {
      if (!isRefusedAs(error, 403)) throw error;
      if (refusal === null) refusal = error;
    }
    read += 1;
    if (rows.length >= limit) break;
  }
  if (position === null && refusal) throw refusal;
  const next = ahead[read];
  const nextPosition =
    next === undefined ? null : toWalkPosition({ company: next, offset: 0, isNarrowed });
  return { rows, nextPosition };
}

async function readCompany(
  reading: CpqReading,
  company: string,
  slice: Slice,
  context: ReadContext,
): Promise<Page<User> & { readonly isNarrowed: boolean }> {
  const { page, isNarrowed } = await readSlice(listUsersOf(reading, company), slice, context);
  if (page === null) return { ...NO_USERS, isNarrowed };
  const start = { ...slice.start, isNarrowed };
  const part = toUserPage(page, { limit: slice.limit, start }, reading.toUser);
  const inWalk = (position: string): string =>
    `${encodeURIComponent(company.toWellFormed())}:${position}`;
  return {
    rows: part.rows.map(({ value, position }) => ({ value, position: inWalk(position) })),
    nextPosition: part.nextPosition === null ? null : inWalk(part.nextPosition),
    isNarrowed,
  };
}

async function unlessForbidden<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isRefusedAs(error, 403)) return otherwise;
    throw error;
  }
}
