import type { ResetProfile } from '../../domain/password-reset.ts';

/**
 * What CloudSSO's one call can do for every user: it takes a password or makes one, returns the one it made once, tells
 * nobody else, and lets the call choose whether the user must change it.
 *
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-resetuserpassword
 */
export const CLOUD_SSO_PROFILE: ResetProfile = {
  accountClass: 'CLOUD_SSO',
  recommended: 'GENERATE',
  routes: [
    {
      code: 'SET',
      source: 'PROVIDED',
      delivery: 'NONE',
      mode: 'NATIVE',
      changeAtNextLogin: 'CHOSEN',
      risks: [],
      guarantees: {
        PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
        PASSWORD_DELIVERED: ['NOT_MET', 'GATEWAY_ACTION'],
        USER_NOTIFIED: ['NOT_MET', 'GATEWAY_ACTION'],
        NOBODY_ELSE_KNOWS_PASSWORD: ['NOT_MET', 'GATEWAY_ACTION'],
        PASSWORD_UNIQUE: ['UNKNOWN', 'NONE'],
      },
    },
    {
      code: 'GENERATE',
      source: 'GENERATED',
      delivery: 'RETURN',
      mode: 'NATIVE',
      changeAtNextLogin: 'CHOSEN',
      risks: [],
      guarantees: {
        PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
        PASSWORD_DELIVERED: ['MET', 'GATEWAY_ACTION'],
        USER_NOTIFIED: ['NOT_MET', 'GATEWAY_ACTION'],
        NOBODY_ELSE_KNOWS_PASSWORD: ['NOT_MET', 'GATEWAY_ACTION'],
        PASSWORD_UNIQUE: ['MET', 'BACKEND_DOCUMENTATION'],
      },
    },
    {
      code: 'SCRAMBLE',
      source: 'GENERATED',
      delivery: 'NONE',
      mode: 'NATIVE',
      changeAtNextLogin: 'CHOSEN',
      risks: [],
      guarantees: {
        PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
        PASSWORD_DELIVERED: ['NOT_MET', 'GATEWAY_ACTION'],
        USER_NOTIFIED: ['NOT_MET', 'GATEWAY_ACTION'],
        NOBODY_ELSE_KNOWS_PASSWORD: ['MET', 'BACKEND_DOCUMENTATION'],
        PASSWORD_UNIQUE: ['MET', 'BACKEND_DOCUMENTATION'],
      },
    },
  ],
};
