import { diff, type Change } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { isJsonObject } from '../http/json.ts';
import type { ChangeKind, SchemaChange } from './change.ts';

/** The breaking and dangerous changes that GraphQL Inspector finds, in the names of `SEVERITIES`. */
export async function findInspectorChanges(
  base: GraphQLSchema,
  now: GraphQLSchema,
): Promise<SchemaChange[]> {
  const changes = await diff(base, now);
  return changes.flatMap((change) => {
    const type = String(change.type);
    const read = READERS[type] ?? (HARMLESS.test(type) ? harmless : undefined);
    if (read === undefined) {
      throw new Error(
        `GraphQL Inspector tells of ${type}, which the check does not know: add it to READERS.`,
      );
    }
    const found = read(factsOf(change));
    return found === null ? [] : [{ ...found, words: change.message }];
  });
}

/** A change by the names of its parts. */
type Facts = (name: string) => unknown;
type Found = Pick<SchemaChange, 'kind' | 'at'>;
type Reader = (facts: Facts) => Found | null;

function factsOf(change: Change): Facts {
  const meta: unknown = change.meta;
  return (name) => (isJsonObject(meta) ? meta[name] : undefined);
}

/** What is only described or deprecated, and uses of directives, which are the schema's own affair but for `@oneOf`. */
const HARMLESS = /_DESCRIPTION_|_DEPRECATION_|^DIRECTIVE_USAGE_/;

/** What is new and optional. */
const harmless: Reader = () => null;

/** @param pattern a coordinate with the names of facts in braces */
function at(kind: ChangeKind, pattern: string, isHarmless = (_facts: Facts) => false): Reader {
  return (facts) =>
    isHarmless(facts)
      ? null
      : { kind, at: pattern.replace(/\{(\w+)\}/g, (_text, name: string) => String(facts(name))) };
}

const isNew = (facts: Facts): boolean => facts('addedToNewType') === true;

/** An input that takes exactly one of its fields now, or no longer does. */
function oneOf(kind: ChangeKind, directive: string): Reader {
  const found = at(kind, '{inputObjectName}');
  return (facts) => (facts(directive) === 'oneOf' && !isNew(facts) ? found(facts) : null);
}

function inputFieldAdded(facts: Facts): Found | null {
  if (isNew(facts)) return null;
  const isOptional =
    facts('isAddedInputFieldTypeNullable') === true || facts('addedFieldDefault') !== undefined;
  const kind = isOptional ? 'OPTIONAL_INPUT_FIELD_ADDED' : 'REQUIRED_INPUT_FIELD_ADDED';
  return at(kind, '{inputName}.{addedInputFieldName}')(facts);
}

function argumentAdded(facts: Facts): Found | null {
  if (facts('addedToNewField') === true) return null;
  const isRequired = facts('isAddedFieldArgumentBreaking') === true;
  const kind = isRequired ? 'REQUIRED_ARG_ADDED' : 'OPTIONAL_ARG_ADDED';
  return at(kind, '{typeName}.{fieldName}({addedArgumentName}:)')(facts);
}

/** GraphQL Inspector tells of a default that comes where there was none; graphql-js keeps silent of that. */
function argumentDefaultChanged(facts: Facts): Found | null {
  const isAdded = facts('oldDefaultValue') === undefined;
  const kind = isAdded ? 'ARG_DEFAULT_VALUE_ADDED' : 'ARG_DEFAULT_VALUE_CHANGE';
  return at(kind, '{typeName}.{fieldName}({argumentName}:)')(facts);
}

