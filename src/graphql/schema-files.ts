import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Source, parse, type DocumentNode } from 'graphql';

// Both hold for src/ and for a compiled package alike: schema/ lies beside the folder of the code, backends/ inside it.
const SCHEMA_FOLDER = fileURLToPath(new URL('../../schema/', import.meta.url));
const BACKENDS_FOLDER = fileURLToPath(new URL('../backends/', import.meta.url));

/**
 * The SDL of the schema, one document per file in a fixed order: schema/ first, then what each backend's folder adds. It
 * is the same whichever backends are configured.
 */
export function readSchemaFiles(): readonly DocumentNode[] {
  return [...schemaFiles(), ...backendFiles()].map((path) =>
    parse(new Source(readFileSync(path, 'utf8'), path)),
  );
}

function schemaFiles(): readonly string[] {
  return readdirSync(SCHEMA_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter(isSdl)
    .toSorted()
    .map((name) => `${SCHEMA_FOLDER}${name}`);
}

function backendFiles(): readonly string[] {
  return readdirSync(BACKENDS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${BACKENDS_FOLDER}${entry.name}/`)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter(isSdl)
        .map((name) => `${folder}${name}`),
    )
    .toSorted();
}

function isSdl(name: string): boolean {
  return name.endsWith('.graphql');
}
