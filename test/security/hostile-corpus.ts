import { toGlobalId } from '../../src/domain/global-id.ts';
import { JSON_HEADERS, type RawRequest } from './raw-http.ts';

/** A request that nobody sends with good intentions, or in a sane state. */
export interface HostileRequest extends RawRequest {
  readonly name: string;
}

/** @param cursor a cursor of `users` without arguments, to be forged */
export function hostileRequests(cursor: string): readonly HostileRequest[] {
  return [
    ...oddTexts(),
    ...forgedIds(),
    ...forgedCursors(cursor),
    ...oddVariables(),
    ...oddDocuments(),
    ...oddBodies(),
    ...oddHeads(),
  ];
}

const ODD_TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  space: ' ',
  'null byte': 'a\u0000b',
  'high surrogate': '\ud800',
  'low surrogate': 'x\udc00y',
  'replacement character': '\ufffd',
  'byte order mark': '\ufeff',
  'right-to-left override': '\u202egpj.exe',
  'combining flood': `a${'\u0301'.repeat(5000)}`,
  'new line and header': 'x\r\nX-Injected: 1\r\n\r\n',
  __proto__: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  'path upwards': '../../../../etc/passwd',
  'encoded path upwards': '%2e%2e%2f%00',
  dots: '..',
  'query and fragment': 'x?limit=1000&q={}#y',
  'query language': `{"$or":[{"login":{"$ne":null}}]}`,
  'quote and or': `' or '1'='1`,
  'filter operator': `a" or UserName sw "a`,
  template: '${7*7}{{7*7}}',
  markup: '<script>alert(1)</script>]]>',
  percent: '%',
  wildcard: '%*_?',
  'very long': 'x'.repeat(50_000),
  number: '1e400',
};

const POSITIONS: Readonly<Record<string, string>> = {
  'user id': 'user(id: $x) { id }',
  'node id': 'node(id: $x) { id }',
  'nodes ids': 'nodes(ids: [$x, $x]) { id }',
  'company id': 'company(id: $x) { id }',
  'role id': 'role(id: $x) { id }',
  cursor: 'users(after: $x) { nodes { id } }',
  'filter company': 'users(filter: { companyId: $x }) { nodes { id } }',
};

const TEXT_POSITIONS: Readonly<Record<string, string>> = {
  login: 'userByLogin(backend: "cpq", login: $x) { id }',
  'login at Cloud Administration': 'userByLogin(backend: "cloud-administration", login: $x) { id }',
  'login at CloudSSO': 'userByLogin(backend: "cloud-sso", login: $x) { id }',
  company: 'userByLogin(backend: "cpq", login: "x", company: $x) { id }',
  backend: 'userByLogin(backend: $x, login: "x") { id }',
  'backend name': 'backend(name: $x) { id }',
  'filter backend': 'users(filter: { backends: [$x] }) { nodes { id } }',
  'filter login': 'users(first: 3, filter: { login: { contains: $x } }) { nodes { id } }',
  search: 'users(first: 3, filter: { search: $x }) { nodes { id } }',
  currency: 'currency(code: $x) { code }',
  language: 'language(tag: $x) { tag }',
};

function oddTexts(): HostileRequest[] {
  const at = (positions: Readonly<Record<string, string>>, type: string): HostileRequest[] =>
    Object.entries(positions).flatMap(([place, field]) =>
      Object.entries(ODD_TEXTS).map(([name, x]) =>
        graphql(`${name} as ${place}`, `query ($x: ${type}) { ${field} }`, { x }),
      ),
    );
  return [...at(POSITIONS, 'ID!'), ...at(TEXT_POSITIONS, 'String!')];
}

