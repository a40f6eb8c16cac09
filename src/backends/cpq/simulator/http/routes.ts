import {
  getCompany,
  getGroup,
  listCompanies,
  listCompanyGroups,
  listGroups,
  listGroupUsers,
} from '../companies/company-reads.ts';
import {
  createCompany,
  replaceCompany,
  updateCompanies,
  updateCompany,
} from '../companies/company-writes.ts';
import {
  createGroup,
  listSegments,
  replaceGroup,
  updateGroup,
  updateSegments,
} from '../companies/group-writes.ts';
import {
  getSalesCompany,
  getSalesGroup,
  getSalesUser,
  listSalesCompanies,
  listSalesGroups,
  listSalesUsers,
} from '../companies/sales-companies.ts';
import {
  createScimUser,
  deleteScimUser,
  getScimUser,
  listScimUsers,
  replaceScimUser,
  updateScimUser,
} from '../scim/scim.ts';
import {
  createIntegrationUser,
  getIntegrationUser,
  listIntegrationUsers,
  updateIntegrationUser,
} from '../users/integration-users.ts';
import { changeOwnPassword, getSecurityQuestion, resetPassword } from '../users/passwords.ts';
import {
  bulkUpdateUsers,
  deleteTask,
  getTask,
  importUsers,
  listTasks,
} from '../users/user-actions.ts';
import {
  getUser,
  listAccessPermissions,
  listCompanyUsers,
  listUserGroups,
  listUsers,
} from '../users/user-reads.ts';
import {
  createCompanyUser,
  createUser,
  replaceAccessPermissions,
  replaceCompanyUser,
  replaceUser,
  replaceUserGroups,
  updateUser,
} from '../users/user-writes.ts';
import type { Handler } from './exchange.ts';
import { describeUsers, listCatalog } from './metadata.ts';
import { METHODS } from './router.ts';
import type { Route } from './router.ts';

const user = { resource: 'user' } as const;
const party = { since: 18 } as const;
const partyUser = { ...user, ...party } as const;
const flatUser = { ...user, flatSince: 5 } as const;
const anyone = { right: 'anyone' } as const;
const fusion = { ...user, since: 19, fusionOnly: true } as const;
const catalog = { ...anyone, flatSince: 3 } as const;

const companyUsers: readonly Route[] = [
  route('GET /companies/{company}/users', 'ListCompanyUsers', listCompanyUsers, user),
  route('POST /companies/{company}/users', 'CreateCompanyUser', createCompanyUser, flatUser),
  ...under('/companies/{company}/users/{login}', [
    route('GET', 'GetCompanyUser', getUser, flatUser),
    route('PUT', 'ReplaceCompanyUser', replaceCompanyUser, flatUser),
    route('PATCH', 'UpdateCompanyUser', updateUser, flatUser),
    route('POST /actions/resetPassword', 'ResetPassword', resetPassword, { flatSince: 6 }),
    route('GET /groups', 'ListCompanyUserGroups', listUserGroups),
    route('PUT /groups', 'ReplaceCompanyUserGroups', replaceUserGroups),
    route('GET /accessPermissions', 'ListAccessPermissions', listAccessPermissions),
    route('PUT /accessPermissions', 'ReplaceAccessPermissions', replaceAccessPermissions),
    route('GET /password', 'GetSecurityQuestion', getSecurityQuestion, anyone),
    route('PATCH /password', 'ChangeOwnPassword', changeOwnPassword, anyone),
  ]),
  route('POST /companies/{company}/users/actions/import', 'ImportCompanyUsers', importUsers),
];

const users: readonly Route[] = [
  route('GET /users', 'ListUsers', listUsers, user),
  route('POST /users', 'CreateUser', createUser, partyUser),
  ...under('/users/{partyNumber}', [
    route('GET', 'GetUser', getUser, partyUser),
    route('PUT', 'ReplaceUser', replaceUser, { ...user, since: 19 }),
    route('PATCH', 'UpdateUser', updateUser, partyUser),
    route('GET /groups', 'ListUserGroups', listUserGroups, party),
    route('PUT /groups', 'ReplaceUserGroups', replaceUserGroups, party),
  ]),
  route('POST /users/actions/import', 'ImportUsers', importUsers, party),
  route('POST /users/actions/bulkUpdate', 'BulkUpdateUsers', bulkUpdateUsers),
];

