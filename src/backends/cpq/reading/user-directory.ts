import { mapAnswers } from '../../../domain/answers.ts';
import type { Answers, ReadContext, UserDirectory } from '../../../domain/backend.ts';
import { fold } from '../../../domain/user-filter.ts';
import { readEach, readTogether } from '../../../http/read-each.ts';
import { createCompletion } from './completion.ts';
import { MAX_LIMIT, hasMoreAfter } from '../connection.ts';
import type { CpqUser } from '../contract.ts';
import { toCompanyId } from '../mapping.ts';
import { parseUserId, toUserId, type CpqUserKey } from '../native-id.ts';
import { parsePosition } from './position.ts';
import type { CpqReading } from './reading.ts';
import { MAX_PARALLEL_CALLS, queryUsers } from './user-batches.ts';
import {
  NO_USERS,
  companyOfFilter,
  countUsers,
  listUsersOf,
  readSlice,
  toUserPage,
} from './user-list.ts';
import { narrow } from './user-query.ts';

/**
 * Users of all companies by party number, from version 18.
 *
 * An id made from company and login, as versions below 18 have them, still resolves.
 */
export function createUserDirectory(reading: CpqReading): Required<UserDirectory> {
  const { reader, cache, site, usersTtlSeconds, switches, toUser } = reading;
  const complete = createCompletion(reader);

  /** Equal look-ups under way share their calls. */
  function byKey({ company, login }: LoginKey, context: ReadContext): Promise<CpqUser | null> {
    const key = `login?${JSON.stringify([company, login])}`;
    return cache.read(key, 0, context, async (inner) => {
      if (company === null) return byLogin(reading, login, inner);
      const row = await reader.inCompany(toCompanyId(company, site), login, inner);
      return row && ((await complete([row], inner))[0] ?? row);
    });
  }

  return {
    getMany: async (nativeIds, context) => {
      const { party: parties = [], login: logins = [] } = Object.groupBy(
        nativeIds,
        (id) => parseUserId(id)?.kind ?? 'none',
      );
      const current = cache.readMany('user', parties, usersTtlSeconds, context, (ids, inner) =>
        byPartyIds(reading, ids, inner),
      );
      const older = readEach(MAX_PARALLEL_CALLS, logins, async (id) => {
        const key = parseUserId(id);
        return key?.kind === 'login' ? byKey(key, context) : null;
      });
      const parts = [readTogether(parties, current), readTogether(logins, older)];
      const rows = (await Promise.all(parts)).flatMap((part) => [...part]);
      return mapAnswers(new Map(rows), toUser);
    },

    findByLogin: async (login, companyId, context) => {
      const row = await byKey({ company: companyId, login }, context);
      return row && toUser(row);
    },

    list: async ({ filter, limit, position }, context) => {
      const start = parsePosition(position);
      const narrowing = narrow(filter, switches);
      const company = companyOfFilter(filter, reading);
      if (narrowing === null || company === undefined) return NO_USERS;
      const list = listUsersOf(reading, company);
      const slice = { q: narrowing.q, limit, start };
      const { page, isNarrowed } = await readSlice(list, slice, context);
      if (page === null) return NO_USERS;
      const items = await complete(page.items, context);
      const readFrom = { limit, start: { ...start, isNarrowed } };
      return toUserPage({ ...page, items }, readFrom, toUser);
    },

    count: async (filter, context) => {
      const narrowing = narrow(filter, switches);
      const company = companyOfFilter(filter, reading);
      if (narrowing === null || company === undefined) return 0;
      return countUsers(listUsersOf(reading, company), narrowing, context);
    },
  };
}

type LoginKey = Pick<Extract<CpqUserKey, { kind: 'login' }>, 'company' | 'login'>;

/** @returns rows by the native id asked for */
async function byPartyIds(
  { reader }: CpqReading,
  nativeIds: readonly string[],
  context: ReadContext,
): Promise<Answers<CpqUser>> {
  const partyNumbers = nativeIds.flatMap((id) => {
    const key = parseUserId(id);
    return key?.kind === 'party' ? [key.partyNumber] : [];
  });
  const rows = await reader.byPartyNumbers(partyNumbers, context);
  return new Map(
    [...rows].map(([partyNumber, row]) => [toUserId({ kind: 'party', partyNumber }), row]),
  );
}

/** A login is unique on its site. Where CPQ does not answer a query for it, users are read until it is found. */
async function byLogin(
  { client }: CpqReading,
  login: string,
  context: ReadContext,
): Promise<CpqUser | null> {
  const batch = { company: null, property: 'login', values: [login] } as const;
  const found = await queryUsers(client, batch, context);
  if (found !== null) return found.get(login) ?? null;
  for (let offset = 0; ;) {
    const page = await client.listUsers({ limit: MAX_LIMIT, offset }, context);
    const row =
      page.items.find((item) => item.login === login) ??
      page.items.find((item) => fold(item.login) === fold(login));
    offset += page.items.length;
    if (row !== undefined || !hasMoreAfter(page, offset)) return row ?? null;
  }
}
