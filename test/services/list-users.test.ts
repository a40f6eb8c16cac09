import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import type { User } from '../../src/domain/model.ts';
import { NO_FILTER, matchesUserFilter } from '../../src/domain/user-filter.ts';
import type { UserFilter } from '../../src/domain/user-filter.ts';
import { countUsers } from '../../src/services/listing/count-users.ts';
import { listRoleMembers, listUsers } from '../../src/services/listing/list-users.ts';
import type { Connection } from '../../src/services/listing/paging.ts';
import { NO_USER_LIST_FILTER, withCompany } from '../../src/services/listing/user-selection.ts';
import type { UserListFilter } from '../../src/services/listing/user-selection.ts';
import type { ListContext } from '../../src/services/reading/visibility.ts';
import {
  createMemoryBackend,
  memoryContext,
  memoryRole,
  memoryUser,
  memoryUsers,
} from '../support/memory-backend.ts';
import type { MemoryBackend, PagingStyle } from '../support/memory-backend.ts';

const STYLES: readonly PagingStyle[] = ['offset', 'last-key', 'token'];
const DOWN = new GatewayError('BACKEND_UNAVAILABLE', 'It does not answer.');

describe('following a list', () => {
  for (const first of [1, 7, 50, 200]) {
    it(`shows every user exactly once with first: ${first}`, async () => {
      const backends = backendsOf([23, 40, 61]);
      const logins = await follow(backends, { firsts: [first] });
      expect([...logins].sort()).toEqual(allLogins(backends));
    });
  }

  it('goes on from any edge, with another page size each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<Partial<UserFilter>>({}, { statuses: ['ACTIVE'] }, { search: '-00' }),
        fc.integer({ min: 1, max: 15 }),
        async (sizes, firsts, edges, conditions, maxPageSize) => {
          const backends = backendsOf(sizes, { maxPageSize });
          const logins = await follow(backends, { firsts, edges, filter: filterOf(conditions) });
          expect([...logins].sort()).toEqual(allLogins(backends, conditions));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses and repeats nobody while a backend fails for some pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.nat({ max: 2 }),
        fc.nat({ max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<Partial<UserFilter>>({}, { statuses: ['ACTIVE'] }),
        async (first, which, from, during, conditions) => {
          const backends = backendsOf([11, 14, 9], { maxPageSize: 4 });
          const failing = backends[which]!;
          const logins = await follow(backends, {
            firsts: [first],
            filter: filterOf(conditions),
            before: (page) => {
              if (page === from) failing.failAfter(page % 2, DOWN);
              if (page === from + during) failing.recover();
            },
          });
          expect([...logins].sort()).toEqual(allLogins(backends, conditions));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('starts a backend that joined the configuration later at its beginning, and ignores one that left', async () => {
    const [first, second, third] = backendsOf([3, 3, 3]);
    const page = await list([first!, second!], { first: 4 });
    const rest = await list([second!, third!], { first: 50, after: page.endCursor });
    expect(rest.nodes.map(({ login }) => login)).toEqual([
      'second-002',
      'third-000',
      'third-001',
      'third-002',
    ]);
  });

  it('gives an edge whose cursor is behind its row, whichever rows were passed over', async () => {
    const users = memoryUsers('only', 6, (index) => ({ locked: index % 2 === 1 }));
    const backend = createMemoryBackend('only', { users, paging: 'token' });
    const filter = filterOf({ locked: true });
    const page = await list([backend], { first: 2, filter });
    expect(page.nodes.map(({ login }) => login)).toEqual(['only-001', 'only-003']);
    const after = page.edges[0]!.cursor;
    const rest = await list([backend], { first: 5, after, filter });
    expect(rest.nodes.map(({ login }) => login)).toEqual(['only-003', 'only-005']);
  });
});

describe('a page', () => {
  it('takes a fair share from each backend, in the order of the registry', async () => {
    const backends = backendsOf([20, 20, 20]);
    const page = await list(backends, { first: 8 });
    expect(page.nodes.map(({ ref }) => ref.backend)).toEqual([
      ...Array<string>(3).fill('first'),
      ...Array<string>(3).fill('second'),
      ...Array<string>(2).fill('third'),
    ]);
    expect(backends.map(({ limits }) => limits)).toEqual([[3], [3], [2]]);
  });

  it('is full while any backend has rows, however they are spread', async () => {
    const backends = backendsOf([1, 0, 30]);
    const page = await list(backends, { first: 12 });
    expect(page.nodes).toHaveLength(12);
    expect(page.hasNextPage).toBe(true);
  });

  it('finds the one user who meets the filter with first: 1, in the last backend', async () => {
    const backends = backendsOf([150, 150, 150]);
    const page = await list(backends, {
      first: 1,
      filter: filterOf({ login: { equals: 'THIRD-149' } }),
    });
    expect(page.nodes.map(({ login }) => login)).toEqual(['third-149']);
    expect(page.hasNextPage).toBe(false);
  });

  it('does not ask a backend for a share of nothing', async () => {
    const backends = backendsOf([5, 5, 5]);
    await list(backends, { first: 1 });
    expect(backends.map(({ calls }) => calls.length)).toEqual([1, 0, 0]);
  });

  it('reads large pages where it drops rows itself', async () => {
    const backend = createMemoryBackend('only', { users: memoryUsers('only', 300) });
    await list([backend], { first: 2, filter: filterOf({ login: { contains: '299' } }) });
    expect(backend.limits).toEqual([100, 100, 100]);
  });

  it('reads the largest pages that a backend has when the first rows were not enough', async () => {
    const backend = createMemoryBackend('only', { users: memoryUsers('only', 300) });
    const spacious = { ...backend, largestUserPage: 1000 };
    await list([spacious], { first: 2, filter: filterOf({ login: { contains: '299' } }) });
    await list([spacious], { first: 200 });
    expect(backend.limits).toEqual([100, 1000, 200]);
  });

  it('asks the backends at the same time', async () => {
    const backends = backendsOf([5, 5, 5], { delayMs: 150 });
    const start = performance.now();
    await list(backends, { first: 6 });
    expect(performance.now() - start).toBeLessThan(400);
  });

  it('has an end cursor even when it is empty, from which the list stays ended', async () => {
    const backends = backendsOf([0, 0, 0]);
    const page = await list(backends, { first: 5 });
    expect(page).toMatchObject({ edges: [], hasNextPage: false, startCursor: null });
    const next = await list(backends, { first: 5, after: page.endCursor });
    expect(next).toMatchObject({ edges: [], hasNextPage: false, hasPreviousPage: true });
    expect(backends.map(({ calls }) => calls.length)).toEqual([1, 1, 1]);
  });

  it('ends with the cursor of its last edge', async () => {
    const page = await list(backendsOf([5, 5, 0]), { first: 7 });
    expect(page.edges.at(-1)!.cursor).toBe(page.endCursor);
    expect(page.edges[0]!.cursor).toBe(page.startCursor);
  });

  it.each([0, -1, 201, 1.5, Number.NaN])('refuses first: %s', async (first) => {
    await expect(list(backendsOf([1]), { first })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a cursor', () => {
  const backends = backendsOf([9, 9]);

  it.each([
    ['empty', ''],
    ['no base64url', '%%%'],
    ['no JSON', Buffer.from('nothing').toString('base64url')],
    ['another shape', Buffer.from('{"version":1,"places":[]}').toString('base64url')],
    ['too long', 'A'.repeat(10_000)],
    ['another version', Buffer.from('{"version":2,"list":"","places":{}}').toString('base64url')],
  ])('is refused when it is %s', async (_what, after) => {
    const problem = list(backends, { first: 2, after });
    await expect(problem).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(problem).rejects.toThrow(/from the beginning/);
  });

  it('is refused in any other spelling than its own', async () => {
    const { endCursor } = await list(backends, { first: 2 });
    for (const after of [`${endCursor}=`, `${endCursor}!`, ` ${endCursor}`]) {
      await expect(list(backends, { first: 2, after })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it('is refused when it is larger than any that this gateway makes', async () => {
    const { endCursor } = await list(backends, { first: 2 });
    const content = JSON.parse(Buffer.from(endCursor, 'base64url').toString()) as {
      places: Record<string, string>;
    };
    content.places['unknown'] = 'x'.repeat(8192);
    const after = Buffer.from(JSON.stringify(content)).toString('base64url');
    await expect(list(backends, { first: 2, after })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('is refused when its position is forged', async () => {
    const { endCursor } = await list(backends, { first: 2 });
    const forged = JSON.parse(Buffer.from(endCursor, 'base64url').toString()) as {
      places: Record<string, string>;
    };
    forged.places['first'] = '../../etc';
    const after = Buffer.from(JSON.stringify(forged)).toString('base64url');
    await expect(list(backends, { first: 2, after })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('is refused with another filter, other backends, another list, or another scope', async () => {
    const { endCursor: after } = await list(backends, { first: 2 });
    const others: Promise<unknown>[] = [
      list(backends, { first: 2, after, filter: filterOf({ statuses: ['ACTIVE'] }) }),
      list(backends, { first: 2, after, filter: { ...NO_USER_LIST_FILTER, backends: ['first'] } }),
      list(backends, { first: 2, after }, memoryContext({ scope: new Set(['first/*']) })),
      listRoleMembers(
        backends,
        { role: { backend: 'first', nativeId: 'r' }, first: 2, after },
        memoryContext(),
      ),
    ];
    for (const other of others) {
      await expect(other).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('is taken where the same filter is written in another order', async () => {
    const filter = filterOf({ statuses: ['ACTIVE', 'DISABLED'] });
    const { endCursor: after } = await list(backends, { first: 2, filter });
    const same = filterOf({ statuses: ['DISABLED', 'ACTIVE', 'ACTIVE'] });
    expect((await list(backends, { first: 2, after, filter: same })).nodes).toHaveLength(2);
  });
});

describe('a backend that fails', () => {
  it('is named beside the rows of the others, and keeps its place', async () => {
    const backends = backendsOf([4, 4, 4]);
    backends[1]!.fail(DOWN);
    const page = await list(backends, { first: 12 });
    expect(page.nodes.map(({ ref }) => ref.backend)).not.toContain('second');
    expect(page.nodes).toHaveLength(8);
    expect(page.failures).toEqual([
      {
        backend: 'second',
        code: 'BACKEND_UNAVAILABLE',
        message: 'It does not answer.',
        retryable: true,
      },
    ]);
    expect(page.hasNextPage).toBe(true);
    backends[1]!.recover();
    const next = await list(backends, { first: 12, after: page.endCursor });
    expect(next.nodes.map(({ ref }) => ref.backend)).toEqual(Array(4).fill('second'));
    expect(next.hasNextPage).toBe(false);
  });

  it('holds no next page when it will not recover by itself', async () => {
    const backends = backendsOf([2, 2]);
    backends[0]!.fail(new GatewayError('BACKEND_CREDENTIAL_REJECTED', 'Refused.'));
    const page = await list(backends, { first: 10 });
    expect(page.hasNextPage).toBe(false);
    expect(page.failures).toMatchObject([{ retryable: false }]);
  });

  it('is an empty page, not an error, once the others have ended', async () => {
    const backends = backendsOf([2, 2]);
    backends[1]!.fail(DOWN);
    const page = await list(backends, { first: 10 });
    const next = await list(backends, { first: 10, after: page.endCursor });
    expect(next).toMatchObject({ edges: [], hasNextPage: true, endCursor: page.endCursor });
  });

  it('keeps the rows it gave before it failed', async () => {
    const backends = backendsOf([9, 9], { maxPageSize: 2 });
    backends[0]!.failAfter(1, DOWN);
    const page = await list(backends, { first: 8 });
    expect(page.nodes.map(({ login }) => login).slice(0, 3)).toEqual([
      'first-000',
      'first-001',
      'second-000',
    ]);
    expect(page.nodes).toHaveLength(8);
  });

  it('makes the list fail when no other answers', async () => {
    const backends = backendsOf([2, 2]);
    for (const backend of backends) backend.fail(DOWN);
    await expect(list(backends, { first: 10 })).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      retryable: true,
    });
    const alone = { ...NO_USER_LIST_FILTER, backends: ['first'] };
    await expect(list(backends, { first: 10, filter: alone })).rejects.toBe(DOWN);
  });

  it('by a list that does not move on is asked no more', async () => {
    const stuck = createMemoryBackend('stuck');
    const users = {
      ...stuck.users,
      list: async () => ({ rows: [], nextPosition: 'here' }),
    };
    const page = await list([{ ...stuck, users }, ...backendsOf([2])], { first: 4 });
    expect(page.nodes).toHaveLength(2);
    expect(page.failures).toMatchObject([{ code: 'BACKEND_CONTRACT_VIOLATION' }]);
  });

  it('is not what a defect is: that makes the list fail', async () => {
    const backends = backendsOf([2, 2]);
    backends[1]!.fail(new TypeError('undefined is not a function'));
    await expect(list(backends, { first: 10 })).rejects.toThrow(TypeError);
  });

  it('is asked once per page, which the others fill', async () => {
    const backends = backendsOf([3, 50, 2]);
    backends[0]!.fail(DOWN);
    const page = await list(backends, { first: 40 });
    expect(page.nodes).toHaveLength(40);
    expect(backends[0]!.calls).toEqual(['users.list']);
  });
});

describe('a budget or deadline that ends', () => {
  it('keeps what was found and lets the list go on from there', async () => {
    const users = memoryUsers('only', 500, (index) => ({ locked: index === 490 }));
    const backend = createMemoryBackend('only', { users, paging: 'token' });
    const filter = filterOf({ locked: true });
    const page = await list([backend], { first: 1, filter }, memoryContext({ maxCalls: 3 }));
    expect(page).toMatchObject({ edges: [], hasNextPage: true });
    expect(page.failures).toMatchObject([{ code: 'BUDGET_EXCEEDED' }]);
    const next = await list(
      [backend],
      { first: 1, filter, after: page.endCursor },
      memoryContext({ maxCalls: 3 }),
    );
    expect(next.nodes.map(({ login }) => login)).toEqual(['only-490']);
  });

  it('stops reading on when the request has ended', async () => {
    const abort = new AbortController();
    const users = memoryUsers('only', 500);
    const backend = createMemoryBackend('only', { users });
    const filter = filterOf({ locked: true });
    const page = list([backend], { first: 1, filter }, memoryContext({ signal: abort.signal }));
    abort.abort();
    expect((await page).failures).toMatchObject([{ code: 'BACKEND_UNAVAILABLE' }]);
    expect(backend.calls.length).toBeLessThan(3);
  });
});

describe('a backend that cannot list', () => {
  const cannot = createMemoryBackend('cannot', { without: ['users.list'] });

  it('is reported on the first page only, even when that is full without it', async () => {
    const backends = [...backendsOf([9]), cannot];
    const page = await list(backends, { first: 1 });
    expect(page.failures).toMatchObject([{ backend: 'cannot', code: 'UNSUPPORTED_BY_BACKEND' }]);
    const next = await list(backends, { first: 9, after: page.endCursor });
    expect(next).toMatchObject({ failures: [], hasNextPage: false });
  });

  it('is no outage when it is the only one chosen', async () => {
    const page = await list([cannot], { first: 1 });
    expect(page).toMatchObject({ edges: [], hasNextPage: false });
    expect(page.failures).toHaveLength(1);
  });

  it('may find out only when it is asked', async () => {
    const backends = backendsOf([2, 2]);
    backends[0]!.fail(new GatewayError('UNSUPPORTED_BY_BACKEND', 'Not in this version.'));
    const page = await list(backends, { first: 9 });
    expect(page).toMatchObject({ hasNextPage: false, failures: [{ backend: 'first' }] });
    const next = await list(backends, { first: 9, after: page.endCursor });
    expect(next.failures).toEqual([]);
  });

  it('does not hide that all who can list failed', async () => {
    const [other] = backendsOf([3]);
    other!.fail(DOWN);
    await expect(list([cannot, other!], { first: 1 })).rejects.toBe(DOWN);
  });
});

describe('a filter', () => {
  it('names the configured backends when it names another', async () => {
    const filter = { ...NO_USER_LIST_FILTER, backends: ['third', 'nowhere'] };
    const problem = list(backendsOf([1, 1, 1]), { first: 1, filter });
    await expect(problem).rejects.toThrow(/first, second, third/);
  });

  it('on a company or role asks its backend alone', async () => {
    const backends = backendsOf([4, 4]);
    const companyRef = { backend: 'second', nativeId: 'acme' };
    await list(backends, { first: 5, filter: filterOf({ companyRef }) });
    expect(backends.map(({ calls }) => calls)).toEqual([[], ['users.list']]);
  });

  it('on a role lists its members, and nobody when it does not exist', async () => {
    const backend = createMemoryBackend('only', {
      users: memoryUsers('only', 5),
      roles: [memoryRole('only', 'admin')],
      members: { admin: ['only-001', 'only-003'] },
    });
    const roleRef = { backend: 'only', nativeId: 'admin' };
    const page = await list([backend], { first: 5, filter: filterOf({ roleRef }) });
    expect(page.nodes.map(({ login }) => login)).toEqual(['only-001', 'only-003']);
    const absent = filterOf({ roleRef: { backend: 'only', nativeId: 'absent' } });
    expect(await list([backend], { first: 5, filter: absent })).toMatchObject({
      edges: [],
      failures: [],
      hasNextPage: false,
    });
  });

  it('on a language speaks to each backend in its own code', async () => {
    const languages = [{ code: 'iw_IL', tag: 'he-IL', name: 'Hebrew' }];
    const users = [
      memoryUser('java', 'a', { languageCode: 'iw_IL' }),
      memoryUser('java', 'b', { languageCode: 'en_US' }),
    ];
    const java = createMemoryBackend('java', { users, languages });
    const other = createMemoryBackend('other', { users: memoryUsers('other', 3) });
    for (const languageTag of ['he-IL', 'HE-il', 'iw_IL', 'iw_il', 'iw-IL', 'he_IL']) {
      const filter = { ...NO_USER_LIST_FILTER, languageTag };
      const page = await list([java, other], { first: 5, filter });
      expect(page.nodes.map(({ login }) => login)).toEqual(['a']);
    }
    expect(other.calls).not.toContain('users.list');
  });

  it('on a code asks no backend that has no codes', async () => {
    const users = memoryUsers('only', 3);
    const backend = createMemoryBackend('only', { users, without: ['referenceData'] });
    for (const filter of [
      filterOf({ currencyCode: 'EUR' }),
      { ...NO_USER_LIST_FILTER, languageTag: 'de-DE' },
    ]) {
      expect((await list([backend], { first: 5, filter })).edges).toEqual([]);
    }
    expect(backend.calls).toEqual([]);
  });

  it('whose language cannot be looked up in a backend is a failure of that backend', async () => {
    const backends = backendsOf([3, 3]);
    backends[0]!.fail(DOWN, 'languages');
    const filter = { ...NO_USER_LIST_FILTER, languageTag: 'he-IL', backends: ['first'] };
    await expect(list(backends, { first: 2, filter })).rejects.toBe(DOWN);
  });

  it('that nobody can meet costs no call', async () => {
    const backends = backendsOf([3, 3]);
    const company = { backend: 'first', nativeId: 'a' };
    const other = withCompany(filterOf({ companyRef: { ...company, nativeId: 'b' } }), company);
    for (const filter of [filterOf({ statuses: [] }), filterOf({ login: { in: [] } }), other]) {
      expect((await list(backends, { first: 2, filter })).edges).toEqual([]);
    }
    expect(backends.flatMap(({ calls }) => calls)).toEqual([]);
  });
});

describe("a caller's scope", () => {
  const inCompany = (company: string) => ({ companyRef: { backend: 'first', nativeId: company } });
  const backends = () => [
    createMemoryBackend('first', {
      users: memoryUsers('first', 30, (index) =>
        inCompany(['acme', 'globex', 'initech'][index % 3]!),
      ),
      roles: [memoryRole('first', 'common'), memoryRole('first', 'secret', 'initech')],
      members: { common: ['first-000', 'first-001'], secret: ['first-000', 'first-002'] },
      maxPageSize: 4,
    }),
    createMemoryBackend('second', { users: memoryUsers('second', 5), paging: 'token' }),
  ];

  it('shows every user inside it exactly once and no other', async () => {
    for (const scope of [['first/acme'], ['first/acme', 'first/globex'], ['second/*'], []]) {
      const all = backends();
      const context = () => memoryContext({ scope: new Set(scope) });
      const logins = await follow(all, { firsts: [3], context });
      const expected = all
        .flatMap(({ everyUser }) => everyUser)
        .filter(({ ref, companyRef }) =>
          scope.some((entry) => entry === `${ref.backend}/${companyRef?.nativeId ?? '*'}`),
        );
      expect([...logins].sort()).toEqual(expected.map(({ login }) => login).sort());
    }
  });

  it('asks no backend that it does not touch', async () => {
    const all = backends();
    await list(all, { first: 20 }, memoryContext({ scope: new Set(['second/*']) }));
    expect(all[0]!.calls).toEqual([]);
  });

  it('hides a company or role outside as if it did not exist', async () => {
    const all = backends();
    const context = memoryContext({ scope: new Set(['first/acme']) });
    const companyRef = { backend: 'first', nativeId: 'globex' };
    const absent = { backend: 'first', nativeId: 'absent' };
    const secret = { backend: 'first', nativeId: 'secret' };
    const company = await list(all, { first: 5, filter: filterOf({ companyRef }) }, context);
    expect(company).toMatchObject({ edges: [], failures: [], hasNextPage: false });
    expect(all[0]!.calls).toEqual([]);
    for (const roleRef of [secret, absent]) {
      const page = await list(all, { first: 5, filter: filterOf({ roleRef }) }, context);
      expect(page).toMatchObject({ edges: [], failures: [], hasNextPage: false });
    }
    const common = { role: { backend: 'first', nativeId: 'common' }, first: 5, after: null };
    const members = await listRoleMembers(all, common, context);
    expect(members.nodes.map(({ login }) => login)).toEqual(['first-000']);
  });
});

describe('counting users', () => {
  it('adds up what the backends count with the filter', async () => {
    const filter = filterOf({ statuses: ['DISABLED'] });
    expect(await count(backendsOf([7, 8, 9]), filter)).toBe(2 + 3 + 3);
  });

  it('gives no number when a backend fails or cannot count or list', async () => {
    const failing = backendsOf([1, 1]);
    failing[1]!.fail(DOWN, 'users.count');
    expect(await count(failing)).toBeNull();
    for (const port of ['users.count', 'users.list'] as const) {
      const cannot = createMemoryBackend('cannot', { without: [port] });
      expect(await count([...backendsOf([1]), cannot])).toBeNull();
    }
  });

  it('does not count the members of a role', async () => {
    const roleRef = { backend: 'first', nativeId: 'admin' };
    expect(await count(backendsOf([3]), filterOf({ roleRef }))).toBeNull();
  });

  it('counts within a scope only where one company of a backend is all there is', async () => {
    const companyRef = { backend: 'only', nativeId: 'acme' };
    const users = memoryUsers('only', 9, (index) => ({
      companyRef: index < 4 ? companyRef : null,
    }));
    const backend = createMemoryBackend('only', { users });
    const counted = (...scope: string[]) =>
      count([backend], NO_USER_LIST_FILTER, memoryContext({ scope: new Set(scope) }));
    expect(await counted('only/acme')).toBe(4);
    expect(await counted('only/*')).toBe(9);
    expect(await counted('only/acme', 'only/globex')).toBeNull();
    expect(await counted('other/*')).toBe(0);
  });
});

/** Up to four backends with so many users each, every one paging in another way; every third user is disabled. */
function backendsOf(
  sizes: readonly number[],
  options: { readonly maxPageSize?: number; readonly delayMs?: number } = {},
): MemoryBackend[] {
  return sizes.map((size, index) => {
    const name = ['first', 'second', 'third', 'fourth'][index]!;
    const users = memoryUsers(name, size, (row) => ({
      status: row % 3 === 1 ? 'DISABLED' : 'ACTIVE',
    }));
    const paging = STYLES[index % STYLES.length]!;
    return createMemoryBackend(name, { users, paging, filters: index % 2 === 0, ...options });
  });
}

function filterOf(conditions: Partial<UserFilter>): UserListFilter {
  return {
    ...NO_USER_LIST_FILTER,
    conditions: { ...NO_USER_LIST_FILTER.conditions, ...conditions },
  };
}

interface Way {
  /** The page sizes, one after the other and again. */
  readonly firsts: readonly number[];
  /** The edges from which to go on; without them, the end of each page. */
  readonly edges?: readonly number[];
  readonly filter?: UserListFilter;
  readonly before?: (page: number) => void;
  readonly context?: () => ListContext;
}

/** Follows a list to its end as a client does. */
async function follow(backends: readonly Backend[], way: Way): Promise<readonly string[]> {
  const { firsts, edges, filter = NO_USER_LIST_FILTER, before, context = memoryContext } = way;
  const logins: string[] = [];
  let after: string | null = null;
  for (let number = 0; number < 1000; number += 1) {
    before?.(number);
    const first = firsts[number % firsts.length]!;
    const page: Connection<User> = await list(backends, { first, after, filter }, context());
    expect(page.edges.length).toBeLessThanOrEqual(first);
    const wanted = edges === undefined ? first : edges[number % edges.length]! + 1;
    const taken = page.edges.slice(0, wanted);
    logins.push(...taken.map(({ node }) => node.login));
    after = taken.at(-1)?.cursor ?? page.endCursor;
    if (taken.length === page.edges.length && !page.hasNextPage) return logins;
  }
  throw new Error('The list does not end.');
}

function list(
  backends: readonly Backend[],
  {
    first,
    after = null,
    filter = NO_USER_LIST_FILTER,
  }: { first: number; after?: string | null; filter?: UserListFilter },
  context: ListContext = memoryContext(),
): Promise<Connection<User>> {
  return listUsers(backends, { first, after, filter }, context);
}

function count(
  backends: readonly Backend[],
  filter: UserListFilter = NO_USER_LIST_FILTER,
  context: ListContext = memoryContext(),
): Promise<number | null> {
  return countUsers(backends, filter, context);
}

function allLogins(
  backends: readonly MemoryBackend[],
  conditions: Partial<UserFilter> = {},
): readonly string[] {
  const filter = { ...NO_FILTER, ...conditions };
  return backends
    .flatMap(({ everyUser }) => everyUser)
    .filter((user) => matchesUserFilter(user, filter))
    .map(({ login }) => login)
    .sort();
}
