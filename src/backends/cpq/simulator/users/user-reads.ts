import {
  accessPermissionsOf,
  isGroupPath,
  storedGroupsOf,
  viewOfGroup,
  viewOfMembership,
} from '../companies/render-group.ts';
import { visibleUsers } from '../http/access.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { companyHref, companyUserHref } from '../http/links.ts';
import { forbidden } from '../http/problem.ts';
import { companyInPath, userInPath } from '../http/targets.ts';
import { searchRows, toCollection } from '../query/collection.ts';
import type { Collection } from '../query/collection.ts';
import { linksOf, readPresentation } from '../query/presentation.ts';
import type { StoredGroup, StoredUser } from '../site/model.ts';
import { companyOf, isUserPath, renderUser, viewOfUser } from './render-user.ts';
import type { UserScope } from './render-user.ts';
import { zipAnswer } from './zip-export.ts';

/** `GET /users` */
export const listUsers: Handler = (exchange) => {
  const collection = allUsers(exchange);
  return wantsZip(exchange)
    ? zipAnswer(searchRows(collection, exchange))
    : { status: 200, body: toCollection(collection, exchange) };
};

/** `GET /companies/{company}/users`; as a zip file it passes over `q`. */
export const listCompanyUsers: Handler = (exchange) => {
  const company = companyInPath(exchange);
  const rows = exchange.site.store.users().filter((user) => user.company === company.login);
  if (wantsZip(exchange)) return zipAnswer(rows);
  const href = `${companyHref(exchange.base, company)}/users`;
  return {
    status: 200,
    body: toCollection(userCollection(rows, 'company', href, exchange), exchange),
  };
};

/** `GET /users/{partyNumber}` and `GET /companies/{company}/users/{login}` */
export const getUser: Handler = (exchange) => {
  const presentation = readPresentation(exchange.request.query);
  const scope = scopeOf(exchange);
  return { status: 200, body: renderUser(userInPath(exchange), scope, exchange, presentation) };
};

/** The groups of a user. Both addresses answer with links into the company. */
export const listUserGroups: Handler = (exchange) => ({
  status: 200,
  body: toCollection(groupsCollection(userInPath(exchange), exchange), exchange),
});

/** `GET …/accessPermissions`: only while Administrator Groups are disabled; the refusal's status is inferred. */
export const listAccessPermissions: Handler = (exchange) => {
  const user = userInPath(exchange);
  assertPermissionsAvailable(exchange);
  const self = companyUserHref(exchange.base, user);
  const links = [
    { rel: 'self', href: `${self}/accessPermissions` },
    { rel: 'parent', href: self },
  ] as const;
  return {
    status: 200,
    body: {
      items: accessPermissionsOf(user),
      ...linksOf(links, readPresentation(exchange.request.query)),
    },
  };
};

/** @throws Problem 403 while Administrator Groups are enabled */
export function assertPermissionsAvailable({ site }: Exchange): void {
  if (site.switches.administratorGroups)
    throw forbidden('Access permissions are not available while Administrator Groups are enabled.');
}

/** Every user whom the caller may see, as the collection that is searched. */
export function allUsers(exchange: Exchange): Collection<StoredUser> {
  const rows = visibleUsers(exchange.caller, exchange.site.store);
  return userCollection(rows, 'everywhere', `${exchange.base}/users`, exchange);
}

export function userCollection(
  rows: readonly StoredUser[],
  scope: UserScope,
  href: string,
  exchange: Exchange,
): Collection<StoredUser> {
  return {
    rows,
    href,
    view: (user) => viewOfUser(user, companyOf(user, exchange)),
    knows: isUserPath,
    render: (user, presentation) => renderUser(user, scope, exchange, presentation),
  };
}

function groupsCollection(user: StoredUser, exchange: Exchange): Collection<StoredGroup> {
  const parentHref = companyUserHref(exchange.base, user);
  return {
    rows: storedGroupsOf(user, exchange),
    href: `${parentHref}/groups`,
    parentHref,
    view: (group) => ({ ...viewOfGroup(group, exchange), ...viewOfMembership(group, exchange) }),
    knows: isGroupPath,
    render: (group) => viewOfMembership(group, exchange),
    filterParameter: 'filter',
  };
}

export function scopeOf({ params }: Exchange): UserScope {
  return params['company'] === undefined ? 'everywhere' : 'company';
}

function wantsZip({ request }: Exchange): boolean {
  return request.headers['accept'] === 'application/zip';
}
