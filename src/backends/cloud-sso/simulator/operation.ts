import type { Parameters } from './parameters.ts';
import { entityNotExists, Refusal } from './refusal.ts';
import type { DirectoryState, GroupRecord, ProvisionType, UserRecord } from './state.ts';
import { toTime } from './state.ts';
import type { Switches } from './switches.ts';

export interface OperationContext {
  readonly parameters: Parameters;
  readonly state: DirectoryState;
  readonly switches: Switches;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Acts on the state and returns the members of the answer besides `RequestId`. */
export type Operation = (context: OperationContext) => Readonly<Record<string, unknown>>;

export type Operations = Readonly<Record<string, Operation>>;

export function userOf({ parameters, state }: OperationContext): UserRecord {
  const user = state.users.get(parameters.required('UserId'));
  if (user === undefined) throw entityNotExists('User');
  return user;
}

export function groupOf({ parameters, state }: OperationContext): GroupRecord {
  const group = state.groups.get(parameters.required('GroupId'));
  if (group === undefined) throw entityNotExists('Group');
  return group;
}

export function timeOf({ now }: OperationContext): string {
  return toTime(now());
}

/** Documented as refused; its code is unknown. */
export function refuseSynchronized(record: { readonly ProvisionType: ProvisionType }): void {
  if (record.ProvisionType !== 'Synchronized') return;
  throw new Refusal(403, 'OperationForbidden.Synchronized', {
    message: 'The resource is synchronized from an identity provider and cannot be changed.',
  });
}

export function refuseWhileSynchronizing(
  record: { readonly ProvisionType: ProvisionType },
  { scimEnabled }: DirectoryState,
): void {
  if (scimEnabled) refuseSynchronized(record);
}
