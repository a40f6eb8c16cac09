import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { toBackendId, toGlobalId } from '../../src/domain/global-id.ts';
import type { Details } from '../../src/domain/model.ts';
import type { GatewayContext } from '../../src/graphql/context.ts';
import type { DefectFields } from '../../src/graphql/format-error.ts';
import { ANN, createAsker, type Answer, type Asking } from '../support/ask.ts';
import {
  createMemoryBackend,
  memoryCompany,
  memoryRole,
  memoryUser,
  memoryUsers,
  type MemoryBackend,
} from '../support/memory-backend.ts';

const defects: DefectFields[] = [];

let sales: MemoryBackend;
let directory: MemoryBackend;

beforeEach(() => {
  defects.length = 0;
  sales = createMemoryBackend('sales', {
    users: [
      memoryUser('sales', 'eva', {
        emails: ['eva@example.com', 'eva@example.org'],
        companyRef: { backend: 'sales', nativeId: 'acme' },
        currencyCode: 'CFAF',
        languageCode: 'iw_IL',
        createdAt: '2026-02-03T10:15:30.000Z',
      }),
      memoryUser('sales', 'tom', {
        status: 'DISABLED',
        companyRef: { backend: 'sales', nativeId: 'initech' },
      }),
    ],
    companies: [
      { ...memoryCompany('sales', 'acme'), parentRef: { backend: 'sales', nativeId: 'initech' } },
      { ...memoryCompany('sales', 'initech'), baseCurrencyCode: 'EUR' },
    ],
    roles: [memoryRole('sales', 'approvers'), memoryRole('sales', 'writers')],
    members: { approvers: ['eva'], writers: ['eva', 'tom'] },
    currencies: [
      { code: 'CFAF', isoCode: 'XAF', name: 'Franc', deprecated: false },
      { code: 'EUR', isoCode: 'EUR', name: null, deprecated: false },
      { code: 'DEM', isoCode: 'DEM', name: 'Mark', deprecated: true },
    ],
    languages: [{ code: 'iw_IL', tag: 'he-IL', name: null }],
  });
  directory = createMemoryBackend('directory', {
    users: memoryUsers('directory', 3),
    without: ['companies', 'referenceData', 'users.count'],
  });
});

