import { createHash } from 'node:crypto';
import { readObjectBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { notFound } from '../http/problem.ts';
import { toCollection } from '../query/collection.ts';
import { readPresentation } from '../query/presentation.ts';
import { flagsUp } from '../seed/user-defaults.ts';
import type { StoredUser } from '../site/model.ts';
import { renderUser } from './render-user.ts';
import { readUserChanges } from './user-input.ts';
import { changeUser, keep, newUser } from './user-keeping.ts';
import { allUsers, userCollection } from './user-reads.ts';

const LOGIN_PREFIX = '_custom_user_';

/** `GET /integrationUsers`, of CPQ in Fusion alone. */
export const listIntegrationUsers: Handler = (exchange) => {
  const rows = allUsers(exchange).rows.filter(isIntegrationUser);
  const href = `${exchange.base}/integrationUsers`;
  return {
    status: 200,
    body: toCollection(userCollection(rows, 'everywhere', href, exchange), exchange),
  };
};

/** `GET /integrationUsers/{partyNumber}` */
export const getIntegrationUser: Handler = (exchange) => ({
  status: 200,
  body: bodyOf(integrationUserInPath(exchange), exchange),
});

/**
 * `POST /integrationUsers`: a user of the host for web services alone, under a login that CPQ makes. What the body
 * holds is published for `groups` only; a first name is optional here, for a label.
 */
export const createIntegrationUser: Handler = (exchange) => {
  const { store } = exchange.site;
  const blank = newUser(store.host, exchange);
  const changes = readUserChanges(readObjectBody(exchange.request), exchange);
  const base: StoredUser = {
    ...blank,
    login: LOGIN_PREFIX + createHash('md5').update(blank.partyNumber).digest('hex'),
    firstName: 'Integration',
    email: store.host.texts['email'] ?? 'integration@localhost',
    type: 'FULL_ACCESS',
    flags: flagsUp('isWebServicesOnly'),
  };
  const own = { ...changes, login: undefined, type: undefined };
  const user = keep(changeUser(base, own, exchange), null, changes, exchange);
  return { status: exchange.site.switches.createStatus, body: bodyOf(user, exchange) };
};

/** `PATCH /integrationUsers/{partyNumber}` */
export const updateIntegrationUser: Handler = (exchange) => {
  const before = integrationUserInPath(exchange);
  const changes = readUserChanges(readObjectBody(exchange.request), exchange);
  const own = { ...changes, login: undefined, type: undefined };
  const user = keep(changeUser(before, own, exchange), before, changes, exchange);
  return { status: 200, body: bodyOf(user, exchange) };
};

function integrationUserInPath(exchange: Exchange): StoredUser {
  const user = allUsers(exchange).rows.find(
    (candidate) =>
      candidate.partyNumber === exchange.params['partyNumber'] && isIntegrationUser(candidate),
  );
  if (user === undefined) throw notFound('The user does not exist.');
  return user;
}

function isIntegrationUser({ login }: StoredUser): boolean {
  return login.startsWith(LOGIN_PREFIX);
}

function bodyOf(user: StoredUser, exchange: Exchange) {
  return renderUser(user, 'everywhere', exchange, readPresentation(exchange.request.query));
}
