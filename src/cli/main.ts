#!/usr/bin/env node
import { audit } from './audit.ts';
import { doctor } from './doctor.ts';
import { serve } from './serve.ts';
import { serveSimulators } from './simulators.ts';
import { printServedSchema } from './print-schema.ts';

/** A command of the program: gets the arguments behind its name and answers with the exit code, or never ends. */
type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly does: string }>> = {
  serve: { run: serve, does: 'serves GraphQL; without a configured backend, from simulators' },
  simulators: {
    run: serveSimulators,
    does: 'serves the simulators alone and prints the environment for a gateway',
  },
  doctor: {
    run: doctor,
    does: 'asks every configured backend for one cheap read, and says what is wrong',
  },
  audit: { run: audit, does: 'checks an audit file: audit verify FILE' },
  'check-schema': {
    // What it needs is not installed in production.
    run: async (args) => (await import('./check-schema.ts')).checkSchemaCommand(args),
    does: 'checks the schema, and with --base what breaks clients since: see --help',
  },
  documents: {
    run: async () => (await import('./documents.ts')).writeGeneratedDocuments(),
    does: 'writes the documents that are made from the code',
  },
  'print-schema': { run: printServedSchema, does: 'prints the served schema as SDL' },
};

const [name = 'serve', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  const lines = Object.entries(COMMANDS).map(
    ([key, { does }]) => `  user-gateway ${key.padEnd(13)} ${does}`,
  );
  console.error([`There is no command "${name}".`, ...lines].join('\n'));
  process.exitCode = 2;
} else {
  process.exitCode = await command.run(args);
}
