import type { ReadContext, RoleDirectory } from '../../../domain/backend.ts';
import { GatewayError, isBackendFailure } from '../../../domain/errors.ts';
import type { Role, User } from '../../../domain/model.ts';
import { mapAtMost } from '../../../http/at-most.ts';
import type { CpqGroup, CpqUser } from '../contract.ts';
import { groupOwnerOf, toGrant, toRole } from '../mapping.ts';
import { parseUserId, toGroupId } from '../native-id.ts';
import type { CpqReading } from './reading.ts';
import type { Snapshot } from './snapshot.ts';
import { MAX_PARALLEL_CALLS, inBatches, queryUsers, type UserBatch } from './user-batches.ts';
import { MAX_BATCH } from './user-reader.ts';

/**
 * The groups of users: 50 users by one query with their groups expanded; whom it leaves out, one by one, 10 at a time.
 *
 * The list of all groups, which is cached, gives each role its description. Where it cannot be had, the group's own label
 * has to do.
 */
export function createGrants(
  reading: CpqReading,
  readRoles: (context: ReadContext) => Promise<Snapshot<Role>>,
): RoleDirectory['grantsOf'] {
  const { cache, usersTtlSeconds } = reading;
  return async (users, context) => {
    const byId = new Map(users.map((user) => [user.ref.nativeId, user]));
    const [groups, roles] = await Promise.all([
      cache.readMany('user-groups', [...byId.keys()], usersTtlSeconds, context, (ids, inner) =>
        readGroups(
          reading,
          ids.flatMap((id) => byId.get(id) ?? []),
          inner,
        ),
      ),
      rolesOrNone(readRoles, context),
    ]);
    return new Map(
      [...byId].map(([id, user]) => {
        const own = groups.get(id) ?? [];
        return [id, own.map((group) => toGrant(roleOf(group, user, reading, roles)))];
      }),
    );
  };
}

type UserGroups = ReadonlyMap<string, readonly CpqGroup[]>;

async function rolesOrNone(
  readRoles: (context: ReadContext) => Promise<Snapshot<Role>>,
  context: ReadContext,
): Promise<Snapshot<Role>> {
  try {
    return await readRoles(context);
  } catch (error) {
    // A caller who may not make the call is told so, rather than given less.
    if (!isBackendFailure(error) || error.code === 'BUDGET_EXCEEDED') throw error;
    return { sorted: [], byId: new Map() };
  }
}

async function readGroups(
  reading: CpqReading,
  users: readonly User[],
  context: ReadContext,
): Promise<UserGroups> {
  const isWorthwhile = reading.switches.orQueries && users.length > 1;
  const expanded = isWorthwhile ? await readExpanded(reading, users, context) : new Map();
  const others = users.filter(({ ref }) => !expanded.has(ref.nativeId));
  const singles = await mapAtMost(
    MAX_PARALLEL_CALLS,
    others,
    async (user) => [user.ref.nativeId, await readGroupsOf(reading, user, context)] as const,
  );
  return new Map([...expanded, ...singles]);
}

/** @returns groups by native id, of the users whose row came and brought them */
async function readExpanded(
  { client }: CpqReading,
  users: readonly User[],
  context: ReadContext,
): Promise<UserGroups> {
  const found = new Map<string, readonly CpqGroup[]>();
  await mapAtMost(MAX_PARALLEL_CALLS, batchesOf(users), async ({ company, property, ids }) => {
    await inBatches([...ids.keys()], MAX_BATCH, async (values) => {
      const batch = { company, property, values, expandGroups: true };
      const rows = (await queryUsers(client, batch, context)) ?? new Map<string, CpqUser>();
      for (const [value, { groups }] of rows) {
        const id = ids.get(value);
        if (id !== undefined && groups !== undefined) found.set(id, groups);
      }
      return rows;
    });
  });
  return found;
}

interface KeyedBatch extends Pick<UserBatch, 'company' | 'property'> {
  /** Native ids by the value to ask for. */
  readonly ids: Map<string, string>;
}

/** Users by party number together, the others by the company that their login is read in. */
function batchesOf(users: readonly User[]): readonly KeyedBatch[] {
  const batches = new Map<string | null, KeyedBatch>();
  for (const { ref, login } of users) {
    const key = parseUserId(ref.nativeId);
    if (key === null) continue;
    const company = key.kind === 'party' ? null : key.company;
    if (key.kind === 'login' && company === null) continue;
    const property = key.kind === 'party' ? 'partyNumber' : 'login';
    const batch = batches.get(company) ?? { company, property, ids: new Map() };
    batch.ids.set(key.kind === 'party' ? key.partyNumber : login, ref.nativeId);
    batches.set(company, batch);
  }
  return [...batches.values()];
}

async function readGroupsOf(
  { client, site }: CpqReading,
  { ref }: User,
  context: ReadContext,
): Promise<readonly CpqGroup[]> {
  const key = parseUserId(ref.nativeId);
  if (key?.kind === 'party') return (await client.listUserGroups(key.partyNumber, context)) ?? [];
  if (key === null || key.company === null) throw unaddressable(site.backend);
  return (await client.company.listUserGroups(key.company, key.login, context)) ?? [];
}

/** A group below a user does not say which company owns it: it is the user's, where groups are kept per company. */
function roleOf(
  group: CpqGroup,
  user: User,
  { site }: CpqReading,
  { sorted, byId }: Snapshot<Role>,
): Role {
  const owner = groupOwnerOf(group, site) ?? user.companyRef?.nativeId ?? null;
  if (owner !== null) {
    const id = toGroupId({ company: owner, variableName: group.variableName });
    return byId.get(id) ?? toRole(group, owner, site);
  }
  const [only, ...others] = sorted.filter(({ name }) => name === group.variableName);
  if (only === undefined || others.length > 0) throw unaddressable(site.backend);
  return only;
}

function unaddressable(backend: string): GatewayError {
  return new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${backend} does not tell which company the user belongs to.`,
    { backend },
  );
}
