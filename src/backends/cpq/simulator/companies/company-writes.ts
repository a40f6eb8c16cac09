import { readListBody, readObjectBody } from '../http/body.ts';
import type { RequestBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { companyHref } from '../http/links.ts';
import { badRequest, forbidden, notFound, Problem } from '../http/problem.ts';
import { createPropertyReader } from '../http/property-reader.ts';
import type { PropertyReader } from '../http/property-reader.ts';
import { companyInPath } from '../http/targets.ts';
import { readPresentation } from '../query/presentation.ts';
import { currencies, languages } from '../site/codes.ts';
import { COMPANY_TEXTS } from '../site/model.ts';
import type { StoredCompany } from '../site/model.ts';
import { preferenceLists } from '../site/site-lists.ts';
import { renderCompany } from './render-company.ts';

/** `POST /companies`: a new partner organisation. */
export const createCompany: Handler = (exchange) => {
  assertHost(exchange);
  const { store, switches } = exchange.site;
  const body = readObjectBody(exchange.request);
  const reader = createPropertyReader(body);
  const login = required(reader, 'login');
  if (store.company(login) !== null)
    throw new Problem(switches.duplicateLoginStatus, 'login is already in use', {
      errorPath: '/login',
    });
  const company = changeCompany(blankCompany(login, required(reader, 'name'), exchange), body);
  store.saveCompany(company);
  const { createStatus, locationHeader } = switches;
  const hasLocation = createStatus === 201 && locationHeader;
  return {
    status: createStatus,
    headers: hasLocation ? { location: companyHref(exchange.base, company) } : {},
    body: renderCompany(company, exchange, readPresentation(exchange.request.query)),
  };
};

/** `PUT /companies/{company}`: what the body leaves out goes back to its default. */
export const replaceCompany: Handler = (exchange) => {
  const before = companyInPath(exchange);
  const body = readObjectBody(exchange.request);
  const name = required(createPropertyReader(body), 'name');
  const { id, login, kind } = before;
  return save(changeCompany({ ...blankCompany(login, name, exchange), id, kind }, body), exchange);
};

/** `PATCH /companies/{company}` */
export const updateCompany: Handler = (exchange) =>
  save(changeCompany(companyInPath(exchange), readObjectBody(exchange.request)), exchange);

/** `PATCH /companies`: several companies, each named by its login; all of them or none. */
export const updateCompanies: Handler = (exchange) => {
  assertHost(exchange);
  const { store } = exchange.site;
  const changed = readListBody(exchange.request).map((body) => {
    const company = store.company(required(createPropertyReader(body), 'login'));
    if (company === null) throw notFound('A company does not exist.');
    return changeCompany(company, body);
  });
  for (const company of changed) store.saveCompany(company);
  const presentation = readPresentation(exchange.request.query);
  return {
    status: 200,
    body: { items: changed.map((company) => renderCompany(company, exchange, presentation)) },
  };
};

function save(company: StoredCompany, exchange: Exchange) {
  exchange.site.store.saveCompany(company);
  const presentation = readPresentation(exchange.request.query);
  return { status: 200, body: renderCompany(company, exchange, presentation) };
}

/** A partner organisation as the host has its own settings, with room for 100 users (invented). */
function blankCompany(login: string, name: string, { site }: Exchange): StoredCompany {
  const { host } = site.store;
  return {
    id: host.id + site.store.companies().length,
    login,
    kind: 'partner',
    name,
    texts: {},
    phoneNumber: null,
    enabledForSSO: false,
    baseCurrency: host.baseCurrency,
    baseLanguage: host.baseLanguage,
    preferences: host.preferences,
    maximumUsers: 100,
  };
}

function changeCompany(before: StoredCompany, body: RequestBody): StoredCompany {
  const reader = createPropertyReader(body);
  const { preferences } = before;
  const company: StoredCompany = {
    ...before,
    name: reader.text('name') ?? before.name,
    texts: changedTexts(before, reader),
    phoneNumber: reader.has('phoneNumber')
      ? (reader.integer('phoneNumber') ?? null)
      : before.phoneNumber,
    enabledForSSO: reader.flag('enabledForSSO') ?? before.enabledForSSO,
    maximumUsers: reader.integer('maximumUsers') ?? before.maximumUsers,
    baseCurrency: reader.textLookup('baseCurrency') ?? before.baseCurrency,
    baseLanguage: reader.textLookup('baseLanguage') ?? before.baseLanguage,
    preferences: {
      dateFormat: reader.integerLookup('dateTimeFormat') ?? preferences.dateFormat,
      numberFormat: reader.integerLookup('numberFormat') ?? preferences.numberFormat,
      timeZone: reader.integerLookup('timeZone') ?? preferences.timeZone,
      units: reader.integerLookup('units') ?? preferences.units,
    },
  };
  assertKnownCodes(company);
  return company;
}

function changedTexts(before: StoredCompany, reader: PropertyReader): StoredCompany['texts'] {
  const entries = COMPANY_TEXTS.map((name) => {
    const sent = reader.text(name);
    return [name, sent === undefined ? before.texts[name] : sent] as const;
  });
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function assertKnownCodes({ baseCurrency, baseLanguage, preferences }: StoredCompany): void {
  const isKnown =
    currencies.has(baseCurrency) &&
    languages.has(baseLanguage) &&
    preferenceLists.dateFormat.has(preferences.dateFormat) &&
    preferenceLists.numberFormat.has(preferences.numberFormat) &&
    preferenceLists.timeZone.has(preferences.timeZone) &&
    preferenceLists.units.has(preferences.units);
  if (!isKnown) throw badRequest('The company has a code that the site does not know.');
}

function required(reader: PropertyReader, name: string): string {
  const value = reader.text(name) ?? null;
  if (value === null) throw badRequest(`${name} is required`, name);
  return value;
}

function assertHost({ caller, site }: Exchange): void {
  if (caller.kind === 'user' && caller.user.company !== site.store.host.login)
    throw forbidden('Only the host company administers companies.');
}
