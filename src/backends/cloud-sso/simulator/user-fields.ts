import type { Parameters } from './parameters.ts';
import { invalidParameter } from './refusal.ts';
import type { UserRecord } from './state.ts';
import type { Switches } from './switches.ts';

type Field = 'DisplayName' | 'FirstName' | 'LastName' | 'Email' | 'Description';

/** Longest values, in characters. */
const MAX_LENGTHS: Readonly<Record<Field, number>> = {
  DisplayName: 256,
  FirstName: 64,
  LastName: 64,
  Email: 128,
  Description: 1024,
};
const FIELDS = ['DisplayName', 'FirstName', 'LastName', 'Email', 'Description'] as const;

/** The fields of `CreateUser`; those that were not sent are empty. */
export function readUserFields(parameters: Parameters): Pick<UserRecord, Field | 'UserName'> {
  const UserName = parameters.required('UserName');
  if (UserName.length > 64) throw invalidParameter('UserName.Length');
  if (!/^[A-Za-z0-9@_.-]+$/.test(UserName)) throw invalidParameter('UserName.InvalidChars');
  const field = (name: Field) => checked(name, parameters.text(name) ?? '');
  return {
    UserName,
    DisplayName: field('DisplayName'),
    FirstName: field('FirstName'),
    LastName: field('LastName'),
    Email: field('Email'),
    Description: field('Description'),
  };
}

/** The `New…` fields of `UpdateUser` that were sent. Their limits are assumed to be those of `CreateUser`. */
export function readUserChanges(
  parameters: Parameters,
  emptyValue: Switches['emptyUpdateValue'],
): Partial<Pick<UserRecord, Field>> {
  const changes: Partial<Record<Field, string>> = {};
  for (const name of FIELDS) {
    const value = parameters.text(`New${name}`);
    if (value === null || (value === '' && emptyValue === 'ignored')) continue;
    changes[name] = checked(name, value);
  }
  return changes;
}

function checked(name: Field, value: string): string {
  assertLength(name, value, MAX_LENGTHS[name]);
  // What counts as an address is undocumented; this refuses only what cannot be one.
  if (name === 'Email' && value !== '' && !/^[^\s@]+@[^\s@]+$/.test(value))
    throw invalidParameter('Email.Format');
  return value;
}

/** @param max in characters */
export function assertLength(name: string, value: string, max: number): void {
  if (Array.from(value).length > max) throw invalidParameter(`${name}.Length`);
}
