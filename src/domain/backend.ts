import type {
  BackendName,
  Company,
  Currency,
  Instant,
  Language,
  Role,
  RoleGrant,
  User,
} from './model.ts';
import type { Answers } from './answers.ts';
import type { BackendFailureCode } from './errors.ts';
import type { ReadContext } from './read-context.ts';
import type { PasswordReset } from './password-port.ts';
import type { UserFilter } from './user-filter.ts';
import type { UserWrites } from './user-write.ts';

export type { Answers } from './answers.ts';
export type { CallBudget, ReadContext } from './read-context.ts';

/**
 * One user system, as a bundle of ports. A capability is an optional port: it is there or it is not.
 *
 * Every port's method may throw a `GatewayError` with a `BackendFailureCode`, and nothing else that is expected. One that
 * reads by key throws when nothing of it could be read; in what it returns, an entry that is an error fails that key alone.
 */
export interface Backend {
  readonly name: BackendName;
  /** What it is, e.g. `oracle-cpq`; an open set. */
  readonly kind: string;
  readonly displayName: string;
  /** Whether a simulator of this program answers for it. */
  readonly simulated: boolean;
  readonly users: UserDirectory;
  /** Users that one call of their list may bring; absent: a `limit` above 100 saves no calls. */
  readonly largestUserPage?: number;
  readonly companies?: CompanyDirectory;
  readonly roles?: RoleDirectory;
  readonly referenceData?: ReferenceData;
  readonly userWrites?: UserWrites;
  readonly passwordReset?: PasswordReset;
  /** What was last observed of it; never a call of its own. */
  health(): BackendHealth;
}

export interface UserDirectory {
  /**
   * Reads users by native id, in as few calls as the backend allows.
   *
   * @returns the users found, by the native id that was asked for; an id that does not exist has no entry. An entry that
   *   is an error fails that id alone, and says why it could not be read. A user's own `ref` holds the backend's current
   *   native id, which may differ from the id asked for.
   */
  getMany(nativeIds: readonly string[], context: ReadContext): Promise<Answers<User>>;

  /**
   * Reads the user with this login, compared as the backend compares it.
   *
   * @param companyId native id of the company; `null`: not given. A backend whose logins are read per company
   *   throws BAD_USER_INPUT without it.
   */
  findByLogin(login: string, companyId: string | null, context: ReadContext): Promise<User | null>;

  /** Lists users; absent where the backend cannot list. */
  list?(request: UserPageRequest, context: ReadContext): Promise<Page<User>>;

  /** How many users meet the filter; `null` when counting would mean reading them all. */
  count?(filter: UserFilter, context: ReadContext): Promise<number | null>;
}

export interface PageRequest {
  /** Rows wanted, 1 or more. A page may hold fewer, even none, while more follow. */
  readonly limit: number;
  /** A `position` or `nextPosition` that this port gave out; `null`: from the start. @throws BAD_USER_INPUT on any other */
  readonly position: string | null;
}

export interface UserPageRequest extends PageRequest {
  /** The backend narrows by the conditions it can express; rows that do not meet the rest may be among the answer. */
  readonly filter: UserFilter;
}

export interface Page<T> {
  readonly rows: readonly PageRow<T>[];
  /** Where the next page starts; `null` after the last one. */
  readonly nextPosition: string | null;
}

/** A row, and the position just behind it, from which a list goes on with any `limit`. */
export interface PageRow<T> {
  readonly value: T;
  readonly position: string;
}

export interface CompanyDirectory {
  /** As `UserDirectory.getMany`. */
  getMany(nativeIds: readonly string[], context: ReadContext): Promise<Answers<Company>>;
  list(request: PageRequest, context: ReadContext): Promise<Page<Company>>;
  count?(context: ReadContext): Promise<number | null>;
}

export interface RoleDirectory {
  /** As `UserDirectory.getMany`. */
  getMany(nativeIds: readonly string[], context: ReadContext): Promise<Answers<Role>>;
  list(request: PageRequest, context: ReadContext): Promise<Page<Role>>;
  count?(context: ReadContext): Promise<number | null>;

  /**
   * Direct members of a role: not those who hold it through a group.
   *
   * @throws GatewayError NOT_FOUND when the role does not exist
   */
  listMembers(roleId: string, request: PageRequest, context: ReadContext): Promise<Page<User>>;

  /**
   * The grants of users whose row did not bring them, for all of them in as few calls as the backend allows.
   *
   * @returns grants by the user's native id, with an entry for every user asked for; inherited grants included. An entry
   *   that is an error fails that user alone: of its grants not all could be read
   */
  grantsOf(users: readonly User[], context: ReadContext): Promise<Answers<readonly RoleGrant[]>>;
}

/** Codes that the backend's users and companies refer to; absent where they refer to none. Keys are the codes as the backend writes them. */
export interface ReferenceData {
  currencies(context: ReadContext): Promise<ReadonlyMap<string, Currency>>;
  languages(context: ReadContext): Promise<ReadonlyMap<string, Language>>;
}

export interface BackendHealth {
  /** UNKNOWN until the first call. */
  readonly status: 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';
  readonly latencyMs: number | null;
  readonly checkedAt: Instant | null;
  readonly problem: BackendFailureCode | null;
  /** Whether reads are refused for a moment, because the last ones all failed; absent where nothing guards them. */
  readonly circuitOpen?: boolean;
}
