import { randomInt } from 'node:crypto';
import type { User } from '../../domain/model.ts';
import type { PasswordPolicy } from '../../domain/password-port.ts';
import { Secret } from '../../domain/secret.ts';

const LENGTH = 24;
/** Without the characters that people take for one another: l, o, I, O, 0, 1. */
const LETTERS_AND_DIGITS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** They mean nothing in JSON, in a URL form, in XML and within a word of a POSIX shell. */
const SPECIALS = '-_.@:,=/^';
const ALPHABET = LETTERS_AND_DIGITS + SPECIALS;
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
/** Of 4 characters, the worst case, one in 18 has all four classes; a policy that refuses this many accepts none. */
const MAX_TRIES = 1000;

/**
 * Makes a password at random: 24 characters out of 65, or as many as the policy allows, of all four classes, which is
 * over 140 bits at full length. Uniform over the passwords that are accepted.
 *
 * @returns `null` when the policy accepts none of many tries
 */
export function generatePassword(policy: PasswordPolicy | null, user: User): Secret | null {
  const length = Math.max(policy?.minLength ?? 0, Math.min(LENGTH, policy?.maxLength ?? LENGTH));
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const text = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    if (!hasEveryClass(text)) continue;
    const password = new Secret(text);
    if (policy === null || policy.violations(password, user).length === 0) return password;
  }
  return null;
}

function hasEveryClass(text: string): boolean {
  return CLASSES.every((pattern) => pattern.test(text));
}
