import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { startCloudSsoSimulator } from '../../src/backends/cloud-sso/simulator.ts';
import {
  acs3CanonicalRequest,
  acs3Signature,
  acs3StringToSign,
} from '../../src/backends/cloud-sso/simulator/verify-acs3.ts';
import {
  rpcSignature,
  rpcStringToSign,
} from '../../src/backends/cloud-sso/simulator/verify-rpc.ts';
import { officialClients } from './official-clients.ts';
import { acs3Request, rpcParameters, sendRaw, toTime } from './raw-requests.ts';
import { closeSimulators, codeOf, createUser, start, startWithClient } from './simulator-client.ts';
import type { UserMember } from './simulator-client.ts';
import vectors from './signing-vectors.json' with { type: 'json' };

const PASSWORD = "Xy9)$?+*~ z'(!&=%";

closeSimulators();

describe("the vendor's clients", () => {
  for (const sts of [false, true])
    it(`all read, write and understand errors in every way of sending${sts ? ', with an STS token' : ''}`, async () => {
      const simulator = await start({ sts });
      const DirectoryId = simulator.environment['CLOUD_SSO_DIRECTORY_ID'];
      const clients = officialClients(simulator);
      expect(clients).toHaveLength(14);
      for (const [index, { name, call }] of clients.entries()) {
        const { Directories } = await call('ListDirectories');
        expect(Directories, name).toMatchObject([{ DirectoryId }]);
        const { User } = await call('CreateUser', {
          DirectoryId,
          UserName: `Unknown@_-.${index}`,
          DisplayName: "Zoë O'Neil (ops) *+~ & 100 % 王",
          Tags: [{ Key: 'team', Value: 'a b' }],
        });
        const { UserId } = User as UserMember;
        const Filter = `UserName eq UNKNOWN@_-.${index}`;
        const page = await call('ListUsers', { DirectoryId, Filter, MaxResults: 1 });
        expect(page, name).toMatchObject({
          MaxResults: 1,
          TotalCounts: 1,
          IsTruncated: false,
          Users: [{ UserId, DisplayName: "Zoë O'Neil (ops) *+~ & 100 % 王" }],
        });
        const answer = await call('ResetUserPassword', { DirectoryId, UserId, Password: PASSWORD });
        expect(Object.keys(answer), name).toEqual(['RequestId']);
        expect(simulator.passwordOf(UserId), name).toBe(PASSWORD);
        const unknown = call('GetUser', { DirectoryId, UserId: 'u-unknown' });
        await expect(unknown, name).rejects.toMatchObject({
          code: 'EntityNotExists.User',
          data: {
            Code: 'EntityNotExists.User',
            HostId: new URL(simulator.url).host,
            RequestId: expect.stringMatching(
              /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/,
            ) as unknown,
            Recommend: expect.stringContaining('q=EntityNotExists.User') as unknown,
          },
        });
      }
    });

  it('read an answer and an error in XML, when they ask for it', async () => {
    const simulator = await start();
    for (const { name, call } of officialClients(simulator)) {
      if (!name.includes('V3')) continue;
      const headers = { accept: 'application/xml' };
      const query = { DirectoryId: 'd-unknown' };
      await expect(call('GetDirectory', query, headers), name).rejects.toMatchObject({
        code: 'EntityNotExists.Directory',
        statusCode: 404,
      });
    }
    const headers = { accept: 'application/xml' };
    const answer = await sendRaw(simulator, acs3Request(simulator, { headers }));
    expect(answer.headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(new XMLParser().parse(answer.text)).toMatchObject({
      ListDirectoriesResponse: { TotalCounts: 1, Directories: { Region: 'cn-shanghai' } },
    });
  });

  it('are told by the newest one to be throttled, and for how long', async () => {
    const { simulator } = await startWithClient({
      throttle: true,
      callsPerSecond: 0,
      retryAfterHeader: true,
    });
    const core = officialClients(simulator).find(({ name }) => name.startsWith('openapi-core'))!;
    await expect(core.call('ListDirectories')).rejects.toMatchObject({
      name: 'ThrottlingError',
      code: 'Throttling.User',
      statusCode: 400,
      retryAfter: expect.any(Number) as unknown,
    });
  });
});

describe('signatures', () => {
  const { accessKeyId, accessKeySecret, securityToken, date, host } = vectors.inputs;
  const clockOffsetSeconds = Math.round((Date.parse(date) - Date.now()) / 1000);
  const startAtDate = (sts: boolean) =>
    start({ accessKeyId, accessKeySecret, securityToken, sts, clockOffsetSeconds });
  const targetOf = (url: string) => url.slice(url.indexOf('/', 'https://'.length));
  const directoryUnknown = /"Code":"EntityNotExists.Directory"|"Directories":\[\{/;

  it.each(vectors.v1)('V1 is verified: $id', async (vector) => {
    const simulator = await startAtDate(vector.id.endsWith('.sts'));
    const request = {
      method: vector.method,
      target: targetOf(vector.url),
      headers: { ...vector.headers, host } as Record<string, string>,
      body: vector.body,
    };
    expect((await sendRaw(simulator, request)).text).toMatch(directoryUnknown);
    expect((await sendRaw(simulator, request)).code).toBe('SignatureNonceUsed');
  });

  it.each(
    vectors.v3.flatMap(({ minimal, sdkWire, ...vector }) => [
      {
        ...vector,
        sent: 'minimal headers',
        headers: { ...minimal.headers, Authorization: minimal.authorization },
      },
      { ...vector, sent: 'as the client sends it', headers: sdkWire.headers },
    ]),
  )('V3 is verified: $id, $sent', async (vector) => {
    const simulator = await startAtDate(vector.id.endsWith('.sts'));
    const request = {
      method: vector.method,
      target: targetOf(vector.url),
      headers: vector.headers as Record<string, string>,
      body: vector.body,
    };
    expect((await sendRaw(simulator, request)).text).toMatch(directoryUnknown);
    expect((await sendRaw(simulator, request)).code).toBe('SignatureNonceUsed');
  });

  it("are those of the vendor's published examples", () => {
    for (const example of vectors.official) {
      if (example.params !== undefined) {
        const parameters = Object.entries(example.params as Record<string, string>);
        const toSign = rpcStringToSign(example.method, parameters);
        expect(toSign).toBe(example.stringToSign);
        expect(rpcSignature(example.secret, toSign)).toBe(example.expected);
        continue;
      }
      const canonical = acs3CanonicalRequest(
        {
          method: example.method,
          path: '/',
          query: new URLSearchParams(example.query),
          headers: example.headers,
          body: Buffer.from(''),
        },
        Object.keys(example.headers).toSorted(),
      );
      expect(acs3Signature(example.accessKeySecret, acs3StringToSign(canonical))).toBe(
        example.expected,
      );
    }
  });

  it('V1: refuses every known mistake, and repeats its string to sign as the real gateway does', async () => {
    const simulator = await startAtDate(false);
    const vector = vectors.v1.find(({ id }) => id.endsWith('special.POST.query'))!;
    for (const [mistake, signature] of Object.entries(vectors.mistakes.v1)) {
      if (mistake === 'correct') continue;
      const target = targetOf(vector.url).replace(
        encodeURIComponent(vector.signature),
        encodeURIComponent(signature),
      );
      const answer = await sendRaw(simulator, { method: 'POST', target, headers: { host } });
      expect(answer, mistake).toMatchObject({ status: 400, code: 'SignatureDoesNotMatch' });
      expect(JSON.parse(answer.text)).toMatchObject({
        Message: `Specified signature is not matched with our calculation. server string to sign is:${vector.stringToSign}`,
      });
    }
  });

  it('V3: refuses every known mistake, and names the string to sign only as a hash', async () => {
    const simulator = await startAtDate(false);
    const vector = vectors.v3.find(({ id }) => id.endsWith('special.POST.query'))!;
    for (const [mistake, signature] of Object.entries(vectors.mistakes.v3)) {
      if (mistake === 'correct') continue;
      const answer = await sendRaw(simulator, {
        method: 'POST',
        target: targetOf(vector.url),
        headers: {
          ...vector.minimal.headers,
          authorization: vector.minimal.authorization.replace(vector.minimal.signature, signature),
        },
      });
      expect(answer, mistake).toMatchObject({ status: 400, code: 'SignatureDoesNotMatch' });
      expect(answer.text).toContain(`[ACS3-HMAC-SHA256 ${vector.minimal.hashedCanonicalRequest}]`);
    }
  });
});

describe('the gateway in front', () => {
  const outside = (minutes: number) => toTime(Date.now() + minutes * 60_000);

  it.each([
    ['no time stamp', { Timestamp: '' }, 400, 'MissingTimestamp'],
    ['no version', { Version: '' }, 400, 'MissingVersion'],
    ['another version', { Version: '2014-05-26' }, 400, 'InvalidVersion'],
    ['an unknown action', { Action: 'listDirectories' }, 404, 'InvalidAction.NotFound'],
    ['an inherited action', { Action: 'constructor' }, 404, 'InvalidAction.NotFound'],
    ['an unknown key', { AccessKeyId: 'other' }, 404, 'InvalidAccessKeyId.NotFound'],
    ['another method', { SignatureMethod: 'HMAC-MD5' }, 400, 'InvalidSignatureMethod'],
    [
      'a time of another form',
      { Timestamp: '2024-01-02 03:04:05' },
      400,
      'InvalidTimeStamp.Format',
    ],
    ['an old time', { Timestamp: outside(-32) }, 400, 'InvalidTimeStamp.Expired'],
    ['a time to come', { Timestamp: outside(32) }, 400, 'InvalidTimeStamp.Expired'],
    [
      'a token of no use',
      { SecurityToken: 'x' },
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
    ],
    ['no directory', { Action: 'ListUsers' }, 400, 'MissingDirectoryId'],
    ['a time within half an hour', { Timestamp: outside(-30) }, 200, null],
  ])('V1: answers to %s', async (_what, changes, status, code) => {
    const simulator = await start();
    const sent = rpcParameters(simulator, 'POST', { Action: 'ListDirectories', ...changes });
    const answer = await sendRaw(simulator, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(sent).toString(),
    });
    expect(answer).toMatchObject({ status, code });
  });

  it.each([
    ['no date', { 'x-acs-date': '' }, 400, 'MissingTimestamp'],
    ['no nonce', { 'x-acs-signature-nonce': '' }, 400, 'MissingSignatureNonce'],
    ['no action', { 'x-acs-action': '' }, 400, 'MissingAction'],
    ['an old date', { 'x-acs-date': outside(-16) }, 400, 'InvalidTimeStamp.Expired'],
    ['a date within the quarter', { 'x-acs-date': outside(-14) }, 200, null],
    ['another hash', { 'x-acs-content-sha256': 'e3b0' }, 400, 'SignatureDoesNotMatch'],
    ['a hash in capitals', { 'x-acs-content-sha256': 'E3B0' }, 400, 'SignatureDoesNotMatch'],
  ])('V3: answers to %s', async (_what, headers, status, code) => {
    const simulator = await start();
    const answer = await sendRaw(simulator, acs3Request(simulator, { headers }));
    expect(answer).toMatchObject({ status, code });
  });

  it('V3: wants host, content type and every x-acs header signed', async () => {
    const simulator = await start();
    const signed = acs3Request(simulator, {});
    const unsigned = { ...signed, headers: { ...signed.headers, 'x-acs-extra': '1' } };
    expect(await sendRaw(simulator, unsigned)).toMatchObject({ code: 'IncompleteSignature' });
    const typed = { ...signed, headers: { ...signed.headers, 'content-type': 'text/plain' } };
    expect(await sendRaw(simulator, typed)).toMatchObject({ code: 'IncompleteSignature' });
    const cut = { ...signed, headers: { ...signed.headers, authorization: 'ACS3-HMAC-SHA256 x' } };
    expect(await sendRaw(simulator, cut)).toMatchObject({ code: 'IncompleteSignature' });
    const sm3 = { ...signed, headers: { ...signed.headers, authorization: 'ACS3-HMAC-SM3 x' } };
    expect(await sendRaw(simulator, sm3)).toMatchObject({ code: 'InvalidSignatureMethod' });
    expect(await sendRaw(simulator, signed)).toMatchObject({ status: 200 });
  });

  it('asks for a credential when none comes, in the format of the call', async () => {
    const simulator = await start();
    const query = 'Action=ListDirectories&Version=2021-05-15';
    const inJson = { method: 'GET', target: `/?${query}&Format=JSON` };
    expect(await sendRaw(simulator, inJson)).toMatchObject({ code: 'MissingAccessKeyId' });
    const inXml = await sendRaw(simulator, { method: 'GET', target: `/?${query}` });
    expect(inXml.text).toContain('<Code>MissingAccessKeyId</Code>');
    const headers = { 'x-acs-action': 'ListDirectories', 'x-acs-version': '2021-05-15' };
    const v3 = await sendRaw(simulator, { method: 'POST', headers });
    expect(v3).toMatchObject({ status: 400, code: 'MissingAccessKeyId' });
  });

  it('knows the access key’s state and the permissions behind it', async () => {
    const inactive = await startWithClient({ accessKeyInactive: true });
    expect(await codeOf(inactive.call('GetDirectory'))).toBe('InvalidAccessKeyId.Inactive');
    const expired = await startWithClient({ sts: true, securityTokenExpired: true });
    expect(await codeOf(expired.call('GetDirectory'))).toBe('InvalidSecurityToken.Expired');
    const sts = await start({ sts: true });
    const withoutToken = await sendRaw(sts, acs3Request(sts, {}));
    expect(withoutToken).toMatchObject({ status: 400, code: 'MissingSecurityToken' });
    const denied = await startWithClient({ deniedOperations: ['ListUsers'] });
    await expect(denied.call('ListUsers')).rejects.toMatchObject({
      code: 'NoPermission',
      statusCode: 403,
      data: { AccessDeniedDetail: { AuthAction: 'cloudsso:ListUsers' } },
    });
  });

  it('takes other paths and methods for what they are', async () => {
    const simulator = await start();
    expect(await sendRaw(simulator, { method: 'GET', target: '/users' })).toMatchObject({
      status: 404,
    });
    const put = await sendRaw(simulator, { method: 'PUT' });
    expect(put).toMatchObject({ status: 400, code: 'UnsupportedHTTPMethod' });
  });

  it('answers V1 in XML unless JSON is asked for, whatever the case of the letters', async () => {
    const simulator = await start();
    const get = async (Format: string) => {
      const parameters = rpcParameters(simulator, 'GET', { Action: 'ListDirectories', Format });
      const target = `/?${new URLSearchParams(parameters).toString()}`;
      return sendRaw(simulator, { method: 'GET', target });
    };
    const byDefault = await get('');
    expect(byDefault.headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(byDefault.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" \?><ListDirectoriesResponse><RequestId>/,
    );
    expect((await get('jSoN')).headers['content-type']).toBe('application/json;charset=utf-8');
    expect((await get('YAML')).text).toContain('<Code>InvalidParameter.Format</Code>');
  });

  it('gives every answer an id of its own, in the body and in a header, and the time of its clock', async () => {
    const simulator = await start({ clockOffsetSeconds: 3600 });
    const query = { DirectoryId: 'd-unknown' };
    const headers = { 'x-acs-date': outside(60), 'x-acs-action': 'GetDirectory' };
    const ids = new Set<unknown>();
    for (let round = 0; round < 3; round += 1) {
      const answer = await sendRaw(simulator, acs3Request(simulator, { query, headers }));
      const id = answer.headers['x-acs-request-id'];
      expect(JSON.parse(answer.text)).toMatchObject({ RequestId: id });
      expect(Math.abs(Date.parse(answer.headers.date ?? '') - Date.now() - 3_600_000)).toBeLessThan(
        3000,
      );
      ids.add(id);
    }
    expect(ids.size).toBe(3);
    const onTime = await sendRaw(simulator, acs3Request(simulator, {}));
    expect(onTime.code).toBe('InvalidTimeStamp.Expired');
  });

  it('throttles each operation at its own published limit, with HTTP 400', async () => {
    const { call } = await startWithClient({ throttle: true });
    // The window turns with the whole second: start early in one.
    await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000)));
    const calls = Array.from({ length: 22 }, () => call('ListUsers', { MaxResults: 1 }));
    const other = call('GetDirectory');
    const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
    const reason = { code: 'Throttling.User', statusCode: 400 };
    expect(refused).toMatchObject([{ reason }, { reason }]);
    expect(await codeOf(other)).toBe('no error');
  });

  it('injects its own kind of error, in the format of the call', async () => {
    const { simulator, call } = await startWithClient();
    simulator.faults.add({ kind: 'throttle', times: 1, retryAfterSeconds: 2 });
    await expect(call('GetDirectory')).rejects.toMatchObject({
      code: 'Throttling.User',
      statusCode: 400,
    });
    for (const [status, code] of [
      [500, 'InternalError'],
      [503, 'ServiceUnavailable'],
      [403, 'NoPermission'],
    ] as const) {
      simulator.faults.add({ kind: 'status', status, times: 1 });
      await expect(call('GetDirectory')).rejects.toMatchObject({ code, statusCode: status });
    }
  });

  it('records which operation was called and whether it writes', async () => {
    const { simulator, call } = await startWithClient();
    await call('ListUsers');
    await createUser(call, 'new.user');
    expect(simulator.calls.all.map(({ operation }) => operation)).toEqual([
      'ListUsers',
      'CreateUser',
    ]);
    expect(simulator.calls.writes.map(({ operation }) => operation)).toEqual(['CreateUser']);
  });
});

describe('the switches', () => {
  it('refuse a name that there is not', async () => {
    await expect(startCloudSsoSimulator({ switches: { throtle: false } })).rejects.toThrow(
      /throtle/,
    );
  });

  it('give a gateway its settings, the token only with STS', async () => {
    const plain = await start();
    expect(plain.environment).toMatchObject({ CLOUD_SSO_ENDPOINT: plain.url });
    expect(plain.environment).not.toHaveProperty('CLOUD_SSO_SECURITY_TOKEN');
    const { environment } = await start({ sts: true });
    expect(environment['CLOUD_SSO_ACCESS_KEY_ID']).toMatch(/^STS\./);
    expect(environment).toHaveProperty('CLOUD_SSO_SECURITY_TOKEN');
  });
});
