import { userError, type UserAttributes, type UserError } from '../../../domain/user-write.ts';
import type { DateParser } from '../reading/dates.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import type { CloudAdministrationSettings } from '../settings.ts';
import type { OutgoingUser } from './outgoing-user.ts';

/** The attributes of an input in the backend's words, or what keeps them from being stored. */
export interface AttributeReading {
  readonly changes: OutgoingUser;
  /** Whether something that the user has is to be cleared. */
  readonly clears: boolean;
  /** Each names its attribute; nothing may be sent when there is one. */
  readonly errors: readonly UserError[];
}

/** Where an attribute goes, and whether it may be without a value. */
interface Storing {
  readonly field: StorableField;
  readonly clearable: boolean;
  readonly isDate?: boolean;
}

type StorableField =
  | 'admin'
  | 'emailAddress'
  | 'employeeNumber'
  | 'endDate'
  | 'firstName'
  | 'lastName'
  | 'manager'
  | 'middleName'
  | 'pwdCantChange'
  | 'startDate'
  | 'userType';

const COMMON: Readonly<Record<string, Storing>> = {
  emails: { field: 'emailAddress', clearable: false },
  firstName: { field: 'firstName', clearable: false },
  middleName: { field: 'middleName', clearable: true },
  lastName: { field: 'lastName', clearable: false },
  employeeNumber: { field: 'employeeNumber', clearable: true },
  type: { field: 'userType', clearable: false },
};

const OWN_PART = 'cloudAdministration';
const OWN: Readonly<Record<string, Storing>> = {
  admin: { field: 'admin', clearable: false },
  endDate: { field: 'endDate', clearable: true, isDate: true },
  manager: { field: 'manager', clearable: true },
  pwdCantChange: { field: 'pwdCantChange', clearable: false },
  startDate: { field: 'startDate', clearable: true, isDate: true },
};

/** Reads what is to be stored. Absent attributes stay absent; an empty text counts as `null`. */
export function readAttributes(
  { own, ...common }: UserAttributes,
  { clearAs }: Pick<CloudAdministrationSettings, 'clearAs'>,
): AttributeReading {
  const changes: Record<string, unknown> = {};
  const errors: UserError[] = [];
  let clears = false;
  const read = (path: readonly string[], given: unknown, storing: Storing | undefined): void => {
    const problem = problemOf(path, given, storing);
    if (problem !== null || storing === undefined) {
      if (problem !== null) errors.push(problem);
      return;
    }
    const value = valueOf(given);
    clears ||= value === null;
    changes[storing.field] = value ?? (clearAs === 'empty' && storing.isDate !== true ? '' : null);
  };
  for (const [name, value] of entriesOf(common)) read(['attributes', name], value, COMMON[name]);
  for (const [part, values] of entriesOf(own)) {
    const known = part === OWN_PART ? OWN : {};
    for (const [name, value] of entriesOf(values))
      read(['attributes', part, name], value, known[name]);
  }
  return { changes, clears, errors };
}

/** Whether a record shows every change. Dates agree when they are the same second: published ones have no finer parts. */
export function showsChanges(
  record: CloudAdministrationUser,
  changes: OutgoingUser,
  parseDate: DateParser,
): boolean {
  const secondOf = (date: unknown): string | null => parseDate(date)?.instant.slice(0, 19) ?? null;
  const isDate = new Set(
    Object.values(OWN).flatMap(({ field, isDate }) => (isDate ? [field] : [])),
  );
  return Object.values({ ...COMMON, ...OWN }).every(({ field }) => {
    const wanted = changes[field];
    if (wanted === undefined) return true;
    if (isDate.has(field)) return secondOf(record[field]) === secondOf(wanted);
    return record[field] === (wanted === '' ? null : wanted);
  });
}

function entriesOf<T>(object: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

function problemOf(
  path: readonly string[],
  given: unknown,
  storing: Storing | undefined,
): UserError | null {
  const name = path.at(-1) ?? '';
  if (storing === undefined) return invalid(path, `This backend cannot store ${name}.`);
  if (Array.isArray(given) && given.length > 1)
    return invalid(path, `This backend stores exactly one address; send one in ${name}.`);
  if (valueOf(given) === null && !storing.clearable)
    return invalid(path, `This backend needs ${name}; it cannot be cleared.`);
  return null;
}

function invalid(path: readonly string[], message: string): UserError {
  return userError('INVALID', message, { path });
}

/** The value to send, dates as text; `null`: none. Of a list its only element. */
function valueOf(given: unknown): unknown {
  const value: unknown = Array.isArray(given) ? given[0] : given;
  if (value instanceof Date) return value.toISOString();
  return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
}
