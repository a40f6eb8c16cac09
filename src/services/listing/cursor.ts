import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';

/** The place of a backend that has no more rows. */
export const ENDED: unique symbol = Symbol('ended');

/** Where a list goes on in one backend: a position of its port, `null` at the start, or `ENDED`. */
export type Place = string | null | typeof ENDED;

const VERSION = 1;
const MAX_CURSOR_LENGTH = 8192;
const KEY_BYTES = 12;

/** What a cursor holds; a backend at its start has no entry, one that has ended has `null`. */
const CONTENT = z.strictObject({
  version: z.literal(VERSION),
  list: z.string(),
  places: z.record(z.string().min(1), z.string().min(1).nullable()),
});

/**
 * Names a list by its kind and everything that decides which rows it has, as 16 characters.
 *
 * Positions mean nothing in another list, so a cursor is accepted only where this key is the same.
 */
export function toListKey(kind: string, conditions: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, conditions]))
    .digest();
  return digest.subarray(0, KEY_BYTES).toString('base64url');
}

/** The opaque cursor from which the list goes on: base64url of versioned JSON. It grants nothing and hides nothing. */
export function encodeCursor(
  listKey: string,
  places: Iterable<readonly [BackendName, Place]>,
): string {
  const content: z.infer<typeof CONTENT> = { version: VERSION, list: listKey, places: {} };
  for (const [backend, place] of places) {
    if (place !== null) content.places[backend] = place === ENDED ? null : place;
  }
  return Buffer.from(JSON.stringify(content), 'utf8').toString('base64url');
}

/**
 * Reads a cursor. Whether a position in it is one that its backend gave out, only the backend can tell.
 *
 * @returns a place per backend; a backend that is not in it starts at the beginning
 * @throws GatewayError BAD_USER_INPUT when it is malformed, or made for another list
 */
export function parseCursor(cursor: string, listKey: string): ReadonlyMap<BackendName, Place> {
  const content = CONTENT.safeParse(parseJson(cursor));
  if (!content.success) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      '`after` is not a cursor of this gateway. Use a cursor from an earlier answer to the same field, or leave `after` out to start from the beginning.',
    );
  }
  if (content.data.list !== listKey) {
    throw new GatewayError(
      'BAD_USER_INPUT',
      'This cursor was made for another list or another filter. Use it with the arguments it was made for, or leave `after` out to start from the beginning.',
    );
  }
  return new Map(
    Object.entries(content.data.places).map(([backend, position]) => [backend, position ?? ENDED]),
  );
}

function parseJson(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_LENGTH) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  // Decoding skips what is not base64url and repairs what is not UTF-8; only what this gateway wrote is a cursor.
  if (Buffer.from(text, 'utf8').toString('base64url') !== cursor) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
