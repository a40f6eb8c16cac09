import type { ReadContext } from '../../../domain/backend.ts';
import { isBackendFailure } from '../../../domain/errors.ts';
import type { User } from '../../../domain/model.ts';
import {
  userError,
  type PreparedWrite,
  type RoleGrantChange,
  type UserError,
  type WriteOutcome,
} from '../../../domain/user-write.ts';
import { toCompanyId } from '../mapping.ts';
import { parseGroupId } from '../native-id.ts';
import type { CpqReading } from '../reading/reading.ts';
import { forgetUser } from './forget.ts';
import { addressOf, userPath, type UserAddress } from './user-address.ts';
import {
  notNeeded,
  notSent,
  nothingToDo,
  sendWrite,
  type CpqWriting,
  type UserWrite,
} from './user-write.ts';
import { invalid } from './write-body.ts';
import { toPlannedCall, type WriteCall } from './write-call.ts';

export interface RoleChange {
  readonly user: User;
  readonly change: {
    readonly add: readonly RoleGrantChange[];
    readonly remove: readonly RoleGrantChange[];
  };
}

/**
 * Prepares a change of a user's groups. CPQ takes the whole membership and ends what is not listed, so it is read now, and
 * sent with the change applied; it is read again when another change came between.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-groups-put.html
 */
export async function prepareRoleChange(
  writing: CpqWriting,
  { user, change }: RoleChange,
  context: ReadContext,
): Promise<PreparedWrite> {
  const { reading, sender, memberships } = writing;
  const grants = [...change.add, ...change.remove];
  const refused = grants.flatMap((grant) => problemOf(grant, user, reading) ?? []);
  if (refused.length > 0) return { refused };
  const address = addressOf(user);
  const asOf = memberships.changes.soFar();
  const read = (): Promise<Membership | null> => readMembership(reading, address, context);
  const current = await read();
  if (current === null) return { refused: [ABSENT] };
  if (changed(current, change) === null) return nothingToDo(user.ref);
  const sendNow = async (): Promise<WriteOutcome> => {
    const now = memberships.changes.soFar() === asOf ? current : await read();
    if (now === null) return notSent(user.ref, ABSENT);
    const wanted = changed(now, change);
    if (wanted === null) return notNeeded(user.ref);
    return sendWrite(sender, toWrite(reading, { user, address, wanted }));
  };
  return {
    calls: [toPlannedCall(toCall(address), sender.version)],
    send: () =>
      inTurn(memberships, { user, signal: context.signal }, sendNow).catch((error: unknown) =>
        notSent(user.ref, toReadError(error)),
      ),
  };
}

/** @throws GatewayError BACKEND_UNAVAILABLE when the signal ends before the turn comes; whatever the work throws */
async function inTurn<T>(
  { turns, changes }: CpqWriting['memberships'],
  { user, signal }: { readonly user: User; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  const pass = await turns.wait(user.ref.nativeId, signal);
  try {
    return await work();
  } finally {
    changes.add();
    pass();
  }
}

/** Variable names of the groups that a user is in. */
type Membership = ReadonlySet<string>;

/** The membership with the change applied; `null`: it is the same. */
function changed(current: Membership, { add, remove }: RoleChange['change']): Membership | null {
  const wanted = new Set([...current, ...add.map(groupOf)]);
  for (const grant of remove) wanted.delete(groupOf(grant));
  const isSame = wanted.size === current.size && [...wanted].every((group) => current.has(group));
  return isSame ? null : wanted;
}

function toCall(address: UserAddress): WriteCall {
  const operation = address.kind === 'party' ? 'ReplaceUserGroups' : 'ReplaceCompanyUserGroups';
  return { operation, method: 'PUT', path: `${userPath(address)}/groups` };
}

function toWrite(
  reading: CpqReading,
  {
    user,
    address,
    wanted,
  }: { readonly user: User; readonly address: UserAddress; readonly wanted: Membership },
): UserWrite {
  return {
    call: toCall(address),
    body: { items: [...wanted].map((variableName) => ({ variableName })) },
    forget: () => forgetUser(reading, { user, company: null, logins: [] }),
    ref: user.ref,
    isNew: false,
    toKnown: async () => ({ ref: user.ref, created: null }),
  };
}

/** The groups could not be read when the turn had come, or it did not come in time: nothing was sent. */
function toReadError(error: unknown): UserError {
  if (!isBackendFailure(error)) throw error;
  const code = error.code === 'BUDGET_EXCEEDED' ? 'BACKEND_UNAVAILABLE' : error.code;
  return userError(code, `${error.message} Nothing was sent.`, { retryable: error.retryable });
}

const ABSENT = userError('NOT_FOUND', 'There is no such user any more.', { path: ['userId'] });

/** A group belongs to one company, and only that company's users can be its members. */
function problemOf(
  { roleId, scope, path }: RoleGrantChange,
  { companyRef }: User,
  { site }: CpqReading,
): UserError | null {
  if (scope !== null) return invalid([...path, 'scope'], 'A group of Oracle CPQ has no scope.');
  const rolePath = [...path, 'roleId'];
  const group = parseGroupId(roleId);
  if (group === null) return invalid(rolePath, 'This is not a group of Oracle CPQ.');
  if (toCompanyId(group.company, site) === companyRef?.nativeId) return null;
  return invalid(rolePath, "This group belongs to another company than the user's.");
}

/** Variable names of the user's groups, as CPQ has them now; `null`: there is no such user. */
async function readMembership(
  { client }: CpqReading,
  address: UserAddress,
  context: ReadContext,
): Promise<Membership | null> {
  const groups =
    address.kind === 'party'
      ? await client.listUserGroups(address.partyNumber, context)
      : await client.company.listUserGroups(address.company, address.login, context);
  return groups && new Set(groups.map(({ variableName }) => variableName));
}

/** The name of the group in its company. */
function groupOf({ roleId }: RoleGrantChange): string {
  return parseGroupId(roleId)?.variableName ?? roleId;
}
