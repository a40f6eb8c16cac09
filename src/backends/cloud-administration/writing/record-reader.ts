import type { ReadContext } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import { fold } from '../../../domain/user-filter.ts';
import { untilAborted } from '../../../http/until-aborted.ts';
import type { CloudAdministrationClient } from '../client.ts';
import type { CloudAdministrationUser } from '../contract.ts';

/**
 * Reads a user's whole record from the backend, past every cache: a write sends back what it does not change.
 *
 * @returns `null` when there is no such user
 */
export type RecordReader = (
  login: string,
  context: ReadContext,
) => Promise<CloudAdministrationUser | null>;

export function createRecordReader(client: CloudAdministrationClient): RecordReader {
  return async (login, context) => {
    const answer = await client.getUser(login, context);
    if (answer.kind === 'found')
      // The backend may take the text for an internal id and answer with somebody else.
      return fold(answer.user.loginId) === fold(login) ? answer.user : null;
    if (answer.kind === 'absent') return null;
    context.budget.take();
    const records = await untilAborted(client.listUsers(), context.signal);
    return records.find(({ loginId }) => loginId === login) ?? null;
  };
}

/** What became of a write is worth knowing whatever the caller's budget: such a read costs it nothing. */
export function afterWrite(signal: AbortSignal): ReadContext {
  return { signal, budget: { take: () => {} }, fresh: true };
}

/** Reads a record after a write. @returns `undefined` when it cannot be read */
export async function readBack(
  readRecord: RecordReader,
  login: string,
  signal: AbortSignal,
): Promise<CloudAdministrationUser | null | undefined> {
  try {
    return await readRecord(login, afterWrite(signal));
  } catch (error) {
    if (error instanceof GatewayError) return undefined;
    throw error;
  }
}
