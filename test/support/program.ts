import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/environment.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** What the program compiles at its start is kept from one process to the next. */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/program', import.meta.url)),
};
/** A busy machine takes its time to start a process. */
const PATIENCE_MS = 30_000;

/** The program in a process of its own. */
export interface Program {
  /** Lines of its standard output so far. */
  readonly lines: readonly string[];
  /** Its standard error so far. */
  readonly errors: string;
  /** Origin that it serves, once it says so. @throws when it ends before */
  url(): Promise<string>;
  /** Waits until the lines meet a condition. @throws when it ends before */
  until(condition: (lines: readonly string[]) => boolean): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** The exit code, once it has ended. @throws when it does not end */
  exitCode(): Promise<number | null>;
}

/** Runs `user-gateway` with these settings and no others, for the length of the work. */
export async function withProgram<T>(
  args: readonly string[],
  environment: Environment,
  work: (program: Program) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const linesOf = (): readonly string[] => output.split('\n').slice(0, -1);

  const program: Program = {
    get lines() {
      return linesOf();
    },
    get errors() {
      return errors;
    },
    url: async () => {
      await program.until((lines) => urlIn(lines) !== null);
      return urlIn(linesOf()) ?? '';
    },
    until: async (condition) => {
      const giveUpAt = performance.now() + PATIENCE_MS;
      while (!condition(linesOf())) {
        if (child.exitCode !== null || performance.now() > giveUpAt) {
          throw new Error(`It ended or said nothing of the kind: ${output}${errors}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    signal: (name) => child.kill(name),
    exitCode: () => Promise.race([ended, failAfter(PATIENCE_MS)]),
  };
  try {
    return await work(program);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  }
}

/** A program that does not end must not be waited for until the test is given up, or nobody would end it. */
async function failAfter(ms: number): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref());
  throw new Error('The program goes on.');
}

function urlIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const { msg, url } = JSON.parse(line) as { readonly msg?: string; readonly url?: string };
    if (msg === 'listening' && url !== undefined) return new URL(url).origin;
  }
  return null;
}
