import { startCloudSsoSimulator } from '../../src/backends/cloud-sso/simulator.ts';
import type { CloudSsoSimulatorSwitches } from '../../src/backends/cloud-sso/simulator.ts';
import { allOrThrow } from '../../src/domain/answers.ts';
import type { User } from '../../src/domain/model.ts';
import type { PreparedWrite, UserAttributes, WriteOutcome } from '../../src/domain/user-write.ts';
import type { Fault } from '../../src/simulation/simulator.ts';
import { officialClient } from './official-clients.ts';
import { createBackend, readContext, type BackendOptions } from './upstream.ts';

/** A simulator, the vendor's own client to arrange and look at things, and backends in front of it. */
export async function startWriteSession(switches: CloudSsoSimulatorSwitches = {}) {
  const simulator = await startCloudSsoSimulator({
    switches: { throttle: false, userCount: 40, taskPolls: 1, ...switches },
  });
  const call = officialClient(simulator);
  let created = 0;

  /** A user of its own for a test, in no group. */
  async function createUser(parameters: Readonly<Record<string, unknown>> = {}): Promise<string> {
    created += 1;
    const { User: wire } = await call('CreateUser', {
      UserName: `writer-${created}`,
      ...parameters,
    });
    return (wire as { readonly UserId: string }).UserId;
  }

  return {
    simulator,
    call,
    createUser,
    backend: (options: BackendOptions & { readonly emptyValueClears?: boolean } = {}) => {
      const { emptyValueClears = true, ...others } = options;
      const environment = {
        ...simulator.environment,
        CLOUD_SSO_EMPTY_VALUE_CLEARS: String(emptyValueClears),
      };
      return writableBackend(createBackend(environment, others));
    },
    wire: async (userId: string) =>
      (await call('GetUser', { UserId: userId }))['User'] as Readonly<Record<string, unknown>>,
    close: () => simulator.close(),
  };
}

export type WriteSession = Awaited<ReturnType<typeof startWriteSession>>;

export function writableBackend(backend: ReturnType<typeof createBackend>) {
  const { userWrites, passwordReset } = backend;
  if (userWrites === undefined || passwordReset === undefined) throw new Error('no writes');
  const { create, update, setStatus, changeRoles, delete: remove } = userWrites;
  if (!create || !update || !setStatus || !changeRoles || !remove) throw new Error('a write lacks');
  return {
    ...backend,
    passwordReset,
    userWrites: { ...userWrites, create, update, setStatus, changeRoles, delete: remove },
    /** As a service reads it before a write. */
    readUser: async (userId: string): Promise<User> => {
      const users = allOrThrow(await backend.users.getMany([userId], readContext(true)));
      const user = users.get(userId);
      if (user === undefined) throw new Error('no such user');
      return user;
    },
  };
}

export type WritableBackend = ReturnType<typeof writableBackend>;

/** Sends what was prepared. @throws when it was refused */
export async function send(
  prepared: PreparedWrite | Promise<PreparedWrite>,
): Promise<WriteOutcome> {
  const write = await prepared;
  if ('refused' in write) throw new Error(`refused: ${JSON.stringify(write.refused)}`);
  return write.send();
}

/** Why it was refused, as code and path. @throws when it was not */
export async function refusalsOf(prepared: Promise<PreparedWrite>) {
  const write = await prepared;
  if (!('refused' in write)) throw new Error('it was not refused');
  return write.refused.map(({ code, path }) => [code, path?.join('.') ?? null]);
}

export function attributes(given: Partial<UserAttributes> = {}): UserAttributes {
  return { own: {}, ...given };
}

/** The form of a recorded write. */
export function formOf({ body }: { readonly body: string }): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** What can go wrong with one write, and what is known after it. */
export const FAULTS: readonly (readonly [
  name: string,
  fault: Omit<Fault, 'operation'>,
  expected: { readonly status: string; readonly code: string; readonly retryable: boolean },
])[] = [
  ['a gateway time-out', { kind: 'status', status: 504 }, unknown()],
  ['a server error', { kind: 'status', status: 500 }, unknown()],
  ['a connection that breaks before the call is acted on', { kind: 'reset-before' }, unknown()],
  ['a connection that breaks after it', { kind: 'reset-after' }, unknown()],
  ['silence', { kind: 'hang' }, unknown()],
  ['a malformed answer', { kind: 'malformed' }, unknown()],
  ['a page of HTML', { kind: 'html' }, unknown()],
  ['a redirect', { kind: 'status', status: 302 }, unknown()],
  ['throttling', { kind: 'throttle' }, failed('BACKEND_THROTTLED', true)],
  ['a refused credential', { kind: 'status', status: 401 }, failed('BACKEND_CREDENTIAL_REJECTED')],
  ['a forbidden call', { kind: 'status', status: 403 }, failed('BACKEND_CREDENTIAL_REJECTED')],
  ['an unknown object', { kind: 'status', status: 404 }, failed('NOT_FOUND')],
  ['a refusal', { kind: 'status', status: 400 }, failed('BACKEND_REJECTED')],
];

function unknown() {
  return { status: 'UNKNOWN', code: 'OUTCOME_UNKNOWN', retryable: false };
}

function failed(code: string, retryable = false) {
  return { status: 'FAILED', code, retryable };
}

/** How long to wait for an answer: short where none will come. */
export function patienceFor({ kind }: Pick<Fault, 'kind'>): { readonly timeoutMs: number } {
  return { timeoutMs: kind === 'hang' ? 400 : 5_000 };
}
