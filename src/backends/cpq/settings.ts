import type { Secret } from '../../domain/secret.ts';
import type { EnvironmentReader, EnvironmentVariable } from '../../environment.ts';

/** The REST versions whose user shape is documented; the shape of those between 7 and 16 is unknown. */
export const CPQ_VERSIONS = [5, 6, 7, 16, 17, 18, 19] as const;
export type CpqVersion = (typeof CPQ_VERSIONS)[number];

export type CpqCredentialSettings =
  | { readonly kind: 'basic'; readonly username: string; readonly password: Secret }
  | { readonly kind: 'token'; readonly token: Secret }
  | {
      readonly kind: 'client';
      readonly tokenUrl: URL;
      readonly clientId: string;
      readonly clientSecret: Secret;
      readonly scope: string | null;
    };

export interface CpqSettings {
  /** Up to the version: it ends in `/rest`. */
  readonly baseUrl: URL;
  readonly version: CpqVersion;
  readonly credential: CpqCredentialSettings;
  /** Login name of the guest company. */
  readonly guestCompanyLogin: string;
  /** The host company's own login name where it has one beside `_host`; `null`: not told. */
  readonly hostCompanyLogin: string | null;
  /** Whether `$like` ignores case on this site, which is not documented. */
  readonly likeIgnoresCase: boolean;
  /** Whether many users may be asked for by one `$or`; which fields of users a query covers is not documented. */
  readonly orQueries: boolean;
  /** Where users are created from version 18: below their company, or by `POST /users`. */
  readonly createPath: (typeof CREATE_PATHS)[number];
  /** What an optional text is sent as to clear it, which is not documented. */
  readonly clearedText: '' | null;
  /** What is sent where a password reset has no password: nothing, or an object without properties. */
  readonly blankResetBody: '' | '{}';
}

const CREATE_PATHS = ['company', 'users'] as const;

export const CPQ_VARIABLES: readonly EnvironmentVariable[] = [
  {
    name: 'CPQ_BASE_URL',
    description:
      'Up to the version, e.g. https://site.example/rest, in Fusion https://host.example/cpq/rest.',
  },
  {
    name: 'CPQ_API_VERSION',
    description:
      '5, 6, 7, 16, 17, 18 or 19. Below 18 users are read per company; 5 to 7 cannot list.',
    defaultValue: '19',
  },
  { name: 'CPQ_USERNAME', description: 'HTTP Basic: login of a CPQ user.' },
  { name: 'CPQ_PASSWORD', description: 'HTTP Basic: password of that user.', secret: true },
  { name: 'CPQ_TOKEN', description: 'Instead: a bearer token that does not change.', secret: true },
  {
    name: 'CPQ_TOKEN_URL',
    description: 'Instead: OAuth 2 client credentials, the address that gives tokens.',
  },
  { name: 'CPQ_CLIENT_ID', description: 'OAuth 2 client credentials: the client.' },
  {
    name: 'CPQ_CLIENT_SECRET',
    description: 'OAuth 2 client credentials: its secret.',
    secret: true,
  },
  {
    name: 'CPQ_SCOPE',
    description: 'OAuth 2 client credentials: the scope to ask for, where one is needed.',
  },
  {
    name: 'CPQ_GUEST_COMPANY',
    description: 'Login name of the guest company.',
    defaultValue: 'guest',
  },
  {
    name: 'CPQ_HOST_COMPANY_LOGIN',
    description:
      "The host company's own login name, where rows bear it instead of _host (not documented): they are then read as _host.",
  },
  {
    name: 'CPQ_LIKE_IGNORES_CASE',
    description:
      'Whether $like ignores case (not documented). With true, conditions on login and e-mail are sent to CPQ.',
    defaultValue: 'false',
  },
  {
    name: 'CPQ_OR_QUERIES',
    description:
      'Whether CPQ is asked for many users by one $or (which fields it covers is not documented). With false, one by one.',
    defaultValue: 'true',
  },
  {
    name: 'CPQ_CREATE_PATH',
    description:
      'From version 18: company creates users below their company; users creates them by POST /users with company.loginName in the body (how that call names the company is not documented).',
    defaultValue: 'company',
  },
  {
    name: 'CPQ_CLEARED_TEXT',
    description:
      'empty or null: what an optional text is sent as to clear it (how CPQ clears one is not documented).',
    defaultValue: 'empty',
  },
  {
    name: 'CPQ_BLANK_RESET_BODY',
    description:
      'empty or object: a reset by which CPQ mails a temporary password is sent without a body, or with {} (documented is a blank one).',
    defaultValue: 'empty',
  },
];

