import {
  getCompany,
  getGroup,
  listCompanies,
  listCompanyGroups,
  listGroups,
  listGroupUsers,
} from './company-reads.ts';
import type { Route } from './router.ts';
import {
  getUser,
  listAccessPermissions,
  listCompanyUsers,
  listUserGroups,
  listUsers,
} from './user-reads.ts';

const USER = '/users/{partyNumber}';
const COMPANY = '/companies/{company}';
const COMPANY_USER = `${COMPANY}/users/{login}`;
const GROUP = `${COMPANY}/groups/{group}`;

/** Every operation that CPQ has on users and on what they belong to. */
export const routes: readonly Route[] = [
  get(`${COMPANY}/users`, 'ListCompanyUsers', listCompanyUsers),
  { ...get(COMPANY_USER, 'GetCompanyUser', getUser), flatSince: 5 },
  get(`${COMPANY_USER}/groups`, 'ListCompanyUserGroups', listUserGroups),
  get(`${COMPANY_USER}/accessPermissions`, 'ListAccessPermissions', listAccessPermissions),
  get('/users', 'ListUsers', listUsers),
  { ...get(USER, 'GetUser', getUser), since: 18 },
  { ...get(`${USER}/groups`, 'ListUserGroups', listUserGroups), since: 18 },
  get('/companies', 'ListCompanies', listCompanies),
  get(COMPANY, 'GetCompany', getCompany),
  get('/groups', 'ListGroups', listGroups),
  get(`${COMPANY}/groups`, 'ListCompanyGroups', listCompanyGroups),
  get(GROUP, 'GetGroup', getGroup),
  get(`${GROUP}/users`, 'ListGroupUsers', listGroupUsers),
];

function get(path: string, operation: string, handle: Route['handle']): Route {
  return { method: 'GET', path, operation, since: 16, handle };
}
