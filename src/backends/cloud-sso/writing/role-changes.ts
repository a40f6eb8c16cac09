import { allOrThrow, orThrow } from '../../../domain/answers.ts';
import type { ReadContext } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import type { RoleGrantChange, UserError } from '../../../domain/user-write.ts';
import { userError } from '../../../http/write-outcome.ts';
import { principalKey, type Principal } from '../reading/assignments.ts';
import type { CloudSsoGroup } from '../contract.ts';
import { unlessRefused, type DirectorySettings } from '../reading/directory-settings.ts';
import type { UserGroup } from '../reading/memberships.ts';
import { isAccessConfigurationId } from '../reading/role-directory.ts';
import type { RoleGrantsOptions } from '../reading/role-grants.ts';
import type { WriteCall } from './write-call.ts';

/** One call of a change of roles. */
export interface RoleStep extends WriteCall {
  /** The entry of the mutation's input that asks for it. */
  readonly path: readonly string[];
  /** The access configuration that is assigned or taken away; `null` for a membership. */
  readonly configurationId: string | null;
}

export type RolePlan =
  { readonly steps: readonly RoleStep[] } | { readonly refused: readonly UserError[] };

export interface RoleChange {
  readonly add: readonly RoleGrantChange[];
  readonly remove: readonly RoleGrantChange[];
}

export interface RolePlanOptions {
  readonly parts: RoleGrantsOptions;
  readonly settings: DirectorySettings;
}

/**
 * Works out which calls bring about a change of roles: those that add to groups, that remove from groups, that assign
 * access configurations, that take them away, in this order. What the user holds already, or does not hold, needs none.
 *
 * Memberships and direct assignments are read now. What a user holds through a group is the group's: it is left alone.
 */
export async function planRoleChange(
  options: RolePlanOptions,
  { user, change }: { readonly user: User; readonly change: RoleChange },
  context: ReadContext,
): Promise<RolePlan> {
  const malformed = [...change.add, ...change.remove].flatMap(refusedScope);
  if (malformed.length > 0) return { refused: malformed };
  const now = { ...context, fresh: true };
  const held = await readHeld(options.parts, { user, change }, now);
  const add = distinct(change.add).filter((grant) => !held.direct.has(keyOf(grant)));
  const remove = distinct(change.remove).filter((grant) => held.direct.has(keyOf(grant)));
  const refused = [
    ...refusedContradictions(change),
    ...refusedInherited(change.remove, held),
    ...(await refusedRoles(options, { add, remove, joined: held.groups }, now)),
  ];
  return refused.length > 0 ? { refused } : { steps: toSteps(user, { add, remove }) };
}

/** What a user holds; grants by `keyOf`. */
interface Held {
  readonly groups: ReadonlyMap<string, UserGroup>;
  readonly direct: ReadonlySet<string>;
  /** The group through which it is held. */
  readonly inherited: ReadonlyMap<string, UserGroup>;
}

async function readHeld(
  { memberships, assignments }: RoleGrantsOptions,
  { user, change }: { readonly user: User; readonly change: RoleChange },
  context: ReadContext,
): Promise<Held> {
  const userId = user.ref.nativeId;
  const own: Principal = { type: 'User', id: userId };
  const joined = orThrow((await memberships.of([userId], context)).get(userId)) ?? [];
  // What comes from groups matters only to a removal.
  const sources = [
    ...([...change.add, ...change.remove].some(isAssignment) ? [own] : []),
    ...(change.remove.some(isAssignment) ? joined.map(toPrincipal) : []),
  ];
  const assigned = allOrThrow(await assignments.of(sources.map(principalKey), context));
  const keysOf = (principal: Principal): readonly string[] =>
    (assigned.get(principalKey(principal)) ?? []).map((row) =>
      keyOf({ roleId: row.AccessConfigurationId, scope: row.TargetId }),
    );
  return {
    groups: new Map(joined.map((group) => [group.GroupId, group])),
    direct: new Set([...joined.map(({ GroupId }) => GroupId), ...keysOf(own)]),
    inherited: new Map(
      joined.flatMap((group) => keysOf(toPrincipal(group)).map((key) => [key, group] as const)),
    ),
  };
}

function toPrincipal({ GroupId }: UserGroup): Principal {
  return { type: 'Group', id: GroupId };
}

function isAssignment({ roleId }: RoleGrantChange): boolean {
  return isAccessConfigurationId(roleId);
}

