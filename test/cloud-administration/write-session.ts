import {
  startCloudAdministrationSimulator,
  type CloudAdministrationSimulator,
  type CloudAdministrationSimulatorSwitches,
} from '../../src/backends/cloud-administration/simulator.ts';
import type { User } from '../../src/domain/model.ts';
import type { PasswordReset } from '../../src/domain/password-port.ts';
import type { PreparedWrite, UserWrites, WriteOutcome } from '../../src/domain/user-write.ts';
import type { Environment } from '../../src/environment.ts';
import type { UpstreamCallEvent } from '../../src/http/upstream.ts';
import {
  closedAfterwards,
  contextOf,
  createBackend,
  type BackendOptions,
  type FullBackend,
} from './backend-session.ts';

/** The backend with its ports for writing, against a simulator. */
export interface WriteSession {
  readonly simulator: CloudAdministrationSimulator;
  readonly backend: FullBackend;
  readonly writes: Required<Omit<UserWrites, 'replace'>>;
  readonly resets: Required<PasswordReset>;
  /** What was observed of every upstream call. */
  readonly events: readonly UpstreamCallEvent[];
  /** A user as a service reads it before a write. */
  readonly read: (login: string) => Promise<User>;
}

export interface WriteSessionOptions extends BackendOptions {
  readonly switches?: CloudAdministrationSimulatorSwitches;
  readonly environment?: Environment;
}

export async function openForWriting(options: WriteSessionOptions = {}): Promise<WriteSession> {
  const simulator = closedAfterwards(
    await startCloudAdministrationSimulator({
      switches: { userCount: 45, jobPolls: 0, ...options.switches },
    }),
  );
  return { simulator, ...sessionOf({ ...simulator.environment, ...options.environment }, options) };
}

/** The same against anything that answers at the environment's address. */
export function sessionOf(
  environment: Environment,
  options: BackendOptions = {},
): Omit<WriteSession, 'simulator'> {
  const events: UpstreamCallEvent[] = [];
  const backend = createBackend(environment, {
    ...options,
    observe: (event) => events.push(event),
  });
  const { userWrites, passwordReset } = backend;
  if (userWrites === undefined || passwordReset === undefined) throw new Error('cannot write');
  return {
    backend,
    writes: userWrites as WriteSession['writes'],
    resets: passwordReset as WriteSession['resets'],
    events,
    read: async (login) => {
      const user = await backend.users.findByLogin(login, null, contextOf({ fresh: true }));
      if (user === null) throw new Error(`no user ${login}`);
      return user;
    },
  };
}

/** Sends what was prepared, which must not have been refused. */
export async function send(prepared: Promise<PreparedWrite>): Promise<WriteOutcome> {
  const write = await prepared;
  if ('refused' in write) throw new Error(`refused: ${JSON.stringify(write.refused)}`);
  return write.send();
}

/** Codes and paths of the reasons for which a write was refused. */
export async function refusalOf(
  prepared: Promise<PreparedWrite>,
): Promise<readonly (readonly [code: string, path: string | undefined])[]> {
  const write = await prepared;
  if (!('refused' in write)) throw new Error('it was not refused');
  return write.refused.map(({ code, path }) => [code, path?.join('.')]);
}
