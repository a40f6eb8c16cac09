import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReadContext } from '../../src/domain/backend.ts';
import type { User } from '../../src/domain/model.ts';
import type { PreparedWrite } from '../../src/domain/user-write.ts';
import { reading } from './session.ts';
import { send, startWriteSession, type WriteSession } from './write-session.ts';

async function sessionOf(version: number): Promise<WriteSession> {
  const session = await startWriteSession({ switches: { version } });
  onTestFinished(() => session.close());
  return session;
}

/** A change of groups of the host company, checked and not sent. */
async function prepared(
  { writes }: WriteSession,
  user: User,
  {
    add = [],
    remove = [],
    context = reading(),
  }: {
    readonly add?: readonly string[];
    readonly remove?: readonly string[];
    readonly context?: ReadContext;
  },
): Promise<PreparedWrite> {
  const grants = (names: readonly string[], list: string) =>
    names.map((name, index) => ({
      roleId: `_host/${name}`,
      scope: null,
      path: [list, String(index)],
    }));
  const change = { add: grants(add, 'add'), remove: grants(remove, 'remove') };
  const write = await writes.changeRoles?.(user, change, context);
  if (write === undefined) throw new Error('the version has no groups');
  return write;
}

const sendAll = (all: readonly PreparedWrite[]) =>
  Promise.all(all.map((write) => send(Promise.resolve(write))));

async function groupsOf({ wire }: WriteSession, { login }: User): Promise<readonly string[]> {
  const items = (await wire(login)).at('groups.items') as readonly { variableName: string }[];
  return items.map(({ variableName }) => variableName).sort();
}

describe.each([16, 18, 19])('changes of the groups of one user in version %i', (version) => {
  it('are all kept when they were prepared side by side', async () => {
    const session = await sessionOf(version);
    const user = await session.newUser({ groups: { items: [{ variableName: 'legacyChannel' }] } });
    const changes = [
      { add: ['emeaSellers'] },
      { add: ['apacSellers'], remove: ['legacyChannel'] },
      { add: ['pricingDesk'] },
    ];
    const writes = await Promise.all(changes.map((change) => prepared(session, user, change)));
    const outcomes = await sendAll(writes);
    expect(outcomes.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await groupsOf(session, user)).toEqual(['apacSellers', 'emeaSellers', 'pricingDesk']);
    expect(session.simulator.calls.writes).toHaveLength(3);
  });

  it('are not sent when another made them meanwhile', async () => {
    const session = await sessionOf(version);
    const user = await session.newUser();
    const add = ['emeaSellers'];
    const same = await Promise.all([1, 2].map(() => prepared(session, user, { add })));
    const outcomes = await sendAll(same);
    expect(outcomes.map(({ status }) => status)).toEqual(['DONE', 'DONE']);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('go on after one that failed, and fail unsent when the groups cannot be read', async () => {
    const session = await sessionOf(version);
    const user = await session.newUser();
    const writes = await Promise.all(
      ['emeaSellers', 'apacSellers', 'pricingDesk'].map((name) =>
        prepared(session, user, { add: [name] }),
      ),
    );
    const [write, read] = version < 18 ? COMPANY_OPERATIONS : OPERATIONS;
    session.simulator.faults.add({ kind: 'status', status: 400, operation: write, times: 1 });
    session.simulator.faults.add({ kind: 'status', status: 400, operation: read, times: 1 });
    expect(await sendAll(writes)).toMatchObject([
      { status: 'FAILED', errors: [{ code: 'BACKEND_REJECTED' }] },
      { status: 'FAILED', errors: [{ code: 'BACKEND_REJECTED', retryable: false }] },
      { status: 'DONE', errors: [] },
    ]);
    expect(await groupsOf(session, user)).toEqual(['pricingDesk']);
    expect(session.simulator.calls.writes).toHaveLength(2);
  });
});

const OPERATIONS = ['ReplaceUserGroups', 'ListUserGroups'] as const;
const COMPANY_OPERATIONS = ['ReplaceCompanyUserGroups', 'ListCompanyUserGroups'] as const;

describe('a change of groups whose turn', () => {
  it('does not come in time is not sent, and holds up nobody', async () => {
    const session = await sessionOf(19);
    const user = await session.newUser();
    const end = new AbortController();
    const first = await prepared(session, user, { add: ['emeaSellers'] });
    const impatient = { ...reading(), signal: end.signal };
    const second = await prepared(session, user, { add: ['apacSellers'], context: impatient });
    const third = await prepared(session, user, { add: ['pricingDesk'] });
    session.simulator.faults.add({
      kind: 'delay',
      delayMs: 200,
      operation: 'ReplaceUserGroups',
      times: 1,
    });
    setTimeout(() => end.abort(), 20);
    expect(await sendAll([first, second, third])).toMatchObject([
      { status: 'DONE' },
      { status: 'FAILED', errors: [{ code: 'BACKEND_UNAVAILABLE', retryable: true }] },
      { status: 'DONE' },
    ]);
    expect(await groupsOf(session, user)).toEqual(['emeaSellers', 'pricingDesk']);
  });

  it('comes at once for another user', async () => {
    const session = await sessionOf(19);
    const [slow, quick] = [await session.newUser(), await session.newUser()];
    const add = ['emeaSellers'];
    const [first, second] = [
      await prepared(session, slow, { add }),
      await prepared(session, quick, { add }),
    ];
    session.simulator.faults.add({
      kind: 'delay',
      delayMs: 300,
      operation: 'ReplaceUserGroups',
      times: 1,
    });
    const order: string[] = [];
    await Promise.all([
      sendAll([first]).then(() => order.push('slow')),
      sendAll([second]).then(() => order.push('quick')),
    ]);
    expect(order).toEqual(['quick', 'slow']);
  });
});
