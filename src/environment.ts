import { Secret } from './domain/secret.ts';

/** One setting, as the README lists it. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly description: string;
  /** As written in the environment; absent: none. */
  readonly defaultValue?: string;
  readonly secret?: boolean;
}

/**
 * Reads settings from the environment and gathers every problem, so that one message can list them all.
 *
 * An empty value counts as absent. A problem names the variable, never its value. After a problem the reader returns
 * a value of the right type, so that reading goes on; nothing may be built while `problems` is not empty.
 */
export interface EnvironmentReader {
  readonly problems: readonly string[];
  /** Adds a problem that concerns several variables, e.g. a half-configured credential. */
  problem(message: string): void;
  has(name: string): boolean;
  text(name: string): string | null;
  secret(name: string): Secret | null;
  /** https, or http with a loopback host. */
  url(name: string): URL | null;
  integer(name: string, limits: { min: number; max: number; default: number }): number;
  /** `true` or `false`, ignoring case. */
  flag(name: string, byDefault: boolean): boolean;
  choice<T extends string>(name: string, values: readonly T[], byDefault: T): T;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function createEnvironmentReader(environment: Environment): EnvironmentReader {
  const problems: string[] = [];
  const problem = (message: string): void => {
    if (!problems.includes(message)) problems.push(message);
  };
  const text = (name: string): string | null => environment[name]?.trim() || null;

  return {
    problems,
    problem,
    text,
    has: (name) => text(name) !== null,
    secret: (name) => {
      // A secret is taken as it stands: a space at its end may belong to it.
      const value = environment[name];
      return value === undefined || value === '' ? null : new Secret(value);
    },
    url: (name) => {
      const value = text(name);
      if (value === null) return null;
      const url = URL.parse(value);
      const wrong = url === null ? 'is not a URL, e.g. https://host.example/path' : problemOf(url);
      if (wrong === null) return url;
      problem(`${name} ${wrong}.`);
      return null;
    },
    integer: (name, limits) => {
      const value = text(name);
      if (value === null) return limits.default;
      const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
      if (number >= limits.min && number <= limits.max) return number;
      problem(`${name} must be a whole number from ${limits.min} to ${limits.max}.`);
      return limits.default;
    },
    flag: (name, byDefault) => {
      const value = text(name)?.toLowerCase() ?? null;
      if (value === null) return byDefault;
      if (value !== 'true' && value !== 'false') problem(`${name} must be true or false.`);
      return value === 'true';
    },
    choice: (name, values, byDefault) => {
      const value = text(name);
      if (value === null) return byDefault;
      const chosen = values.find((candidate) => candidate === value);
      if (chosen === undefined) problem(`${name} must be one of ${values.join(', ')}.`);
      return chosen ?? byDefault;
    },
  };
}

/** Whether the host can only be this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

function problemOf(url: URL): string | null {
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must not hold a query or fragment';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'must begin with https://';
  return isLoopbackHost(url.hostname)
    ? null
    : 'must begin with https:// unless its host is loopback';
}
