import http from 'node:http';
import https from 'node:https';
import got, { type Got } from 'got';
import { GatewayError, type SafeCause } from '../domain/errors.ts';
import { CALLER_LEFT, ResponseTooLargeError, isNotSent, toUpstreamError } from './failure.ts';
import type {
  AddressedRequest,
  Credential,
  UpstreamObserver,
  UpstreamRequest,
  UpstreamResponse,
} from './upstream.ts';

/** What one try of one request needs. */
export interface Attempt {
  readonly request: UpstreamRequest;
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** A write gets a connection of its own: on a reused one, the peer's idle close looks like an unknown outcome. */
  readonly freshConnection: boolean;
}

/** What a whole answer comes to. */
export interface Verdict<T> {
  readonly value: T;
  /** For those who watch the calls; what the sender is to know stands in the value. */
  readonly failure: GatewayError | null;
}

/** Judges a whole answer. What it throws has failed the call. */
export type Judge<T> = (response: UpstreamResponse) => Verdict<T> | Promise<Verdict<T>>;

/**
 * Sends a request once, and has its answer judged.
 *
 * @throws NotSentError when it never left: of a read for want of a credential only, of a write for whatever reason. Else
 *   GatewayError for a read; for a write whatever ended it, since only its sender can judge that
 */
export type Exchange = <T>(attempt: Attempt, judge: Judge<T>) => Promise<T>;

/** Connections that are kept open between reads. */
export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

export function createAgents(maxSockets: number): Agents {
  const options = { keepAlive: true, maxSockets };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

/** The failure of a request that never left. */
export class NotSentError extends Error {
  readonly reason: GatewayError;
  constructor(reason: GatewayError) {
    super(reason.message);
    this.reason = reason;
  }
}

/** What an exchange is told of its backend. */
export interface ExchangeOptions {
  readonly backend: string;
  readonly baseUrl: URL;
  readonly credential: Credential;
  readonly maxResponseBytes?: number;
}

const DEFAULT_RESPONSE_BYTES = 64 * 1024 * 1024;

export function createExchange(
  options: ExchangeOptions,
  agents: Agents,
  observe: UpstreamObserver,
): Exchange {
  const { backend, credential } = options;
  const client = createGot();
  return async ({ request, signal, attempt, freshConnection }, judge) => {
    const call = watchCall({ backend, request, attempt }, observe);
    let isSent = false;
    try {
      const addressed = { ...request, url: addressOf(options.baseUrl, request) };
      const headers = await authenticate(credential, addressed);
      // The credential may have taken all the time there was.
      signal.throwIfAborted();
      isSent = true;
      const response = await send(client, addressed, {
        headers,
        signal,
        agent: freshConnection ? undefined : agents,
        maxBytes: request.maxResponseBytes ?? options.maxResponseBytes ?? DEFAULT_RESPONSE_BYTES,
      });
      call.answered(response.status);
      credential.learn?.(response);
      // To a read 403 may mean just this row; a write that is refused so is not sent again, and the next gets a new token.
      if (response.status === 401 || (freshConnection && response.status === 403)) {
        credential.renew?.(headers);
      }
      const { value, failure } = await judge(response);
      call.ended(failure?.code ?? 'OK', failure?.safeCause);
      return value;
    } catch (error) {
      const known =
        error instanceof NotSentError
          ? error.reason
          : toUpstreamError(error, { backend, operation: request.operation, signal });
      call.ended(known.safeCause?.code === CALLER_LEFT ? CALLER_LEFT : known.code, known.safeCause);
      if (!freshConnection) throw error instanceof NotSentError ? error : known;
      throw !isSent || isNotSent(error) ? new NotSentError(known) : error;
    }
  };
}

interface WatchedCall {
  readonly backend: string;
  readonly request: UpstreamRequest;
  readonly attempt: number;
}

/** Its time ends with the last byte of the answer: what judging takes is the gateway's own. */
function watchCall(
  { backend, request: { operation, method }, attempt }: WatchedCall,
  observe: UpstreamObserver,
) {
  const startedAt = performance.now();
  let status: number | null = null;
  let answeredAt: number | null = null;
  return {
    answered: (code: number): void => {
      status = code;
      answeredAt = performance.now();
    },
    ended: (outcome: string, cause: SafeCause | null = null): void => {
      const durationMs = (answeredAt ?? performance.now()) - startedAt;
      observe({ backend, operation, method, status, outcome, cause, durationMs, attempt });
    },
  };
}

async function authenticate(
  credential: Credential,
  request: AddressedRequest,
): Promise<Readonly<Record<string, string>>> {
  try {
    return await credential.headersFor(request);
  } catch (error) {
    if (error instanceof GatewayError) throw new NotSentError(error);
    throw error;
  }
}

function createGot(): Got {
  return got.extend({
    retry: { limit: 0 },
    throwHttpErrors: false,
    // A credential goes to the configured origin and nowhere else.
    followRedirect: false,
    // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 changes what Node does by default.
    https: { rejectUnauthorized: true },
    cache: false,
    responseType: 'text',
    headers: { 'user-agent': 'user-gateway', accept: 'application/json' },
  });
}

interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly agent: Agents | undefined;
  readonly maxBytes: number;
}

async function send(
  client: Got,
  request: AddressedRequest,
  { headers, signal, agent, maxBytes }: SendOptions,
): Promise<UpstreamResponse> {
  const tooLarge = new AbortController();
  const call = client(request.url, {
    method: request.method,
    headers: { ...request.headers, ...headers },
    signal: AbortSignal.any([signal, tooLarge.signal]),
    ...(agent === undefined ? { agent: { http: false, https: false } } : { agent }),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  void call.on('downloadProgress', ({ transferred }) => {
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
