import type { BackendName } from '../../../domain/model.ts';
import { userError, type PlannedCall } from '../../../domain/user-write.ts';
import type { UpstreamClient } from '../../../http/upstream-client.ts';
import type { UpstreamResponse } from '../../../http/upstream.ts';
import { toWriteFailure, type WriteFailure } from '../../../http/write-outcome.ts';
import { failureOf } from '../failure.ts';
import type { CpqVersion } from '../settings.ts';

/** One call that changes something, without what it sends. */
export interface WriteCall {
  readonly operation: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** Made by `encodePath`, below the version. */
  readonly path: string;
}

/** What came of a call: an answer with a status of success, or why there is none. */
export type WriteReply =
  { readonly response: UpstreamResponse } | { readonly failure: WriteFailure };

export interface WriteSender {
  readonly backend: BackendName;
  readonly version: CpqVersion;
  readonly upstream: Pick<UpstreamClient, 'write'>;
}

/** How a call shows in a plan: the configured base URL ends before the version. */
export function toPlannedCall(
  { operation, method, path }: WriteCall,
  version: CpqVersion,
): PlannedCall {
  return { method, path: `/v${version}${path}`, operation };
}

/**
 * Sends a call once.
 *
 * @param body JSON text; `""`: none, though its type is declared all the same, as in CPQ's own example
 */
export async function sendCall(
  { backend, upstream }: WriteSender,
  call: WriteCall,
  body: string,
): Promise<WriteReply> {
  const headers = { 'content-type': 'application/json' };
  const answer = await upstream.write({ ...call, headers, body });
  const failure = toWriteFailure(answer, {
    request: call,
    failureOf: (response, request) => failureOf(backend, response, request),
  });
  if (failure !== null || answer.kind !== 'response') return { failure: failure ?? UNREADABLE };
  return { response: answer.response };
}

/** An answer with a status of success that is not CPQ's, e.g. a proxy's login page. */
export const UNREADABLE: WriteFailure = {
  status: 'UNKNOWN',
  error: userError(
    'OUTCOME_UNKNOWN',
    'The answer is not one of CPQ, so the write may or may not have been done. Read the user before trying again.',
  ),
  httpStatus: null,
  backendRequestId: null,
};
