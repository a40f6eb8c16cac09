import { readServedSdl } from '../graphql/schema.ts';

/** Prints the served schema, descriptions included. */
export async function printServedSchema(): Promise<number> {
  console.log(readServedSdl());
  return 0;
}
