import { randomBytes } from 'node:crypto';
import type { SimulatorAnswer, SimulatorRequest } from '../../../../simulation/server.ts';
import { LINKED_CLIENT_ID } from '../seed/seed-people.ts';
import type { CpqSimulatorSwitches } from '../site/switches.ts';
import { readBasic } from './credentials.ts';

/** A client of the identity domain that stands beside the simulated CPQ. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

/** A system client without a user of its own, and one that is tied to the user `reporting`. */
export const oauthClients: readonly [OAuthClient, OAuthClient] = [
  { id: 'user-gateway', secret: 'simulated-client-secret-of-user-gateway' },
  { id: LINKED_CLIENT_ID, secret: 'simulated-client-secret-of-reporting-app' },
];

/** A token that never expires, for demos. */
export const STATIC_TOKEN = 'simulated-bearer-token-of-cpq';

/** Tokens of a simulated IDCS. */
export interface TokenService {
  /** `POST /oauth2/v1/token`. */
  answer(request: SimulatorRequest): SimulatorAnswer;
  /** The client that a token was issued to; `null`: unknown or expired. */
  clientOf(token: string): string | null;
  /** Ends every token that was issued, as if its time had come. */
  expireAll(): void;
}

export function createTokenService({
  tokenLifetimeSeconds,
}: Pick<CpqSimulatorSwitches, 'tokenLifetimeSeconds'>): TokenService {
  const issued = new Map<string, { readonly clientId: string; readonly expiresAt: number }>();
  const issue = (clientId: string): SimulatorAnswer => {
    const token = randomBytes(24).toString('base64url');
    issued.set(token, { clientId, expiresAt: Date.now() + tokenLifetimeSeconds * 1000 });
    return {
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { access_token: token, token_type: 'Bearer', expires_in: tokenLifetimeSeconds },
    };
  };
  return {
    answer: (request) => {
      const client = clientIn(request);
      if (client === null) return refusal(401, 'invalid_client');
      const form = new URLSearchParams(request.body.toString('utf8'));
      if (form.get('grant_type') !== 'client_credentials')
        return refusal(400, 'unsupported_grant_type');
      return hasScope(form.get('scope'), request)
        ? issue(client.id)
        : refusal(400, 'invalid_scope');
    },
    clientOf: (token) => {
      if (token === STATIC_TOKEN) return oauthClients[0].id;
      const entry = issued.get(token);
      return entry !== undefined && entry.expiresAt > Date.now() ? entry.clientId : null;
    },
    expireAll: () => issued.clear(),
  };
}

function clientIn({ headers }: SimulatorRequest): OAuthClient | null {
  const basic = readBasic(headers['authorization']);
  if (basic === null) return null;
  // RFC 6749, 2.3.1: both halves are form-encoded; plain ones read the same.
  const id = decodeForm(basic.login);
  const secret = decodeForm(basic.password);
  return oauthClients.find((client) => client.id === id && client.secret === secret) ?? null;
}

/** CPQ's scopes: `api`, `/api`, and both behind the URL of the host. */
function hasScope(given: string | null, { headers }: SimulatorRequest): boolean {
  const host = headers['host'] ?? '';
  const hosts = ['', `http://${host}`, `https://${host}`];
  const known = hosts.flatMap((prefix) => [`${prefix}api`, `${prefix}/api`]);
  const scopes = (given ?? '').split(' ').filter((scope) => scope !== '');
  return scopes.length > 0 && scopes.every((scope) => known.includes(scope));
}

function refusal(status: number, error: string): SimulatorAnswer {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="IDCS"' } : {};
  return { status, headers: { 'cache-control': 'no-store', ...challenge }, body: { error } };
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
