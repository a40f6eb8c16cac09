import type { Backend } from '../../domain/backend.ts';
import { capabilitiesOf } from '../../domain/capability.ts';
import { toBackendId } from '../../domain/global-id.ts';
import type { BackendName } from '../../domain/model.ts';
import type { BackendFailure } from '../../services/listing/paging.ts';
import type { GatewayContext } from '../context.ts';
import type {
  BackendFailureResolvers,
  BackendResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { Complete } from './complete.ts';

export const backendResolvers: Complete<BackendResolvers, Backend> = {
  id: ({ name }) => toBackendId(name),
  capabilities: (backend) => capabilitiesOf(backend),
  health: (backend) => backend.health(),
};

export const backendFailureResolvers: Complete<BackendFailureResolvers, BackendFailure> = {
  backend: ({ backend }, _args, context) => backendOf(backend, context),
};

export const backendQueries = {
  backends: (_parent, _args, { backends }) => backends,
  backend: (_parent, { name }, { backends }) => findBackend(name, backends),
} satisfies QueryResolvers;

/** The backend of something that was read from it. */
export function backendOf(name: BackendName, { backends }: GatewayContext): Backend {
  const backend = findBackend(name, backends);
  if (backend === null)
    throw new Error(`Something was read from ${name}, which is not configured.`);
  return backend;
}

function findBackend(name: BackendName, backends: readonly Backend[]): Backend | null {
  return backends.find((backend) => backend.name === name) ?? null;
}
