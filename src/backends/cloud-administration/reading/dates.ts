import type { Instant } from '../../../domain/model.ts';
import { isJsonObject } from '../../../http/json.ts';
import { createZonedClock, type WallTime, type ZonedClock } from './zoned-clock.ts';

/** A date that could be read. */
export interface ParsedDate {
  readonly instant: Instant;
  /** The text had no zone and was read in the configured one. */
  readonly zoneAssumed: boolean;
}

/** Reads a date of any form. @returns `null` when there is none, or none that can be understood */
export type DateParser = (value: unknown) => ParsedDate | null;

/**
 * Makes a parser for every form in which this backend may write a date.
 *
 * Its schemas say `{millis, wrappedDateTime}` for some dates and text for others, its published payloads hold text
 * without a zone for all of them, and no page says in which zone that is meant.
 *
 * - text in ISO 8601, to the day, minute, second or finer; without a zone it is read in `timeZone`
 * - a number, in milliseconds since 1970, also as text
 * - an object with `millis`, `wrappedDateTime` or both: `millis` counts, and a text that contradicts it makes the
 *   date unreadable
 *
 * @param timeZone IANA name, e.g. `Europe/Paris`
 */
export function createDateParser(timeZone: string): DateParser {
  const clock = createZonedClock(timeZone);
  return (value) => {
    const moment = isJsonObject(value)
      ? momentOfObject(value.millis, value.wrappedDateTime, clock)
      : momentOf(value, clock);
    return moment === null
      ? null
      : { instant: new Date(moment.millis).toISOString(), zoneAssumed: moment.zoneAssumed };
  };
}

interface Moment {
  readonly millis: number;
  readonly zoneAssumed: boolean;
}

const ISO_TEXT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|z|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?$/;
/** As many digits as milliseconds since 1970 have from the year 1973 on, so that no year is taken for them. */
const MILLIS_TEXT = /^-?\d{12,16}$/;
/** Text goes to the second where the number goes to the millisecond. */
const ZONED_TOLERANCE_MS = 1_000;
/** No zone is further from any other. */
const ZONELESS_TOLERANCE_MS = 27 * 60 * 60 * 1000;
/** RFC 3339 has years of four digits. */
const EARLIEST_MS = Date.parse('0000-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

function momentOfObject(millis: unknown, text: unknown, clock: ZonedClock): Moment | null {
  const counted = momentOf(millis, clock);
  const written = momentOf(text, clock);
  if (counted === null || written === null) return counted ?? written;
  const tolerance = written.zoneAssumed ? ZONELESS_TOLERANCE_MS : ZONED_TOLERANCE_MS;
  return Math.abs(counted.millis - written.millis) < tolerance ? counted : null;
}

function momentOf(value: unknown, clock: ZonedClock): Moment | null {
  if (typeof value === 'number') return toMoment(value, false);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (MILLIS_TEXT.test(text)) return toMoment(Number(text), false);
  const match = ISO_TEXT.exec(text);
  return match === null ? null : momentOfText(match, clock);
}

function momentOfText(match: RegExpExecArray, clock: ZonedClock): Moment | null {
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const wall = wallTime([year, month, day, hour, minute, second], match[7]);
  if (wall === null) return null;
  const zone = match[8];
  if (zone === undefined) return toMoment(clock.toEpochMs(wall), true);
  const offset = offsetOf(zone);
  return offset === null ? null : toMoment(wall - offset, false);
}

/** @returns `null` for a time that no calendar or clock shows, such as 30 February */
function wallTime(
  parts: readonly (number | undefined)[],
  fraction: string | undefined,
): WallTime | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const millisecond = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? date.getTime() : null;
}

function offsetOf(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function toMoment(millis: number, zoneAssumed: boolean): Moment | null {
  const isReadable = Number.isSafeInteger(millis) && millis >= EARLIEST_MS && millis <= LATEST_MS;
  return isReadable ? { millis, zoneAssumed } : null;
}
