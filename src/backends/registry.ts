import type { BackendDefinition } from './definition.ts';

/** Every backend of this program, in the order in which lists show them. A new one is one line here and its folder. */
export const backendDefinitions: readonly BackendDefinition[] = [];
