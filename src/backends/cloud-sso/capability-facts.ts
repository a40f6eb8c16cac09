import type { BackendVersion, CapabilityFact } from '../description.ts';
import { API_VERSION } from './credential.ts';

export const VERSIONS: readonly BackendVersion[] = [
  {
    name: API_VERSION,
    environment: {
      CLOUD_SSO_ENDPOINT: 'https://cloudsso.cn-shanghai.aliyuncs.com',
      CLOUD_SSO_DIRECTORY_ID: 'd-invented',
      CLOUD_SSO_ACCESS_KEY_ID: 'invented',
      CLOUD_SSO_ACCESS_KEY_SECRET: 'invented',
    },
  },
];

const versions = [API_VERSION];

/** From Alibaba Cloud's help pages and its machine-readable description of the interface. */
export const FACTS: readonly CapabilityFact[] = [
  {
    capability: 'USERS_READ',
    versions,
    operation: 'GetUser, ListUsers with a Filter',
    confidence: 'documented',
    note: 'By UserId; by name through a filter that is documented to ignore case (CLOUD_SSO_FILTER_IGNORES_CASE).',
  },
  {
    capability: 'USERS_LIST',
    versions,
    operation: 'ListUsers',
    confidence: 'documented',
    note: '100 rows a page at most, 20 calls a second; the order is not documented.',
  },
  {
    capability: 'ROLES_READ',
    versions,
    operation:
      'ListGroups, ListGroupMembers, ListJoinedGroupsForUser, ListAccessConfigurations, ListAccessAssignments',
    confidence: 'inferred',
    note: 'CloudSSO has no roles: groups and access configurations are taken for them.',
  },
  {
    capability: 'USERS_CREATE',
    versions,
    operation: 'CreateUser',
    confidence: 'documented',
    note: 'Without a password. No call can be repeated safely: there is no token for it.',
  },
  {
    capability: 'USERS_UPDATE',
    versions,
    operation: 'UpdateUser',
    confidence: 'inferred',
    note: 'That what is left out stays is inferred; that an empty value clears is the vendor’s own client’s way (CLOUD_SSO_EMPTY_VALUE_CLEARS).',
  },
  {
    capability: 'USERS_ACTIVATE',
    versions,
    operation: 'UpdateUserStatus',
    confidence: 'documented',
    note: 'Enabled or Disabled.',
  },
  {
    capability: 'USERS_DELETE',
    versions,
    operation: 'DeleteUser',
    confidence: 'documented',
    note: 'Refused while the user has groups, assignments or devices.',
  },
  {
    capability: 'ROLES_ASSIGN',
    versions,
    operation:
      'AddUserToGroup, RemoveUserFromGroup, CreateAccessAssignment, DeleteAccessAssignment, GetTask',
    confidence: 'documented',
    note: 'An assignment is a task that is waited for.',
  },
  {
    capability: 'PASSWORDS_RESET',
    versions,
    operation: 'ResetUserPassword',
    confidence: 'documented',
    note: 'Refused once the directory has SSO logon enabled; the code of that refusal is not documented.',
  },
];
