import type { EnvironmentReader } from '../environment.ts';

/** What a document may hold, checked before it is executed. */
export interface LimitsConfig {
  readonly maxQueryDepth: number;
  readonly maxQueryTokens: number;
  readonly maxQueryAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  /** Fields, each as often as its lists may repeat it with the variables' values. */
  readonly maxQueryCost: number;
  readonly safelist: 'off' | 'log' | 'enforce';
}

/** The defaults let pass every document of `operations/` and the introspection query of a bundled IDE. */
export function readLimits(reader: EnvironmentReader): LimitsConfig {
  return {
    maxQueryDepth: reader.integer('MAX_QUERY_DEPTH', { min: 1, max: 1000, default: 16 }),
    maxQueryTokens: reader.integer('MAX_QUERY_TOKENS', { min: 10, max: 1_000_000, default: 4000 }),
    maxQueryAliases: reader.integer('MAX_QUERY_ALIASES', { min: 0, max: 10_000, default: 30 }),
    maxRootFields: reader.integer('MAX_ROOT_FIELDS', { min: 1, max: 10_000, default: 20 }),
    maxDirectives: reader.integer('MAX_DIRECTIVES', { min: 0, max: 10_000, default: 50 }),
    maxQueryCost: reader.integer('MAX_QUERY_COST', { min: 1, max: 1_000_000_000, default: 50_000 }),
    safelist: reader.choice('OPERATIONS_SAFELIST', ['off', 'log', 'enforce'], 'off'),
  };
}
