import { isRecord } from '../http/json.ts';
import type { JsonObject } from '../http/json.ts';

/** A value that `q` and `orderby` can compare. */
export type Comparable = boolean | number | bigint | string;

/** The value behind a dotted path; `undefined` when it is absent or not a plain value. */
export function valueAt(row: JsonObject, path: string): Comparable | undefined {
  let value: unknown = row;
  for (const name of path.split('.')) value = isRecord(value) ? value[name] : undefined;
  if (isRecord(value) && typeof value['rawJSON'] === 'string') return BigInt(value['rawJSON']);
  return isComparable(value) ? value : undefined;
}

export function equalsValue(left: Comparable, right: Comparable): boolean {
  return compareValues(left, right) === 0;
}

/** Below, at or above 0; `null` when the two are of kinds that cannot be compared. */
export function compareValues(left: Comparable, right: Comparable): number | null {
  if (kindOf(left) !== kindOf(right)) return null;
  if (left === right) return 0;
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

function isComparable(value: unknown): value is Comparable {
  return ['boolean', 'number', 'bigint', 'string'].includes(typeof value);
}

function kindOf(value: Comparable): string {
  return typeof value === 'bigint' ? 'number' : typeof value;
}
