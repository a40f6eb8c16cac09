#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { parseJson, isJsonObject } from '../http/json.ts';
import { PROJECT_FOLDER } from './project-folder.ts';
import { USAGE, type CommandName } from './usage.ts';

/** A command of the program: gets the arguments behind its name and answers with the exit code, or never ends. */
type Command = (args: readonly string[]) => Promise<number>;

// Each is loaded when it is run: help must not wait for a server's parts.
const COMMANDS: Readonly<Record<CommandName, { readonly run: Command; readonly does: string }>> = {
  serve: {
    run: async (args) => (await import('./serve.ts')).serve(args),
    does: 'serves GraphQL; without a configured backend, from simulators',
  },
  simulators: {
    run: async (args) => (await import('./simulators.ts')).serveSimulators(args),
    does: 'serves the simulators alone and prints the environment for a gateway',
  },
  doctor: {
    run: async (args) => (await import('./doctor.ts')).doctor(args),
    does: 'asks every configured backend for one cheap read, and says what is wrong',
  },
  audit: {
    run: async (args) => (await import('./audit.ts')).audit(args),
    does: 'checks an audit file: audit verify FILE',
  },
  'check-schema': {
    run: (args) =>
      inCheckout(async () => (await import('./check-schema.ts')).checkSchemaCommand(args)),
    does: 'checks the schema, and with --base what breaks clients since',
  },
  documents: {
    run: (args) =>
      inCheckout(async () => (await import('./documents.ts')).writeGeneratedDocuments(args)),
    does: 'writes the documents that are made from the code',
  },
  'print-schema': {
    run: async (args) => (await import('./print-schema.ts')).printServedSchema(args),
    does: 'prints the served schema as SDL',
  },
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = 'serve', ...args]: readonly string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(name)) return print(listCommands());
  if (['--version', '-v'].includes(name)) return print(readVersion());
  if (!isCommand(name)) {
    console.error(`There is no command "${name}".\n\n${listCommands()}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) return print(USAGE[name]);
  return COMMANDS[name].run(args);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function print(text: string): number {
  console.log(text);
  return 0;
}

function listCommands(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { does }]) => `  user-gateway ${name.padEnd(13)} ${does}`,
  );
  return [...lines, '', 'Without a command it serves. Each takes --help.'].join('\n');
}

function readVersion(): string {
  const manifest = parseJson(readFileSync(`${PROJECT_FOLDER}package.json`, 'utf8'));
  return isJsonObject(manifest) ? String(manifest['version']) : 'unknown';
}

/** Runs a command that works on the sources, or imports what production does not install. */
async function inCheckout(run: () => Promise<number>): Promise<number> {
  try {
    if (existsSync(`${PROJECT_FOLDER}src/cli`)) return await run();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) {
      throw error;
    }
  }
  console.error(
    'This command needs a checkout of the project with everything that `npm ci` installs.',
  );
  return 2;
}
