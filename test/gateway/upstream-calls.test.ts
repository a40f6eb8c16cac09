import { describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { officialClient } from '../cloud-sso/official-clients.ts';
import { readAll } from '../cloud-sso/simulator-client.ts';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../support/gateway.ts';

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'];
const DEFAULT_BUDGET = 500;

const JOINED = /* GraphQL */ `
  query ($first: Int!) {
    users(first: $first) {
      nodes {
        login
        backend {
          name
        }
        company {
          name
        }
        roles {
          name
        }
        currency {
          code
        }
        language {
          tag
        }
      }
      failures {
        code
        retryable
        backend {
          name
        }
      }
    }
  }
`;

type Calls = Readonly<Record<string, number>>;

/** How often each operation was called. */
function callsOf({ calls }: RunningSimulator): Calls {
  return Object.fromEntries(
    [...Map.groupBy(calls.all, ({ operation }) => operation)].map(([name, all]) => [
      name,
      all.length,
    ]),
  );
}

function allCalls(gateway: TestGateway): Calls {
  return Object.fromEntries(BACKENDS.map((name) => [name, gateway.simulator(name).calls.count()]));
}

async function withGateway<T>(
  test: (gateway: TestGateway) => Promise<T>,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const gateway = await startTestGateway({ environment });
  try {
    return await test(gateway);
  } finally {
    await gateway.close();
  }
}

function sharesOf({ data, errors }: GraphqlAnswer): Calls {
  expect(errors).toEqual([]);
  expect(data.users.failures).toEqual([]);
  const names = data.users.nodes.map(({ backend }: { backend: { name: string } }) => backend.name);
  return Object.fromEntries(
    BACKENDS.map((name) => [name, names.filter((own: string) => own === name).length]),
  );
}

/** What is in the directory, as the vendor's own client sees it. */
async function contentOf(simulator: RunningSimulator) {
  const call = officialClient(simulator);
  const totalOf = async (action: string, parameters = {}): Promise<number> =>
    Number((await call(action, { MaxResults: 1, ...parameters }))['TotalCounts']);
  const groups = await readAll<{ readonly GroupId: string }>(call, 'ListGroups', {
    member: 'Groups',
  });
  const sizes: number[] = [];
  for (const { GroupId } of groups) sizes.push(await totalOf('ListGroupMembers', { GroupId }));
  return {
    sizes,
    assignments: await totalOf('ListAccessAssignments'),
    configurations: await totalOf('ListAccessConfigurations'),
  };
}

const pages = (rows: number, size: number): number => Math.max(Math.ceil(rows / size), 1);

describe('a page of users with everything that is joined to them', () => {
  it.each([100, 200])(
    'of %i costs the calls that each backend promises, and no more',
    async (first) => {
      const content = await withGateway(async (gateway) =>
        contentOf(gateway.simulator('cloud-sso')),
      );
      await withGateway(async (gateway) => {
        const shares = sharesOf(await gateway.query(JOINED, { first }));
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(first);

        // One call for the users, one for the groups of every 50, one for all companies, one for all groups.
        expect(callsOf(gateway.simulator('cpq'))).toEqual({
          ListUsers: 1 + pages(shares['cpq'] ?? 0, 50),
          ListCompanies: 1,
          ListGroups: 1,
        });

        // Rows bring their company and roles, and there are no pages: one call, and one for the token.
        expect(callsOf(gateway.simulator('cloud-administration'))).toEqual({
          GetToken: 1,
          ListUsers: 1,
        });

        // Both halves of the grants from the directory's side, a call for the size of each before.
        const { ListAccessConfigurations = 0, ...calls } = callsOf(gateway.simulator('cloud-sso'));
        const { sizes, assignments, configurations } = content;
        expect(calls).toEqual({
          ListUsers: 1,
          ListGroups: 1 + pages(sizes.length, 100),
          ListGroupMembers: sizes.reduce((sum, size) => sum + pages(size, 100), 0),
          ListAccessAssignments: 1 + pages(assignments, 20),
        });
        expect(ListAccessConfigurations).toBeLessThanOrEqual(pages(configurations, 100) + 1);

        const total = Object.values(allCalls(gateway)).reduce((sum, count) => sum + count, 0);
        expect(total).toBeLessThan(DEFAULT_BUDGET / 10);
      });
    },
  );

  it('costs a warm gateway one call where a backend has pages, and none where it has not', () =>
    withGateway(async (gateway) => {
      await gateway.query(JOINED, { first: 100 });
      for (const name of BACKENDS) gateway.simulator(name).calls.clear();
      sharesOf(await gateway.query(JOINED, { first: 100 }));
      expect(allCalls(gateway)).toEqual({ cpq: 1, 'cloud-administration': 0, 'cloud-sso': 1 });
    }));

  it('costs twenty callers at once no more than one', async () => {
    const delay = (gateway: TestGateway): void => {
      for (const name of BACKENDS)
        gateway.simulator(name).faults.add({ kind: 'delay', delayMs: 400 });
    };
    const alone = await withGateway(async (gateway) => {
      delay(gateway);
      await gateway.query(JOINED, { first: 100 });
      return allCalls(gateway);
    });
    await withGateway(async (gateway) => {
      delay(gateway);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => gateway.query(JOINED, { first: 100 })),
      );
      for (const { data, errors } of answers) {
        expect(errors).toEqual([]);
        expect(data).toEqual(answers[0]?.data);
      }
      expect(allCalls(gateway)).toEqual(alone);
    });
  });

  it('is shown as far as its budget goes, with an error at each field beyond', () =>
    withGateway(
      async (gateway) => {
        const { data, errors } = await gateway.query(JOINED, { first: 90 });
        expect(data.users.nodes).toHaveLength(90);
        expect(data.users.failures).toEqual([]);
        // The users took one call each. What came with their rows, or is no call, is there.
        for (const { backend, company, roles, currency } of data.users.nodes) {
          if (backend.name !== 'cloud-administration') expect(roles).toBeNull();
          else expect([company === null, roles === null]).toEqual([false, false]);
          if (backend.name === 'cpq') expect([company, currency === null]).toEqual([null, false]);
        }
        const missing = data.users.nodes.flatMap(
          (node: { backend: { name: string } }, index: number) => {
            const roles = ['users', 'nodes', index, 'roles'];
            if (node.backend.name === 'cpq') return [['users', 'nodes', index, 'company'], roles];
            return node.backend.name === 'cloud-sso' ? [roles] : [];
          },
        );
        expect(errors.map(({ path }) => path?.join('.')).toSorted()).toEqual(
          missing.map((path: readonly string[]) => path.join('.')).toSorted(),
        );
        expect(new Set(errors.map(({ extensions }) => extensions['code']))).toEqual(
          new Set(['BUDGET_EXCEEDED']),
        );
        const { cpq, 'cloud-sso': cloudSso } = allCalls(gateway);
        expect([cpq, cloudSso]).toEqual([1, 1]);
      },
      { MAX_UPSTREAM_CALLS_PER_OPERATION: '3' },
    ));

  it('names in its failures the backends that the budget did not reach, whose users the next pages bring', () =>
    withGateway(
      async (gateway) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let page = 0; page < 100; page += 1) {
          const { data } = await gateway.query(
            'query ($after: String) { users(first: 90, after: $after) { nodes { id } failures { code retryable } pageInfo { hasNextPage endCursor } } }',
            { after },
          );
          const { nodes, failures, pageInfo } = data.users;
          seen.push(...nodes.map(({ id }: { id: string }) => id));
          if (page === 0) expect(failures.length).toBeGreaterThan(0);
          for (const failure of failures)
            expect(failure).toEqual({ code: 'BUDGET_EXCEEDED', retryable: true });
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        expect(new Set(seen).size).toBe(seen.length);
        const { data } = await gateway.query('{ users(first: 1) { totalCount } }');
        expect(seen.length).toBeGreaterThan(300);
        if (data.users?.totalCount) expect(seen).toHaveLength(data.users.totalCount);
      },
      { MAX_UPSTREAM_CALLS_PER_OPERATION: '2' },
    ));

  it('fails as a whole only where the budget reached no backend', () =>
    withGateway(
      async (gateway) => {
        const { data, errors } = await gateway.query(
          '{ first: users(first: 3) { nodes { login } } second: roles(first: 9) { nodes { name } failures { code } } }',
        );
        const codes = errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']]);
        const failed = Object.entries(data).flatMap(([name, list]) =>
          list === null ? [name] : [],
        );
        expect(failed.length).toBeGreaterThan(0);
        expect(codes).toEqual(failed.map((name) => [name, 'BUDGET_EXCEEDED']));
      },
      { MAX_UPSTREAM_CALLS_PER_OPERATION: '1' },
    ));
});
