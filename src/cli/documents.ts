import { backendDefinitions } from '../backends/registry.ts';
import { generateDocuments, writeDocuments } from '../documents/generated-documents.ts';
import { createGatewaySchema } from '../graphql/schema.ts';
import { PROJECT_FOLDER } from './project-folder.ts';

/** Writes the documents that are made from the code. `check-schema` tells when a committed one is stale. */
export async function writeGeneratedDocuments(): Promise<number> {
  const documents = generateDocuments(backendDefinitions, createGatewaySchema());
  writeDocuments(PROJECT_FOLDER, documents);
  for (const { path } of documents) console.log(path);
  return 0;
}
