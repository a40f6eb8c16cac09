import type { ReadContext } from '../../../domain/backend.ts';
import { isBackendFailure } from '../../../domain/errors.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import type { CloudSsoClient } from '../client.ts';
import type { CloudSsoPasswordPolicy } from '../contract.ts';
import { isNotFound } from '../failure.ts';

/**
 * What holds for the whole directory, and decides what may be written in it. One call serves all its users, so each
 * setting is kept for a while even where a fresh read is asked for: CloudSSO itself refuses what it no longer allows.
 *
 * @throws GatewayError as `CloudSsoClient.read`
 */
export interface DirectorySettings {
  /** Whether users log on at an identity provider: no password can be reset then. `null`: an unknown word. */
  ssoEnabled(context: ReadContext): Promise<boolean | null>;
  /** Whether an identity provider keeps users and groups in step: those it sent cannot be changed then. */
  scimEnabled(context: ReadContext): Promise<boolean | null>;
  passwordPolicy(context: ReadContext): Promise<CloudSsoPasswordPolicy>;
}

export const LOGON_SETTINGS_TTL_SECONDS = 60;
const PASSWORD_POLICY_TTL_SECONDS = 5 * 60;

export function createDirectorySettings(
  client: CloudSsoClient,
  reader: ReadThrough,
): DirectorySettings {
  const kept = <T>(
    key: string,
    ttlSeconds: number,
    context: ReadContext,
    load: (context: ReadContext) => Promise<T>,
  ): Promise<T> => reader.read(key, ttlSeconds, { ...context, fresh: false }, load);

  return {
    ssoEnabled: async (context) =>
      toFlag(
        await kept('sso-status', LOGON_SETTINGS_TTL_SECONDS, context, async (inner) => {
          const { SSOStatus } = await client.read('GetExternalSAMLIdentityProvider', {}, inner);
          return SSOStatus ?? '';
        }),
      ),
    scimEnabled: async (context) =>
      toFlag(
        await kept('scim-status', LOGON_SETTINGS_TTL_SECONDS, context, async (inner) => {
          const status = await client.read('GetSCIMSynchronizationStatus', {}, inner);
          return status ?? '';
        }),
      ),
    passwordPolicy: (context) =>
      kept('password-policy', PASSWORD_POLICY_TTL_SECONDS, context, (inner) =>
        client.read('GetPasswordPolicy', {}, inner),
      ),
  };
}

/**
 * A setting that CloudSSO will not show, e.g. to a credential that may not read it, stops nothing: a write that it
 * forbids is then refused by CloudSSO instead. Nor does one that is not there: whether a directory that never had an
 * identity provider shows one that is disabled is not documented.
 *
 * @returns `null` when CloudSSO refused the read, or has nothing to show; an outage is still thrown
 */
export async function unlessRefused<T>(setting: Promise<T>): Promise<T | null> {
  try {
    return await setting;
  } catch (error) {
    if (isNotFound(error) || isRefusal(error)) return null;
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return isBackendFailure(error) && !error.retryable && error.code !== 'BUDGET_EXCEEDED';
}

function toFlag(status: string): boolean | null {
  if (status === 'Enabled') return true;
  return status === 'Disabled' ? false : null;
}
