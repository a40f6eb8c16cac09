import { badRequest } from '../http/problem.ts';

/** A value as written in `q`. Whole numbers are kept as bigint, for partyId does not fit a JS number. */
export type QueryValue = null | boolean | number | bigint | string | QueryValue[] | QueryObject;
export type QueryObject = Map<string, QueryValue>;

const MAX_DEPTH = 40;
const SPACE = /\s*/y;
const BARE_KEY = /[A-Za-z_$][\w$.]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * Reads the JSON-like text of `q`: one object, whose keys are bare, single- or double-quoted, and whose strings are
 * single- or double-quoted.
 *
 * @throws Problem 400
 */
export function parseQuery(text: string): QueryObject {
  const reader = createReader(text);
  const query = readObject(reader, 0);
  reader.skipSpace();
  if (!reader.atEnd()) throw badRequest('q has text after its object.');
  return query;
}

interface Reader {
  atEnd(): boolean;
  skipSpace(): void;
  /** The next character after any space, without taking it. */
  peek(): string;
  /** Takes one character as it stands, spaces included. */
  next(): string;
  /** Takes what the sticky pattern matches here, `null` if nothing. */
  take(pattern: RegExp): string | null;
}

function createReader(text: string): Reader {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at = pattern.lastIndex;
    return match[0];
  };
  return {
    atEnd: () => at >= text.length,
    skipSpace: () => void take(SPACE),
    peek: () => {
      take(SPACE);
      return text.charAt(at);
    },
    next: () => {
      at += 1;
      return text.charAt(at - 1);
    },
    take,
  };
}

function readObject(reader: Reader, depth: number): QueryObject {
  if (depth > MAX_DEPTH) throw badRequest('q is nested too deeply.');
  expect(reader, '{');
  const entries = new Map<string, QueryValue>();
  if (closes(reader, '}')) return entries;
  do {
    const key = readKey(reader);
    if (entries.has(key)) throw badRequest('q names a key twice in one object.');
    expect(reader, ':');
    entries.set(key, readValue(reader, depth + 1));
  } while (continues(reader, '}'));
  return entries;
}

function readKey(reader: Reader): string {
  const quote = reader.peek();
  if (quote === "'" || quote === '"') return readString(reader);
  const key = reader.take(BARE_KEY);
  if (key === null) throw badRequest('q lacks a key.');
  return key;
}

function readValue(reader: Reader, depth: number): QueryValue {
  switch (reader.peek()) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readList(reader, depth);
    case "'":
    case '"':
      return readString(reader);
    default:
      return readBareValue(reader);
  }
}

function readList(reader: Reader, depth: number): QueryValue[] {
  if (depth > MAX_DEPTH) throw badRequest('q is nested too deeply.');
  expect(reader, '[');
  const items: QueryValue[] = [];
  if (closes(reader, ']')) return items;
  do items.push(readValue(reader, depth + 1));
  while (continues(reader, ']'));
  return items;
}

function readString(reader: Reader): string {
  const quote = reader.next();
  let text = '';
  while (!reader.atEnd()) {
    const character = reader.next();
    if (character === quote) return text;
    text += character === '\\' ? readEscape(reader) : character;
  }
  throw badRequest('q has a string without an end.');
}

function readEscape(reader: Reader): string {
  const character = reader.next();
  if (character !== 'u') return ESCAPES[character] ?? character;
  const hex = reader.take(/[0-9a-fA-F]{4}/y);
  if (hex === null) throw badRequest('q has an escape that is not one.');
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function readBareValue(reader: Reader): QueryValue {
  const word = reader.take(WORD);
  if (word !== null) return word === 'null' ? null : word === 'true';
  const number = reader.take(NUMBER);
  if (number === null) throw badRequest('q has a value that is neither quoted nor a number.');
  return /^-?\d+$/.test(number) ? BigInt(number) : Number(number);
}

function expect(reader: Reader, character: string): void {
  if (reader.peek() !== character) throw badRequest(`q lacks a "${character}".`);
  reader.next();
}

function closes(reader: Reader, end: string): boolean {
  if (reader.peek() !== end) return false;
  reader.next();
  return true;
}

/** After an item: takes the comma before another one, or the end. */
function continues(reader: Reader, end: string): boolean {
  if (closes(reader, end)) return false;
  expect(reader, ',');
  return true;
}
