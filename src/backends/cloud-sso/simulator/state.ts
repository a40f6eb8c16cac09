import { randomInt } from 'node:crypto';
import type { Tag } from './parameters.ts';

/**
 * Everything the simulated directory holds, in the wire's spelling so that most answers are the record itself.
 * A text that is not set is `''`; times are `YYYY-MM-DDThh:mm:ssZ`.
 */
export interface DirectoryState {
  readonly directory: DirectoryRecord;
  readonly accountId: string;
  readonly users: Map<string, UserRecord>;
  readonly groups: Map<string, GroupRecord>;
  readonly memberships: Set<Membership>;
  readonly accessConfigurations: Map<string, AccessConfigurationRecord>;
  /** By access configuration. */
  readonly permissionPolicies: Map<string, readonly PermissionPolicy[]>;
  /** Accounts of the resource directory, by id. */
  readonly accounts: Map<string, Account>;
  readonly assignments: Map<string, Assignment>;
  readonly userProvisionings: Map<string, UserProvisioning>;
  readonly mfaDevices: Map<string, MfaDevice>;
  readonly tasks: Map<string, Task>;
  /** By user; a user that never got a password is absent. */
  readonly passwords: Map<string, PasswordRecord>;
  passwordPolicy: PasswordPolicy;
  loginPreference: { LoginNetworkMasks: string; AllowUserToGetCredentials: boolean };
  /** Of the whole directory. */
  mfaSetting: MfaSetting;
  operationForRiskLogin: OperationForRiskLogin;
  readonly ssoEnabled: boolean;
  readonly scimEnabled: boolean;
}

export interface DirectoryRecord {
  readonly DirectoryId: string;
  readonly DirectoryName: string;
  readonly Region: string;
  readonly CreateTime: string;
  readonly UpdateTime: string;
}

export const STATUSES = ['Enabled', 'Disabled'] as const;
export type Status = (typeof STATUSES)[number];

export const PROVISION_TYPES = ['Manual', 'Synchronized'] as const;
export type ProvisionType = (typeof PROVISION_TYPES)[number];

export interface UserRecord {
  readonly UserId: string;
  readonly UserName: string;
  DisplayName: string;
  FirstName: string;
  LastName: string;
  Email: string;
  Description: string;
  Status: Status;
  readonly ProvisionType: ProvisionType;
  readonly CreateTime: string;
  UpdateTime: string;
  readonly ExternalId: { readonly Id: string; readonly Issuer: 'SCIM' } | null;
  readonly Tags: readonly Tag[];
  /** Of this user; counts only while the directory's setting is `Byuser`. */
  mfaSetting: Status;
}

export interface GroupRecord {
  readonly GroupId: string;
  GroupName: string;
  Description: string;
  readonly ProvisionType: ProvisionType;
  readonly CreateTime: string;
  UpdateTime: string;
}

export interface Membership {
  readonly GroupId: string;
  readonly UserId: string;
  readonly JoinTime: string;
}

export interface AccessConfigurationRecord {
  readonly AccessConfigurationId: string;
  readonly AccessConfigurationName: string;
  readonly Description: string;
  /** Seconds. */
  readonly SessionDuration: number;
  readonly RelayState: string;
  readonly StatusNotifications: readonly string[];
  readonly Tags: readonly Tag[];
  readonly CreateTime: string;
  readonly UpdateTime: string;
}

export interface PermissionPolicy {
  readonly PermissionPolicyName: string;
  readonly PermissionPolicyType: 'System' | 'Inline';
  /** JSON; only of an inline policy. */
  readonly PermissionPolicyDocument?: string;
  readonly AddTime: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  /** Ids of the folders above it. */
  readonly path: string;
  readonly pathName: string;
}

export const PRINCIPAL_TYPES = ['User', 'Group'] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

export interface AssignmentKey {
  readonly AccessConfigurationId: string;
  readonly TargetId: string;
  readonly PrincipalType: PrincipalType;
  readonly PrincipalId: string;
}

export interface Assignment extends AssignmentKey {
  readonly CreateTime: string;
}

export interface UserProvisioning {
  readonly UserProvisioningId: string;
  readonly Status: string;
  readonly PrincipalType: PrincipalType;
  readonly PrincipalId: string;
  readonly TargetId: string;
  readonly DuplicationStrategy: 'KeepBoth' | 'TakeOver';
  readonly DeletionStrategy: 'Delete' | 'Keep';
  readonly Description: string;
  readonly CreateTime: string;
  readonly UpdateTime: string;
}

export interface MfaDevice {
  readonly DeviceId: string;
  readonly DeviceName: string;
  readonly DeviceType: 'TOTP';
  readonly EffectiveTime: string;
  readonly UserId: string;
}

export interface Task {
  readonly TaskId: string;
  readonly TaskType: 'CreateAccessAssignment' | 'DeleteAccessAssignment';
  readonly assignment: AssignmentKey;
  readonly startedAtMs: number;
  Status: 'InProgress' | 'Success' | 'Failed';
  EndTime: string;
  FailureReason: string;
  pollsLeft: number;
}

export interface PasswordRecord {
  /** The present one first. */
  readonly history: readonly string[];
  readonly mustResetAtNextLogin: boolean;
}

export interface PasswordPolicy {
  readonly MinPasswordLength: number;
  readonly MaxPasswordLength: number;
  readonly MinPasswordDifferentChars: number;
  readonly PasswordNotContainUsername: boolean;
  /** Days. */
  readonly MaxPasswordAge: number;
  readonly PasswordReusePrevention: number;
  readonly MaxLoginAttempts: number;
  readonly RequireLowerCaseChars: boolean;
  readonly RequireUpperCaseChars: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireSymbols: boolean;
  readonly HardExpire: boolean;
}

export const MFA_SETTINGS = ['Enabled', 'Byuser', 'Disabled', 'OnlyRiskyLogin'] as const;
export type MfaSetting = (typeof MFA_SETTINGS)[number];

export const OPERATIONS_FOR_RISK_LOGIN = ['Autonomous', 'EnforceVerify'] as const;
export type OperationForRiskLogin = (typeof OPERATIONS_FOR_RISK_LOGIN)[number];

/** Lower-case letters and digits after the prefix; the length is that of the vendor's masked examples. */
export function createId(prefix: string, random: (below: number) => number = randomInt): string {
  const characters = Array.from({ length: 18 }, () => random(36).toString(36));
  return `${prefix}-00${characters.join('')}`;
}

export function assignmentKey(assignment: AssignmentKey): string {
  const { AccessConfigurationId, TargetId, PrincipalType, PrincipalId } = assignment;
  return [AccessConfigurationId, TargetId, PrincipalType, PrincipalId].join(' ');
}

export function toTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
