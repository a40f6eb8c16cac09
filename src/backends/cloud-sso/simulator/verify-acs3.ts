import { createHash, createHmac } from 'node:crypto';
import type { SimulatorRequest } from '../../../simulation/server.ts';
import { canonicalQuery } from './encode.ts';
import { missing, Refusal } from './refusal.ts';
import { isSameSignature } from './signature-claim.ts';
import type { SignatureClaim } from './signature-claim.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';
const TOLERANCE_MINUTES = 15;
/** Headers that must be there, with the name that the error code gives to their absence. */
const REQUIRED_HEADERS = [
  ['host', 'Host'],
  ['x-acs-action', 'Action'],
  ['x-acs-version', 'Version'],
  ['x-acs-date', 'Timestamp'],
  ['x-acs-signature-nonce', 'SignatureNonce'],
  ['x-acs-content-sha256', 'ContentSha256'],
] as const;

/** The parts of a request that its V3 signature covers. */
export type SignedRequest = Pick<
  SimulatorRequest,
  'method' | 'path' | 'query' | 'headers' | 'body'
>;

/**
 * Reads the signature V3, `ACS3-HMAC-SHA256`.
 *
 * The query is decoded and encoded anew: the vendor's clients sign `! ' ( ) *` encoded and send them raw.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function readAcs3Claim(request: SignedRequest): SignatureClaim {
  const { credential, signedHeaders, signature } = parseAuthorization(
    request.headers['authorization'] ?? '',
  );
  const { headers } = request;
  for (const [header, name] of REQUIRED_HEADERS) if (!headers[header]) throw missing(name);
  assertCovered(request, signedHeaders);
  return {
    accessKeyId: credential,
    securityToken: headers['x-acs-security-token'] ?? null,
    timestamp: headers['x-acs-date'] ?? '',
    nonce: headers['x-acs-signature-nonce'] ?? '',
    toleranceMinutes: TOLERANCE_MINUTES,
    assertSignedWith: (secret) => {
      const stringToSign = acs3StringToSign(acs3CanonicalRequest(request, signedHeaders));
      const isBodyAsSigned = headers['x-acs-content-sha256'] === sha256(request.body);
      if (isBodyAsSigned && isSameSignature(signature, acs3Signature(secret, stringToSign))) return;
      throw new Refusal(400, 'SignatureDoesNotMatch', {
        message: `Specified signature does not match our calculation. server StringToSign is [${stringToSign.replace('\n', ' ')}]`,
      });
    },
  };
}

/** @param signedHeaders names in lower case, sorted */
export function acs3CanonicalRequest(
  { method, path, query, headers, body }: SignedRequest,
  signedHeaders: readonly string[],
): string {
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`);
  return [
    method,
    path,
    canonicalQuery(query),
    lines.join(''),
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n');
}

export function acs3StringToSign(canonicalRequest: string): string {
  return `${ALGORITHM}\n${sha256(canonicalRequest)}`;
}

export function acs3Signature(accessKeySecret: string, stringToSign: string): string {
  return createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
}

function parseAuthorization(authorization: string) {
  const [algorithm = '', ...rest] = authorization.split(' ');
  if (algorithm !== ALGORITHM)
    throw new Refusal(400, 'InvalidSignatureMethod', {
      message: 'Specified signature method is not valid.',
    });
  const fields = new Map(
    rest
      .join('')
      .split(',')
      .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );
  const credential = fields.get('Credential');
  const signedHeaders = fields.get('SignedHeaders');
  const signature = fields.get('Signature');
  if (!credential || !signedHeaders || !signature)
    throw incomplete('The Authorization header is not complete.');
  return { credential, signature, signedHeaders: signedHeaders.split(';') };
}

/** Host, content type and everything `x-acs-` must be signed, in sorted order. */
function assertCovered({ headers }: SignedRequest, signedHeaders: readonly string[]): void {
  const mustBeSigned = Object.keys(headers).filter(
    (name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'),
  );
  const unsigned = mustBeSigned.find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined) throw incomplete(`The header ${unsigned} is not signed.`);
  if (signedHeaders.join(';') !== signedHeaders.toSorted().join(';'))
    throw incomplete('The signed headers are not sorted.');
}

function incomplete(message: string): Refusal {
  return new Refusal(400, 'IncompleteSignature', { message });
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
