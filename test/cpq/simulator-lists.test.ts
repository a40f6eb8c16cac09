import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import type { CpqSimulator } from '../../src/backends/cpq/simulator.ts';
import { call, loginsOf, q, withSite } from './simulator-requests.ts';
import type { Answer } from './simulator-requests.ts';

let site: CpqSimulator;
beforeAll(async () => {
  site = await startCpqSimulator();
});
afterAll(() => site.close());

describe('collections of the simulated CPQ', () => {
  it('has paging keys only when limit or offset was sent, and a total only with them', async () => {
    const plain = (await call(site, 'GET /rest/v19/users?totalResults=true')).json;
    expect(Object.keys(plain)).toEqual(['items', 'links']);
    const paged = (await call(site, 'GET /rest/v19/users?limit=2&totalResults=true')).json;
    expect(paged).toMatchObject({
      offset: 0,
      limit: 2,
      count: 2,
      hasMore: true,
      totalResults: 160,
    });
    expect((await call(site, 'GET /rest/v19/users?offset=0')).json).not.toHaveProperty(
      'totalResults',
    );
  });

  it('cuts a limit to 1..1000 and refuses what is no number', async () => {
    const limit = async (text: string): Promise<unknown> =>
      (await call(site, `GET /rest/v19/users?limit=${text}`)).at('limit');
    expect([await limit('5000'), await limit('0'), await limit('7')]).toEqual([1000, 1, 7]);
    expect((await call(site, 'GET /rest/v19/users?limit=ten')).status).toBe(400);
  });

  it('answers with 1000 of more users when no limit was sent', async () => {
    await withSite({ users: 1003 }, async (bent) => {
      expect((await call(bent, 'GET /rest/v19/users')).items).toHaveLength(1000);
      const { json } = await call(bent, 'GET /rest/v19/users?offset=1000');
      expect(json).toMatchObject({ count: 3, hasMore: false });
    });
  });

  it('pages through every user once, by next links', async () => {
    const seen: unknown[] = [];
    let address = '/rest/v19/users?limit=37&orderby=login';
    while (address !== '') {
      const page: Answer = await call(site, `GET ${address}`);
      seen.push(...loginsOf(page));
      const next = /"rel":"next","href":"([^"]*)"/.exec(page.text)?.[1] ?? '';
      address = next.slice(site.url.length);
    }
    expect(seen).toHaveLength(160);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  it('orders by several fields and keeps the fields that were asked for', async () => {
    const { items, at } = await call(
      site,
      'GET /rest/v19/users?orderby=status.value:desc,login:asc&fields=status&onlyData=true',
    );
    expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(['login', 'partyNumber', 'status']);
    expect(at('items.0.status.value')).toBe(1);
    expect(at('items.-1.status.value')).toBe(0);
    expect((await call(site, 'GET /rest/v19/users?orderby=login:up')).status).toBe(400);
  });

  it('exports users as a zip file', async () => {
    const answer = await call(site, 'GET /rest/v19/users', {
      headers: { accept: 'application/zip' },
    });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.text.slice(0, 2)).toBe('PK');
  });
});

describe('the query language of the simulated CPQ', () => {
  const search = async (filter: string): Promise<readonly unknown[]> =>
    loginsOf(await call(site, q('users', filter, '&orderby=login')));

  it.each([
    ['a bare key and single quotes', "{login:'amara.osei'}", ['amara.osei']],
    ['double quotes', '{"login":"amara.osei"}', ['amara.osei']],
    ['single-quoted keys', "{ 'login' : { '$eq' : 'amara.osei' } }", ['amara.osei']],
    ['escapes', String.raw`{lastName:'O\'Brien'}`, ['a+b@x.test']],
    ['$in', "{login:{$in:['guest','minimal','nobody']}}", ['guest', 'minimal']],
    ['$or', "{$or:[{login:'guest'},{login:'minimal'}]}", ['guest', 'minimal']],
    [
      'nested logic',
      "{$and:[{$or:[{login:'guest'},{login:'minimal'}]},{'status.value':1},{type.value:'GUEST'}]}",
      ['guest'],
    ],
    ['$like in any case', "{login:{$like:'AMARA%'}}", ['amara.osei']],
    ['$like in the middle', "{email:{$like:'%mara.o%@%'}}", ['amara.osei']],
    ['$like without a percent sign', "{login:{$like:'amara'}}", []],
    ['$like to the end', "{email:{$like:'amara%osei'}}", []],
    ['$like of text that may not overlap', "{login:{$like:'guest%st'}}", []],
    ['$exists', '{oauthClientId:{$exists:true}}', ['reporting']],
    ['the company', "{company.loginName:'guest'}", ['guest']],
    ['a range', "{login:{$gte:'guest',$lt:'guesu'}}", ['guest']],
    ['no condition', "{$and:[{},{login:'guest'}]}", ['guest']],
  ])('understands %s', async (_name, filter, logins) => {
    expect(await search(filter)).toEqual(logins);
  });

  it('counts $ne, $lte and the rest of the comparisons alike', async () => {
    const all = (await search('{}')).length;
    const inactive = (await search('{status.value:{$lte:0}}')).length;
    expect((await search('{status.value:{$ne:0}}')).length).toBe(all - inactive);
    expect((await search('{status.value:{$gt:0}}')).length).toBe(all - inactive);
    expect(inactive).toBeGreaterThan(5);
  });

  it.each([
    '',
    'login',
    "{login:'x'",
    "{login:'x'}}",
    '{login:x}',
    "{login:'x}",
    "{login:{$regex:'/x/i'}}",
    "{$nor:[{login:'x'}]}",
    '{$or:[]}',
    "{$or:{login:'x'}}",
    "{login:{value:'x'}}",
    "{login:{$exists:'yes'}}",
    '{login:{$in:5}}',
    '{nothing:1}',
    '{status:1}',
    `${'{$and:['.repeat(30)}{}${']}'.repeat(30)}`,
  ])('answers 400 for %s', async (filter) => {
    expect((await call(site, q('users', filter))).status).toBe(400);
  });

  it('can be without $or, heed case and know few fields', async () => {
    await withSite({ orSupported: false, likeIgnoresCase: false }, async (bent) => {
      expect((await call(bent, q('users', "{$or:[{login:'guest'}]}"))).status).toBe(400);
      expect((await call(bent, q('users', "{login:{$like:'AMARA%'}}"))).items).toEqual([]);
    });
    await withSite({ queryableFields: ['login'], inSupported: false }, async (bent) => {
      expect((await call(bent, q('users', "{email:'x'}"))).status).toBe(400);
      expect((await call(bent, q('users', "{login:{$in:['guest']}}"))).status).toBe(400);
      expect(loginsOf(await call(bent, q('users', "{login:'guest'}")))).toEqual(['guest']);
    });
  });
});
