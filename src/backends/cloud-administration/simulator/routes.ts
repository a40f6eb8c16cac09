/** Names of the operations, as recorded calls and faults use them. */
export type Operation = (typeof ROUTES)[number]['operation'];

export interface Route {
  readonly operation: Operation;
  readonly method: string;
  /** Below the version; a segment in braces is a parameter. */
  readonly pattern: string;
  readonly write: boolean;
  /** Whether the body is JSON: another content type is refused. */
  readonly takesJson: boolean;
  /** The one media type of its answer, which `Accept` must allow; null where none is documented. */
  readonly answersWith: string | null;
}

/** A path below the mount point. */
export interface Target {
  /** What stands before the operation's own path, e.g. `/acme/cloudapi/restapi/v3`. */
  readonly mount: string;
  readonly version: 1 | 3;
  /** Still percent-encoded. */
  readonly segments: readonly string[];
}

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @param tenant the one tenant that is served; null: none or any */
export function findTarget(path: string, tenant: string | null): Target | null {
  const found = /^((?:\/([^/]+))?\/cloudapi\/restapi(\/v3)?)\/(.+)$/.exec(path);
  if (found === null) return null;
  const [, mount = '', pathTenant, version, rest = ''] = found;
  if (tenant !== null && (pathTenant === undefined || decode(pathTenant) !== tenant)) return null;
  return { mount, version: version === undefined ? 1 : 3, segments: rest.split('/') };
}

/** Whether a path names the token endpoint, which belongs to no version. */
export function isTokenTarget({ version, segments }: Target): boolean {
  return version === 1 && segments.join('/') === 'oauth2/token';
}

/**
 * Finds the operation of a method and a path.
 *
 * @returns the methods that the path has when it has not this one: none for an unknown path
 */
export function matchRoute(
  method: string,
  target: Target,
): Match | { readonly allowed: readonly string[] } {
  const candidates = ROUTES.flatMap((route): readonly Match[] => {
    if (route.operation === 'GetToken' && !isTokenTarget(target)) return [];
    const parameters = parametersOf(route.pattern, target.segments);
    return parameters === null ? [] : [{ route, parameters }];
  });
  // The first pattern is the most literal one: it owns the path even where it lacks the method.
  const owners = candidates.filter(({ route }) => route.pattern === candidates[0]?.route.pattern);
  const match = owners.find(({ route }) => route.method === method);
  return match ?? { allowed: owners.map(({ route }) => route.method) };
}

function parametersOf(
  pattern: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | null {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = decode(segments[index] ?? '');
    if (segment === null || segment === '') return null;
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segment;
    else if (part !== segment) return null;
  }
  return parameters;
}

/** A plus sign in a path stands for itself. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

const JSON_TYPE = 'application/json';
const FILE_TYPE = 'application/octet-stream';

// Literal paths stand before those with a parameter at the same place: `user/status` is no user.
const ROUTES = [
  { operation: 'GetToken', ...read('oauth2/token', null) },
  { operation: 'ListUsers', ...read('user') },
  { operation: 'SubmitUsers', ...write('POST', 'user') },
  { operation: 'ChangeStatus', ...write('PUT', 'user/change-status') },
  { operation: 'ChangeLock', ...write('PUT', 'user/change-lock') },
  { operation: 'AutoResetPasswords', ...write('PUT', 'user/auto-reset-pwd') },
  { operation: 'GetUser', ...read('user/{userId}') },
  { operation: 'AddCompanies', ...write('POST', 'user/companies/add-list') },
  { operation: 'ManualResetPassword', ...write('PUT', 'user/manual-reset-pwd/{isEmailPasswd}') },
  { operation: 'GetJobStatus', ...read('user/status/{jobId}') },
  {
    operation: 'AutoResetPassword',
    ...write('PUT', 'user/{userId}/auto-reset-pwd', 'text/plain'),
    takesJson: false,
  },
  { operation: 'GetJobDraft', ...read('user/status/{jobId}/draft', FILE_TYPE) },
  { operation: 'GetJobLog', ...read('user/status/{jobId}/log', FILE_TYPE) },
  { operation: 'ListRoles', ...read('roles') },
  { operation: 'ListAudits', ...read('audits') },
  { operation: 'ListAuditsOfUser', ...read('audits/userEmail/{grantor}') },
  { operation: 'GetBackgroundJob', ...read('bgjobs/{bgJobName}') },
  {
    operation: 'StartBackgroundJob',
    ...write('POST', 'bgjobs/{bgJobName}'),
    takesJson: false,
  },
] as const;

function read(pattern: string, answersWith: string | null = JSON_TYPE): Omit<Route, 'operation'> {
  return { method: 'GET', pattern, write: false, takesJson: false, answersWith };
}

function write(
  method: 'POST' | 'PUT',
  pattern: string,
  answersWith: string = JSON_TYPE,
): Omit<Route, 'operation'> {
  return { method, pattern, write: true, takesJson: true, answersWith };
}
