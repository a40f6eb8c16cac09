import type { ReadContext } from '../../domain/backend.ts';
import type { PasswordReset } from '../../domain/password-port.ts';
import type { ResetOption } from '../../domain/password-reset.ts';
import type { Secret } from '../../domain/secret.ts';
import { userError, type PlannedCall, type UserError } from '../../domain/user-write.ts';
import { generatePassword } from './password-generator.ts';
import { toUserError, type ResetAccount } from './reset-account.ts';
import type { ResetBudgets } from './reset-budgets.ts';
import {
  decideWish,
  missingAcknowledgements,
  permissionProblem,
  refusalErrors,
  unsupportedByBackend,
} from './reset-decision.ts';
import { refusedReset, unsentReset, type ResetEnding, type ResetPromise } from './reset-result.ts';
import type { WriteContext } from '../write-context.ts';

/** A reset that passed every check and can be sent, once. */
export interface PreparedReset extends ResetPromise, ResetAccount {
  readonly port: PasswordReset;
  readonly call: PlannedCall;
  /** What to set; `null`: the backend makes it. */
  readonly password: Secret | null;
}

/**
 * The checks between the idempotency key and the record of the intent, in their order, of which the first that fails
 * answers: budgets, the decision, the permission and the acknowledgements, the account's state, the backend's policy.
 */
export async function prepareReset(
  account: ResetAccount,
  budgets: ResetBudgets,
  { caller, read }: WriteContext,
): Promise<PreparedReset | ResetEnding> {
  const { user, backend, wish, path } = account;
  const exceeded = await budgets.take(caller.subject, user.ref);
  if (exceeded !== null) return refusedReset([exceeded], { user });
  const port = backend.passwordReset;
  if (port === undefined) {
    return refusedReset([unsupportedByBackend(backend.displayName)], { user });
  }
  const decision = decideWish(port, user, wish);
  if (!decision.executable) {
    const { reasons, alternatives } = decision;
    return refusedReset(refusalErrors(reasons, path), { user, alternatives });
  }
  const { option } = decision;
  const refuse = (errors: readonly UserError[]) => refusedReset(errors, { user, option });
  const forbidden = permissionProblem(caller, option);
  if (forbidden !== null) return refuse([forbidden]);
  const unacknowledged = missingAcknowledgements(option, wish, path);
  if (unacknowledged.length > 0) return refuse(unacknowledged);
  try {
    const obstacles = await port.obstaclesOf(user, option, { ...read, fresh: true });
    if (obstacles.length > 0) return refuse(obstacles);
    const password = await passwordFor(account, { port, option }, read);
    if ('problem' in password) return refuse([password.problem]);
    const call = port.plannedCall(user, option);
    return { ...account, ...decision, port, call, password: password.toSet };
  } catch (error) {
    return unsentReset(toUserError(error), user);
  }
}

type PasswordChoice = { readonly toSet: Secret | null } | { readonly problem: UserError };

/** The password to send: the caller's when it meets the policy, ours when we make it, none when the backend does. */
async function passwordFor(
  { user, wish, path }: ResetAccount,
  { port, option }: { readonly port: PasswordReset; readonly option: ResetOption },
  read: ReadContext,
): Promise<PasswordChoice> {
  if (option.source === 'GENERATED' && option.mode === 'NATIVE') return { toSet: null };
  const policy = await port.policyOf(user, { ...read, fresh: false });
  if (wish.password === null) return generated(generatePassword(policy, user));
  const violations = policy?.violations(wish.password, user) ?? [];
  if (violations.length === 0) return { toSet: wish.password };
  const message = `The password does not meet the backend's policy: ${violations.join(' ')}`;
  const at = [...path, 'password'];
  return { problem: userError('PASSWORD_POLICY_VIOLATION', message, { path: at }) };
}

function generated(password: Secret | null): PasswordChoice {
  if (password !== null) return { toSet: password };
  return {
    problem: userError(
      'PASSWORD_POLICY_VIOLATION',
      "No generated password meets the backend's policy. Provide one.",
    ),
  };
}
