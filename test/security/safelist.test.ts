import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManifest } from '../../src/security/safelist.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { sendRaw, type RawAnswer } from './raw-http.ts';

const VIEWER = readFileSync(new URL('../../operations/viewer.graphql', import.meta.url), 'utf8');
const UNKNOWN = '{ viewer { subject } }';
const GRAPHQL_JSON = 'application/graphql-response+json';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function idOf(text: string): string {
  return sha256(print(parse(text)));
}

function byHash(hash: string, query?: string): Record<string, unknown> {
  return { query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}

async function post(
  gateway: TestGateway,
  body: Record<string, unknown>,
  accept = 'application/json',
): Promise<RawAnswer> {
  const headers = { 'content-type': 'application/json', accept };
  return sendRaw(gateway.url, { headers, body: JSON.stringify(body) });
}

const REFUSED = {
  errors: [
    {
      message: 'Only registered operations are answered here, and this is none of them.',
      extensions: { code: 'FORBIDDEN', reason: 'OPERATION_NOT_IN_SAFELIST', retryable: false },
    },
  ],
};

describe('a manifest', () => {
  const manifest = createManifest([
    'query A { viewer { subject } }',
    'query B { backends { id } }',
  ]);
  const has = (text: string): boolean => manifest.has(parse(text));

  it('knows a document whatever its layout, comments, and the `__typename`s that a client adds', () => {
    expect(has('query A { viewer { subject } }')).toBe(true);
    expect(has('# x\nquery A{viewer{,subject,}}')).toBe(true);
    expect(has('query A { viewer { subject __typename } __typename }')).toBe(true);
  });

  it('knows no document that asks for anything else', () => {
    expect(has('query A { viewer { subject permissions } }')).toBe(false);
    expect(has('query A { viewer { a: subject } }')).toBe(false);
    expect(has('query A { viewer { subject a: __typename } }')).toBe(false);
    expect(has('query A { viewer { subject @skip(if: false) } }')).toBe(false);
    expect(has('query C { viewer { subject } }')).toBe(false);
    expect(has('query A { viewer { subject } } query B { backends { id } }')).toBe(false);
    expect(has('{ __typename }')).toBe(false);
  });

  it('finds an operation by its id', () => {
    expect(manifest.textOf(idOf('query A { viewer { subject } }'))).toContain('query A');
    expect(manifest.textOf('x')).toBeUndefined();
    expect(manifest.textOf('__proto__')).toBeUndefined();
  });
});

describe('the safelist that is enforced', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ environment: { OPERATIONS_SAFELIST: 'enforce' } });
  });
  afterAll(() => gateway.close());

  it('answers the known operations', async () => {
    const answer = await post(gateway, { query: VIEWER });
    expect(answer.json.data.viewer.subject).toBe('anonymous');
    const byApollo = VIEWER.replace('subject', 'subject __typename');
    expect((await post(gateway, { query: byApollo })).json.data.viewer.subject).toBe('anonymous');
  });

  it.each([
    UNKNOWN,
    `${VIEWER} query Other { viewer { subject } }`,
    'query Viewer { viewer { subject } }',
    'mutation { deleteUser(input: { userId: "x" }) { status } }',
    '{ __schema { types { name } } }',
    '{ __typename }',
  ])('refuses %s', async (query) => {
    const answer = await post(gateway, { query, operationName: null });
    expect(answer.json.data).toBeUndefined();
    expect(answer.json).toMatchObject(REFUSED);
    expect(answer.status).toBe(200);
    expect((await post(gateway, { query }, GRAPHQL_JSON)).status).toBe(403);
  });

  it('runs nothing of what it refuses', async () => {
    const calls = (): number => gateway.simulator('cloud-sso').calls.count();
    const before = calls();
    await post(gateway, {
      query: '{ users(first: 10) { nodes { login } } roles { nodes { name } } }',
    });
    expect(calls()).toBe(before);
  });

  it('does not tell what else is wrong with an unknown document', async () => {
    for (const query of ['{ viewer { nothing } }', '{ users(first: "x") { nodes { id } } }']) {
      const answer = await post(gateway, { query });
      expect(answer.json).toEqual(REFUSED);
    }
  });

  it('answers an operation that is sent by its id alone, by POST and by GET', async () => {
    const id = idOf(VIEWER);
    expect((await post(gateway, byHash(id))).json.data.viewer.subject).toBe('anonymous');
    const extensions = encodeURIComponent(JSON.stringify(byHash(id)['extensions']));
    const path = `/graphql?extensions=${extensions}`;
    const answer = await sendRaw(gateway.url, { method: 'GET', path, headers: {} });
    expect(answer.json.data.viewer.subject).toBe('anonymous');
  });

  it('registers nothing: a refused document stays unknown under its hash', async () => {
    const hash = sha256(UNKNOWN);
    expect((await post(gateway, byHash(hash, UNKNOWN))).json).toMatchObject(REFUSED);
    const again = await post(gateway, byHash(hash));
    expect(again.json.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(again.json.data).toBeUndefined();
  });

  it('refuses a known hash with another document', async () => {
    const answer = await post(gateway, byHash(idOf(VIEWER), UNKNOWN));
    expect(answer.json.data).toBeUndefined();
    expect(answer.json.errors).toHaveLength(1);
  });

  it('logs a refusal under the request id, without the document', async () => {
    const answer = await post(gateway, { query: 'query Stolen { viewer { subject companies } }' });
    const line = gateway.logLines.find((each) => each.includes('"operationName":"Stolen"'));
    expect(line).toContain(answer.headers['x-request-id']);
    expect(line).not.toContain('companies');
  });
});

describe('the safelist that only logs', () => {
  it('answers everything and names what it would refuse', async () => {
    const gateway = await startTestGateway({ environment: { OPERATIONS_SAFELIST: 'log' } });
    try {
      await post(gateway, { query: VIEWER });
      expect(gateway.logLines.join('')).not.toContain('not in the safelist');
      const answer = await post(gateway, { query: 'query Fresh { viewer { subject } }' });
      expect(answer.json.data.viewer.subject).toBe('anonymous');
      const line = gateway.logLines.find((each) => each.includes('not in the safelist'));
      expect(line).toContain('"operationName":"Fresh"');
      expect(line).toContain(answer.headers['x-request-id']);
    } finally {
      await gateway.close();
    }
  });
});

describe('without a safelist', () => {
  it('any document is answered, and registered under its hash', async () => {
    const gateway = await startTestGateway();
    try {
      const hash = sha256(UNKNOWN);
      const first = await post(gateway, byHash(hash));
      expect(first.json.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
      await post(gateway, byHash(hash, UNKNOWN));
      expect((await post(gateway, byHash(hash))).json.data.viewer.subject).toBe('anonymous');
    } finally {
      await gateway.close();
    }
  });
});
