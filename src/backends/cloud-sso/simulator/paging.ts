import { createHash } from 'node:crypto';
import type { OperationContext } from './operation.ts';
import { invalidParameter } from './refusal.ts';

interface Listing<Row> {
  /** Member of the answer that holds the rows. */
  readonly name: string;
  /** Every row that matches, in any order. */
  readonly rows: readonly Row[];
  /** What the rows are sorted by, unique; a time and an id. */
  readonly orderOf: (row: Row) => string;
  readonly toMember: (row: Row) => object;
  /** Largest page; 100 unless told. */
  readonly maxResults?: number;
}

const DEFAULT_MAX_RESULTS = 10;
const DIGEST_LENGTH = 32;

/**
 * One page of a listing. `NextToken` is opaque and is accepted only with the parameters it was issued for, page size
 * included. It stands for the last row sent, so that a row that comes or goes in between shifts nothing.
 */
export function pageOf<Row>(context: OperationContext, listing: Listing<Row>) {
  const { parameters } = context;
  const size =
    parameters.integer('MaxResults', { min: 1, max: listing.maxResults ?? 100 }) ??
    DEFAULT_MAX_RESULTS;
  const scope = `${listing.name} ${size} ${parameters.fingerprint(['MaxResults', 'NextToken'])}`;
  const after = readToken(parameters.text('NextToken') ?? '', scope);
  const ordered = listing.rows
    .map((row) => ({ row, order: listing.orderOf(row) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const rest = ordered.filter(({ order }) => order > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const isTruncated = rest.length > page.length;
  return {
    MaxResults: size,
    TotalCounts: ordered.length,
    IsTruncated: isTruncated,
    ...(isTruncated && last !== undefined && { NextToken: createToken(last.order, scope) }),
    [listing.name]: page.map(({ row }) => listing.toMember(row)),
  };
}

function createToken(after: string, scope: string): string {
  return Buffer.concat([digest(after, scope), Buffer.from(after)]).toString('base64');
}

function readToken(token: string, scope: string): string {
  if (token === '') return '';
  const bytes = Buffer.from(token, 'base64');
  const after = bytes.subarray(DIGEST_LENGTH).toString();
  if (
    bytes.toString('base64') === token &&
    digest(after, scope).equals(bytes.subarray(0, DIGEST_LENGTH))
  )
    return after;
  throw invalidParameter('NextToken');
}

function digest(after: string, scope: string): Buffer {
  return createHash('sha256').update(`${after} ${scope}`).digest();
}
