import { describe, expect, it } from 'vitest';
import { createDateParser } from '../../src/backends/cloud-administration/reading/dates.ts';

const NOON = '2026-02-03T12:00:00.000Z';
const NOON_MS = Date.parse(NOON);

function read(value: unknown, timeZone = 'UTC'): string | null {
  return createDateParser(timeZone)(value)?.instant ?? null;
}

describe('a date', () => {
  it.each([
    ['text with Z', '2026-02-03T12:00:00Z'],
    ['text with milliseconds', '2026-02-03T12:00:00.000Z'],
    ['text with nanoseconds', '2026-02-03T12:00:00.000000999Z'],
    ['text with an offset', '2026-02-03T13:30:00+01:30'],
    ['text with an offset without a colon', '2026-02-03T04:00:00-0800'],
    ['text with an offset in hours', '2026-02-03T14:00:00+02'],
    ['text with an offset and the name of a zone', '2026-02-03T13:00:00+01:00[Europe/Paris]'],
    ['text with a space between date and time', '2026-02-03 12:00:00Z'],
    ['text to the minute', '2026-02-03T12:00Z'],
    ['milliseconds', NOON_MS],
    ['milliseconds as text', String(NOON_MS)],
    ['an object with both', { millis: NOON_MS, wrappedDateTime: '2026-02-03T12:00:00Z' }],
    ['an object with milliseconds', { millis: NOON_MS }],
    ['an object with milliseconds as text', { millis: String(NOON_MS) }],
    ['an object with text', { wrappedDateTime: '2026-02-03T12:00:00Z' }],
    [
      'an object with a null beside the text',
      { millis: null, wrappedDateTime: '2026-02-03T12:00:00Z' },
    ],
    [
      'an object whose milliseconds are garbage',
      { millis: 'soon', wrappedDateTime: '2026-02-03T12:00:00Z' },
    ],
    ['an object whose text is garbage', { millis: NOON_MS, wrappedDateTime: 'soon' }],
    [
      'an object whose text has no zone, in which case the number is the surer one',
      { millis: NOON_MS, wrappedDateTime: '2026-02-03T06:00:00' },
    ],
  ])('is read from %s', (_form, value) => {
    expect(read(value)).toBe(NOON);
  });

  it('keeps the milliseconds that its text is too coarse for', () => {
    expect(read({ millis: NOON_MS + 250, wrappedDateTime: '2026-02-03T12:00:00Z' })).toBe(
      '2026-02-03T12:00:00.250Z',
    );
  });

  it.each([
    ['nothing', null],
    ['an absent value', undefined],
    ['blank text', '  '],
    ['a word', 'Never'],
    ['a day that no calendar has', '2026-02-30T12:00:00Z'],
    ['an hour that no clock shows', '2026-02-03T25:00:00Z'],
    ['an offset that no zone has', '2026-02-03T12:00:00+44:00'],
    ['a boolean', true],
    ['a list', [2026, 2, 3]],
    ['an empty object', {}],
    ['a fraction of a millisecond', 1.5],
    ['a number beyond every calendar', Number.MAX_SAFE_INTEGER],
    ['a number beyond every integer', 1e300],
    ['a year that RFC 3339 cannot write', 253402300800000],
    [
      'an object whose two values contradict each other',
      { millis: NOON_MS, wrappedDateTime: '2025-02-03T12:00:00Z' },
    ],
    [
      'an object whose text is off by more than any zone',
      { millis: NOON_MS, wrappedDateTime: '2025-02-03T12:00:00' },
    ],
  ])('is none when it is %s', (_form, value) => {
    expect(read(value)).toBeNull();
  });
});

describe('a date without a zone', () => {
  it('is read in the configured zone, and says so', () => {
    const parse = createDateParser('Asia/Kolkata');
    expect(parse('2026-02-03T17:30:00')).toEqual({ instant: NOON, zoneAssumed: true });
    expect(parse(NOON)).toEqual({ instant: NOON, zoneAssumed: false });
  });

  it.each([
    ['in winter', 'Europe/Berlin', '2026-01-15T12:00:00', '2026-01-15T11:00:00.000Z'],
    ['in summer', 'Europe/Berlin', '2026-07-15T12:00:00', '2026-07-15T10:00:00.000Z'],
    [
      'just before clocks go forward',
      'Europe/Berlin',
      '2026-03-29T01:59:59',
      '2026-03-29T00:59:59.000Z',
    ],
    [
      'just after clocks went forward',
      'Europe/Berlin',
      '2026-03-29T03:00:00',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'in the hour that is skipped',
      'Europe/Berlin',
      '2026-03-29T02:30:00',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'in the hour that comes twice',
      'Europe/Berlin',
      '2026-10-25T02:30:00',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'just after the hour that comes twice',
      'Europe/Berlin',
      '2026-10-25T03:00:00',
      '2026-10-25T02:00:00.000Z',
    ],
    ['west of Greenwich', 'America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00.000Z'],
    [
      'in the hour that comes twice, west',
      'America/New_York',
      '2026-11-01T01:30:00',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'where clocks move by half an hour',
      'Australia/Lord_Howe',
      '2026-04-05T01:45:00',
      '2026-04-04T14:45:00.000Z',
    ],
    ['at midnight of a day', 'Asia/Tokyo', '2026-02-03', '2026-02-02T15:00:00.000Z'],
  ])('is right %s', (_when, timeZone, text, instant) => {
    expect(read(text, timeZone)).toBe(instant);
  });
});
