import http from 'node:http';
import net from 'node:net';

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: http.OutgoingHttpHeaders | readonly string[];
  readonly body?: string | Uint8Array;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  readonly json: any;
}

/** Sends a request just so, where `fetch` would mend or refuse it. */
export async function sendRaw(
  origin: string,
  { method = 'POST', path = '/graphql', headers = JSON_HEADERS, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const request = http.request(
      { hostname, port, path, method, headers: headers as http.OutgoingHttpHeaders, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: parseIfJson(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Writes bytes to the port and reads until the server closes, or for `forMs`. */
export async function sendBytes(
  origin: string,
  bytes: string | Uint8Array,
  forMs = 5_000,
): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (answer += chunk));
    const timer = setTimeout(() => socket.destroy(), forMs);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

/** Writes everything before it reads anything, as simple clients do. */
export async function sendThenRead(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(bytes, () => socket.on('data', (chunk: string) => (answer += chunk)).resume());
    });
    // Else Node reads as soon as it is connected.
    socket.pause();
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

export const JSON_HEADERS = { 'content-type': 'application/json' } as const;

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
