import type { UserError } from '../../../domain/user-write.ts';
import { userError } from '../../../http/write-outcome.ts';

/**
 * What a code of CloudSSO tells about a refused write.
 *
 * @returns `null` for a code that says no more than "refused"
 */
export function explanationOf(nativeCode: string, operation: string): UserError | null {
  const known = EXPLANATIONS.find(
    (candidate) =>
      candidate.code.test(nativeCode) &&
      (candidate.operation === null || candidate.operation === operation),
  );
  return known?.error ?? null;
}

/** Why no password of the directory can be reset. */
export function passwordManagedExternally(): UserError {
  return userError(
    'PASSWORD_MANAGED_EXTERNALLY',
    'The directory has SSO logon enabled, so its users have their passwords at the identity provider. Reset it there.',
  );
}

interface Explanation {
  readonly code: RegExp;
  /** `null`: of any. */
  readonly operation: string | null;
  readonly error: UserError;
}

/**
 * What CloudSSO's codes say beyond "refused". It publishes no list of them: the conflicts are known from the vendor's
 * own clients, the rest is inferred from the sibling service RAM.
 */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: /^EntityAlreadyExists\.User(\.UserName)?$/,
    operation: 'CreateUser',
    error: userError('TAKEN', 'Another user of the directory has this login.', { path: ['login'] }),
  },
  {
    code: /^EntityAlreadyExists\.(User\.)?Email$/,
    operation: null,
    error: userError('TAKEN', 'Another user of the directory has this e-mail address.', {
      path: ['attributes', 'emails'],
    }),
  },
  {
    code: /^DeletionConflict\./,
    operation: null,
    error: userError(
      'CONFLICT',
      'The user still has groups, access assignments or MFA devices, or one of them is still being removed. Remove them, then try again.',
      { retryable: true },
    ),
  },
  {
    code: /^OperationConflict\./,
    operation: null,
    error: userError(
      'CONFLICT',
      'Another change of the same thing is still under way. Try again when it has ended.',
      { retryable: true },
    ),
  },
  {
    code: /^InvalidParameter\.Password/,
    operation: 'ResetUserPassword',
    error: userError(
      'PASSWORD_POLICY_VIOLATION',
      'CloudSSO refused the password: it breaks a rule of the directory, or was used before.',
      { path: ['password'] },
    ),
  },
  {
    code: /^OperationForbidden\.SSO/,
    operation: 'ResetUserPassword',
    error: passwordManagedExternally(),
  },
  {
    // Refused before it was looked at, and the credential has set its clock by the answer.
    code: /^InvalidTimeStamp\.Expired$/,
    operation: null,
    error: userError(
      'BACKEND_CREDENTIAL_REJECTED',
      "CloudSSO refused the time of the request. The gateway goes by CloudSSO's clock from now on: send it again.",
      { retryable: true },
    ),
  },
  {
    // With status 404, but of nothing that the caller named.
    code: /^EntityNotExists\.Directory$/,
    operation: null,
    error: userError(
      'BACKEND_REJECTED',
      'CloudSSO does not know the directory, which is a setting of the gateway.',
    ),
  },
];
