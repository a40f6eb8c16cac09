import { backendDefinitions } from '../backends/registry.ts';
import { generateDocuments, writeDocuments } from '../documents/generated-documents.ts';
import { createGatewaySchema } from '../graphql/schema.ts';
import { PROJECT_FOLDER } from './project-folder.ts';
import { readOptions } from './usage.ts';

/** Writes the documents that are made from the code. `check-schema` tells when a committed one is stale. */
export async function writeGeneratedDocuments(args: readonly string[]): Promise<number> {
  if (readOptions('documents', args, {}) === null) return 2;
  const documents = generateDocuments(backendDefinitions, createGatewaySchema());
  writeDocuments(PROJECT_FOLDER, documents);
  for (const path of new Set(documents.map(({ path }) => path))) console.log(path);
  return 0;
}
