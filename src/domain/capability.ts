import type { Backend } from './backend.ts';

/** Everything that can be done with some backend, in the order in which it is shown. */
export const CAPABILITIES = [
  'USERS_READ',
  'USERS_LIST',
  'ROLES_READ',
  'COMPANIES_READ',
  'CURRENCIES_READ',
  'LANGUAGES_READ',
  'USERS_CREATE',
  'USERS_UPDATE',
  'USERS_REPLACE',
  'USERS_ACTIVATE',
  'USERS_UNLOCK',
  'USERS_DELETE',
  'ROLES_ASSIGN',
  'PASSWORDS_RESET',
] as const;

/** One thing that can be done with a backend. */
export type Capability = (typeof CAPABILITIES)[number];

/** A capability is a port that is there: no list of them is kept that could disagree with the code. */
export function capabilitiesOf(backend: Backend): readonly Capability[] {
  const { users, companies, roles, referenceData, userWrites, passwordReset } = backend;
  const isThere: Readonly<Record<Capability, boolean>> = {
    USERS_READ: true,
    USERS_LIST: users.list !== undefined,
    ROLES_READ: roles !== undefined,
    COMPANIES_READ: companies !== undefined,
    CURRENCIES_READ: referenceData !== undefined,
    LANGUAGES_READ: referenceData !== undefined,
    USERS_CREATE: userWrites?.create !== undefined,
    USERS_UPDATE: userWrites?.update !== undefined,
    USERS_REPLACE: userWrites?.replace !== undefined,
    USERS_ACTIVATE: userWrites?.setStatus !== undefined,
    USERS_UNLOCK: userWrites?.unlock !== undefined,
    USERS_DELETE: userWrites?.delete !== undefined,
    ROLES_ASSIGN: userWrites?.changeRoles !== undefined,
    PASSWORDS_RESET: passwordReset !== undefined,
  };
  return CAPABILITIES.filter((capability) => isThere[capability]);
}