function forgedIds(): HostileRequest[] {
  const texts = [
    '1:User:cpq:',
    '1:User::x',
    '1:User:nowhere:x',
    '1:User:__proto__:x',
    '1:Admin:cpq:x',
    '1:__proto__:cpq:x',
    '2:User:cpq:x',
    '1:Backend:cpq:x',
    'User:cpq:x',
    '1:User:cpq:a\u0000b',
    '1:User:cpq:x\r\nHost: evil',
    ...['cpq', 'cloud-administration', 'cloud-sso'].flatMap((backend) => [
      `1:User:${backend}:${'x'.repeat(1400)}`,
      `1:User:${backend}:../users/1`,
      `1:User:${backend}:..%2f..%2fcompanies`,
      `1:User:${backend}:a/b/c`,
      `1:User:${backend}:?q={}`,
      `1:Role:${backend}:../../x`,
      `1:Role:${backend}:group/nobody/none`,
      `1:Company:${backend}:..`,
      `1:Company:${backend}:_host/../x`,
    ]),
  ];
  const ids = texts.map((text) => Buffer.from(text).toString('base64url'));
  const user = toGlobalId('User', { backend: 'cpq', nativeId: 'nobody' });
  const spelled = [
    `${user}=`,
    `${user}\n`,
    ` ${user}`,
    user.slice(0, -1),
    `${user}A`,
    user.repeat(90),
  ];
  return [...ids, ...spelled].map((id, index) =>
    graphql(
      `forged id ${index}`,
      'query ($id: ID!) { node(id: $id) { id } user(id: $id) { id login } }',
      {
        id,
      },
    ),
  );
}

function forgedCursors(cursor: string): HostileRequest[] {
  const content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as {
    places: Record<string, unknown>;
  };
  const places = [
    '-1',
    '0',
    '999999999999999999999',
    'NaN',
    '__proto__',
    '../x',
    'a\u0000b',
    '{"offset":-5}',
    '1:2:3',
    'x'.repeat(3000),
  ];
  const forged: unknown[] = [
    ...places.map((place) => ({
      ...content,
      places: Object.fromEntries(Object.keys(content.places).map((name) => [name, place])),
    })),
    { ...content, places: { nowhere: '1' } },
    { ...content, places: [] },
    { ...content, places: { cpq: { $gt: 0 } } },
    { ...content, list: 'other' },
    { ...content, version: 99 },
    { ...content, extra: true },
    {},
    [],
    null,
    0,
    '',
  ];
  const cursors = [
    ...forged.map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')),
    `${cursor}x`,
    cursor.slice(1),
    cursor.slice(0, -2),
    `${cursor}==`,
    cursor.repeat(100),
    Buffer.from('{"__proto__":{"version":1}}').toString('base64url'),
    Buffer.from('['.repeat(5000)).toString('base64url'),
  ];
  return cursors.map((after, index) =>
    graphql(
      `forged cursor ${index}`,
      'query ($after: String) { users(after: $after) { nodes { id } } }',
      {
        after,
      },
    ),
  );
}

