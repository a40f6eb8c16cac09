import type { Guarantee, ResetCode } from './password-reset.ts';
import type { BackendName } from './model.ts';
import type { PlannedCall, UserErrorCode, WriteStatus } from './user-write.ts';

/** Who did, or was kept from doing, what to whom. It holds no secret and nothing that a backend wrote. */
export interface AuditEntry {
  /** INTENT: before the first upstream call. OUTCOME: after it. REFUSAL: nothing was sent. */
  readonly phase: 'INTENT' | 'OUTCOME' | 'REFUSAL';
  /** The mutation's field, e.g. `resetPassword`. */
  readonly mutation: string;
  /** The caller's subject. */
  readonly subject: string;
  readonly requestId: string;
  readonly backend: BackendName | null;
  /** The account as read, else as given; `null` where none could be made out. */
  readonly target: { readonly nativeId: string | null; readonly login: string | null } | null;
  /** What was to be sent; empty for a refusal. */
  readonly calls: readonly PlannedCall[];
  readonly resetCode?: ResetCode;
  readonly status?: WriteStatus;
  readonly errorCodes?: readonly UserErrorCode[];
  readonly guarantees?: readonly Guarantee[];
  readonly backendRequestId?: string | null;
  /** Keyed hash of the idempotency key; never the key. */
  readonly keyHash?: string;
  /** The caller's own words for the record. */
  readonly reason?: string;
}

/** Where writes are accounted for. */
export interface AuditLog {
  /**
   * Returns once the entry is safe.
   *
   * @throws AuditUnavailableError when it could not be recorded: what it announces must then not be done
   */
  record(entry: AuditEntry): Promise<void>;
}

export class AuditUnavailableError extends Error {
  override readonly name = 'AuditUnavailableError';
}
