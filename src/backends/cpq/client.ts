import type { ReadContext } from '../../domain/backend.ts';
import { encodePath, encodeQuery } from '../../http/encode.ts';
import { MAX_LIMIT, type CpqConnection } from './connection.ts';
import {
  parseAccessPermissionPage,
  parseCompanyPage,
  parseGroupPage,
  parseUser,
  parseUserPage,
  type CpqAccessPermission,
  type CpqCompany,
  type CpqGroup,
  type CpqPage,
  type CpqUser,
} from './contract.ts';

/** Which users of a collection are wanted, in the order of their logins. */
export interface CpqUserQuery {
  /** 1 or more; more than 1000 are asked for as 1000. */
  readonly limit: number;
  readonly offset?: number;
  /** A condition in the manner of MongoDB, as JSON text. */
  readonly q?: string | null;
  readonly expandGroups?: boolean;
}

/**
 * The reads of CPQ's REST interface, in its own words. `null`: a 404, that is no such user, company or group.
 *
 * Below a company a 403 is BACKEND_REJECTED (the gateway's account has no access to that company), and each user is
 * given the company, which CPQ leaves out there.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/api-user-management.html
 */
export interface CpqClient {
  /** From version 16; rows hold party numbers from version 18. */
  listUsers(query: CpqUserQuery, context: ReadContext): Promise<CpqPage<CpqUser>>;
  /** From version 18. */
  getUser(partyNumber: string, context: ReadContext): Promise<CpqUser | null>;
  /** From version 18. */
  listUserGroups(partyNumber: string, context: ReadContext): Promise<readonly CpqGroup[] | null>;
  /** From version 16. */
  listCompanies(context: ReadContext): Promise<readonly CpqCompany[]>;
  /** The groups of all companies. From version 16. */
  listGroups(context: ReadContext): Promise<readonly CpqGroup[]>;
  /** What stands below one company. */
  readonly company: CpqCompanyClient;
}

/** The reads below a company, whose login name comes first. */
export interface CpqCompanyClient {
  /** From version 16. */
  listUsers(
    company: string,
    query: CpqUserQuery,
    context: ReadContext,
  ): Promise<CpqPage<CpqUser> | null>;
  /** From version 5; flat on the wire to version 7. */
  getUser(company: string, login: string, context: ReadContext): Promise<CpqUser | null>;
  /** From version 16. */
  listUserGroups(
    company: string,
    login: string,
    context: ReadContext,
  ): Promise<readonly CpqGroup[] | null>;
  /** From version 16, while Administrator Groups are off. */
  listAccessPermissions(
    company: string,
    login: string,
    context: ReadContext,
  ): Promise<readonly CpqAccessPermission[] | null>;
  /** From version 16. Rows may hold login and names alone. */
  listGroupUsers(
    group: { readonly company: string; readonly variableName: string },
    query: CpqUserQuery,
    context: ReadContext,
  ): Promise<CpqPage<CpqUser> | null>;
}

export function createCpqClient(connection: CpqConnection): CpqClient {
  const { read, readOrNull, readPages, readPagesOrNull } = connection;
  return {
    listUsers: (query, context) => {
      const request = { operation: 'ListUsers', path: '/users', query: toQueryString(query) };
      return read(request, context, parseUserPage);
    },
    getUser: (partyNumber, context) => {
      const request = { operation: 'GetUser', path: encodePath`/users/${partyNumber}` };
      return readOrNull(request, context, parseUser);
    },
    listUserGroups: (partyNumber, context) => {
      const path = encodePath`/users/${partyNumber}/groups`;
      return readPagesOrNull({ operation: 'ListUserGroups', path }, context, parseGroupPage);
    },
    listCompanies: (context) => {
      const request = { operation: 'ListCompanies', path: '/companies' };
      return readPages(request, context, parseCompanyPage);
    },
    listGroups: (context) => {
      const request = { operation: 'ListGroups', path: '/groups' };
      return readPages(request, context, parseGroupPage);
    },
    company: createCompanyClient(connection),
  };
}

function createCompanyClient({ readOrNull, readPagesOrNull }: CpqConnection): CpqCompanyClient {
  return {
    listUsers: async (company, query, context) => {
      const path = encodePath`/companies/${company}/users`;
      const request = { operation: 'ListCompanyUsers', path, query: toQueryString(query) };
      const page = await readOrNull(request, context, parseUserPage);
      return page && pageWithCompany(page, company);
    },
    getUser: async (company, login, context) => {
      const path = encodePath`/companies/${company}/users/${login}`;
      const row = await readOrNull({ operation: 'GetCompanyUser', path }, context, parseUser);
      return row && withCompany(row, company);
    },
    listUserGroups: (company, login, context) => {
      const path = encodePath`/companies/${company}/users/${login}/groups`;
      return readPagesOrNull({ operation: 'ListCompanyUserGroups', path }, context, parseGroupPage);
    },
    listAccessPermissions: async (company, login, context) => {
      const path = encodePath`/companies/${company}/users/${login}/accessPermissions`;
      const request = { operation: 'ListAccessPermissions', path };
      const page = await readOrNull(request, context, parseAccessPermissionPage);
      return page && page.items;
    },
    listGroupUsers: async ({ company, variableName }, query, context) => {
      const path = encodePath`/companies/${company}/groups/${variableName}/users`;
      const request = { operation: 'ListGroupUsers', path, query: toQueryString(query) };
      const page = await readOrNull(request, context, parseUserPage);
      return page && pageWithCompany(page, company);
    },
  };
}

/** The total is asked for because a page may leave out whether more follow. */
function toQueryString({ limit, offset = 0, q, expandGroups }: CpqUserQuery): string {
  return encodeQuery({
    limit: Math.min(limit, MAX_LIMIT),
    offset,
    totalResults: true,
    orderby: 'login',
    q,
    expand: expandGroups === true ? 'groups' : null,
  });
}

function pageWithCompany(page: CpqPage<CpqUser>, company: string): CpqPage<CpqUser> {
  return { ...page, items: page.items.map((row) => withCompany(row, company)) };
}

/** The company of the path wins: a row may bear the host company's own login name, where the path says `_host`. */
function withCompany(row: CpqUser, loginName: string): CpqUser {
  return { ...row, company: { ...row.company, loginName } };
}
