import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/domain/secret.ts';
import { decideReset, type PasswordDelivery } from '../../src/domain/password-reset.ts';
import { openForWriting, type WriteSession } from './write-session.ts';

const LOGIN = 'a.norole';

async function setPassword(
  { read, resets }: WriteSession,
  delivery: PasswordDelivery,
): Promise<void> {
  const user = await read(LOGIN);
  const decision = decideReset(resets.profileOf(user), {
    source: 'PROVIDED',
    delivery,
    changeAtNextLogin: 'REQUIRED_IF_SUPPORTED',
  });
  if (!decision.executable) throw new Error('the reset was refused');
  const command = {
    user,
    option: decision.option,
    password: new Secret('Fresh-w0rd-here'),
    signal: AbortSignal.timeout(5000),
  };
  expect(await resets.reset(command)).toMatchObject({ status: 'DONE' });
}

describe('what Cloud Administration documents in two ways, when it is written', () => {
  it('row 17: a user is named by loginId, with no id parameter in the address', async () => {
    const session = await openForWriting();
    await setPassword(session, 'NONE');
    const [sent] = session.simulator.calls.writes;
    expect(sent).toMatchObject({
      path: '/cloudapi/restapi/v3/user/manual-reset-pwd/false',
      query: '',
    });
    const [record] = JSON.parse(sent!.body) as [object];
    expect(record).toMatchObject({ loginId: LOGIN });
    expect(record).not.toHaveProperty('id');
  });

  it('row 21: a notification, which may hold the password, goes out only when it is asked for', async () => {
    const session = await openForWriting();
    await setPassword(session, 'NONE');
    expect(session.simulator.outbox).toEqual([]);
    await setPassword(session, 'EMAIL');
    expect(session.simulator.calls.writes.map(({ path }) => path)).toEqual([
      '/cloudapi/restapi/v3/user/manual-reset-pwd/false',
      '/cloudapi/restapi/v3/user/manual-reset-pwd/true',
    ]);
    expect(session.simulator.outbox).toMatchObject([{ login: LOGIN }]);
  });
});
