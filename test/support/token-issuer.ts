import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  SignJWT,
  exportJWK,
  generateKeyPair,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';

/** What a token says that differs from a good one; `undefined` leaves a claim out. */
export interface TokenOptions {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly notBefore?: number;
  /** Signs with this key instead of the issuer's own. */
  readonly key?: CryptoKey;
}

/** Signs callers' tokens and publishes its keys over HTTP on loopback. */
export interface TokenIssuer {
  /** The settings that make a gateway trust it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly url: URL;
  /** How often its keys were fetched. */
  readonly fetches: number;
  /** Replaces how its keys are served, e.g. by an outage; `null`: serves them. */
  answer: ((response: http.ServerResponse) => void) | null;
  token(options?: TokenOptions): Promise<string>;
  /** The same as headers of a request. */
  headers(options?: TokenOptions): Promise<Readonly<Record<string, string>>>;
  /** Signs and publishes with a new key from now on; tokens of the old one are no longer good. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'user-gateway';

export async function startTokenIssuer(algorithm = 'ES256'): Promise<TokenIssuer> {
  let current = await makeKey(algorithm);
  let fetches = 0;
  const server = http.createServer((_request, response) => {
    fetches += 1;
    if (issuer.answer !== null) return issuer.answer(response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [current.publicKey] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`);
  const issuer: TokenIssuer = {
    environment: { AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS_URL: url.href },
    url,
    get fetches() {
      return fetches;
    },
    answer: null,
    token: (options = {}) => sign(current, algorithm, options),
    headers: async (options) => ({ authorization: `Bearer ${await issuer.token(options)}` }),
    rotate: async () => {
      current = await makeKey(algorithm);
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return issuer;
}

interface Key {
  readonly privateKey: CryptoKey;
  readonly publicKey: JWK;
}

let keys = 0;

async function makeKey(algorithm: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = `key-${(keys += 1)}`;
  return { privateKey, publicKey: { ...(await exportJWK(publicKey)), kid, alg: algorithm } };
}

async function sign(key: Key, algorithm: string, options: TokenOptions): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload: JWTPayload = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'ann',
    iat: now,
    exp: now + (options.expiresIn ?? 300),
    ...(options.notBefore !== undefined && { nbf: now + options.notBefore }),
    ...options.claims,
  };
  return (
    new SignJWT(payload)
      .setProtectedHeader({
        alg: algorithm,
        ...(key.publicKey.kid !== undefined && { kid: key.publicKey.kid }),
        ...options.header,
      })
      // The issuer may use extensions that nobody else knows.
      .sign(options.key ?? key.privateKey, { crit: { exotic: true } })
  );
}
