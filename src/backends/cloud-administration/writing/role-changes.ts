import { allOrThrow } from '../../../domain/answers.ts';
import type { ReadContext, RoleDirectory } from '../../../domain/backend.ts';
import { userError, type RoleGrantChange, type UserError } from '../../../domain/user-write.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import { toOutgoingRole, type OutgoingRole } from './outgoing-user.ts';

/** Roles to give and to take, by native id. */
export interface RoleChange {
  readonly add: readonly RoleGrantChange[];
  readonly remove: readonly RoleGrantChange[];
}

/** What is wrong with a change of roles. The backend knows no scopes, and takes an unknown role for no role in silence. */
export async function problemsOfRoleChange(
  { add, remove }: RoleChange,
  roles: RoleDirectory,
  context: ReadContext,
): Promise<readonly UserError[]> {
  const changes = [...add, ...remove];
  const scoped = changes.filter(({ scope }) => scope !== null);
  if (scoped.length > 0) return scoped.map(({ path }) => scopeRefused(path));
  const ids = [...new Set(changes.map(({ roleId }) => roleId))];
  const known = allOrThrow(await roles.getMany(ids, context));
  return changes
    .filter(({ roleId }) => !known.has(roleId))
    .map(({ path }) => userError('NOT_FOUND', 'This role does not exist.', { path }));
}

/** All roles that the user has after the change: what is sent replaces what there is. */
export function rolesAfter(
  record: CloudAdministrationUser,
  { add, remove }: RoleChange,
): readonly OutgoingRole[] {
  const kept = new Map(record.roles.map((role) => [nativeIdOf(role), toOutgoingRole(role)]));
  for (const { roleId } of remove) kept.delete(roleId);
  for (const { roleId } of add) if (!kept.has(roleId)) kept.set(roleId, { name: roleId });
  return [...kept.values()];
}

/** Whether an account has what was added and has not what was removed. */
export function showsRoleChange(
  record: CloudAdministrationUser,
  { add, remove }: RoleChange,
): boolean {
  const held = new Set(record.roles.map(nativeIdOf));
  const added = new Set(add.map(({ roleId }) => roleId));
  return (
    add.every(({ roleId }) => held.has(roleId)) &&
    remove.every(({ roleId }) => added.has(roleId) || !held.has(roleId))
  );
}

/** As roles are named to callers. */
function nativeIdOf({ id, name }: CloudAdministrationUser['roles'][number]): string | null {
  return name ?? id;
}

function scopeRefused(path: readonly string[]): UserError {
  return userError('INVALID', 'Roles of this backend apply everywhere; leave out the scope.', {
    path: [...path, 'scope'],
  });
}
