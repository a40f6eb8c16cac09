import { startCpqSimulator, type CpqSimulatorSwitches } from '../../src/backends/cpq/simulator.ts';
import type { User } from '../../src/domain/model.ts';
import type {
  PreparedWrite,
  UserAttributes,
  UserWrites,
  WriteOutcome,
} from '../../src/domain/user-write.ts';
import type { Fault, RecordedCall } from '../../src/simulation/simulator.ts';
import { connect, reading, type Options } from './session.ts';
import { call, newcomer, valueAt } from './simulator-requests.ts';

/** The versions that differ on the wire, and CPQ in Fusion. */
export const DIALECTS = [
  { name: 'version 5', version: 5 },
  { name: 'version 6', version: 6 },
  { name: 'version 7', version: 7 },
  { name: 'version 16', version: 16 },
  { name: 'version 17', version: 17 },
  { name: 'version 18', version: 18 },
  { name: 'version 19', version: 19 },
  { name: 'version 19 in Fusion', version: 19, fusion: true },
] as const satisfies readonly (Partial<CpqSimulatorSwitches> & { readonly name: string })[];

/** A simulated site that refuses properties it does not know, and a backend in front of it. */
export async function startWriteSession({
  switches = {},
  ...options
}: Options & { readonly switches?: Partial<CpqSimulatorSwitches> } = {}) {
  const simulator = await startCpqSimulator({
    switches: { users: 25, unknownProperties: 'reject', ...switches },
  });
  const environment = { ...simulator.environment, ...options.environment };
  const backend = connect(environment, options);

  /** As a service reads a user before it writes. */
  async function readUser(login: string, company = '_host'): Promise<User> {
    const user = await backend.users.findByLogin(login, company, reading(true));
    if (user === null) throw new Error('no such user');
    return user;
  }

  return {
    simulator,
    backend,
    environment,
    writes: writesOf(backend.userWrites),
    readUser,
    connect: (more: Options = {}) => connect({ ...environment, ...more.environment }, more),
    /** A user of its own for a test. */
    newUser: async (properties: object = {}, company = '_host'): Promise<User> => {
      const body = newcomer(properties);
      const path = `/rest/v19/companies/${company}/users`;
      const answer = await call(simulator, `POST ${path}`, { body });
      if (answer.status !== 201) throw new Error(answer.text);
      const user = await readUser(String(answer.at('login')), company);
      simulator.calls.clear();
      return user;
    },
    /** What the site itself keeps, in the words of version 19. */
    wire: async (login: string, company = '_host') => {
      const path = `/rest/v19/companies/${company}/users/${encodeURIComponent(login)}`;
      const { json, status } = await call(simulator, `GET ${path}?expand=groups`);
      return { status, at: (dotted: string) => valueAt(json, dotted) };
    },
    /** The writes that were sent, as `POST /rest/v19/…`. */
    sent: () => simulator.calls.writes.map(addressOf),
    /** Their bodies. */
    bodies: () => simulator.calls.writes.map(({ body }) => JSON.parse(body) as unknown),
    close: () => simulator.close(),
  };
}

export type WriteSession = Awaited<ReturnType<typeof startWriteSession>>;

export function writesOf(writes: UserWrites | undefined) {
  const { create, update, replace, setStatus } = writes ?? {};
  if (!writes || !create || !update || !replace || !setStatus) throw new Error('a write lacks');
  return { ...writes, create, update, replace, setStatus };
}

/** Sends what was prepared. @throws when it was refused */
export async function send(prepared: Promise<PreparedWrite> | undefined): Promise<WriteOutcome> {
  const write = await prepared;
  if (write === undefined) throw new Error('the version has no such write');
  if ('refused' in write) throw new Error(`refused: ${JSON.stringify(write.refused)}`);
  return write.send();
}

/** Why it was refused, as `CODE path`. @throws when it was not */
export async function refusalsOf(prepared: Promise<PreparedWrite> | undefined) {
  const write = await prepared;
  if (write === undefined || !('refused' in write)) throw new Error('it was not refused');
  return write.refused.map(({ code, path }) => `${code} ${path?.join('.') ?? ''}`.trim());
}

export function attributes(given: Partial<UserAttributes> = {}): UserAttributes {
  return { own: {}, ...given };
}

/** Attributes that are of CPQ alone. */
export function own(cpq: Readonly<Record<string, unknown>>): UserAttributes {
  return { own: { cpq } };
}

/** What CPQ requires of a user beside its login. */
export const REQUIRED = {
  firstName: 'Nia',
  emails: ['nia@veloria.example'],
  type: 'FULL_ACCESS',
} as const;

export function addressOf({ method, path }: RecordedCall): string {
  return `${method} ${path}`;
}

/** Long enough for an answer, short enough to wait for none. */
export const SHORT_MS = 250;

interface Known {
  readonly status: string;
  readonly code: string;
  readonly retryable: boolean;
}

/** What can go wrong with any write, and what is known after it. */
export const FAULTS: readonly (readonly [
  name: string,
  fault: Omit<Fault, 'operation'>,
  known: Known,
])[] = [
  ['a gateway time-out', { kind: 'status', status: 504 }, unknown()],
  ['a server error', { kind: 'status', status: 500 }, unknown()],
  ['a connection that breaks before the call is acted on', { kind: 'reset-before' }, unknown()],
  ['a connection that breaks after it', { kind: 'reset-after' }, unknown()],
  ['silence', { kind: 'hang' }, unknown()],
  ['a redirect', { kind: 'status', status: 302 }, unknown()],
  ['throttling', { kind: 'throttle' }, failed('BACKEND_THROTTLED', true)],
  ['a refused credential', { kind: 'status', status: 401 }, failed('BACKEND_CREDENTIAL_REJECTED')],
  ['a forbidden call', { kind: 'status', status: 403 }, failed('BACKEND_CREDENTIAL_REJECTED')],
  ['an unknown object', { kind: 'status', status: 404 }, failed('NOT_FOUND')],
  ['a refusal', { kind: 'status', status: 400 }, failed('BACKEND_REJECTED')],
];

function unknown(): Known {
  return { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN', retryable: false };
}

function failed(code: string, retryable = false): Known {
  return { status: 'FAILED', code, retryable };
}
