import type { GatewayConfig } from './config/config.ts';
import type { GatewayServices } from './graphql/context.ts';
import type { Logger } from './observability/logger.ts';
import { openFileAuditTrail } from './services/audit-file.ts';
import { createStreamAuditTrail } from './services/audit.ts';
import { createIdempotency } from './services/idempotency.ts';
import { createPasswordResets } from './services/password-resets.ts';
import { createResetBudgets } from './services/reset-budgets.ts';
import { createUserWrites } from './services/write-user.ts';
import { createMemoryLedger } from './storage/ledger.ts';

export interface WriteServices extends GatewayServices {
  /** Finishes the audit trail and lets go of the ledger. */
  close(): Promise<void>;
}

/** A write may go on for as long again as its request may take before it counts as lost. */
const RUNS_PER_DEADLINE = 2;

/** Puts together what writes and resets share: the audit trail, the ledger, the budgets. */
export async function createWriteServices(
  { writeGuards, requestDeadlineMs }: GatewayConfig,
  log: Logger,
): Promise<WriteServices> {
  const sealing = { signingKey: writeGuards.auditSigningKey, now: Date.now };
  const audit =
    writeGuards.auditFile === null
      ? createStreamAuditTrail(process.stdout, sealing)
      : await openFileAuditTrail(writeGuards.auditFile, sealing);
  const ledger = createMemoryLedger();
  const idempotency = createIdempotency({
    ledger,
    ledgerKey: writeGuards.redis?.ledgerKey ?? null,
    longestRunMs: requestDeadlineMs * RUNS_PER_DEADLINE,
    log,
    now: Date.now,
  });
  const budgets = createResetBudgets({
    perCallerPerMinute: writeGuards.resetsPerCallerPerMinute,
    perTargetPerHour: writeGuards.resetsPerTargetPerHour,
    perBackendPerMinute: writeGuards.resetsPerBackendPerMinute,
  });
  return {
    userWrites: createUserWrites({ idempotency, audit, log }),
    passwordResets: createPasswordResets({ idempotency, budgets, audit, log }),
    close: async () => {
      await audit.close();
      await ledger.close();
    },
  };
}
