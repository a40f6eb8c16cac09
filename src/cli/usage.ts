import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What `user-gateway <command> --help` prints. */
export const USAGE = {
  serve: `user-gateway serve

Serves GraphQL, with the settings of the environment; without a configured backend, from simulators. README.md describes
every variable. SIGTERM and SIGINT let requests under way finish.

Exit codes: 0 stopped by a signal; 1 the settings are wrong, the address cannot be had, or a second signal came; 2 the
command was called wrongly.`,

  simulators: `user-gateway simulators [FIRST_PORT]

Serves the simulators alone and prints the environment that points a gateway at them. FIRST_PORT is the port of the first
one, 4101 unless given, and the others follow; 0: free ones.

Exit codes: 0 stopped by a signal; 1 a port cannot be had; 2 the command was called wrongly.`,

  doctor: `user-gateway doctor [--contract]

Asks every configured backend for one cheap read, with the settings of the environment.

--contract  also compares that answer, and what a site or its vendor publishes of the interface, with what the gateway
            expects.

Exit codes: 0 every backend is well; 1 one is not, the settings are wrong, or no backend is configured;
2 the command was called wrongly.`,

  audit: `user-gateway audit verify FILE

Checks that no line of an audit file was changed, left out or moved. AUDIT_SIGNING_KEY in the environment is the key that
it was signed with; without it signatures are not checked.

Exit codes: 0 the file is intact; 1 it is not, or holds nothing; 2 it cannot be read, or the command was called wrongly.`,

  'check-schema': `user-gateway check-schema [--base <git revision | SDL file>] [--json]

Without --base: lint of the SDL, the documents in operations/, documents made from the code, waivers.
With --base: also what breaks or endangers clients since then, in the schema and in what its answers mean.

Exit codes: 0 nothing is wrong; 1 something breaks, is invalid or stale; 2 the command was called wrongly, or
the base cannot be read.`,

  documents: `user-gateway documents

Writes the documents that are made from the code into the checkout, and prints their paths.`,

  'print-schema': `user-gateway print-schema

Prints the served schema as SDL, descriptions included.`,
} as const;

export type CommandName = keyof typeof USAGE;

/** Options that a command was called with; `null`: it was called wrongly, and has been told so. */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  command: CommandName,
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    explainWrongCall(command, error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Tells what is wrong with a call, and how the command is called. @returns the exit code */
export function explainWrongCall(command: CommandName, problem: string): number {
  console.error(`${problem}\n\n${USAGE[command]}`);
  return 2;
}
