import { encodePath } from '../../../http/encode.ts';
import { parseJson } from '../../../http/json.ts';
import type { UpstreamResponse } from '../../../http/upstream.ts';

/** Where the state of a job can be read. */
export interface JobAddress {
  /** A number in text. */
  readonly id: string;
  /** Paths relative to the base URL, in the order in which they are tried. */
  readonly paths: readonly string[];
}

/** `user/status` in the reference, `users/status` in the narrative pages. */
const STATUS_PATH = /\/users?\/status\/([^/]+)\/?$/;
const BARE_NUMBER = /^\d{1,18}$/;
/** An address or a path from the root. Whether any other path counts from the request or the base is not sure. */
const SAYS_FROM_WHERE = /^(?:[a-z][a-z\d+.-]*:)?\//i;

/**
 * Finds the job that an answer tells of: the reference puts its address into `Location`, the tutorial takes the body
 * for its id. What `Location` says is followed below the base URL alone, so no credential goes anywhere else; of any
 * other address, and of a relative path, only the id is taken.
 *
 * @param versionPath `/v3`, or empty for version 1
 * @returns `null` when the answer tells of no job
 */
export function jobAddressOf(
  { headers, body }: UpstreamResponse,
  { baseUrl, versionPath }: { readonly baseUrl: URL; readonly versionPath: string },
): JobAddress | null {
  const location = URL.parse(headers.location ?? '', `${baseUrl.href.replace(/\/$/, '')}/`);
  const id = (headers.location === undefined ? null : idIn(location)) ?? idInBody(body);
  if (id === null) return null;
  const documented = `${versionPath}${encodePath`/user/status/${id}`}`;
  const told = SAYS_FROM_WHERE.test(headers.location ?? '') ? pathBelow(baseUrl, location) : null;
  return { id, paths: [...new Set(told === null ? [documented] : [told, documented])] };
}

function idIn(location: URL | null): string | null {
  const id = STATUS_PATH.exec(location?.pathname ?? '')?.[1];
  return id !== undefined && BARE_NUMBER.test(id) ? id : null;
}

function idInBody(body: string): string | null {
  const value = parseJson(body.trim());
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return BARE_NUMBER.test(text) ? text : null;
}

function pathBelow(baseUrl: URL, location: URL | null): string | null {
  const base = baseUrl.pathname.replace(/\/$/, '');
  if (location === null || location.origin !== baseUrl.origin || idIn(location) === null)
    return null;
  return location.pathname.startsWith(`${base}/`) ? location.pathname.slice(base.length) : null;
}
