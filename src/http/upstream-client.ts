import { AsyncLocalStorage } from 'node:async_hooks';
import type { GatewayError } from '../domain/errors.ts';
import type { BackendHealth, ReadContext } from '../domain/backend.ts';
import type { BackendName } from '../domain/model.ts';
import {
  NotSentError,
  createAgents,
  createExchange,
  type Exchange,
  type Verdict,
} from './exchange.ts';
import { CALLER_LEFT, toUpstreamError } from './failure.ts';
import { createHealthMonitor } from './health.ts';
import { WaitEndedError, createPatience } from './patience.ts';
import {
  createGuard,
  createRetry,
  guardRefusalOf,
  toGuardError,
  type Guard,
} from './resilience.ts';
import type {
  Credential,
  UpstreamObserver,
  UpstreamRequest,
  UpstreamResponse,
  WriteAnswer,
} from './upstream.ts';

export interface UpstreamClientOptions {
  readonly backend: BackendName;
  /** Up to where `UpstreamRequest.path` begins; may hold a path, no query. */
  readonly baseUrl: URL;
  readonly credential: Credential;
  /** The whole time of one call, retries included, in milliseconds. */
  readonly timeoutMs: number;
  /** Calls under way at once; more wait in line. Default 64. */
  readonly maxConcurrentCalls?: number;
  /** Bytes of one answer, decompressed. Default 64 MiB. */
  readonly maxResponseBytes?: number;
  /** Tells a failed answer from a good one: `null` for a good one. Only the backend knows its own dialect. */
  readonly failureOf: (response: UpstreamResponse, request: UpstreamRequest) => GatewayError | null;
  /** Whether a read is tried again after a plain 500, which tends to repeat. Default `false`. */
  readonly retriesStatus500?: boolean;
  readonly observe?: UpstreamObserver;
}

export type Parse<T> = (response: UpstreamResponse) => T | Promise<T>;

type CallContext = Pick<ReadContext, 'signal' | 'budget'>;

/** Sends requests to one backend. The only place where a socket to it is opened. */
export interface UpstreamClient {
  /**
   * Sends a request that changes nothing, retrying what may pass within its time.
   *
   * @param parse reads a good answer; what it throws counts, for all who watch, as the outcome of the call
   * @throws GatewayError as `failureOf` says and as `parse` throws, BACKEND_UNAVAILABLE when no answer came, BUDGET_EXCEEDED
   */
  read<T>(request: UpstreamRequest, context: CallContext, parse: Parse<T>): Promise<T>;
  /** Sends a request that changes something, at most once: no retry, no second try after a 401. Never throws for an outcome. */
  write(request: UpstreamRequest): Promise<WriteAnswer>;
  health(): BackendHealth;
  close(): void;
}

const DEFAULT_CONCURRENT_CALLS = 64;

export function createUpstreamClient(options: UpstreamClientOptions): UpstreamClient {
  const maxCalls = options.maxConcurrentCalls ?? DEFAULT_CONCURRENT_CALLS;
  const agents = createAgents(maxCalls);
  const health = createHealthMonitor();
  const exchange = createExchange(options, agents, (event) => {
    health.observe(event);
    options.observe?.(event);
  });
  const guard = createGuard(maxCalls);
  return {
    read: (request, context, parse) =>
      read({ options, exchange, guard }, { request, context, parse }),
    write: (request) => write({ options, exchange }, request),
    health: () => ({ ...health.health(), circuitOpen: guard.isOpen() }),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Reading {
  readonly options: UpstreamClientOptions;
  readonly exchange: Exchange;
  readonly guard: Guard;
}

interface Read<T> {
  readonly request: UpstreamRequest;
  readonly context: CallContext;
  readonly parse: Parse<T>;
}

/** An answer that was read, or a 401 after which it is worth asking again. */
type ReadAnswer<T> = { readonly kind: 'read'; readonly value: T } | { readonly kind: 'expired' };

async function read<T>(
  { options, exchange, guard }: Reading,
  { request, context, parse }: Read<T>,
): Promise<T> {
  const timeoutMs = request.timeoutMs ?? options.timeoutMs;
  const startedAt = performance.now();
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs)]);
  const policy = createRetry({
    signal,
    endsAt: startedAt + timeoutMs,
    retriesStatus500: options.retriesStatus500 ?? false,
  });
  const patience = createPatience(signal);
  let renewed = false;
  let attempt = 0;
  const canRenew = (): boolean => options.credential.renew !== undefined && !renewed;
  const judge = async (response: UpstreamResponse): Promise<Verdict<ReadAnswer<T>>> => {
    const failure = options.failureOf(response, request);
    if (response.status === 401 && canRenew()) return { value: { kind: 'expired' }, failure };
    if (failure !== null) throw failure;
    return { value: { kind: 'read', value: await parse(response) }, failure };
  };
  const once = async (): Promise<T> => {
    attempt += 1;
    context.budget.take();
    const tried = { request, signal, attempt, freshConnection: false };
    const send = () => patience.call(() => exchange(tried, judge));
    // After a wait in line it is started by whoever left the line: bound, it stays a part of its own request.
    const answer = await guard.bulkhead.execute(AsyncLocalStorage.bind(send));
    if (answer.kind === 'read') return answer.value;
    renewed = true;
    return once();
  };
  try {
    return await patience.waitFor(guard.breaker.execute(() => policy.execute(once)));
  } catch (error) {
    // No credential could be had, and whoever fetches it has tried again already.
    if (error instanceof NotSentError) throw error.reason;
    throw keptBack(error, { request, signal, attempt, startedAt }, options) ?? error;
  }
}

interface KeptBackRead {
  readonly request: UpstreamRequest;
  readonly signal: AbortSignal;
  readonly attempt: number;
  readonly startedAt: number;
}

/**
 * What the error means of a read that the guard refused, or that waited in vain. Tells the observer alone: it says nothing
 * new of the backend's health.
 *
 * @returns `null` for an error of a read that left
 */
function keptBack(
  error: unknown,
  { request: { operation, method }, signal, attempt, startedAt }: KeptBackRead,
  { backend, observe }: UpstreamClientOptions,
): GatewayError | null {
  const refusal = guardRefusalOf(error);
  if (refusal === null && !(error instanceof WaitEndedError)) return null;
  const known =
    refusal === null
      ? toUpstreamError(error, { backend, operation, signal })
      : toGuardError(refusal, backend, operation);
  const isLeft = known.safeCause?.code === CALLER_LEFT;
  const outcome = refusal ?? (isLeft ? CALLER_LEFT : known.code);
  const cause = refusal === null ? known.safeCause : null;
  const durationMs = performance.now() - startedAt;
  observe?.({ backend, operation, method, status: null, outcome, cause, durationMs, attempt });
  return known;
}

async function write(
  { options, exchange }: Omit<Reading, 'guard'>,
  request: UpstreamRequest,
): Promise<WriteAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs);
  try {
    return await exchange({ request, signal, attempt: 1, freshConnection: true }, (response) => ({
      value: { kind: 'response', response },
      failure: options.failureOf(response, request),
    }));
  } catch (error) {
    if (error instanceof NotSentError) return { kind: 'not-sent', error: error.reason };
    return {
      kind: 'unknown',
      error: toUpstreamError(error, {
        backend: options.backend,
        operation: request.operation,
        signal,
      }),
    };
  }
}
