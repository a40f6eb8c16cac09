import type { SimulatorAnswer } from '../../../../simulation/server.ts';
import { reachableCompany } from '../http/access.ts';
import { readObjectBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { badRequest, notFound } from '../http/problem.ts';
import type { StoredUser } from '../site/model.ts';
import { readUserChanges } from '../users/user-input.ts';
import { changeUser, keep, newUser, NO_CHANGES } from '../users/user-keeping.ts';
import { allUsers } from '../users/user-reads.ts';
import { fromScim, organizationOf, toScim } from './scim-model.ts';
import type { ScimBody } from './scim-model.ts';
import { patchScim } from './scim-patch.ts';

const MEDIA_TYPE = { 'content-type': 'application/scim+json' };
const MAX_COUNT = 1000;

/** `GET /scim/Users`, with SCIM's own paging and a filter on userName. */
export const listScimUsers: Handler = (exchange) => {
  const { query } = exchange.request;
  const found = filterUsers(allUsers(exchange).rows, query.get('filter'));
  const startIndex = Math.max(1, readCount(query, 'startIndex', 1));
  const count = Math.min(MAX_COUNT, readCount(query, 'count', MAX_COUNT));
  const page = found.slice(startIndex - 1, startIndex - 1 + count);
  return answer(200, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: found.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map((user) => toScim(user, exchange)),
  });
};

/** `GET /scim/Users/{id}` */
export const getScimUser: Handler = (exchange) =>
  answer(200, toScim(userInPath(exchange), exchange));

/** `POST /scim/Users`. The model has no user type: a userType is taken, else the least a user can be. */
export const createScimUser: Handler = (exchange) => {
  const body = readObjectBody(exchange.request);
  const organization = organizationOf(body);
  if (organization === null) throw badRequest('enterpriseUser is required', 'enterpriseUser');
  const company = reachableCompany(organization, exchange.caller, exchange.site.store);
  const type = { value: body['userType'] ?? 'RESTRICTED_ACCESS' };
  const changes = readUserChanges({ ...fromScim(body), type }, exchange);
  const user = changeUser(newUser(company, exchange), changes, exchange);
  return answer(201, toScim(keep(user, null, changes, exchange), exchange));
};

/** `PUT /scim/Users/{id}` */
export const replaceScimUser: Handler = (exchange) =>
  write(userInPath(exchange), readObjectBody(exchange.request), exchange);

/** `PATCH /scim/Users/{id}` */
export const updateScimUser: Handler = (exchange) => {
  const user = userInPath(exchange);
  const patched = patchScim(toScim(user, exchange), readObjectBody(exchange.request));
  return write(user, patched, exchange);
};

/** `DELETE /scim/Users/{id}`: inactivates the user; nobody is ever deleted. */
export const deleteScimUser: Handler = (exchange) => {
  const before = userInPath(exchange);
  const changes = { ...NO_CHANGES, status: 0 };
  keep(changeUser(before, changes, exchange), before, changes, exchange);
  return { status: 204 };
};

function write(before: StoredUser, body: ScimBody, exchange: Exchange): SimulatorAnswer {
  const changes = readUserChanges(fromScim(body), exchange);
  const user = keep(changeUser(before, changes, exchange), before, changes, exchange);
  return answer(200, toScim(user, exchange));
}

function answer(status: number, body: JsonObject): SimulatorAnswer {
  return { status, headers: MEDIA_TYPE, body };
}

function userInPath(exchange: Exchange): StoredUser {
  const user = allUsers(exchange).rows.find(
    ({ partyNumber }) => partyNumber === exchange.params['id'],
  );
  if (user === undefined) throw notFound('The user does not exist.');
  return user;
}

function filterUsers(users: readonly StoredUser[], filter: string | null): readonly StoredUser[] {
  if (filter === null) return users;
  const userName = /^userName eq "([^"]*)"$/i.exec(filter.trim())?.[1];
  if (userName === undefined) throw badRequest('The filter is not one of userName.');
  return users.filter(({ login }) => login === userName);
}

function readCount(query: URLSearchParams, name: string, byDefault: number): number {
  const text = query.get(name) ?? String(byDefault);
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`${name} is not a whole number.`);
  return Number(text);
}
