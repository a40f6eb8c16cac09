import { readFileSync, readdirSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  Kind,
  buildSchema,
  graphql,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { ALL_PERMISSIONS, type Caller, type Permission } from '../../src/domain/caller.ts';
import { readSchemaFiles } from '../../src/graphql/schema-files.ts';
import { createGatewaySchema, printGatewaySchema } from '../../src/graphql/schema.ts';
import { guardFields } from '../../src/security/permissions.ts';
import { findBreaches } from './contract.ts';

const CONTRACT = readFileSync(new URL('contract.graphql', import.meta.url), 'utf8');

const schema = createGatewaySchema();

describe('the served schema', () => {
  it('holds everything that clients were promised', () => {
    expect(findBreaches(schema, buildSchema(CONTRACT))).toEqual([]);
  });

  it.each([
    ['type Viewer {', 'type Viewer { shoeSize: Int', 'Viewer.shoeSize is missing'],
    ['subject: String!', 'subject: String', 'Viewer.subject is String!, not String'],
    ['enum UserStatus {', 'enum UserStatus { ON_LEAVE', 'UserStatus lacks ON_LEAVE'],
    ['backend(name: String!)', 'backend(name: String!, kind: String)', 'Query.backend lacks kind'],
    ['nodes(ids: [ID!]!)', 'nodes(ids: [ID])', 'Query.nodes takes ids in another way'],
    ['input StringFilter @oneOf', 'input StringFilter', 'StringFilter differs in @oneOf'],
  ])('would be caught if clients were promised not "%s" but "%s"', (before, after, breach) => {
    const promised = buildSchema(CONTRACT.replace(before, after));
    expect(findBreaches(schema, promised)).toContain(breach);
  });

  it('describes every type, field, argument, value and directive', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('has the permissions that the domain knows', () => {
    const permission = schema.getType('Permission');
    const values = isEnumType(permission) ? permission.getValues().map(({ name }) => name) : [];
    expect(new Set(values)).toEqual(ALL_PERMISSIONS);
  });

  it('prints as one document that says which permission a field needs', () => {
    const sdl = printGatewaySchema(schema);
    expect(findBreaches(buildSchema(sdl), schema)).toEqual([]);
    expect(sdl).toMatch(/\n {2}\): UserConnection @requiresPermission\(anyOf: \[USERS_READ\]\)\n/);
    expect(sdl).toMatch(/\n {2}viewer: Viewer! @requiresPermission\(anyOf: \[\]\)\n/);
  });

  it('writes an instant as it is and any other moment in UTC', () => {
    const dateTime = schema.getType('DateTime');
    if (dateTime === undefined || !('serialize' in dateTime)) throw new Error('no such scalar');
    expect(dateTime.serialize('2026-02-03T10:15:30.000Z')).toBe('2026-02-03T10:15:30.000Z');
    expect(JSON.stringify(dateTime.serialize('2026-02-03T11:15:30+01:00'))).toBe(
      '"2026-02-03T10:15:30.000Z"',
    );
    expect(() => dateTime.serialize('yesterday')).toThrow();
  });
});

describe('the documents of known clients', () => {
  const folder = new URL('../../operations/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

  it.each(files)('%s is valid, and its operation has a name', (name) => {
    const document = parse(readFileSync(new URL(name, folder), 'utf8'));
    const operations = document.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    );
    expect(validate(schema, document)).toEqual([]);
    expect(operations).toMatchObject([{ name: { kind: Kind.NAME } }]);
  });
});

describe('@requiresPermission', () => {
  const declaration = `
    directive @requiresPermission(anyOf: [Permission!]!) on FIELD_DEFINITION | OBJECT
    enum Permission { USERS_READ USERS_WRITE PASSWORDS_RESET PASSWORDS_SET SCHEMA_READ }`;
  const guarded = (typeDefs: string): GraphQLSchema => {
    const built = makeExecutableSchema({ typeDefs: [declaration, typeDefs] });
    guardFields(built);
    return built;
  };
  const caller = (...permissions: readonly Permission[]): Caller => ({
    subject: 'ann',
    identities: ['ann'],
    permissions: new Set(permissions),
    scope: null,
  });
  const small = guarded(`
    type Query {
      open: String @requiresPermission(anyOf: [])
      users: String @requiresPermission(anyOf: [USERS_READ, USERS_WRITE])
      vault: Vault @requiresPermission(anyOf: [])
    }
    type Vault @requiresPermission(anyOf: [PASSWORDS_SET]) {
      key: String
      lock: String @requiresPermission(anyOf: [PASSWORDS_RESET])
    }`);
  const rootValue = { open: 'open', users: 'users', vault: { key: 'key', lock: 'lock' } };
  const ask = async (source: string, who: Caller | null) => {
    const result = await graphql({
      schema: small,
      source,
      rootValue,
      contextValue: { caller: who },
    });
    return JSON.parse(JSON.stringify(result));
  };

  it('refuses a field to a caller who has none of its permissions, and serves the fields beside it', async () => {
    const { data, errors } = await ask('{ open users }', caller('SCHEMA_READ'));
    expect(data).toEqual({ open: 'open', users: null });
    expect(errors).toMatchObject([
      { path: ['users'], message: 'This needs the permission USERS_READ or USERS_WRITE.' },
    ]);
  });

  it('serves a field to a caller who has any one of its permissions', async () => {
    const { data, errors } = await ask('{ open users }', caller('USERS_WRITE'));
    expect({ data, errors }).toEqual({ data: rootValueOf('open', 'users'), errors: undefined });
  });

  it('serves nothing to nobody, not even what every caller may read', async () => {
    const { data, errors } = await ask('{ open users }', null);
    expect(data).toEqual({ open: null, users: null });
    expect(errors).toHaveLength(2);
  });

  it('holds on every field of a type that carries it, besides what the field itself asks for', async () => {
    const source = '{ vault { key lock } }';
    const both = await ask(source, caller('PASSWORDS_SET', 'PASSWORDS_RESET'));
    const ofType = await ask(source, caller('PASSWORDS_SET'));
    const ofField = await ask(source, caller('PASSWORDS_RESET'));
    expect(both.data.vault).toEqual({ key: 'key', lock: 'lock' });
    expect(ofType.data.vault).toEqual({ key: 'key', lock: null });
    expect(ofField.data.vault).toEqual({ key: null, lock: null });
  });

  it('stops the start when a root field is without it, in the first definition or an extension', () => {
    const guard = '@requiresPermission(anyOf: [])';
    expect(() => guarded('type Query { open: String }')).toThrow('Query.open must carry');
    expect(() =>
      guarded(`type Query { a: String ${guard} } extend type Query { b: String }`),
    ).toThrow('Query.b must carry');
    expect(() =>
      guarded(`type Query { a: String ${guard} } type Mutation { drop: String }`),
    ).toThrow('Mutation.drop must carry');
  });

  it('stops the start where it would wipe the fields beside it, or guard nothing', () => {
    const guard = '@requiresPermission(anyOf: [USERS_READ])';
    expect(() => guarded(`type Query { users: String! ${guard} }`)).toThrow('must be nullable');
    expect(() =>
      guarded(`type Query { a: String ${guard} } interface Named { name: String ${guard} }`),
    ).toThrow('Named.name is a field of an interface');
  });

  it('stands on every root field of the served schema, and the schema is not served without it', () => {
    const unguarded = parse('extend type Query { anything: String }');
    expect(() => createGatewaySchema([...readSchemaFiles(), unguarded])).toThrow(
      'Query.anything must carry @requiresPermission',
    );
  });

  function rootValueOf(...names: readonly (keyof typeof rootValue)[]) {
    return Object.fromEntries(names.map((name) => [name, rootValue[name]]));
  }
});

/** The paths of everything without a description. */
function undescribed(of: GraphQLSchema): readonly string[] {
  const types = Object.values(of.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const directives = of.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  const elements = [
    ...types.map((type) => described(type.name, type)),
    ...types.filter(isEnumType).flatMap((type) => membersOf(type.name, type.getValues())),
    ...types
      .filter(isInputObjectType)
      .flatMap((type) => membersOf(type.name, Object.values(type.getFields()))),
    ...types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => [
          described(`${type.name}.${field.name}`, field),
          ...membersOf(`${type.name}.${field.name}`, field.args),
        ]),
      ),
    ...directives.flatMap((directive) => [
      described(`@${directive.name}`, directive),
      ...membersOf(`@${directive.name}`, directive.args),
    ]),
  ];
  return elements.filter(({ description }) => description === '').map(({ path }) => path);
}

interface Describable {
  readonly description?: string | null | undefined;
}

function described(path: string, { description }: Describable) {
  return { path, description: description?.trim() ?? '' };
}

function membersOf(path: string, members: readonly (Describable & { readonly name: string })[]) {
  return members.map((member) => described(`${path}.${member.name}`, member));
}
