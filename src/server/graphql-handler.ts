import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import { GatewayError } from '../domain/errors.ts';
import { parseJson } from '../http/json.ts';
import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';

/** What one request brings to its context. */
export interface RequestScope {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly authorization: string | undefined;
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
    const body = await parseBody(incoming, maxBodyBytes);
    if (body.kind === 'refused') return sendError(outgoing, body.status, body.message);
    const context = await createContext({
      requestId,
      signal: deadline.signal,
      authorization: incoming.headers.authorization,
    }).catch((error: unknown) => toGatewayError(error));
    if (context instanceof GatewayError) {
      return sendError(outgoing, statusOf(context), context.message, context.code);
    }
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: incoming.method ?? 'GET',
        headers: toHeaderMap(incoming),
        search,
        body: body.value,
      },
      context: async () => context,
    });
    await sendResponse(outgoing, response);
  };
}

type ParsedBody =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

async function parseBody(incoming: IncomingMessage, maxBodyBytes: number): Promise<ParsedBody> {
  if (incoming.method !== 'POST') return { kind: 'parsed', value: undefined };
  const reading = await readBody(incoming, maxBodyBytes);
  if (reading.kind === 'too-large') {
    return {
      kind: 'refused',
      status: 413,
      message: `The body is larger than ${maxBodyBytes} bytes.`,
    };
  }
  if (reading.kind === 'not-utf8')
    return { kind: 'refused', status: 400, message: 'The body is not UTF-8 text.' };
  const value = isJson(incoming) ? parseJson(reading.text) : reading.text;
  return value === undefined
    ? { kind: 'refused', status: 400, message: 'The body is not JSON.' }
    : { kind: 'parsed', value };
}

function isJson(incoming: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '');
}

/**
 * A GET can only run a query and callers authenticate by header, so a page of another site gains nothing by sending
 * one: it passes without the extra header that Apollo's CSRF prevention wants. ADR 0003.
 */
function toHeaderMap(incoming: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (incoming.method === 'GET') headers.set('apollo-require-preflight', 'true');
  return headers;
}

async function sendResponse(
  outgoing: ServerResponse,
  response: HTTPGraphQLResponse,
): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.statusCode = response.status ?? 200;
  if (response.body.kind === 'complete') {
    outgoing.setHeader('content-length', Buffer.byteLength(response.body.string));
    outgoing.end(response.body.string);
    return;
  }
  for await (const chunk of response.body.asyncIterator) outgoing.write(chunk);
  outgoing.end();
}

/** Answers in the shape of GraphQL, before a GraphQL request could be made out. */
export function sendError(
  outgoing: ServerResponse,
  status: number,
  message: string,
  code = 'BAD_REQUEST',
): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    // The rest of a body that was not read must not be taken for the next request.
    connection: 'close',
  });
  outgoing.end(body);
}

function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}

/** The HTTP status of an error that ends a request before it is executed. */
function statusOf(error: GatewayError): number {
  if (error.code === 'UNAUTHENTICATED') return 401;
  return error.code === 'BAD_USER_INPUT' ? 400 : 500;
}
