import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether a field is selected below the one that is being resolved, e.g. `['results', 'user']`, also where a fragment
 * brings it along. Fields that `@skip` or `@include` leave out count as selected.
 */
export function isSelected({ fieldNodes, fragments }: Selection, path: readonly string[]): boolean {
  let fields: readonly FieldNode[] = fieldNodes;
  for (const name of path) {
    fields = fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, name, fragments));
  }
  return fields.length > 0;
}

type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

function fieldsOf(
  selectionSet: SelectionSetNode | undefined,
  name: string,
  fragments: Selection['fragments'],
): readonly FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === name ? [selection] : [];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsOf(fragment?.selectionSet, name, fragments);
  });
}
