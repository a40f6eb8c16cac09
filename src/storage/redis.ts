import { createClient } from 'redis';
import type { Secret } from '../domain/secret.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const RECONNECT_AFTER_MS = 500;

/** A connection, as this program makes them. */
export type RedisClient = ReturnType<typeof createPlainClient>;

export interface RedisOptions {
  readonly url: Secret;
  /** Told when the connection is lost or cannot be made; it is tried again all the while. */
  readonly onProblem: () => void;
}

/**
 * Connects to Redis or Valkey, and goes on trying while it is away.
 *
 * A command that is given while it is away fails at once instead of waiting in line: whoever asks must not wait, and
 * must not be told of a success that is still to come.
 */
export async function connectRedis({ url, onProblem }: RedisOptions): Promise<RedisClient> {
  const client = createPlainClient(url);
  client.on('error', onProblem);
  const connected = client.connect().catch(onProblem);
  // A Redis that is away must not keep the gateway from serving reads.
  await Promise.race([
    connected,
    new Promise((resolve) => setTimeout(resolve, CONNECT_TIMEOUT_MS)),
  ]);
  return client;
}

function createPlainClient(url: Secret) {
  return createClient({
    url: url.reveal(),
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: () => RECONNECT_AFTER_MS },
  });
}
