import { timingSafeEqual } from 'node:crypto';

/** What a signed request says about itself, whichever scheme signed it. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  /** Token of a temporary credential; null: none was sent. */
  readonly securityToken: string | null;
  /** As sent. */
  readonly timestamp: string;
  readonly nonce: string;
  /** How far the timestamp may be from the server's clock, in minutes. */
  readonly toleranceMinutes: number;
  /** @throws Refusal when the signature was not made with this secret */
  assertSignedWith(accessKeySecret: string): void;
}

export function isSameSignature(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
