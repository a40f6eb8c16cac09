import type { Backend, Page, PageRequest, ReadContext } from '../../src/domain/backend.ts';
import type { CompanyScope } from '../../src/domain/caller.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { Company, Currency, Language, Role, RoleGrant, User } from '../../src/domain/model.ts';
import type { PasswordReset } from '../../src/domain/password-port.ts';
import { fold, matchesUserFilter } from '../../src/domain/user-filter.ts';
import type { UserWrites } from '../../src/domain/user-write.ts';
import { createCallBudget } from '../../src/services/call-budget.ts';
import type { ListContext } from '../../src/services/reading/visibility.ts';

/** How a memory backend pages: by offset, behind the last key, or by a token that is bound to its page's size. */
export type PagingStyle = 'offset' | 'last-key' | 'token';

/** The ports whose calls are counted, and can be made to fail. */
export type Operation =
  | 'users.getMany'
  | 'users.findByLogin'
  | 'users.list'
  | 'users.count'
  | 'companies.getMany'
  | 'companies.list'
  | 'companies.count'
  | 'roles.getMany'
  | 'roles.list'
  | 'roles.count'
  | 'roles.listMembers'
  | 'roles.grantsOf'
  | 'currencies'
  | 'languages';

export interface MemoryBackendOptions {
  readonly paging?: PagingStyle;
  readonly users?: readonly User[];
  readonly companies?: readonly Company[];
  readonly roles?: readonly Role[];
  /** Native ids of the direct members by the role's native id. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly currencies?: readonly Currency[];
  readonly languages?: readonly Language[];
  /** The port that resets passwords; none by default. */
  readonly passwordReset?: PasswordReset;
  /** The port that writes users; none by default. */
  readonly userWrites?: UserWrites;
  /** Rows it answers at most, whatever is asked for. */
  readonly maxPageSize?: number;
  /** How long each call takes. */
  readonly delayMs?: number;
  /** Whether it drops users who do not meet the filter itself. */
  readonly filters?: boolean;
  /** Ports it goes without. */
  readonly without?: readonly (
    'users.list' | 'users.count' | 'companies' | 'roles' | 'referenceData'
  )[];
}

/** A backend over arrays: all ports, no HTTP, for tests of what stands above the ports. */
export interface MemoryBackend extends Backend {
  /** Every user it holds. */
  readonly everyUser: readonly User[];
  /** Every call so far, in order. */
  readonly calls: readonly Operation[];
  /** The `limit` of every list call so far. */
  readonly limits: readonly number[];
  /** Makes calls fail until `recover`; `null`: every operation. */
  fail(error: unknown, operation?: Operation): void;
  /** Fails once this many more calls have been answered. */
  failAfter(calls: number, error: unknown): void;
  recover(): void;
}

