import { GatewayError } from '../../../domain/errors.ts';
import { userError, type UserError } from '../../../domain/user-write.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import type { OutgoingUser } from './outgoing-user.ts';

/** What a job is to do, as `UserDataStore` on the wire. */
export interface UserSubmission {
  readonly added?: readonly OutgoingUser[];
  readonly modified?: readonly OutgoingUser[];
  /** Login ids. */
  readonly deleted?: readonly string[];
}

/** A job to run, made from what was read before its turn came. */
export interface JobOrder {
  /** Of the account that it writes. */
  readonly login: string;
  readonly submission: UserSubmission;
  /** Changes that had ended before that was read, as `ChangeCount` counts them. */
  readonly asOf: number;
  /**
   * Makes the submission anew from what there is now, after others were changed while it waited: what it sends back
   * unchanged, or takes for free, may be so no more. Absent where nothing was read for it.
   *
   * @throws GatewayError when it cannot be read
   */
  remake?(signal: AbortSignal): Promise<RemadeSubmission>;
}

export type RemadeSubmission =
  | { readonly submission: UserSubmission }
  /** It cannot be done any more. */
  | { readonly refused: UserError };

/** What to submit now that the turn has come: as it was made, unless a change has ended since. */
export async function bringUpToDate(
  { submission, asOf, remake }: JobOrder,
  changes: ChangeCount,
  signal: AbortSignal,
): Promise<RemadeSubmission> {
  let current: RemadeSubmission = { submission };
  let seen = asOf;
  for (let remakes = 0; remakes < MOST_REMAKES && seen !== changes.soFar(); remakes += 1) {
    if (remake === undefined || signal.aborted || 'refused' in current) break;
    seen = changes.soFar();
    try {
      current = await remake(signal);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      return { refused: UNREAD };
    }
  }
  return current;
}

/** Whoever is overtaken by other changes this often while reading goes on with what was read last. */
const MOST_REMAKES = 3;

/** Of a write that was not sent, because it would have sent back what may be so no more. */
export const UNREAD = userError(
  'BACKEND_UNAVAILABLE',
  'Another change came before this one, and the account could not be read again, so nothing was sent.',
  { retryable: true },
);
