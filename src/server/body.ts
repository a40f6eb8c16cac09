import type { IncomingMessage } from 'node:http';

export type BodyReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-utf8' };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a request's body, but never more than `maxBytes` of it. */
export async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<BodyReading> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  try {
    return { kind: 'text', text: utf8.decode(Buffer.concat(chunks)) };
  } catch {
    return { kind: 'not-utf8' };
  }
}
