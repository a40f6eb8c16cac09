import type { BackendDefinition } from '../definition.ts';
import { createCloudAdministration } from './data-source.ts';
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
      : { create: (services) => createCloudAdministration(settings, services) };
  },
  startSimulator: startCloudAdministrationSimulator,
};
