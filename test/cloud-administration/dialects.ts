import type { Dialect } from '../contract/dialect.ts';

/** Each with what the documents of Cloud Administration leave open. */
const SWITCHES: readonly Readonly<Record<string, unknown>>[] = [
  { apiVersion: 3 },
  { apiVersion: 1 },
  { tenant: 'acme' },
  { dateStyle: 'string' },
  { dateStyle: 'epoch' },
  { tokenAnswer: 'object', rolesAnswer: 'object', unknownUserStatus: 404, errorBody: 'json' },
];

const LOGINS = [
  'p.lindqvist',
  'zoë.müller',
  '山田.太郎',
  'Mary Ann Whitfield',
  "s.o'brien",
  'j.ortiz+unifier@ostrava-eng.example',
];

export const dialects: readonly Dialect[] = SWITCHES.map((switches) => ({
  name: JSON.stringify(switches),
  switches: { ...switches, userCount: 45 },
  // The list has a time of its own, which no fault of a test should use up.
  environment: { CLOUD_ADMINISTRATION_LIST_TIMEOUT_MS: '20000' },
  accounts: LOGINS.map((login) => ({ login, company: null })),
}));
