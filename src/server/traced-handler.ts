import type { Tracing } from '../observability/tracing.ts';
import type { GraphqlHandler } from './graphql-handler.ts';

/** Gives every GraphQL request its span. @param tracing `null`: none is wanted */
export function traceRequests(handler: GraphqlHandler, tracing: Tracing | null): GraphqlHandler {
  if (tracing === null) return handler;
  return (request) => {
    const { traceparent } = request.incoming.headers;
    const parent = typeof traceparent === 'string' ? traceparent : undefined;
    return tracing.request(parent, () => handler(request));
  };
}
