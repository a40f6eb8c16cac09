import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

afterAll(async () => {
  await gateway.close();
});

async function query(document: string, variables?: Readonly<Record<string, unknown>>) {
  const { data, errors } = await gateway.query(document, variables);
  expect(errors).toEqual([]);
  return data;
}

/** Gives a user of the simulated site the one currency whose code is not that of ISO 4217. */
async function payInMarkka(partyNumber: string): Promise<void> {
  const { environment } = gateway.simulator('cpq');
  const account = `${environment['CPQ_USERNAME'] ?? ''}:${environment['CPQ_PASSWORD'] ?? ''}`;
  const { ok } = await fetch(`${environment['CPQ_BASE_URL'] ?? ''}/v19/users/${partyNumber}`, {
    method: 'PATCH',
    headers: {
      authorization: `Basic ${Buffer.from(account).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ currency: { value: 'FM' } }),
  });
  expect(ok).toBe(true);
}

interface Currency {
  readonly code: string;
  readonly isoCode: string | null;
  readonly name: string;
  readonly deprecated: boolean;
}

const isSorted = (codes: readonly string[]): boolean =>
  codes.every((code, index) => index === 0 || (codes[index - 1] ?? '') < code);

describe('currencies', () => {
  async function list(includeDeprecated: boolean): Promise<readonly Currency[]> {
    const { currencies } = await query(
      'query ($all: Boolean!) { currencies(includeDeprecated: $all) { code isoCode name deprecated } }',
      { all: includeDeprecated },
    );
    return currencies;
  }

  it('are 186, each once, in the order of their codes, those kept for old records among them', async () => {
    const all = await list(true);
    expect(all).toHaveLength(186);
    expect(isSorted(all.map(({ code }) => code))).toBe(true);
    expect(all.filter(({ code }) => code === 'YUM')).toMatchObject([{ deprecated: true }]);
    expect(all.find(({ code }) => code === 'FM')).toMatchObject({
      isoCode: 'FIM',
      deprecated: true,
    });
    expect(all.find(({ code }) => code === 'CFAF')).toMatchObject({
      isoCode: null,
      deprecated: false,
    });
    expect(all.every(({ name }) => name !== '')).toBe(true);
  });

  it('are without those kept for old records unless they are asked for', async () => {
    const [all, current] = [await list(true), await list(false)];
    expect(current).toEqual(all.filter(({ deprecated }) => !deprecated));
    expect(current.length).toBeGreaterThan(150);
    expect(current.length).toBeLessThan(186);
    const { currencies } = await query('{ currencies { code } }');
    expect(currencies).toHaveLength(current.length);
  });

  it.each([
    ['EUR', 'EUR'],
    ['eur', 'EUR'],
    ['CFAF', 'CFAF'],
    ['cfaf', 'CFAF'],
    ['FM', 'FM'],
    ['FIM', 'FM'],
    ['fim', 'FM'],
    ['XAF', 'XAF'],
    ['yum', 'YUM'],
  ])('are found by either spelling: %s is %s', async (code, own) => {
    const { currency } = await query('query ($code: String!) { currency(code: $code) { code } }', {
      code,
    });
    expect(currency).toEqual({ code: own });
  });

  it.each(['', 'XXQ', 'EU', 'EURO', '__proto__', 'constructor'])(
    'are not found by %j',
    async (code) => {
      const { currency } = await query(
        'query ($code: String!) { currency(code: $code) { code } }',
        { code },
      );
      expect(currency).toBeNull();
    },
  );
});

describe('languages', () => {
  it('are 107, each once, in the order of their codes, with tags that Intl understands', async () => {
    const { languages } = await query('{ languages { code tag name } }');
    expect(languages).toHaveLength(107);
    expect(isSorted(languages.map(({ code }: { code: string }) => code))).toBe(true);
    for (const { tag, name } of languages) {
      expect(Intl.getCanonicalLocales(tag)).toHaveLength(1);
      expect(name).not.toBe('');
    }
  });

  it('are each found by their own code and by their own tag', async () => {
    const { languages } = await query('{ languages { code tag } }');
    for (const own of languages) {
      const found = await query(
        'query ($code: String!, $tag: String!) { code: language(tag: $code) { code tag } tag: language(tag: $tag) { tag } }',
        own,
      );
      expect(found).toEqual({ code: own, tag: { tag: own.tag } });
    }
  });

  it.each([
    ['he-IL', 'iw_IL', 'he-IL'],
    ['iw_IL', 'iw_IL', 'he-IL'],
    ['IW_il', 'iw_IL', 'he-IL'],
    ['HE-il', 'iw_IL', 'he-IL'],
    ['in_ID', 'in_ID', 'id-ID'],
    ['id-ID', 'in_ID', 'id-ID'],
    ['nb-NO', 'no_NO', 'nb-NO'],
    ['nn-NO', 'no_NO_NY', 'nn-NO'],
    ['ja-JP-u-ca-japanese', 'ja_JP_JP', 'ja-JP-u-ca-japanese'],
    ['en-US', 'en_US', 'en-US'],
    ['en_US', 'en_US', 'en-US'],
    ['no-NO', 'no_NO', 'nb-NO'],
    ['ja-jp-jp', 'ja_JP_JP', 'ja-JP-u-ca-japanese'],
  ])('are found by either spelling: %s is %s', async (wanted, code, tag) => {
    const { language } = await query('query ($tag: String!) { language(tag: $tag) { code tag } }', {
      tag: wanted,
    });
    expect(language).toEqual({ code, tag });
  });

  it.each(['', 'xx-YY', 'not a tag', '_', '-'])('are not found by %j', async (tag) => {
    const { language } = await query('query ($tag: String!) { language(tag: $tag) { code } }', {
      tag,
    });
    expect(language).toBeNull();
  });
});

describe('a filter', () => {
  async function logins(filter: object): Promise<readonly string[]> {
    const { users } = await query(
      'query ($filter: UserFilter) { users(first: 200, filter: $filter) { nodes { login currency { code } language { code } } failures { code } } }',
      { filter },
    );
    expect(users.failures).toEqual([]);
    return users.nodes.map(({ login }: { login: string }) => login);
  }

  it('takes a currency in either spelling', async () => {
    const { user } = await query(
      '{ user: userByLogin(backend: "cpq", login: "klaus.weber") { nativeId } }',
    );
    await payInMarkka(user.nativeId);
    for (const currencyCode of ['FM', 'fm', 'FIM', 'fim']) {
      expect(await logins({ currencyCode }), currencyCode).toEqual(['klaus.weber']);
    }
  });

  it('takes a language in either spelling', async () => {
    const own = await logins({ languageTag: 'iw_IL' });
    expect(own).toContain('lior.shalev');
    expect(await logins({ languageTag: 'he-IL' })).toEqual(own);
    expect(await logins({ languageTag: 'he-il' })).toEqual(own);
  });

  it('with a currency or language that nobody has finds nobody', async () => {
    expect(await logins({ currencyCode: 'XXQ' })).toEqual([]);
    expect(await logins({ languageTag: 'xx-YY' })).toEqual([]);
  });
});
