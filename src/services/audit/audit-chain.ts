import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Secret } from '../../domain/secret.ts';
import { canonicalJson } from '../canonical-json.ts';

/**
 * One line of an audit trail.
 *
 * The lines of one process form a chain: `sequence` counts them from 1, `previous` is the hash of the line before. The
 * lines of several processes may stand in one file, each in its own chain.
 */
export interface AuditLine {
  /** ENTRY: a write. START: a process begins, or goes on in a new file. CHECKPOINT: vouches for all lines before. */
  readonly audit: 'ENTRY' | 'START' | 'CHECKPOINT';
  /** Names the chain. */
  readonly chain: string;
  readonly sequence: number;
  /** A chain's first line names the last line that its file held, whoever wrote it; `null`: it held none. */
  readonly previous: string | null;
  /** RFC 3339, by the clock of the process. */
  readonly time: string;
  readonly entry?: AuditEntry;
  /**
   * START and CHECKPOINT: HMAC-SHA256 of the line without `signature` and `hash`; `null` without a signing key, and then
   * the chain shows accidents, but not the hand of one who can write the whole file anew.
   */
  readonly signature?: string | null;
  /** SHA-256 of the line without `hash`, as canonical JSON. */
  readonly hash: string;
}

/** Where a chain stands. */
export interface AuditChain {
  readonly id: string;
  readonly sequence: number;
  readonly previous: string | null;
  /** Entries since the last checkpoint. */
  readonly unchecked: number;
}

export interface AuditSealing {
  readonly signingKey: Secret | null;
  readonly now: () => number;
}

/** Lines to write, and where the chain stands once they are written. */
export interface SealedLines {
  /** Each with its line feed. */
  readonly text: string;
  readonly chain: AuditChain;
}

const ENTRIES_PER_CHECKPOINT = 100;
const KINDS: ReadonlySet<unknown> = new Set<AuditLine['audit']>(['ENTRY', 'START', 'CHECKPOINT']);

/** A chain of which nothing is written. @param previous hash of the last line that is there already */
export function newAuditChain(previous: string | null): AuditChain {
  return { id: randomUUID(), sequence: 0, previous, unchecked: 0 };
}

/** Begins a chain, or goes on with it in another file. */
export function sealStart(chain: AuditChain, sealing: AuditSealing): SealedLines {
  return seal(chain, { audit: 'START' }, sealing);
}

/** Seals entries, and a checkpoint whenever one is due. */
export function sealEntries(
  chain: AuditChain,
  entries: readonly AuditEntry[],
  sealing: AuditSealing,
): SealedLines {
  let text = '';
  let reached = chain;
  const add = (lines: SealedLines): void => {
    text += lines.text;
    reached = lines.chain;
  };
  for (const entry of entries) {
    add(seal(reached, { audit: 'ENTRY', entry }, sealing));
    if (reached.unchecked >= ENTRIES_PER_CHECKPOINT) add(sealCheckpoint(reached, sealing));
  }
  return { text, chain: reached };
}

export function sealCheckpoint(chain: AuditChain, sealing: AuditSealing): SealedLines {
  return seal(chain, { audit: 'CHECKPOINT' }, sealing);
}

/** Reads a line as far as a chain needs it; `null` when it is none. That its hash fits is not checked. */
export function parseAuditLine(text: string): AuditLine | null {
  const value = parseObject(text);
  const isLine =
    value !== null &&
    KINDS.has(value['audit']) &&
    typeof value['chain'] === 'string' &&
    Number.isSafeInteger(value['sequence']) &&
    (value['previous'] === null || typeof value['previous'] === 'string') &&
    typeof value['hash'] === 'string';
  return isLine ? (value as unknown as AuditLine) : null;
}

export function hashOf(line: Omit<AuditLine, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}

export function signatureOf(line: Omit<AuditLine, 'hash' | 'signature'>, key: Secret): string {
  return createHmac('sha256', key.reveal()).update(canonicalJson(line)).digest('hex');
}

function seal(
  { id, sequence, previous, unchecked }: AuditChain,
  body: Pick<AuditLine, 'audit' | 'entry'>,
  { signingKey, now }: AuditSealing,
): SealedLines {
  const time = new Date(now()).toISOString();
  const bare = { ...body, chain: id, sequence: sequence + 1, previous, time };
  const signed =
    body.audit === 'ENTRY'
      ? bare
      : { ...bare, signature: signingKey === null ? null : signatureOf(bare, signingKey) };
  const hash = hashOf(signed);
  return {
    text: `${JSON.stringify({ ...signed, hash })}\n`,
    chain: {
      id,
      sequence: sequence + 1,
      previous: hash,
      unchecked: body.audit === 'ENTRY' ? unchecked + 1 : 0,
    },
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
