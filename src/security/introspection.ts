import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { GatewayError } from '../domain/errors.ts';
import { assertPermitted, type CallerContext } from './permissions.ts';
import { refusal } from './refusal.ts';

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Lets only callers with SCHEMA_READ read the schema. The whole operation is refused, also when a directive leaves the
 * field out: nobody asks for it by accident.
 */
export function createIntrospectionGuard(): ApolloServerPlugin<CallerContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (resolved) => assertSchemaPermitted(resolved),
    }),
  };
}

interface ResolvedOperation {
  readonly document: DocumentNode;
  /** Absent when the request names none of the document's, which Apollo Server's own type denies. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly contextValue: CallerContext;
}

function assertSchemaPermitted({ document, operation, contextValue }: ResolvedOperation): void {
  if (operation === undefined || !asksForSchema(operation.selectionSet, document)) return;
  try {
    assertPermitted(contextValue, ['SCHEMA_READ']);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    throw refusal(error, { status: error.code === 'UNAUTHENTICATED' ? 401 : 403 });
  }
}

/** Valid documents only: both fields stand at the root of a query, directly or through fragments without cycles. */
function asksForSchema({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  const seen = new Set<string>();
  const asks = (selection: (typeof selections)[number]): boolean => {
    if (selection.kind === Kind.FIELD) return INTROSPECTION.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return selection.selectionSet.selections.some(asks);
    const name = selection.name.value;
    if (seen.has(name)) return false;
    seen.add(name);
    return findFragment(document, name)?.selectionSet.selections.some(asks) ?? false;
  };
  return selections.some(asks);
}

function findFragment(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find((fragment) => fragment.name.value === name);
}
