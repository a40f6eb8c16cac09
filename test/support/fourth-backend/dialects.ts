import type { Dialect } from '../../contract/dialect.ts';

export const dialects: readonly Dialect[] = [
  {
    name: 'its only dialect',
    switches: {},
    accounts: ['ærø +%/@é', 'Ada.0', 'Bo.8'].map((login) => ({ login, company: null })),
  },
];
