import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { LimitsConfig } from '../config/limits.ts';
import { GatewayError } from '../domain/errors.ts';
import { measureCost } from './query-cost.ts';
import { refusal } from './refusal.ts';
import { countRootFields } from './root-fields.ts';

/**
 * The limits that can be told from the document alone: depth, aliases, root fields, directives. They run beside the
 * rules of GraphQL, and what passes is not checked again for the same text.
 *
 * Fragments count wherever they are spread. Each refusal is BAD_USER_INPUT.
 */
export function createLimitRules(limits: LimitsConfig): readonly ValidationRule[] {
  return [
    ...createArmorRules(limits),
    createRootFieldRule(limits.maxRootFields),
    createDirectiveRule(limits.maxDirectives),
  ];
}

/**
 * Refuses an operation that costs too much with the values of its variables. The rule of graphql-armor reads literals
 * only: `first: $n` costs the same there for every `n`.
 */
export function createCostLimit(maxQueryCost: number): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (resolved) => assertCost(resolved, maxQueryCost),
    }),
  };
}

interface ResolvedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** Absent when the request names none of the document's, which Apollo Server's own type denies. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly variables?: { readonly [name: string]: unknown } | undefined };
}

function assertCost(
  { schema, document, operation, request }: ResolvedOperation,
  maxQueryCost: number,
): void {
  if (operation === undefined) return;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, request.variables ?? {}, {
    maxErrors: 1,
  });
  // Values of the wrong type are for the execution to refuse, which it does before any field runs.
  if (coerced === undefined) return;
  const cost = measureCost({ schema, document, operation, variables: coerced });
  if (cost <= maxQueryCost) return;
  throw tooMuch(
    `Query cost limit of ${maxQueryCost} exceeded, found ${cost}: fields, as often as lists may repeat them. Ask for smaller pages, or for fewer lists inside lists.`,
    operation,
  );
}

/** graphql-armor would throw through Apollo Server, which answers 500, so its findings are reported instead. */
function createArmorRules(limits: LimitsConfig): readonly ValidationRule[] {
  const off = { enabled: false };
  const reporting = (advice: string) => ({
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, { message }: GraphQLError) =>
        context?.reportError(tooMuch(`${message.replace('Syntax Error: ', '')} ${advice}`)),
    ],
  });
  return new ApolloArmor({
    maxDepth: {
      ...reporting('Nest fields less deeply.'),
      n: limits.maxQueryDepth,
      flattenFragments: true,
      // It would let `__schema` be nested without end.
      ignoreIntrospection: false,
    },
    maxAliases: {
      ...reporting('Use fewer aliases in one operation.'),
      n: limits.maxQueryAliases,
      allowList: [],
    },
    // graphql-js counts tokens while it parses; see the cost and the directives in this file.
    maxTokens: off,
    costLimit: off,
    maxDirectives: off,
    blockFieldSuggestion: off,
  }).protect().validationRules;
}

function createRootFieldRule(maxRootFields: number): ValidationRule {
  return (context) => {
    const count = countRootFields((name) => context.getFragment(name));
    return {
      OperationDefinition: (operation: OperationDefinitionNode) => {
        const found = count(operation.selectionSet);
        if (found <= maxRootFields) return;
        context.reportError(
          tooMuch(
            `Root field limit of ${maxRootFields} exceeded, found ${found}. Send several operations.`,
            operation,
          ),
        );
      },
    };
  };
}

/**
 * Counts directives as they are written in the whole document. graphql-armor forgets those that stand at a fragment's
 * second and further spreads.
 */
function createDirectiveRule(maxDirectives: number): ValidationRule {
  return (context) => {
    let found = 0;
    return {
      Directive: () => {
        found += 1;
      },
      Document: {
        leave: () => {
          if (found <= maxDirectives) return;
          context.reportError(
            tooMuch(
              `Directive limit of ${maxDirectives} exceeded, found ${found}. Use fewer @skip and @include.`,
            ),
          );
        },
      },
    };
  };
}

function tooMuch(message: string, operation?: OperationDefinitionNode): GraphQLError {
  return refusal(new GatewayError('BAD_USER_INPUT', message), { node: operation });
}
