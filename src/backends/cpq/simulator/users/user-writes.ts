import type { SimulatorAnswer } from '../../../../simulation/server.ts';
import { reachableCompany } from '../http/access.ts';
import { readItems, readObjectBody } from '../http/body.ts';
import type { RequestBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { isRecord } from '../http/json.ts';
import { badRequest } from '../http/problem.ts';
import { companyInPath, userInCompany, userInPath } from '../http/targets.ts';
import { readPresentation } from '../query/presentation.ts';
import { defaultsOf } from '../seed/user-defaults.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import { companyOf, renderUser, userHref } from './render-user.ts';
import { assertComplete, assertGroups } from './user-changes.ts';
import { readUserChanges, readVariableNames } from './user-input.ts';
import { NO_CHANGES, changeUser, keep, newUser } from './user-keeping.ts';
import {
  assertPermissionsAvailable,
  listAccessPermissions,
  listUserGroups,
  scopeOf,
} from './user-reads.ts';

/** `POST /companies/{company}/users` */
export const createCompanyUser: Handler = (exchange) =>
  create(companyInPath(exchange), readObjectBody(exchange.request), exchange);

/** `POST /users`. How the body names the company is not documented: a switch of the site. */
export const createUser: Handler = (exchange) => {
  const body = readObjectBody(exchange.request);
  const company = companyInBody(body, exchange);
  if (company === null) throw badRequest('company.loginName is required', 'company');
  return create(company, body, exchange);
};

/** `PUT /companies/{company}/users/{login}`: replaces the user, or creates it. */
export const replaceCompanyUser: Handler = (exchange) => {
  const company = companyInPath(exchange);
  const body = readObjectBody(exchange.request);
  // Whether a PUT may rename is not documented; it is refused here, and left to PATCH.
  if (body['login'] !== undefined && body['login'] !== exchange.params['login'])
    throw badRequest('login differs from the one in the path', 'login');
  const user = userInCompany(exchange);
  return user === null ? create(company, body, exchange) : replace(user, body, exchange);
};

/**
 * `PUT /users/{partyNumber}`: replaces the user. Only CPQ in Fusion creates a missing one; in which company is not
 * documented: the one named as in `POST /users`, else the caller's own.
 */
export const replaceUser: Handler = (exchange) => {
  const { site, params } = exchange;
  const isMissing = site.store.userByPartyNumber(params['partyNumber'] ?? '') === null;
  const body = readObjectBody(exchange.request);
  if (!isMissing || !site.switches.fusion) return replace(userInPath(exchange), body, exchange);
  const company = companyInBody(body, exchange) ?? ownCompany(exchange);
  return create(company, body, exchange);
};

/** `PATCH` of a user: changes what is sent and nothing else. */
export const updateUser: Handler = (exchange) => {
  const before = userInPath(exchange);
  const changes = readUserChanges(readObjectBody(exchange.request), exchange);
  const user = keep(changeUser(before, changes, exchange), before, changes, exchange);
  const hasBody = exchange.shape === 'lookup' && exchange.site.switches.patchAnswers === 'user';
  return hasBody ? { status: 200, body: bodyOf(user, exchange) } : { status: 204 };
};

/** `PUT …/groups`: the memberships become those listed. */
export const replaceUserGroups: Handler = (exchange) => {
  const before = userInPath(exchange);
  const groups = readVariableNames(readObjectBody(exchange.request));
  const user = { ...before, groups, dateModified: new Date().toISOString() };
  assertGroups(user, exchange.site.store);
  exchange.site.store.saveUser(user);
  return exchange.site.switches.groupsPutAnswers === 'groups'
    ? listUserGroups(exchange)
    : { status: 204 };
};

/** `PUT …/accessPermissions`: what is not listed is taken away. */
export const replaceAccessPermissions: Handler = (exchange) => {
  const before = userInPath(exchange);
  assertPermissionsAvailable(exchange);
  const accessPermissions = readItems(readObjectBody(exchange.request));
  const changes = { ...NO_CHANGES, accessPermissions };
  const user = changeUser({ ...before, accessPermissions: [] }, changes, exchange);
  exchange.site.store.saveUser(user);
  return listAccessPermissions(exchange);
};

/** A party number in the path becomes that of the new user. */
function create(company: StoredCompany, body: RequestBody, exchange: Exchange): SimulatorAnswer {
  const changes = readUserChanges(body, exchange);
  assertComplete(changes);
  const blank = newUser(company, exchange, exchange.params['partyNumber']);
  const user = keep(changeUser(blank, changes, exchange), null, changes, exchange);
  const { createStatus, locationHeader } = exchange.site.switches;
  const hasLocation = createStatus === 201 && locationHeader;
  return {
    status: createStatus,
    headers: hasLocation ? { location: userHref(user, scopeOf(exchange), exchange) } : {},
    body: bodyOf(user, exchange),
  };
}

/** From version 13 on everything that the body leaves out goes back to its default; the password stays. */
function replace(before: StoredUser, body: RequestBody, exchange: Exchange): SimulatorAnswer {
  const { flatPutResets, putResetsGroups, putAnswers } = exchange.site.switches;
  const changes = readUserChanges(body, exchange);
  assertComplete(changes);
  const defaults = defaultsOf(companyOf(before, exchange));
  const { groups, accessPermissions } = putResetsGroups ? defaults : before;
  const resets = exchange.shape === 'lookup' || flatPutResets;
  const base = resets ? { ...before, ...defaults, groups, accessPermissions } : before;
  const user = keep(changeUser(base, changes, exchange), before, changes, exchange);
  if (putAnswers === 'user') return { status: 200, body: bodyOf(user, exchange) };
  const { firstName, login, texts } = user;
  return { status: 200, body: { firstName, lastName: texts['lastName'], login } };
}

function bodyOf(user: StoredUser, exchange: Exchange) {
  return renderUser(user, scopeOf(exchange), exchange, readPresentation(exchange.request.query));
}

/** The company that the body names; `null`: none. @throws Problem 404, 403 */
function companyInBody(body: RequestBody, { site, caller }: Exchange): StoredCompany | null {
  if (site.switches.companySelector === 'ignored') return ownCompany({ site, caller });
  const selector = body['company'];
  const login = isRecord(selector) ? selector['loginName'] : undefined;
  return typeof login === 'string' ? reachableCompany(login, caller, site.store) : null;
}

function ownCompany({ site, caller }: Pick<Exchange, 'site' | 'caller'>): StoredCompany {
  return caller.kind === 'user' ? companyOf(caller.user, { site }) : site.store.host;
}
