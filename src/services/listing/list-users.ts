import type { Backend, Page } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Ref, User } from '../../domain/model.ts';
import { matchesUserFilter } from '../../domain/user-filter.ts';
import { toListKey } from './cursor.ts';
import { listPage } from './paging.ts';
import type { Connection, PageArguments } from './paging.ts';
import type { ListSource } from './source-walk.ts';
import { NO_USER_LIST_FILTER, normaliseUserListFilter, selectUsers } from './user-selection.ts';
import type { UserListFilter, UserSelection } from './user-selection.ts';
import { scopeKey, seesUser } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

export interface ListUsersRequest extends PageArguments {
  readonly filter: UserListFilter;
}

/**
 * Lists the users of all backends that the filter allows, as far as the caller's scope goes.
 *
 * Backends narrow the list where they can; what they cannot express is completed here, row by row, while reading on
 * within the budget and the deadline of the request.
 *
 * @throws GatewayError BAD_USER_INPUT for a bad `first`, `after` or backend name; the backends' failure when none answered
 */
export async function listUsers(
  backends: readonly Backend[],
  { first, after, filter }: ListUsersRequest,
  context: ListContext,
): Promise<Connection<User>> {
  const normalised = normaliseUserListFilter(filter);
  const listKey = toListKey('users', [normalised, scopeKey(context.scope)]);
  return listSelected(backends, { first, after, listKey, filter: normalised }, context);
}

/**
 * Lists the direct members of a role whom the caller sees.
 *
 * @throws as `listUsers`
 */
export async function listRoleMembers(
  backends: readonly Backend[],
  { role, first, after }: PageArguments & { readonly role: Ref },
  context: ListContext,
): Promise<Connection<User>> {
  const { conditions } = NO_USER_LIST_FILTER;
  const filter = { ...NO_USER_LIST_FILTER, conditions: { ...conditions, roleRef: role } };
  const listKey = toListKey('members of role', [
    role.backend,
    role.nativeId,
    scopeKey(context.scope),
  ]);
  return listSelected(backends, { first, after, listKey, filter }, context);
}

async function listSelected(
  backends: readonly Backend[],
  request: ListUsersRequest & { readonly listKey: string },
  context: ListContext,
): Promise<Connection<User>> {
  const selections = await selectUsers(backends, request.filter, context);
  const sources = selections.map((selection) => toSource(selection, context));
  return listPage(sources, request, context);
}

function toSource(selection: UserSelection, { scope }: ListContext): ListSource<User> {
  const { backend, filter, isWhole } = selection;
  return {
    backend: backend.name,
    list: toList(selection),
    largestPage: backend.largestUserPage,
    accepts: isWhole ? null : (user) => matchesUserFilter(user, filter) && seesUser(scope, user),
  };
}

function toList({ backend, filter, failure }: UserSelection): ListSource<User>['list'] {
  if (failure !== null) return () => Promise.reject(failure);
  const { users, roles } = backend;
  const { roleRef } = filter;
  if (roleRef !== null) {
    if (roles === undefined) return null;
    return (request, context) =>
      roles.listMembers(roleRef.nativeId, request, context).catch(toEmptyPage);
  }
  if (users.list === undefined) return null;
  const list = users.list.bind(users);
  return (request, context) => list({ ...request, filter }, context);
}

/** A role that does not exist has no members, as a company that does not exist has no users. */
function toEmptyPage(error: unknown): Page<User> {
  if (error instanceof GatewayError && error.code === 'NOT_FOUND') {
    return { rows: [], nextPosition: null };
  }
  throw error;
}
