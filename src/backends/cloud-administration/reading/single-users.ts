import type { Answers, ReadContext } from '../../../domain/backend.ts';
import type { Company, User } from '../../../domain/model.ts';
import { fold } from '../../../domain/user-filter.ts';
import { readEach, readRest } from '../../../http/read-each.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import type { CloudAdministrationClient } from '../client.ts';
import { toCompany, type CompanyIds } from './company-mapping.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import { toUser, type MappingContext } from '../mapping.ts';
import type { SnapshotSource } from './snapshot-source.ts';

/** Kind of the companies that came with users read one by one, in the cache. */
export const COMPANY = 'company';
/** Kind of the users read one by one, in the cache. */
export const USER = 'user';

/** Reads users one by one, each with a call, of which each may fail alone. @returns those found, by the login asked for */
export type SingleUserReader = (
  logins: readonly string[],
  context: ReadContext,
) => Promise<Answers<User>>;

export interface SingleUserSources {
  readonly client: CloudAdministrationClient;
  readonly snapshots: SnapshotSource;
  readonly cache: ReadThrough;
  readonly usersTtlSeconds: number;
  /** What mapping needs now, with the company ids known so far. */
  readonly mapping: (companyIds: CompanyIds) => MappingContext;
  /** Is given the record behind each user. */
  readonly keepRecord: (user: User, record: CloudAdministrationUser) => void;
}

const CALLS_AT_ONCE = 5;

export function createSingleUserReader(sources: SingleUserSources): SingleUserReader {
  const { cache, usersTtlSeconds, snapshots } = sources;
  return (logins, context) =>
    cache.readMany<User>(USER, logins, usersTtlSeconds, context, async (missing, inner) => {
      const unclear: string[] = [];
      const users = await readEach(CALLS_AT_ONCE, missing, async (login) => {
        const answer = await readSingle(login, inner, sources);
        if (answer !== 'unclear') return answer;
        unclear.push(login);
        return null;
      });
      return readRest(users, unclear, (logins) => findInList(logins, snapshots, inner));
    });
}

/**
 * A second opinion on logins that a single read did not find. Two witnesses are enough for an absence, so a held list
 * that does not know them either is believed even when the answer must be fresh; for anything else the list is read.
 *
 * @returns those that do exist, by the login asked for
 */
export async function findInList(
  logins: readonly string[],
  snapshots: SnapshotSource,
  context: ReadContext,
): Promise<ReadonlyMap<string, User>> {
  const held = snapshots.held();
  if (logins.length === 0 || (held !== null && held.findUsers(logins).size === 0)) return new Map();
  return (await snapshots.read(context)).findUsers(logins);
}

/**
 * Reads one user. A 404 says that there is none. A 400 says that, too, or that the login was refused: the documents
 * name no other status for either.
 */
async function readSingle(
  login: string,
  context: ReadContext,
  { client, snapshots, cache, mapping, keepRecord }: SingleUserSources,
): Promise<User | 'unclear' | null> {
  const mark = cache.mark();
  const answer = await client.getUser(login, context);
  if (answer.kind === 'unclear') return 'unclear';
  // The backend may take the text for an internal id and answer with somebody else.
  if (answer.kind === 'absent' || fold(answer.user.loginId) !== fold(login)) return null;
  const known = mapping(snapshots.last()?.companyIds ?? new Map());
  const company = answer.user.organization && toCompany(answer.user.organization, known);
  if (company !== null) {
    const companies = new Map<string, Company>([[company.ref.nativeId, company]]);
    await cache.put(COMPANY, companies, COMPANIES_AND_ROLES_TTL_SECONDS, mark);
  }
  const user = toUser(answer.user, known);
  keepRecord(user, answer.user);
  return user;
}
