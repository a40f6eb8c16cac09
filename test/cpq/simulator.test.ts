import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import type { CpqSimulator, CpqSimulatorSwitches } from '../../src/backends/cpq/simulator.ts';
import { basic, call, loginsOf, q, valueAt, withSite } from './simulator-requests.ts';
import type { Answer } from './simulator-requests.ts';

let site: CpqSimulator;
beforeAll(async () => {
  site = await startCpqSimulator();
});
afterAll(() => site.close());

/** A fresh token of one of the simulated clients, as the header wants it. */
async function bearer(issuer: CpqSimulator, clientId: string): Promise<string> {
  const issued = await call(issuer, 'POST /oauth2/v1/token', {
    as: null,
    body: 'grant_type=client_credentials&scope=api',
    headers: {
      authorization: basic(clientId, `simulated-client-secret-of-${clientId}`),
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  return `Bearer ${String(issued.at('access_token'))}`;
}

describe('the versions of the simulated CPQ', () => {
  it('answers 404 for a version, route or path that does not exist', async () => {
    const addresses = [
      'v4/users',
      'v20/users',
      'v9/users',
      'v019/users',
      'v19/nothing',
      'v19/users/',
    ];
    for (const address of addresses)
      expect((await call(site, `GET /rest/${address}`)).status, address).toBe(404);
  });

  it('has each operation from its documented version on', async () => {
    const user = 'companies/_host/users/amara.osei';
    const partyNumber = String((await call(site, `GET /rest/v19/${user}`)).at('partyNumber'));
    const served = async (method: string, path: string, body?: unknown): Promise<number[]> => {
      const versions = [5, 6, 7, 16, 17, 18, 19];
      const answers = await Promise.all(
        versions.map((version) => call(site, `${method} /rest/v${version}/${path}`, { body })),
      );
      return versions.filter((_, index) => ![404, 405].includes(answers[index]?.status ?? 404));
    };
    expect(await served('GET', user)).toEqual([5, 6, 7, 16, 17, 18, 19]);
    expect(await served('GET', 'companies/_host/users')).toEqual([16, 17, 18, 19]);
    expect(await served('POST', `${user}/actions/resetPassword`)).toEqual([6, 7, 16, 17, 18, 19]);
    expect(await served('GET', 'users')).toEqual([16, 17, 18, 19]);
    expect(await served('GET', `users/${partyNumber}`)).toEqual([18, 19]);
    expect(await served('PATCH', `users/${partyNumber}`, {})).toEqual([18, 19]);
    expect(await served('PUT', `users/${partyNumber}`, {})).toEqual([19]);
  });

  it('answers versions 8 to 15 as 16 when told to', async () => {
    await withSite({ versions8To15: 'as-16' }, async (bent) => {
      const { status, json } = await call(bent, 'GET /rest/v12/companies/_host/users/amara.osei');
      expect([status, json['type'], json['partyNumber']]).toEqual([
        200,
        { value: 'FULL_ACCESS', displayValue: 'FullAccess' },
        undefined,
      ]);
    });
  });

  it('shows a flat user with ids and codes in version 5, and lookups in 19', async () => {
    const path = 'companies/_host/users/amara.osei';
    const flat = (await call(site, `GET /rest/v5/${path}`)).json;
    expect(flat).toMatchObject({ type: 'FULL_ACCESS', status: 1, currencyCode: 'USD' });
    expect(flat).toMatchObject({ isSuperUserPermEnabled: true, languageCode: 'en_US' });
    expect(typeof flat['id']).toBe('number');
    expect(flat).not.toHaveProperty('isUserAdminPermEnabled');
    const { json } = await call(site, `GET /rest/v19/${path}`);
    expect(json['currency']).toEqual({ value: 'USD', displayValue: 'US Dollar' });
    expect(json).not.toHaveProperty('currencyCode');
  });

  it('stands under /cpq only when CPQ runs in Fusion, and then has integration users', async () => {
    expect((await call(site, 'GET /cpq/rest/v19/users')).status).toBe(404);
    expect((await call(site, 'GET /rest/v19/integrationUsers')).status).toBe(404);
    await withSite({ fusion: true }, async (bent) => {
      expect(bent.environment['CPQ_BASE_URL']).toBe(`${bent.url}/cpq/rest`);
      const created = await call(bent, 'POST /cpq/rest/v19/integrationUsers', {
        body: { groups: { items: [{ variableName: 'pricingDesk' }] } },
      });
      expect(created.at('login')).toMatch(/^_custom_user_[0-9a-f]{32}$/);
      expect(created.json).toMatchObject({
        isWebServicesOnly: true,
        type: { value: 'FULL_ACCESS' },
      });
      const list = await call(bent, 'GET /cpq/rest/v19/integrationUsers');
      expect(list.at('items.0.links.0.href')).toBe(
        `${bent.url}/cpq/rest/v19/users/${String(created.at('partyNumber'))}`,
      );
      expect((await call(bent, 'GET /cpq/rest/v18/users')).status).toBe(404);
    });
  });
});

describe('the credentials of the simulated CPQ', () => {
  it('answers 401 without a credential, with a wrong one and for an inactive user', async () => {
    const wrong = { authorization: basic('amara.osei', 'wrong') };
    const users = 'GET /rest/v19/users';
    expect((await call(site, users, { as: null })).status).toBe(401);
    expect((await call(site, users, { as: null, headers: wrong })).status).toBe(401);
    expect((await call(site, users, { as: 'retired.admin' })).status).toBe(401);
    expect(
      (await call(site, users, { as: null, headers: { authorization: 'Bearer nonsense' } })).status,
    ).toBe(401);
  });

  it('answers 403 to a user who administers nobody', async () => {
    for (const login of ['mary ann', 'svc_dev', 'awa.diop'])
      expect((await call(site, 'GET /rest/v19/users', { as: login })).status, login).toBe(403);
  });

  it('shows an administrator of a partner organisation that organisation alone', async () => {
    const as = 'lior.shalev';
    const { items } = await call(site, 'GET /rest/v19/users?limit=1000', { as });
    expect(new Set(items.map((user) => valueAt(user, 'company.loginName')))).toEqual(
      new Set(['shalevSystems']),
    );
    expect((await call(site, 'GET /rest/v19/companies/_host/users', { as })).status).toBe(403);
    const amara = await call(site, 'GET /rest/v19/companies/_host/users/amara.osei');
    const path = `users/${String(amara.at('partyNumber'))}`;
    expect((await call(site, `GET /rest/v19/${path}`, { as })).status).toBe(404);
  });

  it('gives a token to a client with a known scope, until it expires', async () => {
    await withSite({ credential: 'client-credentials' }, async (bent) => {
      const { CPQ_CLIENT_ID: id = '', CPQ_CLIENT_SECRET: secret = '' } = bent.environment;
      const token = (scope: string, authorization = basic(id, secret)) =>
        call(bent, 'POST /oauth2/v1/token', {
          as: null,
          body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
          headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        });
      expect((await token('api', basic(id, 'wrong'))).status).toBe(401);
      expect((await token('openid')).json).toEqual({ error: 'invalid_scope' });
      const issued = await token(bent.environment['CPQ_SCOPE'] ?? '');
      expect(issued.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      const headers = { authorization: `Bearer ${String(issued.at('access_token'))}` };
      const list = () => call(bent, 'GET /rest/v19/users?limit=1', { as: null, headers });
      expect((await list()).status).toBe(200);
      bent.expireTokens();
      expect((await list()).status).toBe(401);
    });
  });

  it('lets a token die at the end of its life', async () => {
    await withSite({ tokenLifetimeSeconds: 0 }, async (other) => {
      const headers = { authorization: await bearer(other, 'reporting-app') };
      expect((await call(other, 'GET /rest/v19/users', { as: null, headers })).status).toBe(401);
    });
  });

  it('gives a client that is tied to a user the rights of that user', async () => {
    const headers = { authorization: await bearer(site, 'reporting-app') };
    expect((await call(site, 'GET /rest/v19/users', { as: null, headers })).status).toBe(403);
  });
});

describe('a user of the simulated CPQ', () => {
  it('has a partyId of 18 digits as a bare number, and a partyNumber of BM_ and 11 more', async () => {
    const { text, at } = await call(site, q('users', "{login:'amara.osei'}"));
    const partyId = /"partyId":(\d{18})[,}]/.exec(text)?.[1] ?? '';
    expect(BigInt(partyId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(at('items.0.partyNumber')).toMatch(/^BM_[0-9A-Za-z]{11}$/);
    expect(loginsOf(await call(site, q('users', `{partyId:${partyId}}`)))).toEqual(['amara.osei']);
  });

  it('is the same in every run, among people of many kinds', async () => {
    const list = (): Promise<Answer> =>
      withSite({}, (other) => call(other, 'GET /rest/v19/users?onlyData=true'));
    const first = await list();
    expect((await list()).text === first.text).toBe(true);
    const seen = (path: string): readonly unknown[] =>
      first.items.map((user) => valueAt(user, path));
    expect(first.items).toHaveLength(160);
    expect(first.at('items.0.login')).toBe('guest');
    expect(seen('language.value')).toEqual(expect.arrayContaining(['iw_IL', 'no_NO_NY']));
    expect(seen('currency.value')).toEqual(expect.arrayContaining(['CFAF', 'DEM']));
    expect(seen('status.value')).toContain(0);
    expect(new Set(seen('type.value')).size).toBe(7);
  });

  it('leaves out strings without a value', async () => {
    const { json } = await call(site, 'GET /rest/v19/companies/_host/users/minimal');
    expect(json).not.toHaveProperty('lastName');
    expect(json).not.toHaveProperty('jobTitle');
  });

  it('is found in the host company by _host and by its login, and links to the latter over http', async () => {
    const byAlias = await call(site, 'GET /rest/v19/companies/_host/users/amara.osei');
    const byLogin = await call(site, 'GET /rest/v19/companies/veloria/users/amara.osei');
    expect(byAlias.json).toEqual(byLogin.json);
    expect(byAlias.at('links.0')).toEqual({
      rel: 'self',
      href: `${site.url}/rest/v19/companies/veloria/users/amara.osei`,
    });
    const party = await call(site, `GET /rest/v19/users/${String(byAlias.at('partyNumber'))}`);
    expect(party.at('company')).toEqual({ name: 'Veloria Pumps', loginName: '_host' });
  });

  it.each(['a+b@x.test', 'søren/brøgger'])('is found by the escaped login %s', async (login) => {
    const path = `companies/nordhaug/users/${encodeURIComponent(login)}`;
    expect((await call(site, `GET /rest/v19/${path}`)).at('login')).toBe(login);
    expect((await call(site, `GET /rest/v19/companies/_host/users/x`)).status).toBe(404);
  });

  it('comes with groups and access permissions when expanded, and child links otherwise', async () => {
    const path = 'GET /rest/v19/companies/_host/users/amara.osei';
    expect((await call(site, path)).at('links')).toMatchObject([
      { rel: 'self' },
      { rel: 'child' },
      { rel: 'child' },
    ]);
    const { at } = await call(site, `${path}?expand=groups,accessPermissions`);
    expect(at('groups.items')).toContainEqual({
      label: 'EMEA Sellers',
      variableName: 'emeaSellers',
      type: 'Sales',
    });
    expect(at('accessPermissions.items.0')).toEqual({
      name: 'Pumps',
      variableName: 'pumps',
      hasAccess: true,
      type: 'productFamily',
    });
    expect(at('links')).toMatchObject([{ rel: 'self' }]);
    expect((await call(site, `${path}?excludeLinks=child`)).at('links')).toHaveLength(1);
    expect((await call(site, `${path}?onlyData=true`)).json).not.toHaveProperty('links');
  });

  it('lists its groups with links into the company', async () => {
    const amara = await call(site, 'GET /rest/v19/companies/_host/users/amara.osei');
    const path = `users/${String(amara.at('partyNumber'))}/groups`;
    const { items, json } = await call(site, `GET /rest/v19/${path}`);
    const parent = `${site.url}/rest/v19/companies/veloria/users/amara.osei`;
    expect(items).toHaveLength(3);
    expect(json['links']).toEqual([
      { rel: 'self', href: `${parent}/groups` },
      { rel: 'parent', href: parent },
    ]);
  });

  it('takes the odd shapes that its switches name', async () => {
    const path = 'GET /rest/v19/companies/_host/users/amara.osei?expand=groups';
    const bent = (switches: Partial<CpqSimulatorSwitches>): Promise<Answer> =>
      withSite(switches, (other) => call(other, path));
    expect((await bent({ lookupAsScalar: true })).at('status')).toBe(1);
    expect((await bent({ misspeltAccessAdmin: true })).at('isAccessAdminPremEnabled')).toBe(false);
    expect((await bent({ unsetAsNull: true })).at('billCity')).toBeNull();
    expect((await bent({ httpLinks: false })).at('links.0.href')).toMatch(/^https:/);
    expect((await bent({ groupTypeAsLookup: true })).at('groups.items.0.type')).toEqual({
      value: 0,
      displayValue: 'Sales',
    });
  });
});
