/**
 * Native ids of CPQ's users and groups.
 *
 * A user's is the party number from version 18, in which `%` and `/` are percent-encoded; before, it is
 * `<company login>/<user login>`, both percent-encoded. The slash tells the two apart. A group's is
 * `<company login>/<variable name>`. A company's is its login name, and `_host` is always the host company.
 */

/** The host company, in paths and in native ids. */
export const HOST_COMPANY = '_host';

export type CpqUserKey =
  | { readonly kind: 'party'; readonly partyNumber: string }
  /** `company` is `null` for a row of CPQ that told neither party number nor company: a login is unique on its site. */
  | { readonly kind: 'login'; readonly company: string | null; readonly login: string };

export function toUserId(key: CpqUserKey): string {
  return key.kind === 'party'
    ? key.partyNumber.replace(/[%/]/g, (character) => (character === '%' ? '%25' : '%2F'))
    : `${encode(key.company ?? '')}/${encode(key.login)}`;
}

/** @returns `null` for text that `toUserId` cannot have made, so that one user has one spelling */
export function parseUserId(nativeId: string): CpqUserKey | null {
  const pair = parsePair(nativeId);
  const key: CpqUserKey | null = nativeId.includes('/')
    ? pair && { kind: 'login', company: pair.owner === '' ? null : pair.owner, login: pair.name }
    : {
        kind: 'party',
        partyNumber: nativeId.replace(/%(25|2F)/g, (code) => (code === '%25' ? '%' : '/')),
      };
  const isSegment = key?.kind !== 'party' || isPathSegment(key.partyNumber);
  return key !== null && isSegment && toUserId(key) === nativeId ? key : null;
}

export interface CpqGroupKey {
  readonly company: string;
  readonly variableName: string;
}

export function toGroupId({ company, variableName }: CpqGroupKey): string {
  return `${encode(company)}/${encode(variableName)}`;
}

/** @returns `null` for text that `toGroupId` cannot have made */
export function parseGroupId(nativeId: string): CpqGroupKey | null {
  const pair = parsePair(nativeId);
  if (pair === null || !isPathSegment(pair.owner)) return null;
  const key = { company: pair.owner, variableName: pair.name };
  return toGroupId(key) === nativeId ? key : null;
}

/** Whether a URL can carry the text as one segment of its path. */
export function isPathSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text.isWellFormed();
}

/** Both halves of `<owner>/<name>`; the owner may be empty. */
function parsePair(nativeId: string): { owner: string; name: string } | null {
  const [owner, name, ...rest] = nativeId.split('/').map(decode);
  if (owner === undefined || owner === null || name === undefined || name === null) return null;
  const isUsable =
    rest.length === 0 && isPathSegment(name) && (owner === '' || isPathSegment(owner));
  return isUsable ? { owner, name } : null;
}

/** Half a surrogate pair can come in JSON and in no URL; it becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
