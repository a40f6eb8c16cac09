import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** Counts the fields of an operation's first level, also those that fragments bring along. */
export type CountRootFields = (selections: SelectionSetNode) => number;

/** Looks at each fragment once, so that fragments in fragments cost no more than their text; a cycle counts as nothing. */
export function countRootFields(
  findFragment: (name: string) => FragmentDefinitionNode | null | undefined,
): CountRootFields {
  const counted = new Map<string, number>();

  const countFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, 0);
    const fragment = findFragment(name);
    const found = fragment ? count(fragment.selectionSet) : 0;
    counted.set(name, found);
    return found;
  };

  const count: CountRootFields = ({ selections }) =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      return sum + countFragment(selection.name.value);
    }, 0);

  return count;
}
