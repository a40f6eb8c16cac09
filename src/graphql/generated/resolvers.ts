import type { Secret } from '../../domain/secret.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserModel, RoleGrant as RoleGrantModel, Company as CompanyModel, Role as RoleModel, Currency as CurrencyModel, Language as LanguageModel, Details as UserDetailsModel, Details as CompanyDetailsModel, Details as RoleDetailsModel } from '../../domain/model.ts';
import type { Backend as BackendModel } from '../../domain/backend.ts';
import type { Caller as ViewerModel } from '../../domain/caller.ts';
import type { NodeModel, UserConnectionModel, CompanyConnectionModel, RoleConnectionModel, UserEdgeModel, CompanyEdgeModel, RoleEdgeModel } from '../connection.ts';
import type { BackendFailure as BackendFailureModel } from '../../services/listing/paging.ts';
import type { ResetResult } from '../../services/password-resets/reset-result.ts';
import type { GatewayContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A moment as RFC 3339 text. Answers are always in UTC with milliseconds, e.g. `2026-02-03T10:15:30.000Z`, whatever zone
   * and precision the backend uses.
   */
  DateTime: { input: Date; output: string; }
  /**
   * A password on its way in; it is never answered with. Accepted from a variable only: a password in the text of a document
   * would end up in logs and caches.
   */
  Secret: { input: Secret; output: never; }
};

/**
 * A user system that this gateway reads from and writes to. Each one keeps its own users; the same person can have an
 * account in several.
 */
export type Backend = Node & {
  readonly __typename?: 'Backend';
  /** What can be done with it, as configured. Products and their versions differ. */
  readonly capabilities: ReadonlyArray<Capability>;
  /** Its name for people. */
  readonly displayName: Scalars['String']['output'];
  /** How its last calls went. Reading it calls nothing. */
  readonly health: BackendHealth;
  /** Global id of the backend. */
  readonly id: Scalars['ID']['output'];
  /**
   * The product it is: `oracle-cpq`, `oracle-cloud-administration` or `alibaba-cloud-sso`. Not an enum, so that a further
   * product breaks no client.
   */
  readonly kind: Scalars['String']['output'];
  /** The name under which it is configured, used in filters and arguments, e.g. `cpq`. */
  readonly name: Scalars['String']['output'];
  /** Whether a simulator of this gateway answers in its place: then none of its accounts are real. */
  readonly simulated: Scalars['Boolean']['output'];
};

