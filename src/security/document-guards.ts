import type { ApolloServerPlugin } from '@apollo/server';
import type { ValidationRule } from 'graphql';
import type { LimitsConfig } from '../config/limits.ts';
import type { Logger } from '../observability/logger.ts';
import { createIntrospectionGuard } from './introspection.ts';
import { createCostLimit, createLimitRules } from './limits.ts';
import type { CallerContext } from './permissions.ts';
import {
  createManifestQueries,
  createSafelist,
  createSafelistLog,
  readManifest,
  type PersistedQueries,
} from './safelist.ts';

/** What the guards know of a request. */
export interface GuardedContext extends CallerContext {
  readonly requestId: string;
}

/** What a document must pass before it is executed. */
export interface DocumentGuards {
  /** Counted while parsing, which stops there. */
  readonly maxTokens: number;
  readonly validationRules: readonly ValidationRule[];
  /** In the order in which they refuse. */
  readonly plugins: readonly ApolloServerPlugin<GuardedContext>[];
  /** `null`: as Apollo Server does it, any document can be registered under its hash. */
  readonly persistedQueries: PersistedQueries | null;
}

export interface DocumentGuardsOptions {
  readonly limits: LimitsConfig;
  /** Then the schema is read with a permission only. */
  readonly production: boolean;
  readonly log: Logger;
}

export function createDocumentGuards({
  limits,
  production,
  log,
}: DocumentGuardsOptions): DocumentGuards {
  const { plugins, persistedQueries } = createSafelistGuards(limits.safelist, log);
  return {
    maxTokens: limits.maxQueryTokens,
    validationRules: createLimitRules(limits),
    plugins: [
      ...plugins,
      ...(production ? [createIntrospectionGuard()] : []),
      createCostLimit(limits.maxQueryCost),
    ],
    persistedQueries,
  };
}

function createSafelistGuards(
  mode: LimitsConfig['safelist'],
  log: Logger,
): Pick<DocumentGuards, 'plugins' | 'persistedQueries'> {
  if (mode === 'off') return { plugins: [], persistedQueries: null };
  const manifest = readManifest();
  if (mode === 'log') {
    return { plugins: [createSafelistLog({ manifest, log })], persistedQueries: null };
  }
  return {
    plugins: [createSafelist({ manifest, log })],
    persistedQueries: createManifestQueries(manifest),
  };
}
