import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Something that went wrong before a GraphQL request could be made out. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  /** `extensions.code`; BAD_REQUEST when absent. */
  readonly code?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Whether the same request may succeed later; not told when absent. */
  readonly retryable?: boolean;
  /** For the caller to quote when the fault is ours. */
  readonly requestId?: string;
}

/** Answers in the shape of GraphQL. */
export function sendRefusal(
  outgoing: ServerResponse,
  { status, message, code = 'BAD_REQUEST', headers, retryable, requestId }: Refusal,
): void {
  const extensions = {
    code,
    ...(retryable !== undefined && { retryable }),
    ...(requestId !== undefined && { requestId }),
  };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  send(outgoing, {
    status,
    type: 'application/json; charset=utf-8',
    body,
    headers: {
      ...headers,
      // The rest of a body that was not read must not be taken for the next request.
      connection: 'close',
    },
  });
}

export interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type: string;
  readonly body: string;
  readonly headers?: OutgoingHttpHeaders;
}

export function send(outgoing: ServerResponse, { status, type, body, headers }: Answer): void {
  outgoing.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  outgoing.end(body);
}
