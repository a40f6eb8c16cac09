import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/environment.ts';
import { withProgram } from '../support/program.ts';

/** A free port of loopback. */
const ANY_PORT = { PORT: '0' };

async function statusOf(url: string, query: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.text();
  return response.status;
}

/** How the program ends that does not start. */
async function refusalOf(environment: Environment): Promise<{ code: number | null; says: string }> {
  return withProgram(['serve'], environment, async (program) => ({
    code: await program.exitCode(),
    says: program.errors,
  }));
}

describe('starting and stopping', { timeout: 120_000 }, () => {
  it('does not stop listening while clients still send, and loses no request of theirs', () =>
    withProgram(['serve'], ANY_PORT, async (program) => {
      const url = await program.url();
      const statuses: number[] = [];
      const send = async (): Promise<void> => {
        for (let turn = 0; turn < 9; turn += 1) {
          if (statuses.length === 60) program.signal('SIGTERM');
          statuses.push(await statusOf(url, '{ currencies { code } }'));
        }
      };
      await Promise.all(Array.from({ length: 10 }, send));
      expect(statuses).toEqual(Array.from({ length: 90 }, () => 200));
      expect(await program.exitCode()).toBe(0);
    }));

  it('stops listening at last, however much is sent', () =>
    withProgram(['serve'], ANY_PORT, async (program) => {
      const url = await program.url();
      program.signal('SIGTERM');
      const send = (): Promise<unknown> => statusOf(url, '{ __typename }');
      await expect(
        (async () => {
          for (;;) await send();
        })(),
      ).rejects.toThrow();
      expect(await program.exitCode()).toBe(0);
    }));

  it('says that its audit file cannot be written, and what to do', async () => {
    for (const path of ['/no/such/folder/audit.log', tmpdir()]) {
      const { code, says } = await refusalOf({ ...ANY_PORT, AUDIT_FILE: path });
      expect(code).toBe(1);
      expect(says).toMatch(/^AUDIT_FILE cannot be written \((ENOENT|EISDIR)\)\. Name a file/);
    }
  });

  it('takes no word for production but `production`', async () => {
    const { code, says } = await refusalOf({ ...ANY_PORT, NODE_ENV: 'prod' });
    expect([code, says]).toEqual([1, expect.stringContaining('NODE_ENV must be one of')]);
  });

  it('tells once that the ledger is away, not at each attempt', () =>
    withProgram(
      ['serve'],
      { ...ANY_PORT, REDIS_URL: 'redis://127.0.0.1:9', LEDGER_KEY: 'sixteen characters' },
      async (program) => {
        await program.url();
        // It tries twice a second.
        await new Promise((resolve) => setTimeout(resolve, 1100));
        const told = program.lines.filter((line) => line.includes('the ledger cannot be reached'));
        expect(told).toHaveLength(1);
      },
    ));
});
