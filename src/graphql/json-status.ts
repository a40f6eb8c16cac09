import type { ApolloServerPlugin, GraphQLRequest, GraphQLResponse } from '@apollo/server';

const METHOD_NOT_ALLOWED = 405;

/**
 * Answers 200 to callers who accept `application/json` alone, also when a document was refused: there a status other
 * than 200 tells that no GraphQL answered. Callers of `application/graphql-response+json` get 400 and the like.
 *
 * A request that is no GraphQL request keeps its 400, a mutation by GET its 405. The HTTP adapter has reduced `accept` to
 * the one type that is answered with.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const jsonStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async (answered) => mendStatus(answered),
  }),
};

interface Answered {
  /** Absent when the request held no document, which Apollo Server's own type denies. */
  readonly source?: string | undefined;
  readonly request: GraphQLRequest;
  readonly response: Pick<GraphQLResponse, 'http'>;
}

function mendStatus({ source, request, response: { http } }: Answered): void {
  const isJson = request.http?.headers.get('accept') === 'application/json';
  if (isJson && source !== undefined && http.status !== METHOD_NOT_ALLOWED) http.status = 200;
}
