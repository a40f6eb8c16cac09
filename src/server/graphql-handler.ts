import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import { GatewayError } from '../domain/errors.ts';
import { sendRefusal, type Refusal } from './answers.ts';
import { readJson } from './body.ts';
import type { Deadline } from './deadline.ts';
import { checkHead, type GraphqlHead } from './request-checks.ts';

/** What one request brings to its context. */
export interface RequestScope {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly timeout: AbortSignal;
  readonly authorization: string | undefined;
  readonly host: string | undefined;
}

export interface GraphqlHandlerOptions<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  /** @throws GatewayError UNAUTHENTICATED and others, which become the whole answer */
  readonly createContext: (scope: RequestScope) => Promise<Context>;
  readonly maxBodyBytes: number;
}

export interface GraphqlRequest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly requestId: string;
  readonly deadline: Deadline;
  /** The request target's query with its question mark, or empty. */
  readonly search: string;
}

export type GraphqlHandler = (request: GraphqlRequest) => Promise<void>;

/** Connects Node's HTTP server with Apollo Server: a few dozen lines, where a framework's integration costs more than a request. */
export function createGraphqlHandler<Context extends object>({
  apollo,
  createContext,
  maxBodyBytes,
}: GraphqlHandlerOptions<Context>): GraphqlHandler {
  return async ({ incoming, outgoing, requestId, deadline, search }) => {
    const head = checkHead(incoming);
    if ('status' in head) return sendRefusal(outgoing, head);
    const body =
      head.method === 'POST' ? await readJson(incoming, maxBodyBytes) : { value: undefined };
    if ('status' in body) return sendRefusal(outgoing, body);
    const context = await createContext({
      requestId,
      signal: deadline.signal,
      timeout: deadline.timeout,
      authorization: incoming.headers.authorization,
      host: incoming.headers.host,
    }).catch((error: unknown) => toGatewayError(error));
    if (context instanceof GatewayError) {
      return sendRefusal(outgoing, { ...toRefusal(context), requestId });
    }
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: head.method,
        headers: toHeaderMap(incoming, head),
        search,
        body: body.value,
      },
      context: async () => context,
    });
    await sendResponse(outgoing, response);
  };
}

/**
 * A GET can only run a query and callers authenticate by header, so a page of another site gains nothing by sending
 * one: it passes without the extra header that Apollo's CSRF prevention wants. ADR 0003.
 */
function toHeaderMap(incoming: IncomingMessage, { method, accept }: GraphqlHead): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (method === 'GET') headers.set('apollo-require-preflight', 'true');
  headers.set('accept', accept);
  return headers;
}

async function sendResponse(
  outgoing: ServerResponse,
  response: HTTPGraphQLResponse,
): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  // Apollo Server lets some answers be kept; whose they are depends on the caller.
  outgoing.setHeader('cache-control', 'no-store');
  outgoing.statusCode = response.status ?? 200;
  if (response.body.kind === 'complete') {
    outgoing.setHeader('content-length', Buffer.byteLength(response.body.string));
    outgoing.end(response.body.string);
    return;
  }
  for await (const chunk of response.body.asyncIterator) outgoing.write(chunk);
  outgoing.end();
}

function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}

/** An error that ends a request before it is executed. */
function toRefusal(error: GatewayError): Refusal {
  const { code, message } = error;
  if (code === 'UNAUTHENTICATED') {
    return { status: 401, code, message, headers: { 'www-authenticate': 'Bearer' } };
  }
  if (code === 'FORBIDDEN') return { status: 403, code, message };
  if (code === 'BAD_USER_INPUT') return { status: 400, code, message };
  const { retryable } = error;
  return { status: retryable ? 503 : 500, code, message, retryable };
}
