import type { User } from '../../domain/model.ts';
import type { PasswordReset, ResetCommand, ResetOutcome } from '../../domain/password-port.ts';
import type { ResetOption } from '../../domain/password-reset.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import { encodePath } from '../../http/encode.ts';
import { mapAtMost } from '../../http/at-most.ts';
import type { WriteFailure } from '../../http/write-outcome.ts';
import type { CpqReading } from './reading/reading.ts';
import { isServiceAccount, profileOf, risksOf } from './reset-profiles.ts';
import type { CpqSettings } from './settings.ts';
import { MAX_PARALLEL_CALLS } from './reading/user-batches.ts';
import { forgetUser } from './writing/forget.ts';
import { addressOf, companyAddressOf, userPath } from './writing/user-address.ts';
import { sendCall, toPlannedCall, type WriteCall, type WriteSender } from './writing/write-call.ts';

export interface PasswordResetOptions {
  readonly reading: CpqReading;
  readonly sender: WriteSender;
  readonly blankResetBody: CpqSettings['blankResetBody'];
}

/**
 * Resets by the action `resetPassword` below the company, from version 6, or by a PATCH of the password, from version 18.
 *
 * CPQ has no bulk call for passwords: many go out 10 at a time. It publishes no rules for passwords.
 */
export function createPasswordReset(options: PasswordResetOptions): PasswordReset {
  const { site } = options.reading;
  return {
    profileOf: (user) => profileOf(user, site),
    risksOf: (user) => risksOf(user, site),
    plannedCall: (user, option) => toPlannedCall(toCall(user, option, options), site.version),
    obstaclesOf: async (user, option) => obstaclesOf(user, option),
    policyOf: async () => null,
    reset: (command) => reset(options, command),
    resetMany: (commands) =>
      mapAtMost(MAX_PARALLEL_CALLS, commands, (command) => reset(options, command)),
  };
}

/** The action takes a password of service accounts alone, and mails none of those. */
function usesAction(user: User, { code }: ResetOption, { reading }: PasswordResetOptions): boolean {
  if (code === 'MAIL_TEMPORARY') return true;
  return code !== 'SET_AND_MAIL' && isServiceAccount(user, reading.site);
}

/** The action exists only below the company: there is none by party number. */
function toCall(user: User, option: ResetOption, options: PasswordResetOptions): WriteCall {
  if (!usesAction(user, option, options)) {
    return { operation: 'UpdateUser', method: 'PATCH', path: userPath(addressOf(user)) };
  }
  const { company, login } = companyAddressOf(user);
  const path = encodePath`/companies/${company}/users/${login}/actions/resetPassword`;
  return { operation: 'ResetPassword', method: 'POST', path };
}

/** CPQ documents no reset of an inactive user. */
function obstaclesOf({ status, emails }: User, { delivery }: ResetOption): readonly UserError[] {
  const obstacles: UserError[] = [];
  if (status !== 'ACTIVE') {
    const message = 'The user is not active. Activate it, then reset its password.';
    obstacles.push(userError('ACCOUNT_NOT_ACTIVE', message));
  }
  if (delivery === 'EMAIL' && emails.length === 0) {
    const message = 'The user has no e-mail address. Give it one, or choose another delivery.';
    obstacles.push(userError('NO_DELIVERY_ADDRESS', message));
  }
  return obstacles;
}

/** Whatever a successful answer holds, its status counts: version 6 is documented with a body, version 7 without. */
async function reset(options: PasswordResetOptions, command: ResetCommand): Promise<ResetOutcome> {
  const { user, option, signal } = command;
  if (signal.aborted) return toOutcome('FAILED', { error: TOO_LATE, evidence: null });
  const { reading, sender } = options;
  const reply = await sendCall(sender, toCall(user, option, options), toBody(command, options));
  await forgetUser(reading, { user, company: null, logins: [] });
  if ('failure' in reply) return toFailed(reply.failure);
  return toOutcome('DONE', { error: null, evidence: 'BACKEND_RESPONSE' });
}

const TOO_LATE = userError(
  'BACKEND_UNAVAILABLE',
  'The time of the request was up before the reset could be sent. Try again.',
  { retryable: true },
);

function toBody({ user, option, password }: ResetCommand, options: PasswordResetOptions): string {
  if (option.code === 'MAIL_TEMPORARY' || password === null) return options.blankResetBody;
  const isMailed = option.delivery === 'EMAIL';
  return JSON.stringify({
    password: password.reveal(),
    ...(!usesAction(user, option, options) && { emailPassword: isMailed }),
  });
}

function toFailed({ status, error, httpStatus }: WriteFailure): ResetOutcome {
  const isTold = status === 'FAILED' && httpStatus !== null;
  return toOutcome(status, { error, evidence: isTold ? 'BACKEND_RESPONSE' : null });
}

/** CPQ makes no password that it tells, takes no jobs, and gives its answers no ids. */
function toOutcome(
  status: ResetOutcome['status'],
  known: Pick<ResetOutcome, 'error' | 'evidence'>,
): ResetOutcome {
  return { ...known, status, generatedPassword: null, pendingJobId: null, backendRequestId: null };
}
