import type { BackendName, Ref } from '../../domain/model.ts';
import { userError, type RoleGrantChange, type UserError } from '../../domain/user-write.ts';
import { readRoles } from '../reading/read-nodes.ts';
import type { ChangeUserRolesInput, RoleGrantReference } from './user-write-input.ts';
import type { WriteContext } from '../write-context.ts';
import { isRefusal, parseId, refuse, type Checked } from '../write-target.ts';

/** Roles to give and to take away, no grant twice. */
export interface RoleChange {
  readonly add: readonly RoleGrantChange[];
  readonly remove: readonly RoleGrantChange[];
}

type RoleGrantReferences = Pick<ChangeUserRolesInput, 'add' | 'remove'>;

const MAX_GRANTS = 100;

/**
 * Checks what can be told from the input alone, and from the backend that the user belongs to. INVALID when there is
 * nothing to change or too much, and for a role that is malformed, of another backend, or both to give and to take away.
 */
export function checkRoleChange(
  { add, remove }: RoleGrantReferences,
  backend: BackendName,
): Checked<RoleChange> {
  const count = add.length + remove.length;
  if (count === 0 || count > MAX_GRANTS) {
    const message = `Name 1 to ${MAX_GRANTS} roles to give or to take away.`;
    return refuse(userError('INVALID', message));
  }
  const given = parseGrants(add, 'add', backend);
  const taken = parseGrants(remove, 'remove', backend);
  const errors = [...given.errors, ...taken.errors, ...contradictions(given.grants, taken.grants)];
  if (errors.length > 0) return { refused: errors };
  return { add: [...given.grants.values()], remove: [...taken.grants.values()] };
}

/**
 * NOT_FOUND for every role that a caller of some companies may not see, e.g. a group of another company.
 *
 * @throws GatewayError when the roles cannot be read
 */
export async function hiddenRoles(
  { add, remove }: RoleChange,
  backend: BackendName,
  { backends, read }: WriteContext,
): Promise<readonly UserError[]> {
  // Who sees everything needs no look-up: the backend itself knows which roles there are.
  if (read.scope === null) return [];
  const grants = [...add, ...remove];
  const refs: readonly Ref[] = grants.map(({ roleId }) => ({ backend, nativeId: roleId }));
  const roles = await readRoles(backends, refs, { ...read, fresh: false });
  return grants.flatMap(({ path }, index) => {
    const role = roles[index] ?? null;
    if (role instanceof Error) throw role;
    if (role !== null) return [];
    return [userError('NOT_FOUND', 'There is no such role.', { path: [...path, 'roleId'] })];
  });
}

interface ParsedGrants {
  /** By role and scope. */
  readonly grants: ReadonlyMap<string, RoleGrantChange>;
  readonly errors: readonly UserError[];
}

function parseGrants(
  references: readonly RoleGrantReference[],
  field: 'add' | 'remove',
  backend: BackendName,
): ParsedGrants {
  const grants = new Map<string, RoleGrantChange>();
  const errors: UserError[] = [];
  references.forEach(({ roleId, scope }, index) => {
    const path = [field, String(index)];
    const ref = parseRoleId(roleId, backend, [...path, 'roleId']);
    if (isRefusal(ref)) errors.push(...ref.refused);
    else grants.set(JSON.stringify([ref.nativeId, scope]), { roleId: ref.nativeId, scope, path });
  });
  return { grants, errors };
}

function parseRoleId(roleId: string, backend: BackendName, path: readonly string[]): Checked<Ref> {
  const ref = parseId('Role', roleId, path);
  if (isRefusal(ref) || ref.backend === backend) return ref;
  const message = `This is a role of another backend than the user's, which is ${backend}.`;
  return refuse(userError('INVALID', message, { path }));
}

function contradictions(
  given: ParsedGrants['grants'],
  taken: ParsedGrants['grants'],
): readonly UserError[] {
  return [...taken]
    .filter(([key]) => given.has(key))
    .map(([, { path }]) =>
      userError('INVALID', 'This role is both to be given and to be taken away.', { path }),
    );
}
