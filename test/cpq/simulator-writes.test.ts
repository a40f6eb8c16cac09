import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import type { CpqSimulator } from '../../src/backends/cpq/simulator.ts';
import {
  call,
  createNewcomer,
  FULL_ACCESS,
  loginsOf,
  newcomer,
  partyPath,
  q,
  withSite,
} from './simulator-requests.ts';
import type { Answer } from './simulator-requests.ts';

let site: CpqSimulator;
beforeAll(async () => {
  site = await startCpqSimulator();
});
afterAll(() => site.close());

const HOST = '/rest/v19/companies/_host';
const createOne = (more?: object): Promise<Answer> => createNewcomer(site, more);

describe('creating a user in the simulated CPQ', () => {
  it('answers 201 with the user, its address, and the defaults of its company', async () => {
    const body = newcomer();
    const created = await call(site, 'POST /rest/v19/companies/nordhaug/users', { body });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(
      `${site.url}/rest/v19/companies/nordhaug/users/${body.login}`,
    );
    expect(created.json).toMatchObject({ login: body.login, isNotifyEmail: true });
    expect(created.json).toMatchObject({ currency: { value: 'NOK' }, status: { value: 1 } });
    expect((await call(site, `GET ${partyPath(created)}`)).at('company.loginName')).toBe(
      'nordhaug',
    );
  });

  it.each(['login', 'firstName', 'email', 'type'])('answers 400 without %s', async (name) => {
    const answer = await createOne({ [name]: undefined });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      title: 'Bad Request',
      status: 400,
      detail: `${name} is required`,
      'o:errorCode': '400',
      'o:errorPath': `/${name}`,
    });
  });

  it.each([
    ['an unknown currency', { currency: { value: 'XXX' } }],
    ['an unknown language', { language: { value: 'xx_XX' } }],
    ['a third status', { status: { value: 2 } }],
    ['an unknown type', { type: { value: 'KING' } }],
    ['an unknown time zone', { timeZone: { value: 999 } }],
    ['an unknown group', { groups: { items: [{ variableName: 'sellers' }] } }],
    ['a bare lookup', { type: 'FULL_ACCESS' }],
    ['a flag that is a text', { isNotifyFax: 'true' }],
    ['an address that is none', { email: 'nowhere' }],
    ['a login that is taken in another company', { login: 'lior.shalev' }],
  ])('answers 400 for %s', async (_name, more) => {
    expect((await createOne(more)).status).toBe(400);
  });

  it('takes odd codes as CPQ prints them', async () => {
    for (const language of ['iw_IL', 'no_NO_NY', 'fi_FL', 'fi_FI'])
      expect((await createOne({ language: { value: language } })).at('language.value')).toBe(
        language,
      );
    expect((await createOne({ currency: { value: 'CFAF' } })).at('currency.displayValue')).toBe(
      'Franc',
    );
  });

  it('takes codes before ids in version 5, and answers with both', async () => {
    const body = {
      ...newcomer(),
      type: 'FULL_ACCESS',
      currencyCode: 'GBP',
      currency: 1,
      status: 1,
    };
    const { status, json } = await call(site, 'POST /rest/v5/companies/_host/users', { body });
    expect(status).toBe(201);
    expect(json).toMatchObject({ currencyCode: 'GBP', companyId: 4_099_001, status: 1 });
    expect(json['currency']).not.toBe(1);
  });

  it('names the company of POST /users by company.loginName, or as a switch says', async () => {
    const body = newcomer();
    expect((await call(site, 'POST /rest/v19/users', { body })).status).toBe(400);
    const placed = { ...body, company: { loginName: 'nordhaug' } };
    const created = await call(site, 'POST /rest/v19/users', { body: placed });
    expect(created.at('company.loginName')).toBe('nordhaug');
    await withSite({ companySelector: 'ignored', duplicateLoginStatus: 409 }, async (other) => {
      const own = await call(other, 'POST /rest/v19/users', { body: placed });
      expect(own.at('company.loginName')).toBe('_host');
      expect((await call(other, 'POST /rest/v19/users', { body: placed })).status).toBe(409);
    });
  });

  it('holds companies to their licences and users to unique addresses when told to', async () => {
    await call(site, 'PATCH /rest/v19/companies/guest', { body: { maximumUsers: 2 } });
    const create = () => call(site, 'POST /rest/v19/companies/guest/users', { body: newcomer() });
    expect([(await create()).status, (await create()).status]).toEqual([201, 400]);
    await withSite({ uniqueEmails: true }, async (other) => {
      const body = newcomer({ email: 'x@y.example, AMARA.OSEI@veloria.example' });
      expect((await call(other, `POST ${HOST}/users`, { body })).at('o:errorPath')).toBe('/email');
    });
  });
});

