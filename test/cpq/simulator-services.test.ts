import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import type { CpqSimulator } from '../../src/backends/cpq/simulator.ts';
import { basic, call, createNewcomer, partyPath } from './simulator-requests.ts';

let site: CpqSimulator;
beforeAll(async () => {
  site = await startCpqSimulator();
});
afterAll(() => site.close());

const HOST = '/rest/v19/companies/_host';

describe('passwords of the simulated CPQ', () => {
  const reset = (login: string, body?: unknown, company = '_host') =>
    call(site, `POST /rest/v19/companies/${company}/users/${login}/actions/resetPassword`, {
      body,
    });

  it('are temporary and mailed for interactive users, whatever was sent', async () => {
    const before = site.passwordOf('sales.desk');
    const answer = await reset('sales.desk', { password: 'Chosen-1' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(site.hasTemporaryPassword('sales.desk')).toBe(true);
    expect([before, 'Chosen-1']).not.toContain(site.passwordOf('sales.desk'));
    expect(site.outbox.at(-1)).toEqual({
      to: ['desk@veloria.example', 'night.desk@veloria.example', 'desk@nordhaug.example'],
      kind: 'temporary-password',
      login: 'sales.desk',
    });
  });

  it.each([
    ['svc_support', '_host'],
    ['svc_dev', '_host'],
    ['guest', 'guest'],
  ])('are set as given for %s, and required', async (login, company) => {
    const mails = site.outbox.length;
    for (const body of [undefined, {}, { password: '' }])
      expect((await reset(login, body, company)).status).toBe(400);
    expect((await reset(login, { password: 'N3w-Secret!' }, company)).status).toBe(200);
    expect(site.passwordOf(login)).toBe('N3w-Secret!');
    expect(site.outbox).toHaveLength(mails);
  });

  it('are set and mailed by PATCH from version 18 on', async () => {
    const created = await createNewcomer(site);
    const login = String(created.at('login'));
    const path = partyPath(created).replace('v19', 'v18');
    const body = { password: 'Patched-Secret-1', emailPassword: true };
    const { status, text } = await call(site, `PATCH ${path}`, { body });
    expect([status, text.includes('Patched-Secret-1')]).toEqual([200, false]);
    expect(site.passwordOf(login)).toBe('Patched-Secret-1');
    expect(site.outbox.at(-1)).toMatchObject({ kind: 'password', login });
    const headers = { authorization: basic(login, 'Patched-Secret-1') };
    expect((await call(site, 'GET /rest/v19/users', { as: null, headers })).status).toBe(403);
  });

  it('are no property of a user of version 16', async () => {
    const before = site.passwordOf('klaus.weber');
    const body = { password: 'Patched-Secret-1' };
    const path = '/rest/v16/companies/_host/users/klaus.weber';
    expect((await call(site, `PATCH ${path}`, { body })).status).toBe(200);
    expect(site.passwordOf('klaus.weber')).toBe(before);
  });

  it('are changed by their owner, whomever the path names', async () => {
    const path = `PATCH ${HOST}/users/amara.osei/password`;
    const as = 'theo.lindqvist';
    const others = site.passwordOf('amara.osei');
    const body = { currentPassword: site.passwordOf(as), newPassword: 'Own-Secret-1' };
    expect((await call(site, path, { as, body: { newPassword: 'x' } })).status).toBe(400);
    expect((await call(site, path, { as, body })).status).toBe(204);
    expect(site.passwordOf(as)).toBe('Own-Secret-1');
    expect(site.passwordOf('amara.osei')).toBe(others);
  });

  it('are in no answer, link, mail or error', async () => {
    const secret = 'Canary-5ecret';
    const seen = [
      await createNewcomer(site, { password: secret, emailPassword: true }),
      await createNewcomer(site, { password: secret, type: { value: secret } }),
      await reset('svc_dev', `{"password":"${secret}"`),
      await call(site, 'GET /rest/v19/users'),
    ];
    const everything = seen.map(({ text }) => text).join() + JSON.stringify(site.outbox);
    expect(seen.map(({ status }) => status)).toEqual([201, 400, 400, 200]);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(site.passwordOf('amara.osei'));
  });
});

describe('the rest of the simulated CPQ', () => {
  it('rows 15 and 16: takes an import as a zip file in a form, and finds its task by id whatever its link is called', async () => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from('504b0506', 'hex')]), 'users.zip');
    const headers = { authorization: basic('user.gateway', site.passwordOf('user.gateway') ?? '') };
    const url = `${site.url}/rest/v19/users/actions/import`;
    const answer = (await (
      await fetch(url, { method: 'POST', headers, body: form })
    ).json()) as object;
    expect(answer).toMatchObject({ taskId: 21_424_999 });
    const task = await call(site, 'GET /rest/v19/tasks/21424999');
    expect(task.at('dateModified')).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d [AP]M$/);
  });

  it('row 14: takes an import below the users, and not where a release note prints it', async () => {
    const misprinted = await call(site, 'POST /rest/v18/actions/import', { body: {} });
    expect(misprinted.status).toBe(404);
    const right = await call(site, 'POST /rest/v18/users/actions/import', { body: {} });
    expect(right.status).not.toBe(404);
  });

  it('row 19: speaks SCIM under either spelling of its path, with either name of the verb', async () => {
    const body = {
      ...{ userName: 'scim.sam', name: { givenName: 'Sam', familyName: 'Im' } },
      emails: [{ value: 'sam@veloria.example' }],
      enterpriseUser: { organization: '_host' },
    };
    const created = await call(site, 'POST /rest/v19/scim/Users', { body });
    expect([created.status, created.at('active')]).toEqual([201, true]);
    const path = `/rest/v19/scim/users/${String(created.at('id'))}`;
    const operations = [
      { op: 'replace', path: 'title', value: 'Director' },
      { operation: 'REPLACE', path: 'emails[type eq "work"].value', value: 'new@veloria.example' },
    ];
    const patched = await call(site, `PATCH ${path}`, { body: { Operations: operations } });
    expect(patched.json).toMatchObject({
      title: 'Director',
      emails: [{ value: 'new@veloria.example' }],
    });
    const missing = await call(site, 'GET /rest/v19/scim/Users/nobody');
    expect(missing.json).toMatchObject({ status: '404', detail: 'The user does not exist.' });
  });

  it('shows sales companies to everyone who reaches them', async () => {
    const as = 'awa.diop';
    const { json } = await call(site, 'GET /rest/v19/salesCompanies/cartesienne/users', { as });
    expect(json).toMatchObject({ limit: 1000, offset: 0, hasMore: false });
    const other = await call(site, 'GET /rest/v19/salesCompanies/nordhaug/users', { as });
    expect(other.status).toBe(403);
  });

  it('describes the operations on users of each version', async () => {
    const catalog = await call(site, 'GET /rest/v6/metadata-catalog');
    const href = String(catalog.at('items.0.links.0.href')).slice(site.url.length);
    const { json } = await call(site, `GET ${href}`);
    expect(json['swagger']).toBe('2.0');
    expect(Object.keys(json['paths'] as object)).toEqual([
      '/companies/{company}/users',
      '/companies/{company}/users/{login}',
      '/companies/{company}/users/{login}/actions/resetPassword',
    ]);
    expect((await call(site, 'GET /rest/v3/metadata-catalog')).status).toBe(200);
    const schema = await call(site, 'GET /rest/v19/users', {
      headers: { accept: 'application/schema+json' },
    });
    expect(schema.at('properties.status.properties.value.type')).toBe('number');
  });

  it('records reads and writes by the name of their operation', async () => {
    site.calls.clear();
    await call(site, 'GET /rest/v19/users?limit=1');
    await call(site, `PATCH ${HOST}/users/minimal`, { body: {} });
    expect(site.calls.count('ListUsers')).toBe(1);
    expect(site.calls.writes.map((made) => made.operation)).toEqual(['UpdateCompanyUser']);
  });

  it('fails on demand in the shape of its own errors', async () => {
    site.faults.add({ kind: 'throttle', retryAfterSeconds: 2, times: 1 });
    const throttled = await call(site, 'GET /rest/v19/users');
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '2']);
    site.faults.add({ kind: 'status', status: 503, times: 1 });
    expect((await call(site, 'GET /rest/v19/users')).at('o:errorCode')).toBe('503');
  });

  it('refuses a switch that it does not have, or a value that a switch cannot take', async () => {
    await expect(startCpqSimulator({ switches: { nothing: true } })).rejects.toThrow('nothing');
    await expect(startCpqSimulator({ switches: { version: 4 } })).rejects.toThrow('version');
    await expect(startCpqSimulator({ switches: { fusion: 'yes' } })).rejects.toThrow('fusion');
  });
});
