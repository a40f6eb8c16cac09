import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { officialSigner } from './official-clients.ts';

export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly target?: string;
  /** May hold a `host` other than the server's. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** The code of a JSON error; null: none. */
  readonly code: string | null;
}

type Parameters = Readonly<Record<string, string>>;

/** Sends exactly these bytes and headers. */
export async function sendRaw({ url }: RunningSimulator, raw: RawRequest): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const options = { method: raw.method, headers: raw.headers ?? {}, agent: false };
  const request = http.request(`${url}${raw.target ?? '/'}`, options, resolve);
  request.on('error', reject);
  request.end(raw.body ?? '');
  const answer = await promise;
  const text = (await answer.setEncoding('utf8').toArray()).join('');
  const code = /"Code":"([^"]+)"/.exec(text)?.[1] ?? null;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text, code };
}

/** The parameters of a V1 call, signed by the vendor's function; `changes` replaces or, when empty, leaves out. */
export function rpcParameters(
  { environment }: RunningSimulator,
  method: string,
  changes: Parameters,
): Parameters {
  const all = {
    Version: '2021-05-15',
    Format: 'JSON',
    AccessKeyId: environment['CLOUD_SSO_ACCESS_KEY_ID'] ?? '',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: toTime(Date.now()),
    ...changes,
  };
  const signed = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const secret = environment['CLOUD_SSO_ACCESS_KEY_SECRET'] ?? '';
  return { ...signed, Signature: officialSigner.getRPCSignature(signed, method, secret) };
}

export interface Acs3Call {
  readonly query?: Parameters;
  readonly headers?: Parameters;
  readonly body?: string;
  readonly accessKeySecret?: string;
}

/** A V3 request, POST, signed by the vendor's function; an empty header is left out. */
export function acs3Request(simulator: RunningSimulator, call: Acs3Call): RawRequest {
  const { url, environment } = simulator;
  const query = call.query ?? {};
  const body = call.body ?? '';
  const payload = officialSigner.hash(Buffer.from(body), 'ACS3-HMAC-SHA256').toString('hex');
  const all = {
    host: new URL(url).host,
    'x-acs-action': 'ListDirectories',
    'x-acs-version': '2021-05-15',
    'x-acs-date': toTime(Date.now()),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': payload,
    ...call.headers,
  };
  const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  type Request = globalThis.Parameters<typeof officialSigner.getAuthorization>[0];
  const authorization = officialSigner.getAuthorization(
    { method: 'POST', pathname: '/', query, headers } as unknown as Request,
    'ACS3-HMAC-SHA256',
    payload,
    environment['CLOUD_SSO_ACCESS_KEY_ID'] ?? '',
    call.accessKeySecret ?? environment['CLOUD_SSO_ACCESS_KEY_SECRET'] ?? '',
  );
  const target = `/?${new URLSearchParams(query).toString()}`;
  return { method: 'POST', target, headers: { ...headers, authorization }, body };
}

export function toTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
