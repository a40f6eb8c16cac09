import { GROUP_QUOTA } from './directory-operations.ts';
import { nameFilter } from './filter.ts';
import {
  groupOf,
  refuseSynchronized,
  refuseWhileSynchronizing,
  timeOf,
  userOf,
} from './operation.ts';
import type { Operations } from './operation.ts';
import { pageOf } from './paging.ts';
import {
  deletionConflict,
  entityAlreadyExists,
  entityNotExists,
  invalidParameter,
  Refusal,
} from './refusal.ts';
import { createId, PROVISION_TYPES } from './state.ts';
import type { DirectoryState, GroupRecord, Membership } from './state.ts';
import { assertLength } from './user-fields.ts';

export const groupOperations: Operations = {
  ListGroups: (context) => {
    const { parameters, state } = context;
    const matchesName = nameFilter(context, 'GroupName');
    const provisionType = parameters.choice('ProvisionType', PROVISION_TYPES);
    return pageOf(context, {
      name: 'Groups',
      rows: [...state.groups.values()].filter(
        (group) =>
          matchesName(group.GroupName) &&
          (provisionType === null || group.ProvisionType === provisionType),
      ),
      orderOf: ({ CreateTime, GroupId }) => `${CreateTime} ${GroupId}`,
      toMember: (group) => group,
    });
  },

  GetGroup: (context) => ({ Group: groupOf(context) }),

  CreateGroup: (context) => {
    const { parameters, state } = context;
    const now = timeOf(context);
    const group: GroupRecord = {
      GroupId: createId('g'),
      GroupName: checkedName(parameters.required('GroupName')),
      Description: checkedDescription(parameters.text('Description') ?? ''),
      ProvisionType: 'Manual',
      CreateTime: now,
      UpdateTime: now,
    };
    assertGroupNameFree(state, group);
    if (state.groups.size >= GROUP_QUOTA)
      throw new Refusal(409, 'LimitExceeded.Group', {
        message: 'The number of groups is exhausted.',
      });
    state.groups.set(group.GroupId, group);
    return { Group: group };
  },

  UpdateGroup: (context) => {
    const { parameters, state } = context;
    const group = groupOf(context);
    refuseWhileSynchronizing(group, state);
    const GroupName = checkedName(parameters.text('NewGroupName') || group.GroupName);
    const Description = checkedDescription(parameters.text('NewDescription') ?? group.Description);
    assertGroupNameFree(state, { GroupId: group.GroupId, GroupName });
    Object.assign(group, { GroupName, Description, UpdateTime: timeOf(context) });
    return { Group: group };
  },

  DeleteGroup: (context) => {
    const { state } = context;
    const group = groupOf(context);
    refuseSynchronized(group);
    if ([...state.memberships].some(({ GroupId }) => GroupId === group.GroupId))
      throw deletionConflict('Group.User');
    // The vendor's own spelling, with one s.
    if ([...state.assignments.values()].some(({ PrincipalId }) => PrincipalId === group.GroupId))
      throw deletionConflict('Group.AccessAssigment');
    state.groups.delete(group.GroupId);
    return {};
  },
};

export const membershipOperations: Operations = {
  AddUserToGroup: (context) => {
    const { state } = context;
    const group = groupOf(context);
    const { UserId } = userOf(context);
    refuseWhileSynchronizing(group, state);
    if (findMembership(state, group.GroupId, UserId) !== undefined)
      throw entityAlreadyExists('User.Group');
    state.memberships.add({ GroupId: group.GroupId, UserId, JoinTime: timeOf(context) });
    return {};
  },

  RemoveUserFromGroup: (context) => {
    const { state } = context;
    const group = groupOf(context);
    const user = userOf(context);
    refuseWhileSynchronizing(group, state);
    const membership = findMembership(state, group.GroupId, user.UserId);
    if (membership === undefined) throw entityNotExists('User.Group');
    state.memberships.delete(membership);
    return {};
  },

  ListJoinedGroupsForUser: (context) => {
    const { state } = context;
    const user = userOf(context);
    return pageOf(context, {
      name: 'JoinedGroups',
      rows: [...state.memberships].filter(({ UserId }) => UserId === user.UserId),
      orderOf: ({ JoinTime, GroupId }) => `${JoinTime} ${GroupId}`,
      toMember: (membership) => toJoinedGroup(membership, state),
    });
  },

  ListGroupMembers: (context) => {
    const { state } = context;
    const group = groupOf(context);
    return pageOf(context, {
      name: 'GroupMembers',
      rows: [...state.memberships].filter(({ GroupId }) => GroupId === group.GroupId),
      orderOf: ({ JoinTime, UserId }) => `${JoinTime} ${UserId}`,
      toMember: (membership) => toGroupMember(membership, state),
    });
  },
};

function toJoinedGroup({ GroupId, UserId, JoinTime }: Membership, state: DirectoryState) {
  const group = state.groups.get(GroupId);
  return {
    GroupId,
    GroupName: group?.GroupName ?? '',
    Description: group?.Description ?? '',
    ProvisionType: group?.ProvisionType ?? '',
    UserId,
    JoinTime,
  };
}

function toGroupMember({ GroupId, UserId, JoinTime }: Membership, state: DirectoryState) {
  const user = state.users.get(UserId);
  return {
    UserId,
    UserName: user?.UserName ?? '',
    DisplayName: user?.DisplayName ?? '',
    Email: user?.Email ?? '',
    Description: user?.Description ?? '',
    Status: user?.Status ?? '',
    ProvisionType: user?.ProvisionType ?? '',
    GroupId,
    JoinTime,
  };
}

function findMembership(state: DirectoryState, groupId: string, userId: string) {
  return [...state.memberships].find(
    ({ GroupId, UserId }) => GroupId === groupId && UserId === userId,
  );
}

function checkedName(name: string): string {
  if (name.length > 128) throw invalidParameter('GroupName.Length');
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) throw invalidParameter('GroupName.InvalidChars');
  return name;
}

function checkedDescription(description: string): string {
  assertLength('Description', description, 1024);
  return description;
}

function assertGroupNameFree(
  state: DirectoryState,
  { GroupId, GroupName }: Pick<GroupRecord, 'GroupId' | 'GroupName'>,
): void {
  const wanted = GroupName.toLowerCase();
  for (const other of state.groups.values())
    if (other.GroupId !== GroupId && other.GroupName.toLowerCase() === wanted)
      throw entityAlreadyExists('Group');
}
