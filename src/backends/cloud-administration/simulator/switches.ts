import { z } from 'zod';

/** How a manual reset answers. `first-object` is documented; the others are inferred from its siblings and its list request. */
export type ResponseShape =
  | 'first-object'
  | 'array'
  | 'map'
  | 'data-store'
  | 'empty'
  | 'null'
  | 'no-content-204'
  | 'accepted-202';

/**
 * What can be switched at the simulator of Oracle Cloud Administration. Every default is the documented behaviour, or
 * the likeliest one where the public documents of release 26 and older are silent or contradict each other.
 */
export interface CloudAdministrationSimulatorSwitches {
  /** The version the environment points a gateway at: 3 with a bearer token (default) or 1 with Basic. Both are always served. */
  readonly apiVersion?: 1 | 3;
  /** A path segment before `/cloudapi`. Set: served under it alone. Absent: served without one and with any one. */
  readonly tenant?: string | null;
  /** Whether version 3 takes Basic as well; undocumented, default false. */
  readonly basicOnV3?: boolean;
  /** Body of the token endpoint: the bare token (default), a JSON string, or an object with `access_token`. */
  readonly tokenAnswer?: 'text' | 'json-string' | 'object';
  /** The longest life of a token in seconds, whatever is asked for; default: what is asked for. */
  readonly maxTokenSeconds?: number;
  /** Users of the seed, 40 or more; default 130. */
  readonly userCount?: number;
  /**
   * `object` (default): as the schema, created, updated and last reset as `{millis, wrappedDateTime}`;
   * `string`: as published payloads, every date in text to the second and without a zone (UTC is meant);
   * `epoch`: those three in milliseconds.
   */
  readonly dateStyle?: 'object' | 'string' | 'epoch';
  /** False: users have no `lastPasswordResetDate`, as before mid-2025. */
  readonly showsLastReset?: boolean;
  /** Answer for an unknown user in a path; 404 is not documented but plausible. Default 400. */
  readonly unknownUserStatus?: 400 | 404;
  /** An unknown user in a manual reset: refuse the whole batch with 400 (default) or fail that record alone. */
  readonly unknownUserInReset?: 'batch' | 'record';
  /** Body of an error: text (default) or a JSON object. Undocumented. */
  readonly errorBody?: 'text' | 'json';
  readonly responseShape?: ResponseShape;
  /** Logins whose every change fails on their own record, while the rest of a batch succeeds. */
  readonly failingLogins?: readonly string[];
  /** How a failed record is marked: by `statusInfoOK: false` (default), or by the text of `statusInfo` alone, as published. */
  readonly failureMark?: 'status-info-ok' | 'status-info';
  /**
   * Whether passwords are checked: `none` refuses blank ones alone (default); else those under 8 characters, or without
   * upper case, lower case and digit, refuse the `batch` with 400 or fail the `record`. The real rules belong to the identity domain.
   */
  readonly passwordPolicy?: 'none' | 'batch' | 'record';
  /** Answer of change-status and change-lock: login to text (default), list of users, nothing. Undocumented. */
  readonly changeAnswer?: 'map' | 'array' | 'empty';
  /** Whether change-status and change-lock insist on every field the schema requires; default false: the login alone. */
  readonly strictChanges?: boolean;
  /** Whether null in a user job clears what may be without a value (default) or is passed over; undocumented. */
  readonly nullClears?: boolean;
  /** How many polls of a job's status find it running; default 1. */
  readonly jobPolls?: number;
  /** Answer for a second user job while one is running; undocumented, default 400. */
  readonly busyStatus?: 400 | 409;
  /** Text with which every user job fails as a whole; default null: it succeeds. */
  readonly jobException?: string | null;
  /** `array` as in release 26 (default), or the older opaque object, which holds one array. */
  readonly rolesAnswer?: 'array' | 'object';
  /** Put before every role name, as tenants see them from release 25.6; default none. */
  readonly roleNamePrefix?: string;
  /** Companies are added at once as in release 26 (default) or by a job as in older ones. */
  readonly companiesAnswer?: 'data-store' | 'job';
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

export type Settings = Readonly<Required<CloudAdministrationSimulatorSwitches>>;

/** @throws Error for a switch that does not exist or has a value it cannot have: a typing error would switch nothing, unseen */
export function readSwitches(switches: Readonly<Record<string, unknown>> = {}): Settings {
  return switchesSchema.parse(switches);
}

const switchesSchema: z.ZodType<Settings> = z.strictObject({
  apiVersion: z.literal([1, 3]).default(3),
  tenant: z.string().min(1).nullable().default(null),
  basicOnV3: z.boolean().default(false),
  tokenAnswer: z.enum(['text', 'json-string', 'object']).default('text'),
  maxTokenSeconds: z.number().positive().default(Infinity),
  userCount: z.int().min(40).default(130),
  dateStyle: z.enum(['object', 'string', 'epoch']).default('object'),
  showsLastReset: z.boolean().default(true),
  unknownUserStatus: z.literal([400, 404]).default(400),
  unknownUserInReset: z.enum(['batch', 'record']).default('batch'),
  errorBody: z.enum(['text', 'json']).default('text'),
  responseShape: z
    .enum([
      'first-object',
      'array',
      'map',
      'data-store',
      'empty',
      'null',
      'no-content-204',
      'accepted-202',
    ])
    .default('first-object'),
  failingLogins: z.array(z.string()).default([]),
  failureMark: z.enum(['status-info-ok', 'status-info']).default('status-info-ok'),
  passwordPolicy: z.enum(['none', 'batch', 'record']).default('none'),
  changeAnswer: z.enum(['map', 'array', 'empty']).default('map'),
  strictChanges: z.boolean().default(false),
  nullClears: z.boolean().default(true),
  jobPolls: z.int().min(0).default(1),
  busyStatus: z.literal([400, 409]).default(400),
  jobException: z.string().min(1).nullable().default(null),
  rolesAnswer: z.enum(['array', 'object']).default('array'),
  roleNamePrefix: z.string().default(''),
  companiesAnswer: z.enum(['data-store', 'job']).default('data-store'),
  now: z.custom<() => number>((value) => typeof value === 'function').default(() => Date.now),
});
