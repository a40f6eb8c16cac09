import type { PlannedCall } from '../../../domain/user-write.ts';
import { encodePath } from '../../../http/encode.ts';
import type { CloudAdministrationSettings } from '../settings.ts';

/** A call that changes something, as it is planned and as it is sent. */
export interface WriteCall extends PlannedCall {
  readonly method: 'POST' | 'PUT';
}

/** Every write of the users' part of the API, at its address in the configured version. */
export interface WriteCalls {
  /** Starts the job that creates, updates and deletes users. */
  readonly writeUsers: WriteCall;
  readonly changeStatus: WriteCall;
  readonly changeLock: WriteCall;
  /** @param notifies whether every user of the request is mailed */
  manualReset(notifies: boolean): WriteCall;
  /** For one user, without a body. @returns `null` for a login such as `..`, which no address can carry */
  autoReset(login: string): WriteCall | null;
  /** For a list of logins. */
  readonly autoResetMany: WriteCall;
}

export function createWriteCalls({
  apiVersion,
}: Pick<CloudAdministrationSettings, 'apiVersion'>): WriteCalls {
  const user = apiVersion === 3 ? '/v3/user' : '/user';
  return {
    writeUsers: { method: 'POST', path: user, operation: 'WriteUsers' },
    changeStatus: { method: 'PUT', path: `${user}/change-status`, operation: 'ChangeStatus' },
    changeLock: { method: 'PUT', path: `${user}/change-lock`, operation: 'ChangeLock' },
    manualReset: (notifies) => ({
      method: 'PUT',
      path: `${user}/manual-reset-pwd/${notifies}`,
      operation: 'ManualResetPassword',
    }),
    autoReset: (login) =>
      login === '' || login === '.' || login === '..' || !login.isWellFormed()
        ? null
        : {
            method: 'PUT',
            path: `${user}${encodePath`/${login}/auto-reset-pwd`}`,
            operation: 'AutoResetPassword',
          },
    autoResetMany: {
      method: 'PUT',
      path: `${user}/auto-reset-pwd`,
      operation: 'AutoResetPasswords',
    },
  };
}
