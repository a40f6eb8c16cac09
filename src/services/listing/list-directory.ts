import type { Backend, Page, PageRequest, ReadContext } from '../../domain/backend.ts';
import type { CompanyScope } from '../../domain/caller.ts';
import type { BackendName } from '../../domain/model.ts';
import { countRows } from './count-rows.ts';
import { toListKey } from './cursor.ts';
import { listPage } from './paging.ts';
import type { Connection, PageArguments } from './paging.ts';
import { chooseBackends, scopeKey, seesAllOf } from '../reading/visibility.ts';
import type { ListContext } from '../reading/visibility.ts';

/** What is listed from one port of every backend, whole. */
export interface Directory<T> {
  /** Names the list in its cursors. */
  readonly kind: string;
  readonly portOf: (backend: Backend) => DirectoryPort<T> | undefined;
  readonly sees: (scope: CompanyScope, node: T) => boolean;
}

export interface ListDirectoryRequest extends PageArguments {
  /** `null`: every backend. */
  readonly backends: readonly BackendName[] | null;
}

/**
 * Lists what the caller sees of a directory, over all backends.
 *
 * @throws GatewayError BAD_USER_INPUT for a bad `first`, `after` or backend name; the backends' failure when none answered
 */
export async function listDirectory<T>(
  { kind, portOf, sees }: Directory<T>,
  { backends, request }: { backends: readonly Backend[]; request: ListDirectoryRequest },
  context: ListContext,
): Promise<Connection<T>> {
  const { scope } = context;
  const names = request.backends && [...new Set(request.backends)].sort();
  const chosen = chooseBackends(backends, names, scope).filter((backend) =>
    takesPart(portOf(backend), names),
  );
  const sources = chosen.map((backend) => {
    const port = portOf(backend);
    return {
      backend: backend.name,
      list: port === undefined ? null : port.list.bind(port),
      accepts: seesAllOf(scope, backend.name) ? null : (node: T) => sees(scope, node),
    };
  });
  const listKey = toListKey(kind, [names, scopeKey(scope)]);
  return listPage(sources, { ...request, listKey }, context);
}

/**
 * How many rows `listDirectory` lists in all.
 *
 * @returns `null` when a backend failed, cannot count, or the caller sees only a part of it
 */
export async function countDirectory<T>(
  { portOf }: Directory<T>,
  { backends, names }: { backends: readonly Backend[]; names: readonly BackendName[] | null },
  context: ListContext,
): Promise<number | null> {
  const { scope } = context;
  const chosen = chooseBackends(backends, names, scope).filter((backend) =>
    takesPart(portOf(backend), names),
  );
  return countRows(
    chosen.map((backend) => {
      const port = portOf(backend);
      if (!seesAllOf(scope, backend.name) || port?.count === undefined) return null;
      return port.count.bind(port, context);
    }),
  );
}

/** A system that has no such objects is missing from no list; only a caller who names it is told that it has none. */
function takesPart(port: unknown, names: readonly BackendName[] | null): boolean {
  return port !== undefined || names !== null;
}

interface DirectoryPort<T> {
  list(request: PageRequest, context: ReadContext): Promise<Page<T>>;
  count?(context: ReadContext): Promise<number | null>;
}
