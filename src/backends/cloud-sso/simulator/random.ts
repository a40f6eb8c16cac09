/** Repeatable randomness: the same seed gives the same directory at every start. */
export interface Random {
  /** A whole number from 0, below the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <const T>(values: readonly [T, ...T[]]) => T;
  readonly chance: (share: number) => boolean;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    chance: (share) => next() < share,
  };
}
