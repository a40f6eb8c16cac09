import type { ReadContext } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendFailureCode } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import { ENDED, encodeCursor, parseCursor } from './cursor.ts';
import type { Place } from './cursor.ts';
import { SourceWalk } from './source-walk.ts';
import type { ListSource, WalkFailure } from './source-walk.ts';

/** The arguments of every list. */
export interface PageArguments {
  /** Rows wanted, 1 to `MAX_PAGE_SIZE`. */
  readonly first: number;
  /** The cursor of an edge or page of the same list; `null`: from the start. */
  readonly after: string | null;
}

/** One page of a list over several backends, in the order of the registry and each backend's own order. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  /** The nodes of the edges. */
  readonly nodes: readonly T[];
  /** The backends that could not contribute, or not all they have. */
  readonly failures: readonly BackendFailure[];
  /** Whether a backend may have more rows; `true` too while they are held by a failure that may pass. */
  readonly hasNextPage: boolean;
  /** Whether `after` was given: a list is only read forwards, and what is before is not looked at. */
  readonly hasPreviousPage: boolean;
  /** `null` on an empty page. */
  readonly startCursor: string | null;
  /** The cursor of the last edge. An empty page has one too, and may be behind the one it started from. */
  readonly endCursor: string;
}

export interface Edge<T> {
  readonly node: T;
  /** The list goes on behind this row, with any `first`. */
  readonly cursor: string;
}

/** One backend that could not contribute to a list. */
export interface BackendFailure {
  readonly backend: BackendName;
  readonly code: BackendFailureCode;
  readonly message: string;
  /** Whether following the list may bring the rows that are missing. */
  readonly retryable: boolean;
}

export const MAX_PAGE_SIZE = 200;

/**
 * Reads one page of a list from several backends in parallel.
 *
 * Every backend that has rows left gives a fair share of the page. Where some have less than their share, or fail, the
 * others fill the page in a further round, so a page is short only when no backend that answers has more.
 *
 * @param listKey names the list, see `toListKey`; a cursor of another list is refused
 * @throws GatewayError BAD_USER_INPUT for `first` or `after`; the backends' failure when none of them answered
 */
export async function listPage<T>(
  sources: readonly ListSource<T>[],
  { first, after, listKey }: PageArguments & { readonly listKey: string },
  context: ReadContext,
): Promise<Connection<T>> {
  assertPageSize(first);
  const places = after === null ? null : parseCursor(after, listKey);
  const walks = sources.map(
    (source) => new SourceWalk(source, places?.get(source.backend) ?? null),
  );
  await fillPage(walks, first, context);
  assertSomeAnswered(walks);
  return toConnection(walks, listKey, after !== null);
}

function assertPageSize(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE) return;
  throw new GatewayError('BAD_USER_INPUT', `\`first\` must be from 1 to ${MAX_PAGE_SIZE}.`);
}

/** Each round either fills the page or closes a backend, so there are at most as many rounds as backends, and one. */
async function fillPage<T>(
  walks: readonly SourceWalk<T>[],
  first: number,
  context: ReadContext,
): Promise<void> {
  for (;;) {
    const wanted = first - walks.reduce((sum, walk) => sum + walk.rows.length, 0);
    const open = walks.filter((walk) => walk.canGoOn);
    if (wanted === 0 || open.length === 0) return;
    const shares = open.map((_walk, index) => shareOf(wanted, index, open.length));
    await Promise.all(open.map((walk, index) => walk.take(shares[index] ?? 0, context)));
  }
}

function shareOf(wanted: number, index: number, count: number): number {
  return Math.floor(wanted / count) + (index < wanted % count ? 1 : 0);
}

/** An outage is an error, not an empty page. A backend that cannot list is no outage, nor is one that ended on an earlier page. */
function assertSomeAnswered<T>(walks: readonly SourceWalk<T>[]): void {
  const able = walks.filter(({ failure }) => failure?.code !== 'UNSUPPORTED_BY_BACKEND');
  const errors = able.flatMap(({ failure, hasAnswered }) =>
    failure === null || hasAnswered ? [] : [failure.error],
  );
  const [error] = errors;
  if (error === undefined || errors.length < able.length) return;
  if (errors.length === 1) throw error;
  throw new GatewayError(error.code, 'None of the backends answered.', {
    retryable: errors.some(({ retryable }) => retryable),
    extensions: { backends: able.map(({ source }) => source.backend) },
  });
}

function toConnection<T>(
  walks: readonly SourceWalk<T>[],
  listKey: string,
  hasPreviousPage: boolean,
): Connection<T> {
  const endCursor = encodeCursor(
    listKey,
    walks.map((walk) => [walk.source.backend, walk.place]),
  );
  const edges = walks.flatMap((walk, index) =>
    walk.rows.map(
      ({ value, position }) =>
        new LazyEdge(value, () => encodeCursor(listKey, placesAt(walks, index, position))),
    ),
  );
  // Behind the last row is behind everything that this page looked at.
  const last = edges.pop();
  if (last !== undefined) edges.push(new LazyEdge(last.node, () => endCursor));
  const failures = walks.flatMap(toFailure);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    failures,
    hasNextPage: walks.some(hasMore),
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor,
  };
}

/** Backends before the row's stand behind their rows of this page, those after it where they stood before the page. */
function placesAt<T>(
  walks: readonly SourceWalk<T>[],
  rowOf: number,
  position: string,
): (readonly [BackendName, Place])[] {
  return walks.map(({ source, place, startedAt }, index) => [
    source.backend,
    index < rowOf ? place : index === rowOf ? position : startedAt,
  ]);
}

function toFailure<T>({ source, failure }: SourceWalk<T>): readonly BackendFailure[] {
  if (failure === null) return [];
  const { code, error } = failure;
  return [{ backend: source.backend, code, message: error.message, retryable: mayPass(failure) }];
}

function hasMore<T>({ place, failure }: SourceWalk<T>): boolean {
  return place !== ENDED && (failure === null || mayPass(failure));
}

/** The next page is another request, with a budget of its own. */
function mayPass({ code, error }: WalkFailure): boolean {
  return error.retryable || code === 'BUDGET_EXCEEDED';
}

/** Most clients take the nodes and the end cursor only, and a cursor costs more than the rest of an edge. */
class LazyEdge<T> implements Edge<T> {
  readonly node: T;
  readonly #makeCursor: () => string;

  constructor(node: T, makeCursor: () => string) {
    this.node = node;
    this.#makeCursor = makeCursor;
  }

  get cursor(): string {
    return this.#makeCursor();
  }
}
