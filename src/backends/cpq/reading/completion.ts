import { allOrThrow } from '../../../domain/answers.ts';
import type { ReadContext } from '../../../domain/backend.ts';
import type { CpqUser } from '../contract.ts';
import type { UserReader } from './user-reader.ts';

/** Reads anew the rows that do not hold enough, and gives back all rows in their order. @throws GatewayError when one cannot be read */
export type Complete = (
  rows: readonly CpqUser[],
  context: ReadContext,
) => Promise<readonly CpqUser[]>;

/**
 * From version 18, rows without a party number: some builds of the reference show three fields (login and names). A row
 * that stays so is kept, and known by its company and login, or by its login alone.
 */
export function createCompletion(reader: UserReader): Complete {
  return async (rows, context) => {
    const short = rows.filter((row) => row.partyNumber === undefined);
    if (short.length === 0) return rows;
    const logins = short.map((row) => row.login);
    const whole = allOrThrow(await reader.byLogins(null, logins, context));
    return rows.map((row) =>
      row.partyNumber === undefined ? { ...row, ...whole.get(row.login) } : row,
    );
  };
}

/** In versions 16 and 17, rows without a status: the members of a group, which may be shown by login and names alone. */
export function createMemberCompletion(reader: UserReader, company: string): Complete {
  return async (rows, context) => {
    const logins = rows.filter((row) => row.status === undefined).map((row) => row.login);
    if (logins.length === 0) return rows;
    const whole = allOrThrow(await reader.byLogins(company, logins, context));
    return rows.map((row) =>
      row.status === undefined ? { ...row, ...whole.get(row.login) } : row,
    );
  };
}
