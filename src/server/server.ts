import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../observability/logger.ts';
import { sendRefusal } from './answers.ts';
import { answerUnreadable } from './unreadable.ts';
import { openExchange, route, type Exchange, type RouteOptions } from './routes.ts';

export interface ServerOptions extends RouteOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly log: Logger;
  /** How long a caller may take to send a request's head. */
  readonly headersTimeoutMs?: number;
  /** How long a caller may take to send a whole request. */
  readonly receiveTimeoutMs?: number;
}

export interface RunningServer {
  /** Origin, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Stops: `/readyz` says 503 at once, the port closes when nothing new comes any more, requests under way finish.
   *
   * @param graceMs how long nothing has to come; it goes on accepting for ten times that at most
   */
  stop(graceMs?: number): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const RECEIVE_TIMEOUT_MS = 30_000;
/** How often Node looks for connections that take longer than that. */
const TIMEOUT_CHECK_MS = 1_000;
/** Long enough for a token and a query by GET. */
const MAX_HEADER_BYTES = 16_384;
const DRAIN_POLL_MS = 20;
const MOST_GRACES = 10;

/** Serves the gateway over HTTP. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const state = { draining: false, active: 0, arrivedAt: 0 };
  const server = http.createServer(limitsOf(options), (incoming, outgoing) => {
    state.active += 1;
    state.arrivedAt = performance.now();
    if (state.draining) outgoing.setHeader('connection', 'close');
    const isClosed = once(outgoing, 'close');
    // A write goes on when its caller has left.
    void Promise.all([isClosed, answer(incoming, outgoing, options, state.draining)]).then(() => {
      state.active -= 1;
    });
  });
  server.on('clientError', answerUnreadable);
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    stop: async (graceMs = 0) => {
      state.draining = true;
      await untilQuiet(state, graceMs);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const giveUpAt = performance.now() + options.requestDeadlineMs * 2;
      while (state.active > 0 && performance.now() < giveUpAt) await delay(DRAIN_POLL_MS);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A client that is not told by a load balancer goes on sending here: it is served, but not for ever. */
async function untilQuiet(state: { readonly arrivedAt: number }, graceMs: number): Promise<void> {
  const startedAt = performance.now();
  const giveUpAt = startedAt + graceMs * MOST_GRACES;
  const quietAt = (): number => Math.max(startedAt, state.arrivedAt) + graceMs;
  while (performance.now() < Math.min(quietAt(), giveUpAt)) await delay(DRAIN_POLL_MS);
}

/** What keeps slow and greedy callers from holding connections. */
function limitsOf({ headersTimeoutMs, receiveTimeoutMs }: ServerOptions): http.ServerOptions {
  return {
    headersTimeout: headersTimeoutMs ?? HEADERS_TIMEOUT_MS,
    requestTimeout: receiveTimeoutMs ?? RECEIVE_TIMEOUT_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ServerOptions,
  draining: boolean,
): Promise<void> {
  const exchange = openExchange(incoming, outgoing, options.production);
  try {
    await route(exchange, options, draining);
  } catch (error) {
    answerFailure(exchange, error, options.log);
  }
}

function answerFailure({ outgoing, requestId }: Exchange, error: unknown, log: Logger): void {
  // The caller left in the middle of its request, or was cut off for its slowness.
  if (outgoing.destroyed) return;
  log.error('a request failed outside GraphQL', {
    requestId,
    errorName: error instanceof Error ? error.name : 'unknown',
  });
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  sendRefusal(outgoing, {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Internal server error',
    requestId,
  });
}

async function listen(server: http.Server, { host, port }: ServerOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function delay(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
