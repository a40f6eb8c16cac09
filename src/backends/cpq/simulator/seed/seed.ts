import { currencies, languages } from '../site/codes.ts';
import type { StoredCompany, StoredUser } from '../site/model.ts';
import { accessPermissions } from '../site/site-lists.ts';
import type { Seed } from '../site/store.ts';
import { identityOf, seededPassword } from './identity.ts';
import { seedCompanies, seedGroups } from './seed-companies.ts';
import { nameOf, toPlainLetters } from './seed-names.ts';
import { seedPeople } from './seed-people.ts';
import type { SeedPerson } from './seed-people.ts';
import { defaultsOf, flagsUp } from './user-defaults.ts';

const HOUR_MS = 3_600_000;
const FIRST_DAY = Date.parse('2019-03-04T08:12:41.000Z');

/** The site as it stands at the start: the same in every run. */
export function createSeed(userCount: number): Seed {
  const generated = Math.max(0, userCount - seedPeople.length);
  const people = [...seedPeople, ...Array.from({ length: generated }, (_, index) => person(index))];
  const users = people.map((entry, index) => toUser(entry, index + 1));
  const companies = seedCompanies.map((company) => ({
    ...company,
    maximumUsers:
      company.maximumUsers + users.filter((user) => user.company === company.login).length,
  }));
  return { companies, groups: seedGroups, users };
}

const COMPANY_CYCLE = ['veloria', 'nordhaug', 'veloria', 'cartesienne', 'veloria', 'shalevSystems'];
const TYPE_CYCLE = ['SALES_AGENT', 'FULL_ACCESS', 'CHANNEL_AGENT', 'SALES_AGENT', 'FULL_ACCESS'];
const LAST_FULL_ACCESS = 300;
const TITLES = ['Sales Engineer', 'Account Manager', 'Regional Director', 'Quoting Analyst'];

/** One of the many: their company, type, codes and groups go round in cycles that do not keep step. */
function person(index: number): SeedPerson {
  const company = pick(COMPANY_CYCLE, index);
  const { first, last } = nameOf(company, Math.floor(index / 2));
  const login = `${toPlainLetters(first)}.${toPlainLetters(last)}${index < 40 ? '' : index}`;
  const type = index < LAST_FULL_ACCESS ? pick(TYPE_CYCLE, index) : 'SALES_AGENT';
  return {
    login,
    company,
    firstName: first,
    type: index % 31 === 30 ? 'RESTRICTED_ACCESS' : type,
    texts: textsOf(index, first, last),
    groups: groupsOf(company, index),
    accessPermissions: accessPermissions
      .filter((_, position) => (index + position) % 3 === 0)
      .map((permission) => permission.variableName),
    values: {
      ...(index % 9 === 4 ? { status: 0 } : {}),
      ...(index % 2 === 0 ? { currency: pick(currencies.codes, index * 7) } : {}),
      ...(index % 3 === 0 ? { language: pick(languages.codes, index * 7) } : {}),
    },
  };
}

function textsOf(index: number, first: string, last: string): Record<string, string> {
  return {
    lastName: last,
    ...(index % 3 === 1 ? {} : { jobTitle: pick(TITLES, index) }),
    ...(index % 4 === 2 ? {} : { phone: `+44 20 7946 ${String(index).padStart(4, '0')}` }),
    ...(index % 6 === 0 ? { billFirstName: first, billLastName: last, billCity: 'Accra' } : {}),
    ...(index % 8 === 0 ? { shipCompany: 'Depot', shipCountry: 'Ghana', shipZip: '00233' } : {}),
  };
}

function groupsOf(company: string, index: number): readonly string[] {
  const sales = seedGroups.filter(
    (group) => group.company === company && group.type === 0 && group.status === 1,
  );
  return sales
    .filter((_, position) => (index + position) % 3 === 0)
    .map((group) => group.variableName);
}

function toUser(entry: SeedPerson, sequence: number): StoredUser {
  const company = companyOf(entry.company);
  const added = FIRST_DAY + (sequence * 397 * HOUR_MS) / 60;
  return {
    ...identityOf(sequence),
    ...defaultsOf(company),
    ...entry.values,
    company: entry.company,
    login: entry.login,
    firstName: entry.firstName,
    email: entry.email ?? `${addressOf(entry, sequence)}@${domainOf(company)}`,
    type: entry.type ?? 'FULL_ACCESS',
    texts: entry.texts ?? {},
    flags: entry.flags === undefined ? defaultsOf(company).flags : flagsUp(...entry.flags),
    groups: entry.groups ?? [],
    accessPermissions: entry.accessPermissions ?? [],
    dateAdded: new Date(added).toISOString(),
    dateModified: new Date(added + (sequence % 40) * 17 * HOUR_MS).toISOString(),
    lastLogin: sequence % 7 === 0 ? null : new Date(added + 900 * 24 * HOUR_MS).toISOString(),
    secrets: {
      password: seededPassword(entry.login),
      temporary: false,
      securityQuestion: null,
      secretAnswer: null,
    },
  };
}

function addressOf(entry: SeedPerson, sequence: number): string {
  return entry.login.replaceAll(/[^a-z0-9._-]/gi, '') || `user${sequence}`;
}

function domainOf(company: StoredCompany): string {
  return company.texts['email']?.split('@')[1] ?? 'veloria.example';
}

function companyOf(login: string): StoredCompany {
  const company = seedCompanies.find((candidate) => candidate.login === login);
  if (company === undefined) throw new Error(`No seeded company "${login}".`);
  return company;
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
