import type { User } from '../../../domain/model.ts';
import type { ResetOption, ResetProfile, ResetRoute } from '../../../domain/password-reset.ts';
import { userError, type UserError } from '../../../domain/user-write.ts';

/** After a password was set no change is ever due; only an automatic reset, see below, makes one so. */
const SETTING = { mode: 'NATIVE', changeAtNextLogin: 'NOT_REQUIRED', risks: [] } as const;

const SET: ResetRoute = {
  ...SETTING,
  code: 'SET',
  source: 'PROVIDED',
  delivery: 'NONE',
  guarantees: {
    PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    PASSWORD_DELIVERED: ['NOT_MET', 'GATEWAY_ACTION'],
    USER_NOTIFIED: ['NOT_MET', 'GATEWAY_ACTION'],
    NOBODY_ELSE_KNOWS_PASSWORD: ['NOT_MET', 'GATEWAY_ACTION'],
    PASSWORD_UNIQUE: ['UNKNOWN', 'NONE'],
  },
};

/** What the notification holds is not documented: it is treated as disclosing the password. */
const SET_AND_NOTIFY: ResetRoute = {
  ...SET,
  code: 'SET_AND_NOTIFY',
  delivery: 'EMAIL',
  risks: ['PASSWORD_IN_EMAIL'],
  guarantees: {
    ...SET.guarantees,
    PASSWORD_DELIVERED: ['UNKNOWN', 'NONE'],
    USER_NOTIFIED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
  },
};

const SET_GENERATED: ResetRoute = {
  ...SET,
  code: 'SET_GENERATED',
  source: 'GENERATED',
  delivery: 'RETURN',
  mode: 'EMULATED',
  guarantees: {
    ...SET.guarantees,
    PASSWORD_DELIVERED: ['MET', 'GATEWAY_ACTION'],
    PASSWORD_UNIQUE: ['MET', 'GATEWAY_ACTION'],
  },
};

const SCRAMBLE: ResetRoute = {
  ...SET_GENERATED,
  code: 'SCRAMBLE',
  delivery: 'NONE',
  guarantees: {
    ...SET_GENERATED.guarantees,
    PASSWORD_DELIVERED: ['NOT_MET', 'GATEWAY_ACTION'],
    NOBODY_ELSE_KNOWS_PASSWORD: ['MET', 'GATEWAY_ACTION'],
  },
};

/** The backend makes the password up and always notifies the user. */
const AUTO_RESET: ResetRoute = {
  ...SETTING,
  code: 'AUTO_RESET',
  source: 'GENERATED',
  delivery: 'EMAIL',
  changeAtNextLogin: 'REQUIRED',
  guarantees: {
    PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    PASSWORD_DELIVERED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    USER_NOTIFIED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    NOBODY_ELSE_KNOWS_PASSWORD: ['MET', 'BACKEND_DOCUMENTATION'],
    PASSWORD_UNIQUE: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
  },
};

/** Every account of this backend can be reset alike. */
export const PROFILE: ResetProfile = {
  accountClass: 'CLOUD_ADMINISTRATION',
  recommended: 'AUTO_RESET',
  routes: [SET, SET_AND_NOTIFY, AUTO_RESET, SET_GENERATED, SCRAMBLE],
};

/** What keeps an account from being reset. An account that has expired or is not yet valid can be. */
export function obstaclesOf(user: User, { delivery }: ResetOption): readonly UserError[] {
  const obstacles: UserError[] = [];
  if (user.status === 'DISABLED')
    obstacles.push(userError('ACCOUNT_NOT_ACTIVE', 'The account is disabled. Enable it first.'));
  if (user.password?.userCanChange === false)
    obstacles.push(
      userError('PASSWORD_MANAGED_EXTERNALLY', 'The password of this account must not be changed.'),
    );
  if (delivery === 'EMAIL' && user.emails.length === 0)
    obstacles.push(
      userError('NO_DELIVERY_ADDRESS', 'The account has no e-mail address to notify.'),
    );
  return obstacles;
}
