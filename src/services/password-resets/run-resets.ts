import type { AuditLog } from '../../domain/audit.ts';
import type { UserError } from '../../domain/user-write.ts';
import type { Logger } from '../../observability/logger.ts';
import type { Idempotency, KeyedOutcome } from '../idempotency/idempotency.ts';
import { prepareReset, type PreparedReset } from './prepare-reset.ts';
import { readResetAccounts, type ResetAccount } from './reset-account.ts';
import { createResetAudit, type ResetAudit } from './reset-audit.ts';
import { pathOf, repeatedAccount, toKeyedRequest, type ResetBatch } from './reset-batch.ts';
import type { ResetBudgets } from './reset-budgets.ts';
import { parseResetRequest } from './reset-request.ts';
import {
  isEnding,
  lostReset,
  refusedReset,
  replayedReset,
  type ResetEnding,
  type ResetRecord,
  type ResetResult,
} from './reset-result.ts';
import { readResultUsers } from './reset-users.ts';
import { sendResets } from './send-resets.ts';
import type { WriteContext } from '../write-context.ts';
import { isRefusal } from '../write-target.ts';

/** What resets need beside the request. */
export interface ResetTools {
  readonly idempotency: Idempotency;
  readonly budgets: ResetBudgets;
  readonly audit: AuditLog;
  readonly log: Pick<Logger, 'error'>;
}

export interface BatchResults {
  /** In the order of the batch. */
  readonly results: readonly ResetResult[];
  /** Why the batch was refused as a whole; `null`: it was not. */
  readonly refused: UserError | null;
}

/**
 * Takes resets through the checks, in the one order that holds for each of them, and sends those that pass:
 *
 * 1. the permission, and what concerns the batch as a whole: checked by who calls this
 * 2. the input alone
 * 3. the account, read anew: it exists, the caller sees it, it is not the caller's own
 * 4. the idempotency key, then the budgets
 * 5. the decision; 6. the option's permission and the acknowledgements; 7. the account's state; 8. the policy
 * 9. the record of the intent, then one write
 *
 * Nothing is sent before every reset of the batch has passed or ended. Every attempt is on record.
 */
export async function runResets(
  batch: ResetBatch,
  tools: ResetTools,
  context: WriteContext,
): Promise<BatchResults> {
  const audit = auditOf(batch, tools, context);
  const wishes = batch.resets.map((request, position) => {
    const wish = parseResetRequest(request, pathOf(batch, position));
    return isRefusal(wish) ? refusedReset(wish.refused) : wish;
  });
  const toPath = (position: number) => pathOf(batch, position);
  const accounts = await readResetAccounts(wishes, toPath, context);
  const { refused, endings } = await runKeyed(batch, accounts, { audit, tools, context });
  await recordRefusals(batch, endings, audit);
  const users = await readResultUsers(endings, context);
  const results = endings.map(({ record, generatedPassword }, position) => ({
    userId: batch.resets[position]?.userId ?? '',
    user: users[position] ?? null,
    generatedPassword,
    ...record,
  }));
  return { refused, results };
}

/** The audit of one mutation, also for what is refused before it runs. */
export function auditOf(
  { mutation, reason, idempotencyKey }: ResetBatch,
  { audit, idempotency, log }: ResetTools,
  { caller: { subject }, requestId }: WriteContext,
): ResetAudit {
  const origin = {
    mutation,
    subject,
    requestId,
    ...(idempotencyKey !== null && {
      keyHash: idempotency.hashOf({ subject, mutation }, idempotencyKey),
    }),
    ...(reason !== null && { reason }),
  };
  return createResetAudit(audit, origin, log);
}

type Step = ResetAccount | ResetEnding;

interface Run {
  readonly audit: ResetAudit;
  readonly tools: ResetTools;
  readonly context: WriteContext;
}

async function runKeyed(
  batch: ResetBatch,
  accounts: readonly Step[],
  run: Run,
): Promise<{ readonly refused: UserError | null; readonly endings: readonly ResetEnding[] }> {
  const refuse = (refused: UserError) => ({
    refused,
    endings: accounts.map(({ user }) => refusedReset([refused], { user })),
  });
  const repeated = repeatedAccount(accounts);
  if (repeated !== null) return refuse(repeated);
  const live = new Map(accounts.entries().filter(isLive));
  const answer = await run.tools.idempotency.run<ResetEnding | Defect, ResetRecord>(
    toKeyedRequest(batch, accounts, run.context),
    {
      positions: [...live.keys()],
      run: (positions) => prepareAndSend(pick(live, positions), run),
      toRecord: (ended) => ('defect' in ended || mayRunAgain(ended.record) ? null : ended.record),
    },
  );
  if ('refused' in answer) return refuse(answer.refused);
  const endings = accounts.map((step, position) =>
    isEnding(step) ? step : endingOf(answer.outcomes.get(position), step),
  );
  return { refused: null, endings };
}

/** Kept until the key has been given up: nothing was sent. */
interface Defect {
  readonly defect: unknown;
}

async function prepareAndSend(
  accounts: ReadonlyMap<number, ResetAccount>,
  { audit, tools, context }: Run,
): Promise<ReadonlyMap<number, ResetEnding | Defect>> {
  const endings = new Map<number, ResetEnding>();
  const ready = new Map<number, PreparedReset>();
  try {
    await Promise.all(
      [...accounts].map(async ([position, account]) => {
        const step = await prepareReset(account, tools.budgets, context);
        if (isEnding(step)) endings.set(position, step);
        else ready.set(position, step);
      }),
    );
  } catch (defect) {
    return new Map([...accounts.keys()].map((position) => [position, { defect }]));
  }
  const { requestId, read } = context;
  const sent = await sendResets(ready, { audit, requestId, log: tools.log, signal: read.signal });
  return new Map([...endings, ...sent]);
}

/** Nothing happened; or it did not and may be tried again. */
function mayRunAgain({ status, userErrors }: ResetRecord): boolean {
  if (status === 'REFUSED') return true;
  return status === 'FAILED' && userErrors.some(({ retryable }) => retryable);
}

function endingOf(
  keyed: KeyedOutcome<ResetEnding | Defect, ResetRecord> | undefined,
  { user }: ResetAccount,
): ResetEnding {
  if (keyed === undefined || keyed.kind === 'LOST') return lostReset(user);
  if (keyed.kind === 'REPLAYED') return replayedReset(keyed.recorded, user);
  if ('defect' in keyed.outcome) throw keyed.outcome.defect;
  return keyed.outcome;
}

async function recordRefusals(
  { resets }: ResetBatch,
  endings: readonly ResetEnding[],
  audit: ResetAudit,
): Promise<void> {
  await Promise.all(
    endings.map(async (ending, position) => {
      if (ending.how === 'NOT_SENT') await audit.refuse(resets[position]?.userId ?? null, ending);
    }),
  );
}

function isLive(placed: [position: number, step: Step]): placed is [number, ResetAccount] {
  return !isEnding(placed[1]);
}

function pick<T>(all: ReadonlyMap<number, T>, positions: readonly number[]): Map<number, T> {
  return new Map([...all].filter(([position]) => positions.includes(position)));
}
