import type { Role, User } from '../../../domain/model.ts';
import { fold } from '../../../domain/user-filter.ts';
import { createCompanyIndex, type CompanyIndex } from './company-index.ts';
import { companyIdsOf, type CompanyIds } from './company-mapping.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import { mapInSlices } from './in-slices.ts';
import { toUser, type MappingContext } from '../mapping.ts';
import { createOrderedRows, type OrderedRows } from './ordered-rows.ts';

/** Everything that one load of the user list tells: the users, and the companies and roles that occur on them. */
export interface UserSnapshot {
  /** By login. */
  readonly users: OrderedRows<User>;
  readonly companies: CompanyIndex;
  readonly companyIds: CompanyIds;
  /** The roles that somebody has, by native id. */
  readonly roles: ReadonlyMap<string, Role>;
  /** The users with these logins, by the login asked for; one in another case only when that leaves no doubt. */
  findUsers(logins: readonly string[]): ReadonlyMap<string, User>;
}

/** Maps a whole list. The ids that companies have are learned from the list itself. */
export async function createSnapshot(
  wireUsers: readonly CloudAdministrationUser[],
  context: Omit<MappingContext, 'companyIds'>,
): Promise<UserSnapshot> {
  const records = wireUsers
    .map(({ organization }) => organization)
    .filter((record) => record !== null);
  const companyIds = companyIdsOf(records);
  const mapping = { ...context, companyIds };
  const users = createOrderedRows(
    await mapInSlices(wireUsers, (wire) => toUser(wire, mapping)),
    ({ login }) => login,
  );
  return {
    users,
    companies: createCompanyIndex(records, mapping),
    companyIds,
    roles: rolesOf(users),
    findUsers: createLoginIndex(users),
  };
}

function rolesOf({ rows }: OrderedRows<User>): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const { value: user } of rows) {
    for (const { role } of user.roleGrants ?? []) {
      if (!roles.has(role.ref.nativeId)) roles.set(role.ref.nativeId, role);
    }
  }
  return roles;
}

function createLoginIndex({ rows }: OrderedRows<User>): UserSnapshot['findUsers'] {
  const exact = new Map<string, User>();
  const folded = new Map<string, User | null>();
  for (const row of rows) {
    exact.set(row.key, row.value);
    folded.set(row.folded, folded.has(row.folded) ? null : row.value);
  }
  return (logins) => {
    const found = new Map<string, User>();
    for (const login of logins) {
      const user = exact.get(login) ?? folded.get(fold(login)) ?? null;
      if (user !== null) found.set(login, user);
    }
    return found;
  };
}
