import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/domain/errors.ts';
import type { Language, RoleGrant } from '../../src/domain/model.ts';
import { createLoaders } from '../../src/graphql/loaders.ts';
import { findUserByLogin } from '../../src/services/reading/find-user.ts';
import { countCompanies, listCompanies } from '../../src/services/listing/list-companies.ts';
import { countRoles, listRoles } from '../../src/services/listing/list-roles.ts';
import {
  findCurrency,
  findLanguage,
  listCurrencies,
  listLanguages,
} from '../../src/services/reading/reference-data.ts';
import {
  createMemoryBackend,
  memoryCompany,
  memoryContext,
  memoryRole,
  memoryUser,
  memoryUsers,
} from '../support/memory-backend.ts';

const DOWN = new GatewayError('BACKEND_UNAVAILABLE', 'It does not answer.');
const EUR = { code: 'EUR', isoCode: 'EUR', name: 'Euro', deprecated: false };
const CFAF = { code: 'CFAF', isoCode: 'XAF', name: 'CFA franc', deprecated: false };
const ITL = { code: 'ITL', isoCode: 'ITL', name: 'Lira', deprecated: true };
const HEBREW = { code: 'iw_IL', tag: 'he-IL', name: 'Hebrew' };
const GERMAN = { code: 'de_DE', tag: 'de-DE', name: 'German' };

describe('loaders', () => {
  it('read each type of one level with one call per backend', async () => {
    const backends = [richBackend('first'), richBackend('second')];
    const loaders = createLoaders(backends, memoryContext());
    const users = await Promise.all(
      backends.flatMap(({ everyUser }) =>
        everyUser.map(({ ref }) => loaders.user.load({ ...ref })),
      ),
    );
    expect(users).toEqual(backends.flatMap(({ everyUser }) => everyUser));
    await Promise.all(
      users.flatMap((user) => [
        loaders.company.load(user!.companyRef!),
        loaders.grants.load(user!),
        loaders.currency.load({ backend: user!.ref.backend, code: 'CFAF' }),
        loaders.language.load({ backend: user!.ref.backend, code: 'iw_IL' }),
      ]),
    );
    for (const { calls } of backends) {
      expect([...calls].sort()).toEqual([
        'companies.getMany',
        'currencies',
        'languages',
        'roles.grantsOf',
        'users.getMany',
      ]);
    }
  });

  it("read a backend's reference data once per request, whatever level asks", async () => {
    const backend = richBackend('only');
    const { currency, language, batch } = createLoaders([backend], memoryContext());
    expect(await currency.load({ backend: 'only', code: 'EUR' })).toBe(EUR);
    expect(await currency.load({ backend: 'only', code: 'CFAF' })).toBe(CFAF);
    expect(await language.load({ backend: 'only', code: 'iw_IL' })).toBe(HEBREW);
    expect(await batch.languages([{ backend: 'only', code: 'de_DE' }])).toEqual([GERMAN]);
    expect(backend.calls).toEqual(['currencies', 'languages']);
  });

  it('answer by id: null for what is absent, in whatever order the backend answers', async () => {
    const { user, company, role } = createLoaders([richBackend('only')], memoryContext());
    const ids = ['only-002', 'absent', 'only-000', 'only-001'];
    const users = await user.loadMany(ids.map((nativeId) => ({ backend: 'only', nativeId })));
    expect(users.map((found) => found && 'login' in found && found.login)).toEqual([
      'only-002',
      null,
      'only-000',
      'only-001',
    ]);
    const absent = { backend: 'only', nativeId: 'absent' };
    expect(await company.load(absent)).toBeNull();
    expect(await role.load(absent)).toBeNull();
  });

  it('answer null for the id of a backend that is no longer configured', async () => {
    const { user, grants } = createLoaders([richBackend('only')], memoryContext());
    expect(await user.load({ backend: 'gone', nativeId: 'a' })).toBeNull();
    expect(await grants.load(memoryUser('gone', 'a'))).toBeNull();
  });

  it('fail only the keys of a backend that fails', async () => {
    const backends = [richBackend('first'), richBackend('second')];
    backends[0]!.fail(DOWN);
    const { user, company, grants, currency } = createLoaders(backends, memoryContext());
    const users = await user.loadMany([
      { backend: 'first', nativeId: 'first-000' },
      { backend: 'second', nativeId: 'second-000' },
    ]);
    expect(users).toMatchObject([DOWN, { login: 'second-000' }]);
    const own = memoryUser('first', 'b', { roleGrants: [] });
    expect(
      await grants.loadMany([memoryUser('first', 'a'), own, memoryUser('second', 'a')]),
    ).toEqual([DOWN, [], []]);
    await expect(company.load({ backend: 'first', nativeId: 'acme' })).rejects.toBe(DOWN);
    await expect(currency.load({ backend: 'first', code: 'EUR' })).rejects.toBe(DOWN);
    expect(await currency.load({ backend: 'second', code: 'EUR' })).toBe(EUR);
  });

  it('hide what is outside the scope as if it were absent', async () => {
    const backend = richBackend('only');
    const scope = new Set(['only/acme']);
    const other = richBackend('other');
    const loaders = createLoaders([backend, other], memoryContext({ scope }));
    const of = (nativeId: string) => ({ backend: 'only', nativeId });
    expect(await loaders.user.load(of('only-000'))).not.toBeNull();
    expect(await loaders.user.load(of('only-001'))).toBeNull();
    expect(await loaders.company.load(of('acme'))).not.toBeNull();
    expect(await loaders.company.load(of('globex'))).toBeNull();
    expect(await loaders.role.load(of('common'))).not.toBeNull();
    expect(await loaders.role.load(of('secret'))).toBeNull();
    expect(await loaders.role.load({ backend: 'other', nativeId: 'common' })).toBeNull();
    expect(other.calls).toEqual([]);
  });

  it('leave out grants of roles outside the scope, asked for or brought by the row', async () => {
    const backend = richBackend('only');
    const { grants } = createLoaders([backend], memoryContext({ scope: new Set(['only/acme']) }));
    const [asked] = backend.everyUser;
    const brought = memoryUser('only', 'x', {
      roleGrants: [grantOf('common'), grantOf('secret', 'globex')],
    });
    expect(await grants.load(asked!)).toMatchObject([{ role: { name: 'common' } }]);
    expect(await grants.load(brought)).toMatchObject([{ role: { name: 'common' } }]);
  });

  it('do not name a group outside the scope through which a role is held', async () => {
    const context = memoryContext({ scope: new Set(['only/acme']) });
    const { grants } = createLoaders([richBackend('only')], context);
    const secret = memoryRole('only', 'secret', 'globex');
    const user = memoryUser('only', 'x', { roleGrants: [{ ...grantOf('common'), via: secret }] });
    expect(await grants.load(user)).toEqual([grantOf('common')]);
  });

  it('ask for no grants that came with the row, and have none where there are no roles', async () => {
    const backend = createMemoryBackend('only', { without: ['roles'] });
    const { grants } = createLoaders([backend], memoryContext());
    const user = memoryUser('only', 'a', { roleGrants: [grantOf('common')] });
    expect(await grants.load(user)).toEqual(user.roleGrants);
    expect(await grants.load(memoryUser('only', 'b'))).toBeNull();
  });

  it.each<[code: string, tag: string]>([
    ['iw_IL', 'he-IL'],
    ['pt_BR', 'pt-BR'],
    ['EN_us', 'en-US'],
    ['not a language', 'und'],
    ['', 'und'],
  ])('show a language %j that no reference data holds as %s', async (code, tag) => {
    const backend = createMemoryBackend('only', {});
    const { language, currency } = createLoaders([backend], memoryContext());
    expect(await language.load({ backend: 'only', code })).toEqual({ code, tag, name: null });
    expect(await currency.load({ backend: 'only', code })).toEqual({
      code,
      isoCode: null,
      name: null,
      deprecated: false,
    });
  });
});

