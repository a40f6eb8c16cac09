import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  isObjectType,
  parse,
  print,
  printSchema,
  specifiedDirectives,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { guardFields } from '../security/permissions.ts';
import type { GatewayContext } from './context.ts';
import { dateTime } from './date-time.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { readSchemaFiles } from './schema-files.ts';
import { secretScalar } from './secret-scalar.ts';

/**
 * Builds the executable schema: the SDL files, the resolvers, and in front of them the guards of `@requiresPermission`.
 *
 * @throws Error when the SDL is not valid, a resolver has no field, or a field's permission is missing or misplaced
 */
export function createGatewaySchema(
  documents: readonly DocumentNode[] = readSchemaFiles(),
): GraphQLSchema {
  const schema = makeExecutableSchema<GatewayContext>({
    typeDefs: [...documents],
    resolvers: [resolvers, { DateTime: dateTime, Secret: secretScalar }],
  });
  guardFields(schema);
  return schema;
}

/** The whole schema as one SDL document, the permission that each field needs included. */
export function printGatewaySchema(schema: GraphQLSchema): string {
  // graphql-js prints no directives of ours, and a reader of the schema wants to know who may read what.
  const document = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition: (type) => {
      const source = schema.getType(type.name.value);
      if (!isObjectType(source)) return type;
      const fields = type.fields?.map((field) => ({
        ...field,
        directives: [
          ...(field.directives ?? []),
          ...ownDirectives(source.getFields()[field.name.value]?.astNode?.directives),
        ],
      }));
      const directives = [...(type.directives ?? []), ...ownDirectives(source.astNode?.directives)];
      return { ...type, directives, ...(fields && { fields }) };
    },
  });
  return `${print(document)}\n`;
}

/** Those that `printSchema` leaves out: it prints only what GraphQL itself declares. */
function ownDirectives(
  directives: readonly ConstDirectiveNode[] | undefined,
): readonly ConstDirectiveNode[] {
  const isSpecified = (name: string): boolean =>
    specifiedDirectives.some((directive) => directive.name === name);
  return (directives ?? []).filter(({ name }) => !isSpecified(name.value));
}
