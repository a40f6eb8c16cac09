/** What a change does to clients. BREAKING: some document or answer that worked stops working; DANGEROUS: it may. */
export type Severity = 'BREAKING' | 'DANGEROUS';

/**
 * Every kind of change that is told, with its severity: ours, not that of either differ.
 *
 * The names are graphql-js's own where it has one; the rest is seen by GraphQL Inspector alone.
 */
export const SEVERITIES = {
  TYPE_REMOVED: 'BREAKING',
  TYPE_CHANGED_KIND: 'BREAKING',
  TYPE_REMOVED_FROM_UNION: 'BREAKING',
  VALUE_REMOVED_FROM_ENUM: 'BREAKING',
  REQUIRED_INPUT_FIELD_ADDED: 'BREAKING',
  IMPLEMENTED_INTERFACE_REMOVED: 'BREAKING',
  FIELD_REMOVED: 'BREAKING',
  FIELD_CHANGED_KIND: 'BREAKING',
  REQUIRED_ARG_ADDED: 'BREAKING',
  ARG_REMOVED: 'BREAKING',
  ARG_CHANGED_KIND: 'BREAKING',
  DIRECTIVE_REMOVED: 'BREAKING',
  DIRECTIVE_ARG_REMOVED: 'BREAKING',
  REQUIRED_DIRECTIVE_ARG_ADDED: 'BREAKING',
  DIRECTIVE_REPEATABLE_REMOVED: 'BREAKING',
  DIRECTIVE_LOCATION_REMOVED: 'BREAKING',
  VALUE_ADDED_TO_ENUM: 'DANGEROUS',
  TYPE_ADDED_TO_UNION: 'DANGEROUS',
  OPTIONAL_INPUT_FIELD_ADDED: 'DANGEROUS',
  OPTIONAL_ARG_ADDED: 'DANGEROUS',
  IMPLEMENTED_INTERFACE_ADDED: 'DANGEROUS',
  ARG_DEFAULT_VALUE_CHANGE: 'DANGEROUS',
  // graphql-js sees none of these.
  ROOT_TYPE_CHANGED: 'BREAKING',
  ONE_OF_ADDED: 'BREAKING',
  ONE_OF_REMOVED: 'DANGEROUS',
  DIRECTIVE_ARG_CHANGED_KIND: 'BREAKING',
  DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE: 'DANGEROUS',
  ARG_DEFAULT_VALUE_ADDED: 'DANGEROUS',
  INPUT_FIELD_DEFAULT_VALUE_CHANGE: 'DANGEROUS',
} as const satisfies Readonly<Record<string, Severity>>;

export type ChangeKind = keyof typeof SEVERITIES;

/** A change of the schema, as one differ tells it. */
export interface SchemaChange {
  readonly kind: ChangeKind;
  /**
   * Where: a schema coordinate (`User.email`, `Query.users(first:)`, `UserStatus.ACTIVE`, `@oneOf`), or for members of unions
   * and interfaces of types `Type -> Member`.
   */
  readonly at: string;
  /** In the differ's own words. */
  readonly words: string;
}

/** Names a change for a waiver, e.g. `FIELD_REMOVED User.email`. */
export function idOf({ kind, at }: Pick<SchemaChange, 'kind' | 'at'>): string {
  return `${kind} ${at}`;
}
