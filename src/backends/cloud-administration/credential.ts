import { createHash } from 'node:crypto';
import type { CallBudget } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import { Secret } from '../../domain/secret.ts';
import { encodeQuery } from '../../http/encode.ts';
import { isJsonObject, parseJson } from '../../http/json.ts';
import { createTokenSource, type Token } from '../../http/token-source.ts';
import { createUpstreamClient } from '../../http/upstream-client.ts';
import type { Credential, UpstreamObserver } from '../../http/upstream.ts';
import type { BackendName } from '../../domain/model.ts';
import type { FailureOf } from './failure.ts';
import { isHeaderWord, type Account, type CloudAdministrationSettings } from './settings.ts';

/** What a credential needs to fetch a token. */
export interface CredentialServices {
  readonly backend: BackendName;
  /** The whole time of one fetch, in milliseconds. */
  readonly timeoutMs: number;
  readonly failureOf: FailureOf;
  readonly observe: UpstreamObserver;
  readonly now: () => number;
}

/** Makes the credential that the settings ask for. */
export function createCredential(
  settings: CloudAdministrationSettings,
  services: CredentialServices,
): Credential {
  const { credential } = settings;
  switch (credential.kind) {
    case 'basic':
      return basic(credential.account);
    case 'token':
      return {
        identity: `token:${fingerprint(credential.token)}`,
        headersFor: () => Promise.resolve(bearer(credential.token)),
      };
    case 'fetched-token':
      return fetchedToken(credential.account, settings.baseUrl, services);
  }
}

/**
 * Reads a token answer. Only the raw text is documented; a JSON string and an object are accepted too.
 *
 * @param askedSeconds the life that was asked for, which counts unless the answer says otherwise
 * @returns `null` when there is no token in it
 */
export function parseToken(body: string, askedSeconds: number): Token | null {
  const raw = body.trim();
  const json = parseJson(raw);
  const wrapped = isJsonObject(json) ? (json.access_token ?? json.token) : json;
  // A raw token of digits alone is a JSON number by accident.
  const value = typeof json === 'undefined' || typeof json === 'number' ? raw : wrapped;
  if (typeof value !== 'string' || !isHeaderWord(value.trim())) return null;
  const expiresIn = isJsonObject(json) ? Number(json.expires_in) : NaN;
  return {
    value: new Secret(value.trim()),
    expiresInSeconds: expiresIn > 0 ? expiresIn : askedSeconds,
  };
}

const GET_TOKEN = 'GetToken';
const TOKEN_LIFE_SECONDS = 3600;
/** A token is fetched for all who need one, so no single operation pays for it. */
const UNLIMITED: CallBudget = { take: () => {} };

function fetchedToken(account: Account, baseUrl: URL, services: CredentialServices): Credential {
  const { backend, timeoutMs, failureOf, observe } = services;
  const upstream = createUpstreamClient({
    backend,
    baseUrl,
    credential: basic(account),
    timeoutMs,
    failureOf,
    observe,
  });
  const request = {
    operation: GET_TOKEN,
    method: 'GET',
    path: '/oauth2/token',
    query: encodeQuery({ tokenExpiry: TOKEN_LIFE_SECONDS }),
    headers: { accept: 'text/plain, application/json' },
  } as const;
  const fetchToken = (): Promise<Token> =>
    upstream.read(
      request,
      { signal: new AbortController().signal, budget: UNLIMITED },
      ({ body }) => {
        const token = parseToken(body, TOKEN_LIFE_SECONDS);
        if (token === null) throw withoutToken(backend);
        return token;
      },
    );
  const tokens = createTokenSource(fetchToken, services.now);
  return {
    identity: `account:${account.username}`,
    headersFor: async () => bearer(await tokens.token()),
    renew: ({ authorization }) => tokens.drop(authorization?.replace(/^Bearer /, '')),
  };
}

function withoutToken(backend: BackendName): GatewayError {
  return new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${backend} answered ${GET_TOKEN} without a token.`,
    { backend, operation: GET_TOKEN },
  );
}

function basic({ username, password }: Account): Credential {
  const headersFor = (): Promise<Readonly<Record<string, string>>> => {
    const pair = Buffer.from(`${username}:${password.reveal()}`, 'utf8').toString('base64');
    return Promise.resolve({ authorization: `Basic ${pair}` });
  };
  return { identity: `account:${username}`, headersFor };
}

function bearer(token: Secret): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token.reveal()}` };
}

/** Tells tokens apart without telling what they are. */
function fingerprint(token: Secret): string {
  return createHash('sha256').update(token.reveal()).digest('base64url').slice(0, 16);
}
