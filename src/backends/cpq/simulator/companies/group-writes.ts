import { readItems, readObjectBody } from '../http/body.ts';
import type { RequestBody } from '../http/body.ts';
import type { Exchange, Handler } from '../http/exchange.ts';
import { groupHref } from '../http/links.ts';
import { badRequest, forbidden, Problem } from '../http/problem.ts';
import { createPropertyReader } from '../http/property-reader.ts';
import { companyInPath, groupInPath } from '../http/targets.ts';
import { readPresentation } from '../query/presentation.ts';
import type { StoredGroup } from '../site/model.ts';
import { adminSegments } from '../site/site-lists.ts';
import { renderGroup } from './render-group.ts';

/** `POST /companies/{company}/groups` */
export const createGroup: Handler = (exchange) => {
  const company = companyInPath(exchange);
  const { store, switches } = exchange.site;
  const body = readObjectBody(exchange.request);
  const variableName = createPropertyReader(body).text('variableName') ?? null;
  if (variableName === null) throw badRequest('variableName is required', 'variableName');
  if (store.group(company.login, variableName) !== null)
    throw new Problem(switches.duplicateLoginStatus, 'variableName is already in use', {
      errorPath: '/variableName',
    });
  const group = changeGroup(blankGroup(company.login, variableName), body);
  store.saveGroup(group);
  return {
    status: switches.createStatus,
    headers:
      switches.createStatus === 201 && switches.locationHeader
        ? { location: groupHref(exchange.base, group.company, group.variableName) }
        : {},
    body: renderGroup(group, exchange, readPresentation(exchange.request.query)),
  };
};

/** `PUT` of a group */
export const replaceGroup: Handler = (exchange) => {
  const before = groupInPath(exchange);
  const blank = { ...blankGroup(before.company, before.variableName), segments: before.segments };
  return save(changeGroup(blank, readObjectBody(exchange.request)), before, exchange);
};

/** `PATCH` of a group */
export const updateGroup: Handler = (exchange) => {
  const before = groupInPath(exchange);
  return save(changeGroup(before, readObjectBody(exchange.request)), before, exchange);
};

/** `GET …/segments`: what an administrator group opens. The shape of the items is inferred. */
export const listSegments: Handler = (exchange) => {
  const { company, variableName, segments } = groupInPath(exchange);
  const self = groupHref(exchange.base, company, variableName);
  return {
    status: 200,
    body: {
      items: [...adminSegments].map(([name, label]) => ({
        label,
        variableName: name,
        status: segments.includes(name) ? 2 : 0,
      })),
      links: [
        { rel: 'self', href: `${self}/segments` },
        { rel: 'parent', href: self },
      ],
    },
  };
};

/** `PATCH …/segments`: `status` 0 closes a segment, 2 opens it. */
export const updateSegments: Handler = (exchange) => {
  const before = groupInPath(exchange);
  assertWritable(before);
  const segments = new Set(before.segments);
  for (const item of readItems(readObjectBody(exchange.request))) {
    const name = item['variableName'];
    if (typeof name !== 'string' || !adminSegments.has(name))
      throw badRequest('A segment does not exist.', 'items');
    if (item['status'] === 0) segments.delete(name);
    else if (item['status'] === 2) segments.add(name);
    else throw badRequest('status is neither 0 nor 2', 'items');
  }
  exchange.site.store.saveGroup({ ...before, segments: [...segments] });
  return listSegments(exchange);
};

function save(group: StoredGroup, before: StoredGroup, exchange: Exchange) {
  assertWritable(before);
  exchange.site.store.saveGroup(group);
  const presentation = readPresentation(exchange.request.query);
  return { status: 200, body: renderGroup(group, exchange, presentation) };
}

function assertWritable({ readOnly }: StoredGroup): void {
  if (readOnly) throw forbidden('The group is read-only.');
}

function blankGroup(company: string, variableName: string): StoredGroup {
  return {
    company,
    variableName,
    label: '',
    description: '',
    type: 0,
    status: 1,
    readOnly: false,
    segments: [],
  };
}

function changeGroup(before: StoredGroup, body: RequestBody): StoredGroup {
  const reader = createPropertyReader(body);
  const variableName = reader.text('variableName') ?? before.variableName;
  if (variableName !== before.variableName)
    throw badRequest('variableName cannot be changed', 'variableName');
  const group = {
    ...before,
    label: reader.text('label') ?? before.label,
    description: reader.text('description') ?? before.description,
    type: reader.integerLookup('type') ?? before.type,
    status: reader.integerLookup('status') ?? before.status,
  };
  if (group.label === '') throw badRequest('label is required', 'label');
  for (const name of ['type', 'status'] as const)
    if (group[name] !== 0 && group[name] !== 1)
      throw badRequest(`${name} is not one of the site.`, name);
  return group;
}
