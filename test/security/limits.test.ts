import {
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { measureCost } from '../../src/security/query-cost.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const schema = createGatewaySchema();

/** The introspection query with everything that a client can ask for. */
const INTROSPECTION = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** As GraphiQL sends it: under a name of its own, and again without what an older server does not know. */
const GRAPHIQL = [
  INTROSPECTION,
  getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
  getIntrospectionQuery({ descriptions: false }),
];

function costOf(
  text: string,
  variables: Record<string, unknown> = {},
  of: GraphQLSchema = schema,
): number {
  const document = parse(text);
  expect(validate(of, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(of, operation.variableDefinitions ?? [], variables);
  return measureCost({ schema: of, document, operation, variables: coerced! });
}

describe('the cost of an operation', () => {
  it('is its fields, those of rows as often as `first` says', () => {
    expect(costOf('{ viewer { subject permissions } }')).toBe(3);
    expect(costOf('{ users(first: 10) { nodes { id login } totalCount } }')).toBe(1 + 1 + 20 + 1);
    expect(costOf('{ users(first: 10) { edges { cursor node { id } } } }')).toBe(2 + 10 * 3);
  });

  it('takes `first` from the variables, from their defaults, and from the default of the schema', () => {
    const byVariable = 'query ($n: Int!) { users(first: $n) { nodes { id } } }';
    expect(costOf(byVariable, { n: 1 })).toBe(3);
    expect(costOf(byVariable, { n: 150 })).toBe(152);
    expect(costOf('query ($n: Int! = 20) { users(first: $n) { nodes { id } } }')).toBe(22);
    expect(costOf('query ($n: Int = 20) { users(first: $n) { nodes { id } } }')).toBe(22);
    expect(costOf('{ users { nodes { id } } }')).toBe(52);
  });

  it('counts no more rows than a page can have, and no fewer than one', () => {
    expect(costOf('{ users(first: 2000000000) { nodes { id } } }')).toBe(202);
    expect(costOf('{ users(first: -2000000000) { nodes { id } } }')).toBe(3);
  });

  it('multiplies the rows of lists in lists', () => {
    const nested = `query ($n: Int!, $m: Int!) {
      companies(first: $n) { nodes { users(first: $m) { nodes { id } } } }
    }`;
    expect(costOf(nested, { n: 10, m: 10 })).toBe(2 + 10 * (2 + 10));
    expect(costOf(nested, { n: 200, m: 200 })).toBe(2 + 200 * (2 + 200));
  });

  it('counts a list that nothing sizes five times, and one that is asked for by ids once per id', () => {
    expect(costOf('{ currencies { code } }')).toBe(6);
    expect(costOf('{ users(first: 3) { nodes { roles { id } } } }')).toBe(2 + 3 * (1 + 5));
    expect(costOf('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(4);
    const ids = Array.from({ length: 100 }, (_id, index) => String(index));
    expect(costOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toBe(101);
  });

  it('follows fragments, inline fragments and aliases wherever they are spread', () => {
    const text = `
      { a: users(first: 10) { ...Page } b: users(first: 100) { ... on UserConnection { ...Page } } }
      fragment Page on UserConnection { ... { nodes { ...Row } } }
      fragment Row on User { id ... on Node { id } }`;
    expect(costOf(text)).toBe(2 + 10 * 2 + (2 + 100 * 2));
  });

  it('leaves out what the variables skip', () => {
    const text = `query ($yes: Boolean!, $no: Boolean! = false) {
      users(first: 10) @include(if: $yes) { nodes { id } }
      ...All @skip(if: $no)
      viewer { subject @skip(if: true) ... @include(if: $no) { permissions } }
    }
    fragment All on Query { backends { id } }`;
    expect(costOf(text, { yes: false })).toBe(6 + 1);
    expect(costOf(text, { yes: true })).toBe(12 + 6 + 1);
    expect(costOf(text, { yes: true, no: true })).toBe(12 + 2);
  });

  it('measures a fragment once, however often fragments spread it', () => {
    const chain = Array.from(
      { length: 60 },
      (_fragment, index) => `fragment F${index} on User { ...F${index + 1} ...F${index + 1} id }`,
    );
    const text = `{ users { nodes { ...F0 } } } ${chain.join(' ')} fragment F60 on User { id }`;
    const startedAt = performance.now();
    expect(costOf(text)).toBe(Number.MAX_SAFE_INTEGER);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('lets the introspection of an IDE pass, but not what would multiply it', () => {
    expect(costOf(INTROSPECTION)).toBeLessThan(25_000);
    const names = Array.from({ length: 30 }, (_alias, index) => `a${index}: enumValues { name }`);
    const bomb = `{ __schema { types { fields { args { type { fields { args { type {
      ${names.join(' ')}
    } } } } } } } } }`;
    expect(costOf(bomb)).toBeGreaterThan(50_000);
  });
});

describe('at the default limits', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  it.each(GRAPHIQL)('the introspection query of an IDE is answered', async (query) => {
    const { data, errors } = await gateway.query(query);
    expect(errors).toEqual([]);
    expect(data.__schema.types.length).toBeGreaterThan(50);
  });

  it('every known operation is within the limits', async () => {
    const folder = new URL('../../operations/', import.meta.url);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.graphql'))) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const { errors } = await gateway.query(text, sampleVariables(text));
      expect(errors.filter(({ message }) => message.includes('limit'))).toEqual([]);
    }
  });

  it('a page of 200 users joined with all that belongs to them is within the limits', async () => {
    const text = readFileSync(
      new URL('../../operations/list-users.graphql', import.meta.url),
      'utf8',
    );
    expect(costOf(text, { first: 200 })).toBeLessThan(50_000);
  });

  it('pages of 200 in pages of 200 are refused by their cost, whoever says how many', async () => {
    const nested = (size: string): string =>
      `companies(first: ${size}) { nodes { users(first: ${size}) { nodes { id login } } } }`;
    const byVariable = await gateway.query(`query ($n: Int!) { ${nested('$n')} }`, { n: 200 });
    const byLiteral = await gateway.query(`{ ${nested('200')} }`);
    for (const { data, errors } of [byVariable, byLiteral]) {
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(/^Query cost limit of 50000 exceeded, found 80402: /),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    const small = await gateway.query(`query ($n: Int!) { ${nested('$n')} }`, { n: 2 });
    expect(small.errors).toEqual([]);
  });

  it.each([0, -1, 201, 1_000_000])('`first: %i` is refused', async (first) => {
    const { data, errors } = await gateway.query(
      'query ($n: Int!) { users(first: $n) { nodes { id } } viewer { subject } }',
      { n: first },
    );
    expect(data.users).toBeNull();
    expect(data.viewer).not.toBeNull();
    expect(errors).toMatchObject([{ path: ['users'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('introspection cannot be nested without end', async () => {
    const deep = '{ fields { type '.repeat(12);
    const { data, errors } = await gateway.query(
      `{ __schema { types ${deep} { name } ${'} }'.repeat(12)} } }`,
    );
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions['code'])).toContain('BAD_USER_INPUT');
  });
});

describe('with narrow limits', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      environment: {
        MAX_BODY_BYTES: '20000',
        MAX_QUERY_TOKENS: '200',
        MAX_QUERY_DEPTH: '5',
        MAX_QUERY_ALIASES: '3',
        MAX_ROOT_FIELDS: '4',
        MAX_DIRECTIVES: '3',
        MAX_QUERY_COST: '100',
        MAX_UPSTREAM_CALLS_PER_OPERATION: '2',
      },
    });
  });
  afterAll(() => gateway.close());

  const AT_THE_LIMIT = [
    '{ a: viewer { subject } b: viewer { subject } c: viewer { subject } }',
    '{ users(first: 1) { nodes { company { displayName } } } }',
    '{ viewer { subject } backends { id } currencies { code } languages { tag } }',
    '{ viewer { subject @skip(if: false) permissions @skip(if: false) companies @skip(if: true) } }',
  ];

  it.each(AT_THE_LIMIT)('answers what just fits: %s', async (query) => {
    const { errors } = await gateway.query(query);
    expect(errors.filter(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT')).toEqual([]);
  });

  it.each([
    [
      'depth limit of 5',
      '{ users(first: 1) { nodes { company { parent { parent { name } } } } } }',
    ],
    [
      'depth limit of 5',
      `{ users(first: 1) { ...Page } } fragment Page on UserConnection { nodes { ...Row } }
       fragment Row on User { company { ...Up } } fragment Up on Company { parent { parent { name } } }`,
    ],
    [
      'liases limit of 3',
      '{ a: viewer { subject } b: viewer { subject } c: viewer { subject } d: viewer { subject } }',
    ],
    [
      'liases limit of 3',
      '{ viewer { ...Two ... { ...Two } } } fragment Two on Viewer { a: subject b: subject }',
    ],
    ['liases limit of 3', '{ viewer { a: __typename b: __typename c: __typename d: __typename } }'],
    [
      'Root field limit of 4',
      '{ viewer { subject } backends { id } currencies { code } languages { tag } __typename }',
    ],
    [
      'Root field limit of 4',
      '{ ...Three ...Three } fragment Three on Query { ... { viewer { subject } } backends { id } __typename }',
    ],
    [
      'Directive limit of 3',
      `{ viewer { ...A @skip(if: false) ...A @skip(if: false) ...A @skip(if: false) ...A @skip(if: false) } }
       fragment A on Viewer { subject }`,
    ],
    ['Query cost limit of 100', '{ users(first: 50) { nodes { id login } } }'],
    [
      'Query cost limit of 100',
      '{ ...A } fragment A on Query { users(first: 50) { nodes { ...B } } } fragment B on User { id login }',
    ],
  ])('refuses what goes beyond its %s', async (limit, query) => {
    const { data, errors } = await gateway.query(query);
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toContain(limit);
    expect(errors[0]!.message).toMatch(/found \d+/);
    expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('refuses more tokens than it parses', async () => {
    const { data, errors } = await gateway.query(`{ viewer { ${'subject '.repeat(300)} } }`);
    expect(data).toBeNull();
    expect(errors[0]!.message).toContain('200 tokens');
    expect(errors[0]!.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('refuses a larger body', async () => {
    const { status, errors } = await gateway.query('{ viewer { subject } }', {
      x: 'x'.repeat(20_000),
    });
    expect(status).toBe(413);
    expect(errors[0]!.message).toContain('20000 bytes');
  });

  it('measures each operation of a document by itself, and only the one that is run by its cost', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query A { viewer { subject } backends { id } }
          query B { viewer { subject } users(first: 60) { nodes { id login } } }`,
        operationName: 'A',
      }),
    });
    expect(await response.json()).toMatchObject({ data: { viewer: { subject: 'anonymous' } } });
  });

  it('ends a query at its upstream calls, with what was read until then', async () => {
    const { data, errors } = await gateway.query(
      '{ users(first: 6) { nodes { roles { name } } failures { code } } viewer { subject } }',
    );
    const failures = data.users?.failures ?? [];
    const codes = [...failures, ...errors.map(({ extensions }) => extensions)].map(
      ({ code }: { code?: unknown }) => code,
    );
    expect(codes).toContain('BUDGET_EXCEEDED');
    expect(data.viewer).toEqual({ subject: 'anonymous' });
  });

  it('tells callers who understand it by the status, and others by 200', async () => {
    const ask = (accept: string): Promise<Response> =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: '{ users(first: 50) { nodes { id login } } }' }),
      });
    expect((await ask('application/graphql-response+json')).status).toBe(400);
    expect((await ask('application/json')).status).toBe(200);
  });
});

describe('with hardly a limit', () => {
  it('says of a document that is too deep to be parsed no more than that', async () => {
    const gateway = await startTestGateway({ environment: { MAX_QUERY_TOKENS: '1000000' } });
    try {
      const { data, errors } = await gateway.query('{ a '.repeat(150_000));
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        {
          message: 'The document is nested too deeply to read.',
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
        },
      ]);
    } finally {
      await gateway.close();
    }
  });
});

/** Values for the required variables of the known operations. */
function sampleVariables(text: string): Record<string, unknown> {
  const operation = getOperationAST(parse(text))!;
  const names = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  const samples: Record<string, unknown> = {
    id: 'none',
    ids: ['none'],
    backend: 'cpq',
    login: 'x',
  };
  return Object.fromEntries(
    names.filter((name) => name in samples).map((name) => [name, samples[name]]),
  );
}
