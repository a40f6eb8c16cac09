import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import {
  RESET_MANY,
  UNLIMITED,
  activeAccounts,
  passwordOf,
  reset,
  type Account,
  type Result,
} from './resetting.ts';

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'] as const;

let gateway: TestGateway;
/** Of every backend, some whose reset nothing stands against. */
const accounts = new Map<string, readonly Account[]>();

beforeAll(async () => {
  gateway = await startTestGateway({ environment: UNLIMITED });
  for (const backend of BACKENDS) accounts.set(backend, await resettable(backend));
});

beforeEach(() => {
  for (const backend of BACKENDS) gateway.simulator(backend).calls.clear();
});

afterEach(() => {
  for (const backend of BACKENDS) gateway.simulator(backend).faults.clear();
});

afterAll(() => gateway.close());

/** Those who do without an acknowledgement, by their recommended way. */
async function resettable(backend: string): Promise<readonly Account[]> {
  const active = await activeAccounts(gateway, backend, 120);
  const { data } = await gateway.query(
    `query ($ids: [ID!]!) {
      nodes(ids: $ids) { ... on User {
        id
        password { userCanChange }
        passwordResetOptions { delivery recommended requiredAcknowledgements }
      } }
    }`,
    { ids: active.map(({ id }) => id).slice(0, 100) },
  );
  const ready = data.nodes.filter(
    (node: {
      password: { userCanChange: boolean | null } | null;
      passwordResetOptions: readonly {
        delivery: string;
        recommended: boolean;
        requiredAcknowledgements: readonly string[];
      }[];
    }) =>
      node.password?.userCanChange !== false &&
      node.passwordResetOptions.some(
        ({ delivery, recommended, requiredAcknowledgements: needed }) =>
          recommended && needed.length === 0 && (backend !== 'cpq' || delivery === 'EMAIL'),
      ),
  );
  const ids = new Set(ready.map(({ id }: Account) => id));
  return active.filter(({ id }) => ids.has(id));
}

function some(backend: (typeof BACKENDS)[number], count: number): readonly Account[] {
  const all = accounts.get(backend) ?? [];
  if (all.length < count) throw new Error(`only ${all.length} accounts of ${backend}`);
  return all.slice(0, count);
}

interface Bulk {
  readonly results: readonly Result[];
  readonly userErrors: readonly {
    readonly code: string;
    readonly path: readonly string[] | null;
  }[];
  readonly done: number;
  readonly accepted: number;
  readonly refused: number;
  readonly failed: number;
  readonly unknown: number;
}

async function resetMany(
  resets: readonly Readonly<Record<string, unknown>>[],
  idempotencyKey?: string,
): Promise<Bulk> {
  const { data } = await gateway.query(RESET_MANY, { input: { resets, idempotencyKey } });
  return data.resetPasswords;
}

function countWrites(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    BACKENDS.map((backend) => [backend, gateway.simulator(backend).calls.writes.length]),
  );
}

/** One of each backend in turn, so that no backend's accounts stand together. */
function interleaved(...lists: readonly (readonly Account[])[]): readonly Account[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat();
}

