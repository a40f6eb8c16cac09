import type { ReadContext } from './read-context.ts';
import type { BackendName, Ref, User } from './model.ts';

/**
 * What became of a write. DONE: the backend did it. ACCEPTED: it took the job. REFUSED: nothing was sent.
 * FAILED: sent or attempted, and known not to have happened. UNKNOWN: it left us and no trustworthy answer came.
 */
export type WriteStatus = 'DONE' | 'ACCEPTED' | 'REFUSED' | 'FAILED' | 'UNKNOWN';

export type UserErrorCode =
  | 'INVALID'
  | 'TAKEN'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNSUPPORTED_BY_BACKEND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'BACKEND_REJECTED'
  | 'BACKEND_CREDENTIAL_REJECTED'
  | 'BACKEND_UNAVAILABLE'
  | 'BACKEND_THROTTLED'
  | 'BACKEND_CONTRACT_VIOLATION'
  | 'OUTCOME_UNKNOWN'
  | 'PASSWORD_ECHO_REFUSED'
  | 'DELIVERY_NOT_SUPPORTED'
  | 'PASSWORD_SOURCE_NOT_SUPPORTED'
  | 'CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED'
  | 'CHANGE_AT_NEXT_LOGIN_NOT_AVOIDABLE'
  | 'ACKNOWLEDGEMENT_REQUIRED'
  | 'ACCOUNT_NOT_ACTIVE'
  | 'PASSWORD_MANAGED_EXTERNALLY'
  | 'NO_DELIVERY_ADDRESS'
  | 'PASSWORD_POLICY_VIOLATION'
  | 'SELF_RESET_REFUSED'
  | 'LEDGER_UNAVAILABLE'
  | 'AUDIT_UNAVAILABLE';

/** An expected problem of a write: part of its answer, not an error of the request. */
export interface UserError {
  readonly code: UserErrorCode;
  /** Tells what to do; holds nothing that came from a backend, and no value of a secret. */
  readonly message: string;
  /** Into the mutation's input, e.g. `['attributes', 'currencyCode']`; `null`: the input as a whole. */
  readonly path: readonly string[] | null;
  readonly retryable: boolean;
}

/** An expected problem in the words of a payload. */
export function userError(
  code: UserErrorCode,
  message: string,
  { path = null, retryable = false }: { path?: readonly string[] | null; retryable?: boolean } = {},
): UserError {
  return { code, message, path, retryable };
}

/** One call that a write would send: no secret in it. */
export interface PlannedCall {
  readonly method: string;
  /** Relative to the backend's base URL, percent-encoded. */
  readonly path: string;
  /** The backend's name of the operation. */
  readonly operation: string;
}

/** What came of a write that was sent. */
export interface WriteOutcome {
  readonly status: Exclude<WriteStatus, 'REFUSED'>;
  readonly errors: readonly UserError[];
  readonly pendingJobId: string | null;
  /** The backend's id of the request, for its operators. */
  readonly backendRequestId: string | null;
  /** The user concerned, as far as it is known by now; `null`: unknown or gone. */
  readonly ref: Ref | null;
  /** For a replacement: whether the user is new; `null` where it does not apply or is unknown. */
  readonly created: boolean | null;
}

/**
 * A write that was checked but not sent: either it is refused, or it says what it would send and can be sent once.
 *
 * `send` sends every planned call at most once, in order, and stops at the first that does not succeed. It never
 * throws for an outcome. The backend drops what it cached of the user by itself.
 */
export type PreparedWrite =
  | { readonly refused: readonly UserError[] }
  | { readonly calls: readonly PlannedCall[]; send(): Promise<WriteOutcome> };

/** Attributes to write: a key that is absent is unchanged (create, replace: the backend's default); `null` clears. */
export interface UserAttributes {
  readonly emails?: readonly string[] | null;
  readonly firstName?: string | null;
  readonly middleName?: string | null;
  readonly lastName?: string | null;
  readonly displayName?: string | null;
  readonly jobTitle?: string | null;
  readonly phone?: string | null;
  readonly employeeNumber?: string | null;
  readonly description?: string | null;
  readonly type?: string | null;
  /** In any spelling that `ReferenceData` knows. */
  readonly currencyCode?: string | null;
  /** BCP 47 or the backend's own spelling. */
  readonly languageTag?: string | null;
  /** Parts of the input that belong to one backend, by the field's name, e.g. `cpq`. */
  readonly own: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface CreateUserCommand {
  readonly login: string;
  /** Native id of the company; `null`: not given. */
  readonly companyId: string | null;
  readonly attributes: UserAttributes;
  readonly status: 'ACTIVE' | 'DISABLED';
}

export interface ReplaceUserCommand {
  /** The user as just read; `null`: it was named by its key and does not exist. */
  readonly user: User | null;
  /** How the caller named it. */
  readonly by: 'id' | 'key';
  /** Company of the key; `null`: not given, or named by id. */
  readonly companyId: string | null;
  /** Login of the key; `null` when named by id. */
  readonly keyLogin: string | null;
  /** Login that the user has afterwards. */
  readonly login: string;
  readonly attributes: UserAttributes;
  readonly status: 'ACTIVE' | 'DISABLED';
}

export interface RoleGrantChange {
  /** Native id of the role. */
  readonly roleId: string;
  /** CloudSSO's target account of an access configuration; `null`: not given. */
  readonly scope: string | null;
  /** Into the mutation's input, for errors. */
  readonly path: readonly string[];
}

/**
 * Writes of users. A method is there when the backend and its version can.
 *
 * Every `user` was just read from the backend, never from a cache. `context` serves the reads that a preparation needs.
 */
export interface UserWrites {
  create?(command: CreateUserCommand, context: ReadContext): Promise<PreparedWrite>;
  update?(user: User, attributes: UserAttributes, context: ReadContext): Promise<PreparedWrite>;
  replace?(command: ReplaceUserCommand, context: ReadContext): Promise<PreparedWrite>;
  setStatus?(
    user: User,
    status: 'ACTIVE' | 'DISABLED',
    context: ReadContext,
  ): Promise<PreparedWrite>;
  unlock?(user: User, context: ReadContext): Promise<PreparedWrite>;
  changeRoles?(
    user: User,
    change: {
      readonly add: readonly RoleGrantChange[];
      readonly remove: readonly RoleGrantChange[];
    },
    context: ReadContext,
  ): Promise<PreparedWrite>;
  delete?(user: User, context: ReadContext): Promise<PreparedWrite>;
  /** What to do instead of a write that this backend cannot do, e.g. for `delete`. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Names a user by what a caller knows of it. */
export interface UserKey {
  readonly backend: BackendName;
  readonly login: string;
  readonly companyId: string | null;
}
