import type { Exchange } from '../http/exchange.ts';
import { defaultsOf } from '../seed/user-defaults.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import { mailPassword, withPassword, withTemporaryPassword } from './passwords.ts';
import { companyOf } from './render-user.ts';
import { applyChanges } from './user-changes.ts';
import type { UserChanges } from './user-input.ts';
import { assertAllowed } from './user-rules.ts';

/** Changes that change nothing. */
export const NO_CHANGES: UserChanges = {
  preferences: {},
  texts: {},
  flags: {},
  emailPassword: false,
};

/** The user as the changes would leave it; not yet kept. @throws Problem 400 */
export function changeUser(
  before: StoredUser,
  changes: UserChanges,
  exchange: Exchange,
): StoredUser {
  return applyChanges(before, changes, {
    store: exchange.site.store,
    company: companyOf(before, exchange),
  });
}

/** A user of the company that has nothing but defaults, an identity and a temporary password. */
export function newUser(
  company: StoredCompany,
  { site }: Exchange,
  partyNumber?: string,
): StoredUser {
  const now = new Date().toISOString();
  const identity = site.store.nextIdentity();
  return withTemporaryPassword({
    ...identity,
    ...defaultsOf(company),
    partyNumber: partyNumber ?? identity.partyNumber,
    company: company.login,
    login: '',
    firstName: '',
    email: '',
    type: '',
    dateAdded: now,
    dateModified: now,
    lastLogin: null,
    secrets: { password: '', temporary: true, securityQuestion: null, secretAnswer: null },
  });
}

/**
 * Checks the user against the site's rules, gives it the password that was sent, keeps it, and mails the password if
 * that was asked for. Without a password a new user has a temporary one, and that is mailed.
 *
 * @throws Problem 400, 403, 409; then nothing has changed
 */
export function keep(
  user: StoredUser,
  before: StoredUser | null,
  changes: UserChanges,
  exchange: Exchange,
): StoredUser {
  assertAllowed(user, before, exchange);
  const password = changes.password ?? null;
  const kept = password === null ? user : withPassword(user, password);
  exchange.site.store.saveUser(kept);
  if (changes.emailPassword && password !== null) mailPassword(kept, 'password', exchange);
  else if (changes.emailPassword && before === null)
    mailPassword(kept, 'temporary-password', exchange);
  return kept;
}
