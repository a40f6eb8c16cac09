import type { Backend } from '../../domain/backend.ts';
import type { BackendName, Company } from '../../domain/model.ts';
import { countDirectory, listDirectory } from './list-directory.ts';
import type { Directory, ListDirectoryRequest } from './list-directory.ts';
import type { Connection } from './paging.ts';
import { seesCompany } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

const COMPANIES: Directory<Company> = {
  kind: 'companies',
  portOf: ({ companies }) => companies,
  sees: seesCompany,
};

/** Lists the companies that the caller sees, see `listDirectory`. */
export async function listCompanies(
  backends: readonly Backend[],
  request: ListDirectoryRequest,
  context: ListContext,
): Promise<Connection<Company>> {
  return listDirectory(COMPANIES, { backends, request }, context);
}

/** Counts the companies that the caller sees, see `countDirectory`. */
export async function countCompanies(
  backends: readonly Backend[],
  names: readonly BackendName[] | null,
  context: ListContext,
): Promise<number | null> {
  return countDirectory(COMPANIES, { backends, names }, context);
}
