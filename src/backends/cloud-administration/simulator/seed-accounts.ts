import { hash } from 'node:crypto';
import type { Account } from './model.ts';
import { MAIL_DOMAINS, seedCompanies } from './seed-companies.ts';
import { FIRST_NAMES, LAST_NAMES } from './seed-names.ts';
import { PERSONAS } from './seed-personas.ts';
import type { Persona } from './seed-personas.ts';

/**
 * The accounts of the seed, always the same and in no useful order.
 *
 * Dates are absolute, so that two runs answer alike: whoever expired did so by 2025, whoever is pending starts in 2041.
 *
 * @param count how many, the personas included
 */
export function seedAccounts(count: number): readonly Account[] {
  const people = Array.from({ length: count - PERSONAS.length }, (_, index) => personOf(index));
  const accounts = [...PERSONAS, ...people].map((persona) => accountOf(persona));
  return accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** A number from 0 to below `limit` that depends on the text alone. */
export function pick(text: string, limit: number): number {
  return Number.parseInt(digest(text).slice(0, 8), 16) % limit;
}

/** The 32 hex digits that identify an account since release 26. */
export function idOf(loginId: string): string {
  return digest(`id ${loginId}`).slice(0, 32);
}

function personOf(index: number): Persona {
  const firstName = FIRST_NAMES[(index * 7) % FIRST_NAMES.length] ?? 'Ana';
  const lastName = LAST_NAMES[(index * 11) % LAST_NAMES.length] ?? 'Rivera';
  const company = COMPANY_OF_PERSON[index % COMPANY_OF_PERSON.length] ?? 0;
  // Beyond one round of the names a number keeps logins apart, as administrators do.
  const round = Math.floor(index / (FIRST_NAMES.length * LAST_NAMES.length));
  const loginId = loginOf({
    firstName,
    lastName,
    company,
    suffix: round === 0 ? '' : `${round + 1}`,
  });
  return {
    loginId,
    firstName,
    lastName,
    companyId: COMPANIES[company]?.id ?? '11',
    ...stateOf(index),
  };
}

const COMPANIES = seedCompanies();

/** Half of the people belong to the owner company. */
const COMPANY_OF_PERSON = [0, 1, 0, 2, 0, 3, 0, 1, 4, 2] as const;

function loginOf(person: {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: number;
  readonly suffix: string;
}): string {
  const first = person.firstName.toLowerCase();
  const last = person.lastName.toLowerCase();
  switch (person.company) {
    case 1:
      return `${first}.${last}${person.suffix}@${MAIL_DOMAINS[1] ?? ''}`;
    case 2:
      return `${first}_${last}${person.suffix}`;
    case 3:
      return `${first}.${last}+p6${person.suffix}`;
    case 4:
      return `${person.firstName} ${person.lastName}${person.suffix && ` ${person.suffix}`}`;
    default:
      return `${first}.${last}${person.suffix}`;
  }
}

/** States at periods without a common divisor, so that combinations occur as well. */
function stateOf(index: number): Partial<Account> {
  const every = (period: number, offset: number): boolean => index % period === offset;
  return {
    ...(every(11, 4) && { disabled: true }),
    ...(every(13, 5) && { locked: true, failedSignIns: 5 }),
    ...(every(17, 6) && { endDate: Date.UTC(2025, index % 12, 28, 21) }),
    ...(every(23, 9) && { startDate: Date.UTC(2041, index % 12, 1, 7) }),
    ...(every(19, 7) && { pwdExpired: true, pwdExpireDate: Date.UTC(2026, 0, 1 + (index % 28)) }),
    ...(every(29, 3) && { pwdCantChange: true }),
    ...(every(7, 2) && { roleIds: [] }),
    ...(every(5, 3) && { lastPasswordResetDate: null }),
    ...(every(8, 1) && { userType: OTHER_TYPES[index % OTHER_TYPES.length] ?? 'Contractor' }),
  };
}

const OTHER_TYPES = ['Contractor', 'External', 'Temp', 'Intern', 'Employee'] as const;

function accountOf(persona: Persona): Account {
  const login = persona.loginId;
  const companyId = persona.companyId ?? '11';
  const createdDate =
    persona.createdDate ?? Date.UTC(2019, 5, 3, 7) + pick(`${login} created`, 2000 * 86_400) * 1000;
  const lastReset = createdDate + pick(`${login} reset`, 400 * 86_400) * 1000;
  return {
    id: idOf(login),
    password: `Pw-${digest(`${login} password`).slice(0, 14)}-Kx7`,
    middleName: null,
    emailAddress: addressOf(persona, companyId),
    employeeNumber: pick(`${login} number`, 3) === 0 ? null : `${10_000 + pick(login, 89_999)}`,
    manager: companyId === '11' ? 'p.lindqvist' : null,
    userType: 'EMP',
    companyId,
    roleIds: rolesFor(login),
    admin: false,
    disabled: false,
    locked: false,
    failedSignIns: 0,
    startDate: null,
    endDate: null,
    pwdExpired: false,
    pwdCantChange: false,
    pwdWarned: false,
    pwdWarnDate: null,
    pwdExpireDate: null,
    changePwdAtNextLogin: false,
    lastPasswordResetDate: lastReset,
    provisionedDate: createdDate + 95_000,
    deprovisionedDate: null,
    createdBy: pick(login, 4) === 0 ? 'system' : 'p.lindqvist',
    createdDate,
    updatedDate: lastReset + pick(`${login} updated`, 60 * 86_400) * 1000,
    ...persona,
  };
}

function addressOf({ loginId, firstName, lastName }: Persona, companyId: string): string {
  if (loginId.includes('@')) return loginId;
  const company = COMPANIES.findIndex(({ id }) => id === companyId);
  const name = `${firstName}.${lastName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  return `${name.toLowerCase()}@${MAIL_DOMAINS[company] ?? MAIL_DOMAINS[0] ?? ''}`;
}

function rolesFor(login: string): readonly string[] {
  const first = pick(`${login} role`, GRANTABLE.length);
  const length = 1 + pick(`${login} roles`, 3);
  return GRANTABLE.concat(GRANTABLE).slice(first, first + length);
}

/** Every role but the administrator's. */
const GRANTABLE = ['77', '78', '81', '82', '90', '91', '104', '105', '118'];

function digest(text: string): string {
  return hash('sha256', text);
}
