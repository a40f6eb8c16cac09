import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../src/schema-check/change.ts';
import { compareSchemas, compareVoices } from '../../src/schema-check/compare-schemas.ts';
import { parseOperations } from '../../src/schema-check/operations.ts';
import { findUsages } from '../../src/schema-check/usages.ts';

const BASE = /* GraphQL */ `
  directive @note(text: String = "a", by: Int) repeatable on FIELD_DEFINITION | OBJECT
  directive @old(gone: Int) on FIELD_DEFINITION
  interface Named {
    name: String
  }
  interface Node {
    id: ID!
  }
  type Query {
    user(id: ID!, lang: String = "en", page: Int): User
    find(by: Key, size: Size): Any
    group: Group
  }
  type User implements Node {
    id: ID!
    email: String!
    tags: [String]
  }
  type Group {
    id: ID!
  }
  type Lonely {
    id: ID
  }
  union Any = User | Group
  enum Size {
    SMALL
    LARGE
  }
  input Key {
    login: String
    kind: String = "a"
    other: String!
  }
`;

async function compare(before: string, after: string, base = BASE) {
  if (!base.includes(before)) throw new Error(`the base does not hold: ${before}`);
  const now = buildSchema(base.replace(before, after));
  const none = { filesOf: () => [] };
  return (await compareSchemas(buildSchema(base), now, none)).map(({ id }) => id);
}

/** Every kind of change, as somebody may come to make it. */
const CHANGES: readonly (readonly [before: string, after: string, ...ids: string[]])[] = [
  ['type Lonely {\n    id: ID\n  }', '', 'TYPE_REMOVED Lonely'],
  ['type Lonely {\n    id: ID\n  }', 'scalar Lonely', 'TYPE_CHANGED_KIND Lonely'],
  ['union Any = User | Group', 'union Any = User', 'TYPE_REMOVED_FROM_UNION Any -> Group'],
  [
    'union Any = User | Group',
    'union Any = User | Group | Lonely',
    'TYPE_ADDED_TO_UNION Any -> Lonely',
  ],
  ['    LARGE\n', '', 'VALUE_REMOVED_FROM_ENUM Size.LARGE'],
  ['    LARGE\n', '    LARGE\n    HUGE\n', 'VALUE_ADDED_TO_ENUM Size.HUGE'],
  [
    '    login: String\n',
    '    login: String\n    must: Int!\n',
    'REQUIRED_INPUT_FIELD_ADDED Key.must',
  ],
  [
    '    login: String\n',
    '    login: String\n    may: Int\n',
    'OPTIONAL_INPUT_FIELD_ADDED Key.may',
  ],
  [
    '    login: String\n',
    '    login: String\n    may: Int! = 1\n',
    'OPTIONAL_INPUT_FIELD_ADDED Key.may',
  ],
  ['    login: String\n', '', 'FIELD_REMOVED Key.login'],
  ['    login: String\n', '    login: Int\n', 'FIELD_CHANGED_KIND Key.login'],
  ['    login: String\n', '    login: String!\n', 'FIELD_CHANGED_KIND Key.login'],
  ['    other: String!\n', '    other: String\n'],
  ['kind: String = "a"', 'kind: String = "b"', 'INPUT_FIELD_DEFAULT_VALUE_CHANGE Key.kind'],
  [
    'input Key {\n    login: String\n    kind: String = "a"\n    other: String!\n',
    'input Key @oneOf {\n    login: String\n    kind: String\n    other: String\n',
    'INPUT_FIELD_DEFAULT_VALUE_CHANGE Key.kind',
    'ONE_OF_ADDED Key',
  ],
  ['type User implements Node', 'type User', 'IMPLEMENTED_INTERFACE_REMOVED User -> Node'],
  ['type Group {', 'type Group implements Node {', 'IMPLEMENTED_INTERFACE_ADDED Group -> Node'],
  ['    email: String!\n', '', 'FIELD_REMOVED User.email'],
  ['    email: String!\n', '    email: String\n', 'FIELD_CHANGED_KIND User.email'],
  ['    tags: [String]\n', '    tags: [String!]!\n'],
  ['    tags: [String]\n', '    tags: [String]\n    more: Int\n'],
  ['user(id: ID!,', 'user(id: ID!, must: Int!,', 'REQUIRED_ARG_ADDED Query.user(must:)'],
  ['user(id: ID!,', 'user(id: ID!, may: Int,', 'OPTIONAL_ARG_ADDED Query.user(may:)'],
  [', page: Int)', ')', 'ARG_REMOVED Query.user(page:)'],
  ['page: Int', 'page: String', 'ARG_CHANGED_KIND Query.user(page:)'],
  ['lang: String = "en"', 'lang: Int = 1', 'ARG_CHANGED_KIND Query.user(lang:)'],
  ['page: Int', 'page: Int = 1', 'ARG_DEFAULT_VALUE_ADDED Query.user(page:)'],
  ['lang: String = "en"', 'lang: String = "de"', 'ARG_DEFAULT_VALUE_CHANGE Query.user(lang:)'],
  ['lang: String = "en"', 'lang: String', 'ARG_DEFAULT_VALUE_CHANGE Query.user(lang:)'],
  ['user(id: ID!', 'user(id: ID'],
  ['directive @old(gone: Int) on FIELD_DEFINITION', '', 'DIRECTIVE_REMOVED @old'],
  ['@old(gone: Int)', '@old', 'DIRECTIVE_ARG_REMOVED @old(gone:)'],
  ['@old(gone: Int)', '@old(gone: Int, must: Int!)', 'REQUIRED_DIRECTIVE_ARG_ADDED @old(must:)'],
  ['@old(gone: Int)', '@old(gone: Int, may: Int)'],
  ['@old(gone: Int)', '@old(gone: String)', 'DIRECTIVE_ARG_CHANGED_KIND @old(gone:)'],
  ['text: String = "a"', 'text: String = "b"', 'DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE @note(text:)'],
  [' repeatable', '', 'DIRECTIVE_REPEATABLE_REMOVED @note'],
  ['FIELD_DEFINITION | OBJECT', 'FIELD_DEFINITION', 'DIRECTIVE_LOCATION_REMOVED @note -> OBJECT'],
  ['  type Query', '  schema {\n query: Root\n }\n  type Query', 'ROOT_TYPE_CHANGED query'],
  ['email: String!', 'email: String! @deprecated(reason: "Use emails.")'],
  ['email: String!', '"An address."\n    email: String!'],
  ['email: String!', 'email: String! @note(text: "x")'],
];

