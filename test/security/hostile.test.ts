import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { hostileRequests, type HostileRequest } from './hostile-corpus.ts';
import { sendRaw, type RawAnswer } from './raw-http.ts';

const LIMIT_MS = 1_000;
const LEAKS =
  /node_modules|node:internal|\bat \S+ \(|\.ts:\d|file:\/\/|TypeError|RangeError|URIError|ECONN/;
const USERS = '{ users(first: 30) { nodes { login } pageInfo { endCursor } failures { code } } }';

interface Finding {
  readonly name: string;
  readonly problem: string;
}

let gateway: TestGateway;
let corpus: readonly HostileRequest[];

beforeAll(async () => {
  gateway = await startTestGateway({ switches: { 'cloud-sso': { throttle: false } } });
  const { data } = await gateway.query('{ users { pageInfo { endCursor } } }');
  corpus = hostileRequests(data.users.pageInfo.endCursor);
});

afterAll(() => gateway.close());

describe('a gateway that is attacked', () => {
  it('answers each of several hundred hostile requests cleanly, each within a second', async () => {
    expect(corpus.length).toBeGreaterThan(200);
    const findings: Finding[] = [];
    for (const request of corpus) {
      let { answer, elapsedMs } = await sendTimed(request);
      // A machine that is busy with something else may be slow once.
      if (elapsedMs > LIMIT_MS) ({ answer, elapsedMs } = await sendTimed(request));
      for (const problem of problemsOf(answer, elapsedMs)) {
        findings.push({ name: request.name, problem });
      }
    }
    expect(findings).toEqual([]);
  }, 120_000);

  it('has met no defect of its own on the way', () => {
    const defects = gateway.logLines.filter((line) => /"level":50/.test(line));
    expect(defects).toEqual([]);
  });

  it('is itself afterwards', async () => {
    expect(Object.prototype).not.toHaveProperty('polluted');
    const { status, data, errors } = await gateway.query(USERS);
    expect(status).toBe(200);
    expect(errors).toEqual([]);
    expect(data.users.nodes).toHaveLength(30);
    expect(data.users.failures).toEqual([]);
    expect((await sendRaw(gateway.url, { method: 'GET', path: '/livez' })).status).toBe(200);
  });
});

async function sendTimed(
  request: HostileRequest,
): Promise<{ readonly answer: RawAnswer; readonly elapsedMs: number }> {
  const startedAt = performance.now();
  const answer = await sendRaw(gateway.url, request);
  return { answer, elapsedMs: performance.now() - startedAt };
}

function problemsOf({ status, text, json, headers }: RawAnswer, elapsedMs: number): string[] {
  const problems: string[] = [];
  if (status >= 500) problems.push(`status ${status}`);
  if (elapsedMs > LIMIT_MS) problems.push(`${Math.round(elapsedMs)} ms`);
  if (LEAKS.test(text)) problems.push(`tells of the inside: ${text.slice(0, 200)}`);
  if (/hunter2/.test(text)) problems.push('quotes a password');
  if (headers['x-injected'] !== undefined) problems.push('took a header from a value');
  const codes: unknown[] = (json?.errors ?? []).map(
    ({ extensions }: { extensions?: { code?: unknown } }) => extensions?.code,
  );
  if (codes.some((code) => typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR')) {
    problems.push(`codes ${codes.slice(0, 3).join()}: ${text.slice(0, 200)}`);
  }
  const hasBody = text !== '' && json === undefined;
  if (hasBody && !headers['content-type']?.startsWith('text/html')) problems.push('is not JSON');
  return problems;
}
