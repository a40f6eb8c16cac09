import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import type { CpqSimulator, CpqSimulatorSwitches } from '../../src/backends/cpq/simulator.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** As it came over the wire. */
  readonly text: string;
  /** Parsed; an empty object when there is no JSON object. */
  readonly json: JsonRecord;
  /** Rows of a collection. */
  readonly items: readonly JsonRecord[];
  /** What stands behind a dotted path, e.g. `links.0.href`. */
  readonly at: (path: string) => unknown;
}

export interface CallOptions {
  readonly body?: unknown;
  /** Login of the calling user; absent: the gateway's; `null`: nobody. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the simulated site as a client that knows nothing of this program: `call(site, 'GET /rest/v19/users')`. */
export async function call(
  site: CpqSimulator,
  address: string,
  { body, as = 'user.gateway', headers = {} }: CallOptions = {},
): Promise<Answer> {
  const [method = 'GET', path = ''] = address.split(/ (.*)/s);
  const response = await fetch(site.url + path, {
    method,
    headers: {
      ...(as === null ? {} : { authorization: basic(as, site.passwordOf(as) ?? '') }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = parseRecord(text);
  return {
    ...{ status: response.status, headers: response.headers, text, json },
    items: Array.isArray(json['items']) ? json['items'].filter(isRecord) : [],
    at: (dotted) => valueAt(json, dotted),
  };
}

/** Runs a test against a site of its own. */
export async function withSite<T>(
  switches: Partial<CpqSimulatorSwitches>,
  use: (site: CpqSimulator) => Promise<T>,
): Promise<T> {
  const site = await startCpqSimulator({ switches: { ...switches } });
  try {
    return await use(site);
  } finally {
    await site.close();
  }
}

export const FULL_ACCESS = { value: 'FULL_ACCESS' };
let newcomers = 0;

/** A complete user in the shape of version 19, with a login of its own. */
export function newcomer(more: object = {}) {
  newcomers += 1;
  const login = `newcomer${newcomers}`;
  const email = `${login}@veloria.example`;
  return { login, firstName: 'New', email, type: FULL_ACCESS, ...more };
}

/** Creates a newcomer in the host company. */
export function createNewcomer(site: CpqSimulator, more: object = {}): Promise<Answer> {
  return call(site, 'POST /rest/v19/companies/_host/users', { body: newcomer(more) });
}

/** The address of the user in an answer, by party number. */
export function partyPath(answer: Answer): string {
  return `/rest/v19/users/${String(answer.at('partyNumber'))}`;
}

export function basic(login: string, password: string): string {
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}

/** A list address with a filter, e.g. `q('users', "{login:'guest'}")`. */
export function q(path: string, filter: string, rest = ''): string {
  return `GET /rest/v19/${path}?q=${encodeURIComponent(filter)}${rest}`;
}

export function loginsOf({ items }: Answer): readonly unknown[] {
  return items.map(({ login }) => login);
}

export function valueAt(json: unknown, dotted: string): unknown {
  let value = json;
  for (const name of dotted.split('.'))
    value = Array.isArray(value)
      ? value.at(Number(name))
      : isRecord(value)
        ? value[name]
        : undefined;
  return value;
}

function parseRecord(text: string): JsonRecord {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