export function createMemoryBackend(
  name: string,
  options: MemoryBackendOptions = {},
): MemoryBackend {
  const { users = [], companies = [], roles = [], members = {}, without = [] } = options;
  const calls: Operation[] = [];
  const limits: number[] = [];
  let failure: { error: unknown; operation: Operation | null; after: number } | null = null;

  async function call<T>(operation: Operation, context: ReadContext, answer: () => T): Promise<T> {
    calls.push(operation);
    context.budget.take();
    if (options.delayMs !== undefined) await sleep(options.delayMs, context.signal);
    if (failure !== null && (failure.operation ?? operation) === operation) {
      if (failure.after <= 0) throw failure.error;
      failure.after -= 1;
    }
    return answer();
  }

  const list = <T extends { readonly ref: { readonly nativeId: string } }>(
    operation: Operation,
    rows: readonly T[],
    request: PageRequest,
    context: ReadContext,
  ): Promise<Page<T>> => {
    limits.push(request.limit);
    return call(operation, context, () => pageOf(rows, request, options));
  };

  const grantsOf = (user: User): readonly RoleGrant[] =>
    roles
      .filter((role) => members[role.ref.nativeId]?.includes(user.ref.nativeId))
      .map((role) => ({ role, scope: null, scopeName: null, via: null }));

  const directory: Backend['users'] = {
    getMany: (ids, context) => call('users.getMany', context, () => byId(users, ids)),
    findByLogin: (login, company, context) =>
      call('users.findByLogin', context, () => {
        const found = users.filter((user) => fold(user.login) === fold(login));
        return (
          found.find(
            (user) => (company ?? user.companyRef?.nativeId) === user.companyRef?.nativeId,
          ) ?? null
        );
      }),
    list: ({ filter, ...request }, context) => {
      const rows = options.filters
        ? users.filter((user) => matchesUserFilter(user, filter))
        : users;
      return list('users.list', rows, request, context);
    },
    count: (filter, context) =>
      call(
        'users.count',
        context,
        () => users.filter((user) => matchesUserFilter(user, filter)).length,
      ),
  };
  if (without.includes('users.list')) delete directory.list;
  if (without.includes('users.count')) delete directory.count;

  return {
    name,
    kind: 'memory',
    displayName: name,
    simulated: true,
    everyUser: users,
    calls,
    limits,
    users: directory,
    ...(!without.includes('companies') && {
      companies: {
        getMany: (ids, context) => call('companies.getMany', context, () => byId(companies, ids)),
        list: (request, context) => list('companies.list', companies, request, context),
        count: (context) => call('companies.count', context, () => companies.length),
      },
    }),
    ...(!without.includes('roles') && {
      roles: {
        getMany: (ids, context) => call('roles.getMany', context, () => byId(roles, ids)),
        list: (request, context) => list('roles.list', roles, request, context),
        count: (context) => call('roles.count', context, () => roles.length),
        listMembers: (roleId, request, context) => {
          if (byId(roles, [roleId]).size === 0) {
            return call('roles.listMembers', context, () => {
              throw new GatewayError('NOT_FOUND', 'No such role.');
            });
          }
          const rows = users.filter((user) => members[roleId]?.includes(user.ref.nativeId));
          return list('roles.listMembers', rows, request, context);
        },
        grantsOf: (asked, context) =>
          call(
            'roles.grantsOf',
            context,
            () => new Map(asked.map((user) => [user.ref.nativeId, grantsOf(user)])),
          ),
      },
    }),
    ...(!without.includes('referenceData') && {
      referenceData: {
        currencies: (context) =>
          call('currencies', context, () => byCode(options.currencies ?? [])),
        languages: (context) => call('languages', context, () => byCode(options.languages ?? [])),
      },
    }),
    ...(options.passwordReset && { passwordReset: options.passwordReset }),
    ...(options.userWrites && { userWrites: options.userWrites }),
    health: () => ({ status: 'UNKNOWN', latencyMs: null, checkedAt: null, problem: null }),
    fail: (error, operation) => void (failure = { error, operation: operation ?? null, after: 0 }),
    failAfter: (after, error) => void (failure = { error, operation: null, after }),
    recover: () => void (failure = null),
  };
}

/** A user of whom only the attributes that matter are given. */
export function memoryUser(backend: string, nativeId: string, given: Partial<User> = {}): User {
  return {
    ref: { backend, nativeId },
    login: nativeId,
    emails: [],
    displayName: nativeId,
    firstName: null,
    middleName: null,
    lastName: null,
    jobTitle: null,
    phone: null,
    employeeNumber: null,
    description: null,
    status: 'ACTIVE',
    nativeStatus: null,
    locked: null,
    type: null,
    companyRef: null,
    roleGrants: null,
    currencyCode: null,
    languageCode: null,
    timeZone: null,
    password: null,
    sso: null,
    createdAt: null,
    updatedAt: null,
    lastLoginAt: null,
    details: null,
    ...given,
  };
}

/** Users `<backend>-000` and on. */
export function memoryUsers(
  backend: string,
  count: number,
  given: (index: number) => Partial<User> = () => ({}),
): readonly User[] {
  return Array.from({ length: count }, (_user, index) =>
    memoryUser(backend, `${backend}-${String(index).padStart(3, '0')}`, given(index)),
  );
}