describe('reference data', () => {
  const german: Language = { ...GERMAN, name: 'Deutsch' };
  const backends = () => [
    createMemoryBackend('first', { currencies: [ITL, CFAF], languages: [HEBREW, GERMAN] }),
    createMemoryBackend('second', {
      currencies: [EUR, { ...CFAF, name: 'Other' }],
      languages: [german],
    }),
    createMemoryBackend('none', { without: ['referenceData'] }),
  ];

  it('is merged by code, the first backend first, and sorted by code', async () => {
    const context = memoryContext();
    expect(await listCurrencies(backends(), false, context)).toEqual([CFAF, EUR]);
    expect(await listCurrencies(backends(), true, context)).toEqual([CFAF, EUR, ITL]);
    expect(await listLanguages(backends(), context)).toEqual([GERMAN, HEBREW]);
  });

  it('is found in either spelling, ignoring case', async () => {
    const context = memoryContext();
    for (const code of ['CFAF', 'cfaf', 'XAF', 'xaf']) {
      expect(await findCurrency(backends(), code, context)).toEqual(CFAF);
    }
    for (const tag of ['iw_IL', 'IW_il', 'he-IL', 'HE-il', 'iw-IL']) {
      expect(await findLanguage(backends(), tag, context)).toEqual(HEBREW);
    }
    expect(await findCurrency(backends(), 'XXX', context)).toBeNull();
    expect(await findLanguage(backends(), '%', context)).toBeNull();
  });

  it('comes from the other backends when one fails, and fails when all do', async () => {
    const [first, second] = backends();
    first!.fail(DOWN);
    expect(await listCurrencies([first!, second!], true, memoryContext())).toHaveLength(2);
    second!.fail(DOWN);
    await expect(listLanguages([first!, second!], memoryContext())).rejects.toBe(DOWN);
  });

  it('does not call absent what only the failed backend may know', async () => {
    const [first, second] = backends();
    first!.fail(DOWN);
    await expect(findCurrency([first!, second!], 'ITL', memoryContext())).rejects.toBe(DOWN);
    expect(await findCurrency([first!, second!], 'EUR', memoryContext())).toEqual(EUR);
  });
});

