import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulation/simulator.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const TIMEOUT_MS = 1_000;
const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'];

const USERS = /* GraphQL */ `
  query {
    users(first: 90) {
      nodes {
        login
        backend {
          name
        }
      }
      failures {
        code
        message
        retryable
        backend {
          name
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    currencies {
      code
    }
    companies(first: 5) {
      nodes {
        name
      }
    }
  }
`;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    switches: { 'cloud-sso': { throttle: false } },
    environment: {
      UPSTREAM_TIMEOUT_MS: String(TIMEOUT_MS),
      CACHE_USERS_TTL_SECONDS: '0',
    },
  });
});

afterEach(async () => {
  for (const name of BACKENDS) gateway.simulator(name).faults.clear();
  // A backend that recovers is asked again within moments.
  await expect
    .poll(async () => (await gateway.query(USERS)).data.users.failures as unknown, {
      timeout: 2000,
    })
    .toEqual([]);
});

afterAll(async () => {
  await gateway.close();
});

const faults: readonly (Fault & { readonly code: string })[] = [
  { kind: 'hang', code: 'BACKEND_UNAVAILABLE' },
  { kind: 'reset-before', code: 'BACKEND_UNAVAILABLE' },
  { kind: 'status', status: 503, code: 'BACKEND_UNAVAILABLE' },
  { kind: 'status', status: 500, code: 'BACKEND_UNAVAILABLE' },
  { kind: 'throttle', code: 'BACKEND_THROTTLED' },
  { kind: 'html', code: 'BACKEND_CONTRACT_VIOLATION' },
  { kind: 'empty', code: 'BACKEND_CONTRACT_VIOLATION' },
  { kind: 'malformed', code: 'BACKEND_CONTRACT_VIOLATION' },
  { kind: 'truncated', code: 'BACKEND_CONTRACT_VIOLATION' },
];

describe.each(['cpq', 'cloud-sso'])('when %s fails', (name) => {
  it.each(faults)(
    'with $kind $status, the others answer in full and the failure is named $code',
    async ({ code, ...fault }) => {
      gateway.simulator(name).faults.add(fault);
      const startedAt = performance.now();
      const { data } = await gateway.query(USERS);
      expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 3 + 2_500);
      expect(data.users.failures).toEqual([expect.objectContaining({ code, backend: { name } })]);
      const answered = new Set(
        data.users.nodes.map((user: { backend: { name: string } }) => user.backend.name),
      );
      expect(answered).toEqual(new Set(BACKENDS.filter((other) => other !== name)));
      expect(data.users.nodes.length).toBeGreaterThanOrEqual(60);
      expect(data.currencies.length).toBeGreaterThan(100);
    },
  );
});

describe('when the list of cloud-administration hangs', () => {
  it('names it within its time-out, and the others answer in full', async () => {
    const slow = await startTestGateway({
      environment: { UPSTREAM_TIMEOUT_MS: String(TIMEOUT_MS) },
    });
    try {
      slow.simulator('cloud-administration').faults.add({ kind: 'hang', operation: 'ListUsers' });
      const startedAt = performance.now();
      const { data } = await slow.query(USERS);
      expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 3 + 2_500);
      expect(data.users.failures).toMatchObject([
        { code: 'BACKEND_UNAVAILABLE', backend: { name: 'cloud-administration' } },
      ]);
      expect(data.users.nodes.length).toBeGreaterThanOrEqual(60);
    } finally {
      await slow.close();
    }
  });
});

describe('when no backend answers', () => {
  it('makes a list null with an error, and leaves its siblings', async () => {
    const dark = await startTestGateway();
    try {
      for (const name of BACKENDS) dark.simulator(name).faults.add({ kind: 'status', status: 503 });
      const { data, errors } = await dark.query(
        '{ users(first: 3) { nodes { id } } currencies { code } backends { name health { status } } }',
      );
      expect(data.users).toBeNull();
      expect(errors).toMatchObject([
        { path: ['users'], extensions: { code: 'BACKEND_UNAVAILABLE' } },
      ]);
      expect(data.currencies.length).toBeGreaterThan(100);
      expect(data.backends).toHaveLength(BACKENDS.length);
    } finally {
      await dark.close();
    }
  });
});
