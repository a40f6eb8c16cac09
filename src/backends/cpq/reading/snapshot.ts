import type { Page, PageRequest } from '../../../domain/backend.ts';
import type { Ref } from '../../../domain/model.ts';
import { invalidPosition } from './position.ts';

/** A whole list, in the order of native ids. */
export interface Snapshot<T> {
  readonly sorted: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
}

interface HasRef {
  readonly ref: Ref;
}

/**
 * Maps a list of wire rows to the domain once for as long as a cache hands out the same list, as the one in memory does.
 *
 * Of rows with one native id the first counts.
 */
export function createSnapshots<Row, T extends HasRef>(
  toDomain: (row: Row) => T,
): (rows: readonly Row[]) => Snapshot<T> {
  const known = new WeakMap<readonly Row[], Snapshot<T>>();
  return (rows) => {
    const snapshot = known.get(rows) ?? toSnapshot(rows.map(toDomain));
    known.set(rows, snapshot);
    return snapshot;
  };
}

/** The entries with these native ids; one that does not exist has no entry. */
export function pickFrom<T>(
  { byId }: Snapshot<T>,
  nativeIds: readonly string[],
): ReadonlyMap<string, T> {
  return new Map(
    nativeIds.flatMap((id) => {
      const found = byId.get(id);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

/**
 * A page of a snapshot. A position is the native id of the row before it, so that a newer snapshot repeats and loses nobody.
 *
 * @param isId whether a text can be a native id at all
 */
export function pageOf<T extends HasRef>(
  { sorted }: Snapshot<T>,
  { limit, position }: PageRequest,
  isId: (text: string) => boolean,
): Page<T> {
  if (position !== null && !isId(position)) throw invalidPosition();
  const ahead = position === null ? sorted : sorted.filter(({ ref }) => ref.nativeId > position);
  const rows = ahead.slice(0, limit).map((value) => ({ value, position: value.ref.nativeId }));
  return {
    rows,
    nextPosition: rows.length < ahead.length ? (rows.at(-1)?.position ?? null) : null,
  };
}

function toSnapshot<T extends HasRef>(values: readonly T[]): Snapshot<T> {
  const byId = new Map<string, T>();
  for (const value of values) {
    if (!byId.has(value.ref.nativeId)) byId.set(value.ref.nativeId, value);
  }
  const sorted = [...byId.entries()].sort(([left], [right]) => (left < right ? -1 : 1));
  return { sorted: sorted.map(([, value]) => value), byId };
}
