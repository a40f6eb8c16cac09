import { parseGlobalIdOf, toGlobalId } from '../../domain/global-id.ts';
import type { Company } from '../../domain/model.ts';
import { countCompanies, listCompanies } from '../../services/listing/list-companies.ts';
import { withCompany } from '../../services/listing/user-selection.ts';
import type { CompanyResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { parseUserFilter } from '../user-filter.ts';
import { backendOf } from './backend.ts';
import type { Complete } from './complete.ts';
import { readUsers } from './connection.ts';

export const companyResolvers: Complete<CompanyResolvers, Company> = {
  id: ({ ref }) => toGlobalId('Company', ref),
  backend: ({ ref }, _args, context) => backendOf(ref.backend, context),
  nativeId: ({ ref }) => ref.nativeId,
  parent: ({ parentRef }, _args, { loaders }) => parentRef && loaders.company.load(parentRef),
  baseCurrency: ({ ref: { backend }, baseCurrencyCode: code }, _args, { loaders }) =>
    code === null ? null : loaders.currency.load({ backend, code }),
  baseLanguage: ({ ref: { backend }, baseLanguageCode: code }, _args, { loaders }) =>
    code === null ? null : loaders.language.load({ backend, code }),
  users: ({ ref }, { filter, ...page }, context) =>
    readUsers(withCompany(parseUserFilter(filter), ref), page, context),
};

export const companyQueries = {
  company: (_parent, { id }, { loaders }) => loaders.company.load(parseGlobalIdOf('Company', id)),
  companies: async (
    _parent,
    { first, after = null, backends: names = null },
    { backends, read },
  ) => {
    const page = await listCompanies(backends, { first, after, backends: names }, read);
    return { ...page, countAll: () => countCompanies(backends, names, read) };
  },
} satisfies QueryResolvers;
