import type { JsonObject } from '../../http/json.ts';
import type { components } from './contract.generated.ts';
import {
  ContractViolation,
  listOf,
  object,
  optional,
  optionalFlag,
  optionalInteger,
  optionalText,
  text,
  type FieldReader,
  type Parsed,
} from './fields.ts';
import type { Parameters } from './parameters.ts';

/**
 * What Alibaba Cloud CloudSSO (API 2021-05-15, JSON) answers to the operations that are read here.
 *
 * The wire types are generated from openapi.yaml; a reader that misses one of their members does not compile, unless
 * `Unread` names it. A wrong shape is a BACKEND_CONTRACT_VIOLATION.
 *
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-overview
 */
type Wire = components['schemas'];

/** Members that the gateway has no use for. */
interface Unread {
  readonly JoinedGroup: 'UserId' | 'JoinTime';
  readonly GroupMember: Exclude<keyof Wire['GroupMember'], 'UserId'>;
  readonly AccessAssignment:
    | 'AccessConfigurationName'
    | 'PrincipalName'
    | 'TargetType'
    | 'TargetPath'
    | 'TargetPathName'
    | 'CreateTime';
  readonly Task: Exclude<keyof Wire['Task'], 'TaskId' | 'Status'>;
  readonly UserProvisioning: 'OwnerPk' | 'DirectoryId';
  readonly MFADevice: 'UserId';
  readonly PasswordPolicy:
    | 'MaxPasswordAge'
    | 'MaxLoginAttempts'
    | 'RequireLowerCaseChars'
    | 'RequireUpperCaseChars'
    | 'RequireNumbers'
    | 'RequireSymbols'
    | 'HardExpire';
  readonly SAMLIdentityProviderConfiguration: Exclude<
    keyof Wire['SAMLIdentityProviderConfiguration'],
    'SSOStatus'
  >;
}

type Read<Name extends keyof Wire> = Name extends keyof Unread
  ? Omit<Wire[Name], Unread[Name]>
  : Wire[Name];

/** A user; whether `ExternalId` and `Tags` are absent or empty where there are none is not documented. */
export type CloudSsoUser = Parsed<Wire['User']>;
export type CloudSsoTag = Parsed<Wire['Tag']>;
export type CloudSsoGroup = Parsed<Wire['Group']>;
/** A group as a member's row shows it, without its times. */
export type CloudSsoJoinedGroup = Parsed<Read<'JoinedGroup'>>;
export type CloudSsoGroupMember = Parsed<Read<'GroupMember'>>;
export type CloudSsoAccessConfiguration = Parsed<Wire['AccessConfiguration']>;
export type CloudSsoAccessAssignment = Parsed<Read<'AccessAssignment'>>;
export type CloudSsoUserProvisioning = Parsed<Read<'UserProvisioning'>>;
export type CloudSsoMfaDevice = Parsed<Read<'MFADevice'>>;
/** Work that goes on after the call that started it: InProgress, Success or Failed. */
export type CloudSsoTask = Parsed<Read<'Task'>>;
export type CloudSsoPasswordPolicy = Parsed<Read<'PasswordPolicy'>>;

/** One page of a list. */
export interface CloudSsoPage<T> {
  readonly rows: readonly T[];
  /** Valid only with the parameters it was issued for; `null` after the last page. */
  readonly nextToken: string | null;
  /** All rows that meet the conditions, not only those of this page; `null`: not told. */
  readonly total: number | null;
}

const tags = optional(listOf(object<Wire['Tag']>({ Key: text, Value: optionalText })));

const user = object<Wire['User']>({
  UserId: text,
  UserName: text,
  DisplayName: optionalText,
  FirstName: optionalText,
  LastName: optionalText,
  Email: optionalText,
  Description: optionalText,
  Status: optionalText,
  ProvisionType: optionalText,
  CreateTime: optionalText,
  UpdateTime: optionalText,
  ExternalId: optional(object<Wire['ExternalId']>({ Id: optionalText, Issuer: optionalText })),
  Tags: tags,
});

const group = object<Wire['Group']>({
  GroupId: text,
  GroupName: text,
  Description: optionalText,
  ProvisionType: optionalText,
  CreateTime: optionalText,
  UpdateTime: optionalText,
});

