import { orThrow } from '../../../domain/answers.ts';
import type { UserDirectory } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import { matchesUserFilter, type UserFilter } from '../../../domain/user-filter.ts';
import { pageOf } from './ordered-rows.ts';
import { findInList, type SingleUserReader } from './single-users.ts';
import type { SnapshotSource } from './snapshot-source.ts';

export interface UserSources {
  readonly snapshots: SnapshotSource;
  readonly readSingles: SingleUserReader;
}

/** Users that are cheaper to read one by one than with the whole list. */
const MAX_SINGLE_READS = 5;

/**
 * Users, answered from the list that is held; a few that are asked for by login are read one by one when none is held,
 * and so is whatever must be fresh.
 */
export function createUserDirectory({
  snapshots,
  readSingles,
}: UserSources): Required<UserDirectory> {
  return {
    getMany: async (nativeIds, context) => {
      const held = context.fresh ? null : snapshots.held();
      if (held !== null) return held.findUsers(nativeIds);
      return context.fresh || nativeIds.length <= MAX_SINGLE_READS
        ? readSingles(nativeIds, context)
        : (await snapshots.read(context)).findUsers(nativeIds);
    },

    findByLogin: async (login, _companyId, context) => {
      const held = context.fresh ? null : snapshots.held();
      if (held !== null) return held.findUsers([login]).get(login) ?? null;
      const found = orThrow((await readSingles([login], context)).get(login));
      // The backend may mind the case where people do not.
      return found ?? (await findInList([login], snapshots, context)).get(login) ?? null;
    },

    list: async (request, context) => {
      const { users } = await snapshots.read(context);
      return pageOf(users, request, (user) => matches(user, request.filter));
    },

    count: async (filter, context) => {
      const { users } = await snapshots.read(context);
      return users.rows.filter(({ value }) => matches(value, filter)).length;
    },
  };
}

/** Every condition can be answered here, roles included: they come with the row. */
function matches(user: User, filter: UserFilter): boolean {
  const { roleRef } = filter;
  const holdsRole =
    roleRef === null ||
    (user.roleGrants ?? []).some(
      ({ role }) => role.ref.backend === roleRef.backend && role.ref.nativeId === roleRef.nativeId,
    );
  return holdsRole && matchesUserFilter(user, filter);
}