function oddVariables(): HostileRequest[] {
  const firsts: readonly unknown[] = [
    0,
    -1,
    201,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    2 ** 53,
    1e308,
    1.5,
    '10',
    true,
    [],
    {},
    [10],
    null,
    '__proto__',
  ];
  const filters: readonly unknown[] = [
    [],
    'x',
    { nothing: 1 },
    { login: {} },
    { login: { equals: 'a', contains: 'b' } },
    { login: { equals: null } },
    { login: { in: [] } },
    { login: { in: Array.from({ length: 20_000 }, (_v, index) => `u${index}`) } },
    { statuses: ['NOPE'] },
    { statuses: [] },
    { backends: [] },
    { backends: Array(5000).fill('cpq') },
    { companyId: { $ne: null } },
    { search: ['a'] },
    { types: ['x'.repeat(10_000)] },
    { locked: 'true' },
    JSON.parse('{"__proto__": {"search": "x"}}'),
    JSON.parse('{"constructor": {"prototype": {}}}'),
  ];
  return [
    ...firsts.map((first) =>
      graphql(
        `first ${JSON.stringify(first)}`,
        'query ($first: Int!) { users(first: $first) { nodes { id } } }',
        { first },
      ),
    ),
    ...filters.map((filter, index) =>
      graphql(
        `filter ${index}`,
        'query ($filter: UserFilter) { users(first: 2, filter: $filter) { nodes { id } } }',
        { filter },
      ),
    ),
    graphql('1000 ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(1000).fill('x'),
    }),
    graphql('100000 ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(100_000).fill('x'),
    }),
    graphql('nested ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: nested(5000),
    }),
    graphql(
      'unknown variables',
      '{ viewer { subject } }',
      Object.fromEntries(Array.from({ length: 20_000 }, (_v, index) => [`v${index}`, index])),
    ),
    graphql(
      'many declared variables',
      `query (${Array.from({ length: 600 }, (_v, index) => `$v${index}: Int`).join(' ')}) { viewer { subject } }`,
    ),
    graphql('null for @skip', 'query ($if: Boolean) { viewer @skip(if: $if) { subject } }', {
      if: null,
    }),
    graphql('text for @include', 'query ($if: Boolean!) { viewer @include(if: $if) { subject } }', {
      if: 'yes',
    }),
    graphql('absent variable', 'query ($id: ID!) { user(id: $id) { id } }'),
    graphql('a password in a query', 'query ($s: Secret) { viewer { subject } }', { s: 'x' }),
  ];
}

