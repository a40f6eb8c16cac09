import { createHash } from 'node:crypto';
import { reaches } from '../http/access.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { loginNameOf } from '../http/links.ts';
import type { Link } from '../http/links.ts';
import { companyInPath, groupInPath, userInPath } from '../http/targets.ts';
import { toCollection } from '../query/collection.ts';
import type { Collection } from '../query/collection.ts';
import { present, readPresentation } from '../query/presentation.ts';
import type { Presentation } from '../query/presentation.ts';
import type { StoredCompany, StoredGroup, StoredUser } from '../site/model.ts';
import { isUserPath } from '../users/render-user.ts';
import { isCompanyPath } from './render-company.ts';
import { isGroupPath, viewOfGroup, viewOfMembership } from './render-group.ts';

/** `GET /salesCompanies`: the companies that a quote can be forwarded to. Everyone may look at those he reaches. */
export const listSalesCompanies: Handler = (exchange) => {
  const { store } = exchange.site;
  return envelope(exchange, {
    rows: store.companies().filter((company) => reaches(exchange.caller, company, store)),
    href: `${exchange.base}/salesCompanies`,
    view: viewOfSalesCompany,
    knows: isCompanyPath,
    render: (company, presentation) => renderSalesCompany(company, exchange, presentation),
  });
};

/** `GET /salesCompanies/{company}` */
export const getSalesCompany: Handler = (exchange) => ({
  status: 200,
  body: renderSalesCompany(companyInPath(exchange), exchange, presentationOf(exchange)),
});

/** `GET /salesCompanies/{company}/users` */
export const listSalesUsers: Handler = (exchange) => {
  const company = companyInPath(exchange);
  return envelope(exchange, {
    rows: exchange.site.store.users().filter((user) => user.company === company.login),
    href: `${salesHref(company, exchange)}/users`,
    view: viewOfSalesUser,
    knows: isUserPath,
    render: (user, presentation) => renderSalesUser(user, company, { exchange, presentation }),
  });
};

/** `GET /salesCompanies/{company}/users/{login}` */
export const getSalesUser: Handler = (exchange) => {
  const presentation = presentationOf(exchange);
  const company = companyInPath(exchange);
  return {
    status: 200,
    body: renderSalesUser(userInPath(exchange), company, { exchange, presentation }),
  };
};

/** `GET /salesCompanies/{company}/groups` */
export const listSalesGroups: Handler = (exchange) => {
  const company = companyInPath(exchange);
  return envelope(exchange, {
    rows: exchange.site.store.groups().filter((group) => group.company === company.login),
    href: `${salesHref(company, exchange)}/groups`,
    view: (group: StoredGroup) => viewOfGroup(group, exchange),
    knows: isGroupPath,
    render: (group) => viewOfMembership(group, exchange),
  });
};

/** `GET /salesCompanies/{company}/groups/{group}` */
export const getSalesGroup: Handler = (exchange) => ({
  status: 200,
  body: viewOfMembership(groupInPath(exchange), exchange),
});

/** This resource alone always has the paging keys, and spells the total in its own way. */
function envelope<T>(exchange: Exchange, collection: Collection<T>) {
  const query = new URLSearchParams(exchange.request.query);
  if (!query.has('limit')) query.set('limit', '1000');
  const paged = { ...exchange, request: { ...exchange.request, query } };
  const { totalResults, ...rest } = toCollection(collection, paged);
  return { status: 200, body: { ...rest, totalResutls: totalResults } };
}

function presentationOf({ request }: Exchange): Presentation {
  return readPresentation(request.query);
}

function salesHref(company: StoredCompany, { base }: Exchange): string {
  return `${base}/salesCompanies/${encodeURIComponent(company.login)}`;
}

function viewOfSalesCompany(company: StoredCompany): JsonObject {
  return { login: loginNameOf(company), name: company.name };
}

function renderSalesCompany(
  company: StoredCompany,
  exchange: Exchange,
  presentation: Presentation,
): JsonObject {
  const self = salesHref(company, exchange);
  const links: readonly Link[] = [
    { rel: 'self', href: self },
    { rel: 'child', href: `${self}/groups` },
    { rel: 'child', href: `${self}/users` },
  ];
  return present(viewOfSalesCompany(company), links, presentation);
}

function viewOfSalesUser(user: StoredUser): JsonObject {
  return {
    login: user.login,
    firstName: user.firstName,
    lastName: user.texts['lastName'],
    userKey: userKeyOf(user),
    email: user.email,
    dateAdded: user.dateAdded,
    dateModified: user.dateModified,
  };
}

function renderSalesUser(
  user: StoredUser,
  company: StoredCompany,
  { exchange, presentation }: { exchange: Exchange; presentation: Presentation },
): JsonObject {
  const parent = `${salesHref(company, exchange)}/users`;
  const links: readonly Link[] = [
    { rel: 'self', href: `${parent}/${encodeURIComponent(user.login)}` },
    { rel: 'parent', href: parent },
  ];
  return present(viewOfSalesUser(user), links, presentation);
}

/** A UUID that stands for the user in quotes. */
function userKeyOf({ partyNumber }: StoredUser): string {
  const hex = createHash('sha256').update(partyNumber).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`]
    .concat(hex.slice(20, 32))
    .join('-');
}
