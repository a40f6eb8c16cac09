import type { GatewayConfig } from './config/config.ts';
import type { GatewayServices } from './graphql/context.ts';
import type { WriteEvent } from './observability/events.ts';
import type { Logger } from './observability/logger.ts';
import { openFileAuditTrail } from './services/audit/audit-file.ts';
import { createStreamAuditTrail, type AuditStream } from './services/audit/audit.ts';
import { createIdempotency } from './services/idempotency/idempotency.ts';
import { observeWrites } from './services/audit/observed-audit.ts';
import { createPasswordResets } from './services/password-resets/password-resets.ts';
import { createResetBudgets } from './services/password-resets/reset-budgets.ts';
import { createUserWrites } from './services/user-writes/write-user.ts';
import { createMemoryLedger } from './storage/ledger.ts';
import { createRedisLedger } from './storage/redis-ledger.ts';
import { connectRedis } from './storage/redis.ts';

export interface WriteServices extends GatewayServices {
  /** Finishes the audit trail and lets go of the ledger. */
  close(): Promise<void>;
}

/** Beyond two deadlines and a job that is polled, a write that has not reported its end counts as lost. */
const LONGEST_JOB_MS = 60_000;

export interface WriteSurroundings {
  readonly log: Logger;
  /** Where the audit trail goes when no file is configured. */
  readonly auditStream: AuditStream;
  readonly observeWrite: (event: WriteEvent) => void;
}

/** Puts together what writes and resets share: the audit trail, the ledger, the budgets. */
export async function createWriteServices(
  { writeGuards, requestDeadlineMs }: GatewayConfig,
  { log, auditStream, observeWrite }: WriteSurroundings,
): Promise<WriteServices> {
  const sealing = { signingKey: writeGuards.auditSigningKey, now: Date.now };
  const trail =
    writeGuards.auditFile === null
      ? createStreamAuditTrail(auditStream, sealing)
      : await openFileAuditTrail(writeGuards.auditFile, sealing);
  const { redis: shared } = writeGuards;
  const redis =
    shared === null
      ? null
      : await connectRedis({
          url: shared.url,
          onAway: () => log.warn('the ledger cannot be reached: writes that need it are refused'),
          onBack: () => log.info('the ledger can be reached again'),
        });
  const ledger = redis === null ? createMemoryLedger() : createRedisLedger(redis);
  const idempotency = createIdempotency({
    ledger,
    ledgerKey: shared?.ledgerKey ?? null,
    longestRunMs: requestDeadlineMs * 2 + LONGEST_JOB_MS,
    log,
    now: Date.now,
  });
  const limits = {
    perCallerPerMinute: writeGuards.resetsPerCallerPerMinute,
    perTargetPerHour: writeGuards.resetsPerTargetPerHour,
    perBackendPerMinute: writeGuards.resetsPerBackendPerMinute,
  };
  const budgets = createResetBudgets(limits, shared && redis && { ...shared, redis });
  const audit = observeWrites(trail, observeWrite);
  return {
    userWrites: createUserWrites({ idempotency, audit, log }),
    passwordResets: createPasswordResets({ idempotency, budgets, audit, log }),
    close: async () => {
      await trail.close();
      await ledger.close();
    },
  };
}
