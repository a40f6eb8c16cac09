import { answerInTime } from './answer-in-time.ts';
import { LedgerUnavailableError, type Ledger } from './ledger.ts';
import type { RedisClient } from './redis.ts';

const PREFIX = 'user-gateway:ledger:';

/** A ledger in Redis or Valkey, for several replicas. @param client connected, without an offline queue */
export function createRedisLedger(client: RedisClient): Ledger {
  return {
    claim: async (key, record, ttlMs) => {
      // SET NX and, in the same command, who holds the key: two commands would leave a gap for its expiry.
      const holder = await attempt(() =>
        client.set(PREFIX + key, record, {
          condition: 'NX',
          GET: true,
          expiration: { type: 'PX', value: ttlMs },
        }),
      );
      return holder;
    },
    read: async (key) => attempt(() => client.get(PREFIX + key)),
    settle: async (key, record, ttlMs) => {
      await attempt(() =>
        client.set(PREFIX + key, record, { expiration: { type: 'PX', value: ttlMs } }),
      );
    },
    release: async (key) => {
      await attempt(() => client.del(PREFIX + key));
    },
    close: async () => {
      client.destroy();
    },
  };
}

async function attempt<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await answerInTime(command());
  } catch {
    throw new LedgerUnavailableError('The ledger did not answer.');
  }
}