const joinedGroup = object<Read<'JoinedGroup'>>({
  GroupId: text,
  GroupName: text,
  Description: optionalText,
  ProvisionType: optionalText,
});

const accessConfiguration = object<Wire['AccessConfiguration']>({
  AccessConfigurationId: text,
  AccessConfigurationName: text,
  Description: optionalText,
  SessionDuration: optionalInteger,
  RelayState: optionalText,
  StatusNotifications: optional(listOf(text)),
  Tags: tags,
  CreateTime: optionalText,
  UpdateTime: optionalText,
});

const accessAssignment = object<Read<'AccessAssignment'>>({
  AccessConfigurationId: text,
  PrincipalType: text,
  PrincipalId: text,
  TargetId: text,
  TargetName: optionalText,
});

const userProvisioning = object<Read<'UserProvisioning'>>({
  UserProvisioningId: text,
  Status: optionalText,
  PrincipalType: optionalText,
  PrincipalId: optionalText,
  PrincipalName: optionalText,
  TargetType: optionalText,
  TargetId: optionalText,
  TargetName: optionalText,
  TargetPath: optionalText,
  DuplicationStrategy: optionalText,
  DeletionStrategy: optionalText,
  Description: optionalText,
  CreateTime: optionalText,
  UpdateTime: optionalText,
});

const mfaDevice = object<Read<'MFADevice'>>({
  DeviceId: text,
  DeviceName: optionalText,
  DeviceType: optionalText,
  EffectiveTime: optionalText,
});

const samlIdentityProvider = object<Read<'SAMLIdentityProviderConfiguration'>>({
  SSOStatus: optionalText,
});

const task = object<Read<'Task'>>({ TaskId: text, Status: text });

const passwordPolicy = object<Read<'PasswordPolicy'>>({
  MinPasswordLength: optionalInteger,
  MaxPasswordLength: optionalInteger,
  MinPasswordDifferentChars: optionalInteger,
  PasswordNotContainUsername: optionalFlag,
  PasswordReusePrevention: optionalInteger,
});

export const parseUser = member('User', user);
export const parseGroup = member('Group', group);
export const parseAccessConfiguration = member('AccessConfiguration', accessConfiguration);
export const parseSamlIdentityProvider = member(
  'SAMLIdentityProviderConfiguration',
  samlIdentityProvider,
);
export const parseUserMfaSettings = member('UserMFAAuthenticationSettings', optionalText);
export const parseScimStatus = member('SCIMSynchronizationStatus', optionalText);
export const parsePasswordPolicy = member('PasswordPolicy', passwordPolicy);
export const parseTask = member('Task', task);
export const parseMfaDevices = member('MFADevices', listOf(mfaDevice));

export const parseUserPage = page('Users', user);
export const parseGroupPage = page('Groups', group);
export const parseJoinedGroupPage = page('JoinedGroups', joinedGroup);
export const parseGroupMemberPage = page(
  'GroupMembers',
  object<Read<'GroupMember'>>({ UserId: text }),
);
export const parseAccessConfigurationPage = page('AccessConfigurations', accessConfiguration);
export const parseAccessAssignmentPage = page('AccessAssignments', accessAssignment);
export const parseUserProvisioningPage = page('UserProvisionings', userProvisioning);

type BodyReader<T> = (body: JsonObject, parameters: Parameters) => T;

function member<T>(name: string, read: FieldReader<T>): BodyReader<T> {
  return (body) => read(body[name], name);
}

/**
 * CloudSSO says that there is more in two ways. Should they disagree, the token counts, as for official clients: a call
 * too many loses nothing.
 */
function page<T>(name: string, row: FieldReader<T>): BodyReader<CloudSsoPage<T>> {
  const rows = listOf(row);
  return (body, parameters) => {
    const isTruncated = optionalFlag(body['IsTruncated'], 'IsTruncated');
    const nextToken = optionalText(body['NextToken'], 'NextToken');
    const isEndless = nextToken !== null && nextToken === parameters['NextToken'];
    const isCutOff = nextToken === null && isTruncated === true;
    if (isEndless || isCutOff) throw new ContractViolation('NextToken');
    return {
      rows: rows(body[name], name),
      nextToken,
      total: optionalInteger(body['TotalCounts'], 'TotalCounts'),
    };
  };
}
