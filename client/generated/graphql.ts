/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/**
 * Why a backend failed. The same codes stand in `extensions.code` of an entry in `errors`. More may be added: keep a
 * default branch.
 */
export type BackendFailureCode =
  /** Its answer is not what its interface promises. It is for the gateway's developers to mend. */
  | 'BACKEND_CONTRACT_VIOLATION'
  /** It does not accept the gateway's own credential. It is for the gateway's operators to mend; signing in again does not help. */
  | 'BACKEND_CREDENTIAL_REJECTED'
  /** It understood the request and refused it. */
  | 'BACKEND_REJECTED'
  /** It limits its callers, and the limit is reached. Wait, then try again. */
  | 'BACKEND_THROTTLED'
  /** No usable answer: it is down, unreachable or too slow. Try again later. */
  | 'BACKEND_UNAVAILABLE'
  /** The operation needs more calls to backends than one operation may make. Ask for less at once. */
  | 'BUDGET_EXCEEDED'
  /** Nobody can do anything: this product or version has no such operation. */
  | 'UNSUPPORTED_BY_BACKEND';

/** One thing that can be done with a backend. */
export type Capability =
  /** Companies can be read. Alibaba CloudSSO has none. */
  | 'COMPANIES_READ'
  /** Its users and companies refer to currencies. Only Oracle CPQ has them. */
  | 'CURRENCIES_READ'
  /** Its users and companies refer to languages. Only Oracle CPQ has them. */
  | 'LANGUAGES_READ'
  /** Passwords can be reset. */
  | 'PASSWORDS_RESET'
  /** Roles can be granted to users and taken from them. */
  | 'ROLES_ASSIGN'
  /** Roles, and who holds them, can be read. */
  | 'ROLES_READ'
  /** Users can be enabled and disabled. */
  | 'USERS_ACTIVATE'
  /** Users can be created. */
  | 'USERS_CREATE'
  /** Users can be deleted. */
  | 'USERS_DELETE'
  /** Users can be listed. Oracle CPQ up to version 7 cannot. */
  | 'USERS_LIST'
  /** Users can be read one by one, by id or login. */
  | 'USERS_READ'
  /** A user can be replaced as a whole. */
  | 'USERS_REPLACE'
  /** A locked user can be unlocked. */
  | 'USERS_UNLOCK'
  /** Single attributes of a user can be changed. */
  | 'USERS_UPDATE';

/** Whether the user must choose a new password at the next sign-in. */
export type ChangeAtNextLogin =
  /** The user need not; refused where the backend always asks for it. */
  | 'NOT_REQUIRED'
  /** The user must; refused where the backend cannot make the user do so. */
  | 'REQUIRED'
  /** The user must where the backend can make the user do so, else not. */
  | 'REQUIRED_IF_SUPPORTED';

/** What a reset means for the next sign-in. */
export type ChangeAtNextLoginEffect =
  /** The password stays as it was set. */
  | 'NOT_REQUIRED'
  /** The user must choose a new password. */
  | 'REQUIRED';

/** Roles to give to a user and to take away, one at least. */
export type ChangeUserRolesInput = {
  /** Roles to give. One that the user holds already stays as it is. */
  readonly add?: ReadonlyArray<RoleGrantInput> | null | undefined;
  /** Roles to take away. One that the user does not hold is left out. */
  readonly remove?: ReadonlyArray<RoleGrantInput> | null | undefined;
  /** Global id of the user. */
  readonly userId: string;
};

/** Attributes of a user that only Oracle Cloud Administration keeps. One that is absent stays as it is. */
export type CloudAdministrationUserAttributes = {
  /** Whether the user has administrator rights. */
  readonly admin?: boolean | null | undefined;
  /** After this moment the account is no longer usable. */
  readonly endDate?: string | null | undefined;
  /** The user's manager: a login or a name, which the backend does not check. */
  readonly manager?: string | null | undefined;
  /** Whether the user is barred from changing the password. */
  readonly pwdCantChange?: boolean | null | undefined;
  /** Before this moment the account is not usable yet. */
  readonly startDate?: string | null | undefined;
};

/** Attributes that only Alibaba CloudSSO has. */
export type CloudSsoUserAttributes = {
  /** Labels of the user, 21 at most. */
  readonly tags?: ReadonlyArray<TagInput> | null | undefined;
};

/** Names a company in one of two ways. */
export type CompanyReference =
  {   /** Global id of the company. */
  readonly id: string; readonly nativeId?: never; }
  |  { readonly id?: never;   /** The backend's own key of the company: the login name of the company in Oracle CPQ, `_host` for the host. */
  readonly nativeId: string; };

/** An address of an Oracle CPQ user. Absent: unchanged; `null` clears the part. */
export type CpqAddressInput = {
  /** First line of the street address. */
  readonly address1?: string | null | undefined;
  /** Second line of the street address. */
  readonly address2?: string | null | undefined;
  /** City. */
  readonly city?: string | null | undefined;
  /** Company. */
  readonly company?: string | null | undefined;
  /** Second line of the company. */
  readonly company2?: string | null | undefined;
  /** Country. */
  readonly country?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** Fax number. */
  readonly fax?: string | null | undefined;
  /** Given name of the person. */
  readonly firstName?: string | null | undefined;
  /** Family name of the person. */
  readonly lastName?: string | null | undefined;
  /** Telephone number. */
  readonly phone?: string | null | undefined;
  /** State or province. */
  readonly stateProvince?: string | null | undefined;
  /** Postal code. */
  readonly zip?: string | null | undefined;
};

