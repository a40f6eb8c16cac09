import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gql, type ApolloClient } from '@apollo/client';
import {
  ListUsersDocument,
  ReferenceDataDocument,
  request,
  type ListUsersQuery,
} from '@user-gateway/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isEnumType } from 'graphql';
import * as apollo from '../../examples/clients/apollo-client.ts';
import { printUsers } from '../../examples/clients/fetch.ts';
import * as urql from '../../examples/clients/urql.ts';
import { GatewayError, type GatewayErrorCode } from '../../src/domain/errors.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

/** In the three backends of the demo, on several pages. */
const SEARCH = 'an';
/** An account that nothing keeps from a reset. */
const AMARA = 'MTpVc2VyOmNwcTpCTV81eUZ4R0R5dmtZTA';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const run = promisify(execFile);

let gateway: TestGateway;
let url: string;

/** The package as its archive would hold it. */
const built = mkdtempSync(join(tmpdir(), 'client-'));

beforeAll(async () => {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const build = [compiler, '-p', 'client', '--noCheck', '--outDir', join(built, 'dist')];
  await run(process.execPath, build, { cwd: ROOT });
  copyFileSync(join(ROOT, 'client/package.json'), join(built, 'package.json'));
  gateway = await startTestGateway({ environment: { CACHE_USERS_TTL_SECONDS: '60' } });
  url = `${gateway.url}/graphql`;
});

afterAll(async () => {
  await gateway.close();
  rmSync(built, { recursive: true });
});

