import type { Page, PageRow, ReadContext } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { User } from '../../../domain/model.ts';
import { readCompanies } from './company-directory.ts';
import { unlessForbidden } from '../failure.ts';
import { parsePosition, parseWalkPosition, toWalkPosition } from './position.ts';
import type { CpqReading } from './reading.ts';
import { NO_USERS, listUsersOf, readSlice, toUserPage, type Slice } from './user-list.ts';

/** In their order, with the guest company, which the list of companies is not documented to hold. */
export async function companyIds(
  reading: CpqReading,
  context: ReadContext,
): Promise<readonly string[]> {
  const { sorted } = await readCompanies(reading, context);
  const ids = sorted.map(({ ref }) => ref.nativeId);
  return [...new Set([...ids, reading.site.guestCompanyLogin])].sort();
}

export interface WalkRequest {
  readonly q: string | null;
  readonly limit: number;
  readonly position: string | null;
}

/** Companies read for one page, so that a filter that few users meet does not read them all in one go. */
const MAX_COMPANIES_PER_PAGE = 10;

/**
 * Lists the users of all companies, one company after the other in the order of their native ids, until the page is full.
 *
 * A company that may not be seen is passed over. When the first page meets nothing else, it is the credential that is wrong.
 */
export async function walkCompanies(
  reading: CpqReading,
  { q, limit, position }: WalkRequest,
  context: ReadContext,
): Promise<Page<User>> {
  const from = parseWalkPosition(position);
  const companies = await companyIds(reading, context);
  const ahead = companies.filter((company) => from === null || company >= from.company);
  const rows: PageRow<User>[] = [];
  const met = new Set<Part['access']>();
  let isNarrowed = from?.isNarrowed ?? true;
  let done = 0;
  for (const company of ahead.slice(0, MAX_COMPANIES_PER_PAGE)) {
    const offset = company === from?.company ? from.offset : 0;
    const slice = { q, limit: limit - rows.length, start: { offset, isNarrowed } };
    const part = await readPart(reading, company, slice, context);
    rows.push(...part.rows);
    met.add(part.access);
    if (part.nextPosition !== null) return { rows, nextPosition: part.nextPosition };
    isNarrowed = part.isNarrowed;
    done += 1;
    if (rows.length >= limit) break;
  }
  if (position === null && met.has('forbidden') && !met.has('granted')) {
    throw nothingVisible(reading.site.backend);
  }
  const next = ahead[done];
  const start = next === undefined ? null : { company: next, offset: 0, isNarrowed };
  return { rows, nextPosition: start && toWalkPosition(start) };
}

/** What one company gives to a page. */
interface Part extends Page<User> {
  readonly isNarrowed: boolean;
  readonly access: 'granted' | 'absent' | 'forbidden';
}

async function readPart(
  reading: CpqReading,
  company: string,
  slice: Slice,
  context: ReadContext,
): Promise<Part> {
  const wanted = readSlice(listUsersOf(reading, company), slice, context);
  const answer = await unlessForbidden(wanted, null);
  if (answer === null) {
    return { ...NO_USERS, isNarrowed: slice.start.isNarrowed, access: 'forbidden' };
  }
  const { page, isNarrowed } = answer;
  if (page === null) return { ...NO_USERS, isNarrowed, access: 'absent' };
  const start = { ...slice.start, isNarrowed };
  const part = toUserPage(page, { limit: slice.limit, start }, reading.toUser);
  const inWalk = (position: string): string =>
    toWalkPosition({ company, ...parsePosition(position) });
  return {
    rows: part.rows.map(({ value, position }) => ({ value, position: inWalk(position) })),
    nextPosition: part.nextPosition === null ? null : inWalk(part.nextPosition),
    isNarrowed,
    access: 'granted',
  };
}

function nothingVisible(backend: string): GatewayError {
  return new GatewayError(
    'BACKEND_CREDENTIAL_REJECTED',
    `${backend} does not let the gateway's account see the users of any company.`,
    { backend, operation: 'ListCompanyUsers', cause: { status: 403 } },
  );
}