describe('a hundred resets over three backends', () => {
  it('are all done, each once, in the order asked for; automatic ones in one list', async () => {
    const bulk = interleaved(
      some('cpq', 40),
      some('cloud-administration', 30),
      some('cloud-sso', 30),
    );
    expect(bulk).toHaveLength(100);
    const { results, userErrors, ...counts } = await resetMany(
      bulk.map(({ id: userId }) => ({ userId })),
    );
    expect(userErrors).toEqual([]);
    expect(counts).toEqual({ done: 100, accepted: 0, refused: 0, failed: 0, unknown: 0 });
    expect(results.map(({ userId }) => userId)).toEqual(bulk.map(({ id }) => id));
    expect(countWrites()).toEqual({ cpq: 40, 'cloud-administration': 1, 'cloud-sso': 30 });

    const [automatic] = gateway.simulator('cloud-administration').calls.writes;
    expect(automatic?.operation).toBe('AutoResetPasswords');
    expect(JSON.parse(automatic?.body ?? '')).toEqual(
      some('cloud-administration', 30).map(({ login }) => login),
    );
    // Each answer goes with its own account.
    for (const [index, { generatedPassword }] of results.entries()) {
      const account = bulk[index]!;
      expect(generatedPassword).toBe(
        account.backend === 'cloud-sso' ? passwordOf(gateway, account) : null,
      );
    }
  });

  it('leave nobody out because of one that fails, is refused, or is lost', async () => {
    const bulk = interleaved(some('cpq', 5), some('cloud-administration', 5), some('cloud-sso', 5));
    gateway
      .simulator('cpq')
      .faults.add({ kind: 'status', status: 400, operation: 'ResetPassword', times: 1 });
    gateway
      .simulator('cloud-sso')
      .faults.add({ kind: 'reset-after', operation: 'ResetUserPassword', times: 1 });
    const resets = bulk.map(({ id: userId }, index) => ({
      userId,
      // The first of Cloud Administration wants what it cannot have.
      ...(index === 1 && { delivery: 'NONE', changeAtNextLogin: 'REQUIRED' }),
    }));
    const { results, ...counts } = await resetMany(resets);
    expect(counts).toMatchObject({ done: 12, refused: 1, failed: 1, unknown: 1, accepted: 0 });
    expect(results[1]).toMatchObject({
      status: 'REFUSED',
      userErrors: [
        { code: 'CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED', path: ['resets', '1', 'changeAtNextLogin'] },
      ],
    });
    const problems = results.flatMap(({ userErrors }, index) =>
      userErrors.map(({ code }) => `${bulk[index]?.backend} ${code}`),
    );
    expect(problems.toSorted()).toEqual([
      'cloud-administration CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED',
      'cloud-sso OUTCOME_UNKNOWN',
      'cpq BACKEND_REJECTED',
    ]);
    expect(countWrites()).toEqual({ cpq: 5, 'cloud-administration': 1, 'cloud-sso': 5 });
  });

  it('go on with the other backends while one is down', async () => {
    const bulk = interleaved(some('cpq', 3), some('cloud-administration', 3), some('cloud-sso', 3));
    const remove = gateway.simulator('cpq').faults.add({ kind: 'status', status: 503 });
    const { results, done, failed } = await resetMany(bulk.map(({ id: userId }) => ({ userId })));
    remove();
    expect({ done, failed }).toEqual({ done: 6, failed: 3 });
    const ofCpq = results.filter((_, index) => bulk[index]?.backend === 'cpq');
    for (const { userErrors } of ofCpq) {
      expect(userErrors).toMatchObject([{ code: 'BACKEND_UNAVAILABLE', retryable: true }]);
    }
    expect(countWrites()).toEqual({ cpq: 0, 'cloud-administration': 1, 'cloud-sso': 3 });
  });

  it('of CloudSSO stay within what it allows in a second', async () => {
    const bulk = some('cloud-sso', 80).map(({ id: userId }) => ({ userId }));
    const [first, second] = [await resetMany(bulk), await resetMany(bulk)];
    expect(first.done).toBe(80);
    // Twenty without a quota; on a busy machine a few of what left in time arrive together.
    expect(second.done).toBeGreaterThan(60);
    expect(countWrites()).toEqual({ cpq: 0, 'cloud-administration': 0, 'cloud-sso': 160 });
  });

  it.each(['the same id', 'another id of the same account'])(
    'are refused together, and none is sent, when one stands there twice by %s',
    async (how) => {
      const [account] = some('cpq', 1);
      const { data } = await gateway.query(
        'query ($id: ID!) { user(id: $id) { id company { nativeId } } }',
        {
          id: account?.id,
        },
      );
      const nativeId = `${data.user.company.nativeId}/${encodeURIComponent(account?.login ?? '')}`;
      const older = toGlobalId('User', { backend: 'cpq', nativeId });
      const again = how === 'the same id' ? account?.id : older;
      const bulk = [account?.id, ...some('cloud-sso', 2).map(({ id }) => id), again];
      const { results, userErrors } = await resetMany(bulk.map((userId) => ({ userId })));
      expect(results).toEqual([]);
      expect(userErrors).toEqual([{ code: 'INVALID', path: ['resets', '3', 'userId'] }]);
      expect(countWrites()).toEqual({ cpq: 0, 'cloud-administration': 0, 'cloud-sso': 0 });
    },
  );

  it.each([
    ['none', 0],
    ['101', 101],
  ])('must not be %s', async (_many, count) => {
    const ids = interleaved(some('cpq', 51), some('cloud-sso', 50)).slice(0, count);
    const { results, userErrors } = await resetMany(ids.map(({ id: userId }) => ({ userId })));
    expect({ results, userErrors }).toMatchObject({
      results: [],
      userErrors: [{ code: 'INVALID', path: ['resets'] }],
    });
    expect(countWrites()).toEqual({ cpq: 0, 'cloud-administration': 0, 'cloud-sso': 0 });
  });
});

