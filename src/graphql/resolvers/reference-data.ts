import type { Currency, Language } from '../../domain/model.ts';
import {
  findCurrency,
  findLanguage,
  listCurrencies,
  listLanguages,
} from '../../services/reading/reference-data.ts';
import type {
  CurrencyResolvers,
  LanguageResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { Complete } from './complete.ts';

export const currencyResolvers: Complete<CurrencyResolvers, Currency> = {
  name: ({ name, code }) => name ?? code,
};

export const languageResolvers: Complete<LanguageResolvers, Language> = {
  name: ({ name, tag }) => name ?? tag,
};

export const referenceDataQueries = {
  currencies: (_parent, { includeDeprecated }, { backends, read }) =>
    listCurrencies(backends, includeDeprecated, read),
  currency: (_parent, { code }, { backends, read }) => findCurrency(backends, code, read),
  languages: (_parent, _args, { backends, read }) => listLanguages(backends, read),
  language: (_parent, { tag }, { backends, read }) => findLanguage(backends, tag, read),
} satisfies QueryResolvers;
