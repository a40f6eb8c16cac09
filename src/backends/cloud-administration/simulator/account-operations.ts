import { isDeepStrictEqual } from 'node:util';
import type { SimulatorAnswer } from '../../../simulation/server.ts';
import { parseRecords } from './exchange.ts';
import type { Exchange, Handler } from './exchange.ts';
import type { Account } from './model.ts';
import { obstacleTo, toOutcomeList, toOutcomeMap } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import { isComplete } from './reset-request.ts';
import type { State } from './state.ts';

type UserRecord = ReturnType<typeof parseRecords>[number];

/** Enabling, disabling and unlocking. The answers are undocumented; a user who cannot be changed fails alone. */
export function createAccountOperations(state: State) {
  return {
    ChangeStatus: (exchange) =>
      changeAll(exchange, state, {
        eventType: 'STATUS_CHANGE',
        changesOf: (record) => ({ disabled: wantsDisabled(record) }),
      }),
    ChangeLock: (exchange) =>
      changeAll(exchange, state, {
        eventType: 'UNLOCK',
        changesOf: () => ({ locked: false, failedSignIns: 0 }),
      }),
  } as const satisfies Readonly<Record<string, Handler>>;
}

interface Change {
  readonly eventType: string;
  /** @throws Refusal 400 */
  changesOf(record: UserRecord): Partial<Account>;
}

function changeAll({ body, caller }: Exchange, state: State, change: Change): SimulatorAnswer {
  const { strictChanges, changeAnswer } = state.settings;
  const records = parseRecords(body);
  if (strictChanges && !records.every(isComplete)) throw new Refusal(400, INVALID_INPUT);
  const wanted = records.map((record) => ({
    loginId: record.loginId,
    changes: change.changesOf(record),
  }));
  const outcomes = wanted.map(({ loginId, changes }): Outcome => {
    const account = state.accounts.get(loginId) ?? null;
    const problem = obstacleTo(account, state.settings);
    if (account === null || problem !== null) return { loginId, account, problem };
    const isSame = isDeepStrictEqual({ ...account, ...changes }, account);
    const changed = isSame ? account : state.change(account, changes);
    if (!isSame) state.record(change.eventType, changed, caller.loginId);
    return { loginId, account: changed, problem };
  });
  if (changeAnswer === 'empty') return { status: 200 };
  const isMap = changeAnswer === 'map';
  return { status: 200, body: isMap ? toOutcomeMap(outcomes) : toOutcomeList(outcomes, state) };
}

/** Which of the two fields decides is undocumented; the required one goes first. */
function wantsDisabled({ disabled, status }: UserRecord): boolean {
  if (typeof disabled === 'boolean') return disabled;
  if (status === 'Active' || status === 'Inactive') return status === 'Inactive';
  throw new Refusal(400, INVALID_INPUT);
}
