import { readFile, readdir, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { ConfigurationError, readConfig, type GatewayConfig } from '../../src/config/config.ts';
import { startTestGateway } from '../support/gateway.ts';

interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

/** Instructions of a Dockerfile, stage by stage; a stage without a name is `final`. */
async function readStages(): Promise<ReadonlyMap<string, readonly Instruction[]>> {
  const stages = new Map<string, Instruction[]>();
  let stage: Instruction[] = [];
  for (const line of (await readFile('Dockerfile', 'utf8')).split('\n')) {
    const [name = '', ...words] = line.trim().split(/\s+/);
    if (!/^[A-Z]+$/.test(name)) continue;
    if (name === 'FROM') stages.set(words[2] ?? 'final', (stage = []));
    stage.push({ name, words });
  }
  return stages;
}

async function finalStage(): Promise<readonly Instruction[]> {
  return (await readStages()).get('final') ?? [];
}

function wordsOf(stage: readonly Instruction[], name: string): readonly string[] {
  return stage.find((instruction) => instruction.name === name)?.words ?? [];
}

async function imageEnvironment(): Promise<Record<string, string>> {
  const words = wordsOf(await finalStage(), 'ENV');
  return Object.fromEntries(words.map((word) => word.split('=') as [string, string]));
}

/** Fails with everything that is wrong with the settings. */
function configured(environment: Readonly<Record<string, string>>): GatewayConfig {
  return readConfig(environment, backendDefinitions);
}

/** Names of variables that the code reads: they stand in it as texts. */
async function readNames(): Promise<ReadonlySet<string>> {
  const files = (await readdir('src', { recursive: true })).filter((path) => path.endsWith('.ts'));
  const texts = await Promise.all(files.map((path) => readFile(`src/${path}`, 'utf8')));
  return new Set(texts.flatMap((text) => text.match(/(?<=')[A-Z][A-Z_]+(?=')/g) ?? []));
}

describe('the Dockerfile', () => {
  it('copies what exists and reaches the build, from stages that there are', async () => {
    const stages = await readStages();
    const sent = (await readFile('.dockerignore', 'utf8'))
      .split('\n')
      .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
    for (const { name, words } of [...stages.values()].flat()) {
      if (name !== 'COPY') continue;
      const [, from] = /^--from=(.+)$/.exec(words[0] ?? '') ?? [];
      if (from !== undefined) {
        expect([...stages.keys()]).toContain(from);
        continue;
      }
      for (const path of words.slice(0, -1)) {
        await expect(stat(path), path).resolves.toBeDefined();
        expect(sent).toContain(path.split('/')[0]);
      }
    }
  });

  it('runs what it copied, as one process that hears signals and is not root', async () => {
    const stage = await finalStage();
    const copied = stage.filter(({ name }) => name === 'COPY').flatMap(({ words }) => words);
    const command = JSON.parse(wordsOf(stage, 'CMD').join(' ')) as string[];
    expect(command).toEqual(['node', 'bin/user-gateway.js', 'serve']);
    expect(copied).toContain('bin/');
    const health = wordsOf(stage, 'HEALTHCHECK').join(' ');
    const [, script = ''] = /CMD \["node", "(.+)"\]/.exec(health) ?? [];
    expect(copied).toContain(script);
    expect(wordsOf(stage, 'USER')[0]).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(wordsOf(stage, 'EXPOSE')).toEqual([(await imageEnvironment())['PORT']]);
    for (const stage of (await readStages()).values()) {
      expect(wordsOf(stage, 'FROM')[0]).toMatch(/^node:26(-|$)/);
    }
  });

  it('sets what a gateway understands, which then wants nothing but backends', async () => {
    const environment = await imageEnvironment();
    expect(() => configured(environment)).toThrow(ConfigurationError);
    const config = configured({ ...environment, DEMO: 'true' });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 4000, production: true });
  });
});

