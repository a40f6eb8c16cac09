import type { Secret } from '../domain/secret.ts';

/** A bearer token and how long it lives. */
export interface Token {
  readonly value: Secret;
  readonly expiresInSeconds: number;
}

/** A token that is fetched when needed, kept until shortly before it expires, and fetched once for all who wait. */
export interface TokenSource {
  /** @throws GatewayError as `fetchToken` throws */
  token(): Promise<Secret>;
  /**
   * Forgets the token, e.g. after a 401.
   *
   * @param rejected forget it only if it is still this one, so that many calls refused at once renew it once
   */
  drop(rejected?: string): void;
}

/** A token with less time left than this is renewed first, so that no write goes out with one that dies on its way. */
const RENEW_BEFORE_MS = 60_000;

export function createTokenSource(
  fetchToken: () => Promise<Token>,
  now: () => number = Date.now,
): TokenSource {
  let kept: { value: Secret; renewAt: number } | null = null;
  let fetching: Promise<Secret> | null = null;

  async function fetchAndKeep(): Promise<Secret> {
    try {
      const { value, expiresInSeconds } = await fetchToken();
      // A token that lives less than the margin is still used for half of its life, or nothing could ever be sent.
      const lifeMs = expiresInSeconds * 1000;
      kept = { value, renewAt: now() + Math.max(lifeMs - RENEW_BEFORE_MS, lifeMs / 2) };
      return value;
    } finally {
      fetching = null;
    }
  }

  return {
    token: async () => {
      if (kept !== null && now() < kept.renewAt) return kept.value;
      fetching ??= fetchAndKeep();
      return fetching;
    },
    drop: (rejected) => {
      if (rejected === undefined || rejected === kept?.value.reveal()) kept = null;
    },
  };
}
