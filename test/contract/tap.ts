import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '../../src/environment.ts';

export interface TappedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Stands between a gateway and a simulator: passes requests on, and answers as a test wants. */
export interface Tap {
  /** Changes every answer, until it is set anew. */
  alter: (answer: TappedAnswer, request: http.IncomingMessage) => TappedAnswer;
  /** Headers of every request, in order. */
  readonly requests: readonly http.IncomingHttpHeaders[];
  /** Requests whose sender went away before it was answered. */
  readonly abandoned: number;
  /** The simulator's variables, pointing here. */
  readonly environment: Environment;
  close(): Promise<void>;
}

/** @param environment of the simulator; every address of it in there is replaced */
export async function startTap(simulatorUrl: string, environment: Environment): Promise<Tap> {
  const requests: http.IncomingHttpHeaders[] = [];
  let abandoned = 0;
  const server = http.createServer((incoming, outgoing) => {
    requests.push(incoming.headers);
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) abandoned += 1;
    });
    void passOn(simulatorUrl, incoming).then(
      (answer) => {
        const { status, headers, body } = tap.alter(answer, incoming);
        outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
        outgoing.end(body);
      },
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tap: Tap = {
    alter: (answer) => answer,
    requests,
    get abandoned() {
      return abandoned;
    },
    environment: Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value?.replace(simulatorUrl, url)]),
    ),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return tap;
}

/** The host header stays as it was sent: what is signed is signed for it. */
function passOn(simulatorUrl: string, incoming: http.IncomingMessage): Promise<TappedAnswer> {
  return new Promise((resolve, reject) => {
    const { method, headers } = incoming;
    const request = http.request(`${simulatorUrl}${incoming.url ?? '/'}`, { method, headers });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const type = response.headers['content-type'];
        resolve({
          status: response.statusCode ?? 500,
          headers: type === undefined ? {} : { 'content-type': type },
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    incoming.pipe(request);
  });
}
