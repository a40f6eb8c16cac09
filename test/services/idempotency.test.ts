import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/domain/secret.ts';
import {
  createIdempotency,
  type IdempotencyOptions,
  type KeyedRequest,
  type KeyedWork,
} from '../../src/services/idempotency/idempotency.ts';
import { createMemoryLedger } from '../../src/storage/ledger.ts';
import { createBreakableLedger } from '../support/breakable-ledger.ts';

const HOUR_MS = 3_600_000;
const SILENT = { error: () => {} };

interface Outcome {
  readonly status: string;
  readonly password?: string;
}

describe('a request with an idempotency key', () => {
  it('is done once, and answered again from the record without what must not be kept', async () => {
    const { run } = setUp();
    const work = countedWork(() => ({ status: 'DONE', password: 'only once' }));
    expect(await run({}, work)).toEqual([
      { kind: 'NEW', outcome: { status: 'DONE', password: 'only once' } },
    ]);
    expect(await run({}, work)).toEqual([{ kind: 'REPLAYED', recorded: { status: 'DONE' } }]);
    expect(work.runs).toEqual([[0]]);
  });

  it('is done once for a hundred duplicates at the same time, which all get the one answer', async () => {
    const { run } = setUp();
    const work = countedWork(async () => {
      await sleep(30);
      return { status: 'DONE' };
    });
    const answers = await Promise.all(Array.from({ length: 100 }, () => run({}, work)));
    expect(work.runs).toEqual([[0]]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([
        '[{"kind":"NEW","outcome":{"status":"DONE"}}]',
        '[{"kind":"REPLAYED","recorded":{"status":"DONE"}}]',
      ]),
    );
  });

  it('is done every time without a key', async () => {
    const { run } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    await run({ key: null }, work);
    await run({ key: null }, work);
    expect(work.runs).toHaveLength(2);
  });

  it.each([
    ['another caller', { subject: 'someone else' }],
    ['another mutation', { mutation: 'createUser' }],
    ['another key', { key: 'k2' }],
  ])('is another request for %s', async (_case, other) => {
    const { run } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    await run({}, work);
    await run(other, work);
    expect(work.runs).toHaveLength(2);
  });

  it('is a CONFLICT when the key stands for something else already, a password included', async () => {
    const { run } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    const content = { userId: 'u', password: new Secret('first') };
    await run({ content }, work);
    const conflict = { code: 'CONFLICT', retryable: false, path: ['idempotencyKey'] };
    expect(await run({ content: { ...content, userId: 'v' } }, work)).toMatchObject(conflict);
    const otherPassword = { ...content, password: new Secret('other') };
    expect(await run({ content: otherPassword }, work)).toMatchObject(conflict);
    const samePassword = { password: new Secret('first'), userId: 'u' };
    expect(await run({ content: samePassword }, work)).toMatchObject([{ kind: 'REPLAYED' }]);
    expect(work.runs).toHaveLength(1);
  });

  it('may be sent again when its outcome is not worth keeping, with other content too', async () => {
    const { run } = setUp();
    const refused = countedWork(() => ({ status: 'REFUSED' }));
    await run({}, refused);
    await run({ content: 'other' }, refused);
    expect(refused.runs).toHaveLength(2);
  });

  it.each(['', 'x'.repeat(256)])('is INVALID with a key of a wrong length', async (key) => {
    const { run } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    expect(await run({ key }, work)).toMatchObject({ code: 'INVALID', path: ['idempotencyKey'] });
    expect(work.runs).toEqual([]);
  });

  it('is done with a key of 255 characters, and forgotten after 24 hours', async () => {
    const { run, clock } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    const key = 'x'.repeat(255);
    await run({ key }, work);
    clock.now += 24 * HOUR_MS - 1;
    await run({ key }, work);
    expect(work.runs).toHaveLength(1);
    clock.now += 1;
    await run({ key }, work);
    expect(work.runs).toHaveLength(2);
  });

  it('waits for the first until its own time is up, then says that it may be sent again', async () => {
    const { run } = setUp();
    const first = Promise.withResolvers<Outcome>();
    const work = countedWork(() => first.promise);
    const running = run({}, work);
    const signal = AbortSignal.timeout(40);
    expect(await run({ signal }, work)).toMatchObject({ code: 'CONFLICT', retryable: true });
    first.resolve({ status: 'DONE' });
    await running;
    expect(await run({}, work)).toMatchObject([{ kind: 'REPLAYED' }]);
    expect(work.runs).toHaveLength(1);
  });

  it('is lost when the process that began it died, and never begun again', async () => {
    const { run, clock } = setUp();
    const dead = countedWork(() => new Promise<Outcome>(() => {}));
    void run({}, dead);
    await sleep(1);
    clock.now += 60_001;
    const work = countedWork(() => ({ status: 'DONE' }));
    expect(await run({}, work)).toEqual([{ kind: 'LOST' }]);
    expect(await run({}, work)).toEqual([{ kind: 'LOST' }]);
    expect(work.runs).toEqual([]);
  });

  it('keeps neither the key nor a secret in the ledger, in the clear or as a plain hash', async () => {
    const { run, ledger, options } = setUp();
    const content = { password: new Secret('canary-of-a-password') };
    await run(
      { key: 'canary-of-a-key', content },
      countedWork(() => ({ status: 'DONE' })),
    );
    expect(ledger.written.length).toBeGreaterThan(2);
    expect(ledger.written.join('\n')).not.toContain('canary');
    const elsewhere = createIdempotency({ ...options, ledgerKey: new Secret('another key') });
    const request = { subject: 's', mutation: 'm' };
    const same = createIdempotency(options);
    expect(elsewhere.hashOf(request, 'k')).not.toBe(same.hashOf(request, 'k'));
  });

  it('has hashes of its own in each process when no key is configured', () => {
    const options = { ...setUp().options, ledgerKey: null };
    const [one, other] = [createIdempotency(options), createIdempotency(options)];
    const request = { subject: 's', mutation: 'm' };
    expect(one.hashOf(request, 'k')).toBe(one.hashOf(request, 'k'));
    expect(one.hashOf(request, 'k')).not.toBe(other.hashOf(request, 'k'));
  });
});

