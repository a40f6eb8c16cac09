import { backendDefinitions } from '../backends/registry.ts';
import { BaseError } from '../schema-check/base.ts';
import { checkSchema } from '../schema-check/check.ts';
import { toJson, toText } from '../schema-check/report.ts';
import { PROJECT_FOLDER } from './project-folder.ts';
import { readOptions } from './usage.ts';

/**
 * Checks the schema of this checkout.
 *
 * @returns 0: nothing is wrong; 1: an error was found; 2: called wrongly, or the base cannot be read
 */
export async function checkSchemaCommand(args: readonly string[]): Promise<number> {
  const options = readOptions('check-schema', args, {
    base: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (options === null) return 2;
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
