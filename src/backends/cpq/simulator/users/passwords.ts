import { randomBytes } from 'node:crypto';
import { assertAdministrator } from '../http/access.ts';
import { readObjectBody, readOptionalBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { badRequest, forbidden } from '../http/problem.ts';
import { createPropertyReader } from '../http/property-reader.ts';
import { userInPath } from '../http/targets.ts';
import type { StoredUser } from '../site/model.ts';
import { companyOf } from './render-user.ts';
import { addressesOf } from './user-rules.ts';

/**
 * `POST /companies/{company}/users/{login}/actions/resetPassword`
 *
 * A services, developer or guest user gets exactly the password in the body. Everyone else gets a temporary one by
 * mail, whatever the body holds.
 */
export const resetPassword: Handler = (exchange) => {
  const user = userInPath(exchange);
  const body = createPropertyReader(readOptionalBody(exchange.request));
  const { store } = exchange.site;
  if (takesPassword(user, exchange)) {
    const password = body.text('password') ?? null;
    if (password === null) throw badRequest('password is required', 'password');
    store.saveUser(withPassword(user, password));
  } else {
    store.saveUser(withTemporaryPassword(user));
    mailPassword(user, 'temporary-password', exchange);
  }
  return { status: 200 };
};

/** `GET …/password`: the user's security question. The documentation names the operation only. */
export const getSecurityQuestion: Handler = (exchange) => {
  const user = userInPath(exchange);
  const { caller } = exchange;
  const isOwn = caller.kind === 'user' && caller.user.partyNumber === user.partyNumber;
  if (!isOwn) assertAdministrator(caller);
  const { securityQuestion } = user.secrets;
  return { status: 200, body: securityQuestion === null ? {} : { securityQuestion } };
};

/** `PATCH …/password`: acts on the user who calls, whomever the path names. */
export const changeOwnPassword: Handler = (exchange) => {
  userInPath(exchange);
  const { caller, site, request } = exchange;
  if (caller.kind !== 'user') throw forbidden('An application has no password of its own.');
  const body = createPropertyReader(readObjectBody(request));
  const newPassword = body.text('newPassword') ?? null;
  const { secrets } = caller.user;
  if (newPassword !== null && body.text('currentPassword') !== secrets.password)
    throw badRequest('currentPassword is wrong', 'currentPassword');
  site.store.saveUser({
    ...caller.user,
    secrets: {
      password: newPassword ?? secrets.password,
      temporary: newPassword === null && secrets.temporary,
      securityQuestion: body.text('securityQuestion') ?? secrets.securityQuestion,
      secretAnswer: body.text('secretAnswer') ?? secrets.secretAnswer,
    },
  });
  return { status: 204 };
};

export function withPassword(user: StoredUser, password: string): StoredUser {
  return { ...user, secrets: { ...user.secrets, password, temporary: false } };
}

export function withTemporaryPassword(user: StoredUser): StoredUser {
  const password = `Tmp-${randomBytes(12).toString('base64url')}`;
  return { ...user, secrets: { ...user.secrets, password, temporary: true } };
}

/** Puts the mail that CPQ would send into the outbox, without the password that it would hold. */
export function mailPassword(
  user: StoredUser,
  kind: 'temporary-password' | 'password',
  { site }: Exchange,
): void {
  site.outbox.push({ to: addressesOf(user), kind, login: user.login });
}

function takesPassword(user: StoredUser, exchange: Exchange): boolean {
  return (
    ['BM_SUPPORT', 'BM_ADMIN'].includes(user.type) || companyOf(user, exchange).kind === 'guest'
  );
}
