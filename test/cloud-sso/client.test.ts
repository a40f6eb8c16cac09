import { afterEach, describe, expect, it } from 'vitest';
import { cloudSso } from '../../src/backends/cloud-sso/index.ts';
import { createCloudSsoClient } from '../../src/backends/cloud-sso/client.ts';
import { createCloudSsoCredential } from '../../src/backends/cloud-sso/credential.ts';
import { createCallQuota } from '../../src/backends/cloud-sso/quota.ts';
import { readCloudSsoSettings } from '../../src/backends/cloud-sso/settings.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { Secret } from '../../src/domain/secret.ts';
import { NO_FILTER } from '../../src/domain/user-filter.ts';
import { createEnvironmentReader } from '../../src/environment.ts';
import { startCloudSsoSimulator } from '../../src/backends/cloud-sso/simulator.ts';
import { createBackend, readContext, startUpstream, type Answer } from './upstream.ts';

const SAMPLE_PAGE = {
  RequestId: '734D9AAC-9A8E-5DF6-A633-ADE70FF2A9B1',
  MaxResults: 10,
  TotalCounts: 1,
  IsTruncated: false,
  Users: [{ UserId: 'u-00q8wbq42wiltcrkabcd', UserName: 'alice' }],
};
const ECHO = 'server string to sign is:POST&canary';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function upstream(...args: Parameters<typeof startUpstream>) {
  const started = await startUpstream(...args);
  closers.push(() => started.close());
  return started;
}

function refusal(Code: string, status = 400, headers: Record<string, string> = {}): Answer {
  const RequestId = 'D4FE743F-077C-5717-8F61-FCFA07FB0EDA';
  return { status, headers, body: { RequestId, HostId: 'h', Code, Message: ECHO } };
}

async function failureOf(work: Promise<unknown>): Promise<GatewayError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GatewayError);
  return error as GatewayError;
}

const listOne = (environment: Record<string, string | undefined>) =>
  createBackend(environment).users.list!(
    { limit: 1, position: null, filter: NO_FILTER },
    readContext(),
  );

describe('request', () => {
  it('carries its parameters in a form body and none in the address', async () => {
    const server = await upstream(() => ({ body: SAMPLE_PAGE }));
    await listOne(server.environment);
    const [call] = server.calls;
    expect(call).toMatchObject({ method: 'POST', url: '/', operation: 'ListUsers' });
    expect(call!.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(call!.parameters)).toEqual({
      DirectoryId: 'd-00fc2p61abcd',
      MaxResults: '1',
    });
  });

  it('is signed with its host and port', async () => {
    const server = await upstream(() => ({ body: SAMPLE_PAGE }));
    await listOne(server.environment);
    const { authorization, host } = server.calls[0]!.headers;
    expect(host).toBe(new URL(server.url).host);
    expect(authorization).toContain('SignedHeaders=content-type;host;x-acs-action;');
  });

  it('writes a list and a secret as CloudSSO takes them, once', async () => {
    const server = await upstream(() => refusal('Throttling.User'));
    const reader = createEnvironmentReader(server.environment);
    const settings = readCloudSsoSettings(reader)!;
    const client = createCloudSsoClient({
      ...settings,
      backend: 'cloud-sso',
      credential: createCloudSsoCredential(settings, Date.now),
      quota: createCallQuota(),
      timeoutMs: 2_000,
    });
    const answer = await client.write('CreateUser', {
      UserName: 'a b',
      Password: new Secret('Xy9)$?+*~ z'),
      Tags: [
        { Key: 'team', Value: 'ü' },
        { Key: 'k', Value: '' },
      ],
    });
    expect(answer.kind).toBe('response');
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]!.body).toBe(
      'DirectoryId=d-00fc2p61abcd&UserName=a%20b&Password=Xy9%29%24%3F%2B%2A~%20z' +
        '&Tags.1.Key=team&Tags.1.Value=%C3%BC&Tags.2.Key=k&Tags.2.Value=',
    );
  });

  it.each([{ sts: false }, { sts: true }])(
    'is accepted by a server that verifies signatures (%o)',
    async (switches) => {
      const simulator = await startCloudSsoSimulator({ switches });
      closers.push(() => simulator.close());
      const page = await listOne(simulator.environment);
      expect(page.rows).toHaveLength(1);
      expect('x-acs-security-token' in simulator.calls.all[0]!.headers).toBe(switches.sts);
    },
  );

  it('is refused by that server when the secret is wrong', async () => {
    const simulator = await startCloudSsoSimulator();
    closers.push(() => simulator.close());
    const environment = { ...simulator.environment, CLOUD_SSO_ACCESS_KEY_SECRET: 'another' };
    const error = await failureOf(listOne(environment));
    expect(error.code).toBe('BACKEND_CREDENTIAL_REJECTED');
    expect(error.safeCause?.code).toBe('SignatureDoesNotMatch');
  });
});

