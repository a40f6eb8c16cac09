import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/environment.ts';
import type { Fault } from '../../src/simulation/simulator.ts';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../support/gateway.ts';

/** A backend whose users are read one by one. */
interface SingleReads {
  readonly title: string;
  readonly name: string;
  readonly switches: Readonly<Record<string, unknown>>;
  readonly readUser: string;
  /** `null`: roles come with the user, or there are none. */
  readonly readGroups: string | null;
  /** Calls with which it is first tried to read users together. */
  readonly triedFirst: number;
}

const CPQ = [
  [5, 'GetCompanyUser', null],
  [7, 'GetCompanyUser', null],
  [16, 'GetCompanyUser', 'ListCompanyUserGroups'],
  [18, 'GetUser', 'ListUserGroups'],
  [19, 'GetUser', 'ListUserGroups'],
] as const;

const SINGLE_READS: readonly SingleReads[] = [
  ...CPQ.map(([version, readUser, readGroups]) => ({
    title: `cpq ${version}`,
    name: 'cpq',
    switches: { version, users: 40, orSupported: false },
    readUser,
    readGroups,
    triedFirst: version < 16 ? 0 : 1,
  })),
  {
    title: 'cloud-administration',
    name: 'cloud-administration',
    switches: {},
    readUser: 'GetUser',
    readGroups: null,
    triedFirst: 0,
  },
  {
    title: 'cloud-sso',
    name: 'cloud-sso',
    // A page shows a hundred users; those behind the second are read one by one.
    switches: { userCount: 300, throttle: false },
    readUser: 'GetUser',
    readGroups: 'ListJoinedGroupsForUser',
    triedFirst: 1,
  },
];

/** The users' own answers, of which none can be read again in the hope of a better one. */
const UNREADABLE = { kind: 'malformed', times: 1 } as const;

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { login } } }';
const FIRST = /* GraphQL */ `
  query ($backend: String!, $first: Int!, $after: String) {
    users(first: $first, after: $after, filter: { backends: [$backend] }) {
      nodes {
        id
        login
      }
      pageInfo {
        endCursor
      }
    }
  }
`;
const ROLES = /* GraphQL */ `
  query ($backend: String!) {
    users(first: 3, filter: { backends: [$backend] }) {
      nodes {
        login
        roles {
          name
        }
      }
    }
  }
`;
const BY_LOGIN = /* GraphQL */ `
  query ($login: String!) {
    userByLogin(backend: "cpq", login: $login, company: "_host") {
      id
    }
  }
`;

const MEMBERS = /* GraphQL */ `
  {
    roles(first: 1, backends: ["cloud-sso"]) {
      nodes {
        users(first: 3) {
          nodes {
            login
          }
        }
      }
    }
  }
`;

/** In version 5 nobody is listed. */
const HOST_LOGINS = ['amara.osei', 'mary ann', '山田太郎', 'svc_support', 'svc_dev'];

async function withGateway<T>(
  { name, switches }: Pick<SingleReads, 'name' | 'switches'>,
  test: (gateway: TestGateway) => Promise<T>,
  environment: Environment = {},
): Promise<T> {
  const gateway = await startTestGateway({ environment, switches: { [name]: switches } });
  try {
    return await test(gateway);
  } finally {
    await gateway.close();
  }
}

/** Ids of five users, as a gateway told them that has nothing to do with the one that is asked for them. */
function fiveIds(backend: SingleReads): Promise<readonly string[]> {
  return withGateway(backend, async (gateway) => {
    if (backend.name === 'cpq' && backend.triedFirst === 0) {
      const asked = HOST_LOGINS.map((login) => gateway.query(BY_LOGIN, { login }));
      return (await Promise.all(asked)).map(({ data }) => data.userByLogin.id as string);
    }
    const list = (first: number, after: string | null) =>
      gateway.query(FIRST, { backend: backend.name, first, after });
    const ahead = backend.name === 'cloud-sso' ? await list(200, null) : null;
    const { data } = await list(5, ahead?.data.users.pageInfo.endCursor ?? null);
    return data.users.nodes.map(({ id }: { id: string }) => id);
  });
}

