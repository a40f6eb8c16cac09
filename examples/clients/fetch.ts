import { ListUsersDocument, request } from '@user-gateway/client';

/** Prints every user who matches, page after page. */
export async function printUsers(
  url: string,
  search: string,
  after: string | null = null,
): Promise<void> {
  const { data, errors } = await request(url, ListUsersDocument, { after, filter: { search } });
  if (!data?.users) throw new Error(errors[0]?.message);

  const { edges, failures, pageInfo } = data.users;
  for (const { node } of edges) console.log(node.backend.name, node.login, node.displayName);
  // The other backends have answered; these have not.
  for (const { backend, code } of failures) console.warn(backend.displayName, code);

  // A page may be short, or even empty, while more follow. A backend that is down keeps its place in the list, and its
  // rows come when it answers again: this does not wait for that.
  if (pageInfo.hasNextPage && failures.length === 0) {
    await printUsers(url, search, pageInfo.endCursor);
  }
}
