import { GatewayError } from '../../domain/errors.ts';
import { watchClock } from '../../http/clock-watch.ts';
import { isJsonObject, parseJson, type JsonObject } from '../../http/json.ts';
import { createUpstreamClient } from '../../http/upstream-client.ts';
import type { Credential } from '../../http/upstream.ts';
import { compareContracts } from '../contract-comparison.ts';
import type { InspectAnswer } from '../contract-drift.ts';
import type { BackendServices } from '../definition.ts';
import {
  check,
  checkClock,
  checkPublished,
  compareAnswers,
  contractChecks,
  diagnosisContext,
  type Diagnosis,
  type DiagnosisOptions,
} from '../diagnosis.ts';
import { parseAnswer, parseRoles } from './contract.ts';
import { createCredential } from './credential.ts';
import { createFailureOf } from './failure.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import type { CloudAdministrationSettings } from './settings.ts';

/** Asks for the roles: the list of users has no pages, so it is no cheap read. */
export async function diagnoseCloudAdministration(
  settings: CloudAdministrationSettings,
  services: BackendServices,
  options: DiagnosisOptions,
): Promise<Diagnosis> {
  const { name: backend, timeoutMs, observe, now } = services;
  const failureOf = createFailureOf(backend, now);
  const credential = createCredential(settings, { backend, timeoutMs, failureOf, observe, now });
  const clock = watchClock(credential, now);
  const answers = compareAnswers(contract);
  const checks = [
    await check(() => readRoles(settings, services, { credential: clock.credential, ...answers })),
    checkClock(clock, null),
  ];
  if (options.contract) {
    checks.push(...answers.checks(), ...(await checkContract(settings, services)));
  }
  return {
    address: settings.baseUrl.href,
    credential: credential.identity,
    version: String(settings.apiVersion),
    checks,
  };
}

async function readRoles(
  { baseUrl, apiVersion, versionHeader }: CloudAdministrationSettings,
  { name: backend, timeoutMs, observe, now }: BackendServices,
  { credential, inspect }: { readonly credential: Credential; readonly inspect: InspectAnswer },
): Promise<string> {
  const failureOf = createFailureOf(backend, now);
  const upstream = createUpstreamClient({
    backend,
    baseUrl,
    credential,
    timeoutMs,
    failureOf,
    observe,
  });
  const source = { backend, operation: 'ListRoles' };
  const path = apiVersion === 3 ? '/v3/roles' : '/roles';
  const headers = {
    'content-type': 'application/json',
    ...(versionHeader !== null && { version: versionHeader }),
  };
  const context = diagnosisContext({ timeoutMs });
  const roles = await upstream.read(
    { ...source, method: 'GET', path, headers },
    context,
    ({ body }) =>
      parseAnswer(body, source, (answer) => {
        inspect(source.operation, answer);
        return parseRoles(answer);
      }),
  );
  return `Read: GET ${path} was answered as its contract says, with ${roles.length} roles.`;
}

/** No site describes itself; Oracle publishes one document for each release. */
async function checkContract(settings: CloudAdministrationSettings, services: BackendServices) {
  const { apiVersion, openapiUrl } = settings;
  const what = `${openapiUrl.href} (CLOUD_ADMINISTRATION_OPENAPI_URL)`;
  return checkPublished(what, async () => {
    const document = await readPublished(settings, services);
    const publishedPath = (path: string): string =>
      apiVersion === 1 || path === TOKEN_PATH ? path : `/v3${path}`;
    return contractChecks(compareContracts(contract, { document, version: null, publishedPath }));
  });
}

/** Stands outside the versions. */
const TOKEN_PATH = '/oauth2/token';

/** What anybody may read is read without a credential. */
const NOBODY: Credential = { identity: 'nobody', headersFor: async () => ({}) };

async function readPublished(
  { openapiUrl }: CloudAdministrationSettings,
  { name: backend, timeoutMs, observe }: BackendServices,
): Promise<JsonObject> {
  const operation = 'ReadOpenApi';
  const unreadable = (status: number): GatewayError =>
    new GatewayError('BACKEND_UNAVAILABLE', `${openapiUrl.href} holds no OpenAPI document.`, {
      backend,
      operation,
      retryable: false,
      cause: { status },
    });
  const upstream = createUpstreamClient({
    backend,
    baseUrl: openapiUrl,
    credential: NOBODY,
    timeoutMs,
    failureOf: ({ status }) => (status === 200 ? null : unreadable(status)),
    observe,
  });
  const context = diagnosisContext({ timeoutMs });
  return upstream.read({ operation, method: 'GET', path: '' }, context, ({ status, body }) => {
    const document = parseJson(body);
    if (!isJsonObject(document) || !isJsonObject(document['paths'])) throw unreadable(status);
    return document;
  });
}
