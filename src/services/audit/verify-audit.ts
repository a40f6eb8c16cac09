import type { Secret } from '../../domain/secret.ts';
import { hashOf, parseAuditLine, signatureOf, type AuditLine } from './audit-chain.ts';

export type AuditVerdict =
  | {
      readonly intact: true;
      readonly entries: number;
      readonly checkpoints: number;
      /** Entries that neither a checkpoint of their chain nor the start of the next one follows: lines after them could be missing. */
      readonly unchecked: number;
      /** Hash of the last line of another file, where this one goes on; `null`: it begins here. */
      readonly follows: string | null;
      /** To compare with a copy kept elsewhere: lines cut off behind a checkpoint leave no other trace. `null`: no lines. */
      readonly lastHash: string | null;
    }
  | {
      readonly intact: false;
      /** The first line that is wrong, from 1. */
      readonly line: number;
      /** Goes on from "Line n …". */
      readonly problem: string;
    };

/**
 * Checks an audit trail, line by line, for what was changed, dropped, inserted or reordered.
 *
 * @param lines without line feeds, from the beginning of a file
 * @param key   the signing key; `null`: signatures are not checked, and then nobody can tell a trail from one that was
 *              made anew throughout
 */
export async function verifyAudit(
  lines: AsyncIterable<string> | Iterable<string>,
  key: Secret | null,
): Promise<AuditVerdict> {
  const seen = createSeen();
  let gap: Gap | null = null;
  for await (const text of lines) {
    const line = parseAuditLine(text);
    if (gap !== null) {
      // Whether the missing line comes later tells a line that was moved from one that was dropped.
      if (line?.chain === gap.chain && line.sequence === gap.missing) {
        return wrong(gap.line, 'stands too early: the lines were reordered.');
      }
      continue;
    }
    const fault = faultOf(line, seen, key);
    if (typeof fault === 'string') return wrong(seen.lines + 1, fault);
    if (fault !== null && 'missing' in fault) gap = fault;
    else if (fault !== null) return fault;
    else if (line !== null) accept(seen, line);
  }
  if (gap !== null) return wrong(gap.line, 'follows a line that was dropped.');
  const { entries, checkpoints, follows, lastHash } = seen;
  const unchecked = seen.chains.values().reduce((sum, chain) => sum + chain.unchecked, 0);
  return { intact: true, entries, checkpoints, unchecked, follows, lastHash };
}

/** What the lines so far have shown. */
interface Seen {
  lines: number;
  entries: number;
  checkpoints: number;
  follows: string | null;
  lastHash: string | null;
  readonly hashes: Set<string>;
  readonly chains: Map<string, Position>;
}

/** Where a chain stands. */
interface Position {
  readonly sequence: number;
  readonly hash: string;
  readonly line: number;
  readonly unchecked: number;
}

interface Gap {
  readonly line: number;
  readonly chain: string;
  readonly missing: number;
}

type Wrong = Extract<AuditVerdict, { readonly intact: false }>;

function createSeen(): Seen {
  return {
    lines: 0,
    entries: 0,
    checkpoints: 0,
    follows: null,
    lastHash: null,
    hashes: new Set(),
    chains: new Map(),
  };
}

/** What is wrong with the next line, or with one before it; `null`: nothing. */
function faultOf(
  line: AuditLine | null,
  seen: Seen,
  key: Secret | null,
): string | Gap | Wrong | null {
  if (line === null) return 'is no line of an audit trail: inserted or damaged.';
  const before = seen.chains.get(line.chain);
  return (
    ownFault(line, key) ??
    (before === undefined ? beginningFault(line, seen) : followingFault(line, before, seen))
  );
}

/** What is wrong with a line by itself. */
function ownFault({ hash, ...rest }: AuditLine, key: Secret | null): string | null {
  if (hashOf(rest) !== hash) return 'was changed: its hash does not fit.';
  if (key === null || rest.audit === 'ENTRY') return null;
  const { signature, ...bare } = rest;
  if (typeof signature !== 'string') return 'is not signed.';
  return signatureOf(bare, key) === signature
    ? null
    : 'has a wrong signature: it was changed, or signed with another key.';
}

/** What is wrong with the first line of a chain in this file. */
function beginningFault(
  { audit, sequence, previous }: AuditLine,
  { hashes, lines }: Seen,
): string | null {
  if (audit !== 'START') return 'follows lines that were dropped: its chain has no beginning here.';
  // A chain that goes on from another file, or one that found an empty file.
  if (sequence > 1 || previous === null || hashes.has(previous)) return null;
  return lines === 0
    ? 'follows lines that were dropped: the file began before it.'
    : 'names a line before it that is not here.';
}

function followingFault(
  { chain, sequence, previous }: AuditLine,
  before: Position,
  { lines }: Seen,
): string | Gap | Wrong | null {
  const missing = before.sequence + 1;
  if (sequence < missing) return 'was inserted, or stands too late: its number was there before.';
  if (sequence > missing) return { line: lines + 1, chain, missing };
  if (previous === before.hash) return null;
  return wrong(before.line, 'was changed, and its hash with it.');
}

function accept(seen: Seen, { audit, chain, sequence, previous, hash }: AuditLine): void {
  seen.lines += 1;
  if (seen.lines === 1) seen.follows = previous;
  if (audit === 'ENTRY') seen.entries += 1;
  if (audit === 'CHECKPOINT') seen.checkpoints += 1;
  if (audit === 'START') sealPredecessor(seen, previous);
  const unchecked = seen.chains.get(chain)?.unchecked ?? 0;
  seen.chains.set(chain, {
    sequence,
    hash,
    line: seen.lines,
    unchecked: audit === 'CHECKPOINT' ? 0 : unchecked + Number(audit === 'ENTRY'),
  });
  seen.hashes.add(hash);
  seen.lastHash = hash;
}

/** A chain that begins names the last line before it, and is signed as a checkpoint is: what ends there has lost nothing. */
function sealPredecessor({ chains }: Seen, previous: string | null): void {
  for (const [chain, position] of chains) {
    if (position.hash === previous) chains.set(chain, { ...position, unchecked: 0 });
  }
}

function wrong(line: number, problem: string): Wrong {
  return { intact: false, line, problem };
}
