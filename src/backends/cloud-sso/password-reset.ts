import type { ReadContext } from '../../domain/backend.ts';
import type { User } from '../../domain/model.ts';
import type { PasswordReset, ResetCommand, ResetOutcome } from '../../domain/password-port.ts';
import { NO_RISKS, type ResetOption } from '../../domain/password-reset.ts';
import { Secret } from '../../domain/secret.ts';
import type { UserError } from '../../domain/user-write.ts';
import { mapAtMost } from '../../http/at-most.ts';
import type { JsonObject } from '../../http/json.ts';
import { userError, type WriteFailure } from '../../http/write-outcome.ts';
import { unlessRefused, type DirectorySettings } from './reading/directory-settings.ts';
import { toPasswordPolicy } from './password-policy.ts';
import type { Parameters } from './parameters.ts';
import { CALLS_AT_ONCE } from './reading/read-by-id.ts';
import { CLOUD_SSO_PROFILE } from './reset-profile.ts';
import {
  sendCall,
  toPlannedCall,
  unreadableAnswer,
  type WriteSender,
} from './writing/write-call.ts';
import { passwordManagedExternally } from './writing/write-refusals.ts';

export interface PasswordResetOptions extends WriteSender {
  readonly settings: DirectorySettings;
  /** Forgets what is kept of a user. */
  readonly forget: (userId: string) => Promise<void>;
}

const OPERATION = 'ResetUserPassword';

/**
 * Resets over `ResetUserPassword`, one call for each account; many go out 10 at a time, within the quota of 100 a second.
 *
 * CloudSSO documents no reset of a disabled user, and refuses every reset while the directory has SSO logon enabled; both
 * are refused here before anything is sent.
 */
export function createPasswordReset(options: PasswordResetOptions): PasswordReset {
  const { settings } = options;
  return {
    profileOf: () => CLOUD_SSO_PROFILE,
    risksOf: () => NO_RISKS,
    plannedCall: () => toPlannedCall(OPERATION),
    obstaclesOf: (user, _option, context) => obstaclesOf(settings, user, context),
    policyOf: async (_user, context) =>
      toPasswordPolicy(await unlessRefused(settings.passwordPolicy(context))),
    reset: (command) => reset(options, command),
    resetMany: (commands) =>
      mapAtMost(CALLS_AT_ONCE, commands, (command) => reset(options, command)),
  };
}

async function obstaclesOf(
  settings: DirectorySettings,
  user: User,
  context: ReadContext,
): Promise<readonly UserError[]> {
  const obstacles: UserError[] = [];
  if (user.status === 'DISABLED') {
    obstacles.push(
      userError('ACCOUNT_NOT_ACTIVE', 'The user is disabled. Enable it, then reset its password.'),
    );
  }
  const ssoEnabled = await unlessRefused(settings.ssoEnabled(context));
  if (ssoEnabled === true) obstacles.push(passwordManagedExternally());
  return obstacles;
}

async function reset(
  options: PasswordResetOptions,
  { user, option, password, signal }: ResetCommand,
): Promise<ResetOutcome> {
  const userId = user.ref.nativeId;
  const parameters = toParameters(userId, option, password);
  const outcome = await sendCall(options, { operation: OPERATION, parameters }, signal);
  await options.forget(userId);
  if ('failure' in outcome) return toFailedReset(outcome.failure);
  const { answer, backendRequestId } = outcome;
  const newPassword = readNewPassword(answer);
  // Without it the password may be the old one, or one that nobody will ever know.
  if (option.source === 'GENERATED' && newPassword === null) {
    return toFailedReset(unreadableAnswer(backendRequestId));
  }
  return {
    status: 'DONE',
    error: null,
    evidence: 'BACKEND_RESPONSE',
    generatedPassword: option.code === 'GENERATE' ? newPassword : null,
    pendingJobId: null,
    backendRequestId,
  };
}

/** What CloudSSO does with a password when it is to make one itself is not documented: it gets one or the other. */
function toParameters(userId: string, option: ResetOption, password: Secret | null): Parameters {
  const isGenerated = option.source === 'GENERATED';
  return {
    UserId: userId,
    Password: isGenerated ? null : password,
    GenerateRandomPassword: isGenerated,
    RequirePasswordResetForNextLogin: option.changeAtNextLogin === 'REQUIRED',
  };
}

function readNewPassword({ NewPassword }: JsonObject): Secret | null {
  return typeof NewPassword === 'string' && NewPassword !== '' ? new Secret(NewPassword) : null;
}

function toFailedReset({
  status,
  error,
  httpStatus,
  backendRequestId,
}: WriteFailure): ResetOutcome {
  return {
    status,
    error,
    evidence: status === 'FAILED' && httpStatus !== null ? 'BACKEND_RESPONSE' : null,
    generatedPassword: null,
    pendingJobId: null,
    backendRequestId,
  };
}
