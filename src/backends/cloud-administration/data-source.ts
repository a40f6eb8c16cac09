import type { Backend } from '../../domain/backend.ts';
import { createReadThrough } from '../../storage/read-through.ts';
import type { BackendServices } from '../definition.ts';
import { createCloudAdministrationClient } from './client.ts';
import { createCompanyDirectory } from './company-directory.ts';
import type { CompanyIds } from './company-mapping.ts';
import { createDateParser } from './dates.ts';
import type { MappingContext } from './mapping.ts';
import { createRoleDirectory } from './role-directory.ts';
import type { CloudAdministrationSettings } from './settings.ts';
import { createSingleUserReader } from './single-users.ts';
import { createSnapshotSource } from './snapshot-source.ts';
import { createSnapshot } from './snapshot.ts';
import { createUserDirectory } from './user-directory.ts';

/** Puts the backend together: one client, one list of users that is held, and the directories over both. */
export function createCloudAdministration(
  settings: CloudAdministrationSettings,
  services: BackendServices,
): Backend {
  const { name: backend, now, usersTtlSeconds } = services;
  const client = createCloudAdministrationClient(settings, services);
  const cache = createReadThrough(services.caches(backend), client.identity);
  const parseDate = createDateParser(settings.timeZone);
  const mapping = (companyIds: CompanyIds): MappingContext => ({
    backend,
    parseDate,
    nowMs: now(),
    companyIds,
  });
  const snapshots = createSnapshotSource(
    async () => createSnapshot(await client.listUsers(), { backend, parseDate, nowMs: now() }),
    { now, waitMs: services.timeoutMs },
  );
  const readSingles = createSingleUserReader({
    client,
    snapshots,
    cache,
    usersTtlSeconds,
    mapping,
  });
  return {
    name: backend,
    kind: services.kind,
    displayName: services.displayName,
    simulated: services.simulated,
    users: createUserDirectory({ snapshots, readSingles }),
    companies: createCompanyDirectory({ snapshots, cache }),
    roles: createRoleDirectory({ backend, client, snapshots, cache }),
    health: () => client.health(),
  };
}
