import { GatewayError } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import type { PlannedCall, UserError } from '../../domain/user-write.ts';
import type { JsonObject } from '../../http/json.ts';
import type { UpstreamResponse, WriteAnswer } from '../../http/upstream.ts';
import { toWriteFailure, userError, type WriteFailure } from '../../http/write-outcome.ts';
import { bodyOf, errorCodeOf, requestIdOf } from './answer.ts';
import type { CloudSsoClient } from './client.ts';
import { failureOf } from './failure.ts';
import { ContractViolation } from './fields.ts';
import type { Parameters } from './parameters.ts';

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
  const failure = toWriteFailure(sent, {
    request: toRequest(operation),
    failureOf: (response, request) => failureOf(backend, response, request),
  });
  if (sent.kind !== 'response') return { failure: failure ?? unreadableAnswer(null) };
  const { response } = sent;
  if (failure !== null) return { failure: explain(failure, response, operation) };
  return { answer: bodyOf(response) ?? {}, backendRequestId: requestIdOf(response) };
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

/** Why no password of the directory can be reset. */
export function passwordManagedExternally(): UserError {
  return userError(
    'PASSWORD_MANAGED_EXTERNALLY',
    'The directory has SSO logon enabled, so its users have their passwords at the identity provider. Reset it there.',
  );
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

interface Explanation {
  readonly code: RegExp;
  /** `null`: of any. */
  readonly operation: string | null;
  readonly error: UserError;
}

/**
 * What CloudSSO's codes say beyond "refused". It publishes no list of them: the conflicts are known from the vendor's
 * own clients, the rest is inferred from the sibling service RAM.
 */
const EXPLANATIONS: readonly Explanation[] = [
  {
    code: /^EntityAlreadyExists\.User(\.UserName)?$/,
    operation: 'CreateUser',
    error: userError('TAKEN', 'Another user of the directory has this login.', { path: ['login'] }),
  },
  {
    code: /^EntityAlreadyExists\.(User\.)?Email$/,
    operation: null,
    error: userError('TAKEN', 'Another user of the directory has this e-mail address.', {
      path: ['attributes', 'emails'],
    }),
  },
  {
    code: /^DeletionConflict\./,
    operation: null,
    error: userError(
      'CONFLICT',
      'The user still has groups, access assignments or MFA devices, or one of them is still being removed. Remove them, then try again.',
      { retryable: true },
    ),
  },
  {
    code: /^OperationConflict\./,
    operation: null,
    error: userError(
      'CONFLICT',
      'Another change of the same thing is still under way. Try again when it has ended.',
      { retryable: true },
    ),
  },
  {
    code: /^InvalidParameter\.Password/,
    operation: 'ResetUserPassword',
    error: userError(
      'PASSWORD_POLICY_VIOLATION',
      'CloudSSO refused the password: it breaks a rule of the directory, or was used before.',
      { path: ['password'] },
    ),
  },
  {
    code: /^OperationForbidden\.SSO/,
    operation: 'ResetUserPassword',
    error: passwordManagedExternally(),
  },
];

/** @returns `null` for a code that says no more than "refused" */
export function explanationOf(nativeCode: string, operation: string): UserError | null {
  const known = EXPLANATIONS.find(
    (candidate) =>
      candidate.code.test(nativeCode) &&
      (candidate.operation === null || candidate.operation === operation),
  );
  return known?.error ?? null;
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
