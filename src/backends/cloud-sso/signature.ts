import { createHash, createHmac } from 'node:crypto';
import type { Secret } from '../../domain/secret.ts';
import { encodeComponent } from '../../http/encode.ts';

/**
 * Alibaba Cloud's signature version 3, `ACS3-HMAC-SHA256`, one step of the algorithm per function.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
const ALGORITHM = 'ACS3-HMAC-SHA256';

/** What is signed of a request. */
export interface SignableRequest {
  readonly method: string;
  /** As sent, `/` for every RPC operation. */
  readonly path: string;
  /** Decoded parameters of the query; those of a form body are signed through the body. */
  readonly query: Readonly<Record<string, string>>;
  /** Every header that may be signed, `host` with its non-default port among them; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AccessKey {
  readonly id: string;
  readonly secret: Secret;
  /** Token of a temporary credential (STS); `null` for a lasting key. */
  readonly securityToken: Secret | null;
}

/** The moment and the nonce of one attempt; a repeated nonce is refused. */
export interface Attempt {
  readonly date: Date;
  readonly nonce: string;
}

/** The `x-acs-*` headers of one attempt at an operation, before it is signed. */
export function acsHeaders(
  call: { readonly action: string; readonly version: string; readonly body: string },
  { date, nonce }: Attempt,
  key: AccessKey,
): Record<string, string> {
  return {
    'x-acs-action': call.action,
    'x-acs-version': call.version,
    'x-acs-date': toAcsDate(date),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': sha256(call.body),
    ...(key.securityToken === null
      ? {}
      : {
          'x-acs-accesskey-id': key.id,
          'x-acs-security-token': key.securityToken.reveal(),
        }),
  };
}

/** The value of the `Authorization` header. */
export function authorizationOf(request: SignableRequest, key: AccessKey): string {
  const signedHeaders = signedHeaderNames(request.headers).join(';');
  const signature = createHmac('sha256', key.secret.reveal())
    .update(stringToSign(canonicalRequest(request)))
    .digest('hex');
  return `${ALGORITHM} Credential=${key.id},SignedHeaders=${signedHeaders},Signature=${signature}`;
}

export function stringToSign(canonical: string): string {
  return `${ALGORITHM}\n${sha256(canonical)}`;
}

export function canonicalRequest({ method, path, query, headers, body }: SignableRequest): string {
  const names = signedHeaderNames(headers);
  return [
    method,
    path,
    canonicalQuery(query),
    // Every header line ends in a line feed, and one more separates them from the names: a blank line.
    names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join(''),
    names.join(';'),
    sha256(body),
  ].join('\n');
}

/** The time as CloudSSO writes it: UTC, without fractions of a second. */
export function toAcsDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .sort(([left], [right]) => compareBytes(left, right))
    .map(([name, value]) => `${encodeComponent(name)}=${encodeComponent(value)}`)
    .join('&');
}

function signedHeaderNames(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(headers)
    .filter((name) => name.startsWith('x-acs-') || name === 'host' || name === 'content-type')
    .sort(compareBytes);
}

/** Order of the code units, which is that of the bytes for the ASCII names that are compared here. */
function compareBytes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
