import type { ReferenceData } from '../../../domain/backend.ts';
import type { Ref } from '../../../domain/model.ts';
import type { PreparedWrite, UserError, WriteOutcome } from '../../../domain/user-write.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import { isJsonObject, parseJson } from '../../../http/json.ts';
import type { Turns } from '../../../http/turns.ts';
import type { WriteFailure } from '../../../http/write-outcome.ts';
import { WrongShape } from '../contract-decoders.ts';
import { parseUser, readBody, type CpqUser } from '../contract.ts';
import type { CpqReading } from '../reading/reading.ts';
import type { CpqSettings } from '../settings.ts';
import {
  UNREADABLE,
  sendCall,
  toPlannedCall,
  type WriteCall,
  type WriteSender,
} from './write-call.ts';

/** What the writes of users share. */
export interface CpqWriting {
  readonly reading: CpqReading;
  readonly sender: WriteSender;
  readonly referenceData: ReferenceData;
  readonly settings: Pick<CpqSettings, 'version' | 'createPath' | 'clearedText'>;
  /**
   * Changes of one user's groups take turns: CPQ takes the whole membership and knows no condition on what it was, so of
   * two changes side by side the later would undo the earlier.
   */
  readonly memberships: { readonly turns: Turns; readonly changes: ChangeCount };
}

/** One call that writes a user, ready to be sent. */
export interface UserWrite {
  readonly call: WriteCall;
  /** Sent as JSON. */
  readonly body: object;
  /** Forgets what is kept of the user; called whatever came back. */
  readonly forget: () => Promise<void>;
  /** The user, whether it exists or may exist by the write. */
  readonly ref: Ref;
  /** Whether the write makes it, so that there is none when it fails. */
  readonly isNew: boolean;
  /** What is known when it was done. */
  readonly toKnown: (answer: WriteAnswer) => Promise<Pick<WriteOutcome, 'ref' | 'created'>>;
  /** Words a failure that means more here than elsewhere; `null`: it does not. */
  readonly explain?: (failure: WriteFailure) => UserError | null;
}

/** An answer with a status of success. */
export interface WriteAnswer {
  readonly status: number;
  /** The user as written; `null`: the answer does not show it. */
  readonly row: CpqUser | null;
}

export function prepareWrite({ sender }: CpqWriting, write: UserWrite): PreparedWrite {
  return {
    calls: [toPlannedCall(write.call, sender.version)],
    send: () => sendWrite(sender, write),
  };
}

/** For a write that changes nothing. */
export function nothingToDo(ref: Ref): PreparedWrite {
  return { calls: [], send: async () => notNeeded(ref) };
}

/** For a write that has come true by itself when it was about to be sent. */
export function notNeeded(ref: Ref): WriteOutcome {
  return toDone({ ref, created: null });
}

/** For a write that turned out impossible when it was about to be sent. */
export function notSent(ref: Ref, error: UserError): WriteOutcome {
  return { ...toDone({ ref, created: null }), status: 'FAILED', errors: [error] };
}

/** Sends a write once. */
export async function sendWrite(sender: WriteSender, write: UserWrite): Promise<WriteOutcome> {
  const reply = await sendCall(sender, write.call, JSON.stringify(write.body));
  await write.forget();
  if ('failure' in reply) return toFailed(reply.failure, write);
  const { status, body } = reply.response;
  const row = readRow(body);
  if (row === undefined) return toFailed(UNREADABLE, write);
  const done = toDone(await write.toKnown({ status, row }));
  return status === ACCEPTED ? { ...done, status: 'ACCEPTED' } : done;
}

/** Documented as taken, and not finished. How to follow it is not documented, so there is no id of a job. */
const ACCEPTED = 202;

/** @returns `null` for an answer without a user; `undefined` for what cannot be CPQ's answer */
function readRow(body: string): CpqUser | null | undefined {
  if (body.trim() === '') return null;
  if (!isJsonObject(parseJson(body))) return undefined;
  try {
    return parseUser(readBody(body));
  } catch (error) {
    if (error instanceof WrongShape) return null;
    throw error;
  }
}

function toDone({ ref, created }: Pick<WriteOutcome, 'ref' | 'created'>): WriteOutcome {
  // CPQ gives its answers no ids.
  return { status: 'DONE', errors: [], pendingJobId: null, backendRequestId: null, ref, created };
}

function toFailed(failure: WriteFailure, { explain, ref, isNew }: UserWrite): WriteOutcome {
  const { status, error, backendRequestId } = failure;
  return {
    status,
    errors: [explain?.(failure) ?? error],
    pendingJobId: null,
    backendRequestId,
    ref: status === 'FAILED' && isNew ? null : ref,
    created: null,
  };
}
