import { isLicensedIn } from '../companies/render-company.ts';
import type { Exchange } from '../http/exchange.ts';
import { badRequest, forbidden, Problem } from '../http/problem.ts';
import type { StoredUser } from '../site/model.ts';
import { companyOf } from './render-user.ts';

const MAX_FULL_ACCESS = 500;

/**
 * What the site demands of a user before it is kept.
 *
 * @param before the user as it was, `null` when it is new
 * @throws Problem 400, 403, or the site's status for a login that is taken
 */
export function assertAllowed(
  user: StoredUser,
  before: StoredUser | null,
  exchange: Exchange,
): void {
  assertFreeLogin(user, exchange);
  assertEmails(user, exchange);
  assertFreeClient(user, exchange);
  assertGrants(user, before, exchange);
  if (exchange.site.switches.enforceLicences) assertLicences(user, before, exchange);
}

/** The addresses of a user, of which there may be several. */
export function addressesOf({ email }: Pick<StoredUser, 'email'>): readonly string[] {
  return email
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function assertFreeLogin(user: StoredUser, { site }: Exchange): void {
  const holder = site.store.userByLogin(user.login);
  if (holder === null || holder.partyNumber === user.partyNumber) return;
  throw new Problem(site.switches.duplicateLoginStatus, 'login is already in use', {
    errorPath: '/login',
  });
}

function assertEmails(user: StoredUser, { site }: Exchange): void {
  const addresses = addressesOf(user);
  if (addresses.length === 0 || !addresses.every((address) => /^[^\s@]+@[^\s@]+$/.test(address)))
    throw badRequest('email is not a list of addresses', 'email');
  if (!site.switches.uniqueEmails || user.status !== 1) return;
  const own = new Set(addresses.map((address) => address.toLowerCase()));
  const isTaken = others(user, site.store.users()).some(
    (other) =>
      other.status === 1 && addressesOf(other).some((address) => own.has(address.toLowerCase())),
  );
  if (isTaken) throw badRequest('email is already in use', 'email');
}

/** An OAuth client belongs to one user. */
function assertFreeClient(user: StoredUser, { site }: Exchange): void {
  const clientId = user.texts['oauthClientId'];
  const isTaken =
    clientId !== undefined &&
    others(user, site.store.users()).some((other) => other.texts['oauthClientId'] === clientId);
  if (isTaken) throw badRequest('oauthClientId is already in use', 'oauthClientId');
}

/** Access administration is granted by its holders alone, application administration to host FullAccess users alone. */
function assertGrants(user: StoredUser, before: StoredUser | null, exchange: Exchange): void {
  const { caller, site } = exchange;
  const gains = (flag: 'isAccessAdminPermEnabled' | 'isApplicationAdminPermEnabled'): boolean =>
    user.flags[flag] && before?.flags[flag] !== true;
  const mayGrant = caller.kind === 'client' || caller.user.flags.isAccessAdminPermEnabled;
  if (gains('isAccessAdminPermEnabled') && !mayGrant)
    throw forbidden('Only an access administrator grants access administration.');
  const mayHold = user.company === site.store.host.login && user.type === 'FULL_ACCESS';
  if (gains('isApplicationAdminPermEnabled') && !mayHold)
    throw badRequest(
      'Application administration is for FullAccess users of the host company.',
      'isApplicationAdminPermEnabled',
    );
}

function assertLicences(user: StoredUser, before: StoredUser | null, exchange: Exchange): void {
  const { store } = exchange.site;
  if (user.status !== 1) return;
  const company = companyOf(user, exchange);
  const rest = others(user, store.users());
  const wasActive = before?.status === 1;
  if (!wasActive && rest.filter(isLicensedIn(company)).length >= company.maximumUsers)
    throw badRequest('The company has no licence left.', 'status');
  const gainsFullAccess =
    user.type === 'FULL_ACCESS' && !(wasActive && before.type === 'FULL_ACCESS');
  const fullAccess = rest.filter(({ type, status }) => type === 'FULL_ACCESS' && status === 1);
  if (gainsFullAccess && fullAccess.length >= MAX_FULL_ACCESS)
    throw badRequest('The site has no FullAccess licence left.', 'type');
}

function others(user: StoredUser, users: readonly StoredUser[]): readonly StoredUser[] {
  return users.filter((other) => other.partyNumber !== user.partyNumber);
}
