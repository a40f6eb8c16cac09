import http from 'node:http';
import https from 'node:https';
import got, { type Got } from 'got';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ConsecutiveBreaker,
  DelegateBackoff,
  bulkhead,
  circuitBreaker,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
  type IRetryBackoffContext,
} from 'cockatiel';
import { GatewayError } from '../domain/errors.ts';
import type { BackendHealth, ReadContext } from '../domain/backend.ts';
import type { BackendName } from '../domain/model.ts';
import { CALLER_LEFT, ResponseTooLargeError, isNotSent, toUpstreamError } from './failure.ts';
import { createHealthMonitor } from './health.ts';
import type {
  AddressedRequest,
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
  readonly observe?: UpstreamObserver;
}

/** Sends requests to one backend. The only place where a socket to it is opened. */
export interface UpstreamClient {
  /**
   * Sends a request that changes nothing, retrying what may pass within its time.
   *
   * @throws GatewayError as `failureOf` says, BACKEND_UNAVAILABLE when no answer came, BUDGET_EXCEEDED
   */
  read(
    request: UpstreamRequest,
    context: Pick<ReadContext, 'signal' | 'budget'>,
  ): Promise<UpstreamResponse>;
  /** Sends a request that changes something, at most once: no retry, no second try after a 401. Never throws for an outcome. */
  write(request: UpstreamRequest): Promise<WriteAnswer>;
  health(): BackendHealth;
  close(): void;
}

const MAX_ATTEMPTS = 3;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;
/** Consecutive calls without an answer after which a backend is left alone for a moment. */
const BREAKER_THRESHOLD = 12;
const BREAKER_PAUSE_MS = 1_000;
const MAX_WAITING_CALLS = 2_000;
const DEFAULT_CONCURRENT_CALLS = 64;
const DEFAULT_RESPONSE_BYTES = 64 * 1024 * 1024;

export function createUpstreamClient(options: UpstreamClientOptions): UpstreamClient {
  const keepAlive = {
    keepAlive: true,
    maxSockets: options.maxConcurrentCalls ?? DEFAULT_CONCURRENT_CALLS,
  };
  const agents = { http: new http.Agent(keepAlive), https: new https.Agent(keepAlive) };
  const health = createHealthMonitor();
  const exchange = createExchange(options, agents, (event) => {
    health.observe(event);
    options.observe?.(event);
  });
  const guard = wrap(
    circuitBreaker(handleWhen(countsAgainstBackend), {
      halfOpenAfter: BREAKER_PAUSE_MS,
      breaker: new ConsecutiveBreaker(BREAKER_THRESHOLD),
    }),
    bulkhead(options.maxConcurrentCalls ?? DEFAULT_CONCURRENT_CALLS, MAX_WAITING_CALLS),
  );
  return {
    read: (request, context) => read({ options, exchange, guard }, request, context),
    write: (request) => write({ options, exchange }, request),
    health: () => health.health(),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Attempt {
  readonly request: UpstreamRequest;
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** A write gets a connection of its own: on a reused one, the peer's idle close looks like an unknown outcome. */
  readonly freshConnection: boolean;
}

type Exchange = (attempt: Attempt) => Promise<UpstreamResponse>;

interface Reading {
  readonly options: UpstreamClientOptions;
  readonly exchange: Exchange;
  readonly guard: IPolicy;
}

async function read(
  { options, exchange, guard }: Reading,
  request: UpstreamRequest,
  context: Pick<ReadContext, 'signal' | 'budget'>,
): Promise<UpstreamResponse> {
  const timeoutMs = request.timeoutMs ?? options.timeoutMs;
  const endsAt = performance.now() + timeoutMs;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs)]);
  const policy = retryPolicy(signal, endsAt);
  let renewed = false;
  let attempt = 0;
  const canRenew = (): boolean => options.credential.renew !== undefined && !renewed;
  const once = async (): Promise<UpstreamResponse> => {
    attempt += 1;
    context.budget.take();
    const response = await guard.execute(async () => {
      const answer = await exchange({ request, signal, attempt, freshConnection: false });
      const failure = options.failureOf(answer, request);
      if (failure !== null && !(answer.status === 401 && canRenew())) throw failure;
      return answer;
    });
    if (response.status !== 401 || !canRenew()) return response;
    renewed = true;
    options.credential.renew?.();
    return once();
  };
  try {
    return await policy.execute(once);
  } catch (error) {
    throw toPolicyError(error, options.backend, request.operation);
  }
}

