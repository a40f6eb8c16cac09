import { describe } from 'vitest';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import type { Dialect } from './dialect.ts';
import { describeDrift } from './drift.ts';
import { describeFailing } from './failing.ts';
import { describeListing } from './listing.ts';
import { describeLookup } from './lookup.ts';
import { describeSecrecy } from './secrecy.ts';
import { describeSharing } from './sharing.ts';

/** What is put to the rules. */
export interface Contract {
  readonly definition: BackendDefinition;
  readonly dialect: Dialect;
}

/** A test takes a second or two; the rest is patience with a busy machine. */
const TIMEOUT_MS = 60_000;

type Rules = (contract: Contract) => void;

/** What is answered, and what it costs. */
const ANSWERS: readonly Rules[] = [describeListing, describeLookup, describeDrift];
const COSTS: readonly Rules[] = [describeSharing];
const FAILURES: readonly Rules[] = [describeFailing, describeSecrecy];

/**
 * The rules that every backend keeps in each of its dialects, over HTTP, whatever its vendor.
 *
 * @param part a half of them, so that two files can share the work
 */
export function describeContract(
  definition: BackendDefinition,
  dialects: readonly Dialect[],
  part: 'answers' | 'failures' | 'all' = 'all',
): void {
  // What mostly waits waits together.
  const busy = part === 'failures' ? [] : ANSWERS;
  const waiting = [...(part === 'failures' ? [] : COSTS), ...(part === 'answers' ? [] : FAILURES)];
  for (const dialect of dialects) {
    const title = `${definition.name}, ${dialect.name}`;
    const contract = { definition, dialect };
    const options = { timeout: TIMEOUT_MS };
    if (busy.length > 0) describe(title, options, () => busy.forEach((rules) => rules(contract)));
    describe.concurrent(title, options, () => waiting.forEach((rules) => rules(contract)));
  }
}
