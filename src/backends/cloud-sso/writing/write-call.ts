import { GatewayError } from '../../../domain/errors.ts';
import type { BackendName } from '../../../domain/model.ts';
import type { PlannedCall } from '../../../domain/user-write.ts';
import type { JsonObject } from '../../../http/json.ts';
import type { UpstreamResponse, WriteAnswer } from '../../../http/upstream.ts';
import { toWriteFailure, userError, type WriteFailure } from '../../../http/write-outcome.ts';
import { bodyOf, errorCodeOf, isOwnAnswer, requestIdOf } from '../answer.ts';
import type { CloudSsoClient } from '../client.ts';
import { NONCE_USED, failureOf } from '../failure.ts';
import { ContractViolation } from '../fields.ts';
import type { Parameters } from '../parameters.ts';
import { explanationOf } from './write-refusals.ts';

/** One call that changes something. */
export interface WriteCall {
  readonly operation: string;
  readonly parameters: Parameters;
}

/** What came of it: an answer that says it was done, or why there is none. */
export type WriteCallOutcome =
  | { readonly answer: JsonObject; readonly backendRequestId: string | null }
  | { readonly failure: WriteFailure };

export interface WriteSender {
  readonly backend: BackendName;
  readonly client: CloudSsoClient;
}

/** How a call shows in a plan: every operation has the same address, and its parameters travel in the form body. */
export function toPlannedCall(operation: string): PlannedCall {
  return toRequest(operation);
}

/**
 * Sends a call at most once.
 *
 * @param signal nothing is sent after its end; what was sent before is waited for
 */
export async function sendCall(
  { backend, client }: WriteSender,
  { operation, parameters }: WriteCall,
  signal: AbortSignal,
): Promise<WriteCallOutcome> {
  const sent: WriteAnswer = signal.aborted
    ? { kind: 'not-sent', error: tooLate(backend, operation) }
    : await client.write(operation, parameters, signal);
  const failure = failureOfWrite(backend, sent, operation);
  if (failure !== null) return { failure };
  if (sent.kind !== 'response') return { failure: unreadableAnswer(null) };
  const { response } = sent;
  return { answer: bodyOf(response) ?? {}, backendRequestId: requestIdOf(response) };
}

/**
 * What is known after a call that did not succeed.
 *
 * Many operations answer with nothing but the id of the request; an object without it, e.g. a proxy's, proves nothing.
 *
 * @returns `null` for an answer of CloudSSO that says it was done
 */
export function failureOfWrite(
  backend: BackendName,
  sent: WriteAnswer,
  operation: string,
): WriteFailure | null {
  const failure = toWriteFailure(sent, {
    request: toRequest(operation),
    failureOf: (response, request) => failureOf(backend, response, request),
  });
  if (sent.kind !== 'response') return failure;
  if (errorCodeOf(sent.response) === NONCE_USED) return copyCameBefore(sent.response);
  if (failure !== null) return explain(failure, sent.response, operation);
  return isOwnAnswer(sent.response) ? null : unreadableAnswer(null);
}

/** What an answer should hold; `null` when it holds something else. */
export function readFrom<T>(
  answer: JsonObject,
  parse: (body: JsonObject, parameters: Parameters) => T,
): T | null {
  try {
    return parse(answer, {});
  } catch (error) {
    if (error instanceof ContractViolation) return null;
    throw error;
  }
}

/** An answer that says it was done, without what it should tell beside. */
export function unreadableAnswer(backendRequestId: string | null): WriteFailure {
  return {
    status: 'UNKNOWN',
    error: userError(
      'OUTCOME_UNKNOWN',
      'CloudSSO answered without what the answer should hold, so nobody knows what was done. Read the account before trying again.',
    ),
    httpStatus: null,
    backendRequestId,
  };
}

function copyCameBefore(response: UpstreamResponse): WriteFailure {
  return {
    status: 'UNKNOWN',
    error: userError(
      'OUTCOME_UNKNOWN',
      'A copy of the request had reached CloudSSO before it, so nobody knows what was done. Read the account before trying again.',
    ),
    httpStatus: response.status,
    backendRequestId: requestIdOf(response),
  };
}

function toRequest(operation: string) {
  return { operation, method: 'POST', path: '/' } as const;
}

function tooLate(backend: BackendName, operation: string): GatewayError {
  return new GatewayError(
    'BACKEND_UNAVAILABLE',
    `The time of the request was up before ${operation} could be sent.`,
    { backend, operation },
  );
}

function explain(
  failure: WriteFailure,
  response: UpstreamResponse,
  operation: string,
): WriteFailure {
  const nativeCode = errorCodeOf(response);
  if (failure.status !== 'FAILED' || nativeCode === null) return failure;
  const error = explanationOf(nativeCode, operation);
  return error === null ? failure : { ...failure, error };
}
