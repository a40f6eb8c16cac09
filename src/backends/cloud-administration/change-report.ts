import { fold } from '../../domain/user-filter.ts';
import { isJsonObject, parseJson, type JsonObject } from '../../http/json.ts';
import { WrongShapeError, flag, requiredText, text } from './contract-fields.ts';

/** What an answer says of one user. PENDING: the change is taken and not done yet. */
export type Verdict = 'DONE' | 'FAILED' | 'PENDING';

/** What the answer to a write, or the result of a job, reports. */
export interface ChangeReport {
  /** By login as the answer spells it. Empty: it names nobody. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The whole job failed. Its text is for the backend's operators and stays there. */
  readonly hasException: boolean;
}

/**
 * Reads a good answer to a write. The documents show one user for a list of them, and elsewhere a list, a data store,
 * a text by login, a word, nothing: each of these is read here, whatever was asked.
 *
 * No attribute but the login and the marks of success is looked at, so a password in an answer gets no further.
 *
 * @returns `null` when it is none of them
 */
export function parseChangeReport(body: string): ChangeReport | null {
  const trimmed = body.trim();
  if (trimmed === '' || isSuccessWord(trimmed)) return NOBODY;
  const value = parseJson(trimmed);
  try {
    return toReport(value);
  } catch (error) {
    if (error instanceof WrongShapeError) return null;
    throw error;
  }
}

/**
 * What a report says of one user, found by the login, in another case only when that leaves no doubt, and never by
 * position.
 *
 * @returns `null` when it does not name the user
 */
export function verdictOn({ verdicts, hasException }: ChangeReport, login: string): Verdict | null {
  if (hasException) return 'FAILED';
  const exact = verdicts.get(login);
  if (exact !== undefined) return exact;
  const similar = [...verdicts].filter(([name]) => fold(name) === fold(login));
  return similar.length === 1 ? (similar[0]?.[1] ?? null) : null;
}

const NOBODY: ChangeReport = { verdicts: new Map(), hasException: false };

function toReport(value: unknown): ChangeReport | null {
  if (value === null || (typeof value === 'string' && isSuccessWord(value))) return NOBODY;
  if (Array.isArray(value)) return reportOf(value.map(verdictOfRecord));
  if (!isJsonObject(value)) return null;
  if (text(value.loginId, 'loginId') !== null) return reportOf([verdictOfRecord(value)]);
  if (isDataStore(value)) return reportOfStore(value);
  const messages = Object.entries(value).map(([login, message]): NamedVerdict | null =>
    message === null || typeof message === 'string'
      ? [login, verdictOfMessage(message ?? '')]
      : null,
  );
  const named = messages.filter((message) => message !== null);
  return named.length === messages.length ? reportOf(named) : null;
}

type NamedVerdict = readonly [login: string, verdict: Verdict];

/** Of several verdicts on one user the worst counts. */
function reportOf(named: readonly NamedVerdict[], hasException = false): ChangeReport {
  const verdicts = new Map<string, Verdict>();
  for (const [login, verdict] of named.toSorted((one, other) => RANK[one[1]] - RANK[other[1]]))
    verdicts.set(login, verdict);
  return { verdicts, hasException };
}

const RANK: Readonly<Record<Verdict, number>> = { DONE: 0, PENDING: 1, FAILED: 2 };

function isDataStore(value: JsonObject): boolean {
  return ['added', 'modified', 'deleted', 'deleteFailed'].some((name) =>
    Array.isArray(value[name]),
  );
}

function reportOfStore(store: JsonObject): ChangeReport {
  const records = [...arrayOf(store.added), ...arrayOf(store.modified)].map(verdictOfRecord);
  const kept = arrayOf(store.deleteFailed).map((record): NamedVerdict => [
    verdictOfRecord(record)[0],
    'FAILED',
  ]);
  const deleted = arrayOf(store.deleted).map((login): NamedVerdict => [
    requiredText(login, 'deleted'),
    'DONE',
  ]);
  const hasException = text(store.exception, 'exception') !== null;
  return reportOf([...records, ...deleted, ...kept], hasException);
}

/** `statusInfoOK` decides; published partial failures bear the text of `statusInfo` alone. */
function verdictOfRecord(record: unknown): NamedVerdict {
  if (!isJsonObject(record)) throw new WrongShapeError('it holds something that is no user');
  const login = requiredText(record.loginId, 'loginId');
  const isGood = flag(record.statusInfoOK, 'statusInfoOK');
  if (isGood !== null) return [login, isGood ? 'DONE' : 'FAILED'];
  if (text(record.statusInfo, 'statusInfo') !== null) return [login, 'FAILED'];
  return [login, flag(record.processed, 'processed') === false ? 'PENDING' : 'DONE'];
}

function verdictOfMessage(message: string): Verdict {
  return message.trim() === '' || isSuccessWord(message) ? 'DONE' : 'FAILED';
}

function isSuccessWord(message: string): boolean {
  return /^"?success[.!]?"?$/i.test(message.trim());
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
