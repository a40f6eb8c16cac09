import { afterEach, describe, expect, it } from 'vitest';
import {
  INTEGRATION_LOGIN,
  NON_ADMIN_LOGIN,
  startCloudAdministrationSimulator,
} from '../../src/backends/cloud-administration/simulator.ts';
import { basic, call, closeAll, open, tokenIn } from './simulator-session.ts';
import type { WireUser } from './simulator-session.ts';

afterEach(closeAll);

describe('access', () => {
  it('gives a bearer token for Basic, and lets version 3 be called with it', async () => {
    const { base, token, get } = await open();
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect((await get('user')).status).toBe(200);
    const header = { authorization: `Bearer ${token}`, headers: { version: '2' } };
    expect((await call(`${base}/v3/roles`, header)).status).toBe(200);
  });

  it.each(['json-string', 'object'] as const)('can wrap the token: %s', async (tokenAnswer) => {
    expect((await (await open({ tokenAnswer })).get('user')).status).toBe(200);
  });

  it('takes Basic without a version and a bearer token on version 3, never the other way', async () => {
    const { base, admin, token } = await open();
    expect((await call(`${base}/user`, { authorization: admin })).status).toBe(200);
    expect((await call(`${base}/user`, { authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await call(`${base}/v3/user`, { authorization: admin })).status).toBe(401);
    const lenient = await open({ basicOnV3: true });
    const answer = await call(`${lenient.base}/v3/user`, { authorization: lenient.admin });
    expect(answer.status).toBe(200);
  });

  it('refuses a call without a credential, with a wrong one, or from a barred account', async () => {
    const { base, simulator } = await open();
    const attempts = [
      undefined,
      'Bearer nonsense',
      'Basic !',
      basic(INTEGRATION_LOGIN, 'wrong'),
      basic('l.locked', simulator.passwordOf('l.locked')),
      basic('e.expired', simulator.passwordOf('e.expired')),
      basic('n.pending', simulator.passwordOf('n.pending')),
    ];
    for (const authorization of attempts) {
      const options = authorization === undefined ? {} : { authorization };
      expect((await call(`${base}/user`, options)).status).toBe(401);
      expect((await call(`${base}/oauth2/token`, options)).status).toBe(401);
    }
    expect((await call(`${base}/v3/user`)).headers.get('www-authenticate')).toContain('Bearer');
  });

  it('refuses a known account that administers nothing with 403', async () => {
    const { base, simulator } = await open();
    const reader = basic(NON_ADMIN_LOGIN, simulator.passwordOf(NON_ADMIN_LOGIN));
    expect((await call(`${base}/user`, { authorization: reader })).status).toBe(403);
    const token = tokenIn(await call(`${base}/oauth2/token`, { authorization: reader }));
    const answer = await call(`${base}/v3/user`, { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(403);
  });

  it('lets a token live as long as was asked for, at most as long as it is told', async () => {
    let now = Date.UTC(2026, 5, 1);
    const { get } = await open({ now: () => now });
    now += 599_000;
    expect((await get('roles')).status).toBe(200);
    now += 1000;
    expect((await get('roles')).status).toBe(401);
    const short = await open({ now: () => now, maxTokenSeconds: 5 });
    now += 5000;
    expect((await short.get('roles')).status).toBe(401);
  });

  it('can end every token in the middle of a run', async () => {
    const { simulator, get } = await open();
    simulator.expireTokens();
    expect((await get('user')).status).toBe(401);
  });

  it('refuses an expiry that is no number of seconds', async () => {
    const { base, admin } = await open();
    const answer = await call(`${base}/oauth2/token?tokenExpiry=soon`, { authorization: admin });
    expect(answer.status).toBe(400);
  });
});

describe('addresses', () => {
  it('answers with and without a tenant segment, or under the one tenant it has', async () => {
    const { simulator, admin } = await open();
    const statusOf = async (url: string) => (await call(url, { authorization: admin })).status;
    expect(await statusOf(`${simulator.url}/acme/cloudapi/restapi/roles`)).toBe(200);
    expect(await statusOf(`${simulator.url}/cloudapi/restapi/roles`)).toBe(200);
    expect(await statusOf(`${simulator.url}/cloudapi/roles`)).toBe(404);
    const own = (await open({ tenant: 'acme' })).simulator;
    expect(own.environment['CLOUD_ADMINISTRATION_BASE_URL']).toBe(
      `${own.url}/acme/cloudapi/restapi`,
    );
    expect(await statusOf(`${own.url}/acme/cloudapi/restapi/roles`)).toBe(200);
    expect(await statusOf(`${own.url}/other/cloudapi/restapi/roles`)).toBe(404);
    expect(await statusOf(`${own.url}/cloudapi/restapi/roles`)).toBe(404);
  });

  it('points a gateway at the version that was chosen', async () => {
    expect((await open()).simulator.environment).not.toHaveProperty(
      'CLOUD_ADMINISTRATION_API_VERSION',
    );
    const { simulator } = await open({ apiVersion: 1 });
    expect(simulator.environment['CLOUD_ADMINISTRATION_API_VERSION']).toBe('1');
  });

  it('knows which paths, methods and media types it has', async () => {
    const { base, token, get, send } = await open();
    const authorization = `Bearer ${token}`;
    expect((await get('companies')).status).toBe(404);
    expect((await get('user/change-status')).status).toBe(405);
    expect((await send('DELETE', 'user/t.disabled')).status).toBe(405);
    const xml = { authorization, headers: { accept: 'application/xml' } };
    expect((await call(`${base}/v3/user`, xml)).status).toBe(406);
    const form = { method: 'PUT', authorization, headers: { 'content-type': 'text/plain' } };
    expect((await call(`${base}/v3/user/change-lock`, { ...form, body: '[]' })).status).toBe(415);
  });

  it('refuses a switch that it does not have', async () => {
    const mistyped = { switches: { responseShapes: 'map' } };
    await expect(startCloudAdministrationSimulator(mistyped)).rejects.toThrow('responseShapes');
  });
});

describe('users', () => {
  it('lists everybody at once, the same people in every run', async () => {
    const [one, other] = [await open(), await open()];
    const users = await one.users();
    expect(users).toHaveLength(130);
    expect((await other.get('user?limit=3')).json).toEqual(users);
    expect(new Set(users.map(({ loginId }) => loginId)).size).toBe(130);
  });

  it('has people in every state and with every kind of login', async () => {
    const users = await (await open()).users();
    const logins = users.map(({ loginId }) => loginId);
    for (const sign of [/@/, /\./, /\+/, / /, /[^\x20-\x7e]/])
      expect(logins.filter((login) => sign.test(login)).length).toBeGreaterThan(1);
    const states: readonly ((user: WireUser) => boolean)[] = [
      ({ endDate = '' }) => Date.parse(endDate) < Date.UTC(2026, 0, 1),
      ({ startDate = '' }) => Date.parse(startDate) > Date.UTC(2040, 0, 1),
      (user) => user.disabled,
      (user) => user.locked,
      (user) => user.pwdExpired,
      (user) => user.pwdCantChange,
      ({ roles }) => roles?.length === 0,
      ({ roles }) => roles === undefined,
      ({ lastPasswordResetDate }) => lastPasswordResetDate === undefined,
      ({ userType }) => userType === 'Contractor',
      (user) => users.some((other) => other !== user && other.emailAddress === user.emailAddress),
    ];
    for (const state of states) expect(users.filter(state).length).toBeGreaterThan(0);
  });

  it('puts everybody into the owner company or one of its partners', async () => {
    const users = await (await open()).users();
    const companies = new Map(users.map(({ organization }) => [organization.id, organization]));
    const all = [...companies.values()];
    const [owner, ...others] = all.filter((company) => !company.isDeletable);
    expect(others).toEqual([]);
    const partners = all.filter((company) => company !== owner);
    expect(partners).toHaveLength(4);
    for (const { parentId, parentName, isDeletable } of partners)
      expect([parentId, parentName, isDeletable]).toEqual([owner?.id, owner?.name, true]);
    expect(owner?.pwdPolicy?.name).toBeTypeOf('string');
  });

  it('finds one by login or by id, whatever the login holds', async () => {
    const { get, user } = await open();
    for (const login of [
      'zoë.müller',
      '山田.太郎',
      'Mary Ann Whitfield',
      'j.ortiz+unifier@ostrava-eng.example',
    ])
      expect((await user(login)).loginId).toBe(login);
    const { id, loginId } = await user('l.locked');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await get(`user/${id}`)).json).toMatchObject({ loginId });
  });

  it('refuses an unknown one with the published text, or as switched', async () => {
    const answer = await (await open()).get('user/nobody');
    expect([answer.status, answer.text]).toEqual([400, 'Invalid input, Please check.']);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const other = await (
      await open({ unknownUserStatus: 404, errorBody: 'json' })
    ).get('user/nobody');
    expect(other.status).toBe(404);
    expect(other.json).toMatchObject({ status: 404 });
  });

  it('leaves out what is null, writes ids and counters as text, and never a password', async () => {
    const { get, user } = await open();
    const answer = await get('user');
    expect(answer.text).not.toMatch(/null|"password"/);
    const locked = await user('l.locked');
    expect(locked).toMatchObject({ locked: true, loginAttemptsCtr: '5', status: 'Active' });
    expect(locked.organization.id).toBe('27');
    expect(await user('t.disabled')).toMatchObject({ status: 'Inactive' });
  });

  it('writes dates as objects, as text without a zone, or as numbers', async () => {
    const { createdDate, endDate } = await (await open()).user('e.expired');
    expect(Date.parse(createdDate.wrappedDateTime)).toBe(createdDate.millis);
    expect(endDate).toBe('2024-06-30T22:00:00.000Z');
    const text = await (await open({ dateStyle: 'string' })).user('e.expired');
    expect(text).toMatchObject({
      createdDate: '2020-11-23T10:12:40',
      endDate: '2024-06-30T22:00:00',
    });
    const epoch = await (await open({ dateStyle: 'epoch' })).user('e.expired');
    expect(epoch.createdDate).toBe(createdDate.millis);
  });

  it('keeps the last reset to itself where the release does not have it', async () => {
    const { text } = await (await open({ showsLastReset: false })).get('user');
    expect(text).not.toContain('lastPasswordResetDate');
  });

  it('can be asked to have many people', async () => {
    const users = await (await open({ userCount: 3000 })).users();
    expect(new Set(users.map(({ loginId }) => loginId)).size).toBe(3000);
  });
});

describe('roles, audits and background jobs', () => {
  it('lists roles as an array or in an object, with the prefix of a tenant', async () => {
    const roles = (await (await open()).get('roles')).json;
    expect(roles).toHaveLength(10);
    expect(roles).toContainEqual(expect.objectContaining({ id: '3', name: 'PrimaveraCloudAdmin' }));
    const { get, user } = await open({ rolesAnswer: 'object', roleNamePrefix: 't7_' });
    const holder = (await get('roles')).json as Readonly<Record<string, unknown>>;
    const prefixed: unknown = expect.objectContaining({ name: 't7_PrimaveraCloudAdmin' });
    expect(Object.values(holder)).toEqual([expect.arrayContaining([prefixed])]);
    expect((await user(INTEGRATION_LOGIN)).roles).toEqual([prefixed]);
  });

  it('records who changed whom', async () => {
    const { get, send, user } = await open();
    await send('PUT', 'user/change-status', [{ loginId: 't.disabled', disabled: false }]);
    const { emailAddress } = await user('t.disabled');
    const events = (await get('audits')).json;
    expect(events).toMatchObject([{ loginId: 't.disabled', grantor: INTEGRATION_LOGIN }]);
    expect((await get(`audits/userEmail/${emailAddress}`)).json).toEqual(events);
    expect((await get('audits/userEmail/nobody@example.test')).json).toEqual([]);
  });

  it('runs a background job by its name', async () => {
    const { get, send } = await open();
    expect((await get('bgjobs/PVD')).json).toMatchObject({ type: 'PVD', status: 'NEW' });
    expect((await send('POST', 'bgjobs/pvd')).json).toMatchObject({ status: 'RUNNING' });
    await get('bgjobs/PVD');
    expect((await get('bgjobs/PVD')).json).toMatchObject({ status: 'COMPLETED' });
    expect((await get('bgjobs/OTHER')).status).toBe(400);
  });
});

describe('observation', () => {
  it('names every operation, and which of them change something', async () => {
    const { base, admin, get, send, simulator } = await open();
    simulator.calls.clear();
    await call(`${base}/oauth2/token`, { authorization: admin });
    await call(`${base}/user`, { authorization: admin });
    await get('user/status');
    await get('user/status/7');
    await send('PUT', 'user/change-lock', []);
    await send('PUT', 'user/manual-reset-pwd/true', []);
    await send('PUT', 'user/x/auto-reset-pwd');
    await send('DELETE', 'user/x');
    const seen = simulator.calls.all.map(({ operation, write }) => [operation, write]);
    expect(seen).toEqual([
      ['GetToken', false],
      ['ListUsers', false],
      ['GetUser', false],
      ['GetJobStatus', false],
      ['ChangeLock', true],
      ['ManualResetPassword', true],
      ['AutoResetPassword', true],
      ['Unknown', true],
    ]);
  });

  it('injects its own errors and throttling, and acts or does not as the fault says', async () => {
    const { get, send, simulator } = await open();
    simulator.faults.add({ kind: 'throttle', times: 1 });
    const throttled = await get('user');
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
    simulator.faults.add({ kind: 'throttle', times: 1, retryAfterSeconds: 9 });
    expect((await get('user')).headers.get('retry-after')).toBe('9');
    simulator.faults.add({
      kind: 'status',
      status: 503,
      operation: 'AutoResetPasswords',
      times: 1,
    });
    expect((await send('PUT', 'user/auto-reset-pwd', ['w.stale'])).status).toBe(503);
    expect(simulator.outbox).toEqual([]);
    simulator.faults.add({ kind: 'reset-after', operation: 'AutoResetPasswords', times: 1 });
    await expect(send('PUT', 'user/auto-reset-pwd', ['w.stale'])).rejects.toThrow();
    expect(simulator.outbox).toHaveLength(1);
  });
});