/** One backend that could not contribute to a list; the rest of the list is still there. */
export type BackendFailure = {
  readonly __typename?: 'BackendFailure';
  /** The backend that failed. */
  readonly backend: Backend;
  /** What went wrong; it says who can do something about it. */
  readonly code: BackendFailureCode;
  /** The same for people. It holds nothing that the backend wrote. */
  readonly message: Scalars['String']['output'];
  /** Whether the same request may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
};

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

/** What was last observed of a backend, by the calls that other requests made. */
export type BackendHealth = {
  readonly __typename?: 'BackendHealth';
  /** When the last call ended. `null` before the first call. */
  readonly checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How long the last call took, in milliseconds. `null` before the first call. */
  readonly latencyMs?: Maybe<Scalars['Float']['output']>;
  /** Code of the last call's failure. `null` when it went well or there was none yet. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** The observation in one word. */
  readonly status: HealthStatus;
};

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
  readonly add?: InputMaybe<ReadonlyArray<RoleGrantInput>>;
  /** Roles to take away. One that the user does not hold is left out. */
  readonly remove?: InputMaybe<ReadonlyArray<RoleGrantInput>>;
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** What became of a change of roles. */
export type ChangeUserRolesPayload = WritePayload & {
  readonly __typename?: 'ChangeUserRolesPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /**
   * What became of the write. FAILED and UNKNOWN: of several roles, those before the one that failed have been changed; see
   * `user`.
   */
  readonly status: WriteStatus;
  /** The user, read after the write. `null` when nothing was sent or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * What Oracle Cloud Administration keeps of a company beyond the fields of `Company`. It has no list of companies: this is
 * what the records of the company's users say, and a company that is known as the parent of another only has no details.
 */
export type CloudAdministrationCompanyDetails = {
  readonly __typename?: 'CloudAdministrationCompanyDetails';
  /** Names of the applications that the company uses. */
  readonly associations: ReadonlyArray<Scalars['String']['output']>;
  /** Whether the company takes part in bidding. */
  readonly bidderCompany?: Maybe<Scalars['Boolean']['output']>;
  /** Who or what created the company. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** When the company was created. */
  readonly createdDate?: Maybe<Scalars['DateTime']['output']>;
  /** Internal id; `null` where the backend names the company without one. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Whether the company's password policy is that of its parent. */
  readonly inheritedPolicy?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the company can be deleted; the owner company cannot. */
  readonly isDeletable?: Maybe<Scalars['Boolean']['output']>;
  /** Internal id of the parent company; null too for a caller who may not see the parent. */
  readonly parentId?: Maybe<Scalars['String']['output']>;
  /** Short name of the parent company; null too for a caller who may not see the parent. */
  readonly parentName?: Maybe<Scalars['String']['output']>;
  /** Whether the last bulk job that concerned the company has dealt with its record. */
  readonly processed?: Maybe<Scalars['Boolean']['output']>;
  /** The company's own password policy. Current releases keep policies elsewhere and leave this empty. */
  readonly pwdPolicy?: Maybe<CloudAdministrationPasswordPolicy>;
  /** What the last bulk job reports about the company. Free text. */
  readonly statusInfo?: Maybe<Scalars['String']['output']>;
  /** Names of the dates of this company, as the backend calls them, that came in an unreadable form and are `null` here. */
  readonly unreadableDates: ReadonlyArray<Scalars['String']['output']>;
  /** Who or what changed the company last. */
  readonly updatedBy?: Maybe<Scalars['String']['output']>;
  /** When the company was changed last. */
  readonly updatedDate?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Names of the dates of this company, as the backend calls them, that came without a time zone and were read in the one
   * the gateway is configured with.
   */
  readonly zoneAssumedDates: ReadonlyArray<Scalars['String']['output']>;
};

/** A password policy of Oracle Cloud Administration, by name. What it demands is not told. */
export type CloudAdministrationPasswordPolicy = {
  readonly __typename?: 'CloudAdministrationPasswordPolicy';
  /** Internal id. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Name of the policy. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** What Oracle Cloud Administration keeps of a role beyond the fields of `Role`. */
export type CloudAdministrationRoleDetails = {
  readonly __typename?: 'CloudAdministrationRoleDetails';
  /** Whether the role gives access to a whole company. */
  readonly companyAccessType?: Maybe<Scalars['Boolean']['output']>;
  /** Internal id, a number in text; the name is the key. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** The kind of access that the role gives to a user. An open set whose values are not documented. */
  readonly userAccessType?: Maybe<Scalars['String']['output']>;
};

/** Attributes of a user that only Oracle Cloud Administration keeps. One that is absent stays as it is. */
export type CloudAdministrationUserAttributes = {
  /** Whether the user has administrator rights. */
  readonly admin?: InputMaybe<Scalars['Boolean']['input']>;
  /** After this moment the account is no longer usable. */
  readonly endDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** The user's manager: a login or a name, which the backend does not check. */
  readonly manager?: InputMaybe<Scalars['String']['input']>;
  /** Whether the user is barred from changing the password. */
  readonly pwdCantChange?: InputMaybe<Scalars['Boolean']['input']>;
  /** Before this moment the account is not usable yet. */
  readonly startDate?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Oracle Cloud Administration keeps of a user beyond the fields of `User`. It leaves out attributes without a value, so
 * each may be `null`.
 */
export type CloudAdministrationUserDetails = {
  readonly __typename?: 'CloudAdministrationUserDetails';
  /** Whether the user has administrator rights. */
  readonly admin?: Maybe<Scalars['Boolean']['output']>;
  /** Who or what created the account, usually the login of an administrator. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** When the removal of the user's application access was finished. */
  readonly deprovisionedDate?: Maybe<Scalars['DateTime']['output']>;
  /** When the removal of the user's application access began. */
  readonly deprovisioningDate?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the account is switched off. Where it disagrees with `User.nativeStatus`, this one decides `User.status`. */
  readonly disabled?: Maybe<Scalars['Boolean']['output']>;
  /** After this moment the account is no longer usable, and `User.status` is `EXPIRED`. */
  readonly endDate?: Maybe<Scalars['DateTime']['output']>;
  /** Internal id. A decimal number in older releases, 32 hexadecimal digits in newer ones; the login is the key that stays. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /**
   * When the password was last reset. Newer releases keep it; it is what tells whether a reset took place. The same as
   * `User.password.lastResetAt`.
   */
  readonly lastPasswordResetDate?: Maybe<Scalars['DateTime']['output']>;
  /** Failed attempts to sign in, a whole number in text. */
  readonly loginAttemptsCtr?: Maybe<Scalars['String']['output']>;
  /** The user's manager: a login or a name, as whoever entered it chose. */
  readonly manager?: Maybe<Scalars['String']['output']>;
  /** Whether the last bulk job that concerned the user has dealt with this record. */
  readonly processed?: Maybe<Scalars['Boolean']['output']>;
  /** When the granting of the user's application access was finished. */
  readonly provisionedDate?: Maybe<Scalars['DateTime']['output']>;
  /** When the granting of the user's application access began. */
  readonly provisioningDate?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the user is barred from changing the password. The opposite of `User.password.userCanChange`. */
  readonly pwdCantChange?: Maybe<Scalars['Boolean']['output']>;
  /** When the user begins to be warned that the password will expire. */
  readonly pwdWarnDate?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the user has been warned that the password will expire. */
  readonly pwdWarned?: Maybe<Scalars['Boolean']['output']>;
  /** Before this moment the account is not usable yet, and `User.status` is `PENDING`. */
  readonly startDate?: Maybe<Scalars['DateTime']['output']>;
  /** What the last bulk job reports about this record, e.g. that an application could not be granted. Free text. */
  readonly statusInfo?: Maybe<Scalars['String']['output']>;
  /** Presumably whether `statusInfo` tells of success; its meaning is not documented. */
  readonly statusInfoOK?: Maybe<Scalars['Boolean']['output']>;
  /** Names of the dates of this user, as the backend calls them, that came in an unreadable form and are `null` here. */
  readonly unreadableDates: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Names of the dates of this user, as the backend calls them, that came without a time zone and were read in the one
   * the gateway is configured with.
   */
  readonly zoneAssumedDates: ReadonlyArray<Scalars['String']['output']>;
};

/** A device for multi-factor authentication. */
export type CloudSsoMfaDevice = {
  readonly __typename?: 'CloudSsoMfaDevice';
  /** CloudSSO's id of the device. */
  readonly deviceId: Scalars['String']['output'];
  /** Name that the user gave the device. */
  readonly deviceName?: Maybe<Scalars['String']['output']>;
  /** Kind of the device, e.g. `TOTP` for an app that shows one-time passwords. */
  readonly deviceType?: Maybe<Scalars['String']['output']>;
  /** Since when the device is in use. */
  readonly effectiveTime?: Maybe<Scalars['DateTime']['output']>;
};

/** What Alibaba CloudSSO keeps of a group or an access configuration besides. */
export type CloudSsoRoleDetails = {
  readonly __typename?: 'CloudSsoRoleDetails';
  /** When it was created. For a group that was found through one of its members it is read when selected. */
  readonly createTime?: Maybe<Scalars['DateTime']['output']>;
  /** Where a group comes from, `Manual` or `Synchronized`; `null` for an access configuration. */
  readonly provisionType?: Maybe<Scalars['String']['output']>;
  /** Address that a session with the access configuration begins at; `null` for the console's start page, and for a group. */
  readonly relayState?: Maybe<Scalars['String']['output']>;
  /** How long a session with the access configuration lasts, in seconds, 900 to 43200; `null` for a group. */
  readonly sessionDuration?: Maybe<Scalars['Int']['output']>;
  /** What the access configuration waits for, e.g. `ReprovisionRequired` when it was changed since it was last rolled out; `null` for a group. */
  readonly statusNotifications?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Labels of the access configuration; `null` for a group, which has none. */
  readonly tags?: Maybe<ReadonlyArray<CloudSsoTag>>;
  /** When it was last changed. For a group that was found through one of its members it is read when selected. */
  readonly updateTime?: Maybe<Scalars['DateTime']['output']>;
};

/** A label of a user or an access configuration. */
export type CloudSsoTag = {
  readonly __typename?: 'CloudSsoTag';
  /** Name of the label. */
  readonly key: Scalars['String']['output'];
  /** Value of the label; an empty text when it has none. */
  readonly value: Scalars['String']['output'];
};

/** Attributes that only Alibaba CloudSSO has. */
export type CloudSsoUserAttributes = {
  /** Labels of the user, 21 at most. */
  readonly tags?: InputMaybe<ReadonlyArray<TagInput>>;
};

/** What Alibaba CloudSSO keeps of a user besides. */
export type CloudSsoUserDetails = {
  readonly __typename?: 'CloudSsoUserDetails';
  /** Free text about the user, up to 1024 characters. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The user's id at the identity provider; `null` for a user created in CloudSSO. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Who gave the external id, e.g. `SCIM`; `null` without one. */
  readonly externalIdIssuer?: Maybe<Scalars['String']['output']>;
  /** The user's own setting for multi-factor authentication, `Enabled` or `Disabled`. It takes effect only where the directory leaves the decision to its users. Read when selected, with one call for each user. */
  readonly mfaAuthenticationSettings?: Maybe<Scalars['String']['output']>;
  /** The user's devices for multi-factor authentication, two at most. Read when selected, with one call for each user. */
  readonly mfaDevices?: Maybe<ReadonlyArray<CloudSsoMfaDevice>>;
  /** Where the user comes from: `Manual` for one created in CloudSSO, `Synchronized` for one that an identity provider sends over SCIM. Other values may come. */
  readonly provisionType?: Maybe<Scalars['String']['output']>;
  /** Whether the directory has SSO logon enabled: its users then sign in at the identity provider, and no password can be reset. The same for all users of the directory. Read when selected. */
  readonly ssoEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Labels of the user; empty when there are none. */
  readonly tags?: Maybe<ReadonlyArray<CloudSsoTag>>;
  /** The accounts into which CloudSSO copies the user as a RAM user. Read when selected, with a call for each user. */
  readonly userProvisionings?: Maybe<ReadonlyArray<CloudSsoUserProvisioning>>;
};

/** A copy of a user, as a RAM user, in one cloud account. */
export type CloudSsoUserProvisioning = {
  readonly __typename?: 'CloudSsoUserProvisioning';
  /** When it was set up. */
  readonly createTime?: Maybe<Scalars['DateTime']['output']>;
  /** What happens to the RAM user when the provisioning ends: `Delete` or `Keep`. */
  readonly deletionStrategy?: Maybe<Scalars['String']['output']>;
  /** Free text about the provisioning. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What happens when the account has a RAM user of that name already: `KeepBoth` or `TakeOver`. */
  readonly duplicationStrategy?: Maybe<Scalars['String']['output']>;
  /** Id of that user or group. */
  readonly principalId?: Maybe<Scalars['String']['output']>;
  /** Name of that user or group. */
  readonly principalName?: Maybe<Scalars['String']['output']>;
  /** Whom it was set up for: `User` or `Group`. */
  readonly principalType?: Maybe<Scalars['String']['output']>;
  /** State of the provisioning, in CloudSSO's own word. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Id of the account. */
  readonly targetId?: Maybe<Scalars['String']['output']>;
  /** Name of the account. */
  readonly targetName?: Maybe<Scalars['String']['output']>;
  /** Ids of the folders that lead to the account. */
  readonly targetPath?: Maybe<Scalars['String']['output']>;
  /** Kind of the target: `RD-Account`, an account of the resource directory. */
  readonly targetType?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  readonly updateTime?: Maybe<Scalars['DateTime']['output']>;
  /** CloudSSO's id of the provisioning. */
  readonly userProvisioningId: Scalars['String']['output'];
};

/**
 * An organization that users belong to. Alibaba CloudSSO has none. Oracle Cloud Administration has no list of companies of
 * its own: they are those of its users, so a company without users is not seen there.
 */
export type Company = Node & {
  readonly __typename?: 'Company';
  /** The backend that keeps it. */
  readonly backend: Backend;
  /** The currency its users have by default. `null` outside Oracle CPQ. */
  readonly baseCurrency?: Maybe<Currency>;
  /** The language its users have by default. `null` outside Oracle CPQ. */
  readonly baseLanguage?: Maybe<Language>;
  /** What the backend keeps besides, under the backend's own names. `null` where it keeps nothing more. */
  readonly details?: Maybe<CompanyDetails>;
  /** Its name for people; `name` where the backend gives no other. */
  readonly displayName: Scalars['String']['output'];
  /** Global id of the company. */
  readonly id: Scalars['ID']['output'];
  /** Its name, as its backend keeps it. The login name of a company of Oracle CPQ is its `nativeId`. */
  readonly name: Scalars['String']['output'];
  /** The backend's own key: the login name of the company in Oracle CPQ, where the host company is always `_host`. */
  readonly nativeId: Scalars['String']['output'];
  /** The company above it. `null` when there is none or the backend keeps no hierarchy. */
  readonly parent?: Maybe<Company>;
  /** The backend's own word for its status, an open set. `null` where the backend keeps none. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** The backend's own kind of company, an open set. `null` where the backend keeps none. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Its users, in the order of its backend. */
  readonly users?: Maybe<UserConnection>;
};


/**
 * An organization that users belong to. Alibaba CloudSSO has none. Oracle Cloud Administration has no list of companies of
 * its own: they are those of its users, so a company without users is not seen there.
 */
export type CompanyUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first: Scalars['Int']['input'];
};

/** A page of companies. */
export type CompanyConnection = {
  readonly __typename?: 'CompanyConnection';
  /** The companies with their cursors. */
  readonly edges: ReadonlyArray<CompanyEdge>;
  /** The backends that could not contribute to this page. */
  readonly failures: ReadonlyArray<BackendFailure>;
  /** The companies alone. */
  readonly nodes: ReadonlyArray<Company>;
  /** How to read on. */
  readonly pageInfo: PageInfo;
  /**
   * How many companies the whole list has. Counted only when selected; `null` when a backend failed or when counting would
   * need reading them all.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A backend's own attributes of a company. Select by type: `... on <type> { }`. */
export type CompanyDetails = CloudAdministrationCompanyDetails | CpqCompanyDetails;

/** A company and its place in a list. */
export type CompanyEdge = {
  readonly __typename?: 'CompanyEdge';
  /** Opaque; `after` this cursor the list goes on behind this company. */
  readonly cursor: Scalars['String']['output'];
  /** The company. */
  readonly node: Company;
};

/** Names a company in one of two ways. */
export type CompanyReference =
  /** Global id of the company. */
  { readonly id: Scalars['ID']['input']; readonly nativeId?: never; }
  |  /** The backend's own key of the company: the login name of the company in Oracle CPQ, `_host` for the host. */
  { readonly id?: never; readonly nativeId: Scalars['String']['input']; };

/** What an access administrator of Oracle CPQ lets a user see or not. */
export type CpqAccessPermission = {
  readonly __typename?: 'CpqAccessPermission';
  /** Whether the user has access. */
  readonly hasAccess?: Maybe<Scalars['Boolean']['output']>;
  /** The name that people see. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What is seen: `productFamily`, `supportedProductFamily` or `dataTableFolder`; an open set. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The name that programs use. */
  readonly variableName?: Maybe<Scalars['String']['output']>;
};

/** An address of an Oracle CPQ user, as it was typed in. */
export type CpqAddress = {
  readonly __typename?: 'CpqAddress';
  /** First line of the street address. */
  readonly address1?: Maybe<Scalars['String']['output']>;
  /** Second line of the street address. */
  readonly address2?: Maybe<Scalars['String']['output']>;
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Company. */
  readonly company?: Maybe<Scalars['String']['output']>;
  /** Second line of the company. */
  readonly company2?: Maybe<Scalars['String']['output']>;
  /** Country. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Fax number. */
  readonly fax?: Maybe<Scalars['String']['output']>;
  /** Given name of the person. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Family name of the person. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** Telephone number. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** State or province. */
  readonly stateProvince?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly zip?: Maybe<Scalars['String']['output']>;
};

/** An address of an Oracle CPQ user. Absent: unchanged; `null` clears the part. */
export type CpqAddressInput = {
  /** First line of the street address. */
  readonly address1?: InputMaybe<Scalars['String']['input']>;
  /** Second line of the street address. */
  readonly address2?: InputMaybe<Scalars['String']['input']>;
  /** City. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Company. */
  readonly company?: InputMaybe<Scalars['String']['input']>;
  /** Second line of the company. */
  readonly company2?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Fax number. */
  readonly fax?: InputMaybe<Scalars['String']['input']>;
  /** Given name of the person. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Family name of the person. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** State or province. */
  readonly stateProvince?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  readonly zip?: InputMaybe<Scalars['String']['input']>;
};

/** What Oracle CPQ keeps of a company beyond the fields of `Company`. It leaves out what is not set, so each may be `null`. */
export type CpqCompanyDetails = {
  readonly __typename?: 'CpqCompanyDetails';
  /** Whether its users may sign in; the same as `Company.status`. */
  readonly access?: Maybe<Scalars['String']['output']>;
  /** Active users that take up a licence. */
  readonly activeLicensedUsers?: Maybe<Scalars['Int']['output']>;
  /** First line of the street address. */
  readonly address1?: Maybe<Scalars['String']['output']>;
  /** Second line of the street address. */
  readonly address2?: Maybe<Scalars['String']['output']>;
  /** Currency that new users start with, with its text. */
  readonly baseCurrency?: Maybe<CpqLookup>;
  /** Language that new users start with, with its text. */
  readonly baseLanguage?: Maybe<CpqLookup>;
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** How dates are shown: a choice that the site numbers. */
  readonly dateTimeFormat?: Maybe<CpqLookup>;
  /** E-mail address of the company. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Whether users of the company may use single sign-on. */
  readonly enabledForSSO?: Maybe<Scalars['Boolean']['output']>;
  /** Fax number. */
  readonly faxNumber?: Maybe<Scalars['String']['output']>;
  /** Login name of the company as CPQ wrote it; `Company.nativeId` is `_host` for the host company. */
  readonly login?: Maybe<Scalars['String']['output']>;
  /** Most users that the company may have. */
  readonly maximumUsers?: Maybe<Scalars['Int']['output']>;
  /** How numbers are shown: a choice that the site numbers. */
  readonly numberFormat?: Maybe<CpqLookup>;
  /** Another number of the company, of up to 18 digits, which is why it is text. From version 18. */
  readonly partyId?: Maybe<Scalars['String']['output']>;
  /** The key that CPQ made for the company. From version 18. */
  readonly partyNumber?: Maybe<Scalars['String']['output']>;
  /** Telephone number; CPQ keeps its digits alone. */
  readonly phoneNumber?: Maybe<Scalars['String']['output']>;
  /** State or province. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Currencies that its users may work in. */
  readonly supportedCurrencies?: Maybe<ReadonlyArray<CpqLookup>>;
  /** Languages that its users may work in. */
  readonly supportedLanguages?: Maybe<ReadonlyArray<CpqLookup>>;
  /** Time zone: a choice that the site numbers. */
  readonly timeZone?: Maybe<CpqLookup>;
  /** Units of measure: a choice that the site numbers. */
  readonly units?: Maybe<CpqLookup>;
};

/** A group of an Oracle CPQ user. */
export type CpqGroup = {
  readonly __typename?: 'CpqGroup';
  /** The name that people see. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** `Sales` or `Administrator`, as a bare value or a choice with its text. */
  readonly type?: Maybe<CpqLookup>;
  /** The name that programs use, unique within its company. */
  readonly variableName: Scalars['String']['output'];
};

/** A choice of Oracle CPQ: its value and the text that people see. Older versions give the value alone. */
export type CpqLookup = {
  readonly __typename?: 'CpqLookup';
  /** The text. */
  readonly displayValue?: Maybe<Scalars['String']['output']>;
  /** The code, or the number that the site gave to the choice, as text. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** What Oracle CPQ keeps of a group beyond the fields of `Role`. Each may be `null`. */
export type CpqRoleDetails = {
  readonly __typename?: 'CpqRoleDetails';
  /** Login name of the company that owns the group; `_host` for the host company. */
  readonly companyLogin?: Maybe<Scalars['String']['output']>;
  /** Name of the company that owns the group. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** The name that people see; the same as `Role.displayName`. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** Whether the group cannot be changed. */
  readonly readOnly?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the group is in use: 1 is active. */
  readonly status?: Maybe<CpqLookup>;
  /** Kind of group: `Sales` or `Administrator`; its value is a number in the list of groups. */
  readonly type?: Maybe<CpqLookup>;
  /** The name that programs use, unique within its company; the same as `Role.name`. */
  readonly variableName?: Maybe<Scalars['String']['output']>;
};

/**
 * Attributes of a user that only Oracle CPQ keeps, under CPQ's own names. Absent: unchanged. An attribute that the version in
 * use does not have is refused by name.
 */
export type CpqUserAttributes = {
  /** Login of the user who approves in this user's place. `null` clears it. */
  readonly approvalDelegate?: InputMaybe<Scalars['String']['input']>;
  /** Address for bills. A part that is left out stays as it is. */
  readonly billing?: InputMaybe<CpqAddressInput>;
  /** Number that the site gave to the way dates are shown. */
  readonly dateFormatId?: InputMaybe<Scalars['Int']['input']>;
  /** Mode of single sign-on, an open set of which `NOT_ENABLED` is documented. */
  readonly enabledForSso?: InputMaybe<Scalars['String']['input']>;
  /** The user's key in the system that signs the user in. `null` clears it. */
  readonly externalSsoId?: InputMaybe<Scalars['String']['input']>;
  /** Fax number. `null` clears it. */
  readonly fax?: InputMaybe<Scalars['String']['input']>;
  /** Whether the user administers what others have access to. Only an access administrator can grant it. */
  readonly isAccessAdminPermEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the user administers the whole application. From version 16; only for users with full access in the host company. */
  readonly isApplicationAdminPermEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether mobile use is enabled for the user. From version 16. */
  readonly isMobileEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the user gets notifications by e-mail. */
  readonly isNotifyEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the user gets notifications by fax. */
  readonly isNotifyFax?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the user may act in another user's place. */
  readonly isProxyPermEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the user administers users; in versions 5 to 7 the permission of a super user. */
  readonly isUserAdminPermEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the account is for programs alone and cannot sign in to the pages. */
  readonly isWebServicesOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Number that the site gave to the way numbers are shown. */
  readonly numberFormatId?: InputMaybe<Scalars['Int']['input']>;
  /** The OAuth client that acts as this user; a client belongs to one user at most. From version 16. `null` clears it. */
  readonly oauthClientId?: InputMaybe<Scalars['String']['input']>;
  /** The user's partner login, under CPQ's own word. From version 16. `null` clears it. */
  readonly partnerLogin?: InputMaybe<Scalars['String']['input']>;
  /** Whether `shipping` differs from `billing`. */
  readonly separateShipAddr?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the Salesforce organization that the user belongs to. From version 16. `null` clears it. */
  readonly sfdcOrgId?: InputMaybe<Scalars['String']['input']>;
  /** Address for deliveries. A part that is left out stays as it is. */
  readonly shipping?: InputMaybe<CpqAddressInput>;
  /** Number that the site gave to the time zone. */
  readonly timeZoneId?: InputMaybe<Scalars['Int']['input']>;
  /** Number that the site gave to the units of measure. */
  readonly unitsId?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * What Oracle CPQ keeps of a user beyond the fields of `User`. It leaves out what is not set, so each may be `null`; where a
 * version is named, other versions do not tell.
 */
export type CpqUserDetails = {
  readonly __typename?: 'CpqUserDetails';
  /**
   * What the user may see, as access administrators set it. It costs one call for each user. `null` before version 16, and
   * where CPQ does not offer it, as while the site uses Administrator Groups.
   */
  readonly accessPermissions?: Maybe<ReadonlyArray<CpqAccessPermission>>;
  /** Login of the user who approves in this user's place. */
  readonly approvalDelegate?: Maybe<Scalars['String']['output']>;
  /** Address for bills; `null` when no part of it is set. */
  readonly billing?: Maybe<CpqAddress>;
  /** The site's own number of the company. Versions 5 to 7 only. */
  readonly companyId?: Maybe<Scalars['String']['output']>;
  /** Login name of the user's company; `_host` for the host company, which runs the site. */
  readonly companyLogin?: Maybe<Scalars['String']['output']>;
  /** Name of the user's company. From version 18. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** Currency with its text. Versions 5 to 7 give the site's own number of it; see `User.currency`. */
  readonly currency?: Maybe<CpqLookup>;
  /** How dates are shown to the user: a choice that the site numbers. */
  readonly dateFormat?: Maybe<CpqLookup>;
  /** Mode of single sign-on with its text, an open set of which `NOT_ENABLED` is documented. */
  readonly enabledForSso?: Maybe<CpqLookup>;
  /** The user's key in the system that signs the user in; the same as `User.sso.externalId`. */
  readonly externalSsoId?: Maybe<Scalars['String']['output']>;
  /** Fax number. */
  readonly fax?: Maybe<Scalars['String']['output']>;
  /**
   * The user's groups as CPQ shows them below a user. It costs one call for each user: in lists, `User.roles` costs far less.
   * `null` before version 16.
   */
  readonly groups?: Maybe<ReadonlyArray<CpqGroup>>;
  /** The site's own number of the account. Versions 5 to 7 only. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Whether the user administers what others have access to. */
  readonly isAccessAdminPermEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user administers the whole application. From version 16; granted since release 25A. */
  readonly isApplicationAdminPermEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Whether mobile use is enabled for the user. From version 16. */
  readonly isMobileEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user gets notifications by e-mail. */
  readonly isNotifyEmail?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user gets notifications by fax. */
  readonly isNotifyFax?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user may act in another user's place. */
  readonly isProxyPermEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user administers users. Versions 5 to 7 call it super user. */
  readonly isUserAdminPermEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the account is for programs alone and cannot sign in to the pages. */
  readonly isWebServicesOnly?: Maybe<Scalars['Boolean']['output']>;
  /** Language with its text. Versions 5 to 7 give the site's own number of it; see `User.language`. */
  readonly language?: Maybe<CpqLookup>;
  /** How numbers are shown to the user: a choice that the site numbers. */
  readonly numberFormat?: Maybe<CpqLookup>;
  /** The OAuth client that acts as this user; a client belongs to one user at most. From version 16. */
  readonly oauthClientId?: Maybe<Scalars['String']['output']>;
  /** The user's partner login, under CPQ's own word. From version 16. */
  readonly partnerLogin?: Maybe<Scalars['String']['output']>;
  /** Another number of the account, of up to 18 digits, which is why it is text. From version 18; not a key. */
  readonly partyId?: Maybe<Scalars['String']['output']>;
  /** The key of the account: an opaque text that CPQ made. From version 18; `User.nativeId` is made of it. */
  readonly partyNumber?: Maybe<Scalars['String']['output']>;
  /** Whether `shipping` differs from `billing`. */
  readonly separateShipAddr?: Maybe<Scalars['Boolean']['output']>;
  /** Id of the Salesforce organization that the user belongs to. From version 16. */
  readonly sfdcOrgId?: Maybe<Scalars['String']['output']>;
  /** Address for deliveries; `null` when no part of it is set. */
  readonly shipping?: Maybe<CpqAddress>;
  /** Status with its text: 1 is active, 0 is inactive; the value is `User.nativeStatus`. */
  readonly status?: Maybe<CpqLookup>;
  /** Time zone: a choice that the site numbers. */
  readonly timeZone?: Maybe<CpqLookup>;
  /** Kind of user with its text, e.g. `FULL_ACCESS`; the value is `User.type`. */
  readonly type?: Maybe<CpqLookup>;
  /** Units of measure: a choice that the site numbers. */
  readonly units?: Maybe<CpqLookup>;
};

/** A user to create. */
export type CreateUserInput = {
  /** The user's attributes. Which ones are required differs between backends; a missing one is refused by name. */
  readonly attributes: UserAttributes;
  /** Name of the backend, e.g. `cpq`. */
  readonly backend: Scalars['String']['input'];
  /**
   * The company that the user will belong to. A caller who sees only some companies must name one of them. Refused where the
   * backend has no companies.
   */
  readonly company?: InputMaybe<CompanyReference>;
  /**
   * Any text of the caller's, up to 255 characters, new for every user to create: the same request with the same key creates
   * the user once and answers the same again, for 24 hours.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the user will sign in with. */
  readonly login: Scalars['String']['input'];
  /** Whether the account can be used at once. */
  readonly status: UserStatusInput;
};

/** What became of a creation. */
export type CreateUserPayload = WritePayload & {
  readonly __typename?: 'CreateUserPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** The new user, read after the write. `null` when there is none or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A currency that a backend's users or companies can have. Only Oracle CPQ keeps currencies. */
export type Currency = {
  readonly __typename?: 'Currency';
  /** The code as the backend writes it. Mostly ISO 4217, but not always: Oracle CPQ writes `CFAF` and `FM`, which are none. */
  readonly code: Scalars['String']['output'];
  /** Whether the backend keeps it only for old records, e.g. a currency that the euro replaced. */
  readonly deprecated: Scalars['Boolean']['output'];
  /** The ISO 4217 code, current or historic. `null` where the backend's code has no counterpart. */
  readonly isoCode?: Maybe<Scalars['String']['output']>;
  /** Its name in English; the code where the backend gives no name. */
  readonly name: Scalars['String']['output'];
};

/** A user to delete. */
export type DeleteUserInput = {
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** What became of a deletion. */
export type DeleteUserPayload = WritePayload & {
  readonly __typename?: 'DeleteUserPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The id from the input, once the user is gone. `null` unless the status is DONE. */
  readonly deletedUserId?: Maybe<Scalars['ID']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** One thing that a reset promises or does not. */
export type Guarantee = {
  readonly __typename?: 'Guarantee';
  /** How that is known. */
  readonly evidence: Evidence;
  /** What it is about. */
  readonly kind: GuaranteeKind;
  /** How far it holds. */
  readonly level: GuaranteeLevel;
};

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

/** A language that a backend's users or companies can have. Only Oracle CPQ keeps languages. */
export type Language = {
  readonly __typename?: 'Language';
  /** The code as the backend writes it, e.g. `iw_IL`. */
  readonly code: Scalars['String']['output'];
  /** Its name in English; the tag where the backend gives no name. */
  readonly name: Scalars['String']['output'];
  /** The BCP 47 tag of the same language, e.g. `he-IL`, as browsers and `Intl` understand it. */
  readonly tag: Scalars['String']['output'];
};

/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives roles to a user and takes roles away. Roles that the user holds through a group stay. */
  readonly changeUserRoles?: Maybe<ChangeUserRolesPayload>;
  /** Creates a user. */
  readonly createUser?: Maybe<CreateUserPayload>;
  /** Deletes a user for good. Oracle CPQ deletes no users: switch them off instead. */
  readonly deleteUser?: Maybe<DeleteUserPayload>;
  /**
   * Gives a user exactly these attributes: what is absent falls back to the backend's default. Named by its key, a user who
   * does not exist is created where the backend can. Only Oracle CPQ replaces users.
   */
  readonly replaceUser?: Maybe<ReplaceUserPayload>;
  /**
   * Resets the password of one user with exactly one call to its backend, or none. It can stand only once in a document: use
   * `resetPasswords` for several users.
   */
  readonly resetPassword?: Maybe<ResetPasswordPayload>;
  /** Resets the passwords of up to 100 users of any backends. Each one has its own outcome. */
  readonly resetPasswords?: Maybe<ResetPasswordsPayload>;
  /** Switches a user on or off. */
  readonly setUserStatus?: Maybe<SetUserStatusPayload>;
  /** Unlocks a user, e.g. after too many failed sign-ins. Only Oracle Cloud Administration tells and takes back a lock. */
  readonly unlockUser?: Maybe<UnlockUserPayload>;
  /** Changes the given attributes of a user; all others stay as they are. */
  readonly updateUser?: Maybe<UpdateUserPayload>;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationChangeUserRolesArgs = {
  input: ChangeUserRolesInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationCreateUserArgs = {
  input: CreateUserInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationDeleteUserArgs = {
  input: DeleteUserInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationReplaceUserArgs = {
  input: ReplaceUserInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationResetPasswordsArgs = {
  input: ResetPasswordsInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationSetUserStatusArgs = {
  input: SetUserStatusInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationUnlockUserArgs = {
  input: UnlockUserInput;
};


/**
 * Everything that can be written. Each topic's own file adds its fields.
 *
 * A mutation answers with a payload that says what became of the write; expected problems are `userErrors` in it. `errors`
 * is for what nobody can foresee in the input: a backend that cannot be read, a missing permission, a defect. No write is
 * ever sent twice by the gateway, whatever comes back: what its caller sends again is sent again.
 */
export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};

/** An object that can be read again by its id alone. */
export type Node = {
  /** Opaque and unique over all backends and types. Made only by this gateway: do not build or take apart an id. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list. To read on, ask again with `after: endCursor`. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Where the next page begins. Given even when the page has no edges, so that reading can go on; `null` only when there
   * was nothing to position.
   */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /**
   * Whether there may be more to read. It can be true behind a short or even an empty page, because backends are read in
   * pieces and filtered afterwards; read on until it is false. It stays true while a backend that failed for a passing
   * reason still holds rows.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page began behind a cursor. Lists can only be read forwards. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. `null` when the page has no edges. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

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

/** What a backend demands of a password. */
export type PasswordPolicy = {
  readonly __typename?: 'PasswordPolicy';
  /** Characters at most. `null`: not published. */
  readonly maxLength?: Maybe<Scalars['Int']['output']>;
  /** Characters at least. `null`: not published. */
  readonly minLength?: Maybe<Scalars['Int']['output']>;
  /** All rules, as sentences for people. */
  readonly rules: ReadonlyArray<Scalars['String']['output']>;
};

/** One way in which a user's password can be reset, and what it means. */
export type PasswordResetOption = {
  readonly __typename?: 'PasswordResetOption';
  /** What it means for the next sign-in. */
  readonly changeAtNextLogin: ChangeAtNextLoginEffect;
  /**
   * Its name, an open set: SET sets the caller's password, SET_AND_MAIL also mails it to the user, SET_AND_NOTIFY also
   * notifies the user, SET_GENERATED sets a password that the gateway made and returns it, GENERATE returns one that the
   * backend made, SCRAMBLE sets one that nobody gets to know, MAIL_TEMPORARY makes the backend mail a temporary one,
   * AUTO_RESET makes the backend reset it and notify the user.
   */
  readonly code: Scalars['String']['output'];
  /** Who is told. */
  readonly delivery: PasswordDelivery;
  /** Whether the backend does it by itself. */
  readonly mode: PlanMode;
  /** Whether it is the usual way for this account. */
  readonly recommended: Scalars['Boolean']['output'];
  /** What `acknowledge` must name. */
  readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>;
  /** What the caller must be allowed to do. */
  readonly requiredPermission: Permission;
  /** Who makes the password. */
  readonly source: PasswordSource;
};

/** What a reset would do, or why it would be refused. */
export type PasswordResetPlan = {
  readonly __typename?: 'PasswordResetPlan';
  /** The nearest ways that could be taken instead; empty when it is executable. */
  readonly alternatives: ReadonlyArray<PasswordResetOption>;
  /** What would be sent to the backend to change the account. Reads are not among them. */
  readonly calls: ReadonlyArray<PlannedCall>;
  /** Whether the reset could be done, given the acknowledgements and the permission that it needs. */
  readonly executable: Scalars['Boolean']['output'];
  /** What the reset would promise; empty when there is no way. */
  readonly guarantees: ReadonlyArray<Guarantee>;
  /** The way that would be taken. `null` when there is none. */
  readonly option?: Maybe<PasswordResetOption>;
  /** What the backend demands of a password. `null` where it publishes nothing. */
  readonly passwordPolicy?: Maybe<PasswordPolicy>;
  /** Why the reset would be refused, the main reason first; empty when it is executable. */
  readonly refusals: ReadonlyArray<UserError>;
  /** What `acknowledge` must name; empty when there is no way. */
  readonly requiredAcknowledgements: ReadonlyArray<PasswordResetRisk>;
};

/** One user's password to reset among several. */
export type PasswordResetRequest = {
  /** The risks that the caller knows of. The plan says which ones are needed. */
  readonly acknowledge?: InputMaybe<ReadonlyArray<PasswordResetRisk>>;
  /** Whether the user must choose a new password at the next sign-in. */
  readonly changeAtNextLogin: ChangeAtNextLogin;
  /** Who is told. Absent: NONE when `password` is given, else what the account's recommended option says. */
  readonly delivery?: InputMaybe<PasswordDelivery>;
  /** The new password. `null` and an empty text are refused, so that an empty form field does not generate one. */
  readonly password?: InputMaybe<Scalars['Secret']['input']>;
  /** Who makes the password. Absent: PROVIDED when `password` is given, else GENERATED. */
  readonly source?: InputMaybe<PasswordSource>;
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
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

/** What is known of a user's password. `null` in a field: the backend does not tell. */
export type PasswordState = {
  readonly __typename?: 'PasswordState';
  /** Whether the user must choose a new password at the next sign-in. */
  readonly changeRequiredAtNextLogin?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the password has expired. */
  readonly expired?: Maybe<Scalars['Boolean']['output']>;
  /** When the password expires or expired. `null` also when it never does. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the password was last reset. */
  readonly lastResetAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the user may change the password. */
  readonly userCanChange?: Maybe<Scalars['Boolean']['output']>;
};

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
  readonly changeAtNextLogin: ChangeAtNextLogin;
  /** Who is told. Absent: NONE for a supplied password, else what the account's recommended option says. */
  readonly delivery?: InputMaybe<PasswordDelivery>;
  /** Who makes the password. Absent: GENERATED. */
  readonly source?: InputMaybe<PasswordSource>;
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** A call that would be sent to a backend. It holds no password. */
export type PlannedCall = {
  readonly __typename?: 'PlannedCall';
  /** The HTTP method. */
  readonly method: Scalars['String']['output'];
  /** The backend's name of the operation. */
  readonly operation: Scalars['String']['output'];
  /** The path, relative to the address under which the backend is configured. */
  readonly path: Scalars['String']['output'];
};

/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** The backend with this name; `null` when none is configured under it. */
  readonly backend?: Maybe<Backend>;
  /** Every configured backend, in the order in which lists show them. */
  readonly backends: ReadonlyArray<Backend>;
  /**
   * The companies of all backends that have them, backend after backend. No order across backends is promised. A backend that
   * has none is named in `failures` of the first page only when `backends` asks for it.
   */
  readonly companies?: Maybe<CompanyConnection>;
  /** The company with this id; `null` when it does not exist or the caller may not see it. */
  readonly company?: Maybe<Company>;
  /** The currencies of all backends, each code once, in the order of the codes. */
  readonly currencies: ReadonlyArray<Currency>;
  /** The currency with this code; `null` when no backend has it. */
  readonly currency?: Maybe<Currency>;
  /** The language with this tag or code; `null` when no backend has it. */
  readonly language?: Maybe<Language>;
  /** The languages of all backends, each once, in the order of their codes. */
  readonly languages: ReadonlyArray<Language>;
  /**
   * The object with this id, of whatever type. `null` without an error when it does not exist or the caller may not see it;
   * an id that this gateway did not make is an error with the code BAD_USER_INPUT.
   */
  readonly node?: Maybe<Node>;
  /**
   * The objects with these ids, in the order of the ids. Each one fails alone: an entry is `null` without an error when it
   * does not exist, and `null` with an error at its index when its id is malformed or its backend failed.
   */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** What `resetPassword` would do with this input, decided from the account as it is now. Nothing is sent or changed. */
  readonly planPasswordReset?: Maybe<PasswordResetPlan>;
  /** The role with this id; `null` when it does not exist or the caller may not see it. */
  readonly role?: Maybe<Role>;
  /**
   * The roles of all backends that have them, backend after backend. No order across backends is promised. A backend that
   * has none is named in `failures` of the first page only when `backends` asks for it.
   */
  readonly roles?: Maybe<RoleConnection>;
  /** The user with this id; `null` when it does not exist or the caller may not see it. */
  readonly user?: Maybe<User>;
  /** The user of one backend who signs in with this login; `null` when there is none or the caller may not see it. */
  readonly userByLogin?: Maybe<User>;
  /**
   * The users of all backends that can list them, asked side by side and shown backend after backend. No order across
   * backends is promised. A backend that fails is named in `failures`, and the others are still there.
   */
  readonly users?: Maybe<UserConnection>;
  /** Who is asking, and what that caller may do. */
  readonly viewer: Viewer;
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryBackendArgs = {
  name: Scalars['String']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  backends?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first: Scalars['Int']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryCompanyArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryCurrenciesArgs = {
  includeDeprecated: Scalars['Boolean']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryCurrencyArgs = {
  code: Scalars['String']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryLanguageArgs = {
  tag: Scalars['String']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryPlanPasswordResetArgs = {
  input: PlanPasswordResetInput;
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryRoleArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryRolesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  backends?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first: Scalars['Int']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryUserByLoginArgs = {
  backend: Scalars['String']['input'];
  company?: InputMaybe<Scalars['String']['input']>;
  login: Scalars['String']['input'];
};


/**
 * Everything that can be read. Each type's own file adds the fields that lead to it.
 *
 * A field whose backend fails, or that the caller may not see, is `null` with an entry in `errors`; the fields beside it
 * keep their answers.
 */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first: Scalars['Int']['input'];
};

/** A user as it shall be. */
export type ReplaceUserInput = {
  /** All attributes that shall not fall back to the backend's default. */
  readonly attributes: UserAttributes;
  /** What the user signs in with afterwards. */
  readonly login: Scalars['String']['input'];
  /** Whether the account can be used afterwards. */
  readonly status: UserStatusInput;
  /** The user. Named by id, it must exist; named by its key, it may be created. */
  readonly user: UserReference;
};

/** What became of a replacement. */
export type ReplaceUserPayload = WritePayload & {
  readonly __typename?: 'ReplaceUserPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** Whether the user is new. `null` unless the status is DONE, or when the backend did not tell. */
  readonly created?: Maybe<Scalars['Boolean']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** The user, read after the write. `null` when nothing was sent or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One user's password to reset, in a request of its own. */
export type ResetPasswordInput = {
  /** The risks that the caller knows of. The plan says which ones are needed. */
  readonly acknowledge?: InputMaybe<ReadonlyArray<PasswordResetRisk>>;
  /** Whether the user must choose a new password at the next sign-in. */
  readonly changeAtNextLogin: ChangeAtNextLogin;
  /** Who is told. Absent: NONE when `password` is given, else what the account's recommended option says. */
  readonly delivery?: InputMaybe<PasswordDelivery>;
  /**
   * Any text of the caller's, up to 255 characters, new for every reset: the same request with the same key resets once and
   * answers the same again, without the password, for 24 hours.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The new password. `null` and an empty text are refused, so that an empty form field does not generate one. */
  readonly password?: InputMaybe<Scalars['Secret']['input']>;
  /** Why, for the record. It is never sent to the backend. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Who makes the password. Absent: PROVIDED when `password` is given, else GENERATED. */
  readonly source?: InputMaybe<PasswordSource>;
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** What became of a reset. */
export type ResetPasswordPayload = WritePayload & {
  readonly __typename?: 'ResetPasswordPayload';
  /** The nearest ways that could be taken instead, when this one cannot. */
  readonly alternatives: ReadonlyArray<PasswordResetOption>;
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The new password. Only when the delivery is RETURN, and only in the first answer: it is kept nowhere. */
  readonly generatedPassword?: Maybe<Scalars['String']['output']>;
  /** What the reset promises, and how that is known; empty when nothing was sent. */
  readonly guarantees: ReadonlyArray<Guarantee>;
  /** The way that was taken. `null` when there was none. */
  readonly option?: Maybe<PasswordResetOption>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the reset. */
  readonly status: WriteStatus;
  /** The user. `null` when it does not exist, the caller may not see it, or it was not read. */
  readonly user?: Maybe<User>;
  /** Why the reset is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The id from the input. */
  readonly userId: Scalars['ID']['output'];
};

/** Several users' passwords to reset. */
export type ResetPasswordsInput = {
  /**
   * Any text of the caller's, up to 255 characters, new for every bulk. When the same request comes again with the same key,
   * only those resets are done that have no outcome yet.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record. It is never sent to a backend. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 resets, each of another user. */
  readonly resets: ReadonlyArray<PasswordResetRequest>;
};

/** What became of several resets. */
export type ResetPasswordsPayload = {
  readonly __typename?: 'ResetPasswordsPayload';
  /** How many are ACCEPTED. */
  readonly accepted: Scalars['Int']['output'];
  /** How many are DONE. */
  readonly done: Scalars['Int']['output'];
  /** How many are FAILED. */
  readonly failed: Scalars['Int']['output'];
  /** How many are REFUSED. */
  readonly refused: Scalars['Int']['output'];
  /** One outcome per reset, in the order of the input; empty when the whole request was refused. */
  readonly results: ReadonlyArray<ResetPasswordPayload>;
  /** How many are UNKNOWN. */
  readonly unknown: Scalars['Int']['output'];
  /**
   * Why the whole request was refused: more than 100 resets or none, a user twice, an idempotency key that stands for another
   * request, a record out of reach. Empty otherwise.
   */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Something that a user can be given: a role of Oracle Cloud Administration, a group of an Oracle CPQ company, a group or an
 * access configuration of Alibaba CloudSSO.
 */
export type Role = Node & {
  readonly __typename?: 'Role';
  /** The backend that keeps it. */
  readonly backend: Backend;
  /** What it is for, as its administrators wrote it. `null` when there is none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What the backend keeps besides, under the backend's own names. `null` where it keeps nothing more. */
  readonly details?: Maybe<RoleDetails>;
  /** Its name for people; `name` where the backend gives no other. */
  readonly displayName: Scalars['String']['output'];
  /** Global id of the role. */
  readonly id: Scalars['ID']['output'];
  /** What it is in its backend. */
  readonly kind: RoleKind;
  /** Its name in the backend, for programs. */
  readonly name: Scalars['String']['output'];
  /** The backend's own key. */
  readonly nativeId: Scalars['String']['output'];
  /** Users who hold it directly. Those who hold it through a group are the users of that group. */
  readonly users?: Maybe<UserConnection>;
};


/**
 * Something that a user can be given: a role of Oracle Cloud Administration, a group of an Oracle CPQ company, a group or an
 * access configuration of Alibaba CloudSSO.
 */
export type RoleUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of roles. */
export type RoleConnection = {
  readonly __typename?: 'RoleConnection';
  /** The roles with their cursors. */
  readonly edges: ReadonlyArray<RoleEdge>;
  /** The backends that could not contribute to this page. */
  readonly failures: ReadonlyArray<BackendFailure>;
  /** The roles alone. */
  readonly nodes: ReadonlyArray<Role>;
  /** How to read on. */
  readonly pageInfo: PageInfo;
  /**
   * How many roles the whole list has. Counted only when selected; `null` when a backend failed or when counting would need
   * reading them all.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A backend's own attributes of a role. Select by type: `... on <type> { }`. */
export type RoleDetails = CloudAdministrationRoleDetails | CloudSsoRoleDetails | CpqRoleDetails;

/** A role and its place in a list. */
export type RoleEdge = {
  readonly __typename?: 'RoleEdge';
  /** Opaque; `after` this cursor the list goes on behind this role. */
  readonly cursor: Scalars['String']['output'];
  /** The role. */
  readonly node: Role;
};

/** One way in which a user holds a role. The same role can be held in several ways. */
export type RoleGrant = {
  readonly __typename?: 'RoleGrant';
  /** The role that is held. `null` when it cannot be shown. */
  readonly role?: Maybe<Role>;
  /** Where the role applies: in Alibaba CloudSSO the id of a cloud account. `null`: everywhere in its backend. */
  readonly scope?: Maybe<Scalars['String']['output']>;
  /** Name of `scope` for people. `null` where there is no scope or no name. */
  readonly scopeName?: Maybe<Scalars['String']['output']>;
  /** The group through which the user holds the role. `null`: held directly. */
  readonly via?: Maybe<Role>;
};

/** One way of holding a role. */
export type RoleGrantInput = {
  /** Global id of a role of the same backend. */
  readonly roleId: Scalars['ID']['input'];
  /**
   * Where the role applies: the id of the cloud account for an access configuration of Alibaba CloudSSO, which needs it.
   * Refused for all other roles.
   */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
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
  readonly userId: Scalars['ID']['input'];
};

/** What became of a change of status. */
export type SetUserStatusPayload = WritePayload & {
  readonly __typename?: 'SetUserStatusPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** The user, read after the write. `null` when nothing was sent or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How a user signs in through another identity system. `null` in a field: the backend does not tell. */
export type SsoState = {
  readonly __typename?: 'SsoState';
  /** Whether single sign-on is switched on for the user. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** The user's key in the other system. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** The backend's own word for the mode, an open set, e.g. `NOT_ENABLED`. */
  readonly nativeMode?: Maybe<Scalars['String']['output']>;
  /** How the account came into the backend, in its own word, e.g. `Manual` or `Synchronized` in Alibaba CloudSSO. */
  readonly provisionedBy?: Maybe<Scalars['String']['output']>;
};

/** One condition on a text: exactly one of the fields is given. Every one of them ignores case. */
export type StringFilter =
  /** The text contains this. */
  { readonly contains: Scalars['String']['input']; readonly equals?: never; readonly in?: never; readonly startsWith?: never; }
  |  /** The text is this. */
  { readonly contains?: never; readonly equals: Scalars['String']['input']; readonly in?: never; readonly startsWith?: never; }
  |  /** The text is one of these, 1000 at most; none meets an empty list. */
  { readonly contains?: never; readonly equals?: never; readonly in: ReadonlyArray<Scalars['String']['input']>; readonly startsWith?: never; }
  |  /** The text begins with this. */
  { readonly contains?: never; readonly equals?: never; readonly in?: never; readonly startsWith: Scalars['String']['input']; };

/** A label: a name and its value. */
export type TagInput = {
  /** Name of the label. */
  readonly key: Scalars['String']['input'];
  /** Value of the label; an empty text for none. */
  readonly value: Scalars['String']['input'];
};

/** A user to unlock. */
export type UnlockUserInput = {
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** What became of an unlocking. */
export type UnlockUserPayload = WritePayload & {
  readonly __typename?: 'UnlockUserPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** The user, read after the write. `null` when nothing was sent or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Changes to a user. */
export type UpdateUserInput = {
  /** The attributes to change, one or more. */
  readonly attributes: UserAttributes;
  /** Global id of the user. */
  readonly userId: Scalars['ID']['input'];
};

/** What became of a change of attributes. */
export type UpdateUserPayload = WritePayload & {
  readonly __typename?: 'UpdateUserPayload';
  /** The backend's id of the request. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** The user, read after the write. `null` when nothing was sent or it could not be read. */
  readonly user?: Maybe<User>;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * One account of one backend. A person with accounts in several backends is several users.
 *
 * A field is `null` when the backend keeps no such value or has none for this user.
 */
export type User = Node & {
  readonly __typename?: 'User';
  /** The backend that keeps the account. */
  readonly backend: Backend;
  /** The company the user belongs to. Alibaba CloudSSO has no companies. */
  readonly company?: Maybe<Company>;
  /** When the account was created. Oracle CPQ before version 16 does not tell. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The currency the user works in. Only Oracle CPQ keeps it. */
  readonly currency?: Maybe<Currency>;
  /** A note of the administrators. Only Alibaba CloudSSO keeps it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What the backend keeps besides, under the backend's own names. `null` where it keeps nothing more. */
  readonly details?: Maybe<UserDetails>;
  /** Name for people; the login where the backend has no name. */
  readonly displayName: Scalars['String']['output'];
  /** The first of `emails`. `null` when there is none. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** E-mail addresses in the backend's order; empty when there is none. Only Oracle CPQ can hold several. */
  readonly emails: ReadonlyArray<Scalars['String']['output']>;
  /** Employee number. Only Oracle Cloud Administration keeps it. */
  readonly employeeNumber?: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Global id of the user. It stays the same when the login changes, except in Oracle CPQ before version 18. */
  readonly id: Scalars['ID']['output'];
  /** Job title. Only Oracle CPQ keeps it. */
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  /** The language the user works in. Only Oracle CPQ keeps it. */
  readonly language?: Maybe<Language>;
  /** When the user last signed in; `null` also for never. Only Oracle CPQ tells, from version 16. */
  readonly lastLoginAt?: Maybe<Scalars['DateTime']['output']>;
  /** Family name. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /**
   * Whether the account is locked, e.g. after too many failed sign-ins. Independent of `status`: a disabled account can be
   * locked too. `null` where the backend does not tell; only Oracle Cloud Administration does.
   */
  readonly locked?: Maybe<Scalars['Boolean']['output']>;
  /** What the user signs in with. It can change in Oracle CPQ and never changes elsewhere. */
  readonly login: Scalars['String']['output'];
  /** Middle name. Only Oracle Cloud Administration keeps it. */
  readonly middleName?: Maybe<Scalars['String']['output']>;
  /**
   * The backend's own key: the party number in Oracle CPQ (company and login before version 18), the login id in Oracle
   * Cloud Administration, the user id in Alibaba CloudSSO.
   */
  readonly nativeId: Scalars['String']['output'];
  /** The status in the backend's own word or number, e.g. `1` or `Enabled`. */
  readonly nativeStatus?: Maybe<Scalars['String']['output']>;
  /** What is known of the password, never the password itself. Only Oracle Cloud Administration tells. */
  readonly password?: Maybe<PasswordState>;
  /**
   * The ways in which this user's password can be reset. It costs no call to the backend; `planPasswordReset` reads the
   * account anew and knows of more obstacles. `null` where the backend resets no passwords.
   */
  readonly passwordResetOptions?: Maybe<ReadonlyArray<PasswordResetOption>>;
  /** Telephone number as it was typed in. Only Oracle CPQ keeps it. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Every way in which the user holds a role: where it applies, and through which group. */
  readonly roleGrants?: Maybe<ReadonlyArray<RoleGrant>>;
  /** The roles the user holds, each once, in whatever way it is held; empty when there is none. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** How the user signs in through another identity system. `null` where the backend does not tell. */
  readonly sso?: Maybe<SsoState>;
  /** Whether the account can be used. */
  readonly status: UserStatus;
  /** The time zone the user works in, in the backend's own words. Only Oracle CPQ keeps it. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** The backend's own kind of user, an open set, e.g. `FULL_ACCESS`. Alibaba CloudSSO has none. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** When the account was last changed. Oracle CPQ before version 16 does not tell. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * Attributes of a user. Absent: stays as it is, or, for a new or replaced user, the backend's default. `null` or an empty
 * list clears the attribute; an empty text counts as `null`. An attribute that cannot be cleared, or that the backend does
 * not keep, is refused with its path: nothing is dropped in silence.
 */
export type UserAttributes = {
  /** Attributes that only Oracle Cloud Administration keeps. */
  readonly cloudAdministration?: InputMaybe<CloudAdministrationUserAttributes>;
  /** Attributes that only Alibaba CloudSSO has. Refused for a user of another backend. */
  readonly cloudSso?: InputMaybe<CloudSsoUserAttributes>;
  /** Attributes that only Oracle CPQ keeps. Refused by name for a user of another backend. */
  readonly cpq?: InputMaybe<CpqUserAttributes>;
  /** Currency the user works in: a code as the backend writes it or in ISO 4217. Only Oracle CPQ keeps it. */
  readonly currencyCode?: InputMaybe<Scalars['String']['input']>;
  /** A note of the administrators. Only Alibaba CloudSSO keeps it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Name for people. Only Alibaba CloudSSO takes one; elsewhere it follows from the other names. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** The whole list of e-mail addresses. Only Oracle CPQ can hold several. */
  readonly emails?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Employee number. Only Oracle Cloud Administration keeps it. */
  readonly employeeNumber?: InputMaybe<Scalars['String']['input']>;
  /** Given name. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Job title. Only Oracle CPQ keeps it. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** Language the user works in: a BCP 47 tag or a code as the backend writes it. Only Oracle CPQ keeps it. */
  readonly languageTag?: InputMaybe<Scalars['String']['input']>;
  /** Family name. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** Middle name. Only Oracle Cloud Administration keeps it. */
  readonly middleName?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number as people write it. Only Oracle CPQ keeps it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The backend's own kind of user, an open set, e.g. `FULL_ACCESS`. Alibaba CloudSSO has none. */
  readonly type?: InputMaybe<Scalars['String']['input']>;
};

/** A page of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The backends that could not contribute to this page. */
  readonly failures: ReadonlyArray<BackendFailure>;
  /** The users alone. */
  readonly nodes: ReadonlyArray<User>;
  /** How to read on. */
  readonly pageInfo: PageInfo;
  /**
   * How many users the whole list has. Counted only when selected; `null` when a backend failed or when counting would need
   * reading them all.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A backend's own attributes of a user. Select by type: `... on <type> { }`. */
export type UserDetails = CloudAdministrationUserDetails | CloudSsoUserDetails | CpqUserDetails;

/** A user and its place in a list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Opaque; `after` this cursor the list goes on behind this user. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};

/** An expected problem of a write. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What the problem is, for programs. */
  readonly code: UserErrorCode;
  /** What the problem is and what to do about it, for people. It holds nothing that a backend wrote, and no password. */
  readonly message: Scalars['String']['output'];
  /**
   * Where in `input` the problem is: names of fields, and indexes of lists as text, e.g. `["attributes", "emails", "0"]`.
   * `null`: it is not about one part of the input.
   */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether the same request may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly backends?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Global id of the company the user belongs to. */
  readonly companyId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the user's currency, as `Currency.code` or `Currency.isoCode` gives it, in capitals or not. */
  readonly currencyCode?: InputMaybe<Scalars['String']['input']>;
  /** Condition that at least one of the e-mail addresses meets. */
  readonly email?: InputMaybe<StringFilter>;
  /** Tag or code of the user's language, as `Language.tag` or `Language.code` gives it, in capitals or not. */
  readonly languageTag?: InputMaybe<Scalars['String']['input']>;
  /** The account is, or is not, locked. */
  readonly locked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Condition on the login. */
  readonly login?: InputMaybe<StringFilter>;
  /** Global id of a role that the user holds directly. */
  readonly roleId?: InputMaybe<Scalars['ID']['input']>;
  /** The login, a name or an e-mail address contains this text, in capitals or not. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** The status is one of these. */
  readonly statuses?: InputMaybe<ReadonlyArray<UserStatus>>;
  /** The backend's own kind of user is one of these, in capitals or not. */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Names a user by what people know of the account. */
export type UserKey = {
  /** Name of the backend, e.g. `cpq`. */
  readonly backend: Scalars['String']['input'];
  /** Native id of the user's company. Needed where logins are read per company. */
  readonly company?: InputMaybe<Scalars['String']['input']>;
  /** What the user signs in with. */
  readonly login: Scalars['String']['input'];
};

/** Names a user in one of two ways. */
export type UserReference =
  /** Global id of the user. */
  { readonly id: Scalars['ID']['input']; readonly key?: never; }
  |  /** Backend, login and company. */
  { readonly id?: never; readonly key: UserKey; };

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

/** The caller, as the gateway understood the token that came with the request. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /**
   * The companies whose users the caller sees: `<backend name>/<company's native id>`, or `<backend name>/*` for all of a
   * backend. `null`: every company of every backend. Accounts that belong to no company, as all of Alibaba CloudSSO, are
   * seen only through `<backend name>/*`.
   */
  readonly companies?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What the caller may do. */
  readonly permissions: ReadonlyArray<Permission>;
  /** Who the caller is: the token's subject. */
  readonly subject: Scalars['String']['output'];
};

/** What every write answers with. */
export type WritePayload = {
  /** The backend's id of the request, for its operators. `null` where it gives none. */
  readonly backendRequestId?: Maybe<Scalars['String']['output']>;
  /** The backend's id of the job that it took, for its operators. `null` unless the status is ACCEPTED. */
  readonly pendingJobId?: Maybe<Scalars['String']['output']>;
  /** What became of the write. */
  readonly status: WriteStatus;
  /** Why the write is not DONE; empty when it is DONE or ACCEPTED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( BackendModel )
    | ( CompanyModel )
    | ( RoleModel )
    | ( UserModel )
  ;
  WritePayload:
    | ( Omit<ChangeUserRolesPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( Omit<CreateUserPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( DeleteUserPayload )
    | ( Omit<ReplaceUserPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( ResetResult )
    | ( Omit<SetUserStatusPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( Omit<UnlockUserPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( Omit<UpdateUserPayload, 'user'> & { user?: Maybe<_RefType['User']> } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Backend: ResolverTypeWrapper<BackendModel>;
  BackendFailure: ResolverTypeWrapper<BackendFailureModel>;
  BackendFailureCode: BackendFailureCode;
  BackendHealth: ResolverTypeWrapper<BackendHealth>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  ChangeAtNextLogin: ChangeAtNextLogin;
  ChangeAtNextLoginEffect: ChangeAtNextLoginEffect;
  ChangeUserRolesInput: ChangeUserRolesInput;
  ChangeUserRolesPayload: ResolverTypeWrapper<Omit<ChangeUserRolesPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  CloudAdministrationCompanyDetails: ResolverTypeWrapper<CloudAdministrationCompanyDetails>;
  CloudAdministrationPasswordPolicy: ResolverTypeWrapper<CloudAdministrationPasswordPolicy>;
  CloudAdministrationRoleDetails: ResolverTypeWrapper<CloudAdministrationRoleDetails>;
  CloudAdministrationUserAttributes: CloudAdministrationUserAttributes;
  CloudAdministrationUserDetails: ResolverTypeWrapper<CloudAdministrationUserDetails>;
  CloudSsoMfaDevice: ResolverTypeWrapper<CloudSsoMfaDevice>;
  CloudSsoRoleDetails: ResolverTypeWrapper<CloudSsoRoleDetails>;
  CloudSsoTag: ResolverTypeWrapper<CloudSsoTag>;
  CloudSsoUserAttributes: CloudSsoUserAttributes;
  CloudSsoUserDetails: ResolverTypeWrapper<CloudSsoUserDetails>;
  CloudSsoUserProvisioning: ResolverTypeWrapper<CloudSsoUserProvisioning>;
  Company: ResolverTypeWrapper<CompanyModel>;
  CompanyConnection: ResolverTypeWrapper<CompanyConnectionModel>;
  CompanyDetails: ResolverTypeWrapper<CompanyDetailsModel>;
  CompanyEdge: ResolverTypeWrapper<CompanyEdgeModel>;
  CompanyReference: CompanyReference;
  CpqAccessPermission: ResolverTypeWrapper<CpqAccessPermission>;
  CpqAddress: ResolverTypeWrapper<CpqAddress>;
  CpqAddressInput: CpqAddressInput;
  CpqCompanyDetails: ResolverTypeWrapper<CpqCompanyDetails>;
  CpqGroup: ResolverTypeWrapper<CpqGroup>;
  CpqLookup: ResolverTypeWrapper<CpqLookup>;
  CpqRoleDetails: ResolverTypeWrapper<CpqRoleDetails>;
  CpqUserAttributes: CpqUserAttributes;
  CpqUserDetails: ResolverTypeWrapper<CpqUserDetails>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  Currency: ResolverTypeWrapper<CurrencyModel>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: ResolverTypeWrapper<DeleteUserPayload>;
  Evidence: Evidence;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Guarantee: ResolverTypeWrapper<Guarantee>;
  GuaranteeKind: GuaranteeKind;
  GuaranteeLevel: GuaranteeLevel;
  HealthStatus: HealthStatus;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Language: ResolverTypeWrapper<LanguageModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordDelivery: PasswordDelivery;
  PasswordPolicy: ResolverTypeWrapper<PasswordPolicy>;
  PasswordResetOption: ResolverTypeWrapper<PasswordResetOption>;
  PasswordResetPlan: ResolverTypeWrapper<PasswordResetPlan>;
  PasswordResetRequest: PasswordResetRequest;
  PasswordResetRisk: PasswordResetRisk;
  PasswordSource: PasswordSource;
  PasswordState: ResolverTypeWrapper<PasswordState>;
  Permission: Permission;
  PlanMode: PlanMode;
  PlanPasswordResetInput: PlanPasswordResetInput;
  PlannedCall: ResolverTypeWrapper<PlannedCall>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReplaceUserInput: ReplaceUserInput;
  ReplaceUserPayload: ResolverTypeWrapper<Omit<ReplaceUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetResult>;
  ResetPasswordsInput: ResetPasswordsInput;
  ResetPasswordsPayload: ResolverTypeWrapper<Omit<ResetPasswordsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ResetPasswordPayload']> }>;
  Role: ResolverTypeWrapper<RoleModel>;
  RoleConnection: ResolverTypeWrapper<RoleConnectionModel>;
  RoleDetails: ResolverTypeWrapper<RoleDetailsModel>;
  RoleEdge: ResolverTypeWrapper<RoleEdgeModel>;
  RoleGrant: ResolverTypeWrapper<RoleGrantModel>;
  RoleGrantInput: RoleGrantInput;
  RoleKind: RoleKind;
  Secret: ResolverTypeWrapper<Scalars['Secret']['output']>;
  SetUserStatusInput: SetUserStatusInput;
  SetUserStatusPayload: ResolverTypeWrapper<Omit<SetUserStatusPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  SsoState: ResolverTypeWrapper<SsoState>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  TagInput: TagInput;
  UnlockUserInput: UnlockUserInput;
  UnlockUserPayload: ResolverTypeWrapper<Omit<UnlockUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: ResolverTypeWrapper<Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  User: ResolverTypeWrapper<UserModel>;
  UserAttributes: UserAttributes;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserDetails: ResolverTypeWrapper<UserDetailsModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  UserFilter: UserFilter;
  UserKey: UserKey;
  UserReference: UserReference;
  UserStatus: UserStatus;
  UserStatusInput: UserStatusInput;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  WritePayload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['WritePayload']>;
  WriteStatus: WriteStatus;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Backend: BackendModel;
  BackendFailure: BackendFailureModel;
  BackendHealth: BackendHealth;
  Boolean: Scalars['Boolean']['output'];
  ChangeUserRolesInput: ChangeUserRolesInput;
  ChangeUserRolesPayload: Omit<ChangeUserRolesPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  CloudAdministrationCompanyDetails: CloudAdministrationCompanyDetails;
  CloudAdministrationPasswordPolicy: CloudAdministrationPasswordPolicy;
  CloudAdministrationRoleDetails: CloudAdministrationRoleDetails;
  CloudAdministrationUserAttributes: CloudAdministrationUserAttributes;
  CloudAdministrationUserDetails: CloudAdministrationUserDetails;
  CloudSsoMfaDevice: CloudSsoMfaDevice;
  CloudSsoRoleDetails: CloudSsoRoleDetails;
  CloudSsoTag: CloudSsoTag;
  CloudSsoUserAttributes: CloudSsoUserAttributes;
  CloudSsoUserDetails: CloudSsoUserDetails;
  CloudSsoUserProvisioning: CloudSsoUserProvisioning;
  Company: CompanyModel;
  CompanyConnection: CompanyConnectionModel;
  CompanyDetails: CompanyDetailsModel;
  CompanyEdge: CompanyEdgeModel;
  CompanyReference: CompanyReference;
  CpqAccessPermission: CpqAccessPermission;
  CpqAddress: CpqAddress;
  CpqAddressInput: CpqAddressInput;
  CpqCompanyDetails: CpqCompanyDetails;
  CpqGroup: CpqGroup;
  CpqLookup: CpqLookup;
  CpqRoleDetails: CpqRoleDetails;
  CpqUserAttributes: CpqUserAttributes;
  CpqUserDetails: CpqUserDetails;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  Currency: CurrencyModel;
  DateTime: Scalars['DateTime']['output'];
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: DeleteUserPayload;
  Float: Scalars['Float']['output'];
  Guarantee: Guarantee;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Language: LanguageModel;
  Mutation: Record<PropertyKey, never>;
  Node: NodeModel;
  PageInfo: PageInfo;
  PasswordPolicy: PasswordPolicy;
  PasswordResetOption: PasswordResetOption;
  PasswordResetPlan: PasswordResetPlan;
  PasswordResetRequest: PasswordResetRequest;
  PasswordState: PasswordState;
  PlanPasswordResetInput: PlanPasswordResetInput;
  PlannedCall: PlannedCall;
  Query: Record<PropertyKey, never>;
  ReplaceUserInput: ReplaceUserInput;
  ReplaceUserPayload: Omit<ReplaceUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetResult;
  ResetPasswordsInput: ResetPasswordsInput;
  ResetPasswordsPayload: Omit<ResetPasswordsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ResetPasswordPayload']> };
  Role: RoleModel;
  RoleConnection: RoleConnectionModel;
  RoleDetails: RoleDetailsModel;
  RoleEdge: RoleEdgeModel;
  RoleGrant: RoleGrantModel;
  RoleGrantInput: RoleGrantInput;
  Secret: Scalars['Secret']['output'];
  SetUserStatusInput: SetUserStatusInput;
  SetUserStatusPayload: Omit<SetUserStatusPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  SsoState: SsoState;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  TagInput: TagInput;
  UnlockUserInput: UnlockUserInput;
  UnlockUserPayload: Omit<UnlockUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  User: UserModel;
  UserAttributes: UserAttributes;
  UserConnection: UserConnectionModel;
  UserDetails: UserDetailsModel;
  UserEdge: UserEdgeModel;
  UserError: UserError;
  UserFilter: UserFilter;
  UserKey: UserKey;
  UserReference: UserReference;
  Viewer: ViewerModel;
  WritePayload: ResolversInterfaceTypes<ResolversParentTypes>['WritePayload'];
};

export type RequiresPermissionDirectiveArgs = {
  anyOf: ReadonlyArray<Permission>;
};

export type RequiresPermissionDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = RequiresPermissionDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BackendResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Backend'] = ResolversParentTypes['Backend']> = {
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['BackendHealth'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BackendFailureResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['BackendFailure'] = ResolversParentTypes['BackendFailure']> = {
  backend?: Resolver<ResolversTypes['Backend'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['BackendFailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BackendHealthResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['BackendHealth'] = ResolversParentTypes['BackendHealth']> = {
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
};

export type ChangeUserRolesPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChangeUserRolesPayload'] = ResolversParentTypes['ChangeUserRolesPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudAdministrationCompanyDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudAdministrationCompanyDetails'] = ResolversParentTypes['CloudAdministrationCompanyDetails']> = {
  associations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  bidderCompany?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inheritedPolicy?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isDeletable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  processed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pwdPolicy?: Resolver<Maybe<ResolversTypes['CloudAdministrationPasswordPolicy']>, ParentType, ContextType>;
  statusInfo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unreadableDates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  zoneAssumedDates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudAdministrationPasswordPolicyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudAdministrationPasswordPolicy'] = ResolversParentTypes['CloudAdministrationPasswordPolicy']> = {
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CloudAdministrationRoleDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudAdministrationRoleDetails'] = ResolversParentTypes['CloudAdministrationRoleDetails']> = {
  companyAccessType?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAccessType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudAdministrationUserDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudAdministrationUserDetails'] = ResolversParentTypes['CloudAdministrationUserDetails']> = {
  admin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deprovisionedDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deprovisioningDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastPasswordResetDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  loginAttemptsCtr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  processed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  provisionedDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provisioningDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pwdCantChange?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pwdWarnDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pwdWarned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statusInfo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusInfoOK?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  unreadableDates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  zoneAssumedDates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudSsoMfaDeviceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudSsoMfaDevice'] = ResolversParentTypes['CloudSsoMfaDevice']> = {
  deviceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CloudSsoRoleDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudSsoRoleDetails'] = ResolversParentTypes['CloudSsoRoleDetails']> = {
  createTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provisionType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relayState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sessionDuration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  statusNotifications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CloudSsoTag']>>, ParentType, ContextType>;
  updateTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudSsoTagResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudSsoTag'] = ResolversParentTypes['CloudSsoTag']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CloudSsoUserDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudSsoUserDetails'] = ResolversParentTypes['CloudSsoUserDetails']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIdIssuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mfaAuthenticationSettings?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mfaDevices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CloudSsoMfaDevice']>>, ParentType, ContextType>;
  provisionType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ssoEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CloudSsoTag']>>, ParentType, ContextType>;
  userProvisionings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CloudSsoUserProvisioning']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudSsoUserProvisioningResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CloudSsoUserProvisioning'] = ResolversParentTypes['CloudSsoUserProvisioning']> = {
  createTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletionStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duplicationStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  principalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  principalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  principalType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updateTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userProvisioningId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  backend?: Resolver<ResolversTypes['Backend'], ParentType, ContextType>;
  baseCurrency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  baseLanguage?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['CompanyDetails']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<CompanyUsersArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CompanyConnection'] = ResolversParentTypes['CompanyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CompanyEdge']>, ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['BackendFailure']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Company']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CompanyDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CompanyDetails'] = ResolversParentTypes['CompanyDetails']> = {
  __resolveType: TypeResolveFn<'CloudAdministrationCompanyDetails' | 'CpqCompanyDetails', ParentType, ContextType>;
};

export type CompanyEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CompanyEdge'] = ResolversParentTypes['CompanyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
};

export type CpqAccessPermissionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqAccessPermission'] = ResolversParentTypes['CpqAccessPermission']> = {
  hasAccess?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  variableName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CpqAddressResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqAddress'] = ResolversParentTypes['CpqAddress']> = {
  address1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fax?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateProvince?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CpqCompanyDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqCompanyDetails'] = ResolversParentTypes['CpqCompanyDetails']> = {
  access?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  activeLicensedUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  baseCurrency?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  baseLanguage?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateTimeFormat?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabledForSSO?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  faxNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  login?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maximumUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  numberFormat?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  partyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supportedCurrencies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CpqLookup']>>, ParentType, ContextType>;
  supportedLanguages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CpqLookup']>>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CpqGroupResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqGroup'] = ResolversParentTypes['CpqGroup']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  variableName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CpqLookupResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqLookup'] = ResolversParentTypes['CpqLookup']> = {
  displayValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CpqRoleDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqRoleDetails'] = ResolversParentTypes['CpqRoleDetails']> = {
  companyLogin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  variableName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CpqUserDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CpqUserDetails'] = ResolversParentTypes['CpqUserDetails']> = {
  accessPermissions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CpqAccessPermission']>>, ParentType, ContextType>;
  approvalDelegate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  billing?: Resolver<Maybe<ResolversTypes['CpqAddress']>, ParentType, ContextType>;
  companyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyLogin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  dateFormat?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  enabledForSso?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  externalSsoId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fax?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CpqGroup']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAccessAdminPermEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isApplicationAdminPermEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isMobileEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isNotifyEmail?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isNotifyFax?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isProxyPermEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isUserAdminPermEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isWebServicesOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  numberFormat?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  oauthClientId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partnerLogin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  separateShipAddr?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sfdcOrgId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shipping?: Resolver<Maybe<ResolversTypes['CpqAddress']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['CpqLookup']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateUserPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['CreateUserPayload'] = ResolversParentTypes['CreateUserPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CurrencyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Currency'] = ResolversParentTypes['Currency']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deprecated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteUserPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['DeleteUserPayload'] = ResolversParentTypes['DeleteUserPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GuaranteeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Guarantee'] = ResolversParentTypes['Guarantee']> = {
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GuaranteeKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['GuaranteeLevel'], ParentType, ContextType>;
};

export type LanguageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Language'] = ResolversParentTypes['Language']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changeUserRoles?: Resolver<Maybe<ResolversTypes['ChangeUserRolesPayload']>, ParentType, ContextType, RequireFields<MutationChangeUserRolesArgs, 'input'>>;
  createUser?: Resolver<Maybe<ResolversTypes['CreateUserPayload']>, ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  deleteUser?: Resolver<Maybe<ResolversTypes['DeleteUserPayload']>, ParentType, ContextType, RequireFields<MutationDeleteUserArgs, 'input'>>;
  replaceUser?: Resolver<Maybe<ResolversTypes['ReplaceUserPayload']>, ParentType, ContextType, RequireFields<MutationReplaceUserArgs, 'input'>>;
  resetPassword?: Resolver<Maybe<ResolversTypes['ResetPasswordPayload']>, ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  resetPasswords?: Resolver<Maybe<ResolversTypes['ResetPasswordsPayload']>, ParentType, ContextType, RequireFields<MutationResetPasswordsArgs, 'input'>>;
  setUserStatus?: Resolver<Maybe<ResolversTypes['SetUserStatusPayload']>, ParentType, ContextType, RequireFields<MutationSetUserStatusArgs, 'input'>>;
  unlockUser?: Resolver<Maybe<ResolversTypes['UnlockUserPayload']>, ParentType, ContextType, RequireFields<MutationUnlockUserArgs, 'input'>>;
  updateUser?: Resolver<Maybe<ResolversTypes['UpdateUserPayload']>, ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Backend' | 'Company' | 'Role' | 'User', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordPolicyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PasswordPolicy'] = ResolversParentTypes['PasswordPolicy']> = {
  maxLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordResetOptionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PasswordResetOption'] = ResolversParentTypes['PasswordResetOption']> = {
  changeAtNextLogin?: Resolver<ResolversTypes['ChangeAtNextLoginEffect'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['PasswordDelivery'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['PlanMode'], ParentType, ContextType>;
  recommended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requiredAcknowledgements?: Resolver<ReadonlyArray<ResolversTypes['PasswordResetRisk']>, ParentType, ContextType>;
  requiredPermission?: Resolver<ResolversTypes['Permission'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['PasswordSource'], ParentType, ContextType>;
};

export type PasswordResetPlanResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PasswordResetPlan'] = ResolversParentTypes['PasswordResetPlan']> = {
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['PasswordResetOption']>, ParentType, ContextType>;
  calls?: Resolver<ReadonlyArray<ResolversTypes['PlannedCall']>, ParentType, ContextType>;
  executable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  guarantees?: Resolver<ReadonlyArray<ResolversTypes['Guarantee']>, ParentType, ContextType>;
  option?: Resolver<Maybe<ResolversTypes['PasswordResetOption']>, ParentType, ContextType>;
  passwordPolicy?: Resolver<Maybe<ResolversTypes['PasswordPolicy']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  requiredAcknowledgements?: Resolver<ReadonlyArray<ResolversTypes['PasswordResetRisk']>, ParentType, ContextType>;
};

export type PasswordStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PasswordState'] = ResolversParentTypes['PasswordState']> = {
  changeRequiredAtNextLogin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastResetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userCanChange?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type PlannedCallResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PlannedCall'] = ResolversParentTypes['PlannedCall']> = {
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  backend?: Resolver<Maybe<ResolversTypes['Backend']>, ParentType, ContextType, RequireFields<QueryBackendArgs, 'name'>>;
  backends?: Resolver<ReadonlyArray<ResolversTypes['Backend']>, ParentType, ContextType>;
  companies?: Resolver<Maybe<ResolversTypes['CompanyConnection']>, ParentType, ContextType, RequireFields<QueryCompaniesArgs, 'first'>>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType, RequireFields<QueryCompanyArgs, 'id'>>;
  currencies?: Resolver<ReadonlyArray<ResolversTypes['Currency']>, ParentType, ContextType, RequireFields<QueryCurrenciesArgs, 'includeDeprecated'>>;
  currency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType, RequireFields<QueryCurrencyArgs, 'code'>>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType, RequireFields<QueryLanguageArgs, 'tag'>>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['Language']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  planPasswordReset?: Resolver<Maybe<ResolversTypes['PasswordResetPlan']>, ParentType, ContextType, RequireFields<QueryPlanPasswordResetArgs, 'input'>>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType, RequireFields<QueryRoleArgs, 'id'>>;
  roles?: Resolver<Maybe<ResolversTypes['RoleConnection']>, ParentType, ContextType, RequireFields<QueryRolesArgs, 'first'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userByLogin?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserByLoginArgs, 'backend' | 'login'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReplaceUserPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ReplaceUserPayload'] = ResolversParentTypes['ReplaceUserPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['PasswordResetOption']>, ParentType, ContextType>;
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  generatedPassword?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guarantees?: Resolver<ReadonlyArray<ResolversTypes['Guarantee']>, ParentType, ContextType>;
  option?: Resolver<Maybe<ResolversTypes['PasswordResetOption']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResetPasswordsPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ResetPasswordsPayload'] = ResolversParentTypes['ResetPasswordsPayload']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['ResetPasswordPayload']>, ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role']> = {
  backend?: Resolver<ResolversTypes['Backend'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['RoleDetails']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RoleKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<RoleUsersArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RoleConnection'] = ResolversParentTypes['RoleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RoleEdge']>, ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['BackendFailure']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RoleDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RoleDetails'] = ResolversParentTypes['RoleDetails']> = {
  __resolveType: TypeResolveFn<'CloudAdministrationRoleDetails' | 'CloudSsoRoleDetails' | 'CpqRoleDetails', ParentType, ContextType>;
};

export type RoleEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RoleEdge'] = ResolversParentTypes['RoleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RoleGrantResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RoleGrant'] = ResolversParentTypes['RoleGrant']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scopeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  via?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export interface SecretScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Secret'], any> {
  name: 'Secret';
}

export type SetUserStatusPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SetUserStatusPayload'] = ResolversParentTypes['SetUserStatusPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SsoStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SsoState'] = ResolversParentTypes['SsoState']> = {
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeMode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provisionedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnlockUserPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UnlockUserPayload'] = ResolversParentTypes['UnlockUserPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  backendRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingJobId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WriteStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  backend?: Resolver<ResolversTypes['Backend'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['UserDetails']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  employeeNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  lastLoginAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  middleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nativeStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  password?: Resolver<Maybe<ResolversTypes['PasswordState']>, ParentType, ContextType>;
  passwordResetOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PasswordResetOption']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roleGrants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RoleGrant']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  sso?: Resolver<Maybe<ResolversTypes['SsoState']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['BackendFailure']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserDetailsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserDetails'] = ResolversParentTypes['UserDetails']> = {
  __resolveType: TypeResolveFn<'CloudAdministrationUserDetails' | 'CloudSsoUserDetails' | 'CpqUserDetails', ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  companies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WritePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['WritePayload'] = ResolversParentTypes['WritePayload']> = {
  __resolveType: TypeResolveFn<'ChangeUserRolesPayload' | 'CreateUserPayload' | 'DeleteUserPayload' | 'ReplaceUserPayload' | 'ResetPasswordPayload' | 'SetUserStatusPayload' | 'UnlockUserPayload' | 'UpdateUserPayload', ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  Backend?: BackendResolvers<ContextType>;
  BackendFailure?: BackendFailureResolvers<ContextType>;
  BackendHealth?: BackendHealthResolvers<ContextType>;
  ChangeUserRolesPayload?: ChangeUserRolesPayloadResolvers<ContextType>;
  CloudAdministrationCompanyDetails?: CloudAdministrationCompanyDetailsResolvers<ContextType>;
  CloudAdministrationPasswordPolicy?: CloudAdministrationPasswordPolicyResolvers<ContextType>;
  CloudAdministrationRoleDetails?: CloudAdministrationRoleDetailsResolvers<ContextType>;
  CloudAdministrationUserDetails?: CloudAdministrationUserDetailsResolvers<ContextType>;
  CloudSsoMfaDevice?: CloudSsoMfaDeviceResolvers<ContextType>;
  CloudSsoRoleDetails?: CloudSsoRoleDetailsResolvers<ContextType>;
  CloudSsoTag?: CloudSsoTagResolvers<ContextType>;
  CloudSsoUserDetails?: CloudSsoUserDetailsResolvers<ContextType>;
  CloudSsoUserProvisioning?: CloudSsoUserProvisioningResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyConnection?: CompanyConnectionResolvers<ContextType>;
  CompanyDetails?: CompanyDetailsResolvers<ContextType>;
  CompanyEdge?: CompanyEdgeResolvers<ContextType>;
  CpqAccessPermission?: CpqAccessPermissionResolvers<ContextType>;
  CpqAddress?: CpqAddressResolvers<ContextType>;
  CpqCompanyDetails?: CpqCompanyDetailsResolvers<ContextType>;
  CpqGroup?: CpqGroupResolvers<ContextType>;
  CpqLookup?: CpqLookupResolvers<ContextType>;
  CpqRoleDetails?: CpqRoleDetailsResolvers<ContextType>;
  CpqUserDetails?: CpqUserDetailsResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  Currency?: CurrencyResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  Guarantee?: GuaranteeResolvers<ContextType>;
  Language?: LanguageResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordPolicy?: PasswordPolicyResolvers<ContextType>;
  PasswordResetOption?: PasswordResetOptionResolvers<ContextType>;
  PasswordResetPlan?: PasswordResetPlanResolvers<ContextType>;
  PasswordState?: PasswordStateResolvers<ContextType>;
  PlannedCall?: PlannedCallResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReplaceUserPayload?: ReplaceUserPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  ResetPasswordsPayload?: ResetPasswordsPayloadResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  RoleConnection?: RoleConnectionResolvers<ContextType>;
  RoleDetails?: RoleDetailsResolvers<ContextType>;
  RoleEdge?: RoleEdgeResolvers<ContextType>;
  RoleGrant?: RoleGrantResolvers<ContextType>;
  Secret?: GraphQLScalarType;
  SetUserStatusPayload?: SetUserStatusPayloadResolvers<ContextType>;
  SsoState?: SsoStateResolvers<ContextType>;
  UnlockUserPayload?: UnlockUserPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserDetails?: UserDetailsResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WritePayload?: WritePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GatewayContext> = {
  requiresPermission?: RequiresPermissionDirectiveResolver<any, any, ContextType>;
};
