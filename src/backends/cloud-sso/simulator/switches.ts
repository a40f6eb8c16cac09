import { z } from 'zod';

const switchesSchema = z.strictObject({
  /** The credential that is accepted; with `sts` the id begins with `STS.` unless given. */
  accessKeyId: z.string().min(1).optional(),
  accessKeySecret: z.string().min(1).default('cloudSsoSimulatorAccessKeySecr'),
  /** The credential is temporary: every call must carry the security token. */
  sts: z.boolean().default(false),
  securityToken: z.string().min(1).default('CAISimulatorToken+/3a9ZkQ=='),
  /** The security token is past its end. */
  securityTokenExpired: z.boolean().default(false),
  /** The access key is switched off. */
  accessKeyInactive: z.boolean().default(false),
  /** Operations that the credential may not call. */
  deniedOperations: z.array(z.string()).default([]),
  /** How far this server's clock is ahead of the machine's; negative: behind. */
  clockOffsetSeconds: z.number().default(0),

  directoryId: z.string().default('d-00fc2p61sim0'),
  /** Users to seed. Their quota is 1000, or this number if it is larger. */
  userCount: z.int().min(1).max(100_000).default(150),
  userQuota: z.int().min(0).optional(),
  /** Logon over an external identity provider: no password can be reset. */
  ssoEnabled: z.boolean().default(false),
  /** Synchronisation over SCIM: synchronised users and groups cannot be changed here. */
  scimEnabled: z.boolean().default(true),

  /** Calls of `GetTask` that answer `InProgress`. */
  taskPolls: z.int().min(0).default(1),
  /** After this time a task has ended, asked about or not. */
  taskSeconds: z.number().min(0).default(2),
  /** Tasks end as `Failed` and change nothing. */
  tasksFail: z.boolean().default(false),

  /** Fixed window of one second per operation, with the published limits. */
  throttle: z.boolean().default(true),
  /** Replaces the published limits of every operation. */
  callsPerSecond: z.int().min(0).optional(),
  /** Sends `x-acs-retry-after` (milliseconds) when it throttles. Unknown whether CloudSSO does. */
  retryAfterHeader: z.boolean().default(false),

  /** How JSON and XML show a text that is not set. Unknown; the vendor's XML samples show empty elements. */
  unsetFields: z.enum(['empty', 'omitted']).default('empty'),
  /** What an empty `New…` value of an update does. Unknown; the vendor's Terraform provider clears fields with it. */
  emptyUpdateValue: z.enum(['clears', 'ignored']).default('clears'),
  /** Whether names in a `Filter` are compared exactly. Documented as case-insensitive without saying for what. */
  filterCaseSensitive: z.boolean().default(false),
  /** Refuses a password that holds a space or anything outside ASCII. Unknown whether CloudSSO does. */
  asciiPasswordsOnly: z.boolean().default(false),
});

/** What can be set about the CloudSSO simulator, all optional. */
export type CloudSsoSimulatorSwitches = z.input<typeof switchesSchema>;

export type Switches = z.output<typeof switchesSchema> & {
  readonly accessKeyId: string;
  readonly userQuota: number;
};

/** @throws when a switch is unknown or has a value of another type, so that a misspelt one is noticed */
export function readSwitches(given: Readonly<Record<string, unknown>>): Switches {
  const switches = switchesSchema.parse(given);
  return {
    ...switches,
    accessKeyId:
      switches.accessKeyId ?? (switches.sts ? 'STS.NSimulator7Key' : 'LTAI5tSimulator7Key'),
    userQuota: switches.userQuota ?? Math.max(1000, switches.userCount),
  };
}
