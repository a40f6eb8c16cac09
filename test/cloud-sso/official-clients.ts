import { createRequire } from 'node:module';
import type OpenApiClient from '@alicloud/openapi-client';
import type OpenApiCore from '@alicloud/openapi-core';
import type PopCore from '@alicloud/pop-core';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';

type Members = Readonly<Record<string, unknown>>;

/** One of the vendor's own clients in one way of sending, unchanged. */
export interface OfficialClient {
  readonly name: string;
  /**
   * @param headers to send besides the client's own; pop-core takes none
   * @throws the client's own error, whose `code` is CloudSSO's
   */
  readonly call: (
    action: string,
    parameters?: Members,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Members>;
}

interface Placement {
  readonly method: 'GET' | 'POST';
  readonly place: 'query' | 'form';
}

// The packages are CommonJS whose classes are the member `default`.
const require = createRequire(import.meta.url);
const openApiClient = require('@alicloud/openapi-client') as typeof OpenApiClient;
const openApiCore = require('@alicloud/openapi-core') as typeof OpenApiCore;
const popCore = require('@alicloud/pop-core') as typeof PopCore;

const VERSION = '2021-05-15';
const PLACEMENTS: readonly Placement[] = [
  { method: 'POST', place: 'query' },
  { method: 'POST', place: 'form' },
  { method: 'GET', place: 'query' },
];

/** The vendor's signing functions, to send what no client would. */
export const officialSigner = openApiCore.OpenApiUtil;

/** Every client in every way of signing and sending that it has. */
export function officialClients({ url, environment }: RunningSimulator): readonly OfficialClient[] {
  const credential = credentialOf(environment);
  const config = { ...credential, endpoint: new URL(url).host, protocol: 'http' };
  const generic = [{}, { signatureAlgorithm: 'v2' }].flatMap((signature) =>
    PLACEMENTS.flatMap((placement) => [
      withOpenApiClient({ ...config, ...signature }, placement),
      withOpenApiCore({ ...config, ...signature }, placement),
    ]),
  );
  const classic = (['GET', 'POST'] as const).map((method) =>
    withPopCore({ ...credential, endpoint: url, apiVersion: VERSION }, method),
  );
  return [...generic, ...classic];
}

/** The vendor's current client in its usual way: V3, POST, parameters in the query. */
export function officialClient(simulator: RunningSimulator): OfficialClient['call'] {
  const [client] = officialClients(simulator);
  if (client === undefined) throw new Error('there is no client');
  const { CLOUD_SSO_DIRECTORY_ID: DirectoryId } = simulator.environment;
  return (action, parameters) => client.call(action, { DirectoryId, ...parameters });
}

function credentialOf(environment: RunningSimulator['environment']) {
  const securityToken = environment['CLOUD_SSO_SECURITY_TOKEN'];
  return {
    accessKeyId: environment['CLOUD_SSO_ACCESS_KEY_ID'] ?? '',
    accessKeySecret: environment['CLOUD_SSO_ACCESS_KEY_SECRET'] ?? '',
    ...(securityToken !== undefined && { securityToken }),
  };
}

interface GenericConfig {
  readonly endpoint: string;
  readonly protocol: string;
  readonly signatureAlgorithm?: string;
}

function withOpenApiClient(config: GenericConfig, placement: Placement): OfficialClient {
  const client = new openApiClient.default(new openApiClient.Config(config));
  type Runtime = Parameters<typeof client.callApi>[2];
  return {
    name: nameOf('openapi-client', config, placement),
    call: async (action, parameters = {}, headers = {}) => {
      const answer = await client.callApi(
        new openApiClient.Params(paramsOf(action, placement)),
        new openApiClient.OpenApiRequest({ ...requestOf(parameters, placement), headers }),
        {} as unknown as Runtime,
      );
      return bodyOf(answer);
    },
  };
}

function withOpenApiCore(config: GenericConfig, placement: Placement): OfficialClient {
  const { Config, OpenApiRequest, Params } = openApiCore.$OpenApiUtil;
  const client = new openApiCore.default(new Config(config));
  type Runtime = Parameters<typeof client.callApi>[2];
  return {
    name: nameOf('openapi-core', config, placement),
    call: async (action, parameters = {}, headers = {}) => {
      const answer: unknown = await client.callApi(
        new Params(paramsOf(action, placement)),
        new OpenApiRequest({ ...requestOf(parameters, placement), headers }),
        {} as unknown as Runtime,
      );
      return bodyOf(answer);
    },
  };
}

function withPopCore(
  config: ConstructorParameters<typeof PopCore>[0],
  method: Placement['method'],
): OfficialClient {
  const client = new popCore(config);
  return {
    name: `pop-core, V1, ${method}`,
    call: (action, parameters = {}) =>
      client.request<Members>(action, flat(parameters), { method }),
  };
}

function paramsOf(action: string, { method }: Placement) {
  return {
    action,
    version: VERSION,
    protocol: 'HTTP',
    pathname: '/',
    method,
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  };
}

function requestOf(parameters: Members, { place }: Placement) {
  return place === 'query' ? { query: flat(parameters) } : { body: flat(parameters) };
}

function flat(parameters: Members): Record<string, string> {
  return officialSigner.query(parameters);
}

function bodyOf(answer: unknown): Members {
  return (answer as { readonly body: Members }).body;
}

function nameOf(client: string, config: GenericConfig, { method, place }: Placement): string {
  return `${client}, ${config.signatureAlgorithm === 'v2' ? 'V1' : 'V3'}, ${method}, ${place}`;
}
