import { describe, expect, it } from 'vitest';
import { allOrThrow } from '../../src/domain/answers.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import {
  connect,
  listAll,
  listOf,
  reading,
  serve,
  simulated,
  siteThat,
  userOf,
  type Reply,
} from './session.ts';

/** Stands in every answer that no message may repeat. */
const CANARY = 'canary-7f3a';

const list = { limit: 5, position: null, filter: NO_FILTER };

/** The error of listing users at a site that answers so. */
async function failureWith(reply: Reply | string, version = 19): Promise<unknown> {
  const { backend } = await siteThat(() => reply, { version, timeoutMs: 3000 });
  return listOf(backend.users)(list, reading()).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('an answer that is no success', () => {
  it.each([
    [400, 'BACKEND_REJECTED'],
    [401, 'BACKEND_CREDENTIAL_REJECTED'],
    [403, 'BACKEND_CREDENTIAL_REJECTED'],
    [404, 'BACKEND_REJECTED'],
    [405, 'BACKEND_REJECTED'],
    [429, 'BACKEND_THROTTLED'],
    [500, 'BACKEND_UNAVAILABLE'],
    [502, 'BACKEND_UNAVAILABLE'],
    [503, 'BACKEND_UNAVAILABLE'],
    [302, 'BACKEND_CONTRACT_VIOLATION'],
    [204, 'BACKEND_CONTRACT_VIOLATION'],
  ])('with status %i is %s, and nothing of it goes on', async (status, code) => {
    const body = status === 204 ? '' : JSON.stringify({ status, detail: CANARY, title: CANARY });
    const headers = { location: `http://${CANARY}.invalid/`, 'content-type': 'application/json' };
    const error = await failureWith({ status, headers, body });
    expect(error).toMatchObject({ code, backend: 'cpq', operation: 'ListUsers' });
    expect(error).toMatchObject({ safeCause: { status } });
    expect(JSON.stringify(error) + String(error)).not.toContain(CANARY);
  });

  it('says how long to wait', async () => {
    const reply = (value: string) => ({ status: 429, headers: { 'retry-after': value }, body: '' });
    expect(await failureWith(reply('7'))).toMatchObject({ retryAfterMs: 7000 });
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const error = await failureWith(reply(inAMinute));
    expect(error).toMatchObject({ retryAfterMs: expect.closeTo(60_000, -4) });
    expect(await failureWith(reply('soon'))).toMatchObject({ retryAfterMs: null });
  });

  it('is no wrong credential when a company forbids its users', async () => {
    const { backend } = await siteThat(() => ({ status: 403, body: '' }));
    const companyRef = { backend: 'cpq', nativeId: 'acme' };
    await expect(listAll(backend.users, { companyRef })).rejects.toMatchObject({
      code: 'BACKEND_REJECTED',
    });
    expect(await userOf(backend, 'acme/somebody')).toBeUndefined();
  });
});

describe('an answer that is not what the contract says', () => {
  it.each([
    ['a login page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['broken JSON', '{"items": [{"login": "a"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object without items', '{"count": 0}'],
    ['items that are none', '{"items": {"login": "a"}}'],
    ['a row that is text', '{"items": ["a"]}'],
    ['a row that is null', '{"items": [null]}'],
    ['a row without a login', '{"items": [{"partyNumber": "P"}]}'],
    ['a login that is an object', '{"items": [{"login": {"value": "a"}}]}'],
    ['a name that is a list', '{"items": [{"login": "a", "firstName": ["x"]}]}'],
    ['a status that is a list', '{"items": [{"login": "a", "status": [1]}]}'],
    ['a status with an object in it', '{"items": [{"login": "a", "status": {"value": {}}}]}'],
    ['a flag that is text', '{"items": [{"login": "a", "isMobileEnabled": "maybe"}]}'],
    ['a hasMore that is text', '{"items": [], "hasMore": "perhaps"}'],
    ['a total that is text', '{"items": [], "totalResults": "many"}'],
  ])('is told apart: %s', async (_what, body) => {
    const error = await failureWith(body);
    expect(error).toMatchObject({ code: 'BACKEND_CONTRACT_VIOLATION', backend: 'cpq' });
    expect(error).toMatchObject({ safeCause: { status: 200 } });
  });

  it('is told apart for companies and groups too', async () => {
    const { backend } = await siteThat(() => ({ items: [{ name: 'no key' }] }));
    const page = { limit: 5, position: null };
    const violation = { code: 'BACKEND_CONTRACT_VIOLATION' };
    await expect(backend.companies?.list(page, reading())).rejects.toMatchObject(violation);
    await expect(backend.roles?.list(page, reading())).rejects.toMatchObject(violation);
    const homeless = await siteThat(() => ({ items: [{ variableName: 'x' }] }));
    await expect(homeless.backend.roles?.list(page, reading())).rejects.toMatchObject(violation);
  });

  it('does no harm with names that every object has', async () => {
    const row =
      '{"login": "a", "partyNumber": "P", "__proto__": 1, "constructor": [], "toString": 2}';
    const { backend } = await siteThat(() => row);
    expect((await userOf(backend, 'P'))?.login).toBe('a');
  });
});

describe('a failing site', () => {
  it.each([
    ['hang', 'BACKEND_UNAVAILABLE'],
    ['reset-before', 'BACKEND_UNAVAILABLE'],
    ['html', 'BACKEND_CONTRACT_VIOLATION'],
    ['empty', 'BACKEND_CONTRACT_VIOLATION'],
    ['malformed', 'BACKEND_CONTRACT_VIOLATION'],
    ['truncated', 'BACKEND_CONTRACT_VIOLATION'],
    ['throttle', 'BACKEND_THROTTLED'],
  ] as const)(
    'that answers with the fault %s is %s, and seen in its health',
    async (kind, code) => {
      const { simulator, backend, users } = await simulated(
        {},
        { timeoutMs: kind === 'hang' ? 700 : 3000 },
      );
      expect(backend.health().status).toBe('UNKNOWN');
      simulator.faults.add({ kind });
      await expect(listOf(users)(list, reading())).rejects.toMatchObject({ code });
      simulator.faults.clear();
      await listOf(users)(list, reading());
      expect(backend.health().status).toBe('UP');
    },
  );

  it('leaves the grants of users in place when only the list of all groups fails', async () => {
    const group = { variableName: 'emea', label: 'EMEA' };
    const { backend } = await siteThat(({ pathname }) => {
      if (pathname.endsWith('/v19/groups')) return { status: 403, body: '' };
      if (pathname.endsWith('/groups')) return { items: [group] };
      return { login: 'a', partyNumber: 'P', company: { loginName: 'acme' } };
    });
    const user = await userOf(backend, 'P');
    const grants = allOrThrow(await backend.roles!.grantsOf(user ? [user] : [], reading()));
    expect(grants.get('P')?.[0]?.role).toMatchObject({
      ref: { nativeId: 'acme/emea' },
      description: null,
    });
  });

  it('never takes a failed expansion for no groups', async () => {
    const { backend } = await siteThat(({ pathname, searchParams }) => {
      if (searchParams.get('expand') === 'groups') return { status: 500, body: '' };
      if (pathname.endsWith('/groups')) return { items: [] };
      return { items: ['A', 'B'].map((login) => ({ login, partyNumber: login })) };
    });
    const users = await listAll(backend.users);
    await expect(backend.roles?.grantsOf(users, reading())).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
    });
  });
});

describe('a token from the token endpoint', () => {
  it('is fetched once for all who wait, and again when it was refused', async () => {
    const { simulator, users } = await simulated({ credential: 'client-credentials' });
    await Promise.all([1, 2, 3].map((limit) => listOf(users)({ ...list, limit }, reading())));
    const fetches = () => simulator.calls.all.filter(({ path }) => path.includes('/token'));
    expect(fetches()).toHaveLength(1);
    expect(fetches()[0]?.body).toContain('grant_type=client_credentials');
    simulator.expireTokens();
    await listOf(users)({ ...list, limit: 7 }, reading());
    expect(fetches()).toHaveLength(2);
  });

  it.each([
    [
      'refused with 401',
      { status: 401, body: `{"error":"${CANARY}"}` },
      'BACKEND_CREDENTIAL_REJECTED',
    ],
    ['refused with 400', { status: 400, body: '{}' }, 'BACKEND_CREDENTIAL_REJECTED'],
    ['not to be had', { status: 503, body: '' }, 'BACKEND_UNAVAILABLE'],
    ['asked for too often', { status: 429, body: '' }, 'BACKEND_THROTTLED'],
    ['a page', { status: 200, body: '<html></html>' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['missing', { status: 200, body: '{"expires_in":5}' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['two lines', { status: 200, body: '{"access_token":"a\\nb"}' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['elsewhere', { status: 302, body: '' }, 'BACKEND_CONTRACT_VIOLATION'],
  ])('that is %s is a failure of the backend', async (_what, reply, code) => {
    const { url } = await serve(() => reply);
    const { users } = connect(
      {
        CPQ_BASE_URL: 'http://127.0.0.1:9/rest',
        CPQ_TOKEN_URL: `${url}/token`,
        CPQ_CLIENT_ID: 'client',
        CPQ_CLIENT_SECRET: 'secret',
      },
      { timeoutMs: 3000 },
    );
    const error = await listOf(users)(list, reading()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(error) + String(error)).not.toContain(CANARY);
  });
});
