import { GatewayError } from '../../../domain/errors.ts';
import type { ResetCommand, ResetOutcome } from '../../../domain/password-port.ts';
import type { User } from '../../../domain/model.ts';
import type { Secret } from '../../../domain/secret.ts';
import { userError } from '../../../domain/user-write.ts';
import { mapAtMost } from '../../../http/at-most.ts';
import type { CloudAdministrationUser } from '../contract.ts';
import {
  marksOn,
  parseChangeReport,
  verdictOn,
  type ChangeReport,
} from '../writing/change-report.ts';
import { afterWrite } from '../writing/record-reader.ts';
import type { WriteCalls } from '../writing/write-calls.ts';
import type { WriteClient, WriteReply } from '../writing/write-client.ts';
import {
  hasRequiredFields,
  requiredFieldsOf,
  type OutgoingUser,
} from '../writing/outgoing-user.ts';
import { REPORTED_FAILURE, accepted, done, failed, settle, type Settlement } from './outcomes.ts';

export interface ResetSources extends Settlement {
  readonly client: WriteClient;
  readonly calls: WriteCalls;
  /** The record from which a user was made; `null`: it is not at hand and has to be read. */
  readonly recordOf: (user: User) => CloudAdministrationUser | null;
}

/** Outcomes by command; none is missing. */
export type ResetOutcomes = ReadonlyMap<ResetCommand, ResetOutcome>;

/** Calls that accompany a batch, or that it falls into, at once. */
const CALLS_AT_ONCE = 5;

/** Lets the backend make up the passwords: one user at the user's own address, several in a list. One write. */
export async function resetAutomatically(
  commands: readonly ResetCommand[],
  sources: ResetSources,
): Promise<ResetOutcomes> {
  const { client, calls } = sources;
  const logins = commands.map(({ user }) => user.login);
  const [login] = logins;
  const single = logins.length === 1 && login !== undefined ? calls.autoReset(login) : null;
  const reply =
    single === null ? await client.write(calls.autoResetMany, logins) : await client.write(single);
  return outcomesOf(commands, reply, sources);
}

/**
 * Sets the passwords, with exactly the attributes that the schema requires, as just read: whether others would be
 * applied is not documented. One write, and one more for each account that lacks a required attribute: a backend that
 * insists on it refuses a batch as a whole, so such an account must not share one.
 *
 * @param notifies whether every user of the batch is mailed
 */
export async function setPasswords(
  commands: readonly ResetCommand[],
  notifies: boolean,
  sources: ResetSources,
): Promise<ResetOutcomes> {
  const prepared = await mapAtMost(CALLS_AT_ONCE, commands, async (command) =>
    prepare(command, sources),
  );
  const unsent = prepared.flatMap((entry) =>
    'outcome' in entry ? [[entry.command, entry.outcome] as const] : [],
  );
  const ready = prepared.filter((entry) => 'record' in entry);
  const batches = [
    ready.filter(({ record }) => hasRequiredFields(record)),
    ...ready.filter(({ record }) => !hasRequiredFields(record)).map((entry) => [entry]),
  ].filter((batch) => batch.length > 0);
  const sent = await mapAtMost(CALLS_AT_ONCE, batches, async (batch) => {
    const reply = await sources.client.write(
      sources.calls.manualReset(notifies),
      batch.map(({ record, password }) => ({ ...record, password: password.reveal() })),
    );
    const commandsSent = batch.map(({ command }) => command);
    return [...(await outcomesOf(commandsSent, reply, sources))];
  });
  return new Map([...unsent, ...sent.flat()]);
}

type Prepared =
  | {
      readonly command: ResetCommand;
      readonly record: OutgoingUser;
      readonly password: Secret;
    }
  | { readonly command: ResetCommand; readonly outcome: ResetOutcome };

async function prepare(
  command: ResetCommand,
  { recordOf, readRecord }: ResetSources,
): Promise<Prepared> {
  const { user, password, signal } = command;
  if (password === null) throw new Error('A password is to be set and none was given.');
  try {
    const record = recordOf(user) ?? (await readRecord(user.login, afterWrite(signal)));
    if (record === null) return { command, outcome: failed(GONE, 'READ_BACK') };
    return { command, record: requiredFieldsOf(record), password };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { command, outcome: failed(UNREADABLE, null) };
  }
}

const GONE = userError('NOT_FOUND', 'This user does not exist any more.');
const UNREADABLE = userError(
  'BACKEND_UNAVAILABLE',
  'The account could not be read in time, so nothing was sent.',
  { retryable: true },
);

async function outcomesOf(
  commands: readonly ResetCommand[],
  reply: WriteReply,
  sources: ResetSources,
): Promise<ResetOutcomes> {
  const read = readingOf(reply, commands.length === 1, sources);
  const isLate = reply.kind === 'failed' && reply.isLate;
  const outcomes = await mapAtMost(CALLS_AT_ONCE, commands, async (command) => {
    const told = read(command.user);
    if (told !== null && told !== 'REPEATED') return [command, told] as const;
    const settled = await settle(command, sources, isLate);
    const isSame = told === 'REPEATED' && settled.status === 'FAILED';
    return [command, isSame ? REPORTED_FAILURE : settled] as const;
  });
  return new Map(outcomes);
}

/** What a reply tells of a user. `null`: nothing that can be relied on; REPEATED: a failure that may be an old one. */
type Told = ResetOutcome | 'REPEATED' | null;

/** What a reply says of each user. */
function readingOf(
  reply: WriteReply,
  isAlone: boolean,
  { client }: ResetSources,
): (user: User) => Told {
  if (reply.kind === 'failed') {
    const { status, error, httpStatus } = reply.failure;
    const evidence = httpStatus === null ? null : 'BACKEND_RESPONSE';
    return () => (status === 'FAILED' ? failed(error, evidence) : null);
  }
  const { response } = reply;
  if (response.status === 202) {
    const job = client.jobOf(response);
    return () => accepted(job?.id ?? null);
  }
  const report = parseChangeReport(response.body);
  return (user) => (report === null ? null : outcomeIn(report, user, isAlone));
}

/**
 * The documented answer to a list is its first user alone, so a silence on another says nothing; a silence on everybody
 * after a single reset says that it went well. An exception of a whole batch does not say how far it came.
 */
function outcomeIn(report: ChangeReport, user: User, isAlone: boolean): Told {
  if (report.hasException && !isAlone) return null;
  switch (verdictOn(report, user.login, marksOn(user))) {
    case 'DONE':
      return done('BACKEND_RESPONSE');
    case 'FAILED':
      return REPORTED_FAILURE;
    case 'PENDING':
      return accepted(null);
    case 'REPEATED':
      return 'REPEATED';
    case null:
      return isAlone && report.users.size === 0 ? done('BACKEND_RESPONSE') : null;
  }
}
