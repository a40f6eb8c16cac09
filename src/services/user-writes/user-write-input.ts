import type { UserAttributes, UserKey } from '../../domain/user-write.ts';
import type { CompanyReference } from '../write-target.ts';

/** The inputs of the mutations that write users. Ids are global ids; `null` means: not given. */
export interface CreateUserInput {
  readonly backend: string;
  readonly login: string;
  readonly company: CompanyReference | null;
  readonly attributes: UserAttributes;
  readonly status: WritableStatus;
  readonly idempotencyKey: string | null;
}

export interface UpdateUserInput {
  readonly userId: string;
  readonly attributes: UserAttributes;
}

export interface ReplaceUserInput {
  readonly user: UserReference;
  readonly login: string;
  readonly attributes: UserAttributes;
  readonly status: WritableStatus;
}

export interface SetUserStatusInput {
  readonly userId: string;
  readonly status: WritableStatus;
}

export interface UnlockUserInput {
  readonly userId: string;
}

export interface ChangeUserRolesInput {
  readonly userId: string;
  readonly add: readonly RoleGrantReference[];
  readonly remove: readonly RoleGrantReference[];
}

export interface DeleteUserInput {
  readonly userId: string;
}

export type UserReference =
  { readonly id: string; readonly key?: never } | { readonly key: UserKey; readonly id?: never };

/** A role, and where it shall apply. */
export interface RoleGrantReference {
  readonly roleId: string;
  readonly scope: string | null;
}

export type WritableStatus = 'ACTIVE' | 'DISABLED';
