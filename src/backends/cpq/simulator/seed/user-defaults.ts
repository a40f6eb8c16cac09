import { FLAGS } from '../site/model.ts';
import type { Flag, StoredCompany, StoredUser } from '../site/model.ts';

/** All of a user that has a default value. */
export type UserDefaults = Pick<
  StoredUser,
  | 'status'
  | 'currency'
  | 'language'
  | 'enabledForSso'
  | 'preferences'
  | 'texts'
  | 'flags'
  | 'groups'
  | 'accessPermissions'
>;

/**
 * What a property is when nobody says otherwise: on creation, and after a PUT that leaves it out.
 *
 * The documentation only says "the default value". Inferred: lookups as the company has them, no strings, flags down
 * but for isNotifyEmail, and an active user.
 */
export function defaultsOf(company: StoredCompany): UserDefaults {
  return {
    status: 1,
    currency: company.baseCurrency,
    language: company.baseLanguage,
    enabledForSso: 'NOT_ENABLED',
    preferences: company.preferences,
    texts: {},
    flags: flagsUp('isNotifyEmail'),
    groups: [],
    accessPermissions: [],
  };
}

export function flagsUp(...up: readonly Flag[]): Readonly<Record<Flag, boolean>> {
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, up.includes(flag)]));
  return flags as Record<Flag, boolean>;
}
