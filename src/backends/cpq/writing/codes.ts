import type { ReadContext, ReferenceData } from '../../../domain/backend.ts';
import { fold } from '../../../domain/user-filter.ts';

/** CPQ's own spelling of what callers may spell otherwise; `null`: CPQ does not know it. */
export interface Codes {
  /** From CPQ's code or ISO 4217: `FIM` is `FM`. */
  currencyOf(spelling: string): string | null;
  /** From CPQ's code or BCP 47: `he-IL` is `iw_IL`. */
  languageOf(spelling: string): string | null;
}

/** Codes are sent, never the numbers that versions 5 to 7 have beside them: those differ from site to site, and the code wins. */
export async function readCodes(
  { currencies, languages }: ReferenceData,
  context: ReadContext,
): Promise<Codes> {
  const [currencyList, languageList] = await Promise.all([currencies(context), languages(context)]);
  const knownCurrencies = [...currencyList.values()];
  const knownLanguages = [...languageList.values()];
  return {
    currencyOf: (spelling) => {
      const wanted = fold(spelling);
      const sameIso = knownCurrencies.filter(({ isoCode }) => fold(isoCode ?? '') === wanted);
      const found =
        knownCurrencies.find(({ code }) => fold(code) === wanted) ??
        sameIso.find(({ deprecated }) => !deprecated) ??
        sameIso[0];
      return found?.code ?? null;
    },
    languageOf: (spelling) => {
      const wanted = fold(spelling);
      const tag = fold(canonicalTag(spelling) ?? '');
      const found =
        knownLanguages.find(({ code }) => fold(code) === wanted) ??
        knownLanguages.find((language) => fold(language.tag) === tag);
      return found?.code ?? null;
    },
  };
}

/** `iw-IL` and `iw_IL` give `he-IL`, Norwegian of no named form is Bokmål; `null`: not a tag. */
function canonicalTag(text: string): string | null {
  try {
    const [tag = null] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return tag && tag.replace(/^no(?=-|$)/, 'nb');
  } catch {
    return null;
  }
}
