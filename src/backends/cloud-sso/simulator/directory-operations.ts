import type { Operations } from './operation.ts';
import type { DirectoryState } from './state.ts';

/** Operations of the account, the only ones without `DirectoryId`. */
export const accountOperations: Operations = {
  ListDirectories: ({ state }) => ({ TotalCounts: 1, Directories: [state.directory] }),
  GetServiceStatus: ({ state }) => ({
    ServiceStatus: {
      Status: 'Enabled',
      AccountId: state.accountId,
      RegionsInUse: [state.directory.Region],
    },
  }),
};

export const directoryOperations: Operations = {
  GetDirectory: ({ state }) => ({ Directory: state.directory }),
  GetDirectoryStatistics: ({ state, switches }) => {
    const { DirectoryId, DirectoryName, Region } = state.directory;
    return {
      DirectoryStatistics: {
        DirectoryId,
        DirectoryName,
        Region,
        UserCount: state.users.size,
        UserQuota: switches.userQuota,
        GroupCount: state.groups.size,
        GroupQuota: GROUP_QUOTA,
        AccessConfigurationCount: state.accessConfigurations.size,
        AccessConfigurationQuota: 1000,
        AccessAssignmentCount: state.assignments.size,
        SystemPolicyPerAccessConfigurationQuota: 20,
        InlinePolicyPerAccessConfigurationQuota: 1,
        SCIMServerCredentialCount: state.scimEnabled ? 1 : 0,
        InProgressTaskCount: [...state.tasks.values()].filter(
          ({ Status }) => Status === 'InProgress',
        ).length,
        SSOEnabled: state.ssoEnabled,
        SCIMSyncEnabled: state.scimEnabled,
      },
    };
  },
  GetExternalSAMLIdentityProvider: ({ state }) => ({
    SAMLIdentityProviderConfiguration: samlConfiguration(state),
  }),
  GetSCIMSynchronizationStatus: ({ state }) => ({
    SCIMSynchronizationStatus: state.scimEnabled ? 'Enabled' : 'Disabled',
  }),
};

export const GROUP_QUOTA = 500;

function samlConfiguration({ directory, ssoEnabled }: DirectoryState) {
  const { DirectoryId, CreateTime, UpdateTime } = directory;
  return {
    SSOStatus: ssoEnabled ? 'Enabled' : 'Disabled',
    EntityId: ssoEnabled ? 'https://idp.example.com/saml' : '',
    LoginUrl: ssoEnabled ? 'https://idp.example.com/saml/sso' : '',
    BindingType: 'Post',
    CertificateIds: ssoEnabled ? ['certificate-1'] : [],
    WantRequestSigned: false,
    EncodedMetadataDocument: '',
    CreateTime,
    UpdateTime,
    DirectoryId,
  };
}
