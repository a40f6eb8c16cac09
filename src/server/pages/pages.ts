import type { IncomingMessage } from 'node:http';
import { chooseMediaType, GRAPHQL_TYPES } from '../accept.ts';
import { readExamples } from './examples.ts';
import { createGraphiql } from './graphiql.ts';
import type { Page } from './page.ts';
import { createSandbox } from './sandbox.ts';

const PAGE_TYPE = 'text/html';

/** The page that a request asks for, to be rendered; `null` when it asks for something else. */
export type PageRequest = (() => Promise<Page>) | null;

/**
 * Tells requests for pages from requests for data.
 *
 * @param search the request target's query with its question mark, or empty
 */
export function findPage(incoming: IncomingMessage, path: string, search: string): PageRequest {
  if (incoming.method !== 'GET') return null;
  if (path === '/graphiql') return graphiql;
  const isLanding = path === '/' || path === '/graphql';
  return isLanding && prefersPage(incoming) && !isQuery(search) ? sandbox : null;
}

const graphiql = once(async () => createGraphiql(readExamples()));

const sandbox = once(async () => createSandbox(readExamples()[0]));

/** Browsers accept a page before anything else. */
function prefersPage({ headers }: IncomingMessage): boolean {
  return chooseMediaType(headers.accept, [...GRAPHQL_TYPES, PAGE_TYPE]) === PAGE_TYPE;
}

/** A link to a query leads to its answer. */
function isQuery(search: string): boolean {
  return new URLSearchParams(search).has('query');
}

/** Neither files nor packages change while the program runs. */
function once<Result>(create: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | null = null;
  return () => (result ??= create());
}
