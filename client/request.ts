import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

export interface RequestOptions {
  /** Besides the content's type, e.g. `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What the gateway answered. There can be both: a field that failed is `null` in `data`, the others have their values. */
export interface GraphqlAnswer<Data> {
  /** `null` when nothing was executed; `errors` says why. */
  readonly data: Data | null;
  readonly errors: readonly GraphqlError[];
}

export interface GraphqlError {
  readonly message: string;
  /** The field, e.g. `['users']`. Absent when the error is about the whole request. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    /** What went wrong, and so who must act; an open set. */
    readonly code?: string;
    /** Whether the same request may succeed later. */
    readonly retryable?: boolean;
    /** How long to wait before that, in milliseconds, where the backend said so. */
    readonly retryAfterMs?: number;
    /** Name of the backend that failed. */
    readonly backend?: string;
    /** To be quoted to the gateway's operators when the fault is the gateway's own. */
    readonly requestId?: string;
  };
}

/** Variables can be left out where the document needs none. */
type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];

/**
 * Sends one of the documents by `fetch`, once. A mutation is not sent again whatever happens; where it was given an
 * idempotency key, the caller can.
 *
 * @param url the gateway's address, e.g. `https://users.example/graphql`
 * @throws whatever `fetch` throws when nothing came back, and an Error when it was no GraphQL answer
 */
export async function request<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  ...[variables, { headers, signal } = {}]: Rest<Variables>
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query: print(document), variables }),
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!isAnswer<Data>(answer)) {
    throw new Error(`The answer has the status ${response.status} and is not GraphQL.`);
  }
  return { data: answer.data ?? null, errors: answer.errors ?? [] };
}

/** The documents and the types come from one schema, so `data` is taken at its word. */
function isAnswer<Data>(answer: unknown): answer is Partial<GraphqlAnswer<Data>> {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}