describe('clock', () => {
  const HOUR_MS = 3_600_000;

  /** Refuses what was not sent within 15 minutes of its own clock. */
  const strictServer = (theirNow: () => number) =>
    upstream(({ headers }) => {
      const skewMs = Math.abs(Date.parse(headers['x-acs-date'] ?? '') - theirNow());
      const date = new Date(theirNow()).toUTCString();
      return skewMs > 15 * 60_000
        ? refusal('InvalidTimeStamp.Expired', 400, { date })
        : { headers: { date }, body: SAMPLE_PAGE };
    });

  it('is set by the answer that refuses a time, and the read is tried once more', async () => {
    const server = await strictServer(() => Date.now() + HOUR_MS);
    const backend = createBackend(server.environment);
    const request = { limit: 1, position: null, filter: NO_FILTER };
    const page = await backend.users.list!(request, readContext());
    expect(page.rows).toHaveLength(1);
    expect(server.calls).toHaveLength(2);
    await backend.users.list!(request, readContext());
    expect(server.calls).toHaveLength(3);
  });

  it('is not set by an answer that accepts a request', async () => {
    const server = await upstream(() => ({
      headers: { date: 'Fri, 01 Jan 2021 00:00:00 GMT' },
      body: SAMPLE_PAGE,
    }));
    const backend = createBackend(server.environment);
    const request = { limit: 1, position: null, filter: NO_FILTER };
    await backend.users.list!(request, readContext());
    await backend.users.list!(request, readContext());
    const sentAt = Date.parse(server.calls[1]!.headers['x-acs-date'] ?? '');
    expect(Math.abs(sentAt - Date.now())).toBeLessThan(60_000);
  });

  it('gives up after the second refusal', async () => {
    const server = await upstream(() => refusal('InvalidTimeStamp.Expired'));
    const error = await failureOf(listOne(server.environment));
    expect(error.code).toBe('BACKEND_CREDENTIAL_REJECTED');
    expect(server.calls).toHaveLength(2);
  });
});

