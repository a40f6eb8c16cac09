import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { extendSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import {
  blocks,
  blocksIn,
  codeIn,
  deadLinksOf,
  documents,
  nameOf,
  ROOT,
  unreachableFrom,
} from './documents.ts';
import { differenceOf, graphqlExamplesOf } from './graphql-blocks.ts';
import { judge } from './shell-blocks.ts';
import { typeProblemsOf } from './typescript-blocks.ts';

const SHELL = ['sh', 'shell', 'bash', 'console'];
const TYPESCRIPT = ['ts', 'typescript'];
/** Languages of blocks that are only looked at. */
const FOR_READING = ['text', 'mermaid', 'promql', 'diff', 'env', 'http'];

const schema = createGatewaySchema();
const run = promisify(execFile);

describe('blocks in documents', () => {
  it('say what they are written in, and something looks at each of them', () => {
    const known = [...SHELL, ...TYPESCRIPT, ...FOR_READING, 'graphql', 'json', 'yaml'];
    expect(blocks.filter(({ language }) => !known.includes(language)).map(nameOf)).toEqual([]);
  });

  it.each(blocksIn(['json']).map((block) => [nameOf(block), block] as const))(
    'hold JSON where they say so: %s',
    (_name, { text }) => {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    },
  );

  it.each(blocksIn(['yaml']).map((block) => [nameOf(block), block] as const))(
    'hold YAML where they say so: %s',
    (_name, { text }) => {
      expect(() => parseYaml(text) as unknown).not.toThrow();
    },
  );

  it('have the right types where they are TypeScript', { timeout: 120_000 }, () => {
    expect(typeProblemsOf(blocksIn(TYPESCRIPT))).toEqual([]);
  });
});

describe('GraphQL in documents', () => {
  for (const { file } of documents) {
    const examples = graphqlExamplesOf(file);
    if (examples.length === 0) continue;

    describe(file, () => {
      let gateway: TestGateway;
      beforeAll(async () => {
        gateway = await startTestGateway();
      });
      afterAll(async () => {
        await gateway.close();
      });

      it.each(examples.map((example) => [`line ${example.block.line}`, example] as const))(
        'is answered by the demo as it says, or extends the schema: %s',
        async (_name, { block, document, operation, variables, answer }) => {
          if (operation === null) {
            expect(() => extendSchema(schema, document)).not.toThrow();
            return;
          }
          const { data, errors } = await gateway.query(block.text, variables);
          if (answer === null) expect(errors).toEqual([]);
          else expect(differenceOf(answer, { data, errors })).toBeNull();
        },
      );
    });
  }
});

describe('shell in documents', () => {
  const shell = blocksIn(SHELL).map((block) => ({ block, verdict: judge(block) }));

  it('is run here, or there is a reason why not', () => {
    const unknown = shell.flatMap(({ block, verdict }) =>
      verdict.kind === 'unknown' ? [`${nameOf(block)}: ${verdict.commands.join(' ; ')}`] : [],
    );
    expect(unknown).toEqual([]);
  });

  it('does what it says where it is run', { timeout: 120_000 }, async () => {
    const gateway = await startTestGateway();
    try {
      for (const { block, verdict } of shell) {
        if (verdict.kind !== 'run') continue;
        const script = block.text.replaceAll('http://127.0.0.1:4000', gateway.url);
        const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
          cwd: ROOT,
          env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env['PATH']}` },
        });
        expect([nameOf(block), stdout]).not.toEqual([nameOf(block), '']);
        expect([nameOf(block), stdout.includes('"errors"')]).toEqual([nameOf(block), false]);
      }
    } finally {
      await gateway.close();
    }
  });

  it('tells npm scripts and commands of the program that exist, and the README tells them all', () => {
    const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const usage = spawnSync(process.execPath, [`${ROOT}src/cli/main.ts`, 'none such'], {
      encoding: 'utf8',
    });
    const commands = [...usage.stderr.matchAll(/^ {2}user-gateway (\S+)/gm)].map(
      ([, name]) => name,
    );
    const text = documents
      // It names scripts of packages.
      .filter(({ file }) => file !== 'SECURITY.md')
      .map(({ file }) => readFileSync(ROOT + file, 'utf8'))
      .join('\n');
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
    for (const [, command] of text.matchAll(/(?:npx user-gateway|cli\/main\.ts) ([a-z][\w-]*)/g)) {
      expect(commands).toContain(command);
    }
    const readme = readFileSync(`${ROOT}README.md`, 'utf8');
    // The first two are `npm start` and `npm run simulators`.
    const told = (name = ''): boolean =>
      new RegExp(
        `(npx user-gateway|npm run) ${name.replace('check-schema', 'schema:check')}\\b`,
      ).test(readme.replace('npm start', 'npm run serve'));
    expect(commands.filter((name) => !told(name))).toEqual([]);
  });
});

describe('what documents refer to', () => {
  it.each(documents.map((document) => [document.file, document] as const))(
    'is there: links of %s',
    (_file, document) => {
      expect(deadLinksOf(document)).toEqual([]);
    },
  );

  it('leads from the README to every document', () => {
    expect(unreachableFrom('README.md')).toEqual([]);
  });

  it('is there: paths of the repository', () => {
    const path = /^(src|test|docs|schema|operations|bench|scripts|bin|deploy)\/[\w./-]*$/;
    const lost = documents.flatMap((document) =>
      codeIn(document)
        .filter((code) => path.test(code) && !existsSync(ROOT + code))
        .map((code) => `${document.file}: ${code}`),
    );
    expect(lost).toEqual([]);
  });

  it('is there: names of variables, codes and values', () => {
    const variables = readFileSync(`${ROOT}.env.example`, 'utf8');
    const sources = variables + textsBelow(['src', 'schema', 'test/support', 'scripts', '.ci']);
    const lost = documents.flatMap((document) =>
      codeIn(document)
        .filter((code) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(code) && !sources.includes(code))
        // What OpenTelemetry's own packages read.
        .filter((code) => !code.startsWith('OTEL_'))
        .map((code) => `${document.file}: ${code}`),
    );
    expect(lost).toEqual([]);
  });

  it('is there: fields of the schema', () => {
    const lost = documents.flatMap((document) =>
      codeIn(document).flatMap((code) => {
        const [, typeName = '', field = ''] = /^([A-Z]\w+)\.([a-z]\w+)$/.exec(code) ?? [];
        const type = schema.getType(typeName);
        return isObjectType(type) && !(field in type.getFields())
          ? [`${document.file}: ${code}`]
          : [];
      }),
    );
    expect(lost).toEqual([]);
  });
});

function textsBelow(folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${ROOT}${folder}/${name}`,
      ),
    )
    .filter((path) => /\.(ts|graphql|json|sh|yaml|cjs)$/.test(path) || path.endsWith('/run'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
