import { toDataStore } from './data-store.ts';
import { isRecord, textOf } from './exchange.ts';
import type { DraftRow, JobResult } from './jobs.ts';
import type { Account } from './model.ts';
import { CHANGE_REFUSED, UNKNOWN_USER, failureMarks } from './outcomes.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { createUpsert } from './user-upsert.ts';
import type { Upserted } from './user-upsert.ts';
import { toWireUser } from './wire.ts';
import type { WireRecord } from './wire.ts';

/** The parts of a `UserDataStore` that a client sends. */
export interface UserSubmission {
  /** What it calls added and modified alike: whether a login exists decides. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly deleted: readonly string[];
}

/** @throws Refusal 400 for anything but an envelope with something to do */
export function parseSubmission(body: unknown): UserSubmission {
  const { added, modified, deleted } = isRecord(body) ? body : {};
  const records = [...listOf(added), ...listOf(modified)].filter(isRecord);
  const logins = listOf(deleted).filter((login) => textOf(login) !== null);
  const length = listOf(added).length + listOf(modified).length + listOf(deleted).length;
  if (length === 0 || records.length + logins.length < length)
    throw new Refusal(400, INVALID_INPUT);
  return { records, deleted: logins.map(String) };
}

/** Does what was submitted, record by record: one that fails keeps none of the others from succeeding. */
export function runUserJob(
  { records, deleted }: UserSubmission,
  caller: Account,
  state: State,
): JobResult {
  const exception = state.settings.jobException;
  if (exception !== null)
    return { store: toDataStore({ exception }), failed: [], steps: [exception] };
  const upsert = createUpsert(caller, state);
  const upserted = records.map(upsert);
  const deletions = deleted.map((loginId) => deleteUser(loginId, caller, state));
  const failures = deletions.filter(({ problem }) => problem !== null);
  return {
    store: toDataStore({
      added: upserted.filter(({ isNew }) => isNew).map(({ wire }) => wire),
      modified: upserted.filter(({ isNew }) => !isNew).map(({ wire }) => wire),
      deleted: deletions.filter(({ problem }) => problem === null).map(({ loginId }) => loginId),
      deleteFailed: failures.map(({ wire }) => wire),
    }),
    failed: [...upserted.filter(({ problem }) => problem !== null), ...failures].map(({ wire }) =>
      toDraftRow(wire),
    ),
    steps: [...upserted, ...deletions].map(toStep),
  };
}

interface Deletion {
  readonly loginId: string;
  readonly problem: string | null;
  readonly wire: WireRecord;
}

function deleteUser(loginId: string, caller: Account, state: State): Deletion {
  const account = state.accounts.get(loginId);
  if (account === undefined) {
    const wire = { loginId, ...failureMarks(UNKNOWN_USER, state.settings) };
    return { loginId, problem: UNKNOWN_USER, wire };
  }
  if (state.settings.failingLogins.includes(loginId)) {
    const wire = toWireUser(account, state, failureMarks(CHANGE_REFUSED, state.settings));
    return { loginId, problem: CHANGE_REFUSED, wire };
  }
  state.accounts.delete(loginId);
  state.record('USER_DELETED', account, caller.loginId);
  return { loginId, problem: null, wire: {} };
}

function toDraftRow(wire: WireRecord): DraftRow {
  const text = (name: string): string => textOf(wire[name]) ?? '';
  const company = wire['organization'];
  return {
    lastName: text('lastName'),
    firstName: text('firstName'),
    email: text('emailAddress'),
    username: text('loginId'),
    company: isRecord(company) ? (textOf(company['name']) ?? '') : '',
    userType: text('userType'),
    locked: wire['locked'] === true,
    active: wire['disabled'] !== true,
  };
}

function toStep(entry: Upserted | Deletion): string {
  const action = 'isNew' in entry ? (entry.isNew ? 'Create' : 'Update') : 'Delete';
  return `${action} user ${entry.loginId}: ${entry.problem ?? 'done'}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
