import { createHash } from 'node:crypto';
import { GatewayError, type GatewayErrorCode } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import { Secret } from '../../domain/secret.ts';
import { encodeQuery } from '../../http/encode.ts';
import { isJsonObject, parseJson } from '../../http/json.ts';
import { createTokenSource, type Token } from '../../http/token-source.ts';
import { createUpstreamClient, type UpstreamClient } from '../../http/upstream-client.ts';
import type {
  Credential,
  UpstreamObserver,
  UpstreamRequest,
  UpstreamResponse,
} from '../../http/upstream.ts';
import type { CpqCredentialSettings, CpqSettings } from './settings.ts';

/** What fetching a token needs beside the settings. */
export interface TokenFetching {
  readonly backend: BackendName;
  readonly timeoutMs: number;
  readonly observe: UpstreamObserver;
  readonly now: () => number;
}

/** Proves who the gateway is, in whichever of the three ways is configured. */
export function createCpqCredential(settings: CpqSettings, fetching: TokenFetching): Credential {
  const { credential } = settings;
  const place = `${settings.baseUrl.href.replace(/\/$/, '')}/v${settings.version}`;
  const identity = `${nameOf(credential)}@${place}`;
  switch (credential.kind) {
    case 'basic':
      return fixedCredential(identity, basicHeader(credential.username, credential.password));
    case 'token':
      return fixedCredential(identity, new Secret(`Bearer ${credential.token.reveal()}`));
    case 'client':
      return tokenCredential(identity, credential, fetching);
  }
}

/** Safe to print: an account's or client's name, or a short hash of a token that has no name. */
function nameOf(credential: CpqCredentialSettings): string {
  if (credential.kind === 'basic') return `basic:${credential.username}`;
  if (credential.kind === 'client') return `client:${credential.clientId}`;
  const hash = createHash('sha256').update(credential.token.reveal()).digest('hex');
  return `token:${hash.slice(0, 12)}`;
}

function basicHeader(name: string, secret: Secret): Secret {
  const pair = Buffer.from(`${name}:${secret.reveal()}`, 'utf8').toString('base64');
  return new Secret(`Basic ${pair}`);
}

function fixedCredential(identity: string, authorization: Secret): Credential {
  return { identity, headersFor: async () => ({ authorization: authorization.reveal() }) };
}

type ClientSettings = Extract<CpqCredentialSettings, { kind: 'client' }>;

/** OAuth 2 client credentials (RFC 6749, section 4.4), as Oracle's identity domains give tokens. */
function tokenCredential(
  identity: string,
  settings: ClientSettings,
  fetching: TokenFetching,
): Credential {
  const client = createTokenClient(settings, fetching);
  const tokens = createTokenSource(
    () => fetchToken(client, settings, fetching.timeoutMs),
    fetching.now,
  );
  return {
    identity,
    headersFor: async () => ({ authorization: `Bearer ${(await tokens.token()).reveal()}` }),
    renew: (rejected) => tokens.drop(rejected['authorization']?.replace(/^Bearer /, '')),
  };
}

function createTokenClient(settings: ClientSettings, fetching: TokenFetching): UpstreamClient {
  const { backend, timeoutMs, observe } = fetching;
  // RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
  const secret = new Secret(encodeURIComponent(settings.clientSecret.reveal()));
  const authorization = basicHeader(encodeURIComponent(settings.clientId), secret);
  return createUpstreamClient({
    backend,
    baseUrl: settings.tokenUrl,
    credential: fixedCredential(settings.clientId, authorization),
    timeoutMs,
    failureOf: (response, request) => tokenFailureOf(backend, response, request),
    observe,
  });
}

async function fetchToken(
  client: UpstreamClient,
  { scope }: ClientSettings,
  timeoutMs: number,
): Promise<Token> {
  const request: UpstreamRequest = {
    operation: 'FetchToken',
    // Asking twice for a token harms nothing, so it is sent as a read, which retries what may pass.
    method: 'POST',
    path: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeQuery({ grant_type: 'client_credentials', scope }),
  };
  // The token serves many operations: neither the signal nor the budget of one of them applies.
  const context = { signal: AbortSignal.timeout(timeoutMs), budget: { take: () => {} } };
  return client.read(request, context, ({ body }) => {
    const { token, lifeSeconds } = readTokenAnswer(body);
    return { value: new Secret(token ?? ''), expiresInSeconds: lifeSeconds };
  });
}

function tokenFailureOf(
  backend: BackendName,
  { status, body }: UpstreamResponse,
  { operation }: UpstreamRequest,
): GatewayError | null {
  const isGood = status >= 200 && status < 300 && readTokenAnswer(body).token !== null;
  if (isGood) return null;
  const [code, what] = tokenProblemOf(status);
  const message = `The token endpoint of ${backend} ${what}.`;
  return new GatewayError(code, message, { backend, operation, cause: { status } });
}

function tokenProblemOf(status: number): readonly [code: GatewayErrorCode, what: string] {
  if (status === 429) return ['BACKEND_THROTTLED', 'asks to wait'];
  if (status >= 500) return ['BACKEND_UNAVAILABLE', 'failed'];
  if (status < 400) return ['BACKEND_CONTRACT_VIOLATION', 'answered without a usable token'];
  return ['BACKEND_CREDENTIAL_REJECTED', "does not accept the gateway's client"];
}

/** The life of a token that does not tell it; RFC 6749 only recommends `expires_in`. */
const DEFAULT_LIFE_SECONDS = 300;

function readTokenAnswer(body: string): { token: string | null; lifeSeconds: number } {
  const answer = parseJson(body);
  if (!isJsonObject(answer)) return { token: null, lifeSeconds: 0 };
  const token = answer['access_token'];
  const life = Number(answer['expires_in'] ?? DEFAULT_LIFE_SECONDS);
  return {
    token: typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null,
    lifeSeconds: life > 0 ? life : DEFAULT_LIFE_SECONDS,
  };
}
