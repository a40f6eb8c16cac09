import type { Idempotency, KeyedOutcome, KeyedRequest } from '../idempotency/idempotency.ts';
import {
  performWrite,
  refuseWrite,
  unknownWrite,
  type WriteRecords,
  type WriteResult,
} from './perform-write.ts';
import type { CreateUserInput } from './user-write-input.ts';
import type { WriteContext } from '../write-context.ts';
import { creation } from './write-new-user.ts';

export interface CreateOnceOptions {
  readonly idempotency: Idempotency;
  readonly records: WriteRecords;
  readonly context: WriteContext;
}

/**
 * Creates a user; sent again with the same idempotency key, it answers what came of the first request instead.
 *
 * What was refused, failed for a passing reason, or could not be read before anything was sent may be tried again under
 * the same key.
 */
export async function createOnce(
  { idempotencyKey: key, ...input }: CreateUserInput,
  { idempotency, records, context }: CreateOnceOptions,
): Promise<WriteResult> {
  const request: KeyedRequest = {
    subject: context.caller.subject,
    requestId: context.requestId,
    mutation: 'createUser',
    key,
    content: input,
    signal: context.read.signal,
  };
  const keyHash = key === null ? null : idempotency.hashOf(request, key);
  const write = creation(input, keyHash, context);
  const answer = await idempotency.run<Attempt, WriteResult>(request, {
    positions: [ONLY],
    run: async () => new Map([[ONLY, await attempt(performWrite(write, records, context))]]),
    toRecord: (made) => ('result' in made && isFinal(made.result) ? made.result : null),
  });
  return 'refused' in answer
    ? refuseWrite(write, [answer.refused], { records, context })
    : resultOf(answer.outcomes.get(ONLY));
}

/** The key stands for one creation, not for several. */
const ONLY = 0;

/** An error is kept until the key has been released. */
type Attempt = { readonly result: WriteResult } | { readonly thrown: unknown };

async function attempt(performing: Promise<WriteResult>): Promise<Attempt> {
  return performing.then(
    (result) => ({ result }),
    (thrown: unknown) => ({ thrown }),
  );
}

function isFinal({ status, errors }: WriteResult): boolean {
  const mayBeTriedAgain = status === 'FAILED' && errors.some(({ retryable }) => retryable);
  return status !== 'REFUSED' && !mayBeTriedAgain;
}

function resultOf(outcome: KeyedOutcome<Attempt, WriteResult> | undefined): WriteResult {
  if (outcome?.kind === 'REPLAYED') return outcome.recorded;
  // The process that began it died before it could tell.
  if (outcome?.kind !== 'NEW') return unknownWrite();
  if ('thrown' in outcome.outcome) throw outcome.outcome.thrown;
  return outcome.outcome.result;
}
