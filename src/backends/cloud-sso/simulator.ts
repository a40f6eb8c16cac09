import { serveSimulator } from '../../simulation/server.ts';
import type { RunningSimulator, SimulatorOptions } from '../../simulation/simulator.ts';
import { seedDirectory } from './simulator/seed.ts';
import { createService } from './simulator/service.ts';
import { readSwitches } from './simulator/switches.ts';
import type { Switches } from './simulator/switches.ts';

export type { CloudSsoSimulatorSwitches } from './simulator/switches.ts';

export interface CloudSsoSimulator extends RunningSimulator {
  /** The password that was last set, for tests; null: never set. No answer of the simulator shows it. */
  passwordOf(userId: string): string | null;
  /** Whether the user has to choose a new password at the next logon. */
  mustResetPassword(userId: string): boolean;
}

/**
 * Starts a stand-in for Alibaba CloudSSO, API 2021-05-15, that the vendor's own clients can talk to.
 *
 * It verifies both signatures (V3 `ACS3-HMAC-SHA256` and the older RPC style), keeps one directory in memory, seeded the same
 * at every start, and throttles at the published limits. What the vendor does not document is a switch or stands in a comment.
 *
 * @param options `switches` as `CloudSsoSimulatorSwitches`
 * @throws when a switch is unknown or the port is taken
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-overview
 */
export async function startCloudSsoSimulator(
  options: SimulatorOptions = {},
): Promise<CloudSsoSimulator> {
  const switches = readSwitches(options.switches ?? {});
  const now = () => Date.now() + switches.clockOffsetSeconds * 1000;
  const state = seedDirectory(switches);
  const server = await serveSimulator(createService({ state, switches, now }), options.port);
  return {
    ...server,
    environment: environmentOf(server.url, switches),
    outbox: [], // CloudSSO sends no mail that its API could cause.
    passwordOf: (userId) => state.passwords.get(userId)?.history[0] ?? null,
    mustResetPassword: (userId) => state.passwords.get(userId)?.mustResetAtNextLogin ?? false,
  };
}

function environmentOf(url: string, switches: Switches): Readonly<Record<string, string>> {
  return {
    CLOUD_SSO_ENDPOINT: url,
    CLOUD_SSO_DIRECTORY_ID: switches.directoryId,
    CLOUD_SSO_ACCESS_KEY_ID: switches.accessKeyId,
    CLOUD_SSO_ACCESS_KEY_SECRET: switches.accessKeySecret,
    ...(switches.sts && { CLOUD_SSO_SECURITY_TOKEN: switches.securityToken }),
  };
}
