import { identityOf } from '../seed/identity.ts';
import type { Identity } from '../seed/identity.ts';
import { HOST_ALIAS } from './model.ts';
import type { StoredCompany, StoredGroup, StoredTask, StoredUser } from './model.ts';

/** What a site starts with. */
export interface Seed {
  readonly companies: readonly StoredCompany[];
  readonly groups: readonly StoredGroup[];
  readonly users: readonly StoredUser[];
}

/** Everything the simulated site knows, in the order in which it came. */
export interface Store {
  readonly host: StoredCompany;
  companies(): readonly StoredCompany[];
  /** By login name, or `_host`. */
  company(login: string): StoredCompany | null;
  saveCompany(company: StoredCompany): void;
  users(): readonly StoredUser[];
  userByPartyNumber(partyNumber: string): StoredUser | null;
  /** Logins are unique on the whole site, and compared exactly. */
  userByLogin(login: string): StoredUser | null;
  /** Adds the user, or takes the place of the one with the same party number. */
  saveUser(user: StoredUser): void;
  nextIdentity(): Identity;
  groups(): readonly StoredGroup[];
  group(company: string, variableName: string): StoredGroup | null;
  saveGroup(group: StoredGroup): void;
  tasks(): readonly StoredTask[];
  addTask(): StoredTask;
  removeTask(id: number): boolean;
}

const FIRST_TASK_ID = 21_424_999;

export function createStore(seed: Seed): Store {
  const companies = new Map(seed.companies.map((company) => [company.login, company]));
  const groups = new Map(seed.groups.map((group) => [groupKey(group), group]));
  const users = new Map(seed.users.map((user) => [user.partyNumber, user]));
  const byLogin = new Map(seed.users.map((user) => [user.login, user.partyNumber]));
  const tasks = new Map<number, StoredTask>();
  const host = seed.companies.find((company) => company.kind === 'host');
  if (host === undefined) throw new Error('A CPQ site has a host company.');
  let sequence = seed.users.length;
  let nextTaskId = FIRST_TASK_ID;

  return {
    host,
    companies: () => [...companies.values()],
    company: (login) => companies.get(login === HOST_ALIAS ? host.login : login) ?? null,
    saveCompany: (company) => companies.set(company.login, company),
    users: () => [...users.values()],
    userByPartyNumber: (partyNumber) => users.get(partyNumber) ?? null,
    userByLogin: (login) => users.get(byLogin.get(login) ?? '') ?? null,
    saveUser: (user) => {
      const before = users.get(user.partyNumber);
      if (before !== undefined) byLogin.delete(before.login);
      users.set(user.partyNumber, user);
      byLogin.set(user.login, user.partyNumber);
    },
    nextIdentity: () => identityOf((sequence += 1)),
    groups: () => [...groups.values()],
    group: (company, variableName) => groups.get(groupKey({ company, variableName })) ?? null,
    saveGroup: (group) => groups.set(groupKey(group), group),
    tasks: () => [...tasks.values()],
    addTask: () => {
      const task = { id: nextTaskId, modifiedAt: new Date() };
      nextTaskId += 1;
      tasks.set(task.id, task);
      return task;
    },
    removeTask: (id) => tasks.delete(id),
  };
}

function groupKey({
  company,
  variableName,
}: Pick<StoredGroup, 'company' | 'variableName'>): string {
  return JSON.stringify([company, variableName]);
}
