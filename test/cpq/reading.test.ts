import { describe, expect, it } from 'vitest';
import { allOrThrow } from '../../src/domain/answers.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import {
  detail,
  listAll,
  listOf,
  reading,
  simulated,
  siteThat,
  userOf,
  type Site,
} from './session.ts';

/** A user as the reference shows it, with invented values. */
const SAMPLE = `{
  "login": "amara.osei", "isNotifyFax": false, "firstName": "Amara", "lastName": "Osei",
  "jobTitle": "Pricing Lead", "email": "amara.osei@acme.test", "phone": "5550101", "fax": "5550102",
  "billFirstName": "Amara", "billCompany": "Acme", "billAddress1": "1 Quay St", "billCity": "Accra",
  "isNotifyEmail": true, "isUserAdminPermEnabled": false, "isWebServicesOnly": false,
  "partyId": 281556695830930001, "partyNumber": "BM_q7Lm2Xa9TfE",
  "dateModified": "2026-02-03T10:15:30.000Z", "dateAdded": "2025-09-26T12:17:59.000Z",
  "lastLogin": "2026-02-02T08:00:00.000Z",
  "links": [{ "rel": "self", "href": "https://site.example/rest/v19/users/BM_q7Lm2Xa9TfE" }],
  "type": { "value": "FULL_ACCESS", "displayValue": "FullAccess" },
  "language": { "value": "en_US", "displayValue": "English" },
  "currency": { "value": "USD", "displayValue": "US Dollar" },
  "status": { "value": 1, "displayValue": "Active" },
  "enabledForSso": { "value": "NOT_ENABLED", "displayValue": "Not Enabled" },
  "timeZone": { "value": 7, "displayValue": "(GMT) Accra" },
  "units": { "value": 1, "displayValue": "Metric" },
  "company": { "name": "Acme Host", "loginName": "_host" }, "somethingNew": { "x": [1] }
}`;

const FLAT_SAMPLE = {
  id: 4100731,
  companyId: 4099001,
  login: 'AOSEI7',
  firstName: 'Amara',
  lastName: 'Osei',
  email: 'amara.osei@acme.test',
  type: 'FULL_ACCESS',
  status: 1,
  enabledForSso: 'NOT_ENABLED',
  language: 19,
  languageCode: 'es_ES',
  currency: 22,
  currencyCode: 'GBP',
  isNotifyEmail: true,
  isSuperUserPermEnabled: false,
};

