import type { IncomingMessage } from 'node:http';
import { parseJson } from '../http/json.ts';
import type { Refusal } from './answers.ts';

export type JsonBody = { readonly value: unknown } | Refusal;

/** How long the rest of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
const DISCARD_MS = 1_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a request's body as JSON, but never keeps more than `maxBytes` of it. */
export async function readJson(incoming: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  const bytes = await readBytes(incoming, maxBytes);
  if (bytes === null) {
    await discard(incoming);
    return { status: 413, message: `The body is larger than ${maxBytes} bytes.` };
  }
  const text = decode(bytes);
  if (text === null) return { status: 400, message: 'The body is not UTF-8 text.' };
  const value = parseJson(text);
  return value === undefined ? { status: 400, message: 'The body is not JSON.' } : { value };
}

/** @returns `null` when there are more than `maxBytes` */
async function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= maxBytes) return;
      incoming.off('data', onData).pause();
      resolve(null);
    };
    incoming
      .on('data', onData)
      .once('end', () => resolve(Buffer.concat(chunks, length)))
      .once('error', reject);
  });
}

async function discard(incoming: IncomingMessage): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DISCARD_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    incoming.once('end', done).once('close', done).resume();
  });
}

function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
