import { watchClock } from '../../http/clock-watch.ts';
import type { BackendServices } from '../definition.ts';
import {
  check,
  checkClock,
  compareAnswers,
  diagnosisContext,
  type Diagnosis,
  type DiagnosisOptions,
} from '../diagnosis.ts';
import { createCloudSsoClient } from './client.ts';
import { API_VERSION, createCloudSsoCredential } from './credential.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import { createCallQuota } from './quota.ts';
import type { CloudSsoSettings } from './settings.ts';

/** CloudSSO refuses what was signed with a time that is further than this from its own. */
const CLOCK_LIMIT_SECONDS = 15 * 60;

/** Asks for one user, which needs the directory, the signature and the right to list. */
export async function diagnoseCloudSso(
  settings: CloudSsoSettings,
  services: BackendServices,
  options: DiagnosisOptions,
): Promise<Diagnosis> {
  const clock = watchClock(createCloudSsoCredential(settings, services.now), services.now);
  const answers = compareAnswers(contract);
  const client = createCloudSsoClient({
    backend: services.name,
    endpoint: settings.endpoint,
    directoryId: settings.directoryId,
    credential: clock.credential,
    quota: createCallQuota(),
    timeoutMs: services.timeoutMs,
    observe: services.observe,
    inspect: answers.inspect,
  });
  const context = diagnosisContext(services);
  const read = await check(async () => {
    await client.read('ListUsers', { MaxResults: 1 }, context);
    return `Read: ListUsers of directory ${settings.directoryId} was answered as its contract says.`;
  });
  return {
    address: settings.endpoint.origin,
    credential: describeKey(settings),
    version: API_VERSION,
    checks: [
      read,
      checkClock(clock, CLOCK_LIMIT_SECONDS),
      ...(options.contract
        ? [
            ...answers.checks(),
            {
              verdict: 'NOT_CHECKED',
              text: 'Contract: CloudSSO publishes none at its endpoint.',
            } as const,
          ]
        : []),
    ],
  };
}

/** The id of an AccessKey is no secret, but need not be told in full. */
function describeKey({ accessKey: { id, securityToken } }: CloudSsoSettings): string {
  const shown = id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : `${id.slice(0, 2)}…`;
  return `AccessKey ${shown}${securityToken === null ? '' : ' with an STS token'}`;
}
