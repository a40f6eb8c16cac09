import type { SimulatorAnswer } from '../../../../simulation/server.ts';
import { FLAGS, FLAT_FLAGS, FLAT_TEXTS, PREFERENCES, TEXTS } from '../site/model.ts';
import { FIRST_PARTY_VERSION } from '../users/render-user.ts';
import type { Exchange } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { isServed } from './router.ts';
import type { Route } from './router.ts';

const NEWEST = 'v19';

/** `GET /metadata-catalog`: the services of the version, each with the address of its document. */
export function listCatalog({ base, version }: Exchange): SimulatorAnswer {
  // What version 3 lists is not published; its entries lead to the newest version here.
  const described = version < 5 ? base.replace(/v\d+$/, NEWEST) : base;
  const href = `${described}/metadata-catalog/users`;
  return {
    status: 200,
    body: {
      items: [{ name: 'users', links: [{ rel: 'describedby', href }] }],
      links: [{ rel: 'self', href: `${base}/metadata-catalog` }],
    },
  };
}

/** `GET /metadata-catalog/users`: a Swagger 2.0 document of the version's operations on users. */
export function describeUsers(exchange: Exchange, routes: readonly Route[]): SimulatorAnswer {
  const served = routes.filter(
    (route) =>
      isServed(route, exchange.version, exchange.site.switches) && /users/i.test(route.path),
  );
  const paths = Map.groupBy(
    served.filter(({ path }) => !path.startsWith('/metadata')),
    ({ path }) => path,
  );
  const described = [...paths].map(([path, group]) => [path, describePath(path, group)] as const);
  const { host, pathname, protocol } = new URL(exchange.base);
  return {
    status: 200,
    body: {
      swagger: '2.0',
      info: { title: 'Oracle CPQ users (simulated)', version: `v${exchange.version}` },
      host,
      basePath: pathname,
      schemes: [protocol.slice(0, -1)],
      consumes: ['application/json'],
      produces: ['application/json'],
      paths: Object.fromEntries(described),
      definitions: {
        user: schemaOfUser(exchange),
        'user-collection': {
          type: 'object',
          properties: { items: { type: 'array', items: { $ref: '#/definitions/user' } } },
        },
        'user-request': requestSchema(exchange),
      },
    },
  };
}

/** The JSON schema of a user, for `Accept: application/schema+json`. */
export function schemaAnswer(exchange: Exchange): SimulatorAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/schema+json' },
    body: { $schema: 'http://json-schema.org/draft-04/schema#', ...schemaOfUser(exchange) },
  };
}

function describePath(path: string, routes: readonly Route[]): JsonObject {
  return Object.fromEntries(
    routes.map((route) => [route.method.toLowerCase(), describeOperation(path, route)]),
  );
}

function describeOperation(path: string, { operation, method, resource }: Route): JsonObject {
  const pathParameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    type: 'string',
  }));
  const takesUser = method !== 'GET' && resource === 'user';
  const bodyParameter = {
    name: 'body',
    in: 'body',
    required: true,
    schema: { $ref: '#/definitions/user-request' },
  };
  const isList = operation.startsWith('List');
  const answer = { $ref: `#/definitions/${isList ? 'user-collection' : 'user'}` };
  const schema = resource === 'user' ? { schema: answer } : {};
  return {
    operationId: operation,
    tags: ['users'],
    parameters: [...pathParameters, ...(takesUser ? [bodyParameter] : [])],
    responses: { default: { description: 'The answer.', ...schema } },
  };
}

function requestSchema(exchange: Exchange): JsonObject {
  const { version, shape } = exchange;
  const secrets =
    version >= FIRST_PARTY_VERSION
      ? { password: { type: 'string' }, emailPassword: { type: 'boolean' } }
      : {};
  const properties = { ...(shape === 'flat' ? flatProperties() : lookupProperties()), ...secrets };
  return shape === 'flat'
    ? { type: 'object', required: ['login', 'firstName', 'email', 'type'], properties }
    : { type: 'object', properties };
}

function schemaOfUser({ version, shape }: Exchange): JsonObject {
  if (shape === 'flat') return { type: 'object', properties: flatProperties() };
  const party = {
    partyNumber: { type: 'string' },
    partyId: { type: 'number' },
    company: { type: 'object', properties: each(['name', 'loginName'], { type: 'string' }) },
  };
  return {
    type: 'object',
    properties: {
      ...lookupProperties(),
      ...(version >= FIRST_PARTY_VERSION ? party : {}),
      ...each(['dateAdded', 'dateModified', 'lastLogin'], { type: 'string' }),
    },
  };
}

function lookupProperties(): JsonObject {
  return {
    ...each(['login', 'firstName', 'email', ...TEXTS], { type: 'string' }),
    ...each(FLAGS, { type: 'boolean' }),
    ...each(['type', 'currency', 'language', 'enabledForSso'], lookupSchema('string')),
    ...each(['status', ...PREFERENCES], lookupSchema('number')),
    ...each(['groups', 'accessPermissions'], {
      type: 'object',
      properties: { items: { type: 'array', items: { type: 'object' } } },
    }),
  };
}

function flatProperties(): JsonObject {
  const flags = FLAT_FLAGS.filter((flag) => flag !== 'isUserAdminPermEnabled');
  const strings = ['login', 'firstName', 'email', 'type', 'enabledForSso'];
  return {
    ...each([...strings, 'currencyCode', 'languageCode', ...FLAT_TEXTS], { type: 'string' }),
    ...each(['id', 'companyId', 'status', 'currency', 'language'], { type: 'integer' }),
    ...each(['timeZone', 'units', 'numberFormatId', 'datePreId'], { type: 'integer' }),
    ...each([...flags, 'isSuperUserPermEnabled'], { type: 'boolean' }),
  };
}

function lookupSchema(type: 'string' | 'number'): JsonObject {
  return {
    type: 'object',
    properties: { value: { type }, displayValue: { type: 'string' } },
  };
}

function each(names: readonly string[], schema: JsonObject): JsonObject {
  return Object.fromEntries(names.map((name) => [name, schema]));
}
