/**
 * Counts the changes of users that this process has made. Whoever is about to write what was read earlier sees by it
 * whether another change has come to an end since.
 */
export interface ChangeCount {
  /** A change has come to an end, well or not. */
  add(): void;
  /** Changes that have ended so far. */
  soFar(): number;
}

export function createChangeCount(): ChangeCount {
  let ended = 0;
  return {
    add: () => {
      ended += 1;
    },
    soFar: () => ended,
  };
}
