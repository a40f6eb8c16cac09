import { attempt, mapAnswers, orThrow } from '../../../domain/answers.ts';
import type { Answers, ReadContext } from '../../../domain/backend.ts';
import type { BackendName, Role, RoleGrant, User } from '../../../domain/model.ts';
import { GatewayError } from '../../../domain/errors.ts';
import { readTogether } from '../../../http/read-each.ts';
import { principalKey, type Assignments, type Principal } from './assignments.ts';
import type {
  CloudSsoAccessAssignment,
  CloudSsoAccessConfiguration,
  CloudSsoGroup,
} from '../contract.ts';
import { toAccessConfigurationRole, toGroupRole, toJoinedGroupRole } from '../mapping.ts';
import type { Memberships, UserGroup } from './memberships.ts';
import { groupTimesOnDemand } from './on-demand.ts';
import type { Rows } from './rows.ts';

export interface RoleGrantsOptions {
  readonly backend: BackendName;
  readonly groups: Rows<CloudSsoGroup>;
  readonly configurations: Rows<CloudSsoAccessConfiguration>;
  readonly memberships: Memberships;
  readonly assignments: Assignments;
}

/**
 * How users hold roles: the groups they joined; the access configurations assigned to them, on an account each; and those
 * assigned to their groups, `via` the group.
 *
 * CloudSSO has no bulk read of either, so each half is read from the side that takes fewer calls, 10 at a time:
 *
 * | Half        | From the principals                      | From the directory                          |
 * | ----------- | ---------------------------------------- | ------------------------------------------- |
 * | memberships | 1 for each of u users                    | ceil(G / 100) + 1 for each of all G groups  |
 * | assignments | 1 for each of u users and their g groups | ceil(A / 20) for all A assignments          |
 *
 * More where a user joined over 100 groups, a group has over 100 members, or a principal over 20 assignments. Up to three
 * principals are read without asking; for more, G and A cost a call each, once in five minutes. What was read from the
 * directory is kept for five minutes and serves every user from then on; a write through this gateway drops it. The
 * access configurations that occur, c of C, are read by at most min(c, ceil(C / 100) + 1) calls and kept for five minutes.
 *
 * @returns grants by user id, groups first, each kind in the order of names; an error for a user of whom anything could
 *   not be read
 */
export async function grantsOf(
  options: RoleGrantsOptions,
  users: readonly User[],
  context: ReadContext,
): Promise<Answers<readonly RoleGrant[]>> {
  const userIds = users.map(({ ref }) => ref.nativeId);
  const groupsOf = await options.memberships.of(userIds, context);
  const assigned = await options.assignments.of(principalsOf(groupsOf).map(principalKey), context);
  const configurations = await readConfigurations(options, whatWasRead(assigned), context);
  const roleOfGroup = createGroupRoles(options);

  const assignedTo = (principal: Principal, via: Role | null): readonly RoleGrant[] =>
    (orThrow(assigned.get(principalKey(principal))) ?? []).flatMap((row) => {
      const role = orThrow(configurations.get(row.AccessConfigurationId));
      // An access configuration that is gone by now grants nothing.
      return role === undefined ? [] : [toGrant(row, role, via)];
    });

  const grantsOfOne = (userId: string): readonly RoleGrant[] => {
    const groups = (orThrow(groupsOf.get(userId)) ?? []).map(roleOfGroup).sort(byName);
    return [
      ...groups.map((role) => ({ role, scope: null, scopeName: null, via: null })),
      ...assignedTo({ type: 'User', id: userId }, null).toSorted(byRoleAndScope),
      ...groups.flatMap((role) =>
        assignedTo({ type: 'Group', id: role.ref.nativeId }, role).toSorted(byRoleAndScope),
      ),
    ];
  };

  return new Map(userIds.map((userId) => [userId, attempt(() => grantsOfOne(userId))]));
}

function whatWasRead<T>(answers: Answers<readonly T[]>): readonly T[] {
  return [...answers.values()].flatMap((links) => (links instanceof GatewayError ? [] : links));
}

/** The users whose groups could be read and, once each, those groups. */
function principalsOf(groupsOf: Answers<readonly UserGroup[]>): readonly Principal[] {
  const read = [...groupsOf].filter(([, groups]) => !(groups instanceof GatewayError));
  const groupIds = new Set(whatWasRead(groupsOf).map(({ GroupId }) => GroupId));
  return [
    ...read.map(([id]): Principal => ({ type: 'User', id })),
    ...[...groupIds].map((id): Principal => ({ type: 'Group', id })),
  ];
}

async function readConfigurations(
  { backend, configurations }: RoleGrantsOptions,
  rows: readonly CloudSsoAccessAssignment[],
  context: ReadContext,
): Promise<Answers<Role>> {
  const ids = [...new Set(rows.map(({ AccessConfigurationId }) => AccessConfigurationId))];
  const found = await readTogether(ids, configurations.getMany(ids, context));
  return mapAnswers(found, (wire) => toAccessConfigurationRole(wire, backend));
}

/** Maps each group once, however many users joined it. */
function createGroupRoles({ backend, groups }: RoleGrantsOptions): (wire: UserGroup) => Role {
  const roles = new Map<string, Role>();
  return (wire) => {
    const known = roles.get(wire.GroupId);
    if (known !== undefined) return known;
    const readGroup = async (context: ReadContext) =>
      orThrow((await groups.getMany([wire.GroupId], context)).get(wire.GroupId)) ?? null;
    const role =
      'CreateTime' in wire
        ? toGroupRole(wire, backend)
        : toJoinedGroupRole(wire, backend, groupTimesOnDemand(readGroup));
    roles.set(wire.GroupId, role);
    return role;
  };
}

function toGrant(row: CloudSsoAccessAssignment, role: Role, via: Role | null): RoleGrant {
  return { role, scope: row.TargetId, scopeName: row.TargetName, via };
}

function byName(left: Role, right: Role): number {
  return compare(left.name, right.name) || compare(left.ref.nativeId, right.ref.nativeId);
}

function byRoleAndScope(left: RoleGrant, right: RoleGrant): number {
  return byName(left.role, right.role) || compare(left.scope ?? '', right.scope ?? '');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
