import type { ReadContext } from '../../../domain/backend.ts';
import { mapAtMost } from '../../../http/at-most.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import type { CloudSsoClient } from '../client.ts';
import type {
  CloudSsoGroup,
  CloudSsoGroupMember,
  CloudSsoJoinedGroup,
  CloudSsoPage,
} from '../contract.ts';
import { isNotFound } from '../failure.ts';
import { createLinks, linksOf, toByOwner, type ByOwner, type Links } from './links.ts';
import { MAX_RESULTS, readAllPages, type Place } from './paging.ts';
import { CALLS_AT_ONCE } from './read-by-id.ts';
import type { Rows } from './rows.ts';

/** A group of a user; with its times when it was read from the group's side. */
export type UserGroup = CloudSsoGroup | CloudSsoJoinedGroup;

/** Which users are members of which groups; the owner of a membership is the user, by id. */
export interface Memberships extends Links<UserGroup> {
  /** One page of a group's members. @throws GatewayError NOT_FOUND */
  readMembers(
    groupId: string,
    place: Pick<Place, 'size' | 'token'>,
    context: ReadContext,
  ): Promise<CloudSsoPage<CloudSsoGroupMember>>;
}

export interface MembershipsOptions {
  readonly client: CloudSsoClient;
  readonly reader: ReadThrough;
  readonly groups: Rows<CloudSsoGroup>;
  readonly ttlSeconds: number;
  readonly now: () => number;
}

interface AllMemberships {
  readonly groups: readonly CloudSsoGroup[];
  readonly groupIndexes: ByOwner<number>;
}

export function createMemberships(options: MembershipsOptions): Memberships {
  const { client, reader, groups } = options;

  const readMembers: Memberships['readMembers'] = (groupId, { size, token }, context) => {
    const parameters = { GroupId: groupId, MaxResults: size, NextToken: token };
    return reader.read(`members ${JSON.stringify(parameters)}`, 0, context, (inner) =>
      client.read('ListGroupMembers', parameters, inner),
    );
  };

  async function readAll(context: ReadContext): Promise<AllMemberships> {
    const all = await readAllPages((token) =>
      groups.readPage({}, { size: MAX_RESULTS, token }, context),
    );
    const members = await mapAtMost(CALLS_AT_ONCE, all, ({ GroupId }) =>
      orNone(readAllPages((token) => readMembers(GroupId, { size: MAX_RESULTS, token }, context))),
    );
    const pairs = members.flatMap((rows, index) =>
      rows.map(({ UserId }) => [UserId, index] as const),
    );
    return { groups: all, groupIndexes: toByOwner(pairs) };
  }

  const links = createLinks<UserGroup, AllMemberships>({
    ...options,
    kind: 'memberships',
    readOne: (userId, context) =>
      orNone(
        readAllPages((token) =>
          client.read(
            'ListJoinedGroupsForUser',
            { UserId: userId, MaxResults: MAX_RESULTS, NextToken: token },
            context,
          ),
        ),
      ),
    readAll,
    pick: (all, userId) =>
      linksOf(all.groupIndexes, userId).flatMap((index) => all.groups[index] ?? []),
    callsForAll: async (context) => {
      const total = await groups.count(context);
      return total === null ? null : Math.ceil(total / MAX_RESULTS) + total;
    },
  });
  return { ...links, readMembers };
}

/** A user or group that was deleted after its row was read has no memberships. */
async function orNone<T>(rows: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await rows;
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}
