import type { ReadContext } from '../../../domain/backend.ts';
import type { Instant } from '../../../domain/model.ts';
import type { CloudSsoClient } from '../client.ts';
import type { CloudSsoGroup, CloudSsoMfaDevice, CloudSsoUserProvisioning } from '../contract.ts';
import type { DirectorySettings } from './directory-settings.ts';
import { isNotFound } from '../failure.ts';
import { toInstant } from './instant.ts';
import { MAX_RESULTS, readAllPages } from './paging.ts';

/** An attribute that costs a call: read when a query selects it. */
export type OnDemand<T> = (
  args: unknown,
  context: { readonly read: ReadContext },
) => Promise<T | null>;

/** Attributes of a user that no row brings along. */
export interface UserAttributesOnDemand {
  /** Whether the directory has SSO logon enabled, if that was read lately; `null`: not known without a call. */
  knownSsoEnabled(): boolean | null;
  of(userId: string): Readonly<Record<string, OnDemand<unknown>>>;
}

/** A group's times, which a member's row of it lacks. */
export interface GroupTimes {
  readonly createTime: OnDemand<Instant>;
  readonly updateTime: OnDemand<Instant>;
}

/** A hint for rows that are read meanwhile, not a reason to act. */
const KNOWN_FOR_SECONDS = 5 * 60;

export function createUserAttributesOnDemand(
  client: CloudSsoClient,
  settings: Pick<DirectorySettings, 'ssoEnabled'>,
  now: () => number,
): UserAttributesOnDemand {
  let known: { readonly enabled: boolean | null; readonly until: number } | null = null;

  /** Of the whole directory, so one call serves all its users. */
  async function ssoEnabled(context: ReadContext): Promise<boolean | null> {
    const enabled = await settings.ssoEnabled(context);
    known = { enabled, until: now() + KNOWN_FOR_SECONDS * 1000 };
    return enabled;
  }

  return {
    knownSsoEnabled: () => (known !== null && now() < known.until ? known.enabled : null),
    of: (userId) => ({
      ssoEnabled: (_args, { read }) => ssoEnabled(read),
      mfaDevices: (_args, { read }) => orAbsent(mfaDevices(client, userId, read)),
      mfaAuthenticationSettings: (_args, { read }) =>
        orAbsent(client.read('GetUserMFAAuthenticationSettings', { UserId: userId }, read)),
      userProvisionings: (_args, { read }) => userProvisionings(client, userId, read),
    }),
  };
}

/** @param readGroup a read of the group that may come from a cache; `null`: it is gone */
export function groupTimesOnDemand(
  readGroup: (context: ReadContext) => Promise<CloudSsoGroup | null>,
): GroupTimes {
  return {
    createTime: async (_args, { read }) => toInstant((await readGroup(read))?.CreateTime ?? null),
    updateTime: async (_args, { read }) => toInstant((await readGroup(read))?.UpdateTime ?? null),
  };
}

async function mfaDevices(client: CloudSsoClient, userId: string, context: ReadContext) {
  const devices = await client.read('ListMFADevicesForUser', { UserId: userId }, context);
  return devices.map((wire: CloudSsoMfaDevice) => ({
    deviceId: wire.DeviceId,
    deviceName: wire.DeviceName,
    deviceType: wire.DeviceType,
    effectiveTime: toInstant(wire.EffectiveTime),
  }));
}

async function userProvisionings(client: CloudSsoClient, userId: string, context: ReadContext) {
  const readPage = (token: string | null) =>
    client.read(
      'ListUserProvisionings',
      { PrincipalType: 'User', PrincipalId: userId, MaxResults: MAX_RESULTS, NextToken: token },
      context,
    );
  return (await readAllPages(readPage)).map(toUserProvisioning);
}

function toUserProvisioning(wire: CloudSsoUserProvisioning) {
  return {
    userProvisioningId: wire.UserProvisioningId,
    status: wire.Status,
    principalType: wire.PrincipalType,
    principalId: wire.PrincipalId,
    principalName: wire.PrincipalName,
    targetType: wire.TargetType,
    targetId: wire.TargetId,
    targetName: wire.TargetName,
    targetPath: wire.TargetPath,
    duplicationStrategy: wire.DuplicationStrategy,
    deletionStrategy: wire.DeletionStrategy,
    description: wire.Description,
    createTime: toInstant(wire.CreateTime),
    updateTime: toInstant(wire.UpdateTime),
  };
}

/** A user may be deleted between the read of its row and this one. */
async function orAbsent<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
