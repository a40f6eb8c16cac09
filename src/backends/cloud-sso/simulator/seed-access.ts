import type { Random } from './random.ts';
import { assignmentKey, createId, toTime } from './state.ts';
import type {
  AccessConfigurationRecord,
  Account,
  Assignment,
  GroupRecord,
  PermissionPolicy,
  UserProvisioning,
  UserRecord,
} from './state.ts';

const DAY_MS = 24 * 60 * 60_000;
const FIRST_CONFIGURATION_MS = Date.UTC(2021, 10, 8, 9, 12, 40);
const FIRST_ASSIGNMENT_MS = Date.UTC(2022, 0, 17, 7, 30, 5);
const ASSIGNMENT_COUNT = 120;
const PROVISIONING_COUNT = 8;

/** Name, session in hours, system policies. */
const CONFIGURATIONS: readonly (readonly [string, number, ...string[]])[] = [
  ['Administrator', 1, 'AdministratorAccess'],
  ['ReadOnly', 8, 'ReadOnlyAccess'],
  ['Billing', 2, 'AliyunBSSFullAccess'],
  ['BillingReadOnly', 8, 'AliyunBSSReadOnlyAccess'],
  ['Auditor', 4, 'ReadOnlyAccess', 'AliyunActionTrailReadOnlyAccess'],
  ['SecurityAudit', 4, 'AliyunActionTrailFullAccess', 'AliyunConfigReadOnlyAccess'],
  ['IncidentResponse', 12, 'AliyunECSFullAccess', 'AliyunLogReadOnlyAccess'],
  ['NetworkOperator', 4, 'AliyunVPCFullAccess', 'AliyunSLBFullAccess'],
  ['NetworkReadOnly', 8, 'AliyunVPCReadOnlyAccess'],
  ['ComputeOperator', 4, 'AliyunECSFullAccess'],
  ['ComputeReadOnly', 8, 'AliyunECSReadOnlyAccess'],
  ['DatabaseAdministrator', 2, 'AliyunRDSFullAccess', 'AliyunKvstoreFullAccess'],
  ['DatabaseReadOnly', 8, 'AliyunRDSReadOnlyAccess'],
  ['StorageOperator', 4, 'AliyunOSSFullAccess'],
  ['StorageReadOnly', 8, 'AliyunOSSReadOnlyAccess'],
  ['ContainerDeveloper', 8, 'AliyunCSFullAccess', 'AliyunContainerRegistryFullAccess'],
  ['FunctionDeveloper', 8, 'AliyunFCFullAccess'],
  ['LogAnalyst', 8, 'AliyunLogReadOnlyAccess'],
  ['DataEngineer', 8, 'AliyunEMRFullAccess', 'AliyunOSSFullAccess'],
  ['DataScientist', 8, 'AliyunPAIFullAccess'],
  ['DnsOperator', 2, 'AliyunDNSFullAccess'],
  ['CertificateOperator', 2, 'AliyunYundunCertFullAccess'],
  ['KeyCustodian', 1, 'AliyunKMSFullAccess'],
  ['Support', 4, 'AliyunSupportFullAccess'],
  ['break-glass-2023', 1, 'AdministratorAccess'],
];

const ACCOUNTS = [
  ['management', ''],
  ['production', 'Core'],
  ['staging', 'Core'],
  ['shared-services', 'Core'],
  ['data-platform', 'Analytics'],
  ['sandbox', 'Analytics'],
] as const;

/** Access configurations with their policies, in the order of their creation. */
export function seedAccessConfigurations(random: Random) {
  const configurations = new Map<string, AccessConfigurationRecord>();
  const policies = new Map<string, readonly PermissionPolicy[]>();
  for (const [index, [name, hours, ...systemPolicies]] of CONFIGURATIONS.entries()) {
    const created = FIRST_CONFIGURATION_MS + index * 19 * DAY_MS + random.below(DAY_MS);
    const AccessConfigurationId = createId('ac', random.below);
    configurations.set(AccessConfigurationId, {
      AccessConfigurationId,
      AccessConfigurationName: name,
      Description: index % 4 === 3 ? '' : `${name} access, ${hours} h sessions`,
      SessionDuration: hours * 3600,
      RelayState: index % 6 === 0 ? 'https://homenew.console.aliyun.com' : '',
      StatusNotifications: index % 9 === 4 ? ['ReprovisionRequired'] : [],
      Tags: index % 5 === 0 ? [{ Key: 'owner', Value: 'platform' }] : [],
      CreateTime: toTime(created),
      UpdateTime: toTime(created + random.below(30) * DAY_MS),
    });
    policies.set(AccessConfigurationId, [
      ...systemPolicies.map((policy) => systemPolicy(policy, created)),
      ...(index % 5 === 1 ? [inlinePolicy(created)] : []),
    ]);
  }
  return { configurations, policies };
}

