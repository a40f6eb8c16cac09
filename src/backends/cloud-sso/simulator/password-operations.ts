import { generatePassword } from './generated-password.ts';
import { userOf } from './operation.ts';
import type { OperationContext, Operations } from './operation.ts';
import { invalidParameter, Refusal } from './refusal.ts';
import type { DirectoryState, UserRecord } from './state.ts';

/** Longest reuse prevention of a policy: more of a user's past need not be kept. */
const MAX_HISTORY = 24;

/**
 * Where the documentation is silent: a password that comes with `GenerateRandomPassword` is ignored, and synchronised and
 * disabled users can be reset.
 *
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-resetuserpassword
 */
export const passwordOperations: Operations = {
  ResetUserPassword: (context) => {
    const { parameters, state } = context;
    const user = userOf(context);
    const isGenerated = parameters.flag('GenerateRandomPassword') ?? false;
    const mustResetAtNextLogin = parameters.flag('RequirePasswordResetForNextLogin') ?? false;
    if (state.ssoEnabled)
      throw new Refusal(403, 'OperationForbidden.SSOEnabled', {
        message: 'Passwords cannot be reset while SSO logon is enabled.',
      });
    const password = isGenerated
      ? generatePassword((candidate) => weaknessOf(candidate, user, context) === null)
      : readPassword(user, context);
    state.passwords.set(user.UserId, {
      history: [password, ...historyOf(user, state)].slice(0, MAX_HISTORY),
      mustResetAtNextLogin,
    });
    return isGenerated ? { NewPassword: password } : {};
  },
};

function readPassword(user: UserRecord, context: OperationContext): string {
  const password = context.parameters.text('Password');
  if (!password)
    throw new Refusal(400, 'MissingParameter.Password', {
      message: 'Password is required unless GenerateRandomPassword is true.',
    });
  const weakness = weaknessOf(password, user, context);
  if (weakness !== null) throw invalidParameter('Password', `The password ${weakness}.`);
  return password;
}

/** @returns which rule the password breaks, in words that do not repeat it; null: none */
function weaknessOf(
  password: string,
  user: UserRecord,
  { state, switches }: OperationContext,
): string | null {
  const policy = state.passwordPolicy;
  const characters = Array.from(password);
  if (characters.length < policy.MinPasswordLength) return 'is too short';
  if (characters.length > policy.MaxPasswordLength) return 'is too long';
  if (switches.asciiPasswordsOnly && !/^[!-~]+$/.test(password)) return 'has invalid characters';
  if (!hasEveryClass(password)) return 'lacks a kind of character';
  if (new Set(characters).size < policy.MinPasswordDifferentChars)
    return 'has too few different characters';
  if (
    policy.PasswordNotContainUsername &&
    password.toLowerCase().includes(user.UserName.toLowerCase())
  )
    return 'contains the user name';
  if (historyOf(user, state).slice(0, policy.PasswordReusePrevention).includes(password))
    return 'was used before';
  return null;
}

/** Upper case, lower case, digit, special. Which ones are special is undocumented; here every other printable of ASCII. */
function hasEveryClass(password: string): boolean {
  return [/[A-Z]/, /[a-z]/, /[0-9]/, /[!-/:-@[-`{-~]/].every((kind) => kind.test(password));
}

function historyOf({ UserId }: UserRecord, { passwords }: DirectoryState): readonly string[] {
  return passwords.get(UserId)?.history ?? [];
}
