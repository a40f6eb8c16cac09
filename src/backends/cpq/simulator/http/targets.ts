import type { StoredCompany, StoredGroup, StoredUser } from '../site/model.ts';
import { reachableCompany, visibleUsers } from './access.ts';
import type { Exchange } from './exchange.ts';
import { notFound } from './problem.ts';

/**
 * The company that the path names: by login name or `_host`, and up to version 7, where the pages say "company name",
 * by its name as well.
 *
 * @throws Problem 404, 403
 */
export function companyInPath({ site, params, caller, shape }: Exchange): StoredCompany {
  const given = params['company'] ?? '';
  const byName =
    shape === 'flat' ? site.store.companies().find((company) => company.name === given) : undefined;
  return reachableCompany(byName?.login ?? given, caller, site.store);
}

/** The user that the path names in its company, `null` when the company has none of that login. */
export function userInCompany(exchange: Exchange): StoredUser | null {
  const company = companyInPath(exchange);
  const user = exchange.site.store.userByLogin(exchange.params['login'] ?? '');
  return user?.company === company.login ? user : null;
}

/**
 * The user that the path names, by party number or in a company. One whom the caller may not see does not exist.
 *
 * @throws Problem 404, 403
 */
export function userInPath(exchange: Exchange): StoredUser {
  const user =
    exchange.params['partyNumber'] === undefined
      ? userInCompany(exchange)
      : visibleByPartyNumber(exchange, exchange.params['partyNumber']);
  if (user === null) throw notFound('The user does not exist.');
  return user;
}

/** @throws Problem 404, 403 */
export function groupInPath(exchange: Exchange): StoredGroup {
  const company = companyInPath(exchange);
  const group = exchange.site.store.group(company.login, exchange.params['group'] ?? '');
  if (group === null) throw notFound('The group does not exist.');
  return group;
}

function visibleByPartyNumber({ site, caller }: Exchange, partyNumber: string): StoredUser | null {
  const user = site.store.userByPartyNumber(partyNumber);
  return user !== null && visibleUsers(caller, site.store).includes(user) ? user : null;
}
