import type { User } from '../../domain/model.ts';
import { countUsers } from '../../services/listing/count-users.ts';
import { listUsers } from '../../services/listing/list-users.ts';
import type { Connection } from '../../services/listing/paging.ts';
import type { UserListFilter } from '../../services/listing/user-selection.ts';
import type { Counted, ConnectionModel } from '../connection.ts';
import type { GatewayContext } from '../context.ts';

/** The arguments of every list, as GraphQL hands them over. */
export interface PageInput {
  readonly first: number;
  readonly after?: string | null;
}

/** A page is its own `pageInfo`; the other fields of a connection are there under their names. */
export const connectionResolvers = {
  pageInfo: (page: Connection<unknown>) => page,
  totalCount: ({ countAll }: Counted) => countAll(),
};

/** A page of users who meet the filter. */
export async function readUsers(
  filter: UserListFilter,
  { first, after = null }: PageInput,
  { backends, read }: GatewayContext,
): Promise<ConnectionModel<User>> {
  const page = await listUsers(backends, { first, after, filter }, read);
  return { ...page, countAll: () => countUsers(backends, filter, read) };
}
