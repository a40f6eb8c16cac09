import type { BackendDefinition, BackendServices } from '../../../src/backends/definition.ts';
import { mapAnswers } from '../../../src/domain/answers.ts';
import type { Backend } from '../../../src/domain/backend.ts';
import { GatewayError } from '../../../src/domain/errors.ts';
import type { BackendName, User } from '../../../src/domain/model.ts';
import { createReadThrough } from '../../../src/storage/read-through.ts';
import {
  createLighthouseClient,
  type LighthouseKeeper,
  type LighthouseSettings,
} from './client.ts';
import { startLighthouseSimulator } from './simulator.ts';

/** A user system that no product knows: users alone, without companies, roles, writes. */
export const lighthouse: BackendDefinition = {
  name: 'lighthouse',
  kind: 'lighthouse-crew',
  displayName: 'Lighthouse',
  variables: [
    { name: 'LIGHTHOUSE_URL', description: 'Origin of the lighthouse' },
    { name: 'LIGHTHOUSE_KEY', description: 'Its key', secret: true },
  ],
  configure: (environment) => {
    const [url, key] = [environment.url('LIGHTHOUSE_URL'), environment.secret('LIGHTHOUSE_KEY')];
    if (url === null && key === null) return null;
    if (url === null) environment.problem('LIGHTHOUSE_URL is missing.');
    if (key === null) environment.problem('LIGHTHOUSE_KEY is missing.');
    if (url === null || key === null) return null;
    return { create: (services) => createBackend({ url, key }, services) };
  },
  startSimulator: startLighthouseSimulator,
};

function createBackend(settings: LighthouseSettings, services: BackendServices): Backend {
  const { name, kind, displayName, simulated } = services;
  const client = createLighthouseClient(settings, services);
  const reader = createReadThrough(services.caches(name), 'key');
  return {
    name,
    kind,
    displayName,
    simulated,
    users: {
      getMany: async (ids, context) => {
        const rows = await reader.readMany<LighthouseKeeper>(
          'keeper',
          ids,
          services.usersTtlSeconds,
          context,
          async (missing, inner) => {
            const { keepers } = await client.read(
              'FindKeepers',
              { ids: JSON.stringify(missing) },
              inner,
            );
            return new Map(keepers.map((row) => [row.id, row]));
          },
        );
        return mapAnswers(rows, (row) => toUser(row, name));
      },
      findByLogin: (login, _companyId, context) =>
        reader.read(`login ${login}`, 0, context, async (inner) => {
          const { keepers } = await client.read('FindKeepers', { login }, inner);
          return keepers[0] === undefined ? null : toUser(keepers[0], name);
        }),
      list: async ({ limit, position }, context) => {
        const after = position === null ? '' : parsePosition(position);
        const page = await reader.read(`page ${limit} ${after}`, 0, context, (inner) =>
          client.read('ListKeepers', { limit, after }, inner),
        );
        const rows = page.keepers.map((row) => ({
          value: toUser(row, name),
          position: `>${row.id}`,
        }));
        return { rows, nextPosition: page.more ? (rows.at(-1)?.position ?? null) : null };
      },
    },
    health: () => client.health(),
  };
}

function parsePosition(position: string): string {
  const [, after] = /^>(k\d{3})$/.exec(position) ?? [];
  if (after !== undefined) return after;
  throw new GatewayError('BAD_USER_INPUT', 'This is not a place in this list.');
}

function toUser({ id, login, name, lamp, onDuty }: LighthouseKeeper, backend: BackendName): User {
  return {
    ref: { backend, nativeId: id },
    login,
    emails: [],
    displayName: name,
    firstName: null,
    middleName: null,
    lastName: null,
    jobTitle: null,
    phone: null,
    employeeNumber: null,
    description: null,
    status: onDuty ? 'ACTIVE' : 'DISABLED',
    nativeStatus: null,
    locked: null,
    type: null,
    companyRef: null,
    roleGrants: null,
    currencyCode: null,
    languageCode: null,
    timeZone: null,
    password: null,
    sso: null,
    createdAt: null,
    updatedAt: null,
    lastLoginAt: null,
    details: { __typename: 'LighthouseUserDetails', lamp },
  };
}