/** Reads the settings. @returns `null` when no variable is set, or when a problem was found (the reader holds it) */
export function readSettings(environment: EnvironmentReader): CpqSettings | null {
  if (!CPQ_VARIABLES.some(({ name }) => environment.has(name))) return null;
  const baseUrl = readBaseUrl(environment);
  const version = environment.choice('CPQ_API_VERSION', CPQ_VERSIONS.map(String), '19');
  const settings = {
    version: CPQ_VERSIONS.find((known) => String(known) === version) ?? 19,
    guestCompanyLogin: environment.text('CPQ_GUEST_COMPANY') ?? 'guest',
    hostCompanyLogin: environment.text('CPQ_HOST_COMPANY_LOGIN'),
    likeIgnoresCase: environment.flag('CPQ_LIKE_IGNORES_CASE', false),
    orQueries: environment.flag('CPQ_OR_QUERIES', true),
    ...readWriteSwitches(environment),
  };
  const credential = readCredential(environment);
  return baseUrl === null || credential === null ? null : { ...settings, baseUrl, credential };
}

function readWriteSwitches(
  environment: EnvironmentReader,
): Pick<CpqSettings, 'createPath' | 'clearedText' | 'blankResetBody'> {
  const clearedText = environment.choice('CPQ_CLEARED_TEXT', ['empty', 'null'], 'empty');
  const blankResetBody = environment.choice('CPQ_BLANK_RESET_BODY', ['empty', 'object'], 'empty');
  return {
    createPath: environment.choice('CPQ_CREATE_PATH', CREATE_PATHS, 'company'),
    clearedText: clearedText === 'null' ? null : '',
    blankResetBody: blankResetBody === 'object' ? '{}' : '',
  };
}

function readBaseUrl(environment: EnvironmentReader): URL | null {
  if (!environment.has('CPQ_BASE_URL')) {
    environment.problem('CPQ_BASE_URL is missing.');
    return null;
  }
  const url = environment.url('CPQ_BASE_URL');
  if (url !== null && /\/v\d+\/?$/i.test(url.pathname)) {
    environment.problem('CPQ_BASE_URL must end before the version; set CPQ_API_VERSION.');
  }
  return url;
}

const KINDS: Readonly<Record<CpqCredentialSettings['kind'], readonly string[]>> = {
  basic: ['CPQ_USERNAME', 'CPQ_PASSWORD'],
  token: ['CPQ_TOKEN'],
  client: ['CPQ_TOKEN_URL', 'CPQ_CLIENT_ID', 'CPQ_CLIENT_SECRET', 'CPQ_SCOPE'],
};

function readCredential(environment: EnvironmentReader): CpqCredentialSettings | null {
  const begun = Object.values(KINDS).filter((names) => names.some((name) => environment.has(name)));
  if (begun.length === 0) {
    environment.problem(
      'CPQ has no credential: set CPQ_USERNAME and CPQ_PASSWORD, or CPQ_TOKEN, or CPQ_TOKEN_URL, CPQ_CLIENT_ID and CPQ_CLIENT_SECRET.',
    );
    return null;
  }
  if (begun.length > 1) {
    const set = begun.flat().filter((name) => environment.has(name));
    environment.problem(
      `${set.join(', ')} belong to different kinds of CPQ credential: set one kind.`,
    );
    return null;
  }
  if (environment.has('CPQ_TOKEN')) return readToken(environment);
  return begun[0] === KINDS.basic ? readBasic(environment) : readClient(environment);
}

function readToken(environment: EnvironmentReader): CpqCredentialSettings | null {
  const token = environment.secret('CPQ_TOKEN');
  if (token === null) return null;
  if (!/^[\x21-\x7e]+$/.test(token.reveal())) {
    environment.problem('CPQ_TOKEN holds a character that no header can carry.');
  }
  return { kind: 'token', token };
}

function readBasic(environment: EnvironmentReader): CpqCredentialSettings | null {
  const username = environment.text('CPQ_USERNAME');
  const password = environment.secret('CPQ_PASSWORD');
  if (username === null) environment.problem('CPQ_USERNAME is missing beside CPQ_PASSWORD.');
  if (password === null) environment.problem('CPQ_PASSWORD is missing beside CPQ_USERNAME.');
  if (username === null || password === null) return null;
  if (username.includes(':')) {
    environment.problem('CPQ_USERNAME holds a colon, which HTTP Basic cannot carry.');
  }
  return { kind: 'basic', username, password };
}

function readClient(environment: EnvironmentReader): CpqCredentialSettings | null {
  const needed = KINDS.client.filter((name) => name !== 'CPQ_SCOPE');
  const missing = needed.filter((name) => !environment.has(name));
  for (const name of missing) {
    environment.problem(
      `${name} is missing: OAuth 2 client credentials need ${needed.join(', ')}.`,
    );
  }
  const tokenUrl = environment.url('CPQ_TOKEN_URL');
  const clientId = environment.text('CPQ_CLIENT_ID');
  const clientSecret = environment.secret('CPQ_CLIENT_SECRET');
  if (tokenUrl === null || clientId === null || clientSecret === null) return null;
  return { kind: 'client', tokenUrl, clientId, clientSecret, scope: environment.text('CPQ_SCOPE') };
}
