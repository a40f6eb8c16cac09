import { AuditUnavailableError, type AuditEntry, type AuditLog } from '../../domain/audit.ts';
import {
  newAuditChain,
  sealCheckpoint,
  sealEntries,
  sealStart,
  type AuditChain,
  type AuditSealing,
  type SealedLines,
} from './audit-chain.ts';

/** An audit log that ends with a checkpoint. */
export interface AuditTrail extends AuditLog {
  /** Writes what is waiting and a last checkpoint. */
  close(): Promise<void>;
}

/** Where the lines of a trail go. */
export interface AuditSink {
  /**
   * Makes ready for the next lines.
   *
   * @returns SAME: they follow the lines before. MOVED: they begin another file. OPENED: what was written before is not
   *   known to this process; `lastHash` is that of the last line there, `null` when there is none.
   * @throws when nothing can be written
   */
  prepare(): Promise<
    { readonly at: 'SAME' | 'MOVED' } | { readonly at: 'OPENED'; readonly lastHash: string | null }
  >;
  /** Returns once the text is safe. @throws when it may not be; the next `prepare` then answers OPENED */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Anything with the `write` of a Node stream. */
export interface AuditStream {
  write(text: string, done: (error?: Error | null) => void): unknown;
}

/** Writes the trail between the lines of the log; each of its lines begins with `{"audit":`. */
export function createStreamAuditTrail(stream: AuditStream, sealing: AuditSealing): AuditTrail {
  let isOpen = false;
  return createAuditTrail(
    {
      prepare: async () => (isOpen ? { at: 'SAME' } : { at: 'OPENED', lastHash: null }),
      write: async (text) => {
        isOpen = false;
        await new Promise<void>((resolve, reject) => {
          stream.write(text, (error) => (error ? reject(error) : resolve()));
        });
        isOpen = true;
      },
      close: async () => {},
    },
    sealing,
  );
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (error: AuditUnavailableError) => void;
}

/** Seals entries into a chain, in the order in which they come, and writes them. */
export function createAuditTrail(sink: AuditSink, sealing: AuditSealing): AuditTrail {
  let chain: AuditChain = newAuditChain(null);
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | null = null;

  async function append(seal: (chain: AuditChain) => SealedLines): Promise<void> {
    const place = await sink.prepare();
    if (place.at === 'OPENED') chain = newAuditChain(place.lastHash);
    const start = place.at === 'SAME' ? { text: '', chain } : sealStart(chain, sealing);
    const lines = seal(start.chain);
    await sink.write(start.text + lines.text);
    chain = lines.chain;
  }

  // What comes while a batch is on its way to the disk goes together in the next: one flush for many entries.
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const entries = batch.map(({ entry }) => entry);
      try {
        await append((reached) => sealEntries(reached, entries, sealing));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        const failure = new AuditUnavailableError('An audit record could not be written.', {
          cause: error,
        });
        for (const { reject } of batch) reject(failure);
      }
    }
    flushing = null;
  }

  return {
    record: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        flushing ??= flush();
      }),
    close: async () => {
      await flushing;
      if (chain.unchecked > 0) await append((reached) => sealCheckpoint(reached, sealing));
      await sink.close();
    },
  };
}
