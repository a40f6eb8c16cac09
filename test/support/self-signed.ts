import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface CertificateOptions {
  /** The one name that it is good for. */
  readonly host?: string;
  /** Days from now; negative: it has ended. */
  readonly days?: number;
}

/** A key and a certificate (X.509) that nobody but itself vouches for, as PEM. Made anew, so that no key lies about. */
export function makeSelfSigned({ host = 'localhost', days = 1 }: CertificateOptions = {}): {
  readonly key: string;
  readonly cert: string;
} {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid('550403'), text(host))));
  const now = Date.now();
  const body = sequence(
    tagged(0, der(0x02, Buffer.from([2]))),
    der(0x02, randomBytes(8).fill(1, 0, 1)),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(now + (days - 2) * DAY_MS), utcTime(now + days * DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(alternativeName(host))),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

const DAY_MS = 86_400_000;

/** One value in the Distinguished Encoding Rules (X.690). */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const value = Buffer.concat(content);
  const { length } = value;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
const set = (...content: readonly Buffer[]): Buffer => der(0x31, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const text = (value: string): Buffer => der(0x0c, Buffer.from(value, 'utf8'));
const bits = (value: Buffer): Buffer => der(0x03, Buffer.from([0]), value);
const tagged = (tag: number, content: Buffer): Buffer => der(0xa0 + tag, content);

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2), 'ascii'));
}

function alternativeName(host: string): Buffer {
  const names = sequence(der(0x82, Buffer.from(host, 'ascii')));
  return sequence(oid('551d11'), der(0x04, names));
}
