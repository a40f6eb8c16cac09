import type { BackendDefinition } from '../definition.ts';
import { FACTS, VERSIONS } from './capability-facts.ts';
import { createCloudAdministration } from './data-source.ts';
import { diagnoseCloudAdministration } from './diagnose.ts';
import { PROFILE } from './resetting/profile.ts';
import { semanticTables } from './semantics.ts';
import { VARIABLES, readSettings } from './settings.ts';
import { startCloudAdministrationSimulator } from './simulator.ts';

/** Oracle Cloud Administration (Primavera Administration): REST API for user management, versions 3 and 1. */
export const cloudAdministration: BackendDefinition = {
  name: 'cloud-administration',
  kind: 'oracle-cloud-administration',
  displayName: 'Oracle Cloud Administration',
  variables: VARIABLES,
  configure: (environment) => {
    const settings = readSettings(environment);
    return settings === null
      ? null
      : {
          create: (services) => createCloudAdministration(settings, services),
          diagnose: (services, options) => diagnoseCloudAdministration(settings, services, options),
        };
  },
  describe: () => ({
    versions: VERSIONS,
    facts: FACTS,
    tables: semanticTables(),
    resetProfiles: [PROFILE],
  }),
  startSimulator: startCloudAdministrationSimulator,
};
