import type { Backend, ReadContext, ReferenceData } from '../../domain/backend.ts';
import { isBackendFailure } from '../../domain/errors.ts';
import type { Currency, Language } from '../../domain/model.ts';
import { fold } from '../../domain/user-filter.ts';

/**
 * The currencies of all backends, sorted by code; of those with the same code, the first backend's.
 *
 * @throws the backends' failure only when all of them failed
 */
export async function listCurrencies(
  backends: readonly Backend[],
  includeDeprecated: boolean,
  context: ReadContext,
): Promise<readonly Currency[]> {
  const { values } = await readFromAll(backends, (data) => data.currencies(context));
  return byCode(values).filter(({ deprecated }) => includeDeprecated || !deprecated);
}

/** The languages of all backends, as `listCurrencies` does it. */
export async function listLanguages(
  backends: readonly Backend[],
  context: ReadContext,
): Promise<readonly Language[]> {
  const { values } = await readFromAll(backends, (data) => data.languages(context));
  return byCode(values);
}

/**
 * The currency of this code in a backend's spelling (`CFAF`) or in ISO 4217 (`XAF`), ignoring case.
 *
 * A backend's own spelling goes first, then a currency that is still in use.
 *
 * @throws the failure of a backend that might know it, when no other does
 */
export async function findCurrency(
  backends: readonly Backend[],
  code: string,
  context: ReadContext,
): Promise<Currency | null> {
  const all = await readFromAll(backends, (data) => data.currencies(context));
  return foundOrAbsent(currencyOf(all.values, code), all.failure);
}

/**
 * The language of this tag, in BCP 47 (`he-IL`) or in a backend's spelling (`iw_IL`), ignoring case.
 *
 * @throws the failure of a backend that might know it, when no other does
 */
export async function findLanguage(
  backends: readonly Backend[],
  tag: string,
  context: ReadContext,
): Promise<Language | null> {
  const all = await readFromAll(backends, (data) => data.languages(context));
  return foundOrAbsent(languageOf(all.values, tag), all.failure);
}

/** The backend's own code of a currency given in either spelling; `null` when it does not know the currency. */
export async function findCurrencyCode(
  { referenceData }: Backend,
  code: string,
  context: ReadContext,
): Promise<string | null> {
  if (referenceData === undefined) return null;
  const currencies = await referenceData.currencies(context);
  return currencyOf([...currencies.values()], code)?.code ?? null;
}

/** The backend's own code of a language given in either spelling; `null` when it does not know the language. */
export async function findLanguageCode(
  { referenceData }: Backend,
  tag: string,
  context: ReadContext,
): Promise<string | null> {
  if (referenceData === undefined) return null;
  const languages = await referenceData.languages(context);
  return languageOf([...languages.values()], tag)?.code ?? null;
}

/** A code that its backend's reference data does not hold is still shown: the account has it. */
export function toUnlistedCurrency(code: string): Currency {
  return { code, isoCode: null, name: null, deprecated: false };
}

/** As `toUnlistedCurrency`; the tag is `und` where the code makes none. */
export function toUnlistedLanguage(code: string): Language {
  return { code, tag: canonicalTag(code) ?? 'und', name: null };
}

interface Readings<T> {
  /** In registry order. */
  readonly values: readonly T[];
  /** The first failure among backends of which others answered. */
  readonly failure: Error | null;
}

async function readFromAll<T>(
  backends: readonly Backend[],
  read: (data: ReferenceData) => Promise<ReadonlyMap<string, T>>,
): Promise<Readings<T>> {
  const ports = backends.flatMap(({ referenceData }) => referenceData ?? []);
  const answers = await Promise.all(ports.map((port) => read(port).catch(toFailure)));
  const failures = answers.filter((answer) => answer instanceof Error);
  const [failure] = failures;
  if (failure !== undefined && failures.length === ports.length) throw failure;
  const values = answers.flatMap((answer) => (answer instanceof Error ? [] : [...answer.values()]));
  return { values, failure: failure ?? null };
}

function toFailure(error: unknown): Error {
  if (isBackendFailure(error)) return error;
  throw error;
}

function byCode<T extends { readonly code: string }>(values: readonly T[]): readonly T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(value.code)) first.set(value.code, value);
  // By code unit, so that no locale of the machine decides the order.
  return [...first.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}

function foundOrAbsent<T>(found: T | undefined, failure: Error | null): T | null {
  if (found === undefined && failure !== null) throw failure;
  return found ?? null;
}

function currencyOf(currencies: readonly Currency[], code: string): Currency | undefined {
  const wanted = fold(code);
  const sameIso = currencies.filter(({ isoCode }) => isoCode !== null && fold(isoCode) === wanted);
  return (
    currencies.find((currency) => fold(currency.code) === wanted) ??
    sameIso.find(({ deprecated }) => !deprecated) ??
    sameIso[0]
  );
}

/** A backend's own tag goes before the canonical one: `sr-CS` has become `sr-RS`, and both may be listed. */
function languageOf(languages: readonly Language[], wanted: string): Language | undefined {
  const tags = [wanted, canonicalTag(wanted)].flatMap((tag) => (tag === null ? [] : [fold(tag)]));
  return (
    languages.find(({ code }) => fold(code) === fold(wanted)) ??
    tags.flatMap((tag) => languages.find((language) => fold(language.tag) === tag) ?? [])[0] ??
    // Last, so that a code that looks like the tag of another language never hides that one.
    languages.find(({ code }) => hyphenated(code) === hyphenated(wanted))
  );
}

/** For comparisons alone: a code with the hyphens of a tag, as in `no-NO` for `no_NO`. */
function hyphenated(code: string): string {
  return fold(code).replaceAll('_', '-');
}

/** The canonical BCP 47 tag of a tag or a Java locale (`iw_IL` gives `he-IL`); `null` when it is neither. */
function canonicalTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
