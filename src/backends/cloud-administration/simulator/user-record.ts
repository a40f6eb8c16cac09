import { isRecord, textOf } from './exchange.ts';
import type { Account, Company } from './model.ts';
import type { State } from './state.ts';

/** What the record of a user job asks for. */
export interface UserRequest {
  /** Changes to the account; a password is none of them, for a user job cannot set one. */
  readonly changes: Partial<Account>;
  /** Roles that were named but do not exist. */
  readonly unknownRoles: readonly string[];
}

/** @returns the request, or in words what is wrong with the record */
export function parseUserRecord(
  record: Readonly<Record<string, unknown>>,
  state: State,
): UserRequest | string {
  const wrong = [...TEXT_FIELDS, ...FLAG_FIELDS, ...DATE_FIELDS].find(
    (name) => !isAbsent(record[name]) && valueOf(name, record[name]) === undefined,
  );
  if (wrong !== undefined) return `Invalid value: ${wrong}.`;
  const company = companyOf(record['organization'], state);
  if (company === undefined) return 'Company not found.';
  const roles = rolesOf(record['roles'], state);
  const given = [...TEXT_FIELDS, ...FLAG_FIELDS, ...DATE_FIELDS].filter(
    (name) => !isAbsent(record[name]),
  );
  const cleared = state.settings.nullClears
    ? CLEARABLE_FIELDS.filter((name) => record[name] === null)
    : [];
  const isInactive = record['status'] === 'Inactive';
  return {
    changes: {
      ...(typeof record['status'] === 'string' && { disabled: isInactive }),
      ...Object.fromEntries(given.map((name) => [name, valueOf(name, record[name])])),
      ...Object.fromEntries(cleared.map((name) => [name, null])),
      ...(company !== null && { companyId: company.id }),
      ...(roles !== null && { roleIds: roles.known }),
    },
    unknownRoles: roles?.unknown ?? [],
  };
}

const TEXT_FIELDS = [
  'firstName',
  'middleName',
  'lastName',
  'emailAddress',
  'employeeNumber',
  'manager',
  'userType',
] as const;
const FLAG_FIELDS = ['admin', 'disabled', 'locked', 'pwdCantChange'] as const;
const DATE_FIELDS = ['startDate', 'endDate'] as const;
const CLEARABLE_FIELDS = ['middleName', 'employeeNumber', 'manager', ...DATE_FIELDS] as const;

type Field =
  (typeof TEXT_FIELDS)[number] | (typeof FLAG_FIELDS)[number] | (typeof DATE_FIELDS)[number];

/** @returns undefined for a value that the field cannot have */
function valueOf(field: Field, value: unknown): string | boolean | number | undefined {
  if (TEXT_FIELDS.some((name) => name === field)) return textOf(value) ?? undefined;
  if (FLAG_FIELDS.some((name) => name === field))
    return typeof value === 'boolean' ? value : undefined;
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Where null does not clear, it is as good as left out. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** @returns null when none is named, undefined when it does not exist; examples name it, later answers hold its id */
function companyOf(value: unknown, { companies }: State): Company | null | undefined {
  if (isAbsent(value)) return null;
  if (!isRecord(value)) return undefined;
  const id = textOf(value['id']);
  const name = textOf(value['name']);
  if (id !== null) return companies.get(id);
  return [...companies.values()].find((company) => company.name === name);
}

/** A list of roles replaces all that the user has; null when there is no list. */
function rolesOf(
  value: unknown,
  { roles }: State,
): { readonly known: readonly string[]; readonly unknown: readonly string[] } | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((role: unknown) =>
    isRecord(role) ? (textOf(role['name']) ?? '(no name)') : '(no name)',
  );
  const byName = new Map([...roles.values()].map(({ name, id }) => [name, id]));
  const known = names.map((name) => byName.get(name)).filter((id) => id !== undefined);
  return { known: [...new Set(known)], unknown: names.filter((name) => !byName.has(name)) };
}
