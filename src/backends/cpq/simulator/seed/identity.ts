import { createHash } from 'node:crypto';

/** The keys that CPQ gives to a user. */
export interface Identity {
  readonly partyNumber: string;
  readonly partyId: bigint;
  readonly id: number;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST_PARTY_ID = 281_556_695_830_930_001n;
const FIRST_ID = 4_100_731;

/**
 * The keys of the site's nth user, the same in every run. Neighbouring partyIds differ by less than a JS number of
 * that size can tell apart, so that a reader that rounds them confuses users.
 */
export function identityOf(sequence: number): Identity {
  return {
    partyNumber: `BM_${base62(`party ${sequence}`, 11)}`,
    partyId: FIRST_PARTY_ID + BigInt(sequence) * 3n,
    id: FIRST_ID + sequence,
  };
}

/** The password a seeded user starts with, the same in every run. */
export function seededPassword(login: string): string {
  return `Sim-${base62(`password of ${login}`, 14)}!7`;
}

function base62(seed: string, length: number): string {
  const digest = createHash('sha256').update(seed).digest();
  return Array.from(digest.subarray(0, length), (byte) => BASE62[byte % 62]).join('');
}