function expectOneFailed(answer: GraphqlAnswer, code: string, field: readonly string[] = []): void {
  const { data, errors } = answer;
  const rows: readonly (Record<string, unknown> | null)[] = data.nodes ?? data.users.nodes;
  const valueOf = (row: Record<string, unknown> | null) =>
    field.length === 0 ? row : (row?.[field[0]!] ?? null);
  const failed = rows.findIndex((row) => valueOf(row) === null);
  expect(rows.filter((row) => valueOf(row) === null)).toHaveLength(1);
  const list = data.nodes === undefined ? ['users', 'nodes'] : ['nodes'];
  expect(errors).toMatchObject([{ path: [...list, failed, ...field], extensions: { code } }]);
}

describe.each(SINGLE_READS)('of five users of $title', (backend) => {
  const faults: readonly (readonly [Fault, string])[] = [
    [UNREADABLE, 'BACKEND_CONTRACT_VIOLATION'],
    // CloudSSO is asked once more after a 500.
    ...(backend.name === 'cloud-sso'
      ? []
      : [[{ kind: 'status', status: 500, times: 1 }, 'BACKEND_UNAVAILABLE'] as const]),
  ];

  it.each(faults)(
    'the one whose answer is %o is null with an error, and there when asked for again',
    async (fault, code) => {
      const ids = await fiveIds(backend);
      await withGateway(backend, async (gateway) => {
        const { calls, faults: box } = gateway.simulator(backend.name);
        box.add({ ...fault, operation: backend.readUser });
        expectOneFailed(await gateway.query(NODES, { ids }), code);
        expect(calls.count(backend.readUser)).toBe(5);
        const again = await gateway.query(NODES, { ids });
        expect(again.errors).toEqual([]);
        expect(again.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
        // The other four were kept.
        expect(calls.count(backend.readUser)).toBe(6);
      });
    },
  );

  it('those are there that the calls of the operation were enough for', async () => {
    const ids = await fiveIds(backend);
    const test = async (gateway: TestGateway): Promise<void> => {
      const { data, errors } = await gateway.query(NODES, { ids });
      expect(data.nodes).toMatchObject([{ id: ids[0] }, { id: ids[1] }, null, null, null]);
      expect(errors.map(({ path }) => path)).toEqual([2, 3, 4].map((index) => ['nodes', index]));
      for (const { extensions } of errors) expect(extensions['code']).toBe('BUDGET_EXCEEDED');
    };
    const calls = String(backend.triedFirst + 2);
    await withGateway(backend, test, { MAX_UPSTREAM_CALLS_PER_OPERATION: calls });
  });
});

describe.each(SINGLE_READS.filter(({ readGroups }) => readGroups !== null))(
  'of the users of $title',
  (backend) => {
    it('the one whose groups cannot be read has no roles but an error, until asked again', async () => {
      await withGateway(backend, async (gateway) => {
        const { faults } = gateway.simulator(backend.name);
        faults.add({ ...UNREADABLE, operation: backend.readGroups! });
        const answer = await gateway.query(ROLES, { backend: backend.name });
        expectOneFailed(answer, 'BACKEND_CONTRACT_VIOLATION', ['roles']);
        const again = await gateway.query(ROLES, { backend: backend.name });
        expect(again.errors).toEqual([]);
      });
    });
  },
);

describe('a list of members', () => {
  it('is not there at all rather than without the one who cannot be read', async () => {
    await withGateway({ name: 'cloud-sso', switches: {} }, async (gateway) => {
      gateway.simulator('cloud-sso').faults.add({ ...UNREADABLE, operation: 'GetUser' });
      const { data, errors } = await gateway.query(MEMBERS);
      expect(data.roles.nodes).toEqual([{ users: null }]);
      expect(errors).toMatchObject([
        {
          path: ['roles', 'nodes', 0, 'users'],
          extensions: { code: 'BACKEND_CONTRACT_VIOLATION' },
        },
      ]);
      const again = await gateway.query(MEMBERS);
      expect(again.data.roles.nodes[0].users.nodes).toHaveLength(3);
    });
  });
});
