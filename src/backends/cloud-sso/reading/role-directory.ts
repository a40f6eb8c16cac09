import { mapAnswers, orThrow } from '../../../domain/answers.ts';
import type {
  Answers,
  Page,
  PageRequest,
  ReadContext,
  RoleDirectory,
} from '../../../domain/backend.ts';
import { GatewayError } from '../../../domain/errors.ts';
import type { BackendName, Role, User } from '../../../domain/model.ts';
import { readTogether } from '../../../http/read-each.ts';
import type { Assignments } from './assignments.ts';
import type { CloudSsoAccessConfiguration, CloudSsoGroup } from '../contract.ts';
import { toAccessConfigurationRole, toGroupRole } from '../mapping.ts';
import type { Memberships } from './memberships.ts';
import {
  foreignPosition,
  parsePosition,
  readPlace,
  sliceFrom,
  startOf,
  toPosition,
} from './paging.ts';
import type { Rows } from './rows.ts';

export interface RoleDirectoryOptions {
  readonly backend: BackendName;
  readonly groups: Rows<CloudSsoGroup>;
  readonly configurations: Rows<CloudSsoAccessConfiguration>;
  readonly memberships: Memberships;
  readonly assignments: Assignments;
  /** Reads the users of a list of members, whose rows lack names and times. */
  readonly getUsers: (ids: readonly string[], context: ReadContext) => Promise<Answers<User>>;
}

/**
 * CloudSSO's roles: its groups, and its access configurations. Both are looked up by CloudSSO's own id.
 *
 * A list has all groups first, then all access configurations, each in CloudSSO's order.
 */
export function createRoleDirectory(
  options: RoleDirectoryOptions,
): Required<Omit<RoleDirectory, 'grantsOf'>> {
  const { groups, configurations } = options;
  return {
    getMany: (ids, context) => getRoles(options, ids, context),
    list: (request, context) => listRoles(options, request, context),

    count: async (context) => {
      const counts = await Promise.all([groups.count(context), configurations.count(context)]);
      return counts[0] === null || counts[1] === null ? null : counts[0] + counts[1];
    },

    listMembers: async (roleId, request, context) => {
      const page = isAccessConfigurationId(roleId)
        ? await listAssignedUsers(options, { ...request, roleId }, context)
        : await listGroupMembers(options, { ...request, roleId }, context);
      // An unknown role may also look like one that nobody holds: what CloudSSO answers is not documented for every list.
      if (page.rows.length === 0 && request.position === null) {
        await assertExists(options, roleId, context);
      }
      return completeUsers(page, options, context);
    },
  };
}

/** Ids of access configurations begin with `ac-` in every sample, those of groups with `g-`. */
export function isAccessConfigurationId(id: string): boolean {
  return id.startsWith('ac-');
}

async function getRoles(
  { backend, groups, configurations }: RoleDirectoryOptions,
  ids: readonly string[],
  context: ReadContext,
): Promise<Answers<Role>> {
  const configurationIds = ids.filter(isAccessConfigurationId);
  const groupIds = ids.filter((id) => !isAccessConfigurationId(id));
  const [foundConfigurations, foundGroups] = await Promise.all([
    readTogether(configurationIds, configurations.getMany(configurationIds, context)),
    readTogether(groupIds, groups.getMany(groupIds, context)),
  ]);
  return new Map([
    ...mapAnswers(foundGroups, (wire) => toGroupRole(wire, backend)),
    ...mapAnswers(foundConfigurations, (wire) => toAccessConfigurationRole(wire, backend)),
  ]);
}

const GROUPS = 'g.';
const CONFIGURATIONS = 'a.';

async function listRoles(
  { backend, groups, configurations }: RoleDirectoryOptions,
  { limit, position }: PageRequest,
  context: ReadContext,
): Promise<Page<Role>> {
  const part = position === null ? GROUPS : position.slice(0, GROUPS.length);
  if (part !== GROUPS && part !== CONFIGURATIONS) throw foreignPosition();
  const place = position === null ? startOf(limit) : parsePosition(position.slice(part.length));
  const from = { place, limit };
  if (part === CONFIGURATIONS) {
    const page = await readPlace(place, () => configurations.readPage({}, place, context));
    const slice = sliceFrom(page, from, (wire) => toAccessConfigurationRole(wire, backend));
    return inPart(CONFIGURATIONS, slice, null);
  }
  const page = await readPlace(place, () => groups.readPage({}, place, context));
  const slice = sliceFrom(page, from, (wire) => toGroupRole(wire, backend));
  return inPart(GROUPS, slice, `${CONFIGURATIONS}${toPosition(startOf(limit))}`);
}

function inPart(part: string, page: Page<Role>, behind: string | null): Page<Role> {
  return {
    rows: page.rows.map(({ value, position }) => ({ value, position: `${part}${position}` })),
    nextPosition: page.nextPosition === null ? behind : `${part}${page.nextPosition}`,
  };
}

type MemberRequest = PageRequest & { readonly roleId: string };

async function listGroupMembers(
  { memberships }: RoleDirectoryOptions,
  { roleId, limit, position }: MemberRequest,
  context: ReadContext,
): Promise<Page<string>> {
  const place = position === null ? startOf(limit) : parsePosition(position);
  const page = await readPlace(place, () => memberships.readMembers(roleId, place, context));
  return sliceFrom(page, { place, limit }, ({ UserId }) => UserId);
}

const AFTER = 'after.';

/**
 * Users to whom an access configuration is assigned, on one account or several, in the order of ids. All assignments
 * are read for it, 20 a call: CloudSSO lists a user once for every account, and cannot leave out groups.
 */
async function listAssignedUsers(
  { assignments }: RoleDirectoryOptions,
  { roleId, limit, position }: MemberRequest,
  context: ReadContext,
): Promise<Page<string>> {
  if (position !== null && !position.startsWith(AFTER)) throw foreignPosition();
  const after = position?.slice(AFTER.length) ?? '';
  const rows = await assignments.ofConfiguration(roleId, context);
  const users = rows.filter(({ PrincipalType }) => PrincipalType === 'User');
  const ids = [...new Set(users.map(({ PrincipalId }) => PrincipalId))].sort();
  const rest = ids.filter((id) => id > after);
  const taken = rest.slice(0, limit).map((id) => ({ value: id, position: `${AFTER}${id}` }));
  const last = taken.at(-1);
  return { rows: taken, nextPosition: rest.length > limit ? (last?.position ?? null) : null };
}

/** Rows of members lack names and times. A user that is gone by now is left out. @throws GatewayError when one cannot be read */
async function completeUsers(
  page: Page<string>,
  { getUsers }: RoleDirectoryOptions,
  context: ReadContext,
): Promise<Page<User>> {
  const ids = page.rows.map(({ value }) => value);
  const users = await getUsers(ids, context);
  const rows = page.rows.flatMap(({ value, position }) => {
    const user = orThrow(users.get(value));
    return user === undefined ? [] : [{ value: user, position }];
  });
  return { rows, nextPosition: page.nextPosition };
}

async function assertExists(
  options: RoleDirectoryOptions,
  roleId: string,
  context: ReadContext,
): Promise<void> {
  const found = await getRoles(options, [roleId], context);
  if (orThrow(found.get(roleId)) !== undefined) return;
  const { backend } = options;
  throw new GatewayError('NOT_FOUND', 'The role does not exist.', { backend });
}