function oddDocuments(): HostileRequest[] {
  const times = (count: number, text: (index: number) => string): string =>
    Array.from({ length: count }, (_each, index) => text(index)).join(' ');
  const documents: Readonly<Record<string, string>> = {
    'deep fields': `{ users { nodes { ${'company { users { nodes { '.repeat(30)} id ${'} } }'.repeat(30)} } } }`,
    'very deep selection': `${'{ a '.repeat(1900)}${'}'.repeat(1900)}`,
    'too deep to parse': '{ a '.repeat(100_000),
    'deep list literal': `{ nodes(ids: ${'['.repeat(1900)}${']'.repeat(1900)}) { id } }`,
    'deep object literal': `{ users(filter: ${'{ login: '.repeat(900)} 1 ${'}'.repeat(900)}) { nodes { id } } }`,
    'deep type': `query ($x: ${'['.repeat(1500)}Int${']'.repeat(1500)}) { viewer { subject } }`,
    'aliases of a root field': `{ ${times(500, (index) => `a${index}: viewer { subject }`)} }`,
    'aliases of a list': `{ ${times(300, (index) => `a${index}: users(first: 200) { nodes { id } }`)} }`,
    'aliases in fragments': `{ ${times(100, () => '...A')} } fragment A on Query { ${times(30, (index) => `a${index}: viewer { subject }`)} }`,
    'the same field again and again': `{ viewer { ${'subject '.repeat(3900)} } }`,
    'the same object again and again': `{ ${'viewer { subject } '.repeat(780)} }`,
    'the same list again and again': `{ ${'users(first: 1) { totalCount } '.repeat(380)} }`,
    'conflicting fields': `{ ${times(300, (index) => `a: user(id: "${index}") { id }`)} }`,
    'fragment cycle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'fragment of itself': '{ viewer { ...A } } fragment A on Viewer { ...A subject }',
    'cycle through fields':
      '{ users { nodes { ...A } } } fragment A on User { company { users { nodes { ...A } } } }',
    'unused cycle':
      '{ viewer { subject } } fragment A on User { ...B } fragment B on User { ...A }',
    'long cycle': `{ users { nodes { ...F0 } } } ${times(300, (index) => `fragment F${index} on User { ...F${(index + 1) % 300} }`)}`,
    'doubling fragments': `{ users { nodes { ...F0 } } } ${times(200, (index) => `fragment F${index} on User { ...F${index + 1} ...F${index + 1} }`)} fragment F200 on User { id }`,
    'doubling fields': `{ users { nodes { ...F0 } } } ${times(40, (index) => `fragment F${index} on User { company { users { nodes { ...F${index + 1} ...F${index + 1} } } } }`)} fragment F40 on User { id }`,
    'absent fragment': '{ ...Nothing }',
    'fragment twice':
      '{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }',
    'many fragments': `{ ${times(290, (index) => `...F${index}`)} } ${times(290, (index) => `fragment F${index} on Query { __typename }`)}`,
    'inline fragments in each other': `{ ${'... { '.repeat(1200)} __typename ${'}'.repeat(1200)} }`,
    'many inline fragments': `{ ${times(400, () => '... on Query { viewer { subject } }')} }`,
    'many directives': `{ viewer { subject ${'@skip(if: false) '.repeat(500)} } }`,
    'unknown directives': `{ viewer { subject ${'@x '.repeat(1900)} } }`,
    'directives on spreads': `{ ${times(300, () => '...A @skip(if: false)')} } fragment A on Query { __typename }`,
    'defer and stream': '{ ... @defer { viewer { subject } } users { nodes @stream { id } } }',
    'introspection in itself': `{ __schema { types { ${'fields { type { '.repeat(20)} name ${'} }'.repeat(20)} } } }`,
    'introspection again and again': `{ ${times(20, (index) => `a${index}: __schema { types { fields { args { type { name } } } } }`)} }`,
    'introspection of everything by aliases': `{ __schema { types { fields { type { fields { type { ${times(29, (index) => `a${index}: enumValues { name }`)} } } } } } } }`,
    'possible types of possible types': `{ __type(name: "Node") { ${'possibleTypes { interfaces { '.repeat(10)} name ${'} }'.repeat(10)} } }`,
    'many operations': times(500, (index) => `query Q${index} { viewer { subject } }`),
    'two anonymous operations': '{ viewer { subject } } { viewer { subject } }',
    subscription: 'subscription { users { id } }',
    'type definition': 'type Query { hacked: String } { viewer { subject } }',
    'schema extension': 'extend type Query { hacked: String }',
    'only a fragment': 'fragment A on Query { __typename }',
    'only comments': '# nothing\n'.repeat(50_000),
    'only commas': ','.repeat(500_000),
    'only spaces': ' '.repeat(500_000),
    'a very long name': `{ ${'x'.repeat(500_000)} }`,
    'a very long text': `{ user(id: "${'x'.repeat(500_000)}") { id } }`,
    'a very long number': `{ users(first: ${'9'.repeat(100_000)}) { nodes { id } } }`,
    'a huge exponent': '{ users(first: 1e999999) { nodes { id } } }',
    'unterminated text': `{ user(id: "${'x'.repeat(1000)}`,
    'unterminated block text': `{ user(id: """${'\\"""'.repeat(1000)}`,
    'block text of many lines': `{ user(id: """${'\n x'.repeat(50_000)}""") { id } }`,
    'null byte': '{ viewer\u0000 { subject } }',
    'escapes beyond Unicode': '{ user(id: "\\u{110000}\\uD800") { id } }',
    'surrogates in a literal': '{ user(id: "\ud800") { id } }',
    'byte order mark within': '{ \ufeff viewer { \ufeff subject } }',
    '__proto__ as a field': '{ __proto__ { x } }',
    '__proto__ as an alias': '{ __proto__: viewer { subject } constructor: viewer { subject } }',
    '__proto__ as a fragment':
      '{ ...__proto__ } fragment __proto__ on Query { viewer { subject } }',
    '__proto__ as a variable': 'query ($__proto__: ID!) { user(id: $__proto__) { id } }',
    '__proto__ as an operation': 'query __proto__ { viewer { subject } }',
    '__proto__ as an input field':
      '{ users(filter: { __proto__: { search: "x" } }) { nodes { id } } }',
    'constructor as a type': '{ ... on constructor { x } }',
    'toString as a field': '{ toString valueOf hasOwnProperty }',
    'a secret in the document':
      'mutation { resetPassword(input: { userId: "x", password: "hunter2" }) { status } }',
    'two resets':
      'mutation ($s: Secret) { a: resetPassword(input: { userId: "x", password: $s }) { status } b: resetPassword(input: { userId: "y", password: $s }) { status } }',
    'resets in fragments':
      'mutation { ...A ...B } fragment A on Mutation { a: resetPassword(input: { userId: "x" }) { status } } fragment B on Mutation { b: resetPassword(input: { userId: "x" }) { status } }',
    'a mutation of nobody': 'mutation { deleteUser(input: { userId: "x" }) { status } }',
    'many mutations': `mutation { ${times(300, (index) => `a${index}: unlockUser(input: { userId: "x" }) { status }`)} }`,
  };
  return Object.entries(documents).map(([name, query]) => graphql(name, query));
}

