import {
  INTEGRATION_LOGIN,
  startCloudAdministrationSimulator,
} from '../../src/backends/cloud-administration/simulator.ts';
import type {
  CloudAdministrationSimulator,
  CloudAdministrationSimulatorSwitches,
} from '../../src/backends/cloud-administration/simulator.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when the answer calls itself JSON, else undefined. */
  readonly json: unknown;
}

/** What the tests look at in a user; whether it is there is what they test. */
export interface WireUser {
  readonly id: string;
  readonly loginId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emailAddress: string;
  readonly userType: string;
  readonly disabled: boolean;
  readonly locked: boolean;
  readonly pwdExpired: boolean;
  readonly pwdCantChange: boolean;
  readonly organization: WireCompany;
  readonly roles?: readonly { readonly name: string }[];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly createdDate: { readonly millis: number; readonly wrappedDateTime: string };
  readonly lastPasswordResetDate?: { readonly millis: number };
  readonly statusInfo?: string;
  readonly statusInfoOK?: boolean;
}

export interface WireStore {
  readonly added: readonly WireUser[];
  readonly modified: readonly WireUser[];
  readonly deleted: readonly string[];
  readonly deleteFailed: readonly WireUser[];
}

export interface WireCompany {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isDeletable: boolean;
  readonly parentId?: string;
  readonly parentName?: string;
  readonly pwdPolicy?: { readonly name: string };
}

export interface Session {
  readonly simulator: CloudAdministrationSimulator;
  readonly base: string;
  /** The administrator's Basic credential and bearer token. */
  readonly admin: string;
  readonly token: string;
  /** Sends to version 3; a body that is no text is sent as JSON. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  readonly users: () => Promise<readonly WireUser[]>;
  readonly user: (login: string) => Promise<WireUser>;
}

const running = new Set<CloudAdministrationSimulator>();

/** Starts a simulator and signs in as its administrator, with nothing but `fetch`. */
export async function open(switches: CloudAdministrationSimulatorSwitches = {}): Promise<Session> {
  const simulator = await startCloudAdministrationSimulator({ switches: { ...switches } });
  running.add(simulator);
  const base = simulator.environment['CLOUD_ADMINISTRATION_BASE_URL'] ?? '';
  const admin = basic(INTEGRATION_LOGIN, simulator.passwordOf(INTEGRATION_LOGIN));
  const token = tokenIn(
    await call(`${base}/oauth2/token?tokenExpiry=600`, { authorization: admin }),
  );
  const send = (method: string, path: string, body?: unknown): Promise<Answer> =>
    call(`${base}/v3/${path}`, { method, authorization: `Bearer ${token}`, body });
  const get = (path: string): Promise<Answer> => send('GET', path);
  return {
    simulator,
    base,
    admin,
    token,
    send,
    get,
    users: async () => (await get('user')).json as readonly WireUser[],
    user: async (login) => (await get(`user/${encodeURIComponent(login)}`)).json as WireUser,
  };
}

/** Ends every simulator that was opened. */
export async function closeAll(): Promise<void> {
  await Promise.all([...running].map((simulator) => simulator.close()));
  running.clear();
}

export async function call(
  url: string,
  options: {
    readonly method?: string;
    readonly authorization?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Answer> {
  const { method = 'GET', authorization, body, headers } = options;
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

export function basic(login: string, password: string | null): string {
  return `Basic ${Buffer.from(`${login}:${password ?? ''}`).toString('base64')}`;
}

/** The token of an answer in any of its forms. */
export function tokenIn({ text, json }: Answer): string {
  if (typeof json === 'string') return json;
  return json === undefined ? text : (json as { readonly access_token: string }).access_token;
}

/** Exactly what a manual reset requires of a user as read, and a password. */
export function resetOf(user: WireUser, password: string): Readonly<Record<string, unknown>> {
  const { id, name, displayName } = user.organization;
  const { loginId, firstName, lastName, emailAddress, disabled } = user;
  const organization = { id, name, displayName };
  return { loginId, firstName, lastName, emailAddress, disabled, organization, password };
}