describe('the two differs', () => {
  it.each(CHANGES)('agree about %j becoming %j', async (before, after, ...ids) => {
    const rooted = after.includes('query: Root') ? `${BASE}\n type Root { a: Int }` : BASE;
    expect(await compare(before, after, rooted)).toEqual(ids);
  });

  it('were asked about every kind of change', () => {
    const asked = CHANGES.flatMap(([, , ...ids]) => ids.map((id) => id.split(' ')[0]));
    const rest = Object.keys(SEVERITIES).filter((kind) => !asked.includes(kind));
    expect(rest).toEqual(['ONE_OF_REMOVED']);
  });

  it('agree about an input that may hold several fields again', async () => {
    const oneOf = BASE.replace(/input Key \{[^}]+\}/, 'input Key @oneOf { a: Int b: Int }');
    expect(await compare('@oneOf ', '', oneOf)).toEqual(['ONE_OF_REMOVED Key']);
  });
});

describe('a disagreement of the differs', () => {
  const removed = {
    kind: 'FIELD_REMOVED',
    at: 'User.email',
    words: 'User.email was removed.',
  } as const;
  const none = { filesOf: () => [] };

  it.each([
    [
      'graphql-js',
      { graphqlJs: [removed], inspector: [] },
      'graphql-js says: User.email was removed. GraphQL Inspector says: nothing',
    ],
    [
      'GraphQL Inspector',
      { graphqlJs: [], inspector: [removed] },
      'graphql-js says: nothing GraphQL Inspector says: User.email was removed.',
    ],
  ])('is told with both voices beside what %s alone sees', (_who, voices, message) => {
    const [change, disagreement] = compareVoices(voices, none);
    expect(change).toMatchObject({ id: 'FIELD_REMOVED User.email', level: 'ERROR' });
    expect(disagreement).toMatchObject({
      id: 'DIFFERS_DISAGREE FIELD_REMOVED User.email',
      level: 'ERROR',
      message,
      advice: expect.stringContaining('Find out which of them is right.'),
    });
  });

  it('is none where graphql-js does not look', () => {
    const oneOf = { kind: 'ONE_OF_ADDED', at: 'Key', words: 'Key takes one field.' } as const;
    const findings = compareVoices({ graphqlJs: [], inspector: [oneOf] }, none);
    expect(findings.map(({ id }) => id)).toEqual(['ONE_OF_ADDED Key']);
  });
});

describe('the documents that a change concerns', () => {
  const DOCUMENTS = {
    'operations/user.graphql': 'query ($id: ID!) { user(id: $id, lang: "de") { email } }',
    'operations/find.graphql':
      'query ($by: Key) { find(by: $by, size: SMALL) { ... on Group { id } } }',
    'operations/literal.graphql': '{ find(by: { other: "x" }) { __typename } }',
  };
  const files = Object.entries(DOCUMENTS).map(([file, text]) => ({ file, text }));
  const usages = findUsages(parseOperations(files).documents, buildSchema(BASE));

  it.each([
    ['FIELD_REMOVED', 'User.email', ['user']],
    ['FIELD_REMOVED', 'User.tags', []],
    ['ARG_REMOVED', 'Query.user(lang:)', ['user']],
    ['ARG_REMOVED', 'Query.user(page:)', []],
    ['REQUIRED_ARG_ADDED', 'Query.user(must:)', ['user']],
    ['FIELD_REMOVED', 'Key.login', ['find']],
    ['FIELD_REMOVED', 'Key.other', ['find', 'literal']],
    ['REQUIRED_INPUT_FIELD_ADDED', 'Key.must', ['find', 'literal']],
    ['VALUE_REMOVED_FROM_ENUM', 'Size.SMALL', ['find']],
    ['TYPE_REMOVED_FROM_UNION', 'Any -> Group', ['find', 'literal']],
    ['TYPE_REMOVED', 'Group', ['find']],
  ] as const)('of %s at %s are those that use it', (kind, at, names) => {
    const expected = names.map((name) => `operations/${name}.graphql`);
    expect(usages.filesOf({ kind, at })).toEqual(expected);
  });
});
