import {
  TypeInfo,
  isInputObjectType,
  print,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { SchemaChange } from './change.ts';

/** A document of a known client. */
export interface OperationDocument {
  /** Below the project's folder, e.g. `operations/list-users.graphql`. */
  readonly file: string;
  readonly document: DocumentNode;
}

/** Which documents use what of a schema. */
export interface Usages {
  /** Files of the documents that a change of this place concerns, sorted. */
  filesOf(change: Pick<SchemaChange, 'kind' | 'at'>): readonly string[];
}

/** @param schema the schema that the documents were written for */
export function findUsages(documents: readonly OperationDocument[], schema: GraphQLSchema): Usages {
  const files = new Map<string, Set<string>>();
  for (const { file, document } of documents) {
    for (const place of placesIn(document, schema)) {
      const known = files.get(place) ?? new Set();
      files.set(place, known.add(file));
    }
  }
  return { filesOf: (change) => [...(files.get(placeOf(change)) ?? [])].toSorted() };
}

/** What a document must use to be concerned: for what is new, that which it is added to. */
function placeOf({ kind, at }: Pick<SchemaChange, 'kind' | 'at'>): string {
  switch (kind) {
    case 'REQUIRED_ARG_ADDED':
    case 'OPTIONAL_ARG_ADDED':
    case 'ARG_DEFAULT_VALUE_CHANGE':
    case 'ARG_DEFAULT_VALUE_ADDED':
      return at.replace(/\(.*/, '');
    case 'REQUIRED_INPUT_FIELD_ADDED':
    case 'OPTIONAL_INPUT_FIELD_ADDED':
    case 'VALUE_ADDED_TO_ENUM':
    case 'VALUE_REMOVED_FROM_ENUM':
    case 'TYPE_ADDED_TO_UNION':
    case 'TYPE_REMOVED_FROM_UNION':
    case 'IMPLEMENTED_INTERFACE_ADDED':
    case 'IMPLEMENTED_INTERFACE_REMOVED':
      return at.replace(/[. ].*/, '');
    default:
      return at;
  }
}

/** The types, fields, arguments and input fields that a document uses; of a variable, all that its value may hold. */
function placesIn(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const places = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition: ({ type }) => addInput(namedIn(print(type)), schema, places),
      InlineFragment: ({ typeCondition }) => void places.add(typeCondition?.name.value ?? ''),
      FragmentDefinition: ({ typeCondition }) => void places.add(typeCondition.name.value),
      Field: ({ name }) => {
        const parent = info.getParentType();
        places.add(namedIn(info.getType()));
        if (parent) places.add(`${parent.name}.${name.value}`);
      },
      Argument: ({ name }) => {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (parent && field) places.add(`${parent.name}.${field.name}(${name.value}:)`);
      },
      ObjectField: ({ name }) => {
        const parent = namedIn(info.getParentInputType());
        places.add(parent).add(`${parent}.${name.value}`);
      },
      EnumValue: () => void places.add(namedIn(info.getInputType())),
    }),
  );
  return places;
}

function addInput(name: string, schema: GraphQLSchema, places: Set<string>): void {
  if (places.has(name)) return;
  places.add(name);
  const type = schema.getType(name);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    places.add(`${name}.${field.name}`);
    addInput(namedIn(field.type), schema, places);
  }
}

/** The name in a type as GraphQL writes it, e.g. `User` of `[User!]!`. */
function namedIn(type: { toString(): string } | null | undefined): string {
  return String(type ?? '').replaceAll(/[[\]!]/g, '');
}