async function write(
  { options, exchange }: Omit<Reading, 'guard'>,
  request: UpstreamRequest,
): Promise<WriteAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs);
  try {
    const response = await exchange({ request, signal, attempt: 1, freshConnection: true });
    if (response.status === 401) options.credential.renew?.();
    return { kind: 'response', response };
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

/** Wraps the failure of a request that never left. */
class NotSentError extends Error {
  readonly reason: GatewayError;
  constructor(reason: GatewayError) {
    super(reason.message);
    this.reason = reason;
  }
}

function createExchange(
  options: UpstreamClientOptions,
  agents: { http: http.Agent; https: https.Agent },
  observe: UpstreamObserver,
): Exchange {
  const { backend, credential, failureOf } = options;
  const client = createGot();
  return async ({ request, signal, attempt, freshConnection }) => {
    const startedAt = performance.now();
    const report = (status: number | null, outcome: string): void =>
      observe({
        backend,
        operation: request.operation,
        method: request.method,
        status,
        outcome,
        durationMs: performance.now() - startedAt,
        attempt,
      });
    try {
      const addressed = { ...request, url: addressOf(options.baseUrl, request) };
      const headers = await authenticate(credential, addressed, freshConnection);
      const response = await send(client, addressed, {
        headers,
        signal,
        agent: freshConnection ? undefined : agents,
        maxBytes: options.maxResponseBytes ?? DEFAULT_RESPONSE_BYTES,
      });
      report(response.status, failureOf(response, request)?.code ?? 'OK');
      return response;
    } catch (error) {
      const known =
        error instanceof NotSentError
          ? error.reason
          : toUpstreamError(error, { backend, operation: request.operation, signal });
      report(null, known.code);
      if (!freshConnection) throw known;
      throw isNotSent(error) ? new NotSentError(known) : error;
    }
  };
}

async function authenticate(
  credential: Credential,
  request: AddressedRequest,
  isWrite: boolean,
): Promise<Readonly<Record<string, string>>> {
  try {
    return await credential.headersFor(request);
  } catch (error) {
    if (isWrite && error instanceof GatewayError) throw new NotSentError(error);
    throw error;
  }
}

function createGot(): Got {
  return got.extend({
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
    cache: false,
    responseType: 'text',
    headers: { 'user-agent': 'user-gateway', accept: 'application/json' },
  });
}

interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly agent: { http: http.Agent; https: https.Agent } | undefined;
  readonly maxBytes: number;
}

async function send(
  client: Got,
  request: AddressedRequest,
  { headers, signal, agent, maxBytes }: SendOptions,
): Promise<UpstreamResponse> {
  signal.throwIfAborted();
  const tooLarge = new AbortController();
  const call = client(request.url, {
    method: request.method,
    headers: { ...request.headers, ...headers },
    signal: AbortSignal.any([signal, tooLarge.signal]),
    ...(agent === undefined ? { agent: { http: false, https: false } } : { agent }),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  call.on('downloadProgress', ({ transferred }) => {
    if (transferred > maxBytes) tooLarge.abort();
  });
  try {
    const response = await call;
    return {
      status: response.statusCode,
      headers: firstValues(response.headers),
      body: response.body,
    };
  } catch (error) {
    throw tooLarge.signal.aborted ? new ResponseTooLargeError() : error;
  }
}

function addressOf(baseUrl: URL, { path, query }: UpstreamRequest): URL {
  const url = new URL(baseUrl);
  url.pathname = `${baseUrl.pathname.replace(/\/$/, '')}${path}`;
  url.search = query === undefined || query === '' ? '' : `?${query}`;
  return url;
}

function firstValues(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value?.[0],
    ]),
  );
}

/** Retries what may pass: no answer, a broken-off one, throttling. A plain 500 is not retried: it tends to repeat. */
function retryPolicy(signal: AbortSignal, endsAt: number) {
  const mayPass = (error: unknown): boolean =>
    error instanceof GatewayError &&
    error.retryable &&
    error.safeCause?.status !== 500 &&
    !signal.aborted &&
    performance.now() + (error.retryAfterMs ?? 0) < endsAt;
  return retry(handleWhen(mayPass), {
    maxAttempts: MAX_ATTEMPTS - 1,
    backoff: new DelegateBackoff(delayOf),
  });
}

function delayOf({ attempt, result }: IRetryBackoffContext<unknown>): number {
  const error = 'error' in result ? result.error : null;
  if (error instanceof GatewayError && error.retryAfterMs !== null) return error.retryAfterMs;
  const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

function countsAgainstBackend(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.code === 'BACKEND_UNAVAILABLE' &&
    error.safeCause?.code !== CALLER_LEFT
  );
}

function toPolicyError(error: unknown, backend: BackendName, operation: string): unknown {
  if (error instanceof BrokenCircuitError) {
    return new GatewayError(
      'BACKEND_UNAVAILABLE',
      `${backend} is left alone for a moment: its last calls all failed.`,
      {
        backend,
        operation,
        cause: { name: error.name, code: 'CIRCUIT_OPEN' },
      },
    );
  }
  if (error instanceof BulkheadRejectedError) {
    return new GatewayError(
      'BACKEND_UNAVAILABLE',
      `Too many calls to ${backend} are waiting already.`,
      {
        backend,
        operation,
        cause: { name: error.name, code: 'QUEUE_FULL' },
      },
    );
  }
  return error;
}
