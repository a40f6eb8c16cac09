import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../definition.ts';
import type { CompanyDirectory, ReadContext } from '../../domain/backend.ts';
import type { Company } from '../../domain/model.ts';
import type { CpqReading } from './reading.ts';
import { pageOf, pickFrom, type Snapshot } from './snapshot.ts';

/** Companies from version 16: the host company and the partner organizations. One list, kept 5 minutes as a whole. */
export function createCompanyDirectory(reading: CpqReading): CompanyDirectory {
  return {
    getMany: async (nativeIds, context) =>
      pickFrom(await readCompanies(reading, context), nativeIds),
    list: async (request, context) =>
      pageOf(await readCompanies(reading, context), request, (text) => text !== ''),
    count: async (context) => (await readCompanies(reading, context)).sorted.length,
  };
}

/** All companies that the gateway's account may see. */
export async function readCompanies(
  { client, cache, toCompanies }: CpqReading,
  context: ReadContext,
): Promise<Snapshot<Company>> {
  const ttl = COMPANIES_AND_ROLES_TTL_SECONDS;
  return toCompanies(await cache.read('companies', ttl, context, client.listCompanies));
}
