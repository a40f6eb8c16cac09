import type { Instant } from '../../../domain/model.ts';
import type { DateParser } from './dates.ts';

/** The dates of one record, and what its reader should know about them. */
export interface RowDates<Name extends string> {
  readonly at: Readonly<Record<Name, Instant | null>>;
  /** Names of dates that came without a zone and were read in the configured one. */
  readonly zoneAssumed: readonly Name[];
  /** Names of dates that came in a form which nobody can read. */
  readonly unreadable: readonly Name[];
}

/** Reads the named dates of a record. A date that cannot be read is no reason to lose the record. */
export function readDates<Name extends string>(
  names: readonly Name[],
  record: Readonly<Record<Name, unknown>>,
  parseDate: DateParser,
): RowDates<Name> {
  const zoneAssumed: Name[] = [];
  const unreadable: Name[] = [];
  const at = Object.fromEntries(
    names.map((name) => {
      const parsed = parseDate(record[name]);
      if (parsed === null && isGiven(record[name])) unreadable.push(name);
      if (parsed?.zoneAssumed) zoneAssumed.push(name);
      return [name, parsed?.instant ?? null];
    }),
  ) as Record<Name, Instant | null>;
  return { at, zoneAssumed, unreadable };
}

function isGiven(value: unknown): boolean {
  return (
    value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '')
  );
}