/**
 * Attributes of a user that only Oracle CPQ keeps, under CPQ's own names. Absent: unchanged. An attribute that the version in
 * use does not have is refused by name.
 */
export type CpqUserAttributes = {
  /** Login of the user who approves in this user's place. `null` clears it. */
  readonly approvalDelegate?: string | null | undefined;
  /** Address for bills. A part that is left out stays as it is. */
  readonly billing?: CpqAddressInput | null | undefined;
  /** Number that the site gave to the way dates are shown. */
  readonly dateFormatId?: number | null | undefined;
  /** Mode of single sign-on, an open set of which `NOT_ENABLED` is documented. */
  readonly enabledForSso?: string | null | undefined;
  /** The user's key in the system that signs the user in. `null` clears it. */
  readonly externalSsoId?: string | null | undefined;
  /** Fax number. `null` clears it. */
  readonly fax?: string | null | undefined;
  /** Whether the user administers what others have access to. Only an access administrator can grant it. */
  readonly isAccessAdminPermEnabled?: boolean | null | undefined;
  /** Whether the user administers the whole application. From version 16; only for users with full access in the host company. */
  readonly isApplicationAdminPermEnabled?: boolean | null | undefined;
  /** Whether mobile use is enabled for the user. From version 16. */
  readonly isMobileEnabled?: boolean | null | undefined;
  /** Whether the user gets notifications by e-mail. */
  readonly isNotifyEmail?: boolean | null | undefined;
  /** Whether the user gets notifications by fax. */
  readonly isNotifyFax?: boolean | null | undefined;
  /** Whether the user may act in another user's place. */
  readonly isProxyPermEnabled?: boolean | null | undefined;
  /** Whether the user administers users; in versions 5 to 7 the permission of a super user. */
  readonly isUserAdminPermEnabled?: boolean | null | undefined;
  /** Whether the account is for programs alone and cannot sign in to the pages. */
  readonly isWebServicesOnly?: boolean | null | undefined;
  /** Number that the site gave to the way numbers are shown. */
  readonly numberFormatId?: number | null | undefined;
  /** The OAuth client that acts as this user; a client belongs to one user at most. From version 16. `null` clears it. */
  readonly oauthClientId?: string | null | undefined;
  /** The user's partner login, under CPQ's own word. From version 16. `null` clears it. */
  readonly partnerLogin?: string | null | undefined;
  /** Whether `shipping` differs from `billing`. */
  readonly separateShipAddr?: boolean | null | undefined;
  /** Id of the Salesforce organization that the user belongs to. From version 16. `null` clears it. */
  readonly sfdcOrgId?: string | null | undefined;
  /** Address for deliveries. A part that is left out stays as it is. */
  readonly shipping?: CpqAddressInput | null | undefined;
  /** Number that the site gave to the time zone. */
  readonly timeZoneId?: number | null | undefined;
  /** Number that the site gave to the units of measure. */
  readonly unitsId?: number | null | undefined;
};

/** A user to create. */
export type CreateUserInput = {
  /** The user's attributes. Which ones are required differs between backends; a missing one is refused by name. */
  readonly attributes: UserAttributes;
  /** Name of the backend, e.g. `cpq`. */
  readonly backend: string;
  /**
   * The company that the user will belong to. A caller who sees only some companies must name one of them. Refused where the
   * backend has no companies.
   */
  readonly company?: CompanyReference | null | undefined;
  /**
   * Any text of the caller's, up to 255 characters, new for every user to create: the same request with the same key creates
   * the user once and answers the same again, for 24 hours.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** What the user will sign in with. */
  readonly login: string;
  /** Whether the account can be used at once. */
  readonly status?: UserStatusInput;
};

/** A user to delete. */
export type DeleteUserInput = {
  /** Global id of the user. */
  readonly userId: string;
};

/** How a guarantee is known. More may be added: keep a default branch. */
export type Evidence =
  /** The backend's documentation. */
  | 'BACKEND_DOCUMENTATION'
  /** The backend's answer to the reset. */
  | 'BACKEND_RESPONSE'
  /** The gateway did it itself. */
  | 'GATEWAY_ACTION'
  /** Nothing shows it. */
  | 'NONE'
  /** The account was read again afterwards. */
  | 'READ_BACK';

/** What a guarantee is about. More may be added: keep a default branch. */
export type GuaranteeKind =
  /** The user must choose a new password at the next sign-in. */
  | 'CHANGE_REQUIRED_AT_NEXT_LOGIN'
  /** Nobody but the user knows the password. */
  | 'NOBODY_ELSE_KNOWS_PASSWORD'
  /** The user, or the caller on the user's behalf, got the new password. */
  | 'PASSWORD_DELIVERED'
  /** The old password no longer works. */
  | 'PASSWORD_REPLACED'
  /** The password was made at random for this reset alone. */
  | 'PASSWORD_UNIQUE'
  /** The user was told that the password was reset. */
  | 'USER_NOTIFIED';

