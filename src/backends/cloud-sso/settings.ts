import type { EnvironmentReader, EnvironmentVariable } from '../../environment.ts';
import type { AccessKey } from './signature.ts';

export interface CloudSsoSettings {
  /** Origin of the region that holds the directory. */
  readonly endpoint: URL;
  readonly directoryId: string;
  readonly accessKey: AccessKey;
  /** Whether `Filter` ignores case, as documented; `false`: logins are compared in the gateway alone. */
  readonly filterIgnoresCase: boolean;
  /** Whether an empty value in an update clears the attribute, as the vendor's Terraform provider takes it; not documented. */
  readonly emptyValueClears: boolean;
}

export const cloudSsoVariables: readonly EnvironmentVariable[] = [
  {
    name: 'CLOUD_SSO_ENDPOINT',
    description:
      'Origin of the region that holds the directory, e.g. https://cloudsso.cn-shanghai.aliyuncs.com',
  },
  { name: 'CLOUD_SSO_DIRECTORY_ID', description: 'Id of the directory, d-…' },
  {
    name: 'CLOUD_SSO_ACCESS_KEY_ID',
    description: 'AccessKey of a RAM user or role that may call CloudSSO',
  },
  { name: 'CLOUD_SSO_ACCESS_KEY_SECRET', description: 'Secret of the AccessKey', secret: true },
  {
    name: 'CLOUD_SSO_SECURITY_TOKEN',
    description: 'STS token, only with a temporary AccessKey',
    secret: true,
  },
  {
    name: 'CLOUD_SSO_FILTER_IGNORES_CASE',
    description:
      'CloudSSO documents that its user filter ignores case; false if yours does not: logins are then compared in the gateway, which reads the whole directory for it',
    defaultValue: 'true',
  },
  {
    name: 'CLOUD_SSO_EMPTY_VALUE_CLEARS',
    description:
      'Whether an empty value in an update clears an attribute is not documented; false if your CloudSSO ignores it: clearing is then refused',
    defaultValue: 'true',
  },
];

const REQUIRED = [
  'CLOUD_SSO_ENDPOINT',
  'CLOUD_SSO_DIRECTORY_ID',
  'CLOUD_SSO_ACCESS_KEY_ID',
  'CLOUD_SSO_ACCESS_KEY_SECRET',
] as const;

/** @returns `null` when none of the variables is set, or when one is wrong: the reader then holds the problem */
export function readCloudSsoSettings(environment: EnvironmentReader): CloudSsoSettings | null {
  const given = cloudSsoVariables.filter(({ name }) => environment.has(name));
  if (given.length === 0) return null;
  for (const name of REQUIRED) {
    if (!environment.has(name)) environment.problem(`${name} is needed to use CloudSSO.`);
  }
  const endpoint = readEndpoint(environment);
  const directoryId = environment.text('CLOUD_SSO_DIRECTORY_ID');
  const accessKey = readAccessKey(environment);
  const filterIgnoresCase = environment.flag('CLOUD_SSO_FILTER_IGNORES_CASE', true);
  const emptyValueClears = environment.flag('CLOUD_SSO_EMPTY_VALUE_CLEARS', true);
  if (endpoint === null || directoryId === null || accessKey === null) return null;
  return { endpoint, directoryId, accessKey, filterIgnoresCase, emptyValueClears };
}

function readEndpoint(environment: EnvironmentReader): URL | null {
  const endpoint = environment.url('CLOUD_SSO_ENDPOINT');
  if (endpoint !== null && endpoint.pathname !== '/') {
    environment.problem('CLOUD_SSO_ENDPOINT must not hold a path.');
  }
  return endpoint;
}

function readAccessKey(environment: EnvironmentReader): AccessKey | null {
  const id = environment.text('CLOUD_SSO_ACCESS_KEY_ID');
  const secret = environment.secret('CLOUD_SSO_ACCESS_KEY_SECRET');
  const securityToken = environment.secret('CLOUD_SSO_SECURITY_TOKEN');
  // Both travel in headers, where a line feed at the end of a pasted value would break every request.
  if (id !== null && !isHeaderText(id)) reportUnprintable(environment, 'CLOUD_SSO_ACCESS_KEY_ID');
  if (securityToken !== null && !isHeaderText(securityToken.reveal())) {
    reportUnprintable(environment, 'CLOUD_SSO_SECURITY_TOKEN');
  }
  return id === null || secret === null ? null : { id, secret, securityToken };
}

function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function reportUnprintable(environment: EnvironmentReader, name: string): void {
  environment.problem(`${name} must hold printable ASCII characters without spaces.`);
}
