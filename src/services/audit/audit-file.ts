import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createAuditTrail, type AuditSink, type AuditTrail } from './audit.ts';
import { parseAuditLine, type AuditSealing } from './audit-chain.ts';

const APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
/** Audit lines name people: nobody else on the machine reads them. */
const OWNER_ONLY = 0o600;
/** More than the longest line. */
const TAIL_BYTES = 1024 * 1024;
const LINE_START = '{"audit":';

/** The audit file cannot be had at the start; the message names the variable, and what to do. */
export class AuditFileError extends Error {
  override readonly name = 'AuditFileError';
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly device: number;
  readonly inode: number;
  /** Hash of the last line that it held; `null`: it was empty. */
  readonly lastHash: string | null;
  /** Bytes that it held after our last write. */
  size: number;
}

/**
 * Appends the trail to a file, which other processes may append to as well. An entry is on the disk when `record` returns.
 * A file that was renamed or removed meanwhile is followed by a new one, in which the chain goes on.
 *
 * @throws AuditFileError when the file cannot be written, or holds something else
 */
export async function openFileAuditTrail(path: string, sealing: AuditSealing): Promise<AuditTrail> {
  const { handle } = await openFile(path).catch((error: unknown) => {
    throw error instanceof AuditFileError ? error : new AuditFileError(cannotBeWritten(error));
  });
  await handle.close();
  return createAuditTrail(createFileSink(path), sealing);
}

function cannotBeWritten(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `AUDIT_FILE cannot be written (${code}). Name a file in a folder that exists and that this process may write to, or unset it: the records then go to standard output.`;
}

/** One write and one flush to the disk for each batch of lines. */
function createFileSink(path: string): AuditSink {
  let file: OpenFile | null = null;

  async function leave(): Promise<void> {
    const left = file;
    file = null;
    await left?.handle.close().catch(() => {});
  }

  return {
    prepare: async () => {
      if (file === null) {
        file = await openFile(path);
        return { at: 'OPENED', lastHash: file.lastHash };
      }
      if (await isStillThere(path, file)) return { at: 'SAME' };
      await leave();
      file = await openFile(path);
      return { at: 'MOVED' };
    },
    write: async (text) => {
      try {
        if (file === null) throw new Error('The audit file is not open.');
        await file.handle.appendFile(text, 'utf8');
        await file.handle.sync();
        file.size = (await file.handle.stat()).size;
      } catch (error) {
        // How much of it was written is not known: the file is opened and read anew.
        await leave();
        throw error;
      }
    },
    close: leave,
  };
}

/** Not when it was renamed, removed or cut short. */
async function isStillThere(path: string, { device, inode, size }: OpenFile): Promise<boolean> {
  try {
    const found = await stat(path);
    return found.dev === device && found.ino === inode && found.size >= size;
  } catch {
    return false;
  }
}

async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, APPEND, OWNER_ONLY);
  try {
    const lastHash = await readLastHash(handle);
    await syncDirectory(path);
    const { dev: device, ino: inode, size } = await handle.stat();
    return { handle, device, inode, lastHash, size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads the end of the file, and cuts off a last line that a crash left torn: nobody was told that it is safe. */
async function readLastHash(handle: FileHandle): Promise<string | null> {
  const { size } = await handle.stat();
  const length = Math.min(size, TAIL_BYTES);
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
  const whole = buffer.subarray(0, buffer.lastIndexOf('\n') + 1);
  const torn = buffer.subarray(whole.length).toString('utf8');
  const isOurs = torn.startsWith(LINE_START) || LINE_START.startsWith(torn);
  const lastLine = whole.toString('utf8').split('\n').at(-2) ?? '';
  const last = whole.length === 0 ? null : parseAuditLine(lastLine);
  const isEmpty = whole.length === 0 && length === size;
  if (!isOurs || (last === null && !isEmpty)) {
    throw new AuditFileError(
      'AUDIT_FILE does not end with a line of an audit trail. Choose another file.',
    );
  }
  if (torn !== '') await handle.truncate(size - (buffer.length - whole.length));
  return last?.hash ?? null;
}

/** A new file is only safe when its name is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(dirname(path), constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
