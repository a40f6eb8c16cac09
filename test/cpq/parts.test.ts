import { readFileSync } from 'node:fs';
import { buildASTSchema, concatAST, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cpq } from '../../src/backends/cpq/index.ts';
import { parseUser } from '../../src/backends/cpq/contract.ts';
import {
  toCompanyDetails,
  toRoleDetails,
  toUserDetails,
} from '../../src/backends/cpq/reading/details.ts';
import {
  parseGroupId,
  parseUserId,
  toGroupId,
  toUserId,
} from '../../src/backends/cpq/native-id.ts';
import { createReferenceData } from '../../src/backends/cpq/reference-data.ts';
import { narrow } from '../../src/backends/cpq/reading/user-query.ts';
import { NO_FILTER, type UserFilter } from '../../src/domain/user-filter.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import { connect, reading, serve } from './session.ts';

const SITE = { CPQ_BASE_URL: 'https://site.example/rest' };
const BASIC = { ...SITE, CPQ_USERNAME: 'gateway', CPQ_PASSWORD: 'open sesame' };
const CLIENT = {
  ...SITE,
  CPQ_TOKEN_URL: 'https://id.example/oauth2/v1/token',
  CPQ_CLIENT_ID: 'client',
  CPQ_CLIENT_SECRET: 'open sesame',
};

function problemsOf(environment: Environment): readonly string[] {
  const reader = createEnvironmentReader(environment);
  cpq.configure(reader);
  return reader.problems;
}

describe('the settings of CPQ', () => {
  it('are absent when no variable is set', () => {
    const reader = createEnvironmentReader({});
    expect(cpq.configure(reader)).toBeNull();
    expect(reader.problems).toEqual([]);
  });

  it.each(['5', '6', '7', '16', '17', '18', '19'])('take version %s', (CPQ_API_VERSION) => {
    expect(problemsOf({ ...BASIC, CPQ_API_VERSION })).toEqual([]);
  });

  it.each(['4', '8', '15', '20', 'v19', '19.0', 'latest'])('refuse version %s', (version) => {
    expect(problemsOf({ ...BASIC, CPQ_API_VERSION: version })).toEqual([
      'CPQ_API_VERSION must be one of 5, 6, 7, 16, 17, 18, 19.',
    ]);
  });

  it.each<[string, Environment, string[]]>([
    ['no address', { CPQ_TOKEN: 'x' }, ['CPQ_BASE_URL']],
    ['no credential', SITE, ['CPQ_USERNAME', 'CPQ_TOKEN', 'CPQ_TOKEN_URL']],
    ['a guest company alone', { CPQ_GUEST_COMPANY: 'g' }, ['CPQ_BASE_URL', 'CPQ_USERNAME']],
    ['no password', { ...SITE, CPQ_USERNAME: 'x' }, ['CPQ_PASSWORD']],
    ['no user name', { ...SITE, CPQ_PASSWORD: 'x' }, ['CPQ_USERNAME']],
    ['Basic and a token', { ...BASIC, CPQ_TOKEN: 'x' }, ['CPQ_USERNAME', 'CPQ_TOKEN']],
    [
      'a token and a scope',
      { ...SITE, CPQ_TOKEN: 'x', CPQ_SCOPE: 'y' },
      ['CPQ_TOKEN', 'CPQ_SCOPE'],
    ],
    ['Basic and a client', { ...BASIC, ...CLIENT }, ['CPQ_PASSWORD', 'CPQ_CLIENT_SECRET']],
    ['a client without its secret', { ...CLIENT, CPQ_CLIENT_SECRET: '' }, ['CPQ_CLIENT_SECRET']],
    ['a scope alone', { ...SITE, CPQ_SCOPE: 'x' }, ['CPQ_TOKEN_URL', 'CPQ_CLIENT_ID']],
    [
      'a token endpoint without TLS',
      { ...CLIENT, CPQ_TOKEN_URL: 'http://id.example/' },
      ['CPQ_TOKEN_URL'],
    ],
    [
      'an address with the version',
      { ...BASIC, CPQ_BASE_URL: 'https://s.example/rest/v19/' },
      ['CPQ_BASE_URL'],
    ],
    ['a token with a line break', { ...SITE, CPQ_TOKEN: 'open\nsesame' }, ['CPQ_TOKEN']],
    ['a user name with a colon', { ...BASIC, CPQ_USERNAME: 'a:b' }, ['CPQ_USERNAME']],
    ['a switch that is none', { ...BASIC, CPQ_OR_QUERIES: 'perhaps' }, ['CPQ_OR_QUERIES']],
  ])('name what is wrong with %s, and no value', (_what, environment, names) => {
    const problems = problemsOf(environment).join('\n');
    for (const name of names) expect(problems).toContain(name);
    expect(problems).not.toMatch(/sesame/);
  });

  it.each(['/rest', '/rest/', '/cpq/rest'])('put the version behind %s', async (path) => {
    const { url, calls } = await serve(() => ({ items: [] }));
    const backend = connect({ CPQ_BASE_URL: url + path, CPQ_TOKEN: 'x' });
    await backend.users.list?.({ limit: 1, position: null, filter: NO_FILTER }, reading());
    expect(calls[0]).toMatch(new RegExp(`^${path.replace(/\/$/, '')}/v19/users\\?`));
  });
});

