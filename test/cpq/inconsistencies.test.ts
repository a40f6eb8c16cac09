import { describe, expect, it } from 'vitest';
import { allOrThrow } from '../../src/domain/answers.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import { detail, listAll, listOf, reading, simulated, siteThat, userOf } from './session.ts';

const AMARA = {
  login: 'amara.osei',
  firstName: 'Amara',
  lastName: 'Osei',
  partyNumber: 'BM_q7Lm2Xa9TfE',
  company: { name: 'Acme Host', loginName: '_host' },
  status: { value: 1, displayValue: 'Active' },
};

/** A site whose every user read answers with this row. */
function siteWith(row: object, version = 19) {
  return siteThat(() => row, { version });
}

const FLAT = { login: 'AOSEI7', firstName: 'Amara', type: 'FULL_ACCESS', status: 1 };

describe('where the documentation of CPQ contradicts itself', () => {
  it.each(['isAccessAdminPermEnabled', 'isAccessAdminPremEnabled'])(
    'row 1: the access administrator is read from %s',
    async (name) => {
      const { backend } = await siteWith({ ...AMARA, [name]: true });
      const user = await userOf(backend, AMARA.partyNumber);
      expect(await detail(user, 'isAccessAdminPermEnabled')).toBe(true);
    },
  );

  it('row 1: the right spelling counts where both came', async () => {
    const both = { isAccessAdminPremEnabled: true, isAccessAdminPermEnabled: false };
    const { backend } = await siteWith({ ...AMARA, ...both });
    expect(await detail(await userOf(backend, AMARA.partyNumber), 'isAccessAdminPermEnabled')).toBe(
      false,
    );
  });

  it.each(['datePreId', 'datePrefId', 'dateFormat'])(
    'row 2: the date format is read from %s',
    async (name) => {
      const { backend } = await siteWith({ ...FLAT, [name]: 4 }, 5);
      expect(await detail(await userOf(backend, '_host/AOSEI7'), 'dateFormat')).toEqual({
        value: '4',
        displayValue: null,
      });
    },
  );

  it('row 4: the super user of versions 5 to 7 is the user administrator of later ones', async () => {
    const { backend } = await siteWith({ ...FLAT, isSuperUserPermEnabled: true }, 7);
    expect(await detail(await userOf(backend, '_host/AOSEI7'), 'isUserAdminPermEnabled')).toBe(
      true,
    );
  });

  it('row 5: paths have single slashes and encoded names', async () => {
    const { backend, calls } = await siteWith(FLAT, 5);
    await backend.users.findByLogin('a/b c', 'acme co', reading());
    expect(calls).toEqual(['/rest/v5/companies/acme%20co/users/a%2Fb%20c']);
  });

  it('row 6: the company in a path is its login name, not its name', async () => {
    const { simulator, backend } = await simulated({ version: 17 });
    const [ingrid] = await listAll(backend.users, {
      companyRef: { backend: 'cpq', nativeId: 'nordhaug' },
    });
    expect(ingrid?.companyRef?.nativeId).toBe('nordhaug');
    expect(simulator.calls.all.map(({ path }) => path)).toEqual([
      '/rest/v17/companies/nordhaug/users',
    ]);
  });

  it('row 7: the host company is _host, whatever links and rows below _host say', async () => {
    const links = [{ rel: 'self', href: 'http://x/rest/v17/companies/acmehost/users/amara.osei' }];
    const row = { ...AMARA, company: { loginName: 'acmehost' }, links };
    const { backend } = await siteWith(row, 17);
    const user = await userOf(backend, '_host/amara.osei');
    expect(user?.ref.nativeId).toBe('_host/amara.osei');
    expect(user?.companyRef?.nativeId).toBe('_host');
  });

  it("row 7: CPQ_HOST_COMPANY_LOGIN names the host company's own login, which is read as _host", async () => {
    const company = { login: 'acmehost', name: 'Acme' };
    const { backend } = await siteThat(
      ({ pathname }) =>
        pathname.endsWith('/companies')
          ? { items: [company] }
          : { ...AMARA, company: { loginName: 'acmehost' } },
      { environment: { CPQ_HOST_COMPANY_LOGIN: 'acmehost' } },
    );
    const user = await userOf(backend, AMARA.partyNumber);
    expect(user?.companyRef?.nativeId).toBe('_host');
    const companies = await backend.companies?.getMany(['_host', 'acmehost'], reading());
    expect([...(companies?.keys() ?? [])]).toEqual(['_host']);
  });

  it('row 8: a user of three fields keeps the party number that was asked for', async () => {
    const { backend } = await siteWith({ login: 'amara.osei', firstName: 'Amara' });
    const user = await userOf(backend, AMARA.partyNumber);
    expect(user).toMatchObject({ ref: { nativeId: AMARA.partyNumber }, status: 'UNKNOWN' });
  });

  it('row 8: a list of three fields is read anew, 50 users by one call', async () => {
    const { backend, calls } = await siteThat((url) => {
      const asked = url.searchParams.get('q');
      const row = { login: 'amara.osei', firstName: 'Amara', lastName: 'Osei' };
      return { items: [asked === null ? row : AMARA], hasMore: false };
    });
    const [user] = await listAll(backend.users);
    expect(user).toMatchObject({ ref: { nativeId: AMARA.partyNumber }, status: 'ACTIVE' });
    expect(calls).toHaveLength(2);
  });

  it('row 8: users that stay at three fields are listed, and found again by their login', async () => {
    const row = { login: 'amara.osei', firstName: 'Amara', lastName: 'Osei' };
    const { backend } = await siteThat(() => ({ items: [row] }));
    const [user] = await listAll(backend.users);
    expect(user).toMatchObject({ login: 'amara.osei', status: 'UNKNOWN', companyRef: null });
    expect(await userOf(backend, user?.ref.nativeId ?? '')).toEqual(
      expect.objectContaining({ login: 'amara.osei' }),
    );
  });

  it('row 8: members of a group that come with three fields are read anew', async () => {
    for (const version of [17, 19]) {
      const { backend } = await simulated({ version, groupUsersAnswers: 'three-fields' });
      const page = await backend.roles?.listMembers(
        '_host/emeaSellers',
        { limit: 200, position: null },
        reading(),
      );
      const amara = page?.rows.find(({ value }) => value.login === 'amara.osei');
      expect(amara?.value).toMatchObject({ status: 'ACTIVE', type: 'FULL_ACCESS' });
    }
  });

  it.each([
    ['a bare value', 'Sales', { value: 'Sales', displayValue: null }],
    ['a lookup', { value: 0, displayValue: 'Sales' }, { value: '0', displayValue: 'Sales' }],
  ])("row 10: the type of a user's group is read from %s", async (_form, type, expected) => {
    const group = { variableName: 'emea', label: 'EMEA', type, segments: { items: [] } };
    const { backend } = await siteThat(({ pathname }) => {
      if (pathname.endsWith('/groups'))
        return { items: pathname.includes('/users/') ? [group] : [] };
      return AMARA;
    });
    const user = await userOf(backend, AMARA.partyNumber);
    const grants = allOrThrow(await backend.roles!.grantsOf(user ? [user] : [], reading()));
    const role = grants.get(AMARA.partyNumber)?.[0]?.role;
    expect(role).toMatchObject({ ref: { nativeId: '_host/emea' }, displayName: 'EMEA' });
    expect(role?.details?.['type']).toEqual(expected);
  });

  it.each([
    ['bare', 1, 'GBP', 'FULL_ACCESS'],
    ['in lookups', { value: 1 }, { value: 'GBP' }, { value: 'FULL_ACCESS', displayValue: 'Full' }],
    ['as text', '1', 'GBP', 'FULL_ACCESS'],
  ])('row 11: choices are read when they come %s', async (_form, status, currency, type) => {
    const { backend } = await siteWith({ ...AMARA, status, currency, type });
    expect(await userOf(backend, AMARA.partyNumber)).toMatchObject({
      status: 'ACTIVE',
      nativeStatus: '1',
      currencyCode: 'GBP',
      type: 'FULL_ACCESS',
    });
  });

  it('row 12: an 18-digit partyId keeps all digits', async () => {
    const text = JSON.stringify({ ...AMARA, jobTitle: 'says "partyId": 12' });
    const { backend } = await siteThat(() =>
      text.replace('{', '{"partyId":281556695830930001,"links":[],'),
    );
    const user = await userOf(backend, AMARA.partyNumber);
    expect(await detail(user, 'partyId')).toBe('281556695830930001');
    expect(user?.jobTitle).toBe('says "partyId": 12');
  });

  it.each([
    ['digits in text', '"935719302534024740"', '935719302534024740'],
    ['digits', '935719302534024741', '935719302534024741'],
    ['a prefixed text', '"BM_Zb69fNkzcp8"', 'BM_Zb69fNkzcp8'],
    ['a text with a slash and a percent sign', '"a/b%2F"', 'a%2Fb%252F'],
  ])('row 13: a party number of %s is opaque', async (_form, json, nativeId) => {
    const { backend, calls } = await siteThat(({ searchParams }) => {
      const row = `{"login":"amara.osei","partyNumber":${json},"company":{"loginName":"_host"}}`;
      return searchParams.has('limit') ? `{"items":[${row}]}` : row;
    });
    const [user] = await listAll(backend.users);
    expect(user?.ref.nativeId).toBe(nativeId);
    expect((await userOf(backend, nativeId))?.ref.nativeId).toBe(nativeId);
    const partyNumber = encodeURIComponent(String(JSON.parse(json.replace(/^\d+$/, '"$&"'))));
    expect(calls.at(-1)).toBe(`/rest/v19/users/${partyNumber}`);
  });

  it('row 20: a total is read in either spelling', async () => {
    for (const name of ['totalResults', 'totalResutls']) {
      const { backend } = await siteThat(() => ({ items: [AMARA], [name]: 37 }));
      expect(await backend.users.count?.(NO_FILTER, reading())).toBe(37);
    }
  });

  it('row 21: single sign-on is a word for a user and a yes or no for a company', async () => {
    const { backend } = await siteThat(({ pathname }) =>
      pathname.endsWith('/companies')
        ? { items: [{ login: '_host', enabledForSSO: false }] }
        : { ...AMARA, enabledForSso: { value: 'NOT_ENABLED' } },
    );
    expect((await userOf(backend, AMARA.partyNumber))?.sso).toEqual({
      enabled: false,
      externalId: null,
      provisionedBy: null,
      nativeMode: 'NOT_ENABLED',
    });
    const companies = allOrThrow(await backend.companies!.getMany(['_host'], reading()));
    expect(companies.get('_host')?.details?.['enabledForSSO']).toBe(false);
  });

  it('row 22: links with another scheme and host are never followed', async () => {
    const { backend, calls } = await siteThat((url) => {
      const offset = Number(url.searchParams.get('offset'));
      const row = { ...AMARA, partyNumber: `P${offset}`, login: `user${offset}` };
      const href = 'http://elsewhere.invalid/rest/v19/users?offset=700';
      return { items: [row], hasMore: offset < 2, links: [{ rel: 'next', href }] };
    });
    expect((await listAll(backend.users)).map(({ ref }) => ref.nativeId)).toEqual([
      'P0',
      'P1',
      'P2',
    ]);
    expect(calls).toHaveLength(3);
  });

  it("row 24: a company's telephone number is text, though it comes as a number", async () => {
    const { backend } = await siteThat(() => ({
      items: [{ login: 'acme', phoneNumber: 5550100 }],
    }));
    const companies = allOrThrow(await backend.companies!.getMany(['acme'], reading()));
    expect(companies.get('acme')?.details?.['phoneNumber']).toBe('5550100');
  });

  it('row 25: codes that no standard knows pass as they are', async () => {
    const row = { ...AMARA, currency: { value: 'CFAF' }, language: { value: 'xx_YY_ZZ' } };
    const { backend } = await siteWith(row);
    expect(await userOf(backend, AMARA.partyNumber)).toMatchObject({
      currencyCode: 'CFAF',
      languageCode: 'xx_YY_ZZ',
    });
  });

  it('row 26: status and type of a group are numbers with a text', async () => {
    const group = {
      label: 'EMEA Sellers',
      variableName: 'emeaSellers',
      company: { loginName: '_host', name: 'Acme Host' },
      status: { value: 1, displayValue: 'Active' },
      type: { value: 0, displayValue: 'Sales' },
      readOnly: false,
    };
    const { backend } = await siteThat(() => ({ items: [group] }));
    const roles = allOrThrow(await backend.roles!.getMany(['_host/emeaSellers'], reading()));
    expect(roles.get('_host/emeaSellers')?.details).toMatchObject({
      status: { value: '1', displayValue: 'Active' },
      type: { value: '0', displayValue: 'Sales' },
      readOnly: false,
    });
  });

  it('a page without hasMore is the last one, unless the total says that more follow', async () => {
    const page = (total: object) => (url: URL) => {
      const offset = Number(url.searchParams.get('offset'));
      const items = [0, 1].map((index) => ({
        ...AMARA,
        login: `u${offset + index}`,
        partyNumber: `P${offset + index}`,
      }));
      return { items: offset < 4 ? items : [], ...total };
    };
    const bare = await siteThat(page({}));
    expect(await listAll(bare.backend.users, { limit: 2 })).toHaveLength(2);
    const counted = await siteThat(page({ totalResults: 4 }));
    expect(await listAll(counted.backend.users, { limit: 2 })).toHaveLength(4);
  });

  it('a list that says it has more but gives an empty page ends', async () => {
    const { backend } = await siteThat(() => ({ items: [], hasMore: true }));
    const page = await listOf(backend.users)(
      { limit: 5, position: null, filter: NO_FILTER },
      reading(),
    );
    expect(page).toEqual({ rows: [], nextPosition: null });
  });
});
