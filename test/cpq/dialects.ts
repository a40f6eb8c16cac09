import type { Account, Dialect } from '../contract/dialect.ts';

/** More than one query asks for at once; few where a dialect differs in its credential alone. */
const USERS = 60;
const FEW_USERS = 30;
const FLAT_VERSIONS = [5, 6, 7] as const;
const COMPANY_VERSIONS = [16, 17] as const;
const PARTY_VERSIONS = [18, 19] as const;

/** Users of two companies, some with logins that trip whoever does not encode. */
const ODD_ACCOUNTS = [
  { login: 'amara.osei', company: '_host' },
  { login: 'a+b@x.test', company: 'nordhaug' },
  { login: 'mary ann', company: '_host' },
  { login: 'søren/brøgger', company: 'nordhaug' },
  { login: '山田太郎', company: '_host' },
] as const;

const anyCompany: readonly Account[] = ODD_ACCOUNTS.map(({ login }) => ({ login, company: null }));

/** Below a company a 403 says that the account may not see that company: single users are then not there. */
const singleUsersForbidden = { 'users.getMany': 'absent', 'users.findByLogin': 'absent' } as const;

/** A login of a known company is read below the company even where users have a number of their own. */
const partyUsersForbidden = {
  'users.findByLogin': 'absent',
  'roles.listMembers': 'BACKEND_REJECTED',
} as const;

/** The versions that differ, and each kind of credential. */
export const dialects: readonly Dialect[] = [
  ...FLAT_VERSIONS.map((version) => ({
    name: `version ${version}`,
    switches: { version, users: USERS },
    accounts: ODD_ACCOUNTS,
    forbidden: singleUsersForbidden,
  })),
  ...COMPANY_VERSIONS.map((version) => ({
    name: `version ${version}`,
    switches: { version, users: USERS },
    accounts: ODD_ACCOUNTS,
    forbidden: {
      ...singleUsersForbidden,
      'roles.listMembers': 'BACKEND_REJECTED',
      'roles.grantsOf': 'BACKEND_REJECTED',
    } as const,
  })),
  ...PARTY_VERSIONS.map((version) => ({
    name: `version ${version}`,
    switches: { version, users: USERS },
    accounts: anyCompany,
    forbidden: partyUsersForbidden,
  })),
  ...[{ fusion: true }, { credential: 'token' }, { credential: 'client-credentials' }].map(
    (own) => ({
      name: JSON.stringify(own),
      switches: { ...own, users: FEW_USERS },
      accounts: anyCompany,
      forbidden: partyUsersForbidden,
    }),
  ),
];
