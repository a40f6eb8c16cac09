import { randomBytes } from 'node:crypto';
import type { SimulatorAnswer } from '../../../simulation/server.ts';
import { textOf } from './exchange.ts';
import type { Exchange, Handler } from './exchange.ts';
import { toDataStore } from './data-store.ts';
import { toAcceptedAnswer } from './job-operations.ts';
import type { Jobs } from './jobs.ts';
import type { Account } from './model.ts';
import { obstacleTo, toOutcomeList, toOutcomeMap, toOutcomeRecord } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import { accountOf } from './read-operations.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import { parseResets } from './reset-request.ts';
import type { PasswordReset } from './reset-request.ts';
import type { State } from './state.ts';

/** The three ways to reset passwords. No answer and no mail holds one. */
export function createPasswordOperations(state: State, jobs: Jobs) {
  return {
    ManualResetPassword: (exchange) => manualReset(exchange, state, jobs),
    AutoResetPasswords: ({ body, caller }) => {
      const logins = parseLogins(body);
      const outcomes = logins.map((login) => autoReset(login, caller, state));
      return { status: 200, body: toOutcomeMap(outcomes) };
    },
    AutoResetPassword: ({ parameters, caller }) => {
      const account = accountOf(parameters['userId'] ?? '', state);
      const { problem } = autoReset(account.loginId, caller, state);
      if (problem !== null) throw new Refusal(500);
      return { status: 200, body: 'Success' };
    },
  } as const satisfies Readonly<Record<string, Handler>>;
}

/** Sets known passwords: nothing is changed before the whole list was found good. */
function manualReset(exchange: Exchange, state: State, jobs: Jobs): SimulatorAnswer {
  const { settings } = state;
  const notifies = parseFlag(exchange.parameters['isEmailPasswd']);
  const resets = parseResets(exchange.body);
  const isUnknown = resets.some(({ loginId }) => !state.accounts.has(loginId));
  if (isUnknown && settings.unknownUserInReset === 'batch') throw new Refusal(400, INVALID_INPUT);
  if (settings.passwordPolicy === 'batch' && resets.some(({ password }) => isWeak(password)))
    throw new Refusal(400, WEAK_PASSWORD);
  const outcomes = resets.map((reset) => resetOne(reset, { notifies, exchange, state }));
  return toResetAnswer(outcomes, { exchange, state, jobs });
}

function resetOne(
  { loginId, password }: PasswordReset,
  context: { readonly notifies: boolean; readonly exchange: Exchange; readonly state: State },
): Outcome {
  const { state, exchange, notifies } = context;
  const account = state.accounts.get(loginId) ?? null;
  const isTooWeak = state.settings.passwordPolicy === 'record' && isWeak(password);
  const problem = obstacleTo(account, state.settings) ?? (isTooWeak ? WEAK_PASSWORD : null);
  if (account === null || problem !== null) return { loginId, account, problem };
  const changed = setPassword(account, { password, changePwdAtNextLogin: false }, state);
  if (notifies) notify(changed, state);
  state.record('MANUAL_PASSWORD_RESET', changed, exchange.caller.loginId);
  return { loginId, account: changed, problem: null };
}

/** The documented answer is the first user alone, whatever became of the others; see `ResponseShape` for the rest. */
function toResetAnswer(
  outcomes: readonly Outcome[],
  context: { readonly exchange: Exchange; readonly state: State; readonly jobs: Jobs },
): SimulatorAnswer {
  const { exchange, state, jobs } = context;
  const store = () => toDataStore({ modified: toOutcomeList(outcomes, state) });
  switch (state.settings.responseShape) {
    case 'first-object':
      return {
        status: 200,
        body: outcomes.slice(0, 1).map((outcome) => toOutcomeRecord(outcome, state))[0],
      };
    case 'array':
      return { status: 200, body: toOutcomeList(outcomes, state) };
    case 'map':
      return { status: 200, body: toOutcomeMap(outcomes) };
    case 'data-store':
      return { status: 200, body: store() };
    case 'empty':
      return { status: 200 };
    case 'null':
      return { status: 200, body: null };
    case 'no-content-204':
      return { status: 204 };
    case 'accepted-202': {
      const result = { store: store(), failed: [], steps: [] };
      return toAcceptedAnswer(
        jobs.submit('passwords', () => result),
        exchange,
      );
    }
  }
}

/** Makes up a password, and always tells the user. That it must be changed at the next sign-in is inferred. */
function autoReset(loginId: string, caller: Account, state: State): Outcome {
  const account = state.accounts.get(loginId) ?? null;
  const problem = obstacleTo(account, state.settings);
  if (account === null || problem !== null) return { loginId, account, problem };
  const password = `${randomBytes(12).toString('base64url')}-Aa1`;
  const changed = setPassword(account, { password, changePwdAtNextLogin: true }, state);
  notify(changed, state);
  state.record('AUTO_PASSWORD_RESET', changed, caller.loginId);
  return { loginId, account: changed, problem: null };
}

/** Whether a reset also unlocks, enables or ends an expiry is undocumented: it does not. */
function setPassword(
  account: Account,
  changes: Pick<Account, 'password' | 'changePwdAtNextLogin'>,
  state: State,
): Account {
  return state.change(account, { ...changes, lastPasswordResetDate: state.settings.now() });
}

function notify({ loginId, emailAddress }: Account, { outbox }: State): void {
  outbox.push({ kind: 'password-reset-notification', to: [emailAddress], login: loginId });
}

const WEAK_PASSWORD = 'The password does not satisfy the password policy.';

/** A plausible rule; the real ones belong to the identity domain. */
function isWeak(password: string): boolean {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u];
  return password.length < 8 || !classes.every((pattern) => pattern.test(password));
}

function parseFlag(text: string | undefined): boolean {
  if (text !== 'true' && text !== 'false') throw new Refusal(400, INVALID_INPUT);
  return text === 'true';
}

function parseLogins(body: unknown): readonly string[] {
  const logins = Array.isArray(body) ? body.map(textOf).filter((login) => login !== null) : [];
  if (!Array.isArray(body) || logins.length === 0 || logins.length < body.length)
    throw new Refusal(400, INVALID_INPUT);
  return logins;
}
