import { afterEach, describe, expect, it } from 'vitest';
import { INTEGRATION_LOGIN } from '../../src/backends/cloud-administration/simulator.ts';
import { call, closeAll, open, resetOf } from './simulator-session.ts';
import type { Session, WireStore, WireUser } from './simulator-session.ts';

afterEach(closeAll);

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
    expect((await user('ana.rivera')).disabled).toBe(true);
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
    expect((await user('t.disabled')).disabled).toBe(false);
  });

  it('refuses what is no list of users, before it changes anybody', async () => {
    const { send, user } = await open();
    const good = { loginId: 't.disabled', disabled: false };
    for (const body of [{}, [], [good, {}], [good, { loginId: 'zoë.müller' }], '{'])
      expect((await send('PUT', 'user/change-status', body)).status).toBe(400);
    expect((await user('t.disabled')).disabled).toBe(true);
  });
});

describe('manual reset', () => {
  /** In the order of the directory. */
  const ALL_THREE = ['zoë.müller', 'w.stale', 'l.locked'];

  it('sets the password, dates the reset, forces no change, and writes only when asked', async () => {
    const { simulator, send, user } = await open();
    const before = await user('f.neverreset');
    expect(before.lastPasswordResetDate).toBeUndefined();
    const reset = resetOf(before, 'Tidal-Lantern-88');
    const answer = await send('PUT', 'user/manual-reset-pwd/false', [reset]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ loginId: 'f.neverreset', changePwdAtNextLogin: false });
    expect(answer.text).not.toContain('Tidal-Lantern-88');
    expect(simulator.passwordOf('f.neverreset')).toBe('Tidal-Lantern-88');
    expect((await user('f.neverreset')).lastPasswordResetDate?.millis).toBeGreaterThan(0);
    expect(simulator.outbox).toEqual([]);
    await send('PUT', 'user/manual-reset-pwd/true', [reset]);
    const to = [before.emailAddress];
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
    expect(after).toMatchObject({ firstName: 'Zoë', disabled: false, roles: before.roles });
  });

  it('refuses whatever lacks a required field, and changes nobody then', async () => {
    const { simulator, send, user } = await open();
    const zoe = await user('zoë.müller');
    const good = resetOf(zoe, 'Tidal-Lantern-88');
    const before = simulator.passwordOf('zoë.müller');
    const without = Object.keys(good).map((name) => ({ ...good, [name]: undefined }));
    const companies = ['id', 'name', 'displayName'].map((name) => ({
      ...good,
      organization: { ...zoe.organization, [name]: undefined },
    }));
    const others = [
      { ...good, password: ' ' },
      { ...good, password: ['Tidal', 'Lantern', '88'] },
      { ...good, disabled: 'false' },
      { ...good, roles: [{ id: '3' }] },
      { ...good, organization: { ...zoe.organization, pwdPolicy: { id: '1' } } },
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
    ['array', ALL_THREE.map((loginId) => ({ loginId }))],
    ['data-store', { modified: ALL_THREE.map((loginId) => ({ loginId })), added: [] }],
    ['map', Object.fromEntries(ALL_THREE.map((loginId) => [loginId, '']))],
  ] as const)(
    'can answer with everybody, in its own order: %s',
    async (responseShape, expected) => {
      const { send, user } = await open({ responseShape });
      const users = await Promise.all(ALL_THREE.toReversed().map((login) => user(login)));
      const body = users.map((entry) => resetOf(entry, 'Tidal-Lantern-88'));
      const answer = await send('PUT', 'user/manual-reset-pwd/false', body);
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject(expected);
      expect(answer.text).not.toContain('Tidal-Lantern-88');
    },
  );

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
    expect(job.json).toMatchObject({ modified: [{ loginId: 'zoë.müller', processed: true }] });
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
    const failed = (record.answer.json as WireUser[]).filter((user) => user.statusInfoOK === false);
    expect(failed.map(({ loginId }) => loginId)).toEqual(['l.locked']);
  });
});

