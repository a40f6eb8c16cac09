import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  /** Valid for the schema: fragments have no cycles, arguments have the right types. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, with the defaults of the operation filled in. */
  readonly variables: Variables;
}

/** Rows that are counted for a list of objects which no argument sizes, e.g. a user's roles. */
const USUAL_LIST_SIZE = 5;
const MAX_PAGE_SIZE = 200;

/** Reading the schema calls no backend and waits for nothing. */
const INTROSPECTION_WEIGHT = 0.1;

/** The fields of a connection that hold one entry per row. */
const ROWS_OF_CONNECTION: ReadonlySet<string> = new Set(['nodes', 'edges']);

/**
 * What an operation costs: the fields that its answer can hold, each as often as the lists around it can repeat it.
 *
 * - `nodes` and `edges` repeat `first` times, be it a literal, a variable or the schema's default, 200 at most, because
 *   more is refused by the field
 * - a list that is asked for by `ids` repeats once per id, any other list of objects five times
 * - what `@skip` and `@include` leave out with the variables' values costs nothing
 * - a field of the introspection counts a tenth, and its list of types as many times as there are types
 *
 * One walk: each fragment is measured once, however often it is spread.
 *
 * @returns a whole number, at most 2^53 - 1
 */
export function measureCost(operation: CostedOperation): number {
  const { schema } = operation;
  const root = schema.getRootType(operation.operation.operation);
  if (!root) return 0;
  const { once, perRow } = createMeter(operation)(operation.operation.selectionSet, root);
  return Math.min(Math.ceil(once + perRow), Number.MAX_SAFE_INTEGER);
}

/**
 * The cost of a selection is linear in the rows of the connection that it stands in, so that a fragment needs no second
 * look where it is spread into a page of another size.
 */
interface Cost {
  readonly once: number;
  readonly perRow: number;
}

type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type Meter = (selections: SelectionSetNode, parent: GraphQLCompositeType) => Cost;

const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef];

const NOTHING: Cost = { once: 0, perRow: 0 };

function createMeter({ schema, document, variables }: CostedOperation): Meter {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const measured = new Map<FragmentDefinitionNode, Cost>();
  const typeCount = Object.keys(schema.getTypeMap()).length;

  const measureSelections: Meter = ({ selections }, parent) =>
    selections.reduce((sum, selection) => add(sum, measureSelection(selection, parent)), NOTHING);

  const measureSelection = (selection: SelectionNode, parent: GraphQLCompositeType): Cost => {
    if (isLeftOut(selection, variables)) return NOTHING;
    if (selection.kind === Kind.FIELD) return measureField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    return measureSelections(selection.selectionSet, typeNamed(schema, condition) ?? parent);
  };

  const measureFragment = (name: string): Cost => {
    const fragment = fragments.get(name);
    const parent = typeNamed(schema, fragment?.typeCondition.name.value);
    if (!fragment || !parent) return NOTHING;
    const cost = measured.get(fragment) ?? measureSelections(fragment.selectionSet, parent);
    measured.set(fragment, cost);
    return cost;
  };

  const measureField = (node: FieldNode, parent: GraphQLCompositeType): Cost => {
    const field = findField(node.name.value, parent);
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    const ofSchema = isIntrospectionType(parent) || isIntrospectionType(type);
    const own = ofSchema ? INTROSPECTION_WEIGHT : 1;
    if (!node.selectionSet || !isCompositeType(type)) return { once: own, perRow: 0 };

    const { once, perRow } = measureSelections(node.selectionSet, type);
    const inside = once + perRow * pageSizeOf(field, node, variables);
    if (!isListType(getNullableType(field.type))) return { once: own + inside, perRow: 0 };
    if (isRowsOfConnection(field, parent)) return { once: own, perRow: inside };
    const size = field.name === 'types' && ofSchema ? typeCount : listSizeOf(node, variables);
    return { once: own + inside * size, perRow: 0 };
  };

  return measureSelections;
}

function add(left: Cost, right: Cost): Cost {
  return { once: left.once + right.once, perRow: left.perRow + right.perRow };
}

function isLeftOut({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.some((directive) => {
    const condition = argumentOf(directive, 'if', variables);
    return directive.name.value === 'skip' ? condition === true : condition === false;
  });
}

function typeNamed(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | null {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : null;
}

function findField(name: string, parent: GraphQLCompositeType): Field | null {
  const meta = META_FIELDS.find((field) => field.name === name);
  if (meta) return meta;
  return 'getFields' in parent ? (parent.getFields()[name] ?? null) : null;
}

function isRowsOfConnection({ name }: Field, parent: GraphQLCompositeType): boolean {
  return (
    isObjectType(parent) &&
    parent.getFields()['pageInfo'] !== undefined &&
    ROWS_OF_CONNECTION.has(name)
  );
}

function pageSizeOf({ args }: Field, node: FieldNode, variables: Variables): number {
  const given = argumentOf(node, 'first', variables);
  const first = given ?? args.find(({ name }) => name === 'first')?.defaultValue;
  return typeof first === 'number' ? Math.min(Math.max(first, 1), MAX_PAGE_SIZE) : MAX_PAGE_SIZE;
}

function listSizeOf(node: FieldNode, variables: Variables): number {
  const ids = argumentOf(node, 'ids', variables);
  return Array.isArray(ids) ? Math.max(ids.length, 1) : USUAL_LIST_SIZE;
}

/** @returns the value as it was written or given, `null` and `undefined` when there is none */
function argumentOf(
  { arguments: given = [] }: FieldNode | DirectiveNode,
  name: string,
  variables: Variables,
): unknown {
  const argument = given.find((candidate) => candidate.name.value === name);
  return argument && valueFromASTUntyped(argument.value, variables);
}
