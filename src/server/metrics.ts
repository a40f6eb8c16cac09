import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Secret } from '../domain/secret.ts';
import { send, sendRefusal } from './answers.ts';

/** What `/metrics` answers with, and to whom. */
export interface MetricsPage {
  /** Wanted as a bearer token; `null`: everyone may read. */
  readonly token: Secret | null;
  readonly render: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export async function sendMetrics(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { token, render }: MetricsPage,
): Promise<void> {
  if (token !== null && !isBearer(incoming.headers.authorization, token)) {
    sendRefusal(outgoing, {
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'Metrics are read with a bearer token.',
      headers: { 'www-authenticate': 'Bearer' },
    });
    return;
  }
  const { contentType, text } = await render();
  send(outgoing, {
    status: 200,
    type: contentType,
    body: text,
    headers: { 'cache-control': 'no-store' },
  });
}

/** Compares hashes, so that neither the time nor the length tells how much of a guess was right. */
function isBearer(authorization: string | undefined, token: Secret): boolean {
  const [, given] = /^Bearer +(.+)$/i.exec(authorization ?? '') ?? [];
  return given !== undefined && timingSafeEqual(sha256(given), sha256(token.reveal()));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
