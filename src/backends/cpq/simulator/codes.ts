import codes from './codes.json' with { type: 'json' };

/** A code list as CPQ keeps it: code to display text, and the internal number that versions 5 to 7 also show. */
export interface CodeList {
  has(code: string): boolean;
  displayOf(code: string): string;
  /** The internal id of a code; invented, for CPQ's own are data of each site. */
  idOf(code: string): number;
  /** The code of an internal id, `null` when there is none. */
  codeOf(id: number): string | null;
  readonly codes: readonly string[];
}

/** Codes that CPQ 18D prints in a doubtful way; the usual spelling is accepted beside the printed one (inferred). */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  fi_FI: 'Finnish',
  es_HN: 'Spanish [Honduras]',
  sl_SI: 'Slovenian',
};

/** The 186 currency codes of CPQ 18D, deprecated ones and those unknown to ISO 4217 (CFAF, FM) included. */
export const currencies = createCodeList(codes.currencies);

/** The 107 language codes of CPQ 18D, in the style of Java locales. */
export const languages = createCodeList({ ...codes.languages, ...OTHER_SPELLINGS });

function createCodeList(displays: Readonly<Record<string, string>>): CodeList {
  const texts = new Map(Object.entries(displays));
  const inOrder = [...texts.keys()];
  const ids = new Map(inOrder.map((code, index) => [code, index + 1]));
  return {
    codes: inOrder,
    has: (code) => texts.has(code),
    displayOf: (code) => texts.get(code) ?? code,
    idOf: (code) => ids.get(code) ?? 0,
    codeOf: (id) => inOrder[id - 1] ?? null,
  };
}
