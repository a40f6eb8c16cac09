import { randomInt } from 'node:crypto';

/** Length of the generated passwords in the vendor's samples. */
const LENGTH = 32;
const KINDS = [
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  'abcdefghijkmnopqrstuvwxyz',
  '23456789',
  '!$)(?+*-_=@#%^&',
];

/**
 * A random password with every kind of character and none twice, so that the strictest policy can be met.
 *
 * @param isAllowed whether the directory's policy allows it
 */
export function generatePassword(isAllowed: (password: string) => boolean): string {
  for (;;) {
    const oneOfEach = KINDS.map((kind) => shuffled(Array.from(kind))[0] ?? '');
    const others = shuffled(
      Array.from(KINDS.join('')).filter((character) => !oneOfEach.includes(character)),
    );
    const password = shuffled([...oneOfEach, ...others].slice(0, LENGTH)).join('');
    if (isAllowed(password)) return password;
  }
}

function shuffled(characters: readonly string[]): string[] {
  const result = [...characters];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const chosen = randomInt(last + 1);
    [result[last], result[chosen]] = [result[chosen] ?? '', result[last] ?? ''];
  }
  return result;
}