/** How far a guarantee holds. */
export type GuaranteeLevel =
  /** It follows from what the backend's documentation says, without saying so outright. */
  | 'IMPLIED'
  /** It holds. */
  | 'MET'
  /** It does not hold. */
  | 'NOT_MET'
  /** Nobody can tell. */
  | 'UNKNOWN';

/** A backend's health in one word. */
export type HealthStatus =
  /** It answers, but the last call failed, e.g. because of throttling. */
  | 'DEGRADED'
  /** It could not be reached, or it does not accept the gateway's own credential. */
  | 'DOWN'
  /** It has not been called yet. */
  | 'UNKNOWN'
  /** The last call was answered. */
  | 'UP';

/** Who is told the new password. */
export type PasswordDelivery =
  /** The backend mails the user, with the password or a way to it. */
  | 'EMAIL'
  /**
   * Nobody. A supplied password stays with the caller; a generated one is discarded, which leaves the account without a
   * password that anybody knows.
   */
  | 'NONE'
  /** The caller: it is in this answer, once. Only for a generated password. */
  | 'RETURN';

/** One user's password to reset among several. */
export type PasswordResetRequest = {
  /** The risks that the caller knows of. The plan says which ones are needed. */
  readonly acknowledge?: ReadonlyArray<PasswordResetRisk> | null | undefined;
  /** Whether the user must choose a new password at the next sign-in. */
  readonly changeAtNextLogin?: ChangeAtNextLogin;
  /** Who is told. Absent: NONE when `password` is given, else what the account's recommended option says. */
  readonly delivery?: PasswordDelivery | null | undefined;
  /** The new password. `null` and an empty text are refused, so that an empty form field does not generate one. */
  readonly password?: string | null | undefined;
  /** Who makes the password. Absent: PROVIDED when `password` is given, else GENERATED. */
  readonly source?: PasswordSource | null | undefined;
  /** Global id of the user. */
  readonly userId: string;
};

/** What a caller must show to know of before a reset is done. More may be added: keep a default branch. */
export type PasswordResetRisk =
  /** The account has several e-mail addresses, and the mail may reach people beside the user. */
  | 'MULTIPLE_RECIPIENTS'
  /** The password, or something that discloses it, is sent by e-mail. */
  | 'PASSWORD_IN_EMAIL'
  /** Several people use the account; all of them lose access. */
  | 'SHARED_ACCOUNT';

/** Who makes the new password. */
export type PasswordSource =
  /** The backend generates it, or the gateway where the backend cannot. */
  | 'GENERATED'
  /** The caller supplies it. */
  | 'PROVIDED';

/** What a caller may be allowed to do. A caller's permissions come with the caller's token; see `viewer`. */
export type Permission =
  /** Reset a user's password in ways by which nobody but the user gets to know the new one. */
  | 'PASSWORDS_RESET'
  /** Reset a user's password in ways by which the caller gets to know the new one, or by which it is sent in a mail. */
  | 'PASSWORDS_SET'
  /** Read this schema through introspection where the gateway does not open it to everyone. */
  | 'SCHEMA_READ'
  /** Read users, companies, roles and their connections. */
  | 'USERS_READ'
  /** Create, change, lock out, unlock and delete users, and change their roles; see the user concerned, and no list of others. */
  | 'USERS_WRITE';

/** Who does what a reset needs. */
export type PlanMode =
  /** The gateway makes the password, and the backend sets it. */
  | 'EMULATED'
  /** One call of the backend does it all. */
  | 'NATIVE';

/** A reset to plan. */
export type PlanPasswordResetInput = {
  /** Whether the user must choose a new password at the next sign-in. */
  readonly changeAtNextLogin?: ChangeAtNextLogin;
  /** Who is told. Absent: NONE for a supplied password, else what the account's recommended option says. */
  readonly delivery?: PasswordDelivery | null | undefined;
  /** Who makes the password. Absent: GENERATED. */
  readonly source?: PasswordSource | null | undefined;
  /** Global id of the user. */
  readonly userId: string;
};

/** A user as it shall be. */
export type ReplaceUserInput = {
  /** All attributes that shall not fall back to the backend's default. */
  readonly attributes: UserAttributes;
  /** What the user signs in with afterwards. */
  readonly login: string;
  /** Whether the account can be used afterwards. */
  readonly status: UserStatusInput;
  /** The user. Named by id, it must exist; named by its key, it may be created. */
  readonly user: UserReference;
};

/** One way of holding a role. */
export type RoleGrantInput = {
  /** Global id of a role of the same backend. */
  readonly roleId: string;
  /**
   * Where the role applies: the id of the cloud account for an access configuration of Alibaba CloudSSO, which needs it.
   * Refused for all other roles.
   */
  readonly scope?: string | null | undefined;
};

/** What a role is in its backend. More may be added: keep a default branch. */
export type RoleKind =
  /** A set of permissions that is granted for one cloud account at a time. Only Alibaba CloudSSO has them. */
  | 'ACCESS_CONFIGURATION'
  /** A group: its members share what the group is given. */
  | 'GROUP'
  /** Anything else. */
  | 'OTHER'
  /** A role in the plain sense: it lets its holders do something. */
  | 'ROLE';

/** A user and the status to give. */
export type SetUserStatusInput = {
  /** The status afterwards. */
  readonly status: UserStatusInput;
  /** Global id of the user. */
  readonly userId: string;
};

