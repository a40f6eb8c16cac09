import { isRecord, parseRecords, textOf } from './exchange.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';

/** One record of a manual reset. Its other fields are required, but nothing says that they are applied: they are not. */
export interface PasswordReset {
  readonly loginId: string;
  readonly password: string;
}

/** @throws Refusal 400 when a record lacks a field that the schema requires, or a password with something in it */
export function parseResets(body: unknown): readonly PasswordReset[] {
  return parseRecords(body).map((record) => {
    const password = textOf(record['password']);
    if (password === null || !isComplete(record)) throw new Refusal(400, INVALID_INPUT);
    return { loginId: record.loginId, password };
  });
}

/** Whether a user record has every field that the schema marks as required, those of its company included. */
export function isComplete(record: Readonly<Record<string, unknown>>): boolean {
  const { organization, roles, disabled } = record;
  const company = isRecord(organization) ? organization : {};
  const policy = company['pwdPolicy'];
  return (
    typeof disabled === 'boolean' &&
    hasTexts(record, ['loginId', 'firstName', 'lastName', 'emailAddress']) &&
    hasTexts(company, ['id', 'name', 'displayName']) &&
    (policy === undefined || policy === null || hasTexts(policy, ['name'])) &&
    (roles === undefined ||
      roles === null ||
      (Array.isArray(roles) && roles.every((role) => hasTexts(role, ['name']))))
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => textOf(value[name]) !== null);
}
