import type { RoleDirectory, UserDirectory } from '../../domain/backend.ts';
import type { BackendName, User } from '../../domain/model.ts';
import type { ReadThrough } from '../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../definition.ts';
import { createAssignments, principalKey } from './reading/assignments.ts';
import type { CloudSsoClient } from './client.ts';
import type { CloudSsoAccessConfiguration, CloudSsoGroup, CloudSsoUser } from './contract.ts';
import { createDirectorySettings, type DirectorySettings } from './reading/directory-settings.ts';
import { toUser } from './mapping.ts';
import { createMemberships } from './reading/memberships.ts';
import { createUserAttributesOnDemand } from './reading/on-demand.ts';
import { createRoleDirectory } from './reading/role-directory.ts';
import { grantsOf, type RoleGrantsOptions } from './reading/role-grants.ts';
import { createRows, type Rows } from './reading/rows.ts';
import { createUserDirectory } from './reading/user-directory.ts';

export interface CloudSsoDataSourceOptions {
  readonly backend: BackendName;
  readonly client: CloudSsoClient;
  readonly reader: ReadThrough;
  readonly filterIgnoresCase: boolean;
  /** How long a user, and the roles of a single one, are kept; 0: not at all. */
  readonly usersTtlSeconds: number;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** The ports that read, over one client and one cache. */
export interface CloudSsoDataSource {
  readonly users: Required<UserDirectory>;
  readonly roles: Required<RoleDirectory>;
  readonly settings: DirectorySettings;
  /** What the ports read from, for writes that have to look first. */
  readonly roleParts: RoleGrantsOptions;
  /**
   * Forgets after a write what is kept of a user: its row, its memberships, its assignments.
   *
   * @param configurationIds access configurations whose holders changed
   */
  forget(userId: string, configurationIds?: readonly string[]): Promise<void>;
}

export function createCloudSsoDataSource(options: CloudSsoDataSourceOptions): CloudSsoDataSource {
  const { backend, reader, now } = options;
  const { users: userRows, groups, configurations } = createAllRows(options);
  const settings = createDirectorySettings(options.client, reader);
  const onDemand = createUserAttributesOnDemand(options.client, settings, now);
  const ownLinks = { ...options, ttlSeconds: options.usersTtlSeconds };
  const memberships = createMemberships({ ...ownLinks, groups });
  const assignments = createAssignments(ownLinks);
  const users = createUserDirectory({
    users: userRows,
    toUser: (wire): User => toUser(wire, backend, onDemand),
    filterIgnoresCase: options.filterIgnoresCase,
  });
  const roleParts = { backend, groups, configurations, memberships, assignments };
  return {
    users,
    roles: {
      ...createRoleDirectory({ ...roleParts, getUsers: users.getMany }),
      grantsOf: (of, context) => grantsOf(roleParts, of, context),
    },
    settings,
    roleParts,
    forget: async (userId, configurationIds) => {
      await reader.drop([`${USER}:${userId}`]);
      await memberships.forget([userId]);
      await assignments.forget([principalKey({ type: 'User', id: userId })], configurationIds);
    },
  };
}

const USER = 'user';

function createAllRows({ client, reader, usersTtlSeconds }: CloudSsoDataSourceOptions): {
  readonly users: Rows<CloudSsoUser>;
  readonly groups: Rows<CloudSsoGroup>;
  readonly configurations: Rows<CloudSsoAccessConfiguration>;
} {
  return {
    users: createRows({
      reader,
      kind: USER,
      list: (parameters, context) => client.read('ListUsers', parameters, context),
      get: (id, context) => client.read('GetUser', { UserId: id }, context),
      idOf: ({ UserId }) => UserId,
      ttlSeconds: usersTtlSeconds,
      // ListUsers may be called 20 times a second, GetUser 100 times.
      pageWeight: 5,
    }),
    groups: createRows({
      reader,
      kind: 'group',
      list: (parameters, context) => client.read('ListGroups', parameters, context),
      get: (id, context) => client.read('GetGroup', { GroupId: id }, context),
      idOf: ({ GroupId }) => GroupId,
      ttlSeconds: COMPANIES_AND_ROLES_TTL_SECONDS,
      pageWeight: 3,
    }),
    configurations: createRows({
      reader,
      kind: 'access-configuration',
      list: (parameters, context) => client.read('ListAccessConfigurations', parameters, context),
      get: (id, context) =>
        client.read('GetAccessConfiguration', { AccessConfigurationId: id }, context),
      idOf: ({ AccessConfigurationId }) => AccessConfigurationId,
      ttlSeconds: COMPANIES_AND_ROLES_TTL_SECONDS,
      pageWeight: 3,
    }),
  };
}
