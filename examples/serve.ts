import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = new URL('users.html', import.meta.url);
const PORT = 4173;

export interface ServedPage {
  /** What a gateway has to list in CORS_ORIGINS. */
  readonly origin: string;
  close(): void;
}

/** Serves `users.html` alone, as any server of static files would. @param port 0: any free port */
export async function servePage(port: number): Promise<ServedPage> {
  const server = createServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    outgoing.end(readFileSync(PAGE));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

if (import.meta.main) {
  const { origin } = await servePage(PORT);
  console.log(`${origin} asks a gateway that was started with CORS_ORIGINS=${origin} npm start`);
}
