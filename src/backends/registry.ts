import { cloudAdministration } from './cloud-administration/index.ts';
import { cloudSso } from './cloud-sso/index.ts';
import { cpq } from './cpq/index.ts';
import type { BackendDefinition } from './definition.ts';

/** Every backend of this program, in the order in which lists show them. A new one is one line here and its folder. */
export const backendDefinitions: readonly BackendDefinition[] = [
  cpq,
  cloudAdministration,
  cloudSso,
];