const companies: readonly Route[] = [
  route('GET /companies', 'ListCompanies', listCompanies),
  route('POST /companies', 'CreateCompany', createCompany),
  route('PATCH /companies', 'UpdateCompanies', updateCompanies),
  ...under('/companies/{company}', [
    route('GET', 'GetCompany', getCompany),
    route('PUT', 'ReplaceCompany', replaceCompany),
    route('PATCH', 'UpdateCompany', updateCompany),
    route('GET /groups', 'ListCompanyGroups', listCompanyGroups),
    route('POST /groups', 'CreateGroup', createGroup),
  ]),
  ...under('/companies/{company}/groups/{group}', [
    route('GET', 'GetGroup', getGroup),
    route('PUT', 'ReplaceGroup', replaceGroup),
    route('PATCH', 'UpdateGroup', updateGroup),
    route('GET /segments', 'ListSegments', listSegments),
    route('PATCH /segments', 'UpdateSegments', updateSegments),
    route('GET /users', 'ListGroupUsers', listGroupUsers),
  ]),
  route('GET /groups', 'ListGroups', listGroups),
];

const salesCompanies: readonly Route[] = [
  route('GET /salesCompanies', 'ListSalesCompanies', listSalesCompanies, anyone),
  ...under('/salesCompanies/{company}', [
    route('GET', 'GetSalesCompany', getSalesCompany, anyone),
    route('GET /users', 'ListSalesUsers', listSalesUsers, anyone),
    route('GET /users/{login}', 'GetSalesUser', getSalesUser, anyone),
    route('GET /groups', 'ListSalesGroups', listSalesGroups, anyone),
    route('GET /groups/{group}', 'GetSalesGroup', getSalesGroup, anyone),
  ]),
];

// The index spells the collection with a capital, the pages of its operations do not.
const scimUsers: readonly Route[] = ['/scim/Users', '/scim/users'].flatMap((path) => [
  ...under(path, [
    route('GET', 'ListScimUsers', listScimUsers),
    route('POST', 'CreateScimUser', createScimUser),
    route('GET /{id}', 'GetScimUser', getScimUser),
    route('PUT /{id}', 'ReplaceScimUser', replaceScimUser),
    route('PATCH /{id}', 'UpdateScimUser', updateScimUser),
    route('DELETE /{id}', 'DeleteScimUser', deleteScimUser),
  ]),
]);

const rest: readonly Route[] = [
  ...under('/integrationUsers', [
    route('GET', 'ListIntegrationUsers', listIntegrationUsers, fusion),
    route('POST', 'CreateIntegrationUser', createIntegrationUser, fusion),
    route('GET /{partyNumber}', 'GetIntegrationUser', getIntegrationUser, fusion),
    route('PATCH /{partyNumber}', 'UpdateIntegrationUser', updateIntegrationUser, fusion),
  ]),
  route('GET /tasks', 'ListTasks', listTasks),
  route('GET /tasks/{task}', 'GetTask', getTask),
  route('DELETE /tasks/{task}', 'DeleteTask', deleteTask),
  route('GET /metadata-catalog', 'ListMetadataCatalog', listCatalog, catalog),
  route('GET /metadata-catalog/users', 'DescribeUsers', describe, { ...anyone, flatSince: 5 }),
];

/** Every operation that CPQ has on users and on what they belong to. */
export const routes: readonly Route[] = [
  ...companyUsers,
  ...users,
  ...companies,
  ...salesCompanies,
  ...scimUsers,
  ...rest,
];

function describe(exchange: Parameters<Handler>[0]): ReturnType<Handler> {
  return describeUsers(exchange, routes);
}

type RouteTraits = Partial<
  Pick<Route, 'since' | 'flatSince' | 'right' | 'fusionOnly' | 'resource'>
>;

/** A route from `METHOD /path`, of all versions from 16 on unless the traits say otherwise. */
function route(
  address: string,
  operation: string,
  handle: Handler,
  traits: RouteTraits = {},
): Route {
  const [name, path = ''] = address.split(' ');
  const method = METHODS.find((candidate) => candidate === name);
  if (method === undefined) throw new Error(`No method in "${address}".`);
  return { method, path, operation, since: 16, ...traits, handle };
}

function under(prefix: string, children: readonly Route[]): readonly Route[] {
  return children.map((child) => ({ ...child, path: prefix + child.path }));
}
