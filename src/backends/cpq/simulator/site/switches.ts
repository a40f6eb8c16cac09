/**
 * What the simulated site is and does where CPQ's documentation says nothing, contradicts itself, or leaves it to the
 * site. Every switch has a default; an unknown name or a value of the wrong kind refuses to start.
 */
export interface CpqSimulatorSwitches {
  /** Version that `environment` points a gateway at, 5 to 19; every version is served all the same. */
  readonly version: number;
  /** Credential that `environment` holds. */
  readonly credential: 'basic' | 'token' | 'client-credentials';
  /** CPQ runs in Fusion: `/cpq/rest/v19`, integrationUsers, and PUT by party number may create. */
  readonly fusion: boolean;
  /** Users on the site, at least the 20 or so with a story of their own. */
  readonly users: number;
  /** The shape of versions 8 to 15 is unknown: refuse them, or answer as version 16. */
  readonly versions8To15: 'not-found' | 'as-16';

  /** Whether `$like` ignores case; undocumented. */
  readonly likeIgnoresCase: boolean;
  /** Whether `$or` works on users; `false`: 400. */
  readonly orSupported: boolean;
  /** Whether `$in` works; seen on other resources only. `false`: 400. */
  readonly inSupported: boolean;
  /** The only fields `q` and `orderby` may name, as dotted paths; empty: every property. */
  readonly queryableFields: readonly string[];

  /** Active users are held to the company's `maximumUsers` and FullAccess users to 500 a site. */
  readonly enforceLicences: boolean;
  /** The site wants an e-mail address to be unique among active users. */
  readonly uniqueEmails: boolean;
  /** Answer to a login that is taken; undocumented. */
  readonly duplicateLoginStatus: 400 | 409;
  /** A property that CPQ does not know: pass over it, or 400. */
  readonly unknownProperties: 'ignore' | 'reject';
  /** How `POST /users` names the company, which no page shows; `ignored`: the caller's own company. */
  readonly companySelector: 'company.loginName' | 'ignored';
  /** Whether PUT resets what it leaves out before version 13, where the pages do not say so. */
  readonly flatPutResets: boolean;
  /** Whether a PUT without `groups` takes the user out of all groups. */
  readonly putResetsGroups: boolean;
  /** Administrator Groups are enabled: accessPermissions is not available. */
  readonly administratorGroups: boolean;

  readonly createStatus: 200 | 201;
  /** Whether 201 comes with a Location header. */
  readonly locationHeader: boolean;
  /** Answer to PUT of a user: the user, or only the three fields that the response schema of version 19 prints. */
  readonly putAnswers: 'user' | 'three-fields';
  /** Answer to PATCH of a user from version 16 on. */
  readonly patchAnswers: 'user' | 'no-body';
  readonly groupsPutAnswers: 'groups' | 'no-body';
  /** Rows of a group's users: what the schema "User Details of group" prints, or whole users. */
  readonly groupUsersAnswers: 'three-fields' | 'user';
  /** Pages come without `hasMore`, as in some samples. */
  readonly omitHasMore: boolean;
  /** Links begin with http:, as in the samples; `false`: https:. */
  readonly httpLinks: boolean;
  /** Lookups come as their bare value. */
  readonly lookupAsScalar: boolean;
  /** The groups of a user come in the shape of the group resource. */
  readonly groupTypeAsLookup: boolean;
  /** Answers spell isAccessAdminPermEnabled as some tables print it: isAccessAdminPremEnabled. */
  readonly misspeltAccessAdmin: boolean;
  /** Optional strings without a value come as `null` instead of being left out. */
  readonly unsetAsNull: boolean;
  /** Whether `GET /companies`, documented for the host and partner organisations, shows the guest company. */
  readonly listGuestCompany: boolean;
  /** Life of a token from the token endpoint. */
  readonly tokenLifetimeSeconds: number;
}

const DEFAULTS: CpqSimulatorSwitches = {
  version: 19,
  credential: 'basic',
  fusion: false,
  users: 160,
  versions8To15: 'not-found',
  likeIgnoresCase: true,
  orSupported: true,
  inSupported: true,
  queryableFields: [],
  enforceLicences: true,
  uniqueEmails: false,
  duplicateLoginStatus: 400,
  unknownProperties: 'ignore',
  companySelector: 'company.loginName',
  flatPutResets: false,
  putResetsGroups: false,
  administratorGroups: false,
  createStatus: 201,
  locationHeader: true,
  putAnswers: 'user',
  patchAnswers: 'user',
  groupsPutAnswers: 'groups',
  groupUsersAnswers: 'three-fields',
  omitHasMore: false,
  httpLinks: true,
  lookupAsScalar: false,
  groupTypeAsLookup: false,
  misspeltAccessAdmin: false,
  unsetAsNull: false,
  listGuestCompany: true,
  tokenLifetimeSeconds: 3600,
};

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  version: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  credential: ['basic', 'token', 'client-credentials'],
  versions8To15: ['not-found', 'as-16'],
  duplicateLoginStatus: [400, 409],
  unknownProperties: ['ignore', 'reject'],
  companySelector: ['company.loginName', 'ignored'],
  createStatus: [200, 201],
  putAnswers: ['user', 'three-fields'],
  patchAnswers: ['user', 'no-body'],
  groupsPutAnswers: ['groups', 'no-body'],
  groupUsersAnswers: ['three-fields', 'user'],
};

/** @throws Error naming the switch that does not exist or got a value it cannot take */
export function parseSwitches(given: Readonly<Record<string, unknown>> = {}): CpqSimulatorSwitches {
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of set) assertSwitch(name, value);
  return { ...DEFAULTS, ...(Object.fromEntries(set) as Partial<CpqSimulatorSwitches>) };
}

function assertSwitch(name: string, value: unknown): void {
  const byDefault = new Map<string, unknown>(Object.entries(DEFAULTS)).get(name);
  if (byDefault === undefined) throw new Error(`The CPQ simulator has no switch "${name}".`);
  const fits = Array.isArray(byDefault)
    ? Array.isArray(value) && value.every((item) => typeof item === 'string')
    : (CHOICES[name]?.includes(value) ?? typeof value === typeof byDefault);
  if (!fits) throw new Error(`The switch "${name}" of the CPQ simulator cannot take this value.`);
}
