import type { Backend } from '../../domain/backend.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Role } from '../../domain/model.ts';
import type { UpstreamClient } from '../../http/upstream-client.ts';
import type { Credential } from '../../http/upstream.ts';
import { createReadThrough } from '../../storage/read-through.ts';
import { inspectorFor } from '../contract-drift.ts';
import type { BackendServices } from '../definition.ts';
import { createCpqClient } from './client.ts';
import { createCompanyDirectory } from './reading/company-directory.ts';
import { createCompanyUserDirectory } from './reading/company-user-directory.ts';
import { MAX_LIMIT, createConnection } from './connection.ts';
import type { CpqGroup } from './contract.ts';
import { createCpqCredential } from './credential.ts';
import { createDetailReads } from './reading/detail-reads.ts';
import { groupOwnerOf, toCompany, toRole, toUser, type CpqSite } from './mapping.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import { createPasswordReset } from './password-reset.ts';
import type { CpqReading } from './reading/reading.ts';
import { createReferenceData } from './reference-data.ts';
import { createRoleDirectory } from './reading/role-directory.ts';
import type { CpqSettings } from './settings.ts';
import { createSnapshots } from './reading/snapshot.ts';
import { createUpstream } from './upstream.ts';
import { createUserDirectory } from './reading/user-directory.ts';
import { createUserReader } from './reading/user-reader.ts';
import { createUserWrites } from './user-writes.ts';

/**
 * One CPQ site as a backend.
 *
 * Versions 5 to 7 know single users alone: no list, no companies, no roles. A user's `companyRef` still names the company,
 * which is part of the user's native id. Version 5 resets no passwords.
 */
export function createCpqBackend(settings: CpqSettings, services: BackendServices): Backend {
  const credential = createCpqCredential(settings, { ...services, backend: services.name });
  const upstream = createUpstream(settings, credential, services);
  const reading = createReading(settings, services, { credential, upstream });
  const sender = { backend: services.name, version: settings.version, upstream };
  const referenceData = createReferenceData();
  return {
    name: services.name,
    kind: services.kind,
    displayName: services.displayName,
    simulated: services.simulated,
    users:
      settings.version >= 18 ? createUserDirectory(reading) : createCompanyUserDirectory(reading),
    ...(settings.version >= 16 && {
      largestUserPage: MAX_LIMIT,
      companies: createCompanyDirectory(reading),
      roles: createRoleDirectory(reading),
    }),
    referenceData,
    userWrites: createUserWrites({ reading, sender, referenceData, settings }),
    ...(settings.version >= 6 && {
      passwordReset: createPasswordReset({ ...settings, reading, sender }),
    }),
    health: () => upstream.health(),
  };
}

function createReading(
  settings: CpqSettings,
  services: BackendServices,
  { credential, upstream }: { readonly credential: Credential; readonly upstream: UpstreamClient },
): CpqReading {
  const site: CpqSite = { ...settings, backend: services.name };
  const client = createCpqClient(
    createConnection({
      backend: services.name,
      upstream,
      inspect: inspectorFor(contract, services),
    }),
  );
  const detailReads = createDetailReads(client, site);
  return {
    client,
    reader: createUserReader(client, settings.orQueries),
    cache: createReadThrough(services.caches(services.name), credential.identity),
    site,
    usersTtlSeconds: services.usersTtlSeconds,
    switches: settings,
    toUser: (row) => toUser(row, site, detailReads),
    toCompanies: createSnapshots((row) => toCompany(row, site)),
    toRoles: createSnapshots((group) => toOwnedRole(group, site)),
  };
}

/** A group of the list of all groups, where only its company tells it from another company's of the same name. */
function toOwnedRole(group: CpqGroup, site: CpqSite): Role {
  const owner = groupOwnerOf(group, site);
  if (owner !== null) return toRole(group, owner, site);
  throw new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${site.backend} lists a group without its company.`,
    { backend: site.backend, operation: 'ListGroups' },
  );
}
