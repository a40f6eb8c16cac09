import type { ReadContext } from '../domain/backend.ts';
import { createSingleFlight } from '../http/single-flight.ts';
import type { Cache } from './cache.ts';

/**
 * Reads through a cache: a hit costs nothing, equal reads under way share one call, and nothing that failed is kept.
 *
 * Keys are made unique to the credential by this reader; what is read with one credential is never served to another.
 */
export interface ReadThrough {
  /**
   * One value.
   *
   * @param ttlSeconds 0: not kept, but equal reads under way are still shared
   * @param load gets a context whose signal ends when nobody waits for the value any more
   */
  read<T>(
    key: string,
    ttlSeconds: number,
    context: ReadContext,
    load: (context: ReadContext) => Promise<T>,
  ): Promise<T>;

  /**
   * Many values of one kind; `load` is asked for those that are not cached, once.
   *
   * @returns the values found by id; an id for which `load` has no entry has none, and its absence is not kept
   */
  readMany<T>(
    kind: string,
    ids: readonly string[],
    ttlSeconds: number,
    context: ReadContext,
    load: (missing: readonly string[], context: ReadContext) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyMap<string, T>>;

  /** Taken before a read that `put` will keep. */
  mark(): ReadMark;

  /**
   * Keeps values that came with another answer, e.g. the rows of a list, as `readMany` would.
   *
   * @param since `mark()` from before they were read: they are not kept when a drop came in between
   */
  put(
    kind: string,
    values: ReadonlyMap<string, unknown>,
    ttlSeconds: number,
    since: ReadMark,
  ): Promise<void>;

  /**
   * Forgets values after a write. A read that began before it is not kept, and later readers do not join it.
   *
   * @param keys as given to `read`, or `kind:id` for `readMany`
   */
  drop(keys: readonly string[]): Promise<void>;
}

/** A point in the order of drops. */
export type ReadMark = number;

export function createReadThrough(cache: Cache, credentialIdentity: string): ReadThrough {
  const flights = createSingleFlight();
  // Rises with every drop: what was read under an older one may predate the write.
  let epoch = 0;
  const keyOf = (key: string): string => `${credentialIdentity}|${key}`;

  async function keep(
    key: string,
    value: unknown,
    ttlSeconds: number,
    readIn: number,
  ): Promise<void> {
    if (ttlSeconds > 0 && readIn === epoch) await cache.set(keyOf(key), value, ttlSeconds);
  }

  const reader: ReadThrough = {
    read: async (key, ttlSeconds, context, load) => {
      if (!context.fresh && ttlSeconds > 0) {
        const hit = await cache.get<Awaited<ReturnType<typeof load>>>(keyOf(key));
        if (hit !== undefined) return hit;
      }
      const work = async (signal: AbortSignal) => {
        const readIn = epoch;
        const value = await load({ ...context, signal });
        await keep(key, value, ttlSeconds, readIn);
        return value;
      };
      return context.fresh ? work(context.signal) : flights.run(key, context.signal, work);
    },

    readMany: async (kind, ids, ttlSeconds, context, load) => {
      type Value =
        Awaited<ReturnType<typeof load>> extends ReadonlyMap<string, infer V> ? V : never;
      const found = new Map<string, Value>();
      const missing: string[] = [];
      for (const id of new Set(ids)) {
        const hit =
          context.fresh || ttlSeconds === 0
            ? undefined
            : await cache.get<Value>(keyOf(`${kind}:${id}`));
        if (hit === undefined) missing.push(id);
        else found.set(id, hit);
      }
      if (missing.length === 0) return found;
      const loaded = await reader.read(
        `${kind}*${missing.join('\n')}`,
        0,
        context,
        async (inner) => {
          const readIn = epoch;
          const values = await load(missing, inner);
          for (const [id, value] of values) await keep(`${kind}:${id}`, value, ttlSeconds, readIn);
          return values;
        },
      );
      for (const [id, value] of loaded) found.set(id, value as Value);
      return found;
    },

    mark: () => epoch,

    put: async (kind, values, ttlSeconds, since) => {
      for (const [id, value] of values) await keep(`${kind}:${id}`, value, ttlSeconds, since);
    },

    drop: async (keys) => {
      epoch += 1;
      flights.detach();
      await Promise.all(keys.map((key) => cache.delete(keyOf(key))));
    },
  };
  return reader;
}
