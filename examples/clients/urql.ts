import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { SetUserStatusDocument, UserByLoginDocument } from '@user-gateway/client';

export function createClient(url: string, token: string): Client {
  return new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ headers: { authorization: `Bearer ${token}` } }),
    // Logins and addresses do not belong into URLs.
    preferGetMethod: false,
  });
}

/** Switches an account off, and says what became of that. */
export async function disableUser(client: Client, backend: string, login: string): Promise<string> {
  const found = await client.query(UserByLoginDocument, { backend, login }).toPromise();
  const user = found.data?.userByLogin;
  if (!user) return found.error?.graphQLErrors[0]?.message ?? 'There is no such user.';

  const input = { userId: user.id, status: 'DISABLED' } as const;
  const { data } = await client.mutation(SetUserStatusDocument, { input }).toPromise();
  const payload = data?.setUserStatus;
  return payload?.userErrors[0]?.message ?? payload?.status ?? 'UNKNOWN';
}
