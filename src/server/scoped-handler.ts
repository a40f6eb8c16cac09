import { inRequest } from '../observability/request-scope.ts';
import type { GraphqlHandler } from './graphql-handler.ts';

/** Lets what is logged on the way bear the id of its request. */
export function scopeRequests(handler: GraphqlHandler): GraphqlHandler {
  return (request) => inRequest(request.requestId, () => handler(request));
}
