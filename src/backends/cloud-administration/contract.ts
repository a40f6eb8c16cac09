import type { components } from './contract.generated.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import { isJsonObject, parseJson } from '../../http/json.ts';
import {
  WrongShapeError,
  date,
  flag,
  listOf,
  objectOf,
  optional,
  requiredText,
  text,
  type FieldReader,
  type FieldReaders,
} from './contract-fields.ts';

/*
 * Wire contract of the user management REST API of Oracle Primavera Administration, versions 1 and 3, releases 20 to 26:
 * https://docs.oracle.com/en/industries/construction-engineering/primavera-administration/26/rest-api/index.html
 *
 * `openapi.yaml` holds all of it; here is what is read. The documents contradict each other, so reading is tolerant:
 * a list of one may be its element, a number may be text, unknown attributes are ignored, and every attribute but the
 * login may be missing, whatever is called required. The tables must name every attribute of the contract but one:
 * `password`, which older releases list among the attributes of an answer, has no reader and so never gets in.
 */

/** A table with a reader for every attribute of a schema. */
type ReadersFor<Schema> = Readonly<Record<keyof Schema, FieldReader<unknown>>> & FieldReaders;

type Schemas = components['schemas'];

const passwordPolicy = objectOf('pwdPolicy', {
  id: text,
  name: text,
} satisfies ReadersFor<Schemas['ShortPasswordPolicyRO']>);

const company = objectOf('organization', {
  associations: listOf(requiredText),
  bidderCompany: flag,
  createdBy: text,
  createdDate: date,
  displayName: text,
  id: text,
  inheritedPolicy: flag,
  isDeletable: flag,
  name: text,
  parentId: text,
  parentName: text,
  processed: flag,
  pwdPolicy: optional(passwordPolicy),
  status: text,
  statusInfo: text,
  type: text,
  updatedBy: text,
  updatedDate: date,
} satisfies ReadersFor<Schemas['CompanyRO']>);

const role = objectOf('role', {
  companyAccessType: flag,
  displayName: text,
  id: text,
  name: text,
  userAccessType: text,
} satisfies ReadersFor<Schemas['RoleRO']>);

const user = objectOf('user', {
  admin: flag,
  changePwdAtNextLogin: flag,
  createdBy: text,
  createdDate: date,
  deprovisionedDate: date,
  deprovisioningDate: date,
  disabled: flag,
  emailAddress: text,
  employeeNumber: text,
  endDate: date,
  firstName: text,
  id: text,
  lastName: text,
  lastPasswordResetDate: date,
  locked: flag,
  loginAttemptsCtr: text,
  loginId: requiredText,
  manager: text,
  middleName: text,
  organization: optional(company),
  processed: flag,
  provisionedDate: date,
  provisioningDate: date,
  pwdCantChange: flag,
  pwdExpired: flag,
  pwdExpireDate: date,
  pwdWarnDate: date,
  pwdWarned: flag,
  roles: listOf(role),
  startDate: date,
  status: text,
  statusInfo: text,
  statusInfoOK: flag,
  updatedDate: date,
  userType: text,
} satisfies ReadersFor<Omit<Schemas['UserRO'], 'password'>>);

/** A user as an answer shows it, without the password. Dates are as they came: `dates.ts` reads them. */
export type CloudAdministrationUser = ReturnType<typeof user>;

/** The company of a user, `organization` on the wire. */
export type CloudAdministrationCompany = ReturnType<typeof company>;

export type CloudAdministrationRole = ReturnType<typeof role>;

/** Whose answer is read, for the error. */
export interface AnswerSource {
  readonly backend: BackendName;
  readonly operation: string;
}

/**
 * Parses the text of an answer, whatever content type it claims.
 *
 * @throws GatewayError BACKEND_CONTRACT_VIOLATION when it is not JSON, or not what `parse` reads
 */
export function parseAnswer<T>(
  body: string,
  source: AnswerSource,
  parse: (value: unknown) => T,
): T {
  const value = parseJson(body.trim());
  if (value === undefined) throw toContractViolation('it is not JSON', source);
  return readingFrom(source, () => parse(value));
}

/** Runs readers, turning a wrong shape into BACKEND_CONTRACT_VIOLATION. */
export function readingFrom<T>(source: AnswerSource, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WrongShapeError) throw toContractViolation(error.message, source);
    throw error;
  }
}

/** Parses a user. @throws WrongShapeError */
export function parseUser(value: unknown): CloudAdministrationUser {
  return user(value, 'user');
}

/**
 * The elements of the list of users, each yet to be parsed: a list can be long. One edition of the pages shows a
 * single user as the root of the answer.
 *
 * @throws WrongShapeError
 */
export function parseUserList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isJsonObject(value) && 'loginId' in value) return [value];
  throw new WrongShapeError('it is not a list of users');
}

/**
 * Parses the answer to a read of one user: an object, or an array of one.
 *
 * @returns `null` for an empty array
 * @throws WrongShapeError
 */
export function parseSingleUser(value: unknown): CloudAdministrationUser | null {
  if (value === null) throw new WrongShapeError('it is null');
  return optional(user)(value, 'user');
}

/**
 * Parses the roles: an array since release 26, before that an object, which must hold exactly one array.
 *
 * @throws WrongShapeError
 */
export function parseRoles(value: unknown): readonly CloudAdministrationRole[] {
  const arrays: readonly unknown[] = Array.isArray(value)
    ? [value]
    : isJsonObject(value)
      ? Object.values(value).filter(Array.isArray)
      : [];
  if (arrays.length !== 1) throw new WrongShapeError('it does not hold one list of roles');
  return listOf(role)(arrays[0], 'role');
}

function toContractViolation(what: string, { backend, operation }: AnswerSource): GatewayError {
  return new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${backend} answered ${operation} with something else than its contract says: ${what}.`,
    { backend, operation },
  );
}
