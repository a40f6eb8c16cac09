import type { Account, AuditEvent, Company, Role } from './model.ts';
import type { State } from './state.ts';
import type { Settings } from './switches.ts';

/** A JSON object on its way out. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** What a bulk operation says about one record, beside the record itself. */
export interface RecordMarks {
  readonly processed?: boolean;
  readonly statusInfo?: string;
  readonly statusInfoOK?: boolean;
  /** Undeclared, but seen in a published payload. */
  readonly lastAction?: 'Created' | 'Updated';
}

/**
 * A user as the service sends it: what is null is left out, numbers of the directory are text, and the password never appears.
 *
 * Account dates beside created, updated and last reset are plain text in the schema.
 */
export function toWireUser(account: Account, state: State, marks: RecordMarks = {}): WireRecord {
  const { settings } = state;
  const company = state.companies.get(account.companyId);
  return withoutNulls({
    admin: account.admin,
    changePwdAtNextLogin: account.changePwdAtNextLogin,
    createdBy: account.createdBy,
    createdDate: dateObject(account.createdDate, settings),
    deprovisionedDate: dateText(account.deprovisionedDate, settings),
    disabled: account.disabled,
    emailAddress: account.emailAddress,
    employeeNumber: account.employeeNumber,
    endDate: dateText(account.endDate, settings),
    firstName: account.firstName,
    id: account.id,
    lastName: account.lastName,
    lastPasswordResetDate: settings.showsLastReset
      ? dateObject(account.lastPasswordResetDate, settings)
      : null,
    locked: account.locked,
    loginAttemptsCtr: String(account.failedSignIns),
    loginId: account.loginId,
    manager: account.manager,
    middleName: account.middleName,
    organization: company ? toWireCompany(company, state) : null,
    provisionedDate: dateText(account.provisionedDate, settings),
    pwdCantChange: account.pwdCantChange,
    pwdExpireDate: dateText(account.pwdExpireDate, settings),
    pwdExpired: account.pwdExpired,
    pwdWarnDate: dateText(account.pwdWarnDate, settings),
    pwdWarned: account.pwdWarned,
    roles: wireRolesOf(account, state),
    startDate: dateText(account.startDate, settings),
    status: account.disabled ? 'Inactive' : 'Active',
    updatedDate: dateObject(account.updatedDate, settings),
    userType: account.userType,
    ...marks,
  });
}

export function toWireCompany(company: Company, { companies, settings }: State): WireRecord {
  return withoutNulls({
    associations: company.associations,
    bidderCompany: company.bidderCompany,
    createdBy: company.createdBy,
    createdDate: dateText(company.createdDate, settings),
    displayName: company.displayName,
    id: company.id,
    inheritedPolicy: company.inheritedPolicy,
    isDeletable: company.parentId !== null,
    name: company.name,
    parentId: company.parentId,
    parentName: company.parentId === null ? null : (companies.get(company.parentId)?.name ?? null),
    pwdPolicy: company.pwdPolicy,
    status: company.status,
    type: company.type,
    updatedBy: company.updatedBy,
    updatedDate: dateText(company.updatedDate, settings),
  });
}

export function toWireRole(role: Role): WireRecord {
  return withoutNulls({
    companyAccessType: role.companyAccessType,
    displayName: role.displayName,
    id: role.id,
    name: role.name,
    userAccessType: role.userAccessType,
  });
}

/** The fields of an audit event are not published; these are the least it must say. */
export function toWireAudit(event: AuditEvent, { settings }: State): WireRecord {
  const { at, ...rest } = event;
  return { ...rest, eventDate: dateObject(at, settings) };
}

/** A date of the schema's object type, in the style that was chosen. */
export function dateObject(at: number | null, { dateStyle }: Settings): unknown {
  if (at === null || dateStyle === 'epoch') return at;
  if (dateStyle === 'string') return zonelessText(at);
  return { millis: at, wrappedDateTime: new Date(at).toISOString() };
}

function dateText(at: number | null, { dateStyle }: Settings): string | null {
  if (at === null) return null;
  return dateStyle === 'string' ? zonelessText(at) : new Date(at).toISOString();
}

function zonelessText(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}

/** An account that never got access has no list at all; one that lost it has an empty one. */
function wireRolesOf(account: Account, state: State): readonly WireRecord[] | null {
  if (account.roleIds.length === 0 && account.provisionedDate === null) return null;
  return account.roleIds.flatMap((id) => {
    const role = state.roles.get(id);
    return role ? [toWireRole(role)] : [];
  });
}

function withoutNulls(record: WireRecord): WireRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