describe('a native id', () => {
  it.each(['BM_q7Lm2Xa9TfE', '935719302534024740', 'a/b', '50%', '%2F', 'ü', '"'])(
    'leads back to the party number %s',
    (partyNumber) => {
      const id = toUserId({ kind: 'party', partyNumber });
      expect(id).not.toContain('/');
      expect(parseUserId(id)).toEqual({ kind: 'party', partyNumber });
    },
  );

  it.each([
    ['acme', 'amara.osei'],
    ['_host', 'a+b@x.test'],
    ['a/b', 'c/d'],
    ['ac me', '100%'],
    ['société', '山田太郎'],
    [null, 'amara.osei'],
  ])('leads back to the company %s and the login %s', (company, login) => {
    expect(parseUserId(toUserId({ kind: 'login', company, login }))).toEqual({
      kind: 'login',
      company,
      login,
    });
  });

  it.each(['', '.', '..', '%', '%41', 'a/b/c', 'a/', '/', 'a/..', '../a', 'a/%', 'a/b c', 'a%2fb'])(
    'is not what nobody made: %j',
    (id) => {
      expect(parseUserId(id)).toBeNull();
    },
  );

  it('of a group leads back to it, and a company is part of it', () => {
    const key = { company: 'a/b', variableName: 'emea sellers' };
    expect(parseGroupId(toGroupId(key))).toEqual(key);
    for (const id of ['emea', '/emea', 'a/b/c', 'a/', '../x', 'x/..']) {
      expect(parseGroupId(id)).toBeNull();
    }
  });

  it('can be made of half a surrogate pair', () => {
    const id = toUserId({ kind: 'login', company: 'acme', login: 'x\ud800' });
    expect(id).toBe('acme/x%EF%BF%BD');
  });
});

describe('a filter', () => {
  const careful = { likeIgnoresCase: false, orQueries: true };
  const told = { likeIgnoresCase: true, orQueries: true };
  const narrowed = (filter: Partial<UserFilter>, switches = told) =>
    narrow({ ...NO_FILTER, ...filter }, switches);

  it('narrows by status, exactly', () => {
    expect(narrowed({})).toEqual({ q: null, isExact: true });
    expect(narrowed({ statuses: ['ACTIVE'] }, careful)).toEqual({
      q: '{"status.value":{"$eq":1}}',
      isExact: true,
    });
    expect(narrowed({ statuses: ['DISABLED', 'ACTIVE', 'EXPIRED'] })?.q).toBe(
      '{"$or":[{"status.value":{"$eq":0}},{"status.value":{"$eq":1}}]}',
    );
  });

  it('is left to the gateway where CPQ could leave users out', () => {
    const nothing = { q: null, isExact: false };
    expect(narrowed({ statuses: ['ACTIVE', 'UNKNOWN'] })).toEqual(nothing);
    expect(narrowed({ login: { equals: 'a' } }, careful)).toEqual(nothing);
    expect(narrowed({ login: { contains: 'Ö' } })).toEqual(nothing);
    expect(narrowed({ login: { contains: 'a"b' } })).toEqual(nothing);
    expect(narrowed({ login: { in: [] } })).toEqual(nothing);
    expect(narrowed({ search: 'amara osei' })).toEqual(nothing);
    expect(narrowed({ types: ['FULL_ACCESS'] })).toEqual(nothing);
    expect(narrowed({ currencyCode: 'USD' })).toEqual(nothing);
    const single = { ...told, orQueries: false };
    expect(narrowed({ statuses: ['ACTIVE', 'DISABLED'] }, single)).toEqual(nothing);
    expect(narrowed({ login: { in: ['a', 'b'] } }, single)).toEqual(nothing);
  });

  it('narrows by text as widely as ours, never exactly', () => {
    const q = (filter: Partial<UserFilter>) => JSON.parse(narrowed(filter)?.q ?? 'null') as unknown;
    expect(q({ login: { equals: 'Amara' } })).toEqual({ login: { $like: 'Amara' } });
    expect(q({ login: { startsWith: 'a%' } })).toEqual({ login: { $like: 'a%%' } });
    expect(q({ email: { equals: 'a@x' } })).toEqual({ email: { $like: '%a@x%' } });
    expect(q({ email: { in: ['a', 'b'] } })).toEqual({
      $or: [{ email: { $like: '%a%' } }, { email: { $like: '%b%' } }],
    });
    expect(q({ statuses: ['ACTIVE'], login: { contains: 'a' } })).toEqual({
      $and: [{ 'status.value': { $eq: 1 } }, { login: { $like: '%a%' } }],
    });
    expect(q({ search: 'os' })).toHaveProperty('$or.length', 4);
    expect(narrowed({ login: { equals: 'a' } })?.isExact).toBe(false);
  });
});

