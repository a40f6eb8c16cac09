import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ResetOutcome } from '../../src/domain/password-port.ts';
import { resetOptions, type ResetCode } from '../../src/domain/password-reset.ts';
import { Secret } from '../../src/domain/secret.ts';
import { contextOf, startStandIn, type StandInAnswer } from './backend-session.ts';
import { send, sessionOf, type WriteSession } from './write-session.ts';

const CONTEXT = contextOf();
const USER = {
  loginId: 'a',
  firstName: 'Ana',
  lastName: 'Rivera',
  emailAddress: 'ana@example.test',
  disabled: false,
  organization: { id: '11', name: 'acme', displayName: 'Acme Ltd' },
  lastPasswordResetDate: '2026-01-05T10:00:00Z',
};
type Session = Omit<WriteSession, 'simulator'>;
type Record = Readonly<{ [name: string]: unknown }>;

interface Directory {
  readonly session: Session;
  /** What the writes held, in order. */
  readonly sent: readonly unknown[];
}

/** Users, and what becomes of them and is answered when something is written. */
async function openWith(
  records: Map<string, Record>,
  onWrite: (body: string) => StandInAnswer | Promise<StandInAnswer>,
  settings: Readonly<{ [name: string]: string }> = {},
): Promise<Directory> {
  const sent: unknown[] = [];
  const { environment } = await startStandIn((request, body) => {
    if (!request.startsWith('GET')) {
      sent.push(body === '' ? null : JSON.parse(body));
      return onWrite(body);
    }
    return { body: records.get(request.slice('GET /v3/user/'.length)) ?? [] };
  });
  return { session: sessionOf({ ...environment, ...settings }, { timeoutMs: 400 }), sent };
}

async function reset(
  { read, resets }: Session,
  code: ResetCode,
  ...logins: readonly string[]
): Promise<readonly ResetOutcome[]> {
  const users = await Promise.all(logins.map(read));
  const option = resetOptions(resets.profileOf(users[0]!)).find((one) => one.code === code)!;
  const password = code === 'AUTO_RESET' ? null : new Secret('Tidal-Lantern-88');
  return resets.resetMany(
    users.map((user) => ({ user, option, password, signal: CONTEXT.signal })),
  );
}

describe('a failure that the answer tells in the words that the account bore before', () => {
  const NOTE = 'Access to an application was not granted.';
  const noted = { ...USER, statusInfo: NOTE };
  const anew = '2026-03-01T10:00:00Z';

  it.each([
    ['the reset took place', { ...noted, lastPasswordResetDate: anew }, 'DONE', 'READ_BACK'],
    ['it did not', noted, 'FAILED', 'BACKEND_RESPONSE'],
    ['no date is shown', { ...noted, lastPasswordResetDate: null }, 'UNKNOWN', null],
  ] as const)('does not count as the reset’s own: %s', async (_what, after, status, evidence) => {
    const records = new Map<string, Record>([['a', noted]]);
    const { session } = await openWith(records, () => {
      records.set('a', after);
      return { body: after };
    });
    expect(await reset(session, 'SET', 'a')).toMatchObject([{ status, evidence }]);
  });

  it.each([
    ['in other words', { statusInfo: 'The password was used before.' }],
    ['by a flag that was not there', { statusInfo: NOTE, statusInfoOK: false }],
  ])('counts %s', async (_what, marks) => {
    const { session } = await openWith(new Map([['a', noted]]), () => ({
      body: { ...USER, ...marks },
    }));
    expect(await reset(session, 'SET', 'a')).toMatchObject([
      { status: 'FAILED', evidence: 'BACKEND_RESPONSE' },
    ]);
  });

  it('lets the account tell of a change of status', async () => {
    const records = new Map<string, Record>([['a', noted]]);
    const { session } = await openWith(records, () => {
      records.set('a', { ...noted, disabled: true });
      return { body: [records.get('a')] };
    });
    const user = await session.read('a');
    expect(await send(session.writes.setStatus(user, 'DISABLED', CONTEXT))).toMatchObject({
      status: 'DONE',
    });
  });

  it.each([
    ['shows the change', { ...noted, firstName: 'Anne' }, 'DONE', []],
    ['does not', noted, 'FAILED', ['BACKEND_REJECTED']],
  ] as const)('lets the account tell of a job: it %s', async (_what, after, status, codes) => {
    const records = new Map<string, Record>([['a', noted]]);
    const { session } = await openWith(records, () => {
      records.set('a', after);
      return { body: { modified: [after] } };
    });
    const change = { firstName: 'Anne', own: {} };
    const outcome = await send(session.writes.update(await session.read('a'), change, CONTEXT));
    expect(outcome.status).toBe(status);
    expect(outcome.errors.map(({ code }) => code)).toEqual(codes);
    expect(JSON.stringify(outcome)).not.toContain(NOTE);
  });

  it('does not count what another change left there while this one waited for its turn', async () => {
    const records = new Map<string, Record>([['a', USER]]);
    const results = [noted, { ...noted, lastName: 'Reyes' }];
    const { session } = await openWith(records, () => {
      records.set('a', results.shift()!);
      return { body: { modified: [records.get('a')] } };
    });
    const user = await session.read('a');
    const prepare = (change: object) =>
      session.writes.update(user, { ...change, own: {} }, CONTEXT);
    const prepared = [prepare({ firstName: 'Anne' }), prepare({ lastName: 'Reyes' })] as const;
    await Promise.all(prepared);
    expect(await send(prepared[0])).toMatchObject({ status: 'FAILED' });
    expect(await send(prepared[1])).toMatchObject({ status: 'DONE', errors: [] });
  });
});

