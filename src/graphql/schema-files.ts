import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Source, parse, type DocumentNode } from 'graphql';

/** Where SDL stands; each with a slash at its end. */
export interface SchemaFolders {
  readonly schema: string;
  /** Each of its folders may hold SDL of its own. */
  readonly backends: string;
}

// Both hold for src/ and for a compiled package alike: schema/ lies beside the folder of the code, backends/ inside it.
const SERVED: SchemaFolders = {
  schema: fileURLToPath(new URL('../../schema/', import.meta.url)),
  backends: fileURLToPath(new URL('../backends/', import.meta.url)),
};

/**
 * The SDL of the schema, one document per file in a fixed order: schema/ first, then what each backend's folder adds. It
 * is the same whichever backends are configured.
 */
export function readSchemaFiles({
  schema,
  backends,
}: SchemaFolders = SERVED): readonly DocumentNode[] {
  return [...schemaFiles(schema), ...backendFiles(backends)].map((path) =>
    parse(new Source(readFileSync(path, 'utf8'), path)),
  );
}

function schemaFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isSdl)
    .toSorted()
    .map((name) => `${folder}${name}`);
}

function backendFiles(backends: string): readonly string[] {
  return readdirSync(backends, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${backends}${entry.name}/`)
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
