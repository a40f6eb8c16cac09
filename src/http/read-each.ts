import type { Answers } from '../domain/answers.ts';
import { GatewayError } from '../domain/errors.ts';
import { mapAtMost } from './at-most.ts';

/** Reads that may fail with none done well in between; after that it is the backend, not what is read. */
const MAX_FAILURES_IN_A_ROW = 10;

/** Statuses with which a backend may refuse the one thing that is asked for, and give the next. */
const STATUSES_OF_ONE: ReadonlySet<number | undefined> = new Set([403, 500]);

/**
 * Reads each key by a call of its own, at most `limit` at a time: one that fails fails alone. After a failure that the
 * others would meet too, they have failed with it and no call is made for them any more.
 *
 * @param read `null`: there is no such thing
 * @returns answers in the order of the keys
 * @throws GatewayError the first, when all keys failed with one code: nothing could be read
 */
export async function readEach<Key, T>(
  limit: number,
  keys: Iterable<Key>,
  read: (key: Key) => Promise<T | null>,
): Promise<Answers<T, Key>> {
  const wanted = [...new Set(keys)];
  let failuresInARow = 0;
  let givenUp: GatewayError | null = null;
  const answers = await mapAtMost(limit, wanted, async (key) => {
    if (givenUp !== null) return givenUp;
    const answer = await settle(read(key));
    const isFailure = answer instanceof GatewayError;
    failuresInARow = isFailure ? failuresInARow + 1 : 0;
    const endsAll = failuresInARow >= MAX_FAILURES_IN_A_ROW || (isFailure && concernsAll(answer));
    if (isFailure && endsAll) givenUp ??= answer;
    return answer;
  });
  throwOnlyReason(answers);
  const pairs = wanted.map((key, index) => [key, answers[index] ?? null] as const);
  return new Map(pairs.flatMap(([key, answer]) => (answer === null ? [] : [[key, answer]])));
}

export interface KeyGroups<Group> {
  readonly limit: number;
  readonly groups: readonly Group[];
  readonly keysOf: (group: Group) => readonly string[];
}

/** As `readEach`, with a call for each group of keys: a group that fails fails its own keys alone. */
export async function readGroups<Group, T>(
  { limit, groups, keysOf }: KeyGroups<Group>,
  read: (group: Group) => Promise<Answers<T>>,
): Promise<Answers<T>> {
  const answers = await readEach(limit, groups, read);
  return new Map(
    [...answers].flatMap(([group, own]) => [
      ...(own instanceof GatewayError ? failed(keysOf(group), own) : own),
    ]),
  );
}

/** Keys that are read as one: where that fails, each of them has failed. */
export async function readTogether<T>(
  keys: readonly string[],
  work: Promise<Answers<T>>,
): Promise<Answers<T>> {
  const answers = await settle(work);
  return answers instanceof GatewayError ? failed(keys, answers) : answers;
}

/**
 * Reads what is missing beside what is known. Where nothing of that can be read, it does not cost what is known.
 *
 * @throws GatewayError as `read` throws, when nothing is known either
 */
export async function readRest<T>(
  known: Answers<T>,
  missing: readonly string[],
  read: (missing: readonly string[]) => Promise<Answers<T>>,
): Promise<Answers<T>> {
  if (missing.length === 0) return known;
  const rest = known.size === 0 ? read(missing) : readTogether(missing, read(missing));
  return new Map([...known, ...(await rest)]);
}

/** What the work comes to, or the expected problem that it met. */
export async function settle<T>(work: Promise<T>): Promise<T | GatewayError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

/** Whether the next call would end alike: nobody pays for it, lets us in, or is there. */
function concernsAll({ code, safeCause }: GatewayError): boolean {
  switch (code) {
    case 'BUDGET_EXCEEDED':
    case 'BACKEND_THROTTLED':
      return true;
    case 'BACKEND_UNAVAILABLE':
    case 'BACKEND_CREDENTIAL_REJECTED':
      return !STATUSES_OF_ONE.has(safeCause?.status);
    default:
      return false;
  }
}

function throwOnlyReason(answers: readonly unknown[]): void {
  const [first] = answers;
  if (!(first instanceof GatewayError)) return;
  const isOnly = answers.every(
    (answer) => answer instanceof GatewayError && answer.code === first.code,
  );
  if (isOnly) throw first;
}

function failed(keys: readonly string[], error: GatewayError): Answers<never> {
  return new Map(keys.map((key) => [key, error]));
}
