import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudSso } from '../../src/backends/cloud-sso/index.ts';
import type { Backend, ReadContext } from '../../src/domain/backend.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import type { UpstreamObserver } from '../../src/http/upstream.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';

/** A request as it arrived. */
export interface ReceivedCall {
  readonly operation: string;
  readonly method: string;
  /** As sent, query included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly parameters: URLSearchParams;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body: unknown;
}

export interface Upstream {
  readonly url: string;
  readonly environment: Environment;
  readonly calls: readonly ReceivedCall[];
  close(): Promise<void>;
}

/** Answers as a test wants, where the simulator would answer well. */
export async function startUpstream(
  answer: (call: ReceivedCall, callsBefore: number) => Answer | Promise<Answer>,
): Promise<Upstream> {
  const calls: ReceivedCall[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on(
      'end',
      () => void respond(request, Buffer.concat(chunks).toString('utf8'), response),
    );
  });
  async function respond(
    request: http.IncomingMessage,
    body: string,
    response: http.ServerResponse,
  ): Promise<void> {
    const call = {
      operation: String(request.headers['x-acs-action']),
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers as Record<string, string | undefined>,
      body,
      parameters: new URLSearchParams(body),
    };
    calls.push(call);
    const { status = 200, headers = {}, body: content } = await answer(call, calls.length - 1);
    response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      CLOUD_SSO_ENDPOINT: url,
      CLOUD_SSO_DIRECTORY_ID: 'd-00fc2p61abcd',
      CLOUD_SSO_ACCESS_KEY_ID: 'testid',
      CLOUD_SSO_ACCESS_KEY_SECRET: 'testsecret',
    },
    calls,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

export interface BackendOptions {
  readonly usersTtlSeconds?: number;
  readonly now?: () => number;
  readonly timeoutMs?: number;
  readonly observe?: UpstreamObserver;
}

/** The backend as the gateway makes it, from its environment. */
export function createBackend(
  environment: Environment,
  {
    usersTtlSeconds = 0,
    now = Date.now,
    timeoutMs = 5_000,
    observe = () => {},
  }: BackendOptions = {},
): Required<Pick<Backend, 'users' | 'roles'>> & Backend {
  const reader = createEnvironmentReader(environment);
  const configured = cloudSso.configure(reader);
  if (configured === null) throw new Error(reader.problems.join(' '));
  const backend = configured.create({
    name: cloudSso.name,
    displayName: cloudSso.displayName,
    kind: cloudSso.kind,
    simulated: true,
    caches: createMemoryCaches(),
    usersTtlSeconds,
    timeoutMs,
    observe,
    now,
  });
  if (backend.roles === undefined) throw new Error('no roles');
  return { ...backend, roles: backend.roles };
}

export function readContext(fresh = false): ReadContext {
  return { signal: AbortSignal.timeout(15_000), budget: { take: () => {} }, fresh };
}