describe('compose.yaml', () => {
  it('starts the demo with a Redis on settings that a gateway takes', async () => {
    const { services } = parse(await readFile('compose.yaml', 'utf8'));
    const { environment, ports } = services.gateway;
    const set = Object.fromEntries(
      Object.entries<string>(environment).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:-(.*)\}/, '$1'),
      ]),
    );
    const config = configured({ ...(await imageEnvironment()), ...set });
    expect(config.backends).toEqual([]);
    expect(config.writeGuards.redis?.url.reveal()).toBe('redis://redis:6379');
    expect(Object.keys(services)).toContain('redis');
    expect(ports).toEqual([`127.0.0.1:4000:${config.port}`]);
    const names = await readNames();
    expect(Object.keys(set).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the Kubernetes manifests', () => {
  const FOLDER = 'ops/kubernetes/';
  const FILES = ['configuration.yaml', 'deployment.yaml', 'service.yaml'];

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  async function manifests(): Promise<ReadonlyMap<string, any>> {
    const texts = await Promise.all(FILES.map((file) => readFile(`${FOLDER}${file}`, 'utf8')));
    const documents = texts.flatMap((text) => parseAllDocuments(text));
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    return new Map(documents.map((document) => [document.toJS().kind as string, document.toJS()]));
  }

  it('are all of the files that lie there', async () => {
    expect((await readdir(FOLDER)).toSorted()).toEqual(FILES);
  });

  it('set what a gateway takes in production, secrets apart from the rest', async () => {
    const documents = await manifests();
    const { data } = documents.get('ConfigMap');
    const { stringData } = documents.get('Secret');
    const config = configured({ ...(await imageEnvironment()), ...data, ...stringData });
    expect(config.backends.map(({ definition }) => definition.name)).toEqual(['cpq', 'cloud-sso']);
    expect(config.authentication.kind).toBe('jwt');
    const names = await readNames();
    const set = [...Object.keys(data), ...Object.keys(stringData)];
    expect(set.filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(data).filter((name) => /PASSWORD|SECRET|TOKEN$|_KEY$/.test(name))).toEqual(
      [],
    );
  });

  it('fit together, and ask for what the gateway answers', async () => {
    const documents = await manifests();
    const { spec } = documents.get('Deployment').spec.template;
    const [container] = spec.containers;
    const { labels } = documents.get('Deployment').spec.template.metadata;
    expect(documents.get('Deployment').spec.selector.matchLabels).toEqual(labels);
    expect(documents.get('Service').spec.selector).toEqual(labels);
    expect(documents.get('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels);
    expect(container.envFrom).toEqual([
      { configMapRef: { name: documents.get('ConfigMap').metadata.name } },
      { secretRef: { name: documents.get('Secret').metadata.name } },
    ]);
    const { PORT } = await imageEnvironment();
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(PORT) }]);
    expect(documents.get('Service').spec.ports).toMatchObject([{ targetPort: 'http' }]);
    const gateway = await startTestGateway();
    try {
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const { path, port } = container[probe].httpGet;
        expect(port).toBe('http');
        expect((await fetch(`${gateway.url}${path}`)).status).toBe(200);
      }
    } finally {
      await gateway.close();
    }
  });

  it('let a replica finish before it is killed, and give it no more than it needs', async () => {
    const { spec } = (await manifests()).get('Deployment').spec.template;
    const [container] = spec.containers;
    const { requestDeadlineMs } = configured({});
    const drainSeconds =
      Number(container.lifecycle.preStop.sleep.seconds) + (requestDeadlineMs * 2) / 1000;
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(drainSeconds);
    const [uid, gid] = wordsOf(await finalStage(), 'USER')
      .join('')
      .split(':')
      .map(Number);
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: gid,
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });
});

describe('settings of operators', () => {
  const problemsOf = (environment: Readonly<Record<string, string>>): string => {
    try {
      configured(environment);
      return '';
    } catch (error) {
      return error instanceof ConfigurationError ? error.message : String(error);
    }
  };

  it('refuse more than one worker, and say what to do instead', () => {
    expect(problemsOf({ WORKERS: '1' })).toBe('');
    expect(problemsOf({ WORKERS: '2' })).toMatch(/WORKERS must be 1.*Start it several times/);
    expect(problemsOf({ WORKERS: 'many' })).toContain('WORKERS must be a whole number');
  });

  it.each(['nonsense', 'ftp://collector.example', 'http://ann:c4n4ry@collector.example'])(
    'refuse the collector %s without repeating it',
    (OTEL_EXPORTER_OTLP_ENDPOINT) => {
      const problems = problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT });
      expect(problems).toContain('OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address');
      expect(problems).not.toContain(OTEL_EXPORTER_OTLP_ENDPOINT);
    },
  );
});
