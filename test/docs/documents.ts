import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of a document. */
export interface Block {
  readonly file: string;
  /** Of its first fence, from 1. */
  readonly line: number;
  /** What its fence says, e.g. `graphql`. */
  readonly language: string;
  /** Without the indentation of its fence. */
  readonly text: string;
}

export interface Document {
  /** Below the project's folder. */
  readonly file: string;
  readonly blocks: readonly Block[];
  /** Without the fenced blocks. */
  readonly prose: string;
}

/** Every document of the repository. */
export const documents: readonly Document[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map(readDocument);

export const blocks: readonly Block[] = documents.flatMap((document) => document.blocks);

export function blocksIn(languages: readonly string[]): readonly Block[] {
  return blocks.filter(({ language }) => languages.includes(language));
}

export function nameOf({ file, line }: Pick<Block, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

/** What stands between single backticks in the prose. */
export function codeIn({ prose }: Document): readonly string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Links to files and headings that lead nowhere. Addresses elsewhere are not followed. */
export function deadLinksOf({ file, prose }: Document): readonly string[] {
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', heading] = target.split('#');
    const aim = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(ROOT + aim)) return true;
    return heading !== undefined && !headingsOf(aim).includes(heading);
  });
}

/** Documents that no chain of links from a document leads to. A link to a folder leads to everything in it. */
export function unreachableFrom(start: string): readonly string[] {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const linked = targetsOf(documents.find((document) => document.file === file));
    for (const document of documents) {
      if (linked.some((aim) => document.file === aim || document.file.startsWith(`${aim}/`))) {
        follow(document.file);
      }
    }
  };
  follow(start);
  return documents.map(({ file }) => file).filter((file) => !reached.has(file));
}

/** The files and folders that a document links to. */
function targetsOf(document: Document | undefined): readonly string[] {
  if (document === undefined) return [];
  const { file, prose } = document;
  return [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = '']) =>
    normalize(join(dirname(file), target)).replace(/\/$/, ''),
  );
}

function readDocument(file: string): Document {
  const text = readFileSync(ROOT + file, 'utf8');
  const found: Block[] = [];
  const prose = text.replaceAll(
    /^( *)```(\S*)[^\n]*\n([\s\S]*?)^ *```$/gm,
    (whole, indent: string, language: string, content: string, offset: number) => {
      const line = text.slice(0, offset).split('\n').length;
      found.push({ file, line, language, text: dedent(content, indent.length) });
      return '\n'.repeat(whole.split('\n').length - 1);
    },
  );
  return { file, blocks: found, prose };
}

function dedent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' '.repeat(by)) ? line.slice(by) : line))
    .join('\n');
}

/** Anchors as code hosts make them from headings. */
function headingsOf(file: string): readonly string[] {
  if (!statSync(ROOT + file).isFile() || !file.endsWith('.md')) return [];
  return [...readDocument(file).prose.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
