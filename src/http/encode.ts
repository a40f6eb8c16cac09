import { GatewayError } from '../domain/errors.ts';

/**
 * A path whose inserted values are percent-encoded, one segment each: encodePath`/users/${partyNumber}/groups`.
 *
 * @throws GatewayError BAD_USER_INPUT for a value that no URL can carry as one segment: empty, `.` or `..`,
 *   which every URL parser resolves even when it is percent-encoded
 */
export function encodePath(literals: TemplateStringsArray, ...values: readonly string[]): string {
  return literals.reduce((path, literal, index) => {
    const value = index === 0 ? '' : encodeSegment(values[index - 1] ?? '');
    return `${path}${value}${literal}`;
  }, '');
}

/**
 * A query string, without the question mark, in the order given. Parameters that are `undefined` or `null` are left out.
 * A space becomes `%20`, never `+`.
 */
export function encodeQuery(
  parameters: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeComponent(name)}=${encodeComponent(String(value))}`)
    .join('&');
}

/**
 * Percent-encodes everything but the unreserved characters of RFC 3986.
 *
 * @throws GatewayError BAD_USER_INPUT for text with a lone surrogate, which UTF-8 cannot carry
 */
export function encodeComponent(text: string): string {
  if (!text.isWellFormed()) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      'The text holds half of a surrogate pair. Send well-formed Unicode.',
    );
  }
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encodeSegment(value: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new GatewayError(
      'BAD_USER_INPUT',
      'The name or id cannot be part of an address: it is empty, "." or "..".',
    );
  }
  return encodeComponent(value);
}
