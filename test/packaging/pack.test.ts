import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewaySchema, printGatewaySchema } from '../../src/graphql/schema.ts';

const run = promisify(execFile);

const BUILD_MS = 120_000;
const ENVIRONMENT = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };

/** What is needed to make the package; the tests that run meanwhile must not find a `dist/`. */
const SOURCES = [
  ...['.npmrc', 'LICENSE', 'README.md', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
  ...['bin', 'operations', 'schema', 'scripts', 'src'],
];

let folder: string;
/** Where somebody has installed the package. */
let app: string;
let packed: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-gateway-'));
  const checkout = join(folder, 'checkout');
  await mkdir(checkout);
  for (const source of SOURCES) await cp(source, join(checkout, source), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(checkout, 'node_modules'));
  const options = { cwd: checkout, env: { ...process.env, ...ENVIRONMENT } };
  const { stdout } = await run('npm', ['pack', '--json', '--silent'], options);
  const { filename, files } = packageOf(stdout);
  packed = files;
  app = join(folder, 'app');
  await install(join(checkout, filename));
}, BUILD_MS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What `npm pack` prints; before it, on the same stream, stand the lines of its scripts. */
function packageOf(output: string): { readonly filename: string; readonly files: string[] } {
  const list: unknown = JSON.parse(output.slice(output.search(/^\[$/m)));
  const [made] = list as [{ filename: string; files: { path: string }[] }];
  return { filename: made.filename, files: made.files.map(({ path }) => path) };
}

/** Unpacks the package as npm does, beside the packages that it depends on and without those that only develop it. */
async function install(tarball: string): Promise<void> {
  const modules = join(app, 'node_modules');
  const home = join(modules, 'user-gateway');
  await mkdir(home, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const name of await productionPackages()) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(process.cwd(), 'node_modules', name), join(modules, name));
  }
  await mkdir(join(modules, '.bin'));
  await symlink('../user-gateway/bin/user-gateway.js', join(modules, '.bin/user-gateway'));
}

async function productionPackages(): Promise<readonly string[]> {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    return name === undefined || dev || optional || devOptional ? [] : [name];
  });
}

/** The address of a child that is starting; its log is read on, because a pipe that nobody reads would end it. */
async function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stdout?.on('data', (chunk) => {
      log += String(chunk);
      const [, url] = /"url":"(http[^"]+)\/graphql"/.exec(log) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`It ended without listening: ${log}`)));
  });
}

describe('the npm package', () => {
  it('holds compiled code, the schema, the known operations, and no sources or tests', () => {
    expect(new Set(packed.map((path) => path.split('/')[0]))).toEqual(
      new Set([
        ...['LICENSE', 'README.md', 'package.json'],
        ...['bin', 'dist', 'operations', 'schema', 'scripts'],
      ]),
    );
    expect(packed.filter((path) => path.endsWith('.ts'))).toEqual([]);
    expect(packed.filter((path) => path.startsWith('scripts/'))).toEqual([
      'scripts/check-node.cjs',
    ]);
  });

  it('holds what every backend adds to the schema', async () => {
    const sources = await readdir(join(folder, 'checkout/src'), { recursive: true });
    const added = sources.filter((path) => path.endsWith('.graphql'));
    expect(added.length).toBeGreaterThan(5);
    expect(packed).toEqual(expect.arrayContaining(added.map((path) => `dist/${path}`)));
  });

  it('prints the schema that the sources serve, by npx', async () => {
    const options = { cwd: app, env: { ...process.env, ...ENVIRONMENT } };
    const { stdout } = await run(
      'npx',
      ['--no', '--offline', 'user-gateway', 'print-schema'],
      options,
    );
    expect(stdout.trimEnd()).toBe(printGatewaySchema(createGatewaySchema()).trimEnd());
  });

  it('says of the commands that work on sources that they need a checkout, and writes nothing', async () => {
    const home = join(app, 'node_modules/user-gateway');
    for (const command of ['documents', 'check-schema']) {
      const ended = run(process.execPath, [join(home, 'bin/user-gateway.js'), command]);
      await expect(ended).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^This command needs a checkout/) as string,
      });
    }
    expect(await readdir(home)).not.toContain('docs');
  });

  it('serves the demo without writing a file, answers known operations, and drains at SIGTERM', async () => {
    // Node refuses every write to the file system, as a container that is read-only does.
    const readOnly = ['--permission', '--allow-fs-read=*', '--allow-net', '--no-warnings'];
    const bin = join(app, 'node_modules/.bin/user-gateway');
    const child = spawn(process.execPath, [...readOnly, bin, 'serve'], {
      cwd: app,
      env: { ...ENVIRONMENT, PORT: '0', OPERATIONS_SAFELIST: 'enforce' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await listening(child);
      const query = await readFile('operations/list-users.graphql', 'utf8');
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { first: 30 } }),
      });
      const { data } = (await answer.json()) as { data: { users: { edges: unknown[] } } };
      expect(data.users.edges).toHaveLength(30);
      const page = await fetch(`${url}/graphiql`, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      await page.body?.cancel();
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toContain('gateway_operations_total{type="query",outcome="ok"} 1');
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