describe('the reference data', () => {
  const { currencies, languages } = createReferenceData();

  it('has 186 currencies and 107 languages', async () => {
    expect((await currencies(reading())).size).toBe(186);
    expect((await languages(reading())).size).toBe(107);
  });

  it('has an ISO code for every currency but the franc that could be either', async () => {
    const all = await currencies(reading());
    expect(all.get('CFAF')?.isoCode).toBeNull();
    expect(all.get('FM')).toMatchObject({ isoCode: 'FIM', deprecated: true });
    for (const code of ['USD', 'DEM', 'ATS', 'AFA', 'YUM', 'ZWD', 'CLF']) {
      expect(all.get(code)?.isoCode).toBe(code);
    }
    const without = [...all.values()].filter(({ isoCode }) => !/^[A-Z]{3}$/.test(isoCode ?? ''));
    expect(without.map(({ code }) => code)).toEqual(['CFAF']);
    expect(all.get('YUM')?.deprecated).toBe(true);
    expect([...all.values()].filter(({ deprecated }) => deprecated)).toHaveLength(27);
  });

  it('has a canonical tag for every language, but for the country that was dissolved', async () => {
    const all = [...(await languages(reading())).values()];
    const odd = all.filter(({ tag }) => Intl.getCanonicalLocales(tag)[0] !== tag);
    expect(odd.map(({ tag }) => tag)).toEqual(['sr-CS']);
    expect(new Set(all.map(({ tag }) => tag)).size).toBe(107);
  });

  it.each([
    ['iw_IL', 'he-IL'],
    ['in_ID', 'id-ID'],
    ['no_NO', 'nb-NO'],
    ['no_NO_NY', 'nn-NO'],
    ['ja_JP_JP', 'ja-JP-u-ca-japanese'],
    ['th_TH_TH', 'th-TH-u-nu-thai'],
    ['es_HT', 'es-HN'],
    ['fi_FL', 'fi-FI'],
    ['sl_SL', 'sl-SI'],
    ['sr_CS', 'sr-CS'],
    ['en_US', 'en-US'],
  ])('gives %s the tag %s', async (code, tag) => {
    expect((await languages(reading())).get(code)?.tag).toBe(tag);
  });
});

describe('the details that the schema declares', () => {
  const schema = buildASTSchema(
    concatAST([
      parse('union UserDetails union CompanyDetails union RoleDetails'),
      parse(readFileSync('src/backends/cpq/details.graphql', 'utf8')),
    ]),
  );
  const fieldsOf = (name: string): string[] => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  it('are all filled from a row, for a user', () => {
    const fields = fieldsOf('CpqUserDetails');
    const values = fields.map((name) => [name, /^is|^separate/.test(name) ? true : '1']);
    const children = { groups: { items: [] }, accessPermissions: { items: [] } };
    const row = {
      ...Object.fromEntries(values),
      ...children,
      login: 'x',
      company: { name: 'Acme' },
    };
    const reads = { groups: async () => null, accessPermissions: async () => null };
    const details = toUserDetails(parseUser(row), 'acme', reads);
    expect(fields.filter((name) => details[name] === undefined || details[name] === null)).toEqual(
      [],
    );
  });

  it('bear the types of the schema', () => {
    expect(toCompanyDetails({ login: 'x' }).__typename).toBe('CpqCompanyDetails');
    expect(toRoleDetails({ variableName: 'x' }, 'acme').__typename).toBe('CpqRoleDetails');
    expect(fieldsOf('CpqCompanyDetails').length).toBeGreaterThan(20);
    expect(fieldsOf('CpqRoleDetails')).toContain('readOnly');
  });
});
