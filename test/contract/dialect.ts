import type { BackendFailureCode } from '../../src/domain/errors.ts';
import type { Environment } from '../../src/environment.ts';
import type { ReadName } from './reads.ts';

/**
 * One of the ways in which a backend speaks: its version, its credential, what its documents leave open. Every backend's
 * tests keep a list of them, `dialects.ts`, over which the contract suite runs.
 */
export interface Dialect {
  /** As it stands in the titles of tests. */
  readonly name: string;
  /** Of the backend's simulator. Few users make the suite fast; more than fit one page keep it honest. */
  readonly switches: Readonly<Record<string, unknown>>;
  /** Settings beside those that the simulator gives. */
  readonly environment?: Environment;
  /** Two or more users that the simulator holds, those with the oddest logins among them. */
  readonly accounts: readonly Account[];
  /** Reads that do not take a 403 for a rejected credential: what they answer instead. */
  readonly forbidden?: Readonly<Partial<Record<ReadName, BackendFailureCode | 'absent'>>>;
}

export interface Account {
  readonly login: string;
  /** Native id of the company, where logins are read per company; else `null`. */
  readonly company: string | null;
}
