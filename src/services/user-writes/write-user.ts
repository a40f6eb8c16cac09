import type { User } from '../../domain/model.ts';
import { createOnce } from './create-once.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import {
  performWrite,
  type UserWrite,
  type WriteRecords,
  type WriteResult,
  type WriteTarget,
} from './perform-write.ts';
import { readUsers } from '../reading/read-nodes.ts';
import type {
  ChangeUserRolesInput,
  CreateUserInput,
  DeleteUserInput,
  ReplaceUserInput,
  SetUserStatusInput,
  UnlockUserInput,
  UpdateUserInput,
} from './user-write-input.ts';
import type { WriteContext } from '../write-context.ts';
import {
  attributeChange,
  deletion,
  roleChange,
  statusChange,
  unlocking,
} from './write-existing-user.ts';
import { replacement } from './write-new-user.ts';

/** What became of a write, and the user as it is afterwards. */
export interface UserWriteResult extends WriteResult {
  /** `null`: there is none, nothing was sent, it is not wanted, or it could not be read, which changes no outcome. */
  readonly user: User | null;
}

/**
 * The mutations that write users. What can be expected to go wrong is an error in the result; a backend that could not be
 * read before anything was sent is a `GatewayError`.
 */
export interface UserWriteService {
  create(input: CreateUserInput, context: WriteContext): Promise<UserWriteResult>;
  update(input: UpdateUserInput, context: WriteContext): Promise<UserWriteResult>;
  replace(input: ReplaceUserInput, context: WriteContext): Promise<UserWriteResult>;
  setStatus(input: SetUserStatusInput, context: WriteContext): Promise<UserWriteResult>;
  unlock(input: UnlockUserInput, context: WriteContext): Promise<UserWriteResult>;
  changeRoles(input: ChangeUserRolesInput, context: WriteContext): Promise<UserWriteResult>;
  delete(input: DeleteUserInput, context: WriteContext): Promise<WriteResult>;
}

export interface UserWriteOptions extends WriteRecords {
  readonly idempotency: Idempotency;
}

export function createUserWrites({ idempotency, ...records }: UserWriteOptions): UserWriteService {
  async function perform<Target extends WriteTarget>(
    write: UserWrite<Target>,
    context: WriteContext,
  ): Promise<UserWriteResult> {
    return withUser(await performWrite(write, records, context), context);
  }

  return {
    create: async (input, context) =>
      withUser(await createOnce(input, { idempotency, records, context }), context),
    update: (input, context) => perform(attributeChange(input, context), context),
    replace: (input, context) => perform(replacement(input, context), context),
    setStatus: (input, context) => perform(statusChange(input, context), context),
    unlock: (input, context) => perform(unlocking(input, context), context),
    changeRoles: (input, context) => perform(roleChange(input, context), context),
    delete: (input, context) => performWrite(deletion(input, context), records, context),
  };
}

async function withUser(
  result: WriteResult,
  { backends, read, wantsUser = true }: WriteContext,
): Promise<UserWriteResult> {
  if (result.ref === null || !wantsUser) return { ...result, user: null };
  const [user] = await readUsers(backends, [result.ref], read);
  return { ...result, user: user instanceof Error ? null : (user ?? null) };
}
