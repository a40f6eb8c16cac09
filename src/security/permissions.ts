import {
  defaultFieldResolver,
  getDirectiveValues,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Caller, Permission } from '../domain/caller.ts';
import { GatewayError } from '../domain/errors.ts';

const DIRECTIVE = 'requiresPermission';

type Field = ReturnType<GraphQLObjectType['getFields']>[string];

/** The part of a request's context that decides about permissions. */
export interface CallerContext {
  /** `null`: nobody is signed in. */
  readonly caller: Caller | null;
}

/**
 * Puts a guard in front of every field that carries `@requiresPermission`, or whose object type does. Changes the
 * schema in place, once, at the start.
 *
 * A refused field throws before its resolver runs, so that it alone is `null`: FORBIDDEN names the permissions of which
 * one is needed, UNAUTHENTICATED says that there is no caller.
 *
 * @throws Error when a root field has no directive, when a field that can be forbidden is non-null (its `null` would
 *   wipe the fields beside it), and when the directive stands where it would guard nothing
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) assertUnguarded(schema, Object.values(type.getFields()), type.name);
    if (isObjectType(type)) guardType(schema, type);
  }
}

/** The caller of a field that everybody who is signed in may ask for. @throws GatewayError UNAUTHENTICATED */
export function requireCaller({ caller }: CallerContext): Caller {
  if (caller === null) {
    throw new GatewayError('UNAUTHENTICATED', 'Sign in: this needs a valid access token.');
  }
  return caller;
}

/**
 * @param anyOf one of these is enough; empty: every signed-in caller
 * @throws GatewayError UNAUTHENTICATED, FORBIDDEN
 */
export function assertPermitted(context: CallerContext, anyOf: readonly Permission[]): void {
  const { permissions } = requireCaller(context);
  if (anyOf.length === 0 || anyOf.some((permission) => permissions.has(permission))) return;
  throw new GatewayError('FORBIDDEN', `This needs the permission ${anyOf.join(' or ')}.`, {
    extensions: { requiredPermissions: anyOf },
  });
}

function guardType(schema: GraphQLSchema, type: GraphQLObjectType): void {
  const ofType = permissionsOf(schema, [type.astNode, ...type.extensionASTNodes]);
  const isRoot = rootTypesOf(schema).includes(type);
  for (const field of Object.values(type.getFields())) {
    const ofField = permissionsOf(schema, [field.astNode]);
    if (isRoot && ofField === null && ofType === null) {
      throw new Error(
        `${type.name}.${field.name} must carry @${DIRECTIVE}: every root field does.`,
      );
    }
    for (const anyOf of [ofField, ofType]) {
      if (anyOf !== null) guardField(type, field, anyOf);
    }
  }
}

function guardField(type: GraphQLObjectType, field: Field, anyOf: readonly Permission[]): void {
  if (anyOf.length > 0 && isNonNullType(field.type)) {
    throw new Error(`${type.name}.${field.name} can be forbidden and must be nullable.`);
  }
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args, context: CallerContext, info) => {
    assertPermitted(context, anyOf);
    return resolve(parent, args, context, info);
  };
}

/** What the directive on one of these nodes asks for; `null`: none of them carries it. */
function permissionsOf(
  schema: GraphQLSchema,
  nodes: readonly ({ readonly directives?: readonly ConstDirectiveNode[] } | null | undefined)[],
): readonly Permission[] | null {
  const directive = schema.getDirective(DIRECTIVE);
  if (!directive) throw new Error(`The schema does not declare @${DIRECTIVE}.`);
  for (const node of nodes) {
    const values = node ? getDirectiveValues(directive, node) : undefined;
    // The schema's own enum has validated the list.
    if (values) return values['anyOf'] as readonly Permission[];
  }
  return null;
}

function assertUnguarded(schema: GraphQLSchema, fields: readonly Field[], typeName: string): void {
  for (const field of fields) {
    if (permissionsOf(schema, [field.astNode]) !== null) {
      throw new Error(
        `${typeName}.${field.name} is a field of an interface, where @${DIRECTIVE} guards nothing. Put it on the object types.`,
      );
    }
  }
}

function rootTypesOf(schema: GraphQLSchema): readonly (GraphQLObjectType | null | undefined)[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
}
