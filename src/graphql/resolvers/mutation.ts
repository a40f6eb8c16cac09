import type { GraphQLResolveInfo } from 'graphql';
import type { UserError } from '../../domain/user-write.ts';
import type { WriteResult } from '../../services/user-writes/perform-write.ts';
import type { WriteContext } from '../../services/write-context.ts';
import type { UserWriteService } from '../../services/user-writes/write-user.ts';
import type { GatewayContext } from '../context.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { isSelected } from '../selection.ts';
import { parseUserAttributes } from '../user-attributes.ts';
import { parseCompanyReference, parseRoleGrants, parseUserReference } from '../user-write-input.ts';

export const userMutations = {
  createUser: (_parent, { input }, context, info) => {
    const { company, idempotencyKey = null, ...rest } = input;
    const attributes = parseUserAttributes(input.attributes);
    return write(context, info, (writes, writing) =>
      writes.create(
        { ...rest, attributes, idempotencyKey, company: parseCompanyReference(company) },
        writing,
      ),
    );
  },

  updateUser: (_parent, { input: { userId, attributes } }, context, info) =>
    write(context, info, (writes, writing) =>
      writes.update({ userId, attributes: parseUserAttributes(attributes) }, writing),
    ),

  replaceUser: (_parent, { input }, context, info) => {
    const user = parseUserReference(input.user);
    const attributes = parseUserAttributes(input.attributes);
    return write(context, info, (writes, writing) =>
      writes.replace({ ...input, user, attributes }, writing),
    );
  },

  setUserStatus: (_parent, { input }, context, info) =>
    write(context, info, (writes, writing) => writes.setStatus(input, writing)),

  unlockUser: (_parent, { input }, context, info) =>
    write(context, info, (writes, writing) => writes.unlock(input, writing)),

  changeUserRoles: (_parent, { input: { userId, add, remove } }, context, info) =>
    write(context, info, (writes, writing) =>
      writes.changeRoles(
        { userId, add: parseRoleGrants(add), remove: parseRoleGrants(remove) },
        writing,
      ),
    ),

  deleteUser: async (_parent, { input }, context, info) => {
    const payload = await write(context, info, (writes, writing) => writes.delete(input, writing));
    return { ...payload, deletedUserId: payload.status === 'DONE' ? input.userId : null };
  },
} satisfies MutationResolvers;

/** Writes, and lets the rest of the document see the new state. */
async function write<Result extends WriteResult>(
  { services, writing, loaders }: GatewayContext,
  info: GraphQLResolveInfo,
  run: (writes: UserWriteService, writing: WriteContext) => Promise<Result>,
): Promise<Result & { readonly userErrors: readonly UserError[] }> {
  const wantsUser = isSelected(info, ['user']);
  const result = await run(services.userWrites, { ...writing, wantsUser });
  loaders.forgetUsers();
  return { ...result, userErrors: result.errors };
}
