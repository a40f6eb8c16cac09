import type { Backend, ReadContext, ReferenceData } from '../../domain/backend.ts';
import type { BackendName, Currency, Language } from '../../domain/model.ts';
import { readPerBackend } from './read-per-backend.ts';
import type { Answer } from './read-per-backend.ts';
import { toUnlistedCurrency, toUnlistedLanguage } from './reference-data.ts';

/** A code as the backend writes it. */
export interface CodeRef {
  readonly backend: BackendName;
  readonly code: string;
}

/**
 * Looks up codes that users and companies refer to, in the reference data of their own backend, which is read once.
 *
 * Every code has a value: one that the reference data does not hold stands for itself. Answers are in the order of the
 * codes; a backend that fails fails only its own.
 */
export interface CodeReader {
  readCurrencies(codes: readonly CodeRef[]): Promise<readonly Answer<Currency>[]>;
  readLanguages(codes: readonly CodeRef[]): Promise<readonly Answer<Language>[]>;
}

/** Makes a reader for one request: it keeps what it read for as long as it lives. */
export function createCodeReader(backends: readonly Backend[], context: ReadContext): CodeReader {
  const currencies = createTables(backends, (data) => data.currencies(context));
  const languages = createTables(backends, (data) => data.languages(context));
  return {
    readCurrencies: (codes) => readCodes(codes, currencies, toUnlistedCurrency),
    readLanguages: (codes) => readCodes(codes, languages, toUnlistedLanguage),
  };
}

type Tables<T> = (backend: BackendName) => Promise<ReadonlyMap<string, T>>;

function createTables<T>(
  backends: readonly Backend[],
  read: (data: ReferenceData) => Promise<ReadonlyMap<string, T>>,
): Tables<T> {
  const tables = new Map<BackendName, Promise<ReadonlyMap<string, T>>>();
  return async (name) => {
    const data = backends.find((backend) => backend.name === name)?.referenceData;
    if (data === undefined) return new Map();
    const table = tables.get(name) ?? read(data);
    tables.set(name, table);
    return table;
  };
}

async function readCodes<T>(
  codes: readonly CodeRef[],
  tables: Tables<T>,
  toUnlisted: (code: string) => T,
): Promise<readonly Answer<T>[]> {
  return readPerBackend(
    codes,
    ({ backend }) => backend,
    async (backend) => {
      const table = await tables(backend);
      return ({ code }) => table.get(code) ?? toUnlisted(code);
    },
  );
}
