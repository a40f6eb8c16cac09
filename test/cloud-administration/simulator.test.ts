import { afterEach, describe, expect, it } from 'vitest';
import {
  INTEGRATION_LOGIN,
  NON_ADMIN_LOGIN,
  startCloudAdministrationSimulator,
} from '../../src/backends/cloud-administration/simulator.ts';
import type {
  CloudAdministrationSimulator,
  CloudAdministrationSimulatorSwitches,
} from '../../src/backends/cloud-administration/simulator.ts';

type Wire = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of every shape

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Wire;
}

const running = new Set<CloudAdministrationSimulator>();

afterEach(async () => {
  await Promise.all([...running].map((simulator) => simulator.close()));
  running.clear();
});

/** An administrator's session over plain HTTP. */
async function open(switches: CloudAdministrationSimulatorSwitches = {}) {
  const simulator = await startCloudAdministrationSimulator({ switches: { ...switches } });
  running.add(simulator);
  const base = simulator.environment['CLOUD_ADMINISTRATION_BASE_URL'] ?? '';
  const admin = basic(INTEGRATION_LOGIN, simulator.passwordOf(INTEGRATION_LOGIN));
  const token = tokenIn(
    await call(`${base}/oauth2/token?tokenExpiry=600`, { authorization: admin }),
  );
  const send = (method: string, path: string, body?: unknown): Promise<Answer> =>
    call(`${base}/v3/${path}`, { method, authorization: `Bearer ${token}`, body });
  return {
    simulator,
    base,
    admin,
    token,
    send,
    get: (path: string) => send('GET', path),
    user: async (login: string) => (await send('GET', `user/${encodeURIComponent(login)}`)).json,
  };
}

async function call(
  url: string,
  options: {
    readonly method?: string;
    readonly authorization?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Answer> {
  const { method = 'GET', authorization, body, headers } = options;
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  const json = isJson ? (JSON.parse(text) as Wire) : {};
  return { status: response.status, headers: response.headers, text, json };
}

function basic(login: string, password: string | null): string {
  return `Basic ${Buffer.from(`${login}:${password ?? ''}`).toString('base64')}`;
}

function tokenIn({ text, json }: Answer): string {
  if (typeof json === 'string') return json;
  return typeof json['access_token'] === 'string' ? json['access_token'] : text;
}

/** Exactly what a manual reset requires of a user as read, and a password. */
function resetOf(user: Wire, password: string): Wire {
  const { id, name, displayName } = user['organization'];
  const { loginId, firstName, lastName, emailAddress, disabled } = user;
  const organization = { id, name, displayName };
  return { loginId, firstName, lastName, emailAddress, disabled, organization, password };
}

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
    const users = (await one.get('user')).json;
    expect(users).toHaveLength(130);
    expect((await other.get('user?limit=3')).json).toEqual(users);
    expect(new Set(users['map']((user: Wire) => user['loginId'])).size).toBe(130);
  });

  it('has people in every state and with every kind of login', async () => {
    const users = (await (await open()).get('user')).json as Wire[];
    const logins = users.map((user) => String(user['loginId']));
    for (const sign of [/@/, /\./, /\+/, / /, /[^\x20-\x7e]/])
      expect(logins.filter((login) => sign.test(login)).length).toBeGreaterThan(1);
    const past = (user: Wire): boolean => Date.parse(user['endDate']) < Date.UTC(2026, 0, 1);
    const future = (user: Wire): boolean => Date.parse(user['startDate']) > Date.UTC(2040, 0, 1);
    const states: readonly ((user: Wire) => boolean)[] = [
      past,
      future,
      ...['disabled', 'locked', 'pwdExpired', 'pwdCantChange'].map(
        (name) => (user: Wire) => user[name] === true,
      ),
      (user) => user['roles']?.length === 0,
      (user) => user['roles'] === undefined,
      (user) => user['lastPasswordResetDate'] === undefined,
      (user) => user['userType'] === 'Contractor',
      (user) =>
        users.some((other) => other !== user && other['emailAddress'] === user['emailAddress']),
    ];
    for (const state of states) expect(users.filter(state).length).toBeGreaterThan(0);
  });

  it('puts everybody into the owner company or one of its partners', async () => {
    const users = (await (await open()).get('user')).json as Wire[];
    const companies = new Map(users.map(({ organization }) => [organization.id, organization]));
    const all = [...companies.values()];
    const [owner, ...others] = all.filter((company) => company.isDeletable === false);
    expect(others).toEqual([]);
    const partners = all.filter((company) => company !== owner);
    expect(partners).toHaveLength(4);
    for (const { parentId, parentName, isDeletable } of partners)
      expect([parentId, parentName, isDeletable]).toEqual([owner.id, owner.name, true]);
    expect(owner.pwdPolicy.name).toBeTypeOf('string');
  });

  it('finds one by login or by id, whatever the login holds', async () => {
    const { get, user } = await open();
    for (const login of [
      'zoë.müller',
      '山田.太郎',
      'Mary Ann Whitfield',
      'j.ortiz+unifier@ostrava-eng.example',
    ])
      expect((await user(login))['loginId']).toBe(login);
    const { id, loginId } = await user('l.locked');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await get(`user/${id}`)).json['loginId']).toBe(loginId);
  });

  it('refuses an unknown one with the published text, or as switched', async () => {
    const answer = await (await open()).get('user/nobody');
    expect([answer.status, answer.text]).toEqual([400, 'Invalid input, Please check.']);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const other = await (
      await open({ unknownUserStatus: 404, errorBody: 'json' })
    ).get('user/nobody');
    expect([other.status, other.json['status']]).toEqual([404, 404]);
  });

  it('leaves out what is null, writes ids and counters as text, and never a password', async () => {
    const { get, user } = await open();
    const answer = await get('user');
    expect(answer.text).not.toMatch(/null|"password"/);
    const locked = await user('l.locked');
    expect(locked).toMatchObject({ locked: true, loginAttemptsCtr: '5', status: 'Active' });
    expect(locked['organization'].id).toBe('27');
    expect((await user('t.disabled'))['status']).toBe('Inactive');
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
    expect(epoch['createdDate']).toBe(createdDate.millis);
  });

  it('keeps the last reset to itself where the release does not have it', async () => {
    const { text } = await (await open({ showsLastReset: false })).get('user');
    expect(text).not.toContain('lastPasswordResetDate');
  });

  it('can be asked to have many people', async () => {
    const users = (await (await open({ userCount: 3000 })).get('user')).json as Wire[];
    expect(new Set(users.map(({ loginId }) => loginId)).size).toBe(3000);
  });
});

