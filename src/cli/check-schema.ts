import { parseArgs } from 'node:util';
import { backendDefinitions } from '../backends/registry.ts';
import { BaseError } from '../schema-check/base.ts';
import { checkSchema } from '../schema-check/check.ts';
import { toJson, toText } from '../schema-check/report.ts';
import { PROJECT_FOLDER } from './project-folder.ts';

const USAGE = `user-gateway check-schema [--base <git revision | SDL file>] [--json]

Without --base: lint of the SDL, the documents in operations/, documents made from the code, waivers.
With --base: also what breaks or endangers clients since then, in the schema and in what its answers mean.

Exit codes: 0 nothing is wrong; 1 something breaks, is invalid or stale; 2 the command was called wrongly, or
the base cannot be read.`;

/**
 * Checks the schema of this checkout.
 *
 * @returns 0: nothing is wrong; 1: an error was found; 2: called wrongly, or the base cannot be read
 */
export async function checkSchemaCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return 2;
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    const result = await checkSchema({
      root: PROJECT_FOLDER,
      definitions: backendDefinitions,
      base: options.base ?? null,
      nowMs: Date.now(),
    });
    console.log(options.json ? toJson(result) : toText(result));
    return result.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}
