import { textOf } from './exchange.ts';
import type { Account } from './model.ts';
import { CHANGE_REFUSED, failureMarks } from './outcomes.ts';
import { idOf } from './seed-accounts.ts';
import type { State } from './state.ts';
import { parseUserRecord } from './user-record.ts';
import type { UserRequest } from './user-record.ts';
import { toWireUser } from './wire.ts';
import type { RecordMarks, WireRecord } from './wire.ts';

/** One record of a user job after the job. */
export interface Upserted {
  readonly loginId: string;
  readonly isNew: boolean;
  /** Null when all went well. */
  readonly problem: string | null;
  readonly wire: WireRecord;
}

type UserRecord = Readonly<Record<string, unknown>>;

/** Creates the user of a login that nobody has, else updates it. The login itself never changes. */
export function createUpsert(caller: Account, state: State): (record: UserRecord) => Upserted {
  return (record) => {
    const loginId = textOf(record['loginId']);
    if (loginId === null) return refused(record, 'Login is missing.', state);
    if (state.settings.failingLogins.includes(loginId))
      return refused(record, CHANGE_REFUSED, state);
    const request = parseUserRecord(record, state);
    if (typeof request === 'string') return refused(record, request, state);
    const existing = state.accounts.get(loginId);
    if (existing !== undefined) return updateUser(existing, request, { caller, state });
    const created = newAccount(loginId, request, { caller, state });
    return typeof created === 'string'
      ? refused(record, created, state)
      : createUser(created, request, { caller, state });
  };
}

interface Context {
  readonly caller: Account;
  readonly state: State;
}

function updateUser(existing: Account, request: UserRequest, { caller, state }: Context): Upserted {
  const changes = { ...request.changes, ...accessDates(existing, request.changes, state) };
  const account = state.change(existing, changes);
  state.record('USER_UPDATED', account, caller.loginId);
  return done(account, request, { isNew: false, state });
}

function createUser(account: Account, request: UserRequest, { caller, state }: Context): Upserted {
  state.accounts.set(account.loginId, account);
  state.record('USER_CREATED', account, caller.loginId);
  return done(account, request, { isNew: true, state });
}

/** What the published examples of a creation hold is needed; of the rest, nothing. */
function newAccount(
  loginId: string,
  { changes }: UserRequest,
  { caller, state }: Context,
): Account | string {
  const { firstName, lastName, emailAddress, companyId } = changes;
  if (firstName === undefined || lastName === undefined) return 'Name is missing.';
  if (emailAddress === undefined) return 'E-mail address is missing.';
  if (companyId === undefined) return 'Company is missing.';
  const now = state.settings.now();
  return {
    ...BLANK_ACCOUNT,
    ...changes,
    id: idOf(loginId),
    loginId,
    firstName,
    lastName,
    emailAddress,
    companyId,
    provisionedDate: (changes.roleIds ?? []).length > 0 ? now : null,
    createdBy: caller.loginId,
    createdDate: now,
    updatedDate: now,
  };
}

const BLANK_ACCOUNT = {
  password: null,
  middleName: null,
  employeeNumber: null,
  manager: null,
  userType: 'EMP',
  roleIds: [],
  admin: false,
  disabled: false,
  locked: false,
  failedSignIns: 0,
  startDate: null,
  endDate: null,
  pwdExpired: false,
  pwdCantChange: false,
  pwdWarned: false,
  pwdWarnDate: null,
  pwdExpireDate: null,
  // As in a published answer to a creation.
  changePwdAtNextLogin: true,
  lastPasswordResetDate: null,
  deprovisionedDate: null,
} as const;

/** The first role provisions an account, the loss of the last one deprovisions it. */
function accessDates(
  { roleIds }: Account,
  { roleIds: wanted }: Partial<Account>,
  { settings }: State,
): Partial<Account> {
  if (wanted === undefined || wanted.length > 0 === roleIds.length > 0) return {};
  return wanted.length > 0
    ? { provisionedDate: settings.now(), deprovisionedDate: null }
    : { deprovisionedDate: settings.now() };
}

/** A role that does not exist leaves the user without it: the published partial failure. */
function done(
  account: Account,
  { unknownRoles }: UserRequest,
  { isNew, state }: { readonly isNew: boolean; readonly state: State },
): Upserted {
  const verb = isNew ? 'Created' : 'Updated';
  const problem =
    unknownRoles.length === 0
      ? null
      : `User ${verb.toLowerCase()}, but access was not granted: ${unknownRoles.join(', ')}`;
  const marks: RecordMarks =
    problem === null ? { statusInfo: '' } : failureMarks(problem, state.settings);
  return {
    loginId: account.loginId,
    isNew,
    problem,
    wire: toWireUser(account, state, { ...marks, processed: true, lastAction: verb }),
  };
}

/** The record as it was asked for: of a user who does not exist, the fields that an answer may repeat. */
function refused(record: UserRecord, problem: string, state: State): Upserted {
  const loginId = textOf(record['loginId']) ?? '';
  const existing = state.accounts.get(loginId);
  const marks = failureMarks(problem, state.settings);
  const asked = Object.fromEntries(Object.entries(record).filter(([name]) => ECHOED.has(name)));
  return {
    loginId,
    isNew: existing === undefined,
    problem,
    wire: existing === undefined ? { ...asked, ...marks } : toWireUser(existing, state, marks),
  };
}

const ECHOED: ReadonlySet<string> = new Set([
  'loginId',
  'firstName',
  'lastName',
  'emailAddress',
  'organization',
  'userType',
  'roles',
]);