describe('a bulk under one key', () => {
  it('runs again only the entries without a recorded outcome', async () => {
    const { run } = setUp();
    const work = countedWork((position, runs) => ({
      status: position === 1 && runs === 1 ? 'REFUSED' : `DONE ${position}`,
    }));
    await run({}, work, [0, 1, 2]);
    expect(await run({}, work, [0, 1, 2])).toEqual([
      { kind: 'REPLAYED', recorded: { status: 'DONE 0' } },
      { kind: 'NEW', outcome: { status: 'DONE 1' } },
      { kind: 'REPLAYED', recorded: { status: 'DONE 2' } },
    ]);
    expect(await run({}, work, [0, 1, 2])).toMatchObject(Array(3).fill({ kind: 'REPLAYED' }));
    expect(work.runs).toEqual([[0, 1, 2], [1]]);
  });

  it('runs what is left over once, for a hundred duplicates at the same time', async () => {
    const { run } = setUp();
    const work = countedWork(async (position, runs) => {
      await sleep(20);
      return { status: position === 1 && runs === 1 ? 'REFUSED' : 'DONE' };
    });
    await run({}, work, [0, 1]);
    await Promise.all(Array.from({ length: 100 }, () => run({}, work, [0, 1])));
    expect(work.runs).toEqual([[0, 1], [1]]);
  });

  it('keeps what is recorded and has lost the rest when a later run died', async () => {
    const { run, clock } = setUp();
    await run(
      {},
      countedWork((position) => ({ status: position === 0 ? 'DONE' : 'REFUSED' })),
      [0, 1],
    );
    void run(
      {},
      countedWork(() => new Promise<Outcome>(() => {})),
      [0, 1],
    );
    await sleep(1);
    clock.now += 60_001;
    const work = countedWork(() => ({ status: 'DONE' }));
    expect(await run({}, work, [0, 1])).toEqual([
      { kind: 'REPLAYED', recorded: { status: 'DONE' } },
      { kind: 'LOST' },
    ]);
    expect(work.runs).toEqual([]);
  });
});