describe('failure', () => {
  it.each([
    ['Throttling.User', 400],
    ['SignatureNonceUsed', 400],
    ['InternalError', 500],
  ])('of a read with code %s and status %i may pass: it is made anew', async (code, status) => {
    const server = await upstream((_call, before) =>
      before === 0 ? refusal(code, status, { 'x-acs-retry-after': '20' }) : { body: SAMPLE_PAGE },
    );
    const page = await listOne(server.environment);
    expect(page.rows).toHaveLength(1);
    const nonces = server.calls.map(({ headers }) => headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(2);
  });

  it('says how long CloudSSO asks to wait, in milliseconds by its own header', async () => {
    const server = await upstream(() =>
      refusal('Throttling.Api', 400, { 'x-acs-retry-after': '60000', 'retry-after': '1' }),
    );
    const error = await failureOf(listOne(server.environment));
    expect(error).toMatchObject({
      code: 'BACKEND_THROTTLED',
      retryable: true,
      retryAfterMs: 60_000,
    });
  });

  it.each([
    ['Rejected.Throttling', 400, 'BACKEND_THROTTLED'],
    ['ServiceUnavailable', 503, 'BACKEND_UNAVAILABLE'],
    ['InternalError', 500, 'BACKEND_UNAVAILABLE'],
    ['SignatureDoesNotMatch', 400, 'BACKEND_CREDENTIAL_REJECTED'],
    ['IncompleteSignature', 400, 'BACKEND_CREDENTIAL_REJECTED'],
    ['InvalidAccessKeyId.NotFound', 404, 'BACKEND_CREDENTIAL_REJECTED'],
    ['InvalidSecurityToken.Expired', 400, 'BACKEND_CREDENTIAL_REJECTED'],
    ['MissingSecurityToken', 400, 'BACKEND_CREDENTIAL_REJECTED'],
    ['NoPermission', 403, 'BACKEND_CREDENTIAL_REJECTED'],
    ['Forbidden.RAM', 403, 'BACKEND_CREDENTIAL_REJECTED'],
    ['EntityNotExists.Directory', 404, 'BACKEND_REJECTED'],
    ['OperationForbidden.Synchronized', 403, 'BACKEND_REJECTED'],
    ['InvalidParameter.Filter', 400, 'BACKEND_REJECTED'],
    ['SomethingNew', 502, 'BACKEND_UNAVAILABLE'],
  ])('with code %s and status %i is %s', async (nativeCode, status, code) => {
    const server = await upstream(() =>
      refusal(nativeCode, status, { 'x-acs-retry-after': '99999' }),
    );
    const error = await failureOf(listOne(server.environment));
    expect(error.code).toBe(code);
    expect(error.safeCause).toEqual({
      status,
      code: nativeCode,
      requestId: 'D4FE743F-077C-5717-8F61-FCFA07FB0EDA',
    });
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain('canary');
  });

  it.each<[string, Answer, string]>([
    ['a page of HTML', { body: '<html>Sign in</html>' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['nothing', { body: '' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['a list', { body: [] }, 'BACKEND_CONTRACT_VIOLATION'],
    [
      'a redirect',
      { status: 302, headers: { location: '/' }, body: '' },
      'BACKEND_CONTRACT_VIOLATION',
    ],
    ['an unreadable 404', { status: 404, body: 'not here' }, 'BACKEND_CONTRACT_VIOLATION'],
    ['an unreadable 502', { status: 502, body: '<html></html>' }, 'BACKEND_UNAVAILABLE'],
    ['a 429 without a code', { status: 429, body: '' }, 'BACKEND_THROTTLED'],
    ['a 200 with a code', { body: { Code: 'Throttling' } }, 'BACKEND_THROTTLED'],
    ['an answer without its list', { body: { TotalCounts: 0 } }, 'BACKEND_CONTRACT_VIOLATION'],
    [
      'a user without an id',
      { body: { Users: [{ UserName: 'a' }] } },
      'BACKEND_CONTRACT_VIOLATION',
    ],
    [
      'a truncated page without a token',
      { body: { Users: [], IsTruncated: true } },
      'BACKEND_CONTRACT_VIOLATION',
    ],
  ])('on %s', async (_what, answer, code) => {
    const headers = { 'retry-after': '99', ...answer.headers };
    const server = await upstream(() => ({ ...answer, headers }));
    const error = await failureOf(listOne(server.environment));
    expect(error.code).toBe(code);
  });

  it('does not repeat a code that is more than a code', async () => {
    const server = await upstream(() => refusal(`canary ${ECHO}`));
    const error = await failureOf(listOne(server.environment));
    expect(error.safeCause?.code).toBe('UNREADABLE_CODE');
  });
});

describe('quota', () => {
  it('lets no second see more calls than CloudSSO allows, wherever it begins', async () => {
    const quota = createCallQuota();
    const startedAt = performance.now();
    const leftAt = await Promise.all(
      Array.from({ length: 41 }, async () => {
        await quota.take('ListUsers', AbortSignal.timeout(10_000));
        return performance.now() - startedAt;
      }),
    );
    const sorted = leftAt.sort((left, right) => left - right);
    expect(sorted[19]).toBeLessThan(500);
    for (let index = 20; index < sorted.length; index += 1) {
      expect(sorted[index]! - sorted[index - 20]!).toBeGreaterThan(1_000);
    }
  });

  it('counts operations apart and gives up with the request', async () => {
    const quota = createCallQuota();
    const signal = AbortSignal.timeout(50);
    await Promise.all(Array.from({ length: 20 }, () => quota.take('ListUsers', signal)));
    await quota.take('GetUser', signal);
    const error = await failureOf(quota.take('ListUsers', signal));
    expect(error).toMatchObject({ code: 'BACKEND_THROTTLED', retryable: true });
  });
});

describe('settings', () => {
  const complete = {
    CLOUD_SSO_ENDPOINT: 'https://cloudsso.cn-shanghai.aliyuncs.com',
    CLOUD_SSO_DIRECTORY_ID: 'd-00fc2p61abcd',
    CLOUD_SSO_ACCESS_KEY_ID: 'testid',
    CLOUD_SSO_ACCESS_KEY_SECRET: 'canary-secret',
  };

  it('are absent when none is set', () => {
    const reader = createEnvironmentReader({});
    expect(cloudSso.configure(reader)).toBeNull();
    expect(reader.problems).toEqual([]);
  });

  it.each([
    'cn-shanghai',
    'cn-hongkong',
    'ap-northeast-2',
    'ap-southeast-1',
    'us-west-1',
    'eu-central-1',
  ])('take the region %s as an endpoint', (region) => {
    const CLOUD_SSO_ENDPOINT = `https://cloudsso.${region}.aliyuncs.com`;
    const reader = createEnvironmentReader({ ...complete, CLOUD_SSO_ENDPOINT });
    expect(cloudSso.configure(reader)).not.toBeNull();
    expect(reader.problems).toEqual([]);
  });

  it.each(Object.keys(complete))('are incomplete without %s', (name) => {
    const reader = createEnvironmentReader({ ...complete, [name]: undefined });
    expect(cloudSso.configure(reader)).toBeNull();
    expect(reader.problems).toEqual([`${name} is needed to use CloudSSO.`]);
  });

  it('name what is wrong and never its value', () => {
    const reader = createEnvironmentReader({
      ...complete,
      CLOUD_SSO_ENDPOINT: 'https://cloudsso.example/canary',
      CLOUD_SSO_ACCESS_KEY_ID: 'canary key',
      CLOUD_SSO_SECURITY_TOKEN: 'canary\n',
    });
    cloudSso.configure(reader);
    expect(reader.problems).toEqual([
      'CLOUD_SSO_ENDPOINT must not hold a path.',
      'CLOUD_SSO_ACCESS_KEY_ID must hold printable ASCII characters without spaces.',
      'CLOUD_SSO_SECURITY_TOKEN must hold printable ASCII characters without spaces.',
    ]);
  });
});
