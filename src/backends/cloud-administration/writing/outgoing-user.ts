import type { components } from '../contract.generated.ts';
import type {
  CloudAdministrationCompany,
  CloudAdministrationRole,
  CloudAdministrationUser,
} from '../contract.ts';
import type { CloudAdministrationSettings } from '../settings.ts';

type UserRO = components['schemas']['UserRO'];
type CompanyRO = components['schemas']['CompanyRO'];

/**
 * A user as it is sent, `UserRO` on the wire. An attribute that is absent is not sent; `null` clears. What is called
 * required may be missing: no value is made up for an attribute that the backend did not show.
 */
export type OutgoingUser = {
  readonly [Field in keyof Omit<UserRO, 'organization' | 'roles'>]?: UserRO[Field] | null;
} & {
  readonly organization?: Partial<CompanyRO>;
  readonly roles?: readonly OutgoingRole[];
};

/** A role by its name, the key in requests; one that was shown without a name goes by its id. */
export type OutgoingRole = Partial<Pick<components['schemas']['RoleRO'], 'id' | 'name'>>;

/** What the schema requires of a user in every request, as read. `hasRequiredFields` tells whether all of it was there. */
export function requiredFieldsOf(record: CloudAdministrationUser): OutgoingUser {
  return {
    loginId: record.loginId,
    ...given('disabled', record.disabled),
    ...given('emailAddress', record.emailAddress),
    ...given('firstName', record.firstName),
    ...given('lastName', record.lastName),
    ...(record.organization !== null && { organization: toOrganization(record.organization) }),
  };
}

export function hasRequiredFields(user: OutgoingUser): boolean {
  const { loginId, disabled, emailAddress, firstName, lastName, organization } = user;
  const { id, name, displayName } = organization ?? {};
  return [loginId, disabled, emailAddress, firstName, lastName, id, name, displayName].every(
    (value) => value !== undefined && value !== null,
  );
}

/**
 * Everything that an update may write, as read: whether it keeps an attribute that is not sent is not documented, and
 * of the roles it is documented that it does not. Dates go back letter for letter, so that no zone is assumed for them.
 * `status` goes where it may be what switches the account: where that is set, and where `disabled` is not shown.
 */
export function writableFieldsOf(
  record: CloudAdministrationUser,
  { sendStatus }: Pick<CloudAdministrationSettings, 'sendStatus'>,
): OutgoingUser {
  return {
    ...requiredFieldsOf(record),
    ...((sendStatus || record.disabled === null) && given('status', record.status)),
    ...given('admin', record.admin),
    ...given('employeeNumber', record.employeeNumber),
    ...given('endDate', toDate(record.endDate)),
    ...given('locked', record.locked),
    ...given('manager', record.manager),
    ...given('middleName', record.middleName),
    ...given('pwdCantChange', record.pwdCantChange),
    ...given('startDate', toDate(record.startDate)),
    ...given('userType', record.userType),
    // A record without any may be one whose roles were not shown: an empty list would revoke them.
    ...(record.roles.length > 0 && { roles: record.roles.map(toOutgoingRole) }),
  };
}

export function toOutgoingRole({ id, name }: CloudAdministrationRole): OutgoingRole {
  return name === null ? given('id', id) : { name };
}

function toOrganization(company: CloudAdministrationCompany): Partial<CompanyRO> {
  return {
    ...given('id', company.id),
    ...given('name', company.name),
    ...given('displayName', company.displayName),
  };
}

/** The one attribute, unless it has no value. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [Key in Name]?: Value } {
  return value === null || value === undefined
    ? {}
    : ({ [name]: value } as { readonly [Key in Name]: Value });
}

function toDate(value: unknown): NonNullable<UserRO['startDate']> | null {
  return typeof value === 'string' || typeof value === 'number' || isDateObject(value)
    ? value
    : null;
}

function isDateObject(value: unknown): value is components['schemas']['CloudTZDateTime'] {
  return typeof value === 'object' && value !== null;
}
