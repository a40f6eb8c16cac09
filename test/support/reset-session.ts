import type { AuditEntry, AuditLog } from '../../src/domain/audit.ts';
import { AuditUnavailableError } from '../../src/domain/audit.ts';
import { ALL_PERMISSIONS, type Caller } from '../../src/domain/caller.ts';
import { toGlobalId } from '../../src/domain/global-id.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { UserErrorCode } from '../../src/domain/user-write.ts';
import { createIdempotency, type Idempotency } from '../../src/services/idempotency/idempotency.ts';
import { createPasswordResets } from '../../src/services/password-resets/password-resets.ts';
import {
  createResetBudgets,
  type ResetLimits,
} from '../../src/services/password-resets/reset-budgets.ts';
import type { ResetPasswordInput } from '../../src/services/password-resets/reset-password.ts';
import type { ResetPasswordsInput } from '../../src/services/password-resets/reset-passwords.ts';
import type { PlanResetRequest } from '../../src/services/password-resets/reset-request.ts';
import type { ResetResult } from '../../src/services/password-resets/reset-result.ts';
import type { WriteContext } from '../../src/services/write-context.ts';
import { createBreakableLedger, type BreakableLedger } from './breakable-ledger.ts';
import {
  createMemoryBackend,
  memoryContext,
  memoryUsers,
  type MemoryBackend,
} from './memory-backend.ts';
import {
  createMemoryPasswordReset,
  type MemoryPasswordReset,
  type MemoryPasswordResetOptions,
} from './memory-password-reset.ts';

/** An audit log that remembers its entries, and can be made to fail for a phase. */
export interface MemoryAudit extends AuditLog {
  readonly entries: readonly AuditEntry[];
  failing: readonly AuditEntry['phase'][];
}

export interface ResetSessionOptions extends MemoryPasswordResetOptions {
  readonly limits?: Partial<ResetLimits>;
  readonly users?: number;
  /** Further backends beside the first, `main`. */
  readonly others?: readonly MemoryBackend[];
}

type Defaulted<T> = Omit<T, 'changeAtNextLogin'> &
  Partial<Pick<PlanResetRequest, 'changeAtNextLogin'>>;
type BulkInput = Omit<ResetPasswordsInput, 'resets'> & {
  readonly resets: readonly Defaulted<ResetPasswordInput>[];
};

/** The services of resets over backends in memory, and all that they leave behind. */
export interface ResetSession {
  readonly backend: MemoryBackend;
  readonly port: MemoryPasswordReset;
  readonly audit: MemoryAudit;
  readonly ledger: BreakableLedger;
  readonly idempotency: Idempotency;
  readonly logged: readonly string[];
  readonly clock: { now: number };
  /** Who asks, from where and for how long; to be changed by a test. */
  caller: Caller;
  signal: AbortSignal;
  readonly context: WriteContext;
  plan(request: Defaulted<PlanResetRequest>): ReturnType<Services['plan']>;
  reset(input: Defaulted<ResetPasswordInput>): ReturnType<Services['reset']>;
  resetMany(input: BulkInput): ReturnType<Services['resetMany']>;
  optionsOf: Services['optionsOf'];
}

type Services = ReturnType<typeof createPasswordResets>;

export function createResetSession(options: ResetSessionOptions = {}): ResetSession {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const logged: string[] = [];
  const log = { error: (...line: unknown[]) => void logged.push(JSON.stringify(line)) };
  const ledger = createBreakableLedger(() => clock.now);
  const audit = createMemoryAudit();
  const port = createMemoryPasswordReset(options);
  const backend = createMemoryBackend('main', {
    users: memoryUsers('main', options.users ?? 3),
    passwordReset: port,
  });
  const idempotency = createIdempotency({
    ledger,
    ledgerKey: new Secret('a ledger key'),
    longestRunMs: 60_000,
    log,
    now: () => clock.now,
  });
  const services = createPasswordResets({
    idempotency,
    budgets: createResetBudgets({
      perCallerPerMinute: 0,
      perTargetPerHour: 0,
      perBackendPerMinute: 0,
      ...options.limits,
    }),
    audit,
    log,
  });
  const session: ResetSession = {
    backend,
    port,
    audit,
    ledger,
    idempotency,
    logged,
    clock,
    caller: {
      subject: 'an administrator',
      identities: ['admin', 'Admin@corp.example'],
      permissions: ALL_PERMISSIONS,
      scope: null,
    },
    signal: new AbortController().signal,
    get context() {
      const { caller, signal } = session;
      return {
        requestId: 'request-1',
        caller,
        backends: [backend, ...(options.others ?? [])],
        read: memoryContext({ scope: caller.scope, signal }),
      };
    },
    plan: (request) => services.plan(defaulted(request), session.context),
    reset: (input) => services.reset(defaulted(input), session.context),
    resetMany: (input) =>
      services.resetMany({ ...input, resets: input.resets.map(defaulted) }, session.context),
    optionsOf: services.optionsOf,
  };
  return session;
}

/** The global id of a user of a backend in memory. */
export function idOf(index: number, backend = 'main'): string {
  const nativeId = `${backend}-${String(index).padStart(3, '0')}`;
  return toGlobalId('User', { backend, nativeId });
}

export function codesOf({ userErrors }: Pick<ResetResult, 'userErrors'>): readonly UserErrorCode[] {
  return userErrors.map(({ code }) => code);
}

/** What was set by the writes so far, in the clear; `null`: the backend made it. */
export function passwordsOf({ writes }: MemoryPasswordReset): readonly (string | null)[] {
  return writes.flat().map(({ password }) => password?.reveal() ?? null);
}

function createMemoryAudit(): MemoryAudit {
  const entries: AuditEntry[] = [];
  const audit: MemoryAudit = {
    entries,
    failing: [],
    record: async (entry) => {
      if (audit.failing.includes(entry.phase)) throw new AuditUnavailableError('No disk.');
      entries.push(entry);
    },
  };
  return audit;
}

function defaulted<T extends object>(
  request: T,
): T & { readonly changeAtNextLogin: PlanResetRequest['changeAtNextLogin'] } {
  return { changeAtNextLogin: 'REQUIRED_IF_SUPPORTED', ...request };
}
