import type { ReadContext } from '../../../domain/backend.ts';
import type { Details } from '../../../domain/model.ts';
import type { CpqAccessPermission, CpqCompany, CpqGroup, CpqUser } from '../contract.ts';

/** Reads of a user that are made only when their field is selected; each is a call of its own. */
export interface DetailReads {
  groups(row: CpqUser, context: ReadContext): Promise<readonly CpqGroup[] | null>;
  accessPermissions(
    row: CpqUser,
    context: ReadContext,
  ): Promise<readonly CpqAccessPermission[] | null>;
}

/** What a resolver is given beside its arguments. */
interface ResolverContext {
  readonly read: ReadContext;
}

/** `CpqUserDetails`: the row under CPQ's own names, the addresses as objects, groups and permissions on demand. */
export function toUserDetails(row: CpqUser, company: string | null, reads: DetailReads): Details {
  return {
    ...row,
    __typename: 'CpqUserDetails',
    companyLogin: company,
    companyName: row.company?.name ?? null,
    billing: () => toAddress(row, 'bill'),
    shipping: () => toAddress(row, 'ship'),
    groups: (_args: unknown, { read }: ResolverContext) => row.groups ?? reads.groups(row, read),
    accessPermissions: (_args: unknown, { read }: ResolverContext) =>
      row.accessPermissions ?? reads.accessPermissions(row, read),
  };
}

/** `CpqCompanyDetails`: the row under CPQ's own names. */
export function toCompanyDetails(row: CpqCompany): Details {
  return { ...row, __typename: 'CpqCompanyDetails' };
}

/** `CpqRoleDetails`: the group under CPQ's own names. */
export function toRoleDetails(group: CpqGroup, company: string): Details {
  return {
    ...group,
    __typename: 'CpqRoleDetails',
    companyLogin: company,
    companyName: group.company?.name ?? null,
  };
}

/** One of the two addresses of a user; `null` when no part of it is set. */
function toAddress(row: CpqUser, kind: 'bill' | 'ship'): Readonly<Record<string, unknown>> | null {
  const address = {
    firstName: row[`${kind}FirstName`],
    lastName: row[`${kind}LastName`],
    company: row[`${kind}Company`],
    company2: row[`${kind}Company2`],
    address1: row[`${kind}Address1`],
    address2: row[`${kind}Address2`],
    city: row[`${kind}City`],
    stateProvince: row[`${kind}StateProvince`],
    zip: row[`${kind}Zip`],
    country: row[`${kind}Country`],
    phone: row[`${kind}Phone`],
    fax: row[`${kind}Fax`],
    email: row[`${kind}Email`],
  };
  return Object.values(address).some((part) => part !== undefined) ? address : null;
}
