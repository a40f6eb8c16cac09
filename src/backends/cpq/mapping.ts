/**
 * Oracle CPQ, versions 5 to 7 and 16 to 19: wire types to the domain.
 *
 * | Domain | 5 to 7 | 16 to 19 |
 * | --- | --- | --- |
 * | `ref.nativeId` | company of the path and `login` | the same; from 18 `partyNumber` |
 * | `companyRef` | company of the path | the same; from 18 `company.loginName` |
 * | `emails` | `email`, split at its commas | the same |
 * | `displayName` | `firstName` and `lastName`, else `login` | the same |
 * | `status` | `status`: 1 ACTIVE, 0 DISABLED, else UNKNOWN | `status.value` |
 * | `type`, `sso.nativeMode` | `type`, `enabledForSso` | their `value` |
 * | `currencyCode`, `languageCode` | `currencyCode`, `languageCode` | `currency.value`, `language.value` |
 * | `timeZone` | the site's number | its text |
 * | `createdAt`, `updatedAt`, `lastLoginAt` | none | `dateAdded`, `dateModified`, `lastLogin` |
 *
 * CPQ keeps no middle name, employee number, description, lock or password state.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-get.html
 */
import type {
  BackendName,
  Company,
  Instant,
  Role,
  SsoState,
  User,
  UserStatus,
} from '../../domain/model.ts';
import type { CpqLookup } from './contract-decoders.ts';
import type { CpqCompany, CpqGroup, CpqUser } from './contract.ts';
import {
  toCompanyDetails,
  toRoleDetails,
  toUserDetails,
  type DetailReads,
} from './reading/details.ts';
import { HOST_COMPANY, toGroupId, toUserId, type CpqUserKey } from './native-id.ts';
import type { CpqVersion } from './settings.ts';

/** What the mapping must know of the site beside its rows. */
export interface CpqSite {
  readonly backend: BackendName;
  readonly version: CpqVersion;
  readonly guestCompanyLogin: string;
  /** The host company's own login name; `null`: not told. */
  readonly hostCompanyLogin: string | null;
}

export function toUser(row: CpqUser, site: CpqSite, reads: DetailReads): User {
  const company = companyOf(row, site);
  return {
    ref: { backend: site.backend, nativeId: toUserId(keyOf(row, site)) },
    login: row.login,
    emails: toEmails(row.email),
    displayName: [row.firstName, row.lastName].filter(Boolean).join(' ') || row.login,
    firstName: row.firstName ?? null,
    middleName: null,
    lastName: row.lastName ?? null,
    jobTitle: row.jobTitle ?? null,
    phone: row.phone ?? null,
    employeeNumber: null,
    description: null,
    status: toStatus(row.status),
    nativeStatus: row.status?.value ?? null,
    locked: null,
    type: row.type?.value ?? null,
    companyRef: company === null ? null : { backend: site.backend, nativeId: company },
    roleGrants:
      row.groups === undefined || company === null
        ? null
        : row.groups.map((group) => toGrant(toRole(group, company, site))),
    currencyCode: row.currencyCode ?? toCode(row.currency),
    languageCode: row.languageCode ?? toCode(row.language),
    timeZone: row.timeZone?.displayValue ?? row.timeZone?.value ?? null,
    password: null,
    sso: toSso(row),
    createdAt: toInstant(row.dateAdded),
    updatedAt: toInstant(row.dateModified),
    lastLoginAt: toInstant(row.lastLogin),
    details: toUserDetails(row, company, reads),
  };
}

export function toCompany(row: CpqCompany, site: CpqSite): Company {
  const nativeId = toCompanyId(row.login, site);
  const name = row.name ?? row.login;
  return {
    ref: { backend: site.backend, nativeId },
    name,
    displayName: name,
    type: toCompanyType(nativeId, site),
    status: row.access ?? null,
    parentRef: null,
    baseCurrencyCode: toCode(row.baseCurrency),
    baseLanguageCode: toCode(row.baseLanguage),
    details: toCompanyDetails(row),
  };
}

/** @param company native id of the company that owns the group, for a group that does not say itself */
export function toRole(group: CpqGroup, company: string, site: CpqSite): Role {
  const owner = groupOwnerOf(group, site) ?? company;
  const nativeId = toGroupId({ company: owner, variableName: group.variableName });
  return {
    ref: { backend: site.backend, nativeId },
    name: group.variableName,
    displayName: group.label ?? group.variableName,
    description: group.description ?? null,
    kind: 'GROUP',
    companyRef: { backend: site.backend, nativeId: owner },
    details: toRoleDetails(group, owner),
  };
}

export function toGrant(role: Role): { role: Role; scope: null; scopeName: null; via: null } {
  return { role, scope: null, scopeName: null, via: null };
}

/** Native id of the company that owns a group; `null` when the group does not say, as below a user. */
export function groupOwnerOf(group: CpqGroup, site: CpqSite): string | null {
  const login = group.company?.loginName;
  return login === undefined ? null : toCompanyId(login, site);
}

/** The key of a user: what its native id is made of. */
export function keyOf(row: CpqUser, site: CpqSite): CpqUserKey {
  return site.version >= 18 && row.partyNumber !== undefined
    ? { kind: 'party', partyNumber: row.partyNumber }
    : { kind: 'login', company: companyOf(row, site), login: row.login };
}

/** A company's native id: its login name, and `_host` for the host company under whichever of its names. */
export function toCompanyId(login: string, { hostCompanyLogin }: CpqSite): string {
  return login === hostCompanyLogin ? HOST_COMPANY : login;
}

/** Native id of the user's company; `null` when the row does not tell it. */
export function companyOf({ company }: CpqUser, site: CpqSite): string | null {
  return company?.loginName === undefined ? null : toCompanyId(company.loginName, site);
}

/** The addresses in one property; a site may hold several, comma separated. */
function toEmails(email: string | undefined): readonly string[] {
  if (email === undefined) return [];
  return email
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function toStatus(status: CpqLookup | undefined): UserStatus {
  if (status?.value === '1') return 'ACTIVE';
  return status?.value === '0' ? 'DISABLED' : 'UNKNOWN';
}

/** A code of currency or language. Versions 5 to 7 may send the site's number instead, which is no code. */
function toCode(lookup: CpqLookup | undefined): string | null {
  const code = lookup?.value ?? null;
  return code === null || /^\d+$/.test(code) ? null : code;
}

/** Only the mode that is off is documented: any other is taken for a way of single sign-on. */
function toSso({ enabledForSso, externalSsoId }: CpqUser): SsoState | null {
  const mode = enabledForSso?.value ?? null;
  if (mode === null && externalSsoId === undefined) return null;
  return {
    enabled: mode === null ? null : mode !== 'NOT_ENABLED',
    externalId: externalSsoId ?? null,
    provisionedBy: null,
    nativeMode: mode,
  };
}

/** Moments are documented as `YYYY-MM-DDTHH:mm:ss.SSSZ`. One without a zone is no moment, and is left out. */
function toInstant(text: string | undefined): Instant | null {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function toCompanyType(nativeId: string, { guestCompanyLogin }: CpqSite): string {
  if (nativeId === HOST_COMPANY) return 'HOST';
  return nativeId === guestCompanyLogin ? 'GUEST' : 'PARTNER';
}
