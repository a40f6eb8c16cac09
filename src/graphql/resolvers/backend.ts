import type { Backend } from '../../domain/backend.ts';
import { toBackendId } from '../../domain/global-id.ts';
import type { BackendName } from '../../domain/model.ts';
import type { BackendFailure } from '../../services/paging.ts';
import type { GatewayContext } from '../context.ts';
import type {
  BackendFailureResolvers,
  BackendResolvers,
  Capability,
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

/** A capability is a port that is there: no list of them is kept that could disagree with the code. */
function capabilitiesOf(backend: Backend): Capability[] {
  const { users, companies, roles, referenceData, userWrites, passwordReset } = backend;
  const all: readonly (readonly [Capability, boolean])[] = [
    ['USERS_READ', true],
    ['USERS_LIST', users.list !== undefined],
    ['ROLES_READ', roles !== undefined],
    ['COMPANIES_READ', companies !== undefined],
    ['CURRENCIES_READ', referenceData !== undefined],
    ['LANGUAGES_READ', referenceData !== undefined],
    ['USERS_CREATE', userWrites?.create !== undefined],
    ['USERS_UPDATE', userWrites?.update !== undefined],
    ['USERS_REPLACE', userWrites?.replace !== undefined],
    ['USERS_ACTIVATE', userWrites?.setStatus !== undefined],
    ['USERS_UNLOCK', userWrites?.unlock !== undefined],
    ['USERS_DELETE', userWrites?.delete !== undefined],
    ['ROLES_ASSIGN', userWrites?.changeRoles !== undefined],
    ['PASSWORDS_RESET', passwordReset !== undefined],
  ];
  return all.filter(([, isThere]) => isThere).map(([capability]) => capability);
}
