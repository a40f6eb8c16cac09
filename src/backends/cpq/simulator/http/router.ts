import type { SimulatorRequest } from '../../../../simulation/server.ts';
import type { CpqSimulatorSwitches } from '../site/switches.ts';
import type { Handler } from './exchange.ts';
import { notFound, Problem } from './problem.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One operation of the simulated REST API. */
export interface Route {
  readonly method: (typeof METHODS)[number];
  /** Behind the version, with parameters in braces. */
  readonly path: string;
  readonly operation: string;
  /** First version of those from 16 on. */
  readonly since: number;
  /** First version of 3 and 5 to 7; absent: none of them has it. */
  readonly flatSince?: number;
  /** Who may call it; absent: only who administers users. */
  readonly right?: 'anyone';
  readonly fusionOnly?: boolean;
  /** What it answers with, for who asks for the schema of it. */
  readonly resource?: 'user';
  readonly handle: Handler;
}

/** A request's place in the API. */
export interface RoutedRequest {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  /** Version whose behaviour answers. */
  readonly version: number;
  /** Everything up to and with the version in the path, e.g. `/cpq/rest/v19`. */
  readonly prefix: string;
}

export interface Router {
  /** @throws Problem 404 for a version or path that does not exist, 405 for a method that the path has not */
  route(request: Pick<SimulatorRequest, 'method' | 'path'>): RoutedRequest;
  /** The operation's name, whatever the request's version; `null` when there is no such path. */
  nameOf(request: Pick<SimulatorRequest, 'method' | 'path'>): string | null;
}

/** Whether a version of the API has the operation. */
export function isServed(
  route: Route,
  version: number,
  { fusion }: Pick<CpqSimulatorSwitches, 'fusion'>,
): boolean {
  if (route.fusionOnly === true && !fusion) return false;
  if (version >= 16) return version >= route.since;
  return route.flatSince !== undefined && version >= route.flatSince;
}

interface CompiledRoute {
  readonly route: Route;
  readonly segments: readonly string[];
}

const LAST_VERSION = 19;
/** Out of use, but still where Oracle Integration asks for the metadata catalog. */
const CATALOG_VERSION = 3;
const FUSION_PREFIX = '/cpq';

export function createRouter(
  routes: readonly Route[],
  switches: Pick<CpqSimulatorSwitches, 'fusion' | 'versions8To15'>,
): Router {
  const compiled = routes.map((route) => ({ route, segments: route.path.split('/').slice(1) }));
  return {
    route: ({ method, path }) => {
      const address = readAddress(path);
      const version = versionOf(address, switches);
      const found = compiled.filter(
        (candidate) =>
          isServed(candidate.route, version, switches) && matches(candidate, address.segments),
      );
      const chosen = found.find((candidate) => candidate.route.method === method);
      if (chosen === undefined) throw noRoute(found);
      const params = paramsOf(chosen, address.segments);
      return { route: chosen.route, params, version, prefix: address.prefix };
    },
    nameOf: ({ method, path }) => {
      const match = /^(?:\/cpq)?\/rest\/v\d+(\/.*)$/.exec(path);
      const segments = match?.[1]?.split('/').slice(1) ?? [];
      const found = compiled.find(
        (candidate) => candidate.route.method === method && matches(candidate, segments),
      );
      return found?.route.operation ?? null;
    },
  };
}

interface Address {
  readonly prefix: string;
  readonly inFusion: boolean;
  readonly number: number;
  readonly segments: readonly string[];
}

function readAddress(path: string): Address {
  const match = /^((\/cpq)?\/rest\/v([1-9]\d?))(\/.*)$/.exec(path);
  if (match === null) throw notFound();
  const [, prefix = '', fusionPrefix, number, rest = ''] = match;
  return {
    prefix,
    inFusion: fusionPrefix === FUSION_PREFIX,
    number: Number(number),
    segments: rest.split('/').slice(1),
  };
}

/** Below `/cpq` there is version 19 alone, and only when CPQ runs in Fusion. */
function versionOf(
  { inFusion, number }: Address,
  { fusion, versions8To15 }: Pick<CpqSimulatorSwitches, 'fusion' | 'versions8To15'>,
): number {
  if (inFusion && !(fusion && number === LAST_VERSION)) throw notFound();
  if (number !== CATALOG_VERSION && (number < 5 || number > LAST_VERSION)) throw notFound();
  if (number < 8 || number > 15) return number;
  if (versions8To15 === 'not-found') throw notFound();
  return 16;
}

function matches({ segments }: CompiledRoute, given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, index) =>
      isParameter(segment) ? given[index] !== '' : segment === given[index],
    )
  );
}

function paramsOf({ segments }: CompiledRoute, given: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  segments.forEach((segment, index) => {
    if (isParameter(segment)) params[segment.slice(1, -1)] = decode(given[index] ?? '');
  });
  return params;
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw notFound();
  }
}

function noRoute(found: readonly CompiledRoute[]): Problem {
  if (found.length === 0) return notFound();
  const allowed = found.map(({ route }) => route.method).join(', ');
  return new Problem(405, 'The resource does not have this method.', {
    headers: { allow: allowed },
  });
}
