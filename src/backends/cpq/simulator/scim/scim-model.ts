import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/json.ts';
import type { JsonObject } from '../http/json.ts';
import { loginNameOf } from '../http/links.ts';
import { badRequest } from '../http/problem.ts';
import { languages } from '../site/codes.ts';
import type { StoredUser } from '../site/model.ts';
import { preferenceLists } from '../site/site-lists.ts';
import { companyOf } from '../users/render-user.ts';
import { addressesOf } from '../users/user-rules.ts';

/** A SCIM user as it was sent, or as a patch left it. */
export type ScimBody = Readonly<Record<string, unknown>>;

const EXTENSION_TEXTS = ['approvalDelegate', 'externalSsoId', 'fax'] as const;

/** A user in CPQ's SCIM model. The URNs of its schemas are not published; SCIM's own stands here. */
export function toScim(user: StoredUser, exchange: Exchange): JsonObject {
  const { texts, flags, preferences } = user;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: user.partyNumber,
    userName: user.login,
    name: { givenName: user.firstName, familyName: texts['lastName'] },
    emails: addressesOf(user).map((value, index) => ({
      value,
      type: 'work',
      primary: index === 0,
    })),
    phoneNumbers:
      texts['phone'] === undefined ? undefined : [{ value: texts['phone'], type: 'work' }],
    title: texts['jobTitle'],
    active: user.status === 1,
    preferredLanguage: user.language,
    timezone: preferenceLists.timeZone.get(preferences.timeZone),
    enterpriseUser: { organization: loginNameOf(companyOf(user, exchange)) },
    extensionUser: {
      currency: user.currency,
      dateFormat: preferences.dateFormat,
      enabledForSso: user.enabledForSso,
      isAccessAdminPermEnabled: flags.isAccessAdminPermEnabled,
      ...Object.fromEntries(EXTENSION_TEXTS.map((name) => [name, texts[name]])),
    },
    metaData: {
      resourceType: 'User',
      created: user.dateAdded,
      lastModified: user.dateModified,
      location: `${exchange.base}/scim/Users/${encodeURIComponent(user.partyNumber)}`,
    },
  };
}

/**
 * The same user as a body of the user resource. What the SCIM model does not know is left out, what it knows and does
 * not say is `null`.
 *
 * @throws Problem 400 when userName, name or emails is missing
 */
export function fromScim(scim: ScimBody): Readonly<Record<string, unknown>> {
  const { userName, name, title, active, preferredLanguage } = scim;
  if (typeof userName !== 'string') throw badRequest('userName is required', 'userName');
  if (!isRecord(name)) throw badRequest('name is required', 'name');
  const extension = isRecord(scim['extensionUser']) ? scim['extensionUser'] : {};
  return {
    login: userName,
    firstName: name['givenName'] ?? null,
    lastName: name['familyName'] ?? null,
    email: valuesOf(scim['emails'], 'emails').join(', '),
    phone: valuesOf(scim['phoneNumbers'] ?? [], 'phoneNumbers')[0] ?? null,
    jobTitle: title ?? null,
    status: { value: active === false ? 0 : 1 },
    language: { value: toLanguage(preferredLanguage) },
    currency: { value: extension['currency'] ?? null },
    dateFormat: { value: extension['dateFormat'] ?? null },
    timeZone: { value: toTimeZone(scim['timezone']) },
    enabledForSso: { value: extension['enabledForSso'] ?? null },
    isAccessAdminPermEnabled: extension['isAccessAdminPermEnabled'] ?? false,
    ...Object.fromEntries(EXTENSION_TEXTS.map((key) => [key, extension[key] ?? null])),
  };
}

/** The company's login name, `null` when the body has none. */
export function organizationOf(scim: ScimBody): string | null {
  const enterprise = scim['enterpriseUser'];
  const organization = isRecord(enterprise) ? enterprise['organization'] : undefined;
  return typeof organization === 'string' ? organization : null;
}

function valuesOf(list: unknown, name: string): readonly string[] {
  if (!Array.isArray(list)) throw badRequest(`${name} is not a list`, name);
  return list.map((item: unknown) => {
    const value = isRecord(item) ? item['value'] : undefined;
    if (typeof value !== 'string') throw badRequest(`${name} has an item without a value`, name);
    return value;
  });
}

/** SCIM writes a language with a hyphen, CPQ with an underscore. */
function toLanguage(language: unknown): unknown {
  if (typeof language !== 'string') return language ?? null;
  const code = language.replaceAll('-', '_');
  return languages.has(code) ? code : language;
}

function toTimeZone(display: unknown): number | null {
  const found = [...preferenceLists.timeZone].find(([, text]) => text === display);
  return found?.[0] ?? null;
}
