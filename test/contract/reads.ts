import { allOrThrow } from '../../src/domain/answers.ts';
import type { Answers, Backend, ReadContext } from '../../src/domain/backend.ts';
import type { Role, User } from '../../src/domain/model.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import type { Dialect } from './dialect.ts';
import { contextOf } from './session.ts';

export type ReadName =
  | 'users.getMany'
  | 'users.findByLogin'
  | 'users.list'
  | 'users.count'
  | 'companies.getMany'
  | 'companies.list'
  | 'roles.getMany'
  | 'roles.list'
  | 'roles.listMembers'
  | 'roles.grantsOf';

/** One read of a port, with arguments that name what exists. */
export interface Read {
  readonly name: ReadName;
  run(backend: Backend, context: ReadContext): Promise<unknown>;
}

/** What a suite needs to know of a simulator's content to ask for it. */
export interface Known {
  /** The dialect's accounts. */
  readonly users: readonly User[];
  readonly companyId: string | null;
  /** One with members, where there is one. */
  readonly role: Role | null;
}

/** Looks up what exists. */
export async function know(backend: Backend, { accounts }: Dialect): Promise<Known> {
  const context = contextOf();
  const found = await Promise.all(
    accounts.map(({ login, company }) => backend.users.findByLogin(login, company, context)),
  );
  const users = found.flatMap((user, index) => {
    if (user === null) throw new Error(`There is no "${accounts[index]?.login}".`);
    return [user];
  });
  const grants = await allRead(backend.roles?.grantsOf(users, context));
  const direct = [...(grants?.values() ?? [])].flat().filter(({ via }) => via === null);
  const companyRef = users.find((user) => user.companyRef !== null)?.companyRef ?? null;
  return {
    users,
    companyId: backend.companies === undefined ? null : (companyRef?.nativeId ?? null),
    role: direct[0]?.role ?? null,
  };
}

/** The reads that a backend's ports offer. */
export function readsOf(backend: Backend, { users, companyId, role }: Known): readonly Read[] {
  const [user] = users;
  if (user === undefined) throw new Error('A dialect needs accounts.');
  const ids = users.slice(0, 3).map(({ ref }) => ref.nativeId);
  const login = (of: Backend, context: ReadContext) =>
    of.users.findByLogin(user.login, user.companyRef?.nativeId ?? null, context);
  const page = { limit: 5, position: null };
  const reads: (Read | false)[] = [
    { name: 'users.getMany', run: (of, context) => allRead(of.users.getMany(ids, context)) },
    { name: 'users.findByLogin', run: login },
    backend.users.list !== undefined && {
      name: 'users.list',
      run: async (of, context) => of.users.list?.({ ...page, filter: NO_FILTER }, context),
    },
    backend.users.count !== undefined && {
      name: 'users.count',
      run: async (of, context) => of.users.count?.(NO_FILTER, context),
    },
    ...companyReads(backend, companyId, page),
    ...roleReads(backend, { role, users }, page),
  ];
  return reads.filter((read) => read !== false);
}

type FirstPage = { readonly limit: number; readonly position: null };

function companyReads(backend: Backend, id: string | null, page: FirstPage): readonly Read[] {
  if (backend.companies === undefined || id === null) return [];
  return [
    {
      name: 'companies.getMany',
      run: (of, context) => allRead(of.companies?.getMany([id], context)),
    },
    { name: 'companies.list', run: async (of, context) => of.companies?.list(page, context) },
  ];
}

function roleReads(
  backend: Backend,
  { role, users }: Pick<Known, 'role' | 'users'>,
  page: FirstPage,
): readonly Read[] {
  if (backend.roles === undefined || role === null) return [];
  const id = role.ref.nativeId;
  return [
    { name: 'roles.getMany', run: (of, context) => allRead(of.roles?.getMany([id], context)) },
    { name: 'roles.list', run: async (of, context) => of.roles?.list(page, context) },
    {
      name: 'roles.listMembers',
      run: async (of, context) => of.roles?.listMembers(id, page, context),
    },
    {
      name: 'roles.grantsOf',
      run: (of, context) => allRead(of.roles?.grantsOf(users.slice(0, 3), context)),
    },
  ];
}

/** A read by key that has failed where one of its keys has. */
export async function allRead<T>(
  read: Promise<Answers<T>> | undefined,
): Promise<ReadonlyMap<string, T> | undefined> {
  const answers = await read;
  return answers && allOrThrow(answers);
}

/** A read's answer as plain data: what is read on demand only is left out. */
export function toPlain(answer: unknown): unknown {
  const text = JSON.stringify([answer], (_key, value: unknown) =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)].toSorted(byFirst) : value,
  );
  return (JSON.parse(text) as readonly unknown[])[0];
}

function byFirst([left]: readonly unknown[], [right]: readonly unknown[]): number {
  return String(left) < String(right) ? -1 : 1;
}
