import { timeOf, userOf } from './operation.ts';
import type { Operations } from './operation.ts';
import { entityNotExists } from './refusal.ts';
import { MFA_SETTINGS, OPERATIONS_FOR_RISK_LOGIN, STATUSES } from './state.ts';

export const mfaOperations: Operations = {
  ListMFADevicesForUser: (context) => {
    const user = userOf(context);
    const MFADevices = [...context.state.mfaDevices.values()].filter(
      ({ UserId }) => UserId === user.UserId,
    );
    return { TotalCounts: MFADevices.length, MFADevices };
  },

  DeleteMFADeviceForUser: (context) => {
    const { parameters, state } = context;
    const user = userOf(context);
    const device = state.mfaDevices.get(parameters.required('MFADeviceId'));
    if (device?.UserId !== user.UserId) throw entityNotExists('MFADevice');
    state.mfaDevices.delete(device.DeviceId);
    return {};
  },

  GetUserMFAAuthenticationSettings: (context) => ({
    UserMFAAuthenticationSettings: userOf(context).mfaSetting,
  }),

  UpdateUserMFAAuthenticationSettings: (context) => {
    const user = userOf(context);
    user.mfaSetting = context.parameters.requiredChoice('UserMFAAuthenticationSettings', STATUSES);
    user.UpdateTime = timeOf(context);
    return {};
  },

  GetMFAAuthenticationSettingInfo: ({ state }) => ({
    MFAAuthenticationSettingInfo: {
      // The lower-case `fa` is the vendor's.
      MfaAuthenticationAdvanceSettings: state.mfaSetting,
      OperationForRiskLogin: state.operationForRiskLogin,
    },
  }),

  UpdateMFAAuthenticationSettings: ({ parameters, state }) => {
    const operation = parameters.choice('OperationForRiskLogin', OPERATIONS_FOR_RISK_LOGIN);
    state.mfaSetting = parameters.requiredChoice('MFAAuthenticationSettings', MFA_SETTINGS);
    state.operationForRiskLogin = operation ?? state.operationForRiskLogin;
    return {};
  },

  GetMFAAuthenticationSettings: ({ state }) => ({
    MFAAuthenticationAdvanceSettings: state.mfaSetting,
  }),

  GetMFAAuthenticationStatus: ({ state }) => ({
    MFAAuthenticationStatus: state.mfaSetting === 'Disabled' ? 'Disabled' : 'Enabled',
  }),

  SetMFAAuthenticationStatus: ({ parameters, state }) => {
    state.mfaSetting = parameters.requiredChoice('MFAAuthenticationStatus', STATUSES);
    return {};
  },
};
