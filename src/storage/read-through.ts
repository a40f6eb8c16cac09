import type { Answers, ReadContext } from '../domain/backend.ts';
import { GatewayError } from '../domain/errors.ts';
import { readRest } from '../http/read-each.ts';
import { createSingleFlight, isOutOfBudget } from '../http/single-flight.ts';
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
   * @returns the values found by id; an id for which `load` has no entry has none, and its absence is not kept. What
   *   could not be read does not cost what is kept already; no error is kept
   */
  readMany<T>(
    kind: string,
    ids: readonly string[],
    ttlSeconds: number,
    context: ReadContext,
    load: LoadMany<T>,
  ): Promise<Answers<T>>;

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

export type LoadMany<T> = (missing: readonly string[], context: ReadContext) => Promise<Answers<T>>;

/** A point in the order of drops. */
export type ReadMark = number;

export function createReadThrough(cache: Cache, credentialIdentity: string): ReadThrough {
  const flights = createSingleFlight();
  // Rises with every drop: what was read under an older one may predate the write.
  let epoch: ReadMark = 0;
  const keyOf = (key: string): string => `${credentialIdentity}|${key}`;

  async function put(
    kind: string,
    values: ReadonlyMap<string, unknown>,
    ttlSeconds: number,
    since: ReadMark,
  ): Promise<void> {
    if (ttlSeconds === 0 || since !== epoch) return;
    for (const [id, value] of values) {
      if (value instanceof GatewayError) continue;
      await cache.set(keyOf(`${kind}:${id}`), value, ttlSeconds);
    }
  }

  async function read<T>(
    key: string,
    ttlSeconds: number,
    context: ReadContext,
    load: (context: ReadContext) => Promise<T>,
  ): Promise<T> {
    const hit = context.fresh || ttlSeconds === 0 ? undefined : await cache.get<T>(keyOf(key));
    if (hit !== undefined) return hit;
    const work = async (signal: AbortSignal): Promise<T> => {
      const since = epoch;
      const value = await load({ ...context, signal });
      if (ttlSeconds > 0 && since === epoch) await cache.set(keyOf(key), value, ttlSeconds);
      return value;
    };
    return context.fresh ? work(context.signal) : flights.run(key, context.signal, work);
  }

  async function cached<T>(kind: string, ids: Iterable<string>): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    for (const id of ids) {
      const hit = await cache.get<T>(keyOf(`${kind}:${id}`));
      if (hit !== undefined) found.set(id, hit);
    }
    return found;
  }

  return {
    read,
    readMany: async (kind, ids, ttlSeconds, context, load) => {
      const wanted = new Set(ids);
      const known = context.fresh || ttlSeconds === 0 ? new Map() : await cached(kind, wanted);
      const missing = [...wanted].filter((id) => !known.has(id));
      const loadAndKeep: typeof load = async (rest, inner) => {
        const since = epoch;
        const values = await load(rest, inner);
        await put(kind, values, ttlSeconds, since);
        return values;
      };
      const shared = { read, kind, load: loadAndKeep };
      return readRest(known, missing, (rest) => loadShared(shared, rest, context));
    },
    mark: () => epoch,
    put,
    drop: async (keys) => {
      epoch += 1;
      flights.detach();
      await Promise.all(keys.map((key) => cache.delete(keyOf(key))));
    },
  };
}

interface SharedLoad<T> extends Pick<ReadThrough, 'read'> {
  readonly kind: string;
  readonly load: LoadMany<T>;
}

/** Loads these ids, or joins who does. What the other's budget did not pay for is then loaded at the reader's own cost. */
async function loadShared<T>(
  shared: SharedLoad<T>,
  ids: readonly string[],
  context: ReadContext,
): Promise<Answers<T>> {
  const { read, kind, load } = shared;
  const { payer, answers } = await read(
    `${kind}*${JSON.stringify(ids)}`,
    0,
    context,
    async (inner) => ({
      payer: inner.budget,
      answers: await load(ids, inner),
    }),
  );
  const isOwn = payer === context.budget;
  const unpaid = isOwn ? [] : ids.filter((id) => isOutOfBudget(answers.get(id)));
  return readRest(answers, unpaid, (rest) => loadShared(shared, rest, context));
}
