import { Kind, isObjectType, type ConstDirectiveNode, type GraphQLSchema } from 'graphql';
import type { BackendDefinition } from '../backends/definition.ts';
import { capabilitiesOf } from '../domain/capability.ts';
import { RESET_POINTS, decideReset, type ResetDecision } from '../domain/password-reset.ts';
import { createExampleBackend } from './example-backend.ts';

/**
 * What the schema's answers mean, where the SDL cannot say it: entries by a path such as
 * `cpq / user status / 1`. An entry that changes its value changes a meaning without changing the schema.
 */
export type Semantics = Readonly<Record<string, string>>;

/**
 * Makes all entries by running the code they tell of: the mappings of every backend, the capabilities of every version,
 * the decision of every reset (each class of accounts at each of the 18 points), and the permission of every root field.
 */
export function semanticsOf(
  definitions: readonly BackendDefinition[],
  schema: GraphQLSchema,
): Semantics {
  return Object.fromEntries([
    ...definitions.flatMap(entriesOfBackend),
    ...permissionsOf(schema)
      .map(([field, needed]) => [`permission / ${field}`, needed] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ]);
}

function entriesOfBackend(definition: BackendDefinition): (readonly [string, string])[] {
  const description = definition.describe?.();
  if (description === undefined) return [];
  const entries: (readonly [string, string])[] = [
    ...description.versions.map((version) => {
      const backend = createExampleBackend(definition, version);
      return [`capabilities / version ${version.name}`, capabilitiesOf(backend).join(' ')] as const;
    }),
    ...description.tables.flatMap(({ name, rows }) =>
      Object.entries(rows).map(([input, meaning]) => [`${name} / ${input}`, meaning] as const),
    ),
    ...description.resetProfiles.flatMap((profile) =>
      RESET_POINTS.map((point) => {
        const { source, delivery, changeAtNextLogin } = point;
        const name = `password reset / ${profile.accountClass} / ${source} ${delivery} ${changeAtNextLogin}`;
        return [name, describeDecision(decideReset(profile, point))] as const;
      }),
    ),
  ];
  return entries.map(([name, meaning]) => [`${definition.name} / ${name}`, meaning]);
}

function describeDecision(decision: ResetDecision): string {
  if (!decision.executable) {
    const alternatives = decision.alternatives.map(
      ({ code, changeAtNextLogin }) => `${code} ${changeAtNextLogin}`,
    );
    return `refused: ${decision.reasons.join(', ')}; instead: ${alternatives.join(', ') || 'nothing'}`;
  }
  const { option, guarantees } = decision;
  const asks = option.requiredAcknowledgements.map((risk) => `acknowledge ${risk}`);
  const pledges = guarantees.map(({ kind, level, evidence }) => `${kind} ${level} (${evidence})`);
  return [
    `${option.mode} ${option.code}, change ${option.changeAtNextLogin}`,
    [option.requiredPermission, ...asks].join(', '),
    pledges.join(', '),
  ].join('; ');
}

/** The root fields and the types that stand under a permission. */
function permissionsOf(schema: GraphQLSchema): (readonly [string, string])[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type)) return [];
    const nodes = [
      ...(type.astNode?.directives ?? []),
      ...type.extensionASTNodes.flatMap(directivesOf),
    ];
    const ofType = toPermission(nodes);
    return [
      ...(ofType === null ? [] : [[type.name, ofType] as const]),
      ...Object.values(type.getFields()).flatMap(({ name, astNode }) => {
        const ofField = toPermission(astNode?.directives ?? []);
        return ofField === null ? [] : [[`${type.name}.${name}`, ofField] as const];
      }),
    ];
  });
}

function directivesOf({
  directives = [],
}: {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}): readonly ConstDirectiveNode[] {
  return directives;
}

/** @returns `null` without the directive */
function toPermission(directives: readonly ConstDirectiveNode[]): string | null {
  const directive = directives.find(({ name }) => name.value === 'requiresPermission');
  const value = directive?.arguments?.find(({ name }) => name.value === 'anyOf')?.value;
  if (value?.kind !== Kind.LIST) return null;
  const needed = value.values.flatMap((item) => (item.kind === Kind.ENUM ? [item.value] : []));
  return needed.length === 0 ? 'every signed-in caller' : `any of ${needed.toSorted().join(', ')}`;
}
