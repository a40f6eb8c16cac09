import { createClient } from 'redis';
import type { Secret } from '../domain/secret.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const RECONNECT_AFTER_MS = 500;
const TELL_AGAIN_MS = 60_000;

/** A connection, as this program makes them. */
export type RedisClient = ReturnType<typeof createPlainClient>;

export interface RedisOptions {
  readonly url: Secret;
  /** Told when the connection is lost or cannot be made, and again each minute that it is away; it is tried all the while. */
  readonly onAway: () => void;
  /** Told when it is there again. */
  readonly onBack?: () => void;
}

/**
 * Connects to Redis or Valkey, and goes on trying while it is away.
 *
 * A command that is given while it is away fails at once instead of waiting in line: whoever asks must not wait, and
 * must not be told of a success that is still to come.
 */
export async function connectRedis(options: RedisOptions): Promise<RedisClient> {
  const client = createPlainClient(options.url);
  const presence = watchPresence(options);
  client.on('error', presence.failed);
  client.on('ready', presence.ready);
  const connected = client.connect().catch(presence.failed);
  // A Redis that is away must not keep the gateway from serving reads.
  await Promise.race([
    connected,
    new Promise((resolve) => setTimeout(resolve, CONNECT_TIMEOUT_MS)),
  ]);
  return client;
}

/** Tells of the first of many attempts that fail, not of each. */
function watchPresence({ onAway, onBack }: RedisOptions) {
  let toldAt: number | null = null;
  return {
    failed: (): void => {
      const now = performance.now();
      if (toldAt !== null && now < toldAt + TELL_AGAIN_MS) return;
      toldAt = now;
      onAway();
    },
    ready: (): void => {
      if (toldAt !== null) onBack?.();
      toldAt = null;
    },
  };
}

function createPlainClient(url: Secret) {
  return createClient({
    url: url.reveal(),
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: () => RECONNECT_AFTER_MS },
  });
}
