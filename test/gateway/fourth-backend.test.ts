import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { ConfigurationError, readConfig } from '../../src/config/config.ts';
import { readSchemaFiles } from '../../src/graphql/schema-files.ts';
import { describeContract } from '../contract/contract-suite.ts';
import { dialects } from '../support/fourth-backend/dialects.ts';
import { lighthouse } from '../support/fourth-backend/index.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const definitions = [...backendDefinitions, lighthouse];
const details = new URL('../support/fourth-backend/details.graphql', import.meta.url);

/** As the server would find it, were the folder among the others. */
const documents = [...readSchemaFiles(), parse(readFileSync(details, 'utf8'))];

describeContract(lighthouse, dialects);

describe('a backend that is one folder and one line', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({
      definitions,
      documents,
      environment: { UPSTREAM_TIMEOUT_MS: '2000' },
    });
  });

  afterAll(async () => {
    await gateway.close();
  });

  it('is listed behind the others, with the capabilities of its ports', async () => {
    const { data } = await gateway.query(
      '{ backends { name kind displayName simulated capabilities } }',
    );
    expect(data.backends.map(({ name }: { name: string }) => name)).toEqual(
      definitions.map(({ name }) => name),
    );
    expect(data.backends.at(-1)).toEqual({
      name: 'lighthouse',
      kind: 'lighthouse-crew',
      displayName: 'Lighthouse',
      simulated: true,
      capabilities: ['USERS_READ', 'USERS_LIST'],
    });
  });

  it('has its share of the users, with what is its own', async () => {
    const { data, errors } = await gateway.query(/* GraphQL */ `
      {
        users(first: 40) {
          nodes {
            id
            login
            company {
              name
            }
            roles {
              name
            }
            currency {
              code
            }
            details {
              ... on LighthouseUserDetails {
                lamp
              }
            }
            backend {
              name
            }
          }
          failures {
            code
          }
        }
      }
    `);
    expect(errors).toEqual([]);
    expect(data.users.failures).toEqual([]);
    const own = data.users.nodes.filter(
      (user: { backend: { name: string } }) => user.backend.name === 'lighthouse',
    );
    expect(own).toHaveLength(10);
    expect(own[0]).toMatchObject({
      login: 'Ada.0',
      company: null,
      roles: null,
      currency: null,
      details: { lamp: 'main' },
    });
  });

  it('is followed to its end, filtered, and looked up by id and by login', async () => {
    const { data } = await gateway.query(/* GraphQL */ `
      {
        users(first: 200, filter: { backends: ["lighthouse"], statuses: [DISABLED] }) {
          nodes {
            id
            login
            status
          }
        }
        odd: userByLogin(backend: "lighthouse", login: "ærø +%/@é") {
          id
          login
        }
      }
    `);
    expect(data.users.nodes).toHaveLength(10);
    expect(data.odd.login).toBe('ærø +%/@é');
    const again = await gateway.query(
      'query ($id: ID!, $user: ID!) { node(id: $id) { __typename ... on User { login } } user(id: $user) { login } }',
      { id: data.odd.id, user: data.users.nodes[3].id },
    );
    expect(again.data).toEqual({
      node: { __typename: 'User', login: 'ærø +%/@é' },
      user: { login: data.users.nodes[3].login },
    });
  });

  it('fails for itself alone', async () => {
    gateway.simulator('lighthouse').faults.add({ kind: 'html' });
    const { data } = await gateway.query(
      '{ users(first: 40) { nodes { login } failures { code backend { name } } } companies(first: 5) { failures { code } nodes { name } } }',
    );
    gateway.simulator('lighthouse').faults.clear();
    expect(data.users.failures).toEqual([
      { code: 'BACKEND_CONTRACT_VIOLATION', backend: { name: 'lighthouse' } },
    ]);
    expect(data.users.nodes).toHaveLength(40);
    expect(data.companies.failures).toEqual([]);
  });

  it('says that it has no companies and no resets to who asks it for them', async () => {
    const { data } = await gateway.query(
      '{ companies(first: 5, backends: ["lighthouse"]) { nodes { name } failures { code } } }',
    );
    expect(data.companies).toEqual({ nodes: [], failures: [{ code: 'UNSUPPORTED_BY_BACKEND' }] });
  });

  it('is configured by its own variables, with its problems among the others', () => {
    const read = (environment: Record<string, string>) => {
      try {
        return readConfig(environment, definitions).backends.map(
          ({ definition }) => definition.name,
        );
      } catch (error) {
        return error instanceof ConfigurationError ? error.problems : error;
      }
    };
    const complete = {
      LIGHTHOUSE_URL: 'http://127.0.0.1:1',
      LIGHTHOUSE_KEY: 'k',
      AUTH_DISABLED: 'true',
    };
    expect(read(complete)).toEqual(['lighthouse']);
    expect(read({ LIGHTHOUSE_URL: 'http://127.0.0.1:1', AUTH_DISABLED: 'true' })).toContain(
      'LIGHTHOUSE_KEY is missing.',
    );
  });
});
