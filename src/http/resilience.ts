import {
  BrokenCircuitError,
  BulkheadRejectedError,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  bulkhead,
  circuitBreaker,
  handleWhen,
  retry,
  type IPolicy,
  type IRetryBackoffContext,
} from 'cockatiel';
import { GatewayError } from '../domain/errors.ts';
import type { BackendName } from '../domain/model.ts';
import { CALLER_LEFT } from './failure.ts';

const MAX_ATTEMPTS = 3;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;
/** Consecutive reads, retries included, without an answer after which a backend is left alone for a moment. */
const BREAKER_THRESHOLD = 10;
/** Short, because one read is then let through to see; all others wait for it and no longer. */
const BREAKER_PAUSE_MS = 250;
const MAX_WAITING_CALLS = 2_000;

/** What keeps a dead or slow backend from costing the others anything. */
export interface Guard {
  /** Around a whole read with its retries. */
  readonly breaker: IPolicy;
  /** Around each try. */
  readonly bulkhead: IPolicy;
  /** Whether reads are refused. */
  isOpen(): boolean;
}

export function createGuard(maxConcurrentCalls: number): Guard {
  const breaker = circuitBreaker(handleWhen(countsAgainstBackend), {
    halfOpenAfter: BREAKER_PAUSE_MS,
    breaker: new ConsecutiveBreaker(BREAKER_THRESHOLD),
  });
  return {
    breaker,
    isOpen: () => breaker.state === CircuitState.Open,
    bulkhead: bulkhead(maxConcurrentCalls, MAX_WAITING_CALLS),
  };
}

export interface RetryOptions {
  readonly signal: AbortSignal;
  /** When the call's time is up, on the clock of `performance.now()`. */
  readonly endsAt: number;
  readonly retriesStatus500: boolean;
}

/** Retries what may pass: no answer, a broken-off one, throttling, and a plain 500 where that is wanted. */
export function createRetry({ signal, endsAt, retriesStatus500 }: RetryOptions): IPolicy {
  const mayPass = (error: unknown): boolean =>
    error instanceof GatewayError &&
    error.retryable &&
    (retriesStatus500 || error.safeCause?.status !== 500) &&
    !signal.aborted &&
    performance.now() + (error.retryAfterMs ?? 0) < endsAt;
  return retry(handleWhen(mayPass), {
    maxAttempts: MAX_ATTEMPTS - 1,
    backoff: new DelegateBackoff(delayOf),
  });
}

/** Why a call was not let through. */
export type GuardRefusal = 'CIRCUIT_OPEN' | 'QUEUE_FULL';

/** @returns `null` when the error is not the guard's own */
export function guardRefusalOf(error: unknown): GuardRefusal | null {
  if (error instanceof BrokenCircuitError) return 'CIRCUIT_OPEN';
  return error instanceof BulkheadRejectedError ? 'QUEUE_FULL' : null;
}

/** Names what the guard refused in the gateway's own terms. */
export function toGuardError(
  refusal: GuardRefusal,
  backend: BackendName,
  operation: string,
): GatewayError {
  const message =
    refusal === 'CIRCUIT_OPEN'
      ? `${backend} is left alone for a moment: its last calls all failed.`
      : `Too many calls to ${backend} are waiting already.`;
  return new GatewayError('BACKEND_UNAVAILABLE', message, {
    backend,
    operation,
    cause: { code: refusal },
  });
}

function delayOf({ attempt, result }: IRetryBackoffContext<unknown>): number {
  const error = 'error' in result ? result.error : null;
  if (error instanceof GatewayError && error.retryAfterMs !== null) return error.retryAfterMs;
  const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

function countsAgainstBackend(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.code === 'BACKEND_UNAVAILABLE' &&
    error.safeCause?.code !== CALLER_LEFT
  );
}
