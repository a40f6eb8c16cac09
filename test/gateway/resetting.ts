import type { RecordedCall, RunningSimulator } from '../../src/simulation/simulator.ts';
import plans from '../services/password-reset-plans.json' with { type: 'json' };
import type { TestGateway } from '../support/gateway.ts';

/** One point of the space of resets, for one class of accounts, and what has to come of it. */
export interface Cell {
  readonly accountClass: string;
  readonly source: string;
  readonly delivery: string;
  readonly change: string;
  readonly outcome: string;
  readonly code?: string;
  readonly mode?: string;
  /** e.g. `PATCH /rest/{version}/users/{partyNumber} {password, emailPassword: false}` */
  readonly calls: readonly string[];
  readonly reasons?: readonly string[];
  readonly requiredPermission?: string;
  readonly requiredAcknowledgements?: readonly string[];
  readonly guarantees?: Readonly<Record<string, { level: string; evidence: string } | undefined>>;
  readonly alternatives?: readonly Pick<Cell, 'source' | 'delivery' | 'change' | 'code'>[];
}

/** All of them, whoever decides. */
export const CELLS: readonly Cell[] = plans.cells;

/** No limit of resets, and a write's time-out that a test can wait for. */
export const UNLIMITED = {
  RESETS_PER_CALLER_PER_MINUTE: '0',
  RESETS_PER_TARGET_PER_HOUR: '0',
  RESETS_PER_BACKEND_PER_MINUTE: '0',
};

const OPTION =
  'code source delivery changeAtNextLogin mode requiredAcknowledgements requiredPermission';

export const RESET_RESULT = /* GraphQL */ `
  userId
  status
  generatedPassword
  pendingJobId
  option { ${OPTION} }
  alternatives { ${OPTION} }
  guarantees { kind level evidence }
  userErrors { code message path retryable }
`;

export const RESET = /* GraphQL */ `
  mutation Reset($input: ResetPasswordInput!) {
    resetPassword(input: $input) { ${RESET_RESULT} user { login } }
  }
`;

export const RESET_MANY = /* GraphQL */ `
  mutation ResetMany($input: ResetPasswordsInput!) {
    resetPasswords(input: $input) {
      done accepted refused failed unknown
      userErrors { code path }
      results { ${RESET_RESULT} }
    }
  }
`;

const PLAN = /* GraphQL */ `
  query Plan($input: PlanPasswordResetInput!) {
    planPasswordReset(input: $input) {
      executable
      option { ${OPTION} }
      requiredAcknowledgements
      calls { method path operation }
      guarantees { kind level evidence }
      refusals { code }
      alternatives { ${OPTION} }
    }
  }
`;

export interface Option {
  readonly code: string;
  readonly source: string;
  readonly delivery: string;
  readonly changeAtNextLogin: string;
}

interface Guarantee {
  readonly kind: string;
  readonly level: string;
  readonly evidence: string;
}

export interface Result {
  readonly userId: string;
  readonly status: string;
  readonly generatedPassword: string | null;
  readonly pendingJobId: string | null;
  readonly option: Option | null;
  readonly alternatives: readonly Option[];
  readonly guarantees: readonly Guarantee[];
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
    readonly retryable: boolean;
  }[];
}

interface Plan extends Pick<Result, 'option' | 'alternatives' | 'guarantees'> {
  readonly executable: boolean;
  readonly requiredAcknowledgements: readonly string[];
  readonly calls: readonly { method: string; path: string; operation: string }[];
  readonly refusals: readonly { readonly code: string }[];
}

type Input = Readonly<Record<string, unknown>>;

export async function reset(gateway: TestGateway, input: Input): Promise<Result> {
  const { data, errors } = await gateway.query(RESET, { input });
  if (data === null) throw new Error(`The reset was not answered: ${JSON.stringify(errors)}`);
  return data.resetPassword;
}

export async function plan(gateway: TestGateway, input: Input): Promise<Plan> {
  const { data, errors } = await gateway.query(PLAN, { input });
  if (data === null) throw new Error(`The plan was not answered: ${JSON.stringify(errors)}`);
  return data.planPasswordReset;
}

export interface Account {
  readonly backend: string;
  readonly id: string;
  readonly login: string;
  readonly nativeId: string;
}

