import type { ReadContext } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import {
  userError,
  type PreparedWrite,
  type RoleGrantChange,
  type UserError,
} from '../../../domain/user-write.ts';
import { toCompanyId } from '../mapping.ts';
import { parseGroupId } from '../native-id.ts';
import type { CpqReading } from '../reading.ts';
import { forgetUser } from './forget.ts';
import { addressOf, userPath, type UserAddress } from './user-address.ts';
import { nothingToDo, prepareWrite, type CpqWriting } from './user-write.ts';
import { invalid } from './write-body.ts';

export interface RoleChange {
  readonly user: User;
  readonly change: {
    readonly add: readonly RoleGrantChange[];
    readonly remove: readonly RoleGrantChange[];
  };
}

/**
 * Prepares a change of a user's groups. CPQ takes the whole membership and ends what is not listed, so it is read now, and
 * sent with the change applied.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-groups-put.html
 */
export async function prepareRoleChange(
  writing: CpqWriting,
  { user, change: { add, remove } }: RoleChange,
  context: ReadContext,
): Promise<PreparedWrite> {
  const { reading } = writing;
  const refused = [...add, ...remove].flatMap((grant) => problemOf(grant, user, reading) ?? []);
  if (refused.length > 0) return { refused };
  const address = addressOf(user);
  const current = await readMembership(reading, address, context);
  if (current === null) return { refused: [ABSENT] };
  const wanted = new Set([...current, ...add.map(groupOf)]);
  for (const grant of remove) wanted.delete(groupOf(grant));
  if (wanted.size === current.size && [...wanted].every((group) => current.has(group))) {
    return nothingToDo(user.ref);
  }
  const operation = address.kind === 'party' ? 'ReplaceUserGroups' : 'ReplaceCompanyUserGroups';
  return prepareWrite(writing, {
    call: { operation, method: 'PUT', path: `${userPath(address)}/groups` },
    body: { items: [...wanted].map((variableName) => ({ variableName })) },
    forget: () => forgetUser(reading, { user, company: null, logins: [] }),
    ref: user.ref,
    isNew: false,
    toKnown: async () => ({ ref: user.ref, created: null }),
  });
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
): Promise<ReadonlySet<string> | null> {
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