describe('a reset that is not answered in time', () => {
  it.each(['SET', 'AUTO_RESET'] as const)(
    'is DONE when the account shows it soon after: %s',
    async (code) => {
      const records = new Map<string, Record>([['a', USER]]);
      const { session, sent } = await openWith(records, async () => {
        await sleep(550);
        records.set('a', { ...USER, lastPasswordResetDate: '2026-03-01T10:00:00Z' });
        return { body: 'Success' };
      });
      expect(await reset(session, code, 'a')).toMatchObject([
        { status: 'DONE', evidence: 'READ_BACK' },
      ]);
      expect(sent).toHaveLength(1);
    },
  );
});

it('an account that lacks a required attribute keeps no other from being reset', async () => {
  const lacking = ['b', 'c'].map((loginId) => ({ ...USER, loginId, organization: { id: '11' } }));
  const complete = ['a', 'd'].map((loginId) => ({ ...USER, loginId }));
  const all = new Map([...lacking, ...complete].map((record) => [record.loginId, record]));
  const { session, sent } = await openWith(
    all,
    (body) => (body.includes('displayName') ? { body: '' } : { status: 400, body: 'Invalid' }),
    { CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '10' },
  );
  const outcomes = await reset(session, 'SET', 'c', 'a', 'b', 'd');
  expect(outcomes.map(({ error }) => error?.code)).toEqual([
    'BACKEND_REJECTED',
    'BACKEND_UNAVAILABLE', // an empty answer to a batch tells nothing, and no date moved
    'BACKEND_REJECTED',
    'BACKEND_UNAVAILABLE',
  ]);
  const logins = sent.map((batch) =>
    (batch as { loginId: string }[]).map(({ loginId }) => loginId),
  );
  expect(logins.toSorted()).toEqual([['a', 'd'], ['b'], ['c']]);
});

describe('an account that shows no `disabled` but a status in words', () => {
  const worded = { ...USER, disabled: null, status: 'Active' };

  it('is believed when its status is switched', async () => {
    const records = new Map<string, Record>([['a', worded]]);
    const { session } = await openWith(records, () => {
      records.set('a', { ...worded, status: 'Inactive' });
      return { body: '' };
    });
    const user = await session.read('a');
    expect(await send(session.writes.setStatus(user, 'DISABLED', CONTEXT))).toMatchObject({
      status: 'DONE',
    });
  });

  it.each([
    ['which an update sends back', worded, {}, 'Active'],
    ['which an update leaves out beside `disabled`', { ...worded, disabled: false }, {}, undefined],
    [
      'which an update sends back where it is set',
      { ...worded, disabled: false },
      { CLOUD_ADMINISTRATION_SEND_STATUS: 'true' },
      'Active',
    ],
  ])('%s', async (_what, record, settings, status) => {
    const { session, sent } = await openWith(
      new Map([['a', record]]),
      () => ({ body: { modified: [record] } }),
      settings,
    );
    const change = { firstName: 'Anne', own: {} };
    await send(session.writes.update(await session.read('a'), change, CONTEXT));
    expect(sent).toMatchObject([{ modified: [{ loginId: 'a' }] }]);
    expect((sent[0] as { modified: Record[] }).modified[0]!['status']).toBe(status);
  });
});
