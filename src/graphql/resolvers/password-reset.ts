import type { ResetResult } from '../../services/password-resets/reset-result.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  ResetPasswordPayloadResolvers,
} from '../generated/resolvers.ts';
import { isSelected } from '../selection.ts';
import type { Complete } from './complete.ts';

export const passwordResetQueries = {
  planPasswordReset: (_parent, { input }, { services, writing, read }) =>
    services.passwordResets.plan(input, { ...writing, read }),
} satisfies QueryResolvers;

export const passwordResetMutations = {
  resetPassword: async (_parent, { input }, { services, writing, loaders }, info) => {
    const wantsUser = isSelected(info, ['user']);
    const result = await services.passwordResets.reset(input, { ...writing, wantsUser });
    loaders.forgetUsers();
    return result;
  },

  resetPasswords: async (_parent, { input }, { services, writing, loaders }, info) => {
    const wantsUser = isSelected(info, ['results', 'user']);
    const result = await services.passwordResets.resetMany(input, { ...writing, wantsUser });
    loaders.forgetUsers();
    return result;
  },
} satisfies MutationResolvers;

export const resetPasswordPayloadResolvers: Complete<ResetPasswordPayloadResolvers, ResetResult> = {
  // The one place where a password leaves: a generated one, once, when its caller asked for it to be returned.
  generatedPassword: ({ generatedPassword }) => generatedPassword?.reveal() ?? null,
};
