import type { Exchange } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { groupHref, loginNameOf } from '../http/links.ts';
import type { Link } from '../http/links.ts';
import { present } from '../query/presentation.ts';
import type { Presentation } from '../query/presentation.ts';
import { GROUP_TYPES, STATUSES } from '../site/model.ts';
import type { StoredGroup, StoredUser } from '../site/model.ts';
import { accessPermissions } from '../site/site-lists.ts';

const SEARCHABLE: ReadonlySet<string> = new Set([
  ...['label', 'variableName', 'description', 'readOnly', 'type'],
  ...['company.name', 'company.loginName', 'status.value', 'status.displayValue'],
  ...['type.value', 'type.displayValue'],
]);

export function isGroupPath(path: string): boolean {
  return SEARCHABLE.has(path);
}

/** A group as a resource of its own, without links. */
export function viewOfGroup(group: StoredGroup, { site }: Exchange): JsonObject {
  const company = site.store.company(group.company);
  return {
    label: group.label,
    variableName: group.variableName,
    description: group.description,
    ...(company === null
      ? {}
      : { company: { name: company.name, loginName: loginNameOf(company) } }),
    status: { value: group.status, displayValue: STATUSES[group.status] ?? '' },
    type: { value: group.type, displayValue: GROUP_TYPES[group.type] ?? '' },
    readOnly: group.readOnly,
  };
}

export function renderGroup(
  group: StoredGroup,
  exchange: Exchange,
  presentation: Presentation,
): JsonObject {
  const self = groupHref(exchange.base, group.company, group.variableName);
  const links: readonly Link[] = [
    { rel: 'self', href: self },
    { rel: 'child', href: `${self}/users` },
  ];
  return present(viewOfGroup(group, exchange), links, presentation);
}

/** The groups that a user is a member of. */
export function storedGroupsOf(user: StoredUser, { site }: Exchange): readonly StoredGroup[] {
  return user.groups.flatMap((name) => site.store.group(user.company, name) ?? []);
}

/** A group in the context of a user: label, variable name and a plain type, unless the site shows the whole group. */
export function viewOfMembership(group: StoredGroup, exchange: Exchange): JsonObject {
  if (exchange.site.switches.groupTypeAsLookup) return viewOfGroup(group, exchange);
  const { label, variableName, type } = group;
  return { label, variableName, type: GROUP_TYPES[type] ?? '' };
}

export function groupsOfUser(user: StoredUser, exchange: Exchange): readonly JsonObject[] {
  return storedGroupsOf(user, exchange).map((group) => viewOfMembership(group, exchange));
}

export function accessPermissionsOf(user: StoredUser): readonly JsonObject[] {
  return accessPermissions.map(({ name, variableName, type }) => ({
    name,
    variableName,
    hasAccess: user.accessPermissions.includes(variableName),
    type,
  }));
}
