import { expect, it } from 'vitest';
import { startCpqSimulator } from '../../src/backends/cpq/simulator.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

const PAGE =
  '{ users(first: 200) { nodes { id login company { id nativeId } } failures { code } } }';
const AGAIN = /* GraphQL */ `
  query ($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on User {
        login
        company {
          nativeId
        }
      }
      ... on Company {
        nativeId
      }
    }
  }
`;

interface ListedUser {
  readonly id: string;
  readonly login: string;
  readonly company: { readonly id: string; readonly nativeId: string };
}

it('a gateway that steps from CPQ 17 to 19 still knows the ids it gave out, and gives every user one id', async () => {
  const site = await startCpqSimulator();
  const startVersion = (version: string): Promise<TestGateway> =>
    startTestGateway({
      environment: { ...site.environment, CPQ_API_VERSION: version, AUTH_DISABLED: 'true' },
    });
  const before = await startVersion('17');
  const after = await startVersion('19');
  try {
    const listed = (await before.query(PAGE)).data.users.nodes as readonly ListedUser[];
    expect(listed.length).toBeGreaterThan(100);
    const sample = listed.filter((_user, index) => index % 7 === 0);
    const { data, errors } = await after.query(AGAIN, { ids: sample.map(({ id }) => id) });
    expect(errors).toEqual([]);
    expect(data.nodes.map(({ login, company }: ListedUser) => [login, company.nativeId])).toEqual(
      sample.map(({ login, company }) => [login, company.nativeId]),
    );
    const current = new Set(
      ((await after.query(PAGE)).data.users.nodes as readonly ListedUser[]).map(({ id }) => id),
    );
    expect(data.nodes.filter(({ id }: ListedUser) => current.has(id))).toHaveLength(sample.length);
    const companies = [...new Set(listed.map(({ company }) => company.id))];
    const kept = await after.query(AGAIN, { ids: companies });
    expect(kept.data.nodes.map(({ id }: ListedUser) => id)).toEqual(companies);
  } finally {
    await before.close();
    await after.close();
    await site.close();
  }
});
