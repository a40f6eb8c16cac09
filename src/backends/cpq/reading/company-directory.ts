import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import type { Answers, CompanyDirectory, ReadContext } from '../../../domain/backend.ts';
import type { Company } from '../../../domain/model.ts';
import { readRest } from '../../../http/read-each.ts';
import { unlessForbidden } from '../failure.ts';
import type { CpqReading } from './reading.ts';
import { pageOf, pickFrom, type Snapshot } from './snapshot.ts';

/** Companies from version 16. One list, kept 5 minutes as a whole. */
export function createCompanyDirectory(reading: CpqReading): CompanyDirectory {
  const { guestCompanyLogin } = reading.site;
  return {
    getMany: async (nativeIds, context) => {
      const listed = pickFrom(await readCompanies(reading, context), nativeIds);
      const lacksGuest = nativeIds.includes(guestCompanyLogin) && !listed.has(guestCompanyLogin);
      const missing = lacksGuest ? [guestCompanyLogin] : [];
      return readRest(listed, missing, () => readGuest(reading, context));
    },
    list: async (request, context) =>
      pageOf(await readCompanies(reading, context), request, (text) => text !== ''),
    count: async (context) => (await readCompanies(reading, context)).sorted.length,
  };
}

/** All companies that CPQ lists to the gateway's account: documented are the host company and the partner organizations. */
export async function readCompanies(
  { client, cache, toCompanies }: CpqReading,
  context: ReadContext,
): Promise<Snapshot<Company>> {
  const ttl = COMPANIES_AND_ROLES_TTL_SECONDS;
  return toCompanies(await cache.read('companies', ttl, context, client.listCompanies));
}

/** The guest company, where the list leaves it out: it is there when its users can be listed, and known by its login name. */
async function readGuest(
  { client, cache, site, toCompanies }: CpqReading,
  context: ReadContext,
): Promise<Answers<Company>> {
  const login = site.guestCompanyLogin;
  const ttl = COMPANIES_AND_ROLES_TTL_SECONDS;
  const exists = await cache.read('guest-company', ttl, context, async (inner) => {
    const users = client.company.listUsers(login, { limit: 1 }, inner);
    return (await unlessForbidden(users, null)) !== null;
  });
  return toCompanies(exists ? [{ login }] : []).byId;
}