export function memoryCompany(backend: string, nativeId: string): Company {
  return {
    ref: { backend, nativeId },
    name: nativeId,
    displayName: nativeId,
    type: null,
    status: null,
    parentRef: null,
    baseCurrencyCode: null,
    baseLanguageCode: null,
    details: null,
  };
}

export function memoryRole(backend: string, nativeId: string, company: string | null = null): Role {
  return {
    ref: { backend, nativeId },
    name: nativeId,
    displayName: nativeId,
    description: null,
    kind: 'ROLE',
    companyRef: company === null ? null : { backend, nativeId: company },
    details: null,
  };
}

/** What a request may read: everything, unless said otherwise. */
export function memoryContext(
  given: {
    readonly scope?: CompanyScope;
    readonly maxCalls?: number;
    readonly signal?: AbortSignal;
  } = {},
): ListContext {
  return {
    signal: given.signal ?? new AbortController().signal,
    budget: createCallBudget(given.maxCalls ?? 10_000),
    fresh: false,
    scope: given.scope ?? null,
  };
}

interface Paged {
  readonly paging?: PagingStyle;
  readonly maxPageSize?: number;
}

function pageOf<T extends { readonly ref: { readonly nativeId: string } }>(
  rows: readonly T[],
  { limit, position }: PageRequest,
  { paging = 'offset', maxPageSize = 1000 }: Paged,
): Page<T> {
  const size = Math.min(limit, maxPageSize);
  if (paging === 'offset') return offsetPage(rows, size, position);
  if (paging === 'last-key') return lastKeyPage(rows, size, position);
  return tokenPage(rows, size, position);
}

function offsetPage<T>(rows: readonly T[], size: number, position: string | null): Page<T> {
  const start = position === null ? 0 : read(/^o(\d+)$/, position)[0]!;
  const page = rows.slice(start, start + size);
  const end = start + page.length;
  return {
    rows: page.map((value, index) => ({ value, position: `o${start + index + 1}` })),
    nextPosition: end < rows.length ? `o${end}` : null,
  };
}

function lastKeyPage<T extends { readonly ref: { readonly nativeId: string } }>(
  rows: readonly T[],
  size: number,
  position: string | null,
): Page<T> {
  const sorted = [...rows].sort((left, right) => (left.ref.nativeId < right.ref.nativeId ? -1 : 1));
  const left = sorted.filter(({ ref }) => position === null || ref.nativeId > position);
  const page = left.slice(0, size);
  return {
    rows: page.map((value) => ({ value, position: value.ref.nativeId })),
    nextPosition: page.length < left.length ? (page.at(-1)?.ref.nativeId ?? null) : null,
  };
}

/** Positions `<start>/<size>/<taken>`: the page that starts there must be asked for with its size again. */
function tokenPage<T>(rows: readonly T[], limit: number, position: string | null): Page<T> {
  const [start, size, taken] =
    position === null ? [0, limit, 0] : read(/^t(\d+)\/(\d+)\/(\d+)$/, position);
  const page = rows.slice(start, start! + size!);
  const next = start! + page.length;
  const nextPosition = next < rows.length ? `t${next}/${size}/0` : null;
  return {
    rows: page.slice(taken).map((value, index) => ({
      value,
      position: `t${start}/${size}/${taken! + index + 1}`,
    })),
    nextPosition,
  };
}

function read(pattern: RegExp, position: string): readonly number[] {
  const match = pattern.exec(position);
  if (match === null) throw new GatewayError('BAD_USER_INPUT', 'Not a position of this backend.');
  return match.slice(1).map(Number);
}

function byId<T extends { readonly ref: { readonly nativeId: string } }>(
  rows: readonly T[],
  ids: readonly string[],
): ReadonlyMap<string, T> {
  return new Map(
    rows.filter(({ ref }) => ids.includes(ref.nativeId)).map((row) => [row.ref.nativeId, row]),
  );
}

function byCode<T extends { readonly code: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.code, row]));
}

/** Ends early with the signal, as a backend's client does. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new GatewayError('BACKEND_UNAVAILABLE', 'The request ended before the answer.'));
    });
  });
}
