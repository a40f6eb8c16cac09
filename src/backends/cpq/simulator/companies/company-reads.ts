import { reaches } from '../http/access.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { companyHref, groupHref } from '../http/links.ts';
import { companyInPath, groupInPath } from '../http/targets.ts';
import { toCollection } from '../query/collection.ts';
import type { Collection } from '../query/collection.ts';
import { present, readPresentation } from '../query/presentation.ts';
import type { Presentation } from '../query/presentation.ts';
import type { StoredCompany, StoredGroup, StoredUser } from '../site/model.ts';
import { userHref } from '../users/render-user.ts';
import { userCollection } from '../users/user-reads.ts';
import { isCompanyPath, renderCompany, viewOfCompany } from './render-company.ts';
import { isGroupPath, renderGroup, viewOfGroup } from './render-group.ts';

/** `GET /companies` */
export const listCompanies: Handler = (exchange) => {
  const { site, caller, base } = exchange;
  const rows = site.store
    .companies()
    .filter((company) => reaches(caller, company, site.store))
    .filter((company) => company.kind !== 'guest' || site.switches.listGuestCompany);
  const collection: Collection<StoredCompany> = {
    rows,
    href: `${base}/companies`,
    view: (company) => viewOfCompany(company, exchange),
    knows: isCompanyPath,
    render: (company, presentation) => renderCompany(company, exchange, presentation),
  };
  return { status: 200, body: toCollection(collection, exchange) };
};

/** `GET /companies/{company}` */
export const getCompany: Handler = (exchange) => ({
  status: 200,
  body: renderCompany(companyInPath(exchange), exchange, readPresentation(exchange.request.query)),
});

/** `GET /groups`: the groups of every company the caller may see. */
export const listGroups: Handler = (exchange) => {
  const { site, caller, base } = exchange;
  const rows = site.store.groups().filter((group) => {
    const company = site.store.company(group.company);
    return company !== null && reaches(caller, company, site.store);
  });
  return {
    status: 200,
    body: toCollection(groupCollection(rows, `${base}/groups`, exchange), exchange),
  };
};

/** `GET /companies/{company}/groups` */
export const listCompanyGroups: Handler = (exchange) => {
  const company = companyInPath(exchange);
  const rows = exchange.site.store.groups().filter((group) => group.company === company.login);
  const href = `${companyHref(exchange.base, company)}/groups`;
  return { status: 200, body: toCollection(groupCollection(rows, href, exchange), exchange) };
};

/** `GET /companies/{company}/groups/{group}` */
export const getGroup: Handler = (exchange) => ({
  status: 200,
  body: renderGroup(groupInPath(exchange), exchange, readPresentation(exchange.request.query)),
});

/** `GET /companies/{company}/groups/{group}/users` */
export const listGroupUsers: Handler = (exchange) => {
  const group = groupInPath(exchange);
  const rows = exchange.site.store
    .users()
    .filter((user) => user.company === group.company && user.groups.includes(group.variableName));
  const self = groupHref(exchange.base, group.company, group.variableName);
  const users = userCollection(rows, 'company', `${self}/users`, exchange);
  const collection =
    exchange.site.switches.groupUsersAnswers === 'user'
      ? users
      : { ...users, render: threeFieldsOf(exchange) };
  return { status: 200, body: toCollection({ ...collection, parentHref: self }, exchange) };
};

/** The schema "User Details of group" prints first name, last name and login, and nothing else. */
function threeFieldsOf(exchange: Exchange) {
  return (user: StoredUser, presentation: Presentation): JsonObject => {
    const { firstName, login, texts } = user;
    const resource = { firstName, lastName: texts['lastName'], login };
    const links = [{ rel: 'self', href: userHref(user, 'company', exchange) }] as const;
    return present(resource, links, presentation);
  };
}

function groupCollection(
  rows: readonly StoredGroup[],
  href: string,
  exchange: Exchange,
): Collection<StoredGroup> {
  return {
    rows,
    href,
    view: (group) => viewOfGroup(group, exchange),
    knows: isGroupPath,
    render: (group, presentation) => renderGroup(group, exchange, presentation),
  };
}
