import { createRandom } from './random.ts';
import {
  seedAccessConfigurations,
  seedAccounts,
  seedAssignments,
  seedUserProvisionings,
} from './seed-access.ts';
import { seedGroups, seedMemberships, seedMfaDevices, seedUsers } from './seed-people.ts';
import type { DirectoryState, PasswordPolicy } from './state.ts';
import type { Switches } from './switches.ts';

const SEED = 20210515;

/** As the console sets it for a new directory; the number of different characters is that of the newest documentation. */
const PASSWORD_POLICY: PasswordPolicy = {
  MinPasswordLength: 8,
  MaxPasswordLength: 32,
  MinPasswordDifferentChars: 3,
  PasswordNotContainUsername: true,
  MaxPasswordAge: 90,
  PasswordReusePrevention: 1,
  MaxLoginAttempts: 5,
  RequireLowerCaseChars: true,
  RequireUpperCaseChars: true,
  RequireNumbers: true,
  RequireSymbols: true,
  HardExpire: true,
};

/** A directory that looks used: the same people, groups and assignments at every start. Nobody has a password yet. */
export function seedDirectory(switches: Switches): DirectoryState {
  const random = createRandom(SEED);
  const accounts = new Map(seedAccounts(random));
  const users = seedUsers(random, switches.userCount);
  const groups = seedGroups(random);
  const { configurations, policies } = seedAccessConfigurations(random);
  const access = { users, groups, configurations, accounts };
  return {
    directory: {
      DirectoryId: switches.directoryId,
      DirectoryName: 'example-corporation',
      Region: 'cn-shanghai',
      CreateTime: '2021-10-26T03:03:42Z',
      UpdateTime: '2021-10-26T06:43:55Z',
    },
    accountId: [...accounts.keys()][0] ?? '',
    users,
    groups,
    memberships: seedMemberships(random, users, groups),
    accessConfigurations: configurations,
    permissionPolicies: policies,
    accounts,
    assignments: seedAssignments(random, access),
    userProvisionings: seedUserProvisionings(random, access),
    mfaDevices: seedMfaDevices(random, users),
    tasks: new Map(),
    passwords: new Map(),
    passwordPolicy: PASSWORD_POLICY,
    loginPreference: { LoginNetworkMasks: '', AllowUserToGetCredentials: true },
    mfaSetting: 'Byuser',
    operationForRiskLogin: 'Autonomous',
    ssoEnabled: switches.ssoEnabled,
    scimEnabled: switches.scimEnabled,
  };
}
