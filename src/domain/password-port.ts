import type { ReadContext } from './read-context.ts';
import type { User } from './model.ts';
import type { AccountRisks, ResetOption, ResetProfile } from './password-reset.ts';
import type { Secret } from './secret.ts';
import type { PlannedCall, UserError, WriteStatus } from './user-write.ts';

/** What a backend demands of a password. */
export interface PasswordPolicy {
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** Sentences for people. */
  readonly rules: readonly string[];
  /** Rules that the password breaks, as sentences; empty: it conforms as far as the gateway can tell. */
  violations(password: Secret, user: User): readonly string[];
}

/** One reset to send. */
export interface ResetCommand {
  /** As just read from the backend. */
  readonly user: User;
  readonly option: ResetOption;
  /** The password to set; `null` when the backend makes it. */
  readonly password: Secret | null;
  /** Ends when the time for the answer is up; what was sent is never taken back. */
  readonly signal: AbortSignal;
}

export interface ResetOutcome {
  readonly status: Exclude<WriteStatus, 'REFUSED'>;
  /** Why it is not DONE; `null` for DONE and ACCEPTED. */
  readonly error: UserError | null;
  /** What showed the outcome: the answer, or the account read again. `null` while nothing did. */
  readonly evidence: 'BACKEND_RESPONSE' | 'READ_BACK' | null;
  /** Made by the backend and returned once; `null` otherwise. */
  readonly generatedPassword: Secret | null;
  readonly pendingJobId: string | null;
  readonly backendRequestId: string | null;
}

/** Resets of passwords. What may be reset how is decided by `decideReset` alone, from `profileOf`. */
export interface PasswordReset {
  /** From the row alone: costs no call. */
  profileOf(user: User): ResetProfile;
  /** From the row alone: costs no call. */
  risksOf(user: User): AccountRisks;
  /** The one write that `reset` would send. */
  plannedCall(user: User, option: ResetOption): PlannedCall;
  /** Why this account cannot be reset in its present state; empty when it can. Reads only what the row does not hold. */
  obstaclesOf(user: User, option: ResetOption, context: ReadContext): Promise<readonly UserError[]>;
  /** `null`: the backend publishes none. Kept for minutes. */
  policyOf(user: User, context: ReadContext): Promise<PasswordPolicy | null>;
  /** Sends exactly one write, never again, whatever comes back; never throws for an outcome. */
  reset(command: ResetCommand): Promise<ResetOutcome>;
  /**
   * Sends many resets in as few writes as the backend's bulk calls allow, or as many at once as its quota allows.
   *
   * @returns one outcome per command, in their order; each account is in at most one write
   */
  resetMany?(commands: readonly ResetCommand[]): Promise<readonly ResetOutcome[]>;
}
