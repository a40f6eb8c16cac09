import { parseGlobalIdOf, toGlobalId } from '../../domain/global-id.ts';
import type { Role } from '../../domain/model.ts';
import { countRoles, listRoles } from '../../services/listing/list-roles.ts';
import { listRoleMembers } from '../../services/listing/list-users.ts';
import type { QueryResolvers, RoleResolvers } from '../generated/resolvers.ts';
import { backendOf } from './backend.ts';
import type { Complete } from './complete.ts';

export const roleResolvers: Complete<RoleResolvers, Role> = {
  id: ({ ref }) => toGlobalId('Role', ref),
  backend: ({ ref }, _args, context) => backendOf(ref.backend, context),
  nativeId: ({ ref }) => ref.nativeId,
  users: async ({ ref }, { first, after = null }, { backends, read }) => {
    const page = await listRoleMembers(backends, { role: ref, first, after }, read);
    // No backend counts the members of a role without reading them.
    return { ...page, countAll: async () => null };
  },
};

export const roleQueries = {
  role: (_parent, { id }, { loaders }) => loaders.role.load(parseGlobalIdOf('Role', id)),
  roles: async (_parent, { first, after = null, backends: names = null }, { backends, read }) => {
    const page = await listRoles(backends, { first, after, backends: names }, read);
    return { ...page, countAll: () => countRoles(backends, names, read) };
  },
} satisfies QueryResolvers;
