import type { Exchange } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { companyHref, loginNameOf } from '../http/links.ts';
import type { Link } from '../http/links.ts';
import { present } from '../query/presentation.ts';
import type { Presentation } from '../query/presentation.ts';
import { currencies, languages } from '../site/codes.ts';
import { COMPANY_TEXTS } from '../site/model.ts';
import type { StoredCompany } from '../site/model.ts';
import { lookup, preferencesOf, renderUser } from '../users/render-user.ts';

const NUMBERS = ['activeLicensedUsers', 'maximumUsers', 'phoneNumber', 'enabledForSSO'];
const LOOKUPS = [
  'baseCurrency',
  'baseLanguage',
  'dateTimeFormat',
  'numberFormat',
  'timeZone',
  'units',
];
const SEARCHABLE: ReadonlySet<string> = new Set([
  ...['login', 'name', 'access'],
  ...COMPANY_TEXTS,
  ...NUMBERS,
  ...LOOKUPS.flatMap((name) => [`${name}.value`, `${name}.displayValue`]),
]);

export function isCompanyPath(path: string): boolean {
  return SEARCHABLE.has(path);
}

/** A company without links. The wording of `access` and the shape of the two supported lists are inferred. */
export function viewOfCompany(company: StoredCompany, { site }: Exchange): JsonObject {
  const { dateFormat, ...formats } = preferencesOf(company);
  const currency = lookup(company.baseCurrency, currencies.displayOf(company.baseCurrency));
  const language = lookup(company.baseLanguage, languages.displayOf(company.baseLanguage));
  return {
    login: loginNameOf(company),
    name: company.name,
    access: 'GRANTED',
    activeLicensedUsers: site.store.users().filter(isLicensedIn(company)).length,
    maximumUsers: company.maximumUsers,
    ...company.texts,
    phoneNumber: company.phoneNumber ?? undefined,
    enabledForSSO: company.enabledForSSO,
    baseCurrency: currency,
    baseLanguage: language,
    dateTimeFormat: dateFormat,
    ...formats,
    supportedCurrencies: { items: [currency] },
    supportedLanguages: { items: [language] },
  };
}

export function renderCompany(
  company: StoredCompany,
  exchange: Exchange,
  presentation: Presentation,
): JsonObject {
  const self = companyHref(exchange.base, company);
  const links: readonly Link[] = [
    { rel: 'self', href: self },
    ...(presentation.expand.has('users') ? [] : [childLink(self)]),
  ];
  return present(
    { ...viewOfCompany(company, exchange), ...expandedUsers(company, exchange, presentation) },
    links,
    presentation,
  );
}

/** Licences are held by active users. */
export function isLicensedIn({ login }: StoredCompany) {
  return (user: { readonly company: string; readonly status: number }): boolean =>
    user.company === login && user.status === 1;
}

function childLink(self: string): Link {
  return { rel: 'child', href: `${self}/users` };
}

function expandedUsers(
  company: StoredCompany,
  exchange: Exchange,
  presentation: Presentation,
): JsonObject {
  if (!presentation.expand.has('users')) return {};
  const users = exchange.site.store.users().filter((user) => user.company === company.login);
  const plain = { ...presentation, expand: new Set<string>(), fields: null };
  return {
    users: { items: users.map((user) => renderUser(user, 'company', exchange, plain)) },
  };
}
