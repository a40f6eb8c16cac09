import type { Tag } from './parameters.ts';
import type { Random } from './random.ts';
import { DEPARTMENTS, FIRST_NAMES, LAST_NAMES, SERVICE_LOGINS } from './seed-names.ts';
import { createId, toTime } from './state.ts';
import type { GroupRecord, Membership, MfaDevice, ProvisionType, UserRecord } from './state.ts';

const DAY_MS = 24 * 60 * 60_000;
const FIRST_GROUP_MS = Date.UTC(2021, 9, 27, 8, 0, 11);
const FIRST_USER_MS = Date.UTC(2021, 9, 28, 3, 3, 42);
/** Every twelfth user has a device, every thirty-sixth two, which is the most a user can have. */
const DEVICE_EVERY = 12;

/** Name, share of the users in it, how it came. */
const GROUPS: readonly (readonly [string, number, ProvisionType])[] = [
  ['all-employees', 0.85, 'Synchronized'],
  ['engineering', 0.3, 'Synchronized'],
  ['platform-engineering', 0.12, 'Manual'],
  ['data_platform', 0.1, 'Manual'],
  ['finance', 0.12, 'Synchronized'],
  ['finance.controllers', 0.04, 'Manual'],
  ['security-operations', 0.06, 'Manual'],
  ['on-call', 0.08, 'Manual'],
  ['Sales', 0.18, 'Synchronized'],
  ['Sales_EMEA', 0.07, 'Manual'],
  ['Sales_APAC', 0.06, 'Manual'],
  ['contractors', 0.08, 'Manual'],
  ['auditors-2024', 0.02, 'Manual'],
  ['empty.group', 0, 'Manual'],
];

/** Users in the order of their creation. Most have a name and an address, some neither. */
export function seedUsers(random: Random, count: number): Map<string, UserRecord> {
  const users = new Map<string, UserRecord>();
  const logins = new Set<string>();
  let created = FIRST_USER_MS;
  for (let index = 0; index < count; index += 1) {
    created += random.below(10 * DAY_MS * Math.min(1, 150 / count)) + 1000;
    const user = createUser(random, { index, logins, createdAtMs: created });
    users.set(user.UserId, user);
  }
  return users;
}

export function seedGroups(random: Random): Map<string, GroupRecord> {
  const groups = new Map<string, GroupRecord>();
  for (const [index, [GroupName, , ProvisionType]] of GROUPS.entries()) {
    const GroupId = createId('g', random.below);
    const created = toTime(FIRST_GROUP_MS + index * 3600_000);
    const Description = index % 3 === 2 ? '' : `Members of ${GroupName}`;
    groups.set(GroupId, {
      GroupId,
      GroupName,
      Description,
      ProvisionType,
      CreateTime: created,
      UpdateTime: created,
    });
  }
  return groups;
}

export function seedMemberships(
  random: Random,
  users: ReadonlyMap<string, UserRecord>,
  groups: ReadonlyMap<string, GroupRecord>,
): Set<Membership> {
  const memberships = new Set<Membership>();
  for (const { UserId, CreateTime } of users.values())
    for (const [index, { GroupId }] of [...groups.values()].entries()) {
      if (!random.chance(GROUPS[index]?.[1] ?? 0)) continue;
      const JoinTime = toTime(Date.parse(CreateTime) + 60_000 + random.below(20 * DAY_MS));
      memberships.add({ GroupId, UserId, JoinTime });
    }
  return memberships;
}

export function seedMfaDevices(random: Random, users: ReadonlyMap<string, UserRecord>) {
  const devices = new Map<string, MfaDevice>();
  for (const [index, { UserId, UserName, CreateTime }] of [...users.values()].entries()) {
    if (index % DEVICE_EVERY !== 2) continue;
    const names = index % (3 * DEVICE_EVERY) === 2 ? ['phone', 'tablet'] : ['phone'];
    for (const name of names) {
      const DeviceId = createId('mfa', random.below);
      const EffectiveTime = toTime(Date.parse(CreateTime) + random.below(DAY_MS));
      const DeviceName = `${UserName.slice(0, 40)}-${name}`;
      devices.set(DeviceId, { DeviceId, DeviceName, DeviceType: 'TOTP', EffectiveTime, UserId });
    }
  }
  return devices;
}

interface UserParts {
  readonly index: number;
  /** Logins taken so far, in lower case. */
  readonly logins: Set<string>;
  readonly createdAtMs: number;
}

function createUser(random: Random, { index, logins, createdAtMs }: UserParts): UserRecord {
  const service = index % 25 === 7 ? SERVICE_LOGINS[(index - 7) / 25] : undefined;
  const FirstName = service === undefined ? random.pick(FIRST_NAMES) : '';
  const LastName = service === undefined ? random.pick(LAST_NAMES) : '';
  const isSynchronized = service === undefined && random.chance(0.4);
  const UserName = freeLogin(service ?? createLogin(FirstName, LastName, random), logins);
  const hasEmail = service === undefined && random.chance(0.88);
  return {
    UserId: createId('u', random.below),
    UserName,
    DisplayName: service === undefined && random.chance(0.9) ? `${FirstName} ${LastName}` : '',
    FirstName,
    LastName,
    Email: hasEmail ? `${toAscii(UserName.split('@')[0] ?? '').toLowerCase()}@corp.example` : '',
    Description: service === undefined ? '' : 'Used by machines',
    Status: random.chance(0.08) ? 'Disabled' : 'Enabled',
    ProvisionType: isSynchronized ? 'Synchronized' : 'Manual',
    CreateTime: toTime(createdAtMs),
    UpdateTime: toTime(createdAtMs + random.below(90 * DAY_MS)),
    ExternalId: isSynchronized ? { Id: createId('scim', random.below), Issuer: 'SCIM' } : null,
    Tags: random.chance(0.25) ? createTags(random) : [],
    mfaSetting: random.chance(0.9) ? 'Enabled' : 'Disabled',
  };
}

function createLogin(firstName: string, lastName: string, random: Random): string {
  const first = toAscii(firstName);
  const last = toAscii(lastName);
  return random.pick([
    `${first}.${last}`,
    `${first}_${last}`.toLowerCase(),
    `${first.slice(0, 1)}.${last}@example.com`.toLowerCase(),
    `${first}${last.slice(0, 1)}-${random.below(90) + 10}`.toLowerCase(),
    `${last}.${first}`.toLowerCase(),
  ]);
}

/** Logins are unique without case: a second bearer of a name gets a number. */
function freeLogin(wanted: string, logins: Set<string>): string {
  const [name, ...domain] = wanted.split('@');
  let login = wanted;
  for (let number = 2; logins.has(login.toLowerCase()); number += 1)
    login = [`${name}${number}`, ...domain].join('@');
  logins.add(login.toLowerCase());
  return login;
}

function createTags(random: Random): readonly Tag[] {
  const department = { Key: 'department', Value: random.pick(DEPARTMENTS) };
  if (random.chance(0.5)) return [department];
  return [department, { Key: 'cost-center', Value: String(4000 + random.below(900)) }];
}

function toAscii(text: string): string {
  const withoutAccents = text.normalize('NFD').replaceAll('ß', 'ss').replaceAll('ı', 'i');
  return withoutAccents.replace(/[^A-Za-z0-9_.-]/g, '');
}
