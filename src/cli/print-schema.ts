import { createGatewaySchema, printGatewaySchema } from '../graphql/schema.ts';

/** Prints the served schema, descriptions included. */
export async function printServedSchema(): Promise<number> {
  console.log(printGatewaySchema(createGatewaySchema()).trimEnd());
  return 0;
}
