import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startCloudAdministrationSimulator,
  type CloudAdministrationSimulator,
} from '../../src/backends/cloud-administration/simulator.ts';
import { allOrThrow } from '../../src/domain/answers.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import {
  closedAfterwards,
  contextOf,
  contextWithCalls,
  createBackend,
  failureOf,
  readAll,
  startDirectory,
  startStandIn,
  type FullBackend,
} from './backend-session.ts';

const ODD_LOGINS = [
  'Mary Ann Whitfield',
  'j.ortiz+unifier@ostrava-eng.example',
  "s.o'brien",
  '山田.太郎',
];

describe.each([{ apiVersion: 3 as const }, { apiVersion: 1 as const }])(
  'over version $apiVersion',
  ({ apiVersion }) => {
    let simulator: CloudAdministrationSimulator;
    let backend: FullBackend;
    beforeAll(async () => {
      simulator = await startCloudAdministrationSimulator({
        switches: { apiVersion, userCount: 60, tenant: 'acme' },
      });
      backend = createBackend(simulator.environment);
    });
    afterAll(() => simulator.close());

    const listAll = (limit: number) =>
      readAll((position) =>
        backend.users.list({ limit, position, filter: NO_FILTER }, contextOf()),
      );

    it('lists everybody once, whatever the page size', async () => {
      const logins = (await listAll(7)).map(({ login }) => login);
      expect(logins).toHaveLength(60);
      expect(new Set(logins).size).toBe(60);
      expect((await listAll(60)).map(({ login }) => login)).toEqual(logins);
      expect(await backend.users.count(NO_FILTER, contextOf())).toBe(60);
    });

    it('asks version 3 for /v3 with a bearer token and version 1 for no version with Basic', async () => {
      await listAll(60);
      const call = simulator.calls.all.find(({ operation }) => operation !== 'GetToken');
      expect(call?.path).toMatch(
        apiVersion === 3 ? /^\/acme\/cloudapi\/restapi\/v3\// : /^\/acme\/cloudapi\/restapi\/user/,
      );
      expect(call?.headers.authorization).toMatch(apiVersion === 3 ? /^Bearer / : /^Basic /);
      expect(call?.headers).not.toHaveProperty('version');
    });

    it.each(ODD_LOGINS)('reads %s alone', async (login) => {
      const found = allOrThrow(await backend.users.getMany([login], contextOf({ fresh: true })));
      expect(found.get(login)?.ref).toEqual({ backend: 'cloud-administration', nativeId: login });
    });

    it('reads the same user alone as in the list', async () => {
      const listed = (await listAll(60)).find(({ login }) => login === 'p.lindqvist');
      const alone = await backend.users.getMany(['p.lindqvist'], contextOf({ fresh: true }));
      expect(alone.get('p.lindqvist')).toEqual(listed);
    });

    it('narrows by every condition, roles and companies included, and counts the same', async () => {
      const [role] = (await listAll(60)).flatMap(({ roleGrants }) => roleGrants ?? []);
      const [company] = (await backend.companies.list({ limit: 1, position: null }, contextOf()))
        .rows;
      const filter = {
        ...NO_FILTER,
        roleRef: role?.role.ref ?? null,
        companyRef: company?.value.ref ?? null,
      };
      const matching = await readAll((position) =>
        backend.users.list({ limit: 3, position, filter }, contextOf()),
      );
      expect(matching.length).toBeGreaterThan(0);
      expect(matching.length).toBeLessThan(60);
      for (const user of matching) {
        expect(user.companyRef).toEqual(company?.value.ref);
        expect(user.roleGrants?.map((grant) => grant.role.ref)).toContainEqual(role?.role.ref);
      }
      expect(await backend.users.count(filter, contextOf())).toBe(matching.length);
    });

    it('finds a login in another case, and nobody for one that does not exist', async () => {
      const found = await backend.users.findByLogin('P.LINDQVIST', null, contextOf());
      expect(found?.login).toBe('p.lindqvist');
      expect(await backend.users.findByLogin('nobody.at.all', null, contextOf())).toBeNull();
    });

    it('tells disabled, expired, pending and active accounts apart, and locked ones beside it', async () => {
      const logins = ['t.disabled', 'e.expired', 'n.pending', 'l.locked', 'd.both'];
      const users = allOrThrow(await backend.users.getMany(logins, contextOf()));
      expect(logins.map((login) => [users.get(login)?.status, users.get(login)?.locked])).toEqual([
        ['DISABLED', false],
        ['EXPIRED', false],
        ['PENDING', false],
        ['ACTIVE', true],
        ['DISABLED', true],
      ]);
    });

    it('knows the companies of the users, and the parent of each partner', async () => {
      const companies = await readAll((position) =>
        backend.companies.list({ limit: 2, position }, contextOf()),
      );
      expect(await backend.companies.count(contextOf())).toBe(companies.length);
      const users = await listAll(60);
      expect(new Set(companies.map(({ ref }) => ref.nativeId))).toEqual(
        new Set(users.map(({ companyRef }) => companyRef?.nativeId)),
      );
      const parentIds = companies.flatMap(({ parentRef }) => parentRef?.nativeId ?? []);
      const parents = await backend.companies.getMany(parentIds, contextOf());
      expect(parentIds.length).toBeGreaterThan(0);
      expect([...parents.keys()]).toEqual([...new Set(parentIds)]);
    });

    it('lists roles, and the members of each', async () => {
      const roles = await readAll((position) =>
        backend.roles.list({ limit: 3, position }, contextOf()),
      );
      expect(roles).toHaveLength((await backend.roles.count(contextOf())) ?? 0);
      const users = await listAll(60);
      const role = users.flatMap(({ roleGrants }) => roleGrants ?? [])[0]?.role;
      const members = await readAll((position) =>
        backend.roles.listMembers(role?.ref.nativeId ?? '', { limit: 4, position }, contextOf()),
      );
      expect(members).toEqual(
        users.filter(({ roleGrants }) =>
          roleGrants?.some((grant) => grant.role.ref.nativeId === role?.ref.nativeId),
        ),
      );
      const grants = await backend.roles.grantsOf(members, contextOf());
      expect(grants.get(members[0]?.login ?? '')).toEqual(members[0]?.roleGrants);
    });

    it('has no members for a role that does not exist', async () => {
      const read = backend.roles.listMembers(
        'NoSuchRole',
        { limit: 4, position: null },
        contextOf(),
      );
      expect((await failureOf(read)).code).toBe('NOT_FOUND');
    });
  },
);

