import type { Mail } from '../../../simulation/simulator.ts';
import type { Account, AuditEvent, Company, Role } from './model.ts';
import { seedAccounts } from './seed-accounts.ts';
import { seedCompanies, seedRoles } from './seed-companies.ts';
import type { Settings } from './switches.ts';

/** Everything the simulated service knows. */
export interface State {
  readonly settings: Settings;
  /** By login. */
  readonly accounts: Map<string, Account>;
  /** By id. */
  readonly companies: Map<string, Company>;
  /** By id. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly audits: AuditEvent[];
  readonly outbox: Mail[];
  /** @returns the account of a login, else of an id, else null */
  find(loginIdOrId: string): Account | null;
  /** Changes an account and dates it. @returns the account as it is now */
  change(account: Account, changes: Partial<Account>): Account;
  record(eventType: string, account: Account, grantor: string): void;
}

export function createState(settings: Settings): State {
  const accounts = new Map(seedAccounts(settings.userCount).map((entry) => [entry.loginId, entry]));
  const audits: AuditEvent[] = [];
  const state: State = {
    settings,
    accounts,
    companies: new Map(seedCompanies().map((company) => [company.id, company])),
    roles: new Map(seedRoles(settings.roleNamePrefix).map((role) => [role.id, role])),
    audits,
    outbox: [],
    find: (loginIdOrId) =>
      accounts.get(loginIdOrId) ??
      [...accounts.values()].find(({ id }) => id === loginIdOrId) ??
      null,
    change: (account, changes) => {
      const changed = { ...account, ...changes, updatedDate: settings.now() };
      accounts.set(account.loginId, changed);
      return changed;
    },
    record: (eventType, account, grantor) => {
      audits.push({
        id: String(900_001 + audits.length),
        eventType,
        loginId: account.loginId,
        userEmail: account.emailAddress,
        grantor,
        at: settings.now(),
      });
    },
  };
  return state;
}
