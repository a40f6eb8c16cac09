import type { UserAttributes } from '../domain/user-write.ts';
import type { UserAttributes as UserAttributesInput } from './generated/resolvers.ts';

type SharedAttributes = Omit<UserAttributes, 'own'>;

/** The attributes that all backends have in common; whatever else is in the input is a backend's own part. */
const SHARED: ReadonlySet<string> = new Set([
  'emails',
  'firstName',
  'middleName',
  'lastName',
  'displayName',
  'jobTitle',
  'phone',
  'employeeNumber',
  'description',
  'type',
  'currencyCode',
  'languageTag',
] satisfies readonly (keyof SharedAttributes)[]);

/**
 * Reads attributes to write, so that each meaning has one spelling: a key that is absent is not touched, `null` clears.
 * An empty text and an empty list count as `null`, here and in the backends' own parts.
 *
 * Codes of currencies and languages stay as they were given: the backend knows their spellings.
 */
export function parseUserAttributes(input: UserAttributesInput): UserAttributes {
  const given = givenIn(input);
  const shared: SharedAttributes = Object.fromEntries(given.filter(([name]) => SHARED.has(name)));
  const own = given
    .filter(([name, part]) => !SHARED.has(name) && isPart(part))
    .map(([name, part]) => [name, Object.fromEntries(givenIn(part))] as const);
  return { ...shared, own: Object.fromEntries(own) };
}

function givenIn(part: unknown): readonly (readonly [name: string, value: unknown])[] {
  return isPart(part)
    ? Object.entries(part)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, withoutBlanks(value)])
    : [];
}

/** A form's empty field among several stands for nothing, so a list of nothing else is empty. */
function withoutBlanks(value: unknown): unknown {
  if (value === '') return null;
  if (!Array.isArray(value)) return value;
  const items: readonly unknown[] = value.filter((item) => item !== '');
  return items.length === 0 ? null : items;
}

function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