describe('roles, audits and background jobs', () => {
  it('lists roles as an array or in an object, with the prefix of a tenant', async () => {
    const roles = (await (await open()).get('roles')).json as Wire[];
    expect(roles).toHaveLength(10);
    expect(roles[0]).toMatchObject({ id: '3', name: 'PrimaveraCloudAdmin' });
    const { get, user } = await open({ rolesAnswer: 'object', roleNamePrefix: 't7_' });
    const [list, ...others] = Object.values((await get('roles')).json);
    expect(others).toEqual([]);
    expect(list[0].name).toBe('t7_PrimaveraCloudAdmin');
    expect((await user(INTEGRATION_LOGIN))['roles'][0].name).toBe('t7_PrimaveraCloudAdmin');
  });

  it('records who changed whom', async () => {
    const { get, send } = await open();
    await send('PUT', 'user/change-status', [{ loginId: 't.disabled', disabled: false }]);
    const events = (await get('audits')).json;
    expect(events).toMatchObject([{ loginId: 't.disabled', grantor: INTEGRATION_LOGIN }]);
    const { userEmail } = events[0];
    expect((await get(`audits/userEmail/${userEmail}`)).json).toEqual(events);
    expect((await get('audits/userEmail/nobody@example.test')).json).toEqual([]);
  });

  it('runs a background job by its name', async () => {
    const { get, send } = await open();
    expect((await get('bgjobs/PVD')).json).toMatchObject({ type: 'PVD', status: 'NEW' });
    expect((await send('POST', 'bgjobs/pvd')).json).toMatchObject({ status: 'RUNNING' });
    await get('bgjobs/PVD');
    expect((await get('bgjobs/PVD')).json['status']).toBe('COMPLETED');
    expect((await get('bgjobs/OTHER')).status).toBe(400);
  });
});

