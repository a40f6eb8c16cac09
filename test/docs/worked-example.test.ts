import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { readSchemaFiles } from '../../src/graphql/schema-files.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { blocksIn, ROOT, type Block } from './documents.ts';
import { graphqlExamplesOf } from './graphql-blocks.ts';
import { ownPathOf } from './typescript-blocks.ts';

describe('the worked example of a backend', () => {
  const file = 'docs/adding-a-backend.md';
  const parts = blocksIn(['ts']).filter((block) => block.file === file && ownPathOf(block));
  // Below the project, so that its packages are found.
  mkdirSync(`${ROOT}.vitest`, { recursive: true });
  const folder = mkdtempSync(`${ROOT}.vitest/worked-example-`);
  let gateway: TestGateway;

  beforeAll(async () => {
    for (const part of parts) write(part, folder);
    const { tickets } = (await import(`${folder}/src/backends/tickets/index.ts`)) as {
      readonly tickets: BackendDefinition;
    };
    const sdl = graphqlExamplesOf(file).flatMap(({ operation, document }) =>
      operation === null ? [document] : [],
    );
    gateway = await startTestGateway({
      environment: { CACHE_USERS_TTL_SECONDS: '0' },
      definitions: [...backendDefinitions, tickets],
      documents: [...readSchemaFiles(), ...sdl],
    });
  });
  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  });

  it('is served beside the others, as the page says', async () => {
    const { data, errors } = await gateway.query(/* GraphQL */ `
      {
        backend(name: "tickets") {
          displayName
          capabilities
        }
        users(first: 10, filter: { backends: ["tickets"] }) {
          nodes {
            login
            displayName
            status
            details {
              ... on TicketsUserDetails {
                desk
              }
            }
          }
          failures {
            code
          }
        }
      }
    `);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      backend: { displayName: 'Tickets', capabilities: ['USERS_READ', 'USERS_LIST'] },
      users: {
        nodes: [
          { login: 'ada', displayName: 'Ada Byron', status: 'ACTIVE', details: { desk: 'north' } },
          { login: 'bo', displayName: 'Bo Li', status: 'DISABLED', details: { desk: 'south' } },
        ],
        failures: [],
      },
    });
  });

  it('is found by id and by login, and fails for itself alone', async () => {
    const byLogin = await gateway.query('{ userByLogin(backend: "tickets", login: "bo") { id } }');
    const { id } = byLogin.data.userByLogin as { readonly id: string };
    const byId = await gateway.query('query ($id: ID!) { user(id: $id) { login } }', { id });
    expect(byId.data).toEqual({ user: { login: 'bo' } });
    const removeFault = gateway.simulator('tickets').faults.add({ kind: 'status', status: 503 });
    const { data } = await gateway.query(
      '{ users(first: 8) { nodes { login } failures { code backend { name } } } }',
    );
    removeFault();
    expect(data.users.failures).toEqual([
      { code: 'BACKEND_UNAVAILABLE', backend: { name: 'tickets' } },
    ]);
    expect(data.users.nodes).toHaveLength(8);
  });
});

/** Writes a block where its first line says, below another folder: what it imports of the project stays the project's. */
function write(block: Block, folder: string): void {
  const path = ownPathOf(block) ?? '';
  const text = block.text.replaceAll(/from '(\.\.?\/[^']+)'/g, (whole, target: string) => {
    const aim = new URL(target, `file://${ROOT}${path}`).pathname;
    return existsSync(aim) ? `from '${aim}'` : whole;
  });
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
  writeFileSync(`${folder}/${path}`, text);
}
