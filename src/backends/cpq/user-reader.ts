import type { ReadContext } from '../../domain/backend.ts';
import { mapAtMost } from '../../http/at-most.ts';
import type { CpqClient } from './client.ts';
import type { CpqUser } from './contract.ts';
import { isRefusedAs } from './failure.ts';
import { MAX_PARALLEL_CALLS, inBatches, queryUsers } from './user-batches.ts';

/** Users that one query may ask for. */
export const MAX_BATCH = 50;

/** Reads users by their keys, in few calls. */
export interface UserReader {
  /** From version 18. @returns rows by the party number asked for */
  byPartyNumbers(
    partyNumbers: readonly string[],
    context: ReadContext,
  ): Promise<ReadonlyMap<string, CpqUser>>;
  /**
   * @param company `null`: of any company, from version 18
   * @returns rows by the login asked for
   */
  byLogins(
    company: string | null,
    logins: readonly string[],
    context: ReadContext,
  ): Promise<ReadonlyMap<string, CpqUser>>;
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

  async function inCompany(
    company: string,
    login: string,
    context: ReadContext,
  ): Promise<CpqUser | null> {
    try {
      return await client.company.getUser(company, login, context);
    } catch (error) {
      if (isRefusedAs(error, 403)) return null;
      throw error;
    }
  }

  return {
    inCompany,
    byPartyNumbers: (partyNumbers, context) =>
      inBatches(partyNumbers, maxBatch, async (values) => {
        const batch = { company: null, property: 'partyNumber', values } as const;
        const found = values.length === 1 ? null : await queryUsers(client, batch, context);
        return found ?? readEach(values, (value) => byPartyNumber(value, context));
      }),
    byLogins: (company, logins, context) =>
      inBatches(logins, maxBatch, async (values) => {
        const batch = { company, property: 'login', values } as const;
        const isSingle = company !== null && values.length === 1;
        const found = isSingle ? null : await queryUsers(client, batch, context);
        if (found !== null || company === null) return found ?? new Map();
        return readEach(values, (login) => inCompany(company, login, context));
      }),
  };
}

async function readEach(
  keys: readonly string[],
  read: (key: string) => Promise<CpqUser | null>,
): Promise<ReadonlyMap<string, CpqUser>> {
  const rows = await mapAtMost(
    MAX_PARALLEL_CALLS,
    keys,
    async (key) => [key, await read(key)] as const,
  );
  return new Map(rows.flatMap(([key, row]) => (row === null ? [] : [[key, row] as const])));
}
