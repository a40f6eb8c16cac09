import type { Page, PageRequest, ReadContext, RoleDirectory } from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { Role, User } from '../../../domain/model.ts';
import { COMPANIES_AND_ROLES_TTL_SECONDS } from '../../definition.ts';
import { createCompletion, createMemberCompletion } from './completion.ts';
import { createGrants } from './grants.ts';
import { parseGroupId } from '../native-id.ts';
import { parsePosition } from './position.ts';
import type { CpqReading } from './reading.ts';
import { pageOf, pickFrom, type Snapshot } from './snapshot.ts';
import { toUserPage } from './user-list.ts';

/**
 * Groups from version 16. One list of them all, kept 5 minutes as a whole.
 *
 * A page `users(first: N) { company roles currency language }` costs 1 call for the users and, for their groups, one call
 * for every 50 of them (in versions 16 and 17 for every 50 of a company); every 5 minutes one for all companies and one
 * for all groups; none for currency and language. So 100 users from version 18 cost 3 calls, 5 when nothing is cached.
 * Where CPQ does not answer the query or does not expand groups, one call per user takes its place.
 */
export function createRoleDirectory(reading: CpqReading): RoleDirectory {
  const roles = (context: ReadContext): Promise<Snapshot<Role>> => readRoles(reading, context);
  return {
    getMany: async (nativeIds, context) => pickFrom(await roles(context), nativeIds),
    list: async (request, context) =>
      pageOf(await roles(context), request, (text) => parseGroupId(text) !== null),
    count: async (context) => (await roles(context)).sorted.length,
    // Equal reads under way share their calls.
    listMembers: (roleId, request, context) =>
      reading.cache.read(`members?${JSON.stringify([roleId, request])}`, 0, context, (inner) =>
        listMembers({ reading, roles }, { roleId, ...request }, inner),
      ),
    grantsOf: createGrants(reading, roles),
  };
}

async function readRoles(
  { client, cache, toRoles }: CpqReading,
  context: ReadContext,
): Promise<Snapshot<Role>> {
  const ttl = COMPANIES_AND_ROLES_TTL_SECONDS;
  return toRoles(await cache.read('groups', ttl, context, client.listGroups));
}

interface MemberReading {
  readonly reading: CpqReading;
  readonly roles: (context: ReadContext) => Promise<Snapshot<Role>>;
}

/** Members may come with login and names alone: such users are read anew, 50 by one call. */
async function listMembers(
  { reading, roles }: MemberReading,
  { roleId, limit, position }: PageRequest & { readonly roleId: string },
  context: ReadContext,
): Promise<Page<User>> {
  const { client, reader, site, toUser } = reading;
  const start = parsePosition(position);
  const group = parseGroupId(roleId);
  const page =
    group && (await client.company.listGroupUsers(group, { limit, offset: start.offset }, context));
  if (group === null || page === null) {
    const isListed = group !== null && (await roles(context)).byId.has(roleId);
    throw isListed ? hiddenMembers(site.backend) : noSuchRole(site.backend);
  }
  const complete =
    site.version >= 18 ? createCompletion(reader) : createMemberCompletion(reader, group.company);
  const items = await complete(page.items, context);
  return toUserPage({ ...page, items }, { limit, start }, toUser);
}

function noSuchRole(backend: string): GatewayError {
  return new GatewayError('NOT_FOUND', 'There is no such role.', { backend });
}

/** The members of a group are seen as a link in CPQ's samples, and documented nowhere: a site may not have them. */
function hiddenMembers(backend: string): GatewayError {
  return new GatewayError('BACKEND_REJECTED', `${backend} does not show who is in this group.`, {
    backend,
    operation: 'ListGroupUsers',
    cause: { status: 404 },
  });
}
