import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { GatewayError } from '../domain/errors.ts';
import { isJsonObject, parseJson } from '../http/json.ts';
import { createUpstreamClient } from '../http/upstream-client.ts';
import type { Credential, UpstreamObserver } from '../http/upstream.ts';

export interface IssuerKeysOptions {
  readonly observe: UpstreamObserver;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** A key that the issuer has taken back is known for no longer than this. */
const MAX_AGE_MS = 10 * 60_000;
/** While the issuer cannot be reached, its last keys serve for so long: an outage there is none here. */
const MAX_STALE_MS = 60 * 60_000;
/** After a look-up for an unknown key, tokens with keys that nobody knows cause no further one for so long. */
const LOOK_UP_PAUSE_MS = 30_000;
/** After a failure nobody asks the issuer again for so long, whatever tokens arrive. */
const FAILURE_PAUSE_MS = 5_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 1024 * 1024;

/**
 * Finds the key that a token names among those that the issuer publishes as a JSON Web Key Set (RFC 7517).
 *
 * A token with an unknown key id has the set loaded anew once, for the issuer may have changed its keys; then not again
 * for a while, so that invented key ids cannot make this gateway flood the issuer. Loads are shared.
 *
 * @throws errors.JWKSNoMatchingKey when no key fits, GatewayError when the set cannot be had
 */
export function createIssuerKeys(url: URL, { observe, now }: IssuerKeysOptions): JWTVerifyGetKey {
  const fetchKeys = createKeySetReader(url, observe);
  let known: { readonly find: KeySet; readonly loadedAt: number } | null = null;
  let loading: Promise<KeySet> | null = null;
  let asksAgainAt = 0;
  let looksUpAgainAt = 0;

  async function load(): Promise<KeySet> {
    if (loading === null && now() < asksAgainAt) throw keysUnavailable();
    loading ??= fetchKeys().finally(() => (loading = null));
    try {
      const find = await loading;
      known = { find, loadedAt: now() };
      return find;
    } catch (error) {
      asksAgainAt = now() + FAILURE_PAUSE_MS;
      throw error;
    }
  }

  async function current(): Promise<KeySet> {
    const held = known;
    const age = held === null ? Infinity : now() - held.loadedAt;
    if (held !== null && age < MAX_AGE_MS) return held.find;
    return load().catch((error: unknown) => {
      if (held !== null && age < MAX_STALE_MS) return held.find;
      throw error;
    });
  }

  return async (header, token) => {
    const find = await current();
    try {
      return await find(header, token);
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey;
      if (!isUnknown || (loading === null && now() < looksUpAgainAt)) throw error;
      looksUpAgainAt = now() + LOOK_UP_PAUSE_MS;
      return (await load())(header, token);
    }
  };
}

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** The set is public: nothing proves who we are. */
const ANONYMOUS: Credential = { identity: 'anonymous', headersFor: () => Promise.resolve({}) };

/** Over the same client as backends: verified TLS, no redirects, a bounded answer, a time-out. */
function createKeySetReader(url: URL, observe: UpstreamObserver): () => Promise<KeySet> {
  const client = createUpstreamClient({
    backend: 'token-issuer',
    baseUrl: new URL(url.origin),
    credential: ANONYMOUS,
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_BYTES,
    failureOf: ({ status }) => (status === 200 ? null : keysUnavailable(status)),
    observe,
  });
  const request = { operation: 'GetKeys', method: 'GET', path: url.pathname } as const;
  // The keys serve every caller: neither the signal nor the budget of one request applies.
  const context = { signal: new AbortController().signal, budget: { take: () => {} } };
  return () =>
    client.read(request, context, ({ body }) => {
      const keys = parseJson(body);
      if (!isKeySet(keys)) throw keysUnavailable(200);
      return createLocalJWKSet(keys);
    });
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return isJsonObject(value) && Array.isArray(value['keys']) && value['keys'].every(isJsonObject);
}

function keysUnavailable(status?: number): GatewayError {
  return new GatewayError('BACKEND_UNAVAILABLE', 'The keys of the token issuer cannot be had.', {
    ...(status !== undefined && { cause: { status } }),
  });
}
