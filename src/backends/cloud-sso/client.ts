import type { BackendHealth, ReadContext } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendName } from '../../domain/model.ts';
import type { JsonObject } from '../../http/json.ts';
import type { InspectAnswer } from '../contract-drift.ts';
import { createUpstreamClient } from '../../http/upstream-client.ts';
import type { Credential, UpstreamObserver, WriteAnswer } from '../../http/upstream.ts';
import { bodyOf } from './answer.ts';
import * as contract from './contract.ts';
import { EXPIRED_TIME_STAMP } from './credential.ts';
import { failureOf } from './failure.ts';
import { ContractViolation } from './fields.ts';
import { toFormBody, type Parameters } from './parameters.ts';
import type { CallQuota } from './quota.ts';

/** How each operation's answer is read; the operations that change nothing, and no other. */
const READERS = {
  ListUsers: contract.parseUserPage,
  GetUser: contract.parseUser,
  ListGroups: contract.parseGroupPage,
  GetGroup: contract.parseGroup,
  ListJoinedGroupsForUser: contract.parseJoinedGroupPage,
  ListGroupMembers: contract.parseGroupMemberPage,
  ListAccessConfigurations: contract.parseAccessConfigurationPage,
  GetAccessConfiguration: contract.parseAccessConfiguration,
  ListAccessAssignments: contract.parseAccessAssignmentPage,
  ListUserProvisionings: contract.parseUserProvisioningPage,
  ListMFADevicesForUser: contract.parseMfaDevices,
  GetUserMFAAuthenticationSettings: contract.parseUserMfaSettings,
  GetExternalSAMLIdentityProvider: contract.parseSamlIdentityProvider,
  GetSCIMSynchronizationStatus: contract.parseScimStatus,
  GetPasswordPolicy: contract.parsePasswordPolicy,
  GetTask: contract.parseTask,
} as const satisfies Record<string, (body: JsonObject, parameters: Parameters) => unknown>;

export type ReadOperation = keyof typeof READERS;
export type ReadAnswer<O extends ReadOperation> = ReturnType<(typeof READERS)[O]>;

export interface CloudSsoClientOptions {
  readonly backend: BackendName;
  readonly endpoint: URL;
  readonly directoryId: string;
  readonly credential: Credential;
  readonly quota: CallQuota;
  /** The whole time of one call, retries included, in milliseconds; waiting for the quota comes before. */
  readonly timeoutMs: number;
  readonly observe?: UpstreamObserver;
  readonly inspect?: InspectAnswer;
}

/** Calls CloudSSO's operations in one directory, and speaks its wire types. */
export interface CloudSsoClient {
  /**
   * Calls an operation that changes nothing, within its quota, retrying what may pass.
   *
   * @throws GatewayError NOT_FOUND, BACKEND_THROTTLED, BACKEND_UNAVAILABLE, BACKEND_CREDENTIAL_REJECTED,
   *   BACKEND_REJECTED, BACKEND_CONTRACT_VIOLATION, BUDGET_EXCEEDED
   */
  read<O extends ReadOperation>(
    operation: O,
    parameters: Parameters,
    context: Pick<ReadContext, 'signal' | 'budget'>,
  ): Promise<ReadAnswer<O>>;
  /**
   * Calls an operation that changes something: it leaves at most once. `failureOf` judges a response.
   *
   * @param signal ends the wait for the quota; what has left is waited for all the same
   */
  write(operation: string, parameters: Parameters, signal?: AbortSignal): Promise<WriteAnswer>;
  health(): BackendHealth;
}

export function createCloudSsoClient(options: CloudSsoClientOptions): CloudSsoClient {
  const { backend, directoryId, quota, timeoutMs } = options;
  const http = createUpstreamClient({
    backend,
    baseUrl: options.endpoint,
    credential: options.credential,
    timeoutMs,
    failureOf: (response, request) => failureOf(backend, response, request),
    // The vendor's own clients try again after any 5xx.
    retriesStatus500: true,
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });

  const requestOf = (operation: string, parameters: Parameters) => ({
    operation,
    method: 'POST' as const,
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: toFormBody({ DirectoryId: directoryId, ...parameters }),
  });

  return {
    read: async (operation, parameters, context) => {
      await quota.take(operation, context.signal);
      const request = requestOf(operation, parameters);
      const send = () =>
        http.read(request, context, (response) => {
          const body = bodyOf(response);
          options.inspect?.(operation, body);
          return readAnswer({ backend, operation, parameters }, body);
        });
      return send().catch((error: unknown) => {
        // The credential has set its clock by this refusal.
        if (!isExpiredTimeStamp(error)) throw error;
        return send();
      });
    },
    write: async (operation, parameters, signal) => {
      const waiting = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])];
      try {
        await quota.take(operation, AbortSignal.any(waiting));
      } catch (error) {
        if (error instanceof GatewayError) return { kind: 'not-sent', error };
        throw error;
      }
      return http.write(requestOf(operation, parameters));
    },
    health: () => http.health(),
  };
}

function isExpiredTimeStamp(error: unknown): boolean {
  return error instanceof GatewayError && error.safeCause?.code === EXPIRED_TIME_STAMP;
}

function readAnswer<O extends ReadOperation>(
  call: { readonly backend: BackendName; readonly operation: O; readonly parameters: Parameters },
  body: JsonObject | null,
): ReadAnswer<O> {
  const { backend, operation, parameters } = call;
  try {
    // The table holds for each operation the reader of its answer; TypeScript sees only their union.
    return READERS[operation](body ?? {}, parameters) as ReadAnswer<O>;
  } catch (error) {
    if (!(error instanceof ContractViolation)) throw error;
    throw new GatewayError(
      'BACKEND_CONTRACT_VIOLATION',
      `${backend} answered ${operation} with something else than its ${error.field} should be.`,
      { backend, operation, cause: { name: error.name } },
    );
  }
}
