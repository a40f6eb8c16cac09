/** The media types of GraphQL answers, the one that is preferred among equals first. */
export const GRAPHQL_TYPES = ['application/json', 'application/graphql-response+json'] as const;

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * Chooses what to answer with.
 *
 * @param accept the request's `Accept` header; absent or empty accepts everything
 * @param offered the first of them wins among equally good ones
 * @returns `null` when nothing that is offered is accepted
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function chooseMediaType<Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type | null {
  const ranges = (accept ?? '').split(',').map(toRange).filter(isRange);
  const everything = ranges.length === 0 ? [{ type: '*/*', quality: 1 }] : ranges;
  let best: { readonly type: Type; readonly quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, everything);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}

function toRange(text: string): Range | null {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const number = quality === undefined ? 1 : Number(quality.slice(2));
  return type === '' ? null : { type, quality: number >= 0 && number <= 1 ? number : 0 };
}

function isRange(range: Range | null): range is Range {
  return range !== null;
}

/** The most specific range decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const kind = type.slice(0, type.indexOf('/'));
  const candidates = [type, `${kind}/*`, '*/*'];
  for (const candidate of candidates) {
    const range = ranges.find((each) => each.type === candidate);
    if (range) return range.quality;
  }
  return 0;
}
