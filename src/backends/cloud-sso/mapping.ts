import type { BackendName, Instant, Role, User, UserStatus } from '../../domain/model.ts';
import type {
  CloudSsoAccessConfiguration,
  CloudSsoGroup,
  CloudSsoJoinedGroup,
  CloudSsoTag,
  CloudSsoUser,
} from './contract.ts';
import { toInstant } from './reading/instant.ts';
import type { GroupTimes, UserAttributesOnDemand } from './reading/on-demand.ts';

/**
 * Alibaba Cloud CloudSSO to the domain.
 *
 * | Domain                      | CloudSSO                                                  |
 * | --------------------------- | --------------------------------------------------------- |
 * | User, native id             | UserId                                                    |
 * | login                       | UserName: unique in the directory, never changed          |
 * | displayName                 | DisplayName, else UserName                                |
 * | emails                      | Email, one at most                                        |
 * | status                      | Enabled ACTIVE, Disabled DISABLED                         |
 * | sso                         | ExternalId.Id, ProvisionType; the directory's SSO status  |
 * | company, currency, language | none: CloudSSO has no such thing                          |
 * | Role                        | group GROUP, access configuration ACCESS_CONFIGURATION    |
 *
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-getuser
 */
export function toUser(
  wire: CloudSsoUser,
  backend: BackendName,
  onDemand: UserAttributesOnDemand,
): User {
  return {
    ref: { backend, nativeId: wire.UserId },
    login: wire.UserName,
    emails: wire.Email === null ? [] : [wire.Email],
    displayName: wire.DisplayName ?? wire.UserName, // required in the schema, optional at CloudSSO
    firstName: wire.FirstName,
    middleName: null,
    lastName: wire.LastName,
    jobTitle: null,
    phone: null,
    employeeNumber: null,
    description: wire.Description,
    status: toStatus(wire.Status),
    nativeStatus: wire.Status,
    locked: null,
    type: null,
    companyRef: null,
    roleGrants: null,
    currencyCode: null,
    languageCode: null,
    timeZone: null,
    password: null,
    sso: {
      enabled: onDemand.knownSsoEnabled(),
      externalId: wire.ExternalId?.Id ?? null,
      provisionedBy: wire.ProvisionType,
      nativeMode: null,
    },
    createdAt: toInstant(wire.CreateTime),
    updatedAt: toInstant(wire.UpdateTime),
    lastLoginAt: null,
    details: {
      __typename: 'CloudSsoUserDetails',
      description: wire.Description,
      provisionType: wire.ProvisionType,
      externalId: wire.ExternalId?.Id ?? null,
      externalIdIssuer: wire.ExternalId?.Issuer ?? null,
      tags: toTags(wire.Tags),
      ...onDemand.of(wire.UserId),
    },
  };
}

/** A group as a list of groups, or a read of one, shows it. */
export function toGroupRole(wire: CloudSsoGroup, backend: BackendName): Role {
  return groupRole(wire, backend, {
    createTime: toInstant(wire.CreateTime),
    updateTime: toInstant(wire.UpdateTime),
  });
}

/** A group as its member's row shows it: its times are read when they are asked for. */
export function toJoinedGroupRole(
  wire: CloudSsoJoinedGroup,
  backend: BackendName,
  times: GroupTimes,
): Role {
  return groupRole(wire, backend, times);
}

export function toAccessConfigurationRole(
  wire: CloudSsoAccessConfiguration,
  backend: BackendName,
): Role {
  return {
    ref: { backend, nativeId: wire.AccessConfigurationId },
    name: wire.AccessConfigurationName,
    displayName: wire.AccessConfigurationName,
    description: wire.Description,
    kind: 'ACCESS_CONFIGURATION',
    companyRef: null,
    details: {
      __typename: 'CloudSsoRoleDetails',
      provisionType: null,
      sessionDuration: wire.SessionDuration,
      relayState: wire.RelayState,
      statusNotifications: wire.StatusNotifications ?? [],
      tags: toTags(wire.Tags),
      createTime: toInstant(wire.CreateTime),
      updateTime: toInstant(wire.UpdateTime),
    },
  };
}

function groupRole(
  wire: CloudSsoJoinedGroup,
  backend: BackendName,
  times: GroupTimes | Readonly<Record<keyof GroupTimes, Instant | null>>,
): Role {
  return {
    ref: { backend, nativeId: wire.GroupId },
    name: wire.GroupName,
    displayName: wire.GroupName,
    description: wire.Description,
    kind: 'GROUP',
    companyRef: null,
    details: {
      __typename: 'CloudSsoRoleDetails',
      provisionType: wire.ProvisionType,
      sessionDuration: null,
      relayState: null,
      statusNotifications: null,
      tags: null,
      ...times,
    },
  };
}

function toStatus(native: string | null): UserStatus {
  if (native === 'Enabled') return 'ACTIVE';
  return native === 'Disabled' ? 'DISABLED' : 'UNKNOWN';
}

function toTags(wire: readonly CloudSsoTag[] | null) {
  return (wire ?? []).map(({ Key, Value }) => ({ key: Key, value: Value ?? '' }));
}
