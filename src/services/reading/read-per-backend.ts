import type { BackendName } from '../../domain/model.ts';

/** What was read for one key, or why it could not be read. */
export type Answer<T> = T | Error;

type Lookup<Key, T> = (key: Key) => Answer<T>;

/**
 * Reads many things at once: the keys of each backend together, the backends side by side.
 *
 * @param read reads the keys of one backend, and returns how to look up the value of each
 * @returns an answer per key, in their order; a backend that fails fails only its own keys, a key that fails itself alone
 */
export async function readPerBackend<Key, T>(
  keys: readonly Key[],
  backendOf: (key: Key) => BackendName,
  read: (backend: BackendName, keys: readonly Key[]) => Promise<Lookup<Key, T>>,
): Promise<readonly Answer<T>[]> {
  const lookups = new Map<BackendName, Lookup<Key, T> | Error>();
  const reads = [...Map.groupBy(keys, backendOf)].map(async ([backend, ownKeys]) => {
    lookups.set(backend, await read(backend, ownKeys).catch(toError));
  });
  await Promise.all(reads);
  return keys.map((key) => answerOf(lookups.get(backendOf(key)), key));
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A read failed.', { cause: error });
}

function answerOf<Key, T>(lookup: Lookup<Key, T> | Error | undefined, key: Key): Answer<T> {
  if (lookup === undefined) return new Error('A key was not read.');
  return lookup instanceof Error ? lookup : lookup(key);
}
