import { afterEach, describe, expect, it } from 'vitest';
import { reading } from './session.ts';
import {
  REQUIRED,
  attributes,
  own,
  send,
  startWriteSession,
  type WriteSession,
} from './write-session.ts';

let session: WriteSession | undefined;

afterEach(async () => {
  await session?.close();
});

async function bodyOfCreation(version: number): Promise<unknown> {
  session = await startWriteSession({ switches: { version } });
  const command = {
    login: 'nia.mensah',
    companyId: '_host',
    status: 'ACTIVE' as const,
    attributes: attributes(REQUIRED),
  };
  const outcome = await send(session.writes.create(command, reading()));
  expect(outcome.status).toBe('DONE');
  return session.bodies()[0];
}

describe('what CPQ documents in two ways, when it is written', () => {
  it('row 3: the required property printed as "first name" is sent as firstName', async () => {
    const body = await bodyOfCreation(7);
    expect(body).toMatchObject({ firstName: 'Nia' });
    expect(body).not.toHaveProperty(['first name']);
  });

  it('row 9: company paths of version 16 take the user with lookups, not the SCIM model that their pages show', async () => {
    const body = await bodyOfCreation(16);
    expect(body).toMatchObject({ login: 'nia.mensah', type: { value: 'FULL_ACCESS' } });
    for (const scim of ['userName', 'name', 'emails', 'active'])
      expect(body).not.toHaveProperty(scim);
  });

  it('row 27: a property with a misspelt title is written under its name', async () => {
    session = await startWriteSession();
    const user = await session.newUser();
    await send(session.writes.update(user, own({ separateShipAddr: true }), reading()));
    expect(session.bodies()).toEqual([{ separateShipAddr: true }]);
  });
});
