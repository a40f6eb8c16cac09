import type {
  BackendName,
  Details,
  Instant,
  PasswordState,
  Ref,
  Role,
  RoleGrant,
  User,
  UserStatus,
} from '../../domain/model.ts';
import type { CloudAdministrationRole, CloudAdministrationUser } from './contract.ts';
import type { DateParser } from './reading/dates.ts';
import { toCompanyId, type CompanyIds } from './reading/company-mapping.ts';
import { readDates, type RowDates } from './reading/row-dates.ts';

/*
 * Oracle Primavera Administration, UserRO and RoleRO -> domain. Where nothing is said the name is the same.
 *
 * | Domain                             | Wire                                                                |
 * | ---------------------------------- | ------------------------------------------------------------------- |
 * | User.ref, login                    | loginId: unique and unchangeable; `id` changed its form             |
 * | emails                             | emailAddress                                                        |
 * | displayName                        | firstName and lastName, else loginId                                |
 * | status                             | disabled, else status; then endDate and startDate                   |
 * | nativeStatus, type                 | status, userType: open sets                                         |
 * | companyRef                         | organization: its id, else its name                                 |
 * | roleGrants                         | roles: always come with the row                                     |
 * | createdAt, updatedAt               | createdDate, updatedDate                                            |
 * | password.changeRequiredAtNextLogin | changePwdAtNextLogin                                                |
 * | password.expired, expiresAt        | pwdExpired, pwdExpireDate                                           |
 * | password.lastResetAt               | lastPasswordResetDate: newer releases only                          |
 * | password.userCanChange             | not pwdCantChange                                                   |
 * | details                            | every other attribute of UserRO                                     |
 * | jobTitle, phone, description, currencyCode, languageCode, timeZone, sso, lastLoginAt | not kept by this backend |
 * | Role.ref, name                     | name, with the tenant prefix that release 25.6 may put before it    |
 */

/** What mapping needs beside the record. */
export interface MappingContext {
  readonly backend: BackendName;
  readonly parseDate: DateParser;
  /** Moment at which a start or end of an account is judged, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Ids of companies by name, for a record that names its company without an id. */
  readonly companyIds: CompanyIds;
}

const USER_DATES = [
  'createdDate',
  'deprovisionedDate',
  'deprovisioningDate',
  'endDate',
  'lastPasswordResetDate',
  'provisionedDate',
  'provisioningDate',
  'pwdExpireDate',
  'pwdWarnDate',
  'startDate',
  'updatedDate',
] as const;

type UserDates = RowDates<(typeof USER_DATES)[number]>;

export function toUser(wire: CloudAdministrationUser, context: MappingContext): User {
  const { backend } = context;
  const dates = readDates(USER_DATES, wire, context.parseDate);
  const companyId = wire.organization && toCompanyId(wire.organization, context.companyIds);
  return {
    ref: { backend, nativeId: wire.loginId },
    login: wire.loginId,
    emails: wire.emailAddress === null ? [] : [wire.emailAddress],
    displayName: [wire.firstName, wire.lastName].filter(Boolean).join(' ') || wire.loginId,
    firstName: wire.firstName,
    middleName: wire.middleName,
    lastName: wire.lastName,
    jobTitle: null,
    phone: null,
    employeeNumber: wire.employeeNumber,
    description: null,
    status: toStatus(wire, dates.at, context.nowMs),
    nativeStatus: wire.status,
    locked: wire.locked,
    type: wire.userType,
    companyRef: companyId === null ? null : { backend, nativeId: companyId },
    roleGrants: toRoleGrants(wire.roles, backend),
    currencyCode: null,
    languageCode: null,
    timeZone: null,
    password: toPasswordState(wire, dates.at),
    sso: null,
    createdAt: dates.at.createdDate,
    updatedAt: dates.at.updatedDate,
    lastLoginAt: null,
    details: toUserDetails(wire, dates),
  };
}

/**
 * Whether the account is switched on. `disabled` wins over `status`: it is the documented switch, while the words of the
 * other are not documented.
 *
 * @returns `null` when the record shows neither
 */
export function isEnabled({
  disabled,
  status,
}: Pick<CloudAdministrationUser, 'disabled' | 'status'>): boolean | null {
  if (disabled !== null) return !disabled;
  return status === null ? null : status.trim().toLowerCase() === 'active';
}

/** @returns `null` for a role without a name or any other key: nothing could ever refer to it */
export function toRole(wire: CloudAdministrationRole, backend: BackendName): Role | null {
  const name = wire.name ?? wire.id ?? wire.displayName;
  if (name === null) return null;
  const ref: Ref = { backend, nativeId: name };
  return {
    ref,
    name,
    displayName: wire.displayName ?? name,
    description: null,
    kind: 'ROLE',
    companyRef: null,
    details: {
      __typename: 'CloudAdministrationRoleDetails',
      id: wire.id,
      companyAccessType: wire.companyAccessType,
      userAccessType: wire.userAccessType,
    },
  };
}

function toRoleGrants(
  roles: readonly CloudAdministrationRole[],
  backend: BackendName,
): readonly RoleGrant[] {
  return roles
    .map((wire) => toRole(wire, backend))
    .filter((role) => role !== null)
    .map((role) => ({ role, scope: null, scopeName: null, via: null }));
}

function toStatus(wire: CloudAdministrationUser, at: UserDates['at'], nowMs: number): UserStatus {
  const enabled = isEnabled(wire);
  if (enabled === false) return 'DISABLED';
  if (isBefore(at.endDate, nowMs)) return 'EXPIRED';
  if (isAfter(at.startDate, nowMs)) return 'PENDING';
  return enabled === null ? 'UNKNOWN' : 'ACTIVE';
}

function isBefore(instant: Instant | null, nowMs: number): boolean {
  return instant !== null && Date.parse(instant) < nowMs;
}

function isAfter(instant: Instant | null, nowMs: number): boolean {
  return instant !== null && Date.parse(instant) > nowMs;
}

function toPasswordState(wire: CloudAdministrationUser, at: UserDates['at']): PasswordState {
  return {
    changeRequiredAtNextLogin: wire.changePwdAtNextLogin,
    expired: wire.pwdExpired,
    expiresAt: at.pwdExpireDate,
    lastResetAt: at.lastPasswordResetDate,
    userCanChange: wire.pwdCantChange === null ? null : !wire.pwdCantChange,
  };
}

function toUserDetails(
  wire: CloudAdministrationUser,
  { at, zoneAssumed, unreadable }: UserDates,
): Details {
  return {
    __typename: 'CloudAdministrationUserDetails',
    id: wire.id,
    admin: wire.admin,
    createdBy: wire.createdBy,
    deprovisionedDate: at.deprovisionedDate,
    deprovisioningDate: at.deprovisioningDate,
    disabled: wire.disabled,
    endDate: at.endDate,
    lastPasswordResetDate: at.lastPasswordResetDate,
    loginAttemptsCtr: wire.loginAttemptsCtr,
    manager: wire.manager,
    processed: wire.processed,
    provisionedDate: at.provisionedDate,
    provisioningDate: at.provisioningDate,
    pwdCantChange: wire.pwdCantChange,
    pwdWarnDate: at.pwdWarnDate,
    pwdWarned: wire.pwdWarned,
    startDate: at.startDate,
    statusInfo: wire.statusInfo,
    statusInfoOK: wire.statusInfoOK,
    zoneAssumedDates: zoneAssumed,
    unreadableDates: unreadable,
  };
}
