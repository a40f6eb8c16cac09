import type { Backend } from '../../domain/backend.ts';
import type { User } from '../../domain/model.ts';
import { resetOptions, type ResetOption } from '../../domain/password-reset.ts';
import { planPasswordReset, type PasswordResetPlan } from './plan-password-reset.ts';
import { resetPassword, type ResetPasswordInput } from './reset-password.ts';
import {
  resetPasswords,
  type ResetPasswordsInput,
  type ResetPasswordsResult,
} from './reset-passwords.ts';
import type { PlanResetRequest } from './reset-request.ts';
import type { ResetResult } from './reset-result.ts';
import type { ResetTools } from './run-resets.ts';
import type { WriteContext } from '../write-context.ts';

/** Resets of passwords, for resolvers. */
export interface PasswordResets {
  /** @throws GatewayError when the backend cannot be read */
  plan(request: PlanResetRequest, context: WriteContext): Promise<PasswordResetPlan>;
  reset(input: ResetPasswordInput, context: WriteContext): Promise<ResetResult>;
  resetMany(input: ResetPasswordsInput, context: WriteContext): Promise<ResetPasswordsResult>;
  /** Every way to reset this account, from its row alone; `null` when its backend resets no passwords. */
  optionsOf(user: User, backend: Backend): readonly ResetOption[] | null;
}

export function createPasswordResets(tools: ResetTools): PasswordResets {
  return {
    plan: planPasswordReset,
    reset: (input, context) => resetPassword(input, tools, context),
    resetMany: (input, context) => resetPasswords(input, tools, context),
    optionsOf: (user, { passwordReset }) =>
      passwordReset === undefined
        ? null
        : resetOptions(passwordReset.profileOf(user), passwordReset.risksOf(user)),
  };
}
