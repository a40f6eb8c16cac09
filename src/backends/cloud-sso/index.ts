import type { BackendDefinition, BackendServices } from '../definition.ts';
import { inspectorFor } from '../contract-drift.ts';
import type { Backend } from '../../domain/backend.ts';
import { createReadThrough } from '../../storage/read-through.ts';
import { FACTS, VERSIONS } from './capability-facts.ts';
import { createCloudSsoClient } from './client.ts';
import { createCloudSsoCredential } from './credential.ts';
import { createCloudSsoDataSource } from './data-source.ts';
import { diagnoseCloudSso } from './diagnose.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import { createPasswordReset } from './password-reset.ts';
import { createCallQuota } from './quota.ts';
import { CLOUD_SSO_PROFILE } from './reset-profile.ts';
import { semanticTables } from './semantics.ts';
import { cloudSsoVariables, readCloudSsoSettings, type CloudSsoSettings } from './settings.ts';
import { startCloudSsoSimulator } from './simulator.ts';
import { createUserWrites } from './user-writes.ts';

/** Alibaba CloudSSO: the users, groups and access configurations of one directory. */
export const cloudSso: BackendDefinition = {
  name: 'cloud-sso',
  kind: 'alibaba-cloud-sso',
  displayName: 'Alibaba CloudSSO',
  variables: cloudSsoVariables,
  configure: (environment) => {
    const settings = readCloudSsoSettings(environment);
    return settings === null
      ? null
      : {
          create: (services) => createBackend(settings, services),
          diagnose: (services, options) => diagnoseCloudSso(settings, services, options),
        };
  },
  describe: () => ({
    versions: VERSIONS,
    facts: FACTS,
    tables: semanticTables(),
    resetProfiles: [CLOUD_SSO_PROFILE],
  }),
  startSimulator: startCloudSsoSimulator,
};

function createBackend(settings: CloudSsoSettings, services: BackendServices): Backend {
  const { name, displayName, kind, simulated, now } = services;
  const credential = createCloudSsoCredential(settings, now);
  const client = createCloudSsoClient({
    backend: name,
    endpoint: settings.endpoint,
    directoryId: settings.directoryId,
    credential,
    quota: createCallQuota({
      onWait: (operation, waitMs) =>
        services.observeQuotaWait?.({ backend: name, operation, waitMs }),
    }),
    timeoutMs: services.timeoutMs,
    observe: services.observe,
    inspect: inspectorFor(contract, services),
  });
  const dataSource = createCloudSsoDataSource({
    backend: name,
    client,
    reader: createReadThrough(services.caches(name), credential.identity),
    filterIgnoresCase: settings.filterIgnoresCase,
    usersTtlSeconds: services.usersTtlSeconds,
    now,
  });
  const { users, roles, roleParts: parts, settings: directory, forget } = dataSource;
  const writing = { backend: name, client, settings: directory, forget };
  return {
    name,
    kind,
    displayName,
    simulated,
    users,
    roles,
    userWrites: createUserWrites({
      ...writing,
      parts,
      emptyValueClears: settings.emptyValueClears,
    }),
    passwordReset: createPasswordReset(writing),
    health: () => client.health(),
  };
}
