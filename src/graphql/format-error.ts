import {
  GraphQLError,
  Kind,
  type GraphQLErrorExtensions,
  type GraphQLFormattedError,
} from 'graphql';
import { GatewayError } from '../domain/errors.ts';
import { framesOf } from '../observability/stack-frames.ts';
import { plainMessageOf, withoutToken } from './echo-guard.ts';

/** What is logged of a defect: where it happened, and nothing that a backend or a caller wrote. */
export interface DefectFields {
  readonly requestId: string;
  readonly errorName: string;
  readonly code: string | undefined;
  /** The field, e.g. `users.edges.0.node.company`. */
  readonly path: string | undefined;
  /** Functions, files and lines, without the error's message. */
  readonly stack: string | undefined;
}

/** Where defects are written. */
export interface DefectLog {
  error(message: string, fields: DefectFields): void;
}

export interface ErrorFormatterOptions {
  readonly log: DefectLog;
  /** Leaves out the "Did you mean …" of graphql-js, which tells names of a schema that is not open to everyone. */
  readonly hideSuggestions: boolean;
}

/** The request in which an error occurred. */
export interface ErrorOrigin {
  readonly requestId: string;
  /** Whether a message that quotes the request could quote a password. */
  readonly mayQuoteSecret: boolean;
}

/** Turns anything that was thrown into an error that may be answered with. Never throws, never carries a stack. */
export type ErrorFormatter = (error: unknown, origin: ErrorOrigin) => GraphQLFormattedError;

/** Codes that GraphQL and Apollo Server themselves give to a request before any field runs; clients know them. */
const PROTOCOL_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo Server's additions: a stack while developing, and what an error does to the HTTP answer. */
const INTERNAL_EXTENSIONS: ReadonlySet<string> = new Set(['stacktrace', 'http']);

/**
 * Makes the one function through which every error leaves:
 *
 * - a `GatewayError` shows its message, code, whether to try again, and the backend
 * - input that graphql-js refused while executing is BAD_USER_INPUT
 * - an error of the protocol stays as it is, but says nothing of the request where it could quote a password
 * - anything else is a defect of ours: the caller gets the request id, the log the place
 */
export function createErrorFormatter({
  log,
  hideSuggestions,
}: ErrorFormatterOptions): ErrorFormatter {
  return (error, origin) => {
    const place = placeOf(error);
    const expected = findGatewayError(error);
    if (expected !== null)
      return { message: expected.message, ...place, extensions: extensionsOf(expected) };
    const refused = findRefusedInput(error);
    if (refused !== null) {
      const code = 'BAD_USER_INPUT';
      return { message: messageOf(refused, code, origin), ...place, extensions: { code } };
    }
    if (isProtocolError(error)) {
      const { code } = error.extensions;
      const extensions = origin.mayQuoteSecret ? { code } : withoutInternals(error.extensions);
      return { message: messageOf(error, code, origin), ...place, extensions };
    }
    const { requestId } = origin;
    log.error('A defect was masked in an answer.', defectFields(error, requestId));
    return {
      message: 'Internal server error',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    };
  };

  function messageOf(error: GraphQLError, code: unknown, { mayQuoteSecret }: ErrorOrigin): string {
    if (mayQuoteSecret) return plainMessageOf(error, code);
    // The parser calls itself for everything that stands inside of something.
    if (innermost(error) instanceof RangeError) return 'The document is nested too deeply to read.';
    if (code === 'GRAPHQL_PARSE_FAILED') return withoutToken(error.message);
    return hideSuggestions ? error.message.replace(/ Did you mean .*$/s, '') : error.message;
  }
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  const { locations, path } = error;
  return { ...(locations && { locations }), ...(path && { path }) };
}

function findGatewayError(error: unknown): GatewayError | null {
  if (error instanceof GatewayError) return error;
  return error instanceof GraphQLError && error.originalError
    ? findGatewayError(error.originalError)
    : null;
}

function extensionsOf(error: GatewayError): Record<string, unknown> {
  return {
    ...error.extensions,
    code: error.code,
    retryable: error.retryable,
    ...(error.retryAfterMs !== null && { retryAfterMs: error.retryAfterMs }),
    ...(error.backend !== null && { backend: error.backend }),
  };
}

/**
 * Input that only fails when the operation is about to run or running: a null that reached a non-null argument through a
 * nullable variable, or more wrong variables than graphql-js cares to list. It raises the first at the argument's value
 * and the second at no place at all; its own complaints about a resolver's result stand at the field, and what a resolver
 * or a scalar raises is wrapped to get a path.
 */
function findRefusedInput(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError)) return null;
  // An argument of @skip or @include at the root has no path.
  const raised = error.path ? error.originalError : error;
  if (!(raised instanceof GraphQLError) || raised.path || raised.originalError) return null;
  if (raised.extensions['code'] !== undefined) return null;
  if (raised.nodes === undefined) return error.path ? null : raised;
  return raised.nodes.some(({ kind }) => kind !== Kind.FIELD) ? raised : null;
}

function isProtocolError(error: unknown): error is GraphQLError {
  return (
    error instanceof GraphQLError &&
    error.path === undefined &&
    PROTOCOL_CODES.has(error.extensions['code'])
  );
}

function withoutInternals(extensions: GraphQLErrorExtensions): GraphQLErrorExtensions {
  const shown = Object.entries(extensions).filter(([name]) => !INTERNAL_EXTENSIONS.has(name));
  return Object.fromEntries(shown);
}

function defectFields(error: unknown, requestId: string): DefectFields {
  const cause = innermost(error);
  return {
    requestId,
    errorName: cause instanceof Error ? cause.name : typeof cause,
    code: hasTextCode(cause) ? cause.code : undefined,
    path: error instanceof GraphQLError ? error.path?.join('.') : undefined,
    stack: cause instanceof Error ? framesOf(cause) : undefined,
  };
}

function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError
    ? innermost(error.originalError)
    : error;
}

function hasTextCode(value: unknown): value is { readonly code: string } {
  return value instanceof Error && 'code' in value && typeof value.code === 'string';
}
