import type { OperationContext } from './operation.ts';
import { invalidParameter } from './refusal.ts';

/**
 * Reads `Filter`: exactly one condition `<attribute> <operator> <value>`, `eq` or `sw`, not case-sensitive. No name holds a
 * space, so a value does not either, and a second condition is refused. Quoting is not documented.
 *
 * @returns whether a name matches; every name does when there is no filter
 */
export function nameFilter(
  { parameters, switches }: OperationContext,
  attribute: string,
): (name: string) => boolean {
  const filter = parameters.text('Filter')?.trim();
  if (!filter) return () => true;
  const [, name, operator, sent] = /^(\S+)\s+(eq|sw)\s+(\S+)$/i.exec(filter) ?? [];
  if (name?.toLowerCase() !== attribute.toLowerCase() || sent === undefined)
    throw invalidParameter('Filter');
  const fold = (text: string) => (switches.filterCaseSensitive ? text : text.toLowerCase());
  const value = fold(sent);
  return operator?.toLowerCase() === 'eq'
    ? (candidate) => fold(candidate) === value
    : (candidate) => fold(candidate).startsWith(value);
}
