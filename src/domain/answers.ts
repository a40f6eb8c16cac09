import { GatewayError } from './errors.ts';

/**
 * What was read for many keys at once. An entry that is an error fails that key alone: it says why this one could not be
 * read. A key without an entry: there is no such thing.
 */
export type Answers<T, Key = string> = ReadonlyMap<Key, T | GatewayError>;

/** For who cannot go on without it. @throws GatewayError the answer itself, where it is one */
export function orThrow<T>(answer: T | GatewayError): T {
  if (answer instanceof GatewayError) throw answer;
  return answer;
}

/** For who cannot go on without them all. @throws GatewayError the first answer that is one */
export function allOrThrow<T>(answers: Answers<T>): ReadonlyMap<string, T> {
  return new Map([...answers].map(([key, answer]) => [key, orThrow(answer)]));
}

/** What the work gives, or the expected problem that it met. */
export function attempt<T>(work: () => T): T | GatewayError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

/** Maps what was read; what cannot be mapped fails alone, too. */
export function mapAnswers<T, R>(answers: Answers<T>, map: (value: T) => R): Answers<R> {
  return new Map([...answers].map(([key, answer]) => [key, attempt(() => map(orThrow(answer)))]));
}
