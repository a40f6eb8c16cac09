import type { Secret } from '../../domain/secret.ts';
import type { EnvironmentReader, EnvironmentVariable } from '../../environment.ts';

/** What proves who the gateway is. */
export type CredentialSettings =
  /** A bearer token that somebody else renews. */
  | { readonly kind: 'token'; readonly token: Secret }
  /** A bearer token that the gateway fetches for this account. */
  | { readonly kind: 'fetched-token'; readonly account: Account }
  | { readonly kind: 'basic'; readonly account: Account };

export interface Account {
  readonly username: string;
  readonly password: Secret;
}

export interface CloudAdministrationSettings {
  /** Up to `/cloudapi/restapi`, with a tenant segment where there is one. */
  readonly baseUrl: URL;
  /** 3: paths under `/v3`, bearer. 1: no version segment, Basic. Version 2 exists, but nothing of it is documented. */
  readonly apiVersion: 1 | 3;
  readonly credential: CredentialSettings;
  /** Value of the header `Version`, which old guides send and newer ones do not; `null`: not sent. */
  readonly versionHeader: string | null;
  /** Zone of dates that come without one, an IANA name. */
  readonly timeZone: string;
  /** Users in one manual password reset. */
  readonly resetBatchSize: number;
  /** The whole time of one load of the user list, in milliseconds. */
  readonly listTimeoutMs: number;
  /** How long a write waits for its job, and for its turn, before it is answered as accepted, in milliseconds. */
  readonly jobTimeoutMs: number;
  /** What clears an attribute; not documented. `null`: JSON null; `empty`: an empty text. */
  readonly clearAs: 'null' | 'empty';
  /** Whether `status` goes beside `disabled` when an account is switched: which of the two decides is not documented. */
  readonly sendStatus: boolean;
  /** The OpenAPI document of the release in use, for `doctor --contract`; nothing else reads it. */
  readonly openapiUrl: URL;
}

const PREFIX = 'CLOUD_ADMINISTRATION_';
const BASE_URL = `${PREFIX}BASE_URL`;
const API_VERSION = `${PREFIX}API_VERSION`;
const TOKEN = `${PREFIX}TOKEN`;
const USERNAME = `${PREFIX}USERNAME`;
const PASSWORD = `${PREFIX}PASSWORD`;
const BASIC_ON_V3 = `${PREFIX}BASIC_ON_V3`;
const VERSION_HEADER = `${PREFIX}VERSION_HEADER`;
const TIME_ZONE = `${PREFIX}TIME_ZONE`;
const RESET_BATCH_SIZE = `${PREFIX}RESET_BATCH_SIZE`;
const LIST_TIMEOUT_MS = `${PREFIX}LIST_TIMEOUT_MS`;
const JOB_TIMEOUT_MS = `${PREFIX}JOB_TIMEOUT_MS`;
const CLEAR_AS = `${PREFIX}CLEAR_AS`;
const SEND_STATUS = `${PREFIX}SEND_STATUS`;
const OPENAPI_URL = `${PREFIX}OPENAPI_URL`;

/** Of release 26, the newest that this contract was written from. */
const PUBLISHED_OPENAPI =
  'https://docs.oracle.com/en/industries/construction-engineering/primavera-administration/26/rest-api/openapi.json';

const RESET_BATCH_LIMITS = { min: 1, max: 100, default: 1 };
const LIST_TIMEOUT_LIMITS = { min: 100, max: 3_600_000, default: 120_000 };
const JOB_TIMEOUT_LIMITS = { min: 100, max: 3_600_000, default: 20_000 };

export const VARIABLES: readonly EnvironmentVariable[] = [
  {
    name: BASE_URL,
    description: 'Up to `/cloudapi/restapi`, with a tenant segment where there is one',
  },
  { name: API_VERSION, description: '3 (bearer) or 1 (Basic)', defaultValue: '3' },
  { name: TOKEN, description: 'Bearer token, instead of a user name and password', secret: true },
  {
    name: USERNAME,
    description: 'Account: a token is fetched for it (version 3), or it is sent (1)',
  },
  { name: PASSWORD, description: 'Password of the account', secret: true },
  {
    name: BASIC_ON_V3,
    description: 'Send the account on version 3 too; whether that is accepted is not documented',
    defaultValue: 'false',
  },
  { name: VERSION_HEADER, description: 'Value of a header `Version`, e.g. `2`; absent: not sent' },
  { name: TIME_ZONE, description: 'Zone of dates that come without one', defaultValue: 'UTC' },
  {
    name: RESET_BATCH_SIZE,
    description: 'Users in one manual password reset; with more than 1 an answer may tell of one',
    defaultValue: String(RESET_BATCH_LIMITS.default),
  },
  {
    name: LIST_TIMEOUT_MS,
    description: 'Time for the whole list of users, which has no pages',
    defaultValue: String(LIST_TIMEOUT_LIMITS.default),
  },
  {
    name: JOB_TIMEOUT_MS,
    description: 'How long a write waits for its job before it is answered as accepted',
    defaultValue: String(JOB_TIMEOUT_LIMITS.default),
  },
  {
    name: CLEAR_AS,
    description: '`null` or `empty`: what clears an attribute of a user is not documented',
    defaultValue: 'null',
  },
  {
    name: SEND_STATUS,
    description: 'Send `status` beside `disabled`, should that be what enables and disables',
    defaultValue: 'false',
  },
  {
    name: OPENAPI_URL,
    description: 'OpenAPI document of your release, for `doctor --contract` alone',
    defaultValue: PUBLISHED_OPENAPI,
  },
];

