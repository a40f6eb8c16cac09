import type { ReadContext } from '../../domain/backend.ts';
import type { Ref, User } from '../../domain/model.ts';
import type {
  CreateUserCommand,
  PreparedWrite,
  UserError,
  UserWrites,
  WriteOutcome,
} from '../../domain/user-write.ts';
import { userError, type WriteFailure } from '../../http/write-outcome.ts';
import { parseUser } from './contract.ts';
import { unlessRefused, type DirectorySettings } from './reading/directory-settings.ts';
import { planRoleChange, type RoleChange } from './writing/role-changes.ts';
import type { RoleGrantsOptions } from './reading/role-grants.ts';
import { sendRoleSteps } from './writing/role-steps.ts';
import {
  toCreateParameters,
  toNativeStatus,
  toUpdateParameters,
} from './writing/user-attributes.ts';
import { obstaclesToDeletion } from './writing/user-deletion.ts';
import {
  readFrom,
  sendCall,
  toPlannedCall,
  unreadableAnswer,
  type WriteCall,
  type WriteSender,
} from './writing/write-call.ts';

export interface UserWritesOptions extends WriteSender {
  readonly parts: RoleGrantsOptions;
  readonly settings: DirectorySettings;
  readonly emptyValueClears: boolean;
  /** Forgets what is kept of a user. */
  readonly forget: (userId: string, configurationIds?: readonly string[]) => Promise<void>;
}

/**
 * Writes of users.
 *
 * CloudSSO refuses changes and deletions of users that an identity provider sent, while it keeps them in step over SCIM;
 * so they are refused here, before anything is sent. Their status and roles can be changed.
 */
export function createUserWrites(options: UserWritesOptions): UserWrites {
  return {
    create: (command, context) => prepareCreation(options, command, context),

    update: async (user, attributes, context) => {
      const checked = toUpdateParameters(attributes, options.emptyValueClears);
      if ('refused' in checked) return checked;
      if (Object.keys(checked.parameters).length === 0) return nothingToDo(user.ref);
      const obstacles = await synchronizationObstacles(options, user, context);
      if (obstacles.length > 0) return { refused: obstacles };
      const parameters = { UserId: user.ref.nativeId, ...checked.parameters };
      return prepareCall(options, { operation: 'UpdateUser', parameters }, { user, context });
    },

    setStatus: async (user, status, context) => {
      const parameters = { UserId: user.ref.nativeId, NewStatus: toNativeStatus(status) };
      return prepareCall(options, { operation: 'UpdateUserStatus', parameters }, { user, context });
    },

    changeRoles: (user, change, context) => prepareRoleChange(options, { user, change }, context),

    delete: async (user, context) => {
      const [synchronization, others] = await Promise.all([
        synchronizationObstacles(options, user, context),
        obstaclesToDeletion(options, user, context),
      ]);
      const refused = [...synchronization, ...others];
      if (refused.length > 0) return { refused };
      const parameters = { UserId: user.ref.nativeId };
      const call = { operation: 'DeleteUser', parameters };
      return prepareCall(options, call, { user, context, refAfter: null });
    },

    hints: {
      replace: 'CloudSSO cannot replace a user. Update the attributes that should change.',
      unlock: 'CloudSSO unlocks a user by itself, one hour after too many failed logons.',
    },
  };
}

/** The name is the only key by which a user whose creation got no answer could be found, and it proves nothing. */
async function prepareCreation(
  options: UserWritesOptions,
  command: CreateUserCommand,
  { signal }: ReadContext,
): Promise<PreparedWrite> {
  const checked = toCreateParameters(command);
  if ('refused' in checked) return checked;
  const call = { operation: 'CreateUser', parameters: checked.parameters };
  return {
    calls: [toPlannedCall(call.operation)],
    send: async () => {
      const outcome = await sendCall(options, call, signal);
      if ('failure' in outcome) return toFailedWrite(outcome.failure, null);
      const { answer, backendRequestId } = outcome;
      const created = readFrom(answer, parseUser);
      if (created === null) return toFailedWrite(unreadableAnswer(backendRequestId), null);
      await options.forget(created.UserId);
      return toDone({ backend: options.backend, nativeId: created.UserId }, backendRequestId);
    },
  };
}

async function prepareRoleChange(
  options: UserWritesOptions,
  { user, change }: { readonly user: User; readonly change: RoleChange },
  context: ReadContext,
): Promise<PreparedWrite> {
  const plan = await planRoleChange(options, { user, change }, context);
  if ('refused' in plan) return plan;
  const { steps } = plan;
  if (steps.length === 0) return nothingToDo(user.ref);
  return {
    calls: steps.map(({ operation }) => toPlannedCall(operation)),
    send: async () => {
      const outcome = await sendRoleSteps(options, { ref: user.ref, steps }, context);
      const configurationIds = steps.map(({ configurationId }) => configurationId);
      await options.forget(
        user.ref.nativeId,
        configurationIds.filter((id) => id !== null),
      );
      return outcome;
    },
  };
}

interface CallScope {
  readonly user: User;
  readonly context: ReadContext;
  /** The user once it is done; absent: the same. */
  readonly refAfter?: null;
}

function prepareCall(
  options: UserWritesOptions,
  call: WriteCall,
  { user, context, refAfter }: CallScope,
): PreparedWrite {
  return {
    calls: [toPlannedCall(call.operation)],
    send: async () => {
      const outcome = await sendCall(options, call, context.signal);
      await options.forget(user.ref.nativeId);
      if ('failure' in outcome) return toFailedWrite(outcome.failure, user.ref);
      return toDone(refAfter === null ? null : user.ref, outcome.backendRequestId);
    },
  };
}

async function synchronizationObstacles(
  { settings }: UserWritesOptions,
  user: User,
  context: ReadContext,
): Promise<readonly UserError[]> {
  if (user.sso?.provisionedBy !== 'Synchronized') return [];
  if ((await unlessRefused(settings.scimEnabled(context))) !== true) return [];
  return [
    userError('CONFLICT', 'The identity provider keeps this user. Change it or delete it there.', {
      path: ['userId'],
    }),
  ];
}

function nothingToDo(ref: Ref): PreparedWrite {
  return { calls: [], send: async () => toDone(ref, null) };
}

function toDone(ref: Ref | null, backendRequestId: string | null): WriteOutcome {
  return { status: 'DONE', errors: [], pendingJobId: null, backendRequestId, ref, created: null };
}

function toFailedWrite(
  { status, error, backendRequestId }: WriteFailure,
  ref: Ref | null,
): WriteOutcome {
  return { status, errors: [error], pendingJobId: null, backendRequestId, ref, created: null };
}
