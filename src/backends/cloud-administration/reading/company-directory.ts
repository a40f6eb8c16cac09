import type { CompanyDirectory } from '../../../domain/backend.ts';
import type { Company } from '../../../domain/model.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import { pageOf } from './ordered-rows.ts';
import { COMPANY } from './single-users.ts';
import type { SnapshotSource } from './snapshot-source.ts';

export interface CompanySources {
  readonly snapshots: SnapshotSource;
  readonly cache: ReadThrough;
}

/**
 * The companies that users belong to: no operation of this backend lists companies, so one without users that the
 * gateway may see is not known. A company that came with a user read alone is taken from the cache.
 */
export function createCompanyDirectory({
  snapshots,
  cache,
}: CompanySources): Required<CompanyDirectory> {
  return {
    getMany: async (nativeIds, context) => {
      const held = context.fresh ? null : snapshots.held();
      if (held !== null) return findAll(nativeIds, held.companies.find);
      return cache.readMany<Company>(
        COMPANY,
        nativeIds,
        COMPANIES_AND_ROLES_TTL_SECONDS,
        context,
        async (missing, inner) => findAll(missing, (await snapshots.read(inner)).companies.find),
      );
    },

    list: async (request, context) =>
      pageOf((await snapshots.read(context)).companies.rows, request),

    count: async (context) => (await snapshots.read(context)).companies.rows.rows.length,
  };
}

function findAll(
  nativeIds: readonly string[],
  find: (nativeId: string) => Company | null,
): ReadonlyMap<string, Company> {
  const found = new Map<string, Company>();
  for (const nativeId of nativeIds) {
    const company = find(nativeId);
    if (company !== null) found.set(nativeId, company);
  }
  return found;
}
