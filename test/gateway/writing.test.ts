import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'] as const;
const DELAY_MS = 150;
const WAITING = { timeout: 4000 };

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway({ switches: { 'cloud-sso': { throttle: false } } });
});

afterEach(() => gateway.close());

describe.each(BACKENDS)('a write of %s', (name) => {
  it('is seen through, once, when its caller leaves while the user is still being read', async () => {
    const userId = await anyUser(name);
    const { calls, faults } = gateway.simulator(name);
    calls.clear();
    faults.add({ kind: 'delay', delayMs: DELAY_MS });
    await setStatusAndLeave(name, userId);
    expect(calls.writes).toEqual([]);
    await vi.waitFor(() => expect(outcomes()).toEqual([`${name} DONE`]), WAITING);
    expect(calls.writes).toHaveLength(1);
  });
});

it('a write is waited for when the server stops, although its caller has left', async () => {
  const userId = await anyUser('cpq');
  gateway.simulator('cpq').calls.clear();
  gateway.simulator('cpq').faults.add({ kind: 'delay', delayMs: DELAY_MS });
  await setStatusAndLeave('cpq', userId);
  await gateway.close();
  expect(outcomes()).toEqual(['cpq DONE']);
});

/** Backend and status of every write that ended, as the audit trail tells. */
function outcomes(): readonly string[] {
  return gateway.auditLines
    .join('')
    .split('\n')
    .filter((line) => line.includes('"phase":"OUTCOME"'))
    .map((line) => JSON.parse(line) as { entry: { backend: string; status: string } })
    .map(({ entry }) => `${entry.backend} ${entry.status}`);
}

async function anyUser(backend: string): Promise<string> {
  const { data } = await gateway.query(
    'query ($backend: String!) { users(first: 1, filter: { backends: [$backend] }) { nodes { id } } }',
    { backend },
  );
  return data.users.nodes[0].id;
}

/** Leaves as soon as the backend has been asked for the user, long before it answers. */
async function setStatusAndLeave(name: string, userId: string): Promise<void> {
  const leaving = new AbortController();
  const query =
    'mutation ($id: ID!) { setUserStatus(input: { userId: $id, status: DISABLED }) { status } }';
  const answer = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id: userId } }),
    signal: leaving.signal,
  });
  const { calls } = gateway.simulator(name);
  const isAsked = vi.waitFor(() => expect(calls.count()).toBe(1), { ...WAITING, interval: 5 });
  void isAsked.then(() => leaving.abort());
  await expect(answer).rejects.toThrow('aborted');
}
