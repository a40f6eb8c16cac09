import type { ResetCommand, ResetOutcome, PasswordReset } from '../../domain/password-port.ts';
import { NO_RISKS, type ResetCode } from '../../domain/password-reset.ts';
import { userError } from '../../domain/user-write.ts';
import { mapAtMost } from '../../http/at-most.ts';
import {
  resetAutomatically,
  setPasswords,
  type ResetOutcomes,
  type ResetSources,
} from './resetting/batches.ts';
import { failed } from './resetting/outcomes.ts';
import { PROFILE, obstaclesOf } from './resetting/profile.ts';

export interface PasswordResetSources extends ResetSources {
  /** Users in one manual reset. */
  readonly batchSize: number;
  /** Drops whatever is kept of these users. */
  readonly forget: (logins: readonly string[]) => Promise<void>;
}

/** Batches under way at once. */
const WRITES_AT_ONCE = 5;

/**
 * Resets of passwords: with a known password by `manual-reset-pwd`, with one that the backend makes up by
 * `auto-reset-pwd`. Nothing is ever sent twice; what an answer leaves open is settled by reading the account.
 */
export function createPasswordReset(sources: PasswordResetSources): Required<PasswordReset> {
  const { calls, forget } = sources;

  async function send(commands: readonly ResetCommand[]): Promise<ResetOutcomes> {
    const [first] = commands;
    if (first === undefined) return new Map();
    if (first.signal.aborted) return new Map(commands.map((command) => [command, TOO_LATE]));
    const { code } = first.option;
    try {
      return await (code === 'AUTO_RESET'
        ? resetAutomatically(commands, sources)
        : setPasswords(commands, notifies(code), sources));
    } finally {
      await forget(commands.map(({ user }) => user.login));
    }
  }

  return {
    profileOf: () => PROFILE,
    risksOf: () => NO_RISKS,
    plannedCall: ({ login }, { code }) =>
      code === 'AUTO_RESET'
        ? (calls.autoReset(login) ?? calls.autoResetMany)
        : calls.manualReset(notifies(code)),
    obstaclesOf: async (user, option) => obstaclesOf(user, option),
    // None is published: the rules belong to the identity domain.
    policyOf: async () => null,
    reset: async (command) => outcomeOf(command, await send([command])),
    resetMany: async (commands) => {
      const parts = await mapAtMost(
        WRITES_AT_ONCE,
        toBatches(commands, sources.batchSize),
        async (batch) => send(batch),
      );
      const outcomes = new Map(parts.flatMap((part) => [...part]));
      return commands.map((command) => outcomeOf(command, outcomes));
    },
  };
}

const TOO_LATE: ResetOutcome = failed(
  userError('BACKEND_UNAVAILABLE', 'The time was up before the reset could be sent.', {
    retryable: true,
  }),
  null,
);

function notifies(code: ResetCode): boolean {
  return code === 'SET_AND_NOTIFY';
}

/** All automatic resets together; the others in batches of which all users are notified or none is. */
function toBatches(
  commands: readonly ResetCommand[],
  batchSize: number,
): readonly (readonly ResetCommand[])[] {
  const automatic = commands.filter(({ option }) => option.code === 'AUTO_RESET');
  const manual = commands.filter(({ option }) => option.code !== 'AUTO_RESET');
  const groups = [true, false].map((flag) =>
    manual.filter(({ option }) => notifies(option.code) === flag),
  );
  return [
    ...(automatic.length > 0 ? [automatic] : []),
    ...groups.flatMap((group) => inChunks(group, batchSize)),
  ];
}

function inChunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size)
    chunks.push(items.slice(start, start + size));
  return chunks;
}

function outcomeOf(command: ResetCommand, outcomes: ResetOutcomes): ResetOutcome {
  const outcome = outcomes.get(command);
  if (outcome === undefined) throw new Error('A reset was left without an outcome.');
  return outcome;
}
