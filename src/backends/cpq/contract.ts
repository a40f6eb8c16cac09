/**
 * Wire types of Oracle CPQ, versions 5 to 7 and 16 to 19, and the parsers that everything from the network goes through.
 *
 * The operations and their documented shapes stand in `openapi.yaml`. Answers of every version are read into one shape,
 * under the names of version 19. Where Oracle's pages spell a name in several ways, every spelling is read:
 *
 * | Read as | Also written |
 * | --- | --- |
 * | `isAccessAdminPermEnabled` | `isAccessAdminPremEnabled` |
 * | `isUserAdminPermEnabled` | `isSuperUserPermEnabled` (5 to 7; taken for the same permission) |
 * | `dateFormat` | `datePreId` (5 to 7), `datePrefId` |
 * | `numberFormat` | `numberFormatId` (5 to 7) |
 * | `totalResults` | `totalResutls` |
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-get.html
 */
import { isJsonObject, parseJson } from '../../http/json.ts';
import {
  WrongShape,
  count,
  flag,
  items,
  lookup,
  object,
  requiring,
  text,
  type Decoded,
  type Decoder,
} from './contract-decoders.ts';
import type { components } from './contract.generated.ts';

type Wire = components['schemas'];

/** A page of a collection; everything but the items may be missing on the wire. */
export interface CpqPage<T> {
  readonly items: readonly T[];
  /** Whether CPQ says that more follow; `null`: it does not say. */
  readonly hasMore: boolean | null;
  /** Rows of the whole collection; `null`: not told. */
  readonly totalResults: number | null;
}

const companyReference = object({ name: text, loginName: text } satisfies TableOf<
  Wire['CompanyReference']
>);

const GROUP = {
  variableName: text,
  label: text,
  description: text,
  company: companyReference,
  type: lookup,
  status: lookup,
  readOnly: flag,
} satisfies TableOf<Omit<Wire['Group'], 'links'>>;

const ACCESS_PERMISSION = {
  name: text,
  variableName: text,
  type: text,
  hasAccess: flag,
} satisfies TableOf<Wire['AccessPermission']>;

const group = requiring<CpqGroup>(object(GROUP), 'variableName');
const accessPermission = object(ACCESS_PERMISSION);

const USER = {
  login: text,
  firstName: text,
  lastName: text,
  jobTitle: text,
  email: text,
  phone: text,
  fax: text,
  externalSsoId: text,
  approvalDelegate: text,
  separateShipAddr: flag,
  isNotifyEmail: flag,
  isNotifyFax: flag,
  isWebServicesOnly: flag,
  isAccessAdminPermEnabled: flag,
  isProxyPermEnabled: flag,
  isMobileEnabled: flag,
  isUserAdminPermEnabled: flag,
  isApplicationAdminPermEnabled: flag,
  partnerLogin: text,
  sfdcOrgId: text,
  oauthClientId: text,
  type: lookup,
  status: lookup,
  currency: lookup,
  currencyCode: text,
  language: lookup,
  languageCode: text,
  enabledForSso: lookup,
  dateFormat: lookup,
  numberFormat: lookup,
  timeZone: lookup,
  units: lookup,
  billFirstName: text,
  billLastName: text,
  billCompany: text,
  billCompany2: text,
  billAddress1: text,
  billAddress2: text,
  billCity: text,
  billStateProvince: text,
  billZip: text,
  billCountry: text,
  billPhone: text,
  billFax: text,
  billEmail: text,
  shipFirstName: text,
  shipLastName: text,
  shipCompany: text,
  shipCompany2: text,
  shipAddress1: text,
  shipAddress2: text,
  shipCity: text,
  shipStateProvince: text,
  shipZip: text,
  shipCountry: text,
  shipPhone: text,
  shipFax: text,
  shipEmail: text,
  id: text,
  companyId: text,
  partyNumber: text,
  partyId: text,
  company: companyReference,
  dateAdded: text,
  dateModified: text,
  lastLogin: text,
  groups: items(group),
  accessPermissions: items(accessPermission),
} satisfies TableOf<Omit<Wire['User'], 'links'>> &
  TableOf<Omit<Wire['FlatUser'], keyof typeof USER_ALIASES>>;

