import type { Answers, ReadContext } from '../../../domain/backend.ts';
import { fold } from '../../../domain/user-filter.ts';
import { readGroups } from '../../../http/read-each.ts';
import type { CpqClient } from '../client.ts';
import { hasMoreAfter } from '../connection.ts';
import type { CpqPage, CpqUser } from '../contract.ts';
import { isRefusedAs } from '../failure.ts';
import { anyOf, equalTo, toQ } from './user-query.ts';

/** Calls under way at once where CPQ has to be asked one by one. */
export const MAX_PARALLEL_CALLS = 10;

/** Users to be found by one query. */
export interface UserBatch {
  /** `null`: in all companies, from version 18. */
  readonly company: string | null;
  readonly property: 'partyNumber' | 'login';
  readonly values: readonly string[];
  readonly expandGroups?: boolean;
}

/**
 * Reads users by one query.
 *
 * `fields` is not sent beside `expand`: how the two go together is not documented.
 *
 * @returns rows by the value asked for; `null` when CPQ refused the query, plainly did not obey it (which fields of a user
 *   a query covers is not documented), or has no such company
 */
export async function queryUsers(
  client: CpqClient,
  batch: UserBatch,
  context: ReadContext,
): Promise<ReadonlyMap<string, CpqUser> | null> {
  const { company, property, values, expandGroups = false } = batch;
  const q = toQ(anyOf(values.map((value) => equalTo(property, value))));
  // One row more than can meet the query: it shows a query that was not obeyed.
  const query = { q, limit: values.length + 1, expandGroups };
  try {
    const page =
      company === null
        ? await client.listUsers(query, context)
        : await client.company.listUsers(company, query, context);
    return page && pick(page, batch);
  } catch (error) {
    if (isRefusedAs(error, 400)) return null;
    throw error;
  }
}

/** Reads by batches that fit one address each, some at once; one that fails fails its own values alone. */
export async function inBatches<T>(
  values: readonly string[],
  maxBatch: number,
  read: (batch: readonly string[]) => Promise<Answers<T>>,
): Promise<Answers<T>> {
  const groups = toBatches(values, maxBatch);
  return readGroups({ limit: MAX_PARALLEL_CALLS, groups, keysOf: (batch) => batch }, read);
}

/** @returns `null` when the page holds what was not asked for */
function pick(
  page: CpqPage<CpqUser>,
  { property, values }: UserBatch,
): ReadonlyMap<string, CpqUser> | null {
  // A party number is opaque. Whether CPQ tells logins apart by their case is not documented.
  const key = property === 'login' ? fold : (value: string) => value;
  const asked = new Map(values.map((value) => [key(value), value]));
  const found = new Map<string, CpqUser>();
  for (const row of page.items) {
    const own = row[property];
    const value = own === undefined ? undefined : asked.get(key(own));
    if (own === undefined || value === undefined) return null;
    if (!found.has(value) || own === value) found.set(value, row);
  }
  return hasMoreAfter(page, page.items.length) ? null : found;
}

/** Characters of a query, encoded, that every server and proxy on the way takes within an address. */
const MAX_QUERY_CHARACTERS = 5_000;
/** What a condition adds around its value, encoded. */
const CONDITION_CHARACTERS = 40;

function toBatches(values: readonly string[], maxBatch: number): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let characters = 0;
  for (const value of new Set(values)) {
    const length = encodeURIComponent(value.toWellFormed()).length + CONDITION_CHARACTERS;
    const batch = batches.at(-1);
    const isFull = batch === undefined || batch.length >= maxBatch;
    if (isFull || characters + length > MAX_QUERY_CHARACTERS) {
      batches.push([value]);
      characters = length;
    } else {
      batch.push(value);
      characters += length;
    }
  }
  return batches;
}
