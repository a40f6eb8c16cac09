import type { PasswordReset, ResetCommand, ResetOutcome } from '../../domain/password-port.ts';
import { userError } from '../../domain/user-write.ts';
import type { Logger } from '../../observability/logger.ts';
import type { PreparedReset } from './prepare-reset.ts';
import type { ResetAudit } from './reset-audit.ts';
import { outcomeUnknown, refusedReset, sentReset, type ResetEnding } from './reset-result.ts';

export interface SendContext {
  readonly audit: ResetAudit;
  readonly requestId: string;
  readonly log: Pick<Logger, 'error'>;
  /** What is not under way when it ends is not sent; what is under way is seen through. */
  readonly signal: AbortSignal;
}

/** Resets of one backend that are under way at the same time, where it has no bulk call of its own. */
const MAX_AT_ONCE = 10;

/**
 * Sends resets that passed every check: each at most once, whatever comes back, and each on record before.
 *
 * @param resets of any backends, by position; those of one backend go out together where it can take them so
 * @returns an ending for each of them
 */
export async function sendResets(
  resets: ReadonlyMap<number, PreparedReset>,
  context: SendContext,
): Promise<ReadonlyMap<number, ResetEnding>> {
  const groups = Map.groupBy(resets, ([, { backend }]) => backend.name);
  const endings = await Promise.all(
    [...groups.values()].map((group) => {
      const port = group[0]?.[1].port;
      return port?.resetMany !== undefined && group.length > 1
        ? sendTogether(group, port.resetMany.bind(port), context)
        : sendEach(group, context);
    }),
  );
  return new Map(endings.flat());
}

type Placed<T> = readonly [position: number, value: T];

async function sendEach(
  group: readonly Placed<PreparedReset>[],
  context: SendContext,
): Promise<readonly Placed<ResetEnding>[]> {
  const endings: Placed<ResetEnding>[] = [];
  // All workers draw from one iterator, so a reset is taken once.
  const queue = group.values();
  const work = async (): Promise<void> => {
    for (const [position, reset] of queue) endings.push([position, await sendOne(reset, context)]);
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return endings;
}

async function sendOne(reset: PreparedReset, context: SendContext): Promise<ResetEnding> {
  const kept = await keptFromSending(reset, context);
  if (kept !== null) return kept;
  const outcome = await Promise.try(() => reset.port.reset(commandOf(reset, context))).catch(
    (error: unknown) => unknownOutcome(error, context),
  );
  return conclude(reset, outcome, context);
}

async function sendTogether(
  group: readonly Placed<PreparedReset>[],
  resetMany: NonNullable<PasswordReset['resetMany']>,
  context: SendContext,
): Promise<readonly Placed<ResetEnding>[]> {
  const kept = await Promise.all(
    group.map(async ([position, reset]) => ({
      position,
      reset,
      ending: await keptFromSending(reset, context),
    })),
  );
  const ready = kept.filter(({ ending }) => ending === null);
  const commands = ready.map(({ reset }) => commandOf(reset, context));
  const outcomes =
    commands.length === 0
      ? []
      : await Promise.try(() => resetMany(commands)).catch((error: unknown) => {
          const outcome = unknownOutcome(error, context);
          return commands.map(() => outcome);
        });
  const sent = ready.map(async ({ position, reset }, index) => {
    const outcome = outcomes[index] ?? unknownOutcome(null, context);
    return [position, await conclude(reset, outcome, context)] as const;
  });
  const unsent = kept.flatMap(({ position, ending }) =>
    ending === null ? [] : [[position, ending] as const],
  );
  return [...unsent, ...(await Promise.all(sent))];
}

/** Puts the intent on record. @returns the ending of a reset that must not be sent; `null`: it is to be sent now */
async function keptFromSending(
  reset: PreparedReset,
  { audit, signal }: SendContext,
): Promise<ResetEnding | null> {
  if (signal.aborted) {
    const error = userError(
      'BACKEND_UNAVAILABLE',
      'The time for the request was up before this reset could be sent. Nothing was sent for it.',
      { retryable: true },
    );
    return {
      ...sentReset(reset, { ...NO_ANSWER, status: 'FAILED', error }, null),
      how: 'NOT_SENT',
    };
  }
  const problem = await audit.announce(reset);
  const { user, option } = reset;
  return problem === null ? null : refusedReset([problem], { user, option });
}

async function conclude(
  reset: PreparedReset,
  outcome: ResetOutcome,
  { audit }: SendContext,
): Promise<ResetEnding> {
  const ending = sentReset(reset, outcome, outcome.generatedPassword ?? reset.password);
  await audit.conclude(reset, ending);
  return ending;
}

function commandOf(
  { user, option, password }: PreparedReset,
  { signal }: SendContext,
): ResetCommand {
  return { user, option, password, signal };
}

const NO_ANSWER = {
  evidence: null,
  generatedPassword: null,
  pendingJobId: null,
  backendRequestId: null,
} satisfies Partial<ResetOutcome>;

/** A port does not throw; should one, the reset may have been sent. */
function unknownOutcome(error: unknown, { log, requestId }: SendContext): ResetOutcome {
  log.error('a password reset gave no outcome', {
    requestId,
    errorName: error instanceof Error ? error.name : typeof error,
  });
  return { ...NO_ANSWER, status: 'UNKNOWN', error: outcomeUnknown() };
}