describe('listing companies and roles', () => {
  it('shows each exactly once, in the order of the registry', async () => {
    const backends = [richBackend('first'), richBackend('second')];
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await listCompanies(
        backends,
        { first: 1, after, backends: null },
        memoryContext(),
      );
      seen.push(...page.nodes.map(({ ref }) => `${ref.backend}/${ref.nativeId}`));
      after = page.endCursor;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(['first/acme', 'first/globex', 'second/acme', 'second/globex']);
    expect(await countCompanies(backends, null, memoryContext())).toBe(4);
    expect(await countRoles(backends, ['second'], memoryContext())).toBe(2);
  });

  it('shows only what is inside the scope', async () => {
    const context = memoryContext({ scope: new Set(['first/acme']) });
    const backends = [richBackend('first'), richBackend('second')];
    const request = { first: 9, after: null, backends: null };
    const companies = await listCompanies(backends, request, context);
    expect(companies.nodes).toMatchObject([{ ref: { backend: 'first', nativeId: 'acme' } }]);
    const roles = await listRoles(backends, request, context);
    expect(roles.nodes).toMatchObject([{ ref: { backend: 'first', nativeId: 'common' } }]);
    expect(backends[1]!.calls).toEqual([]);
    expect(await countRoles(backends, null, context)).toBeNull();
  });

  it('leaves out a system that has no companies, unless the caller names it', async () => {
    const backends = [
      richBackend('first'),
      createMemoryBackend('none', { without: ['companies'] }),
    ];
    const request = { first: 9, after: null };
    const all = await listCompanies(backends, { ...request, backends: null }, memoryContext());
    expect(all.nodes).toHaveLength(2);
    expect(all.failures).toEqual([]);
    expect(await countCompanies(backends, null, memoryContext())).toBe(2);
    const named = ['first', 'none'];
    const page = await listCompanies(backends, { ...request, backends: named }, memoryContext());
    expect(page.failures).toMatchObject([{ backend: 'none', code: 'UNSUPPORTED_BY_BACKEND' }]);
    expect(await countCompanies(backends, named, memoryContext())).toBeNull();
  });

  it('refuses the cursor of another kind of list', async () => {
    const backends = [richBackend('first')];
    const request = { first: 1, after: null, backends: null };
    const { endCursor } = await listCompanies(backends, request, memoryContext());
    await expect(
      listRoles(backends, { ...request, after: endCursor }, memoryContext()),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('finding a user by login', () => {
  const find = (login: string, scope: readonly string[] | null = null, backend = 'only') =>
    findUserByLogin(
      [richBackend('only'), richBackend('other')],
      { backend, login, company: null },
      memoryContext({ scope: scope && new Set(scope) }),
    );

  it('answers null for an absent login and for one outside the scope', async () => {
    expect(await find('ONLY-001')).toMatchObject({ login: 'only-001' });
    expect(await find('nobody')).toBeNull();
    expect(await find('only-001', ['only/acme'])).toBeNull();
    expect(await find('only-000', ['only/acme'])).not.toBeNull();
    expect(await find('only-000', ['other/*'])).toBeNull();
  });

  it('names the configured backends when it is asked for another', async () => {
    const problem = find('a', null, 'nowhere');
    await expect(problem).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(problem).rejects.toThrow(/only, other/);
  });
});

/** Three users, of companies acme and globex in turn, who all hold a common role and a secret one of globex. */
function richBackend(name: string) {
  return createMemoryBackend(name, {
    users: memoryUsers(name, 3, (index) => ({
      companyRef: { backend: name, nativeId: index % 2 === 0 ? 'acme' : 'globex' },
    })),
    companies: [memoryCompany(name, 'acme'), memoryCompany(name, 'globex')],
    roles: [memoryRole(name, 'common'), memoryRole(name, 'secret', 'globex')],
    members: { common: [`${name}-000`, `${name}-001`], secret: [`${name}-000`] },
    currencies: [EUR, CFAF],
    languages: [HEBREW, GERMAN],
    paging: 'token',
  });
}

function grantOf(role: string, company: string | null = null): RoleGrant {
  return { role: memoryRole('only', role, company), scope: null, scopeName: null, via: null };
}
