import type { Dialect } from '../contract/dialect.ts';

/** With a lasting and with a temporary AccessKey; with texts that are not set left out. */
const SWITCHES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { sts: true },
  { unsetFields: 'omitted' },
];

/** More users than one page holds. The names that CloudSSO allows are tame: letters, digits and `@_-.`. */
const USERS = 110;
const LOGINS = [
  'huit-60',
  'Jose.Sharma',
  'ci.deploy_bot-01@build.example.com',
  'mateo_sato',
  'root',
];

export const dialects: readonly Dialect[] = SWITCHES.map((switches) => ({
  name: JSON.stringify(switches),
  switches: { ...switches, throttle: false, userCount: USERS },
  accounts: LOGINS.map((login) => ({ login, company: null })),
}));
