import type {
  CompanyDirectory,
  ReadContext,
  RoleDirectory,
  UserDirectory,
} from '../../domain/backend.ts';
import type { BackendName, User } from '../../domain/model.ts';
import { userError, type PreparedWrite, type UserWrites } from '../../domain/user-write.ts';
import type { ChangeCount } from '../../http/change-count.ts';
import { marksOf, marksOn } from './writing/change-report.ts';
import type { CloudAdministrationUser } from './contract.ts';
import type { DateParser } from './reading/dates.ts';
import type { UserJobs } from './writing/jobs.ts';
import { isEnabled } from './mapping.ts';
import { afterWrite, type RecordReader } from './writing/record-reader.ts';
import type { CloudAdministrationSettings } from './settings.ts';
import type { WriteCalls } from './writing/write-calls.ts';
import type { WriteClient } from './writing/write-client.ts';
import { sendAccountChange, type AccountChange } from './writing/account-changes.ts';
import { readAttributes, showsChanges } from './writing/attributes.ts';
import { prepareCreation } from './writing/creation.ts';
import { sendJobWrite, type JobWrite } from './writing/job-writes.ts';
import { requiredFieldsOf, writableFieldsOf, type OutgoingUser } from './writing/outgoing-user.ts';
import { problemsOfRoleChange, rolesAfter, showsRoleChange } from './writing/role-changes.ts';

export interface WriteSources {
  readonly backend: BackendName;
  readonly settings: CloudAdministrationSettings;
  readonly client: WriteClient;
  readonly calls: WriteCalls;
  readonly jobs: UserJobs;
  readonly changes: ChangeCount;
  readonly users: UserDirectory;
  readonly companies: CompanyDirectory;
  readonly roles: RoleDirectory;
  readonly readRecord: RecordReader;
  readonly parseDate: DateParser;
  /** Drops whatever is kept of these users. */
  readonly forget: (logins: readonly string[]) => Promise<void>;
}

/**
 * Writes of users. Creations, updates, roles and deletions are jobs; status and lock are changed at once. Whatever an
 * update must not change goes back as it was just read.
 */
export function createUserWrites(sources: WriteSources): UserWrites {
  const { calls, settings, parseDate } = sources;
  return {
    create: async (command, context) => {
      const write = await prepareCreation(command, sources, context);
      return 'refused' in write ? write : asJob(write, sources, context);
    },

    update: async (user, attributes, context) => {
      const { changes, clears, errors } = readAttributes(attributes, settings);
      if (errors.length > 0) return { refused: errors };
      if (Object.keys(changes).length === 0) return { refused: [NOTHING_TO_CHANGE] };
      return asUpdate({ user, context }, sources, {
        change: (record) => ({ ...writableFieldsOf(record, settings), ...changes }),
        isShownBy: (after) => showsChanges(after, changes, parseDate),
        // How to clear is not documented, so the job's word is not taken for it.
        needsProof: clears,
      });
    },

    changeRoles: async (user, change, context) => {
      const problems = await problemsOfRoleChange(change, sources.roles, context);
      if (problems.length > 0) return { refused: problems };
      return asUpdate({ user, context }, sources, {
        change: (record) => ({
          ...writableFieldsOf(record, settings),
          roles: rolesAfter(record, change),
        }),
        isShownBy: (after) => showsRoleChange(after, change),
        needsProof: false,
      });
    },

    delete: async (user, context) => {
      const write: JobWrite = {
        submission: { deleted: [user.login] },
        asOf: sources.changes.soFar(),
        login: user.login,
        marksBefore: () => marksOn(user),
        refBefore: user.ref,
        refAfter: null,
        isShownBy: (after) => after === null,
        needsProof: false,
      };
      return asJob(write, sources, context);
    },

    setStatus: (user, status, context) => {
      const disabled = status === 'DISABLED';
      const word = settings.sendStatus ? { status: disabled ? 'Inactive' : 'Active' } : {};
      return atOnce({ user, context }, sources, {
        call: calls.changeStatus,
        toOutgoing: (record) => ({ ...requiredFieldsOf(record), disabled, ...word }),
        isShownBy: (after) => isEnabled(after) === !disabled,
      });
    },

    unlock: (user, context) =>
      atOnce({ user, context }, sources, {
        call: calls.changeLock,
        toOutgoing: (record) => ({ ...requiredFieldsOf(record), locked: false }),
        isShownBy: (after) => after.locked !== true,
      }),

    hints: {
      replace: 'This backend cannot replace a user. Update the attributes that shall change.',
    },
  };
}

const NOTHING_TO_CHANGE = userError('INVALID', 'No attribute to change was given.', {
  path: ['attributes'],
});
const GONE = userError('NOT_FOUND', 'This user does not exist any more.');

/** Whom a write concerns, and the request it belongs to. */
interface Target {
  readonly user: User;
  readonly context: ReadContext;
}

/**
 * Prepares a write from the whole record, of which `User` shows a part.
 *
 * @param prepare is told the changes that had ended before the record was read, too
 */
async function withRecord(
  { user, context }: Target,
  { readRecord, changes }: WriteSources,
  prepare: (record: CloudAdministrationUser, asOf: number) => PreparedWrite,
): Promise<PreparedWrite> {
  const asOf = changes.soFar();
  const record = await readRecord(user.login, { ...context, fresh: true });
  return record === null ? { refused: [GONE] } : prepare(record, asOf);
}

interface Update {
  /** The record to send, made from the one read, once more if another change comes first. */
  change(record: CloudAdministrationUser): OutgoingUser;
  isShownBy(after: CloudAdministrationUser): boolean;
  readonly needsProof: boolean;
}

function asUpdate(
  target: Target,
  sources: WriteSources,
  { change, isShownBy, needsProof }: Update,
): Promise<PreparedWrite> {
  const { user, context } = target;
  const submit = (record: CloudAdministrationUser) => ({ modified: [change(record)] });
  return withRecord(target, sources, (record, asOf) => {
    let latest = record;
    const write: JobWrite = {
      submission: submit(record),
      asOf,
      remake: async (signal) => {
        const now = await sources.readRecord(user.login, afterWrite(signal));
        if (now === null) return { refused: GONE };
        latest = now;
        return { submission: submit(now) };
      },
      login: user.login,
      marksBefore: () => marksOf(latest),
      refBefore: user.ref,
      refAfter: user.ref,
      isShownBy: (after) => after !== null && isShownBy(after),
      needsProof,
    };
    return asJob(write, sources, context);
  });
}

function asJob(write: JobWrite, sources: WriteSources, { signal }: ReadContext): PreparedWrite {
  return {
    calls: [sources.calls.writeUsers],
    send: () => sendJobWrite(write, sources, signal).finally(() => sources.forget([write.login])),
  };
}

function atOnce(
  target: Target,
  sources: WriteSources,
  change: Pick<AccountChange, 'call' | 'toOutgoing' | 'isShownBy'>,
): Promise<PreparedWrite> {
  const { user, context } = target;
  return withRecord(target, sources, (record, asOf) => ({
    calls: [change.call],
    send: () =>
      sendAccountChange({ ...change, user, record, asOf }, sources, context.signal).finally(() =>
        sources.forget([user.login]),
      ),
  }));
}
