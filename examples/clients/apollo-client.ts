import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import {
  ListUsersDocument,
  PlanPasswordResetDocument,
  ResetPasswordDocument,
} from '@user-gateway/client';

export function createClient(url: string, token: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: url, headers: { authorization: `Bearer ${token}` } }),
    cache: new InMemoryCache({
      typePolicies: {
        // One list per filter; its pages are joined by their cursors.
        Query: {
          fields: {
            users: relayStylePagination(['filter']),
            companies: relayStylePagination(['backends']),
            roles: relayStylePagination(['backends']),
          },
        },
        // Most documents name a backend without its id; what they know of it is put together.
        Backend: { merge: true },
      },
    }),
  });
}

/** A table that grows: `table.fetchMore({ variables: { after } })` appends a page to what `table` shows. */
export function watchUsers(client: ApolloClient, search: string) {
  return client.watchQuery({
    query: ListUsersDocument,
    variables: { first: 50, filter: { search } },
    // A field that failed is null, and the others are shown.
    errorPolicy: 'all',
  });
}

/** Shows what a reset would do, and does it when that is agreed to. */
export async function resetPassword(
  client: ApolloClient,
  userId: string,
  agree: (promises: readonly string[]) => Promise<boolean>,
): Promise<string> {
  const planned = await client.query({
    query: PlanPasswordResetDocument,
    variables: { input: { userId, delivery: 'EMAIL' } },
    // The account may have changed since the last plan.
    fetchPolicy: 'network-only',
  });
  const plan = planned.data?.planPasswordReset;
  if (!plan?.executable) return plan?.refusals[0]?.message ?? 'There is no plan.';
  if (!(await agree(plan.guarantees.map(({ kind, level }) => `${kind}: ${level}`)))) return 'Left.';

  const { data } = await client.mutate({
    mutation: ResetPasswordDocument,
    variables: {
      userId,
      acknowledge: plan.requiredAcknowledgements,
      // The same key again resets nothing a second time.
      idempotencyKey: crypto.randomUUID(),
    },
  });
  return data?.resetPassword?.status ?? 'UNKNOWN';
}