describe('the user of version 19', () => {
  it('is read as documented', async () => {
    const { backend } = await siteThat(() => SAMPLE);
    const user = await userOf(backend, 'BM_q7Lm2Xa9TfE');
    expect(user).toMatchObject({
      ref: { backend: 'cpq', nativeId: 'BM_q7Lm2Xa9TfE' },
      login: 'amara.osei',
      displayName: 'Amara Osei',
      emails: ['amara.osei@acme.test'],
      jobTitle: 'Pricing Lead',
      status: 'ACTIVE',
      nativeStatus: '1',
      locked: null,
      type: 'FULL_ACCESS',
      companyRef: { backend: 'cpq', nativeId: '_host' },
      roleGrants: null,
      currencyCode: 'USD',
      languageCode: 'en_US',
      timeZone: '(GMT) Accra',
      password: null,
      createdAt: '2025-09-26T12:17:59.000Z',
      updatedAt: '2026-02-03T10:15:30.000Z',
      lastLoginAt: '2026-02-02T08:00:00.000Z',
    });
    expect(await detail(user, 'companyName')).toBe('Acme Host');
    expect(await detail(user, 'units')).toEqual({ value: '1', displayValue: 'Metric' });
    expect(await detail(user, 'billing')).toMatchObject({ company: 'Acme', city: 'Accra' });
    expect(await detail(user, 'shipping')).toBeNull();
    expect(user?.details).not.toHaveProperty('somethingNew');
  });

  it.each([
    ['an address', 'a@x.test', ['a@x.test']],
    ['several', ' a@x.test, b@x.test,,', ['a@x.test', 'b@x.test']],
    ['none', '', []],
    ['null', null, []],
  ])('has the e-mail addresses of a property that holds %s', async (_what, email, expected) => {
    const { backend } = await siteThat(() => ({ login: 'a', partyNumber: 'P', email }));
    expect((await userOf(backend, 'P'))?.emails).toEqual(expected);
  });

  it.each([
    [1, 'ACTIVE'],
    [0, 'DISABLED'],
    [2, 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('has status %s read as %s', async (value, expected) => {
    const { backend } = await siteThat(() => ({ login: 'a', status: value && { value } }));
    const zero = await siteThat(() => ({ login: 'a', status: { value: 0 } }));
    const site = value === 0 ? zero : { backend };
    expect((await userOf(site.backend, 'P'))?.status).toBe(expected);
  });

  it('is called by its login where it has no name, and has no moment of a date that is none', async () => {
    const { backend } = await siteThat(() => ({ login: 'svc', dateAdded: '11/16/2026 3:44 AM' }));
    expect(await userOf(backend, 'P')).toMatchObject({ displayName: 'svc', createdAt: null });
  });
});

describe('the flat user of versions 5 to 7', () => {
  it.each([5, 6, 7])('is read in version %i', async (version) => {
    const { backend, calls } = await siteThat(() => FLAT_SAMPLE, { version });
    const user = await backend.users.findByLogin('AOSEI7', '_host', reading());
    expect(user).toMatchObject({
      ref: { nativeId: '_host/AOSEI7' },
      companyRef: { nativeId: '_host' },
      status: 'ACTIVE',
      type: 'FULL_ACCESS',
      currencyCode: 'GBP',
      languageCode: 'es_ES',
      sso: { enabled: false, nativeMode: 'NOT_ENABLED' },
      createdAt: null,
    });
    expect(await detail(user, 'id')).toBe('4100731');
    expect(await detail(user, 'groups')).toBeNull();
    expect(calls).toEqual([`/rest/v${version}/companies/_host/users/AOSEI7`]);
  });

  it("has no code where only the site's number of a currency came", async () => {
    const { backend } = await siteThat(() => ({ login: 'a', currency: 22, language: 19 }), {
      version: 5,
    });
    expect(await userOf(backend, '_host/a')).toMatchObject({
      currencyCode: null,
      languageCode: null,
    });
  });

  it('cannot be listed, nor can companies and groups', async () => {
    const { backend } = await siteThat(() => null, { version: 7 });
    expect(backend.users.list).toBeUndefined();
    expect(backend.companies).toBeUndefined();
    expect(backend.roles).toBeUndefined();
    expect(backend.referenceData).toBeDefined();
  });
});

describe.each([16, 17, 18, 19])('version %i', (version) => {
  it('lists every user once, with a full page each and the total', async () => {
    const { backend, users } = await simulated({ version });
    const all = await listAll(users, { limit: 37 });
    expect(new Set(all.map(({ ref }) => ref.nativeId)).size).toBe(160);
    expect(all).toHaveLength(160);
    expect(await backend.users.count?.(NO_FILTER, reading())).toBe(160);
  });

  it('goes on behind any row with any limit', async () => {
    const { users } = await simulated({ version });
    const all = (await listAll(users)).map(({ ref }) => ref.nativeId);
    const read = async (limit: number, position: string | null) =>
      listOf(users)({ limit, position, filter: NO_FILTER }, reading());
    const page = await read(70, null);
    for (const index of [0, 23, 69]) {
      const next = await read(4, page.rows[index]?.position ?? null);
      expect(next.rows.map(({ value }) => value.ref.nativeId)).toEqual(
        all.slice(index + 1, index + 1 + next.rows.length),
      );
    }
  });

  it('finds users by id and by login, whatever characters they hold', async () => {
    const { users, simulator } = await simulated({ version });
    const logins = ['søren/brøgger', 'a+b@x.test'];
    for (const login of logins) {
      const user = await users.findByLogin(login, 'nordhaug', reading());
      expect(user?.login).toBe(login);
      const id = user?.ref.nativeId ?? '';
      expect(allOrThrow(await users.getMany([id], reading())).get(id)?.login).toBe(login);
      expect(id).toBe(version >= 18 ? id : `nordhaug/${encodeURIComponent(login)}`);
    }
    expect(simulator.calls.all.every(({ path }) => !path.includes('//'))).toBe(true);
  });

  it('lists companies, groups, and the members of a group', async () => {
    const { backend } = await simulated({ version });
    const companies = await backend.companies?.list({ limit: 2, position: null }, reading());
    expect(companies?.rows.map(({ value }) => value.ref.nativeId)).toEqual([
      '_host',
      'cartesienne',
    ]);
    const rest = await backend.companies?.list(
      { limit: 9, position: companies?.nextPosition ?? null },
      reading(),
    );
    expect(rest?.rows.map(({ value }) => value.name)).toEqual([
      'Guest Company',
      'Nordhaug Industri AS',
      'Shalev Systems',
    ]);
    expect(rest?.nextPosition).toBeNull();
    const ids = ['_host/emeaSellers', 'nordhaug/sellers', 'nordhaug/nothing', 'nonsense'];
    const roles = await backend.roles?.getMany(ids, reading());
    expect([...(roles?.keys() ?? [])]).toEqual(['_host/emeaSellers', 'nordhaug/sellers']);
    expect(roles?.get('nordhaug/sellers')).toMatchObject({
      name: 'sellers',
      displayName: 'Sellers',
      kind: 'GROUP',
      companyRef: { nativeId: 'nordhaug' },
    });
    const members = await backend.roles?.listMembers(
      'nordhaug/sellers',
      { limit: 200, position: null },
      reading(),
    );
    expect(members?.rows.map(({ value }) => value.login)).toContain('a+b@x.test');
  });

  it('narrows a list and a count by status and company', async () => {
    const { users } = await simulated({ version });
    const all = await listAll(users);
    for (const companyRef of [null, { backend: 'cpq', nativeId: 'nordhaug' }]) {
      const expected = all.filter(
        (user) =>
          user.status === 'DISABLED' &&
          (companyRef === null || user.companyRef?.nativeId === companyRef.nativeId),
      );
      const filter = { ...NO_FILTER, statuses: ['DISABLED'], companyRef } as const;
      const found = await listAll(users, filter);
      expect(found.map(({ login }) => login)).toEqual(expected.map(({ login }) => login));
      expect(await users.count?.(filter, reading())).toBe(expected.length);
    }
  });

  it("reads the groups of a page's users in few calls, with the roles' descriptions", async () => {
    const { backend, users, simulator } = await simulated({ version });
    const everyone = await listAll(users);
    simulator.calls.clear();
    const grants = allOrThrow(await backend.roles!.grantsOf(everyone, reading()));
    expect(grants.size).toBe(160);
    const amara = everyone.find(({ login }) => login === 'amara.osei');
    const own = grants.get(amara?.ref.nativeId ?? '') ?? [];
    expect(own.map(({ role }) => role.ref.nativeId).sort()).toEqual([
      '_host/emeaSellers',
      '_host/pricingDesk',
      '_host/userAdmins',
    ]);
    expect(own.every(({ role, scope, via }) => role.description && !scope && !via)).toBe(true);
    expect(simulator.calls.count()).toBeLessThan(12);
  });

  it('tells groups and access permissions of a user when they are asked for', async () => {
    const { users } = await simulated({ version });
    const amara = await users.findByLogin('amara.osei', '_host', reading());
    const groups = await detail(amara, 'groups');
    expect(groups).toContainEqual(expect.objectContaining({ variableName: 'pricingDesk' }));
    const permissions = await detail(amara, 'accessPermissions');
    expect(permissions).toContainEqual(
      expect.objectContaining({ variableName: 'pumps', hasAccess: true }),
    );
  });

  it('tells no access permissions while the site uses Administrator Groups', async () => {
    const { users } = await simulated({ version, administratorGroups: true });
    const amara = await users.findByLogin('amara.osei', '_host', reading());
    expect(await detail(amara, 'accessPermissions')).toBeNull();
  });

  it('answers with nothing for what does not exist', async () => {
    const { backend, users } = await simulated({ version });
    const ids = ['BM_nobody', 'acme/nobody', '_host/nobody', 'a/b/c', '%', '..', '/', 'x/..', ''];
    expect(await users.getMany(ids, reading())).toEqual(new Map());
    expect(await users.findByLogin('nobody', '_host', reading())).toBeNull();
    const companyRef = { backend: 'cpq', nativeId: 'nowhere' };
    expect(await listAll(users, { companyRef })).toEqual([]);
    const page = { limit: 5, position: null };
    for (const id of ['_host/nobody', 'nonsense', 'a/b/c', '../..']) {
      await expect(backend.roles?.listMembers(id, page, reading())).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it.each(['x', '-1', '1.5', '01', '1e3', ' 1', '9'.repeat(16), '_host', '%:1', '_host:x'])(
    'refuses the forged position %j',
    async (position) => {
      const { users } = await siteThat(() => ({ items: [] }), { version }).then(
        ({ backend }: Site) => backend,
      );
      await expect(
        listOf(users)({ limit: 5, position, filter: NO_FILTER }, reading()),
      ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});

describe('from version 18', () => {
  it('finds a login without its company', async () => {
    const { users } = await simulated();
    const user = await users.findByLogin('ingrid.nordhaug', null, reading());
    expect(user?.companyRef?.nativeId).toBe('nordhaug');
    expect(await users.findByLogin('nobody', null, reading())).toBeNull();
  });

  it('resolves an id made from company and login, and gives the user its own id', async () => {
    const { backend } = await simulated();
    const user = await userOf(backend, 'nordhaug/ingrid.nordhaug');
    expect(user?.login).toBe('ingrid.nordhaug');
    expect(user?.ref.nativeId).toMatch(/^BM_/);
  });

  it('reads many users by one call for every 50', async () => {
    const { backend, users, simulator } = await simulated();
    const ids = (await listAll(users)).map(({ ref }) => ref.nativeId);
    simulator.calls.clear();
    const found = await backend.users.getMany([...ids, 'BM_nobody'], reading());
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    expect(simulator.calls.count()).toBe(4);
  });

  it.each([
    ['CPQ refuses $or', { orSupported: false }, {}],
    ['a query does not cover the party number', { queryableFields: ['login'] }, {}],
    ['CPQ_OR_QUERIES is false', {}, { CPQ_OR_QUERIES: 'false' }],
  ])('reads users one by one where %s', async (_why, switches, environment) => {
    const { backend, users, simulator } = await simulated(switches, { environment });
    const some = (await listAll(users)).slice(0, 12);
    const ids = some.map(({ ref }) => ref.nativeId);
    simulator.calls.clear();
    expect((await users.getMany(ids, reading())).size).toBe(12);
    expect(simulator.calls.all.filter(({ query }) => query === '')).toHaveLength(12);
    const grants = await backend.roles?.grantsOf(some, reading());
    expect(grants?.size).toBe(12);
  });

  it.each([
    ['does not obey the query', (rows: object[], limit: number) => rows.slice(0, limit)],
    ['cuts the answer short', (rows: object[]) => rows.slice(-1)],
  ])('finds who was asked for, and nobody else, where CPQ %s', async (_what, cut) => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ login: name, partyNumber: name }));
    const { backend } = await siteThat(({ pathname, searchParams }) => {
      const partyNumber = /users\/(.)$/.exec(pathname)?.[1];
      if (partyNumber !== undefined) return rows.find(({ login }) => login === partyNumber) ?? null;
      const offset = Number(searchParams.get('offset'));
      const page = cut(rows.slice(offset), Number(searchParams.get('limit')));
      return { items: page, hasMore: offset + page.length < rows.length };
    });
    const found = allOrThrow(await backend.users.getMany(['D', 'E', 'X'], reading()));
    expect([...found.values()].map(({ login }) => login).sort()).toEqual(['D', 'E']);
    expect((await backend.users.findByLogin('E', null, reading()))?.login).toBe('E');
  });

  it('reads one by one when a page of strangers does not even say that more follow', async () => {
    const { backend } = await siteThat(({ pathname }) =>
      pathname.endsWith('/users')
        ? { items: [{ login: 'A', partyNumber: 'A' }] }
        : { login: 'D', partyNumber: pathname.slice(-1) },
    );
    const found = await backend.users.getMany(['D', 'E'], reading());
    expect([...found.keys()].sort()).toEqual(['D', 'E']);
  });

  it('does not go on without the query where the pages before were read with it', async () => {
    const { backend } = await siteThat(({ searchParams }) =>
      searchParams.has('q') ? { status: 400, body: '{}' } : { items: [] },
    );
    const filter = { ...NO_FILTER, statuses: ['DISABLED'] } as const;
    await expect(
      listOf(backend.users)({ limit: 5, position: '5', filter }, reading()),
    ).rejects.toMatchObject({ code: 'BACKEND_REJECTED' });
  });

  it('reads on without a query that CPQ refuses, and keeps doing so on the next pages', async () => {
    const { users, simulator } = await simulated({ queryableFields: ['login'] });
    const page = await listOf(users)(
      { limit: 60, position: null, filter: { ...NO_FILTER, statuses: ['DISABLED'] } },
      reading(),
    );
    expect(page.rows).toHaveLength(60);
    expect(page.nextPosition).toBe('60*');
    simulator.calls.clear();
    expect(await listAll(users, { statuses: ['DISABLED'] })).toHaveLength(160);
    expect(simulator.calls.all.filter(({ query }) => query.includes('&q='))).toHaveLength(1);
    const filter = { ...NO_FILTER, statuses: ['DISABLED'] } as const;
    expect(await users.count?.(filter, reading())).toBeNull();
  });

  it('sends conditions on text only where $like is said to ignore case', async () => {
    const login = { startsWith: 'AMARA' };
    const careful = await simulated();
    await listAll(careful.users, { login });
    expect(careful.simulator.calls.all.some(({ query }) => query.includes('like'))).toBe(false);
    const environment = { CPQ_LIKE_IGNORES_CASE: 'true' };
    const told = await simulated({}, { environment });
    const found = await listAll(told.users, { login, email: { contains: 'Veloria' } });
    expect(found.map((user) => user.login)).toContain('amara.osei');
    expect(found.length).toBeLessThan(160);
    expect(told.simulator.calls.count()).toBe(1);
  });

  it.each([
    ['shows', true],
    ['does not show', false],
  ])('knows the guest company that CPQ does not list where it %s its users', async (_how, has) => {
    const { backend, users, simulator } = await simulated({ listGuestCompany: false });
    if (!has) simulator.faults.add({ kind: 'status', status: 404, operation: 'ListCompanyUsers' });
    const guest = await users.findByLogin('guest', null, reading());
    for (let round = 0; round < 2; round += 1) {
      const found = allOrThrow(await backend.companies!.getMany(['_host', 'guest'], reading()));
      expect([...found.keys()]).toEqual(has ? ['_host', 'guest'] : ['_host']);
      expect(found.get('guest')?.ref).toEqual(has ? guest?.companyRef : undefined);
    }
    expect(simulator.calls.count('ListCompanyUsers')).toBe(1);
    const page = await backend.companies?.list({ limit: 9, position: null }, reading());
    expect(page?.rows.map(({ position }) => position)).not.toContain('guest');
  });

  it('always asks for an order and a total, and for 1000 rows at most', async () => {
    const { backend, calls } = await siteThat(() => ({ items: [] }));
    await listOf(backend.users)({ limit: 5000, position: '40', filter: NO_FILTER }, reading());
    expect(calls).toEqual(['/rest/v19/users?limit=1000&offset=40&totalResults=true&orderby=login']);
  });

  it('gives no more rows than were asked for', async () => {
    const items = ['a', 'b', 'c'].map((login) => ({ login, partyNumber: login }));
    const { backend } = await siteThat(() => ({ items, hasMore: false }));
    const page = await listOf(backend.users)(
      { limit: 2, position: null, filter: NO_FILTER },
      reading(),
    );
    expect(page.rows).toHaveLength(2);
    expect(page.nextPosition).toBe('2');
  });

  it.each([
    ['says nothing of pages', {}],
    ['repeats what was asked for', { offset: 0, limit: 2, count: 5, hasMore: false }],
    ['says that more follow', { hasMore: true }],
    ['counts them', { totalResults: 5 }],
  ])('reads everybody once from a list that is always whole and %s', async (_how, envelope) => {
    const logins = ['a', 'b', 'c', 'd', 'e'];
    const items = logins.map((login) => ({ login, partyNumber: login }));
    const { backend } = await siteThat(() => ({ items, ...envelope }));
    expect((await listAll(backend.users, { limit: 2 })).map(({ login }) => login)).toEqual(logins);
  });

  it('reads everybody once from a list that knows where to begin and not where to end', async () => {
    const logins = ['a', 'b', 'c', 'd', 'e'];
    const { backend } = await siteThat(({ searchParams }) => ({
      items: logins
        .slice(Number(searchParams.get('offset')))
        .map((login) => ({ login, partyNumber: login })),
      totalResults: 5,
    }));
    expect((await listAll(backend.users, { limit: 2 })).map(({ login }) => login)).toEqual(logins);
  });

  it.each([
    [
      'says that a group without a list of its users does not show them',
      ['sellers'],
      'BACKEND_REJECTED',
    ],
    ['finds no group of that name', [], 'NOT_FOUND'],
  ] as const)('%s', async (_what, names, code) => {
    const { backend } = await siteThat(({ pathname }) =>
      pathname.endsWith('/groups')
        ? { items: names.map((variableName) => ({ variableName, company: { loginName: 'acme' } })) }
        : null,
    );
    const request = { limit: 5, position: null };
    await expect(
      backend.roles?.listMembers('acme/sellers', request, reading()),
    ).rejects.toMatchObject({ code });
  });

  it.each([
    ['a lock', { locked: true }],
    ['a status that CPQ does not have', { statuses: ['EXPIRED'] }],
    ["another backend's company", { companyRef: { backend: 'other', nativeId: '_host' } }],
  ] as const)('knows without a call that nobody meets a filter on %s', async (_what, condition) => {
    const { backend, calls } = await siteThat(() => null);
    expect(await listAll(backend.users, condition)).toEqual([]);
    expect(await backend.users.count?.({ ...NO_FILTER, ...condition }, reading())).toBe(0);
    expect(calls).toEqual([]);
  });

  it('keeps users for their time, and companies and groups for longer', async () => {
    const { backend, users, simulator } = await simulated({}, { usersTtlSeconds: 60 });
    const [user] = await listAll(users);
    if (user === undefined) throw new Error('no user');
    simulator.calls.clear();
    for (let round = 0; round < 3; round += 1) {
      await users.getMany([user.ref.nativeId], reading());
      await backend.roles?.grantsOf([user], reading());
      await backend.companies?.getMany(['_host'], reading());
      await backend.roles?.list({ limit: 3, position: null }, reading());
    }
    expect(simulator.calls.all.map(({ operation }) => operation).sort()).toHaveLength(4);
    await users.getMany([user.ref.nativeId], reading(true));
    expect(simulator.calls.count()).toBe(5);
  });

  it('shares one call among equal lists under way', async () => {
    const { users, simulator } = await simulated();
    await Promise.all([1, 2, 3].map(() => listAll(users, { limit: 200 })));
    expect(simulator.calls.count()).toBe(1);
  });
});

describe('below version 18', () => {
  it('asks for the company of a login', async () => {
    const { users } = await simulated({ version: 17 });
    await expect(users.findByLogin('amara.osei', null, reading())).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('has no user under a party number', async () => {
    const { users, simulator } = await simulated({ version: 17 });
    expect(await users.getMany(['BM_q7Lm2Xa9TfE', '/amara.osei'], reading())).toEqual(new Map());
    expect(simulator.calls.count()).toBe(0);
  });

  it('reads single users, 10 at a time', async () => {
    const { backend, calls } = await siteThat(
      ({ pathname }) => ({ login: decodeURIComponent(pathname.split('/').at(-1) ?? '') }),
      { version: 6 },
    );
    const ids = Array.from({ length: 25 }, (_, index) => `acme/user${index}`);
    const found = await backend.users.getMany(ids, reading());
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    expect(calls).toHaveLength(25);
  });

  it.each([16, 17])('reads many users of a company by one call in version %i', async (version) => {
    const { users, simulator } = await simulated({ version });
    const ids = (await listAll(users)).map(({ ref }) => ref.nativeId);
    const companies = new Set(ids.map((id) => id.split('/')[0]));
    simulator.calls.clear();
    const found = await users.getMany([...ids, '_host/nobody', 'nocompany/nobody'], reading());
    expect([...found.keys()].sort()).toEqual([...ids].sort());
    const alone = simulator.calls.all.filter(({ operation }) => operation === 'GetCompanyUser');
    expect(alone.map(({ path }) => path.split('/').at(-1))).toContain('nobody');
    expect(simulator.calls.count()).toBeLessThanOrEqual(companies.size + 5);
  });

  it('reads by themselves the users whom a query leaves out or shows by name alone', async () => {
    const { backend, calls } = await siteThat(
      ({ pathname, searchParams }) =>
        searchParams.has('q')
          ? { items: [{ login: 'a', status: { value: 1 } }, { login: 'b' }] }
          : { login: pathname.slice(-1), status: { value: 0 } },
      { version: 17 },
    );
    const found = allOrThrow(
      await backend.users.getMany(['acme/a', 'acme/b', 'acme/c'], reading()),
    );
    const statuses = [...found.values()].map(({ login, status }) => [login, status]);
    expect(statuses.sort()).toEqual([
      ['a', 'ACTIVE'],
      ['b', 'DISABLED'],
      ['c', 'DISABLED'],
    ]);
    expect(calls).toHaveLength(3);
  });

  it('sees none of many users in a company that it may not see, by one call', async () => {
    const { backend, calls } = await siteThat(() => ({ status: 403, body: '{}' }), { version: 17 });
    expect(await backend.users.getMany(['acme/a', 'acme/b'], reading())).toEqual(new Map());
    expect(calls).toHaveLength(1);
  });

  it('passes over a company that it may not see', async () => {
    const { backend } = await walkedSite((company) => company !== 'beta');
    expect((await listAll(backend.users)).map(({ login }) => login)).toEqual(['alpha1', 'gamma1']);
    expect(await userOf(backend, 'beta/beta1')).toBeUndefined();
  });

  it('says that its credential is no good when it may see no company at all', async () => {
    const { backend } = await walkedSite(() => false);
    await expect(listAll(backend.users)).rejects.toMatchObject({
      code: 'BACKEND_CREDENTIAL_REJECTED',
      safeCause: { status: 403 },
    });
  });

  it('reads at most 10 companies for one page', async () => {
    const companies = Array.from({ length: 25 }, (_, index) => `c${index + 10}`);
    const { backend, calls } = await walkedSite(() => true, companies);
    const page = await listOf(backend.users)(
      { limit: 100, position: null, filter: NO_FILTER },
      reading(),
    );
    expect(page.rows).toHaveLength(10);
    expect(calls).toHaveLength(11);
    expect(await listAll(backend.users)).toHaveLength(25);
  });
});

/** A site of version 17 with one user in each company, of which some may be seen. */
function walkedSite(
  maySee: (company: string) => boolean,
  companies: readonly string[] = ['alpha', 'beta', 'gamma'],
): Promise<Site> {
  return siteThat(
    (url) => {
      const company = /companies\/([^/]+)/.exec(url.pathname)?.[1];
      if (company === undefined) return { items: companies.map((login) => ({ login })) };
      if (!companies.includes(company)) return null;
      if (!maySee(company)) return { status: 403, body: '' };
      const user = { login: `${company}1`, status: { value: 1 } };
      return { items: url.searchParams.get('offset') === '0' ? [user] : [] };
    },
    { version: 17 },
  );
}
