import type { SimulatorAnswer } from '../../../simulation/server.ts';
import type { Access } from './access.ts';
import type { Exchange, Handler } from './exchange.ts';
import type { Account } from './model.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import type { State } from './state.ts';
import type { Settings } from './switches.ts';
import { toWireAudit, toWireRole, toWireUser } from './wire.ts';

const DEFAULT_TOKEN_SECONDS = 3600;

/** Operations that change nothing. None has paging, filters or a choice of fields: whoever asks gets everything. */
export function createReadOperations(state: State, access: Access) {
  return {
    GetToken: (exchange) => answerToken(exchange, access, state.settings),
    ListUsers: () => ({
      status: 200,
      body: [...state.accounts.values()].map((account) => toWireUser(account, state)),
    }),
    GetUser: ({ parameters }) => ({
      status: 200,
      body: toWireUser(accountOf(parameters['userId'] ?? '', state), state),
    }),
    ListRoles: () => {
      const roles = [...state.roles.values()].map(toWireRole);
      const isList = state.settings.rolesAnswer === 'array';
      return { status: 200, body: isList ? roles : { roleResource: roles } };
    },
    ListAudits: () => ({
      status: 200,
      body: state.audits.map((event) => toWireAudit(event, state)),
    }),
    ListAuditsOfUser: ({ parameters }) => ({
      status: 200,
      body: state.audits
        .filter(({ userEmail }) => userEmail === parameters['grantor'])
        .map((event) => toWireAudit(event, state)),
    }),
  } as const satisfies Readonly<Record<string, Handler>>;
}

/** @throws Refusal 400, or 404 by switch, for a login or id that nobody has */
export function accountOf(loginIdOrId: string, state: State): Account {
  const account = state.find(loginIdOrId);
  if (account === null) throw new Refusal(state.settings.unknownUserStatus);
  return account;
}

function answerToken(
  { query, caller }: Exchange,
  access: Access,
  { tokenAnswer, maxTokenSeconds }: Settings,
): SimulatorAnswer {
  const asked = query.get('tokenExpiry') ?? String(DEFAULT_TOKEN_SECONDS);
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw new Refusal(400, INVALID_INPUT);
  const seconds = Math.min(Number(asked), maxTokenSeconds);
  const token = access.issueToken(caller, seconds);
  if (tokenAnswer === 'text') return { status: 200, body: token };
  if (tokenAnswer === 'object')
    return {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_in: seconds },
    };
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(token),
  };
}
