import { describe, expect, it } from 'vitest';
import type {
  CreateUserCommand,
  PreparedWrite,
  WriteOutcome,
} from '../../src/domain/user-write.ts';
import { contextOf } from './backend-session.ts';
import { openForWriting, type WriteSession } from './write-session.ts';

const CONTEXT = contextOf();
const LOGIN = 'zoë.müller';

/** Prepares all of them before any is sent, as requests side by side do, and sends them one after the other. */
async function sendInTurn(
  ...prepared: readonly Promise<PreparedWrite>[]
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (const write of await Promise.all(prepared)) {
    if ('refused' in write) throw new Error(`refused: ${JSON.stringify(write.refused)}`);
    outcomes.push(await write.send());
  }
  return outcomes;
}

async function change(session: WriteSession, attributes: object): Promise<PreparedWrite> {
  const user = await session.read(LOGIN);
  return session.writes.update(user, { ...attributes, own: {} }, CONTEXT);
}

const codesOf = ({ errors }: WriteOutcome) =>
  errors.map(({ code, retryable }) => [code, retryable]);

describe('a write that another one overtakes while it waits for its turn', () => {
  it('changes what it shall, and takes nothing back', async () => {
    const session = await openForWriting();
    const user = await session.read(LOGIN);
    const roleId = 'PrimaveraCloudAdmin';
    const outcomes = await sendInTurn(
      change(session, { firstName: 'Zoe' }),
      change(session, { lastName: 'Miller' }),
      session.writes.changeRoles(
        user,
        { add: [{ roleId, scope: null, path: ['add', '0'] }], remove: [] },
        CONTEXT,
      ),
      change(session, { middleName: 'M' }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    const after = await session.read(LOGIN);
    expect(after).toMatchObject({ firstName: 'Zoe', middleName: 'M', lastName: 'Miller' });
    expect(after.roleGrants?.map(({ role }) => role.name)).toContain(roleId);
    expect(session.simulator.calls.writes).toHaveLength(4);
  });

  it('leaves an account switched off that was switched off meanwhile', async () => {
    const session = await openForWriting();
    const user = await session.read(LOGIN);
    await sendInTurn(
      session.writes.setStatus(user, 'DISABLED', CONTEXT),
      change(session, { firstName: 'Zoe' }),
    );
    expect(await session.read(LOGIN)).toMatchObject({ status: 'DISABLED', firstName: 'Zoe' });
  });

  it('does not create again whom another one has created, and leaves that account alone', async () => {
    const session = await openForWriting();
    const create = (firstName: string): Promise<PreparedWrite> => {
      const attributes = { firstName, lastName: 'U', emails: ['new@example.test'], own: {} };
      const command: CreateUserCommand = {
        login: 'new.user',
        companyId: '11',
        attributes,
        status: 'ACTIVE',
      };
      return session.writes.create(command, CONTEXT);
    };
    const [first, second] = await sendInTurn(create('First'), create('Second'));
    expect(first?.status).toBe('DONE');
    expect(second).toMatchObject({ status: 'FAILED', ref: null });
    expect(codesOf(second!)).toEqual([['TAKEN', false]]);
    expect(await session.read('new.user')).toMatchObject({ firstName: 'First' });
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('does not create anew whom another one has deleted', async () => {
    const session = await openForWriting();
    const user = await session.read(LOGIN);
    const [, second] = await sendInTurn(
      session.writes.delete(user, CONTEXT),
      change(session, { firstName: 'Zoe' }),
    );
    expect(second?.status).toBe('FAILED');
    expect(codesOf(second!)).toEqual([['NOT_FOUND', false]]);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });

  it('is not sent when the account cannot be read again', async () => {
    const session = await openForWriting({ timeoutMs: 1000 });
    const first = await change(session, { firstName: 'Zoe' });
    const second = await change(session, { lastName: 'Miller' });
    expect('send' in first && (await first.send())).toMatchObject({ status: 'DONE' });
    session.simulator.faults.add({ operation: 'GetUser', kind: 'status', status: 500 });
    const outcome = 'send' in second ? await second.send() : null;
    expect(outcome?.status).toBe('FAILED');
    expect(codesOf(outcome!)).toEqual([['BACKEND_UNAVAILABLE', true]]);
    expect(session.simulator.calls.writes).toHaveLength(1);
  });
});

it('keeps an account switched off that is switched off while a job writes it', async () => {
  const session = await openForWriting({ switches: { jobPolls: 3 } });
  const user = await session.read(LOGIN);
  const running = sendInTurn(change(session, { firstName: 'Zoe' }));
  await expect.poll(() => session.simulator.calls.writes.length).toBe(1);
  const [disabled] = await sendInTurn(session.writes.setStatus(user, 'DISABLED', CONTEXT));
  expect(disabled).toMatchObject({ status: 'DONE' });
  expect(await running).toMatchObject([{ status: 'DONE' }]);
  expect(await session.read(LOGIN)).toMatchObject({ status: 'DISABLED', firstName: 'Zoe' });
});

it('costs a write that nothing overtakes no read', async () => {
  const session = await openForWriting();
  await sendInTurn(change(session, { firstName: 'Zoe' }));
  const before = session.simulator.calls.count('GetUser');
  await sendInTurn(change(session, { lastName: 'Miller' }));
  // The service's own read, and the one that shows what is to be sent back.
  expect(session.simulator.calls.count('GetUser') - before).toBe(2);
});