/** One condition on a text: exactly one of the fields is given. Every one of them ignores case. */
export type StringFilter =
  {   /** The text contains this. */
  readonly contains: string; readonly equals?: never; readonly in?: never; readonly startsWith?: never; }
  |  { readonly contains?: never;   /** The text is this. */
  readonly equals: string; readonly in?: never; readonly startsWith?: never; }
  |  { readonly contains?: never; readonly equals?: never;   /** The text is one of these, 1000 at most; none meets an empty list. */
  readonly in: ReadonlyArray<string>; readonly startsWith?: never; }
  |  { readonly contains?: never; readonly equals?: never; readonly in?: never;   /** The text begins with this. */
  readonly startsWith: string; };

/** A label: a name and its value. */
export type TagInput = {
  /** Name of the label. */
  readonly key: string;
  /** Value of the label; an empty text for none. */
  readonly value: string;
};

/** A user to unlock. */
export type UnlockUserInput = {
  /** Global id of the user. */
  readonly userId: string;
};

/** Changes to a user. */
export type UpdateUserInput = {
  /** The attributes to change, one or more. */
  readonly attributes: UserAttributes;
  /** Global id of the user. */
  readonly userId: string;
};

/**
 * Attributes of a user. Absent: stays as it is, or, for a new or replaced user, the backend's default. `null` or an empty
 * list clears the attribute; an empty text counts as `null`. An attribute that cannot be cleared, or that the backend does
 * not keep, is refused with its path: nothing is dropped in silence.
 */
export type UserAttributes = {
  /** Attributes that only Oracle Cloud Administration keeps. */
  readonly cloudAdministration?: CloudAdministrationUserAttributes | null | undefined;
  /** Attributes that only Alibaba CloudSSO has. Refused for a user of another backend. */
  readonly cloudSso?: CloudSsoUserAttributes | null | undefined;
  /** Attributes that only Oracle CPQ keeps. Refused by name for a user of another backend. */
  readonly cpq?: CpqUserAttributes | null | undefined;
  /** Currency the user works in: a code as the backend writes it or in ISO 4217. Only Oracle CPQ keeps it. */
  readonly currencyCode?: string | null | undefined;
  /** A note of the administrators. Only Alibaba CloudSSO keeps it. */
  readonly description?: string | null | undefined;
  /** Name for people. Only Alibaba CloudSSO takes one; elsewhere it follows from the other names. */
  readonly displayName?: string | null | undefined;
  /** The whole list of e-mail addresses. Only Oracle CPQ can hold several. */
  readonly emails?: ReadonlyArray<string> | null | undefined;
  /** Employee number. Only Oracle Cloud Administration keeps it. */
  readonly employeeNumber?: string | null | undefined;
  /** Given name. */
  readonly firstName?: string | null | undefined;
  /** Job title. Only Oracle CPQ keeps it. */
  readonly jobTitle?: string | null | undefined;
  /** Language the user works in: a BCP 47 tag or a code as the backend writes it. Only Oracle CPQ keeps it. */
  readonly languageTag?: string | null | undefined;
  /** Family name. */
  readonly lastName?: string | null | undefined;
  /** Middle name. Only Oracle Cloud Administration keeps it. */
  readonly middleName?: string | null | undefined;
  /** Telephone number as people write it. Only Oracle CPQ keeps it. */
  readonly phone?: string | null | undefined;
  /** The backend's own kind of user, an open set, e.g. `FULL_ACCESS`. Alibaba CloudSSO has none. */
  readonly type?: string | null | undefined;
};

/** What kept a write from being done. More may be added: keep a default branch. */
export type UserErrorCode =
  /** The account is switched off, so its password is not reset. */
  | 'ACCOUNT_NOT_ACTIVE'
  /** The reset has a risk that `acknowledge` must name, to show that the caller knows of it. */
  | 'ACKNOWLEDGEMENT_REQUIRED'
  /** The write could not be put on record, so it was not sent. Try again later. */
  | 'AUDIT_UNAVAILABLE'
  /** The backend's answer is not what its interface promises. It is for the gateway's developers to mend. */
  | 'BACKEND_CONTRACT_VIOLATION'
  /** The backend does not accept the gateway's own credential. It is for the gateway's operators to mend. */
  | 'BACKEND_CREDENTIAL_REJECTED'
  /** The backend understood the write and refused it. */
  | 'BACKEND_REJECTED'
  /** The backend limits its callers, and the limit is reached. Nothing was done. Wait, then try again. */
  | 'BACKEND_THROTTLED'
  /** The backend could not be reached, so nothing was done. Try again later. */
  | 'BACKEND_UNAVAILABLE'
  /** The backend always makes the user choose a new password after a reset of this kind. */
  | 'CHANGE_AT_NEXT_LOGIN_NOT_AVOIDABLE'
  /** The backend cannot make this account's user choose a new password at the next sign-in. */
  | 'CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED'
  /** It contradicts something that was done or changed meanwhile, e.g. another request with the same idempotency key. */
  | 'CONFLICT'
  /** The backend cannot tell this account's user a new password in the way that was asked for. */
  | 'DELIVERY_NOT_SUPPORTED'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** Something in the input is not acceptable; `path` says what. */
  | 'INVALID'
  /** The record of earlier requests is out of reach, so a write that must not happen twice is not sent. Try again later. */
  | 'LEDGER_UNAVAILABLE'
  /** What the input names does not exist, or the caller may not see it. */
  | 'NOT_FOUND'
  /** The account has no e-mail address that the password could be sent to. */
  | 'NO_DELIVERY_ADDRESS'
  /** No trustworthy answer came: the write may have been done. Read the user before trying again. */
  | 'OUTCOME_UNKNOWN'
  /** A password that the caller supplied is not returned: the caller has it already. */
  | 'PASSWORD_ECHO_REFUSED'
  /** The account's password is not the backend's to reset, e.g. because another system signs the user in. */
  | 'PASSWORD_MANAGED_EXTERNALLY'
  /** The password does not meet the backend's rules; the message names the rules. */
  | 'PASSWORD_POLICY_VIOLATION'
  /** The backend takes no password from outside for this account. */
  | 'PASSWORD_SOURCE_NOT_SUPPORTED'
  /** The gateway limits such writes, and the limit is reached. Wait, then try again. */
  | 'RATE_LIMITED'
  /** Callers do not reset their own password here. */
  | 'SELF_RESET_REFUSED'
  /** Another account has it already, e.g. the login. */
  | 'TAKEN'
  /** Nobody can do it: this product or version has no such operation. */
  | 'UNSUPPORTED_BY_BACKEND';

