/** What an Authorization header with Basic holds. */
export interface BasicCredential {
  readonly login: string;
  readonly password: string;
}

/** @returns `null` when the header is absent or is not Basic */
export function readBasic(authorization: string | undefined): BasicCredential | null {
  const encoded = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { login: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** @returns `null` when the header is absent or is not Bearer */
export function readBearer(authorization: string | undefined): string | null {
  return /^bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1] ?? null;
}
