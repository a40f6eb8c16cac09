import { describe, expect, it } from 'vitest';
import {
  acsHeaders,
  authorizationOf,
  canonicalRequest,
  stringToSign,
  type SignableRequest,
} from '../../src/backends/cloud-sso/signature.ts';
import { Secret } from '../../src/domain/secret.ts';
import vectors from './signing-vectors.json' with { type: 'json' };

interface Expected {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

const key = {
  id: vectors.inputs.accessKeyId,
  secret: new Secret(vectors.inputs.accessKeySecret),
  securityToken: null,
};

function signableRequest(method: string, url: string, body: string, signed: Expected) {
  const { pathname, searchParams } = new URL(url);
  return {
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(
      Object.entries(signed.headers)
        .filter(([name]) => name !== 'Authorization')
        .map(([name, value]) => [name, value ?? '']),
    ),
    body,
  } satisfies SignableRequest;
}

function expectSigned(request: SignableRequest, expected: Expected, authorization: string): void {
  expect(canonicalRequest(request)).toBe(expected.canonicalRequest);
  expect(stringToSign(canonicalRequest(request))).toBe(expected.stringToSign);
  expect(authorizationOf(request, key)).toBe(authorization);
}

describe('signature of a request', () => {
  it('is the one that the vendor publishes for its example', () => {
    const example = vectors.official.find(({ id }) => id === 'docs.V3.RunInstances')!;
    const authorization = authorizationOf(
      {
        method: example.method,
        path: '/',
        query: example.query!,
        headers: example.headers!,
        body: example.body!,
      },
      {
        id: example.accessKeyId!,
        secret: new Secret(example.accessKeySecret!),
        securityToken: null,
      },
    );
    expect(authorization).toBe(example.authorization);
    expect(authorization).toContain(`Signature=${example.expected}`);
  });

  for (const vector of vectors.v3) {
    it(`is that of the vendor's own client for ${vector.id}`, () => {
      const { method, url, body, minimal, sdkWire } = vector;
      expectSigned(signableRequest(method, url, body, minimal), minimal, minimal.authorization);
      expectSigned(
        signableRequest(method, url, body, sdkWire),
        sdkWire,
        sdkWire.headers.Authorization,
      );
    });
  }

  it('covers the token of a temporary key, and the headers are those of the vector', () => {
    const { minimal, action, body } = vectors.v3.find(({ id }) => id.endsWith('.sts'))!;
    const { date, nonce, version, host, securityToken } = vectors.inputs;
    const headers = acsHeaders(
      { action, version, body },
      { date: new Date(date), nonce },
      { ...key, securityToken: new Secret(securityToken) },
    );
    expect({ ...headers, host }).toEqual(minimal.headers);
  });
});
