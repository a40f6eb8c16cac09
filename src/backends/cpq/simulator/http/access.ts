import type { SimulatorRequest } from '../../../../simulation/server.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import type { Store } from '../site/store.ts';
import { readBasic, readBearer } from './credentials.ts';
import { forbidden, notFound, Problem } from './problem.ts';
import type { TokenService } from './tokens.ts';

/** Who calls: a user, or a connected application without one, which may do what a host administrator may. */
export type Caller =
  { readonly kind: 'user'; readonly user: StoredUser } | { readonly kind: 'client' };

/** @throws Problem 401 without a credential that is right, and of an active user */
export function authenticate(
  request: SimulatorRequest,
  store: Store,
  tokens: TokenService,
): Caller {
  const authorization = request.headers['authorization'];
  const basic = readBasic(authorization);
  if (basic !== null) {
    const user = store.userByLogin(basic.login);
    if (user?.secrets.password === basic.password) return activeUser(user);
  }
  const token = readBearer(authorization);
  const clientId = token === null ? null : tokens.clientOf(token);
  if (clientId === null) throw unauthenticated();
  const linked = store.users().find((user) => user.texts['oauthClientId'] === clientId);
  return linked === undefined ? { kind: 'client' } : activeUser(linked);
}

/**
 * Only a FullAccess user with User Administrator or Application Administrator administers users.
 *
 * @throws Problem 403
 */
export function assertAdministrator(caller: Caller): void {
  if (caller.kind === 'client') return;
  const { type, flags } = caller.user;
  const granted = flags.isUserAdminPermEnabled || flags.isApplicationAdminPermEnabled;
  if (type !== 'FULL_ACCESS' || !granted) throw forbidden('The caller does not administer users.');
}

/** Whether the caller sees the company: the host sees all, a partner organisation itself alone. */
export function reaches(caller: Caller, company: StoredCompany, store: Store): boolean {
  if (caller.kind === 'client') return true;
  return caller.user.company === store.host.login || caller.user.company === company.login;
}

/** @throws Problem 404 when there is no such company, 403 when the caller may not see it */
export function reachableCompany(login: string, caller: Caller, store: Store): StoredCompany {
  const company = store.company(login);
  if (company === null) throw notFound('The company does not exist.');
  if (!reaches(caller, company, store)) throw forbidden('The caller has no access to the company.');
  return company;
}

/** The users that the caller may see. */
export function visibleUsers(caller: Caller, store: Store): readonly StoredUser[] {
  if (caller.kind === 'client' || caller.user.company === store.host.login) return store.users();
  return store.users().filter((user) => user.company === caller.user.company);
}

function activeUser(user: StoredUser): Caller {
  if (user.status !== 1) throw unauthenticated();
  return { kind: 'user', user };
}

function unauthenticated(): Problem {
  return new Problem(401, 'The credential is missing or wrong.', {
    headers: { 'www-authenticate': 'Basic realm="Oracle CPQ", Bearer' },
  });
}
