/**
 * JSON in one spelling, for hashes: keys sorted, no spaces, absent values left out.
 *
 * @param replace sees every value first, as the replacer of `JSON.stringify` does
 */
export function canonicalJson(
  value: unknown,
  replace: (value: unknown) => unknown = (same) => same,
): string {
  return JSON.stringify(sorted(value, replace));
}

function sorted(given: unknown, replace: (value: unknown) => unknown): unknown {
  const value = replace(given);
  if (Array.isArray(value)) return value.map((item) => sorted(item, replace));
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item, replace)]));
}