describe('automatic reset', () => {
  it('makes up passwords for a list and tells everybody who got one', async () => {
    const { simulator, send, user } = await open({ failingLogins: ['w.stale'] });
    const before = simulator.passwordOf('zoë.müller');
    const logins = ['zoë.müller', 'w.stale', 'nobody'];
    const answer = await send('PUT', 'user/auto-reset-pwd', logins);
    expect(answer.json).toEqual({
      'zoë.müller': '',
      'w.stale': 'The identity system refused the change.',
      nobody: 'User not found.',
    });
    const after = simulator.passwordOf('zoë.müller') ?? '';
    expect(after).not.toBe(before);
    expect(answer.text).not.toContain(after);
    expect(simulator.outbox.map(({ login }) => login)).toEqual(['zoë.müller']);
    expect(JSON.stringify(simulator.outbox)).not.toContain(after);
    expect(await user('zoë.müller')).toMatchObject({ changePwdAtNextLogin: true });
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
  async function submit(session: Session, body: unknown) {
    const accepted = await session.send('POST', 'user', body);
    expect(accepted.status).toBe(202);
    const location = accepted.headers.get('location') ?? '';
    const authorization = `Bearer ${session.token}`;
    const statuses: number[] = [];
    let answer = await call(location, { authorization });
    for (; answer.status === 202; answer = await call(location, { authorization }))
      statuses.push(answer.status);
    return { store: answer.json as WireStore, statuses, id: accepted.text, location };
  }

  it('is accepted, is found running, and then answers with what it did', async () => {
    const session = await open({ jobPolls: 2 });
    const { store, statuses, id, location } = await submit(session, { added: [newcomer] });
    expect(id).toMatch(/^\d+$/);
    expect(location).toBe(`${session.base}/v3/user/status/${id}`);
    expect(statuses).toEqual([202, 202]);
    expect(store).toMatchObject({ modified: [], deleted: [], deleteFailed: [], exception: '' });
    expect(store.added).toMatchObject([
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
    expect(before.roles?.length).toBeGreaterThan(1);
    const added = [{ loginId: 'p.lindqvist', lastName: 'Berg', startDate: '2021-05-01T00:00:00Z' }];
    const { store } = await submit(session, { added });
    expect(store).toMatchObject({ added: [], modified: [{ lastAction: 'Updated' }] });
    const renamed = await session.user('p.lindqvist');
    expect(renamed).toMatchObject({
      lastName: 'Berg',
      firstName: 'Pernilla',
      roles: before.roles,
    });
    await submit(session, {
      modified: [{ loginId: 'p.lindqvist', roles: [{ name: 'BIProductionAuthors' }] }],
    });
    const granted = (await session.user('p.lindqvist')).roles;
    expect(granted).toMatchObject([{ name: 'BIProductionAuthors' }]);
    await submit(session, { modified: [{ loginId: 'p.lindqvist', roles: [] }] });
    const bare = await session.user('p.lindqvist');
    expect(bare.roles).toEqual([]);
    expect(bare).toHaveProperty('deprovisionedDate');
  });

  it('deletes by login and reports whom it could not delete', async () => {
    const session = await open({ failingLogins: ['w.stale'] });
    const { store } = await submit(session, { deleted: ['t.disabled', 'w.stale', 'nobody'] });
    expect(store.deleted).toEqual(['t.disabled']);
    expect(store.deleteFailed).toMatchObject([{ loginId: 'w.stale' }, { loginId: 'nobody' }]);
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
    const [partial, noCompany, noMail, good] = store.added;
    expect(partial).toMatchObject({ loginId: 'new.comer', processed: true });
    expect(partial).not.toHaveProperty('roles');
    expect(partial?.statusInfo).toContain('NoSuchRole');
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

  it('row 14: are added or updated by name at once', async () => {
    const { send, user } = await open();
    const { status, json } = await send('POST', 'user/companies/add-list', body);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      added: [{ name: 'SALTMARSH', parentId: '11' }],
      modified: [{ id: '27' }],
    });
    expect((await user('l.locked')).organization.displayName).toBe('Kestrel');
  });

  it('row 14: are added by a job in older releases', async () => {
    const { get, send } = await open({ companiesAnswer: 'job', jobPolls: 0 });
    const { status, text } = await send('POST', 'user/companies/add-list', body);
    expect(status).toBe(202);
    const { json } = await get(`user/status/${text}`);
    expect(json).toMatchObject({ added: [{ name: 'SALTMARSH' }] });
  });

  it('wait as a job for a user job that runs', async () => {
    const { get, send } = await open({ companiesAnswer: 'job', jobPolls: 0 });
    const users = await send('POST', 'user', { deleted: ['t.disabled'] });
    const companies = await send('POST', 'user/companies/add-list', body);
    expect((await get(`user/status/${companies.text}`)).status).toBe(202);
    expect((await get(`user/status/${users.text}`)).status).toBe(200);
    expect((await get(`user/status/${companies.text}`)).status).toBe(200);
  });
});
