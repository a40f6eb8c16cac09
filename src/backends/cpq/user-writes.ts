import type { User } from '../../domain/model.ts';
import type { PreparedWrite, UserWrites } from '../../domain/user-write.ts';
import { createChangeCount } from '../../http/change-count.ts';
import { createTurns } from '../../http/turns.ts';
import { readCodes } from './writing/codes.ts';
import { prepareCreation } from './writing/creation.ts';
import { forgetUser } from './writing/forget.ts';
import { prepareRoleChange } from './writing/group-membership.ts';
import { prepareReplacement } from './writing/replacement.ts';
import { addressOf, userPath } from './writing/user-address.ts';
import { nothingToDo, prepareWrite, type CpqWriting } from './writing/user-write.ts';
import { isRefused, toWireStatus, toWireUser, type WireUser } from './writing/write-body.ts';

/**
 * Writes of users. A change is always a PATCH, which leaves alone what it does not hold; PUT is for replacement alone.
 *
 * From version 18 an existing user is addressed by party number, before below its company. Users are never deleted, and
 * versions 5 to 7 have no groups.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-patch.html
 */
export function createUserWrites(options: Omit<CpqWriting, 'memberships'>): UserWrites {
  const memberships = { turns: createTurns(), changes: createChangeCount() };
  const writing = { ...options, memberships };
  const { version, clearedText } = writing.settings;
  return {
    create: (command, context) => prepareCreation(writing, command, context),
    update: async (user, attributes, context) => {
      const codes = await readCodes(writing.referenceData, context);
      const read = toWireUser(attributes, { version, clearedText, codes, isNew: false });
      return isRefused(read) ? read : preparePatch(writing, user, read.properties);
    },
    replace: (command, context) => prepareReplacement(writing, command, context),
    setStatus: async (user, status) => preparePatch(writing, user, toWireStatus(status, version)),
    ...(version >= 16 && {
      changeRoles: (user, change, context) => prepareRoleChange(writing, { user, change }, context),
    }),
    hints: HINTS,
  };
}

const HINTS: NonNullable<UserWrites['hints']> = {
  delete: 'CPQ deletes no users: switch the user off instead, with setUserStatus.',
  unlock: 'CPQ tells of no locks.',
  changeRoles: 'Groups of users can be written from version 16.',
};

function preparePatch(writing: CpqWriting, user: User, body: WireUser): PreparedWrite {
  if (Object.keys(body).length === 0) return nothingToDo(user.ref);
  const address = addressOf(user);
  const operation = address.kind === 'party' ? 'UpdateUser' : 'UpdateCompanyUser';
  return prepareWrite(writing, {
    call: { operation, method: 'PATCH', path: userPath(address) },
    body,
    forget: () => forgetUser(writing.reading, { user, company: null, logins: [] }),
    ref: user.ref,
    isNew: false,
    toKnown: async () => ({ ref: user.ref, created: null }),
  });
}
