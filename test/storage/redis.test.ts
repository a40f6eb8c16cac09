import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/domain/secret.ts';
import { LedgerUnavailableError } from '../../src/storage/ledger.ts';
import { createRedisLedger } from '../../src/storage/redis-ledger.ts';
import { connectRedis } from '../../src/storage/redis.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { redisIsMissing, startRedis, type RunningRedis } from '../support/redis.ts';

const missing = redisIsMissing();
if (missing !== null) process.stdout.write(`skipped: the ledger in Redis, ${missing}\n`);

const RESET = /* GraphQL */ `
  mutation ($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      status
      generatedPassword
      userErrors {
        code
      }
    }
  }
`;

describe.skipIf(missing !== null)('a ledger in Redis', () => {
  let redis: RunningRedis;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(async () => {
    await redis.stop();
  });

  async function ledger() {
    return createRedisLedger(await connectRedis({ url: new Secret(redis.url), onAway: () => {} }));
  }

  it('gives a key to one claimant and shows the others its record', async () => {
    const [left, right] = [await ledger(), await ledger()];
    try {
      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 ? left : right).claim('key', `record ${index}`, 60_000),
        ),
      );
      expect(claims.filter((holder) => holder === null)).toHaveLength(1);
      const record = await left.read('key');
      expect(new Set(claims.filter((holder) => holder !== null))).toEqual(new Set([record]));
      await left.settle('key', 'settled', 60_000);
      expect(await right.claim('key', 'late', 60_000)).toBe('settled');
      await right.release('key');
      expect(await left.claim('key', 'anew', 60_000)).toBeNull();
    } finally {
      await left.close();
      await right.close();
    }
  });

  it('forgets a record when its time is up, and not before', async () => {
    const one = await ledger();
    try {
      expect(await one.claim('short', 'record', 80)).toBeNull();
      expect(await one.claim('short', 'other', 80)).toBe('record');
      await expect.poll(() => one.read('short')).toBeNull();
    } finally {
      await one.close();
    }
  });

  it('refuses in time while Redis hangs, and answers again afterwards', async () => {
    const one = await ledger();
    try {
      redis.pause();
      await expect(one.claim('hung', 'record', 60_000)).rejects.toBeInstanceOf(
        LedgerUnavailableError,
      );
      redis.resume();
      await expect.poll(async () => one.read('none').catch(() => 'down')).toBeNull();
    } finally {
      redis.resume();
      await one.close();
    }
  });
});

describe.skipIf(missing !== null)('two gateways over one Redis', () => {
  let redis: RunningRedis;
  let gateways: readonly TestGateway[];

  beforeAll(async () => {
    redis = await startRedis();
    const environment = {
      REDIS_URL: redis.url,
      LEDGER_KEY: 'a key that both gateways know',
      RESETS_PER_TARGET_PER_HOUR: '3',
    };
    gateways = [await startTestGateway({ environment }), await startTestGateway({ environment })];
  });

  afterAll(async () => {
    for (const gateway of gateways) await gateway.close();
    await redis.stop();
  });

  async function accountId(): Promise<string> {
    const { data } = await gateways[0]!.query(
      '{ users(first: 1, filter: { backends: ["cloud-sso"], statuses: [ACTIVE] }) { nodes { id } } }',
    );
    return data.users.nodes[0].id;
  }

  function writes(): number {
    return gateways.reduce(
      (sum, gateway) => sum + gateway.simulator('cloud-sso').calls.writes.length,
      0,
    );
  }

  it('do a reset with one key once, whoever is asked', async () => {
    const input = { userId: await accountId(), idempotencyKey: 'one reset' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => gateways[index % 2]!.query(RESET, { input })),
    );
    expect(answers.map(({ data }) => data.resetPassword.status)).toEqual(
      Array.from({ length: 20 }, () => 'DONE'),
    );
    expect(
      answers.filter(({ data }) => data.resetPassword.generatedPassword !== null),
    ).toHaveLength(1);
    expect(writes()).toBe(1);
  });

  it('count the resets of an account together, and leave no name, key or password in Redis', async () => {
    const query =
      '{ users(first: 2, filter: { backends: ["cloud-sso"], statuses: [ACTIVE] }) { nodes { id login nativeId } } }';
    const { id: userId, login, nativeId } = (await gateways[0]!.query(query)).data.users.nodes[1];
    const answers = [];
    for (const turn of [0, 1, 2, 3]) {
      const input = { userId, idempotencyKey: `c4n4ry key ${turn}` };
      answers.push((await gateways[turn % 2]!.query(RESET, { input })).data.resetPassword);
    }
    expect(answers.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'REFUSED']);
    expect(answers[3].userErrors).toEqual([{ code: 'RATE_LIMITED' }]);
    const kept = await everythingIn(redis.url);
    expect(kept).toContain('user-gateway:resets:target');
    const passwords = answers.flatMap(({ generatedPassword }) => generatedPassword ?? []);
    expect(passwords).toHaveLength(3);
    for (const name of [userId, login, nativeId, 'anonymous', 'c4n4ry', ...passwords]) {
      expect(kept).not.toContain(name);
    }
  });

  it('refuse every reset while the ledger hangs or is down, and send nothing', async () => {
    const userId = await accountId();
    const before = writes();
    redis.pause();
    const hung = await gateways[0]!.query(RESET, { input: { userId } });
    expect(hung.data.resetPassword.userErrors).toMatchObject([{ code: 'LEDGER_UNAVAILABLE' }]);
    await redis.stop();
    for (const input of [{ userId, idempotencyKey: 'another' }, { userId }]) {
      const { data } = await gateways[1]!.query(RESET, { input });
      expect(data.resetPassword).toMatchObject({
        status: 'REFUSED',
        userErrors: [{ code: 'LEDGER_UNAVAILABLE' }],
      });
    }
    expect(writes()).toBe(before);
  });
});

/** Every key with its value, as text. */
async function everythingIn(url: string): Promise<string> {
  const client = await connectRedis({ url: new Secret(url), onAway: () => {} });
  try {
    const keys = await client.keys('*');
    return JSON.stringify(await Promise.all(keys.map(async (key) => [key, await client.get(key)])));
  } finally {
    client.destroy();
  }
}
