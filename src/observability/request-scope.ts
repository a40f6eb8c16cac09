import { AsyncLocalStorage } from 'node:async_hooks';

/** What is told of one GraphQL request by parts that do not know of requests, such as upstream calls. */
export interface RequestScope {
  readonly requestId: string;
  /** Backend and outcome of its upstream calls that failed, each once, e.g. `cpq BACKEND_UNAVAILABLE`. */
  readonly upstreamFailures: Set<string>;
}

const current = new AsyncLocalStorage<RequestScope>();

/** Everything that the work calls belongs to the request. A call that several requests share belongs to the one that began it. */
export async function inRequest<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  return current.run({ requestId, upstreamFailures: new Set() }, work);
}

/** `undefined` outside of a request. */
export function currentRequest(): RequestScope | undefined {
  return current.getStore();
}
