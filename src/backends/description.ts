import type { Capability } from '../domain/capability.ts';
import type { ResetProfile } from '../domain/password-reset.ts';
import type { Environment } from '../environment.ts';

/** What a reader may rely on: material of generated documents and of the checks on them. Serving never reads it. */
export interface BackendDescription {
  /** Oldest first. */
  readonly versions: readonly BackendVersion[];
  /** One for every capability that some version has, or several with other versions each. */
  readonly facts: readonly CapabilityFact[];
  /** What the backend's words are taken to mean, as the code maps them. */
  readonly tables: readonly SemanticTable[];
  /** Every class of accounts whose password can be reset. */
  readonly resetProfiles: readonly ResetProfile[];
}

/** One version of a backend's interface. */
export interface BackendVersion {
  readonly name: string;
  /** A complete configuration of it with invented values: its ports tell what the version can do. Nothing is called. */
  readonly environment: Environment;
}

/**
 * How sure a fact is. documented: the vendor says so; inferred: it follows from what the vendor says elsewhere;
 * unknown: the vendor says nothing, and a switch or a safe default stands in.
 */
export type Confidence = 'documented' | 'inferred' | 'unknown';

/** How a capability is had, and how sure that is. */
export interface CapabilityFact {
  readonly capability: Capability;
  readonly versions: readonly string[];
  /** The backend's operations that serve it. */
  readonly operation: string;
  readonly confidence: Confidence;
  /** What should be known of it; its reason when it is not documented. */
  readonly note: string;
}

/** A mapping as a table: what comes in, and what it is taken for. Made by running the mapping. */
export interface SemanticTable {
  readonly name: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** Makes a table by running a mapping over its inputs. */
export function tabulate<T>(
  name: string,
  inputs: readonly (readonly [label: string, input: T])[],
  map: (input: T) => string,
): SemanticTable {
  return { name, rows: Object.fromEntries(inputs.map(([label, input]) => [label, map(input)])) };
}