describe('request', () => {
  it('answers with data of the type of its document', async () => {
    const { data, errors } = await request(url, ListUsersDocument, { first: 3 });
    const names: string[] = data?.users?.edges.map(({ node }) => node.backend.name) ?? [];
    expect(names).toEqual(['cpq', 'cloud-administration', 'cloud-sso']);
    expect(errors).toEqual([]);
    // What a document does not need can be left out.
    expect((await request(url, ReferenceDataDocument)).data?.currencies).not.toHaveLength(0);
  });

  it('answers with the errors, and with what there is beside them', async () => {
    const { data, errors } = await request(url, ListUsersDocument, { first: 1000 });
    expect(data).toEqual({ users: null });
    expect(errors[0]).toMatchObject({ path: ['users'], extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('says that an answer does not come from a gateway', async () => {
    const proxy = createServer((_incoming, outgoing) => {
      outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    try {
      const { port } = proxy.address() as AddressInfo;
      const elsewhere = request(`http://127.0.0.1:${port}/graphql`, ListUsersDocument, {});
      await expect(elsewhere).rejects.toThrow('The answer has the status 502 and is not GraphQL.');
    } finally {
      proxy.close();
    }
  });
});

describe('the package', () => {
  it('holds JavaScript that a program finds under its name', async () => {
    const program = mkdtempSync(join(tmpdir(), 'program-'));
    try {
      installClient(program);
      const code = `
        import { ViewerDocument, request } from '@user-gateway/client';
        const { data } = await request(process.argv[1], ViewerDocument);
        console.log(data.viewer.subject);
      `;
      const options = ['--input-type=module', '--eval', code, url];
      const { stdout } = await run(process.execPath, options, { cwd: program });
      expect(stdout).toBe('anonymous\n');
    } finally {
      rmSync(program, { recursive: true });
    }
  });
});

describe('a document of a frontend’s own', () => {
  const FILES = ['people.graphql', 'codegen.yml', 'main.ts'];

  it('stands in docs/clients.md as in the example', () => {
    const page = readFileSync(join(ROOT, 'docs/clients.md'), 'utf8');
    for (const name of FILES) expect(page).toContain(readExample(name));
  });

  it('gets its types from a running gateway, fits them strictly, and runs beside the package', async () => {
    const program = mkdtempSync(join(tmpdir(), 'program-'));
    const node = async (...args: string[]) =>
      run(process.execPath, args, { cwd: program, env: { ...process.env, GATEWAY_URL: url } });
    const modules = join(ROOT, 'node_modules');
    try {
      installClient(program);
      for (const name of ['@graphql-codegen', '@graphql-typed-document-node', '@types']) {
        symlinkSync(join(modules, name), join(program, 'node_modules', name));
      }
      for (const name of FILES) {
        const text = readExample(name).replace('http://127.0.0.1:4000/graphql', url);
        writeFileSync(join(program, name), text);
      }
      writeFileSync(join(program, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(program, 'tsconfig.json'), JSON.stringify(STRICT));
      await node(join(modules, '@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.yml');
      await node(join(modules, 'typescript/bin/tsc'), '-p', '.');
      const { stdout } = await node('main.ts');
      const [company, ...people] = stdout.trimEnd().split('\n');
      const { data } = await gateway.query(
        '{ companies(first: 1) { nodes { displayName users(first: 100) { nodes { login status } } } } }',
      );
      const [{ displayName, users }] = data.companies.nodes;
      const active = users.nodes.filter(({ status }: { status: string }) => status === 'ACTIVE');
      expect(company).toBe(displayName);
      expect(active).not.toHaveLength(0);
      expect(people).toHaveLength(active.length);
      for (const [index, { login }] of active.entries()) {
        expect(people[index]?.startsWith(`${login} `), login).toBe(true);
      }
    } finally {
      rmSync(program, { recursive: true });
    }
  });
});

const STRICT = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ['node'],
  },
};

function readExample(name: string): string {
  return readFileSync(join(ROOT, 'examples/own-document', name), 'utf8');
}

/** Puts the package into a program's folder. */
function installClient(program: string): void {
  mkdirSync(join(program, 'node_modules/@user-gateway'), { recursive: true });
  cpSync(built, join(program, 'node_modules/@user-gateway/client'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/graphql'), join(program, 'node_modules/graphql'));
}

describe('docs/clients.md', () => {
  it.each(['fetch', 'apollo-client', 'urql'])('shows examples/clients/%s.ts as it is', (name) => {
    const example = readFileSync(join(ROOT, `examples/clients/${name}.ts`), 'utf8');
    expect(readFileSync(join(ROOT, 'docs/clients.md'), 'utf8')).toContain(example);
  });
});

describe('docs/errors.md', () => {
  const rows = [
    ...readFileSync(join(ROOT, 'docs/errors.md'), 'utf8').matchAll(
      /^(?:## (.*)|\| `([A-Z_]+)` *\|[^|]*\| (\w+) *\|)/gm,
    ),
  ];
  const valuesOf = (name: string): string[] => {
    const type = createGatewaySchema().getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };

  /** The codes below a heading, with what stands under "retry". */
  function tableOf(heading: string): Record<string, string> {
    const start = rows.findIndex(([, title]) => title === heading) + 1;
    const next = rows.findIndex(([, title], index) => index >= start && title !== undefined);
    const end = next === -1 ? rows.length : next;
    return Object.fromEntries(rows.slice(start, end).map(([, , code, retry]) => [code, retry]));
  }

  it('has every code of requests and backends, and whether to try again', () => {
    const backends = tableOf('Codes of backends');
    expect(Object.keys(backends).toSorted()).toEqual(valuesOf('BackendFailureCode').toSorted());
    const all = { ...tableOf('Codes of requests'), ...backends };
    expect(Object.keys(all)).toEqual(expect.arrayContaining([...Object.keys(GATEWAY_CODES)]));
    for (const code of Object.keys(GATEWAY_CODES) as GatewayErrorCode[]) {
      const { retryable } = new GatewayError(code, '');
      expect([code, all[code]]).toEqual([code, retryable ? 'yes' : 'no']);
    }
  });

  it('has every code of writes', () => {
    const codes = Object.keys(tableOf('Codes of writes'));
    expect(codes.toSorted()).toEqual(valuesOf('UserErrorCode').toSorted());
  });
});

/** All of them, or it does not compile. */
const GATEWAY_CODES: Readonly<Record<GatewayErrorCode, true>> = {
  BAD_USER_INPUT: true,
  NOT_FOUND: true,
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  RATE_LIMITED: true,
  INTERNAL_SERVER_ERROR: true,
  UNSUPPORTED_BY_BACKEND: true,
  BUDGET_EXCEEDED: true,
  BACKEND_UNAVAILABLE: true,
  BACKEND_THROTTLED: true,
  BACKEND_CREDENTIAL_REJECTED: true,
  BACKEND_REJECTED: true,
  BACKEND_CONTRACT_VIOLATION: true,
};

describe('the examples of clients', () => {
  it('print every user once by fetch', async () => {
    const print = vi.spyOn(console, 'log').mockReturnValue();
    try {
      await printUsers(url, SEARCH);
      const lines = print.mock.calls.map((words) => words.join(' '));
      expect(lines).toHaveLength((await everyone()).length);
      expect(new Set(lines).size).toBe(lines.length);
    } finally {
      print.mockRestore();
    }
  });

  it('grow a list by pages in Apollo Client, which loses and repeats nobody', async () => {
    const client = apollo.createClient(url, 'none');
    try {
      expect(await growList(client)).toEqual(await everyone());
    } finally {
      client.stop();
    }
  });

  it('keep a list per filter in Apollo Client, and what is known of a backend together', async () => {
    const client = apollo.createClient(url, 'none');
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    try {
      await growList(client);
      const variables = { first: 5 };
      const listed = await client.query({ query: ListUsersDocument, variables });
      const first = listed.data?.users?.edges[0]?.node.id;
      const kind = gql`
        query Kind($id: ID!) {
          user(id: $id) {
            id
            backend {
              kind
            }
          }
        }
      `;
      await client.query({ query: kind, variables: { id: first } });
      const kept = client.readQuery({ query: ListUsersDocument, variables });
      expect(kept?.users?.edges[0]?.node.backend).toMatchObject({ name: 'cpq', simulated: true });
      const searched = { first: 50, filter: { search: SEARCH } };
      const list = client.readQuery({ query: ListUsersDocument, variables: searched });
      expect(list?.users?.edges).toHaveLength((await everyone()).length);
      expect(warn).not.toHaveBeenCalled();
    } finally {
      warn.mockRestore();
      client.stop();
    }
  });

  it('reset a password in Apollo Client when the plan is agreed to', async () => {
    const client = apollo.createClient(url, 'none');
    const told: (readonly string[])[] = [];
    const agree = async (promises: readonly string[]): Promise<boolean> => {
      told.push(promises);
      return told.length > 1;
    };
    try {
      expect(await apollo.resetPassword(client, AMARA, agree)).toBe('Left.');
      expect(await apollo.resetPassword(client, AMARA, agree)).toBe('DONE');
      expect(told[0]).toContain('PASSWORD_REPLACED: IMPLIED');
    } finally {
      client.stop();
    }
  });

  it('find a user and switch the account off in urql, or say why not', async () => {
    const client = urql.createClient(url, 'none');
    const nobody = 'There is no such user.';
    expect(await urql.disableUser(client, 'cloud-administration', 'nobody')).toBe(nobody);
    expect(await urql.disableUser(client, 'cloud-administration', 'ana.rivera')).toBe('DONE');
    expect(await urql.disableUser(client, 'elsewhere', 'ana.rivera')).toMatch(/elsewhere|backend/i);
  });
});

/** The ids of everyone who matches, as one page after another gives them. */
async function everyone(): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const variables = { first: 200, after, filter: { search: SEARCH } };
    const answer = await gateway.query(
      'query ($first: Int!, $after: String, $filter: UserFilter) { users(first: $first, after: $after, filter: $filter) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      variables,
    );
    const { nodes, pageInfo } = answer.data.users;
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    if (!pageInfo.hasNextPage) return ids.toSorted();
    after = pageInfo.endCursor;
  }
}

/** Presses "more" until there is no more, and looks at what the table then shows. */
async function growList(client: ApolloClient): Promise<string[]> {
  const table = apollo.watchUsers(client, SEARCH);
  const shown: ListUsersQuery[] = [];
  const subscription = table.subscribe(({ data }) => void shown.push(data as ListUsersQuery));
  try {
    let page = (await table.reobserve()).data?.users;
    while (page?.pageInfo.hasNextPage) {
      const more = await table.fetchMore({ variables: { after: page.pageInfo.endCursor } });
      page = more.data.users;
    }
    await vi.waitFor(() => expect(shown.at(-1)?.users?.pageInfo.hasNextPage).toBe(false));
    return shown
      .at(-1)!
      .users!.edges.map(({ node }) => node.id)
      .toSorted();
  } finally {
    subscription.unsubscribe();
  }
}