/** Reads the settings. @returns `null` when none is set; whatever is wrong is a problem in the reader */
export function readSettings(environment: EnvironmentReader): CloudAdministrationSettings | null {
  if (!VARIABLES.some(({ name }) => environment.has(name))) return null;
  const baseUrl = environment.url(BASE_URL);
  if (!environment.has(BASE_URL)) environment.problem(`${BASE_URL} is missing.`);
  const apiVersion = environment.choice(API_VERSION, ['1', '3'], '3') === '1' ? 1 : 3;
  const credential = readCredential(environment, apiVersion);
  const rest = {
    apiVersion,
    versionHeader: readVersionHeader(environment),
    timeZone: readTimeZone(environment),
    resetBatchSize: environment.integer(RESET_BATCH_SIZE, RESET_BATCH_LIMITS),
    listTimeoutMs: environment.integer(LIST_TIMEOUT_MS, LIST_TIMEOUT_LIMITS),
    jobTimeoutMs: environment.integer(JOB_TIMEOUT_MS, JOB_TIMEOUT_LIMITS),
    clearAs: environment.choice(CLEAR_AS, ['null', 'empty'], 'null'),
    sendStatus: environment.flag(SEND_STATUS, false),
    openapiUrl: environment.url(OPENAPI_URL) ?? new URL(PUBLISHED_OPENAPI),
  } as const;
  return baseUrl === null || credential === null ? null : { ...rest, baseUrl, credential };
}

function readCredential(
  environment: EnvironmentReader,
  apiVersion: 1 | 3,
): CredentialSettings | null {
  const token = environment.secret(TOKEN);
  const account = readAccount(environment);
  const basicOnV3 = environment.flag(BASIC_ON_V3, false);
  if (token !== null) {
    const problem = problemOfToken(token, environment, apiVersion);
    if (problem === null) return { kind: 'token', token };
    environment.problem(problem);
    return null;
  }
  if (account === null) return null;
  return { kind: apiVersion === 1 || basicOnV3 ? 'basic' : 'fetched-token', account };
}

function problemOfToken(
  token: Secret,
  environment: EnvironmentReader,
  apiVersion: 1 | 3,
): string | null {
  if (environment.has(USERNAME) || environment.has(PASSWORD))
    return `Set either ${TOKEN} or ${USERNAME} and ${PASSWORD}, not both.`;
  if (apiVersion === 1) return `Version 1 wants ${USERNAME} and ${PASSWORD}; it takes no ${TOKEN}.`;
  if (!isHeaderWord(token.reveal())) return `${TOKEN} must be visible ASCII without spaces.`;
  return null;
}

function readAccount(environment: EnvironmentReader): Account | null {
  const username = environment.text(USERNAME);
  const password = environment.secret(PASSWORD);
  if (username === null && password === null) {
    if (!environment.has(TOKEN))
      environment.problem(`${TOKEN}, or ${USERNAME} and ${PASSWORD}, is missing.`);
    return null;
  }
  if (username === null) environment.problem(`${USERNAME} is missing.`);
  if (password === null) environment.problem(`${PASSWORD} is missing.`);
  if (username?.includes(':'))
    environment.problem(`${USERNAME} must not hold a colon: HTTP Basic ends the name there.`);
  return username === null || password === null ? null : { username, password };
}

function readVersionHeader(environment: EnvironmentReader): string | null {
  const value = environment.text(VERSION_HEADER);
  if (value === null || /^[\w.-]{1,32}$/.test(value)) return value;
  environment.problem(`${VERSION_HEADER} must be a short number or word.`);
  return null;
}

function readTimeZone(environment: EnvironmentReader): string {
  const value = environment.text(TIME_ZONE) ?? 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    environment.problem(`${TIME_ZONE} must be the IANA name of a time zone, e.g. Europe/Paris.`);
    return 'UTC';
  }
}

/** Whether a header can carry the text. */
export function isHeaderWord(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
