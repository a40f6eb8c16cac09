import { attempt, orThrow } from '../../../domain/answers.ts';
import type { Answers, ReadContext, RoleDirectory } from '../../../domain/backend.ts';
import { GatewayError, isBackendFailure } from '../../../domain/errors.ts';
import type { Role, User } from '../../../domain/model.ts';
import { readEach, readGroups, readRest } from '../../../http/read-each.ts';
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
        readGroupsOfAll(
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
        const toGrants = () =>
          orThrow(own).map((group) => toGrant(roleOf(group, user, reading, roles)));
        return [id, attempt(toGrants)];
      }),
    );
  };
}

type UserGroups = Answers<readonly CpqGroup[]>;

const NO_GROUPS: UserGroups = new Map();

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

async function readGroupsOfAll(
  reading: CpqReading,
  users: readonly User[],
  context: ReadContext,
): Promise<UserGroups> {
  const isWorthwhile = reading.switches.orQueries && users.length > 1;
  const expanded = isWorthwhile ? await readExpanded(reading, users, context) : NO_GROUPS;
  const ids = users.map(({ ref }) => ref.nativeId);
  const others = ids.filter((id) => !expanded.has(id));
  return readRest(expanded, others, () =>
    readEach(MAX_PARALLEL_CALLS, others, (id) => readGroupsOf(reading, id, context)),
  );
}

/** @returns groups by native id, of the users whose row came and brought them; those asked for by one query fail together */
async function readExpanded(
  { client }: CpqReading,
  users: readonly User[],
  context: ReadContext,
): Promise<UserGroups> {
  const groups = batchesOf(users);
  const keysOf = ({ ids }: KeyedBatch) => [...ids.values()];
  return readGroups(
    { limit: MAX_PARALLEL_CALLS, groups, keysOf },
    async ({ company, property, ids }): Promise<UserGroups> => {
      const rows = await inBatches([...ids.keys()], MAX_BATCH, async (values) => {
        const batch = { company, property, values, expandGroups: true };
        return (await queryUsers(client, batch, context)) ?? NO_ROWS;
      });
      const found = [...rows].map(([value, row]) => [ids.get(value), groupsIn(row)] as const);
      return new Map(
        found.flatMap(([id, own]) => (id === undefined || own === undefined ? [] : [[id, own]])),
      );
    },
  );
}

const NO_ROWS: ReadonlyMap<string, CpqUser> = new Map();

function groupsIn(row: CpqUser | GatewayError): readonly CpqGroup[] | GatewayError | undefined {
  return row instanceof GatewayError ? row : row.groups;
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
  nativeId: string,
  context: ReadContext,
): Promise<readonly CpqGroup[]> {
  const key = parseUserId(nativeId);
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
