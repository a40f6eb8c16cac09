import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaultBox } from './faults.ts';
import type { Fault, Faults, RecordedCall, RecordedCalls } from './simulator.ts';

/** A request as a simulator's handler sees it. */
export interface SimulatorRequest {
  readonly method: string;
  /** As sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, without the question mark. */
  readonly rawQuery: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface SimulatorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes are sent as they are; anything else as JSON; absent: no body. */
  readonly body?: unknown;
}

/** What a backend's simulator brings along. */
export interface SimulatorBehaviour {
  /** Names the operation of a request before it is handled. */
  identify(request: SimulatorRequest): { readonly operation: string; readonly write: boolean };
  handle(request: SimulatorRequest): SimulatorAnswer | Promise<SimulatorAnswer>;
  /** The backend's own error answer for an HTTP status. */
  errorAnswer(status: number, request: SimulatorRequest): SimulatorAnswer;
  /** How the backend says: too many calls. */
  throttleAnswer(fault: Fault, request: SimulatorRequest): SimulatorAnswer;
}

export interface SimulatorServer {
  readonly url: string;
  readonly calls: RecordedCalls;
  readonly faults: Faults;
  close(): Promise<void>;
}

/** A simulator that runs for days forgets its oldest calls. */
const MAX_RECORDED_CALLS = 20_000;
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const HTML_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';

/** Serves a simulator over HTTP on 127.0.0.1, recording every call and injecting the faults that were asked for. */
export async function serveSimulator(
  behaviour: SimulatorBehaviour,
  port = 0,
): Promise<SimulatorServer> {
  const faults = createFaultBox();
  const recorded: RecordedCall[] = [];
  const server = http.createServer((incoming, outgoing) => {
    void respond(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function respond(
    incoming: http.IncomingMessage,
    outgoing: http.ServerResponse,
  ): Promise<void> {
    const request = await readRequest(incoming);
    const { operation, write } = behaviour.identify(request);
    if (recorded.length >= MAX_RECORDED_CALLS) recorded.shift();
    recorded.push({
      operation,
      write,
      method: request.method,
      path: request.path,
      query: request.rawQuery,
      headers: request.headers,
      body: request.body.toString('utf8'),
    });
    const fault = faults.take(operation);
    if (fault === null) return sendAnswer(outgoing, await behaviour.handle(request));
    return respondWithFault(fault, request, outgoing, behaviour);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: recordedCalls(recorded),
    faults,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function recordedCalls(recorded: RecordedCall[]): RecordedCalls {
  return {
    get all() {
      return recorded;
    },
    get writes() {
      return recorded.filter((call) => call.write);
    },
    count: (operation) =>
      operation === undefined
        ? recorded.length
        : recorded.filter((call) => call.operation === operation).length,
    clear: () => {
      recorded.length = 0;
    },
  };
}

async function respondWithFault(
  fault: Fault,
  request: SimulatorRequest,
  outgoing: http.ServerResponse,
  behaviour: SimulatorBehaviour,
): Promise<void> {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'reset-before':
      outgoing.destroy();
      return;
    case 'status':
      return sendAnswer(
        outgoing,
        withRetryAfter(fault, behaviour.errorAnswer(fault.status ?? 500, request)),
      );
    case 'throttle':
      return sendAnswer(outgoing, withRetryAfter(fault, behaviour.throttleAnswer(fault, request)));
    case 'delay':
      await sleep(fault.delayMs ?? 100);
      return sendAnswer(outgoing, await behaviour.handle(request));
    default:
      return spoil(fault.kind, outgoing, await behaviour.handle(request));
  }
}

function spoil(
  kind: 'reset-after' | 'html' | 'empty' | 'malformed' | 'truncated',
  outgoing: http.ServerResponse,
  answer: SimulatorAnswer,
): void {
  if (kind === 'reset-after') {
    outgoing.destroy();
    return;
  }
  const body = bodyText(answer);
  if (kind === 'html')
    sendAnswer(outgoing, {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: HTML_PAGE,
    });
  else if (kind === 'empty')
    sendAnswer(outgoing, { status: 200, headers: { 'content-type': 'application/json' } });
  else if (kind === 'malformed')
    sendAnswer(outgoing, { ...answer, status: 200, body: `{"broken": [${body}` });
  else
    sendAnswer(outgoing, {
      ...answer,
      status: 200,
      body: body.slice(0, Math.floor(body.length / 2)),
    });
}

function withRetryAfter(fault: Fault, answer: SimulatorAnswer): SimulatorAnswer {
  if (fault.retryAfterSeconds === undefined) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'retry-after': String(fault.retryAfterSeconds) },
  };
}

function sendAnswer(outgoing: http.ServerResponse, answer: SimulatorAnswer): void {
  const body = answer.body instanceof Uint8Array ? answer.body : bodyText(answer);
  const isText = typeof answer.body === 'string';
  const contentType =
    answer.body === undefined
      ? {}
      : { 'content-type': isText ? 'text/plain;charset=utf-8' : 'application/json' };
  outgoing.writeHead(answer.status, {
    ...contentType,
    ...answer.headers,
    'content-length': Buffer.byteLength(body),
  });
  outgoing.end(body);
}

function bodyText({ body }: SimulatorAnswer): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

async function readRequest(incoming: http.IncomingMessage): Promise<SimulatorRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('request body too large');
    chunks.push(chunk);
  }
  const [path = '/', ...rest] = (incoming.url ?? '/').split('?');
  const rawQuery = rest.join('?');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(rawQuery),
    rawQuery,
    headers,
    body: Buffer.concat(chunks),
  };
}
