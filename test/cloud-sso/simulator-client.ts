import { afterEach } from 'vitest';
import { startCloudSsoSimulator } from '../../src/backends/cloud-sso/simulator.ts';
import type {
  CloudSsoSimulator,
  CloudSsoSimulatorSwitches,
} from '../../src/backends/cloud-sso/simulator.ts';
import { officialClient } from './official-clients.ts';
import type { OfficialClient } from './official-clients.ts';

export interface UserMember {
  readonly UserId: string;
  readonly UserName: string;
  readonly Email: string;
  readonly Status: string;
  readonly ProvisionType: string;
  readonly CreateTime: string;
  readonly ExternalId?: { readonly Id: string };
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

type Call = OfficialClient['call'];

const running: CloudSsoSimulator[] = [];

/** Starts a simulator that does not throttle unless told to; `closeSimulators` ends it. */
export async function start(switches: CloudSsoSimulatorSwitches = {}): Promise<CloudSsoSimulator> {
  const simulator = await startCloudSsoSimulator({ switches: { throttle: false, ...switches } });
  running.push(simulator);
  return simulator;
}

/** A simulator and the vendor's current client for it, with the directory filled in. */
export async function startWithClient(switches: CloudSsoSimulatorSwitches = {}) {
  const simulator = await start(switches);
  return { simulator, call: officialClient(simulator) };
}

/** Ends every simulator of a test when the test is over. */
export function closeSimulators(): void {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((simulator) => simulator.close()));
  });
}

/** Reads every page of a listing whose rows are in `member`. */
export async function readAll<T>(
  call: Call,
  action: string,
  { member, ...parameters }: { readonly member: string } & Record<string, unknown>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let NextToken: unknown;
  do {
    const page = await call(action, { ...parameters, ...(NextToken ? { NextToken } : {}) });
    items.push(...(page[member] as readonly T[]));
    NextToken = page['NextToken'];
  } while (NextToken);
  return items;
}

export function listUsers(
  call: Call,
  parameters: Record<string, unknown> = {},
): Promise<readonly UserMember[]> {
  return readAll(call, 'ListUsers', { member: 'Users', MaxResults: 100, ...parameters });
}

export async function createUser(call: Call, UserName: string): Promise<string> {
  const { User } = await call('CreateUser', { UserName });
  return (User as UserMember).UserId;
}

/** The code that a call is refused with, or `no error`. */
export function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error as { readonly code: unknown }).code,
  );
}