const READERS: Readonly<Record<string, Reader>> = {
  TYPE_REMOVED: at('TYPE_REMOVED', '{removedTypeName}'),
  TYPE_KIND_CHANGED: at('TYPE_CHANGED_KIND', '{typeName}'),
  TYPE_ADDED: harmless,
  UNION_MEMBER_REMOVED: at(
    'TYPE_REMOVED_FROM_UNION',
    '{unionName} -> {removedUnionMemberTypeName}',
  ),
  UNION_MEMBER_ADDED: at('TYPE_ADDED_TO_UNION', '{unionName} -> {addedUnionMemberTypeName}', isNew),
  ENUM_VALUE_REMOVED: at('VALUE_REMOVED_FROM_ENUM', '{enumName}.{removedEnumValueName}'),
  ENUM_VALUE_ADDED: at('VALUE_ADDED_TO_ENUM', '{enumName}.{addedEnumValueName}', isNew),
  OBJECT_TYPE_INTERFACE_REMOVED: at(
    'IMPLEMENTED_INTERFACE_REMOVED',
    '{objectTypeName} -> {removedInterfaceName}',
  ),
  OBJECT_TYPE_INTERFACE_ADDED: at(
    'IMPLEMENTED_INTERFACE_ADDED',
    '{objectTypeName} -> {addedInterfaceName}',
    isNew,
  ),
  FIELD_REMOVED: at('FIELD_REMOVED', '{typeName}.{removedFieldName}'),
  FIELD_ADDED: harmless,
  FIELD_TYPE_CHANGED: at(
    'FIELD_CHANGED_KIND',
    '{typeName}.{fieldName}',
    (facts) => facts('isSafeFieldTypeChange') === true,
  ),
  FIELD_ARGUMENT_ADDED: argumentAdded,
  FIELD_ARGUMENT_REMOVED: at('ARG_REMOVED', '{typeName}.{fieldName}({removedFieldArgumentName}:)'),
  FIELD_ARGUMENT_TYPE_CHANGED: at(
    'ARG_CHANGED_KIND',
    '{typeName}.{fieldName}({argumentName}:)',
    (facts) => facts('isSafeArgumentTypeChange') === true,
  ),
  FIELD_ARGUMENT_DEFAULT_CHANGED: argumentDefaultChanged,
  INPUT_FIELD_ADDED: inputFieldAdded,
  INPUT_FIELD_REMOVED: at('FIELD_REMOVED', '{inputName}.{removedFieldName}'),
  INPUT_FIELD_TYPE_CHANGED: at(
    'FIELD_CHANGED_KIND',
    '{inputName}.{inputFieldName}',
    (facts) => facts('isInputFieldTypeChangeSafe') === true,
  ),
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: at(
    'INPUT_FIELD_DEFAULT_VALUE_CHANGE',
    '{inputName}.{inputFieldName}',
  ),
  DIRECTIVE_REMOVED: at('DIRECTIVE_REMOVED', '@{removedDirectiveName}'),
  DIRECTIVE_ADDED: harmless,
  DIRECTIVE_LOCATION_ADDED: harmless,
  DIRECTIVE_LOCATION_REMOVED: at(
    'DIRECTIVE_LOCATION_REMOVED',
    '@{directiveName} -> {removedDirectiveLocation}',
  ),
  DIRECTIVE_REPEATABLE_ADDED: harmless,
  DIRECTIVE_REPEATABLE_REMOVED: at('DIRECTIVE_REPEATABLE_REMOVED', '@{directiveName}'),
  DIRECTIVE_ARGUMENT_ADDED: at(
    'REQUIRED_DIRECTIVE_ARG_ADDED',
    '@{directiveName}({addedDirectiveArgumentName}:)',
    (facts) =>
      facts('addedToNewDirective') === true ||
      facts('addedDirectiveArgumentTypeIsNonNull') !== true,
  ),
  DIRECTIVE_ARGUMENT_REMOVED: at(
    'DIRECTIVE_ARG_REMOVED',
    '@{directiveName}({removedDirectiveArgumentName}:)',
  ),
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: at(
    'DIRECTIVE_ARG_CHANGED_KIND',
    '@{directiveName}({directiveArgumentName}:)',
    (facts) => facts('isSafeDirectiveArgumentTypeChange') === true,
  ),
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED: at(
    'DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE',
    '@{directiveName}({directiveArgumentName}:)',
  ),
  SCHEMA_QUERY_TYPE_CHANGED: at('ROOT_TYPE_CHANGED', 'query'),
  SCHEMA_MUTATION_TYPE_CHANGED: at('ROOT_TYPE_CHANGED', 'mutation'),
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: at('ROOT_TYPE_CHANGED', 'subscription'),
  DIRECTIVE_USAGE_INPUT_OBJECT_ADDED: oneOf('ONE_OF_ADDED', 'addedDirectiveName'),
  DIRECTIVE_USAGE_INPUT_OBJECT_REMOVED: oneOf('ONE_OF_REMOVED', 'removedDirectiveName'),
};
