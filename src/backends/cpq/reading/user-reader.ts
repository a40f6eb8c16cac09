import type { Answers, ReadContext } from '../../../domain/backend.ts';
import { readEach, readRest } from '../../../http/read-each.ts';
import type { CpqClient } from '../client.ts';
import type { CpqUser } from '../contract.ts';
import { unlessForbidden } from '../failure.ts';
import { MAX_PARALLEL_CALLS, inBatches, queryUsers } from './user-batches.ts';

/** Users that one query may ask for. */
export const MAX_BATCH = 50;

type UserRows = Answers<CpqUser>;

const NO_ROWS: ReadonlyMap<string, CpqUser> = new Map();

/** Reads users by their keys, in few calls. Keys that one call asks for fail together, others alone. */
export interface UserReader {
  /** From version 18. @returns rows by the party number asked for */
  byPartyNumbers(partyNumbers: readonly string[], context: ReadContext): Promise<UserRows>;
  /**
   * From version 16. Whom the query for a company's users leaves out is read one by one.
   *
   * @param company `null`: of any company, from version 18
   * @returns rows by the login asked for
   */
  byLogins(
    company: string | null,
    logins: readonly string[],
    context: ReadContext,
  ): Promise<UserRows>;
  /** From version 5. A company that the gateway's account may not see has no users. */
  inCompany(company: string, login: string, context: ReadContext): Promise<CpqUser | null>;
}

/**
 * Reads 50 users with one query where CPQ covers it, else one by one, 10 at a time.
 *
 * @param orQueries whether to ask for many by one query at all
 */
export function createUserReader(client: CpqClient, orQueries: boolean): UserReader {
  const maxBatch = orQueries ? MAX_BATCH : 1;

  async function byPartyNumber(partyNumber: string, context: ReadContext): Promise<CpqUser | null> {
    const row = await client.getUser(partyNumber, context);
    // Some builds of the reference show login and names alone; the party number is known here anyway.
    return row && { ...row, partyNumber };
  }

  const inCompany: UserReader['inCompany'] = (company, login, context) =>
    unlessForbidden(client.company.getUser(company, login, context), null);

  async function anywhere(logins: readonly string[], context: ReadContext): Promise<UserRows> {
    const batch = { company: null, property: 'login', values: logins } as const;
    return (await queryUsers(client, batch, context)) ?? NO_ROWS;
  }

  async function together(
    company: string,
    logins: readonly string[],
    context: ReadContext,
  ): Promise<UserRows> {
    const batch = { company, property: 'login', values: logins } as const;
    const rows = (logins.length > 1 && (await queryUsers(client, batch, context))) || NO_ROWS;
    // A row of login and names alone is no answer either: a user read by itself may hold more.
    const found = new Map([...rows].filter(([, { status }]) => status !== undefined));
    const others = logins.filter((login) => !found.has(login));
    return readRest(found, others, () =>
      readEach(MAX_PARALLEL_CALLS, others, (login) => inCompany(company, login, context)),
    );
  }

  return {
    inCompany,
    byPartyNumbers: (partyNumbers, context) =>
      inBatches(partyNumbers, maxBatch, async (values) => {
        const batch = { company: null, property: 'partyNumber', values } as const;
        const found = values.length === 1 ? null : await queryUsers(client, batch, context);
        return (
          found ?? readEach(MAX_PARALLEL_CALLS, values, (value) => byPartyNumber(value, context))
        );
      }),
    byLogins: (company, logins, context) =>
      inBatches(logins, maxBatch, (values) =>
        company === null
          ? anywhere(values, context)
          : unlessForbidden(together(company, values, context), NO_ROWS),
      ),
  };
}
