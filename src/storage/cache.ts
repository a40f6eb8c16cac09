import Keyv from 'keyv';
import QuickLRU from 'quick-lru';
import type { BackendName } from '../domain/model.ts';

/** A place to keep copies of what was read. It may forget at any time, and a failure of it is a miss. */
export interface Cache {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Makes the cache of one backend. Namespaces never see each other's keys. */
export type CacheFactory = (namespace: BackendName) => Cache;

const MAX_ENTRIES = 20_000;

/** Caches in this process's memory. Values are shared, not copied: what is cached is never changed. */
export function createMemoryCaches(): CacheFactory {
  return (namespace) => {
    const keyv = new Keyv({
      namespace,
      store: new QuickLRU<string, unknown>({ maxSize: MAX_ENTRIES }),
    });
    // A hit on a list of 100 users costs a thousand times as much through JSON. Keyv's types forget this documented form.
    Object.assign(keyv, { serialize: undefined, deserialize: undefined });
    return createKeyvCache(keyv);
  };
}

/** Hears whether a look-up found something. */
export type LookupObserver = (namespace: BackendName, hit: boolean) => void;

/** Tells an observer of every look-up in the caches. */
export function observeLookups(caches: CacheFactory, observe: LookupObserver): CacheFactory {
  return (namespace) => {
    const cache = caches(namespace);
    return {
      ...cache,
      get: async <T>(key: string) => {
        const value = await cache.get<T>(key);
        observe(namespace, value !== undefined);
        return value;
      },
    };
  };
}

/** A cache over keyv, in which a store that fails is a miss. */
export function createKeyvCache(keyv: Keyv): Cache {
  keyv.on('error', () => {});
  return {
    get: async <T>(key: string) => {
      try {
        return await keyv.get<T>(key);
      } catch {
        return undefined;
      }
    },
    set: async (key, value, ttlSeconds) => {
      try {
        await keyv.set(key, value, ttlSeconds * 1000);
      } catch {
        // A value that could not be kept is read again.
      }
    },
    delete: async (key) => {
      try {
        await keyv.delete(key);
      } catch {
        // It expires by itself.
      }
    },
  };
}
