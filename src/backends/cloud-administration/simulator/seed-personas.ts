import type { Account } from './model.ts';

const DAY_MS = 86_400_000;

/** Login of the account that a gateway signs in with: an administrator, as the service demands. */
export const INTEGRATION_LOGIN = 'svc.user-gateway';

/** Login of an account that may sign in but administers nothing. */
export const NON_ADMIN_LOGIN = 'report.reader';

/** A user of the seed who is there for a reason; what is left out is made up from the login. */
export type Persona = Partial<Account> & Pick<Account, 'loginId' | 'firstName' | 'lastName'>;

/** Administrators, service accounts, and the logins, addresses and account states that trip a careless client. */
export const PERSONAS: readonly Persona[] = [
  {
    ...named('p.lindqvist', 'Pernilla', 'Lindqvist'),
    ...ofCompany('11'),
    admin: true,
    roleIds: ['3', '77', '81'],
  },
  { ...named('zoë.müller', 'Zoë', 'Müller'), ...ofCompany('11') },
  { ...named('łukasz.żak', 'Łukasz', 'Żak'), ...ofCompany('28') },
  {
    ...named('山田.太郎', '太郎', '山田'),
    ...ofCompany('27'),
    emailAddress: 'yamada@kestrel.example',
  },
  { ...named('Mary Ann Whitfield', 'Mary Ann', 'Whitfield'), ...ofCompany('11'), middleName: 'J.' },
  { ...named("s.o'brien", 'Siobhán', "O'Brien"), ...ofCompany('35') },
  { ...named('j.ortiz+unifier@ostrava-eng.example', 'Jaime', 'Ortiz'), ...ofCompany('28') },
  { ...named('j.ortiz@ostrava-eng.example', 'Jaime', 'Ortiz'), ...ofCompany('28') },
  { ...named('site.office.1', 'Site Office', 'North'), ...sharedMailbox() },
  { ...named('site.office.2', 'Site Office', 'South'), ...sharedMailbox() },
  { ...named('site.office.3', 'Site Office', 'Harbour'), ...sharedMailbox() },
  { ...named('t.disabled', 'Torvald', 'Ekman'), ...ofCompany('11'), disabled: true },
  { ...named('l.locked', 'Lucinda', 'Marsh'), ...ofCompany('27'), locked: true, failedSignIns: 5 },
  {
    ...named('d.both', 'Dario', 'Conti'),
    ...ofCompany('35'),
    disabled: true,
    locked: true,
    failedSignIns: 7,
  },
  {
    ...named('e.expired', 'Edith', 'Rowan'),
    ...ofCompany('42'),
    createdDate: Date.UTC(2020, 10, 23, 10, 12, 40),
    startDate: Date.UTC(2021, 0, 4),
    endDate: Date.UTC(2024, 5, 30, 22),
  },
  {
    ...named('n.pending', 'Noor', 'Bakker'),
    ...ofCompany('11'),
    startDate: Date.UTC(2041, 3, 1, 6),
  },
  { ...named('w.stale', 'Wolf', 'Steiner'), ...ofCompany('28'), ...withExpiredPassword() },
  {
    ...named('kiosk.gate-4', 'Gate 4', 'Kiosk'),
    ...ofCompany('11'),
    userType: 'Generic',
    pwdCantChange: true,
  },
  {
    ...named('f.neverreset', 'Freya', 'Dahl'),
    ...ofCompany('35'),
    lastPasswordResetDate: null,
    changePwdAtNextLogin: true,
  },
  {
    ...named('a.norole', 'Amadou', 'Diallo'),
    ...ofCompany('27'),
    roleIds: [],
    provisionedDate: null,
  },
  {
    ...named('g.deprovisioned', 'Gilda', 'Ferrari'),
    ...ofCompany('42'),
    disabled: true,
    roleIds: [],
    deprovisionedDate: Date.UTC(2025, 10, 2, 16, 40, 12),
  },
  {
    ...named(NON_ADMIN_LOGIN, 'Report', 'Reader'),
    ...ofCompany('11'),
    userType: 'Service',
    roleIds: ['105'],
    ...unhindered(),
  },
  {
    ...named(INTEGRATION_LOGIN, 'User', 'Gateway'),
    ...ofCompany('11'),
    userType: 'Service',
    admin: true,
    roleIds: ['3'],
    ...unhindered(),
  },
];

function named(
  loginId: string,
  firstName: string,
  lastName: string,
): Pick<Account, 'loginId' | 'firstName' | 'lastName'> {
  return { loginId, firstName, lastName };
}

function ofCompany(companyId: string): Pick<Account, 'companyId'> {
  return { companyId };
}

function sharedMailbox(): Partial<Account> {
  return {
    companyId: '42',
    emailAddress: 'site.office@northgate-civil.example',
    userType: 'Generic',
  };
}

function withExpiredPassword(): Partial<Account> {
  const expired = Date.UTC(2026, 1, 11, 9);
  return {
    pwdExpired: true,
    pwdExpireDate: expired,
    pwdWarnDate: expired - 14 * DAY_MS,
    pwdWarned: true,
    lastPasswordResetDate: expired - 90 * DAY_MS,
  };
}

function unhindered(): Partial<Account> {
  return { disabled: false, locked: false, startDate: null, endDate: null, pwdExpired: false };
}
