import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { ConfigurationError, readConfig } from '../../src/config/config.ts';
import { GATEWAY_VARIABLES } from '../../src/config/variables.ts';
import { findStale, generateDocuments } from '../../src/documents/generated-documents.ts';
import {
  createEnvironmentReader,
  type Environment,
  type EnvironmentReader,
  type EnvironmentVariable,
} from '../../src/environment.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { ROOT } from './documents.ts';

const own: readonly EnvironmentVariable[] = GATEWAY_VARIABLES.flatMap(({ variables }) => variables);
const ofBackends = backendDefinitions.flatMap(({ variables }) => variables);
const namesOf = (variables: readonly EnvironmentVariable[]): string[] =>
  variables.map(({ name }) => name).toSorted();

/** A complete configuration of everything, as the descriptions of backends and a signed-in caller need it. */
const COMPLETE: Environment = {
  ...Object.assign({}, ...backendDefinitions.map(newestOf)),
  AUTH_ISSUER: 'https://login.example',
  AUTH_AUDIENCE: 'user-gateway',
  AUTH_JWKS_URL: 'https://login.example/jwks',
  REDIS_URL: 'redis://127.0.0.1:1',
  LEDGER_KEY: 'sixteen-characters',
};

/** Every name that a reading of the configuration asks for, with each variable alone, and with a complete one. */
function namesRead(read: (environment: Environment) => unknown): string[] {
  const names = new Set<string>();
  const watched = (environment: Environment): Environment =>
    new Proxy(environment, {
      get: (target, name) => {
        if (typeof name === 'string') names.add(name);
        return Reflect.get(target, name) as unknown;
      },
    });
  const alone = [...own, ...ofBackends].map(({ name }) => ({ [name]: 'x' }));
  for (const environment of [{}, COMPLETE, ...alone]) {
    try {
      read(watched(environment));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
    }
  }
  return [...names].toSorted();
}

function newestOf({ describe: tell }: (typeof backendDefinitions)[number]): Environment {
  return tell?.().versions.at(-1)?.environment ?? {};
}

/** Remembers the defaults that a reading gives. */
function createRecorder(environment: Environment) {
  const defaults = new Map<string, string>();
  const reader = createEnvironmentReader(environment);
  const recorder: EnvironmentReader = {
    ...reader,
    integer: (name, limits) => {
      defaults.set(name, String(limits.default));
      return reader.integer(name, limits);
    },
    flag: (name, byDefault) => {
      defaults.set(name, String(byDefault));
      return reader.flag(name, byDefault);
    },
    choice: (name, values, byDefault) => {
      defaults.set(name, byDefault);
      return reader.choice(name, values, byDefault);
    },
  };
  return { recorder, defaults };
}

describe('the lists of variables', () => {
  it('name every variable that the gateway and its backends read, and no other', () => {
    const read = namesRead((environment) => readConfig(environment, backendDefinitions));
    expect(read).toEqual(namesOf([...own, ...ofBackends]));
  });

  it.each(backendDefinitions.map((definition) => [definition.name, definition] as const))(
    'name every variable that %s reads, and no other',
    (_name, { variables, configure }) => {
      const read = namesRead((environment) => configure(createEnvironmentReader(environment)));
      expect(read).toEqual(namesOf(variables));
    },
  );

  it.each(backendDefinitions.map((definition) => [definition.name, definition] as const))(
    'tell the defaults of %s as it has them',
    (_name, { variables, configure, describe: tell }) => {
      const environment = tell?.().versions.at(-1)?.environment ?? {};
      const { recorder, defaults } = createRecorder(environment);
      expect(configure(recorder)).not.toBeNull();
      for (const [name, value] of defaults) {
        const declared = variables.find((variable) => variable.name === name);
        expect([name, declared?.defaultValue]).toEqual([name, value]);
      }
    },
  );

  it.each(own.filter(({ defaultValue }) => defaultValue !== undefined))(
    'tell the default of $name: set to it, nothing changes',
    ({ name, defaultValue }) => {
      const settingsOf = (environment: Environment): string =>
        JSON.stringify(readConfig({ ...COMPLETE, ...environment }, backendDefinitions));
      expect(settingsOf({ [name]: defaultValue })).toBe(settingsOf({}));
    },
  );

  it('tell a default wherever there is one', () => {
    const numbers = own.filter(({ name }) => /^(MAX|RESETS|UPSTREAM|REQUEST|CACHE)_/.test(name));
    expect(numbers.filter(({ defaultValue }) => defaultValue === undefined)).toEqual([]);
  });

  it('mark as secret whatever is a key, a token or a password', () => {
    const secrets = [...own, ...ofBackends].filter(({ secret }) => secret).map(({ name }) => name);
    const looksSecret = [...own, ...ofBackends].filter(({ name }) =>
      /(PASSWORD|SECRET|TOKEN|_KEY|REDIS_URL)$/.test(name),
    );
    expect(secrets.toSorted()).toEqual(namesOf(looksSecret));
  });
});

describe('what is made from the code', () => {
  it('is committed as it would be made now (else run `npm run documents`)', () => {
    const made = generateDocuments(backendDefinitions, createGatewaySchema());
    expect(findStale(ROOT, made)).toEqual([]);
  });

  it('names every switch for what a vendor leaves open where the README lists them', () => {
    const readme = readFileSync(`${ROOT}README.md`, 'utf8');
    const [, listed = ''] = /What a vendor's documents leave open([\s\S]*?)<!--/.exec(readme) ?? [];
    const open = ofBackends.filter(({ description }) => description.includes('not documented'));
    expect(open.filter(({ name }) => !listed.includes(`\`${name}\``))).toEqual([]);
  });

  it('has an example of settings that a shell can read, and that changes nothing', () => {
    const printed = execFileSync(
      'sh',
      ['-c', 'set -a && . ./.env.example && set +a && exec env -0'],
      { cwd: ROOT, env: {}, encoding: 'utf8' },
    );
    const names = printed.split('\0').map((line) => line.split('=', 1)[0]);
    expect(names.filter((name) => namesOf([...own, ...ofBackends]).includes(name ?? ''))).toEqual(
      [],
    );
    const offered = readFileSync(`${ROOT}.env.example`, 'utf8').matchAll(/^# ([A-Z0-9_]+)=/gm);
    expect([...offered].map(([, name]) => name).toSorted()).toEqual(
      namesOf([...own, ...ofBackends]),
    );
  });
});
