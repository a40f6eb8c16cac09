import type { Backend } from '../../domain/backend.ts';
import type { BackendName, Role } from '../../domain/model.ts';
import { countDirectory, listDirectory } from './list-directory.ts';
import type { Directory, ListDirectoryRequest } from './list-directory.ts';
import type { Connection } from './paging.ts';
import { seesRole } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

const ROLES: Directory<Role> = {
  kind: 'roles',
  portOf: ({ roles }) => roles,
  sees: seesRole,
};

/** Lists the roles that the caller sees, see `listDirectory`. */
export async function listRoles(
  backends: readonly Backend[],
  request: ListDirectoryRequest,
  context: ListContext,
): Promise<Connection<Role>> {
  return listDirectory(ROLES, { backends, request }, context);
}

/** Counts the roles that the caller sees, see `countDirectory`. */
export async function countRoles(
  backends: readonly Backend[],
  names: readonly BackendName[] | null,
  context: ListContext,
): Promise<number | null> {
  return countDirectory(ROLES, { backends, names }, context);
}