describe('a list of users', () => {
  it('joins each user with company, roles, currency and language', async () => {
    const { data, errors } = await ask(`{
      users(filter: { backends: ["sales"] }) {
        nodes {
          id nativeId login email emails status createdAt
          backend { id name kind simulated }
          company { name parent { name baseCurrency { code name } parent { name } } }
          roles { name }
          currency { code isoCode name }
          language { code tag name }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.users.nodes[0]).toEqual({
      id: userId('sales', 'eva'),
      nativeId: 'eva',
      login: 'eva',
      email: 'eva@example.com',
      emails: ['eva@example.com', 'eva@example.org'],
      status: 'ACTIVE',
      createdAt: '2026-02-03T10:15:30.000Z',
      backend: { id: toBackendId('sales'), name: 'sales', kind: 'memory', simulated: true },
      company: {
        name: 'acme',
        parent: { name: 'initech', baseCurrency: { code: 'EUR', name: 'EUR' }, parent: null },
      },
      roles: [{ name: 'approvers' }, { name: 'writers' }],
      currency: { code: 'CFAF', isoCode: 'XAF', name: 'Franc' },
      language: { code: 'iw_IL', tag: 'he-IL', name: 'he-IL' },
    });
    expect(data.users.nodes[1]).toMatchObject({ email: null, currency: null, language: null });
  });

  it('reads companies and grants of all users of a page in one call each', async () => {
    await ask(
      '{ users(filter: { backends: ["sales"] }) { nodes { company { id } roles { id } } } }',
    );
    expect(sales.calls).toEqual(['users.list', 'companies.getMany', 'roles.grantsOf']);
  });

  it('goes on behind the cursor of any edge', async () => {
    const query = `query ($after: String) {
      users(first: 3, after: $after) {
        edges { cursor node { login } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const { users: page } = (await ask(query)).data;
    const { users: rest } = (await ask(query, { variables: { after: page.edges[1].cursor } })).data;
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0].cursor,
      endCursor: page.edges[2].cursor,
    });
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([...page.edges.slice(0, 2), ...rest.edges].map(({ node }) => node.login)).toEqual([
      'eva',
      'tom',
      'directory-000',
      'directory-001',
      'directory-002',
    ]);
  });

  it('counts only when the count is selected, and says null when a backend cannot count', async () => {
    await ask('{ users { nodes { id } } }');
    expect(sales.calls).not.toContain('users.count');
    const { data } = await ask(`{
      one: users(filter: { backends: ["sales"] }) { totalCount }
      all: users { totalCount }
    }`);
    expect(data).toEqual({ one: { totalCount: 2 }, all: { totalCount: null } });
  });

  it('names the backend that failed and shows the users of the others', async () => {
    directory.fail(new GatewayError('BACKEND_THROTTLED', 'Slow down.', { backend: 'directory' }));
    const { data, errors } = await ask(`{
      users { nodes { login } failures { backend { name } code message retryable } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.users.nodes).toHaveLength(2);
    expect(data.users.failures).toEqual([
      {
        backend: { name: 'directory' },
        code: 'BACKEND_THROTTLED',
        message: 'Slow down.',
        retryable: true,
      },
    ]);
  });

  it('is null with the failure as error when no backend answered', async () => {
    const failure = new GatewayError('BACKEND_UNAVAILABLE', 'It is down.', { backend: 'sales' });
    sales.fail(failure);
    const { data, errors } = await ask('{ users(filter: { backends: ["sales"] }) { totalCount } }');
    expect(data).toEqual({ users: null });
    expect(errors).toEqual([
      {
        message: 'It is down.',
        locations: [{ line: 1, column: 3 }],
        path: ['users'],
        extensions: { code: 'BACKEND_UNAVAILABLE', retryable: true, backend: 'sales' },
      },
    ]);
  });

  it.each([0, -1, 201])(
    'refuses %i users at once and says how many there may be',
    async (first) => {
      const { data, errors } = await ask(
        'query ($first: Int!) { users(first: $first) { totalCount } }',
        {
          variables: { first },
        },
      );
      expect(data).toEqual({ users: null });
      expect(errors).toMatchObject([
        { message: expect.stringContaining('200'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );

  it.each([
    'query ($first: Int) { users(first: $first) { totalCount } }',
    'query ($first: Boolean = true) { users @include(if: $first) { totalCount } }',
    'query ($first: Boolean = true) { users { totalCount @skip(if: $first) } }',
  ])('blames the caller for a null that reaches a non-null argument in %j', async (document) => {
    const { errors } = await ask(document, { variables: { first: null } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('null'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(defects).toEqual([]);
  });
});

describe('the filter of users', () => {
  it.each([
    [{ statuses: ['DISABLED'] }, ['tom']],
    [{ login: { startsWith: 'E' } }, ['eva']],
    [{ email: { contains: '@EXAMPLE.ORG' } }, ['eva']],
    [{ login: { in: ['TOM', 'nobody'] } }, ['tom']],
    [{ search: 'directory-00', backends: ['directory'] }, logins('directory', 3)],
    [{ languageTag: 'he-IL' }, ['eva']],
    [{ languageTag: 'iw_il' }, ['eva']],
    [{ languageTag: 'fr-FR' }, []],
    [{ currencyCode: 'cfaf' }, ['eva']],
    [{ companyId: toGlobalId('Company', { backend: 'sales', nativeId: 'acme' }) }, ['eva']],
    [{ roleId: toGlobalId('Role', { backend: 'sales', nativeId: 'writers' }) }, ['eva', 'tom']],
    [
      {
        companyId: toGlobalId('Company', { backend: 'sales', nativeId: 'acme' }),
        backends: ['directory'],
      },
      [],
    ],
    [
      { statuses: null, search: null, login: null, companyId: null },
      ['eva', 'tom', ...logins('directory', 3)],
    ],
    [{ statuses: [] }, []],
    [{ backends: [] }, []],
  ])('%j finds %j', async (filter, expected) => {
    const { data, errors } = await askFor(filter);
    expect(errors).toBeUndefined();
    expect(data.users.nodes.map(({ login }: { login: string }) => login)).toEqual(expected);
  });

  it.each([
    [{ companyId: userId('sales', 'eva') }, 'the id of a User'],
    [{ roleId: 'nonsense' }, 'not an id of this gateway'],
    [{ backends: ['payroll'] }, 'sales, directory'],
    [{ login: { equals: 'eva', startsWith: 'e' } }, 'Exactly one key'],
    [{ login: {} }, 'Exactly one key'],
  ])('refuses %j', async (filter, hint) => {
    const { errors } = await askFor(filter);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(hint), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  const askFor = (filter: object) =>
    ask('query ($filter: UserFilter) { users(filter: $filter) { nodes { login } } }', {
      variables: { filter },
    });
});

describe('companies and roles', () => {
  it('lead to their users, narrowed further by a filter', async () => {
    const { data } = await ask(`{
      companies(backends: ["sales"]) {
        nodes { nativeId users { nodes { login } } disabled: users(filter: { statuses: [DISABLED] }) { nodes { login } } }
        totalCount
      }
      roles(backends: ["sales"], first: 1) {
        edges { node { nativeId kind users { nodes { login } totalCount } } }
        pageInfo { hasNextPage }
        totalCount
      }
    }`);
    const [eva, tom] = [{ login: 'eva' }, { login: 'tom' }];
    expect(data.companies).toEqual({
      nodes: [
        { nativeId: 'acme', users: { nodes: [eva] }, disabled: { nodes: [] } },
        { nativeId: 'initech', users: { nodes: [tom] }, disabled: { nodes: [tom] } },
      ],
      totalCount: 2,
    });
    expect(data.roles).toEqual({
      edges: [
        {
          node: { nativeId: 'approvers', kind: 'ROLE', users: { nodes: [eva], totalCount: null } },
        },
      ],
      pageInfo: { hasNextPage: true },
      totalCount: 2,
    });
  });

  it('name a backend that has none to a caller who asks for it, and to no other', async () => {
    const { data } = await ask(`{
      all: companies { nodes { id } failures { code } }
      asked: companies(backends: ["sales", "directory"]) { failures { code backend { name } } }
    }`);
    expect(data.all).toMatchObject({ nodes: [{}, {}], failures: [] });
    expect(data.asked.failures).toEqual([
      { code: 'UNSUPPORTED_BY_BACKEND', backend: { name: 'directory' } },
    ]);
  });

  it('hold nobody when the filter names another company', async () => {
    const id = (nativeId: string) => toGlobalId('Company', { backend: 'sales', nativeId });
    const { data } = await ask(
      'query ($id: ID!, $other: ID!) { company(id: $id) { users(filter: { companyId: $other }) { nodes { login } } } }',
      { variables: { id: id('acme'), other: id('initech') } },
    );
    expect(data.company.users.nodes).toEqual([]);
  });

  it('are each shown once among the roles of a user who holds them in several ways', async () => {
    const role = memoryRole('sales', 'approvers');
    const via = memoryRole('sales', 'team');
    const grant = { role, scope: null, scopeName: null, via: null };
    const roleGrants = [grant, { ...grant, via }, { ...grant, scope: '42', scopeName: 'Live' }];
    sales = createMemoryBackend('sales', { users: [memoryUser('sales', 'eva', { roleGrants })] });
    const { data } = await ask(
      `query ($id: ID!) {
        user(id: $id) { roles { name } roleGrants { role { name } via { name } scope scopeName } }
      }`,
      { variables: { id: userId('sales', 'eva') } },
    );
    expect(data.user).toEqual({
      roles: [{ name: 'approvers' }],
      roleGrants: [
        { role: { name: 'approvers' }, via: null, scope: null, scopeName: null },
        { role: { name: 'approvers' }, via: { name: 'team' }, scope: null, scopeName: null },
        { role: { name: 'approvers' }, via: null, scope: '42', scopeName: 'Live' },
      ],
    });
  });
});

describe('reading by id', () => {
  const NODES = `query ($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on User { login } ... on Backend { name } }
  }`;

  it('answers with whatever type the id is of', async () => {
    const ids = [
      userId('sales', 'eva'),
      toGlobalId('Company', { backend: 'sales', nativeId: 'acme' }),
      toGlobalId('Role', { backend: 'sales', nativeId: 'writers' }),
      toBackendId('directory'),
    ];
    const { data } = await ask(NODES, { variables: { ids } });
    expect(data.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'User',
      'Company',
      'Role',
      'Backend',
    ]);
    expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('lets every id fail alone and reads equal ones once', async () => {
    const eva = userId('sales', 'eva');
    directory.fail(
      new GatewayError('BACKEND_UNAVAILABLE', 'It is down.', { backend: 'directory' }),
    );
    const ids = [
      eva,
      userId('directory', 'directory-001'),
      'nonsense',
      userId('sales', 'nobody'),
      eva,
    ];
    const { data, errors } = await ask(NODES, { variables: { ids } });
    const found = { __typename: 'User', id: eva, login: 'eva' };
    expect(data.nodes).toEqual([found, null, null, null, found]);
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']]).sort()).toEqual([
      [['nodes', 1], 'BACKEND_UNAVAILABLE'],
      [['nodes', 2], 'BAD_USER_INPUT'],
    ]);
    expect(sales.calls).toEqual(['users.getMany']);
  });

  it('refuses more than 200 ids', async () => {
    const ids = Array.from({ length: 201 }, () => toBackendId('sales'));
    const { data, errors } = await ask(NODES, { variables: { ids } });
    expect(data).toEqual({ nodes: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is null without an error for what is absent, and an error for an id of another type', async () => {
    const { data, errors } = await ask(
      `query ($user: ID!, $gone: ID!, $backend: ID!) {
        absent: user(id: $user) { id } gone: node(id: $gone) { id } backend: node(id: $backend) { id }
        company(id: $user) { id } role(id: $user) { id } user(id: "") { id } node(id: "1:User") { id }
      }`,
      {
        variables: {
          user: userId('sales', 'nobody'),
          gone: userId('retired', 'eva'),
          backend: toBackendId('retired'),
        },
      },
    );
    expect(new Set(Object.values(data))).toEqual(new Set([null]));
    expect(errors?.map(({ path }) => path?.[0]).sort()).toEqual([
      'company',
      'node',
      'role',
      'user',
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  it('finds a user by login, and says which backends there are when the name is wrong', async () => {
    const { data, errors } = await ask(`{
      eva: userByLogin(backend: "sales", login: "EVA") { nativeId }
      nobody: userByLogin(backend: "sales", login: "nobody") { nativeId }
      wrong: userByLogin(backend: "payroll", login: "eva") { nativeId }
    }`);
    expect(data).toEqual({ eva: { nativeId: 'eva' }, nobody: null, wrong: null });
    expect(errors).toMatchObject([
      { path: ['wrong'], message: expect.stringContaining('sales, directory') },
    ]);
  });
});

describe('reference data, backends and the viewer', () => {
  it('shows currencies and languages in any spelling', async () => {
    const { data } = await ask(`{
      currencies { code } all: currencies(includeDeprecated: true) { code }
      currency(code: "eur") { name deprecated } none: currency(code: "GBP") { name }
      languages { code } tag: language(tag: "he-il") { code } code: language(tag: "iw_IL") { name }
    }`);
    expect(data).toEqual({
      currencies: [{ code: 'CFAF' }, { code: 'EUR' }],
      all: [{ code: 'CFAF' }, { code: 'DEM' }, { code: 'EUR' }],
      currency: { name: 'EUR', deprecated: false },
      none: null,
      languages: [{ code: 'iw_IL' }],
      tag: { code: 'iw_IL' },
      code: { name: 'he-IL' },
    });
  });

  it('derives what a backend can do from what it has', async () => {
    sales = createMemoryBackend('sales', { without: ['users.list'] });
    const { data } = await ask(`{
      backends { name capabilities health { status latencyMs checkedAt problem } }
      backend(name: "directory") { capabilities } none: backend(name: "payroll") { id }
    }`);
    expect(data.backends).toEqual([
      {
        name: 'sales',
        capabilities: [
          'USERS_READ',
          'ROLES_READ',
          'COMPANIES_READ',
          'CURRENCIES_READ',
          'LANGUAGES_READ',
        ],
        health: { status: 'UNKNOWN', latencyMs: null, checkedAt: null, problem: null },
      },
      expect.objectContaining({ name: 'directory' }),
    ]);
    expect(data.backend.capabilities).toEqual(['USERS_READ', 'USERS_LIST', 'ROLES_READ']);
    expect(data.none).toBeNull();
  });

  it('tells callers who they are', async () => {
    const scope = new Set(['sales/acme']);
    const caller: Caller = { ...ANN, permissions: new Set(['SCHEMA_READ']), scope };
    const { data } = await ask('{ viewer { subject permissions companies } }', { caller });
    expect(data.viewer).toEqual({
      subject: 'ann',
      permissions: ['SCHEMA_READ'],
      companies: ['sales/acme'],
    });
    expect((await ask('{ viewer { companies } }')).data.viewer.companies).toBeNull();
  });
});

describe("a backend's own attributes", () => {
  it('are those of the type that the row names, and one that costs a call is read when it is selected', async () => {
    const reads: unknown[] = [];
    const details: Details = {
      __typename: 'CpqUserDetails',
      partyNumber: '42',
      externalSsoId: async (_args: unknown, { read }: GatewayContext) => {
        reads.push(read.budget);
        return 'sso-42';
      },
    };
    sales = createMemoryBackend('sales', { users: [memoryUser('sales', 'eva', { details })] });
    const query = (fields: string) =>
      ask(
        `query ($id: ID!) { user(id: $id) { details { __typename ... on CpqUserDetails { ${fields} } } } }`,
        {
          variables: { id: userId('sales', 'eva') },
        },
      );
    const cheap = await query('partyNumber');
    expect(reads).toHaveLength(0);
    const dear = await query('externalSsoId');
    expect(cheap.data.user.details).toEqual({ __typename: 'CpqUserDetails', partyNumber: '42' });
    expect(dear.data.user.details.externalSsoId).toBe('sso-42');
    expect(reads).toEqual([expect.objectContaining({ take: expect.any(Function) })]);
  });
});

describe('what a caller may see', () => {
  it('is nothing of a field without its permission, and all of the fields beside it', async () => {
    const caller: Caller = { ...ANN, permissions: new Set(['PASSWORDS_RESET']) };
    const { data, errors } = await ask('{ users { totalCount } viewer { subject } }', { caller });
    expect(data).toEqual({ users: null, viewer: { subject: 'ann' } });
    expect(errors).toMatchObject([
      { path: ['users'], extensions: { code: 'FORBIDDEN', requiredPermissions: ['USERS_READ'] } },
    ]);
    expect(sales.calls).toEqual([]);
  });

  it('is nothing at all when nobody is signed in', async () => {
    const { data, errors } = await ask('{ users { totalCount } }', { caller: null });
    expect(data).toEqual({ users: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('ends at the companies of the token, however a user is asked for', async () => {
    const caller: Caller = { ...ANN, scope: new Set(['sales/acme']) };
    const { data } = await ask(
      `query ($eva: ID!, $tom: ID!) {
        users { nodes { login } failures { code } }
        eva: user(id: $eva) { login } tom: user(id: $tom) { login }
        byLogin: userByLogin(backend: "sales", login: "tom") { login }
        companies { nodes { name } }
      }`,
      { caller, variables: { eva: userId('sales', 'eva'), tom: userId('sales', 'tom') } },
    );
    expect(data).toEqual({
      users: { nodes: [{ login: 'eva' }], failures: [] },
      eva: { login: 'eva' },
      tom: null,
      byLogin: null,
      companies: { nodes: [{ name: 'acme' }] },
    });
  });
});

describe('errors', () => {
  it('hide a defect behind the request id and log where it happened, without its message', async () => {
    const secret = 'hunter2-in-a-message';
    sales.fail(
      Object.assign(new TypeError(secret), { code: 'ERR_ODD', options: { password: secret } }),
    );
    const { data, errors } = await ask('{ users { totalCount } viewer { subject } }');
    expect(data).toEqual({ users: null, viewer: { subject: 'ann' } });
    expect(errors).toEqual([
      {
        message: 'Internal server error',
        locations: [{ line: 1, column: 3 }],
        path: ['users'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
      },
    ]);
    expect(defects).toEqual([
      {
        requestId: 'request-1',
        errorName: 'TypeError',
        code: 'ERR_ODD',
        path: 'users',
        stack: expect.stringContaining('resolvers.test.ts'),
      },
    ]);
    expect(JSON.stringify([errors, defects])).not.toContain(secret);
  });

  it('hide what is no error, what poses as one of the protocol, and what a resolver got wrong', async () => {
    sales.fail('a string');
    directory = createMemoryBackend('directory', {
      users: [
        {
          ...memoryUser('directory', 'odd'),
          createdAt: 'yesterday',
          details: { __typename: 'Odd' },
        },
      ],
    });
    const posing = Object.assign(new Error('internal'), { extensions: { code: 'BAD_REQUEST' } });
    directory.fail(posing, 'users.findByLogin');
    const { errors } = await ask(
      `query ($odd: ID!) {
        userByLogin(backend: "sales", login: "eva") { id }
        posing: userByLogin(backend: "directory", login: "eva") { id }
        user(id: $odd) { createdAt details { __typename } }
      }`,
      { variables: { odd: userId('directory', 'odd') } },
    );
    expect(errors?.map(({ message }) => message)).toEqual(Array(4).fill('Internal server error'));
    expect(defects).toHaveLength(4);
  });

  it('show what a gateway error says of itself and nothing of its cause', async () => {
    sales.fail(
      new GatewayError('BACKEND_THROTTLED', 'Too many calls.', {
        backend: 'sales',
        operation: 'ListUsers',
        retryAfterMs: 1500,
        cause: { code: 'Throttling.User', status: 400, requestId: 'upstream-1' },
        extensions: { reason: 'QUOTA' },
      }),
    );
    const { errors } = await ask('{ userByLogin(backend: "sales", login: "eva") { id } }');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'BACKEND_THROTTLED',
      retryable: true,
      retryAfterMs: 1500,
      backend: 'sales',
      reason: 'QUOTA',
    });
    expect(defects).toEqual([]);
  });

  it.each([
    ['{ users {', 'GRAPHQL_PARSE_FAILED'],
    ['{ shoes }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($id: ID!) { node(id: $id) { id } }', 'BAD_USER_INPUT'],
    ['query A { backends { id } } query B { backends { id } }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('keep the code that clients know for %j', async (document, code) => {
    const { errors } = await ask(document);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect(defects).toEqual([]);
  });

  it('leave out suggestions when told to', async () => {
    const open = await ask('{ userz { totalCount } }');
    const hidden = await ask('{ userz { totalCount } }', { hideSuggestions: true });
    expect(open.errors?.[0]?.message).toContain('Did you mean');
    expect(hidden.errors?.[0]?.message).toBe('Cannot query field "userz" on type "Query".');
  });
});

async function ask(query: string, asking?: Asking): Promise<Answer> {
  const asker = createAsker([sales, directory]);
  const answer = await asker.ask(query, asking);
  defects.push(...asker.defects);
  return answer;
}

function userId(backend: string, nativeId: string): string {
  return toGlobalId('User', { backend, nativeId });
}

function logins(backend: string, count: number): readonly string[] {
  return memoryUsers(backend, count).map(({ login }) => login);
}
