import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { USAGE, type CommandName } from '../../src/cli/usage.ts';
import { COMPILE_CACHE } from '../support/program.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const NAMES = Object.keys(USAGE) as CommandName[];
const MANIFEST = new URL('../../package.json', import.meta.url);

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program until it ends; one that serves instead is ended, which no test expects. */
async function command(...args: readonly string[]): Promise<Ending> {
  const options = { env: { ...COMPILE_CACHE, PORT: '0' }, timeout: 30_000 };
  return promisify(execFile)(process.execPath, [MAIN, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Ending,
  );
}

describe('the program', { timeout: 60_000 }, () => {
  it('tells its commands when it is asked for help, and its version', async () => {
    const [long, word, version] = await Promise.all([
      command('--help'),
      command('help'),
      command('--version'),
    ]);
    expect(long).toMatchObject({ code: 0, stderr: '' });
    for (const name of NAMES) expect(long.stdout).toContain(`user-gateway ${name}`);
    expect(word).toEqual(long);
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { readonly version: string };
    expect(version).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('tells the commands that there are instead of one that there is not', async () => {
    const { code, stdout, stderr } = await command('toString');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no command "toString"');
    expect(stderr).toContain('user-gateway doctor');
  });

  it('only tells how a command is called when it is asked for help', async () => {
    const calls = NAMES.map(async (name) => [name, await command(name, '--help')] as const);
    const expected = NAMES.map((name) => [
      name,
      { code: 0, stdout: `${USAGE[name]}\n`, stderr: '' },
    ]);
    expect(Object.fromEntries(await Promise.all(calls))).toEqual(Object.fromEntries(expected));
  });

  it('runs no command that is called wrongly, and tells how it is called', async () => {
    const calls = NAMES.map(async (name) => [name, await command(name, '--none')] as const);
    for (const [name, { code, stdout, stderr }] of await Promise.all(calls)) {
      expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' });
      expect(stderr).toContain(USAGE[name]);
    }
  });
});
