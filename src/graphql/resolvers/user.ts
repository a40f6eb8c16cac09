import { parseGlobalIdOf, toGlobalId } from '../../domain/global-id.ts';
import type { Role, RoleGrant, User } from '../../domain/model.ts';
import { findUserByLogin } from '../../services/reading/find-user.ts';
import type { QueryResolvers, UserResolvers } from '../generated/resolvers.ts';
import { parseUserFilter } from '../user-filter.ts';
import { backendOf } from './backend.ts';
import type { Complete } from './complete.ts';
import { readUsers } from './connection.ts';

export const userResolvers: Complete<UserResolvers, User> = {
  id: ({ ref }) => toGlobalId('User', ref),
  backend: ({ ref }, _args, context) => backendOf(ref.backend, context),
  nativeId: ({ ref }) => ref.nativeId,
  email: ({ emails }) => emails[0] ?? null,
  company: ({ companyRef }, _args, { loaders }) => companyRef && loaders.company.load(companyRef),
  roles: async (user, _args, { loaders }) => distinctRoles(await loaders.grants.load(user)),
  // Also where the row brought them: the loader leaves out what the caller may not see.
  roleGrants: (user, _args, { loaders }) => loaders.grants.load(user),
  currency: ({ ref: { backend }, currencyCode: code }, _args, { loaders }) =>
    code === null ? null : loaders.currency.load({ backend, code }),
  language: ({ ref: { backend }, languageCode: code }, _args, { loaders }) =>
    code === null ? null : loaders.language.load({ backend, code }),
  passwordResetOptions: (user, _args, context) =>
    context.services.passwordResets.optionsOf(user, backendOf(user.ref.backend, context)),
};

export const userQueries = {
  user: (_parent, { id }, { loaders }) => loaders.user.load(parseGlobalIdOf('User', id)),
  userByLogin: (_parent, { backend, login, company = null }, { backends, read }) =>
    findUserByLogin(backends, { backend, login, company }, read),
  users: (_parent, { filter, ...page }, context) =>
    readUsers(parseUserFilter(filter), page, context),
} satisfies QueryResolvers;

/** A role that is held in several ways, e.g. for several accounts, counts once. */
function distinctRoles(grants: readonly RoleGrant[] | null): readonly Role[] | null {
  return grants && [...new Map(grants.map(({ role }) => [role.ref.nativeId, role])).values()];
}
