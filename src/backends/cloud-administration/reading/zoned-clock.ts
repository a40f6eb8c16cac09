/** What a clock on the wall shows, as the milliseconds since 1970 that it would be in UTC. */
export type WallTime = number;

/** The wall clocks of one time zone. */
export interface ZonedClock {
  /**
   * The moment at which the clocks show this time, in milliseconds since 1970. A time that they show twice is the
   * earlier of the two; one that they skip is as far behind the gap as it was into it.
   */
  toEpochMs(wall: WallTime): number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Clocks are changed on a quarter of an hour. */
const SLOT_MS = 15 * 60 * 1000;
const MAX_REMEMBERED_SLOTS = 20_000;

/** @param timeZone IANA name. @throws RangeError when the platform does not know it */
export function createZonedClock(timeZone: string): ZonedClock {
  const offsetAt = createOffsetReader(timeZone);
  return {
    toEpochMs: (wall) => {
      const before = offsetAt(wall - DAY_MS);
      const earlier = wall - before;
      if (offsetAt(earlier) === before) return earlier;
      const after = offsetAt(wall + DAY_MS);
      const later = wall - after;
      return offsetAt(later) === after ? later : earlier;
    },
  };
}

/** How far the wall clocks are ahead of UTC at a moment. Asking the platform is slow, and a list asks for the same days again. */
function createOffsetReader(timeZone: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  if (format.resolvedOptions().timeZone === 'UTC') return () => 0;
  const remembered = new Map<number, number>();
  return (epochMs) => {
    const slot = Math.floor(epochMs / SLOT_MS);
    const known = remembered.get(slot);
    if (known !== undefined) return known;
    if (remembered.size >= MAX_REMEMBERED_SLOTS) remembered.clear();
    const offset = wallTimeOf(format, slot * SLOT_MS) - slot * SLOT_MS;
    remembered.set(slot, offset);
    return offset;
  };
}

function wallTimeOf(format: Intl.DateTimeFormat, epochMs: number): WallTime {
  const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'), 0);
  return wall.getTime();
}