describe('with a ledger that fails', () => {
  it('nothing is done when the key cannot be claimed', async () => {
    const { run, ledger } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    ledger.fail('claim');
    const answer = { code: 'LEDGER_UNAVAILABLE', retryable: true };
    expect(await run({}, work)).toMatchObject(answer);
    expect(work.runs).toEqual([]);
    ledger.recover();
    expect(await run({}, work)).toMatchObject([{ kind: 'NEW' }]);
  });

  it('the answer is still the truth when its record cannot be kept, and a replay is lost', async () => {
    const { run, ledger, clock } = setUp();
    const work = countedWork(() => ({ status: 'DONE' }));
    ledger.fail('settle');
    expect(await run({}, work)).toEqual([{ kind: 'NEW', outcome: { status: 'DONE' } }]);
    ledger.recover();
    clock.now += 60_001;
    expect(await run({}, work)).toEqual([{ kind: 'LOST' }]);
    expect(work.runs).toHaveLength(1);
  });

  it('a refusal is still answered when the key cannot be given up', async () => {
    const { run, ledger } = setUp();
    ledger.fail('release');
    expect(
      await run(
        {},
        countedWork(() => ({ status: 'REFUSED' })),
      ),
    ).toMatchObject([{ kind: 'NEW' }]);
  });

  it('nothing is done when the rest of a bulk cannot be claimed, and it can be tried again', async () => {
    const { run, ledger } = setUp();
    const work = countedWork((position, runs) => ({
      status: position === 1 && runs === 1 ? 'REFUSED' : 'DONE',
    }));
    await run({}, work, [0, 1]);
    ledger.fail('settle');
    expect(await run({}, work, [0, 1])).toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    ledger.recover();
    expect(await run({}, work, [0, 1])).toMatchObject([{ kind: 'REPLAYED' }, { kind: 'NEW' }]);
    expect(work.runs).toEqual([[0, 1], [1]]);
  });

  it('nothing is done when a record cannot be read', async () => {
    const { run, options } = setUp();
    const ledger = createMemoryLedger();
    await ledger.claim(
      `idempotency:${createIdempotency(options).hashOf(REQUEST, 'k')}`,
      'not a record',
      HOUR_MS,
    );
    const { run: runThere } = setUp({ ledger });
    expect(
      await runThere(
        {},
        countedWork(() => ({ status: 'DONE' })),
      ),
    ).toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
    expect(
      await run(
        {},
        countedWork(() => ({ status: 'DONE' })),
      ),
    ).toMatchObject([{ kind: 'NEW' }]);
  });
});

const REQUEST: KeyedRequest = {
  subject: 'someone',
  requestId: 'r',
  mutation: 'resetPassword',
  key: 'k',
  content: { userId: 'u' },
  signal: new AbortController().signal,
};

function setUp(given: Partial<IdempotencyOptions> = {}) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const ledger = createBreakableLedger(() => clock.now);
  const options: IdempotencyOptions = {
    ledger,
    ledgerKey: new Secret('the ledger key'),
    longestRunMs: 60_000,
    log: SILENT,
    now: () => clock.now,
    ...given,
  };
  const idempotency = createIdempotency(options);
  const run = async (
    request: Partial<KeyedRequest>,
    work: Omit<KeyedWork<Outcome, { status: string }>, 'positions'>,
    positions: readonly number[] = [0],
  ) => {
    const answer = await idempotency.run({ ...REQUEST, ...request }, { ...work, positions });
    if ('refused' in answer) return answer.refused;
    return positions.map((position) => answer.outcomes.get(position));
  };
  return { clock, ledger, options, run };
}

/** Work that remembers which positions each of its runs did; REFUSED is not kept. */
function countedWork(outcomeOf: (position: number, runs: number) => Outcome | Promise<Outcome>) {
  const runs: (readonly number[])[] = [];
  return {
    runs,
    run: async (positions: readonly number[]) => {
      runs.push(positions);
      const count = runs.length;
      return new Map(
        await Promise.all(
          positions.map(async (position) => [position, await outcomeOf(position, count)] as const),
        ),
      );
    },
    toRecord: ({ status }: Outcome) => (status === 'REFUSED' ? null : { status }),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