const USER_ALIASES = {
  isAccessAdminPremEnabled: 'isAccessAdminPermEnabled',
  isSuperUserPermEnabled: 'isUserAdminPermEnabled',
  datePreId: 'dateFormat',
  datePrefId: 'dateFormat',
  numberFormatId: 'numberFormat',
} as const;

const COMPANY = {
  login: text,
  name: text,
  partyNumber: text,
  partyId: text,
  access: text,
  activeLicensedUsers: count,
  maximumUsers: count,
  address1: text,
  address2: text,
  city: text,
  state: text,
  country: text,
  email: text,
  faxNumber: text,
  phoneNumber: text,
  enabledForSSO: flag,
  baseCurrency: lookup,
  baseLanguage: lookup,
  dateTimeFormat: lookup,
  numberFormat: lookup,
  timeZone: lookup,
  units: lookup,
  supportedCurrencies: items(lookup),
  supportedLanguages: items(lookup),
} satisfies TableOf<Omit<Wire['Company'], 'links'>>;

export type CpqUser = Decoded<typeof USER> & { readonly login: string };
export type CpqGroup = Decoded<typeof GROUP> & { readonly variableName: string };
export type CpqCompany = Decoded<typeof COMPANY> & { readonly login: string };
export type CpqAccessPermission = Decoded<typeof ACCESS_PERMISSION>;

/** One decoder for every property that the contract documents, no more and no fewer. */
type TableOf<T> = { readonly [K in keyof Required<T>]: Decoder<unknown> };

/**
 * Party ids have up to 18 digits, more than a double holds, and a party number may come as digits too: both become text
 * before JSON is read. The pattern cannot meet the inside of a text: there a quotation mark has a backslash before it, so
 * `partyId"` followed by a colon is the end of a property's name.
 */
const LONG_NUMBERS = /(party(?:Id|Number)"\s*:\s*)(-?\d+)(?=\s*[,}])/g;

/** Reads the text of an answer. @returns `undefined` when it is no JSON */
export function readBody(body: string): unknown {
  return parseJson(body.replace(LONG_NUMBERS, '$1"$2"'));
}

/** Reads the answer to a read of one user. @throws WrongShape */
export function parseUser(answer: unknown): CpqUser {
  return required(user(answer, 'user'), 'user');
}

/** @throws WrongShape */
export function parseUserPage(answer: unknown): CpqPage<CpqUser> {
  return parsePage(answer, user);
}

/** @throws WrongShape */
export function parseCompanyPage(answer: unknown): CpqPage<CpqCompany> {
  return parsePage(answer, company);
}

/** @throws WrongShape */
export function parseGroupPage(answer: unknown): CpqPage<CpqGroup> {
  return parsePage(answer, group);
}

/** @throws WrongShape */
export function parseAccessPermissionPage(answer: unknown): CpqPage<CpqAccessPermission> {
  return parsePage(answer, accessPermission);
}

const user = requiring<CpqUser>(object(USER, USER_ALIASES), 'login');
const company = requiring<CpqCompany>(object(COMPANY), 'login');

const envelope = object({ hasMore: flag, totalResults: count }, { totalResutls: 'totalResults' });

function parsePage<T>(page: unknown, decodeItem: Decoder<T>): CpqPage<T> {
  const list = isJsonObject(page) ? page['items'] : undefined;
  if (!Array.isArray(list)) throw new WrongShape('items');
  const { hasMore, totalResults } = envelope(page, 'page') ?? {};
  return {
    items: list.map((item, index) =>
      required(decodeItem(item, `items.${index}`), `items.${index}`),
    ),
    hasMore: hasMore ?? null,
    totalResults: totalResults ?? null,
  };
}

function required<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new WrongShape(path);
  return value;
}
