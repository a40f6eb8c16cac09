import type { Instant } from '../../../domain/model.ts';

/** CloudSSO's time, UTC to the second, e.g. `2021-10-26T03:03:42Z`; `null` for what is none. */
export function toInstant(wire: string | null): Instant | null {
  if (wire === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(wire)) return null;
  const time = Date.parse(wire);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
