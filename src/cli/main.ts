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
    run: (args) =>
      inCheckout(async () => (await import('./check-schema.ts')).checkSchemaCommand(args)),
    does: 'checks the schema, and with --base what breaks clients since: see --help',
  },
  documents: {
    run: () => inCheckout(async () => (await import('./documents.ts')).writeGeneratedDocuments()),
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

/** Runs a command that imports what production does not install. */
async function inCheckout(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) {
      throw error;
    }
    console.error(
      'This command needs a checkout of the project with everything that `npm ci` installs.',
    );
    return 2;
  }
}