function oddBodies(): HostileRequest[] {
  const bodies: Readonly<Record<string, string | Uint8Array>> = {
    nothing: '',
    'half of an object': '{"query":"{ viewer { subject } }"',
    'no JSON': 'query=%7Bviewer%7D',
    'deep arrays': '['.repeat(500_000),
    'deep closed arrays': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    'deep objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    'deep variables': `{"query":"{ viewer { subject } }","variables":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
    'deep extensions': `{"query":"{ viewer { subject } }","extensions":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
    'the same key twice':
      '{"query":"{ nothing }","query":"{ viewer { subject } }","variables":{"a":1,"a":2}}',
    '__proto__ as a key': '{"__proto__":{"query":"{ viewer { subject } }"}}',
    '__proto__ beside':
      '{"query":"{ viewer { subject } }","__proto__":{"polluted":true},"variables":{"__proto__":{"polluted":true}}}',
    'a huge number': `{"query":"{ viewer { subject } }","variables":{"x":${'9'.repeat(100_000)}}}`,
    infinity:
      '{"query":"query ($n: Int!) { users(first: $n) { nodes { id } } }","variables":{"n":1e999}}',
    'not a number': '{"query":"{ viewer { subject } }","variables":{"n":NaN}}',
    'byte order mark': '\ufeff{"query":"{ viewer { subject } }"}',
    'UTF-16': Buffer.from('{"query":"{ viewer { subject } }"}', 'utf16le'),
    'invalid UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d]),
    'overlong UTF-8': Buffer.concat([
      Buffer.from('{"query":"{ viewer { subject } }","x":"'),
      Buffer.from([0xc0, 0xaf]),
      Buffer.from('"}'),
    ]),
    'encoded surrogates': Buffer.concat([
      Buffer.from('{"query":"{ viewer { subject } }","x":"'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"}'),
    ]),
    'null bytes': Buffer.alloc(10_000),
    'random bytes': Buffer.from(
      Array.from({ length: 10_000 }, (_byte, index) => (index * 7919) % 256),
    ),
    'too large': `{"query":"{ viewer { subject } }","x":"${'x'.repeat(1_100_000)}"}`,
    'a batch': '[{"query":"{ viewer { subject } }"},{"query":"{ viewer { subject } }"}]',
    'a large batch': JSON.stringify(Array(5000).fill({ query: '{ viewer { subject } }' })),
    'an empty batch': '[]',
    'query as an object': '{"query":{"kind":"Document","definitions":[]}}',
    'query as a number': '{"query":1}',
    'empty query': '{"query":""}',
    'variables as text': '{"query":"{ viewer { subject } }","variables":"{}"}',
    'variables as a list': '{"query":"{ viewer { subject } }","variables":[1]}',
    'extensions as text': '{"query":"{ viewer { subject } }","extensions":"x"}',
    'operation name as an object': '{"query":"{ viewer { subject } }","operationName":{}}',
    'unknown operation name': '{"query":"query A { viewer { subject } }","operationName":"B"}',
    'operation name __proto__':
      '{"query":"query A { viewer { subject } }","operationName":"__proto__"}',
    'unknown operation of a mutation':
      '{"query":"mutation A { deleteUser(input: {userId: \\"x\\"}) { status } }","operationName":"B"}',
    'wrong hash':
      '{"query":"{ viewer { subject } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
    'hash of another version':
      '{"query":"{ viewer { subject } }","extensions":{"persistedQuery":{"version":99,"sha256Hash":"00"}}}',
    'hash as an object': '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"a":1}}}}',
    'hash __proto__': '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"__proto__"}}}',
    'persisted query as text':
      '{"query":"{ viewer { subject } }","extensions":{"persistedQuery":"x"}}',
    'persisted query as true':
      '{"query":"{ viewer { subject } }","extensions":{"persistedQuery":true}}',
  };
  return Object.entries(bodies).map(([name, body]) => ({ name: `body: ${name}`, body }));
}

function oddHeads(): HostileRequest[] {
  const body = '{"query":"{ viewer { subject } }"}';
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
    'application/json; charset=utf-7',
    '/',
    ';',
    'a'.repeat(5000),
  ];
  const accepts = [
    'text/html',
    'image/*',
    '',
    ',',
    'application/json;q=-1',
    'a/b;q=x',
    'x,'.repeat(3000),
    'multipart/mixed; deferSpec=20220824',
  ];
  const credentials = [
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic eDp4',
    'Bearer a.b.c',
    `Bearer ${'x'.repeat(8000)}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
  ];
  const targets = [
    '/graphql?query',
    '/graphql?query=',
    '/graphql?query=%',
    '/graphql?query=%00',
    '/graphql?query=%ff%fe',
    '/graphql?query={x}&query={y}',
    '/graphql?variables={}',
    '/graphql?query={viewer{subject}}&variables=x',
    '/graphql?query={viewer{subject}}&variables=[]',
    '/graphql?query={viewer{subject}}&extensions=%7B',
    '/graphql?__proto__=x&query={viewer{subject}}',
    `/graphql?query=${'x'.repeat(10_000)}`,
    '/graphql/../graphql',
    '/%67raphql',
    '//',
    'http://evil.example/graphql?query={viewer{subject}}',
    '*',
  ];
  return [
    ...types.map((type) => ({
      name: `content-type ${type}`,
      body,
      headers: { 'content-type': type },
    })),
    ...accepts.map((accept) => ({
      name: `accept ${accept}`,
      body,
      headers: { ...JSON_HEADERS, accept },
    })),
    ...credentials.map((authorization) => ({
      name: `authorization ${authorization}`,
      body,
      headers: { ...JSON_HEADERS, authorization },
    })),
    ...targets.map((path) => ({ name: `target ${path}`, path, method: 'GET', headers: {} })),
    ...['HEAD', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PURGE'].map((method) => ({
      name: `method ${method}`,
      method,
      headers: {},
    })),
    {
      name: 'content-encoding gzip',
      body,
      headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' },
    },
    {
      name: 'content types twice',
      body,
      headers: [
        'host',
        'gateway',
        'content-type',
        'application/json',
        'content-type',
        'text/plain',
        'content-length',
        String(body.length),
      ],
    },
    {
      name: 'method override',
      body,
      headers: { ...JSON_HEADERS, 'x-http-method-override': 'DELETE' },
    },
    { name: 'an odd request id', body, headers: { ...JSON_HEADERS, 'x-request-id': '<script>' } },
    {
      name: 'a thousand headers',
      body,
      headers: {
        ...JSON_HEADERS,
        ...Object.fromEntries(
          Array.from({ length: 1000 }, (_header, index) => [`x-${index}`, '1']),
        ),
      },
    },
    {
      name: 'upgrade',
      method: 'GET',
      path: '/graphql?query={viewer{subject}}',
      headers: { connection: 'upgrade', upgrade: 'h2c' },
    },
    { name: 'expect', body, headers: { ...JSON_HEADERS, expect: '100-continue' } },
  ];
}

function graphql(name: string, query: string, variables?: unknown): HostileRequest {
  return { name, body: JSON.stringify({ query, variables }) };
}

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
