import { crc32 } from 'node:zlib';
import type { SimulatorAnswer } from '../../../../simulation/server.ts';
import type { StoredUser } from '../site/model.ts';

const COLUMNS = ['login', 'firstName', 'email', 'type', 'status', 'currency', 'language'] as const;
const FILE_NAME = 'users.csv';
const ZIP_VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the earliest date a zip entry can bear. */
const ENTRY_DATE = 0x0021;

/** Users as a zip file. The layout of CPQ's own export is not published: this one holds a single CSV file. */
export function zipAnswer(users: readonly StoredUser[]): SimulatorAnswer {
  const lines = [COLUMNS, ...users.map((user) => COLUMNS.map((column) => String(user[column])))];
  const text = lines.map((line) => line.map(quote).join(',')).join('\r\n');
  return {
    status: 200,
    headers: { 'content-type': 'application/zip' },
    body: toZip(FILE_NAME, Buffer.from(text)),
  };
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A zip archive of one uncompressed file: local header, content, central directory, end record. */
function toZip(name: string, content: Buffer): Buffer {
  const path = Buffer.from(name);
  const about = entryFields(path, content);
  const local = Buffer.concat([signature(0x04034b50), about, path, content]);
  const central = Buffer.concat([
    signature(0x02014b50),
    shorts(ZIP_VERSION),
    about,
    shorts(0, 0, 0, 0, 0, 0, 0),
    path,
  ]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(central.length, 0);
  sizes.writeUInt32LE(local.length, 4);
  return Buffer.concat([
    ...[local, central, signature(0x06054b50)],
    ...[shorts(0, 0, 1, 1), sizes, shorts(0)],
  ]);
}

/** What the local header and the central directory say alike: version, flags, method, time, sum, sizes, lengths. */
function entryFields(path: Buffer, content: Buffer): Buffer {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32LE(crc32(content), 0);
  numbers.writeUInt32LE(content.length, 4);
  numbers.writeUInt32LE(content.length, 8);
  return Buffer.concat([
    shorts(ZIP_VERSION, UTF8_NAMES, 0, 0, ENTRY_DATE),
    numbers,
    shorts(path.length, 0),
  ]);
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function shorts(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
  return buffer;
}
