import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

interface Config {
  readonly forbidden: readonly { readonly name: string; readonly severity: string }[];
}

const { forbidden } = createRequire(import.meta.url)(CONFIG) as Config;

/** Names of the rules that the `src` of a folder breaks. */
async function brokenRules(folder: string): Promise<readonly string[]> {
  const options = await extractDepcruiseOptions(CONFIG);
  const tsConfig = extractTsConfig(join(ROOT, 'tsconfig.json'));
  const { output } = await cruise(['src'], { ...options, baseDir: folder }, undefined, {
    tsConfig,
  });
  const { summary } = output as ICruiseResult;
  expect(summary.totalCruised).toBeGreaterThan(1);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].toSorted();
}

/** A file, and what it imports. */
type Imports = Readonly<Record<string, readonly string[]>>;

/** Rules broken by files that do nothing but import each other. */
async function rulesBrokenBy(imports: Imports): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'architecture-'));
  try {
    for (const [path, imported] of Object.entries(imports)) {
      const file = join(folder, 'src', path);
      await mkdir(dirname(file), { recursive: true });
      const lines = imported.map((from, index) => `import type { T as T${index} } from '${from}';`);
      const uses = imported.map((_from, index) => `T${index}`).concat('string');
      await writeFile(file, `${lines.join('\n')}\nexport type T = ${uses.join(' | ')};\n`);
    }
    return await brokenRules(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** For every rule the imports that break it, and it alone. */
const BREACHES: Readonly<Record<string, Imports>> = {
  'domain-imports-nothing': {
    'domain/model.ts': ['../storage/cache.ts'],
    'storage/cache.ts': [],
  },
  'only-the-registry-knows-backends': {
    'gateway.ts': ['./backends/cpq/index.ts'],
    'backends/cpq/index.ts': [],
  },
  'backends-do-not-know-each-other': {
    'backends/cpq/index.ts': ['../cloud-sso/client.ts'],
    'backends/cloud-sso/client.ts': [],
  },
  'a-backend-imports-only-what-is-below-it': {
    'backends/cpq/index.ts': ['../../services/list-users.ts'],
    'services/list-users.ts': [],
  },
  'a-simulator-shares-no-code-with-its-client': {
    'backends/cpq/simulator/routes.ts': ['../mapping.ts'],
    'backends/cpq/mapping.ts': [],
  },
  'a-simulator-needs-no-gateway-http': {
    'backends/cpq/simulator.ts': ['../../http/encode.ts'],
    'http/encode.ts': [],
  },
  'services-do-not-know-graphql-or-http': {
    'services/list-users.ts': ['../http/exchange.ts'],
    'http/exchange.ts': [],
  },
  'graphql-knows-services-and-domain': {
    'graphql/schema.ts': ['../server/server.ts'],
    'server/server.ts': [],
  },
  'no-cycles': {
    'services/one.ts': ['./other.ts'],
    'services/other.ts': ['./one.ts'],
  },
  'no-unresolvable': {
    'services/one.ts': ['./nowhere.ts'],
    'services/other.ts': [],
  },
};

/** What each layer may import. */
const ALLOWED: Imports = {
  'cli/serve.ts': ['../gateway.ts', '../server/server.ts', '../backends/registry.ts'],
  'gateway.ts': ['./graphql/schema.ts', './backends/definition.ts', './http/upstream.ts'],
  'graphql/schema.ts': ['../services/list-users.ts', '../domain/model.ts'],
  'services/list-users.ts': ['../domain/model.ts'],
  'server/server.ts': [],
  'backends/definition.ts': ['../domain/model.ts', '../http/upstream.ts'],
  'backends/registry.ts': ['./cpq/index.ts', './cloud-sso/index.ts'],
  'backends/cloud-sso/index.ts': ['../definition.ts'],
  'backends/cpq/index.ts': ['../definition.ts', './client.ts', './simulator.ts'],
  'backends/cpq/client.ts': [
    '../../http/upstream.ts',
    '../../storage/cache.ts',
    './contract.generated.ts',
  ],
  'backends/cpq/simulator.ts': ['./simulator/routes.ts', '../../simulation/server.ts'],
  'backends/cpq/simulator/routes.ts': ['../contract.generated.ts'],
  'backends/cpq/contract.generated.ts': [],
  'simulation/server.ts': [],
  'storage/cache.ts': ['../domain/model.ts'],
  'http/upstream.ts': ['../domain/model.ts'],
  'domain/model.ts': [],
};

describe('who imports whom', () => {
  it('is as the rules say', async () => {
    expect(await brokenRules(ROOT)).toEqual([]);
  });

  it('may be as the picture shows it', async () => {
    expect(await rulesBrokenBy(ALLOWED)).toEqual([]);
  });

  it('has a breach for every rule, each of which fails the check', () => {
    expect(Object.keys(BREACHES).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
    expect(new Set(forbidden.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  it.each(Object.entries(BREACHES))('may not break %s', async (rule, imports) => {
    expect(await rulesBrokenBy(imports)).toEqual([rule]);
  });
});
