import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, sendRefusal } from './answers.ts';
import { applyCors } from './cors.ts';
import { createDeadline } from './deadline.ts';
import type { GraphqlHandler } from './graphql-handler.ts';
import { sendMetrics, type MetricsPage } from './metrics.ts';
import { sendPage } from './pages/page.ts';
import { findPage } from './pages/pages.ts';
import type { Readiness } from './probes.ts';
import { securityHeaders } from './security-headers.ts';

export interface RouteOptions {
  readonly production: boolean;
  readonly corsOrigins: readonly string[];
  readonly requestDeadlineMs: number;
  readonly graphql: GraphqlHandler;
  readonly metrics: MetricsPage;
  /** Answers `/readyz`. */
  readonly readiness: (detailed: boolean) => Readiness;
}

export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly requestId: string;
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;
const PROBE_METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD']);

/** Gives a request its id and the headers of every answer. The caller's own id is kept when it is harmless. */
export function openExchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  production: boolean,
): Exchange {
  const given = incoming.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  outgoing.setHeader('x-request-id', requestId);
  for (const [name, value] of Object.entries(securityHeaders(incoming, production))) {
    if (value !== undefined) outgoing.setHeader(name, value);
  }
  return { incoming, outgoing, requestId };
}

/** Answers one request. @param draining whether the server is about to stop */
export async function route(
  exchange: Exchange,
  options: RouteOptions,
  draining: boolean,
): Promise<void> {
  const { incoming, outgoing } = exchange;
  const { path, search } = splitTarget(incoming.url ?? '/');
  if (path === '/livez' || path === '/readyz' || path === '/metrics') {
    if (!PROBE_METHODS.has(incoming.method)) return refuseMethod(outgoing);
    if (path === '/metrics') return sendMetrics(incoming, outgoing, options.metrics);
    if (path === '/livez') {
      return send(outgoing, { status: 200, type: 'text/plain; charset=utf-8', body: 'ok\n' });
    }
    return sendReadiness(
      outgoing,
      options.readiness(new URLSearchParams(search).has('detail')),
      draining,
    );
  }
  if (applyCors(incoming, outgoing, options.corsOrigins)) return undefined;
  const createPage = findPage(incoming, path, search);
  if (createPage !== null) {
    return options.production ? refusePage(outgoing) : sendPage(outgoing, await createPage());
  }
  if (path === '/graphql' || (path === '/' && !options.production)) {
    if (incoming.method === 'OPTIONS') {
      outgoing.writeHead(204, { allow: 'GET, POST, OPTIONS' }).end();
      return undefined;
    }
    return answerGraphql(exchange, options, search);
  }
  return refusePath(outgoing);
}

async function answerGraphql(
  exchange: Exchange,
  { graphql, requestDeadlineMs }: RouteOptions,
  search: string,
): Promise<void> {
  const deadline = createDeadline(exchange.outgoing, requestDeadlineMs);
  try {
    await graphql({ ...exchange, deadline, search });
  } finally {
    deadline.clear();
  }
}

function splitTarget(target: string): { readonly path: string; readonly search: string } {
  const mark = target.indexOf('?');
  return mark === -1
    ? { path: target, search: '' }
    : { path: target.slice(0, mark), search: target.slice(mark) };
}

function refusePath(outgoing: ServerResponse): void {
  sendRefusal(outgoing, {
    status: 404,
    code: 'NOT_FOUND',
    message: 'There is nothing here. GraphQL is served at /graphql.',
  });
}

function refusePage(outgoing: ServerResponse): void {
  sendRefusal(outgoing, {
    status: 404,
    code: 'NOT_FOUND',
    message: 'There are no pages for browsers in production. GraphQL is asked by POST to /graphql.',
  });
}

function refuseMethod(outgoing: ServerResponse): void {
  sendRefusal(outgoing, {
    status: 405,
    message: 'This is read by GET.',
    headers: { allow: 'GET, HEAD' },
  });
}

function sendReadiness(outgoing: ServerResponse, readiness: Readiness, draining: boolean): void {
  const answer = draining ? { ...readiness, ready: false, reason: 'shutting down' } : readiness;
  send(outgoing, {
    status: answer.ready ? 200 : 503,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(answer)}\n`,
  });
}
