import { assignmentFilter, principalName, TARGET_TYPE, toAssignment } from './assignment.ts';
import { nameFilter } from './filter.ts';
import type { OperationContext, Operations } from './operation.ts';
import { pageOf } from './paging.ts';
import { entityNotExists } from './refusal.ts';
import type { AccessConfigurationRecord, DirectoryState, UserProvisioning } from './state.ts';

export const accessOperations: Operations = {
  ListAccessConfigurations: (context) => {
    const { parameters, state } = context;
    const matchesName = nameFilter(context, 'AccessConfigurationName');
    const notification = parameters.choice('StatusNotifications', ['ReprovisionRequired']);
    const tags = parameters.tags();
    return pageOf(context, {
      name: 'AccessConfigurations',
      rows: [...state.accessConfigurations.values()].filter(
        (configuration) =>
          matchesName(configuration.AccessConfigurationName) &&
          (notification === null || configuration.StatusNotifications.includes(notification)) &&
          tags.every((tag) =>
            configuration.Tags.some(({ Key, Value }) => Key === tag.Key && Value === tag.Value),
          ),
      ),
      orderOf: ({ CreateTime, AccessConfigurationId }) => `${CreateTime} ${AccessConfigurationId}`,
      toMember: (configuration) => configuration,
    });
  },

  GetAccessConfiguration: (context) => ({ AccessConfiguration: configurationOf(context) }),

  ListPermissionPoliciesInAccessConfiguration: (context) => {
    const { parameters, state } = context;
    const configuration = configurationOf(context);
    const type = parameters.choice('PermissionPolicyType', ['System', 'Inline']);
    const all = state.permissionPolicies.get(configuration.AccessConfigurationId) ?? [];
    const PermissionPolicies = all.filter(
      ({ PermissionPolicyType }) => type === null || PermissionPolicyType === type,
    );
    return { TotalCounts: PermissionPolicies.length, PermissionPolicies };
  },

  ListAccessAssignments: (context) => {
    const { parameters, state } = context;
    const matches = assignmentFilter(parameters);
    const configurationId = parameters.text('AccessConfigurationId');
    return pageOf(context, {
      name: 'AccessAssignments',
      rows: [...state.assignments.values()].filter(
        (assignment) =>
          matches(assignment) &&
          (!configurationId || assignment.AccessConfigurationId === configurationId),
      ),
      orderOf: (assignment) =>
        `${assignment.CreateTime} ${assignment.AccessConfigurationId} ${assignment.TargetId} ${assignment.PrincipalId}`,
      toMember: (assignment) => ({
        ...toAssignment(assignment, state),
        CreateTime: assignment.CreateTime,
      }),
      maxResults: 20,
    });
  },

  ListUserProvisionings: (context) => {
    const { parameters, state } = context;
    return pageOf(context, {
      name: 'UserProvisionings',
      rows: [...state.userProvisionings.values()].filter(assignmentFilter(parameters)),
      orderOf: ({ CreateTime, UserProvisioningId }) => `${CreateTime} ${UserProvisioningId}`,
      toMember: (provisioning) => toUserProvisioning(provisioning, state),
    });
  },
};

function toUserProvisioning(provisioning: UserProvisioning, state: DirectoryState) {
  const { PrincipalType, PrincipalId, TargetId, ...own } = provisioning;
  const account = state.accounts.get(TargetId);
  return {
    ...own,
    PrincipalType,
    PrincipalId,
    PrincipalName: principalName(provisioning, state) ?? '',
    TargetType: TARGET_TYPE,
    TargetId,
    TargetName: account?.name ?? '',
    TargetPath: account?.path ?? '',
    OwnerPk: state.accountId,
    DirectoryId: state.directory.DirectoryId,
  };
}

function configurationOf({ parameters, state }: OperationContext): AccessConfigurationRecord {
  const id = parameters.required('AccessConfigurationId');
  const configuration = state.accessConfigurations.get(id);
  if (configuration === undefined) throw entityNotExists('AccessConfiguration');
  return configuration;
}
