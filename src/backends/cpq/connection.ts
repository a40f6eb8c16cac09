import type { ReadContext } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import { encodeQuery } from '../../http/encode.ts';
import type { UpstreamClient } from '../../http/upstream-client.ts';
import type { InspectAnswer } from '../contract-drift.ts';
import { WrongShape } from './contract-decoders.ts';
import { readBody, type CpqPage } from './contract.ts';

/** CPQ cuts a larger `limit` to this. */
export const MAX_LIMIT = 1000;

/** A read: its operation and where it goes. */
export interface CpqRead {
  readonly operation: string;
  /** Made by `encodePath`, below the version. */
  readonly path: string;
  /** Encoded. */
  readonly query?: string;
}

/** Reads the JSON of an answer. @throws WrongShape */
export type Parse<T> = (answer: unknown) => T;

/**
 * What the calls of the client share: sending a read and parsing its answer.
 *
 * Every method throws GatewayError as `failureOf` says, and BACKEND_CONTRACT_VIOLATION when the parser refuses.
 */
export interface CpqConnection {
  /** @returns `null` for a 404 */
  readOrNull<T>(request: CpqRead, context: ReadContext, parse: Parse<T>): Promise<T | null>;
  /** Of something that must be there: a 404 is BACKEND_REJECTED, as this site or version does not have it. */
  read<T>(request: CpqRead, context: ReadContext, parse: Parse<T>): Promise<T>;
  /** Every page of a collection, as few as CPQ allows. @returns `null` for a 404 */
  readPagesOrNull<T>(
    request: CpqRead,
    context: ReadContext,
    parse: Parse<CpqPage<T>>,
  ): Promise<readonly T[] | null>;
  /** As `readPagesOrNull`, of something that must be there. */
  readPages<T>(
    request: CpqRead,
    context: ReadContext,
    parse: Parse<CpqPage<T>>,
  ): Promise<readonly T[]>;
}

export interface CpqConnectionOptions {
  readonly backend: BackendName;
  readonly upstream: UpstreamClient;
  readonly inspect?: InspectAnswer;
}

export function createConnection({
  backend,
  upstream,
  inspect,
}: CpqConnectionOptions): CpqConnection {
  const readOrNull: CpqConnection['readOrNull'] = (request, context, parse) =>
    upstream.read({ ...request, method: 'GET' }, context, ({ status, body }) => {
      if (status === 404) return null;
      const answer = readBody(body);
      inspect?.(request.operation, answer);
      try {
        return parse(answer);
      } catch (error) {
        throw error instanceof WrongShape ? toViolation(error, backend, request.operation) : error;
      }
    });

  const readPagesOrNull: CpqConnection['readPagesOrNull'] = async <T>(
    request: CpqRead,
    context: ReadContext,
    parse: Parse<CpqPage<T>>,
  ) => {
    const all: T[] = [];
    for (;;) {
      const query = encodeQuery({ limit: MAX_LIMIT, offset: all.length, totalResults: true });
      const page = await readOrNull({ ...request, query }, context, parse);
      if (page === null) return null;
      for (const item of page.items) all.push(item);
      if (!hasMoreAfter(page, all.length)) return all;
    }
  };

  const present = <T>(answer: T | null, { operation }: CpqRead): T => {
    if (answer === null) throw toAbsence(backend, operation);
    return answer;
  };
  return {
    readOrNull,
    readPagesOrNull,
    read: async (request, context, parse) =>
      present(await readOrNull(request, context, parse), request),
    readPages: async (request, context, parse) =>
      present(await readPagesOrNull(request, context, parse), request),
  };
}

/**
 * Whether rows follow a page: as CPQ says, else by the total, else no (answers without paging keys are whole).
 * An empty page is the last one whatever it says, so that reading on always ends.
 *
 * @param end rows of the collection before the end of the page
 */
export function hasMoreAfter(page: CpqPage<unknown>, end: number): boolean {
  if (page.items.length === 0) return false;
  return page.hasMore ?? (page.totalResults !== null && end < page.totalResults);
}

function toViolation(error: WrongShape, backend: BackendName, operation: string): GatewayError {
  return new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${backend} answered ${operation} with something else than its contract says.`,
    { backend, operation, cause: { name: 'WrongShape', code: error.path, status: 200 } },
  );
}

function toAbsence(backend: BackendName, operation: string): GatewayError {
  return new GatewayError('BACKEND_REJECTED', `${backend} has no ${operation}.`, {
    backend,
    operation,
    cause: { status: 404 },
  });
}