function isMembership(grant: RoleGrantChange): boolean {
  return !isAssignment(grant);
}

function keyOf({ roleId, scope }: Pick<RoleGrantChange, 'roleId' | 'scope'>): string {
  return scope === null ? roleId : `${roleId} ${scope}`;
}

function distinct(grants: readonly RoleGrantChange[]): readonly RoleGrantChange[] {
  return [...new Map(grants.toReversed().map((grant) => [keyOf(grant), grant])).values()].reverse();
}

function refusedScope(grant: RoleGrantChange): readonly UserError[] {
  const { scope, path } = grant;
  if (isAssignment(grant) === Boolean(scope)) return [];
  const message = isAssignment(grant)
    ? 'An access configuration holds on one account. Name the account.'
    : 'A group holds everywhere. Leave this out.';
  return [userError('INVALID', message, { path: [...path, 'scope'] })];
}

function refusedContradictions({ add, remove }: RoleChange): readonly UserError[] {
  const added = new Set(add.map(keyOf));
  return remove
    .filter((grant) => added.has(keyOf(grant)))
    .map(({ path }) => userError('INVALID', 'This is to be added and removed at once.', { path }));
}

function refusedInherited(
  remove: readonly RoleGrantChange[],
  { direct, inherited }: Held,
): readonly UserError[] {
  return remove.flatMap((grant) => {
    const group = inherited.get(keyOf(grant));
    if (group === undefined || direct.has(keyOf(grant))) return [];
    const message = `The user holds this through the group ${group.GroupName}. Remove the user from the group, or change the group at CloudSSO.`;
    return [userError('INVALID', message, { path: grant.path })];
  });
}

interface RoleLookup extends RoleChange {
  readonly joined: ReadonlyMap<string, UserGroup>;
}

/** Roles that do not exist, and groups that CloudSSO does not let anybody change. */
async function refusedRoles(
  { parts, settings }: RolePlanOptions,
  { add, remove, joined }: RoleLookup,
  context: ReadContext,
): Promise<readonly UserError[]> {
  const idsOf = (grants: readonly RoleGrantChange[]) => grants.map(({ roleId }) => roleId);
  const newGroups = parts.groups.getMany(idsOf(add.filter(isMembership)), context);
  const newConfigurations = parts.configurations.getMany(idsOf(add.filter(isAssignment)), context);
  const [groups, configurations] = await Promise.all([
    newGroups.then(allOrThrow),
    newConfigurations.then(allOrThrow),
  ]);
  const groupOf = ({ roleId }: RoleGrantChange) => joined.get(roleId) ?? groups.get(roleId);
  const unknown = add.filter((grant) => !groupOf(grant) && !configurations.has(grant.roleId));
  const synchronized = [...add, ...remove].filter((grant) => isSynchronized(groupOf(grant)));
  const isLocked =
    synchronized.length > 0 && (await unlessRefused(settings.scimEnabled(context))) === true;
  return [
    ...unknown.map(({ path }) =>
      userError('NOT_FOUND', 'The role does not exist.', { path: [...path, 'roleId'] }),
    ),
    ...(isLocked ? synchronized : []).map(({ path }) =>
      userError(
        'CONFLICT',
        'The identity provider keeps the members of this group. Change them there.',
        { path: [...path, 'roleId'] },
      ),
    ),
  ];
}

function isSynchronized(group: UserGroup | CloudSsoGroup | undefined): boolean {
  return group?.ProvisionType === 'Synchronized';
}

function toSteps(user: User, { add, remove }: RoleChange): readonly RoleStep[] {
  const userId = user.ref.nativeId;
  const memberships = (operation: string, grants: readonly RoleGrantChange[]) =>
    grants.filter(isMembership).map(({ roleId, path }) => ({
      operation,
      parameters: { GroupId: roleId, UserId: userId },
      path,
      configurationId: null,
    }));
  const assignments = (operation: string, grants: readonly RoleGrantChange[]) =>
    grants.filter(isAssignment).map(({ roleId, scope, path }) => ({
      operation,
      parameters: {
        AccessConfigurationId: roleId,
        PrincipalType: 'User',
        PrincipalId: userId,
        TargetType: 'RD-Account',
        TargetId: scope,
      },
      path,
      configurationId: roleId,
    }));
  return [
    ...memberships('AddUserToGroup', add),
    ...memberships('RemoveUserFromGroup', remove),
    ...assignments('CreateAccessAssignment', add),
    ...assignments('DeleteAccessAssignment', remove),
  ];
}