describe('changing a user of the simulated CPQ', () => {
  it('leaves alone what a PATCH does not send', async () => {
    const created = await createOne({ jobTitle: 'Lead', isNotifyFax: true });
    const body = { currency: { value: 'EUR' }, status: { value: 0 }, jobTitle: null };
    const { status, json } = await call(site, `PATCH ${partyPath(created)}`, { body });
    expect(status).toBe(200);
    expect(json).toMatchObject({ currency: { value: 'EUR' }, isNotifyFax: true, firstName: 'New' });
    expect(json).not.toHaveProperty('jobTitle');
    expect(json['dateAdded']).toBe(created.at('dateAdded'));
  });

  it('answers a PATCH of version 5 with 204, and of 19 too where a switch says so', async () => {
    const body = { phone: '+44 20 7946 0011' };
    const path = 'companies/_host/users/minimal';
    const flat = await call(site, `PATCH /rest/v5/${path}`, { body });
    expect([flat.status, flat.text]).toEqual([204, '']);
    expect((await call(site, `GET /rest/v19/${path}`)).at('phone')).toBe(body.phone);
    await withSite({ patchAnswers: 'no-body' }, async (other) => {
      expect((await call(other, `PATCH /rest/v19/${path}`, { body })).status).toBe(204);
    });
  });

  it('resets what a PUT leaves out, the status included, but keeps password and groups', async () => {
    const groups = { items: [{ variableName: 'pricingDesk' }] };
    const more = { jobTitle: 'Lead', isProxyPermEnabled: true, currency: { value: 'EUR' }, groups };
    const created = await createOne({ ...more, status: { value: 0 }, password: 'Kept-Secret-1' });
    const { login, firstName, email } = created.json;
    const body = { login, firstName, email, type: FULL_ACCESS };
    const { status, json } = await call(site, `PUT ${partyPath(created)}`, { body });
    expect(status).toBe(200);
    expect(json).not.toHaveProperty('jobTitle');
    expect(json).toMatchObject({
      isProxyPermEnabled: false,
      currency: { value: 'USD' },
      status: { value: 1 },
    });
    expect(site.passwordOf(String(login))).toBe('Kept-Secret-1');
    expect((await call(site, `GET ${partyPath(created)}/groups`)).items).toHaveLength(1);
  });

  it('creates by PUT on the company path, and by party number in Fusion alone', async () => {
    const body = newcomer();
    const path = `${HOST}/users/${body.login}`;
    expect((await call(site, `PUT ${path}`, { body })).status).toBe(201);
    expect((await call(site, `PUT ${path}`, { body })).status).toBe(200);
    expect((await call(site, `PUT ${HOST}/users/other`, { body })).status).toBe(400);
    expect((await call(site, 'PUT /rest/v19/users/BM_new', { body })).status).toBe(404);
    await withSite({ fusion: true, putAnswers: 'three-fields' }, async (other) => {
      const created = await call(other, 'PUT /cpq/rest/v19/users/BM_new', { body });
      expect([created.status, created.at('partyNumber')]).toEqual([201, 'BM_new']);
      const replaced = await call(other, 'PUT /cpq/rest/v19/users/BM_new', { body });
      expect(replaced.json).toEqual({ firstName: 'New', login: body.login });
    });
  });

  it('moves the login by PATCH', async () => {
    const created = await createOne();
    const body = { login: 'moved about' };
    await call(site, `PATCH ${partyPath(created)}`, { body });
    expect((await call(site, `GET ${HOST}/users/${String(created.at('login'))}`)).status).toBe(404);
    expect((await call(site, `GET ${HOST}/users/moved%20about`)).status).toBe(200);
  });

  it('grants access administration only through an access administrator', async () => {
    const body = { isAccessAdminPremEnabled: true };
    const path = `PATCH ${HOST}/users/mary%20ann`;
    expect((await call(site, path, { body, as: 'amara.osei' })).status).toBe(403);
    expect((await call(site, path, { body })).at('isAccessAdminPermEnabled')).toBe(true);
  });

  it('replaces the memberships of a user', async () => {
    const created = await createOne({ groups: { items: [{ variableName: 'emeaSellers' }] } });
    const body = { items: [{ variableName: 'pricingDesk' }, { variableName: 'userAdmins' }] };
    const { status, items } = await call(site, `PUT ${partyPath(created)}/groups`, { body });
    expect([status, items.map((group) => group['type'])]).toEqual([
      200,
      ['Sales', 'Administrator'],
    ]);
    const members = await call(site, `GET ${HOST}/groups/pricingDesk/users`);
    expect(loginsOf(members)).toContain(created.at('login'));
    const unknown = { items: [{ variableName: 'nothing' }] };
    expect((await call(site, `PUT ${partyPath(created)}/groups`, { body: unknown })).status).toBe(
      400,
    );
  });

  it('inactivates every user whom the criteria of bulkUpdate find', async () => {
    const { login } = (await createOne()).json;
    const criteria = { q: `{login:'${String(login)}'}` };
    const path = 'POST /rest/v19/users/actions/bulkUpdate';
    const body = { userData: { status: { value: 0 } }, criteria };
    expect((await call(site, path, { body })).status).toBe(204);
    expect((await call(site, q('users', criteria.q))).at('items.0.status.value')).toBe(0);
    const wrong = { userData: { status: { value: 0 } }, criteria: { q: '{' } };
    expect((await call(site, path, { body: wrong })).status).toBe(400);
  });

  it('never deletes a user', async () => {
    const answer = await call(site, `DELETE ${HOST}/users/minimal`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT, PATCH']);
    const { json } = await call(site, `GET ${HOST}/users/minimal`);
    const scim = `/rest/v19/scim/users/${String(json['partyNumber'])}`;
    expect((await call(site, `DELETE ${scim}`)).status).toBe(204);
    expect((await call(site, `GET ${scim}`)).at('active')).toBe(false);
  });
});
