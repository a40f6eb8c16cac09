import { isIPv4 } from 'node:net';
import type { Operations } from './operation.ts';
import { invalidParameter } from './refusal.ts';

const MAX_NETWORK_MASKS = 100;

/** Password policy and logon preferences. A value that is not sent stays as it is. */
export const policyOperations: Operations = {
  GetPasswordPolicy: ({ state }) => ({ PasswordPolicy: state.passwordPolicy }),

  SetPasswordPolicy: ({ parameters, state }) => {
    const present = state.passwordPolicy;
    const integer = (name: keyof typeof present, min: number, max: number) =>
      parameters.integer(name, { min, max });
    const policy = {
      ...present,
      MinPasswordLength: integer('MinPasswordLength', 8, 32) ?? present.MinPasswordLength,
      MinPasswordDifferentChars:
        integer('MinPasswordDifferentChars', 0, 32) ?? present.MinPasswordDifferentChars,
      PasswordNotContainUsername:
        parameters.flag('PasswordNotContainUsername') ?? present.PasswordNotContainUsername,
      MaxPasswordAge: integer('MaxPasswordAge', 1, 120) ?? present.MaxPasswordAge,
      PasswordReusePrevention:
        integer('PasswordReusePrevention', 0, 24) ?? present.PasswordReusePrevention,
      MaxLoginAttempts: integer('MaxLoginAttempts', 0, 32) ?? present.MaxLoginAttempts,
    };
    if (policy.MinPasswordDifferentChars > policy.MinPasswordLength)
      throw invalidParameter('MinPasswordDifferentChars');
    state.passwordPolicy = policy;
    return {};
  },

  GetLoginPreference: ({ state }) => ({ LoginPreference: state.loginPreference }),

  SetLoginPreference: ({ parameters, state }) => {
    const masks = parameters.text('LoginNetworkMasks') ?? state.loginPreference.LoginNetworkMasks;
    if (!areNetworkMasks(masks)) throw invalidParameter('LoginNetworkMasks');
    state.loginPreference = {
      LoginNetworkMasks: masks,
      AllowUserToGetCredentials:
        parameters.flag('AllowUserToGetCredentials') ??
        state.loginPreference.AllowUserToGetCredentials,
    };
    return {};
  },
};

/** Addresses or CIDR blocks of IPv4, separated by semicolons. */
function areNetworkMasks(text: string): boolean {
  const masks = text === '' ? [] : text.split(';');
  return (
    masks.length <= MAX_NETWORK_MASKS &&
    masks.every((mask) => {
      const [address = '', prefix = '32', ...rest] = mask.split('/');
      return isIPv4(address) && /^(?:\d|[12]\d|3[0-2])$/.test(prefix) && rest.length === 0;
    })
  );
}
