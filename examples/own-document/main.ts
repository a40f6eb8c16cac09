// examples/own-document/main.ts
import { CompaniesDocument, request } from '@user-gateway/client';
import { PeopleDocument } from './generated/graphql.ts';

const url = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql';

/** Prints who works at a company, page after page. */
async function printPeople(companyId: string, after: string | null = null): Promise<void> {
  const { data, errors } = await request(url, PeopleDocument, { companyId, after });
  if (!data?.users) throw new Error(errors[0]?.message);
  const { nodes, pageInfo, failures } = data.users;
  for (const { login, displayName, roles } of nodes) {
    console.log(login, displayName, roles?.map((role) => role.displayName).join(', '));
  }
  for (const { message } of failures) console.warn(message);
  if (pageInfo.hasNextPage && failures.length === 0) {
    await printPeople(companyId, pageInfo.endCursor);
  }
}

const { data, errors } = await request(url, CompaniesDocument, { first: 1 });
const company = data?.companies?.nodes[0];
if (company === undefined) throw new Error(errors[0]?.message ?? 'There is no company.');
console.log(company.displayName);
await printPeople(company.id);
