import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/domain/answers.ts';
import type { ReadContext } from '../../src/domain/backend.ts';
import { GatewayError, type GatewayErrorDetails } from '../../src/domain/errors.ts';
import { readEach } from '../../src/http/read-each.ts';
import { createCallBudget } from '../../src/services/call-budget.ts';
import { createMemoryCaches } from '../../src/storage/cache.ts';
import { createReadThrough } from '../../src/storage/read-through.ts';

const TTL_SECONDS = 60;
const KEYS = Array.from({ length: 50 }, (_, index) => `key ${index}`);

const contextWith = (calls = 1000): ReadContext => ({
  signal: AbortSignal.timeout(5000),
  budget: createCallBudget(calls),
  fresh: false,
});

const unavailable = (cause: GatewayErrorDetails['cause'] = {}) =>
  new GatewayError('BACKEND_UNAVAILABLE', 'It failed.', { cause });

const codesOf = (answers: Answers<unknown>) =>
  [...answers.values()].map((answer) => (answer instanceof GatewayError ? answer.code : 'OK'));

/** Reads single keys at a cost, some of them in vain, and counts. */
function createSource(failures: Readonly<Record<string, GatewayError>> = {}) {
  const asked: string[] = [];
  const readOne = async (key: string, context?: ReadContext): Promise<string> => {
    await Promise.resolve();
    context?.budget.take();
    asked.push(key);
    const failure = failures[key];
    if (failure !== undefined) throw failure;
    return `value of ${key}`;
  };
  const load = (keys: readonly string[], context: ReadContext) =>
    readEach(1, keys, (key) => readOne(key, context));
  return { asked, readOne, load };
}

describe('keys that are read one by one', () => {
  it.each([
    ['a plain 500', unavailable({ status: 500 })],
    ['an unreadable answer', new GatewayError('BACKEND_CONTRACT_VIOLATION', 'What is this?')],
    ['a 403', new GatewayError('BACKEND_CREDENTIAL_REJECTED', 'No.', { cause: { status: 403 } })],
  ])('fail alone with %s, and all others are asked for', async (_what, failure) => {
    const { asked, readOne } = createSource({ 'key 3': failure });
    const answers = await readEach(2, KEYS, (key) => readOne(key));
    expect(asked).toHaveLength(KEYS.length);
    expect([...answers.keys()]).toEqual(KEYS);
    expect([...answers].filter(([, answer]) => answer instanceof Error)).toEqual([
      ['key 3', failure],
    ]);
  });

  it.each([
    ['nobody answers', unavailable({ code: 'ECONNREFUSED' })],
    ['the circuit is open', unavailable({ code: 'CIRCUIT_OPEN' })],
    ['there is a 503', unavailable({ status: 503 })],
    ['it is throttled', new GatewayError('BACKEND_THROTTLED', 'Wait.')],
    ['the budget is spent', new GatewayError('BUDGET_EXCEEDED', 'No more.')],
    ['the credential is refused', new GatewayError('BACKEND_CREDENTIAL_REJECTED', 'Who?')],
  ])('are asked for no more when %s', async (_what, failure) => {
    const { asked, readOne } = createSource({ 'key 3': failure });
    const answers = await readEach(1, KEYS, (key) => readOne(key));
    expect(asked).toEqual(KEYS.slice(0, 4));
    expect([...answers.values()].slice(0, 3)).toEqual(
      KEYS.slice(0, 3).map((key) => `value of ${key}`),
    );
    for (const key of KEYS.slice(3)) expect(answers.get(key)).toBe(failure);
  });

  it('are asked for no more when ten failed in a row', async () => {
    const all = Object.fromEntries(KEYS.map((key) => [key, unavailable({ status: 500 })]));
    const { asked, readOne } = createSource({
      ...all,
      'key 0': new GatewayError('BACKEND_CONTRACT_VIOLATION', 'What is this?'),
    });
    const answers = await readEach(5, KEYS, (key) => readOne(key));
    expect(answers.size).toBe(KEYS.length);
    expect(asked.length).toBeGreaterThanOrEqual(10);
    expect(asked.length).toBeLessThan(10 + 5);
  });

  it('fail as one when all of them fail alike', async () => {
    const all = Object.fromEntries(KEYS.map((key) => [key, unavailable({ status: 500 })]));
    const { readOne } = createSource(all);
    await expect(readEach(5, KEYS, (key) => readOne(key))).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
    });
  });

  it('are not made out of a defect of ours', async () => {
    const read = () => Promise.reject(new TypeError('a defect'));
    await expect(readEach(5, KEYS, read)).rejects.toThrow(TypeError);
  });
});

