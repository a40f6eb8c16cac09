import { HOST_ALIAS } from '../site/model.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';

/** A link of a resource. */
export interface Link {
  readonly rel: 'self' | 'child' | 'parent' | 'canonical' | 'next' | 'prev' | 'related';
  readonly href: string;
  readonly [other: string]: string;
}

/** Links name the host company by its real login, although its `loginName` reads `_host`. */
export function companyHref(base: string, company: StoredCompany | string): string {
  const login = typeof company === 'string' ? company : company.login;
  return `${base}/companies/${encodeURIComponent(login)}`;
}

export function companyUserHref(base: string, user: StoredUser): string {
  return `${companyHref(base, user.company)}/users/${encodeURIComponent(user.login)}`;
}

export function partyHref(base: string, user: StoredUser): string {
  return `${base}/users/${encodeURIComponent(user.partyNumber)}`;
}

export function groupHref(base: string, company: string, variableName: string): string {
  return `${companyHref(base, company)}/groups/${encodeURIComponent(variableName)}`;
}

/** The name by which a company calls itself in bodies. */
export function loginNameOf(company: StoredCompany): string {
  return company.kind === 'host' ? HOST_ALIAS : company.login;
}
