import type { ReferenceData } from '../../domain/backend.ts';
import type { Currency, Language } from '../../domain/model.ts';
import data from './reference-data.json' with { type: 'json' };

/**
 * The 186 currency codes and 107 language codes that CPQ accepts, as documented for version 5 (CPQ 18D); a site may
 * support fewer. `YUM` is documented twice, as current and as deprecated: it counts as deprecated.
 */
export function createReferenceData(): ReferenceData {
  return { currencies: async () => CURRENCIES, languages: async () => LANGUAGES };
}

/** Codes that are not ISO 4217, current or historic. `FM` is the Finnish markka; `CFAF` could be either CFA franc. */
const ISO_CODES: Readonly<Record<string, string | null>> = { CFAF: null, FM: 'FIM' };

/**
 * Codes whose BCP 47 tag is more than another separator. Java wrote Hebrew, Indonesian and Norwegian in an older way and
 * put a variant behind the country; `es_HT`, `fi_FL` and `sl_SL` name another country than their documented names do.
 */
const TAGS: Readonly<Record<string, string>> = {
  es_HT: 'es-HN',
  fi_FL: 'fi-FI',
  in_ID: 'id-ID',
  iw_IL: 'he-IL',
  ja_JP_JP: 'ja-JP-u-ca-japanese',
  no_NO: 'nb-NO',
  no_NO_NY: 'nn-NO',
  sl_SL: 'sl-SI',
  th_TH_TH: 'th-TH-u-nu-thai',
};

/** By CPQ's code. */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  data.currencies.map(({ code, name, deprecated }) => [
    code,
    { code, isoCode: code in ISO_CODES ? (ISO_CODES[code] ?? null) : code, name, deprecated },
  ]),
);

/** By CPQ's code. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  data.languages.map(({ code, name }) => [
    code,
    { code, tag: TAGS[code] ?? code.replace('_', '-'), name },
  ]),
);
