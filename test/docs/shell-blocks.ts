import type { Block } from './documents.ts';

/** What becomes of a block of shell commands in the tests. */
export type ShellVerdict =
  | { readonly kind: 'run' }
  | { readonly kind: 'excused'; readonly reasons: readonly string[] }
  | { readonly kind: 'unknown'; readonly commands: readonly string[] };

/** Commands that are quick, local and change nothing. */
const RUN: readonly RegExp[] = [
  /^curl -s\S* (-\S+ )*'?http:\/\/127\.0\.0\.1:4000\//,
  /^npx user-gateway (print-schema|check-schema --help)\b/,
  /^grep /,
];

/** Commands that are not run, and why. */
const EXCUSED: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^npm (ci|pack|install)\b/, 'it installs what runs this very test'],
  [
    /^npm (test|run (check|bench|schema:check|documents|codegen|format))\b/,
    'CI runs it; it takes minutes or writes',
  ],
  [
    /^npm (start|run (--silent )?simulators|run example)\b/,
    'it serves until it is stopped; tests of the program do that',
  ],
  [
    /^npx user-gateway (audit verify|doctor)\b/,
    'it reads an audit file or a backend that only an operator has',
  ],
  [
    /^(cp \.env\.example|set -a)\b/,
    'it would overwrite an own .env; a test of its own reads the example',
  ],
  [/^npm (pack|install) \.\//, 'it makes a package; a test of its own builds and uses one'],
  [/^npx graphql-codegen$/, 'it makes types in a frontend; a test of the client package does that'],
  [/^(docker|kubectl|helm|podman)\b/, 'it needs a container runtime or a cluster'],
  [/^git (clone|fetch|checkout|switch|add|commit|push)\b/, 'it changes the checkout'],
  [/^(apt-get|sudo|systemctl)\b/, 'it changes the machine'],
  [/^(openssl rand|psql|redis-cli)\b/, 'it needs a program that is not part of the project'],
];

/** Tells a block that is run from one that is not. A block of both kinds is neither: it has to be split. */
export function judge(block: Block): ShellVerdict {
  const commands = commandsOf(block.text);
  if (commands.every((command) => RUN.some((known) => known.test(command)))) return { kind: 'run' };
  const reasons = commands.map((command) => reasonOf(command));
  if (reasons.every((reason) => reason !== null)) return { kind: 'excused', reasons };
  return { kind: 'unknown', commands: commands.filter((command) => reasonOf(command) === null) };
}

function reasonOf(command: string): string | null {
  if (command === '') return 'it sets variables only';
  return EXCUSED.find(([known]) => known.test(command))?.[1] ?? null;
}

/** The commands of a script, without comments and the variables that are set before them. */
function commandsOf(text: string): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/^(export )?([A-Z_]+=("[^"]*"|'[^']*'|\S*)\s*)+/, '').trim());
}
