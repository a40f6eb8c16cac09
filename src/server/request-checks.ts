import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { chooseMediaType, GRAPHQL_TYPES } from './accept.ts';
import type { Refusal } from './answers.ts';

/** What a request's head asks for. */
export interface GraphqlHead {
  readonly method: 'GET' | 'POST';
  /** The one media type to answer with. */
  readonly accept: string;
}

/** Answers to OPTIONS are the server's. */
const ALLOWED = 'GET, POST, OPTIONS';

/**
 * Checks what can be told from the head alone, before a body is read or anything is executed: Apollo Server looks at
 * `Accept` only when a mutation is already done.
 */
export function checkHead(incoming: IncomingMessage): GraphqlHead | Refusal {
  const { method } = incoming;
  if (method !== 'GET' && method !== 'POST') {
    return {
      status: 405,
      message: 'GraphQL is asked by GET or POST.',
      headers: { allow: ALLOWED },
    };
  }
  const accept = chooseMediaType(incoming.headers.accept, GRAPHQL_TYPES);
  if (accept === null) {
    return { status: 406, message: `Answers come as ${GRAPHQL_TYPES.join(' or ')}.` };
  }
  return (method === 'POST' ? refuseBody(incoming) : null) ?? { method, accept };
}

/** Anything but JSON is refused, so that no body that a page of another site can send unasked is ever read. */
function refuseBody({ headers }: IncomingMessage): Refusal | null {
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    return {
      status: 415,
      message: 'Send the body without a content encoding.',
      headers: { 'accept-encoding': 'identity' },
    };
  }
  if (!isUtf8Json(headers['content-type'])) {
    return {
      status: 415,
      message: 'Send the body as application/json in UTF-8.',
      headers: { 'accept-post': 'application/json' },
    };
  }
  return null;
}

function isUtf8Json(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  try {
    const { essence, params } = new MIMEType(contentType);
    return essence === 'application/json' && /^utf-?8$/i.test(params.get('charset') ?? 'utf-8');
  } catch {
    return false;
  }
}
