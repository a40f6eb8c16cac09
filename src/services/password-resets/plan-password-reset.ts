import type { User } from '../../domain/model.ts';
import type { PasswordPolicy, PasswordReset } from '../../domain/password-port.ts';
import type { Guarantee, PasswordResetRisk, ResetOption } from '../../domain/password-reset.ts';
import type { PlannedCall, UserError } from '../../domain/user-write.ts';
import { selfResetProblem } from './reset-account.ts';
import { decideWish, refusalErrors, unsupportedByBackend } from './reset-decision.ts';
import { forbiddenToReset } from './reset-password.ts';
import { parsePlanRequest, type PlanResetRequest, type ResetWish } from './reset-request.ts';
import type { WriteContext } from '../write-context.ts';
import { findUser, isRefusal, type Checked, type UserTarget } from '../write-target.ts';

/** What a reset would do, or why it would be refused. */
export interface PasswordResetPlan {
  /** Given the required acknowledgements and permission. */
  readonly executable: boolean;
  readonly option: ResetOption | null;
  readonly requiredAcknowledgements: readonly PasswordResetRisk[];
  /** The writes that would be sent; empty when it would be refused. */
  readonly calls: readonly PlannedCall[];
  readonly guarantees: readonly Guarantee[];
  /** The primary reason first; empty when it is executable. */
  readonly refusals: readonly UserError[];
  readonly alternatives: readonly ResetOption[];
  /** `null`: the backend publishes none, or the plan was refused before it mattered. */
  readonly passwordPolicy: PasswordPolicy | null;
}

const REFUSED: Omit<PasswordResetPlan, 'refusals'> = {
  executable: false,
  option: null,
  requiredAcknowledgements: [],
  calls: [],
  guarantees: [],
  alternatives: [],
  passwordPolicy: null,
};

/**
 * Plans a reset from the account as it is now; sends nothing and counts against no budget of resets.
 *
 * @throws GatewayError when the backend cannot be read
 */
export async function planPasswordReset(
  request: PlanResetRequest,
  context: WriteContext,
): Promise<PasswordResetPlan> {
  const forbidden = forbiddenToReset(context.caller);
  if (forbidden !== null) return refusedPlan([forbidden]);
  const wish = parsePlanRequest(request);
  if (isRefusal(wish)) return refusedPlan(wish.refused);
  const target = await findTarget(wish, context);
  if (isRefusal(target)) return refusedPlan(target.refused);
  const { user, backend } = target;
  const port = backend.passwordReset;
  if (port === undefined) return refusedPlan([unsupportedByBackend(backend.displayName)]);
  return decidedPlan({ wish, user, port }, context);
}

async function findTarget(wish: ResetWish, context: WriteContext): Promise<Checked<UserTarget>> {
  const read = { ...context.read, fresh: true };
  const target = await findUser(wish.ref, ['userId'], { ...context, read });
  if (isRefusal(target)) return target;
  const problem = selfResetProblem(context.caller, target.user, []);
  return problem === null ? target : { refused: [problem] };
}

async function decidedPlan(
  { wish, user, port }: { wish: ResetWish; user: User; port: PasswordReset },
  { read }: WriteContext,
): Promise<PasswordResetPlan> {
  const decision = decideWish(port, user, wish);
  const passwordPolicy = await port.policyOf(user, { ...read, fresh: false });
  if (!decision.executable) {
    const { reasons, alternatives } = decision;
    return { ...REFUSED, refusals: refusalErrors(reasons), alternatives, passwordPolicy };
  }
  const { option, guarantees } = decision;
  const obstacles = await port.obstaclesOf(user, option, { ...read, fresh: true });
  if (obstacles.length > 0) return { ...REFUSED, refusals: obstacles, passwordPolicy };
  return {
    executable: true,
    option,
    requiredAcknowledgements: option.requiredAcknowledgements,
    calls: [port.plannedCall(user, option)],
    guarantees,
    refusals: [],
    alternatives: [],
    passwordPolicy,
  };
}

function refusedPlan(refusals: readonly UserError[]): PasswordResetPlan {
  return { ...REFUSED, refusals };
}
