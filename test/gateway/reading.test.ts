import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'];

const EVERY_TYPE = /* GraphQL */ `
  query EveryType {
    backends {
      name
      simulated
    }
    users(first: 30) {
      nodes {
        id
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
        backend {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    companies(first: 10) {
      nodes {
        id
        name
        displayName
        baseCurrency {
          code
        }
      }
      failures {
        code
      }
    }
    roles(first: 50) {
      nodes {
        id
        name
        kind
      }
      failures {
        code
      }
    }
    currencies {
      code
      isoCode
      deprecated
    }
    languages {
      code
      tag
    }
    viewer {
      subject
      permissions
    }
  }
`;

const LOGINS = /* GraphQL */ `
  query Logins($first: Int!, $after: String, $filter: UserFilter) {
    users(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      failures {
        code
        backend {
          name
        }
        retryable
      }
    }
  }
`;

interface UserPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly failures: readonly {
    readonly code: string;
    readonly backend: { readonly name: string };
  }[];
}

let gateway: TestGateway;

beforeAll(async () => {
  // A page of one row is a call of its own; the quota would make the walk a matter of minutes.
  gateway = await startTestGateway({ switches: { 'cloud-sso': { throttle: false } } });
});

afterAll(async () => {
  await gateway.close();
});

async function page(
  first: number,
  after: string | null = null,
  filter: object | null = null,
): Promise<UserPage> {
  const { data, errors } = await gateway.query(LOGINS, { first, after, filter });
  expect(errors).toEqual([]);
  return (data as { users: UserPage }).users;
}

/** Follows `endCursor` to the end; `sizes` are taken in turn. */
async function follow(
  sizes: readonly number[],
  after: string | null = null,
  filter: object | null = null,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor = after;
  for (let turn = 0; turn < 3000; turn += 1) {
    const { edges, pageInfo, failures } = await page(
      sizes[turn % sizes.length] ?? 50,
      cursor,
      filter,
    );
    expect(failures).toEqual([]);
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    cursor = pageInfo.endCursor;
  }
  throw new Error('the list does not end');
}

describe('one document over three backends', () => {
  it('answers users, companies, roles, currencies and languages from all of them', async () => {
    const { data, errors } = await gateway.query(EVERY_TYPE);
    expect(errors).toEqual([]);
    expect(data.backends).toEqual(BACKENDS.map((name) => ({ name, simulated: true })));
    expect(data.users.failures).toEqual([]);
    expect(
      new Set(data.users.nodes.map((user: { backend: { name: string } }) => user.backend.name)),
    ).toEqual(new Set(BACKENDS));
    expect(data.companies.nodes.length).toBeGreaterThan(3);
    expect(data.roles.nodes.length).toBeGreaterThan(10);
    expect(data.currencies.length).toBeGreaterThan(150);
    expect(data.languages).toHaveLength(107);
    expect(data.viewer.permissions).toContain('USERS_READ');
  });

  it('finds a user again by its id and by its login', async () => {
    const { edges } = await page(60);
    for (const { node } of [edges[0]!, edges[25]!, edges[55]!]) {
      const { data } = await gateway.query(
        'query ($id: ID!) { user(id: $id) { id login backend { name } company { nativeId } } node(id: $id) { id __typename } }',
        { id: node.id },
      );
      expect(data.node).toEqual({ id: node.id, __typename: 'User' });
      const { login, backend, company } = data.user;
      const again = await gateway.query(
        'query ($backend: String!, $login: String!, $company: String) { userByLogin(backend: $backend, login: $login, company: $company) { id } }',
        { backend: backend.name, login, company: company?.nativeId ?? null },
      );
      expect(again.data.userByLogin).toEqual({ id: node.id });
    }
  });
});

describe('following cursors', () => {
  it('yields every user exactly once for any page size', async () => {
    const all = await follow([200]);
    expect(all.length).toBeGreaterThan(300);
    expect(new Set(all).size).toBe(all.length);
    for (const sizes of [[50], [7], [1], [1, 200, 7, 50]]) {
      const ids = await follow(sizes);
      expect(ids).toHaveLength(all.length);
      expect(new Set(ids)).toEqual(new Set(all));
    }
  });

  it('goes on from a middle edge with another page size', async () => {
    const all = await follow([200]);
    const first = await page(50);
    for (const index of [0, 13, 17, 34, 49]) {
      const taken = first.edges.slice(0, index + 1).map(({ node }) => node.id);
      const rest = await follow([33], first.edges[index]!.cursor);
      expect([...taken, ...rest].toSorted()).toEqual(all.toSorted());
    }
  });

  it('yields every user once with first: 1 over a filter', async () => {
    const filter = { statuses: ['DISABLED'] };
    const all = await follow([200], null, filter);
    expect(all.length).toBeGreaterThan(5);
    expect((await follow([1], null, filter)).toSorted()).toEqual(all.toSorted());
  });

  it('refuses a cursor of another filter', async () => {
    const { pageInfo } = await page(5);
    const { errors } = await gateway.query(LOGINS, {
      first: 5,
      after: pageInfo.endCursor,
      filter: { statuses: ['ACTIVE'] },
    });
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
