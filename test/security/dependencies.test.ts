import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const SECURITY = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

interface Manifest {
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = readJson<Manifest>('package.json');
const lock = readJson<{ readonly packages: Readonly<Record<string, LockedPackage>> }>(
  'package-lock.json',
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what the project depends on', () => {
  it('is named by exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is pinned by hashes, and comes from a registry', () => {
    expect(packages.length).toBeGreaterThan(100);
    const unpinned = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    const elsewhere = packages.filter(([, { resolved }]) =>
      /^(git|file|http:)/.test(resolved ?? ''),
    );
    expect([...unpinned, ...elsewhere].map(([path]) => path)).toEqual([]);
  });

  it('runs no code while it is installed, but for scripts that were read', () => {
    const withScripts = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path, { version }]) => {
        const { scripts = {} } = readJson<Manifest>(`${path}/package.json`);
        const run = ['preinstall', 'install', 'postinstall'].flatMap((name) => scripts[name] ?? []);
        return [path.replace(/^.*node_modules\//, ''), version, run.join(' && ')];
      });
    const reviewed = rowsOf('| Package ').map(([name, version, script, reason]) => {
      expect(reason!.length, name).toBeGreaterThan(20);
      return [unquoted(name!), version, unquoted(script!)];
    });
    expect(withScripts.toSorted()).toEqual(reviewed.toSorted());
  });
});

describe('the table of threats', () => {
  const threats = rowsOf('| Threat ');

  it.each(threats)('%s: names files that there are', (_threat, places = '', tests = '') => {
    for (const cell of [places, tests]) {
      const files = [...cell.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(new URL(file, ROOT)), file).toBe(true);
    }
    expect(tests).toMatch(/`test\//);
  });

  it.each(['src/security/', 'test/security/'])(
    'leaves out no file of %s that meets or shows one',
    (folder) => {
      const named = threats.flat().join(' ');
      const files = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith('.ts'));
      expect(files.filter((name) => !named.includes(`${folder}${name}`)).toSorted()).toEqual(
        PARTS.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)),
      );
    },
  );
});

/** Parts of what the table names. */
const PARTS = [
  'src/security/document-guards.ts',
  'src/security/refusal.ts',
  'src/security/root-fields.ts',
  'test/security/hostile-corpus.ts',
  'test/security/raw-http.ts',
  'test/security/schema-paths.ts',
];

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as T;
}

/** The rows of the table whose head begins so, as their cells. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const lines = SECURITY.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  if (start < 0) throw new Error(`SECURITY.md has no table that begins with "${head}".`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function unquoted(cell: string): string {
  return cell.replaceAll('`', '');
}