describe('a read of many values through the cache', () => {
  const createReader = () => createReadThrough(createMemoryCaches()('test'), 'me');

  it('keeps no error, and what it keeps is not lost by one', async () => {
    const reader = createReader();
    const failures: Record<string, GatewayError> = { b: unavailable({ status: 500 }) };
    const { asked, load } = createSource(failures);
    const read = (ids: readonly string[]) =>
      reader.readMany('user', ids, TTL_SECONDS, contextWith(), load);
    expect(codesOf(await read(['a', 'b']))).toEqual(['OK', 'BACKEND_UNAVAILABLE']);
    // All that is loaded now fails: what is kept does not.
    expect(codesOf(await read(['a', 'b']))).toEqual(['OK', 'BACKEND_UNAVAILABLE']);
    delete failures['b'];
    expect(codesOf(await read(['a', 'b']))).toEqual(['OK', 'OK']);
    expect(asked).toEqual(['a', 'b', 'b', 'b']);
  });

  it('shares what another reads, and pays itself for what the other could not', async () => {
    const reader = createReader();
    const { asked, load } = createSource();
    const ids = ['a', 'b', 'c', 'd'];
    const [poor, alsoPoor, rich] = await Promise.all(
      [2, 1, 100].map((calls) => reader.readMany('user', ids, 0, contextWith(calls), load)),
    );
    expect(codesOf(poor!)).toEqual(['OK', 'OK', 'BUDGET_EXCEEDED', 'BUDGET_EXCEEDED']);
    expect(codesOf(alsoPoor!)).toEqual(['OK', 'OK', 'OK', 'BUDGET_EXCEEDED']);
    expect(codesOf(rich!)).toEqual(['OK', 'OK', 'OK', 'OK']);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });

  it('shares what cannot be read, too', async () => {
    const reader = createReader();
    const { asked, load } = createSource({ b: unavailable({ status: 500 }) });
    const reads = await Promise.all(
      [1, 2, 3].map(() => reader.readMany('user', ['a', 'b'], 0, contextWith(), load)),
    );
    for (const answers of reads) expect(codesOf(answers)).toEqual(['OK', 'BACKEND_UNAVAILABLE']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('begins anew when all who wanted it have left, though the read that they began has not ended', async () => {
    const reader = createReader();
    const slowToEnd = Promise.withResolvers<string>();
    const loads = [() => slowToEnd.promise, async () => 'what is there'];
    const read = (context: ReadContext) =>
      reader.read('user', 0, context, async () => loads.shift()?.() ?? 'one load too many');
    const leaves = new AbortController();
    const left = read({ ...contextWith(), signal: leaves.signal });
    leaves.abort();
    await expect(left).rejects.toBeInstanceOf(GatewayError);
    const latecomer = read(contextWith());
    slowToEnd.reject(unavailable({ code: 'ABORTED' }));
    expect(await latecomer).toBe('what is there');
  });

  it('takes one key for no two, whatever characters it holds', async () => {
    const reader = createReader();
    const { load } = createSource();
    const [, both] = await Promise.all(
      [['a\nb'], ['a', 'b']].map((ids) => reader.readMany('user', ids, 0, contextWith(), load)),
    );
    expect([...both!.keys()]).toEqual(['a', 'b']);
  });
});
