import type { ReadContext, RoleDirectory } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { BackendName, Role } from '../../../domain/model.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import type { CloudAdministrationClient } from '../client.ts';
import { toRole } from '../mapping.ts';
import { createOrderedRows, pageOf, type OrderedRows } from './ordered-rows.ts';
import type { SnapshotSource } from './snapshot-source.ts';

export interface RoleSources {
  readonly backend: BackendName;
  readonly client: CloudAdministrationClient;
  readonly snapshots: SnapshotSource;
  readonly cache: ReadThrough;
}

/**
 * The roles of all products. A role that the backend does not list but that somebody has resolves all the same, since
 * names with and without a tenant prefix may occur side by side. Members come from the list of users.
 */
export function createRoleDirectory(sources: RoleSources): Required<RoleDirectory> {
  const { snapshots } = sources;
  return {
    getMany: async (nativeIds, context) => {
      const listed = new Map(
        (await readRoles(sources, context)).rows.map((row) => [row.key, row.value]),
      );
      const isComplete = nativeIds.every((id) => listed.has(id));
      const assigned = isComplete ? null : (await snapshots.read(context)).roles;
      const found = new Map<string, Role>();
      for (const id of nativeIds) {
        const role = listed.get(id) ?? assigned?.get(id);
        if (role !== undefined) found.set(id, role);
      }
      return found;
    },

    list: async (request, context) => pageOf(await readRoles(sources, context), request),

    count: async (context) => (await readRoles(sources, context)).rows.length,

    listMembers: async (roleId, request, context) => {
      const { users, roles } = await snapshots.read(context);
      if (!roles.has(roleId)) await assertListed(roleId, sources, context);
      return pageOf(users, request, ({ roleGrants }) =>
        (roleGrants ?? []).some(({ role }) => role.ref.nativeId === roleId),
      );
    },

    // Every row of this backend brings its grants.
    grantsOf: (users) =>
      Promise.resolve(
        new Map(users.map(({ ref, roleGrants }) => [ref.nativeId, roleGrants ?? []])),
      ),
  };
}

async function readRoles(
  { backend, client, cache }: RoleSources,
  context: ReadContext,
): Promise<OrderedRows<Role>> {
  const roles = await cache.read('roles', COMPANIES_AND_ROLES_TTL_SECONDS, context, async (inner) =>
    (await client.listRoles(inner))
      .map((wire) => toRole(wire, backend))
      .filter((role) => role !== null),
  );
  return createOrderedRows(roles, ({ ref }) => ref.nativeId);
}

async function assertListed(
  roleId: string,
  sources: RoleSources,
  context: ReadContext,
): Promise<void> {
  const { rows } = await readRoles(sources, context);
  if (rows.some(({ key }) => key === roleId)) return;
  throw new GatewayError('NOT_FOUND', 'This role does not exist.', { backend: sources.backend });
}
