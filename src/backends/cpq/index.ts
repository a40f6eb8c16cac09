import type { BackendDefinition } from '../definition.ts';
import { FACTS, VERSIONS } from './capability-facts.ts';
import { createCpqBackend } from './data-source.ts';
import { diagnoseCpq } from './diagnose.ts';
import { RESET_PROFILES } from './reset-profiles.ts';
import { semanticTables } from './semantics.ts';
import { CPQ_VARIABLES, readSettings } from './settings.ts';
import { startCpqSimulator } from './simulator.ts';

/** Oracle CPQ: users, companies and groups over its REST interface, versions 5 to 7 and 16 to 19. */
export const cpq: BackendDefinition = {
  name: 'cpq',
  kind: 'oracle-cpq',
  displayName: 'Oracle CPQ',
  variables: CPQ_VARIABLES,
  configure: (environment) => {
    const settings = readSettings(environment);
    return (
      settings && {
        create: (services) => createCpqBackend(settings, services),
        diagnose: (services, options) => diagnoseCpq(settings, services, options),
      }
    );
  },
  describe: () => ({
    versions: VERSIONS,
    facts: FACTS,
    tables: semanticTables(),
    resetProfiles: RESET_PROFILES,
  }),
  startSimulator: startCpqSimulator,
};
