import type { UpstreamCallEvent } from '../http/upstream.ts';
import type { OperationEvent } from './events.ts';

/**
 * One span for each GraphQL request and one for each upstream call in it. Spans hold what metrics hold and no more: no
 * name that a caller chose, no id, URL, header or body. Backends are told nothing of a trace.
 */
export interface Tracing {
  /**
   * Does the work for one request within its span.
   *
   * @param traceparent the caller's header of that name, so that the span becomes a part of the caller's trace; one that
   *   cannot be read is ignored
   * @see https://www.w3.org/TR/trace-context/
   */
  request<T>(traceparent: string | undefined, work: () => Promise<T>): Promise<T>;
  /** Says of the request's span what became of its operation. */
  operation(event: OperationEvent): void;
  upstreamCall(event: UpstreamCallEvent): void;
  /** Of the request that is being answered; `undefined` outside of one. */
  traceId(): string | undefined;
  /** Sends what has not been sent; waits for a few seconds at most. */
  close(): Promise<void>;
}
