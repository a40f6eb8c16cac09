import type { User } from '../../../domain/model.ts';
import { fold } from '../../../domain/user-filter.ts';
import { isJsonObject, parseJson, type JsonObject } from '../../../http/json.ts';
import { WrongShapeError, flag, requiredText, text } from '../contract-fields.ts';

/** What an answer says of one user. PENDING: the change is taken and not done yet. */
export type Verdict = 'DONE' | 'FAILED' | 'PENDING';

/** The marks on a record that tell of a failure. The backend keeps them with the account. */
export interface RecordMarks {
  /** Compared and never passed on. */
  readonly statusInfo: string | null;
  readonly statusInfoOK: boolean | null;
}

/** What is reported of a user. */
export interface UserReport {
  readonly verdict: Verdict;
  /** Of the record that was answered; `null`: none was. */
  readonly marks: RecordMarks | null;
}

/** What the answer to a write, or the result of a job, reports. */
export interface ChangeReport {
  /** By login as the answer spells it. Empty: it names nobody. */
  readonly users: ReadonlyMap<string, UserReport>;
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

/** The marks that an account bears, from its record. */
export function marksOf({ statusInfo, statusInfoOK }: RecordMarks): RecordMarks {
  return { statusInfo, statusInfoOK };
}

/** The marks that an account bears. */
export function marksOn({ details }: User): RecordMarks {
  const { statusInfo, statusInfoOK }: Readonly<Record<string, unknown>> = details ?? {};
  return {
    statusInfo: typeof statusInfo === 'string' ? statusInfo : null,
    statusInfoOK: typeof statusInfoOK === 'boolean' ? statusInfoOK : null,
  };
}

/**
 * What a report says of one user, found by the login, in another case only when that leaves no doubt, and never by
 * position.
 *
 * @param before the marks that the account bore before the write; `null`: there was no account
 * @returns `null` when it does not name the user; REPEATED for a failure told by the marks of before: they may be
 *   of an earlier job, so the account itself must tell
 */
export function verdictOn(
  { users, hasException }: ChangeReport,
  login: string,
  before: RecordMarks | null,
): Verdict | 'REPEATED' | null {
  if (hasException) return 'FAILED';
  const found = users.get(login) ?? onlySimilar(users, login);
  if (found === null) return null;
  return before !== null && isRepeated(found, before) ? 'REPEATED' : found.verdict;
}

function isRepeated({ verdict, marks }: UserReport, before: RecordMarks): boolean {
  if (marks === null || verdict !== 'FAILED') return false;
  return marks.statusInfo === before.statusInfo && marks.statusInfoOK === before.statusInfoOK;
}

const NOBODY: ChangeReport = { users: new Map(), hasException: false };

function onlySimilar(users: ChangeReport['users'], login: string): UserReport | null {
  const similar = [...users].filter(([name]) => fold(name) === fold(login));
  return similar.length === 1 ? (similar[0]?.[1] ?? null) : null;
}

function toReport(value: unknown): ChangeReport | null {
  if (value === null || (typeof value === 'string' && isSuccessWord(value))) return NOBODY;
  if (Array.isArray(value)) return reportOf(value.map(reportOnRecord));
  if (!isJsonObject(value)) return null;
  if (text(value.loginId, 'loginId') !== null) return reportOf([reportOnRecord(value)]);
  if (isDataStore(value)) return reportOfStore(value);
  const messages = Object.entries(value).map(([login, message]): NamedReport | null =>
    message === null || typeof message === 'string'
      ? [login, saying(verdictOfMessage(message ?? ''))]
      : null,
  );
  const named = messages.filter((message) => message !== null);
  return named.length === messages.length ? reportOf(named) : null;
}

type NamedReport = readonly [login: string, report: UserReport];

/** Of several verdicts on one user the worst counts. */
function reportOf(named: readonly NamedReport[], hasException = false): ChangeReport {
  const rankOf = ([, { verdict }]: NamedReport): number => RANK[verdict];
  const worstLast = named.toSorted((one, other) => rankOf(one) - rankOf(other));
  return { users: new Map(worstLast), hasException };
}

const RANK: Readonly<Record<Verdict, number>> = { DONE: 0, PENDING: 1, FAILED: 2 };

function isDataStore(value: JsonObject): boolean {
  return ['added', 'modified', 'deleted', 'deleteFailed'].some((name) =>
    Array.isArray(value[name]),
  );
}

function reportOfStore(store: JsonObject): ChangeReport {
  const records = [...arrayOf(store.added), ...arrayOf(store.modified)].map(reportOnRecord);
  const kept = arrayOf(store.deleteFailed).map((record): NamedReport => [
    reportOnRecord(record)[0],
    saying('FAILED'),
  ]);
  const deleted = arrayOf(store.deleted).map((login): NamedReport => [
    requiredText(login, 'deleted'),
    saying('DONE'),
  ]);
  const hasException = text(store.exception, 'exception') !== null;
  return reportOf([...records, ...deleted, ...kept], hasException);
}

function reportOnRecord(record: unknown): NamedReport {
  if (!isJsonObject(record)) throw new WrongShapeError('it holds something that is no user');
  const login = requiredText(record.loginId, 'loginId');
  const marks: RecordMarks = {
    statusInfo: text(record.statusInfo, 'statusInfo'),
    statusInfoOK: flag(record.statusInfoOK, 'statusInfoOK'),
  };
  const isPending = flag(record.processed, 'processed') === false;
  return [login, { verdict: verdictOfMarks(marks) ?? (isPending ? 'PENDING' : 'DONE'), marks }];
}

/** `statusInfoOK` decides; published partial failures bear the text of `statusInfo` alone. */
function verdictOfMarks({ statusInfo, statusInfoOK }: RecordMarks): Verdict | null {
  if (statusInfoOK !== null) return statusInfoOK ? 'DONE' : 'FAILED';
  return statusInfo === null ? null : 'FAILED';
}

function saying(verdict: Verdict): UserReport {
  return { verdict, marks: null };
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
