import { createUpstreamClient, type UpstreamClient } from '../../http/upstream-client.ts';
import type { Credential } from '../../http/upstream.ts';
import type { BackendServices } from '../definition.ts';
import { failureOf } from './failure.ts';
import type { CpqSettings } from './settings.ts';

/** Sends to one version of a site. */
export function createUpstream(
  settings: CpqSettings,
  credential: Credential,
  { name, timeoutMs, observe }: BackendServices,
): UpstreamClient {
  return createUpstreamClient({
    backend: name,
    baseUrl: versionedUrl(settings),
    credential,
    timeoutMs,
    failureOf: (response, request) => failureOf(name, response, request),
    observe,
  });
}

/** Up to where the paths of operations begin. */
export function versionedUrl({ baseUrl, version }: CpqSettings): URL {
  const versioned = new URL(baseUrl);
  versioned.pathname = `${baseUrl.pathname.replace(/\/$/, '')}/v${version}`;
  return versioned;
}