describe('change of status and lock', () => {
  it('disables and enables, and leaves alone whoever is in that state already', async () => {
    const { send, user } = await open();
    const before = await user('t.disabled');
    const answer = await send('PUT', 'user/change-status', [
      { loginId: 'zoë.müller', disabled: true },
      { loginId: 'ana.rivera', status: 'Inactive' },
      { loginId: 't.disabled', disabled: true },
      { loginId: 'nobody', disabled: true },
    ]);
    expect(answer.json).toEqual({
      'zoë.müller': '',
      'ana.rivera': '',
      't.disabled': '',
      nobody: 'User not found.',
    });
    expect(await user('zoë.müller')).toMatchObject({ disabled: true, status: 'Inactive' });
    expect((await user('ana.rivera'))['disabled']).toBe(true);
    expect(await user('t.disabled')).toEqual(before);
  });

  it('unlocks and forgets the failed sign-ins', async () => {
    const { send, user } = await open({ changeAnswer: 'array' });
    const { json } = await send('PUT', 'user/change-lock', [{ loginId: 'l.locked' }]);
    expect(json).toMatchObject([{ loginId: 'l.locked', locked: false, processed: true }]);
    expect(await user('l.locked')).toMatchObject({ locked: false, loginAttemptsCtr: '0' });
  });

  it('can answer nothing, and insist on whole records', async () => {
    const { send, user } = await open({ changeAnswer: 'empty', strictChanges: true });
    const bare = { loginId: 't.disabled', disabled: false };
    expect((await send('PUT', 'user/change-status', [bare])).status).toBe(400);
    const whole = { ...(await user('t.disabled')), disabled: false };
    const answer = await send('PUT', 'user/change-status', [whole]);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect((await user('t.disabled'))['disabled']).toBe(false);
  });

  it('refuses what is no list of users, before it changes anybody', async () => {
    const { send, user } = await open();
    const good = { loginId: 't.disabled', disabled: false };
    for (const body of [{}, [], [good, {}], [good, { loginId: 'zoë.müller' }], '{'])
      expect((await send('PUT', 'user/change-status', body)).status).toBe(400);
    expect((await user('t.disabled'))['disabled']).toBe(true);
  });
});