/** Accounts of the resource directory, the only targets of assignments. */
export function seedAccounts(random: Random): ReadonlyMap<string, Account> {
  const digits = (count: number) =>
    Array.from({ length: count }, () => String(random.below(10))).join('');
  const root = 'rd-3G7mK2/r-Wm5RQ1';
  return new Map(
    ACCOUNTS.map(([name, folder]) => {
      const id = `1${digits(15)}`;
      const path = folder === '' ? root : `${root}/fd-${folder === 'Core' ? 'c0Re7xQ' : 'aN4Lyt1'}`;
      const pathName = folder === '' ? 'root' : `root/${folder}`;
      return [id, { id, name, path: `${path}/${id}`, pathName: `${pathName}/${name}` }];
    }),
  );
}

interface AccessParts {
  readonly users: ReadonlyMap<string, UserRecord>;
  readonly groups: ReadonlyMap<string, GroupRecord>;
  readonly configurations: ReadonlyMap<string, AccessConfigurationRecord>;
  readonly accounts: ReadonlyMap<string, Account>;
}

export function seedAssignments(random: Random, parts: AccessParts): Map<string, Assignment> {
  const assignments = new Map<string, Assignment>();
  const target = targetPicker(random, parts);
  const configurationIds = [...parts.configurations.keys()];
  let time = FIRST_ASSIGNMENT_MS;
  while (assignments.size < ASSIGNMENT_COUNT) {
    time += random.below(9 * DAY_MS);
    const assignment = {
      ...target(),
      AccessConfigurationId: configurationIds[random.below(configurationIds.length)] ?? '',
      CreateTime: toTime(time),
    };
    const key = assignmentKey(assignment);
    if (!assignments.has(key)) assignments.set(key, assignment);
  }
  return assignments;
}

export function seedUserProvisionings(random: Random, parts: AccessParts) {
  const target = targetPicker(random, parts);
  const provisionings = new Map<string, UserProvisioning>();
  for (let index = 0; index < PROVISIONING_COUNT; index += 1) {
    const UserProvisioningId = createId('up', random.below);
    const created = toTime(FIRST_ASSIGNMENT_MS + index * 40 * DAY_MS);
    provisionings.set(UserProvisioningId, {
      ...target(),
      UserProvisioningId,
      Status: 'Enabled', // Which values there are is not published.
      DuplicationStrategy: random.pick(['KeepBoth', 'TakeOver']),
      DeletionStrategy: random.pick(['Keep', 'Delete']),
      Description: '',
      CreateTime: created,
      UpdateTime: created,
    });
  }
  return provisionings;
}

/** Picks who is given access and where; the management account is left out. */
function targetPicker(random: Random, { users, groups, accounts }: AccessParts) {
  const ids = { User: [...users.keys()], Group: [...groups.keys()] };
  const accountIds = [...accounts.keys()].slice(1);
  return () => {
    const PrincipalType = random.pick(['User', 'User', 'Group']);
    const principals = ids[PrincipalType];
    return {
      PrincipalType,
      PrincipalId: principals[random.below(principals.length)] ?? '',
      TargetId: accountIds[random.below(accountIds.length)] ?? '',
    };
  };
}

function systemPolicy(name: string, addedAtMs: number): PermissionPolicy {
  return {
    PermissionPolicyName: name,
    PermissionPolicyType: 'System',
    AddTime: toTime(addedAtMs + 60_000),
  };
}

function inlinePolicy(addedAtMs: number): PermissionPolicy {
  const statement = { Effect: 'Deny', Action: ['ram:*'], Resource: ['*'] };
  return {
    PermissionPolicyName: 'InlinePolicy',
    PermissionPolicyType: 'Inline',
    PermissionPolicyDocument: JSON.stringify({ Version: '1', Statement: [statement] }),
    AddTime: toTime(addedAtMs + 120_000),
  };
}
