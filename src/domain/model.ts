/** The configured key of a backend, e.g. `cpq`; the first half of every global id. */
export type BackendName = string;

/** A moment in UTC as RFC 3339 text with milliseconds, e.g. `2026-02-03T10:15:30.000Z`. */
export type Instant = string;

/** Names one object of one backend: the backend and the backend's own key. */
export interface Ref {
  readonly backend: BackendName;
  readonly nativeId: string;
}

export type UserStatus = 'ACTIVE' | 'DISABLED' | 'EXPIRED' | 'PENDING' | 'UNKNOWN';

/**
 * One account of one backend, as last read.
 *
 * `null` means: the backend keeps no such value, or has none for this account.
 */
export interface User {
  readonly ref: Ref;
  readonly login: string;
  /** In the backend's order; the first is the one it writes to first. Empty when there is none. */
  readonly emails: readonly string[];
  readonly displayName: string;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly jobTitle: string | null;
  readonly phone: string | null;
  readonly employeeNumber: string | null;
  readonly description: string | null;
  readonly status: UserStatus;
  /** The status in the backend's own word or number. */
  readonly nativeStatus: string | null;
  /** Its own axis: a disabled account can be locked too. */
  readonly locked: boolean | null;
  /** The backend's own kind of user, e.g. `FULL_ACCESS`; an open set. */
  readonly type: string | null;
  readonly companyRef: Ref | null;
  /** Role grants that came with the row; `null`: ask `RoleDirectory.grantsOf`. */
  readonly roleGrants: readonly RoleGrant[] | null;
  /** As the backend writes it (`CFAF`); look it up in its `ReferenceData`. */
  readonly currencyCode: string | null;
  /** As the backend writes it (`iw_IL`); look it up in its `ReferenceData`. */
  readonly languageCode: string | null;
  readonly timeZone: string | null;
  readonly password: PasswordState | null;
  readonly sso: SsoState | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly lastLoginAt: Instant | null;
  readonly details: Details | null;
}

export interface PasswordState {
  readonly changeRequiredAtNextLogin: boolean | null;
  readonly expired: boolean | null;
  readonly expiresAt: Instant | null;
  readonly lastResetAt: Instant | null;
  readonly userCanChange: boolean | null;
}

export interface SsoState {
  readonly enabled: boolean | null;
  readonly externalId: string | null;
  readonly provisionedBy: string | null;
  /** The backend's own word for the mode, e.g. `NOT_ENABLED`. */
  readonly nativeMode: string | null;
}

/**
 * A backend's own attributes of an object, for the type that its `details.graphql` declares.
 *
 * A value may be a function `(args, context)`: it is called only when the field is selected, with `context.read` of type
 * `ReadContext`, so that an attribute that costs a call is read on demand, and with `context.scope`, for an attribute that
 * not every caller may see.
 */
export interface Details {
  /** The GraphQL object type, e.g. `CpqUserDetails`. */
  readonly __typename: string;
  readonly [attribute: string]: unknown;
}

/** One way in which a user holds a role. */
export interface RoleGrant {
  readonly role: Role;
  /** Where the role applies, e.g. CloudSSO's target account; `null`: everywhere in its backend. */
  readonly scope: string | null;
  readonly scopeName: string | null;
  /** The group through which the user holds it; `null`: held directly. */
  readonly via: Role | null;
}

export interface Company {
  readonly ref: Ref;
  readonly name: string;
  readonly displayName: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly parentRef: Ref | null;
  readonly baseCurrencyCode: string | null;
  readonly baseLanguageCode: string | null;
  readonly details: Details | null;
}

export type RoleKind = 'ROLE' | 'GROUP' | 'ACCESS_CONFIGURATION' | 'OTHER';

export interface Role {
  readonly ref: Ref;
  readonly name: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly kind: RoleKind;
  /** The company that owns the role; `null`: it belongs to none, as most do. */
  readonly companyRef: Ref | null;
  readonly details: Details | null;
}

export interface Currency {
  /** As the backend writes it. */
  readonly code: string;
  /** ISO 4217, current or historic; `null` where the backend's code has no counterpart. */
  readonly isoCode: string | null;
  readonly name: string | null;
  readonly deprecated: boolean;
}

export interface Language {
  /** As the backend writes it, e.g. `iw_IL`. */
  readonly code: string;
  /** BCP 47, e.g. `he-IL`. */
  readonly tag: string;
  readonly name: string | null;
}
