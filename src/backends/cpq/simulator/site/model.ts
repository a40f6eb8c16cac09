/** The 26 address properties, billing before shipping. */
const ADDRESS_TEXTS = ['bill', 'ship'].flatMap((kind) =>
  [
    ...['FirstName', 'LastName', 'Company', 'Company2', 'Address1', 'Address2', 'City'],
    ...['StateProvince', 'Zip', 'Country', 'Phone', 'Fax', 'Email'],
  ].map((part) => `${kind}${part}`),
);

/** Optional strings of versions 5 to 7. */
export const FLAT_TEXTS: readonly string[] = [
  ...['lastName', 'jobTitle', 'phone', 'fax', 'externalSsoId', 'approvalDelegate'],
  ...ADDRESS_TEXTS,
];

/** Optional strings of versions 16 to 19. */
export const TEXTS: readonly string[] = [
  ...FLAT_TEXTS,
  ...['partnerLogin', 'sfdcOrgId', 'oauthClientId'],
];

/** Flags of versions 5 to 7 under their later names; isUserAdminPermEnabled was isSuperUserPermEnabled (inferred). */
export const FLAT_FLAGS = [
  'separateShipAddr',
  'isNotifyEmail',
  'isNotifyFax',
  'isWebServicesOnly',
  'isAccessAdminPermEnabled',
  'isProxyPermEnabled',
  'isUserAdminPermEnabled',
] as const;

export const FLAGS = [...FLAT_FLAGS, 'isMobileEnabled', 'isApplicationAdminPermEnabled'] as const;
export type Flag = (typeof FLAGS)[number];

/** Lookups whose value is the id of an entry in a list of the site. */
export const PREFERENCES = ['dateFormat', 'numberFormat', 'timeZone', 'units'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** A user as the simulated site keeps it; every version renders this one. Never changed in place. */
export interface StoredUser {
  readonly partyNumber: string;
  readonly partyId: bigint;
  /** The id of versions 5 to 7. */
  readonly id: number;
  /** Real login name of the company. */
  readonly company: string;
  readonly login: string;
  readonly firstName: string;
  /** One address, or several separated by commas. */
  readonly email: string;
  readonly type: string;
  readonly status: number;
  readonly currency: string;
  readonly language: string;
  readonly enabledForSso: string;
  readonly preferences: Readonly<Record<Preference, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<Flag, boolean>>;
  /** Variable names of groups of the user's company. */
  readonly groups: readonly string[];
  /** Variable names of what the user has access to. */
  readonly accessPermissions: readonly string[];
  readonly dateAdded: string;
  readonly dateModified: string;
  readonly lastLogin: string | null;
  readonly secrets: UserSecrets;
}

/** What no answer, link, log or mail may show. */
export interface UserSecrets {
  readonly password: string;
  /** Made by CPQ; the user must replace it. */
  readonly temporary: boolean;
  readonly securityQuestion: string | null;
  readonly secretAnswer: string | null;
}

/** Optional strings of a company. */
export const COMPANY_TEXTS: readonly string[] = [
  ...['address1', 'address2', 'city', 'state', 'country', 'email', 'faxNumber'],
];

export type CompanyKind = 'host' | 'partner' | 'guest';

export interface StoredCompany {
  readonly id: number;
  /** The real login name. The host also answers to, and calls itself, `_host`. */
  readonly login: string;
  readonly kind: CompanyKind;
  readonly name: string;
  /** Properties of `COMPANY_TEXTS`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly phoneNumber: number | null;
  readonly enabledForSSO: boolean;
  readonly baseCurrency: string;
  readonly baseLanguage: string;
  readonly preferences: Readonly<Record<Preference, number>>;
  readonly maximumUsers: number;
}

export interface StoredGroup {
  /** Real login name of the company. */
  readonly company: string;
  /** Unique in its company only. */
  readonly variableName: string;
  readonly label: string;
  readonly description: string;
  /** 0 Sales, 1 Administrator (1 inferred). */
  readonly type: number;
  readonly status: number;
  readonly readOnly: boolean;
  /** What an administrator group opens. */
  readonly segments: readonly string[];
}

/** Follow-up of an import. */
export interface StoredTask {
  readonly id: number;
  readonly modifiedAt: Date;
}

export const GROUP_TYPES = ['Sales', 'Administrator'] as const;
export const STATUSES = ['Inactive', 'Active'] as const;

/** Name by which the host company calls itself. */
export const HOST_ALIAS = '_host';
