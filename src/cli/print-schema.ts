import { createGatewaySchema, printGatewaySchema } from '../graphql/schema.ts';
import { readOptions } from './usage.ts';

/** Prints the served schema, descriptions included. */
export async function printServedSchema(args: readonly string[]): Promise<number> {
  if (readOptions('print-schema', args, {}) === null) return 2;
  console.log(printGatewaySchema(createGatewaySchema()).trimEnd());
  return 0;
}
