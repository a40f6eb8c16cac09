import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloudAdministration } from '../../src/backends/cloud-administration/index.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { startTap, type Tap } from '../contract/tap.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { parseMetrics } from '../support/metrics.ts';

const CANARY = 'c4n4ry';
const USERS = 'query { users(first: 100) { nodes { login status } failures { code } } }';

/** A gateway over one backend whose answers a test changes on their way. */
describe('a backend whose answers change', () => {
  let simulator: RunningSimulator;
  let tap: Tap;
  let gateway: TestGateway;

  beforeEach(async () => {
    simulator = await cloudAdministration.startSimulator({});
    tap = await startTap(simulator.url, simulator.environment);
    gateway = await startTestGateway({
      definitions: [cloudAdministration],
      environment: { ...tap.environment, AUTH_DISABLED: 'true' },
    });
  });

  afterEach(async () => {
    await gateway.close();
    await tap.close();
    await simulator.close();
  });

  /** @param change of each user in the list of users */
  function alterUsers(change: (user: Record<string, unknown>) => unknown): void {
    tap.alter = (answer, { url }) => {
      if (!/\/user$/.test(url ?? '')) return answer;
      const users = JSON.parse(answer.body) as Record<string, unknown>[];
      return { ...answer, body: JSON.stringify(users.map(change)) };
    };
  }

  async function samplesOf(name: string): Promise<readonly (readonly [string, number])[]> {
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    return parseMetrics(text)
      .filter((sample) => sample.name === name)
      .map(({ labels, value }) => [Object.values(labels).join(' '), value] as const);
  }

  it('is seen to send a field of another type, and users are read all the same', async () => {
    const before = (await gateway.query(USERS)).data;
    await gateway.close();
    gateway = await startTestGateway({
      definitions: [cloudAdministration],
      environment: { ...tap.environment, AUTH_DISABLED: 'true' },
    });
    alterUsers((user) => ({ ...user, disabled: String(user['disabled']) }));
    expect((await gateway.query(USERS)).data).toEqual(before);
    expect(await samplesOf('gateway_contract_differences_total')).toEqual([
      ['cloud-administration ListUsers RETYPED [].disabled', 1],
    ]);
    expect(await samplesOf('gateway_contract_samples_total')).toContainEqual([
      'cloud-administration ListUsers',
      1,
    ]);
  });

  it('is seen to send fields that nobody knows, of which neither name nor value is told', async () => {
    alterUsers((user) => ({ ...user, [`own${CANARY}`]: CANARY, other: { [CANARY]: 1 } }));
    await gateway.query(USERS);
    expect(await samplesOf('gateway_contract_differences_total')).toEqual([
      ['cloud-administration ListUsers UNKNOWN [].*', 1],
    ]);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(`${metrics}${gateway.logLines.join('')}`).not.toContain(CANARY);
  });

  it('fails the call when they cannot be read: so say the caller, the metrics, the log and its health', async () => {
    alterUsers(({ loginId: _, ...user }) => user);
    const { errors } = await gateway.query(USERS);
    expect(errors[0]?.extensions['code']).toBe('BACKEND_CONTRACT_VIOLATION');
    expect(await samplesOf('gateway_upstream_calls_total')).toContainEqual([
      'cloud-administration ListUsers BACKEND_CONTRACT_VIOLATION',
      1,
    ]);
    const health = await gateway.query('{ backends { health { status problem } } }');
    expect(health.data.backends[0].health).toMatchObject({ status: 'DEGRADED' });
    const warning = gateway.logLines.find((line) => line.includes('upstream call failed'));
    expect(JSON.parse(warning ?? '{}')).toMatchObject({
      upstreamOperation: 'ListUsers',
      status: 200,
      code: 'BACKEND_CONTRACT_VIOLATION',
    });
  });
});