export async function accountByLogin(
  gateway: TestGateway,
  backend: string,
  login: string,
  company: string | null = backend === 'cpq' ? 'veloria' : null,
): Promise<Account> {
  const { data } = await gateway.query(
    `query ($backend: String!, $login: String!, $company: String) {
      userByLogin(backend: $backend, login: $login, company: $company) { id login nativeId }
    }`,
    { backend, login, company },
  );
  return { backend, ...data.userByLogin };
}

/** The first accounts of a backend that can be used. */
export async function activeAccounts(
  gateway: TestGateway,
  backend: string,
  count: number,
): Promise<readonly Account[]> {
  const { data } = await gateway.query(
    `query ($backend: String!, $count: Int!) {
      users(first: $count, filter: { backends: [$backend], statuses: [ACTIVE] }) {
        nodes { id login nativeId }
      }
    }`,
    { backend, count },
  );
  return data.users.nodes.map((node: Omit<Account, 'backend'>) => ({ backend, ...node }));
}

/** What the account's password is now, as the simulator alone knows. */
export function passwordOf(gateway: TestGateway, { backend, login, nativeId }: Account) {
  const simulator = gateway.simulator(backend) as RunningSimulator & {
    passwordOf(key: string): string | null;
  };
  return simulator.passwordOf(backend === 'cloud-sso' ? nativeId : login);
}

/** Calls of a simulator as a plan names them: the path is relative to the address that is configured. */
export function toPlannedCalls({ calls, environment }: RunningSimulator) {
  const base = Object.entries(environment).find(([name]) => /_(BASE_URL|ENDPOINT)$/.test(name));
  const prefix = new URL(base?.[1] ?? '').pathname.replace(/\/$/, '');
  return calls.writes.map(({ method, path, operation }) => ({
    method,
    path: path.slice(prefix.length),
    operation,
  }));
}

/** A recorded call in the words of the cells: what is of one account in braces, no value but flags. */
export function inWordsOfCells({ method, path, body, operation }: RecordedCall): string {
  if (path === '/') return `${method} / Action=${operation} ${formWords(body)}`;
  const template = path
    .replace(/\/rest\/v\d+\//, '/rest/{version}/')
    .replace(/\/companies\/[^/]+\/users\/[^/]+/, '/companies/{company}/users/{login}')
    .replace(/\/users\/BM_[^/]+$/, '/users/{partyNumber}')
    .replace(/\/user\/[^/]+\/auto-reset-pwd$/, '/user/{userId}/auto-reset-pwd');
  if (path.includes('/cloudapi/')) return `${method} ${template}`;
  if (body === '') return `${method} ${template} (blank body)`;
  const properties = Object.entries(JSON.parse(body) as object).map(([name, value]) =>
    name === 'password' ? name : `${name}: ${value}`,
  );
  return `${method} ${template} {${properties.join(', ')}}`;
}

function formWords(body: string): string {
  return [...new URLSearchParams(body)]
    .filter(([name]) => !['UserId', 'DirectoryId'].includes(name))
    .map(([name, value]) => (name === 'Password' ? name : `${name}=${value}`))
    .join(', ');
}

export function byKind(guarantees: readonly Guarantee[]): NonNullable<Cell['guarantees']> {
  return Object.fromEntries(
    guarantees.map(({ kind, level, evidence }) => [kind, { level, evidence }]),
  );
}

/** The options that a cell names as alternatives: their effect is what their own cell promises. */
export function alternativesOf({ accountClass, alternatives = [] }: Cell): ReadonlySet<string> {
  return new Set(
    alternatives.map((wanted) => {
      const cell = CELLS.find(
        (other) =>
          other.accountClass === accountClass &&
          other.source === wanted.source &&
          other.delivery === wanted.delivery &&
          other.change === wanted.change,
      );
      const change = cell?.guarantees?.['CHANGE_REQUIRED_AT_NEXT_LOGIN']?.level;
      const effect = change === 'NOT_MET' ? 'NOT_REQUIRED' : 'REQUIRED';
      return [wanted.code, wanted.source, wanted.delivery, effect].join(' ');
    }),
  );
}

export function optionWords(option: Option): string {
  return [option.code, option.source, option.delivery, option.changeAtNextLogin].join(' ');
}
