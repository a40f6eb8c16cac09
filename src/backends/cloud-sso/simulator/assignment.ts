import type { Parameters } from './parameters.ts';
import { missing } from './refusal.ts';
import { PRINCIPAL_TYPES } from './state.ts';
import type { AssignmentKey, DirectoryState } from './state.ts';

/** The only kind of target: an account of the resource directory. */
export const TARGET_TYPE = 'RD-Account';

/** The fields that assignments and tasks share. */
export function toAssignment(assignment: AssignmentKey, state: DirectoryState) {
  const { AccessConfigurationId, PrincipalType, PrincipalId, TargetId } = assignment;
  const account = state.accounts.get(TargetId);
  return {
    AccessConfigurationId,
    AccessConfigurationName:
      state.accessConfigurations.get(AccessConfigurationId)?.AccessConfigurationName ?? '',
    PrincipalType,
    PrincipalId,
    PrincipalName: principalName(assignment, state) ?? '',
    TargetType: TARGET_TYPE,
    TargetId,
    TargetName: account?.name ?? '',
    TargetPath: account?.path ?? '',
    TargetPathName: account?.pathName ?? '',
  };
}

/** @returns null when there is no such user or group */
export function principalName(
  { PrincipalType, PrincipalId }: Pick<AssignmentKey, 'PrincipalType' | 'PrincipalId'>,
  { users, groups }: DirectoryState,
): string | null {
  const name =
    PrincipalType === 'User'
      ? users.get(PrincipalId)?.UserName
      : groups.get(PrincipalId)?.GroupName;
  return name ?? null;
}

/** Reads the filters by target and by principal: of each, type and id are sent together or not at all. */
export function assignmentFilter(parameters: Parameters) {
  const target = pair(parameters, 'Target', [TARGET_TYPE]);
  const principal = pair(parameters, 'Principal', PRINCIPAL_TYPES);
  return (row: Pick<AssignmentKey, 'TargetId' | 'PrincipalType' | 'PrincipalId'>): boolean =>
    (target === null || row.TargetId === target.id) &&
    (principal === null ||
      (row.PrincipalType === principal.type && row.PrincipalId === principal.id));
}

function pair(parameters: Parameters, name: string, types: readonly string[]) {
  const type = parameters.choice(`${name}Type`, types);
  const id = parameters.text(`${name}Id`) || null;
  if (type === null && id === null) return null;
  if (type === null) throw missing(`${name}Type`);
  if (id === null) throw missing(`${name}Id`);
  return { type, id };
}
