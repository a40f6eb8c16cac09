import { z } from 'zod';
import { nameFilter } from './filter.ts';
import { refuseWhileSynchronizing, timeOf, userOf } from './operation.ts';
import type { Operations } from './operation.ts';
import { pageOf } from './paging.ts';
import {
  deletionConflict,
  entityAlreadyExists,
  entityNotExists,
  invalidParameter,
  Refusal,
} from './refusal.ts';
import { createId, PROVISION_TYPES, STATUSES } from './state.ts';
import type { DirectoryState, UserRecord } from './state.ts';
import { readUserChanges, readUserFields } from './user-fields.ts';

export const userOperations: Operations = {
  ListUsers: (context) => {
    const { parameters, state } = context;
    const matchesName = nameFilter(context, 'UserName');
    const status = parameters.choice('Status', STATUSES);
    const provisionType = parameters.choice('ProvisionType', PROVISION_TYPES);
    const tags = parameters.tags();
    const rows = [...state.users.values()].filter(
      (user) =>
        matchesName(user.UserName) &&
        (status === null || user.Status === status) &&
        (provisionType === null || user.ProvisionType === provisionType) &&
        tags.every((tag) =>
          user.Tags.some(({ Key, Value }) => Key === tag.Key && Value === tag.Value),
        ),
    );
    return pageOf(context, {
      name: 'Users',
      rows,
      orderOf: ({ CreateTime, UserId }) => `${CreateTime} ${UserId}`,
      toMember: toFullUser,
    });
  },

  GetUser: (context) => ({ User: toFullUser(userOf(context)) }),

  GetUserId: ({ parameters, state }) => {
    const externalId = parseExternalId(parameters.required('ExternalId'));
    const user = [...state.users.values()].find(({ ExternalId }) => ExternalId?.Id === externalId);
    if (user === undefined) throw entityNotExists('User');
    return { UserId: user.UserId };
  },

  CreateUser: (context) => {
    const { parameters, state } = context;
    const fields = readUserFields(parameters);
    const now = timeOf(context);
    const user: UserRecord = {
      ...fields,
      UserId: createId('u'),
      Status: parameters.choice('Status', STATUSES) ?? 'Enabled',
      ProvisionType: 'Manual',
      CreateTime: now,
      UpdateTime: now,
      ExternalId: null,
      Tags: parameters.tags(),
      mfaSetting: 'Enabled',
    };
    assertUserNameFree(state, user.UserName);
    assertEmailFree(state, user);
    if (state.users.size >= context.switches.userQuota) throw quotaExceeded();
    state.users.set(user.UserId, user);
    return { User: { ...toUser(user), Tags: user.Tags } };
  },

  UpdateUser: (context) => {
    const user = userOf(context);
    refuseWhileSynchronizing(user, context.state);
    const changes = readUserChanges(context.parameters, context.switches.emptyUpdateValue);
    if (changes.Email !== undefined)
      assertEmailFree(context.state, { UserId: user.UserId, Email: changes.Email });
    Object.assign(user, changes, { UpdateTime: timeOf(context) });
    return { User: toUser(user) };
  },

  UpdateUserStatus: (context) => {
    const user = userOf(context);
    // Optional in the vendor's metadata; what a call without it does is unknown.
    user.Status = context.parameters.requiredChoice('NewStatus', STATUSES);
    user.UpdateTime = timeOf(context);
    return {};
  },

  DeleteUser: (context) => {
    const { state } = context;
    const user = userOf(context);
    refuseWhileSynchronizing(user, state);
    assertUnused(user, state);
    state.users.delete(user.UserId);
    state.passwords.delete(user.UserId);
    for (const { UserProvisioningId, PrincipalId } of state.userProvisionings.values())
      if (PrincipalId === user.UserId) state.userProvisionings.delete(UserProvisioningId);
    return {};
  },
};

/** As the reads show it; CreateUser leaves out `ExternalId`, UpdateUser also `Tags`. */
function toFullUser(user: UserRecord) {
  return {
    ...toUser(user),
    // How an absent external id is shown is unknown.
    ...(user.ExternalId !== null && { ExternalId: user.ExternalId }),
    Tags: user.Tags,
  };
}

function toUser(user: UserRecord) {
  return {
    UserId: user.UserId,
    UserName: user.UserName,
    DisplayName: user.DisplayName,
    FirstName: user.FirstName,
    LastName: user.LastName,
    Email: user.Email,
    Description: user.Description,
    Status: user.Status,
    ProvisionType: user.ProvisionType,
    CreateTime: user.CreateTime,
    UpdateTime: user.UpdateTime,
  };
}

const externalIdSchema = z.object({ Id: z.string().min(1), Issuer: z.literal('SCIM') });

function parseExternalId(text: string): string {
  const parsed = externalIdSchema.safeParse(parseJson(text));
  if (!parsed.success) throw invalidParameter('ExternalId');
  return parsed.data.Id;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Compared without case, as the filter is; undocumented. */
function assertUserNameFree(state: DirectoryState, userName: string): void {
  const wanted = userName.toLowerCase();
  for (const { UserName } of state.users.values())
    if (UserName.toLowerCase() === wanted) throw entityAlreadyExists('User');
}

function assertEmailFree(
  state: DirectoryState,
  { UserId, Email }: Pick<UserRecord, 'UserId' | 'Email'>,
): void {
  if (Email === '') return;
  const wanted = Email.toLowerCase();
  for (const other of state.users.values())
    if (other.UserId !== UserId && other.Email.toLowerCase() === wanted)
      throw entityAlreadyExists('User.Email');
}

function assertUnused({ UserId }: UserRecord, state: DirectoryState): void {
  const belongs = (row: { readonly UserId: string }) => row.UserId === UserId;
  if ([...state.mfaDevices.values()].some(belongs)) throw deletionConflict('User.MFADevice');
  // The vendor's own spelling, with one s.
  if ([...state.assignments.values()].some(({ PrincipalId }) => PrincipalId === UserId))
    throw deletionConflict('User.AccessAssigment');
  if ([...state.memberships].some(belongs)) throw deletionConflict('User.Group');
}

function quotaExceeded(): Refusal {
  return new Refusal(409, 'LimitExceeded.User', { message: 'The number of users is exhausted.' });
}
