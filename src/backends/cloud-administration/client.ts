import type { BackendHealth, CallBudget, ReadContext } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import { inspectorFor } from '../contract-drift.ts';
import type { BackendServices } from '../definition.ts';
import { encodePath } from '../../http/encode.ts';
import { createUpstreamClient } from '../../http/upstream-client.ts';
import type { UpstreamResponse } from '../../http/upstream.ts';
import {
  parseAnswer,
  parseRoles,
  parseSingleUser,
  parseUser,
  parseUserList,
  readingFrom,
  type AnswerSource,
  type CloudAdministrationRole,
  type CloudAdministrationUser,
} from './contract.ts';
import { createCredential } from './credential.ts';
import { GET_USER, createFailureOf } from './failure.ts';
import { mapInSlices } from './reading/in-slices.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import type { CloudAdministrationSettings } from './settings.ts';
import { createWriteClient, type WriteClient } from './writing/write-client.ts';

/** What a read of one user tells. */
export type SingleUserAnswer =
  | { readonly kind: 'found'; readonly user: CloudAdministrationUser }
  | { readonly kind: 'absent' }
  /** The backend, or the address, refused the login: it may be unknown, or one that no address can carry. */
  | { readonly kind: 'unclear' };

/** Sends the operations of Oracle Primavera Administration and parses what comes back. */
export interface CloudAdministrationClient extends WriteClient {
  /** Who the gateway is there, safe to print and for cache keys. */
  readonly identity: string;
  /** Every user, in no particular order. Bound to no request: it has its own, longer time. */
  listUsers(): Promise<readonly CloudAdministrationUser[]>;
  /**
   * One user. The backend compares as it likes, and may take the text for an internal id too: look at the `loginId`
   * of the answer.
   */
  getUser(login: string, context: ReadContext): Promise<SingleUserAnswer>;
  listRoles(context: ReadContext): Promise<readonly CloudAdministrationRole[]>;
  health(): BackendHealth;
}

/** Bytes; some hundred thousand users. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;
/** The list is loaded for all who read it; who asked first has paid for it already. */
const UNLIMITED: CallBudget = { take: () => {} };

export function createCloudAdministrationClient(
  settings: CloudAdministrationSettings,
  services: BackendServices,
): CloudAdministrationClient {
  const { name: backend, now, timeoutMs, observe } = services;
  const failureOf = createFailureOf(backend, now);
  const credential = createCredential(settings, { backend, timeoutMs, failureOf, observe, now });
  const upstream = createUpstreamClient({
    backend,
    baseUrl: settings.baseUrl,
    credential,
    timeoutMs,
    failureOf,
    observe,
  });
  const version = settings.apiVersion === 3 ? '/v3' : '';
  const headers = {
    'content-type': 'application/json', // the published examples send it with GET too
    ...(settings.versionHeader === null ? {} : { version: settings.versionHeader }),
  };
  const inspect = inspectorFor(contract, services);
  const read = <T>(body: string, source: AnswerSource, parse: (answer: unknown) => T): T =>
    parseAnswer(body, source, (answer) => {
      inspect(source.operation, answer);
      return parse(answer);
    });

  return {
    identity: credential.identity,

    listUsers: async () => {
      const source = { backend, operation: 'ListUsers' };
      return upstream.read(
        {
          ...source,
          method: 'GET',
          path: `${version}/user`,
          headers,
          timeoutMs: settings.listTimeoutMs,
          maxResponseBytes: MAX_LIST_BYTES,
        },
        { signal: new AbortController().signal, budget: UNLIMITED },
        ({ body }) => {
          const elements = read(body, source, parseUserList);
          return mapInSlices(elements, (element) => readingFrom(source, () => parseUser(element)));
        },
      );
    },

    getUser: async (login, context) => {
      const path = toUserPath(login);
      if (path === null) return { kind: 'unclear' };
      const source = { backend, operation: GET_USER };
      return upstream.read(
        { ...source, method: 'GET', path: `${version}${path}`, headers },
        context,
        (response) =>
          toSingleUserAnswer(response, () => read(response.body, source, parseSingleUser)),
      );
    },

    listRoles: async (context) => {
      const source = { backend, operation: 'ListRoles' };
      return upstream.read(
        { ...source, method: 'GET', path: `${version}/roles`, headers },
        context,
        ({ body }) => read(body, source, parseRoles),
      );
    },

    ...createWriteClient({ upstream, settings, failureOf, versionPath: version, headers }),
    health: () => upstream.health(),
  };
}

/** @returns `null` for a login such as `..`, which no address can carry */
function toUserPath(login: string): string | null {
  try {
    return encodePath`/user/${login}`;
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

function toSingleUserAnswer(
  { status }: UpstreamResponse,
  read: () => CloudAdministrationUser | null,
): SingleUserAnswer {
  if (status === 404) return { kind: 'absent' };
  // The only error the documents name for this operation; it may also mean what it says.
  if (status === 400) return { kind: 'unclear' };
  const user = read();
  return user === null ? { kind: 'absent' } : { kind: 'found', user };
}
