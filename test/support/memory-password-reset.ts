import type {
  PasswordPolicy,
  PasswordReset,
  ResetCommand,
  ResetOutcome,
} from '../../src/domain/password-port.ts';
import { NO_RISKS, type AccountRisks, type ResetProfile } from '../../src/domain/password-reset.ts';
import type { UserError } from '../../src/domain/user-write.ts';
import { RESET_PROFILES } from './reset-profiles.ts';

export interface MemoryPasswordResetOptions {
  readonly profile?: ResetProfile;
  readonly risks?: AccountRisks;
  /** Why accounts cannot be reset in their present state. */
  readonly obstacles?: readonly UserError[];
  readonly policy?: PasswordPolicy | null;
  /** What becomes of a write; DONE unless told otherwise. */
  readonly outcome?: (
    command: ResetCommand,
  ) => Partial<ResetOutcome> | Promise<Partial<ResetOutcome>>;
  /** Whether it has a bulk call. */
  readonly bulk?: boolean;
}

/** Resets without a backend, which remembers what it was asked to send. */
export interface MemoryPasswordReset extends PasswordReset {
  /** The commands of each write so far, in order. */
  readonly writes: readonly (readonly ResetCommand[])[];
  /** Reads of obstacles and policies so far. */
  readonly reads: readonly ('obstacles' | 'policy')[];
  /** The most resets that were under way at the same time. */
  readonly mostAtOnce: number;
}

export const DONE: ResetOutcome = {
  status: 'DONE',
  error: null,
  evidence: 'BACKEND_RESPONSE',
  generatedPassword: null,
  pendingJobId: null,
  backendRequestId: null,
};

export function createMemoryPasswordReset(
  options: MemoryPasswordResetOptions = {},
): MemoryPasswordReset {
  const writes: (readonly ResetCommand[])[] = [];
  const reads: ('obstacles' | 'policy')[] = [];
  let underWay = 0;
  let mostAtOnce = 0;

  const send = async (commands: readonly ResetCommand[]): Promise<readonly ResetOutcome[]> => {
    writes.push(commands);
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    const outcomes = await Promise.all(
      commands.map(async (command) => ({ ...DONE, ...(await options.outcome?.(command)) })),
    );
    underWay -= 1;
    return outcomes;
  };

  return {
    writes,
    reads,
    get mostAtOnce() {
      return mostAtOnce;
    },
    profileOf: () => options.profile ?? RESET_PROFILES.CLOUD_SSO,
    risksOf: () => options.risks ?? NO_RISKS,
    plannedCall: ({ ref }, { code }) => ({
      method: 'POST',
      path: `/users/${encodeURIComponent(ref.nativeId)}`,
      operation: code,
    }),
    obstaclesOf: async () => {
      reads.push('obstacles');
      return options.obstacles ?? [];
    },
    policyOf: async () => {
      reads.push('policy');
      return options.policy ?? null;
    },
    reset: async (command) => (await send([command]))[0]!,
    ...(options.bulk && { resetMany: send }),
  };
}
