import ts from 'typescript';
import { nameOf, ROOT, type Block } from './documents.ts';

/**
 * Checks the types of blocks of TypeScript, all in one program and under the project's own settings. A block whose first
 * line is a comment with a path stands there, so that its imports lead where they would; any other at the project's root.
 *
 * @returns a line for each problem
 */
export function typeProblemsOf(blocks: readonly Block[]): readonly string[] {
  const files = new Map(blocks.map((block, index) => [pathOf(block, index), block]));
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const onDisk = { read: host.readFile.bind(host), exists: host.fileExists.bind(host) };
  host.readFile = (path) => files.get(path)?.text ?? onDisk.read(path);
  host.fileExists = (path) => files.has(path) || onDisk.exists(path);
  // A block may stand in a folder that only it has.
  host.directoryExists = () => true;
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, block]) => {
    const source = program.getSourceFile(path);
    return ts
      .getPreEmitDiagnostics(program, source)
      .filter(({ file }) => file === source)
      .map(({ start = 0, messageText }) => {
        const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + block.line + 1;
        return `${nameOf({ ...block, line })} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
  });
}

/** The path that a block's first line names; `null`: none. */
export function ownPathOf({ text }: Block): string | null {
  return /^\/\/ (\S+\.ts)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1] ?? null;
}

function pathOf(block: Block, index: number): string {
  return ROOT + (ownPathOf(block) ?? `block-${index}.ts`);
}
