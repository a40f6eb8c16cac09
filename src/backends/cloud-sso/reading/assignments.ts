import type { ReadContext } from '../../../domain/backend.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import type { CloudSsoClient } from '../client.ts';
import type { CloudSsoAccessAssignment } from '../contract.ts';
import { createLinks, linksOf, toByOwner, type ByOwner, type Links } from './links.ts';
import { MAX_ASSIGNMENTS, readAllPages } from './paging.ts';
import type { Parameters } from '../parameters.ts';

export interface Principal {
  readonly type: 'User' | 'Group';
  readonly id: string;
}

/** Which access configurations are assigned to whom, and on which account; the owner is a principal's key. */
export interface Assignments extends Links<CloudSsoAccessAssignment> {
  /** All assignments of one access configuration. @throws GatewayError NOT_FOUND where CloudSSO says so */
  ofConfiguration(
    configurationId: string,
    context: ReadContext,
  ): Promise<readonly CloudSsoAccessAssignment[]>;
  /** @param owners keys of principals whose assignments were changed; the access configurations concerned beside them */
  forget(owners: readonly string[], configurationIds?: readonly string[]): Promise<void>;
}

export interface AssignmentsOptions {
  readonly client: CloudSsoClient;
  readonly reader: ReadThrough;
  readonly ttlSeconds: number;
  readonly now: () => number;
}

const OF = 'assignments of ';

export function principalKey({ type, id }: Principal): string {
  return `${type}:${id}`;
}

export function createAssignments(options: AssignmentsOptions): Assignments {
  const { client, reader } = options;

  const readPages = (
    conditions: Parameters,
    context: ReadContext,
  ): Promise<readonly CloudSsoAccessAssignment[]> =>
    readAllPages((token) => {
      const paging = { MaxResults: MAX_ASSIGNMENTS, NextToken: token };
      return client.read('ListAccessAssignments', { ...conditions, ...paging }, context);
    });

  const links = createLinks<CloudSsoAccessAssignment, ByOwner<CloudSsoAccessAssignment>>({
    ...options,
    kind: 'assignments',
    readOne: (key, context) => readPages(toConditions(key), context),
    readAll: async (context) => {
      const rows = await readPages({}, context);
      return toByOwner(rows.map((row) => [ownerOf(row), row]));
    },
    pick: linksOf,
    callsForAll: async (context) => {
      const total = await reader.read(
        'assignments count',
        COMPANIES_AND_ROLES_TTL_SECONDS,
        context,
        async (inner) =>
          (await client.read('ListAccessAssignments', { MaxResults: 1 }, inner)).total,
      );
      return total === null ? null : Math.max(Math.ceil(total / MAX_ASSIGNMENTS), 1);
    },
  });

  return {
    ...links,
    ofConfiguration: (configurationId, context) =>
      reader.read(`${OF}${configurationId}`, options.ttlSeconds, context, (inner) =>
        readPages({ AccessConfigurationId: configurationId }, inner),
      ),
    forget: async (owners, configurationIds = []) => {
      await links.forget(owners);
      await reader.drop(configurationIds.map((id) => `${OF}${id}`));
    },
  };
}

function ownerOf({ PrincipalType, PrincipalId }: CloudSsoAccessAssignment): string {
  return `${PrincipalType}:${PrincipalId}`;
}

function toConditions(key: string): Parameters {
  const [type = '', ...id] = key.split(':');
  return { PrincipalType: type, PrincipalId: id.join(':') };
}