describe('a bulk under an idempotency key', () => {
  it('that comes again does only what has no outcome yet, and tells no password twice', async () => {
    const bulk = interleaved(some('cpq', 4), some('cloud-administration', 4), some('cloud-sso', 8));
    const resets = bulk.map(({ id: userId }) => ({ userId }));
    const remove = gateway
      .simulator('cloud-sso')
      .faults.add({ kind: 'throttle', operation: 'ResetUserPassword', times: 3 });
    const first = await resetMany(resets, 'bulk 1');
    remove();
    expect(first).toMatchObject({ done: 13, failed: 3 });
    expect(countWrites()).toEqual({ cpq: 4, 'cloud-administration': 1, 'cloud-sso': 8 });

    const second = await resetMany(resets, 'bulk 1');
    expect(second).toMatchObject({ done: 16, failed: 0 });
    expect(countWrites()).toEqual({ cpq: 4, 'cloud-administration': 1, 'cloud-sso': 11 });
    const told = (results: Bulk['results']) =>
      results.flatMap(({ generatedPassword }, index) =>
        generatedPassword === null ? [] : [index],
      );
    const ofCloudSso = bulk.flatMap(({ backend }, index) =>
      backend === 'cloud-sso' ? [index] : [],
    );
    expect([...told(first.results), ...told(second.results)].toSorted((a, b) => a - b)).toEqual(
      ofCloudSso,
    );

    expect(await resetMany(resets, 'bulk 1')).toMatchObject({ done: 16 });
    expect(countWrites()).toEqual({ cpq: 4, 'cloud-administration': 1, 'cloud-sso': 11 });
  });

  it('is a CONFLICT as another bulk, and sends nothing', async () => {
    const [one, other] = some('cloud-sso', 2).map(({ id: userId }) => ({ userId }));
    expect(await resetMany([one!], 'bulk 2')).toMatchObject({ done: 1 });
    for (const changed of [[other!], [one!, other!], [{ ...one!, delivery: 'NONE' }]]) {
      expect(await resetMany(changed, 'bulk 2')).toMatchObject({
        results: [],
        userErrors: [{ code: 'CONFLICT', path: ['idempotencyKey'] }],
      });
    }
    expect(countWrites()['cloud-sso']).toBe(1);
  });
});

describe('a reset under an idempotency key', () => {
  it.each(BACKENDS)(
    'of %s is sent once, however many duplicates come at the same time',
    async (backend) => {
      const [account] = some(backend, 1);
      const input = {
        userId: account?.id,
        idempotencyKey: `once ${backend}`,
        // Cloud Administration returns what the gateway made, CloudSSO what it made itself, CPQ mails.
        delivery: backend === 'cpq' ? 'EMAIL' : 'RETURN',
      };
      const answers = await Promise.all(Array.from({ length: 100 }, () => reset(gateway, input)));
      expect(countWrites()[backend]).toBe(1);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['DONE']));
      const told = answers.flatMap(({ generatedPassword }) => generatedPassword ?? []);
      expect(told).toEqual(backend === 'cpq' ? [] : [passwordOf(gateway, account!)]);

      const late = await reset(gateway, input);
      const first =
        answers.find(({ generatedPassword }) => generatedPassword !== null) ?? answers[0];
      expect(late).toEqual({ ...first, generatedPassword: null });
      expect(countWrites()[backend]).toBe(1);
    },
  );

  it.each([
    ['another account', { userId: 'other' }],
    ['another delivery', { delivery: 'NONE' }],
    ['a password', { password: 'Another-Pa55word', delivery: 'NONE' }],
    ['another reason', { reason: 'I forgot to say why.' }],
    ['another change', { changeAtNextLogin: 'NOT_REQUIRED' }],
  ])('is a CONFLICT with %s, and nothing is sent', async (what, change) => {
    const [account, other] = some('cloud-sso', 2);
    const input = { userId: account?.id, idempotencyKey: `same key, ${what}` };
    expect(await reset(gateway, input)).toMatchObject({ status: 'DONE' });
    const changed = { ...input, ...change, ...('userId' in change && { userId: other?.id }) };
    expect(await reset(gateway, changed)).toMatchObject({
      status: 'REFUSED',
      generatedPassword: null,
      userErrors: [{ code: 'CONFLICT', path: ['idempotencyKey'], retryable: false }],
    });
    expect(countWrites()['cloud-sso']).toBe(1);
  });

  it('is tried again after a refusal or a passing failure, and not after an unknown end', async () => {
    const [account] = some('cloud-sso', 1);
    const { faults } = gateway.simulator('cloud-sso');
    const operation = 'ResetUserPassword';
    const input = { userId: account?.id, idempotencyKey: 'again' };
    faults.add({ kind: 'throttle', operation, times: 1 });
    expect(await reset(gateway, input)).toMatchObject({ status: 'FAILED' });
    faults.add({ kind: 'reset-after', operation, times: 1 });
    expect(await reset(gateway, input)).toMatchObject({ status: 'UNKNOWN' });
    const replayed = await reset(gateway, input);
    expect(replayed).toMatchObject({
      status: 'UNKNOWN',
      userErrors: [{ code: 'OUTCOME_UNKNOWN' }],
      generatedPassword: null,
    });
    expect(countWrites()['cloud-sso']).toBe(2);
  });
});