/**
 * Conditions on users. All that are given must hold; one that is absent or `null` asks for nothing. A user whose backend
 * keeps no such value does not meet a condition on it.
 */
export type UserFilter = {
  /** Names of the backends to ask, e.g. `cpq`; all when absent, none when empty. */
  readonly backends?: ReadonlyArray<string> | null | undefined;
  /** Global id of the company the user belongs to. */
  readonly companyId?: string | null | undefined;
  /** Code of the user's currency, as `Currency.code` or `Currency.isoCode` gives it, in capitals or not. */
  readonly currencyCode?: string | null | undefined;
  /** Condition that at least one of the e-mail addresses meets. */
  readonly email?: StringFilter | null | undefined;
  /** Tag or code of the user's language, as `Language.tag` or `Language.code` gives it, in capitals or not. */
  readonly languageTag?: string | null | undefined;
  /** The account is, or is not, locked. */
  readonly locked?: boolean | null | undefined;
  /** Condition on the login. */
  readonly login?: StringFilter | null | undefined;
  /** Global id of a role that the user holds directly. */
  readonly roleId?: string | null | undefined;
  /** The login, a name or an e-mail address contains this text, in capitals or not. */
  readonly search?: string | null | undefined;
  /** The status is one of these. */
  readonly statuses?: ReadonlyArray<UserStatus> | null | undefined;
  /** The backend's own kind of user is one of these, in capitals or not. */
  readonly types?: ReadonlyArray<string> | null | undefined;
};

/** Names a user by what people know of the account. */
export type UserKey = {
  /** Name of the backend, e.g. `cpq`. */
  readonly backend: string;
  /** Native id of the user's company. Needed where logins are read per company. */
  readonly company?: string | null | undefined;
  /** What the user signs in with. */
  readonly login: string;
};

/** Names a user in one of two ways. */
export type UserReference =
  {   /** Global id of the user. */
  readonly id: string; readonly key?: never; }
  |  { readonly id?: never;   /** Backend, login and company. */
  readonly key: UserKey; };

/** Whether an account can be used. */
export type UserStatus =
  /** It can be used, unless it is locked. */
  | 'ACTIVE'
  /** An administrator switched it off. */
  | 'DISABLED'
  /** Its last day has passed. */
  | 'EXPIRED'
  /** Its first day is still to come. */
  | 'PENDING'
  /** The backend gave a status that this gateway does not know; see `nativeStatus`. */
  | 'UNKNOWN';

/** The status that a user can be given. */
export type UserStatusInput =
  /** The account can be used. */
  | 'ACTIVE'
  /** The account is switched off. */
  | 'DISABLED';

/** What became of a write. More may be added: keep a default branch. */
export type WriteStatus =
  /** The backend took the job and will do it later; `pendingJobId` names the job. */
  | 'ACCEPTED'
  /** The backend did it. */
  | 'DONE'
  /** It was sent or attempted, and is known not to have happened, or not to its end. */
  | 'FAILED'
  /** Nothing was sent to the backend. */
  | 'REFUSED'
  /** It was sent, and no trustworthy answer came: it may have happened. Read the user before trying again. */
  | 'UNKNOWN';

export type BackendsHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type BackendsHealthQuery = { readonly backends: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: string, readonly displayName: string, readonly simulated: boolean, readonly capabilities: ReadonlyArray<Capability>, readonly health: { readonly status: HealthStatus, readonly latencyMs: number | null, readonly checkedAt: string | null, readonly problem: string | null } }> };

export type ChangeUserRolesMutationVariables = Exact<{
  input: ChangeUserRolesInput;
}>;


