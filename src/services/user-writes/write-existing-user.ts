import type { User } from '../../domain/model.ts';
import {
  userError,
  type PreparedWrite,
  type UserAttributes,
  type UserWrites,
} from '../../domain/user-write.ts';
import type { UserWrite } from './perform-write.ts';
import { checkRoleChange, hiddenRoles } from './role-change.ts';
import type {
  ChangeUserRolesInput,
  DeleteUserInput,
  SetUserStatusInput,
  UnlockUserInput,
  UpdateUserInput,
} from './user-write-input.ts';
import type { WriteContext } from '../write-context.ts';
import {
  findUser,
  isRefusal,
  nameOfId,
  parseId,
  refuse,
  type Refusal,
  type UserTarget,
} from '../write-target.ts';

/** The writes of a user who is named by id and must exist. */
type ExistingUserWrite = UserWrite<UserTarget>;

export function attributeChange(
  { userId, attributes }: UpdateUserInput,
  context: WriteContext,
): ExistingUserWrite {
  return toWrite(userId, context, {
    mutation: 'updateUser',
    method: 'update',
    refusal: nothingIn(attributes),
    prepare: async (writes, user) => writes.update?.(user, attributes, context.read),
  });
}

export function statusChange(
  { userId, status }: SetUserStatusInput,
  context: WriteContext,
): ExistingUserWrite {
  return toWrite(userId, context, {
    mutation: 'setUserStatus',
    method: 'setStatus',
    prepare: async (writes, user) => writes.setStatus?.(user, status, context.read),
  });
}

export function unlocking({ userId }: UnlockUserInput, context: WriteContext): ExistingUserWrite {
  return toWrite(userId, context, {
    mutation: 'unlockUser',
    method: 'unlock',
    prepare: async (writes, user) => writes.unlock?.(user, context.read),
  });
}

export function roleChange(
  { userId, ...input }: ChangeUserRolesInput,
  context: WriteContext,
): ExistingUserWrite {
  return toWrite(userId, context, {
    mutation: 'changeUserRoles',
    method: 'changeRoles',
    prepare: async (writes, user) => {
      const change = checkRoleChange(input, user.ref.backend);
      if (isRefusal(change)) return change;
      const hidden = await hiddenRoles(change, user.ref.backend, context);
      if (hidden.length > 0) return { refused: hidden };
      return writes.changeRoles?.(user, change, context.read);
    },
  });
}

export function deletion({ userId }: DeleteUserInput, context: WriteContext): ExistingUserWrite {
  return toWrite(userId, context, {
    mutation: 'deleteUser',
    method: 'delete',
    prepare: async (writes, user) => writes.delete?.(user, context.read),
  });
}

interface Deed extends Pick<ExistingUserWrite, 'mutation' | 'method'> {
  /** Why the input alone is not acceptable. */
  readonly refusal?: Refusal | null;
  prepare(writes: UserWrites, user: User): Promise<PreparedWrite | undefined>;
}

function toWrite(
  userId: string,
  context: WriteContext,
  { mutation, method, refusal = null, prepare }: Deed,
): ExistingUserWrite {
  const path = ['userId'];
  const ref = parseId('User', userId, path);
  return {
    mutation,
    method,
    named: nameOfId(userId),
    keyHash: null,
    locate: async () => {
      if (isRefusal(ref)) return ref;
      return refusal ?? findUser(ref, path, context);
    },
    prepare: (writes, { user }) => prepare(writes, user),
  };
}

function nothingIn({ own, ...shared }: UserAttributes): Refusal | null {
  const parts = [shared, ...Object.values(own)];
  if (parts.some((part) => Object.keys(part).length > 0)) return null;
  const message = 'Give at least one attribute to change.';
  return refuse(userError('INVALID', message, { path: ['attributes'] }));
}
