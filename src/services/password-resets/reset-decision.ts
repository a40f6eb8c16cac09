import type { Caller } from '../../domain/caller.ts';
import type { User } from '../../domain/model.ts';
import type { PasswordReset } from '../../domain/password-port.ts';
import {
  decideReset,
  recommendedOption,
  type PasswordResetRisk,
  type ResetDecision,
  type ResetOption,
  type ResetRefusal,
} from '../../domain/password-reset.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import type { ResetWish } from './reset-request.ts';
import type { InputPath } from '../write-target.ts';

const REFUSALS: Readonly<Record<ResetRefusal, { readonly field: string; readonly why: string }>> = {
  PASSWORD_ECHO_REFUSED: {
    field: 'delivery',
    why: 'A provided password is not given back, because the caller has it already. Ask for the delivery NONE.',
  },
  DELIVERY_NOT_SUPPORTED: {
    field: 'delivery',
    why: 'The backend has no such delivery for this account. Choose one of the alternatives.',
  },
  PASSWORD_SOURCE_NOT_SUPPORTED: {
    field: 'source',
    why: 'The backend takes no password from outside for this account. Choose one of the alternatives.',
  },
  CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED: {
    field: 'changeAtNextLogin',
    why: 'The backend cannot demand a change at the next login in this way. Ask for REQUIRED_IF_SUPPORTED, or choose one of the alternatives.',
  },
  CHANGE_AT_NEXT_LOGIN_NOT_AVOIDABLE: {
    field: 'changeAtNextLogin',
    why: 'The backend demands a change at the next login whenever it resets a password in this way.',
  },
};

const RISKS: Readonly<Record<PasswordResetRisk, string>> = {
  PASSWORD_IN_EMAIL: 'the password may stand in an e-mail',
  MULTIPLE_RECIPIENTS: 'the account has several addresses, and all of them get the e-mail',
  SHARED_ACCOUNT: 'several people share the account',
};

/** Decides the wish for the account as read, from its row alone. */
export function decideWish(port: PasswordReset, user: User, wish: ResetWish): ResetDecision {
  const profile = port.profileOf(user);
  const delivery = wish.delivery ?? recommendedOption(profile)?.delivery ?? 'NONE';
  return decideReset(profile, { ...wish, delivery }, port.risksOf(user));
}

/** Every reason of a refused decision, the primary one first. */
export function refusalErrors(
  reasons: readonly ResetRefusal[],
  path: InputPath = [],
): readonly UserError[] {
  return reasons.map((reason) => {
    const { field, why } = REFUSALS[reason];
    return userError(reason, why, { path: [...path, field] });
  });
}

/** Why the caller may not have this option; `null` when it may. */
export function permissionProblem({ permissions }: Caller, option: ResetOption): UserError | null {
  if (permissions.has(option.requiredPermission)) return null;
  return userError('FORBIDDEN', `This reset needs the permission ${option.requiredPermission}.`);
}

/** One error for each risk that the caller must acknowledge and has not. */
export function missingAcknowledgements(
  option: ResetOption,
  { acknowledged }: ResetWish,
  path: InputPath,
): readonly UserError[] {
  return option.requiredAcknowledgements
    .filter((risk) => !acknowledged.has(risk))
    .map((risk) =>
      userError('ACKNOWLEDGEMENT_REQUIRED', `Acknowledge ${risk} to go on: ${RISKS[risk]}.`, {
        path: [...path, 'acknowledge'],
      }),
    );
}

/** For an account of a backend that resets no passwords. */
export function unsupportedByBackend(displayName: string): UserError {
  return userError('UNSUPPORTED_BY_BACKEND', `${displayName} cannot reset passwords.`);
}