export type ChangeUserRolesMutation = { readonly changeUserRoles: { readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly roleGrants: ReadonlyArray<{ readonly scope: string | null, readonly role: { readonly id: string, readonly displayName: string } | null, readonly via: { readonly id: string } | null }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type CompaniesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  backends?: ReadonlyArray<string> | null | undefined;
}>;


export type CompaniesQuery = { readonly companies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly displayName: string, readonly type: string | null, readonly status: string | null, readonly parent: { readonly id: string, readonly displayName: string } | null, readonly baseCurrency: { readonly code: string } | null, readonly baseLanguage: { readonly tag: string } | null, readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly failures: ReadonlyArray<{ readonly code: BackendFailureCode, readonly backend: { readonly name: string } }> } | null };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { readonly createUser: { readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly login: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly status: UserStatus, readonly type: string | null, readonly company: { readonly id: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { readonly deleteUser: { readonly status: WriteStatus, readonly deletedUserId: string | null, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type ListUsersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: UserFilter | null | undefined;
}>;


export type ListUsersQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly login: string, readonly displayName: string, readonly email: string | null, readonly status: UserStatus, readonly locked: boolean | null, readonly type: string | null, readonly createdAt: string | null, readonly lastLoginAt: string | null, readonly backend: { readonly name: string, readonly simulated: boolean }, readonly company: { readonly id: string, readonly displayName: string, readonly baseCurrency: { readonly code: string } | null } | null, readonly roles: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly kind: RoleKind }> | null, readonly currency: { readonly code: string, readonly isoCode: string | null, readonly name: string } | null, readonly language: { readonly code: string, readonly tag: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly failures: ReadonlyArray<{ readonly code: BackendFailureCode, readonly message: string, readonly retryable: boolean, readonly backend: { readonly name: string, readonly displayName: string } }> } | null };

export type ListedUserFragment = { readonly id: string, readonly login: string, readonly displayName: string, readonly email: string | null, readonly status: UserStatus, readonly locked: boolean | null, readonly type: string | null, readonly createdAt: string | null, readonly lastLoginAt: string | null, readonly backend: { readonly name: string, readonly simulated: boolean }, readonly company: { readonly id: string, readonly displayName: string, readonly baseCurrency: { readonly code: string } | null } | null, readonly roles: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly kind: RoleKind }> | null, readonly currency: { readonly code: string, readonly isoCode: string | null, readonly name: string } | null, readonly language: { readonly code: string, readonly tag: string, readonly name: string } | null };

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { readonly node:
    | { readonly __typename: 'Backend', readonly name: string, readonly displayName: string, readonly id: string }
    | { readonly __typename: 'Company', readonly name: string, readonly displayName: string, readonly id: string }
    | { readonly __typename: 'Role', readonly name: string, readonly displayName: string, readonly id: string }
    | { readonly __typename: 'User', readonly login: string, readonly displayName: string, readonly id: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type NodesQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Backend', readonly id: string }
    | { readonly __typename: 'Company', readonly id: string }
    | { readonly __typename: 'Role', readonly id: string }
    | { readonly __typename: 'User', readonly login: string, readonly status: UserStatus, readonly id: string }
   | null> | null };

export type PasswordResetOptionsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: UserFilter | null | undefined;
}>;


export type PasswordResetOptionsQuery = { readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly login: string, readonly passwordResetOptions: ReadonlyArray<{ readonly code: string, readonly source: PasswordSource, readonly delivery: PasswordDelivery, readonly changeAtNextLogin: ChangeAtNextLoginEffect, readonly recommended: boolean, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>, readonly requiredPermission: Permission }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PlanPasswordResetQueryVariables = Exact<{
  input: PlanPasswordResetInput;
}>;


export type PlanPasswordResetQuery = { readonly planPasswordReset: { readonly executable: boolean, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>, readonly option: { readonly code: string, readonly source: PasswordSource, readonly delivery: PasswordDelivery, readonly changeAtNextLogin: ChangeAtNextLoginEffect, readonly mode: PlanMode, readonly recommended: boolean, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>, readonly requiredPermission: Permission } | null, readonly calls: ReadonlyArray<{ readonly method: string, readonly path: string, readonly operation: string }>, readonly guarantees: ReadonlyArray<{ readonly kind: GuaranteeKind, readonly level: GuaranteeLevel, readonly evidence: Evidence }>, readonly refusals: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }>, readonly alternatives: ReadonlyArray<{ readonly code: string, readonly source: PasswordSource, readonly delivery: PasswordDelivery, readonly changeAtNextLogin: ChangeAtNextLoginEffect, readonly mode: PlanMode, readonly recommended: boolean, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>, readonly requiredPermission: Permission }>, readonly passwordPolicy: { readonly minLength: number | null, readonly maxLength: number | null, readonly rules: ReadonlyArray<string> } | null } | null };

export type PlannedOptionFragment = { readonly code: string, readonly source: PasswordSource, readonly delivery: PasswordDelivery, readonly changeAtNextLogin: ChangeAtNextLoginEffect, readonly mode: PlanMode, readonly recommended: boolean, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>, readonly requiredPermission: Permission };

export type ReferenceDataQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferenceDataQuery = { readonly currencies: ReadonlyArray<{ readonly code: string, readonly isoCode: string | null, readonly name: string }>, readonly languages: ReadonlyArray<{ readonly code: string, readonly tag: string, readonly name: string }> };

export type ReplaceUserMutationVariables = Exact<{
  input: ReplaceUserInput;
}>;


export type ReplaceUserMutation = { readonly replaceUser: { readonly status: WriteStatus, readonly created: boolean | null, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly login: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly status: UserStatus, readonly type: string | null, readonly company: { readonly id: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type ResetPasswordReturnedMutationVariables = Exact<{
  userId: string;
  acknowledge?: ReadonlyArray<PasswordResetRisk> | null | undefined;
  reason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ResetPasswordReturnedMutation = { readonly resetPassword: { readonly userId: string, readonly status: WriteStatus, readonly generatedPassword: string | null, readonly option: { readonly code: string, readonly changeAtNextLogin: ChangeAtNextLoginEffect } | null, readonly guarantees: ReadonlyArray<{ readonly kind: GuaranteeKind, readonly level: GuaranteeLevel, readonly evidence: Evidence }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type ResetPasswordSuppliedMutationVariables = Exact<{
  userId: string;
  password: string;
  changeAtNextLogin?: ChangeAtNextLogin;
  acknowledge?: ReadonlyArray<PasswordResetRisk> | null | undefined;
  reason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ResetPasswordSuppliedMutation = { readonly resetPassword: { readonly userId: string, readonly status: WriteStatus, readonly option: { readonly code: string, readonly changeAtNextLogin: ChangeAtNextLoginEffect } | null, readonly guarantees: ReadonlyArray<{ readonly kind: GuaranteeKind, readonly level: GuaranteeLevel, readonly evidence: Evidence }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type ResetPasswordMutationVariables = Exact<{
  userId: string;
  acknowledge?: ReadonlyArray<PasswordResetRisk> | null | undefined;
  reason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ResetPasswordMutation = { readonly resetPassword: { readonly userId: string, readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly option: { readonly code: string, readonly changeAtNextLogin: ChangeAtNextLoginEffect } | null, readonly guarantees: ReadonlyArray<{ readonly kind: GuaranteeKind, readonly level: GuaranteeLevel, readonly evidence: Evidence }>, readonly alternatives: ReadonlyArray<{ readonly code: string, readonly source: PasswordSource, readonly delivery: PasswordDelivery, readonly changeAtNextLogin: ChangeAtNextLoginEffect, readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type ResetPasswordsMutationVariables = Exact<{
  resets: ReadonlyArray<PasswordResetRequest>;
  reason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ResetPasswordsMutation = { readonly resetPasswords: { readonly done: number, readonly accepted: number, readonly refused: number, readonly failed: number, readonly unknown: number, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }>, readonly results: ReadonlyArray<{ readonly userId: string, readonly status: WriteStatus, readonly user: { readonly login: string, readonly backend: { readonly name: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> }> } | null };

export type RolesWithMembersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  backends?: ReadonlyArray<string> | null | undefined;
}>;


export type RolesWithMembersQuery = { readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly displayName: string, readonly description: string | null, readonly kind: RoleKind, readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly login: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly failures: ReadonlyArray<{ readonly code: BackendFailureCode, readonly backend: { readonly name: string } }> } | null };

export type SetUserStatusMutationVariables = Exact<{
  input: SetUserStatusInput;
}>;


export type SetUserStatusMutation = { readonly setUserStatus: { readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly status: UserStatus, readonly nativeStatus: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type UnlockUserMutationVariables = Exact<{
  input: UnlockUserInput;
}>;


export type UnlockUserMutation = { readonly unlockUser: { readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly locked: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { readonly updateUser: { readonly status: WriteStatus, readonly pendingJobId: string | null, readonly backendRequestId: string | null, readonly user: { readonly id: string, readonly login: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly status: UserStatus, readonly type: string | null, readonly company: { readonly id: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryable: boolean }> } | null };

export type UserByLoginQueryVariables = Exact<{
  backend: string;
  login: string;
  company?: string | null | undefined;
}>;


export type UserByLoginQuery = { readonly userByLogin: { readonly id: string, readonly login: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly status: UserStatus, readonly nativeStatus: string | null, readonly locked: boolean | null, readonly password: { readonly changeRequiredAtNextLogin: boolean | null, readonly expired: boolean | null, readonly expiresAt: string | null, readonly lastResetAt: string | null, readonly userCanChange: boolean | null } | null, readonly sso: { readonly enabled: boolean | null, readonly externalId: string | null, readonly provisionedBy: string | null, readonly nativeMode: string | null } | null, readonly roleGrants: ReadonlyArray<{ readonly scope: string | null, readonly scopeName: string | null, readonly role: { readonly id: string, readonly displayName: string } | null, readonly via: { readonly id: string, readonly displayName: string } | null }> | null } | null };

export type UsersByFilterQueryVariables = Exact<{
  companyId?: string | null | undefined;
  search?: string | null | undefined;
  statuses?: ReadonlyArray<UserStatus> | null | undefined;
  after?: string | null | undefined;
}>;


export type UsersByFilterQuery = { readonly users: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly login: string, readonly displayName: string, readonly email: string | null, readonly status: UserStatus }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly failures: ReadonlyArray<{ readonly code: BackendFailureCode, readonly backend: { readonly name: string } }> } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string, readonly permissions: ReadonlyArray<Permission>, readonly companies: ReadonlyArray<string> | null } };

export const ListedUserFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedUser"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginAt"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"baseCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ListedUserFragment, unknown>;
export const PlannedOptionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlannedOption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetOption"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"recommended"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAcknowledgements"}},{"kind":"Field","name":{"kind":"Name","value":"requiredPermission"}}]}}]} as unknown as DocumentNode<PlannedOptionFragment, unknown>;
export const BackendsHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BackendsHealth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}}]}}]}}]}}]} as unknown as DocumentNode<BackendsHealthQuery, BackendsHealthQueryVariables>;
export const ChangeUserRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeUserRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeUserRolesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeUserRoles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roleGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"via"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<ChangeUserRolesMutation, ChangeUserRolesMutationVariables>;
export const CompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Companies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"backends"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"backends"},"value":{"kind":"Variable","name":{"kind":"Name","value":"backends"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseLanguage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"}}]}},{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompaniesQuery, CompaniesQueryVariables>;
export const CreateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<CreateUserMutation, CreateUserMutationVariables>;
export const DeleteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deletedUserId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const ListUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UserFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedUser"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedUser"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginAt"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"baseCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"language"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ListUsersQuery, ListUsersQueryVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backend"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const NodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<NodesQuery, NodesQueryVariables>;
export const PasswordResetOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PasswordResetOptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UserFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"passwordResetOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}},{"kind":"Field","name":{"kind":"Name","value":"recommended"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAcknowledgements"}},{"kind":"Field","name":{"kind":"Name","value":"requiredPermission"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PasswordResetOptionsQuery, PasswordResetOptionsQueryVariables>;
export const PlanPasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executable"}},{"kind":"Field","name":{"kind":"Name","value":"option"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlannedOption"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requiredAcknowledgements"}},{"kind":"Field","name":{"kind":"Name","value":"calls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guarantees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlannedOption"}}]}},{"kind":"Field","name":{"kind":"Name","value":"passwordPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minLength"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}},{"kind":"Field","name":{"kind":"Name","value":"rules"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlannedOption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetOption"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"recommended"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAcknowledgements"}},{"kind":"Field","name":{"kind":"Name","value":"requiredPermission"}}]}}]} as unknown as DocumentNode<PlanPasswordResetQuery, PlanPasswordResetQueryVariables>;
export const ReferenceDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferenceData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"languages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferenceDataQuery, ReferenceDataQueryVariables>;
export const ReplaceUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplaceUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplaceUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replaceUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<ReplaceUserMutation, ReplaceUserMutationVariables>;
export const ResetPasswordReturnedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPasswordReturned"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRisk"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"EnumValue","value":"GENERATED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"delivery"},"value":{"kind":"EnumValue","value":"RETURN"}},{"kind":"ObjectField","name":{"kind":"Name","value":"acknowledge"},"value":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"generatedPassword"}},{"kind":"Field","name":{"kind":"Name","value":"option"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guarantees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordReturnedMutation, ResetPasswordReturnedMutationVariables>;
export const ResetPasswordSuppliedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPasswordSupplied"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Secret"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changeAtNextLogin"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeAtNextLogin"}}},"defaultValue":{"kind":"EnumValue","value":"REQUIRED_IF_SUPPORTED"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRisk"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"EnumValue","value":"PROVIDED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"changeAtNextLogin"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changeAtNextLogin"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"acknowledge"},"value":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"option"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guarantees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordSuppliedMutation, ResetPasswordSuppliedMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRisk"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"EnumValue","value":"GENERATED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"delivery"},"value":{"kind":"EnumValue","value":"EMAIL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"acknowledge"},"value":{"kind":"Variable","name":{"kind":"Name","value":"acknowledge"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"option"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guarantees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"changeAtNextLogin"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAcknowledgements"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ResetPasswordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPasswords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"resets"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRequest"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPasswords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"resets"},"value":{"kind":"Variable","name":{"kind":"Name","value":"resets"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordsMutation, ResetPasswordsMutationVariables>;
export const RolesWithMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RolesWithMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"backends"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"backends"},"value":{"kind":"Variable","name":{"kind":"Name","value":"backends"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RolesWithMembersQuery, RolesWithMembersQueryVariables>;
export const SetUserStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nativeStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<SetUserStatusMutation, SetUserStatusMutationVariables>;
export const UnlockUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlockUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlockUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<UnlockUserMutation, UnlockUserMutationVariables>;
export const UpdateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingJobId"}},{"kind":"Field","name":{"kind":"Name","value":"backendRequestId"}}]}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;
export const UserByLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserByLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"backend"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"login"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userByLogin"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"backend"},"value":{"kind":"Variable","name":{"kind":"Name","value":"backend"}}},{"kind":"Argument","name":{"kind":"Name","value":"login"},"value":{"kind":"Variable","name":{"kind":"Name","value":"login"}}},{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nativeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"password"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeRequiredAtNextLogin"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastResetAt"}},{"kind":"Field","name":{"kind":"Name","value":"userCanChange"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sso"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"provisionedBy"}},{"kind":"Field","name":{"kind":"Name","value":"nativeMode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roleGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"scopeName"}},{"kind":"Field","name":{"kind":"Name","value":"via"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UserByLoginQuery, UserByLoginQueryVariables>;
export const UsersByFilterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersByFilter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"statuses"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UserStatus"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"companyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"statuses"},"value":{"kind":"Variable","name":{"kind":"Name","value":"statuses"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"backend"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsersByFilterQuery, UsersByFilterQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"companies"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;