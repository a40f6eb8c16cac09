import type { Backend } from '../../domain/backend.ts';
import { touchesBackend } from '../../domain/caller.ts';
import type { BackendName, User } from '../../domain/model.ts';
import { requireBackend, seesUser } from './visibility.ts';
import type { ListContext } from './visibility.ts';

/** What a person knows of an account. */
export interface UserLogin {
  readonly backend: BackendName;
  readonly login: string;
  /** Native id of the company; needed where logins are read per company. `null`: not given. */
  readonly company: string | null;
}

/**
 * Finds a user by login.
 *
 * @returns `null` when there is none, or none that the caller sees: the two cannot be told apart
 * @throws GatewayError BAD_USER_INPUT when the backend is not configured, or needs the company
 */
export async function findUserByLogin(
  backends: readonly Backend[],
  { backend: name, login, company }: UserLogin,
  context: ListContext,
): Promise<User | null> {
  const backend = requireBackend(backends, name);
  if (!touchesBackend(context.scope, name)) return null;
  const user = await backend.users.findByLogin(login, company, context);
  return user !== null && seesUser(context.scope, user) ? user : null;
}
