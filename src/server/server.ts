import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../observability/logger.ts';
import { applyCors } from './cors.ts';
import { createDeadline } from './deadline.ts';
import { sendError, type GraphqlHandler } from './graphql-handler.ts';
import type { Readiness } from './probes.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly production: boolean;
  readonly corsOrigins: readonly string[];
  readonly requestDeadlineMs: number;
  readonly graphql: GraphqlHandler;
  /** Answers `/readyz`. */
  readonly readiness: (detailed: boolean) => Readiness;
  readonly log: Logger;
}

export interface RunningServer {
  /** Origin, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Stops: `/readyz` says 503 at once, requests under way finish, then the port is closed.
   *
   * @param graceMs how long to go on accepting, so that a load balancer sees the 503 first
   */
  stop(graceMs?: number): Promise<void>;
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;
const HEADERS_TIMEOUT_MS = 10_000;
const DRAIN_POLL_MS = 20;

/** Serves the gateway over HTTP. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const state = { draining: false, active: 0 };
  const server = http.createServer({ headersTimeout: HEADERS_TIMEOUT_MS }, (incoming, outgoing) => {
    state.active += 1;
    outgoing.once('close', () => {
      state.active -= 1;
    });
    if (state.draining) outgoing.setHeader('connection', 'close');
    void route(incoming, outgoing, options, state.draining).catch((error: unknown) => {
      options.log.error('a request failed outside GraphQL', {
        errorName: error instanceof Error ? error.name : 'unknown',
      });
      if (outgoing.headersSent) outgoing.destroy();
      else sendError(outgoing, 500, 'Internal server error', 'INTERNAL_SERVER_ERROR');
    });
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    stop: async (graceMs = 0) => {
      state.draining = true;
      await delay(graceMs);
      server.closeIdleConnections();
      const giveUpAt = performance.now() + options.requestDeadlineMs * 2;
      while (state.active > 0 && performance.now() < giveUpAt) await delay(DRAIN_POLL_MS);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function route(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ServerOptions,
  draining: boolean,
): Promise<void> {
  const [path = '/', query] = (incoming.url ?? '/').split('?', 2);
  if (path === '/livez') return sendText(outgoing, 200, 'ok\n');
  if (path === '/readyz')
    return sendReadiness(outgoing, options.readiness(query === 'detail'), draining);
  if (applyCors(incoming, outgoing, options.corsOrigins)) return undefined;
  const isGraphql = path === '/graphql' || (path === '/' && !options.production);
  if (!isGraphql)
    return sendError(
      outgoing,
      404,
      'There is nothing here. GraphQL is served at /graphql.',
      'NOT_FOUND',
    );
  return answerGraphql(incoming, outgoing, options, query);
}

async function answerGraphql(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ServerOptions,
  query: string | undefined,
): Promise<void> {
  const given = incoming.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  outgoing.setHeader('x-request-id', requestId);
  const deadline = createDeadline(outgoing, options.requestDeadlineMs);
  try {
    const search = query === undefined ? '' : `?${query}`;
    await options.graphql({ incoming, outgoing, requestId, deadline, search });
  } finally {
    deadline.clear();
  }
}

function sendReadiness(outgoing: ServerResponse, readiness: Readiness, draining: boolean): void {
  const body = draining ? { ...readiness, ready: false, reason: 'shutting down' } : readiness;
  sendText(
    outgoing,
    body.ready ? 200 : 503,
    `${JSON.stringify(body)}\n`,
    'application/json; charset=utf-8',
  );
}

function sendText(
  outgoing: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  outgoing.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  outgoing.end(text);
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
