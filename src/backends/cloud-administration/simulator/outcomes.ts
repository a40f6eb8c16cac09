import type { Account } from './model.ts';
import type { State } from './state.ts';
import type { Settings } from './switches.ts';
import { toWireUser } from './wire.ts';
import type { RecordMarks, WireRecord } from './wire.ts';

/** What became of one record of a list. */
export interface Outcome {
  readonly loginId: string;
  /** As it is afterwards; null when there is none. */
  readonly account: Account | null;
  /** Null when all went well. */
  readonly problem: string | null;
}

export const UNKNOWN_USER = 'User not found.';
export const CHANGE_REFUSED = 'The identity system refused the change.';

/** Login to text; the text of a success is empty. */
export function toOutcomeMap(outcomes: readonly Outcome[]): Readonly<Record<string, string>> {
  return Object.fromEntries(outcomes.map(({ loginId, problem }) => [loginId, problem ?? '']));
}

/** Never in the order of the request: known users first, by id, as the directory keeps them. */
export function toOutcomeList(outcomes: readonly Outcome[], state: State): readonly WireRecord[] {
  const rank = ({ account }: Outcome): string => account?.id ?? '~';
  return outcomes
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
    .map((outcome) => toOutcomeRecord(outcome, state));
}

export function toOutcomeRecord(outcome: Outcome, state: State): WireRecord {
  const { account, loginId, problem } = outcome;
  const marks = problem === null ? { processed: true } : failureMarks(problem, state.settings);
  return account === null ? { loginId, ...marks } : toWireUser(account, state, marks);
}

/** Published failures bear a text alone; the schema has a flag as well. */
export function failureMarks(problem: string, { failureMark }: Settings): RecordMarks {
  return {
    processed: false,
    statusInfo: problem,
    ...(failureMark === 'status-info-ok' && { statusInfoOK: false }),
  };
}

/** Why an account cannot be changed; null when it can. */
export function obstacleTo(account: Account | null, { failingLogins }: Settings): string | null {
  if (account === null) return UNKNOWN_USER;
  return failingLogins.includes(account.loginId) ? CHANGE_REFUSED : null;
}
