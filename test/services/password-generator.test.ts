import { describe, expect, it } from 'vitest';
import type { PasswordPolicy } from '../../src/domain/password-port.ts';
import { generatePassword } from '../../src/services/password-resets/password-generator.ts';
import { memoryUser } from '../support/memory-backend.ts';

const USER = memoryUser('cpq', 'someone');
const ALLOWED = /^[abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789\-_.@:,=/^]+$/;

describe('a generated password', () => {
  const passwords = Array.from({ length: 1000 }, () => generatePassword(null, USER)!.reveal());

  it('has 24 characters of all four classes, none of which is mistaken for another', () => {
    for (const password of passwords) {
      expect(password).toHaveLength(24);
      expect(password).toMatch(ALLOWED);
      for (const characters of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) {
        expect(password).toMatch(characters);
      }
    }
  });

  it('is never the same twice, and uses all 65 characters about equally', () => {
    expect(new Set(passwords).size).toBe(1000);
    const counts = Map.groupBy(Array.from(passwords.join('')), (character) => character);
    expect(counts.size).toBe(65);
    // 24000 characters: 369 of each; nine standard deviations are not chance.
    for (const { length } of counts.values()) {
      expect(length).toBeGreaterThan(190);
      expect(length).toBeLessThan(550);
    }
  });

  it('goes through JSON, a URL form, XML and a shell as it is', () => {
    for (const password of passwords) {
      expect(JSON.stringify(password)).toBe(`"${password}"`);
      expect(new URLSearchParams(`password=${password}`).get('password')).toBe(password);
      expect(password).not.toMatch(/[<>&'"\s\\$`!*?()[\]{}|;#~%+]/);
    }
  });

  it.each([
    ['at most 12 characters', { minLength: 8, maxLength: 12 }, 12],
    ['at least 30 characters', { minLength: 30, maxLength: null }, 30],
    ['8 to 32 characters', { minLength: 8, maxLength: 32 }, 24],
  ])('has the length that a policy of %s allows', (_policy, limits, length) => {
    const password = generatePassword(policyOf(limits), USER);
    expect(password?.length).toBe(length);
  });

  it("breaks none of the policy's rules", () => {
    const withoutSlash = policyOf({
      violations: (password) => (password.reveal().includes('/') ? ['No slash.'] : []),
    });
    for (let round = 0; round < 50; round += 1) {
      expect(generatePassword(withoutSlash, USER)!.reveal()).not.toContain('/');
    }
  });

  it('is none when the policy accepts nothing, after a bounded number of tries', () => {
    let asked = 0;
    const refusing = policyOf({ violations: () => [`No ${(asked += 1)}.`] });
    expect(generatePassword(refusing, USER)).toBeNull();
    expect(asked).toBeLessThanOrEqual(1000);
    expect(generatePassword(policyOf({ maxLength: 3 }), USER)).toBeNull();
  });

  it('prints as nothing', () => {
    const password = generatePassword(null, USER)!;
    expect(`${String(password)} ${JSON.stringify({ password })}`).not.toContain(password.reveal());
  });
});

function policyOf(given: Partial<PasswordPolicy>): PasswordPolicy {
  return { minLength: null, maxLength: null, rules: [], violations: () => [], ...given };
}