describe('a token', () => {
  it.each(['text', 'json-string', 'object'])('is taken from %s', async (tokenAnswer) => {
    const simulator = closedAfterwards(
      await startCloudAdministrationSimulator({ switches: { tokenAnswer } }),
    );
    const users = await createBackend(simulator.environment).users.getMany(
      ['p.lindqvist'],
      contextOf(),
    );
    expect(users.size).toBe(1);
    expect(simulator.calls.all[0]?.query).toBe('tokenExpiry=3600');
  });

  it.each([
    ['blanks around it', ' abc.def \n'],
    ['the name token', '{"token":"abc.def"}'],
    ['digits alone', '123456'],
  ])('is taken with %s', async (_form, body) => {
    const standIn = await startTokenStandIn(() => body);
    await createBackend(standIn.environment).users.count(NO_FILTER, contextOf());
    expect(standIn.headers.at(-1)?.authorization).toMatch(/^Bearer (abc\.def|123456)$/);
  });

  it.each([
    ['a page', '<html>sign in</html>'],
    ['nothing', ''],
    ['an object without one', '{"error":"no"}'],
    ['null', 'null'],
    ['text that no header can carry', 'two words'],
  ])('is not taken from %s', async (_form, body) => {
    const standIn = await startTokenStandIn(() => body);
    const read = createBackend(standIn.environment).users.count(NO_FILTER, contextOf());
    expect((await failureOf(read)).code).toBe('BACKEND_CONTRACT_VIOLATION');
    expect(standIn.requests).not.toContain('GET /v3/user');
  });

  it('is fetched once for all who need it at the same time, and kept until a minute before its end', async () => {
    let nowMs = 0;
    const standIn = await startTokenStandIn(() => `token-at-${nowMs}`);
    const backend = createBackend(standIn.environment, { now: () => nowMs });
    const readOnce = () =>
      Promise.all(['a', 'b', 'c'].map((login) => backend.users.getMany([login], contextOf())));
    const fetches = () => standIn.requests.filter((request) => request.includes('token')).length;
    await readOnce();
    nowMs = 3_539_000;
    await readOnce();
    expect(fetches()).toBe(1);
    nowMs = 3_541_000;
    await readOnce();
    expect(fetches()).toBe(2);
    expect(standIn.headers.at(-1)?.authorization).toBe('Bearer token-at-3541000');
  });

  it('is renewed once for everybody when it has expired over there', async () => {
    const simulator = closedAfterwards(await startCloudAdministrationSimulator());
    const backend = createBackend(simulator.environment);
    await backend.roles.count(contextOf());
    simulator.expireTokens();
    const reads = ODD_LOGINS.map((login) => backend.users.getMany([login], contextOf()));
    expect((await Promise.all(reads)).map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    expect(simulator.calls.count('GetToken')).toBe(2);
  });

  it('that is refused even when it is new is the gateway operator’s problem, and no secret is told', async () => {
    const simulator = closedAfterwards(await startCloudAdministrationSimulator());
    const environment = { ...simulator.environment, CLOUD_ADMINISTRATION_PASSWORD: 'canary-5150' };
    const failure = await failureOf(createBackend(environment).roles.count(contextOf()));
    expect(failure.code).toBe('BACKEND_CREDENTIAL_REJECTED');
    expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(
      /canary|Y2FuYXJ5|NTE1MA/,
    );
    simulator.faults.add({ kind: 'status', status: 401, operation: 'ListRoles' });
    const refused = await failureOf(createBackend(simulator.environment).roles.count(contextOf()));
    expect(refused.code).toBe('BACKEND_CREDENTIAL_REJECTED');
    expect(simulator.calls.count('ListRoles')).toBe(2);
  });

  it('of one’s own is sent as it is, and a refusal of it is final', async () => {
    const standIn = await startStandIn(() => ({ status: 401 }));
    const failure = await failureOf(createBackend(standIn.environment).roles.count(contextOf()));
    expect(failure.code).toBe('BACKEND_CREDENTIAL_REJECTED');
    expect(standIn.headers.map(({ authorization }) => authorization)).toEqual([
      'Bearer static-token',
    ]);
  });

  it('is not fetched where Basic is known to be accepted on version 3', async () => {
    const simulator = closedAfterwards(
      await startCloudAdministrationSimulator({ switches: { basicOnV3: true } }),
    );
    const backend = createBackend({
      ...simulator.environment,
      CLOUD_ADMINISTRATION_BASIC_ON_V3: 'true',
    });
    expect(await backend.roles.count(contextOf())).toBeGreaterThan(0);
    expect(simulator.calls.count('GetToken')).toBe(0);
  });
});

describe('the held list', () => {
  it('is loaded once for all who read it at the same time, and again after half a minute', async () => {
    let nowMs = Date.now();
    const standIn = await startDirectory([{ loginId: 'a' }, { loginId: 'b' }]);
    const { users, companies } = createBackend(standIn.environment, { now: () => nowMs });
    const readAllPorts = () =>
      Promise.all([
        users.list({ limit: 1, position: null, filter: NO_FILTER }, contextOf()),
        users.count(NO_FILTER, contextOf()),
        companies.count(contextOf()),
        users.getMany(['a', 'b', 'c', 'd', 'e', 'f'], contextOf()),
      ]);
    await readAllPorts();
    nowMs += 29_000;
    await readAllPorts();
    expect(standIn.requests).toEqual(['GET /v3/user']);
    nowMs += 2_000;
    await readAllPorts();
    expect(standIn.requests).toHaveLength(2);
  });

  it('goes on loading for the next reader when the one who started it has left', async () => {
    const gate = Promise.withResolvers<null>();
    const standIn = await startStandIn(async () => {
      await gate.promise;
      return { body: [{ loginId: 'a' }] };
    });
    const { users } = createBackend(standIn.environment, { timeoutMs: 50 });
    const deadline = AbortSignal.timeout(100);
    const failure = await failureOf(users.count(NO_FILTER, contextOf({ signal: deadline })));
    expect([failure.code, failure.retryable]).toEqual(['BACKEND_UNAVAILABLE', true]);
    const second = users.count(NO_FILTER, contextOf());
    gate.resolve(null);
    expect(await second).toBe(1);
    expect(standIn.requests).toEqual(['GET /v3/user']);
  });

  it('gives up after its own time', async () => {
    const standIn = await startStandIn(() => new Promise(() => {}));
    const { users } = createBackend({
      ...standIn.environment,
      CLOUD_ADMINISTRATION_LIST_TIMEOUT_MS: '150',
    });
    expect((await failureOf(users.count(NO_FILTER, contextOf()))).code).toBe('BACKEND_UNAVAILABLE');
  });

  it('is not kept when it could not be loaded', async () => {
    let broken = true;
    const standIn = await startStandIn(() =>
      broken ? { status: 500, body: 'down' } : { body: [] },
    );
    const { users } = createBackend(standIn.environment);
    const reads = [users.count(NO_FILTER, contextOf()), users.count(NO_FILTER, contextOf())];
    const failures = await Promise.all(reads.map(failureOf));
    expect(failures.map(({ code }) => code)).toEqual([
      'BACKEND_UNAVAILABLE',
      'BACKEND_UNAVAILABLE',
    ]);
    expect(standIn.requests).toHaveLength(1);
    broken = false;
    expect(await users.count(NO_FILTER, contextOf())).toBe(0);
  });

  it('costs the reader who starts it one call, and no other reader any', async () => {
    const standIn = await startDirectory([{ loginId: 'a' }]);
    const { users } = createBackend(standIn.environment);
    const failure = await failureOf(users.count(NO_FILTER, contextWithCalls(0)));
    expect(failure.code).toBe('BUDGET_EXCEEDED');
    const [paid, free] = [contextWithCalls(1), contextWithCalls(0)];
    expect(await Promise.all([users.count(NO_FILTER, paid), users.count(NO_FILTER, free)])).toEqual(
      [1, 1],
    );
    expect(standIn.requests).toHaveLength(1);
  });

  it('is loaded anew for whoever wants it fresh', async () => {
    const rows = [{ loginId: 'a' }];
    const standIn = await startDirectory(rows);
    const { users } = createBackend(standIn.environment);
    expect(await users.count(NO_FILTER, contextOf())).toBe(1);
    rows.push({ loginId: 'b' });
    expect(await users.count(NO_FILTER, contextOf())).toBe(1);
    expect(await users.count(NO_FILTER, contextOf({ fresh: true }))).toBe(2);
    expect(await users.count(NO_FILTER, contextOf())).toBe(2);
  });

  it('goes on exactly behind the last login when it was loaded anew in between', async () => {
    const rows = ['b', 'D', 'f', 'H'].map((loginId) => ({ loginId }));
    const standIn = await startDirectory(rows);
    const { users } = createBackend(standIn.environment);
    const page = (position: string | null, fresh = false) =>
      users.list({ limit: 2, position, filter: NO_FILTER }, contextOf({ fresh }));
    const first = await page(null);
    expect(first.rows.map(({ value }) => value.login)).toEqual(['b', 'D']);
    // The last one taken is gone, and there is a new one on either side.
    rows.splice(0, 2, { loginId: 'a' }, { loginId: 'e' });
    const second = await page(first.nextPosition, true);
    expect(second.rows.map(({ value }) => value.login)).toEqual(['e', 'f']);
    const third = await page(second.rows[0]?.position ?? null);
    expect(third.rows.map(({ value }) => value.login)).toEqual(['f', 'H']);
    expect(third.nextPosition).toBeNull();
  });

  it('keeps logins apart that differ in case only, and finds each', async () => {
    const standIn = await startDirectory([
      { loginId: 'Ann' },
      { loginId: 'ann' },
      { loginId: 'Bo' },
    ]);
    const { users } = createBackend(standIn.environment);
    const page = await users.list({ limit: 9, position: null, filter: NO_FILTER }, contextOf());
    expect(page.rows.map(({ value }) => value.login)).toEqual(['Ann', 'ann', 'Bo']);
    const find = async (login: string) =>
      (await users.findByLogin(login, null, contextOf()))?.login ?? null;
    expect(await Promise.all(['Ann', 'ann', 'ANN', 'bo'].map(find))).toEqual([
      'Ann',
      'ann',
      null,
      'Bo',
    ]);
  });

  it.each(['', 'not base64url!', 'YQ==', '____'])('has no position %j', async (position) => {
    const standIn = await startDirectory([{ loginId: 'a' }]);
    const { users } = createBackend(standIn.environment);
    const read = users.list({ limit: 1, position, filter: NO_FILTER }, contextOf());
    expect((await failureOf(read)).code).toBe('BAD_USER_INPUT');
  });
});

describe('a few users', () => {
  it('are read one by one while no list is held, and their companies come with them', async () => {
    const organization = { id: '11', name: 'acme', displayName: 'Acme Ltd' };
    const standIn = await startDirectory([{ loginId: 'a', organization }, { loginId: 'b' }]);
    const { users, companies } = createBackend(standIn.environment);
    expect((await users.getMany(['a', 'b'], contextOf())).size).toBe(2);
    expect(allOrThrow(await companies.getMany(['11'], contextOf())).get('11')?.displayName).toBe(
      'Acme Ltd',
    );
    expect([...standIn.requests].sort()).toEqual(['GET /v3/user/a', 'GET /v3/user/b']);
  });

  it('are read at most five at a time when there are many that must be fresh', async () => {
    let underWay = 0;
    let most = 0;
    const standIn = await startStandIn(async (request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return { body: { loginId: request.split('/').at(-1) } };
    });
    const logins = Array.from({ length: 20 }, (_, index) => `user${index}`);
    const { users } = createBackend(standIn.environment);
    const found = await users.getMany(logins, contextOf({ fresh: true }));
    expect([...found.keys()].sort()).toEqual([...logins].sort());
    expect(most).toBe(5);
  });

  it('are kept for a moment, unless they must be fresh', async () => {
    const standIn = await startDirectory([{ loginId: 'a' }]);
    const { users } = createBackend(standIn.environment, { usersTtlSeconds: 5 });
    await users.getMany(['a'], contextOf());
    await users.getMany(['a'], contextOf());
    expect(standIn.requests).toHaveLength(1);
    await users.getMany(['a'], contextOf({ fresh: true }));
    expect(standIn.requests).toHaveLength(2);
  });

  it.each(['.', '..', 'a/b'])(
    'have their login looked up in the list when an address cannot carry it: %s',
    async (login) => {
      const standIn = await startStandIn((request) =>
        request === 'GET /v3/user' ? { body: [{ loginId: login }] } : { status: 400 },
      );
      const { users } = createBackend(standIn.environment);
      expect(allOrThrow(await users.getMany([login], contextOf())).get(login)?.login).toBe(login);
    },
  );
});

describe('an answer', () => {
  it.each([
    [{ status: 401 }, 'BACKEND_CREDENTIAL_REJECTED', 401],
    [{ status: 403 }, 'BACKEND_CREDENTIAL_REJECTED', 403],
    [{ status: 400, body: 'Invalid input, Please check.' }, 'BACKEND_REJECTED', 400],
    [{ status: 404 }, 'BACKEND_REJECTED', 404],
    [{ status: 415 }, 'BACKEND_REJECTED', 415],
    [{ status: 500, body: { message: 'no' } }, 'BACKEND_UNAVAILABLE', 500],
    [{ status: 503, body: '<html>busy</html>' }, 'BACKEND_UNAVAILABLE', 503],
    [
      { status: 302, headers: { location: 'https://login.example' } },
      'BACKEND_CONTRACT_VIOLATION',
      302,
    ],
    [{ status: 200, body: '  \n<!DOCTYPE html><p>Sign in' }, 'BACKEND_CONTRACT_VIOLATION', 200],
    [{ status: 200, body: '' }, 'BACKEND_CONTRACT_VIOLATION', 200],
    [{ status: 204 }, 'BACKEND_CONTRACT_VIOLATION', 204],
    [{ status: 200, body: '[{"loginId":"a"' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [{ status: 200, body: 'null' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [{ status: 200, body: '["a"]' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [{ status: 200, body: '[{"firstName":"Ana"}]' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [{ status: 200, body: '[{"loginId":{}}]' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [{ status: 200, body: '[{"loginId":"a","roles":"x"}]' }, 'BACKEND_CONTRACT_VIOLATION', null],
    [
      { status: 200, body: '[{"loginId":"a","disabled":"perhaps"}]' },
      'BACKEND_CONTRACT_VIOLATION',
      null,
    ],
  ])('of %j is %s', async (answer, code, status) => {
    const standIn = await startStandIn(() => answer);
    const { users } = createBackend(standIn.environment);
    const failure = await failureOf(users.count(NO_FILTER, contextOf()));
    expect([failure.code, failure.safeCause?.status ?? null]).toEqual([code, status]);
    expect(failure).toMatchObject({ backend: 'cloud-administration', operation: 'ListUsers' });
  });

  it('with 429 is tried again after the wait it asks for', async () => {
    let answers = 0;
    const standIn = await startStandIn(() => {
      answers += 1;
      return answers === 1 ? { status: 429, headers: { 'retry-after': '0' } } : { body: [] };
    });
    expect(await createBackend(standIn.environment).roles.count(contextOf())).toBe(0);
    const hopeless = await startStandIn(() => ({ status: 429, headers: { 'retry-after': '90' } }));
    const failure = await failureOf(createBackend(hopeless.environment).roles.count(contextOf()));
    expect([failure.code, failure.retryAfterMs]).toEqual(['BACKEND_THROTTLED', 90_000]);
  });

  it('is read by its content, whatever type it claims', async () => {
    const standIn = await startStandIn(() => ({
      headers: { 'content-type': 'text/html' },
      body: '\ufeff [{"loginId":"a"}]',
    }));
    expect(await createBackend(standIn.environment).users.count(NO_FILTER, contextOf())).toBe(1);
  });

  it('never shows a password, not even one that the backend sends', async () => {
    const standIn = await startDirectory([
      { loginId: 'a', password: 'canary-5150', organization: { id: '1', password: 'canary-5150' } },
    ]);
    const { users } = createBackend(standIn.environment);
    const page = await users.list({ limit: 1, position: null, filter: NO_FILTER }, contextOf());
    const alone = await users.getMany(['a'], contextOf({ fresh: true }));
    expect(JSON.stringify([page, [...alone]])).not.toContain('canary');
  });

  it('goes into health', async () => {
    const standIn = await startStandIn(() => ({ status: 500 }));
    const backend = createBackend(standIn.environment);
    expect(backend.health().status).toBe('UNKNOWN');
    await failureOf(backend.roles.count(contextOf()));
    expect(backend.health()).toMatchObject({ status: 'DOWN', problem: 'BACKEND_UNAVAILABLE' });
  });
});

/** Serves a token, an empty list and unknown users. */
async function startTokenStandIn(token: () => string) {
  const standIn = await startStandIn((request) =>
    request.startsWith('GET /oauth2/token')
      ? { body: token() }
      : request === 'GET /v3/user'
        ? { body: [] }
        : { status: 404 },
  );
  const { CLOUD_ADMINISTRATION_BASE_URL } = standIn.environment;
  return {
    ...standIn,
    environment: {
      CLOUD_ADMINISTRATION_BASE_URL,
      CLOUD_ADMINISTRATION_USERNAME: 'gateway',
      CLOUD_ADMINISTRATION_PASSWORD: 'secret',
    },
  };
}
