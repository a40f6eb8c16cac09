import type { Backend } from '../../domain/backend.ts';
import type { User } from '../../domain/model.ts';
import { createReadThrough } from '../../storage/read-through.ts';
import type { BackendServices } from '../definition.ts';
import { createChangeCount } from '../../http/change-count.ts';
import { createCloudAdministrationClient } from './client.ts';
import { createCompanyDirectory } from './reading/company-directory.ts';
import type { CompanyIds } from './reading/company-mapping.ts';
import type { CloudAdministrationUser } from './contract.ts';
import { createDateParser } from './reading/dates.ts';
import type { MappingContext } from './mapping.ts';
import { createUserJobs } from './writing/jobs.ts';
import { createPasswordReset } from './password-reset.ts';
import { createRecordReader } from './writing/record-reader.ts';
import { createRoleDirectory } from './reading/role-directory.ts';
import type { CloudAdministrationSettings } from './settings.ts';
import { USER, createSingleUserReader } from './reading/single-users.ts';
import { createSnapshotSource } from './reading/snapshot-source.ts';
import { createSnapshot } from './reading/snapshot.ts';
import { createUserDirectory } from './reading/user-directory.ts';
import { createUserWrites } from './user-writes.ts';
import { createWriteCalls } from './writing/write-calls.ts';

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
  // A reset needs more of an account than the domain's user tells; it was just read for the checks before it.
  const records = new WeakMap<User, CloudAdministrationUser>();
  const readSingles = createSingleUserReader({
    client,
    snapshots,
    cache,
    usersTtlSeconds,
    mapping,
    keepRecord: (user, record) => records.set(user, record),
  });
  const users = createUserDirectory({ snapshots, readSingles });
  const companies = createCompanyDirectory({ snapshots, cache });
  const roles = createRoleDirectory({ backend, client, snapshots, cache });
  const calls = createWriteCalls(settings);
  const changes = createChangeCount();
  const jobs = createUserJobs({ client, calls, changes, timeoutMs: settings.jobTimeoutMs });
  const readRecord = createRecordReader(client);
  const forget = async (logins: readonly string[]): Promise<void> => {
    snapshots.forget();
    await cache.drop(logins.map((login) => `${USER}:${login}`));
  };
  const writing = { client, calls, readRecord, parseDate, forget };
  return {
    name: backend,
    kind: services.kind,
    displayName: services.displayName,
    simulated: services.simulated,
    users,
    companies,
    roles,
    userWrites: createUserWrites({
      ...writing,
      backend,
      settings,
      jobs,
      changes,
      users,
      companies,
      roles,
    }),
    passwordReset: createPasswordReset({
      ...writing,
      recordOf: (user) => records.get(user) ?? null,
      now,
      timeoutMs: services.timeoutMs,
      batchSize: settings.resetBatchSize,
    }),
    health: () => client.health(),
  };
}
