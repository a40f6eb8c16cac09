import referenceData from '../../reference-data.json' with { type: 'json' };

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
const OTHER_SPELLINGS = [
  { code: 'fi_FI', name: 'Finnish' },
  { code: 'es_HN', name: 'Spanish [Honduras]' },
  { code: 'sl_SI', name: 'Slovenian' },
];

/** The 186 currency codes of CPQ 18D, deprecated ones and those unknown to ISO 4217 (CFAF, FM) included. */
export const currencies = createCodeList(referenceData.currencies);

/** The 107 language codes of CPQ 18D, in the style of Java locales. */
export const languages = createCodeList([...referenceData.languages, ...OTHER_SPELLINGS]);

interface CodeEntry {
  readonly code: string;
  readonly name: string;
}

function createCodeList(entries: readonly CodeEntry[]): CodeList {
  const texts = new Map(entries.map(({ code, name }) => [code, name]));
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