describe('manual reset', () => {
  it('sets the password, dates the reset, forces no change, and writes only when asked', async () => {
    const { simulator, send, user } = await open();
    const before = await user('f.neverreset');
    expect(before['lastPasswordResetDate']).toBeUndefined();
    const reset = resetOf(before, 'Tidal-Lantern-88');
    const answer = await send('PUT', 'user/manual-reset-pwd/false', [reset]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ loginId: 'f.neverreset', changePwdAtNextLogin: false });
    expect(answer.text).not.toContain('Tidal-Lantern-88');
    expect(simulator.passwordOf('f.neverreset')).toBe('Tidal-Lantern-88');
    expect((await user('f.neverreset'))['lastPasswordResetDate'].millis).toBeGreaterThan(0);
    expect(simulator.outbox).toEqual([]);
    await send('PUT', 'user/manual-reset-pwd/true', [reset]);
    const to = [before['emailAddress']];
    expect(simulator.outbox).toEqual([
      { kind: 'password-reset-notification', to, login: 'f.neverreset' },
    ]);
  });

  it('applies no other field of the record', async () => {
    const { send, user } = await open();
    const before = await user('zoë.müller');
    const record = { ...resetOf(before, 'Tidal-Lantern-88'), firstName: 'Mallory', disabled: true };
    await send('PUT', 'user/manual-reset-pwd/false', [{ ...record, roles: [] }]);
    const after = await user('zoë.müller');
    expect(after).toMatchObject({ firstName: 'Zoë', disabled: false, roles: before['roles'] });
  });

  it('refuses whatever lacks a required field, and changes nobody then', async () => {
    const { simulator, send, user } = await open();
    const good = resetOf(await user('zoë.müller'), 'Tidal-Lantern-88');
    const before = simulator.passwordOf('zoë.müller');
    const without = Object.keys(good).map((name) => ({ ...good, [name]: undefined }));
    const companies = ['id', 'name', 'displayName'].map((name) => ({
      ...good,
      organization: { ...good['organization'], [name]: undefined },
    }));
    const others = [
      { ...good, password: ' ' },
      { ...good, password: [...'Tidal-Lantern-88'] },
      { ...good, disabled: 'false' },
      { ...good, roles: [{ id: '3' }] },
      { ...good, organization: { ...good['organization'], pwdPolicy: { id: '1' } } },
    ];
    for (const bad of [...without, ...companies, ...others]) {
      const answer = await send('PUT', 'user/manual-reset-pwd/false', [good, bad]);
      expect([answer.status, answer.text]).toEqual([400, 'Invalid input, Please check.']);
    }
    for (const body of [good, [], 'null', ''])
      expect((await send('PUT', 'user/manual-reset-pwd/false', body)).status).toBe(400);
    for (const flag of ['TRUE', '1', 'yes'])
      expect((await send('PUT', `user/manual-reset-pwd/${flag}`, [good])).status).toBe(400);
    expect(simulator.passwordOf('zoë.müller')).toBe(before);
  });

  it('refuses a list with an unknown user, or fails that record alone', async () => {
    const { simulator, send, user } = await open();
    const known = resetOf(await user('zoë.müller'), 'Tidal-Lantern-88');
    const body = [known, { ...known, loginId: 'nobody' }];
    const before = simulator.passwordOf('zoë.müller');
    expect((await send('PUT', 'user/manual-reset-pwd/false', body)).status).toBe(400);
    expect(simulator.passwordOf('zoë.müller')).toBe(before);
    const lenient = await open({ unknownUserInReset: 'record', responseShape: 'map' });
    const answer = await lenient.send('PUT', 'user/manual-reset-pwd/false', body);
    expect(answer.json).toEqual({ 'zoë.müller': '', nobody: 'User not found.' });
    expect(lenient.simulator.passwordOf('zoë.müller')).toBe('Tidal-Lantern-88');
  });

  it('keeps the failure of a later user invisible in the documented answer', async () => {
    const { simulator, send, user } = await open({ failingLogins: ['l.locked'] });
    const before = simulator.passwordOf('l.locked');
    const logins = ['zoë.müller', 'l.locked'];
    const users = await Promise.all(logins.map((login) => user(login)));
    const body = users.map((entry) => resetOf(entry, 'Tidal-Lantern-88'));
    const { status, json } = await send('PUT', 'user/manual-reset-pwd/true', body);
    expect(status).toBe(200);
    expect(json).toMatchObject({ loginId: 'zoë.müller', processed: true });
    expect(simulator.passwordOf('l.locked')).toBe(before);
    expect(simulator.outbox.map(({ login }) => login)).toEqual(['zoë.müller']);
  });

  it('marks a failed record by flag and text, or by text alone', async () => {
    const failure = async (failureMark: 'status-info-ok' | 'status-info') => {
      const { send, user } = await open({ failingLogins: ['l.locked'], failureMark });
      const body = [resetOf(await user('l.locked'), 'Tidal-Lantern-88')];
      return (await send('PUT', 'user/manual-reset-pwd/true', body)).json;
    };
    const marks = { processed: false, statusInfo: 'The identity system refused the change.' };
    expect(await failure('status-info-ok')).toMatchObject({ ...marks, statusInfoOK: false });
    const published = await failure('status-info');
    expect(published).toMatchObject(marks);
    expect(published).not.toHaveProperty('statusInfoOK');
  });

  it.each([
    ['array', 200, (json: Wire) => json.map(({ loginId }: Wire) => loginId)],
    ['data-store', 200, (json: Wire) => json['modified'].map(({ loginId }: Wire) => loginId)],
    ['map', 200, (json: Wire) => Object.keys(json)],
  ] as const)('can answer with everybody: %s', async (responseShape, status, loginsIn) => {
    const { send, user } = await open({ responseShape });
    const users = await Promise.all(['zoë.müller', 'l.locked', 'w.stale'].map((it) => user(it)));
    const body = users.map((entry) => resetOf(entry, 'Tidal-Lantern-88'));
    const answer = await send('PUT', 'user/manual-reset-pwd/false', body);
    expect(answer.status).toBe(status);
    expect(loginsIn(answer.json).toSorted()).toEqual(['l.locked', 'w.stale', 'zoë.müller']);
    expect(answer.text).not.toContain('Tidal-Lantern-88');
  });

  it.each([
    ['empty', 200, ''],
    ['null', 200, 'null'],
    ['no-content-204', 204, ''],
  ] as const)('can answer with nothing: %s', async (responseShape, status, text) => {
    const { simulator, send, user } = await open({ responseShape });
    const body = [resetOf(await user('zoë.müller'), 'Tidal-Lantern-88')];
    const answer = await send('PUT', 'user/manual-reset-pwd/false', body);
    expect([answer.status, answer.text]).toEqual([status, text]);
    expect(simulator.passwordOf('zoë.müller')).toBe('Tidal-Lantern-88');
  });

  it('can answer with a job', async () => {
    const { token, send, user } = await open({ responseShape: 'accepted-202', jobPolls: 0 });
    const body = [resetOf(await user('zoë.müller'), 'Tidal-Lantern-88')];
    const answer = await send('PUT', 'user/manual-reset-pwd/false', body);
    expect(answer.status).toBe(202);
    const location = answer.headers.get('location') ?? '';
    const job = await call(location, { authorization: `Bearer ${token}` });
    expect(job.json['modified']).toMatchObject([{ loginId: 'zoë.müller', processed: true }]);
  });

  it('can check passwords, and refuse the list or fail the record', async () => {
    const attempt = async (passwordPolicy: 'batch' | 'record') => {
      const { simulator, send, user } = await open({ passwordPolicy, responseShape: 'array' });
      const good = resetOf(await user('zoë.müller'), 'Tidal-Lantern-88');
      const weak = resetOf(await user('l.locked'), 'tidal-lantern');
      const answer = await send('PUT', 'user/manual-reset-pwd/false', [good, weak]);
      expect(answer.text).not.toContain('tidal-lantern');
      return { answer, isSet: simulator.passwordOf('zoë.müller') === 'Tidal-Lantern-88' };
    };
    const batch = await attempt('batch');
    expect([batch.answer.status, batch.isSet]).toEqual([400, false]);
    const record = await attempt('record');
    expect(record.isSet).toBe(true);
    const failed = (record.answer.json as Wire[]).filter((user) => user['statusInfoOK'] === false);
    expect(failed.map(({ loginId }) => loginId)).toEqual(['l.locked']);
  });
});

