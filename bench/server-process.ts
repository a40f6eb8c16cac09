import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** CPU time of all its threads so far, in microseconds, as the scheduler counts it. */
  cpuMicroseconds(): Promise<number>;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 20_000;

/** Starts a script and waits for the line in which it says where it listens. */
export async function startServerProcess(
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...script], {
    env: { ...environment, PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await listeningAddress(child);
  return {
    url,
    cpuMicroseconds: async () => cpuOf(child.pid ?? 0),
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the server did not start in time'));
    }, START_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url === undefined || !line.includes('listening')) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

async function cpuOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(
    threads.map(async (thread) => {
      const [onCpuNs] = (await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')).split(
        ' ',
      );
      return Number(onCpuNs) / 1000;
    }),
  );
  return times.reduce((sum, time) => sum + time, 0);
}
