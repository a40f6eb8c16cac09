import { orThrow } from '../../../domain/answers.ts';
import type { ReadContext } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import type { UserError } from '../../../domain/user-write.ts';
import { userError } from '../../../http/write-outcome.ts';
import { principalKey } from '../reading/assignments.ts';
import type { CloudSsoClient } from '../client.ts';
import type { RoleGrantsOptions } from '../reading/role-grants.ts';

export interface DeletionOptions {
  readonly client: CloudSsoClient;
  readonly parts: RoleGrantsOptions;
}

/**
 * What keeps CloudSSO from deleting a user: its groups, the access configurations assigned to it, its MFA devices.
 *
 * @returns every obstacle with what to do about it, as read now; empty when there is none
 */
export async function obstaclesToDeletion(
  { client, parts }: DeletionOptions,
  user: User,
  context: ReadContext,
): Promise<readonly UserError[]> {
  const userId = user.ref.nativeId;
  const principal = principalKey({ type: 'User', id: userId });
  const now = { ...context, fresh: true };
  const [memberships, assignments, devices] = await Promise.all([
    parts.memberships.of([userId], now),
    parts.assignments.of([principal], now),
    client.read('ListMFADevicesForUser', { UserId: userId }, now),
  ]);
  return [
    ...(orThrow(memberships.get(userId)) ?? []).map(({ GroupName }) =>
      obstacle(`The user is a member of the group ${GroupName}. Remove it from the group first.`),
    ),
    ...(orThrow(assignments.get(principal)) ?? []).map(({ AccessConfigurationId, TargetId }) =>
      obstacle(
        `The access configuration ${AccessConfigurationId} is assigned to the user on the account ${TargetId}. Remove the assignment first.`,
      ),
    ),
    ...devices.map(({ DeviceId }) =>
      obstacle(
        `The user has the MFA device ${DeviceId}. Delete it at CloudSSO first; this gateway cannot.`,
      ),
    ),
  ];
}

function obstacle(message: string): UserError {
  return userError('CONFLICT', message, { path: ['userId'] });
}
