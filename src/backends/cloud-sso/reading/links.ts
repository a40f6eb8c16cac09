import type { Answers, ReadContext } from '../../../domain/backend.ts';
import { readEach } from '../../../http/read-each.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import { CALLS_AT_ONCE } from './read-by-id.ts';

/**
 * What belongs to users or groups: memberships, assignments. CloudSSO has no bulk read of them, so for many owners they
 * are read from the other side, all of the directory's at once, when that takes fewer calls.
 */
export interface Links<R> {
  /** @returns the links by owner, with an entry for every owner asked for; one that was asked for by itself may fail alone */
  of(owners: readonly string[], context: ReadContext): Promise<Answers<readonly R[]>>;
  /** Forgets after a write what is kept of these owners, and all that was read from the other side. */
  forget(owners: readonly string[]): Promise<void>;
}

/** @typeParam A everything at once, as plain data, for a shared cache writes it as JSON */
export interface LinksOptions<R, A> {
  readonly reader: ReadThrough;
  readonly kind: string;
  /** How long the links of a single owner are kept; 0: not at all. */
  readonly ttlSeconds: number;
  readonly readOne: (owner: string, context: ReadContext) => Promise<readonly R[]>;
  readonly readAll: (context: ReadContext) => Promise<A>;
  readonly pick: (all: A, owner: string) => readonly R[];
  /** How many calls `readAll` takes; `null`: unknown. May cost a call, so it is asked only for several owners. */
  readonly callsForAll: (context: ReadContext) => Promise<number | null>;
  readonly now: () => number;
}

/** For fewer owners it is not worth a call to know what the other side would cost. */
const SEVERAL = 4;

const ALL_TTL_SECONDS = COMPANIES_AND_ROLES_TTL_SECONDS;

export function createLinks<R, A>(options: LinksOptions<R, A>): Links<R> {
  const { reader, kind, readOne, pick, now } = options;
  const allKey = `all ${kind}`;
  let allIsKeptUntil = 0;

  const readAll = (context: ReadContext): Promise<A> =>
    reader.read(allKey, ALL_TTL_SECONDS, context, async (inner) => {
      const since = reader.mark();
      const keptUntil = now() + ALL_TTL_SECONDS * 1000;
      const all = await options.readAll(inner);
      if (since === reader.mark()) allIsKeptUntil = keptUntil;
      return all;
    });

  async function isAllCheaper(owners: readonly string[], context: ReadContext): Promise<boolean> {
    if (!context.fresh && now() < allIsKeptUntil) return true;
    if (owners.length < SEVERAL) return false;
    const calls = await options.callsForAll(context);
    return calls !== null && calls < owners.length;
  }

  return {
    of: async (owners, context) => {
      if (await isAllCheaper(owners, context)) {
        const all = await readAll(context);
        return new Map(owners.map((owner) => [owner, pick(all, owner)]));
      }
      const { ttlSeconds } = options;
      return reader.readMany<readonly R[]>(kind, owners, ttlSeconds, context, (ids, inner) =>
        readEach(CALLS_AT_ONCE, ids, (owner) => readOne(owner, inner)),
      );
    },
    forget: async (owners) => {
      allIsKeptUntil = 0;
      await reader.drop([allKey, ...owners.map((owner) => `${kind}:${owner}`)]);
    },
  };
}

/** Links by owner, as plain data. */
export type ByOwner<T> = Readonly<Record<string, readonly T[]>>;

export function linksOf<T>(all: ByOwner<T>, owner: string): readonly T[] {
  return Object.hasOwn(all, owner) ? (all[owner] ?? []) : [];
}

/** Gathers pairs by owner. */
export function toByOwner<T>(pairs: Iterable<readonly [owner: string, link: T]>): ByOwner<T> {
  const byOwner = new Map<string, T[]>();
  for (const [owner, link] of pairs) {
    const links = byOwner.get(owner);
    if (links === undefined) byOwner.set(owner, [link]);
    else links.push(link);
  }
  return Object.fromEntries(byOwner);
}
