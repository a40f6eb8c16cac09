import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserModel, RoleGrant as RoleGrantModel, Company as CompanyModel, Role as RoleModel, Currency as CurrencyModel, Language as LanguageModel, Details as UserDetailsModel, Details as CompanyDetailsModel, Details as RoleDetailsModel } from '../../domain/model.ts';
import type { Backend as BackendModel } from '../../domain/backend.ts';
import type { Caller as ViewerModel } from '../../domain/caller.ts';
import type { NodeModel, UserConnectionModel, CompanyConnectionModel, RoleConnectionModel, UserEdgeModel, CompanyEdgeModel, RoleEdgeModel } from '../connection.ts';
import type { BackendFailure as BackendFailureModel } from '../../services/paging.ts';
import type { GatewayContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /** Internal id of the parent company. */
  readonly parentId?: Maybe<Scalars['String']['output']>;
  /** Short name of the parent company. */
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
  /** Its name for people; the short name where the backend gives no other. */
  readonly displayName: Scalars['String']['output'];
  /** Global id of the company. */
  readonly id: Scalars['ID']['output'];
  /** Its short name. In Oracle CPQ the login name. */
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
  first?: Scalars['Int']['input'];
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
  /** Reset a user's password to one that the gateway or the backend generates. */
  | 'PASSWORDS_RESET'
  /** Reset a user's password to one that the caller chooses. */
  | 'PASSWORDS_SET'
  /** Read this schema through introspection where the gateway does not open it to everyone. */
  | 'SCHEMA_READ'
  /** Read users, companies, roles and their connections. */
  | 'USERS_READ'
  /** Create, change, lock out, unlock and delete users, and change their roles. */
  | 'USERS_WRITE';

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
  first?: Scalars['Int']['input'];
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
  includeDeprecated?: Scalars['Boolean']['input'];
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
  first?: Scalars['Int']['input'];
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
  first?: Scalars['Int']['input'];
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
  first?: Scalars['Int']['input'];
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
  |  /** The text is one of these; none meets an empty list. */
  { readonly contains?: never; readonly equals?: never; readonly in: ReadonlyArray<Scalars['String']['input']>; readonly startsWith?: never; }
  |  /** The text begins with this. */
  { readonly contains?: never; readonly equals?: never; readonly in?: never; readonly startsWith: Scalars['String']['input']; };

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

/**
 * Conditions on users. All that are given must hold; one that is absent or `null` asks for nothing. A user whose backend
 * keeps no such value does not meet a condition on it.
 */
export type UserFilter = {
  /** Names of the backends to ask, e.g. `cpq`; all when absent, none when empty. */
  readonly backends?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Global id of the company the user belongs to. */
  readonly companyId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the user's currency, as `Currency.code` gives it, in capitals or not. */
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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Backend: ResolverTypeWrapper<BackendModel>;
  BackendFailure: ResolverTypeWrapper<BackendFailureModel>;
  BackendFailureCode: BackendFailureCode;
  BackendHealth: ResolverTypeWrapper<BackendHealth>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  CloudAdministrationCompanyDetails: ResolverTypeWrapper<CloudAdministrationCompanyDetails>;
  CloudAdministrationPasswordPolicy: ResolverTypeWrapper<CloudAdministrationPasswordPolicy>;
  CloudAdministrationRoleDetails: ResolverTypeWrapper<CloudAdministrationRoleDetails>;
  CloudAdministrationUserDetails: ResolverTypeWrapper<CloudAdministrationUserDetails>;
  CloudSsoMfaDevice: ResolverTypeWrapper<CloudSsoMfaDevice>;
  CloudSsoRoleDetails: ResolverTypeWrapper<CloudSsoRoleDetails>;
  CloudSsoTag: ResolverTypeWrapper<CloudSsoTag>;
  CloudSsoUserDetails: ResolverTypeWrapper<CloudSsoUserDetails>;
  CloudSsoUserProvisioning: ResolverTypeWrapper<CloudSsoUserProvisioning>;
  Company: ResolverTypeWrapper<CompanyModel>;
  CompanyConnection: ResolverTypeWrapper<CompanyConnectionModel>;
  CompanyDetails: ResolverTypeWrapper<CompanyDetailsModel>;
  CompanyEdge: ResolverTypeWrapper<CompanyEdgeModel>;
  CpqAccessPermission: ResolverTypeWrapper<CpqAccessPermission>;
  CpqAddress: ResolverTypeWrapper<CpqAddress>;
  CpqCompanyDetails: ResolverTypeWrapper<CpqCompanyDetails>;
  CpqGroup: ResolverTypeWrapper<CpqGroup>;
  CpqLookup: ResolverTypeWrapper<CpqLookup>;
  CpqRoleDetails: ResolverTypeWrapper<CpqRoleDetails>;
  CpqUserDetails: ResolverTypeWrapper<CpqUserDetails>;
  Currency: ResolverTypeWrapper<CurrencyModel>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HealthStatus: HealthStatus;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Language: ResolverTypeWrapper<LanguageModel>;
  Node: ResolverTypeWrapper<NodeModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordState: ResolverTypeWrapper<PasswordState>;
  Permission: Permission;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: ResolverTypeWrapper<RoleModel>;
  RoleConnection: ResolverTypeWrapper<RoleConnectionModel>;
  RoleDetails: ResolverTypeWrapper<RoleDetailsModel>;
  RoleEdge: ResolverTypeWrapper<RoleEdgeModel>;
  RoleGrant: ResolverTypeWrapper<RoleGrantModel>;
  RoleKind: RoleKind;
  SsoState: ResolverTypeWrapper<SsoState>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  User: ResolverTypeWrapper<UserModel>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserDetails: ResolverTypeWrapper<UserDetailsModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserFilter: UserFilter;
  UserStatus: UserStatus;
  Viewer: ResolverTypeWrapper<ViewerModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Backend: BackendModel;
  BackendFailure: BackendFailureModel;
  BackendHealth: BackendHealth;
  Boolean: Scalars['Boolean']['output'];
  CloudAdministrationCompanyDetails: CloudAdministrationCompanyDetails;
  CloudAdministrationPasswordPolicy: CloudAdministrationPasswordPolicy;
  CloudAdministrationRoleDetails: CloudAdministrationRoleDetails;
  CloudAdministrationUserDetails: CloudAdministrationUserDetails;
  CloudSsoMfaDevice: CloudSsoMfaDevice;
  CloudSsoRoleDetails: CloudSsoRoleDetails;
  CloudSsoTag: CloudSsoTag;
  CloudSsoUserDetails: CloudSsoUserDetails;
  CloudSsoUserProvisioning: CloudSsoUserProvisioning;
  Company: CompanyModel;
  CompanyConnection: CompanyConnectionModel;
  CompanyDetails: CompanyDetailsModel;
  CompanyEdge: CompanyEdgeModel;
  CpqAccessPermission: CpqAccessPermission;
  CpqAddress: CpqAddress;
  CpqCompanyDetails: CpqCompanyDetails;
  CpqGroup: CpqGroup;
  CpqLookup: CpqLookup;
  CpqRoleDetails: CpqRoleDetails;
  CpqUserDetails: CpqUserDetails;
  Currency: CurrencyModel;
  DateTime: Scalars['DateTime']['output'];
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Language: LanguageModel;
  Node: NodeModel;
  PageInfo: PageInfo;
  PasswordState: PasswordState;
  Query: Record<PropertyKey, never>;
  Role: RoleModel;
  RoleConnection: RoleConnectionModel;
  RoleDetails: RoleDetailsModel;
  RoleEdge: RoleEdgeModel;
  RoleGrant: RoleGrantModel;
  SsoState: SsoState;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  User: UserModel;
  UserConnection: UserConnectionModel;
  UserDetails: UserDetailsModel;
  UserEdge: UserEdgeModel;
  UserFilter: UserFilter;
  Viewer: ViewerModel;
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

export type CurrencyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Currency'] = ResolversParentTypes['Currency']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deprecated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type LanguageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Language'] = ResolversParentTypes['Language']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type PasswordStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PasswordState'] = ResolversParentTypes['PasswordState']> = {
  changeRequiredAtNextLogin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastResetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userCanChange?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
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
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType, RequireFields<QueryRoleArgs, 'id'>>;
  roles?: Resolver<Maybe<ResolversTypes['RoleConnection']>, ParentType, ContextType, RequireFields<QueryRolesArgs, 'first'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userByLogin?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserByLoginArgs, 'backend' | 'login'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
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

export type SsoStateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SsoState'] = ResolversParentTypes['SsoState']> = {
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeMode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provisionedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ViewerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  companies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  Backend?: BackendResolvers<ContextType>;
  BackendFailure?: BackendFailureResolvers<ContextType>;
  BackendHealth?: BackendHealthResolvers<ContextType>;
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
  Currency?: CurrencyResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Language?: LanguageResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordState?: PasswordStateResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  RoleConnection?: RoleConnectionResolvers<ContextType>;
  RoleDetails?: RoleDetailsResolvers<ContextType>;
  RoleEdge?: RoleEdgeResolvers<ContextType>;
  RoleGrant?: RoleGrantResolvers<ContextType>;
  SsoState?: SsoStateResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserDetails?: UserDetailsResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GatewayContext> = {
  requiresPermission?: RequiresPermissionDirectiveResolver<any, any, ContextType>;
};