describe('automatic reset', () => {
  it('makes up passwords for a list and tells everybody who got one', async () => {
    const { simulator, send, user } = await open({ failingLogins: ['w.stale'] });
    const before = simulator.passwordOf('zoë.müller');
    const logins = ['zoë.müller', 'w.stale', 'nobody'];
    const answer = await send('PUT', 'user/auto-reset-pwd', logins);
    expect(answer.json['zoë.müller']).toBe('');
    expect(answer.json['w.stale']).not.toBe('');
    expect(answer.json['nobody']).not.toBe('');
    const after = simulator.passwordOf('zoë.müller') ?? '';
    expect(after).not.toBe(before);
    expect(answer.text).not.toContain(after);
    expect(simulator.outbox.map(({ login }) => login)).toEqual(['zoë.müller']);
    expect(JSON.stringify(simulator.outbox)).not.toContain(after);
    expect((await user('zoë.müller'))['changePwdAtNextLogin']).toBe(true);
  });

  it('does it for one, by login or id, and says so in plain text', async () => {
    const { simulator, send, user } = await open({ failingLogins: ['w.stale'] });
    const login = 'Mary Ann Whitfield';
    const { id } = await user(login);
    for (const key of [encodeURIComponent(login), id]) {
      const answer = await send('PUT', `user/${key}/auto-reset-pwd`);
      expect([answer.status, answer.text]).toEqual([200, 'Success']);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
    expect(simulator.outbox.map((mail) => mail.login)).toEqual([login, login]);
    expect((await send('PUT', 'user/nobody/auto-reset-pwd')).status).toBe(400);
    expect((await send('PUT', 'user/w.stale/auto-reset-pwd')).status).toBe(500);
  });

  it('refuses what is no list of logins', async () => {
    const { send } = await open();
    for (const body of [[], [''], [{ loginId: 'zoë.müller' }], { logins: ['zoë.müller'] }])
      expect((await send('PUT', 'user/auto-reset-pwd', body)).status).toBe(400);
  });
});

describe('user jobs', () => {
  const newcomer = {
    loginId: 'new.comer',
    firstName: 'New',
    lastName: 'Comer',
    emailAddress: 'new.comer@example.test',
    userType: 'EMP',
    organization: { name: 'KESTREL', type: 'Company' },
    roles: [{ name: 'PrimaveraP6Production' }],
  };

  /** Submits and polls to the end. */
  async function submit(session: Awaited<ReturnType<typeof open>>, body: unknown) {
    const accepted = await session.send('POST', 'user', body);
    expect(accepted.status).toBe(202);
    const location = accepted.headers.get('location') ?? '';
    const authorization = `Bearer ${session.token}`;
    const statuses: number[] = [];
    let answer = await call(location, { authorization });
    for (; answer.status === 202; answer = await call(location, { authorization }))
      statuses.push(answer.status);
    return { store: answer.json, statuses, id: accepted.text, location };
  }

  it('is accepted, is found running, and then answers with what it did', async () => {
    const session = await open({ jobPolls: 2 });
    const { store, statuses, id, location } = await submit(session, { added: [newcomer] });
    expect(id).toMatch(/^\d+$/);
    expect(location).toBe(`${session.base}/v3/user/status/${id}`);
    expect(statuses).toEqual([202, 202]);
    expect(store).toMatchObject({ modified: [], deleted: [], deleteFailed: [], exception: '' });
    expect(store['added']).toMatchObject([
      { loginId: 'new.comer', lastAction: 'Created', processed: true, changePwdAtNextLogin: true },
    ]);
    const user = await session.user('new.comer');
    expect(user).toMatchObject({ createdBy: INTEGRATION_LOGIN, organization: { id: '27' } });
  });

  it('takes effect when it has finished, not before', async () => {
    const { get, send } = await open();
    await send('POST', 'user', { added: [newcomer] });
    expect((await get('user/new.comer')).status).toBe(400);
  });

  it('sets no password', async () => {
    const session = await open();
    const added = [
      { ...newcomer, password: 'Tidal-Lantern-88' },
      { ...newcomer, loginId: '', password: 'x-secret-x' },
    ];
    const { store } = await submit(session, { added });
    expect(session.simulator.passwordOf('new.comer')).toBeNull();
    expect(JSON.stringify(store)).not.toMatch(/Tidal-Lantern-88|x-secret-x/);
  });

  it('updates whoever exists by login, and replaces the roles only when they are given', async () => {
    const session = await open();
    const before = await session.user('p.lindqvist');
    expect(before['roles'].length).toBeGreaterThan(1);
    const added = [{ loginId: 'p.lindqvist', lastName: 'Berg', startDate: '2021-05-01T00:00:00Z' }];
    const { store } = await submit(session, { added });
    expect(store).toMatchObject({ added: [], modified: [{ lastAction: 'Updated' }] });
    const renamed = await session.user('p.lindqvist');
    expect(renamed).toMatchObject({
      lastName: 'Berg',
      firstName: 'Pernilla',
      roles: before['roles'],
    });
    await submit(session, {
      modified: [{ loginId: 'p.lindqvist', roles: [{ name: 'BIProductionAuthors' }] }],
    });
    const granted = (await session.user('p.lindqvist'))['roles'];
    expect(granted).toMatchObject([{ name: 'BIProductionAuthors' }]);
    await submit(session, { modified: [{ loginId: 'p.lindqvist', roles: [] }] });
    const bare = await session.user('p.lindqvist');
    expect(bare['roles']).toEqual([]);
    expect(bare['deprovisionedDate']).toBeTypeOf('string');
  });

  it('deletes by login and reports whom it could not delete', async () => {
    const session = await open({ failingLogins: ['w.stale'] });
    const { store } = await submit(session, { deleted: ['t.disabled', 'w.stale', 'nobody'] });
    expect(store['deleted']).toEqual(['t.disabled']);
    expect(store['deleteFailed']).toMatchObject([{ loginId: 'w.stale' }, { loginId: 'nobody' }]);
    expect((await session.get('user/t.disabled')).status).toBe(400);
    expect((await session.get('user/w.stale')).status).toBe(200);
  });

  it('does what it can and explains the rest in the records, the draft and the log', async () => {
    const session = await open();
    const { store, id } = await submit(session, {
      added: [
        { ...newcomer, roles: [{ name: 'NoSuchRole' }] },
        {
          ...newcomer,
          loginId: 'no.company',
          lastName: 'Co, "Ltd"',
          organization: { name: 'NONE' },
        },
        { ...newcomer, loginId: 'no.mail', emailAddress: null },
        { ...newcomer, loginId: 'good' },
      ],
    });
    const [partial, noCompany, noMail, good] = store['added'] as Wire[];
    expect(partial).toMatchObject({ loginId: 'new.comer', processed: true });
    expect(partial).not.toHaveProperty('roles');
    expect(partial?.['statusInfo']).toContain('NoSuchRole');
    expect(noCompany).toMatchObject({ processed: false, statusInfo: 'Company not found.' });
    expect(noMail).toMatchObject({ processed: false, statusInfo: 'E-mail address is missing.' });
    expect(good).toMatchObject({ processed: true, statusInfo: '' });
    const draft = await session.get(`user/status/${id}/draft`);
    expect(draft.headers.get('content-type')).toBe('application/octet-stream');
    expect(draft.text.split('\r\n')).toEqual([
      'Last Name,First Name,Email,Username,Company,User Type,Locked,Active',
      'Comer,New,new.comer@example.test,new.comer,KESTREL,Employee,NO,YES',
      '"Co, ""Ltd""",New,new.comer@example.test,no.company,NONE,Employee,NO,YES',
      'Comer,New,,no.mail,KESTREL,Employee,NO,YES',
      '',
    ]);
    const log = (await session.get(`user/status/${id}/log`)).text.trimEnd().split('\n');
    expect(log).toHaveLength(6);
    for (const line of log)
      expect(line).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 \[\w+\] - .+/);
  });

  it('fails as a whole in its exception', async () => {
    const session = await open({ jobException: 'IDENTITY_UNAVAILABLE' });
    const { store } = await submit(session, { added: [newcomer] });
    expect(store).toMatchObject({ added: [], exception: 'IDENTITY_UNAVAILABLE' });
    expect((await session.get('user/new.comer')).status).toBe(400);
  });

  it('refuses a second one while the first runs, for five seconds if nobody asks for it', async () => {
    let now = Date.UTC(2026, 5, 1);
    const { send, get } = await open({ busyStatus: 409, now: () => now });
    await send('POST', 'user', { added: [newcomer] });
    const second = { added: [{ ...newcomer, loginId: 'second' }] };
    expect((await send('POST', 'user', second)).status).toBe(409);
    now += 5000;
    expect((await send('POST', 'user', second)).status).toBe(202);
    expect((await get('user/new.comer')).status).toBe(200);
  });

  it('refuses an envelope without anything to do, and a job that never was', async () => {
    const { get, send } = await open();
    for (const body of [[newcomer], {}, { added: [] }, { added: [7] }, { deleted: [{}] }])
      expect((await send('POST', 'user', body)).status).toBe(400);
    for (const path of ['status/1', 'status/1/draft', 'status/1/log'])
      expect((await get(`user/${path}`)).status).toBe(400);
  });
});

describe('companies', () => {
  const body = {
    added: [
      { name: 'SALTMARSH', displayName: 'Saltmarsh Dredging' },
      { name: 'KESTREL', displayName: 'Kestrel' },
    ],
  };

  it('are added or updated by name at once', async () => {
    const { send, user } = await open();
    const { status, json } = await send('POST', 'user/companies/add-list', body);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      added: [{ name: 'SALTMARSH', parentId: '11' }],
      modified: [{ id: '27' }],
    });
    expect((await user('l.locked'))['organization'].displayName).toBe('Kestrel');
  });

  it('are added by a job in older releases', async () => {
    const { get, send } = await open({ companiesAnswer: 'job', jobPolls: 0 });
    const { status, text } = await send('POST', 'user/companies/add-list', body);
    expect(status).toBe(202);
    expect((await get(`user/status/${text}`)).json['added']).toMatchObject([{ name: 'SALTMARSH' }]);
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
