// Writes a backend's OpenAPI document as JSON beside it, without its prose: answers are compared with it, and what the
// vendor publishes, by `user-gateway doctor --contract`. With --check, fails when the committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import openapiTS from 'openapi-typescript';

const PROSE = new Set(['description', 'summary', 'examples']);

const [folder, flag] = process.argv.slice(2);
const target = `${folder}openapi.generated.json`;
const { paths, components } = await readDocument(`${folder}openapi.yaml`);
const document = { paths, components: { ...components, securitySchemes: undefined } };
const text = `${JSON.stringify(document, withoutProse, 2)}\n`;

if (flag !== '--check') {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(`${target} is stale: run \`npm run codegen:contracts\` and commit it.\n`);
  process.exitCode = 1;
}

/** Reads YAML by way of the generator of the types, which hands its transformers the whole document. */
async function readDocument(path) {
  const found = {};
  await openapiTS(pathToFileURL(path), {
    silent: true,
    transform: (_schema, { ctx }) => {
      found.paths ??= ctx.resolve('#/paths');
      found.components ??= ctx.resolve('#/components');
      return undefined;
    },
  });
  return found;
}

/** A property may be called like a piece of prose; prose itself is text or a list. */
function withoutProse(key, value) {
  return PROSE.has(key) && (typeof value === 'string' || Array.isArray(value)) ? undefined : value;
}
