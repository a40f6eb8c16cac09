import { z } from 'zod';
import { inspectorFor } from '../../../src/backends/contract-drift.ts';
import type { BackendServices } from '../../../src/backends/definition.ts';
import type { ReadContext } from '../../../src/domain/backend.ts';
import { GatewayError, type BackendFailureCode } from '../../../src/domain/errors.ts';
import type { Secret } from '../../../src/domain/secret.ts';
import { encodeQuery } from '../../../src/http/encode.ts';
import { parseJson } from '../../../src/http/json.ts';
import { createUpstreamClient } from '../../../src/http/upstream-client.ts';
import type { UpstreamResponse } from '../../../src/http/upstream.ts';

const PAGE = z.object({
  keepers: z.array(
    z.object({
      id: z.string().min(1),
      login: z.string(),
      name: z.string(),
      lamp: z.string(),
      onDuty: z.boolean(),
    }),
  ),
  more: z.boolean(),
});

/** As an OpenAPI document tells of it; both operations have one path and one answer. */
const CONTRACT = {
  paths: Object.fromEntries(
    ['ListKeepers', 'FindKeepers'].map((operationId) => [
      `/keepers#${operationId}`,
      { get: { operationId, responses: { 200: { schema: z.toJSONSchema(PAGE) } } } },
    ]),
  ),
};

export type LighthousePage = z.infer<typeof PAGE>;
export type LighthouseKeeper = LighthousePage['keepers'][number];

export interface LighthouseSettings {
  readonly url: URL;
  readonly key: Secret;
}

export function createLighthouseClient(
  { url, key }: LighthouseSettings,
  services: BackendServices,
) {
  const upstream = createUpstreamClient({
    backend: services.name,
    baseUrl: url,
    credential: {
      identity: 'key',
      headersFor: async () => ({ authorization: `Bearer ${key.reveal()}` }),
    },
    timeoutMs: services.timeoutMs,
    failureOf: (response, { operation }) =>
      failureOf(response, { backend: services.name, operation }),
    observe: services.observe,
  });
  const inspect = inspectorFor(CONTRACT, services);
  return {
    read: async (
      operation: string,
      query: Readonly<Record<string, string | number>>,
      context: ReadContext,
    ) => {
      const request = {
        operation,
        method: 'GET',
        path: '/keepers',
        query: encodeQuery(query),
      } as const;
      return upstream.read(request, context, ({ body }) => {
        const page = parseJson(body);
        inspect(operation, page);
        return PAGE.parse(page);
      });
    },
    health: () => upstream.health(),
  };
}

function failureOf(
  { status, headers, body }: UpstreamResponse,
  details: { readonly backend: string; readonly operation: string },
): GatewayError | null {
  const code = codeOf(status, body);
  if (code === null) return null;
  const seconds = Number(headers['retry-after']);
  return new GatewayError(code, `${details.backend} did not do ${details.operation}.`, {
    ...details,
    cause: { status },
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  });
}

function codeOf(status: number, body: string): BackendFailureCode | null {
  if (status === 401 || status === 403) return 'BACKEND_CREDENTIAL_REJECTED';
  if (status === 429) return 'BACKEND_THROTTLED';
  if (status >= 500) return 'BACKEND_UNAVAILABLE';
  if (status >= 400) return 'BACKEND_REJECTED';
  return PAGE.safeParse(parseJson(body)).success ? null : 'BACKEND_CONTRACT_VIOLATION';
}
