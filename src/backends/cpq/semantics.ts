import type { User } from '../../domain/model.ts';
import { tabulate, type SemanticTable } from '../description.ts';
import { tabulateReads, tabulateWrites, type FailureOf } from '../failure-tables.ts';
import { parseUser } from './contract.ts';
import type { DetailReads } from './reading/details.ts';
import { failureOf } from './failure.ts';
import { toCompany, toRole, toUser, type CpqSite } from './mapping.ts';
import { CURRENCIES, LANGUAGES } from './reference-data.ts';
import { profileOf } from './reset-profiles.ts';
import type { CpqVersion } from './settings.ts';

/** CPQ's words, run through the mappings that serve them. */
export function semanticTables(): readonly SemanticTable[] {
  return [
    tabulate('user status', STATUSES, (status) => userOf({ status }).status),
    tabulate('single sign-on', SSO_MODES, (enabledForSso) =>
      String(userOf({ enabledForSso }).sso?.enabled ?? null),
    ),
    tabulate('company type', COMPANIES, (login) => String(toCompany({ login }, siteOf(19)).type)),
    tabulate('role kind', [['a group', 'sellers']], kindOf),
    tabulate('account class for resets', ACCOUNTS, accountClassOf),
    tabulate('ISO code of a currency', [...CURRENCIES], ({ isoCode }) => String(isoCode)),
    tabulate('tag of a language', [...LANGUAGES], ({ tag }) => tag),
    tabulateReads('answers to a read', { request: READ, failureOf: judge }),
    tabulateReads('answers to a read below a company', { request: COMPANY_READ, failureOf: judge }),
    tabulateWrites('answers to a write', { request: WRITE, failureOf: judge }),
  ];
}

const judge: FailureOf = (response, request) => failureOf('cpq', response, request);

const READ = { operation: 'GetUser', method: 'GET', path: '/users/BM_1' } as const;
const COMPANY_READ = { ...READ, path: '/companies/acme/users/ann' };
const WRITE = { operation: 'UpdateUser', method: 'PATCH', path: '/users/BM_1' } as const;

const STATUSES: readonly (readonly [label: string, status: unknown])[] = [
  ['1', { value: 1 }],
  ['0', { value: 0 }],
  ['any other', { value: 2 }],
  ['none', undefined],
];

const SSO_MODES: readonly (readonly [label: string, mode: unknown])[] = [
  ['NOT_ENABLED', { value: 'NOT_ENABLED' }],
  ['any other', { value: 'SAML' }],
  ['none', undefined],
];

const COMPANIES = [
  ['_host', '_host'],
  ['the guest company', 'guest'],
  ['any other', 'acme'],
] as const;

interface Account {
  readonly type: string;
  readonly company: string;
  readonly version: CpqVersion;
}

const ACCOUNTS = ([17, 18] as const).flatMap((version) =>
  ['FULL_ACCESS', 'BM_SUPPORT', 'BM_ADMIN', 'any other'].flatMap((type) =>
    ['_host', 'guest'].map((company): [string, Account] => {
      const since = version === 18 ? 'from version 18' : 'before version 18';
      return [`${type} of ${company}, ${since}`, { type, company, version }];
    }),
  ),
);

function accountClassOf({ type, company, version }: Account): string {
  const row = { partyNumber: 'BM_1', type: { value: type }, company: { loginName: company } };
  return profileOf(userOf(row, version), siteOf(version)).accountClass;
}

function kindOf(variableName: string): string {
  return toRole({ variableName }, '_host', siteOf(19)).kind;
}

const NO_READS: DetailReads = { groups: async () => null, accessPermissions: async () => null };

function userOf(row: Readonly<Record<string, unknown>>, version: CpqVersion = 19): User {
  return toUser(parseUser({ login: 'ann', ...row }), siteOf(version), NO_READS);
}

function siteOf(version: CpqVersion): CpqSite {
  return { backend: 'cpq', version, guestCompanyLogin: 'guest', hostCompanyLogin: null };
}
