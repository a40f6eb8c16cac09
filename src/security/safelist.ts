import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { parse, print, visit, type DocumentNode } from 'graphql';
import { GatewayError } from '../domain/errors.ts';
import type { Logger } from '../observability/logger.ts';
import { refusal } from './refusal.ts';

/** The operations of the known clients. */
export interface OperationManifest {
  /** Whether the document is one of them, apart from layout, comments and added `__typename`s. */
  has(document: DocumentNode): boolean;
  /** The text of the operation with this id, the SHA-256 in hexadecimal digits of its document as graphql-js prints it. */
  textOf(id: string): string | undefined;
}

export interface SafelistOptions {
  readonly manifest: OperationManifest;
  readonly log: Logger;
}

export type SafelistPlugin = ApolloServerPlugin<{ readonly requestId: string }>;

export type PersistedQueries = Exclude<
  ApolloServerOptions<BaseContext>['persistedQueries'],
  false | undefined
>;

/** @param texts one document each, as a client sends it: an operation with its fragments */
export function createManifest(texts: readonly string[]): OperationManifest {
  const byId = new Map<string, string>();
  const known = new Set<string>();
  const verdicts = new WeakMap<DocumentNode, boolean>();
  for (const text of texts) {
    const document = parse(text, { noLocation: true });
    byId.set(sha256(print(document)), text);
    known.add(keyOf(document));
  }
  return {
    textOf: (id) => byId.get(id),
    has: (document) => {
      // Apollo Server keeps the documents it has parsed.
      const verdict = verdicts.get(document) ?? known.has(keyOf(document));
      verdicts.set(document, verdict);
      return verdict;
    },
  };
}

/** Reads the manifest from the documents of `operations/`. */
export function readManifest(): OperationManifest {
  const files = readdirSync(OPERATIONS_FOLDER).filter((name) => name.endsWith('.graphql'));
  return createManifest(files.map((name) => readFileSync(`${OPERATIONS_FOLDER}${name}`, 'utf8')));
}

/** Lets everything pass, and logs what `createSafelist` would refuse. */
export function createSafelistLog({ manifest, log }: SafelistOptions): SafelistPlugin {
  return {
    requestDidStart: async ({ contextValue: { requestId } }) => ({
      didResolveOperation: async ({ document, operationName }) => {
        if (!manifest.has(document)) {
          log.warn('an operation is not in the safelist', { requestId, operationName });
        }
      },
    }),
  };
}

/** Refuses every document that is not in the manifest, and hides what else may be wrong with it. */
export function createSafelist({ manifest, log }: SafelistOptions): SafelistPlugin {
  return {
    requestDidStart: async ({ contextValue: { requestId } }) => ({
      didResolveOperation: async ({ document, operationName }) => {
        if (manifest.has(document)) return;
        log.warn('an operation is not in the safelist and was refused', {
          requestId,
          operationName,
        });
        throw refusal(notListed(), { status: 403 });
      },
      willSendResponse: async ({ document, response }) => {
        if (document === undefined || manifest.has(document)) return;
        // Apollo Server offers no place to refuse before it validates, and what it says about an unknown document would
        // tell of the schema.
        const { message, code, retryable, extensions } = notListed();
        const errors = [{ message, extensions: { ...extensions, code, retryable } }];
        response.body = { kind: 'single', singleResult: { errors } };
        response.http.status = 403;
      },
    }),
  };
}

/**
 * Lets a client send an operation's id alone, as the hash of a persisted query, and registers nothing: an unknown hash
 * is PERSISTED_QUERY_NOT_FOUND, and the document that a client then sends is judged like any other.
 */
export function createManifestQueries(manifest: OperationManifest): PersistedQueries {
  return {
    cache: {
      // Apollo Server puts a prefix before the hash.
      get: async (key) => manifest.textOf(key.slice(key.lastIndexOf(':') + 1)),
      set: async () => {},
      delete: async () => false,
    },
  };
}

// Holds for src/ and for a compiled package alike: operations/ lies beside the folder of the code.
const OPERATIONS_FOLDER = fileURLToPath(new URL('../../operations/', import.meta.url));

function notListed(): GatewayError {
  return new GatewayError(
    'FORBIDDEN',
    'Only registered operations are answered here, and this is none of them.',
    { extensions: { reason: 'OPERATION_NOT_IN_SAFELIST' } },
  );
}

/** Clients such as Apollo Client add `__typename` to every selection before they send a document. */
function keyOf(document: DocumentNode): string {
  const plain = visit(document, {
    Field: ({ name, alias, directives = [] }) =>
      name.value === '__typename' && !alias && directives.length === 0 ? null : undefined,
  });
  return sha256(print(plain));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
