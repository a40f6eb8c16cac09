import { mapAnswers } from '../../../domain/answers.ts';
import type { Answers, ReadContext, UserDirectory } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import { mapAtMost } from '../../../http/at-most.ts';
import { readEach, readGroups } from '../../../http/read-each.ts';
import type { CpqUser } from '../contract.ts';
import { companyIds, walkCompanies } from './company-walk.ts';
import { unlessForbidden } from '../failure.ts';
import { toCompanyId, type CpqSite } from '../mapping.ts';
import { parseUserId } from '../native-id.ts';
import { parsePosition } from './position.ts';
import type { CpqReading } from './reading.ts';
import { MAX_PARALLEL_CALLS } from './user-batches.ts';
import {
  NO_USERS,
  companyOfFilter,
  countUsers,
  listUsersOf,
  readSlice,
  toUserPage,
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
      if (company === null)
        return walkCompanies(reading, { q: narrowing.q, limit, position }, context);
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
  return {
    getMany: async (nativeIds, context) => {
      const rows = await cache.readMany('user', nativeIds, usersTtlSeconds, context, readRows);
      return mapAnswers(rows, toUser);
    },
    findByLogin: async (login, companyId, context) => {
      if (companyId === null) {
        throw new GatewayError(
          'BAD_USER_INPUT',
          `${site.backend} reads logins per company before version 18. Name the company too.`,
        );
      }
      // Equal look-ups under way share their call.
      const key = `login?${JSON.stringify([companyId, login])}`;
      const row = await cache.read(key, 0, context, (inner) =>
        reader.inCompany(toCompanyId(companyId, site), login, inner),
      );
      return row && toUser(row);
    },
  };

  async function readRows(
    nativeIds: readonly string[],
    context: ReadContext,
  ): Promise<Answers<CpqUser>> {
    if (site.version < 16) {
      return readEach(MAX_PARALLEL_CALLS, nativeIds, async (id) => {
        const place = placeOf(id, site);
        return place && reader.inCompany(place.company, place.login, context);
      });
    }
    const places = nativeIds.flatMap((id) => placeOf(id, site) ?? []);
    const groups = [...Map.groupBy(places, ({ company }) => company)];
    const keysOf = ([, own]: (typeof groups)[number]) => own.map(({ id }) => id);
    return readGroups(
      { limit: MAX_PARALLEL_CALLS, groups, keysOf },
      async ([company, own]): Promise<Answers<CpqUser>> => {
        const logins = own.map(({ login }) => login);
        const rows = await reader.byLogins(company, logins, context);
        const found = own.map(({ id, login }) => [id, rows.get(login)] as const);
        return new Map(found.flatMap(([id, row]) => (row === undefined ? [] : [[id, row]])));
      },
    );
  }
}

/** Where a user of these versions is read. */
interface UserPlace {
  readonly id: string;
  readonly company: string;
  readonly login: string;
}

function placeOf(id: string, site: CpqSite): UserPlace | null {
  const key = parseUserId(id);
  if (key?.kind !== 'login' || key.company === null) return null;
  return { id, company: toCompanyId(key.company, site), login: key.login };
}
