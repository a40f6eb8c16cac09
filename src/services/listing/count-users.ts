import type { Backend } from '../../domain/backend.ts';
import { countRows } from './count-rows.ts';
import type { RowCounter } from './count-rows.ts';
import { normaliseUserListFilter, selectUsers } from './user-selection.ts';
import type { UserListFilter, UserSelection } from './user-selection.ts';
import { seesAllOf } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

/**
 * How many users `listUsers` lists in all with this filter. It costs calls: ask only when somebody wants to know.
 *
 * @returns `null` when a backend failed, cannot list or cannot count cheaply, or when the caller sees several companies
 *   of a backend but not all, for no backend counts that
 */
export async function countUsers(
  backends: readonly Backend[],
  filter: UserListFilter,
  context: ListContext,
): Promise<number | null> {
  const selections = await selectUsers(backends, normaliseUserListFilter(filter), context);
  return countRows(selections.map((selection) => toCounter(selection, context)));
}

function toCounter(selection: UserSelection, context: ListContext): RowCounter | null {
  const { backend, filter, failure } = selection;
  const { users } = backend;
  const isNarrowed = filter.companyRef !== null || seesAllOf(context.scope, backend.name);
  if (failure !== null || filter.roleRef !== null || !isNarrowed) return null;
  if (users.list === undefined || users.count === undefined) return null;
  return users.count.bind(users, filter, context);
}
