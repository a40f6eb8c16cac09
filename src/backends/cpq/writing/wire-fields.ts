import type { components } from '../contract.generated.ts';

/**
 * Where each attribute of an input goes on the wire.
 *
 * Versions 5 to 7 take flat values, later ones `{"value": …}` for every choice. `isAccessAdminPermEnabled` is written in
 * this spelling, which all schemas have; some tables print `isAccessAdminPremEnabled`. `datePreId` is documented so.
 * `isSuperUserPermEnabled` is taken for the later `isUserAdminPermEnabled`.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-put.html
 */
export interface WireField {
  /** In versions 5 to 7; `null`: they do not have it. */
  readonly flat: string | null;
  /** From version 16. */
  readonly name: string;
  /** Whether it is one of a set, which is a lookup from version 16. */
  readonly isChoice: boolean;
  /** Whether it may be without a value: the texts that CPQ does not require. */
  readonly clearable: boolean;
}

/** Attributes that every backend names alike; `emails`, `currencyCode` and `languageTag` are translated before. */
export const COMMON_FIELDS: Readonly<Record<string, WireField>> = {
  firstName: { ...text('firstName'), clearable: false },
  lastName: text('lastName'),
  jobTitle: text('jobTitle'),
  phone: text('phone'),
  emails: { ...text('email'), clearable: false },
  type: choice('type'),
  currencyCode: choice('currency', 'currencyCode'),
  languageTag: choice('language', 'languageCode'),
};

/** Of CPQ alone. */
export const OWN_FIELDS: Readonly<Record<string, WireField>> = {
  isWebServicesOnly: flag('isWebServicesOnly'),
  isAccessAdminPermEnabled: flag('isAccessAdminPermEnabled'),
  isUserAdminPermEnabled: flag('isUserAdminPermEnabled', 'isSuperUserPermEnabled'),
  isApplicationAdminPermEnabled: flag('isApplicationAdminPermEnabled', null),
  isProxyPermEnabled: flag('isProxyPermEnabled'),
  isMobileEnabled: flag('isMobileEnabled', null),
  isNotifyEmail: flag('isNotifyEmail'),
  isNotifyFax: flag('isNotifyFax'),
  separateShipAddr: flag('separateShipAddr'),
  enabledForSso: choice('enabledForSso'),
  externalSsoId: text('externalSsoId'),
  fax: text('fax'),
  approvalDelegate: text('approvalDelegate'),
  partnerLogin: text('partnerLogin', null),
  sfdcOrgId: text('sfdcOrgId', null),
  oauthClientId: text('oauthClientId', null),
  timeZoneId: choice('timeZone'),
  dateFormatId: choice('dateFormat', 'datePreId'),
  numberFormatId: choice('numberFormat', 'numberFormatId'),
  unitsId: choice('units'),
};

/** The two addresses of a user, by the prefix of their parts. */
export const ADDRESSES: Readonly<Record<string, string>> = { billing: 'bill', shipping: 'ship' };

const ADDRESS_PARTS = [
  ...['firstName', 'lastName', 'company', 'company2', 'address1', 'address2', 'city'],
  ...['stateProvince', 'zip', 'country', 'phone', 'fax', 'email'],
];

/** The parts of an address by their names in an input, e.g. `city` as `billCity`. */
export function addressFields(prefix: string): ReadonlyMap<string, WireField> {
  const wireName = (part: string): string => `${prefix}${part[0]?.toUpperCase()}${part.slice(1)}`;
  const traits = { isChoice: false, clearable: true };
  return new Map(ADDRESS_PARTS.map((part) => [part, toField([wireName(part)], traits)]));
}

type Flat = keyof components['schemas']['FlatUserRequest'];
type Later = keyof components['schemas']['UserRequest'];

/** One name for all versions, or the name from version 16 and the one before; `null`: there is none before. */
type Names = readonly [name: Flat & Later] | readonly [name: Later, flat: Flat | null];

function text(...names: Names): WireField {
  return toField(names, { isChoice: false, clearable: true });
}

function flag(...names: Names): WireField {
  return toField(names, { isChoice: false, clearable: false });
}

function choice(...names: Names): WireField {
  return toField(names, { isChoice: true, clearable: false });
}

function toField(
  [name, flat = name]: readonly [name: string, flat?: string | null],
  traits: Pick<WireField, 'isChoice' | 'clearable'>,
): WireField {
  return { name, flat, ...traits };
}
